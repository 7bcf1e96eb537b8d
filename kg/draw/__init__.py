"""Relationship maps: views of a graph, each one HTML page that opens without a network."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

    from kg.draw.views import View
    from kg.ontology import Ontology


def draw(
    graph: nx.MultiDiGraph,
    path: Path,
    view: View,
    neighbours: Sequence[View] = (),
    *,
    vocabulary: Ontology | None = None,
) -> None:
    """Write the map of what `view` shows of a graph of `kg.graph.build`; the same bytes every time.

    neighbours: views whose pages (`NAME.html`) lie in the same folder, to be linked. vocabulary: the one that the graph
    was built with, if not the package's own. Raises OSError.
    """
    # Only now: NumPy, pyvis and what it brings take a second to import, and `kg --help` has no need of them.
    from kg.draw.content import content  # noqa: PLC0415
    from kg.draw.network import render  # noqa: PLC0415
    from kg.draw.views import select  # noqa: PLC0415
    from kg.files import write_text  # noqa: PLC0415
    from kg.ontology import ontology  # noqa: PLC0415

    shown = select(graph, view)
    articles = {article for *_, found in shown.edges(data="articles") for article in found}
    counts = {"nodes": len(shown), "edges": shown.number_of_edges(), "articles": len(articles)}
    write_text(path, render(content(shown, vocabulary or ontology()), view, neighbours, counts))


def draw_all(graph: nx.MultiDiGraph, folder: Path) -> list[Path]:
    """Write the map of every view into `folder` as `NAME.html`, each linked to the others. Returns their paths."""
    from kg.draw.views import VIEWS  # noqa: PLC0415

    paths = [folder / f"{view.name}.html" for view in VIEWS]
    for path, view in zip(paths, VIEWS, strict=True):
        draw(graph, path, view, VIEWS)
    return paths
