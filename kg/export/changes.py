"""What somebody changed in an exported file, as corrections that the next `kg build` applies.

Names, types, the ends, relation, posts, role, amount, status and day of edges, edges and nodes that are gone or new:
compared with the graph that the file was made of, by `kg_id`. What corrections cannot say is told instead. An edge that
changed is taken back and said anew with the sentences that it stood on, so it keeps its evidence.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import networkx as nx

from kg.correct import Correction
from kg.errors import UserError
from kg.export.columns import SEPARATOR
from kg.export.edited import NEW, SHOWN, Edited, Row, merged_keys
from kg.export.looks import short
from kg.graph import Fact, build, confident, facts
from kg.language.days import parts
from kg.language.similarity import undotted
from kg.model import Resolution, ResolvedEntity
from kg.ontology import Ontology, ontology
from kg.say import say
from kg.view.selection import parse, selected

_LONGEST = 600  # characters of text between the sentences of one fact that are still taken as one quotation
_EXCEL_DAY = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})")
_YEARLESS = re.compile(r"(\d{1,2})月(?:(\d{1,2})日)?(?:，年份不详)?")

_MIXED = "the file has no single kg_selection: what was deleted cannot be told from what was left out"


@dataclass(frozen=True, slots=True)
class Changes:
    """lines: what corrections can say, in the order in which they have to be applied. told: what they cannot."""

    lines: list[Correction]
    told: list[str]


@dataclass(frozen=True, slots=True)
class _World:
    """The file, and the graph that it was made of. told: what lines cannot say, as it is found.

    sources: the facts of each edge's key, with the triple as it is stored. kinds, relations: types and predicates by
    name and by label. types: those of nodes that have another one now.
    """

    edited: Edited
    told: list[str]
    resolution: Resolution
    graph: nx.MultiDiGraph
    sources: Mapping[str, Sequence[Fact]]
    bearers: Mapping[tuple[str, str], Sequence[str]]
    entities: Mapping[str, ResolvedEntity]
    words: Ontology
    kinds: Mapping[str, str]
    relations: Mapping[str, str]
    types: Mapping[str, str]


def changes(resolution: Resolution, edited: Edited) -> Changes:
    """The changes between the graph of a resolution and the file that was made of it. Raises UserError."""
    selection = parse(_selection(edited))
    world = _world(confident(resolution, selection.least), edited)
    part = selected(world.graph, selection)
    world = replace(world, types=_retyped(world))
    before, after = _edges(world, part)
    lines = [
        *dict.fromkeys(before),  # one line takes all facts that say the same
        *_names(world),
        *(_line(world, "retype", node, value=kind) for node, kind in world.types.items()),
        *dict.fromkeys(after),
        *(_line(world, "drop", node) for node in part if node not in edited.nodes),
    ]
    return Changes(lines, world.told)


def _selection(edited: Edited) -> str:
    told = {row["kg_selection"] for row in edited.nodes.values() if "kg_selection" in row and row.get("kg_id")}
    if len(told) != 1:
        raise UserError(say(_MIXED))
    return told.pop()


def _world(resolution: Resolution, edited: Edited) -> _World:
    graph, words = build(resolution), ontology()
    sources: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts(resolution):
        sources[fact.key].append(fact)
    bearers: dict[tuple[str, str], list[str]] = defaultdict(list)
    for node, data in graph.nodes(data=True):
        for name in {undotted(name) for name in data["names"]}:
            bearers[data["type"], name].append(node)
    entities = {entity.id: entity for entity in resolution.entities}
    kinds = {word: name for name, kind in words.types.items() for word in (name, kind.label)}
    relations = {word: name for name, kind in words.predicates.items() for word in (name, kind.label)}
    return _World(edited, [], resolution, graph, sources, bearers, entities, words, kinds, relations, {})


def _retyped(world: _World) -> dict[str, str]:
    """New types of nodes; rows that are of another build are told."""
    types: dict[str, str] = {}
    for node, row in world.edited.nodes.items():
        data = world.graph.nodes.get(node)
        if data is None:
            if not node.startswith(NEW):
                world.told.append(f"{row.get('label', node)}: 不在这张图里，图可能重建过  of another build")
            continue
        words = [
            row[name] for name, old in (("type", data["type"]), ("type_zh", data["label"])) if row.get(name, old) != old
        ]
        if words and words[0] not in world.kinds:
            world.told.append(f"{data['name']}: 没有「{words[0]}」这一类型  no such type")
        elif words:
            types[node] = world.kinds[words[0]]
    return types


def _names(world: _World) -> Iterator[Correction]:
    for node, row in world.edited.nodes.items():
        data = world.graph.nodes.get(node)
        if data is None:
            continue
        shown = (row.get(SHOWN), short(data["name"]).strip())
        drawn = shown[0] is not None and " ".join(shown[0].split()) != " ".join(shown[1].split())
        new = row[SHOWN] if drawn else row.get("label", data["name"])
        if _same(new, data["name"]):
            continue
        if not new.strip():
            world.told.append(f"{data['name']}: 名称为空  the name is empty")
            continue
        if world.bearers.get((data["type"], undotted(new)), [node]) != [node]:
            world.told.append(f"{new}: 另有同名者；若是同一个，请用 合并  another one is called so: merge them?")
        yield _line(world, "rename", node, value=new.strip())


def _same(one: str, other: str) -> bool:
    """Whether two texts are one to a person: programs trim what they save, and cut cells."""
    return " ".join(one.split()) == " ".join(other.split()) or (one.endswith("…") and other.startswith(one[:-1]))


def _edges(world: _World, part: nx.MultiDiGraph) -> tuple[list[Correction], list[Correction]]:
    """Lines that take facts back, and lines that say others."""
    there = {key: (source, target, data) for source, target, key, data in part.edges(data=True, keys=True)}
    before: list[Correction] = []
    after: list[Correction] = []
    seen: set[str] = set()
    for row in world.edited.edges:
        keys = _keys(row)
        if not keys or keys[0] in seen:
            after += _added(world, row)
        elif any(key not in world.sources for key in keys):
            world.told.append(f"{row.get('label', '')}: 不在这张图里，图可能重建过  of another build")
        elif len(keys) == 1 and keys[0] in there:
            after_row = _changed(world, there[keys[0]], row)
            if after_row is not None:
                before += _taken(world, keys[0])
                after += _said(world, keys[0], after_row)
        seen.update(keys)
    for key, (source, target, _) in there.items():
        if key not in seen and {source, target} <= world.edited.nodes.keys():
            before += _taken(world, key)
    return before, after


def _keys(row: Row) -> list[str]:
    """The keys of the edges that a row stands for."""
    return merged_keys(row) or ([row["kg_id"]] if row.get("kg_id") else [])


def _changed(world: _World, edge: tuple[str, str, Mapping[str, Any]], row: Row) -> dict[str, Any] | None:
    """What an edge is now: source, target, predicate and changed properties; None where nothing changed."""
    source, target, data = edge
    predicate = _predicate(world, data, row)
    ends = (row["source"], row["target"])
    moved = ends != (source, target) and not (world.words.predicates[predicate].symmetric and ends == (target, source))
    properties = _properties(world, data, row)
    allowed = world.words.predicates[predicate].properties
    for name in sorted(set(properties) - set(allowed)):
        world.told.append(f"{data['label']}: 这种关系没有{world.words.properties[name]}  it has no such property")
        del properties[name]
    if not moved and predicate == data["predicate"] and not properties:
        return None
    return {"source": ends[0], "target": ends[1], "predicate": predicate, "properties": properties}


def _predicate(world: _World, data: Mapping[str, Any], row: Row) -> str:
    columns = (("predicate", data["predicate"]), ("label", data["label"]), (SHOWN, data["label"]))
    words = [row[name].strip() for name, old in columns if row.get(name, old).strip() != old]
    if words and words[0] not in world.relations:
        world.told.append(f"{data['label']} → {words[0]}: 没有这一关系  no such relation")
        return str(data["predicate"])
    return world.relations[words[0]] if words else str(data["predicate"])


def _properties(world: _World, data: Mapping[str, Any], row: Row) -> dict[str, Any]:
    """The properties of a row that are not those of the edge any more."""
    words = world.words
    now: dict[str, Any] = {}
    if not _same(row.get("titles", SEPARATOR.join(data["titles"])), SEPARATOR.join(data["titles"])):
        now["titles"] = [
            part.strip() for part in row["titles"].replace("；", SEPARATOR).split(SEPARATOR) if part.strip()
        ]
    for name, labels in (("role", words.roles), ("status", words.statuses)):
        columns = ((name, data[name]), (f"{name}_zh", labels.get(data[name], data[name])))
        told = [row[column] for column, old in columns if row.get(column, old) != old]
        if told:
            coded = {**{label: code for code, label in labels.items()}, **{code: code for code in labels}}
            now[name] = coded.get(told[0], told[0])
    if not _same(row.get("amount", data["amount"]), data["amount"]):
        now["amount"] = row["amount"]
    day = _day(row.get("first_day", data["first"]))
    if day != data["first"] and (not day or parts(day)):  # what is no day, a spreadsheet made of one (Mar-24)
        now["date"] = day
    return now


def _day(cell: str) -> str:
    """A day as we write it, where a spreadsheet has made 2024/3/27 of it, or our table says 12月19日，年份不详."""
    if match := _YEARLESS.fullmatch(cell.strip()):
        return "-" + "".join(f"-{int(part):02}" for part in match.groups() if part)
    match = _EXCEL_DAY.fullmatch(cell.strip())
    return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}" if match else cell.strip()


def _taken(world: _World, key: str) -> Iterator[Correction]:
    """One line for each fact of an edge, which takes away that one alone."""
    for (sentence, _), fact in _distinct(world, key).items():
        ends = {"predicate": fact.predicate.name, "sentence": sentence, "value": _told_apart(fact)}
        yield _between(world, "reject", (fact.source, fact.target), ends)


def _told_apart(fact: Fact) -> str:
    """The properties that tell a fact from others between the same ends, those it lacks as empty."""
    return _json({name: fact.triple.properties.get(name, "") for name in fact.predicate.identity})


def _distinct(world: _World, key: str) -> dict[tuple[str, str], Fact]:
    found = {}
    for fact in world.sources[key]:
        sentence = fact.triple.evidence[0].sentence if fact.triple.evidence else ""
        found[sentence, _json(fact.triple.properties)] = fact
    return found


def _said(world: _World, key: str, now: Mapping[str, Any]) -> Iterator[Correction]:
    """The facts of an edge as they are now, each with what it was read from."""
    allowed = world.words.predicates[now["predicate"]].properties
    for fact in _distinct(world, key).values():
        properties = {**fact.triple.properties, **now["properties"]}
        kept = {name: value for name, value in properties.items() if name in allowed and value not in ("", [], ())}
        told = {
            "predicate": now["predicate"],
            "sentence": _quotation(fact),
            "value": _json(kept) if kept else "",
            "article": fact.article.document,
        }
        yield from _add(world, (now["source"], now["target"]), told)


def _quotation(fact: Fact) -> str:
    """The text of the article that holds all sentences of a fact; its first alone where they lie far apart."""
    text = fact.article.text
    sentences = list(dict.fromkeys(piece.sentence for piece in fact.triple.evidence))
    places = [(at, at + len(one)) for one in sentences if (at := text.find(one)) >= 0]
    if not places:
        return sentences[0] if sentences else ""
    begin, end = min(at for at, _ in places), max(end for _, end in places)
    return text[begin:end] if end - begin <= _LONGEST else text[slice(*places[0])]


def _added(world: _World, row: Row) -> Iterator[Correction]:
    """A new edge, if it has a relation and a sentence of an article."""
    words = [row.get(name, "").strip() for name in ("predicate", SHOWN, "label")]
    predicate = next((world.relations[word] for word in words if word in world.relations), "")
    sentence = row.get("sentence", "").strip()
    readings = list(_readings(sentence))
    place = next(((one, text) for one in world.resolution.articles for text in readings if text in one.text), None)
    if not predicate or place is None:
        lacking = (
            "没有这一关系 no such relation" if not predicate else "原句不在任何文章里 no article holds its sentence"
        )
        world.told.append(f"新的关系 {''.join(words[:1])}: {lacking}")
        return
    article, text = place
    properties: dict[str, Any] = {name: row.get(name, "") for name in ("role", "amount", "status")}
    properties["titles"] = [part for part in row.get("titles", "").split(SEPARATOR) if part]
    allowed = world.words.predicates[predicate].properties
    kept = {name: value for name, value in properties.items() if value and name in allowed}
    told = {
        "predicate": predicate,
        "sentence": text,
        "value": _json(kept) if kept else "",
        "article": article.document,
    }
    yield from _add(world, (row["source"], row["target"]), told)


def _readings(sentence: str) -> Iterator[str]:
    """A sentence as it stands, and without the source that `kg.export.columns.sentence` puts behind it."""
    for text in (sentence, sentence.rpartition("（")[0]):
        if text:
            yield text


def _add(world: _World, ends: tuple[str, str], told: Mapping[str, str]) -> Iterator[Correction]:
    named = [_named(world, end) for end in ends]
    if not told["sentence"] or any(not name for _, name, _ in named):
        world.told.append(f"{told['predicate']}: 缺原句或一端没有名称  it lacks a sentence or the name of an end")
        return
    (kind, name, document), (other_type, other, other_document) = named
    graph, article = world.graph, told["article"]
    here = ends[0] in graph and article in graph.nodes[ends[0]]["documents"]
    yield Correction(
        "add",
        type=kind,
        name=name,
        # Where the subject stands in the article, this says which article it is; else which of its namesakes.
        document=article if here or ends[0] not in graph else document,
        predicate=told["predicate"],
        other_type=other_type,
        other=other,
        other_document=other_document,
        value=told["value"],
        sentence=told["sentence"],
    )


def _named(world: _World, node: str) -> tuple[str, str, str]:
    """Type, name and document of an end, the type as it is to be; a renamed thing keeps its old name as an alias."""
    if node in world.graph:
        kind, name, document = _call(world, node)
        return world.types.get(node, kind), name, document
    row = world.edited.nodes.get(node, {})
    kind = world.kinds.get(row.get("type", ""), world.kinds.get(row.get("type_zh", ""), ""))
    return kind, (row.get(SHOWN) or row.get("label", "")).strip() if kind else "", ""


def _call(world: _World, node: str) -> tuple[str, str, str]:
    """Type and name of a node, and a document where others bear the name."""
    entity = world.entities[node]
    others = world.bearers.get((entity.type, undotted(world.graph.nodes[node]["name"])), ())
    calls = [name for name, called in entity.documents.items() if entity.name in called]
    return entity.type, entity.name, min(calls, default="") if len(others) > 1 else ""


def _line(world: _World, action: str, node: str, value: str = "") -> Correction:
    kind, name, document = _call(world, node)
    return Correction(action, type=kind, name=name, document=document, value=value)


def _between(world: _World, action: str, ends: tuple[str, str], told: Mapping[str, str]) -> Correction:
    (kind, name, document), (other_type, other, other_document) = (_call(world, end) for end in ends)
    return Correction(
        action, type=kind, name=name, document=document, other_type=other_type, other=other,
        other_document=other_document, **told,
    )  # fmt: skip


def _json(properties: Mapping[str, Any]) -> str:
    told = {name: list(value) if isinstance(value, tuple) else value for name, value in properties.items()}
    return json.dumps(told, ensure_ascii=False, sort_keys=True) if told else ""
