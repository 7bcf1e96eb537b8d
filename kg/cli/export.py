"""kg export"""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options
from kg.cli.streams import INPUT, OUTPUT, STANDARD, print_file, print_lines, resolution_of

FORMATS = ("graphml", "gexf", "csv", "xlsx", "jsonl")


@click.command("export")
@click.argument("graph", default="-", type=INPUT, metavar="[GRAPH]")
@click.option("-f", "--format", "form", type=click.Choice(FORMATS), required=True, help="See below.")
@click.option("-o", "--output", type=OUTPUT, default="-", metavar="PATH", help="A file; a folder for csv.")
@options.sure
def command(graph: Path, form: str, output: Path, least: float) -> None:
    """Write the graph for other programs.

    GRAPH is a folder of `kg build`, a file of `kg resolve`, or - for standard input. graphml: NetworkX, yEd,
    Cytoscape. gexf: Gephi. csv: nodes.csv and edges.csv for spreadsheets. xlsx: a workbook for editors,
    whose decisions `kg correct --from` takes back. jsonl: the records, one a line.

    \b
    Examples:
        kg export out -f gexf -o graph.gexf
        kg export out -f csv -o tables
        kg export out -f xlsx -o graph.xlsx
        kg read seeds/articles | kg extract | kg resolve | kg export -f graphml > graph.graphml
    """
    if form == "csv" and output == STANDARD:
        raise click.UsageError("csv is two files: name a folder with -o")
    resolution = resolution_of(graph, least)
    if form == "jsonl":
        from kg.pipeline.streams import resolution_lines

        print_lines(resolution_lines(resolution), output)
        return
    from kg.export import gexf, graphml, tables, workbook
    from kg.graph import build

    found = build(resolution)
    if form == "csv":
        tables.write(found, output)
        return
    write = {"graphml": graphml.write, "gexf": gexf.write, "xlsx": workbook.write}[form]
    if output == STANDARD:
        print_file(lambda path: write(found, path), f"graph.{form}")
    else:
        write(found, output)
