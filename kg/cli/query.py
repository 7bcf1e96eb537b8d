"""kg query"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli import options
from kg.cli.server import Access, accessing
from kg.cli.streams import print_lines

if TYPE_CHECKING:
    from kg.store.answer import Bounds
    from kg.store.neo4j import Server
    from kg.store.questions import Question

FORMATS = ("table", "json", "csv", "graphml")


def bounded(command: options.Command) -> options.Command:
    """Adds --limit, --timeout and --write, and hands them over as `bounds`."""

    @click.option("--limit", default=100, show_default=True, type=click.IntRange(0), help="Rows at most; 0: all.")
    @click.option(
        "--timeout", default=30.0, show_default=True, type=click.FloatRange(0), help="Seconds at most; 0: any time."
    )
    @click.option("--write", is_flag=True, help="Let the statement change the database.")
    @wraps(command)
    def gathered(limit: int, timeout: float, write: bool, **others: Any) -> None:
        from kg.store.answer import Bounds

        command(bounds=Bounds(limit, timeout, write), **others)

    return gathered


@click.command("query")
@click.argument("question", required=False, metavar="[NAME|FILE]")
@click.option("--list", "listing", is_flag=True, help="Show the questions that come with kg, with their parameters.")
@click.option("--on", "place", default="out", show_default=True, metavar="PLACE", help="Folder, file or neo4j://…")
@click.option("--param", "given", multiple=True, metavar="NAME=VALUE", help="A parameter; may be said several times.")
@click.option(
    "-f", "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="See below."
)
@click.option("--min-confidence", "least", type=click.FloatRange(0, 1), help="As --param min_confidence=….")
@bounded
@options.printing
@accessing
def command(  # noqa: PLR0913  one for each option
    *,
    question: str | None,
    listing: bool,
    place: str,
    given: tuple[str, ...],
    form: str,
    least: float | None,
    output: Path,
    bounds: Bounds,
    access: Access,
) -> None:
    """Ask the graph a question in Cypher: one that comes with kg, by its name, or a file that ends in .cypher.

    PLACE is a folder of `kg build` (its graph.lbug; no server is needed), such a file, or the URL of a Neo4j server.
    Nothing is changed unless --write is given. Values of parameters are never read as Cypher. csv is for spreadsheets,
    graphml holds the nodes and relationships of the rows, json everything.

    \b
    Examples:
        kg query --list
        kg query officials_at_meetings --param official=陈刚
        kg query my.cypher --on neo4j://localhost:7687 --format json
    """
    from kg.store.questions import everything, find

    if listing:
        print_lines((line for one in everything() for line in _described(one)), output)
        return
    if question is None:
        raise click.UsageError("name a question or a file; kg query --list shows the questions")
    sure = {} if least is None else {"min_confidence": str(least)}
    _answer(find(question), sure | _values(given), _place(place, access), bounds, (form, output))


def _answer(
    question: Question, given: Mapping[str, str], place: Path | Server, bounds: Bounds, to: tuple[str, Path]
) -> None:
    from kg.cli import answers
    from kg.store.apart import apart
    from kg.store.ask import ask
    from kg.store.questions import bind, everything

    values = bind(question, given)
    # What comes with kg is known to end well, and needs no process (0.3 s); of a file nobody knows.
    own = isinstance(place, Path) and question not in everything()
    answer = (
        apart(ask, question, values, place, bounds, seconds=bounds.seconds)
        if own
        else ask(question, values, place, bounds)
    )
    print_lines(answers.FORMATS[to[0]](answer), to[1])
    if answer.cut:
        click.echo(f"只显示前 {bounds.rows} 行 only the first {bounds.rows} rows; --limit 0 shows all", err=True)


def _described(question: Question) -> Iterator[str]:
    only = "（无服务器时由 NetworkX 回答 by NetworkX where there is no server）" if question.neo4j_only else ""
    yield f"{question.name}{only}"
    yield f"    {question.chinese}"
    yield f"    {question.english}"
    for parameter in question.parameters.values():
        meaning = "  ".join(filter(None, parameter.meaning))
        yield f"      --param {parameter.name}={_default(parameter.default)}    {meaning}"


def _default(value: object) -> str:
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)


def _values(given: tuple[str, ...]) -> dict[str, str]:
    values = {}
    for text in given:
        name, sign, value = text.partition("=")
        if not sign or not name:
            raise click.BadParameter(f"{text[:80]!r}: write NAME=VALUE", param_hint="--param")
        values[name] = value
    return values


def _place(place: str, access: Access) -> Path | Server:
    from kg.store.embedded import NAME

    if "://" in place:
        return access.server(place)
    path = Path(place)
    return path / NAME if path.is_dir() else path
