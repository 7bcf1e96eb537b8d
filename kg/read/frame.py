"""What stands around an article on a web page or at the foot of a column: fields, buttons, menus, statements.

「2024-03-17 22:37 来源：青海日报 浏览：120次」, 「首页 > 新闻 > 国内」, 「【编辑:李文】」, 「返回首页」. A line may be
nothing else, or such a frame may be glued to the first or last words of an article. Everything is read from left to
right, item by item, so that a line of any length takes linear time. The words are in `page_labels`, `page_buttons` …
of the data.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from kg.language.classes import WEEKDAY, one_of
from kg.language.lexicon import any_of, table, word_set, words
from kg.read import papers
from kg.read.glued import body_start, title_end

_GAP = re.compile(r"[\s|｜丨/·•、)）\]】〕〗]*")
_MARKER = re.compile(r"\s{0,8}[，,]?\s*正文[：:]\s*")
_STAMP = re.compile(
    rf"(?:(?:(?:20)?\d{{2}}|1[01]\d)\s*(?:年|[-/.])\s*)?\d{{1,2}}\s*(?:月|[-/.])\s*\d{{1,2}}(?:\s*日)?(?P<week>\s*[（(]?{WEEKDAY}[）)]?)?"
    r"(?P<clock>\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?(?![\d%])"
)
_FULL_STAMP = re.compile(r"(?:(?:20)?\d{2}|1[01]\d)\s*(?:年|[-/.])")
_POSTED = re.compile(r"\s[\u4e00-\u9fff]{2,3}")  # where an account posted it: 「宁河发布 2024-06-18 19:30 青海」
_PUT_OUT = re.compile(rf"\s*(?:首次|正式)?(?:{one_of('publishing_verbs')})")  # 「2022年9月10日发布」
# 「原创 李文达 宁河发布 昨天」
_AGO = re.compile(
    r"(?:原创\s+)?\S{1,14}(?:\s+\S{1,14}){0,2}\s+(?:昨天|今天|前天|刚刚|\d{1,2}(?:天|小时|分钟)前)(?:\s*\d{1,2}:\d{2})?(?:\s*(?:发表于|发布于)\S{2,6})?"
)
_PUT_OUT_ON = re.compile(
    r"(?:发布|更新|发表|刊发)\s?[：:]\s?(?=20\d{2})"
)  # which is no label beside words: 「青江发布 作者」
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+")
_COUNT = re.compile(rf"\d[\d,.]{{0,15}}万?\+?\s*+(?:人|次|人次|条)?(?:{one_of('reader_acts')})")
_FROM = re.compile(r"(?:来自|发表于|发布于)[\u4e00-\u9fff]{2,6}(?=[，,\s|｜]|$)")
_CRUMB = r"[\u4e00-\u9fffA-Za-z·]{1,12}"
_MENU = re.compile(
    rf"{_CRUMB}(?:\s*[>＞»›→]{{1,2}}\s*{_CRUMB}){{1,7}}\s*[>＞»›→]?|(?:首页|主页|新闻中心|新闻动态)(?:(?:\s*[/／]\s*|\s[-–—]\s){_CRUMB}){{1,5}}(?=$|\s)"
)
_ACCOUNT, _CLOCK = (
    re.compile(
        r"(?:(?:原创\s+)?(?:\S{2,14}\s+)?)?([\u4e00-\u9fffA-Za-z]{2,14})(?:\s+|\s*[·|｜]\s*)(?=(?:20)?\d{2}[年\-/.])"
    ),
    re.compile("[:：]"),
)
# Behind a stamp: 「2023-11-08 04:25:17 香江日报 记者 陈大文」.
_SIGNED = re.compile(
    rf"([\u4e00-\u9fff]{{1,10}}(?:{one_of('media')}))(?:\s+(?:记者\s*)?([\u4e00-\u9fff·]{{2,6}}(?:[\s、][\u4e00-\u9fff·]{{2,6}}){{0,4}}))?"
    r"(?:\s*[/／]\s*[\u4e00-\u9fff]{2,10}报[导道])?\s*"
)
# 「2023-11-08 04:25:17 青江网 ，正文：……」
_BEFORE_MARKER = re.compile(rf"([\u4e00-\u9fff]{{1,10}}(?:{one_of('media')}))(?=\s{{0,8}}[，,]?\s{{0,8}}正文[：:])")
_NUMBER = re.compile(r"\s*\d[\d,.]*\s*万?\+?\s*(?:次|人|人次|条)?")
# Before a label without a colon: 「一审 李文 二审 周明」.
_PERSON = re.compile(r"\s+(?:[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]\s[\u4e00-\u9fff])(?![\u4e00-\u9fff]{2})")
_WRITTEN = re.compile(
    rf"(?:{one_of('credits_in_pairs')})\s?[/、]\s?(?:{one_of('credits_in_pairs')})"
)  # 「（供稿/图 李文）」 is the body's, too
_ROLE = re.compile(r"(?:[□■●◆◇○]\s?)?[\u4e00-\u9fff]{0,8}?(?:记者|通讯员)\s{1,3}(?=[\u4e00-\u9fff])")
_OPENERS, _CLOSERS = "(（[【〔〖", ")）]】〕〗"
_PARTED = re.compile(r"\s{2,}|[|｜丨\t】〖〗\]]|[，,]\s*正文")
_SENTENCE = re.compile("[。！？；!?]")
_SHORT, _LONG, _FAR, _SLOGAN = 24, 60, 130, 14


class Item(NamedTuple):
    """One item of a frame, half-open in its line. kind: as in `page_labels`, or button, menu, statement, slogan."""

    start: int
    end: int
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Frame:
    """The items of the frame of a line: those before its text, those behind it, and where its text starts and ends."""

    before: tuple[Item, ...]
    behind: tuple[Item, ...]
    start: int
    end: int


def frame_of(text: str) -> Frame:
    """The frame of a line; a line that is nothing else has `start == end == len(text)`."""
    if _AGO.fullmatch(text.strip()):
        return Frame((Item(0, len(text), "note", text),), (), len(text), len(text))
    account = _account(text)
    head, start = _scan(text, account.end if account else 0, whole=False)
    head = [account, *head] if account else head
    if head and start >= len(text) and any(item.kind != "writer" for item in head):
        return Frame(tuple(head), (), len(text), len(text))
    head, start = _trusted(text, head)
    end, tail = _tail(text, start)
    return Frame(tuple(head), tuple(tail), start, end)


def _account(text: str) -> Item | None:
    """The account before a day with a clock: 「宁河融媒 2024-06-20 18:05」."""
    match = _ACCOUNT.match(text)
    stamp = _stamp(text, match.end()) if match else None
    if not match or not stamp or not _CLOCK.search(stamp.value):
        return None
    return Item(0, match.end(1), "source", match.group(1))


def values(items: Iterable[Item], kind: str) -> tuple[str, ...]:
    """What the items of a kind say, in order, each once."""
    return tuple(dict.fromkeys(item.value for item in items if item.kind == kind and item.value))


def _scan(text: str, position: int, *, whole: bool) -> tuple[list[Item], int]:
    """The items from a position on, and where the first other word stands. whole: a value may run to the end."""
    found: list[Item] = []
    gap = _GAP.match(text, position)
    at = gap.end() if gap else position
    while at < len(text):
        item = _item(text, at, whole=whole)
        if item is None:
            break
        found.append(item)
        gap = _GAP.match(text, item.end)
        at = gap.end() if gap else item.end
        named = _BEFORE_MARKER.match(text, at) if item.kind == "date" else None
        if named:
            found.append(Item(at, named.end(), "source", named[1]))
            at = named.end()
        signed = _SIGNED.fullmatch(text, at) if item.kind == "date" else None
        if signed:
            found += [Item(at, signed.end(1), "source", signed[1])]
            found += [Item(signed.start(2), len(text), "writer", signed[2])] if signed[2] else []
            return found, len(text)
    return found, at if found else position


def _item(text: str, at: int, *, whole: bool) -> Item | None:
    marker = _MARKER.match(text, at)
    if marker:
        return Item(at, marker.end(), "marker", "")
    if text[at] in _OPENERS:
        return _bracketed(text, at) or _fixed(text, at)
    for pattern, kind in ((_ADDRESS, "note"), (_MENU, "menu"), (_COUNT, "note"), (_FROM, "note")):
        match = pattern.match(text, at)
        if match:
            return Item(at, match.end(), kind, match.group())
    put_out = _PUT_OUT_ON.match(text, at)
    stamp = _stamp(text, put_out.end()) if put_out else None
    if stamp:
        return stamp._replace(start=at)
    label = _labels().match(text, at)
    named = _labelled(text, at, whole=whole) if label and label["colon"] else None  # 「分享：」 is no button
    return named or _fixed(text, at) or _stamp(text, at) or _labelled(text, at, whole=whole)


def _fixed(text: str, at: int) -> Item | None:
    """A button, or a statement, which runs to the end of its line."""
    for kind, pattern in (("statement", _statements()), ("button", _buttons())):
        match = pattern.match(text, at)
        if match:
            end = len(text) if kind == "statement" else match.end()
            return Item(at, end, kind, text[at:end])
    return None


def _bracketed(text: str, at: int) -> Item | None:
    """「【编辑:李文】」, 「（来源：青江日报）」, 「[2023/08/03 09:52]」; not 「（记者 李文）」, which is the body's."""
    closer = _CLOSERS[_OPENERS.index(text[at])]
    end = text.find(closer, at, at + _LONG)
    if end < 0:
        return None
    inside = text[at + 1 : end].strip()
    if _WRITTEN.match(inside):
        return None
    items, read = _scan(inside, 0, whole=True)
    if not items or read < len(inside) or all(item.kind == "writer" for item in items):
        return None
    return Item(at, end + 1, items[0].kind, items[0].value)


def _stamp(text: str, at: int) -> Item | None:
    """A day with a clock, or one that a gap parts from what follows: 「2023年8月4日下午」 begins a sentence."""
    match = _STAMP.match(text, at)
    if not match:
        return None
    behind = text[match.end() : match.end() + 4]
    full = bool(_FULL_STAMP.match(text, at))
    if full and not at and _PUT_OUT.fullmatch(text, match.end()):
        return Item(at, len(text), "date", match.group())
    apart = (
        not behind.strip()
        or bool(_MARKER.match(text, match.end()))
        or behind[:1] in "|｜，]】"
        or behind.startswith(("  ", "\xa0\xa0"))
        or _label_at(behind)
    )
    clocked = match["clock"] is not None and (not behind or not behind[:1].isdigit())
    ends = _POSTED.fullmatch(text, match.end()) if clocked and at else None
    if ends:
        return Item(at, len(text), "date", match.group())
    if clocked or (full and apart and (not behind.startswith("，") or _MARKER.match(behind))):
        return Item(at, match.end(), "date", match.group())
    return None


def _labelled(text: str, at: int, *, whole: bool) -> Item | None:
    match = _labels().match(text, at)
    if not match:
        return None
    kind = _kinds()[match["label"]]
    if match["colon"]:
        return _valued(text, match, kind, whole=whole)
    number = _NUMBER.match(text, match.end("label"))
    if kind == "note" and number:
        return Item(at, number.end(), kind, number.group())
    person = _PERSON.match(text, match.end("label")) if kind == "editor" else None
    if not person:
        return None
    # 「编辑 王进 宋玉 校对 卢西」
    more = _PERSON.match(text, person.end())
    end = more.end() if more and not _labels().match(text, more.start() + 1) else person.end()
    return Item(at, end, kind, text[match.end("label") : end].strip())


def _valued(text: str, match: re.Match[str], kind: str, *, whole: bool) -> Item | None:
    start, at = match.end(), match.start()
    if kind == "title":
        end, sure = title_end(text, start)
        title = text[start:end].strip(" 　\xa0）)]】")
        # Some sites give the title once more.
        again = len(text) - len(text[end:].lstrip())
        end = again + len(title) if text.startswith(title, again) else end
        return Item(at, end if sure else start, kind, title)
    end = _value_end(text, start, behind=whole)
    behind = _labels().match(text, start)
    if behind and behind["colon"]:
        return Item(at, start, kind, "")  # 「作者： 来源：县卫健局」
    if kind == "date":
        stamp = _STAMP.match(text, start)
        return Item(at, stamp.end(), kind, stamp.group()) if stamp else None
    value = text[start:end]
    if kind in ("writer", "editor") and not whole and "，" in value:
        return None
    limit = _LONG if kind == "note" else _SHORT
    if _SENTENCE.search(value) or (len(value.strip()) > limit and not (whole and len(value) <= 2 * _LONG)):
        known = _paper_at(text, start) if kind == "source" else 0
        return Item(at, start + known, kind, text[start : start + known]) if known else None
    return Item(at, end, kind, value.strip(' 　\xa0“”"，,、'))


def _value_end(text: str, start: int, *, behind: bool) -> int:
    """Where a value ends: at a wide gap, a bar, another label, or, not `behind` a text, where a body begins."""
    last = min(len(text), start + _FAR)
    if start < len(text) and text[start] in _OPENERS[:3]:
        closed = text.find(_CLOSERS[_OPENERS.index(text[start])], start, last)
        return closed + 1 if closed > 0 else last
    colon = text[max(0, start - 3) : start].rstrip().endswith(("：", ":"))
    role = _ROLE.match(text, start) if colon else None  # 「作者：本报记者 李文达 来源：……」
    named = role.end() if role else start + 1
    found = (_PARTED.search(text, named, last), _label_or_button().search(text, named, last))
    ends = [last, *(match.start() for match in found if match)]
    if not behind:
        ends += [place for place in (body_start(text, role.end() if role else start, min(ends)),) if place is not None]
    return min(ends)


def _paper_at(text: str, start: int) -> int:
    """How many characters from `start` on are the name of a known paper; 0 if none."""
    return next((n for n in range(14, 1, -1) if papers.home(text[start : start + n]) is not None), 0)


def _trusted(text: str, head: list[Item]) -> tuple[list[Item], int]:
    """Of the items before a text, those that certainly are no part of it, and where the text begins."""
    sure = (n for n, item in enumerate(head, 1) if item.kind not in ("writer", "editor", "button", "statement"))
    kept = max(sure, default=0)
    # 「原标题：…… 编辑：李文」: what goes on behind something sure is sure.
    while kept and kept < len(head) and head[kept].kind in ("writer", "editor"):
        kept += 1
    if not kept:
        return [], 0
    gap = _GAP.match(text, head[kept - 1].end)
    return head[:kept], gap.end() if gap else head[kept - 1].end


def _tail(text: str, start: int) -> tuple[int, list[Item]]:
    """Where the frame behind a text begins, and its items: nothing but frame from there to the end."""
    for match in _label_or_button().finditer(text, max(start + 1, len(text) - 400)):
        at = match.start()
        opened = len(text[:at].rstrip()) - 1
        if opened > start and text[opened] in _OPENERS:
            at = opened
        before = text[:at].rstrip()
        if not before or not (before[-1] in "。！？…”’」》）)】~!?完" or at - len(before) > 1 or match["button"]):
            continue
        items, end = _scan(text, at, whole=True)
        if items and end >= len(text) and not all(item.kind == "writer" for item in items):
            return len(before), items
    return len(text), []


def _label_at(text: str) -> bool:
    return bool(_labels().match(text.lstrip()))


@cache
def _kinds() -> dict[str, str]:
    return {label: kind for label, kind, *_ in table("page_labels")}


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(rf"(?P<label>{any_of(_kinds())})(?P<colon>\s{{0,2}}[：:丨｜|]\s*|\s?/\s?)?")


@cache
def _buttons() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words('page_buttons'))})(?:\s*[>»]+)?(?![\u4e00-\u9fff]{{0,40}}[，。])")


@cache
def _statements() -> re.Pattern[str]:
    return re.compile(any_of(words("page_statements")))


@cache
def _label_or_button() -> re.Pattern[str]:
    """Where an item may begin inside a line: labels with a colon or a space, buttons of four characters and more."""
    spoken = any_of(label for label in _kinds() if len(label) > 1)
    labels = rf"(?:{any_of(_kinds())})(?:\s{{0,2}}[：:丨]|\s?/\s?)|(?:{spoken})\s+(?=[\u4e00-\u9fff])"
    long = any_of(word for word in words("page_buttons") if len(word) > 3)
    return re.compile(rf"(?P<button>{long}|{any_of(words('page_statements'))})|{labels}")


def is_slogan(text: str) -> bool:
    """Whether a line is a public slogan that papers set into empty corners."""
    plain = re.sub(r"[\s，、·•!！—]+", "", text)
    return plain in _slogans() or (len(plain) <= _SLOGAN and bool(_slogan_shape().fullmatch(plain)))


@cache
def _slogan_shape() -> re.Pattern[str]:
    begins, ends = (any_of(word for part, word in table("slogan_parts") if part == side) for side in ("begin", "end"))
    return re.compile(rf"(?:{begins})[\u4e00-\u9fff]{{0,6}}(?:{ends})")


@cache
def _slogans() -> frozenset[str]:
    return frozenset(re.sub(r"\s+", "", word) for word in word_set("slogans"))
