"""anchor: every mention bound to the thing of this article that it means, with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from msgspec.structs import replace

from kg.extract.anchor.abroad import bind_abroad, told_abroad
from kg.extract.anchor.acting import acting_places
from kg.extract.anchor.branches import (
    bind_branches,
    bind_committees,
    bind_departments,
    leans,
    whole_branches,
    with_committees,
)
from kg.extract.anchor.calls import bind_meeting_calls
from kg.extract.anchor.coordinated import bind_coordinated
from kg.extract.anchor.frames import bind_agreements, bind_project_calls, bind_projects
from kg.extract.anchor.fuller import call_fully
from kg.extract.anchor.governing import governing_places
from kg.extract.anchor.heirs import heirs
from kg.extract.anchor.kinds import in_context
from kg.extract.anchor.meetings import bind_meetings, entitle, main_meeting
from kg.extract.anchor.names import bind_organisations, bind_people, bind_places, brand_calls, further_calls
from kg.extract.anchor.ours import bind_ours
from kg.extract.anchor.places import Ground, survey
from kg.extract.anchor.posts import bind_posts
from kg.extract.anchor.pronouns import bind_calls
from kg.extract.anchor.register import Register
from kg.extract.anchor.talks import find_talks, talk_mentions
from kg.extract.annotated import Annotated, Bound
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import DIVISIONS
from kg.language.lexicon import words


def anchor(sheet: Sheet, spots: Sequence[Spot]) -> Annotated:
    """Bind the spots of a sheet. A relative name that nothing resolves stays out: it names nobody."""
    spots = in_context(sheet, spots)
    by_type = {kind: [spot for spot in spots if spot.type == kind] for kind in _KINDS}
    register = Register()
    ground = survey(sheet.article, _written_places(sheet, by_type))
    bounds = bind_people(sheet, by_type["Person"], register)
    leaning = [spot for spot in by_type["Organization"] if leans(spot)]
    named = whole_branches(sheet, [spot for spot in by_type["Organization"] if not leans(spot)])
    named = told_abroad(sheet, named)
    bodies = bind_organisations(sheet, named, register, ground, places=by_type["Location"])
    bodies = bind_branches(sheet, bodies, register, ground)
    bodies += bind_committees(sheet, leaning, bodies, register)
    bodies = bind_departments(sheet, bodies, register)
    bounds += bodies + bind_places(by_type["Location"], register, ground)
    bounds = bind_coordinated(sheet, bounds, register, ground)
    bounds += bind_projects(sheet, by_type["Project"], register, bodies)
    bounds += bind_project_calls(sheet, bounds, register)
    bounds += bind_meetings(sheet, by_type["Meeting"], register, ground)
    bounds += bind_agreements(by_type["Agreement"], register)
    bounds += further_calls(sheet, bounds, register, "Organization")
    bounds += brand_calls(sheet, bounds, register)
    bounds = bind_abroad(sheet, by_type["Title"], bounds, register)
    titles = with_committees(sheet, by_type["Title"], named, bounds)
    posts = bind_posts(sheet, [Bound(spot) for spot in titles], bounds, register, ground)
    bounds = _seats_as_organs(bounds, posts, ground)
    bounds += heirs(sheet, posts, bounds, register)
    bounds = acting_places(sheet, _with_inner(bounds), register, ground)
    bounds += governing_places(sheet, _with_inner(bounds), register, ground)
    talks = find_talks(sheet, bounds, register)
    bounds += talk_mentions(sheet, talks, register)
    bounds += bind_meeting_calls(sheet, bounds, register)
    main = main_meeting(sheet, bounds)
    entitle(sheet, bounds, register, main)
    bounds += bind_calls(sheet, bounds, register)
    bounds += bind_ours(sheet, bounds, register, ground)
    bounds = call_fully(sheet, bounds, posts, register)
    return Annotated(sheet, register.things(), tuple(_ordered(bounds)), tuple(talks), main)


_KINDS = ("Person", "Organization", "Location", "Project", "Meeting", "Agreement", "Title")


def _seats_as_organs(bounds: Sequence[Bound], posts: Sequence[Bound], ground: Ground) -> list[Bound]:
    """爱辉区|区长: a division right before a post of its own stands for its government, not for the place."""
    seats = {post.start: post for post in posts if post.things}
    result = []
    for bound in bounds:
        post = seats.get(bound.end) if bound.type == "Location" else None
        if post is None or ground.division(bound.spot.text) is None:
            result.append(bound)
        else:
            result.append(Bound(replace(bound.spot, type="Organization"), post.things, post.reason))
    return result


def _written_places(sheet: Sheet, by_type: Mapping[str, Sequence[Spot]]) -> list[str]:
    """The places that the article writes, in its order: its places, and those with which its organs' names start."""
    placed = [(spot.start, spot.text) for spot in by_type["Location"]]
    names = [*by_type["Organization"], *by_type["Meeting"]]
    placed += [(spot.start + at, seat) for spot in names for at, seat in _seats(spot.text)]
    return [*(seat for _, seat in _seats(sheet.article.title)), *(text for _, text in sorted(placed))]


def _seats(name: str) -> Iterator[tuple[int, str]]:
    """The divisions with which a name begins, one in the other, with their offsets: 湘江市|雨湖区|人民法院."""
    at = next((len(head) for head in _heads() if name.startswith(head)), 0)
    while head := _SEAT.match(name, at):
        yield at, head.group()
        at = head.end()


@cache
def _heads() -> tuple[str, ...]:
    """What stands before the place in names of branches: 共青团|甲市委, 国家税务总局|乙市税务局."""
    return ("共青团", "中共", *words("parties"), *words("heads_of_branches"))


_SEAT = re.compile(rf"[\u3400-\u9fff]{{2,7}}?(?:{DIVISIONS})")


def _ordered(bounds: Sequence[Bound]) -> list[Bound]:
    return sorted(bounds, key=lambda bound: (bound.start, -bound.end, bound.type))


def _with_inner(bounds: Sequence[Bound]) -> list[Bound]:
    """The mentions in order, those inside another name marked."""
    ordered, widest = _ordered(bounds), (-1, -1)
    marked = []
    for bound in ordered:
        span = (bound.start, bound.end)
        # Two readings of the same words (a wind farm as a place and as a project) are not inside each other.
        marked.append(replace(bound, inner=bound.end <= widest[1] and span != widest))
        widest = span if bound.end > widest[1] else widest
    return marked
