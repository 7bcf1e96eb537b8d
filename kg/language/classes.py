"""Classes of words that the patterns of several readers share: each is the alternatives of a regular expression.

Their words are tables of `kg/language/data`; here they get the name under which a pattern holds them (`(?:{ZONES})$`).
"""

from __future__ import annotations

from functools import cache

from kg.language.lexicon import any_of, table, words


def one_of(name: str) -> str:
    """The words of a small class, a row of `data/word_classes.tsv`. Raises KeyError where there is no such row."""
    return any_of(_classes()[name])


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    return {name: tuple(members.split(" ")) for name, members, _ in table("word_classes")}


# What may stand between who acts and the verb, and says only when, in what order, together with whom or how.
ADVERBS = any_of(words("doing_adverbs"))
TIMES = "[0-9]{1,4}(?:年|月|日|时|点|分)|[上下中]午|[昨今明]天|当[天日晚]|晚上?"
ZONES = any_of(words("zone_kinds"))
MISSIONS = any_of(words("mission_groups"))
# The characters with which names of divisions end, towns left out: `[{RANKS}]`, `name[-1] in RANKS`.
RANKS = "省市州盟县区旗"

__all__ = ["ADVERBS", "MISSIONS", "RANKS", "TIMES", "ZONES", "one_of"]
