"""Relationship maps: views of a graph, each one HTML page that opens without a network."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.heap import uncollected

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    from kg.areas import Areas
    from kg.ontology import Ontology
    from kg.view.views import Facts, View


@dataclass(frozen=True, slots=True)
class Extras:
    """What a page may have besides its view.

    vocabulary: the one that the graph was built with, if not the package's own. node: the id of the node that is chosen
    when the page opens; path: of the two between which the way is told. groups: whether communities and brokers are
    listed. areas: of `kg.areas`, facts: of `kg.view.views`, where they are known already.
    """

    vocabulary: Ontology | None = None
    node: str | None = None
    path: tuple[str, str] | None = None
    groups: bool = False
    areas: Mapping[str, Areas] | None = None
    facts: Facts | None = None


def draw(
    graph: nx.MultiDiGraph, path: Path, view: View, neighbours: Sequence[View] = (), extras: Extras | None = None
) -> None:
    """Write the page of what `view` shows of a graph of `kg.graph.build`; the same bytes every time.

    neighbours: views whose pages (`NAME.html`) lie in the same folder, to be linked. Raises OSError.
    """
    # Only now: NumPy, pyvis and what it brings take a second to import, and `kg --help` has no need of them.
    from kg.areas import areas  # noqa: PLC0415
    from kg.draw.network import render  # noqa: PLC0415
    from kg.files import write_text  # noqa: PLC0415
    from kg.view.views import edges_of, facts_of, select  # noqa: PLC0415

    wanted = extras or Extras()
    shown = select(graph, view, wanted.facts)
    data = _data(shown, view, wanted if wanted.areas is not None else replace(wanted, areas=areas(graph)))
    sizes = edges_of(wanted.facts or facts_of(graph), neighbours) if view.kind == "home" else {}
    data["pages"] = [
        {"name": other.name, "title": other.title, "english": other.english, "kind": other.kind}
        | ({"edges": sizes[other.name]} if sizes else {})
        for other in neighbours
    ]
    counts = {"nodes": len(shown), "edges": len(data["edges"]["ids"]) if "edges" in data else data["home"]["edges"]}
    page = render(data, view, neighbours, counts)
    if shown is not graph:
        shown.clear()  # a graph of networkx holds itself: without the collector of cycles it would stay
    write_text(path, page)


def _data(shown: nx.MultiDiGraph, view: View, extras: Extras) -> dict[str, Any]:
    from kg.draw.content import content  # noqa: PLC0415
    from kg.draw.first import first  # noqa: PLC0415
    from kg.draw.groups import groups, themes  # noqa: PLC0415
    from kg.draw.home import home  # noqa: PLC0415
    from kg.draw.ranking import order  # noqa: PLC0415
    from kg.ontology import ontology  # noqa: PLC0415

    data = content(shown, extras.vocabulary or ontology(), extras.areas or {}, evidence=view.kind != "home")
    data["view"] = {
        "name": view.name,
        "title": view.title,
        "english": view.english,
        "kind": view.kind,
        "alone": view.alone,
    }
    nodes = list(shown)
    if view.kind == "map":
        data["first"] = first(shown, data["nodes"]["tells"], view.leading)
        data["themes"] = themes(shown, [nodes[number] for number in data["first"]["order"][: data["first"]["core"]]])
    if view.kind == "home":
        data["home"] = home(shown)
    if extras.groups:
        data["groups"] = groups(shown, order(shown)[0])
    if extras.node:
        data["start"] = {"node": nodes.index(extras.node)}
    if extras.path:
        data["start"] = {"path": [nodes.index(node) for node in extras.path]}
    return data


def draw_all(
    graph: nx.MultiDiGraph, folder: Path, *, groups: bool = False, step: Callable[[str], None] = lambda name: None
) -> list[Path]:
    """Write the page of every view into `folder` as `NAME.html`, each linked to the others. Returns their paths.

    step: hears the Chinese title of each page that begins.
    """
    from kg.areas import areas  # noqa: PLC0415
    from kg.view.views import PAGES, facts_of  # noqa: PLC0415

    paths = [folder / f"{view.name}.html" for view in PAGES]
    with uncollected():
        known = Extras(areas=areas(graph), facts=facts_of(graph))
        for path, view in zip(paths, PAGES, strict=True):
            step(view.title)
            draw(graph, path, view, PAGES, replace(known, groups=groups and view.kind == "map"))
    return paths
