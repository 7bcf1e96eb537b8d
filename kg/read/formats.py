"""The files that can be read: pages of text, and JSON Lines with one article a line.

A JSON line is an object with these keys, all but the text optional:

    text | content | body | 正文 | 内容          the article's body
    title | headline | 标题                      its title
    date | day | pubdate | published | 日期      its day, beginning 2024-03-27, 2024年3月27日 or 20240327
    place | province | 地区                      the place whose newspaper it is from

The source map of such an article counts code points of its text value, not of the file.
A sidecar `<name>.json` or `<name>.<suffix>.json` beside a page may give its `date` and `place` in the same way.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from kg.errors import SkipInput, UnreadableFile
from kg.model import Article, replace
from kg.read import dates
from kg.read.assemble import Hints, read_page
from kg.read.decode import decode, decode_any
from kg.read.sources import JSON_LINES, Source

TEXT = ("text", "content", "body", "正文", "内容")
TITLE = ("title", "headline", "标题")
DATE = ("date", "day", "pubdate", "published", "日期")
PLACE = ("place", "province", "地区")


def page(source: Source, hints: Hints) -> list[Article]:
    """The articles of a page of text. Raises UnreadableFile."""
    raw = decode(_bytes(source), source.document)
    given = _sidecar(source)
    day = hints.date or given.date or dates.in_name(source.path.name)
    articles = read_page(raw, source.document, Hints(day, hints.place or given.place))
    if not articles:
        raise UnreadableFile(source.document, "holds no article, only headings or page furniture")
    return articles


def json_lines(source: Source, hints: Hints, skip: Callable[[SkipInput], None]) -> Iterator[Article]:
    """The articles of a file of JSON Lines; each bad line is told to `skip` and loses only itself.

    Raises UnreadableFile if the file is not text.
    """
    raw = decode_any(_bytes(source), source.document)
    index = 0
    # Not splitlines(): U+2028 and U+0085 may stand inside a JSON string.
    for number, line in enumerate(raw.split("\n"), 1):
        if not line.strip():
            continue
        where = f"{source.document}:{number}"
        try:
            found = read_page(*_record(line, where, hints))
        except SkipInput as problem:
            skip(problem)
            continue
        if not found:
            skip(SkipInput(where, "its text holds no article"))
        for article in found:
            note = f"line {number} of the file; the lines and offsets below count in its text"
            identity = f"{source.document}#{index}"
            yield replace(article, id=identity, document=source.document, index=index, notes=(note, *article.notes))
            index += 1


def is_json_lines(source: Source) -> bool:
    """Whether a source holds one article a line."""
    return source.path.suffix.lower() in JSON_LINES


def _bytes(source: Source) -> bytes:
    try:
        return source.path.read_bytes()
    except OSError as error:
        raise UnreadableFile(source.document, f"cannot be opened ({error.strerror or error})") from error


def _record(line: str, where: str, hints: Hints) -> tuple[str, str, Hints]:
    try:
        plain = json.loads(line)
    except ValueError as error:
        raise SkipInput(where, f"not JSON ({error})") from error
    if not isinstance(plain, dict):
        raise SkipInput(where, "not a JSON object")
    text = _first(plain, TEXT)
    if not text:
        raise SkipInput(where, f"no text; give it under one of {', '.join(TEXT)}")
    day = _day(_first(plain, DATE)) or hints.date
    return text, where, Hints(day, _first(plain, PLACE) or hints.place, _first(plain, TITLE), single=True)


def _sidecar(source: Source) -> Hints:
    """What a file beside the page says about it."""
    for path in (source.path.with_suffix(".json"), Path(f"{source.path}.json")):
        if not path.is_file():
            continue
        try:
            plain = json.loads(path.read_text(encoding="utf-8-sig"))
        except (OSError, ValueError) as error:
            raise UnreadableFile(source.document, f"its sidecar {path.name} is not JSON ({error}); mend it") from error
        if isinstance(plain, dict):
            return Hints(_day(_first(plain, DATE)), _first(plain, PLACE))
    return Hints()


def _first(plain: Mapping[str, Any], keys: tuple[str, ...]) -> str | None:
    return next((value for key in keys if isinstance(value := plain.get(key), str) and value.strip()), None)


def _day(value: str | None) -> str | None:
    return (dates.in_header(value) or dates.in_name(value)) if value else None
