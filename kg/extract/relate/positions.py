"""HOLDS_POSITION: 省委书记、省人大常委会主任陈刚; 张三任某局局长; 李四、王五等委员."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.mention.titles import past_start
from kg.language.organisations import is_company

_LINK = re.compile(r"(?:[、,兼和及暨]|兼任|以及)?")
# 自治区党委常委、自治区|副主席: the title that names its organ has the level written before it.
_OWN_LINK = re.compile(r"(?:[、,兼和及暨]|兼任|以及)?(?:自治区|自治州|国家|行署|政府|常委会|人大常委会)?")
_COMPANY_POST = re.compile(r"董事长|总经理|总裁|首席.*官|董事会秘书|副总经理|总工程师|行长|厂长|监事长|总监")
_NAMES_LINK = re.compile(r"[、和与及]")
_NAMED = re.compile(
    r"(?:同志|,|已|于[^,。]{1,12}|正式|还|继续|兼|此前|今年|去年|[\d年月日]+|[今明去]年\d+月|起){0,4}"
    r"(?P<verb>任命为|被任命为|担任|出任|就任|接任|兼任|调任|升任|改任|转任|当选为?|获任|履新|历任|曾任|曾担任|现任|任|是|为)(?:了)?"
)
_STATUS = {"曾任": "former", "曾担任": "former", "历任": "former", "拟任": "planned"}
_NAMING = re.compile(r"(?P<verb>任命|决定任命|选举|推选|增补|补选|聘任|聘请|聘)$")


@dataclass(frozen=True, slots=True)
class Post:
    """A title and the mention of its organisation (None where none is written)."""

    title: Bound
    body: Bound | None


def relate(article: Annotated) -> Iterator[Fact]:
    """Posts written before names, behind names, and for lists that end with 等委员."""
    for start, end in article.sentences():
        items = article.between(start, end)
        yield from _before_names(article, items)
        yield from _behind_names(article, items)
        yield from _appointments(article, items)
        yield from _he(article, items, start)
        yield from _later_clauses(article, items)
        yield from _around_names(article, items)
        yield from _groups(article, items)


def _gap(article: Annotated, one: Bound, other: Bound) -> str:
    return re.sub(r"\s|\([^()]*\)|^\)", "", article.sheet.flat[one.end : other.start])


def _right_before(article: Annotated, body: Bound, title: Bound) -> bool:
    """Whether the post follows the body at once, or with a word that says that it is of the past (前, 原)."""
    return not _gap(article, body, title) or body.end == past_start(article.sheet, title.start)


def _before_names(article: Annotated, items: Sequence[Bound]) -> Iterator[Fact]:
    for index, item in enumerate(items):
        if item.type != "Person" or index == 0:
            continue
        previous = items[index - 1]
        if previous.type != "Title" or _gap(article, previous, item) not in ("", "、", "的"):
            continue
        chain = _chain(article, items, index - 1)
        if _gap(article, previous, item) == "的" and not _in_office(article, chain):
            continue
        for person in _sharing(article, items, index):
            yield from _facts(article, person, chain, "post before name")


def _in_office(article: Annotated, chain: Sequence[Post]) -> bool:
    """Whether a verb of holding stands before the chain: 现任某局局长|的|甲."""
    start = (chain[0].body or chain[0].title).start
    return bool(re.search(r"(?:担任|现任|出任|任)$", article.sheet.flat[max(0, start - 4) : start]))


def _chain(article: Annotated, items: Sequence[Bound], last: int) -> list[Post]:
    """The posts that end with the title at `last`, from left to right."""
    posts, index = [], last
    while index >= 0 and items[index].type == "Title":
        title, body = items[index], None
        if index > 0 and items[index - 1].type == "Organization" and _right_before(article, items[index - 1], title):
            body = items[index - 1]
            index -= 1
        elif (
            index > 0
            and items[index - 1].type == "Location"
            and _right_before(article, items[index - 1], title)
            and title.things
        ):
            index -= 1
        posts.append(Post(title, body))
        index -= 1
        link = _LINK if body is not None or not title.things else _OWN_LINK
        if (
            index < 0
            or items[index].type != "Title"
            or not link.fullmatch(_gap(article, items[index], items[index + 1]))
        ):
            break
    return posts[::-1]


def _forward(article: Annotated, items: Sequence[Bound], first: int) -> list[Post]:
    """The posts that begin with the item at `first`, from left to right."""
    posts: list[Post] = []
    index, body = first, None
    while index < len(items):
        item = items[index]
        if index > first and not re.fullmatch(
            r"(?:[、,兼和及;]|兼任|以及|党组)?", _gap(article, items[index - 1], item)
        ):
            break
        if item.type in ("Organization", "Location"):
            body = item if item.type == "Organization" else None
        elif item.type == "Title":
            adjacent = index > 0 and not _gap(article, items[index - 1], item)
            posts.append(Post(item, body if adjacent else None))
            body = None
        else:
            break
        index += 1
    return posts


def _sharing(article: Annotated, items: Sequence[Bound], first: int) -> Iterator[Bound]:
    """The person at `first` and those enumerated right behind: 市委常委李国强、高丽华、刘志明."""
    yield items[first]
    for one, other in zip(items[first:], items[first + 1 :], strict=False):
        if other.type != "Person" or not _NAMES_LINK.fullmatch(_gap(article, one, other)):
            return
        yield other


def _behind_names(article: Annotated, items: Sequence[Bound]) -> Iterator[Fact]:
    """张三任某局局长; 任命张三为某局局长."""
    for index, item in enumerate(items):
        following = next(
            (k for k in range(index + 1, len(items)) if items[k].type in ("Organization", "Title", "Location")), None
        )
        if item.type != "Person" or following is None:
            continue
        verb = _NAMED.match(article.sheet.flat, item.end, items[following].start)
        if verb is None or article.sheet.flat[verb.end() : items[following].start].strip():
            continue
        naming = _NAMING.search(article.sheet.flat[max(0, item.start - 6) : item.start])
        if verb.group("verb") == "为" and not naming:
            continue
        posts = _forward(article, items, following)
        if verb.group("verb") == "是" and not (posts and _gap(article, item, items[following]) in ("是", "还是")):
            continue
        yield from _facts(article, item, posts, "post behind name", _STATUS.get(verb.group("verb"), ""))


_HE = re.compile(
    r"(?:此外,?|同时,?)?[他她](?:还|也|同时)?(?P<verb>是|任|现任|兼任|当选为?|担任|曾任|历任)(?:第?[一二三四五六七八九十]+届)?"
)


def _he(article: Annotated, items: Sequence[Bound], start: int) -> Iterator[Fact]:
    """他是某会委员: the person whom the sentence before speaks of first."""
    verb = _HE.match(article.sheet.flat, start)
    index = article.sheet.sentence_index(start)
    if verb is None or not items or index == 0 or article.sheet.flat[verb.end() : items[0].start].strip():
        return
    before = article.between(*article.sheet.sentences[index - 1], "Person")
    if before:
        status = _STATUS.get(verb.group("verb"), "")
        yield from _facts(article, before[0], _forward(article, items, 0), "post of the person before", status)


def _around_names(article: Annotated, items: Sequence[Bound]) -> Iterator[Fact]:
    """某集团|甲|副总裁: the organisation before the name, the post behind it."""
    for body, person, title in zip(items, items[1:], items[2:], strict=False):
        kinds = (body.type, person.type, title.type)
        if kinds == ("Organization", "Person", "Title") and not (
            _gap(article, body, person) + _gap(article, person, title)
        ):
            yield from _facts(article, person, [Post(title, body)], "post around name")
    for person, title in pairwise(items):
        if (person.type, title.type) == ("Person", "Title") and title.things and not _gap(article, person, title):
            yield from _facts(article, person, [Post(title, None)], "post behind name without a verb")


_THEN = re.compile(
    r"(?<=[,;])(?:[^,;。]{0,12}?(?:年|月|日))?(?:起|后|至今)?,?"
    r"(?P<verb>现任|拟任|曾任|历任|兼任|担任|出任|调任|升任|转任|任|当选为?|现为)(?:第?[一二三四五六七八九十]+届)?"
)


def _later_clauses(article: Annotated, items: Sequence[Bound]) -> Iterator[Fact]:
    """甲,男,汉族,…,现任某局局长,拟任某厅副厅长: posts in later clauses of the sentence's only subject."""
    people = [item for item in items if item.type == "Person"]
    if not people:
        return
    subject, flat = people[0], article.sheet.flat
    end = article.sheet.sentence(subject.start)[1]
    for verb in _THEN.finditer(flat, subject.end, end):
        index = next((k for k, item in enumerate(items) if item.start >= verb.end()), None)
        others = [person for person in people[1:] if person.start < verb.start()]
        if index is None or others or flat[verb.end() : items[index].start].strip():
            continue
        status = _STATUS.get(verb.group("verb"), "")
        yield from _facts(article, subject, _forward(article, items, index), "post in a later clause", status)


_TO_POST = re.compile(r"(?:等\d*人)?(?:同志)?为(?:第[一二三四五六七八九十]+届)?")
_FROM_POST = re.compile(r"(?:同志)?(?:兼任)?的(?:第[一二三四五六七八九十]+届)?")


def _appointments(article: Annotated, items: Sequence[Bound]) -> Iterator[Fact]:
    """任命甲、乙为某局局长; 免去丙的某局局长职务."""
    flat = article.sheet.flat
    for index, item in enumerate(items):
        if item.type != "Person":
            continue
        naming = re.search(
            r"(任命|增补|选举|补选|推选|聘任|聘请|免去|任免|,|;)$", flat[max(0, item.start - 4) : item.start]
        )
        opened = re.search(
            r"任命|增补|选举|补选|推选|聘任|免去", flat[article.sheet.sentence(item.start)[0] : item.start]
        )
        if naming is None or opened is None:
            continue
        people = list(_sharing(article, items, index))
        after = index + len(people)
        verb = (_FROM_POST if naming.group() == "免去" else _TO_POST).match(flat, people[-1].end)
        if verb is None or after >= len(items) or flat[verb.end() : items[after].start].strip():
            continue
        status = "former" if naming.group() == "免去" else ""
        for person in people:
            yield from _facts(article, person, _forward(article, items, after), "appointment", status)


def _groups(article: Annotated, items: Sequence[Bound]) -> Iterator[Fact]:
    """李四、王五等委员: everyone in the list holds the post at the body that the title or the session tells."""
    for index, item in enumerate(items):
        if item.type != "Title" or item.spot.text not in ("委员", "代表") or index == 0:
            continue
        body = items[index - 1] if items[index - 1].type == "Organization" else None
        last = index - 1 if body is None else index - 2
        if last < 0 or items[last].type != "Person":
            continue
        gap = article.sheet.flat[items[last].end : (body or item).start]
        if not re.fullmatch(r"等\d*[一二三四五六七八九十]*(?:位|名)?", gap.strip()):
            continue
        people = _list_ending(article, items, last)
        for person in people:
            yield from _facts(article, person, [Post(item, body)], "post for a list")


def _list_ending(article: Annotated, items: Sequence[Bound], last: int) -> list[Bound]:
    people = [items[last]]
    for one, other in zip(items[last - 1 :: -1], items[last::-1], strict=False):
        if one.type != "Person" or not _NAMES_LINK.fullmatch(_gap(article, one, other)):
            break
        people.insert(0, one)
    return people


def _facts(article: Annotated, person: Bound, chain: Sequence[Post], rule: str, status: str = "") -> Iterator[Fact]:
    body: Bound | None = None
    if not any(post.body or post.title.things for post in chain):
        body = _company_before(article, chain) or _same_kind_before(article, chain)
    for post in chain:
        own = post.title if post.title.things else None
        body = post.body or own or body
        if body is None:
            continue
        state = status or ("former" if _past(article, post) else "")
        properties: dict[str, object] = {"titles": [post.title.spot.text]}
        if state:
            properties["status"] = state
        for thing in body.things[:1]:
            yield article.fact(
                (person.things[0], person),
                "HOLDS_POSITION",
                (thing, body),
                trigger=(post.title.start, post.title.end),
                rule=rule,
                properties=properties,
                confidence=0.9,
            )


# 甲大学党委书记乙、|校长|丙: the post that only such a body has.
_HEADED = {
    "校长": "(?:大学|学院|学校|中学|小学)$",
    "院长": "院$",
    "局长": "局$",
    "厅长": "厅$",
    "行长": "行$",
    "所长": "所$",
}
_HEAD = re.compile(r"(主任|主席|会长|院长|校长|局长|厅长|检察长|秘书长|理事长|书记|部长|行长|所长)$")


def _same_kind_before(article: Annotated, chain: Sequence[Post]) -> Bound | None:
    """The body of the same kind of post shortly before: 市政协主席甲…, |副主席|乙、丙; 秘书长 follows any of them."""
    head = _HEAD.search(chain[0].title.spot.text) if chain else None
    if head is None or head.group() in ("书记", "部长"):
        return None
    index = article.sheet.sentence_index(chain[0].title.start)
    near = article.between(article.sheet.sentences[max(index - 2, 0)][0], chain[0].title.start)
    for one, other in zip(near[-2::-1], near[:0:-1], strict=False):
        if other.type == "Title" and other.things and head.group() == "秘书长":
            return other
        if one.type == "Organization" and other.type == "Title" and not _gap(article, one, other):
            kin = _HEAD.search(other.spot.text)
            if kin and (kin.group() == head.group() or head.group() == "秘书长"):
                return one
            if _HEADED.get(head.group()) and re.search(_HEADED[head.group()], one.spot.text):
                return one
    return None


def _company_before(article: Annotated, chain: Sequence[Post]) -> Bound | None:
    """The company last spoken of, for a company's post without one: 创始人甲现任董事长."""
    if not chain or not _COMPANY_POST.search(chain[-1].title.spot.text):
        return None
    index = article.sheet.sentence_index(chain[0].title.start)
    start = article.sheet.sentences[max(index - 1, 0)][0]
    near = article.between(start, chain[0].title.start, "Organization")
    return next((b for b in reversed(near) if is_company(article.things[b.things[0]].name)), None)


def _past(article: Annotated, post: Post) -> bool:
    if past_start(article.sheet, post.title.start) < post.title.start:
        return True
    start = (post.body or post.title).start
    return bool(
        re.search(
            r"(?:原|曾任|前|时任|不再担任|辞去|免去|卸任)(?:[\u3400-\u9fff]{0,4}的)?$",
            article.sheet.flat[max(0, start - 8) : start],
        )
    )
