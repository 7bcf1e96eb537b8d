"""Tables that only lay out a web page, as sites of old have them: their cells are read like any other part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CELLS, _PARTS = ("td", "th"), ("tbody", "thead", "tfoot", "tr", "td", "th")
_HEADINGS, _BREAKS = ("h1", "h2", "h3", "h4", "h5", "h6"), ("p", "br", "div")
_SENTENCES, _MOST = 2, 0.5


def unlaid(tree: HtmlElement) -> None:
    """Makes plain blocks of the tables of a page, and of their cells, that hold more than figures and words."""
    layouts = [table for table in tree.iter("table") if _lays_out(table)]
    for table in layouts:
        for part in _own(table):
            part.tag = "div"
        table.tag = "div"


def _own(table: HtmlElement) -> list[HtmlElement]:
    """The rows and cells of a table, without those of tables inside."""
    return [part for part in table.iter(*_PARTS) if next(part.iterancestors("table"), None) is table]


def _lays_out(table: HtmlElement) -> bool:
    if next(table.iterdescendants("table", *_HEADINGS), None) is not None:
        return True
    cells = [part for part in _own(table) if part.tag in _CELLS]
    rows = {id(cell.getparent()) for cell in cells}
    return len(rows) == len(cells) or any(_is_text(cell, len(table.text_content())) for cell in cells)


def _is_text(cell: HtmlElement, whole: int) -> bool:
    """Whether a cell is the text of an article: several paragraphs, or most of what its table says."""
    text = cell.text_content()
    several = sum(1 for _ in cell.iterdescendants(*_BREAKS)) > 1
    return text.count("。") >= _SENTENCES and (several or len(text) > _MOST * whole)
