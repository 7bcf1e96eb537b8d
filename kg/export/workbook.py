"""graph.xlsx: the graph for editors who work in Excel. The one door to `openpyxl`, which reads it.

One sheet for each type of node, 关系 (facts), 原句 (their sentences) and 待核对 (what a person should look at), see
`kg.export.sheets`. The same graph gives the same bytes.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx

from kg.areas import Areas, areas
from kg.correct import Correction
from kg.correct.lines import ACTIONS, checked
from kg.errors import UserError
from kg.export.columns import edges_in_order, nodes_in_order
from kg.export.doubts import COLUMNS as DOUBT_COLUMNS
from kg.export.doubts import DECISION, doubts
from kg.export.sheets import Links, book
from kg.heap import uncollected
from kg.language.amounts import in_yuan
from kg.ontology import ontology
from kg.say import say
from kg.whereabouts import page_of, told

if TYPE_CHECKING:
    from kg.export.grid import Grid

_Nodes = Mapping[str, Mapping[str, Any]]  # by id: attributes

FACTS, SENTENCES, DOUBTS, PLACES = "关系", "原句", "待核对", "各地（含所属）"
_LARGEST = 200 << 20  # bytes that a workbook may unpack to
_NODE_HEADS = ("名称", "别名", "所在", "文件数", "文件", "合并依据", "编号")
_PLACE_HEADS = ("地方", "上级", "项目数", "总投资（元）", "会议活动数", "组织数")
_FACT_HEADS = (
    *("主体", "主体类型", "关系", "客体", "客体类型", "职务", "角色", "金额", "金额（元）", "状态"),
    *("最早", "最晚", "报道数", "把握", "原句", "编号"),
)
_SENTENCE_HEADS = ("关系编号", "主体", "关系", "客体", "原句", "标题", "日期", "文件", "页", "位置", "文章", "网址")
_WIDTHS = {
    **{"名称": 24, "别名": 30, "文件": 30, "合并依据": 40, "疑点": 40},
    **{"主体": 20, "客体": 24, "原句": 60, "标题": 30},
}


@uncollected()
def write(graph: nx.MultiDiGraph, path: Path) -> None:
    """Write the workbook to `path`, whole or not at all. Raises OSError."""
    words, lying, order, known = ontology(), areas(graph), nodes_in_order(graph), dict(graph.nodes(data=True))
    with book(path) as made:
        for kind in words.types.values():
            nodes = [node for node in order if known[node]["type"] == kind.name]
            rows = (_node(node, known[node], lying.get(node, Areas())) for node in nodes)
            made.sheet(kind.label, _NODE_HEADS, rows, _WIDTHS)
        facts = edges_in_order(graph)
        lines = _first_lines(facts)
        links = Links(_FACT_HEADS.index("原句"), SENTENCES, [lines[fact[2]] for fact in facts])
        made.sheet(FACTS, _FACT_HEADS, (_fact(known, *fact) for fact in facts), _WIDTHS, links)
        made.sheet(SENTENCES, _SENTENCE_HEADS, (row for fact in facts for row in _sentences(known, *fact)), _WIDTHS)
        made.sheet(PLACES, _PLACE_HEADS, _places(graph, lying), _WIDTHS)
        _decide(*made.sheet(DOUBTS, DOUBT_COLUMNS, doubts(graph), _WIDTHS))


def decisions(path: Path) -> list[Correction]:
    """The corrections that were decided in 待核对: rows with one of the actions. Raises UserError, naming the row."""
    from openpyxl import load_workbook  # noqa: PLC0415

    try:
        _bounded(path)
        book = load_workbook(path, read_only=True, data_only=True)
        rows = list(book[DOUBTS].iter_rows(values_only=True))
    except Exception as error:  # of a damaged workbook openpyxl raises whatever its parsers met
        raise UserError(
            say(
                "{path}: no workbook of kg export with a sheet {doubts} ({error})",
                path=path,
                doubts=DOUBTS,
                error=error,
            )
        ) from error
    heads = [str(cell or "") for cell in rows[0]] if rows else []
    if not set(DOUBT_COLUMNS) <= set(heads):
        raise UserError(
            say(
                "{path}: {doubts} lacks the columns {doubt_columns}",
                path=path,
                doubts=DOUBTS,
                doubt_columns="、".join(sorted(set(DOUBT_COLUMNS) - set(heads))),
            )
        )
    found = []
    for number, row in enumerate(rows[1:], start=2):
        cells = {head: _text(cell) for head, cell in zip(heads, row, strict=False)}
        kept = cells[DECISION] == ACTIONS["keep"]
        if cells[DECISION] and not (kept and cells["关系"]):  # a fact that stays needs no line
            found.append(_decided(cells, f"{path.name}:{DOUBTS}:{number}"))
    return found


def _text(cell: object) -> str:
    """What a cell says; a day that Excel made a date of, as a day."""
    if isinstance(cell, datetime) and cell.time() == time.min:
        return cell.date().isoformat()
    return str(cell or "").strip()


def _bounded(path: Path) -> None:
    """Raises ValueError where a workbook unpacks to too much; of each part no more is read than it says."""
    with zipfile.ZipFile(path) as archive:
        if sum(part.file_size for part in archive.infolist()) > _LARGEST:
            raise ValueError(say("unpacks to more than {largest} MiB", largest=_LARGEST >> 20))


def _decided(cells: Mapping[str, str], where: str) -> Correction:
    action = next((key for key, label in ACTIONS.items() if label == cells[DECISION]), cells[DECISION])
    line = Correction(
        action=action,
        type=cells["类型"],
        name=cells["名称"],
        document=cells["文件"],
        predicate=cells["关系"] if action in ("reject", "add") else "",
        other_type=cells["另一端类型"] if action in ("reject", "add") else "",
        other=cells["另一端"] if action in ("reject", "add", "merge", "keep") else "",
        other_document=cells["另一端文件"] if action in ("reject", "add", "merge", "keep") else "",
        value=cells["新值"],
        sentence=cells["原句"] if action in ("reject", "add") else "",
        who=cells["改正人"],
        when=cells["日期"],
        why=cells["理由"],
        where=where,
    )
    return checked(line)


def _places(graph: nx.MultiDiGraph, lying: Mapping[str, Areas]) -> Iterator[tuple[Any, ...]]:
    """For each place what lies in it and in all below it: projects and what they cost, meetings, bodies."""
    costs: dict[str, float] = {}
    for _, project, data in graph.edges(data=True):
        if data["predicate"] == "UNDERTAKES":
            costs[project] = max(costs.get(project, 0.0), in_yuan(data["amount"]) or 0.0)
    found: dict[str, dict[str, list[str]]] = {}
    above: dict[str, str] = {}
    for node, its in sorted(lying.items()):
        for number, name in enumerate(its.names):
            found.setdefault(name, {}).setdefault(graph.nodes[node]["type"], []).append(node)
            above.setdefault(name, " › ".join(its.names[:number]))
    for name, kinds in sorted(found.items(), key=lambda item: (-sum(map(len, item[1].values())), item[0])):
        projects = kinds.get("Project", [])
        money = sum(costs.get(one, 0.0) for one in projects)
        counts = (len(kinds.get(kind, [])) for kind in ("Meeting", "Organization"))
        yield name, above[name], len(projects), money, *counts


def _node(node: str, a: Mapping[str, Any], lying: Areas) -> tuple[Any, ...]:
    inside = [name for name in lying.names if name not in a["names"]]
    return (
        a["name"],
        "；".join(a["names"][1:]),
        " › ".join(inside),
        a["count"],
        "；".join(a["documents"]),
        "；".join(a["reasons"]),
        node,
    )


def _fact(nodes: _Nodes, source: str, target: str, key: str, a: Mapping[str, Any]) -> tuple[Any, ...]:
    words = ontology()
    subject, obj = nodes[source], nodes[target]
    return (
        *(subject["name"], subject["label"], a["label"], obj["name"], obj["label"], "、".join(a["titles"])),
        *(
            words.roles.get(a["role"], a["role"]),
            a["amount"],
            in_yuan(a["amount"]),
            words.statuses.get(a["status"], a["status"]),
        ),
        *(a["first"], a["last"], a["count"], round(a["confidence"], 2)),
        *(a["evidence"][0]["sentence"] if a["evidence"] else "", key),
    )


def _sentences(nodes: _Nodes, source: str, target: str, key: str, a: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    ends = nodes[source]["name"], a["label"], nodes[target]["name"]
    for item in a["evidence"]:
        said = (item[name] for name in ("sentence", "title", "date", "document"))
        yield (key, *ends, *said, page_of(item), told(item), item["article"], item.get("url"))


def _first_lines(facts: Iterable[tuple[str, str, str, Mapping[str, Any]]]) -> dict[str, int]:
    """For each fact the row of its first sentence."""
    found: dict[str, int] = {}
    at = 2
    for *_, key, a in facts:
        found[key] = at
        at += len(a["evidence"])
    return found


def _decide(sheet: Grid, last: int) -> None:
    """A list of the actions to choose from in the column of the decision."""
    choices = [ACTIONS["keep"], *(label for key, label in ACTIONS.items() if key not in ("add", "keep"))]
    column = DOUBT_COLUMNS.index(DECISION)
    sheet.data_validation(1, column, max(1, last), column, {"validate": "list", "source": choices})


__all__ = ["decisions", "write"]
