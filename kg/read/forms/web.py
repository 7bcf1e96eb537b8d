"""Saved web pages: the article of a news site, or the articles of a page of a digital edition or of a list of news.

trafilatura (Apache-2.0) parts what a page tells from its menus; the lines that it leaves are read like any page. The
source map counts code points of that text, not of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.errors import Mended, UnreadableFile
from kg.model import Article, replace
from kg.read import dates
from kg.read.addresses import of_page
from kg.read.assemble import Hints
from kg.read.cutting import Cutter
from kg.read.decode import decode_any
from kg.read.forms import Skip
from kg.read.forms.laid import unlaid
from kg.read.forms.several import Part, articles_of
from kg.read.options import ReadOptions
from kg.read.sources import Source
from kg.say import say

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<meta[^>]{0,80}charset\s*+=\s*+[\"']?\s*+([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_CHINESE = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs", "utf-8": "utf-8"}
_HEAD = 4096
# 「标题-青江日报」, 「标题_新闻_青江网」: what a site hangs to its titles.
_SITE = re.compile(r"(?<![-_|—–\s])\s*+[-_|—–]++\s{0,4}[^-_|—–。，]{2,14}$")
# An <article> of fewer code points is a link to one.
_SHORTEST = 60


def articles(source: Source, options: ReadOptions, skip: Skip, url: str | None = None) -> Iterator[Article]:
    """The articles of a web page. Raises UnreadableFile where it tells nothing: a list of links, an error page.

    url: its address, where that is known from outside.
    """
    page = _decoded(source, skip)
    tree = _tree(page)
    if url is None and tree is not None:
        url = of_page(tree)
    cutter = Cutter(source.document, options.cuts.get(source.document, ()))
    told = [(text, hints) for part in _parts(tree, page) for text, hints in _texts(part, source, options)]
    if cutter.wanted and told:
        # What a person wants cut may begin in one part and end in another.
        told = [("\n\n".join(text for text, _ in told), Hints(told[0][1].date, options.place))]
    found = [article for text, hints in told for article in cutter.read(text, source.document, hints)]
    cutter.finish()
    if not found:
        raise UnreadableFile(source.document, say("holds no article, only links or an empty page"))
    for index, article in enumerate(found):
        note = say("the lines and offsets below count in the text of the page")
        identity = f"{source.document}#{index}"
        yield replace(article, id=identity, index=index, notes=(note, *article.notes), url=url)


def _decoded(source: Source, skip: Skip) -> str:
    data = source.read()
    match = _CHARSET.search(data[:_HEAD])
    named = _CHINESE.get(match.group(1).decode("ascii").lower()) if match else None
    if named:
        text = data.decode(named, errors="replace")
        broken = text.count("\ufffd")
        if broken <= 0.001 * len(text):
            if broken:
                skip(Mended(source.document, say("broken bytes, replaced: {broken}", broken=broken)))
            return text
    return decode_any(data, source.document, skip)


def _tree(page: str) -> HtmlElement | None:
    """The elements of a page, or None where there are none."""
    from lxml import html  # noqa: PLC0415  only web pages need it

    try:
        return html.document_fromstring(page.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except (ValueError, html.etree.LxmlError):
        return None


def _parts(tree: HtmlElement | None, page: str) -> list[Part]:
    """The articles of a page by its own marks, or by its headings."""
    from lxml import etree, html  # noqa: PLC0415

    if tree is None:
        return [Part(page)]
    etree.strip_elements(tree, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    unlaid(tree)
    marked = [part for part in tree.iter("article") if len("".join(part.text_content().split())) >= _SHORTEST]
    if len(marked) < 2:
        return articles_of(tree)
    texts = [html.tostring(part, encoding="unicode", with_tail=False) for part in marked]
    return [
        replace(articles_of(part)[0], html=f"<html><body>{text}</body></html>")
        for part, text in zip(marked, texts, strict=True)
    ]


def _texts(part: Part, source: Source, options: ReadOptions) -> Iterator[tuple[str, Hints]]:
    """What a part of a page tells, if it does, and what is known of it."""
    import trafilatura  # noqa: PLC0415  slow to import, and only web pages need it

    told = trafilatura.bare_extraction(part.html, include_comments=False, include_tables=True, favor_recall=True)
    plain = {} if told is None else told if isinstance(told, dict) else told.as_dict()
    text = str(plain.get("text") or "")
    if "。" not in text:
        return
    title = part.title or _SITE.sub("", str(plain.get("title") or ""))
    given = options.date or part.day or dates.in_path(source.document)
    yield _without(text, title), Hints(given, options.place, title or None, single=True)


def _without(text: str, title: str) -> str:
    """The text without the lines of its title, where it begins with them."""
    said = "".join(title.split())
    first, _, rest = text.partition("\n")
    while rest and "".join(first.split()) and "".join(first.split()) in said:
        first, _, rest = rest.partition("\n")
    return f"{first}\n{rest}" if rest else first
