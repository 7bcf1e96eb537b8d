"""Names of people: what the tagger sees, what stands behind a title, what stands in a list of names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.extract.sheet import Sheet, Spot, keep_longest, occurrences
from kg.language.names import looks_like_person, surname_of
from kg.language.text import is_han

_DOTS = "·•・‧∙⋅"
_AFTER_NAME = re.compile(
    r"[,、。;:()”\s]|$|等|和|与|及|在|一行|同志|先生|女士|出席|参加|主持|介绍|表示|说|指出|强调|率|陪同|代表|致辞|讲话|发言|会见"
    r"|宣布|为|任|告诉|认为|先后|分别|一同|到|赴|来|深入|带领|作|就|向|对|也|还|则|主|致|感|一|率"
)
_CREDIT = re.compile(r"(?:记者|通讯员|编辑|摄影|作者|责编|实习生|见习生)[^,。;]{0,40}$")
_PHOTO = re.compile(r"\s*(?:/\s*)?(?:摄|文/图|图/文|供图)")


def find(sheet: Sheet, titles: Sequence[Spot]) -> list[Spot]:
    """Every mention of a person by name. Reporters and photographers are left out: they belong to the article."""
    reporters = set(sheet.article.reporters)
    seen = [*_tagged(sheet), *_behind_titles(sheet, titles)]
    seen += _listed(sheet, keep_longest(seen))
    names = {spot.text for spot in seen if not _credited(sheet, spot)} - reporters
    return _everywhere(sheet, names)


def _tagged(sheet: Sheet) -> Iterable[Spot]:
    for token in sheet.tokens:
        if token.tag not in ("PER", "nr"):
            continue
        for match in re.finditer(rf"[^\s,、()“”]+", token.text):
            start, end = _with_dots(sheet.flat, token.start + match.start(), token.start + match.end())
            party = re.search("一行|等人?$|夫妇|同志$|先生$|女士$", sheet.flat[start:end])
            end = start + party.start() if party else end
            name = sheet.flat[start:end]
            if _is_name(name, token.tag):
                yield sheet.spot(start, end, "Person", "tagger")


def _with_dots(text: str, start: int, end: int) -> tuple[int, int]:
    """A name of several parts joined by middle dots, whole: 乌拉孜别克·热苏力汗."""
    while start > 1 and text[start - 1] in _DOTS and is_han(text[start - 2]):
        start -= 2
        while start > 0 and is_han(text[start - 1]) and end - start < 6:
            start -= 1
    while end + 1 < len(text) and text[end] in _DOTS and is_han(text[end + 1]):
        end += 1
        stop = re.compile(r"[^\u3400-\u9fff]").search(text, end)
        end = min(stop.start() if stop else len(text), end + 6)
    return start, end


def _is_name(name: str, tag: str) -> bool:
    if any(dot in name for dot in _DOTS):
        return all(map(is_han, re.sub(rf"[{_DOTS}]", "", name)))
    if not all(map(is_han, name)) or not 2 <= len(name) <= 7:
        return False
    return looks_like_person(name) or (tag == "PER" and len(name) <= 5)


def _behind_titles(sheet: Sheet, titles: Sequence[Spot]) -> Iterable[Spot]:
    """省长吴晓军主持: a surname right behind a title, and then one or two characters up to where a name may end."""
    for title in titles:
        for length in (3, 2, 4):
            name = sheet.flat[title.end : title.end + length]
            if len(name) < length or not looks_like_person(name) or not surname_of(name):
                continue
            end = title.end + length
            if end in sheet.edges and _AFTER_NAME.match(sheet.flat, end):
                yield sheet.spot(title.end, end, "Person", "title")
                break


def _listed(sheet: Sheet, seen: Sequence[Spot]) -> Iterable[Spot]:
    """A、B、C: what stands between marks of enumeration beside a known name and looks like a name is one."""
    frontier, done = list(seen), {(spot.start, spot.end) for spot in seen}
    while frontier:
        spot = frontier.pop()
        for start, end in _neighbours(sheet.flat, spot):
            name = sheet.flat[start:end]
            if (start, end) in done or not looks_like_person(name):
                continue
            done.add((start, end))
            found = sheet.spot(start, end, "Person", "list")
            frontier.append(found)
            yield found


def _neighbours(text: str, spot: Spot) -> Iterable[tuple[int, int]]:
    if text[spot.end : spot.end + 1] == "、":
        match = re.compile(r"[\u3400-\u9fff·]{2,12}?(?=[、,。;]|等|$)").match(text, spot.end + 1)
        if match:
            yield match.span()
    if text[spot.start - 1 : spot.start] == "、":
        match = re.search(r"(?:^|[、,。;\s])([\u3400-\u9fff·]{2,12})$", text[max(0, spot.start - 14) : spot.start - 1])
        if match:
            yield spot.start - 1 - len(match.group(1)), spot.start - 1


def _credited(sheet: Sheet, spot: Spot) -> bool:
    start, _ = sheet.sentence(spot.start)
    before = sheet.flat[max(start, spot.start - 40) : spot.start]
    credit = _CREDIT.search(before)
    if credit and ")" not in before[credit.start() :]:
        return True
    return bool(_PHOTO.match(sheet.flat, spot.end))


def _everywhere(sheet: Sheet, names: Iterable[str]) -> list[Spot]:
    """Every place where one of the names stands; 王刚 inside 王刚强 is not one when that is a name, too."""
    spots = [
        sheet.spot(at, at + len(name), "Person", "name") for name in sorted(names) for at in occurrences(sheet.flat, name)
    ]
    return [spot for spot in keep_longest(spots) if not _credited(sheet, spot)]
