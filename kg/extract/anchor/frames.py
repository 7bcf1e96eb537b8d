"""Binding projects and agreements: which names are the same one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.extract.anchor.register import Register
from kg.extract.annotated import Bound, covered
from kg.extract.sheet import Sheet, Spot, occurrences
from kg.language.classes import BELONGING, STAGE
from kg.language.lexicon import word_set, words
from kg.language.organisations import announced
from kg.language.text import fold

_PHASE = re.compile(STAGE)
_TAIL = re.compile(r"(?:建设)?(?:项目|工程|建设)$")
# 甲公司|第二工厂, 某轨道交通|3号线
_NUMBERED = re.compile("第|[0-9]{1,3}号")
# 甲集团|旗下|乙电站
_OF = re.compile(f"^(?:{BELONGING})?的?")
# 甲整治工程|项目
_TAILS = re.compile(r"(?:建设)?(?:项目|工程项目|工程|建设)$")
_DASHES = str.maketrans("—–－~～", "-----")
_QUOTED = re.compile(r"[“\"]([\u3400-\u9fff]{3,8})[”\"]")
# 甲|至|乙高铁
_TO = re.compile("(?<=.)[至到](?=.)|-+")
# So long is the name of a work without 项目 that can mean nothing else.
_STEM = 6
_OWN = 2
_SHORTEST = 4  # characters of a work's name that is told without its builder
_SHORTEST_STEM = 3
# 50万千瓦|光伏项目
_SIZE = re.compile("(?<![0-9.×])[0-9.×]{1,16}[万亿]?(?:千瓦|兆瓦|吉瓦|吨|头|羽|亩|平方米)")
_LEAST_COMPARED = 3
_Shape = tuple[str, tuple[str, ...]]
_QUOTES = str.maketrans("", "", "“”‘’\"'「」『』《》 ")


def bind_projects(sheet: Sheet, spots: Sequence[Spot], register: Register, bodies: Sequence[Bound]) -> list[Bound]:
    """Projects by name; the builder at the head of the name is a name of its own, not part of the canonical one."""
    bounds = []
    called: dict[str, int] = {}
    known = {thing: [_shape(name) for name in register.names(thing)] for thing in register.of_type("Project")}
    for spot in sorted(spots, key=lambda spot: (-len(spot.text), spot.start)):
        names = _project_names(spot, bodies)
        shapes = [_shape(name) for name in names]
        same = called.get(spot.text, _same_project(shapes, known))
        thing = register.add("Project", [register.first(same), *names] if same is not None else names)
        known.setdefault(thing, []).extend(shape for shape in shapes if shape not in known[thing])
        bounds.append(Bound(spot, (thing,)))
        short = announced(sheet.flat, spot.end)
        if short is not None:
            called.setdefault(short[0], thing)
    return bounds


def _project_names(spot: Spot, bodies: Sequence[Bound]) -> list[str]:
    """The project's names: without its builder first, then as written."""
    text = spot.text
    heads = [body.end for body in bodies if body.start == spot.start and body.end < spot.end]
    if heads:
        own = _OF.sub("", text[max(heads) - spot.start :])
        if (
            len(own) >= _SHORTEST
            and not _only_kind(own)
            and len(_TAIL.sub("", own)) >= _SHORTEST_STEM
            and not _NUMBERED.match(own)
            and own[0] not in "·•・、和与—-()（）"
        ):
            return [own, text]
    return [text]


def _plain(name: str) -> str:
    plain = _TAILS.sub("", fold(name).translate(_QUOTES).translate(_DASHES))
    return _TO.sub("-", plain) if plain.endswith(words("road_words")) else plain


def _shape(name: str) -> _Shape:
    """The name as it is compared, and the phases in it."""
    plain = _plain(name)
    return plain, tuple(_PHASE.findall(plain))


def _same_project(shapes: Sequence[_Shape], known: Mapping[int, Sequence[_Shape]]) -> int | None:
    """The first thing one of whose names is one of these, or ends with it or is its end; or None."""
    for thing, others in known.items():
        for name, phases in shapes:
            for other, its_phases in others:
                ends = other.endswith(name) or name.endswith(other)
                if not ends or phases != its_phases or min(len(name), len(other)) < _LEAST_COMPARED:
                    continue
                if name == other or not _only_kind(min(name, other, key=len)):
                    return thing
    return None


def _only_kind(name: str) -> bool:
    """Whether the name says only what it is (研发中心), so that each firm of an article may have one."""
    rest = _SIZE.sub("", name)
    for word in sorted(word_set("work_kinds") | word_set("generic_words"), key=len, reverse=True):
        rest = rest.replace(word, "")
    return len(rest) < _OWN


def bind_project_calls(sheet: Sheet, bounds: Sequence[Bound], register: Register) -> list[Bound]:
    """The short call of a project that the page quotes: “北岭云港” for 北岭云港联运项目."""
    quoted = {match.group(1) for match in _QUOTED.finditer(fold(sheet.article.title) + sheet.flat)}
    quoted -= word_set("initiatives")
    found: list[Bound] = []
    for thing in register.of_type("Project"):
        name = _plain(register.first(thing))
        calls = sorted((text for text in quoted if name.startswith(text) and len(text) < len(name)), key=len)
        for match in re.finditer(re.escape(calls[-1]), sheet.flat) if calls else ():
            if not covered((*bounds, *found), *match.span()):
                reason = f"{match.group()} → {register.first(thing)}：项目简称"
                found.append(Bound(sheet.spot(*match.span(), "Project", "call"), (thing,), reason))
    return found + _stems(sheet, [*bounds, *found], register)


def _stems(sheet: Sheet, bounds: Sequence[Bound], register: Register) -> list[Bound]:
    """The name of a work without its 项目 or 工程 where it stands alone: 甲物流中心 for 甲物流中心项目."""
    found: list[Bound] = []
    whole = [bound for bound in bounds if bound.type in ("Project", "Meeting", "Agreement")]
    for thing in register.of_type("Project"):
        for name in register.names(thing):
            stem = _TAIL.sub("", name)
            if stem == name or len(stem) < _STEM or not stem.endswith(words("opened_suffixes")):
                continue
            for at in occurrences(sheet.article.text, stem):
                end = at + len(stem)
                if not covered((*whole, *found), at, end) and not covered(_as_long(bounds, at, end), at, end):
                    why = f"{stem} → {register.first(thing)}：项目简称"
                    found.append(Bound(sheet.spot(at, end, "Project", "call"), (thing,), why))
    return found


def _as_long(bounds: Sequence[Bound], start: int, end: int) -> list[Bound]:
    """The mentions that cover the whole span or reach out of it: it is a name of something else there."""
    across = [b for b in bounds if b.start < end and start < b.end]
    return [b for b in across if b.start < start or b.end > end or (b.start, b.end) == (start, end)]


def bind_agreements(spots: Sequence[Spot], register: Register) -> list[Bound]:
    """Agreements: one name is one paper; a shorter form of a longer name in the article is the same paper."""
    bounds = []
    for spot in sorted(spots, key=lambda spot: (-len(spot.text), spot.start)):
        same = [thing for thing in register.of_type("Agreement") if _same_paper(spot.text, register.first(thing))]
        thing = register.add("Agreement", [register.first(same[0]), spot.text] if len(same) == 1 else [spot.text])
        bounds.append(Bound(spot, (thing,)))
    return bounds


def _same_paper(short: str, long: str) -> bool:
    a, b = (fold(name).translate(_QUOTES).removesuffix("书" if "协议书" in name else "\0") for name in (short, long))
    return b.endswith(a) or b.replace("框架", "").endswith(a.replace("框架", ""))
