"""What a person should look at: unsure facts, joins on little, namesakes, odd names, posts that contradict."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

import networkx as nx

from kg.correct.lines import KEPT
from kg.language.similarity import undotted

DECISION = "决定"
COLUMNS = (
    *("疑点", "类型", "名称", "文件", "关系", "另一端类型", "另一端", "另一端文件", "原句", "建议"),
    *(DECISION, "新值", "改正人", "日期", "理由"),
)
_UNSURE = 0.6  # of facts
_FEW = 115  # points of a join; 100 are enough
_NAMESAKES = 4  # of one name: more are a common name, and would flood the sheet
_POINTS = re.compile(r" ([+-]\d+)")
_TWO = re.compile(r"^(?P<a>.{1,200}?) ≠ (?P<b>.{1,200}?): (?P<why>编辑.+)$")
_REASON = re.compile(r"^(?P<a>.{1,200}?) = (?P<b>.{1,200}?): (?P<why>.+)$")
# Posts that one person holds in one place at a time.
_CHIEF = ("省长", "市长", "县长", "区长", "州长", "书记", "主席", "局长", "厅长", "部长", "董事长", "校长", "院长")

Row = tuple[str, ...]


def doubts(graph: nx.MultiDiGraph) -> Iterator[Row]:
    """Rows of COLUMNS, the last five for the editor; in an order that does not depend on ids of the build."""
    yield from sorted({*_facts(graph), *_joins(graph), *_namesakes(graph), *_names(graph), *_posts(graph)})


def _row(doubt: str, node: Mapping[str, Any], document: str = "", suggested: str = "", **more: str) -> Row:
    cells = {
        "疑点": doubt,
        "类型": node["label"],
        "名称": node["name"],
        "文件": document or (node["documents"][0] if node["documents"] else ""),
        "建议": suggested,
        **more,
    }
    return tuple(cells.get(column, "") for column in COLUMNS)


def _facts(graph: nx.MultiDiGraph) -> Iterator[Row]:
    for source, target, a in graph.edges(data=True):
        if a["confidence"] < _UNSURE:
            for item in a["evidence"][:1]:
                subject, obj = graph.nodes[source], graph.nodes[target]
                yield _row(
                    f"把握 {a['confidence']:.2f}", subject, "", "否定",
                    关系=a["label"], 另一端类型=obj["label"], 另一端=obj["name"], 另一端文件=obj["documents"][0],
                    原句=item["sentence"],
                )  # fmt: skip


def _joins(graph: nx.MultiDiGraph) -> Iterator[Row]:
    """Joins on hardly enough points, or by a short form or the one bearer of a name."""
    for _, node in graph.nodes(data=True):
        kept = {_document(found["b"], node) for found in _confirmed(node)}
        for reason in node["reasons"]:
            match = _REASON.match(reason)
            points = sum(int(found) for found in _POINTS.findall(reason))
            weak = 0 < points < _FEW or "字号" in reason or "唯一的同名者" in reason or "同一省份的同名者" in reason
            if match and weak:
                document = _document(match["b"], node)
                if document and document not in kept and len(node["documents"]) > 1:
                    yield _row(f"合并依据较弱：{match['why']}", node, document, "拆分")


def _confirmed(node: Mapping[str, Any]) -> Iterator[re.Match[str]]:
    """What an editor kept as it is."""
    for reason in node["reasons"]:
        match = _REASON.match(reason)
        if match and match["why"].startswith(KEPT):
            yield match


def _told_apart(one: Mapping[str, Any], other: Mapping[str, Any], ident: str) -> bool:
    """Whether an editor said of one thing that the other (ident: its id) is another."""
    told = [match for reason in one["reasons"] if (match := _TWO.match(reason))]
    return any(match["b"] == ident or _document(match["b"], other) for match in told)


def _document(member: str, node: Mapping[str, Any]) -> str:
    """The document of a member, whose id begins with its article's."""
    found = [document for document in node["documents"] if member.startswith(f"{document}#")]
    return max(found, key=len, default="")


def _namesakes(graph: nx.MultiDiGraph) -> Iterator[Row]:
    named: dict[tuple[str, str], list[tuple[str, Mapping[str, Any]]]] = defaultdict(list)
    for ident, node in graph.nodes(data=True):
        named[node["type"], undotted(node["name"])].append((ident, node))
    for nodes in named.values():
        for (mine, a), (theirs, b) in combinations(nodes if len(nodes) <= _NAMESAKES else [], 2):
            if _told_apart(a, b, theirs) or _told_apart(b, a, mine):
                continue
            first, second = sorted((a, b), key=lambda node: node["documents"])
            yield _row(
                "同名而未合并", first, "", "", 另一端类型=second["label"], 另一端=second["name"],
                另一端文件=second["documents"][0] if second["documents"] else "",
            )  # fmt: skip


def _names(graph: nx.MultiDiGraph) -> Iterator[Row]:
    for _, node in graph.nodes(data=True):
        if len(undotted(node["name"])) < 2 and not any(_confirmed(node)):
            yield _row("名称只有一个字", node, "", "删除")


def _posts(graph: nx.MultiDiGraph) -> Iterator[Row]:
    """One person in one chief post of two bodies: perhaps two people."""
    held: dict[tuple[str, str], list[tuple[str, Mapping[str, Any]]]] = defaultdict(list)
    for source, target, a in graph.edges(data=True):
        if a["predicate"] == "HOLDS_POSITION" and a["status"] != "former":
            for title in a["titles"]:
                if title in _CHIEF:
                    held[source, title].append((target, a))
    for (person, title), posts in held.items():
        bodies = sorted({graph.nodes[target]["name"] for target, _ in posts})
        if len(bodies) > 1 and not any(_confirmed(graph.nodes[person])):
            yield _row(f"同时任 {'、'.join(bodies)} 的{title}", graph.nodes[person], "", "拆分")


__all__ = ["COLUMNS", "DECISION", "doubts"]
