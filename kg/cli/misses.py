"""kg misses"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options
from kg.cli.progress import Progress
from kg.cli.streams import INPUT, print_lines, sources_of
from kg.legible import legible
from kg.say import language, say, told

if TYPE_CHECKING:
    from kg.extract.misses import Miss


@click.command("misses")
@click.argument("paths", nargs=-1, required=True, type=INPUT, metavar="PATH...")
@click.option("--predicate", metavar="NAME", help="One predicate only, as VISITED.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, in the order of the articles.")
@click.option("--most", default=5, show_default=True, type=click.IntRange(0), help="Sentences a word; 0: all.")
@options.reading
@options.printing
def command(  # noqa: PLR0913  one for each option
    *, paths: tuple[Path, ...], predicate: str | None, as_json: bool, most: int, reading: options.Reading, output: Path
) -> None:
    """Show what was not read: words that promise a fact and gave none, with the sentence, and why not.

    What is listed need not be a mistake: many a 建设 builds nothing that has a name. Words with the most sentences
    come first, and of each word the sentences that came nearest to a fact.

    \b
    Examples:
        kg misses seeds/articles
        kg misses seeds/articles --predicate VISITED --most 0
        kg misses seeds/articles --json -o misses.jsonl
    """
    from kg.extract.misses import misses
    from kg.ontology import ontology
    from kg.pipeline.stages import articles

    known = ontology().predicates
    if predicate is not None and predicate not in known:
        raise click.BadParameter(
            told(say("{predicate!r} is none of {known}", predicate=predicate, known=", ".join(known))),
            param_hint="--predicate",
        )
    with sources_of(paths) as sources, Progress([]) as progress:
        found = (
            miss
            for article in articles(sources, reading.options(), progress.listener().report)
            for miss in misses(article)
            if predicate in (None, miss.predicate)
        )
        print_lines(map(_line, found) if as_json else _text(found, most), output)
    progress.finish()


def _line(miss: Miss) -> str:
    return json.dumps(asdict(miss), ensure_ascii=False, sort_keys=True)


def _text(found: Iterable[Miss], most: int) -> Iterator[str]:
    """Words with their sentences, those with most sentences first."""
    from kg.extract.misses import REASONS
    from kg.ontology import ontology

    nearness = list(REASONS)
    groups: dict[tuple[str, str], list[Miss]] = defaultdict(list)
    for miss in found:
        groups[miss.predicate, miss.word].append(miss)
    for (predicate, word), group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        yield f"{word}  {ontology().predicates[predicate].label} {predicate}  {len(group)}"
        for miss in sorted(group, key=lambda miss: nearness.index(miss.reason))[: most or None]:
            yield f"    {miss.article}  {legible(' '.join(miss.sentence.split()))}"
            ends = f"{'、'.join(miss.subjects) or '？'} → {'、'.join(miss.objects) or '？'}"
            yield f"      {ends}  {REASONS[miss.reason][language() == 'en']}"
