"""Chains of posts and the facts they give: 省委书记、省人大常委会主任 before a name, 某局局长 behind a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from kg.extract.anchor.organs import WAS
from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.lists import asides
from kg.extract.mention.departments import is_department
from kg.extract.mention.titles import TURNED, lead, trailed
from kg.language.classes import NUMERALS, RANKS, all_of, one_of
from kg.language.lexicon import any_of, table, words
from kg.language.words import is_word

TAKEN = "taken"  # by somebody else than who had it
_LINK = re.compile(r"(?:[、,兼和与及暨/]|,?(?:并?兼任|以及|及其))?")
# 自治区党委常委、自治区|副主席: the title that names its organ has the level written before it.
_OWN_LINK = re.compile(rf"(?:{_LINK.pattern})(?:自治区|自治州|国家|行署|政府|常委会|人大常委会)?")
_ON = re.compile(r"(?:[、,兼和与及暨/;]|[、,]?(?:并?兼任|以及|及其)|党组|同时(?:兼任|担任|任))?")
# 市委常委甲和乙 share the post, 市长甲与乙 are two sides.
_NAMES = re.compile(r"[、和及]|以及")
# 甲法院|分管日常工作的|副院长
_CHARGE = re.compile(f"(?:{one_of('charge_verbs')})[^,、;。:]{{1,10}}")
# 某大学的|教授, 某大学的一名|教授
_ITS = re.compile("的(?:一[名位])?")
_IN_CHARGE = re.compile(f"(?:{_CHARGE.pattern})$")
_UNKNOWN = re.compile(r"[、,兼][\u3400-\u9fffA-Za-z]{2,16}")
_TAIL = re.compile(r"[\u3400-\u9fffA-Za-z]{1,14}")
_VERBAL = re.compile(r"[为任率同向对是在将被的]|[与和及](?!.{0,60}[局处部办所会司院]$)|出席|主持|参加|陪同|带领|介绍")
_LONGEST_ASIDE = 40
_ORGANS = ("organ", "relative", "known")


@dataclass(frozen=True, slots=True)
class Post:
    """A title and the mention of its organisation (None where none is written); status: former, planned or nothing.

    lost: words that nothing knows as a body's name stand right before the title.
    """

    title: Bound
    body: Bound | None
    status: str = ""
    lost: bool = False


def gap(article: Annotated, one: Bound, other: Bound) -> str:
    """What stands between two mentions, without blanks and asides in brackets."""
    return _plain(article.sheet.flat[one.end : other.start])


def _plain(text: str) -> str:
    """The text without blanks and asides, round ones inside square ones too: 某公司[以下简称“某所(MS)”]|董事长."""
    return re.sub(r"[\s“”‘’《》]|^\)", "", re.sub(r"\[[^\[\]]*\]", "", re.sub(r"\([^()]*\)", "", text)))


def in_line(article: Annotated, start: int, end: int) -> list[Bound]:
    """The mentions in `[start, end)` without those in a short aside behind a name or post: 某学院(某校)|副院长."""
    items = article.between(start, end)
    ends = {item.end for item in items}
    hidden = [(left, right) for left, right in asides(article, start, end)
              if left in ends and right - left <= _LONGEST_ASIDE]  # fmt: skip
    return [item for item in items if not any(left < item.start and item.end < right for left, right in hidden)]


def belongs(article: Annotated, body: Bound, title: Bound) -> bool:
    """Whether the post follows the body: at once, or behind words that lead up to it (前, 新任, 分管日常工作的)."""
    between = gap(article, body, title)
    if not between or body.end == lead(article.sheet, title.start)[0]:
        return True
    return bool(_ITS.fullmatch(between) or _CHARGE.fullmatch(between) or _welcomed().fullmatch(between))


@cache
def _welcomed() -> re.Pattern[str]:
    """Between a body and who newly has a post in it: 某公司|迎来第二任|董事长李文达."""
    return re.compile(rf"(?:{one_of('welcomed_posts')})了?(?:第[{NUMERALS}0-9]+任|首任|首位|新任|新一任|新)?")


def follows(article: Annotated, end: int, item: Bound) -> bool:
    """Whether the mention stands right behind an offset, or behind a call of its body (任|公司|董事长)."""
    start = lead(article.sheet, item.start)[0] if item.type == "Title" else item.start
    between = article.sheet.flat[end : max(end, start)].strip().removesuffix("的")
    return between in ("", "中共") or (item.type == "Title" and between in _calls())


@cache
def _calls() -> frozenset[str]:
    return frozenset(row[0] for row in table("post_calls")) | {"其"}


def chain_before(article: Annotated, items: Sequence[Bound], last: int) -> list[Post]:
    """The posts that end with the title at index `last`, from left to right."""
    posts, index = [], last
    while index >= 0 and items[index].type == "Title":
        title, body = items[index], None
        before = items[index - 1] if index > 0 else None
        if before is not None and before.type == "Organization" and belongs(article, before, title):
            body = before if not _of_delegation(article, title) else None  # 中国常驻|联合国|代表
            index -= 1
        elif before is not None and before.type == "Location" and belongs(article, before, title):
            branch = items[index - 2] if index > 1 and not title.things else None
            if branch is not None and branch.type == "Organization" and gap(article, branch, before) in _SENT_TO:
                body = branch  # 某公司|青江|负责人, 某组织驻|甲国|代表
                index -= 1
            index -= 1 if title.things or body is not None else 0
        if body is None and not title.things and _is_calling(article, items, index, title):
            index -= 1
            continue
        status = lead(article.sheet, title.start)[1]
        twin = _twin(article, body) if body is not None else None
        bridge = index > 1 and body is None and not title.things and _bridges(article, items[index - 1], title)
        if not bridge and body is None and not title.things and _placed(article, items, index):
            index -= 1
            bridge = True
        posts.append(Post(title, body, status, lost=bridge))
        if twin is not None:
            posts.append(Post(title, twin, status))
        index -= 1
        link = _LINK if body is not None or not title.things else _OWN_LINK
        if bridge:
            continue
        if index < 0 or items[index].type != "Title" or _calls_before(items, index):
            break
        between = _unled(article, items[index], items[index + 1])
        if title.things and body is None:
            between = _unseated(between, article.things[title.things[0]].name)
        own = body is not None or bool(title.things)
        if not link.fullmatch(between) or (own and between == "与"):
            break  # 甲国外长|与|乙组织代表丙: the post before belongs to nobody who is named
    return posts[::-1]


# 某局|派驻|石门村|第一书记
_SENT_TO = ("", *all_of("sent_to_villages"))


def _calls_before(items: Sequence[Bound], index: int) -> bool:
    """Whether the title belongs to the name right before it: 甲委乙|主任|、丙镇党委书记丁."""
    return index > 0 and items[index - 1].type == "Person" and items[index - 1].end == items[index].start


def _is_calling(article: Annotated, items: Sequence[Bound], index: int, title: Bound) -> bool:
    """Whether the word tells what a deputy or member lives by, and no post: 全国人大代表、|律师|甲."""
    before = items[index - 1] if index > 0 else None
    if title.spot.text not in all_of("callings_of_deputies") or before is None or before.type != "Title":
        return False
    return before.spot.text.endswith(("代表", "委员", "常委")) and gap(article, before, title) in ("、", ",", "兼")


def _of_delegation(article: Annotated, title: Bound) -> bool:
    """Whether the post is bound to the delegation that is kept at the body before it."""
    own = article.things[title.things[0]].name if title.things else ""
    return "常驻" in own and own.endswith("代表团")


def _unseated(between: str, office: str) -> str:
    """What stands between two posts without what the second's office is called by: 、|新北区|副区长, 兼|贸易|部长."""
    length = next((n for n in range(min(len(between), len(office)), 1, -1) if between[-n:] in office), 0)
    return between[: len(between) - length]


def _bridges(article: Annotated, one: Bound, other: Bound) -> bool:
    """Whether one post goes on to the next over words that nothing knows: 某网编委、|星河视频|董事长."""
    between = gap(article, one, other)
    return one.type == "Title" and bool(_UNKNOWN.fullmatch(between)) and not _VERBAL.search(between)


def _placed(article: Annotated, items: Sequence[Bound], index: int) -> bool:
    """Whether a post stands before a name that only begins the body of this one: 副秘书长、|南宁市|轨道办|主任."""
    heads = ("Location", "Organization", "Meeting", "Project")
    if index < 2 or items[index - 1].type not in heads or items[index - 2].type != "Title":
        return False
    tail = gap(article, items[index - 1], items[index])
    linked = _LINK.fullmatch(_unled(article, items[index - 2], items[index - 1]))
    return bool(linked and _TAIL.fullmatch(tail)) and not _VERBAL.search(tail)


def _twin(article: Annotated, body: Bound) -> Bound | None:
    """The organ in brackets behind an organ, which has the same head: 某区党工委|(某县委)|书记."""
    inside = article.between(body.end + 1, body.end + 24, "Organization")[:1]
    closed = inside and article.sheet.flat[body.end] == "(" and article.sheet.flat[inside[0].end :][:1] == ")"
    return inside[0] if closed and inside[0].start == body.end + 1 and inside[0].spot.by in _ORGANS else None


def _unled(article: Annotated, one: Bound, other: Bound) -> str:
    """What stands between two mentions, without the words that lead up to the second, a post: 会长、|原|校长."""
    start = lead(article.sheet, other.start)[0] if other.type == "Title" else other.start
    return _IN_CHARGE.sub("", _plain(article.sheet.flat[one.end : max(start, one.end)]))


def chain_after(article: Annotated, items: Sequence[Bound], first: int) -> list[Post]:
    """The posts that begin with the item at index `first`, from left to right."""
    posts: list[Post] = []
    body: Bound | None = None
    for index in range(first, len(items)):
        item = items[index]
        near = items[index - 1] if index > first else None
        ahead = near is not None and near.type != "Title" and item.type == "Title" and belongs(article, near, item)
        unknown = (
            near is not None and near.type == "Meeting" and bool(_TAIL.fullmatch(gap(article, near, item) or "会"))
        )
        if near is not None and not (ahead or unknown) and not _ON.fullmatch(_unled(article, near, item)):
            break
        if near is not None and gap(article, near, item) == "," and TURNED.match(article.sheet.flat, item.end):
            break  # 甲新任副会长,|秘书长|由乙兼任
        if item.type in ("Organization", "Location", "Meeting"):
            body = item if item.type == "Organization" else None
        elif item.type == "Title":
            posts.append(Post(item, body if ahead else None, lead(article.sheet, item.start)[1], lost=unknown))
            body = None
        else:
            break
    return posts


def rolled(article: Annotated, items: Sequence[Bound]) -> list[int]:
    """The indexes of the people of a roll that names each before the post: 甲 |某局科员|乙 |某校教师|丙 |某院院长.

    The blank stands behind the name there, and no post before the first one.
    """
    flat = article.sheet.flat
    if len(items) < _ROLL or flat.find(" ", items[0].start, items[-1].start) < 0:
        return []
    found: list[int] = []
    for index, item in enumerate(items[:-1]):
        if item.type != "Person" or not _BLANKS.fullmatch(flat, item.end, items[index + 1].start):
            continue
        before = items[index - 1] if index else None
        posted = before is not None and before.type == "Title" and not flat[before.end : item.start].strip()
        if posted and not found:
            return []
        linked = not found or all(
            one.type in ("Organization", "Location", "Title") for one in items[found[-1] + 1 : index]
        )
        if posted and linked:
            found.append(index)
        elif not posted:
            found = [index]
    return found if len(found) >= _ROLL // 2 else []


_ROLL = 6  # mentions at least in a roll of three people
_BLANKS = re.compile("[ \u3000]{1,4}")


def in_turn(posts: Sequence[Post]) -> list[Post]:
    """The posts, each with its body: one without has that of the post before it."""
    told: list[Post] = []
    for post in posts:
        body = post.body or (told[-1].body if told and not post.title.things and not post.lost else None)
        told.append(Post(post.title, body, post.status, post.lost))
    return told


def sharing(article: Annotated, items: Sequence[Bound], first: int) -> Iterator[Bound]:
    """The person at index `first` and those enumerated right behind: 市委常委李国强、高丽华、刘志明."""
    yield items[first]
    people = [item for item in items[first:] if item.type != "Title" or item.spot.text not in words("honorifics")]
    for one, other in pairwise(people):
        if other.type != "Person" or not _addressed().fullmatch(gap(article, one, other)):
            return
        yield other


@cache
def _addressed() -> re.Pattern[str]:
    """Between two names of a list, with the word of address behind the first: 甲律师|和|乙, 甲先生|、|乙."""
    return re.compile(f"(?:{any_of(('先生', '女士', '同志', '律师', '教授', '博士'))})?(?:{_NAMES.pattern})")


def list_ending(article: Annotated, items: Sequence[Bound], last: int) -> list[Bound]:
    """The people enumerated up to the person at index `last`."""
    people = [items[last]]
    for one, other in zip(items[last - 1 :: -1], items[last::-1], strict=False):
        if one.type != "Person" or not _NAMES.fullmatch(gap(article, one, other)):
            break
        people.insert(0, one)
    return people


def holds(article: Annotated, person: Bound, chain: Sequence[Post], rule: str, status: str = "") -> Iterator[Fact]:
    """HOLDS_POSITION for every post of the chain; one without a body has the body of the post before it.

    status: former, planned, nothing, or TAKEN where what the words at the chain say is told of who had the posts.
    """
    body: Bound | None = None
    over = ""  # former from the first post on that a word before it calls so
    for post in chain:
        over = _still(article, post, body, over)
        own = post.title if post.title.things else None
        called = own is not None and post.body is not None and _is_named_beside(article, post.body)
        body = (own if called else post.body or own) or (None if post.lost else body)
        if body is None or not body.things:
            continue
        trail = trailed(article.sheet, post.title.end)
        past = _past(article, post)
        over = over or ("former" if post.status == "former" or past in _FOR_ALL else "")
        said = status or post.status or over or ("former" if past else "")
        text = _WAS_HEAD.sub("", post.title.spot.text)
        said = said or ("former" if text != post.title.spot.text else "")
        state = trail or ("" if status == TAKEN else said)
        properties = {"status": state} if state else {}
        for house in (body, *(_wholes(article, body) if body is post.body else ()), *_alike(article, body)):
            title = article.sheet.flat[house.end : body.end] + text if house.start == body.start else text
            yield article.fact((person.things[0], person), "HOLDS_POSITION", (house.things[0], house),
                               trigger=(post.title.start, post.title.end), rule=rule,
                               properties={**properties, "titles": [title]},
                               confidence=0.9)  # fmt: skip


# 票据管理部|原|总经理: the title with its department before it
_WAS_HEAD = re.compile("(?<=[部处科室司局院所心会办行队厂站])[原前](?=副?[\u3400-\u9fff]{1,5}$)")


def _alike(article: Annotated, body: Bound) -> list[Bound]:
    """The body of the same kind right before, with which it shares its head: 甲县人民医院、|乙县人民医院|院长丙.

    Two stand in such a pair, at the head of a clause: a longer list is of who is there.
    """
    flat, start = article.sheet.flat, body.start
    if flat[start - 1 : start] not in ("、", "和", "及") or body.spot.type != "Organization":
        return []
    left = article.sheet.sentence(start)[0]
    before = [b for b in article.between(max(left, start - _LONGEST_TWIN), start, "Organization") if b.things]
    twin = before[-1] if before and before[-1].end == start - 1 else None
    if twin is None or twin.things == body.things or (twin.start > left and flat[twin.start - 1] not in ",;:。\n“"):
        return []
    one, other = (article.things[b.things[0]].name for b in (twin, body))
    kinds = all_of("bodies_with_one_head")
    same = next((kind for kind in kinds if one.endswith(kind) and other.endswith(kind)), "")
    governing = one.endswith("委") and other == one.removesuffix("委") + "政府"
    return [twin] if same or governing else []


_LONGEST_TWIN = 30


def _still(article: Annotated, post: Post, last: Bound | None, over: str) -> str:
    """What was said of the posts before, where it is said of this one, too: 原甲局党组书记、|局长|乙 is neither now.

    A new body ends it, unless it is an organ of the same place or who is named has fallen.
    """
    if not over or post.status or _as_of_now(article, post):
        return ""
    if post.body is None:
        return over if not post.title.things or last is None or _same_seat(article, last, post.title) else ""
    leans = post.body.spot.by in ("relative", "bare") or last is None or _same_seat(article, last, post.body)
    leans = leans and post.body.things != () and article.things[post.body.things[0]].name.endswith(_OF_STATE)
    return over if leans or _fallen().match(article.sheet.flat, post.title.end) else ""


# Organs, which somebody leaves together; 市政协原副主席、市书法协会主席|李文达 still has the second post.
_OF_STATE = (*"委厅局部署院府", "人大", "政协", "常委会", "党组", "办公室", "党支部", "党总支")


def _as_of_now(article: Annotated, post: Post) -> bool:
    start = (post.body or post.title).start
    return bool(_NOW.search(article.sheet.flat, max(0, start - 4), start))


_NOW = re.compile("(?:[现新候续]任|现为|现)$")


def _same_seat(article: Annotated, one: Bound, other: Bound) -> bool:
    """Whether the names of two bodies begin with the same place: 青江市委, 青江市人大常委会."""
    names = [article.things[bound.things[0]].name if bound.things else "" for bound in (one, other)]
    seat = _SEAT.match(names[0])
    return names[0] == names[1] or (seat is not None and names[1].startswith(seat.group()))


_SEAT = re.compile(rf"[\u3400-\u9fff]{{1,12}}?(?:社区|街道|[{RANKS}镇乡村])")


@cache
def _fallen() -> re.Pattern[str]:
    """Behind the last post and a name, of who is tried or looked into: 甲|涉嫌严重违纪违法, 甲|受贿一案."""
    return re.compile(rf"[\u3400-\u9fff·]{{2,5}}(?:,|因|等人)?(?:{one_of('falling_from_office')})")


def _is_named_beside(article: Annotated, body: Bound) -> bool:
    """Whether what was taken for the body of a call has its name further on: 集团|董事长甲与乙集团总裁丙."""
    if body.spot.text not in _calls():
        return False
    behind = article.between(body.end, article.sheet.sentence(body.start)[1], "Organization")
    return any(one.things == body.things for one in behind)


def _wholes(article: Annotated, body: Bound) -> list[Bound]:
    """The body whose department this is, where it is written: who heads 青江大学|法学院 has a post at 青江大学."""
    inner = article.all_between(body.start, body.end, "Organization")
    wholes = [b for b in inner if b.inner and b.start == body.start and b.things and b.things != body.things]
    posted = article.sheet.flat.endswith("驻", 0, body.start)  # 某纪委派驻|某厅|监察组 is no part of the 厅
    parts = [(b, article.sheet.flat[b.end : body.end]) for b in wholes]
    return [] if posted else [b for b, part in parts if not _joins(part) and is_department(part)]


def _joins(part: str) -> bool:
    """Whether the words only go on with the field before them: 某局博物馆|与社会文物司; but 和平与自由中心."""
    return part[0] in "与及" or (part[0] == "和" and not is_word(part[:2]))


# 前局长, but 目前|局长
_PAST = re.compile(
    rf"(?<![目日此之当年月以从眼天周先])(?P<mark>{one_of('former_marks')})(?:[\u3400-\u9fff]{{0,4}}的)?$"
)


# 原局长、党组书记|李文达 is neither any more; who is relieved (免去副局长、调研员李文达的副局长职务) keeps the rest.
_FOR_ALL = ("原", "前", "时任", "曾任")


def _past(article: Annotated, post: Post) -> str:
    """The word that calls the post one that is no longer held, or nothing."""
    start = (post.body or post.title).start
    if post.body is not None and "原" in post.body.spot.text and WAS.search(post.body.spot.text) is not None:
        return "原"
    match = _PAST.search(article.sheet.flat, max(0, start - 8), start)
    if match is None and post.title.things:
        match = _WAS_FIELD.search(article.sheet.flat, max(0, start - 8), start)
        name = article.things[post.title.things[0]].name
        return match["mark"] if match is not None and name.endswith(f"{match['field']}部") else ""
    return match["mark"] if match is not None else ""


# 甲国|前工业|部长
_WAS_FIELD = re.compile("(?P<mark>[前原])(?P<field>[\u3400-\u9fff]{2,6})$")
