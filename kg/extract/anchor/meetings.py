"""Binding meetings: names of one meeting, those without a name, and what 会议, 会上 and 仪式 stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.extract.anchor.aliases import announced
from kg.extract.anchor.headline import title_meeting
from kg.extract.anchor.places import Ground, seat_name
from kg.extract.anchor.register import Register
from kg.extract.annotated import Bound
from kg.extract.mention.meetings import is_bare
from kg.extract.occasions import held
from kg.extract.sheet import Sheet, Spot, occurrences
from kg.language.similarity import common_length, plain

_ORDINAL = re.compile(r"第[0-9一二三四五六七八九十]+(?:届|次|期)|[0-9]{4}年?|[一二三四五六七八九十]+届|首届")
_RELATIVE = re.compile(r"^(省|自治区|市|自治州|州|盟|县|区)(?=委|政府|政协|人大|纪委|两会|[一二三四五六七八九十]+届)")
_CALL = re.compile(
    r"(?:全体|专题|工作)?会议(?!室|中心|精神|纪要|展|旅游|决定书)|会上(?!次)|大会(?!堂)|(?:签约|签字|签署|开工|奠基|揭牌|揭幕|启动|启用|交付|竣工|投产|通车|开幕|捐赠|授牌|首发|首航|成立|颁奖|开馆|开业|发车|挂牌|交接|授旗|落成|动工|复工|表彰|欢迎|欢送|闭幕)*仪式"
    r"|活动现场|主会场|开幕会|闭幕会|(?:本届|此届)[\u3400-\u9fff]{1,6}?(?:会|展|节|论坛)|论坛|峰会|开幕式|闭幕式|座谈(?:会|时|中)?|会谈|参加会见|会见"
    r"|联组会|小组会|集体学习|专题学习|(?<=主持)学习|(?:专题|专场)?(?:新闻)?发布会|(?:推介|对接|洽谈|说明|动员|签约|推进|交流|研讨|汇报|表彰)会|博览会|展览会|展会|审议(?:中|时)|讨论(?:中|时)|(?<=一起)审议|(?<=共同)审议|(?<=一起)讨论"
)
_THIS = re.compile(r"(?:此次|本次|这次|这一|该)$")
_FITS: tuple[tuple[str, str], ...] = (
    ("仪式", "仪式|活动|项目"),
    ("论坛", "论坛|峰会|年会"),
    ("峰会", "峰会|论坛"),
    ("座谈", "座谈|会谈|会见|会晤"),
    ("会见", "会见|会晤|座谈|会谈"),
    ("会谈", "会谈|会晤|会见|座谈"),
    ("联组会", "联组会|联组讨论"),
    ("小组会", "小组会|讨论"),
    ("发布会", "发布会"),
    ("学习", "学习"),
    ("展", "展|博览|洽谈|交易"),
    ("博览会", "博览|洽谈"),
    ("审议", "审议|讨论"),
    ("讨论", "审议|讨论"),
    ("开幕式", ""),
    ("闭幕式", ""),
    ("活动现场", "活动|仪式"),
    ("主会场", "活动|会"),
)
_DELEGATION = re.compile(r"([^的在到同与和参加,。;:\s]{2,5}代表团),?[^,。;]{0,12}$")
_WHEN = re.compile(r"[0-9年月日上下午晚今昨天\s]*(?:在[^,。;]{2,10})?(?:联合|共同)?")
_CONVENES = re.compile(r"(?:主持召开|主持|召开|举行|举办|组织召开)(?:了|其|的)?$")


def bind_meetings(sheet: Sheet, spots: Sequence[Spot], register: Register, ground: Ground) -> list[Bound]:
    """Meetings by name: 青洽会 is 第25届青洽会 where the article has but one."""
    bounds: list[Bound] = []
    spots = [spot for spot in spots if not _THIS.search(sheet.flat[max(0, spot.start - 3) : spot.start])]
    for spot in sorted(spots, key=lambda spot: (-len(spot.text), spot.start)):
        same = [thing for thing in register.of_type("Meeting") if _same_meeting(spot.text, register.names(thing)[0])]
        names = _qualified(spot.text, ground)
        thing = register.add("Meeting", [register.names(same[0])[0], *names] if len(same) == 1 else names)
        short = announced(sheet.flat, spot.end)
        if short is not None:
            register.add("Meeting", [register.names(thing)[0], short[0]])
        reason = f"{spot.text} → {names[0]}：本报所在" if len(names) > 1 and len(same) != 1 else ""
        bounds.append(Bound(spot, (thing,), reason))
    return [*bounds, *_short_names(sheet, bounds, register)]


def _qualified(text: str, ground: Ground) -> list[str]:
    """省政协十三届三次会议 with its province first: 青海省政协十三届三次会议; other names as they are."""
    match = _RELATIVE.match(text)
    division = ground.at_level(match.group(1)) if match else None
    if match is None or division is None:
        return [text]
    return [seat_name(division) + text[match.end() :], text]


def _same_meeting(short: str, long: str) -> bool:
    a, b = plain(short), plain(long)
    numbers = _ORDINAL.findall(a)
    if numbers and numbers != _ORDINAL.findall(b)[: len(numbers)]:
        return False
    bare = _ORDINAL.sub("", a)
    if len(bare) < 3:
        return False
    if b.endswith(bare) or (bare in b and b[b.index(bare) + len(bare) :].startswith("暨")):
        return True
    return len(bare) >= 6 and a[-2:] == b[-2:] and common_length(bare, b) == len(bare)


def _short_names(sheet: Sheet, bounds: Sequence[Bound], register: Register) -> Iterable[Bound]:
    """The short names announced in brackets (简称“青洽会”), wherever they stand."""
    taken = [(bound.start, bound.end) for bound in bounds]
    for bound in bounds:
        short = announced(sheet.flat, bound.end)
        if short is None:
            continue
        for at in occurrences(sheet.article.text, short[0]):
            end = at + len(short[0])
            if not any(start < end and at < stop for start, stop in taken):
                yield Bound(sheet.spot(at, end, "Meeting", "alias"), bound.things)


class Calls:
    """Binds what stands for a meeting, from left to right, so that each looks back at what was bound before."""

    def __init__(self, sheet: Sheet, bounds: Sequence[Bound], register: Register) -> None:
        self._sheet, self._register = sheet, register
        self._bounds = sorted(bounds, key=lambda bound: bound.start)
        self._meetings = [bound for bound in self._bounds if bound.type == "Meeting" and bound.things]

    def bind(self) -> list[Bound]:
        """The bound calls, in the order of the text."""
        found: list[Bound] = []
        for match in _CALL.finditer(self._sheet.flat):
            if match.start() not in self._sheet.edges and match.end() not in self._sheet.edges:
                continue
            if any(b.start < match.end() and match.start() < b.end for b in self._meetings) or self._part(match.start()):
                continue
            bound = self._unnamed(match.start(), match.end()) or self._known(match.start(), match.end())
            if bound is not None:
                found.append(bound)
                self._meetings.append(bound)
        return found

    def _part(self, start: int) -> bool:
        """Whether the word only ends a longer name that was left out on purpose (中央经济|工作会议)."""
        token = self._sheet.token_at(start - 1) if start else None
        return token is not None and token.end == start and token.tag in ("n", "nz", "vn", "LOC", "ORG", "ns", "nt", "a")

    def _known(self, start: int, end: int) -> Bound | None:
        """The call bound to the meeting before it that fits: one that takes place rather than one only told of."""
        text = self._sheet.flat[start:end]
        before = [b for b in self._meetings if b.start < start]
        number = re.search(r"第[0-9一二三四五六七八九十]+次$", self._sheet.flat[max(0, start - 8) : start])
        if number:
            before = [b for b in before if number.group() in self._register.names(b.things[0])[0]]
        same = [b for b in before if text.removeprefix("参加") in self._register.names(b.things[0])[0]]
        fitting = same if len(text) > 2 and same else [b for b in before if self._fits(text, b)]
        real = [b for b in fitting if b.spot.by != "ending" or held(self._sheet, b.start, b.end)]
        chosen = real or fitting
        if not chosen:
            return self._ceremony(start, end) or self._titled(start, end)
        nearest = max(chosen, key=lambda bound: bound.start)
        name = self._register.names(nearest.things[0])[0]
        reason = f"{text} → {name}：上文最近的会议"
        return Bound(self._sheet.spot(start, end, "Meeting", "call"), nearest.things, reason)

    def _fits(self, text: str, bound: Bound) -> bool:
        name = self._register.names(bound.things[0])[0]
        new = re.match(r"(?:本届|此届)(.+)", text)
        if new:
            at = -1
            for character in new.group(1):
                at = name.find(character, at + 1)
                if at < 0:
                    return False
            return True
        for key, wanted in _FITS:
            if key in text:
                return bool(re.search(wanted, name))
        if text.endswith("会") and text != "大会":
            return name.endswith(text)
        return not name.endswith(("展", "展览会", "仪式")) and not (bound.spot.by == "talk" and "会议" in text)

    def _unnamed(self, start: int, end: int) -> Bound | None:
        """X主持召开座谈会, 常委会召开会议: a meeting of its own, named by who convenes it."""
        flat = self._sheet.flat
        left, _ = self._sheet.sentence(start)
        group = _DELEGATION.search(flat, left, start) if flat[start:end] in ("审议", "讨论") else None
        if group is not None:
            name = group.group(1) + flat[start:end]
            thing = self._register.add("Meeting", [name])
            return Bound(self._sheet.spot(start, end, "Meeting", "unnamed"), (thing,), f"{flat[start:end]} → {name}：团组审议")
        verb = _CONVENES.search(flat, max(left, start - 6), start)
        ordinal = re.search(r"第[0-9一二三四五六七八九十]+次(?:全体)?$", flat[left:start])
        if ordinal and verb is None:
            start -= len(ordinal.group())
            verb = _CONVENES.search(flat, max(left, start - 6), start)
        what = flat[start:end]
        if "集体学习" in what or "专题学习" in what:
            return self._study(left, start, end)
        chaired = verb is not None and verb.group() == "主持"
        if verb is None or not is_bare(what) or (chaired and (not what.endswith("座谈会") or self._before(what, start))):
            return None
        name, reason = self._convened(left, verb, what)
        if not name:
            return None
        thing = self._register.add("Meeting", [name])
        return Bound(self._sheet.spot(start, end, "Meeting", "unnamed"), (thing,), f"{what} → {name}：{reason}")

    def _before(self, what: str, start: int) -> bool:
        """Whether a meeting of this kind was told of before."""
        return any(b.start < start and self._register.names(b.things[0])[0].endswith(what) for b in self._meetings)

    def _study(self, left: int, start: int, end: int) -> Bound | None:
        """某局就…进行第十一次集体学习: named by the body that studies."""
        bodies = [b for b in self._bounds if left <= b.start < start and b.type == "Organization" and b.things]
        if not bodies or not self._sheet.flat[start:end].startswith("第"):
            return None
        text = self._sheet.flat[start:end]
        name = self._register.names(bodies[0].things[0])[0] + text
        thing = self._register.add("Meeting", [name])
        return Bound(self._sheet.spot(start, end, "Meeting", "unnamed"), (thing,), f"{text} → {name}：学习的单位")

    def _convened(self, left: int, verb: re.Match[str], what: str) -> tuple[str, str]:
        flat = self._sheet.flat
        before = [b for b in self._bounds if left <= b.start and b.end <= verb.start() and b.things]
        bodies = [b for b in before if b.type == "Organization" and _WHEN.fullmatch(flat[b.end : verb.start()])]
        if bodies and "主持" not in verb.group():
            sides = [b for b in before if b.type == "Organization" and b.end < bodies[-1].start]
            name = self._register.names(bodies[-1].things[0])[0]
            if sides and re.fullmatch(r"[与同和]", flat[sides[-1].end : bodies[-1].start].strip()):
                name = f"{self._register.names(sides[-1].things[0])[0]}与{name}"
            return name + what, "召集单位与会议合成名称"
        people = [b for b in before if b.type == "Person"]
        if people and ("主持" in verb.group() or "召开" in verb.group()) and verb.start() - people[-1].end <= 40:
            clause = self._sheet.clause(verb.start())[0]
            place = re.search(r"在[^,。;在]{2,14}$", flat[max(clause, people[-1].end) : verb.start()])
            return people[-1].spot.text + (place.group() if place else "") + verb.group() + what, "主持人与会议合成名称"
        return "", ""

    def _titled(self, start: int, end: int) -> Bound | None:
        """出席会议 where no name was read in the text: the meeting of the title, else one named after who is there."""
        text, sheet = self._sheet.flat[start:end], self._sheet
        if not (held(sheet, start, end) or text.endswith("上")):
            return None
        name = title_meeting(sheet.article.title or "")
        before = [b for b in self._bounds if b.type == "Person" and b.end <= start]
        if name is None and text in ("会议", "大会") and before and start - before[-1].end < 12:
            name = sheet.article.text[before[-1].start : end]
        if name is None:
            return None
        thing = self._register.add("Meeting", [name])
        return Bound(sheet.spot(start, end, "Meeting", "unnamed"), (thing,), f"{text} → {name}：标题或与会者")

    def _ceremony(self, start: int, end: int) -> Bound | None:
        """签约仪式 or 座谈会 without a name: that of the project or paper, or of the first person, told of before."""
        text = self._sheet.flat[start:end]
        talk = text in ("座谈会", "座谈", "会谈")
        if text in ("联组会", "小组会"):
            return self._session(start, end)
        asked = re.search(r"(?:参加|举行|召开|开展|出席)(?:了)?$", self._sheet.flat[max(0, start - 4) : start])
        if talk and not (asked or text == "座谈会"):
            return None
        if not (text.endswith("仪式") or talk) or not (talk or held(self._sheet, start, end)):
            return None
        before = [b for b in self._bounds if b.end <= start and b.things and not b.inner]
        kinds = ("Person", "Organization") if talk else ("Project", "Agreement")
        namesake = next((b for kind in kinds for b in before if b.type == kind), None)
        name = (self._register.names(namesake.things[0])[0] if namesake else "") + text
        if len(name) < 4:
            return None
        thing = self._register.add("Meeting", [name])
        return Bound(self._sheet.spot(start, end, "Meeting", "unnamed"), (thing,), f"{text} → {name}：因所涉而得名")


    def _session(self, start: int, end: int) -> Bound | None:
        """联组会: part of the session named before it."""
        parents = [b for b in self._meetings if b.start < start and b.spot.text.endswith("次会议")]
        if not parents:
            return None
        text = self._sheet.flat[start:end]
        name = self._register.names(parents[-1].things[0])[0] + text
        thing = self._register.add("Meeting", [name])
        return Bound(self._sheet.spot(start, end, "Meeting", "unnamed"), (thing,), f"{text} → {name}：所属会议")


def entitle(sheet: Sheet, bounds: Iterable[Bound], register: Register, main: int | None) -> None:
    """Give the main meeting the name in the title where that says more and the text had to make one up."""
    name = title_meeting(sheet.article.title or "")
    if name is None or main is None:
        return
    own = register.names(main)[0]
    made = any(b.spot.by == "unnamed" and main in b.things for b in bounds)
    known = [thing for thing in register.of_type("Meeting") if thing != main and name in register.names(thing)]
    if made and not known and own[-2:] == name[-2:]:
        register.lead(main, name)


def main_meeting(sheet: Sheet, bounds: Iterable[Bound]) -> int | None:
    """The meeting that the article reports: the first that takes place in it, or None."""
    for bound in sorted(bounds, key=lambda bound: bound.start):
        if bound.type != "Meeting" or not bound.things:
            continue
        if bound.spot.by in ("talk", "unnamed") or held(sheet, bound.start, bound.end):
            return bound.things[0]
    return None


__all__ = ["Calls", "bind_meetings", "entitle", "main_meeting"]
