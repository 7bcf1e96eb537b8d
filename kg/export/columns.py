"""The columns that the formats for other programs share, each said once: name, Chinese title, kind, and from where.

A new property of nodes or edges is added here, and every format has it. Columns whose names begin with `kg_` are for
reading a file back (`kg.export.graphml.read`, `kg import`); no person has to look at them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import networkx as nx

from kg.language.days import in_time
from kg.ontology import Ontology, ontology
from kg.region import region_and_level
from kg.whereabouts import page_of, told

Row = dict[str, Any]
Edge = tuple[str, str, str, dict[str, Any]]  # source, target, key and attributes
SEPARATOR = "、"  # of several values where a format has no lists; kg_ columns hold the same as JSON
HIDDEN = "kg_"
_JSON = msgspec.json.Encoder(order="deterministic")


@dataclass(frozen=True, slots=True)
class Item:
    """A node or an edge as columns see it.

    ident: id of the node, key of the edge. data: its attributes, see `kg.graph`. days: earliest and latest day of
    what is told of it, "" if unknown. selection: `Selection.text` of what was exported.
    """

    ident: str
    data: Mapping[str, Any]
    days: tuple[str, str]
    words: Ontology
    selection: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """kind: text, texts (a list), integer or number. of: the value for an item."""

    name: str
    title: str
    kind: str
    of: Callable[[Item], Any]

    @property
    def hidden(self) -> bool:
        """Whether it is there only to read the file back."""
        return self.name.startswith(HIDDEN)

    def scalar(self, item: Item) -> str | int | float:
        """The value where a format has no lists."""
        value = self.of(item)
        if self.kind == "texts":
            return SEPARATOR.join(value)
        found: str | int | float = value
        return found


def _said(name: str) -> Callable[[Item], Any]:
    return lambda item: item.data[name]


def compact(value: Any) -> str:
    """A value as JSON without blanks, the same text for the same value; some ten times as fast as `json`."""
    try:
        return _JSON.encode(value).decode()
    except UnicodeEncodeError:  # lone surrogates, in ids: the formats say what becomes of them
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _json(name: str) -> Callable[[Item], str]:
    return lambda item: compact(item.data[name])


NODE: tuple[Column, ...] = (
    Column("label", "名称", "text", _said("name")),
    Column("type", "类型代码", "text", _said("type")),
    Column("type_zh", "类型", "text", _said("label")),
    Column("aliases", "别名", "texts", lambda item: item.data["names"][1:]),
    Column("first_day", "最早日期", "text", lambda item: item.days[0]),
    Column("last_day", "最晚日期", "text", lambda item: item.days[1]),
    Column("document_count", "文件数", "integer", _said("count")),
    Column("region", "地区", "text", lambda item: _region(item.data)),
    Column("kg_id", "编号", "text", lambda item: item.ident),
    Column("kg_name", "原名称", "text", _said("name")),
    Column("kg_type", "原类型", "text", _said("type")),
    Column("kg_names", "全部名称", "text", _json("names")),
    Column("kg_documents", "文件", "text", _json("documents")),
    Column("kg_properties", "其他属性", "text", _json("properties")),
    Column("kg_reasons", "合并依据", "text", _json("reasons")),
    Column("kg_selection", "导出范围", "text", lambda item: item.selection),
)
EDGE: tuple[Column, ...] = (
    Column("label", "关系", "text", _said("label")),
    Column("predicate", "关系代码", "text", _said("predicate")),
    Column("weight", "独立报道数", "integer", _said("count")),
    Column("first_day", "最早日期", "text", _said("first")),
    Column("last_day", "最晚日期", "text", _said("last")),
    Column("status", "状态代码", "text", _said("status")),
    Column("status_zh", "状态", "text", lambda item: item.words.statuses.get(item.data["status"], item.data["status"])),
    Column("titles", "职务", "texts", _said("titles")),
    Column("role", "角色代码", "text", _said("role")),
    Column("role_zh", "角色", "text", lambda item: item.words.roles.get(item.data["role"], item.data["role"])),
    Column("amount", "金额", "text", _said("amount")),
    Column("confidence", "把握", "number", _said("confidence")),
    Column("sentence", "原句", "text", lambda item: sentence(item.data["evidence"])),
    Column("kg_id", "编号", "text", lambda item: item.ident),
    Column("kg_titles", "全部职务", "text", _json("titles")),
    Column("kg_articles", "文章", "text", _json("articles")),
    Column("kg_triples", "事实编号", "text", _json("triples")),
    Column("kg_evidence", "全部原句", "text", _json("evidence")),
    Column("kg_merged", "合并的关系", "text", lambda item: compact(item.data.get("merged", []))),
)
EVIDENCE: Mapping[str, str] = {
    "edge": "关系编号",
    "source_name": "主体",
    "label": "关系",
    "target_name": "客体",
    "sentence": "原句",
    "title": "标题",
    "date": "日期",
    "document": "文件",
    "article": "文章编号",
    "start": "起始",
    "via": "说明",
    "page": "页",
    "place": "位置",
    "url": "网址",
}


def nodes(graph: nx.MultiDiGraph, selection: str = "", order: Iterable[str] | None = None) -> Iterator[Item]:
    """Every node as an item, in the graph's order or in that one."""
    words, days = ontology(), _days(graph)
    for node in graph if order is None else order:
        yield Item(node, graph.nodes[node], days[node], words, selection)


def edges(graph: nx.MultiDiGraph, order: Iterable[Edge] | None = None) -> Iterator[tuple[str, str, Item]]:
    """Every edge as source, target and item, in the graph's order or in that one."""
    words = ontology()
    for source, target, key, data in graph.edges(data=True, keys=True) if order is None else order:
        yield source, target, Item(key, data, (data["first"], data["last"]), words)


def evidence(graph: nx.MultiDiGraph, order: Iterable[Edge] | None = None) -> Iterator[Row]:
    """Every sentence of every edge, as a row of EVIDENCE."""
    for source, target, item in edges(graph, order):
        ends = {
            "edge": item.ident,
            "source_name": graph.nodes[source]["name"],
            "label": item.data["label"],
            "target_name": graph.nodes[target]["name"],
        }
        for piece in item.data["evidence"]:
            where = {"page": page_of(piece), "place": told(piece)}
            yield {"url": "", **ends, **piece, **where, "via": "；".join(why for _, why in piece["via"])}


def nodes_in_order(graph: nx.MultiDiGraph) -> list[str]:
    """The nodes as a person would list them: by type, those in most documents first, then by name."""
    ranks = {name: rank for rank, name in enumerate(ontology().types)}
    return sorted(
        graph,
        key=lambda node: (
            ranks.get(graph.nodes[node]["type"], len(ranks)),
            -graph.nodes[node]["count"],
            graph.nodes[node]["name"],
            node,
        ),
    )


def edges_in_order(graph: nx.MultiDiGraph) -> list[Edge]:
    """The edges as a person would list them: by relation, the newest first, those without a day last, then by names."""
    ranks = {name: rank for rank, name in enumerate(ontology().predicates)}
    names = dict(graph.nodes(data="name"))
    found = sorted(graph.edges(data=True, keys=True), key=lambda edge: (names[edge[0]], names[edge[1]], edge[2]))
    found.sort(key=lambda edge: edge[3]["first"], reverse=True)
    return sorted(
        found, key=lambda edge: (ranks.get(edge[3]["predicate"], len(ranks)), edge[3]["predicate"], edge[3]["label"])
    )


def sentence(pieces: Sequence[Mapping[str, Any]]) -> str:
    """The first sentence with its source, as people quote: 「…」（《标题》 2024-03-27 第2页）; "" without evidence."""
    if not pieces:
        return ""
    first = pieces[0]
    named = f"《{first['title']}》" if first["title"] else first["document"]
    return f"{first['sentence']}（{' '.join(filter(None, (named, first['date'], page_of(first))))}）"


def _region(data: Mapping[str, Any]) -> str:
    return region_and_level(data["type"], data["name"], data["properties"])[0]


def _days(graph: nx.MultiDiGraph) -> dict[str, tuple[str, str]]:
    """The earliest and latest day of the facts at each node, and of its own date."""
    found: dict[str, list[str]] = {node: [] for node in graph}
    for source, target, data in graph.edges(data=True):
        told = [day for day in (data["first"], data["last"]) if day]
        found[source] += told
        found[target] += told
    for node, data in graph.nodes(data=True):
        if date := data["properties"].get("date"):
            found[node].append(str(date))
    ordered = {node: in_time(days) for node, days in found.items()}
    return {node: (days[0], days[-1]) if days else ("", "") for node, days in ordered.items()}
