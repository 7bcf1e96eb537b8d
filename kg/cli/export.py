"""kg export"""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options
from kg.cli.progress import beginning
from kg.cli.streams import INPUT, OUTPUT, STANDARD, print_file, print_lines, resolution_of
from kg.say import say, told

if TYPE_CHECKING:
    import networkx as nx

    from kg.model import Resolution
    from kg.view.selection import Selection

FORMATS = ("graphml", "gexf", "csv", "xlsx", "jsonl", "neo4j", "ftm", "jsonld", "nt", "parquet")
_FOLDERS = ("csv", "neo4j", "parquet")
_FOR_DRAWING = ("graphml", "gexf", "csv")
_SUFFIXES = {"ftm": "ftm.json"}


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was chosen, for the writers. resolution: the records that it was chosen of. whole: whether it is all."""

    graph: nx.MultiDiGraph
    selection: str
    resolution: Resolution
    whole: bool

    def chosen(self) -> Resolution:
        """Its records."""
        from kg.view.selection import narrowed

        return self.resolution if self.whole else narrowed(self.resolution, self.graph)


@click.command("export")
@click.argument("graph", default="-", type=INPUT, metavar="[GRAPH]")
@click.option("-f", "--format", "form", type=click.Choice(FORMATS), required=True, help="See below.")
@click.option("-o", "--output", type=OUTPUT, default="-", metavar="PATH", help="A file; a folder for several.")
@options.choosing
@click.option(
    "--merge-parallel", "merging", is_flag=True, help="One edge from one node to another: graphml, gexf and csv."
)
def command(graph: Path, form: str, output: Path, wanted: Selection, merging: bool) -> None:
    """Write the graph, or a part of it, for other programs.

    GRAPH is a folder of `kg build`, a file of `kg resolve`, or - for standard input.

    \b
    graphml   yEd, Cytoscape, igraph, NetworkX; Gephi with --merge-parallel
    gexf      Gephi, with a time line
    csv       nodes.csv, edges.csv and sentences.csv for spreadsheets
    xlsx      a workbook for editors, whose decisions `kg correct --from` takes back
    jsonl     the records, one a line
    neo4j     files for `neo4j-admin database import full`, and import.sh, the command
    ftm       FollowTheMoney entities for Aleph (pip install 'kg[ftm]')
    jsonld    JSON-LD in terms of schema.org, W3C ORG, PROV and Web Annotation
    nt        the same as N-Triples (pip install 'kg[rdf]')
    parquet   nodes, edges and evidence for DuckDB and pandas (pip install 'kg[parquet]')

    What an editor changed in graphml, gexf or csv, `kg import` takes back.

    \b
    Examples:
        kg export out -f gexf -o graph.gexf
        kg export out -f graphml --merge-parallel -o merged.graphml
        kg export out -f csv --only 会见 --from 2024-03-01 -o tables
        kg export out -f graphml --around 陈刚 --steps 2 --min-confidence 0.8 -o around.graphml
        kg read seeds/articles | kg extract | kg resolve | kg export -f graphml > graph.graphml
    """
    if form in _FOLDERS and output == STANDARD:
        raise click.UsageError(told(say("{form} is several files: name a folder with -o", form=form)))
    if form in _FOLDERS and output.suffix and not output.is_dir():
        raise click.UsageError(
            told(say("{path}: {form} is several files: name a folder, as -o tables", path=output, form=form))
        )
    if merging and form not in _FOR_DRAWING:
        raise click.UsageError(told(say("--merge-parallel is for {for_drawing}", for_drawing=", ".join(_FOR_DRAWING))))
    beginning(say("reading the graph"))
    asked = _asked(resolution_of(graph, wanted.least), wanted, merging)
    beginning(say("writing {form}", form=form))
    if form == "jsonl":
        from kg.pipeline.streams import resolution_lines

        print_lines(resolution_lines(asked.chosen()), output)
    elif output == STANDARD:
        print_file(lambda path: _write(asked, form, path), f"graph.{_SUFFIXES.get(form, form)}")
    else:
        from kg.pipeline.alone import alone

        with alone(output) if form in _FOLDERS else nullcontext():
            _write(asked, form, output)


def _asked(resolution: Resolution, wanted: Selection, merging: bool) -> _Asked:
    from kg.graph import build
    from kg.view.parallel import merged
    from kg.view.selection import selected

    graph = build(resolution)
    found = selected(graph, wanted)
    if merging:
        found, joined = merged(found)
        click.echo(told(say("{joined} parallel edges went into others", joined=joined)), err=True)
    return _Asked(found, wanted.text(), resolution, found is graph)


def _write(asked: _Asked, form: str, path: Path) -> None:
    from kg.export import ftm, gexf, graphml, parquet, rdf, tables, workbook

    drawn = {"graphml": graphml.write, "gexf": gexf.write, "csv": tables.write}
    plain = {
        **{"xlsx": workbook.write, "ftm": ftm.write, "jsonld": rdf.write_jsonld},
        **{"nt": rdf.write_nt, "parquet": parquet.write},
    }
    if form in drawn:
        drawn[form](asked.graph, path, asked.selection)
    elif form == "neo4j":
        from kg.store import bulk
        from kg.store.load import build_id
        from kg.store.rows import rows

        found = rows(asked.chosen(), asked.graph if asked.whole else None)
        bulk.write(found, path, build_id(found))
    else:
        plain[form](asked.graph, path)
