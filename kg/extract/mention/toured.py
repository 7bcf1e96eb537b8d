"""Names of what people on a visit are shown: the list behind a verb of coming or seeing tells where each one ends.

先后来到云海未来工厂、中德（宁河）产业新城、云桥源33等地: what the list parts are names as a whole, whatever pieces of
them look like names by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.mention.phrases import is_generic
from kg.extract.sheet import Lying, Sheet, Spot, occurrences
from kg.language.classes import NUMERALS, SEVERAL, one_of
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, pattern, word_set, words
from kg.language.tagger import NAMES

# 等地, or the verb of what they do there, ends the list; so does the clause.
_ENDS = re.compile(
    rf"等(?:地|处|企业|单位|项目|村|社区|点位|现场|场所|\d+|[{NUMERALS}])|等?(?=[,。;:!?\n])"
    f"|(?:{one_of('around_tours')})"
)
_ITEM = re.compile(r"[、]|(?<=[\u3400-\u9fff)”A-Za-z0-9])(?:以及|[和及与])(?=[\u3400-\u9fffA-Za-z0-9“])")
_LEAD = re.compile(r"了?(?:位于[^,。;、]{2,16}的|坐落于[^,。;、]{2,16}的)?")
_NOUNS = NAMES | {"n", "vn", "a", "f", "s", "m", "an", "xc"}
_MARKS = "“”·•()（）-—&"
# 甘洛|两县, 四座|运河城市 count several, 第三小学 is one.
_COUNTED = re.compile(f"(?<!第)[{SEVERAL}各](?:{one_of('counted_places')})")
# 众安·|美丰大楼, 中德(蒲江)|产业新城: the name has begun before such a mark.
_INNER = "·•)”-—"
_SHORTEST, _LONGEST = 4, 24
_DIVISION = re.compile("[省市州县区旗镇乡村]$|街道$|社区$")


def toured(sheet: Sheet, names: Sequence[Spot], people: Sequence[Spot]) -> list[Spot]:
    """The items of lists of what is visited that no name covers as a whole, with what they are."""
    taken = Lying([*names, *people])
    found: dict[tuple[int, int], Spot] = {}
    for verb in _verbs().finditer(sheet.flat):
        if verb.end() not in sheet.edges or (len(verb.group()) == 1 and verb.start() not in sheet.edges):
            continue
        for start, end in _items(sheet, verb.end()):
            spot = _named(sheet, start, end, taken)
            if spot is not None:
                found.setdefault((start, end), spot)
    return [*found.values(), *_again(sheet, list(found.values()), taken)]


def _again(sheet: Sheet, found: Sequence[Spot], taken: Lying) -> Iterator[Spot]:
    """The other places in the text where a name that was found stands, and no longer one around it."""
    own = {(spot.start, spot.end) for spot in found}
    for text, spot in {spot.text: spot for spot in found}.items():
        for start in occurrences(sheet.article.text, text):
            end = start + len(text)
            inside = all(start <= other.start and other.end <= end for other in taken.across(start, end))
            if (start, end) not in own and inside and {start, end} <= sheet.edges:
                yield sheet.spot(start, end, spot.type, "name")


@cache
def _verbs() -> re.Pattern[str]:
    known = (word for word in (*words("arrival_verbs"), *words("visit_verbs")) if word not in ("到", "来"))
    return re.compile(any_of(known))


def _items(sheet: Sheet, start: int) -> Iterator[tuple[int, int]]:
    """The items of the list that begins behind a verb."""
    lead = _LEAD.match(sheet.flat, start)
    at = lead.end() if lead else start
    stop = _ENDS.search(sheet.flat, at, sheet.sentence(start)[1])
    end = stop.start() if stop else sheet.sentence(start)[1]
    for mark in _ITEM.finditer(sheet.flat, at, end):
        token = sheet.token_at(mark.start())
        if token is not None and token.end == mark.end():
            yield at, mark.start()
            at = mark.end()
    yield at, end


def _named(sheet: Sheet, start: int, end: int, taken: Lying) -> Spot | None:
    """The item as a name of its own, where it ends like a place, a body or a work and no name covers it."""
    if not _SHORTEST <= end - start <= _LONGEST or not {start, end} <= sheet.edges:
        return None
    text, kind = sheet.flat[start:end], _kind(sheet.flat[start:end])
    if not kind or not _is_noun(sheet, start, end) or is_generic(text, sheet, start, end):
        return None
    if _COUNTED.search(text) or text.startswith(words("location_generic")):
        return None
    inside = taken.across(start, end)
    if any(spot.start < start or spot.end > end or (spot.start, spot.end) == (start, end) for spot in inside):
        return None
    last = next((spot for spot in inside if spot.end == end), None)
    # 大通县朔北乡: the last name is what they came to; 甲县|乙镇|丙村|科技小院: they came to the village
    village = sum(spot.type == "Location" and bool(_DIVISION.search(spot.text)) for spot in inside) > 1
    if find_division(text) or village or (last is not None and sheet.flat[last.start - 1] not in _INNER):
        return None
    return sheet.spot(start, end, kind, "name")


@cache
def _works() -> tuple[str, ...]:
    """The last words of works that people are shown (工厂, 基地, 电站); parks, houses and roads are places."""
    return tuple(
        word for word in words("project_suffixes") if not word.endswith(("园", "馆", "路", "高速", "楼", "区"))
    )


def _kind(text: str) -> str:
    """The type of what the item's last word names, or nothing: 研发中心 is a body, 游客中心 a place."""
    places = (*words("toured_endings"), *words("location_suffixes"))
    if text.endswith(words("organization_suffixes")) or (text.endswith("中心") and not text.endswith(places)):
        return "Organization"
    if text.endswith(_works()):
        return "Project"
    numbered = re.search(r"[\u3400-\u9fff]{3}\d{1,3}号?$", text)
    return "Location" if numbered or text.endswith((*places, *words("venue_suffixes"))) else ""


def _plain(text: str) -> bool:
    """Letters and numbers, and the words of time that stand in names (云海|未来|工厂)."""
    return (text.isascii() and text.isalnum()) or text in ("未来", "新时代")


def _is_noun(sheet: Sheet, start: int, end: int) -> bool:
    """Whether only nouns stand in the span, at least one of which can name something in particular."""
    tokens = sheet.words_in(start, end)
    # 集结|中心, 规划|展示馆: a verb may stand right before the last word.
    bound = [*tokens[:-2], *tokens[-1:]] if len(tokens) > 2 else tokens
    home = sheet.flat.endswith("之家", start, end)  # 人大代表|之家
    bound = [token for token in bound if token.end <= end - 2] if home else bound
    if any(token.tag not in _NOUNS and token.text not in _MARKS and not _plain(token.text) for token in bound):
        return False
    if (not home and pattern("unnamed_people").search(sheet.flat, start, end)) or tokens[0].text in word_set(
        "np_stops"
    ):
        return False
    return any(token.tag in NAMES for token in tokens) or any(mark in sheet.flat[start:end] for mark in "“·(")
