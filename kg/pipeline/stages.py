"""Files to articles to extractions, lazily, with what could not be read or extracted counted beside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kg.errors import SkipInput
from kg.model import Article, Extraction
from kg.pipeline.cache import Cache
from kg.pipeline.limits import limited
from kg.pipeline.skips import Skip, skip
from kg.pipeline.streams import extraction_lines, extractions
from kg.pipeline.workers import Limit, Work, in_order
from kg.read import ReadOptions, Source, read_source
from kg.say import say

Report = Callable[[Skip], None]
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Workers:
    """How extraction runs. jobs: processes, at least 1. cache: where results are kept, or None.

    seconds: how long one article may take before it is named and skipped, None for ever. Where the system cannot
    interrupt this process (Windows), a limit makes even one job run in a process of its own.
    kinds: a folder with kinds of deeds of the user's own (`kg.extract.load_kinds`); nothing is cached then.
    """

    jobs: int = 1
    cache: Cache | None = None
    seconds: float | None = None
    kinds: Path | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One article: either its extraction or why it was skipped. cached: nothing was extracted for it this time."""

    article: Article
    extraction: Extraction | None
    skip: Skip | None
    cached: bool


def _ignore(_: object) -> None:
    """Nobody listens."""


@dataclass(frozen=True, slots=True)
class Listener:
    """Who wants to know while it runs: of each skip, each article that is through, and each step that begins then."""

    report: Report = _ignore
    follow: Callable[[Outcome], None] = _ignore
    step: Callable[[str], None] = _ignore


SILENT = Listener()


def articles(
    sources: Iterable[Source], options: ReadOptions, report: Report, seconds: float | None = None
) -> Iterator[Article]:
    """The articles of all sources in order. What cannot be read, a file or a line of JSON Lines, is reported.

    seconds: how long reading may take for each megabyte of a file, or None. Cuts of what is not among the sources are
    reported, too.
    """
    cut = set(options.cuts)

    def left_out(error: SkipInput) -> None:
        cut.discard(error.where)
        report(skip(error.where, error))

    for source in sources:
        cut.discard(source.document)
        try:
            for article in _unhurried(read_source(source, options, left_out), source, seconds):
                cut.discard(article.document)
                yield article
        except Exception as error:  # one bad file must not stop the others; it is named and counted
            report(skip(source.document, error))
    for document in sorted(cut):
        report(Skip(document, say("--cuts names it, but no such page was read")))


def _unhurried(found: Iterator[Article], source: Source, seconds: float | None) -> Iterator[Article]:
    """The same articles; raises SkipInput where the next one takes too long."""
    allowed = seconds and seconds * (1 + source.path.stat().st_size // MEGABYTE)
    while True:
        with limited(allowed, source.document):
            article = next(found, None)
        if article is None:
            return
        yield article


def outcomes(found: Iterable[Article], workers: Workers) -> Iterator[Outcome]:
    """What extraction made of each article, in order.

    What comes back is always what was read back from the lines, so that a cached article cannot differ from a fresh
    one. Raises UserError where a worker process dies.
    """
    cache = workers.cache if workers.kinds is None else None
    work = Work(partial(_attempt, cache, workers.kinds), partial(_known, cache), _ahead, _warm)
    for result in in_order(work, found, workers.jobs, Limit(workers.seconds, _lost)):
        if result.skip is not None:
            yield Outcome(result.article, None, result.skip, cached=False)
        else:
            (extraction,) = extractions(result.lines, result.article.id)
            yield Outcome(result.article, extraction, None, result.cached)


def kept(results: Iterable[Outcome], report: Report) -> Iterator[Extraction]:
    """The extractions among the outcomes; skips are reported."""
    for result in results:
        if result.skip is not None:
            report(result.skip)
        elif result.extraction is not None:
            yield result.extraction


def watched(results: Iterable[Outcome], listener: Listener) -> Iterator[Outcome]:
    """The same outcomes; the listener follows, and hears behind the last that they are resolved now."""
    for result in results:
        listener.follow(result)
        yield result
    listener.step(say("resolving"))


@dataclass(frozen=True, slots=True)
class _Lines:
    article: Article
    lines: list[str]
    skip: Skip | None = None
    cached: bool = False


def _known(cache: Cache | None, article: Article) -> _Lines | None:
    lines = cache.get(article) if cache is not None else None
    return None if lines is None else _Lines(article, lines, cached=True)


def _ahead(articles: Sequence[Article]) -> None:
    from kg.extract import look_ahead  # noqa: PLC0415  numpy and the lexicons only where something is extracted

    look_ahead(articles)


def _warm() -> None:
    """Load what extraction loads at its first article: tables, patterns, weights."""
    from kg.extract import extract  # noqa: PLC0415

    text = "新华社青江5月3日电 青江市委书记李文达3日在宁河会见云岭集团董事长周明远,双方签署战略合作协议。"
    extract(Article("", "", 0, "", text))


def _lost(article: Article, reason: str) -> _Lines:
    return _Lines(article, [], Skip(article.id, reason))


def _attempt(cache: Cache | None, kinds: Path | None, article: Article) -> _Lines:
    """Extract one article; runs in a worker process."""
    from kg.extract import extract, load_kinds  # noqa: PLC0415  numpy and the lexicons only where something is extracted

    try:
        lines = list(extraction_lines(extract(article, load_kinds(kinds)) if kinds else extract(article)))
    except Exception as error:  # one bad article must not stop the others; it is named and counted
        return _Lines(article, [], skip(article.id, error))
    if cache is not None:
        cache.put(article, lines)
    return _Lines(article, lines)
