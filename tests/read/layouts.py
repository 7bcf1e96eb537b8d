"""Layouts that a browser prints: flowing columns, boxes, tables, turned pages … with their articles known."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from read.sheets import Story, story

Told = list[tuple[str, str]]  # title and text of each article, without spaces
HEADER = "<div>河湟晚报 A0{} {} 2024年5月29日 星期三</div>"
STYLE = (
    "body{font-family:serif;font-size:12px}p{text-indent:2em;margin:0;line-height:1.5;text-align:justify}"
    "h1{font-size:28px;margin:4px 0}h2{font-size:20px;margin:4px 0}h3{font-size:15px;font-weight:normal;margin:2px 0}"
)


@dataclass(frozen=True)
class Layout:
    """html: of the page; told: its articles. turned: by how many degrees the printed page is; wide: on its side."""

    html: str
    told: Told
    turned: int = 0
    wide: bool = False


def _page(
    body: str, told: Told, *, more: str = "", title: str = "河湟晚报数字报", turned: int = 0, wide: bool = False
) -> Layout:
    head = f"<meta charset=utf-8><title>{title}</title><style>{STYLE}{more}</style>"
    return Layout(head + body, told, turned, wide)


def _stories(seed: int, count: int, paragraphs: int) -> list[Story]:
    return [story(random.Random(seed + n), paragraphs) for n in range(count)]


def _told(*stories: Story) -> Told:
    return [("".join(one.title), "".join("".join(one.body).split())) for one in stories]


def _short(stories: list[Story]) -> Told:
    return [(one.title[0], text) for one, (_, text) in zip(stories, _told(*stories), strict=True)]


def _body(one: Story) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in one.body)


def _titles(one: Story, level: str = "h2") -> str:
    return f"<{level}>{one.title[0]}</{level}>" + "".join(f"<h3>{other}</h3>" for other in one.title[1:])


def _columns(one: Story, count: int, level: str = "h2") -> str:
    return f"{_titles(one, level)}<div style='column-count:{count};column-gap:18px'>{_body(one)}</div>"


def flowing_columns() -> Layout:
    """Articles one after the other through the columns of a page, the paper's name first of all."""
    some = _stories(100, 5, 6)
    text = HEADER.format(2, "要闻") + "".join(_titles(one) + _body(one) for one in some)
    return _page(f"<div style='column-count:3;column-gap:20px;height:950px'>{text}</div>", _told(*some))


def flowing_pages() -> Layout:
    """The same over several pages."""
    some = _stories(200, 9, 9)
    head = "<h1 style='text-align:center'>河湟晚报</h1><div>2024年5月29日 星期三 第3版 责任编辑 何林</div>"
    text = "".join(_titles(one) + _body(one) for one in some)
    return _page(f"{head}<div style='column-count:2;column-gap:24px'>{text}</div>", _told(*some))


def titles_over_all_columns() -> Layout:
    some = _stories(300, 3, 7)
    text = "".join(_titles(one) + _body(one) for one in some)
    text = f"{HEADER.format(3, '综合')}<div style='column-count:3;column-gap:18px'>{text}</div>"
    return _page(text, _told(*some), more="h2,h3{column-span:all}")


def briefs_in_a_box() -> Layout:
    """A big article beside a box of briefs whose titles are bold and no larger than their text."""
    (big,), some = _stories(400, 1, 8), _stories(410, 5, 2)
    side = "".join(f"<div style='margin-bottom:10px'><b>{one.title[0]}</b>{_body(one)}</div>" for one in some)
    text = (
        f"{HEADER.format(4, '县域')}<div style='display:flex;gap:24px'>"
        f"<div style='flex:2'>{_columns(big, 2, 'h1')}</div>"
        f"<div style='flex:1;border:1px solid black;padding:8px'><h2>简讯</h2>{side}</div></div>"
    )
    return _page(text, _told(big) + _short(some))


def blocks_between_rules() -> Layout:
    some = _stories(500, 6, 3)
    cells = [
        f"<div style='border-bottom:1px solid;padding:6px 0'><b>{one.title[0]}</b>{_body(one)}</div>" for one in some
    ]
    text = "".join(f"<div style='flex:1'>{''.join(cells[k : k + 3])}</div>" for k in (0, 3))
    return _page(f"{HEADER.format(5, '社会')}<div style='display:flex;gap:22px'>{text}</div>", _short(some))


def boxes_without_gaps() -> Layout:
    some = _stories(600, 4, 5)
    cells = [
        f"<div style='border:1px solid black;padding:6px;width:{width}px;box-sizing:border-box'>"
        f"{_titles(one)}{_body(one)}</div>"
        for one, width in zip(some, (350, 350, 420, 280), strict=True)
    ]
    rows = "".join(f"<div style='display:flex'>{''.join(cells[k : k + 2])}</div>" for k in (0, 2))
    return _page(HEADER.format(6, "民生") + rows, _told(*some))


def turned_page(by: int) -> Layout:
    some = _stories(700, 2, 5)
    return _page(HEADER.format(7, "民生") + "".join(_columns(one, 2) for one in some), _told(*some), turned=by)


def turned_letters(by: int) -> Layout:
    """A sheet that was set on its side, or upside down."""
    some = _stories(700, 2, 5)
    moved = {90: "translate(700px,0)", 270: "translate(0,900px)", 180: "translate(700px,950px)"}[by]
    style = f"width:{700 if by == 180 else 900}px;transform-origin:0 0;transform:{moved} rotate({by}deg)"
    text = HEADER.format(7, "民生") + "".join(_columns(one, 2) for one in some)
    return _page(f"<div style='{style}'>{text}</div>", _told(*some))


def upright_beside_lines() -> Layout:
    (one,), (other,) = _stories(800, 1, 5), _stories(801, 1, 4)
    text = (
        f"{HEADER.format(8, '副刊')}<div style='display:flex;gap:30px'>"
        f"<div style='flex:1'>{_titles(one)}{_body(one)}</div>"
        f"<div style='writing-mode:vertical-rl;height:420px'>{_titles(other)}{_body(other)}</div></div>"
    )
    return _page(text, _told(one, other))


def web_page() -> Layout:
    (one,) = _stories(900, 1, 9)
    text = (
        f"<div>首页 | 新闻 | 时政 | 社会 | 图片 | 视频</div><h1>{one.title[0]}</h1>"
        f"<div>2024-05-29 08:30 来源：河湟晚报 作者：何林 责任编辑：沈佳</div>{_body(one)}<div>[责任编辑：沈佳]</div>"
        "<div>上一篇：没有了　下一篇：县城新添三处停车场</div><div>版权所有 河湟新闻网 未经授权禁止转载</div>"
    )
    return _page(text, _short([one]), title=f"{one.title[0]} - 河湟新闻网")


def caption_in_a_column() -> Layout:
    """A picture with its caption, which is put behind the text, a kicker, and writers under the title."""
    (one,), (other,) = _stories(1000, 1, 9), _stories(1001, 1, 5)
    picture = (
        "<div style='break-inside:avoid'><div style='height:90px;background:#ccc'></div>"
        "<div style='font-size:10px'>图为会议现场。 何林 摄</div></div>"
    )
    body = "".join(f"<p>{paragraph}</p>{picture if n == 3 else ''}" for n, paragraph in enumerate(one.body))
    text = (
        f"{HEADER.format(1, '头版')}<div style='text-align:center'><h3>开局之年看变化</h3><h1>{one.title[0]}</h1>"
        f"本报记者 何林 通讯员 沈佳</div>"
        f"<div style='column-count:3;column-gap:18px'>{body}</div><hr>{_columns(other, 3)}"
    )
    ((_, told),) = _told(one)
    return _page(text, [(f"开局之年看变化{one.title[0]}", f"{told}图为会议现场。"), *_told(other)])


def two_pages_on_a_sheet() -> Layout:
    some = _stories(1100, 4, 5)
    halves = "".join(
        f"<div style='flex:1'><div style='border-bottom:1px solid black'>{HEADER.format(n + 2, '要闻')}</div>"
        f"{''.join(_columns(one, 2) for one in some[2 * n : 2 * n + 2])}</div>"
        for n in (0, 1)
    )
    return _page(f"<div style='display:flex;gap:50px'>{halves}</div>", _told(*some), wide=True)


def cells_of_a_table() -> Layout:
    some = _stories(1200, 4, 4)
    cells = [
        f"<td colspan={span} valign=top style='border:1px solid black;padding:5px'>{_titles(one)}{_body(one)}</td>"
        for one, span in zip(some, (2, 1, 1, 2), strict=True)
    ]
    rows = "".join(f"<tr>{''.join(cells[k : k + 2])}</tr>" for k in (0, 2))
    head = f"<tr><td colspan=3>{HEADER.format(2, '综合')}</td></tr>"
    return _page(f"<table style='border-collapse:collapse'>{head}{rows}</table>", _told(*some))


def first_letters_of_three_lines() -> Layout:
    some = _stories(1300, 2, 6)
    large = "::first-letter{float:left;font-size:34px;line-height:34px;padding-right:3px}"
    text = HEADER.format(6, "人物") + "".join(_columns(one, 2) for one in some)
    return _page(text, _told(*some), more=f"p:first-child{{text-indent:0}}p:first-child{large}")


def title_over_the_middle_columns() -> Layout:
    (one,), (other,) = _stories(1400, 1, 12), _stories(1401, 1, 5)
    column = ["".join(f"<p>{paragraph}</p>" for paragraph in one.body[k : k + 3]) for k in (0, 3, 6, 9)]
    left, first, second, right = (f"<div style='flex:1'>{text}</div>" for text in column)
    middle = (
        f"<div style='flex:2'><div style='text-align:center'>{_titles(one, 'h1')}</div>"
        f"<div style='display:flex;gap:18px'>{first}{second}</div></div>"
    )
    text = (
        f"{HEADER.format(6, '特写')}<div style='display:flex;gap:18px'>{left}{middle}{right}</div>{_columns(other, 4)}"
    )
    return _page(text, _told(one, other))


def saying_between_rules() -> Layout:
    (one,) = _stories(1500, 1, 12)
    style = "border-top:2px solid;border-bottom:2px solid;font-size:16px;break-inside:avoid;margin:6px 0"
    saying = f"<div style='{style}'>把好事办到群众心坎上</div>"
    body = "".join(f"<p>{paragraph}</p>{saying if n == 5 else ''}" for n, paragraph in enumerate(one.body))
    text = f"{_titles(one, 'h1')}<div style='column-count:3;column-gap:18px'>{body}</div>"
    return _page(HEADER.format(3, "深读") + text, _told(one))


def several_pages() -> Layout:
    some = _stories(1600, 6, 14)
    pages = (
        f"<div style='break-before:page'>{HEADER.format(n, '要闻')}{_columns(one, 3, 'h1')}</div>"
        for n, one in enumerate(some, 1)
    )
    return _page("".join(pages), _told(*some))


def titles_beside_their_text() -> Layout:
    some = _stories(1700, 3, 5)
    rows = "".join(
        "<div style='display:flex;gap:20px;margin:14px 0;border-top:1px solid'>"
        f"<div style='width:150px'>{_titles(one)}</div>"
        f"<div style='flex:1;column-count:2;column-gap:18px'>{_body(one)}</div></div>"
        for one in some
    )
    return _page(f"<div style='text-align:right'>2024年5月29日 星期三　河湟晚报　A02</div>{rows}", _told(*some))


LAYOUTS: dict[str, Callable[[], Layout]] = {
    make.__name__: make
    for make in (
        *(flowing_columns, flowing_pages, titles_over_all_columns, briefs_in_a_box, blocks_between_rules),
        *(boxes_without_gaps, upright_beside_lines, web_page, caption_in_a_column, two_pages_on_a_sheet),
        *(cells_of_a_table, first_letters_of_three_lines, title_over_the_middle_columns, saying_between_rules),
        *(several_pages, titles_beside_their_text),
    )
} | {
    f"{make.__name__}_{by}": lambda make=make, by=by: make(by)
    for make in (turned_page, turned_letters)
    for by in (90, 180, 270)
}
