"""Records as JSON lines and back, one stage's output being the next one's input.

read → lines of articles. extract → each article, then its mentions (the doubted ones last), then its triples.
resolve → articles, entities and triples of the whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.errors import BadRecord
from kg.export.lines import checked
from kg.model import Article, Entity, Extraction, Record, Resolution, ResolvedEntity, Triple, from_line, to_line
from kg.say import say


def extraction_lines(extraction: Extraction) -> Iterator[str]:
    """The lines of one article with what was read from it, without line breaks."""
    yield to_line(extraction.article)
    yield from map(to_line, extraction.entities)
    yield from map(to_line, extraction.doubted)
    yield from map(to_line, extraction.triples)


def resolution_lines(resolution: Resolution) -> Iterator[str]:
    """The lines of a resolution, without line breaks."""
    yield from map(to_line, resolution.articles)
    yield from map(to_line, resolution.entities)
    yield from map(to_line, resolution.triples)


def records(lines: Iterable[str], where: str) -> Iterator[tuple[str, Record]]:
    """(place, record) of each line that is not blank. Raises BadRecord, naming the place (`where:line`)."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            place = f"{where}:{number}"
            yield place, from_line(line, place)


def articles(lines: Iterable[str], where: str) -> Iterator[Article]:
    """Articles as `kg read` prints them. Raises BadRecord for anything else."""
    for place, record in records(lines, where):
        if not isinstance(record, Article):
            raise BadRecord(say("{place}: expected an article, as kg read prints them", place=place))
        yield record


def extractions(lines: Iterable[str], where: str) -> Iterator[Extraction]:
    """Extractions as `kg extract` prints them. Raises BadRecord for anything else."""
    article: Article | None = None
    entities: list[Entity] = []
    triples: list[Triple] = []
    for place, record in records(lines, where):
        if isinstance(record, Article):
            if article is not None:
                yield _extraction(article, entities, triples)
            article, entities, triples = record, [], []
        elif isinstance(record, ResolvedEntity) or article is None or record.article != article.id:
            raise BadRecord(
                say(
                    "{place}: expected an article with its mentions and triples, as kg extract prints them", place=place
                )
            )
        elif isinstance(record, Entity):
            entities.append(record)
        else:
            triples.append(record)
    if article is not None:
        yield _extraction(article, entities, triples)


def _extraction(article: Article, entities: Sequence[Entity], triples: Iterable[Triple]) -> Extraction:
    sure, doubted = (tuple(one for one in entities if one.doubted is is_doubted) for is_doubted in (False, True))
    return Extraction(article, sure, tuple(triples), doubted)


def resolution(lines: Iterable[str], where: str) -> Resolution:
    """The resolution as `kg resolve` prints it. Raises BadRecord for anything else."""
    found: tuple[list[Article], list[ResolvedEntity], list[Triple]] = ([], [], [])
    for place, record in records(lines, where):
        if isinstance(record, Article):
            found[0].append(record)
        elif isinstance(record, ResolvedEntity):
            found[1].append(record)
        elif isinstance(record, Entity) or record.subject_id is None or record.object_id is None:
            raise BadRecord(say("{place}: not resolved yet; put `kg resolve` before this command", place=place))
        else:
            found[2].append(record)
    return checked(Resolution(tuple(found[0]), tuple(found[1]), tuple(found[2])), where)
