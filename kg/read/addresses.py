"""Where a page stands on the web, as far as the file that it was saved in tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONGEST = 2_083  # characters; no browser of old took more, and nobody quotes such an address
# What browsers and their helpers write before a page that they save (SingleFile: two lines further down).
_SAVED = re.compile(r"\bsaved from url=\(\d{1,9}\)(\S{1,2100})|^\s{0,9}url:\s{1,9}(\S{1,2100})", re.MULTILINE)
_SAID = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")


def address(text: str | None) -> str | None:
    """The text, if it is the address of one page of a public site: http or https, more than the name of the site.

    Addresses that bear a password, or blanks and other signs that no address has, are none.
    """
    found = (text or "").strip()
    if not found.isprintable() or len(found) > _LONGEST or re.search(r"[\s<>\"\\^`{|}]", found):
        return None
    try:
        parts = urlsplit(found)
    except ValueError:  # [ without ]
        return None
    told = parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc
    return found if told and (parts.path.strip("/") or parts.query) else None


def of_page(tree: HtmlElement) -> str | None:
    """The address that a web page was saved from, else the one that it gives for itself; None where it tells none."""
    return next((found for text in _told(tree) if (found := address(text))), None)


def _told(tree: HtmlElement) -> Iterator[str]:
    for comment in tree.xpath("/comment() | /html/comment() | /html/head/comment()"):
        yield from (match.group(1) or match.group(2) for match in _SAVED.finditer(comment.text or ""))
    for path in _SAID:
        yield from map(str, tree.xpath(path))
