"""Who keeps order, fights or plays for a place, called by the place's name: 云桥警方, 法国军方, 荷兰女足, 青江队."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.sheet import Sheet, Spot
from kg.language.classes import all_of, one_of
from kg.language.countries import is_country, known_places
from kg.language.divisions import find as find_division

_LONGEST = 8  # characters of a place's name
_PLACES, _NAMES = ("LOC", "ns"), ("ORG", "nt", "LOC", "ns", "nz", "nw", "PER", "nr")


def find(sheet: Sheet) -> Iterator[Spot]:
    """Every such body, by its place; what plays as 青江队 only beside a match."""
    for match in _forces().finditer(sheet.flat):
        start = _place_before(sheet, match.start(), any_country=match["side"] is not None)
        if start is not None:
            yield sheet.spot(start, match.end(), "Organization", "organ")
    yield from _players(sheet)


def _place_before(sheet: Sheet, end: int, *, any_country: bool) -> int | None:
    """Where the place's name begins that ends at the offset, or None; any_country: whether only a country will do."""
    for length in range(min(_LONGEST, end), 1, -1):
        start, name = end - length, sheet.flat[end - length : end]
        nation = is_country(name)
        if start not in sheet.edges and not _behind_place(sheet, start):
            continue
        if nation or (not any_country and (find_division(name) or name in known_places())):
            return start
    token = sheet.token_at(end - 1) if end and not any_country else None
    if token is None or token.end != end or token.tag not in _PLACES or len(token.text) < 2:
        return None
    return None if token.text.startswith(all_of("pointing_at_places")) else token.start


def _behind_place(sheet: Sheet, end: int) -> bool:
    """Whether a division's name ends at the offset: 青江|石门|警方, whatever word the tagger made of both."""
    return any(find_division(sheet.flat[end - length : end]) for length in (2, 3, 4) if end - length in sheet.edges)


@cache
def _forces() -> re.Pattern[str]:
    """The body right behind its place; a side only behind a country, as 青江|队 is of a school, too."""
    forces, sides = one_of("forces_of_places"), one_of("sides_of_nations")
    return re.compile(
        f"(?<=[\u3400-\u9fff])(?:(?:{forces})|(?:{one_of('teams_by_sport')})(?!{_NO_TEAM})"
        f"|(?P<side>{sides})(?![员伍列长形友服旗医史际]|{_NO_TEAM}))"
    )


# 女足|世界杯, 女排|联赛
_NO_TEAM = "世界杯|世锦赛|亚洲杯|联赛|锦标赛|[超甲乙]级|协会|运动|比赛|决赛|赛"


def _players(sheet: Sheet) -> Iterator[Spot]:
    """青江队|主场2:1击败|云桥队: who stands beside the verb or the score of a match."""
    flat, at = sheet.flat, sheet.flat.find("队")
    if not _match().search(flat):
        return
    while at >= 0:
        start = _name_before(sheet, at)
        beside = start is not None and (
            _behind_match().search(flat, max(0, start - _VERB), start) or _before_match().match(flat, at + 1)
        )
        if start is not None and beside and not flat.startswith(all_of("pointing_at_places"), start):
            yield sheet.spot(start, at + 1, "Organization", "organ")
        at = flat.find("队", at + 1)


def _name_before(sheet: Sheet, at: int) -> int | None:
    """Where the name of the team begins of which the word for team is at the offset, with its city; or None."""
    last = sheet.token_at(at)
    if last is None or last.end != at + 1:
        return None
    name = last if len(last.text) > 1 else sheet.token_at(at - 1)
    if name is None or name.tag not in _NAMES or len(name.text) < 2 or name.end < at:
        return None
    city = sheet.token_at(name.start - 1) if name.start else None
    leads = city is not None and city.end == name.start and city.tag in _PLACES and not is_country(city.text)
    verb = _led_by_verb().match(sheet.flat, name.start, at)  # 小胜|云桥队, which the tagger may take for one word
    if verb is not None and at - verb.end() > 1:
        return verb.end()
    return city.start if city is not None and leads else name.start


@cache
def _led_by_verb() -> re.Pattern[str]:
    return re.compile(f"(?:{one_of('verbs_over_teams')})了?")


@cache
def _match() -> re.Pattern[str]:
    return re.compile(f"队(?:{one_of('grounds_of_matches')})?(?:{_SCORE}|{one_of('verbs_of_matches')})")


@cache
def _before_match() -> re.Pattern[str]:
    """What a team does in a match, right behind its name: |主场2:1击败, |晋级."""
    return re.compile(
        f"(?:将|在?(?:{one_of('grounds_of_matches')}))?(?:以)?(?:{_SCORE}|大比分)?(?:{one_of('verbs_of_matches')}|(?<=[0-9]))"
    )


@cache
def _behind_match() -> re.Pattern[str]:
    """The verb or score of a match right before a name: 2:1|, 击败了|."""
    return re.compile(f"(?:{one_of('verbs_over_teams')}|{_SCORE}[胜负平]?)了?$")


_SCORE, _VERB = "[0-9]{1,3}[:比][0-9]{1,3}", 9
