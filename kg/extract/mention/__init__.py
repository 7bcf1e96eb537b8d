"""mention: which words of an article are names, and of what; and which are titles."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import cache

from kg.extract.mention import (
    bodies,
    departments,
    employers,
    happenings,
    launched,
    owned,
    persons,
    places,
    titles,
    villages,
    wider,
    workfirms,
    works,
)
from kg.extract.mention.context import Context
from kg.extract.mention.features import View
from kg.extract.mention.ownedges import own_edges
from kg.extract.mention.placeedges import own_ground
from kg.extract.mention.places import ends_like_place
from kg.extract.mention.readings import best_reading, likely_people
from kg.extract.mention.teams import teams
from kg.extract.mention.toured import toured
from kg.extract.sheet import Lying, Sheet, Spot, keep_longest
from kg.language.classes import all_of, one_of
from kg.language.countries import is_country, known_places
from kg.language.divisions import find as find_division
from kg.language.lexicon import words
from kg.language.organisations import is_company

_WITH_PLACE = re.compile(r"(?P<place>[\u3400-\u9fff]{2,12}?[省市州县区旗盟府])[与和同](?=[\u3400-\u9fff]{4})")
_SHORT = 6  # characters of an office's short name
_BRAND = 2  # characters of the shortest name that a role leaves
_NO_MAKERS = ("监理单位", "设计单位", "勘察单位", "使用单位")
# What follows the name of a project in the name of its ceremony or its paper: 铬新材料项目|签约仪式.
_WORKS = re.compile(f"(?:集中)?(?:{one_of('rites_of_firms')})")
# 《甲备忘录》|签署仪式, “乙协议(以下简称:协议)”|签约暨揭牌仪式
_SIGNED_THERE = re.compile(r"[”》]?(?:\([^()]{1,12}\))?[”》]?(?:正式)?签[约字署订](?:仪式|活动|揭牌|启动|发布|暨)")
_PAPER = 4  # characters of a paper's name that say what it is about


def mentions(sheet: Sheet) -> list[Spot]:
    """All spots of the article by offset: names, relative names and titles.

    Names of people, organisations and places do not overlap each other; they may lie inside the name of a project,
    meeting or agreement.
    """
    posts = titles.find(sheet)
    context = surroundings(sheet)
    view, named = propose_people(context, posts)
    view, proposals = propose(context, posts, likely_people(view, named))
    read = best_reading(view, proposals)
    people = [spot for spot in read if spot.type == "Person"]
    others = [bodies.unled(sheet, spot) for spot in read if spot.type != "Person"]
    named = _without_pieces([bodies.with_form(sheet, one) for one in others if not bodies.dismissed(sheet, one)])
    named = departments.with_fields(sheet, posts, departments.with_grounds(sheet, named))
    names = titles.shorn(sheet, posts, named)
    shown = toured(sheet, [*names, *view.frames], people)
    names, people = [*_clear_of(names, shown), *shown], _clear_of(people, shown)
    quoted = teams(sheet, names, people)
    names, people = [*quoted, *_clear_of(names, quoted)], _clear_of(people, quoted)
    posts = titles.outside(sheet, posts, [*people, *names])
    posts, names = titles.sharing(sheet, posts, names)
    posts, names = departments.placed(sheet, posts, names, people)
    posts, found = departments.fielded(sheet, posts, employers.find(sheet, posts, people, names))
    names, people = [*found, *_clear_of(names, found)], _clear_of(people, found)
    named, lost = owned.find(sheet, people, names)
    names = [*named, *(name for name in names if name not in lost)]
    posts, names = titles.sharing(sheet, posts, names)
    builders = workfirms.find(sheet, view.frames, names)
    names, people = [*builders, *_clear_of(names, builders)], _clear_of(people, builders)
    seats = {(name.start, name.end) for name in found}  # 石门水电站|站长: a body, and no work
    held = {post.start for post in posts}
    seats |= {(name.start, name.end) for name in names if name.type == "Organization" and name.end in held}
    frames = [frame for frame in view.frames if (frame.start, frame.end) not in seats]
    names = [name for name in names if name.type != "Organization" or not _of_station(sheet, name)]
    names = _edged(sheet, names)
    ends = {name.end for name in names if name.type == "Organization"}
    posts = [_from_department(sheet, post, ends) for post in posts]
    frames = [_before_title(sheet, frame, posts) for frame in frames if not _lists_places(frame, names)]
    return sorted([*people, *names, *frames, *posts], key=lambda spot: (spot.start, -spot.end, spot.type))


def _of_station(sheet: Sheet, name: Spot) -> bool:
    """青江人社|驿站: an office's short name in that of a place that it keeps."""
    return len(name.text) <= _SHORT and sheet.flat.startswith(all_of("stations_of_offices"), name.end)


def _edged(sheet: Sheet, names: Sequence[Spot]) -> list[Spot]:
    """The names within their own bounds; what one grew over is gone, and so is what is only a piece of another word."""
    grounds = {name.end: name for name in names if name.type == "Location"}
    pairs = [(name, own_ground(sheet, own_edges(sheet, name), grounds)) for name in names]
    edged = [new for _, new in pairs if new is not None]
    wide = [new for old, new in pairs if new is not None and (new.start < old.start or new.end > old.end)]
    return [*wide, *_clear_of([name for name in edged if name not in wide], wide)] if wide else edged


def _from_department(sheet: Sheet, post: Spot, ends: Container[int]) -> Spot:
    """The post with the word for its department that is said twice: 甲大学乙系|系主任."""
    at = post.start - 1
    twice = at in ends and sheet.flat[at] == sheet.flat[at - 1]
    return sheet.spot(at, post.end, post.type, post.by) if twice else post


def _lists_places(frame: Spot, names: Sequence[Spot]) -> bool:
    """Whether what was taken for one work is a list of grounds: 甲综合保税区、乙产业园."""
    parts = frame.text.split("、")
    grounds = {name.text for name in names if name.type == "Location" and name.inside(frame)}
    return frame.type == "Project" and len(parts) > 1 and all(part in grounds for part in parts)


def _before_title(sheet: Sheet, frame: Spot, posts: Sequence[Spot]) -> Spot:
    """The work inside the title that takes it in: 某集团|石门风电场|负责人 tells whose post it is."""
    if frame.type != "Project":
        return frame
    cut = next((one for one in posts if one.by == "department" and frame.start < one.start < frame.end < one.end), None)
    return frame if cut is None else sheet.spot(cut.start, frame.end, frame.type, frame.by)


def surroundings(sheet: Sheet) -> Context:
    """The article as the names in it see it, with all that may be a body."""
    return Context(sheet, [*bodies.find(sheet), *villages.find(sheet)])


def propose_people(context: Context, posts: Sequence[Spot]) -> tuple[View, list[Spot]]:
    """What may be a person's name, and the view in which that is weighed."""
    named = persons.find(context.sheet, posts)
    return View(context, named, posts), named


def propose(context: Context, posts: Sequence[Spot], people: Sequence[Spot]) -> tuple[View, list[Spot]]:
    """What may name an organisation or a place, overlaps included, and the view in which that is weighed."""
    sheet = context.sheet
    view = View(context, people, posts, _nested(works.likely(sheet, possible_works(sheet, people)), sheet))
    firms, grounds = view.open_to(context.bodies), view.open_to(places.find(sheet))
    firms = [_without_role(sheet, _behind_government(sheet, bodies.unled(sheet, firm))) for firm in firms]
    further = [_without_role(sheet, bodies.unled(sheet, spot)) for spot in wider.find(context, firms)]
    found = [*firms, *grounds, *view.open_to(further)]
    joints = {post.end for post in posts if sheet.flat.startswith("兼", post.end)}
    return view, [spot for spot in found if joints.isdisjoint(range(spot.start + 1, spot.end))] if joints else found


def _behind_government(sheet: Sheet, firm: Spot) -> Spot:
    """The firm behind the place that acts with it: 甲市|与|乙集团签约."""
    match = _WITH_PLACE.match(firm.text)
    acts = match is not None and (find_division(match["place"]) or match["place"].endswith("政府"))
    return sheet.spot(firm.start + match.end(), firm.end, firm.type, firm.by) if match is not None and acts else firm


def _without_role(sheet: Sheet, firm: Spot) -> Spot:
    """The firm without what it is to a work: 开发商|宁河地产, 宁河建工|联合体."""
    if firm.type != "Organization":
        return firm
    roles = _roles()
    begun = firm.text.startswith(roles)
    role = max(len(word) for word in roles if firm.text.startswith(word)) if begun else 0
    role = role if len(firm.text) - role > _BRAND else 0
    end = firm.end - len("联合体") if firm.text.endswith("联合体") and len(firm.text) - role > 6 else firm.end
    if not role and end == firm.end:
        return firm
    return sheet.spot(firm.start + role, end, firm.type, firm.by)


@cache
def _roles() -> tuple[str, ...]:
    return (*words("maker_roles"), *_NO_MAKERS, *all_of("roles_of_partners"))


def possible_works(sheet: Sheet, people: Sequence[Spot]) -> list[Spot]:
    """What may name a project, a meeting or an agreement, not weighed yet."""
    named = Lying(people)
    return [one for one in happenings.find(sheet) if _honours(one, named.across(one.start, one.end))]


def _clear_of(spots: Sequence[Spot], others: Sequence[Spot]) -> list[Spot]:
    lying = Lying(others)
    return [spot for spot in spots if not lying.across(spot.start, spot.end)]


def _honours(frame: Spot, inside: Sequence[Spot]) -> bool:
    """纪念X同志诞辰一百周年座谈会: nobody in the name, or people whom the meeting is about."""
    if not inside:
        return True
    about = all(_is_about(frame.text, person.start - frame.start, person.end - frame.start) for person in inside)
    return frame.type == "Meeting" and about and all(person.inside(frame) for person in inside)


def _is_about(name: str, start: int, end: int) -> bool:
    """Whether the person at `[start, end)` is what the name is about: 学习某某, 第三届某某文化节, “某某杯”."""
    before, behind = name[:start] if start > 0 else "", name[max(end, 0) :]
    quoted = before.rfind("“") > before.rfind("”") and "”" in behind
    honoured = before.endswith((*words("honouring_verbs"), "届"))
    return quoted or honoured or behind.startswith((*words("honour_words"), *all_of("schools_of_thought"), "《"))


def _nested(frames: Sequence[Spot], sheet: Sheet) -> list[Spot]:
    """The longest frames, the projects inside a meeting or agreement that is about them (X项目|签约仪式), and the
    papers that are signed at a meeting (甲与乙|合作协议|签约仪式)."""
    longest = keep_longest(frames)
    inner = [
        frame
        for frame in keep_longest(frame for frame in frames if frame.type == "Project")
        if any(frame.inside(other) and other.type != "Project" for other in longest)
        and (_WORKS.match(sheet.flat, frame.end) or launched.is_unveiled(sheet, frame))
    ]
    papers = [
        _of_its_own(sheet, frame)
        for frame in keep_longest(frame for frame in frames if frame.type == "Agreement")
        if _SIGNED_THERE.match(sheet.flat, frame.end)
        and any(frame.inside(other) and other.type == "Meeting" for other in longest)
    ]
    return [*longest, *inner, *papers]


def _of_its_own(sheet: Sheet, paper: Spot) -> Spot:
    """The paper without those who sign it: 甲市政府与乙集团|战略合作协议|签约仪式."""
    tokens = sheet.words_in(paper.start, paper.end)
    bodies = [token.end for token in tokens if token.tag in ("ORG", "nt") and token.end <= paper.end - _PAPER]
    joined = bodies and any(mark in sheet.flat[paper.start : bodies[-1]] for mark in "与和、")
    return sheet.spot(bodies[-1], paper.end, paper.type, paper.by, sure=paper.sure) if joined else paper


def _without_pieces(names: Sequence[Spot]) -> list[Spot]:
    bodies = [name for name in names if name.type == "Organization"]
    return [name for name in names if name.type != "Location" or not _part_of_firm(name, bodies)]


def _part_of_firm(ground: Spot, bodies: Sequence[Spot]) -> bool:
    """Whether the tagger took a firm's short name for a place: 恩康 where the page has 台州恩康医疗."""
    text = ground.text
    if len(text) > 3 or find_division(text) or is_country(text) or ends_like_place(text):
        return False
    if text in known_places():
        bodies = [body for body in bodies if is_company(body.text)]  # 甲市滇池|管理局
    return any(text in body.text and not body.text.startswith(text) for body in bodies) or any(
        body.text.startswith(text) and is_company(body.text) for body in bodies
    )
