"""Facts of place, and what the table of divisions says of two names, for the modules that read what lies in what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.annotated import Annotated, Bound, Fact, ends
from kg.extract.circumstances import properties
from kg.extract.lists import LINK, gap
from kg.language.classes import SEVERAL
from kg.language.countries import is_country
from kg.language.divisions import find as find_division
from kg.language.lexicon import pattern, words
from kg.language.pieces import fills

_COUNT = re.compile(f"[{SEVERAL}]{{1,4}}(?:个)?[省市州县区旗镇乡]")
_LONGEST_LINK = 12


def located(article: Annotated, held: Bound, place: Bound, rule: str, trigger: tuple[int, int]) -> Iterator[Fact]:
    """LOCATED_IN of what the first mention means in what the second means."""
    if not place.things:
        return
    lasting = rule == "place before place"
    for thing, bound in ends([held]):
        yield article.fact(
            (thing, bound),
            "LOCATED_IN",
            (place.things[-1], place),
            trigger=trigger,
            rule=rule,
            properties={} if lasting else properties(article, trigger),
        )


def is_built(place: Bound) -> bool:
    """Whether the place is built or laid out by hand, so that it stands in a division: a hall, a park, a port."""
    return not (find_division(place.spot.text) or is_country(place.spot.text)) and place.spot.text.endswith(
        ("馆", "园", "园区", "基地", "口岸", "中心", "站", "港", "院", "厅", "区域", "小镇")
    )


def is_division(place: Bound) -> bool:
    """Whether the table of divisions or of countries knows the place."""
    return bool(find_division(place.spot.text)) or is_country(place.spot.text)


def can_hold(outer: str, inner: str) -> bool:
    """Whether what the table of divisions says of the two names lets the second lie in the first."""
    lines = words("line_places")
    if is_country(inner) or (outer.endswith(lines) and not inner.endswith("段")):
        return False
    if is_country(outer):
        return not inner.endswith(lines)
    above, below = find_division(outer), find_division(inner)
    names = {division.name for division in above}
    return not above or not below or any(names & set(division.path[:-1]) for division in below)


def lies_within(outer: Bound, inner: Bound) -> bool:
    """Whether the table of divisions has the second right in the first."""
    names = {division.name for division in find_division(outer.spot.text)}
    return any(names & set(division.path[:-1]) for division in find_division(inner.spot.text))


def leads_over(article: Annotated, outer: Bound, inner: Bound) -> bool:
    """Whether nothing but words of where in it stands between two places: 清远市|最南端|清城区."""
    between = gap(article, outer, inner)
    return 0 < len(between) <= _LONGEST_LINK and fills(pattern("place_links"), between)


def rank(place: Bound) -> str:
    """What kind of division a name ends like: those of one list that are called alike lie in one place."""
    last = place.spot.text[-1]
    return next((kind for kind in ("县市区旗", "镇乡道", "村区寨") if last in kind), last)


def counted_run(article: Annotated, bounds: Sequence[Bound], place: Bound | None = None) -> list[Bound]:
    """The list that begins with the first, over counts that sum up a part of it: 甲、乙|三区和|丙县、丁县.

    place: where the table of divisions has the next one in it, a comma goes on, too.
    """
    run = [bounds[0]]
    for other in bounds[1:]:
        between = _COUNT.sub("", gap(article, run[-1], other), count=1)
        if not (LINK.fullmatch(between) or (between == "," and place is not None and lies_within(place, other))):
            break
        run.append(other)
    return run
