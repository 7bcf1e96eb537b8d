"""The lines of a web page as a browser breaks them, and a copy of the page from one of them to another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.read.lines import Kind, read_lines

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    Pieces = Sequence[tuple[int, str, HtmlElement]]

_HIDDEN = frozenset(("script", "style", "head", "noscript", "template", "nav", "footer", "select", "button"))
_INLINE = frozenset(
    ("a", "abbr", "b", "big", "em", "font", "i", "ins", "mark", "small", "span", "strong", "sub", "sup", "u")
)
_BOLD = frozenset(("b", "strong", "big"))
_LEVEL = re.compile("h[1-6]")
BOLD, PLAIN = 7, 8


@dataclass(frozen=True, slots=True)
class Shown:
    """A line of a web page. at: where it begins among the starts and ends of elements.

    style: its element, the class of that, and whether its letters are bold. linked: all of it is a link. kind: as on a
    printed page.
    """

    at: int
    text: str
    style: tuple[str, str, bool]
    linked: bool
    kind: Kind

    @property
    def rank(self) -> int:
        """How high a heading it is: the number of its element, or BOLD, or PLAIN."""
        return int(self.style[0][1]) if _LEVEL.fullmatch(self.style[0]) else BOLD if self.style[2] else PLAIN


def lines(tree: HtmlElement) -> list[Shown]:
    """The lines of a page that are not blank; those of headings are one each, whatever breaks them."""
    found: list[tuple[int, str, tuple[str, str, bool], bool]] = []
    pieces: list[tuple[int, str, HtmlElement]] = []
    for at, text, element, breaks in _walk(tree):
        if breaks and pieces:
            found.append(_line(pieces))
            pieces = []
        if text.strip():
            pieces.append((at, text, element))
    if pieces:
        found.append(_line(pieces))
    # Of a line that the rules part, the first piece tells; what they drop is no text: a running head.
    kinds = {line.number: line.kind for line in reversed(read_lines("\n".join(text for _, text, *_ in found)))}
    kinds |= {number: Kind.FRAME for number, line in enumerate(found, 1) if _is_menu(*line)}
    return [Shown(*line, kinds.get(number, Kind.FRAME)) for number, line in enumerate(found, 1)]


def _is_menu(at: int, text: str, style: tuple[str, str, bool], linked: bool) -> bool:
    """Whether a line is nothing but links, and neither a heading nor a sentence."""
    return linked and not _LEVEL.fullmatch(style[0]) and "。" not in text


def between(tree: HtmlElement, start: int, end: int | None) -> HtmlElement:
    """A copy of a page without what stands before the line at `start`, and from that at `end` on."""
    from lxml import etree  # noqa: PLC0415  only web pages need it

    part = deepcopy(tree)
    for at, (event, element) in enumerate(etree.iterwalk(part, events=("start", "end"))):
        if start <= at and (end is None or at < end):
            continue
        if event == "start":
            element.text = None
        else:
            element.tail = None
    return part


def _walk(tree: HtmlElement) -> Iterator[tuple[int, str, HtmlElement, bool]]:
    """The texts that show: where each stands, what it says, the element around it, and whether a line ends before."""
    from lxml import etree  # noqa: PLC0415

    hidden = 0
    for at, (event, element) in enumerate(etree.iterwalk(tree, events=("start", "end"))):
        if event == "start":
            hidden += element.tag in _HIDDEN
            text, around = element.text, element
        else:
            hidden -= element.tag in _HIDDEN
            text, around = element.tail, element.getparent()
        if around is not None:
            in_heading = element.tag == "br" and bool(_LEVEL.fullmatch(_chain(around)[-1].tag))
            breaks = element.tag not in _INLINE and not in_heading
            yield at, "" if hidden else text or "", around, breaks


def _line(pieces: Pieces) -> tuple[int, str, tuple[str, str, bool], bool]:
    chains = [_chain(element) for _, _, element in pieces]
    block = chains[0][-1]
    bold = all(any(element.tag in _BOLD for element in chain) for chain in chains)
    linked = all(any(element.tag == "a" for element in chain) for chain in chains)
    between_words = " " if _LEVEL.fullmatch(block.tag) else ""
    text = " ".join(between_words.join(text for _, text, _ in pieces).split())
    return pieces[0][0], text, (block.tag, block.get("class") or "", bold), linked


def _chain(element: HtmlElement) -> list[HtmlElement]:
    """The elements around a text, from inside, up to the first that breaks lines."""
    found = [element]
    while found[-1].tag in _INLINE and found[-1].getparent() is not None:
        found.append(found[-1].getparent())
    return found
