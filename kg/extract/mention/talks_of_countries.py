"""Talks that bear the names of who holds them: 美日韩首脑会谈, 中越两军第二次边境高层会晤, 甲乙两国局长级磋商.

One character for each country, or one for a group of them (欧, 非), stands at the head of the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.extract.sheet import Sheet, Spot
from kg.language.classes import CONVENING, HELD, NUMERALS, one_of
from kg.language.countries import country_abbreviation, country_pair
from kg.language.lexicon import table

_TALKS = f"(?:{one_of('talks_of_countries')})"
_WHO = f"(?:{one_of('who_speaks_for_countries')})"
_SEVERAL = "(?:两|三|四|五|六)(?:国|方|军|党)"
_NUMBER = f"(?:第[0-9{NUMERALS}]{{1,4}}[次轮届]|首[次轮届])"
_LONGEST = 3
# 美日韩首脑会谈|8日在某地举行, 举行|中日外长会晤, 在|中美高层对话|上
_TAKES_PLACE = re.compile(
    f"(?!的|[和与及、])(?:上|期间|中)?,?[^,。;]{{0,30}}?(?:{HELD})|(?:上|期间|中)(?!的?(?:期待|可能|意愿|准备))|(?:结束|开始|的举办地|的地点)"
)
_HELD_BEFORE = re.compile(f"(?:{CONVENING}|出席|参加|主持)[了的]?(?:新一轮|首次|首轮)?$")


def find(sheet: Sheet) -> Iterable[Spot]:
    """Every such talk that the words around it say to take place."""
    for match in _named().finditer(sheet.flat, sheet.lead_end):
        start = _countries_from(sheet, match.start("mark"), match.start())
        if start is None or match.end() not in sheet.edges:
            continue
        left, right = sheet.clause(start)
        if _TAKES_PLACE.match(sheet.flat, match.end(), right) or _HELD_BEFORE.search(sheet.flat, left, start):
            yield sheet.spot(start, match.end(), "Meeting", "held")


@cache
def _named() -> re.Pattern[str]:
    """The characters of the countries, then all that stands up to the word for the talk."""
    letters = "".join(sorted(_letters()))
    return re.compile(
        rf"[{letters}]{{2,4}}(?P<mark>(?:{_SEVERAL})?(?:{_NUMBER})?(?:{_WHO})?(?:级)?(?:{_NUMBER})?"
        rf"(?:(?!会谈|会晤|磋商|对话|谈判|峰会)[\u3400-\u9fff]){{0,6}}{_TALKS})"
    )


@cache
def _letters() -> frozenset[str]:
    known = {row[0] for row in table("country_abbreviations")}
    pairs = {char for row in table("country_pairs") for char in row[0]}
    return frozenset(known | pairs | set("欧非阿盟"))


def _countries_from(sheet: Sheet, mark: int, start: int) -> int | None:
    """Where the characters for countries begin that stand right before `mark`; None where there are not two of them."""
    flat = sheet.flat
    for begin in range(max(start, mark - _LONGEST), mark - 1):
        text = flat[begin:mark]
        if len(set(text)) < len(text) or (text[0] == "日" and flat[begin - 1 : begin].isdigit()):
            continue  # 18日|日美韩首脑会谈
        if country_pair(text) or all(country_abbreviation(char) or char in "欧非" for char in text):
            return begin
    return None
