"""articles.jsonl, entities.jsonl and triples.jsonl: the records of `kg.model`, one a line, and back.

Lines are in the order of their ids (articles: of documents and their places there), so the same records give the same
bytes. Lone surrogates, which UTF-8 cannot hold, stand as JSON's own escapes (`\\ud800`): what is read back is what was
written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from kg.errors import BadRecord
from kg.files import writing
from kg.heap import uncollected
from kg.model import Article, Record, Resolution, ResolvedEntity, Triple, from_line, to_line
from kg.ontology import ontology
from kg.say import say

FILES = ("articles.jsonl", "entities.jsonl", "triples.jsonl")
_R = TypeVar("_R", bound=Record)


@uncollected()
def write(resolution: Resolution, folder: Path) -> None:
    """Write the three FILES into `folder`, each whole or not at all. Raises OSError."""
    _write_lines(folder / FILES[0], [((a.document, f"{a.index:09}"), to_line(a)) for a in resolution.articles])
    _write_lines(folder / FILES[1], [((entity.id,), to_line(entity)) for entity in resolution.entities])
    _write_lines(folder / FILES[2], [((triple.id, triple.article), to_line(triple)) for triple in resolution.triples])


@uncollected()
def read(folder: Path) -> Resolution:
    """The resolution whose files lie in `folder`, its records in the order of the lines.

    Raises BadRecord for a line that is no record of its file's kind, OSError for a file that is not there.
    """
    articles, entities, triples = (folder / name for name in FILES)
    try:
        resolution = Resolution(
            tuple(_read_lines(articles, Article)),
            tuple(_read_lines(entities, ResolvedEntity)),
            tuple(_read_lines(triples, Triple)),
        )
        return checked(resolution, str(folder))
    except BadRecord as error:
        raise BadRecord(
            say("{error}. The folder is damaged: build it again, `kg build … -o {folder}`", error=error, folder=folder)
        ) from error


def checked(resolution: Resolution, where: str) -> Resolution:
    """The same, if no article or entity stands twice, all types and predicates are in the ontology, all ends there.

    Raises BadRecord, naming `where`.
    """
    words = ontology()
    for records in (resolution.articles, resolution.entities):
        if (twice := _twice(record.id for record in records)) is not None:
            raise BadRecord(say("{where}: two records have the id {id}", where=where, id=twice))
    for entity in resolution.entities:
        if entity.type not in words.types:
            raise BadRecord(
                say(
                    "{where}: entity {id}: type {type!r} is none of {types}",
                    where=where,
                    id=entity.id,
                    type=entity.type,
                    types=", ".join(words.types),
                )
            )
    known = {entity.id for entity in resolution.entities}
    articles = {article.id for article in resolution.articles}
    for triple in resolution.triples:
        if triple.predicate not in words.predicates:
            raise BadRecord(
                say(
                    "{where}: triple {id}: {predicate!r} is no predicate; see `kg schema`",
                    where=where,
                    id=triple.id,
                    predicate=triple.predicate,
                )
            )
        lost = {triple.subject_id, triple.object_id} - known
        if triple.article not in articles:
            raise BadRecord(
                say(
                    "{where}: triple {id}: article {article!r} is not there",
                    where=where,
                    id=triple.id,
                    article=triple.article,
                )
            )
        if lost:
            raise BadRecord(
                say("{where}: triple {id}: entity {lost} is not there", where=where, id=triple.id, lost=lost.pop())
            )
    return resolution


def _twice(ids: Iterable[str]) -> str | None:
    """The first id that was there before."""
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            return one
        seen.add(one)
    return None


def _write_lines(path: Path, keyed: Iterable[tuple[tuple[str, ...], str]]) -> None:
    """Write the lines in the order of their keys; equal keys in that of the lines themselves."""
    with writing(path) as file:
        for _, line in sorted(keyed):
            # Of what stands in a line of JSON, UTF-8 refuses lone surrogates alone; the escapes are JSON's.
            file.write(line.encode("utf-8", "backslashreplace") + b"\n")


def _read_lines(path: Path, kind: type[_R]) -> Iterator[_R]:
    with path.open(encoding="utf-8", errors="surrogateescape", newline="\n") as file:
        for number, line in enumerate(file, start=1):
            where = f"{path}:{number}"
            record = from_line(line, where)
            if not isinstance(record, kind):
                raise BadRecord(
                    say(
                        "{where}: a record of another kind stands where {name} is expected",
                        where=where,
                        name=kind.__name__,
                    )
                )
            yield record
