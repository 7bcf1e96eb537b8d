"""What a build says at its end: what was found, how long it took, where it is, how to look further."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from wcwidth import ljust, width

from kg.language.days import has_year
from kg.ontology import ontology
from kg.pipeline.manifest import counts
from kg.read.forms import taken_for
from kg.say import Said, language, say, told

if TYPE_CHECKING:
    from kg.pipeline.build import Built
    from kg.read import Source

FILES: Mapping[str, Said] = {
    "triples.jsonl": say("facts, each with its sentence"),
    "entities.jsonl": say("entities, each with the documents that name it"),
    "articles.jsonl": say("articles as they were cut"),
    "graph.lbug": say("the database that kg query asks"),
    "graph.graphml": say("the graph for yEd, Cytoscape, igraph, NetworkX"),
    "nodes.csv": say("table of entities, opens in Excel"),
    "edges.csv": say("table of facts, opens in Excel"),
    "sentences.csv": say("table of their sentences, opens in Excel"),
    "redirects.jsonl": say("where ids of earlier builds lead now"),
    "manifest.json": say("inputs, versions, counts, hashes"),
}
_MANY = 0.2  # a share of articles without a day that is worth a word


def summary(built: Built, sources: Sequence[Source], out: Path, left: int = 0) -> Iterator[str]:
    """The lines for standard output. sources: the files that were to be read; left: how many are of other kinds."""
    words, found = ontology(), counts(built.resolution)
    yield _row(say("files"), len(sources))
    for kind, number in Counter(taken_for(source.path.name).name for source in sources).most_common():
        yield _row(f"  {told(kind)}", number)
    if left:
        yield _row(say("left out, of other kinds"), left)
    yield _row(say("articles"), found["articles"])
    yield from _counted(say("entities"), found["entities"], {name: kind.label for name, kind in words.types.items()})
    yield from _counted(say("facts"), found["triples"], {name: kind.label for name, kind in words.predicates.items()})
    yield _row(say("skipped"), len(built.skipped))
    if built.remarks:
        yield _row(say("mended"), len(built.remarks))
    yield ""
    took = say("took {seconds:.1f} s", seconds=built.seconds)
    yield told(
        say("{took} (extracted {new}, kept from before {old})", took=took, new=built.extracted, old=built.cached)
    )
    yield from _undated(built)
    yield ""
    yield from _where(built, out)
    yield ""
    yield from _further(built, out)


def _undated(built: Built) -> Iterator[str]:
    """That many articles have no day, and how to give them one."""
    articles = built.resolution.articles
    lacking = sum(not has_year(article.date or "") for article in articles)
    if lacking > _MANY * len(articles):
        yield ""
        template = "{lacking} of {number} articles have no day, or none with its year, and so have their facts."
        yield told(say(template, lacking=lacking, number=len(articles)))
        yield told(_HOW)


_HOW = say(
    "Give it in the names of files (2024-12-19.txt) or folders (2024/12/19/A01.txt), "
    'in a file beside the page (A01.json: {{"date": "2024-12-19"}}), or by --date 2024-12-19.'
)


def _program() -> str:
    """How to call this program again: by its name where the shell would find it, else as it was called."""
    name = click.get_current_context().find_root().info_name or "kg"
    return name if shutil.which(name.split()[0]) else sys.argv[0]


def _where(built: Built, out: Path) -> Iterator[str]:
    yield told(say("results"))
    for path in built.files:
        if path.parent == out:
            yield f"  {_padded(str(path))}{told(FILES.get(path.name, ''))}"
    if built.remark:
        yield "  " + told(say("no {database}: {remark}", database=out / "graph.lbug", remark=built.remark))
    yield f"  {_padded(str(out / 'maps' / '*.html'))}{told(say('maps that need no network'))}"


def _further(built: Built, out: Path) -> Iterator[str]:
    yield told(say("look further"))
    yield f"  {_padded(str(out / 'maps' / 'index.html'))}{told(say('open it in a browser'))}"
    program = _program()
    if not built.remark:
        question = _question(built)
        if question:
            yield f"  {_padded(f'{program} query {question} --on {out}')}{told(say('ask it'))}"
        yield f"  {_padded(f'{program} query --list')}{told(say('questions, each with its parameters'))}"
    yield f"  {_padded(f'{program} export {out} -f gexf -o graph.gexf')}{told(say('the graph for Gephi'))}"
    yield f"  {_padded(f'{program} export {out} -f xlsx -o graph.xlsx')}{told(say('the workbook for editors'))}"
    yield f"  {_padded(f'{program} schema')}{told(say('types and relations'))}"


def _question(built: Built) -> str:
    """A question that this graph can answer: of the person named in most files who met somebody, or holds a post."""
    people = {one.id: one for one in built.resolution.entities if one.type == "Person"}
    for predicate, words in (("MET_WITH", "见过谁"), ("HOLDS_POSITION", "任过什么职")):
        facts = (triple for triple in built.resolution.triples if triple.predicate == predicate)
        known = [people[triple.subject_id] for triple in facts if triple.subject_id in people]
        if known:
            return max(known, key=lambda one: (len(one.documents), one.id)).name + words
    return ""


def _counted(title: Said, figures: Mapping[str, int], labels: Mapping[str, str]) -> Iterator[str]:
    yield _row(title, sum(figures.values()))
    for name, figure in figures.items():
        shown = labels[name] if language() == "zh" else name
        yield _row(f"  {shown}", figure)


def _row(title: str, figure: int) -> str:
    return f"{_padded(told(title), 28)}{figure:>6}"


def _padded(text: str, columns: int = 44) -> str:
    """The text filled with blanks to a width in which Chinese characters count two."""
    return ljust(text, max(columns, width(text) + 2))
