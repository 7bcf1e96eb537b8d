"""Bodies that lean on one named before: 民进中央副主席、|上海市委会|主委; 某学会会长、|学术委员会|主任."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from kg.extract.anchor.places import Ground
from kg.extract.anchor.register import Register
from kg.extract.annotated import Bound
from kg.extract.mention.departments import is_bare_department
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import DIVISIONS, VAGUE
from kg.language.lexicon import any_of, word_set, words
from kg.language.organisations import known_names

_BRANCH = re.compile(rf"(?P<seat>[\u3400-\u9fff]{{2,8}}?(?:{DIVISIONS}))(?P<kind>工?委)(?P<rest>员?会)?")


# 民盟中央副主席、青江市委|主任委员: only the parties call the heads of their branches so.
_CHAIRED = re.compile("(?:专职|驻会|常务)?副?(?:主委|主任委员)")


@cache
def _parties() -> re.Pattern[str]:
    return re.compile(any_of(words("parties")))


def bind_branches(sheet: Sheet, bounds: Sequence[Bound], register: Register, ground: Ground) -> list[Bound]:
    """The bounds; 某市委会 behind a party's name in its sentence is that party's branch there, 民建市委 the paper's."""
    return [_branch(sheet, bound, register) or _branch_here(bound, register, ground) or bound for bound in bounds]


def _branch_here(bound: Bound, register: Register, ground: Ground) -> Bound | None:
    """民建|市委: the branch of the party on the paper's own ground."""
    match = _of_level().fullmatch(bound.spot.text) if bound.type == "Organization" else None
    division = ground.at_level(match["level"]) if match is not None else None
    if match is None or division is None:
        return None
    head = match["party"] + division.name + match["kind"]
    thing = register.add("Organization", [head, head + "会", head + "员会"])
    return replace(bound, things=(thing,), reason=f"{bound.spot.text} → {head}：本报属地")


@cache
def _of_level() -> re.Pattern[str]:
    levels = "(?P<level>自治区|[省市州县区])"
    return re.compile(f"(?P<party>{any_of(words('parties'))}){levels}(?P<kind>工?委)(?:员?会)?")


def whole_branches(sheet: Sheet, spots: Sequence[Spot]) -> list[Spot]:
    """The spots; 甲股份有限公司|石门分公司 is one name, whatever the two were taken for."""
    found: dict[int, Spot] = {}
    for spot in spots:
        branch = _OWN_BRANCH.match(sheet.flat, spot.end) if spot.text.endswith(_REGISTERED) else None
        if branch is not None and branch.end() in sheet.edges:
            found[spot.start] = sheet.spot(spot.start, branch.end(), "Organization", spot.by)
    wholes = found.values()
    return [*(spot for spot in spots if not any(spot.overlaps(whole) for whole in wholes)), *wholes]


# 甲股份有限公司|云岭油田分公司
_OWN_BRANCH = re.compile("[\u3400-\u9fff]{2,8}?(?:分公司|支公司|分行)")
_REGISTERED = ("有限公司", "有限责任公司")


def leans(spot: Spot) -> bool:
    """Whether the spot is a committee that every body has (学术委员会), which names nobody by itself."""
    return spot.type == "Organization" and spot.text in word_set("bare_committees")


def bind_committees(sheet: Sheet, spots: Sequence[Spot], bounds: Sequence[Bound], register: Register) -> list[Bound]:
    """The committees that lean on a body, as those of the body named last before them in their sentence."""
    ordered = sorted(bounds, key=lambda bound: bound.start)
    return [found for spot in spots if (found := _committee(sheet, spot, ordered, register)) is not None]


def _committee(sheet: Sheet, spot: Spot, before: Sequence[Bound], register: Register) -> Bound | None:
    start, _ = sheet.sentence(spot.start)
    owner = next((b for b in reversed(before) if start <= b.start and b.end <= spot.start and b.things), None)
    if owner is None:
        return None
    name = register.first(owner.things[0])
    if name.endswith("委员会"):
        return Bound(spot, owner.things, f"{spot.text} → {name}：上文") if name.endswith(spot.text) else None
    thing = register.add("Organization", [name + spot.text])
    return Bound(spot, (thing,), f"{spot.text} → {name}{spot.text}：承前 {name}")


def with_committees(sheet: Sheet, titles: Sequence[Spot], named: Sequence[Spot], bounds: Sequence[Bound]) -> list[Spot]:
    """The posts; 某集团董事长甲、|纪委|书记乙: what no place gives a body of its own is a part of the post's name."""
    bound = {one.start for one in bounds}
    alone = {one.end: one.start for one in named if one.by == "bare" and one.start not in bound}
    posts = []
    for title in titles:
        start = alone.get(title.start, title.start)
        inner = sheet.flat[start : title.start] in word_set("title_organs")
        posts.append(sheet.spot(start, title.end, "Title", title.by) if inner else title)
    return posts


def bind_departments(sheet: Sheet, bounds: Sequence[Bound], register: Register) -> list[Bound]:
    """The bounds; in 某残联维权部、|宣文部、|组联部等部门 the later ones are departments of the same body."""
    found: list[Bound] = []
    for match in _list_of_departments().finditer(sheet.flat):
        first = next((b for b in bounds if b.type == "Organization" and b.end == match.end("first")), None)
        if first is None or first.start < match.start():
            continue
        parent = owner_of_department(first.spot.text, register)
        if not parent:
            continue
        at = match.end("first") + 1
        for text in match["rest"].split("、"):
            if is_bare_department(text):
                thing = register.add("Organization", [parent + text, text])
                register.lead(thing, parent + text)
                spot = sheet.spot(at, at + len(text), "Organization", "bare")
                found.append(Bound(spot, (thing,), f"{text} → {parent}{text}：承前 {parent}"))
            at += len(text) + 1
    return [*(b for b in bounds if not any(b.spot.overlaps(one.spot) for one in found)), *found]


@cache
def _list_of_departments() -> re.Pattern[str]:
    member = r"[^、,。;:“”()的和与及\n]"
    tail = f"(?:等[^、,。;:\n]{{0,4}}?)?(?:{VAGUE})?(?:部门|处室|科室|部室|司局|内设机构|负责人|负责同志)"
    return re.compile(rf"(?P<first>{member}{{4,24}})、(?P<rest>{member}{{2,12}}?(?:、{member}{{2,12}}?){{0,20}}){tail}")


def owner_of_department(department: str, register: Register) -> str:
    """The body whose department this is, by the bodies of the article and the organs of the nation; or ""."""
    for end in range(len(department) - 2, 2, -1):
        head = department[:end]
        if is_bare_department(department[end:]) and (
            known_names(head) is not None or register.find("Organization", head) is not None or head.endswith(_BODIES)
        ):
            return head
    return ""


_BODIES = ("局", "厅", "委", "署", "法院", "检察院", "医院", "大学", "学院")


def _branch(sheet: Sheet, bound: Bound, register: Register) -> Bound | None:
    start, _ = sheet.sentence(bound.start)
    match = _BRANCH.match(sheet.flat, bound.start) if bound.type == "Organization" else None
    if match is None or match.end() < bound.end or (match["rest"] and match.start("rest") > bound.end):
        return None
    if not match["rest"] and _CHAIRED.match(sheet.flat, match.end()) is None:
        return None
    named = _parties().findall(sheet.flat, start, bound.start)
    if not named or match["seat"].startswith(words("parties")):
        return None
    head = named[-1] + match["seat"] + match["kind"]
    short = [head + "会", head] if match["rest"] else [head, head + "会"]  # as the page writes it
    thing = register.add("Organization", [*short, head + "员会"])
    spot = sheet.spot(bound.start, match.end(), "Organization", bound.spot.by)
    return replace(bound, spot=spot, things=(thing,), reason=f"{spot.text} → {head}会：同党派分支")
