"""Where lines come from and go to: files, folders of a build, standard input and output."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.speech import named
from kg.errors import UserError
from kg.legible import legible
from kg.say import say, told

if TYPE_CHECKING:
    from kg.model import Resolution
    from kg.read import Source

STANDARD = Path("-")
_NAMED = 5
INPUT = click.Path(exists=True, allow_dash=True, path_type=Path)
OUTPUT = click.Path(allow_dash=True, path_type=Path)
TABLE = click.Path(dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)


class _Results(click.Path):
    """A folder for results, whose name is not that of a table or another file (-o x.csv)."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path. Fails for a name that ends as files do."""
        found = Path(str(super().convert(value, param, ctx)))
        if found.suffix.lower() in _FILES and not found.is_dir():
            template = (
                "{path}: results are several files, in a folder: -o out; tables alone: kg export out -f csv -o tables"
            )
            self.fail(told(say(template, path=found)), param, ctx)
        return found


_FILES = (
    ".csv",
    ".xlsx",
    ".xls",
    ".json",
    ".jsonl",
    ".html",
    ".htm",
    ".graphml",
    ".gexf",
    ".txt",
    ".pdf",
    ".lbug",
    ".zip",
)
RESULTS = _Results(file_okay=False, path_type=Path)


class _Url(click.ParamType[Any]):
    """A URL of a filesystem that Spark knows, as a text; anything else as the other type has it, as a Path."""

    def __init__(self, path: click.Path) -> None:
        self.name, self._path = path.name, path

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The Path, or the URL as it is."""
        return value if isinstance(value, str) and "://" in value else named(self._path).convert(value, param, ctx)


INPUT_OR_URL = _Url(INPUT)
RESULTS_OR_URL = _Url(RESULTS)


def here(places: Iterable[Path | str]) -> tuple[Path, ...]:
    """The places as paths. Raises UserError for a URL."""
    for place in places:
        if isinstance(place, str):
            raise UserError(say("{place}: only --on spark reads and writes URLs", place=place))
    return tuple(place for place in places if isinstance(place, Path))


@contextmanager
def lines_of(path: Path) -> Iterator[tuple[Iterable[str], str]]:
    """The lines of a file or of standard input, and what to call it in messages."""
    if path == STANDARD:
        yield sys.stdin, "standard input"
    elif path.is_dir():
        raise UserError(
            say("{path}: a folder; this command reads a file of JSON lines, or - for standard input", path=path)
        )
    else:
        with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="\n") as file:
            yield file, str(path)


def resolution_of(path: Path, least: float = 0.0) -> Resolution:
    """The resolution in a folder that `kg build` wrote, a file of `kg resolve`, or standard input.

    least: without the facts that are less sure than this.
    """
    from kg.export import lines
    from kg.graph import confident
    from kg.pipeline import streams

    if path.is_dir():
        return confident(lines.read(path), least)
    with lines_of(path) as (found, where):
        return confident(streams.resolution(found, where), least)


def print_lines(lines: Iterable[str], output: Path) -> None:
    """Write lines to standard output, or to a file that appears when it is complete."""
    if output == STANDARD:
        for line in lines:
            click.echo(line)
        return
    from kg.files import writing

    with writing(output) as file:
        for line in lines:
            file.write(f"{line}\n".encode("utf-8", "backslashreplace"))


def print_file(write: Callable[[Path], None], name: str) -> None:
    """Send to standard output what `write` puts into a file; name: what the file is to be called."""
    from kg.pipeline.alone import scratch

    with scratch() as folder:
        path = folder / name
        write(path)
        with path.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)


@contextmanager
def standard_input(name: str) -> Iterator[Path]:
    """A file of that name with all that comes from standard input, gone afterwards."""
    from kg.pipeline.alone import scratch

    with scratch() as folder:
        path = folder / name
        path.write_bytes(sys.stdin.buffer.read())
        yield path


@contextmanager
def sources_of(paths: Sequence[Path], beside: Path | None = None) -> Iterator[list[Source]]:
    """The sources at the paths; standard input counts as a text file called `stdin.txt`.

    beside: a folder of results, whose files are not read even where it lies inside a folder of the input. Raises
    UserError where there is nothing to read.
    """
    with ExitStack() as stack:
        typed = stack.enter_context(standard_input("stdin.txt")) if STANDARD in paths else STANDARD
        yield _found([typed if path == STANDARD else path for path in paths], beside)


def _found(paths: Sequence[Path], beside: Path | None) -> list[Source]:
    from kg.read import find_sources
    from kg.read.sources import suffixes

    found = [source for source in find_sources(paths) if not _inside(source.path, beside)]
    if not found:
        raise UserError(
            say("{paths}: no file ends in {suffixes}", paths=", ".join(map(str, paths)), suffixes=", ".join(suffixes()))
        )
    left = unread(paths, beside)
    if left:
        click.echo(told(say("not read, of other kinds: {number} files", number=len(left))), err=True)
    for line in _left_out(left):
        click.echo(line, err=True)
    return found


def unread(paths: Sequence[Path], beside: Path | None = None) -> list[Path]:
    """The files of the folders among the paths that are of kinds that are not read; see `sources_of`."""
    from kg.read.sources import others

    return [path for path in others([path for path in paths if path != STANDARD]) if not _inside(path, beside)]


def _left_out(files: Sequence[Path]) -> Iterator[str]:
    """A line for each kind: how many there are, some of their names, and what to do about it."""
    from kg.read.sources import advice, shown

    kinds: dict[str, list[Path]] = {}
    for path in files:
        kinds.setdefault(path.suffix.lower(), []).append(path)
    for suffix, some in sorted(kinds.items()):
        named = "、".join(legible(shown(path.name)).replace("\n", "␊") for path in some[:_NAMED])
        line = f"  {suffix or '–'} × {len(some)}: {named}{'…' if len(some) > _NAMED else ''}"
        what = advice(suffix)
        yield f"{line}  → {told(what)}" if what else line


def _inside(path: Path, folder: Path | None) -> bool:
    return folder is not None and folder.resolve() in path.resolve().parents
