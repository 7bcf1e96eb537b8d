"""Options that several commands share, each said once and handed to the command as one record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date as calendar
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.complete import names
from kg.cli.streams import FOLDER, OUTPUT, TABLE
from kg.cores import cores
from kg.say import say, told

if TYPE_CHECKING:
    from kg.correct import Correction
    from kg.pipeline.stages import Workers
    from kg.read import ReadOptions, Source

Command = Callable[..., None]
_MANY, _MOST = 1_000_000, 4  # bytes that are worth more than one process, and how many are taken unasked


@dataclass(frozen=True, slots=True)
class Reading:
    """--date, --place, --column and --cuts."""

    date: str | None
    place: str | None
    columns: tuple[tuple[str, str], ...] = ()
    cuts: Path | None = None

    def options(self) -> ReadOptions:
        """The library's form. Raises UserError where the table of cuts cannot be read."""
        from kg.read import ReadOptions, cuts

        wanted = cuts.load(self.cuts) if self.cuts is not None else {}
        return ReadOptions(date=self.date, place=self.place, columns=self.columns, cuts=wanted)


@dataclass(frozen=True, slots=True)
class Working:
    """--jobs, --cache, --article-seconds and --debug. jobs: 0 for all cores, None for what the work is worth."""

    jobs: int | None
    cache: Path | None
    seconds: float
    debug: bool

    def workers(self, cache: Path | None = None, sources: Sequence[Source] = ()) -> Workers:
        """The library's form. cache: where results are kept unless --cache says otherwise; None for nowhere.

        sources: the files to read, whose size says how many processes are worth their start.
        """
        from kg.pipeline.cache import Cache, rules_version
        from kg.pipeline.stages import Workers

        folder = self.cache or cache
        kept = Cache(folder, rules_version()) if folder else None
        jobs = _worth(sources) if self.jobs is None else self.jobs or cores()
        return Workers(jobs, kept, self.seconds or None)


def _worth(sources: Sequence[Source]) -> int:
    """One process, and for much to read as many as there are cores, at most _MOST: each takes a second to start."""
    return min(cores(), _MOST) if sum(map(_size, sources)) >= _MANY else 1


def _size(source: Source) -> int:
    if source.data is not None:
        return len(source.data)
    try:
        return source.path.stat().st_size
    except OSError:  # who reads it says so
        return 0


def reading(command: Command) -> Command:
    """Adds --date, --place, --column and --cuts, and hands them over as `reading`."""

    @click.option("--date", metavar="YYYY-MM-DD", callback=day, help="Day of the newspaper, if its pages do not say.")
    @click.option(
        "--place", metavar="NAME", callback=_place, help="Province, city or country of the newspaper, as 青海."
    )
    @click.option(
        "--column", "columns", multiple=True, metavar="ROLE=HEADING", callback=_columns,
        help="Which column of a table is the text, title, date, place or url, as text=报道.",
    )  # fmt: skip
    @click.option("--cuts", type=TABLE, metavar="FILE", help="Cut these pages as the table says (kg read --preview).")
    @wraps(command)
    def gathered(date: str | None, place: str | None, **others: Any) -> None:
        command(reading=Reading(date, place, others.pop("columns"), others.pop("cuts")), **others)

    return gathered


def working(command: Command) -> Command:
    """Adds --jobs, --cache, --article-seconds and --debug, and hands them over as `working`."""

    @click.option(
        "-j",
        "--jobs",
        type=click.IntRange(0),
        help="Processes; 0: all cores.  [default: 1; for files of 1 MB and more the cores, at most 4]",
    )
    @click.option("--cache", type=FOLDER, metavar="FOLDER", help="Keep what was read from each article here.")
    @click.option(
        "--article-seconds",
        "seconds",
        type=click.FloatRange(0),
        default=120,
        show_default=True,
        help="Give up an article that takes the processor longer, name it and go on; 0: never.",
    )
    @click.option("--debug", is_flag=True, help="Show the traceback where an article could not be read.")
    @wraps(command)
    def gathered(jobs: int | None, cache: Path | None, seconds: float, debug: bool, **others: Any) -> None:
        command(working=Working(jobs, cache, seconds, debug), **others)

    return gathered


sure = click.option(
    "--min-confidence",
    "least",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="SHARE",
    help="Leave out facts less sure than this, 0 to 1; 0: none.",
)
only = click.option(
    "--only", multiple=True, metavar="RELATION", help="Only facts of this relation (会见 or MET_WITH); may be repeated."
)
steps = click.option(
    "--steps", type=click.IntRange(1, 4), default=1, show_default=True, help="How far --around reaches."
)


def days(command: Command) -> Command:
    """Adds --from and --to."""
    for name, parameter, which in (("--to", "last", "an earlier"), ("--from", "first", "a later")):
        told = f"Only facts that bear this day or {which}."
        command = click.option(name, parameter, callback=day, metavar="YYYY-MM-DD", help=told)(command)
    return command


def choosing(command: Command) -> Command:
    """Adds --only, --min-confidence, --from, --to, --around, --steps and --view, and hands them over as `wanted`."""

    @only
    @sure
    @days
    @click.option(
        "--around",
        shell_complete=names,
        metavar="NAME",
        help="Only that person, body, project … and what lies near it.",
    )
    @steps
    @click.option("--view", metavar="NAME", help="Only what this map shows: officials, companies, projects …")
    @wraps(command)
    def gathered(  # noqa: PLR0913  one for each option
        *,
        only: tuple[str, ...],
        least: float,
        first: str | None,
        last: str | None,
        around: str | None,
        steps: int,
        view: str | None,
        **others: Any,
    ) -> None:
        from kg.ontology import ontology
        from kg.view.selection import Selection, predicates

        chosen = predicates(only, ontology())
        reach = steps if around else 1
        command(wanted=Selection(chosen, least, first or "", last or "", around or "", reach, view or ""), **others)

    return gathered


correcting = click.option(
    "--corrections",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Apply these corrections, too.",
)
table = click.option(
    "-c", "--corrections", "path", type=TABLE, default="corrections.csv", show_default=True, metavar="FILE",
    help="Where corrections stand.",
)  # fmt: skip
printing = click.option(
    "-o", "--output", type=OUTPUT, default="-", metavar="FILE", help="Write here instead of standard output."
)


def lines(given: Iterable[Path], beside: Iterable[Path] = ()) -> list[Correction]:
    """The corrections of the files that are given, and of those that lie in the folders `beside`, first."""
    from kg.correct import NAME, read

    found = [path / NAME for path in sorted(set(beside)) if (path / NAME).is_file()]
    return [line for path in dict.fromkeys([*found, *given]) for line in read(path)]


def _place(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """A place that there is. Raises click.BadParameter, naming those that are like it."""
    if not value:
        return value
    from kg.language.countries import country_names, is_country
    from kg.language.divisions import find, names

    if find(value) or is_country(value):
        return value
    from rapidfuzz import process

    like = [name for name, score, _ in process.extract(value, [*names(), *country_names()], limit=3) if score >= _ALIKE]
    said = say("{value!r} is no province, city, county or country", value=value)
    raise click.BadParameter(told(say("{said}; like it: {like}", said=said, like="、".join(like)) if like else said))


_ALIKE = 60  # of 100


def _columns(ctx: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    from kg.read.forms.fields import NAMES

    pairs = []
    for item in value:
        role, sign, heading = item.partition("=")
        if role not in NAMES or not sign or not heading.strip():
            raise click.BadParameter(
                told(say("{item!r} is not ROLE=HEADING with a role of {names}", item=item, names=", ".join(NAMES)))
            )
        pairs.append((role, heading.strip()))
    return tuple(pairs)


def day(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """The day that an option was given, as it is written in ISO 8601. Raises click.BadParameter."""
    try:
        return value and calendar.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(told(say("{value!r} is no day; write it like 2024-03-27", value=value))) from None
