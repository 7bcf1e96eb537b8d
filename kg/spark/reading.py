"""Files on any filesystem that Spark knows to extractions: the same readers and rules as on one machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, cast

from kg.errors import SkipInput, UserError
from kg.model import Article, replace
from kg.pipeline.skips import Skip, skip
from kg.pipeline.stages import Outcome, Workers, articles, outcomes
from kg.read import ReadOptions, Source
from kg.read.forms.fields import article_of, renamed
from kg.read.forms.records import line_articles
from kg.read.sources import is_read, suffixes
from kg.say import say

LINES = (".jsonl", ".ndjson")
COLUMNS = ".parquet"


@dataclass(frozen=True, slots=True)
class Inputs:
    """Where the articles are: folders or files, as paths or URLs. options: what the user knows of them."""

    paths: tuple[str, ...]
    options: ReadOptions


def read(spark: Any, inputs: Inputs, parts: int) -> Any:
    """RDD of what was read: Article, or Skip for what could not be.

    A folder is read with those below, as `kg build` does; its files are named by their place in it. A file of JSON
    Lines or Parquet that is named itself is parted at its lines or row groups.
    Raises UserError for a path that does not exist.
    """
    found = spark.sparkContext.emptyRDD()
    for path in inputs.paths:
        url, is_folder = _located(spark, path)
        name = PurePosixPath(url).name
        if name.endswith(COLUMNS):
            found = found.union(_of_rows(spark.read.parquet(url).rdd, name, inputs.options))
        elif name.endswith(LINES) and not is_folder:
            found = found.union(_of_lines(spark.sparkContext.textFile(url, parts), name, inputs.options))
        else:
            files = spark.sparkContext.binaryFiles(url, parts).repartition(parts)
            found = found.union(files.flatMap(_Pages(url, is_folder, inputs.options)))
    return found


def extract(read_things: Any, workers: Workers) -> Any:
    """RDD of Outcome or Skip: every article extracted, in its partition."""
    return read_things.mapPartitions(_Extracting(workers))


def _located(spark: Any, path: str) -> tuple[str, bool]:
    """The full URL of a path, and whether it is a folder."""
    hadoop = spark.sparkContext._jvm.org.apache.hadoop.fs
    place = hadoop.Path(path)
    system = place.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration())
    if not system.exists(place):
        raise UserError(say("{path}: no such file or folder", path=path))
    return str(system.makeQualified(place).toString()), bool(system.getFileStatus(place).isDirectory())


@dataclass(frozen=True, slots=True)
class _Pages:
    """One file, by its URL and bytes, to its articles."""

    root: str
    is_folder: bool
    options: ReadOptions

    def __call__(self, file: tuple[str, bytes]) -> Iterator[Article | Skip]:
        url, data = file
        place = _plain(url).removeprefix(_plain(self.root).rstrip("/") + "/") if self.is_folder else url
        name = place if self.is_folder else PurePosixPath(url).name
        if self.is_folder and not is_read(PurePosixPath(name), suffixes()):
            return
        told: list[Skip] = []
        # The path is never opened: only its name tells the form.
        source = Source(cast(Path, PurePosixPath(name)), name, bytes(data))
        yield from articles([source], self._own(name), told.append)
        yield from told

    def _own(self, name: str) -> ReadOptions:
        """The options with the cuts of this file and of what is packed in it: of others it cannot tell."""
        cuts = {of: found for of, found in self.options.cuts.items() if of == name or of.startswith(f"{name}/")}
        return replace(self.options, cuts=cuts)


def _plain(url: str) -> str:
    """A URL without the slashes that Hadoop writes one time and not the other: file:///a is file:/a."""
    scheme, mark, rest = url.partition(":/")
    return f"{scheme}:/{rest.lstrip('/')}" if mark and scheme == "file" else url


def _of_lines(lines: Any, name: str, options: ReadOptions) -> Any:
    def article(item: tuple[str, int]) -> Iterator[tuple[str, Article] | Skip]:
        line, number = item
        told: list[SkipInput] = []
        yield from line_articles(line, f"{name}:{number + 1}", options, told.append)
        yield from (skip(error.where, error) for error in told)

    return _numbered(lines.zipWithIndex().flatMap(article), name)


def _of_rows(rows: Any, name: str, options: ReadOptions) -> Any:
    def article(item: tuple[Any, int]) -> Iterator[tuple[str, Article] | Skip]:
        row, number = item
        where = f"{name}:{number + 1}"
        try:
            yield from ((f"row {number + 1}", found) for found in article_of(row.asDict(), where, options))
        except SkipInput as error:
            yield skip(where, error)

    return _numbered(rows.zipWithIndex().flatMap(article), name)


def _numbered(found: Any, name: str) -> Any:
    """The articles of one document numbered in its order, as on one machine; the skips as they are."""

    def named(item: tuple[tuple[str, Article], int]) -> Article:
        (note, article), index = item
        (whole,) = renamed(iter([(note, article)]), name)
        return replace(whole, id=f"{name}#{index}", index=index)

    found = found.persist()
    good = found.filter(lambda item: not isinstance(item, Skip)).zipWithIndex().map(named)
    return good.union(found.filter(lambda item: isinstance(item, Skip)))


@dataclass(frozen=True, slots=True)
class _Extracting:
    """A partition's articles through the pipeline's own stage."""

    workers: Workers

    def __call__(self, things: Iterable[Article | Skip]) -> Iterator[Outcome | Skip]:
        told: list[Skip] = []

        def only_articles() -> Iterator[Article]:
            for thing in things:
                if isinstance(thing, Article):
                    yield thing
                else:
                    told.append(thing)

        yield from outcomes(only_articles(), self.workers)
        yield from told
