"""What a line of a page is."""

from __future__ import annotations

from enum import Enum


class Kind(Enum):
    """What a line is; the value is said to people."""

    TEXT = "text"
    HEADING = "heading"
    MASTHEAD = "page header or footer"
    FRAME = "field, button or menu around an article"
    CAPTION = "caption"
    JUMP = "jump line"
    CONTINUED = "continued from another page"
    BOX = "box"
    BYLINE = "byline"
    RUBRIC = "name of a column"
    CLOSING = "closing byline"
    OTHER = "of no article"
