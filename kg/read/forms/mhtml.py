"""Web pages that a browser saved in one file (.mhtml, .mht): a message whose parts are the page and its pictures.

The page is the first part that is HTML; it is read as `web` reads it. Frames and pictures beside it are not read. Its
address is the one that the message says it was saved from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy

from kg.errors import UnreadableFile
from kg.model import Article
from kg.read.addresses import address
from kg.read.forms import Skip, web
from kg.read.options import ReadOptions
from kg.read.sources import Source
from kg.say import say


def articles(source: Source, options: ReadOptions, skip: Skip) -> Iterator[Article]:
    """The articles of a saved web page. Raises UnreadableFile where it holds no page, or that tells nothing."""
    message = message_from_bytes(source.read(), policy=policy.compat32)
    parts = (part for part in message.walk() if part.get_content_type() in _PAGES)
    pages = ((part, part.get_payload(decode=True)) for part in parts)
    part, page = next(((part, page) for part, page in pages if isinstance(page, bytes) and page.strip()), (None, None))
    if part is None or page is None:
        raise UnreadableFile(source.document, say("holds no web page; save the page again, as .html or .mhtml"))
    told = (part.get("Content-Location"), message.get("Snapshot-Content-Location"))
    url = next((found for header in told if (found := address(header and str(header)))), None)
    yield from web.articles(replace(source, data=page), options, skip, url)


_PAGES = ("text/html", "application/xhtml+xml")
