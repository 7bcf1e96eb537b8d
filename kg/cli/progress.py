"""What a person sees while it runs, on standard error: a bar with an estimate on a terminal, skips in any case."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import accumulate
from types import TracebackType
from typing import TYPE_CHECKING, Any

import click

from kg.legible import legible
from kg.say import say, told

if TYPE_CHECKING:
    from kg.pipeline.skips import Skip
    from kg.pipeline.stages import Listener, Outcome
    from kg.read import Source


class Progress:
    """Listens to a run over sources: `report` takes skips, `follow` takes articles that are through.

    The bar measures bytes of files, since files differ in length. Nothing is drawn where standard error is no
    terminal. Skips are printed one a line, behind the bar where there is one.
    """

    def __init__(self, sources: Sequence[Source] = (), debug: bool = False) -> None:
        sizes = [_size(source) for source in sources]
        self._before = dict(zip((source.document for source in sources), accumulate([0, *sizes]), strict=False))
        self._total = sum(sizes)
        self._debug = debug
        self._waiting: list[str] = []
        self._bar: Any = None
        self.skipped = 0

    def __enter__(self) -> Progress:
        if self._total and sys.stderr.isatty():
            self._bar = click.progressbar(length=self._total, label=told(say("extracting")), file=sys.stderr)
            self._bar.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            if kind is None:
                self._bar.update(self._total - self._bar.pos)
            self._bar.__exit__(kind, error, trace)
            self._bar = None
        for line in self._waiting:
            click.echo(line, err=True)
        self._waiting.clear()

    def listener(self) -> Listener:
        """What the library is to call."""
        from kg.pipeline.stages import Listener

        return Listener(self.report, self.follow, self.step)

    def report(self, item: Skip) -> None:
        """Count and print one skip; print a remark."""
        self.skipped += item.lost
        # Names of files and members may hold what a terminal obeys.
        said = legible(f"{item.where}: {told(item.reason)}").replace("\n", "␊")
        lines = [told(say("skipped: {said}", said=said) if item.lost else say("note: {said}", said=said))]
        if self._debug and item.trace:
            lines.append(item.trace.rstrip())
        elif item.trace:
            lines[0] += told(say(" (--debug shows where)"))
        self._waiting.extend(lines)
        if self._bar is None:
            self.__exit__(None, None, None)

    def follow(self, outcome: Outcome) -> None:
        """Move the bar to the beginning of the article's file."""
        if self._bar is not None:
            self._bar.update(self._begin(outcome.article.document) - self._bar.pos)

    def step(self, what: str) -> None:
        """Say on a terminal what begins now, behind the bar."""
        if sys.stderr.isatty():
            self.__exit__(None, None, None)
            beginning(what)

    def _begin(self, document: str) -> int:
        """How many bytes stand before a document; a member of an archive is called `archive.zip/name`."""
        while document not in self._before and "/" in document:
            document = document.rpartition("/")[0]
        return self._before.get(document, int(self._bar.pos))

    def finish(self) -> None:
        """End the command with status 1 where something was skipped."""
        if self.skipped:
            click.get_current_context().exit(1)


def beginning(what: str) -> None:
    """Say on a terminal what begins now; where standard error is none, nothing."""
    if sys.stderr.isatty():
        click.echo(f"{legible(told(what))} …", err=True)


def _size(source: Source) -> int:
    try:
        return source.path.stat().st_size
    except OSError:
        return 0
