"""What lines are by the lines around them: lists, signatures, small advertisements, links to other articles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kg.language.classes import NUMERALS
from kg.language.lexicon import word_set, words
from kg.language.text import is_han
from kg.read import headers
from kg.read.corners import cornered, tabled
from kg.read.dateline import opens
from kg.read.digests import digested
from kg.read.glyphs import added
from kg.read.kinds import Kind
from kg.read.letters import authored, signed_letters
from kg.read.line import Line
from kg.read.signatures import signed, signed_alone, signed_by_itself
from kg.read.tops import topped
from kg.read.verses import versed
from kg.read.webheads import headed, stamped

# 「1996.07—2001.05　……」: a row of a career.
_CAREER = re.compile(r"(?:19|20)\d{2}(?:[.年]\d{1,2}月?)?\s*(?:[—–\-~～至]+)")
_CELLS = re.compile(r"[\s　]+")
_NUMBERED = re.compile(rf"[（(]?(?:\d{{1,2}}|[{NUMERALS}]{{1,3}})[）)]?[、.．]")
_FEW, _CELL, _ACCOUNT, _LOSING = 2, 6, 10, 40
_BOX_LINES, _UNEVEN = 12, 2
_TOP, _WIDE, _SECTION, _HEAD = 10, 42, 6, 8
_ELSEWHERE = re.compile(
    r"[^。；]{4,30}[\s　》→>▶►…·—（(]{1,12}(?:详见|见)?第?[A-Z]?\d{1,2}(?:[-—]\d{1,2})?版[）)》→>▶►]{0,3}"
    r"|[^。；\s]{4,30}(?:详见|见|第)[A-Z]?\d{1,2}版|[A-Z]\d{1,2}[\s　]+[^。；，]{6,30}"
)
_REPORTS = re.compile(
    rf"[（(]?(?:相关)?(?:报道|新闻|内容|图文|全文)?(?:详见|见|刊)(?:今日|本报)?第?(?:[A-Z]?\d{{1,2}}|[{NUMERALS}]{{1,2}})版[）)]?"
)
_PART = re.compile(
    r"(?:PART|Part|part|NO|No|Vol|VOL|Chapter|CHAPTER)[\s.．·]{0,2}"
    rf"(?:\d{{1,2}}|[{NUMERALS}]|One|Two|Three|Four|ONE|TWO|THREE|FOUR)(?!\w)[^。]{{0,24}}"
)
_FIELDS, _TABLE = re.compile(r"(?:^|[\s　])[\u4e00-\u9fff]{2,6}[：:]\s?[^\s：:]"), 60
_DAY_ALONE = re.compile(r"[0-3]?\d")
_MONTH_ALONE = re.compile(r"(?:19|20)\d{2}(?:[-/.]\d{1,2}|年\d{1,2}月)")
_TURN = re.compile(r"【[\u4e00-\u9fff·]{2,8}】|[\u4e00-\u9fff·]{1,6}[：:]|[QA]\d?[：:.]")
_TITLE_LINES, _IN_NO_TITLE = 4, re.compile(r"[。；，、：:]$|\d{5}|℃|[作废].$")
_MARKED = re.compile(r"[□■●◆▲◎○★☆]\s?[\u4e00-\u9fff]{2,4}")
_LOST = ("声明", "启事", "公告")
_COUNTED = re.compile(r"\s{0,3}[（(]?\d{1,6}条?[）)]?$")
_READ = (Kind.TEXT, Kind.FRAME)
_BRACKETED = re.compile(r"[（(][^（()）]{2,40}[）)]")


def settled(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, those changed whose kind only their neighbours tell."""
    found = list(lines)
    for step in (
        topped,
        headed,
        stamped,
        cornered,
        _accounts,
        _dated_apart,
        _fielded,
        _indexed,
        _advertised,
        _commented,
        _links,
        _parted,
        _subheaded,
        _listed,
        tabled,
        digested,
        _spoken,
        signed,
        signed_by_itself,
        signed_alone,
        signed_letters,
        authored,
        versed,
    ):
        found = step(found)
    return found


def _subheaded(lines: list[Line]) -> list[Line]:
    """「■种下去」, 「■管得住」 between paragraphs: with a mark as a writer has it, but not all begin with a surname."""
    found: dict[str, list[int]] = {}
    for i in range(1, len(lines) - 1):
        line, over, under = lines[i], lines[i - 1], lines[i + 1]
        between = over.kind in (Kind.TEXT, Kind.BYLINE) and under.kind is Kind.TEXT
        if line.kind is Kind.BYLINE and _MARKED.fullmatch(line.text) and between:
            found.setdefault(line.text[0], []).append(i)
    for places in found.values():
        named = all(lines[i].text[1:].startswith(words("surnames")) for i in places)
        for i in () if named or len(places) < _FEW else places:
            lines[i] = replace(lines[i], kind=Kind.TEXT, listed=True)
    return lines


def _dated_apart(lines: list[Line]) -> list[Line]:
    """The day of a post, its number over its month or under it, as sites of firms set it: 「20」, 「2022-05」."""
    for i in range(len(lines) - 1):
        pair = (lines[i], lines[i + 1])
        day = next((line for line in pair if _DAY_ALONE.fullmatch(line.text)), None)
        month = next((line for line in pair if _MONTH_ALONE.fullmatch(line.text)), None)
        if day and month and i < _TOP + _HEAD:
            whole = month.glyphs + added("" if month.text.endswith("月") else "-") + day.glyphs
            whole += added("日" if month.text.endswith("月") else "")
            lines[i] = replace(lines[i], kind=Kind.FRAME, glyphs=whole, spaced=whole.text)
            lines[i + 1] = replace(lines[i + 1], kind=Kind.FRAME)
    return lines


def _accounts(lines: list[Line]) -> list[Line]:
    """The name of an account right over or under a field that says it in full: 青江师大, 「青江师范大学 官方微信」."""
    for i, line in enumerate(lines):
        if line.kind is not Kind.TEXT or len(line.text) > _ACCOUNT or line.text.endswith("。"):
            continue
        near = [k for k in (i - 1, i + 1) if 0 <= k < len(lines) and lines[k].kind is Kind.FRAME]
        if any(_within(line.text, lines[k].text) and not lines[max(i, k)].gap for k in near):
            lines[i] = replace(line, kind=Kind.FRAME)
    return lines


def _fielded(lines: list[Line]) -> list[Line]:
    """Two fields and more on a line that touches the fields of a site: 「主办：某办公室 承办：某中心」."""
    for i, line in enumerate(lines):
        over, under = lines[i - 1 : i] if i else [], lines[i + 1 : i + 2]
        near = any(one.kind is Kind.FRAME and (not line.gap or line.number == one.number) for one in over) or any(
            one.kind is Kind.FRAME and not one.gap for one in under
        )
        fields = line.kind is Kind.TEXT and line.width <= _TABLE and len(_FIELDS.findall(line.spaced.strip())) > 1
        if near and fields and not re.search("[。！？]", line.text):
            lines[i] = replace(line, kind=Kind.FRAME)
    return lines


def _within(short: str, long: str) -> bool:
    """Whether the letters of one text stand in the other in their order."""
    letters = iter(long)
    return all(letter in letters for letter in short)


def _indexed(lines: list[Line]) -> list[Line]:
    """「我市出台措施稳就业 2版」: what stands on other pages, two and more, or under 导读."""
    told = [line.kind is Kind.TEXT and bool(_ELSEWHERE.fullmatch(line.spaced.strip())) for line in lines]
    for i, line in enumerate(lines):
        if line.kind is Kind.TEXT and _REPORTS.fullmatch(line.text):
            lines[i] = replace(line, kind=Kind.FRAME)
    for i, line in enumerate(lines):
        near = any(told[i - 1 : i] if i else ()) or any(told[i + 1 : i + 2])
        if told[i] and (near or (i > 0 and lines[i - 1].text.strip("【】[]■●◆") in word_set("index_headings"))):
            lines[i] = replace(line, kind=Kind.FRAME)
    return lines


def _advertised(lines: list[Line]) -> list[Line]:
    """A small advertisement goes from its heading to the next gap, or to the title of an article."""
    read = list(lines)
    inside, head_of, head_at = False, "", 0
    for i, line in enumerate(lines):
        if inside and line.kind is Kind.TEXT and opens(line.text):
            inside = False
            _retitle(lines, read, head_at + 1, i)
            continue
        head = "".join(line.text.split()).strip("：:■●◆【】〔〕[]")
        lost = head in _LOST and bool(
            re.search("遗失|作废|挂失|丢失", "".join(x.text[:_LOSING] for x in lines[i + 1 : i + 2]))
        )
        short = len(head) <= _SECTION and head.endswith(words("ad_headings")) and line.kind is Kind.TEXT
        heads = lost or short or head in word_set("ad_headings")
        head_of, head_at = (head, i) if heads else (head_of, head_at)
        inside = heads or (
            inside and head_of != "广告" and _goes_on(lines, i) and line.kind in _READ and not _last_was_long(lines, i)
        )
        if inside:
            lines[i] = replace(line, kind=Kind.FRAME)
    return lines


def _retitle(lines: list[Line], read: Sequence[Line], first: int, i: int) -> None:
    """Gives the lines behind `first` and over the dateline at `i` back that may be its title."""
    k = i - 1
    while k > max(first, i - _TITLE_LINES) and read[k].kind is Kind.TEXT and not _IN_NO_TITLE.search(read[k].text):
        lines[k] = read[k]
        k -= 1


def _goes_on(lines: Sequence[Line], i: int) -> bool:
    """Whether a line touches the one before, or was cut off it."""
    return lines[i].gap == 0 or (i > 0 and lines[i].number - lines[i - 1].number <= 1)


def _last_was_long(lines: Sequence[Line], i: int) -> bool:
    """Whether the line before is a whole paragraph: then an article may follow without a gap."""
    return lines[i - 1].width > 120


def _links(lines: list[Line]) -> list[Line]:
    """Titles behind 「相关阅读」, up to the first line that ends a sentence."""
    inside = False
    for i, line in enumerate(lines):
        heads = line.text.strip("：:【】[]■●◆>» ") in word_set("related_headings")
        title = (
            line.kind in (Kind.TEXT, Kind.HEADING, Kind.CAPTION)
            and line.width <= 42
            and line.level != 1
            and not line.text.endswith(("。", "”"))
            and (not line.text.endswith("！") or i + 1 == len(lines) or _only_titles(lines[i + 1 : i + 2]))
        )
        heads = heads and not any(other.level == 1 for other in lines[i + 1 : i + 2]) and not _runs(lines, i + 1)
        inside = (heads and _only_titles(lines[i + 1 : i + 3])) or (inside and title)
        if inside:
            lines[i] = replace(line, kind=Kind.FRAME)
    return lines


def _commented(lines: list[Line]) -> list[Line]:
    """What readers say stands behind everything else."""
    for i, line in enumerate(lines):
        if _COUNTED.sub("", line.text).strip("：:【】[]■●◆>» ") in word_set("comment_headings"):
            return lines[:i] + [replace(other, kind=Kind.FRAME) for other in lines[i:]]
    return lines


def _only_titles(lines: Sequence[Line]) -> bool:
    return bool(lines) and all("。" not in line.text and line.width <= 42 for line in lines)


def _runs(lines: Sequence[Line], i: int) -> bool:
    """Whether a paragraph in lines of one width begins with line `i`: the text of a box, and no links."""
    end = i
    while end < min(len(lines), i + _BOX_LINES) and lines[end].kind is Kind.TEXT and not (end > i and lines[end].gap):
        if lines[end].text.endswith("。"):
            widths = [line.width for line in lines[i:end]]
            return end - i > 1 and max(widths) - min(widths) <= _UNEVEN and "，" in lines[i].text
        end += 1
    return False


def _parted(lines: list[Line]) -> list[Line]:
    """「PART 01」 and 「PART 02」 with what stands under each are headings inside an article, all of them."""
    heads = [i for i, line in enumerate(lines) if line.kind in (Kind.TEXT, Kind.RUBRIC) and _PART.match(line.text)]
    heads = heads or _numbers_alone(lines)
    for i in heads if len(heads) > 1 else ():
        lines[i] = replace(lines[i], kind=Kind.TEXT, listed=True)
        after = lines[i + 1] if i + 1 < len(lines) else None
        alone = _PART.fullmatch(lines[i].text) or lines[i].text.isdigit()
        if after is not None and alone and after.kind is Kind.TEXT and after.width <= _WIDE:
            lines[i + 1] = replace(after, listed=True)
    return lines


def _numbers_alone(lines: Sequence[Line]) -> list[int]:
    """The places of 1, 2, 3 … on lines of their own, each over a heading and its paragraph; [] if not all are."""
    found = [
        i
        for i, line in enumerate(lines[:-2])
        if _DAY_ALONE.fullmatch(line.text)
        and lines[i + 1].kind is Kind.TEXT
        and lines[i + 1].width <= _WIDE
        and lines[i + 2].text.endswith(("。", "！", "”"))
    ]
    return found if [int(lines[i].text) for i in found] == list(range(1, len(found) + 1)) else []


def _listed(lines: list[Line]) -> list[Line]:
    """Rows of a table, of a list of names or of a career: two and more neighbours; no title is among them."""
    rows = [line.kind in (Kind.TEXT, Kind.MASTHEAD) and _is_row(line) for line in lines]
    for i, line in enumerate(lines):
        near = (i > 0 and rows[i - 1]) or (i + 1 < len(lines) and rows[i + 1])
        kept = headers.is_header(line.spaced) or i < _HEAD
        if rows[i] and near and (line.kind is Kind.TEXT or not kept):
            lines[i] = replace(line, kind=Kind.TEXT, listed=True)
        elif line.kind is Kind.TEXT and _BRACKETED.fullmatch(line.text):
            # 「（2024年5月20日县人大常委会第十九次会议通过）」
            lines[i] = replace(line, listed=True)
    return lines


def _is_row(line: Line) -> bool:
    text = line.text
    if _CAREER.match(text) or _NUMBERED.match(text):
        return True
    cells = [cell for cell in _CELLS.split(line.spaced) if cell]
    short = [cell for cell in cells if len(cell) <= _CELL]
    # 「石 门 区 慰 问」: letters set apart, as in a title.
    if sum(len(cell) == 1 and is_han(cell) for cell in cells) >= 0.8 * len(cells):
        return False
    return len(cells) > _FEW and len(short) >= 0.8 * len(cells) and not re.search("[，。；：]", text)


def _spoken(lines: list[Line]) -> list[Line]:
    """Turns of a conversation, 「问：……？」, 「【何林】……。」, whose speaker comes again: none is a title."""
    turns = {i: match.group() for i, line in enumerate(lines) if (match := _TURN.match(line.text))}
    speakers = Counter(turns.values())
    for i, speaker in turns.items():
        if (
            speakers[speaker] > 1
            and lines[i].kind is Kind.TEXT
            and lines[i].text.endswith(("。", "？", "！", "”", "…"))
        ):
            lines[i] = replace(lines[i], listed=True)
    return lines
