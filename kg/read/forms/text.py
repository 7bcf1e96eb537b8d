"""Pages of text. A sidecar `<name>.json` or `<name>.<suffix>.json` beside one may give its `date` and `place`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from kg.errors import UnreadableFile
from kg.model import Article, replace
from kg.read import cuts, dates
from kg.read.assemble import Hints, read_page
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
    given = _sidecar(source)
    known = options.date or given.date or dates.in_path(source.document)
    hints = Hints(known, options.place or given.place)
    wanted = options.cuts.get(source.document, ())
    found = _as_wanted(raw, source.document, hints, wanted) if wanted else read_page(raw, source.document, hints)
    if not found:
        raise UnreadableFile(source.document, say("holds no article, only headings or page furniture"))
    return found


def _as_wanted(raw: str, document: str, hints: Hints, wanted: Sequence[cuts.Cut]) -> list[Article]:
    """The articles of a page that a person has cut. Raises UnreadableFile where their words are not on it."""
    found: list[Article] = []
    for number, (cut, (start, end)) in enumerate(zip(wanted, cuts.spans(raw, wanted, document), strict=True), 1):
        own = Hints(cut.date or hints.date, cut.place or hints.place, cut.title, single=True)
        read = read_page(raw[start:end], document, own)
        if not read:
            raise UnreadableFile(
                document,
                say("cut {number}: holds no article, only headings or furniture; mend the table", number=number),
            )
        n, article = len(found), read[0]
        told = replace(cuts.moved(article, start), id=f"{document}#{n}", index=n, date=cut.date or article.date)
        found.append(replace(told, notes=(say("cut by a person, from offset {start}", start=start), *told.notes)))
    return found


def _sidecar(source: Source) -> Hints:
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
            return Hints(day(plain, ReadOptions()), value(plain, "place", ReadOptions()))
    return Hints()
