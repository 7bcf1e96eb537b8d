"""kg query"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli import options
from kg.cli.complete import parameters, question_names
from kg.cli.part import check, chosen
from kg.cli.server import Access, accessing
from kg.cli.streams import STANDARD, print_lines
from kg.errors import UserError
from kg.say import language, say, told

if TYPE_CHECKING:
    from kg.cli.look import Look
    from kg.query.names import Names
    from kg.query.wording import Reading
    from kg.store.answer import Answer, Bounds
    from kg.store.neo4j import Server
    from kg.store.questions import Question
    from kg.view.selection import Selection

FORMATS = ("table", "json", "csv", "graphml")
_NEAREST = 3  # questions that are named where it is not clear which is meant
_USUAL = ("who_meets_whom", "posts", "projects_by_place")  # where the words tell nothing at all
_ALL = ("evidence", "sentences_with")  # they ask for sentences


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


@dataclass(frozen=True, slots=True)
class Shape:
    """--format, --ids and --output."""

    form: str
    ids: bool
    output: Path


def shaped(command: options.Command) -> options.Command:
    """Adds --format, --ids and --output, and hands them over as `shape`."""

    @click.option(
        "-f",
        "--format",
        "form",
        type=click.Choice(FORMATS),
        help="See above; table, or what the name of --output ends in.",
    )
    @click.option("--ids", is_flag=True, help="Show ids and other columns for machines in the table, too.")
    @options.printing
    @wraps(command)
    def gathered(form: str | None, ids: bool, output: Path, **others: Any) -> None:
        ending = output.suffix.lower().removeprefix(".")
        command(shape=Shape(form or (ending if ending in FORMATS else "table"), ids, output), **others)

    return gathered


@click.command("query")
@click.argument("asked", nargs=-1, metavar="[QUESTION]", shell_complete=question_names)
@click.option("--list", "listing", is_flag=True, help="Show the questions that come with kg, with their parameters.")
@click.option("--on", "place", default="out", show_default=True, metavar="PLACE", help="Folder, file or neo4j://…")
@click.option(
    "--param", "given", multiple=True, metavar="NAME=VALUE", shell_complete=parameters,
    help="A parameter; may be said several times.",
)  # fmt: skip
@options.choosing
@bounded
@shaped
@accessing
def command(  # noqa: PLR0913  one for each option
    *,
    asked: tuple[str, ...],
    listing: bool,
    place: str,
    given: tuple[str, ...],
    wanted: Selection,
    shape: Shape,
    bounds: Bounds,
    access: Access,
) -> None:
    """Ask the graph: in Chinese words, by the name of a question that comes with kg, or with a .cypher file.

    Words are matched with the questions that come with kg; which one was taken is said, and where none is clearly
    meant, the nearest three are named.

    Values may be Chinese: type=人物, status=意向, role=主持, since=2023年7月1日, since=上月, place=西宁及所属 (with its
    counties and parks). A name that is not in the graph is answered with those that are like it.

    PLACE is a folder of `kg build` (its graph.lbug; no server is needed), such a file, or the URL of a Neo4j server.
    --only, --from, --to, --around and --view ask of a part of the graph, the same as in kg draw and kg export; PLACE is
    then a folder of `kg build`. Nothing is changed unless --write is given. Values of parameters are never read as
    Cypher. A table is as wide as the terminal; csv is for spreadsheets, graphml holds the nodes and relationships of
    the rows as kg export writes them, json everything.

    \b
    Examples:
        kg query 陈刚见过哪些企业负责人
        kg query --list
        kg query officials_at_meetings --param official=陈刚
        kg query posts --around 陈刚 --from 2024-03-01
        kg query my.cypher --on neo4j://localhost:7687 --format json
    """
    from kg.store.questions import everything

    if listing:
        print_lines((line for one in everything() for line in _described(one)), shape.output)
        return
    if not asked:
        raise click.UsageError(told(say("ask something: kg query 陈刚见过谁; kg query --list shows the questions")))
    sure, wanted = _sure(wanted)
    check(place, wanted)
    base = _place(place, access)
    question, values = _meant(" ".join(asked), sure | _values(given), base)
    with chosen(base, wanted) as part:
        _answer(question, values, part, bounds, shape)


def _sure(wanted: Selection) -> tuple[dict[str, str], Selection]:
    """--min-confidence alone is a parameter of the question, which any database has; else it chooses as the others."""
    if not wanted.least or replace(wanted, least=0.0).text():
        return {}, wanted
    return {"min_confidence": str(wanted.least)}, replace(wanted, least=0.0)


def _meant(text: str, given: Mapping[str, str], place: Path | Server) -> tuple[Question, Mapping[str, str]]:
    """The question of that name or file, or the one that the words mean; with its parameters."""
    from kg.store.questions import everything, find

    if text.endswith(".cypher") or not (" " in text or any("一" <= char <= "鿿" for char in text)):
        return find(text), given
    from kg.query.names import Names
    from kg.query.wording import Reading, readings, sure

    today, names = date.today(), Names.of(place)
    found = readings(text, everything(), names, today)
    if not sure(found):
        raise UserError(_unclear([*found, *(Reading(find(name), 0.0, {}) for name in _USUAL)]))
    _complain_of_strangers(found[0], names)
    question, values = found[0].question, {**found[0].values, **given}
    click.echo(told(say("taken for: {title} ({call})", title=_title(question), call=_call(question, values))), err=True)
    return question, values


def _unclear(found: list[Reading]) -> str:
    first = list({one.question.name: one for one in reversed(found)}.values())
    first.sort(key=found.index)
    lines = [f"\n  {_title(one.question)}\n    kg query {_call(one.question, one.values)}" for one in first[:_NEAREST]]
    return say(
        "not clear what is asked; the nearest questions are (kg query --list shows all):{lines}", lines="".join(lines)
    )


def _complain_of_strangers(reading: Reading, names: Names) -> None:
    """Raises UserError where the words hold a name that is not in the graph and that the question would ask for."""
    from kg.query.finding import may_be_name
    from kg.query.values import NAMED
    from kg.query.why import missing

    if reading.idle:
        click.echo(told(say("not used: {words}", words="、".join(reading.idle))), err=True)
    open_slots = [name for name in reading.question.parameters if name in NAMED and not reading.values.get(name)]
    if not reading.left or not open_slots:
        return
    kind = NAMED[open_slots[0]]
    asked = any(reading.values.get(name) for name in NAMED)
    named = kind == "Person" or may_be_name(reading.left)  # names of people are in no dictionary
    if (named and names.near(reading.left, kind)) or (not asked and may_be_name(reading.left)):
        raise UserError(missing(reading.left, kind, names))
    click.echo(told(say("not used: {words}", words=reading.left)), err=True)


def _title(question: Question) -> str:
    return question.chinese if language() == "zh" else question.english


def _call(question: Question, values: Mapping[str, str]) -> str:
    return " ".join([question.name, *(f"--param {name}={value}" for name, value in values.items())])


def _answer(question: Question, given: Mapping[str, str], place: Path | Server, bounds: Bounds, shape: Shape) -> None:
    from kg.cli import answers
    from kg.query.values import normal
    from kg.store.ask import ask
    from kg.store.questions import bind, everything

    ours = question in everything()
    values = bind(question, normal(given, question.parameters, date.today()) if ours else given)
    answer = ask(question, values, place, bounds)
    print_lines(answers.FORMATS[shape.form](answer, _look(question, ours, shape)), shape.output)
    _remark(question, values, place, answer, (bounds, ours))


def _remark(
    question: Question, values: Mapping[str, Any], place: Path | Server, answer: Answer, how: tuple[Bounds, bool]
) -> None:
    """What a person should know besides the rows: that there are more, or why there are none."""
    bounds, ours = how
    if answer.cut:
        click.echo(told(say("only the first {rows} rows; --limit 0 shows all", rows=bounds.rows)), err=True)
    if answer.rows:
        return
    if not ours:
        click.echo(told(say("the statement matches nothing in this graph")), err=True)
        return
    from kg.query.names import Names
    from kg.query.why import why

    for reason in why(question, values, place, Names.of(place)):
        click.echo(told(reason), err=True)


def _look(question: Question, ours: bool, shape: Shape) -> Look:
    from kg.cli.look import Look

    terminal = shape.output == STANDARD and sys.stdout.isatty()
    quotes = {"quotes": 1_000} if question.name in _ALL else {}
    width = shutil.get_terminal_size((100, 24)).columns
    return Look(width, shape.ids, terminal and "NO_COLOR" not in os.environ, ours, question.name == "posts", **quotes)


def _described(question: Question) -> Iterator[str]:
    only = told(say("(by NetworkX where there is no server)")) if question.neo4j_only else ""
    yield f"{question.name}{only}"
    yield f"    {question.chinese}"
    if language() != "zh":
        yield f"    {question.english}"
    for parameter in question.parameters.values():
        meaning = parameter.meaning[language() != "zh"]
        yield f"      --param {parameter.name}={_default(parameter.default)}    {meaning}"


def _default(value: object) -> str:
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)


def _values(given: tuple[str, ...]) -> dict[str, str]:
    values = {}
    for text in given:
        name, sign, value = text.partition("=")
        if not sign or not name:
            raise click.BadParameter(told(say("{text!r}: write NAME=VALUE", text=text[:80])), param_hint="--param")
        values[name] = value
    return values


def _place(place: str, access: Access) -> Path | Server:
    from kg.store.embedded import NAME

    if "://" in place:
        return access.server(place)
    path = Path(place)
    return path / NAME if path.is_dir() else path
