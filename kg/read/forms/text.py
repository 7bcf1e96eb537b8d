"""Pages of text. A sidecar `<name>.json` or `<name>.<suffix>.json` beside one may give its `date`, `place`, `url`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from kg.errors import UnreadableFile
from kg.model import Article, replace
from kg.read import dates
from kg.read.addresses import address
from kg.read.assemble import Hints
from kg.read.cutting import Cutter
from kg.read.decode import decode
from kg.read.forms import Skip
from kg.read.forms.fields import day, value
from kg.read.options import ReadOptions
from kg.read.sources import Source
from kg.say import say


def articles(source: Source, options: ReadOptions, skip: Skip) -> Iterator[Article]:
    """The articles of a page of text. Raises UnreadableFile."""
    yield from page(decode(source.read(), source.document, skip), source, options)


def page(raw: str, source: Source, options: ReadOptions) -> list[Article]:
    """The articles of a page whose text is `raw`. Raises UnreadableFile where there is none."""
    told = _sidecar(source)
    given = Hints(day(told, ReadOptions()), value(told, "place", ReadOptions()))
    known = options.date or given.date or dates.in_path(source.document)
    hints = Hints(known, options.place or given.place)
    cutter = Cutter(source.document, options.cuts.get(source.document, ()))
    found = cutter.read(raw, source.document, hints)
    cutter.finish()
    if not found:
        raise UnreadableFile(source.document, say("holds no article, only headings or page furniture"))
    url = address(value(told, "url", ReadOptions()))
    return [replace(article, url=url) for article in found] if url else found


def _sidecar(source: Source) -> Mapping[str, Any]:
    """What a file beside the page says about it."""
    beside = (source.path.with_suffix(".json"), source.path.with_name(f"{source.path.name}.json"))
    for path in () if source.data is not None else beside:
        if not path.is_file():
            continue
        try:
            plain = json.loads(path.read_text(encoding="utf-8-sig"))
        except (OSError, ValueError, RecursionError) as error:
            raise UnreadableFile(
                source.document, say("its sidecar {name} is not JSON ({error}); mend it", name=path.name, error=error)
            ) from error
        if isinstance(plain, dict):
            return plain
    return {}
