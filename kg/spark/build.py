"""The whole on a cluster: articles in from any filesystem that Spark knows, records out as JSON Lines and Parquet,
nodes and relationships as CSV for the importer of Neo4j."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

from kg.correct import Correction
from kg.errors import UserError
from kg.model import Record, to_line
from kg.ontology import ontology
from kg.pipeline.skips import Skip
from kg.pipeline.stages import Outcome, Workers
from kg.say import say
from kg.spark import importing
from kg.spark.correcting import corrected
from kg.spark.reading import Inputs, extract, read
from kg.spark.resolving import resolved
from kg.spark.session import on_disk
from kg.spark.tables import tables

OUTPUTS = ("articles", "entities", "triples")
_SKIPPED = "skipped"  # what was left out, one a line


@dataclass(frozen=True, slots=True)
class Built:
    """What came of it. skipped: how many articles, files or corrections were left out; they are named in `skipped`."""

    articles: int
    entities: int
    triples: int
    skipped: int


def build(  # noqa: PLR0913  what is given by name needs no order
    spark: Any,
    inputs: Inputs,
    out: str,
    workers: Workers,
    *,
    corrections: Sequence[Correction] = (),
    least: float = 0.0,
    parts: int = 0,
) -> Built:
    """Read, extract, resolve and write; `out`: a folder, as a path or URL, where every worker may write.

    The lines of articles.jsonl, entities.jsonl and triples.jsonl, sorted, are those that `kg build` writes, sorted.
    parts: into how many partitions the work is parted; 0: three for each core. Raises UserError, see `read`.
    """
    parts = parts or 3 * spark.sparkContext.defaultParallelism
    places = _cleared(spark, out)
    things = extract(read(spark, inputs, parts), workers).persist(on_disk())
    lost = things.flatMap(_left_out)
    found = resolved(things.flatMap(_extractions), ontology(), parts)
    found, misfits = corrected(found, corrections, ontology())
    if least:
        found = replace(found, triples=found.triples.filter(lambda triple: triple.confidence >= least))
    found = replace(found, **{name: getattr(found, name).persist(on_disk()) for name in OUTPUTS})
    articles, entities, triples = (_written(spark, name, getattr(found, name), places) for name in OUTPUTS)
    if not articles:
        raise UserError(say("no article was found"))
    told = [str(Skip(misfit.line.where, misfit.reason)) for misfit in misfits]
    skipped = lost.map(str).union(spark.sparkContext.parallelize(told, 1)).map(_legal).persist()
    importing.write(spark, tables(found, ontology(), parts), places[importing.FOLDER])
    skipped.coalesce(1).saveAsTextFile(places[_SKIPPED])
    return Built(articles, entities, triples, skipped.count())


def _extractions(item: Outcome | Skip) -> list[Any]:
    return [item.extraction] if isinstance(item, Outcome) and item.extraction is not None else []


def _left_out(item: Outcome | Skip) -> list[Skip]:
    skip = item.skip if isinstance(item, Outcome) else item
    return [skip] if skip is not None and skip.lost else []


def _written(spark: Any, name: str, records: Any, places: dict[str, str]) -> int:
    records.map(_line).saveAsTextFile(places[f"{name}.jsonl"])
    columns = COLUMNS[name]
    rows = records.map(lambda record: tuple(take(record) for take in columns.values()))
    spark.createDataFrame(rows, SCHEMAS[name]).write.parquet(places[f"{name}.parquet"])
    return int(records.count())


def _line(record: Record) -> str:
    return _legal(to_line(record))


def _legal(text: str) -> str:
    """Lone surrogates as JSON's own escapes, as `kg.export.lines` has them."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _cleared(spark: Any, out: str) -> dict[str, str]:
    """Where each output goes; what an earlier run left there is gone. Raises UserError where something else lies."""
    hadoop = spark.sparkContext._jvm.org.apache.hadoop.fs
    folder = hadoop.Path(out)
    system = folder.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration())
    names = [_SKIPPED, importing.FOLDER, *(f"{name}.{kind}" for name in OUTPUTS for kind in ("jsonl", "parquet"))]
    places = {name: hadoop.Path(folder, name) for name in names}
    for name, place in places.items():
        if system.exists(place) and not system.getFileStatus(place).isDirectory():
            raise UserError(
                say("{out}: {name} of a build on one machine lies there; give another folder", out=out, name=name)
            )
    for place in places.values():
        system.delete(place, True)
    return {name: str(system.makeQualified(place).toString()) for name, place in places.items()}


def _json(value: Any) -> str:
    return _legal(json.dumps(value, ensure_ascii=False, sort_keys=True, default=list))


Columns = dict[str, Callable[[Any], Any]]


def _text(name: str) -> Callable[[Any], str | None]:
    return lambda record: None if getattr(record, name) is None else _legal(getattr(record, name))


def _texts(name: str) -> Callable[[Any], list[str]]:
    return lambda record: [_legal(text) for text in getattr(record, name)]


_ARTICLE: Columns = {
    **{name: _text(name) for name in ("id", "document")},
    "index": attrgetter("index"),
    **{name: _text(name) for name in ("title", "text", "date", "place", "city", "url")},
    "reporters": _texts("reporters"),
}
_ENTITY: Columns = {
    **{name: _text(name) for name in ("id", "type", "name")},
    **{name: _texts(name) for name in ("names", "documents", "members", "reasons")},
    "properties": lambda entity: _json(dict(entity.properties)),
}
_TRIPLE: Columns = {
    **{n: _text(n) for n in ("id", "article", "subject_id", "predicate", "object_id", "subject", "object", "rule")},
    "confidence": lambda triple: float(triple.confidence),
    "properties": lambda triple: _json(dict(triple.properties)),
    "sentences": lambda triple: [_legal(text) for text in dict.fromkeys(item.sentence for item in triple.evidence)],
}
COLUMNS: dict[str, Columns] = {"articles": _ARTICLE, "entities": _ENTITY, "triples": _TRIPLE}
_KINDS = {
    **{"index": "int", "confidence": "double"},
    **dict.fromkeys(("reporters", "names", "documents", "members", "reasons", "sentences"), "array<string>"),
}
SCHEMAS = {
    name: ", ".join(f"`{column}` {_KINDS.get(column, 'string')}" for column in columns)
    for name, columns in COLUMNS.items()
}


__all__ = ["COLUMNS", "OUTPUTS", "SCHEMAS", "Built", "build"]
