"""Classes of words that the patterns of several readers share: each is the alternatives of a regular expression.

Their words are tables of `kg/language/data`; here they get the name under which a pattern holds them (`(?:{ZONES})$`).
A class of single characters stands in brackets: `第[0-9{NUMERALS}]{1,3}次`.
"""

from __future__ import annotations

from functools import cache

from kg.language.lexicon import any_of, table, words


@cache
def one_of(name: str, rows: str = "word_classes") -> str:
    """The words of a small class, a row of `data/<rows>.tsv`. Raises KeyError where there is no such row."""
    return any_of(_classes(rows)[name])


def all_of(name: str, rows: str = "word_classes") -> tuple[str, ...]:
    """The words of a small class as they stand in its row: for `endswith` and `in`. Raises KeyError."""
    return _classes(rows)[name]


def letters(name: str) -> str:
    """The members of a class of single characters, for `[…]` and `in`. Raises KeyError."""
    return "".join(all_of(name))


@cache
def _classes(rows: str) -> dict[str, tuple[str, ...]]:
    return {name: tuple(members.split(" ")) for name, members, _ in table(rows)}


# What may stand between who acts and the verb, and says only when, in what order, together with whom or how.
ADVERBS = any_of(words("doing_adverbs"))
TIMES = "[0-9]{1,4}(?:年|月|日|时|点|分)|[上下中]午|[昨今明]天|当[天日晚]|晚上?"
CONVENING, ATTENDING = one_of("convening_verbs"), one_of("attending_verbs")
# Verbs of which the happening is the subject.
HELD = any_of(words("held_verbs"))
SIGNING = f"{any_of(words('signing_verbs'))}|(?:{one_of('signing_in_short')})(?![署订约定字下])"
ENCOUNTERS = one_of("encounter_verbs")
COPULAS = one_of("copulas")
CLASSIFIERS = one_of("classifiers")
LOCALIZERS = one_of("localizers")
# 联合, 携手 …: in whose company; 重要, 首个 …: what praises a noun; 有关, 部分 …: what leaves open whom it means.
COMITATIVES, EVALUATIVES, VAGUE = one_of("comitatives"), one_of("evaluative_attributes"), one_of("vague_attributes")
# 甲集团|旗下|企业; what a list of bodies is called (等|企业).
BELONGING, LISTED_BODIES = one_of("belonging"), any_of(words("listed_kinds"))
# How names of divisions, towns and villages end, and the organs behind them.
DIVISIONS, TOWNS, VILLAGES = one_of("divisions"), one_of("towns"), one_of("villages")
ORGANS = one_of("organs_of_divisions")
ZONES = any_of(words("zone_kinds"))
MISSIONS = any_of(words("mission_groups"))
# The characters with which names of divisions end, towns left out: `[{RANKS}]`, `name[-1] in RANKS`.
RANKS = letters("ranks")
# Figures of years (二〇二四年), numerals of order (第十二次), of more than one (两省三市), and of any count (几十多家).
FIGURES, NUMERALS = letters("figures"), letters("numerals")
SEVERAL, COUNTS = letters("several"), letters("counts")
WEEKDAY = "(?:星期|周)[一二三四五六日天]"
# The stems and branches by which lunar years are told: 甲辰年.
STEMS, BRANCHES = letters("stems"), letters("branches")
LUNAR_YEAR = f"[{STEMS}][{BRANCHES}]年"
# Which stage of a work: 二期|工程, 项目(首期).
STAGE = f"[{NUMERALS}首]期"

__all__ = ["ADVERBS", "ATTENDING", "BELONGING", "BRANCHES", "CLASSIFIERS", "COMITATIVES", "CONVENING", "COPULAS"]
__all__ += ["COUNTS", "DIVISIONS", "ENCOUNTERS", "EVALUATIVES", "FIGURES", "HELD", "LISTED_BODIES", "LOCALIZERS"]
__all__ += ["LUNAR_YEAR", "MISSIONS", "NUMERALS", "ORGANS", "RANKS", "SEVERAL", "SIGNING", "STAGE", "STEMS", "TIMES"]
__all__ += ["TOWNS", "VAGUE", "VILLAGES", "WEEKDAY", "ZONES"]
__all__ += ["all_of", "letters", "one_of"]
