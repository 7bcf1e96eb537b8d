"""Facts of part and whole, for the modules that read them from sentences and from names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.circumstances import properties
from kg.language.classes import one_of

# Nothing is a part of these because its name begins with theirs.
GOVERNMENT = re.compile(f"(?:{one_of('organs')}|街道|社区|[乡镇村])$")
# 甲科技|隶属|甲科技集团
_WHOLES = ("集团", "公司", "总部", "总局", "总会", "总社", "总行")
# 乙公司|不再|隶属甲集团.
_NOT_SO = re.compile(f"(?:{one_of('not_so')})")

# What names tell holds whatever the sentence wishes or plans: 希望|甲大学材料学院….
_OF_NAMES = ("name within a name", "college of the school", "phase of a project")


def part_of(article: Annotated, part: Bound, whole: Bound, rule: str, trigger: tuple[int, int]) -> Iterator[Fact]:
    """PART_OF between two mentions, unless they mean the same thing or nothing, or the text denies it."""
    between = article.sheet.flat[min(part.end, whole.end) : max(part.start, whole.start)]
    if not part.things or not whole.things or part.things[0] == whole.things[0] or _NOT_SO.search(between):
        return
    inner, outer = article.things[part.things[0]].name, article.things[whole.things[0]].name
    if len(inner) < len(outer) and outer.startswith(inner) and not outer.endswith(_WHOLES):
        return  # 甲集团|隶属甲集团秘书处: what is called after it is no whole of it
    told = {} if rule in _OF_NAMES else properties(article, trigger)
    yield article.fact((part.things[0], part), "PART_OF", (whole.things[0], whole), trigger=trigger, rule=rule,
                       properties=told)  # fmt: skip
