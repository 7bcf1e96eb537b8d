"""kg evaluate"""

from __future__ import annotations

import json
from collections.abc import Container, Mapping
from pathlib import Path
from typing import Any

import click

from kg.cli.gate import Gate, gated
from kg.cli.progress import Progress
from kg.cli.streams import INPUT, STANDARD, standard_input
from kg.errors import UserError
from kg.say import say


@click.command("evaluate")
@click.argument("gold", type=click.Path(exists=True, path_type=Path))
@click.argument("predicted", required=False, type=INPUT)
@click.option("--half", type=click.Choice(["A", "B"]), help="Score this half of the gold only.")
@click.option("--against", type=INPUT, metavar="FILE", help="Earlier predictions: print what was gained since.")
@click.option("--details", "form", flag_value="details", help="List misses (-) and false alarms (+) too.")
@click.option("--json", "form", flag_value="json", help="Print one JSON object, details included.")
@gated
def command(  # noqa: PLR0913  one for each option
    *, gold: Path, predicted: Path | None, half: str | None, against: Path | None, form: str | None, gate: Gate
) -> None:
    """Score predictions against gold: precision, recall and F1 of nodes and triples; cuts, titles and days of articles.

    GOLD is a folder of gold files or a file of JSON lines; PREDICTED is what `kg annotate` prints, or - for standard
    input. Without it, the articles that belong to the gold are annotated first: seeds/articles for seeds/gold.

    \b
    Examples:
        kg evaluate seeds/gold
        kg annotate seeds/articles | kg evaluate seeds/gold -
        kg evaluate seeds/gold after.jsonl --against before.jsonl
        kg evaluate seeds/gold --gate seeds/baseline.json
    """
    from kg.evaluate import gains, load, score

    wanted = load(gold)
    found = _annotated(gold, wanted) if predicted is None else _loaded(predicted)
    report = score(wanted.values(), (document for name, document in found.items() if name in wanted), half)
    if form == "json":
        click.echo(json.dumps(report.plain(details=True), ensure_ascii=False, indent=2))
    else:
        click.echo(report.text(details=form == "details"))
    if against is not None and form != "json":
        for gain in gains(wanted.values(), (_loaded(against).values(), found.values()), half):
            click.echo(gain.text())
    gate.pass_through(report, gold)


def _loaded(predicted: Path) -> Mapping[str, Mapping[str, Any]]:
    from kg.evaluate import load

    if predicted != STANDARD:
        return load(predicted)
    with standard_input("predicted.jsonl") as file:
        return load(file)


def _annotated(gold: Path, wanted: Container[str]) -> Mapping[str, Mapping[str, Any]]:
    """What is predicted for the articles of the gold, by file name."""
    from kg.pipeline.annotate import annotated
    from kg.pipeline.stages import Workers
    from kg.read import ReadOptions, find_sources

    sources = [source for source in find_sources([_articles(gold)]) if source.path.name in wanted]
    with Progress(sources) as progress:
        found = list(annotated(sources, ReadOptions(), Workers(), progress.listener(), evidence=True))
    if progress.skipped:
        raise UserError(say("figures without what was skipped would mislead"))
    return {Path(document["document"]).name: document for document in found}


def _articles(gold: Path) -> Path:
    """Where the articles of this gold lie: `../articles`, or `../../articles/NAME` for `gold/NAME`."""
    place = gold.resolve()
    for folder in (place.parent / "articles", place.parents[1] / "articles" / place.name):
        if folder.is_dir():
            return folder
    raise UserError(
        say("{gold}: no folder of articles beside it; give what `kg annotate` printed as PREDICTED", gold=gold)
    )
