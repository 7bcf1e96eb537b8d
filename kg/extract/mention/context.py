"""What the article around a name tells of its kind: the list it stands in, the verbs about it, longer names with it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kg.extract.mention import organs, places
from kg.extract.sheet import Lying, Sheet, Spot
from kg.language.classes import SEVERAL
from kg.language.lexicon import holding, pattern
from kg.language.organisations import core, is_company
from kg.language.tagger import Token

# What a word does or is, by the tables that hold it.
CLASSES = (
    "arrival_verbs", "attend_verbs", "cooperation_verbs", "gather_verbs", "holding_verbs", "location_verbs",
    "say_verbs", "signing_verbs", "speech_verbs", "undertaking_verbs", "visit_verbs", "person_verbs",
    "listed_kinds", "project_suffixes", "meeting_suffixes", "firm_calls", "firm_deeds",
)  # fmt: skip
_SORTS = {"PER": "person", "nr": "person", "ORG": "body", "nt": "body", "LOC": "place", "ns": "place", "nz": "name",
          "nw": "name"}  # fmt: skip
_KINDS = {"listed_kinds": "bodies", "listed_places": "places", "listed_people": "people", "listed_works": "works"}
_LIST = re.compile(r"[^、,。;:!?()\n]{1,40}(?:、[^、,。;:!?()\n]{1,40})+")
_TAIL = re.compile(
    r"等(?P<kind>[^等]{0,16})$"
    rf"|(?:\d{{1,6}}|[{SEVERAL}]{{1,4}})[多余]?[个家座名位](?P<counted>.{{0,16}})$"
)
# 甲(600000.SH), 乙 (BABA.US), 丙(10.47, …, 丁(证券代码:600000)
STOCK_CODE = re.compile(
    r" ?\((?:(?:(?:证券|股票|[AH]股|港股|上市)代码[:为]?)?(?:SH|SZ|BJ|HK|NASDAQ|NYSE)?[:.]?\d{4,6}(?![\d年-])"
    r"|[A-Z]{1,5}\.[A-Z]{1,2}|\d{1,4}\.\d{2,3},)"
)
_CALLED = re.compile(r"(?:简称|下称|统称|名为|叫做)[:为]?“?$")
_CALLS = re.compile(r" ?\((?:以下)?(?:简称|下称|统称)")
_REACH = 9
Signs = tuple[str, ...]


@dataclass(frozen=True)
class NamesInRow:
    """Names between 、: the bounds of the members, what their words are (person, body …) and what closes the list."""

    members: tuple[tuple[int, int], ...]
    sorts: tuple[str, ...]
    kind: str


class Context:
    """An article as the names in it see it; `bodies` are the proposals for organisations, overlaps included."""

    def __init__(self, sheet: Sheet, bodies: Sequence[Spot]) -> None:
        self.sheet = sheet
        self.bodies = bodies
        self._longest = Lying(bodies)
        self._cores = frozenset(_short_forms(bodies))
        self._behind_end: dict[int, Signs] = {}
        # What `View` has worked out already: of a candidate, of a text of some type, of where candidates begin and end.
        self.fixed: dict[Spot, tuple[Signs, ...]] = {}
        self.itself: dict[tuple[str, str], Signs] = {}
        self.before: dict[int, Signs] = {}
        self.after: dict[int, Signs] = {}

    @cached_property
    def known(self) -> Lying:
        """The names that everybody knows: organs, well-known firms, places."""
        return Lying([*organs.national(self.sheet), *places.known(self.sheet)])

    def signs(self, spot: Spot) -> Iterator[str]:
        """What the article tells of the spot, as features without its type."""
        yield from self._listed(spot)
        if spot.end not in self._behind_end:
            self._behind_end[spot.end] = tuple(self._behind(spot.end))
        yield from self._behind_end[spot.end]
        yield from self._longer(spot)
        flat = self.sheet.flat
        if _CALLED.search(flat, max(0, spot.start - 5), spot.start):
            yield "called so"

    def _behind(self, end: int) -> Iterator[str]:
        flat = self.sheet.flat
        if STOCK_CODE.match(flat, end):
            yield "stock code behind"
        if _CALLS.match(flat, end):
            yield "short form behind"
        verb = self._verb(end)
        if verb:
            yield from ("then " + name for name in verb)

    def _verb(self, end: int) -> tuple[str, ...]:
        """The tables that hold the first verb of the clause behind the offset."""
        tokens, first = self.sheet.tokens, self.sheet.token_index(end - 1) + 1
        for token in tokens[first : first + _REACH]:
            if token.text in (",", "。", ";", ":", "，", "；", "：", "、") or token.start >= end + 24:
                return ()
            classes = holding(token.text, CLASSES) if token.tag in ("v", "vn", "vd") else ()
            if classes:
                return classes
        return ()

    def _longer(self, spot: Spot) -> Iterator[str]:
        """How the spot lies to longer proposals for bodies, and whether it is a firm's short name."""
        text = self.sheet.flat[spot.start : spot.end]
        if text in self._cores:
            yield "short of a firm"
        if spot.type == "Organization":
            return
        around = [body for body in self._longest.across(spot.start, spot.end) if spot.inside(body)]
        if around:
            yield "in body"
            if any(body.start == spot.start for body in around):
                yield "opens body"
            if any(body.start < spot.start for body in around):
                yield "within body"

    @cached_property
    def lists(self) -> tuple[NamesInRow, ...]:
        """The lists of the article by offset."""
        return tuple(_read_list(self.sheet, match) for match in _LIST.finditer(self.sheet.flat))

    @cached_property
    def _list_starts(self) -> tuple[int, ...]:
        return tuple(item.members[0][0] for item in self.lists)

    def _listed(self, spot: Spot) -> Iterator[str]:
        """What the other members of the spot's list are, and what the list is called."""
        lists = self.lists
        index = bisect_right(self._list_starts, spot.start) - 1
        if index < 0 or lists[index].members[-1][1] < spot.end:
            return
        found = lists[index]
        at = next((i for i, (start, end) in enumerate(found.members) if start <= spot.start and spot.end <= end), None)
        if at is None:
            return
        start, end = found.members[at]
        # The first member may have a clause before it, the last one words behind it.
        opens, closes = spot.start == start and at > 0, spot.end == end and at + 1 < len(found.members)
        if opens or closes:
            whole = "" if spot.start == start and spot.end == end else "edge "
            others = Counter(found.sorts[:at] + found.sorts[at + 1 :])
            sort, count = min(others.items(), key=lambda item: (-item[1], item[0]))
            yield f"{whole}among {sort if 2 * count > others.total() else 'mixed'}"
            if found.kind:
                yield f"{whole}list of {found.kind}"


def _read_list(sheet: Sheet, match: re.Match[str]) -> NamesInRow:
    members, at = [], match.start()
    for item in match.group().split("、"):
        members.append((at, at + len(item)))
        at += len(item) + 1
    start, end = members[-1]
    tail = _TAIL.search(sheet.flat, start, end)
    kind = _kind(tail.group("kind") or tail.group("counted") or "") if tail else ""
    if tail:
        members[-1] = (start, tail.start())
    return NamesInRow(tuple(members), tuple(_sort(sheet, *member) for member in members), kind)


@lru_cache(maxsize=1024)
def _kind(tail: str) -> str:
    """Of what a list is, by the first word of a kind in what closes it, or nothing."""
    found = [(m.start(), -len(m.group()), kind) for name, kind in _KINDS.items() if (m := pattern(name).search(tail))]
    return min(found)[2] if found else "others" if tail else ""


def _sort(sheet: Sheet, start: int, end: int) -> str:
    """What a member of a list is, by its last word: person, body, place, name (unknown of what) or thing."""
    token: Token | None = sheet.token_at(end - 1) if end > start else None
    if token is None:
        return "thing"
    if token.tag in ("n", "vn") and pattern("organization_suffixes").search(token.text):
        return "body"
    return _SORTS.get(token.tag, "thing")


def _short_forms(bodies: Sequence[Spot]) -> Iterator[str]:
    for body in bodies:
        if is_company(body.text) and len(body.text) >= 6:
            text = core(body.text)
            yield from (text[:length] for length in range(2, min(len(text), 6) + 1))
