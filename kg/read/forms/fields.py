"""An article given by named fields: the keys of a JSON object, the columns of a table.

text | content | body | 正文 | 内容          the article's body
title | headline | 标题                      its title
date | day | pubdate | published | 日期      its day, beginning 2024-03-27, 2024年3月27日 or 20240327
place | province | 地区                      the place whose newspaper it is from
url | link | 网址 | 链接                     where it stands on the web
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.errors import SkipInput
from kg.model import Article, replace
from kg.read import dates
from kg.read.addresses import address
from kg.read.assemble import Hints
from kg.read.cutting import Cutter
from kg.read.options import ReadOptions
from kg.say import say

NAMES = {
    "text": ("text", "content", "body", "正文", "内容"),
    "title": ("title", "headline", "标题"),
    "date": ("date", "day", "pubdate", "published", "日期"),
    "place": ("place", "province", "地区"),
    "url": ("url", "link", "网址", "链接"),
}


def value(plain: Mapping[str, Any], role: str, options: ReadOptions) -> str | None:
    """What the field of a role says: the one that the user names, else the first that has a usual name.

    In a folder of several tables what the user names may be in one of them alone.
    """
    named = tuple(header for known, header in options.columns if known == role)
    keys = named if any(header in plain for header in named) else NAMES[role]
    return next((item for key in keys if isinstance(item := plain.get(key), str) and item.strip()), None)


def day(plain: Mapping[str, Any], options: ReadOptions) -> str | None:
    """The ISO day that the fields give, or None."""
    given = value(plain, "date", options)
    return (dates.in_header(given) or dates.in_name(given)) if given else None


def article_of(
    plain: Mapping[str, Any], where: str, options: ReadOptions, cutter: Cutter | None = None
) -> list[Article]:
    """The article of one record, numbered 0, or those that `cutter` makes of it.

    Raises SkipInput, naming `where`, for one that holds none.
    """
    text = value(plain, "text", options)
    if not text:
        named = [header for role, header in options.columns if role == "text"] or NAMES["text"]
        raise SkipInput(where, say("no text; give it under one of {named}", named=", ".join(named)))
    place = value(plain, "place", options) or options.place
    hints = Hints(day(plain, options) or options.date, place, value(plain, "title", options), single=True)
    found = (cutter or Cutter(where)).read(text, where, hints)
    if not found and not (cutter and cutter.wanted):
        raise SkipInput(where, say("its text holds no article"))
    where_it_stands = address(value(plain, "url", options))
    return [replace(article, url=where_it_stands) for article in found] if where_it_stands else found


def cutter_of(document: str, options: ReadOptions) -> Cutter:
    """What cuts the records of a document."""
    return Cutter(document, options.cuts.get(document, ()))


def renamed(found: Iterable[tuple[str, Article]], document: str, cutter: Cutter | None = None) -> Iterator[Article]:
    """Articles of records as those of one document, in order; the text beside each says where it stood.

    Raises UnreadableFile at the end where `cutter` has cuts left.
    """
    for index, (note, article) in enumerate(found):
        identity = f"{document}#{index}"
        yield replace(article, id=identity, document=document, index=index, notes=(note, *article.notes))
    if cutter:
        cutter.finish()
