"""The parties of something that organisations do together, and on which side each stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.extract.annotated import Annotated, Bound
from kg.extract.lists import gap, plain, spoken
from kg.extract.mention.departments import is_department
from kg.extract.sheet import BRACKETS
from kg.language.classes import BELONGING, COMITATIVES, COUNTS, EVALUATIVES, LISTED_BODIES, VAGUE, all_of, one_of
from kg.language.organisations import without_place

# 某供销社|下属企业 signs, not the one above.
_UNDER = re.compile(f"(?:的)?(?:{BELONGING}|辖区)[^,。;、与和同]{{0,6}}(?:{one_of('kinds_of_members')})")
_MEMBERS = re.compile(
    f"(?:的)?(?:首批|意向|创始|正式|全体|部分|{VAGUE}|{EVALUATIVES}|[0-9{COUNTS}]{{1,4}}[家个名]){{0,4}}(?:{one_of('members_of_bodies')})"
    f"|(?:的)?(?:官方|授权|指定|独家|区域|本地|一级|{EVALUATIVES}){{0,3}}(?:{one_of('who_trades_for_bodies')})"
)
_PAIRS = 2
# 甲与|某投资、|丙与丁: what stands between is a party that nothing was read in.
_UNREAD = re.compile("[与跟同][^与同和跟、及,]{2,16}、")
# 甲、|某园艺公司与|乙
_UNREAD_FIRST = re.compile("、[^与同和跟、及,]{2,16}[与跟同]")
# A post that signs for its body.
_LEADS = re.compile(f"(?:{one_of('short_posts')})$")
_FORMER = re.compile(r"原|前|时任")
# 就|共建甲实验室|一事
_ABOUT = re.compile("(?:就|围绕|针对|关于|有关)[“]?[^,。;与和同跟及、由]{0,10}$")
_NEAR_TOPIC = 14
_OWN_PEOPLE = 10
# 甲、乙|(等部门)分别与|部队; 甲和乙等四个单位|和|两家企业
_OTHERS = re.compile(
    f"(?:等(?:[0-9{COUNTS}]{{0,4}}[家个名])?(?:[^,。;、与和同跟]{{0,4}}(?:{LISTED_BODIES}|部门))?)?"
    "(?:(?P<with>(?:分别|各自|先后|已|也|又|还|正式|共同|现场){0,3}(?:[与跟]|同(?![时日期步意样年月]))(?![会此其]))|(?:、|和|及|以及)(?!其))"
)
# 商会|副会长兼秘书|长: nothing but the posts between a body and the mark of enumeration.
_ONLY_POSTS = re.compile("[^,。;、与和同跟]{0,8}")
# Bodies that sign themselves, whoever of their departments' heads holds the pen.
_HOUSES = ("大学", "学院", "公司", "集团")
# 甲大学|学生|李文达
_OF_ITSELF = re.compile(f"(?:的)?(?:[\u3400-\u9fff]{{0,4}})(?:{one_of('common_people')})$")


@dataclass(frozen=True, slots=True)
class Party:
    """One party: the organisation, and the person who acts for it where one is named right behind it.

    body is None for a person who acts alone. side: 0 before 与, 1 behind it, None where nothing parts the sides.
    Of those who sign two by two (甲与乙、丙与丁) the second two have 2 and 3, and so on.
    """

    body: Bound | None
    hand: Bound | None
    side: int | None = None

    @property
    def start(self) -> int:
        """Offset of its first mention."""
        return min(bound.start for bound in (self.body, self.hand) if bound)

    @property
    def end(self) -> int:
        """Offset behind its last mention."""
        return max(bound.end for bound in (self.body, self.hand) if bound)


def parties_between(article: Annotated, start: int, end: int) -> list[Party]:
    """The parties named in `[start, end)` in order, parted by 与, 和, 同 or 跟."""
    found: list[Party] = []
    items = [item for item in spoken(article, start, end, "Organization", "Person") if not _venue(article, item)]
    items = [item for item in items if not only_whose(article, item)]
    items = [item for item in items if not topic(article, item)]
    index = 0
    while index < len(items):
        item = items[index]
        following = items[index + 1] if index + 1 < len(items) else None
        if item.type == "Person":
            found.append(Party(None, item))
        elif following is not None and following.type == "Person" and _of_itself(article, item, following):
            pass  # 甲大学|学生|李文达 signs for himself
        elif following is not None and following.type == "Person" and _acts_for(article, item, following):
            whole = _whole(article, item, found)
            if found and found[-1].body is whole and found[-1].hand is None:
                found.pop()
            found.append(Party(None if _left(article, item, following) else whole, following))
            index += 1
        elif following is None or not _only_owner(article, item, following):
            found.append(Party(_whole(article, item, found), None))
        index += 1
    return _sided(article, _connected(article, found), end)


def _whole(article: Annotated, item: Bound, found: Sequence[Party]) -> Bound:
    """青江大学规划处|处长: the school or firm for which the head of its department signs; any other body itself."""
    if not any(bound.type == "Title" for bound in article.bounds_from(item.end)):
        return item
    for inner in article.all_between(item.start, item.end, "Organization"):
        if inner.start == item.start and inner.end < item.end and inner.spot.text.endswith(_HOUSES):
            return inner
    before = found[-1].body if found and found[-1].hand is None else None
    if before is not None and before.spot.text.endswith(_HOUSES) and len(before.things) == len(item.things) == 1:
        own, name = (article.things[bound.things[0]].name for bound in (before, item))
        return before if name.startswith(own) else item
    return item


def of_house(article: Annotated, item: Bound) -> bool:
    """青江大学|工商学院|院长李文达: a department of the school or firm that signs by its head."""
    if (
        item.type != "Organization"
        or not item.things
        or not any(b.type == "Title" for b in article.bounds_from(item.end))
    ):
        return False
    name = article.things[item.things[0]].name
    heads = (name.find(end) + len(end) for end in _HOUSES if end in name[:-1])
    return any(4 <= at < len(name) and is_department(name[at:]) for at in heads)


def topic(article: Annotated, item: Bound) -> bool:
    """就|共建甲实验室, 围绕|甲公司重组|签署: what the paper is about is no party; 就甲项目与|乙公司 is one."""
    left, _ = article.sheet.clause(item.start)
    return bool(_ABOUT.search(article.sheet.flat, max(left, item.start - _NEAR_TOPIC), item.start))


def only_whose(article: Annotated, item: Bound) -> bool:
    """某供销社|下属企业, 甲银行|首批成员国: the mention only says whose those are who act."""
    flat = article.sheet.flat
    return _UNDER.match(flat, item.end) is not None or _MEMBERS.match(flat, item.end) is not None


def _venue(article: Annotated, item: Bound) -> bool:
    """在甲宾馆|签署: where it takes place is no party."""
    return item.type == "Organization" and article.sheet.flat[item.start - 1 : item.start] in ("在", "于")


_KIND = re.compile(r"两(?:家|所)?(医院|企业|公司|学校|高校|大学|校)")
_ENDS: dict[str, tuple[str, ...]] = {
    "医院": ("医院",),
    "企业": ("公司", "集团", "企业", "厂"),
    "公司": ("公司", "集团"),
    "学校": all_of("kinds_of_schools"),
    "高校": ("大学", "学院"),
    "大学": ("大学",),
    "校": all_of("kinds_of_schools"),
}
_MEETS = re.compile(r"走进|来到|到访|前往|依托|牵手|拜访|引进|派|邀请|与|和|同|跟|为|向")
_ONE_TO_OTHER = re.compile(f"{one_of('verbs_of_two_sides')}|获")
_UNDER_IT = re.compile(f"(?:{BELONGING}|子公司)[^,。;]{{0,6}}$")
# not 交战|双方, 供需|双方, who are a kind of sides
BOTH = re.compile(
    r"(?<!交战)(?<!当事)(?<!供需)(?<!劳资)(?<!买卖)(?<!冲突)(?<!争议)(?<!控辩)双方(?!企业|客商|商家|媒体)|两地|三方|四方|五方|各方|两市|两省|两州|两县|两校|两家|双双|两院|校企|院企"
)


def both(article: Annotated, start: int, end: int) -> list[Party]:
    """The parties that 双方 in `[start, end)` means: those named before it in its sentence, else in the two before."""
    index = article.sheet.sentence_index(start)
    spans = [(article.sheet.sentences[index][0], end), *reversed(article.sheet.sentences[max(0, index - 2) : index])]
    for left, right in spans:
        run = [party for party in parties_between(article, left, right) if party.body]
        if len(run) >= 2:
            return run
    return _of_kind(article, start, spans) or _two(article, spans)


def _of_kind(article: Annotated, start: int, spans: Sequence[tuple[int, int]]) -> list[Party]:
    """两家医院: the last two hospitals named."""
    said = _KIND.search(article.sheet.flat, spans[0][0], article.sheet.sentence(start)[1])
    if said is None:
        return []
    for left, right in spans[:2]:
        bodies = [b for b in spoken(article, left, right, "Organization") if b.spot.text.endswith(_ENDS[said.group(1)])]
        named = list({bound.things: bound for bound in bodies if bound.things}.values())[-2:]
        if len(named) == 2:
            return [Party(named[0], None, 0), Party(named[1], None, 1)]
    return []


def _two(article: Annotated, spans: Sequence[tuple[int, int]]) -> list[Party]:
    """甲公司走进乙集团,双方…: the only two of the clauses or the sentence before, with such a verb between them."""
    for left, right in spans[:2]:
        bodies = [bound for bound in spoken(article, left, right, "Organization") if bound.things]
        named = list({bound.things: bound for bound in reversed(bodies)}.values())[::-1]
        if len(named) == 2 and two_sides(article.sheet.flat[named[0].end : named[1].start]):
            return [Party(named[0], None, 0), Party(named[1], None, 1)]
    return []


def _of_itself(article: Annotated, body: Bound, person: Bound) -> bool:
    """Whether the person is one of those for whom the body does nothing: 甲大学|学生|李文达."""
    between = article.sheet.flat[body.end : person.start]
    return len(between) <= _OWN_PEOPLE and bool(_OF_ITSELF.fullmatch(between))


def two_sides(between: str) -> bool:
    """Whether what stands between two bodies makes them two sides: a verb of the one done to or with the other."""
    if _MEETS.search(between):
        return True
    return bool(_ONE_TO_OTHER.search(between)) and not _UNDER_IT.search(between)


def _acts_for(article: Annotated, body: Bound, person: Bound) -> bool:
    """Whether only posts stand between the organisation and the person."""
    between = article.between(body.end, person.start, "Title")
    words = article.sheet.flat[body.end : person.start]
    for title in between:
        words = words.replace(title.spot.text, "", 1)
    return len(re.sub(r"[、,兼和原股东创始人负责]", "", plain(words))) <= 2 and len(words) <= 30


def employer(article: Annotated, person: Bound) -> Bound | None:
    """The only organisation right before whose post the person is named anywhere in the article, or None."""
    found: dict[tuple[int, ...], Bound] = {}
    for other in article.between(0, len(article.sheet.flat), "Person"):
        if other.things != person.things:
            continue
        post = article.between(max(0, other.start - 30), other.start, "Title")[-1:]
        for title in post:  # 常务副省长|李文达: the post itself means the body
            former = _FORMER.match(article.sheet.flat, title.start - 1) or not _LEADS.search(title.spot.text)
            if title.things and title.end == other.start and not former:
                found.setdefault(title.things, title)
        before = spoken(article, max(0, other.start - 30), other.start, "Organization")[-1:]
        for body in before:
            if (
                _acts_for(article, body, other)
                and not _of_itself(article, body, other)
                and not _left(article, body, other)
            ):
                found.setdefault(body.things, body)
    return next(iter(found.values())) if len(found) == 1 else None


def _left(article: Annotated, body: Bound, person: Bound) -> bool:
    return bool(_FORMER.match(article.sheet.flat[body.end : person.start]))


def _only_owner(article: Annotated, body: Bound, other: Bound) -> bool:
    return gap(article, body, other) == "的"


def _connected(article: Annotated, found: Sequence[Party]) -> list[Party]:
    """The last unbroken run of parties: a comma ends it only where no 与 or 、 stands beside."""
    run: list[Party] = []
    for party in found:
        if run and not _joins(article, run[-1], party):
            run = []
        run.append(party)
    return run


def _joins(article: Annotated, one: Party, other: Party) -> bool:
    words = plain(article.sheet.flat[one.end : _list_start(article, other)])
    return len(words) <= 16 and "。" not in words and bool(re.search(f"[、与同跟和及]|以及|{COMITATIVES}", words))


def _list_start(article: Annotated, party: Party) -> int:
    """Where the party begins, the places before a head that stands for offices of all of them: 甲、乙|两省民政厅."""
    start = party.start
    if party.body is None or len(party.body.things) < _PAIRS:
        return start
    for place in reversed(spoken(article, article.sheet.clause(start)[0], start, "Location")):
        if article.sheet.flat[place.end : start] not in ("", "、", "和", "与", "及"):
            break
        start = place.start
    return start


def _sided(article: Annotated, run: Sequence[Party], end: int) -> list[Party]:
    """The parties with their sides: the first 与 (else the 和 of two) parts them; in 甲与乙、丙与丁 each 与 does.

    end: where the words about the parties end. Those of whom it is told that they face somebody who is not named, and
    the bodies in which one person has posts, are one side.
    """
    gaps = [plain(article.sheet.flat[one.end : other.start]) for one, other in pairwise(run)]
    sides = _two_by_two(article, run, gaps)
    if sides:
        return [Party(party.body, party.hand, side) for party, side in zip(run, sides, strict=True)]
    parts = [at for at, (one, other) in enumerate(pairwise(run)) if not _of_one_person(article, one, other)]
    if len(run) > 1 and (not parts or _faces_others(article, run[-1].end, end, gaps)):
        return [Party(party.body, party.hand, 0) for party in run]
    first = _cut([gaps[at] for at in parts])
    if first is None and len(parts) == len(gaps) and _of_one_place(article, run, gaps):
        first = len(parts) - 1
    cut = None if first is None else parts[first]
    if cut is None:
        return list(run)
    return [Party(party.body, party.hand, 0 if index <= cut else 1) for index, party in enumerate(run)]


def _of_one_place(article: Annotated, run: Sequence[Party], gaps: Sequence[str]) -> bool:
    """甲省外办、甲省体育局|和乙协会: the offices of one place before the last 和, somebody from elsewhere behind it."""
    if len(run) < _PAIRS + 1 or gaps[-1] not in ("和", "及", "以及") or any(words != "、" for words in gaps[:-1]):
        return False
    places = []
    for party in run:
        name = article.things[party.body.things[0]].name if party.body is not None and party.body.things else ""
        places.append(name.removesuffix(without_place(name)) if name else "")
    return bool(places[0]) and len(set(places[:-1])) == 1 and places[-1] != places[0]


def _of_one_person(article: Annotated, one: Party, other: Party) -> bool:
    """甲商会会长、|乙集团董事长李文达: the bodies before one name are those of that person's posts."""
    flat = article.sheet.flat
    if one.body is None or one.hand is not None or other.body is None or flat[other.body.start - 1] != "、":
        return False
    posts = article.between(one.body.end, other.body.start, "Title")
    ends = bool(posts) and posts[-1].end == other.body.start - 1
    return ends and _ONLY_POSTS.fullmatch(flat, one.body.end, posts[0].start) is not None


def _faces_others(article: Annotated, start: int, end: int, gaps: Sequence[str]) -> bool:
    """甲、乙|分别与部队签约, 甲等三个部门和乙等四个单位|和两家企业: the parties so far are no two sides."""
    if any(mark in words for words in gaps for mark in "与同跟"):
        return False
    told = _OTHERS.match(BRACKETS.sub("", article.sheet.flat[start:end]))
    return told is not None and (told["with"] is not None or any("和" in words for words in gaps))


def _in_pairs(gaps: Sequence[str]) -> list[int]:
    """The sides of parties that sign two by two, from what stands between them: 与 、 与 → 0 1 2 3; else nothing."""
    withs = [index for index, words in enumerate(gaps) if any(mark in words for mark in "与同跟")]
    if len(withs) < _PAIRS or any(after - before < _PAIRS for before, after in pairwise(withs)) or withs[0] != 0:
        return []
    starts = set(withs)
    sides, side = [], -1
    for index in range(len(gaps) + 1):
        if index in starts:
            side += 1 if side % 2 else 2  # -1 before the first is odd
        elif index - 1 in starts:
            side += 1
        sides.append(side)
    return sides


def _two_by_two(article: Annotated, run: Sequence[Party], gaps: Sequence[str]) -> list[int]:
    """The sides of parties that sign two by two, unread ones counted in: 甲与|某投资|、丙与丁 → 0 2 3."""
    if not any(mark in words for words in gaps for mark in "与同跟"):
        return []
    first = article.sheet.token_at(run[0].start - 1) if run[0].start else None
    led = first is not None and first.tag == "c" and first.text in ("与", "同", "跟")
    whole, at = (["与"] if led else []), [int(led)]
    for words, (one, other) in zip(gaps, pairwise(run), strict=True):
        if _UNREAD.fullmatch(words):
            whole += ["与", "、"]
        elif _UNREAD_FIRST.fullmatch(words) and not article.between(one.end, other.start, "Title"):
            whole += ["、", "与"]
        else:
            whole.append(words)
        at.append(len(whole))
    sides = _in_pairs(whole)
    return [sides[index] for index in at] if sides else []


def _cut(gaps: Sequence[str]) -> int | None:
    """Which of the gaps between the parties parts the sides, None where none does.

    甲|和乙、丙 is 甲 with the others: the 和 that only links stands before the last of a list.
    """
    for marks in ("与同跟", "和"):
        cuts = [index for index, words in enumerate(gaps) if any(mark in words for mark in marks)]
        last = cuts[-1:] == [len(gaps) - 1]
        if cuts and (marks != "和" or len(gaps) == 1 or (len(cuts) == 1 and not last)):
            return cuts[0]
    return 0 if len(gaps) == 1 else None
