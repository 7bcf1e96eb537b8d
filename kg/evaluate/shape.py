"""Documents in the shape of the gold: checked when they are read, plain records afterwards."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import BadRecord, UserError
from kg.language.similarity import plain
from kg.ontology import ontology
from kg.say import say

ROLES = ("host", "speaker", "participant")  # strongest first


@dataclass(frozen=True, slots=True)
class Node:
    """A node. names: in `plain` form, canonical first. shown: its canonical name as written."""

    type: str
    names: tuple[str, ...]
    shown: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A triple: indexes of its ends among the nodes, predicate, titles (plain) and role where it has them.

    evidence: the sentence it was read from, and triples: the ids of its records, where a prediction says so.
    """

    subject: int
    predicate: str
    object: int
    titles: tuple[str, ...] = ()
    role: str | None = None
    evidence: str = ""
    triples: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[int, str, int]:
        """What makes two triples one."""
        return self.subject, self.predicate, self.object


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article. Of the gold: starts and ends (plain); of a prediction: text (as written). title, date: or None."""

    title: str | None
    date: str | None
    text: str
    starts: str
    ends: str


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One document's graph. Nodes from index `required` on are optional, and the claims whose keys are in `optional`.

    half: A or B, or None.
    """

    document: str
    half: str | None
    nodes: tuple[Node, ...]
    required: int
    claims: tuple[Claim, ...]
    optional: frozenset[tuple[int, str, int]]
    articles: tuple[GoldArticle, ...]


def load(path: Path) -> dict[str, Mapping[str, Any]]:
    """The objects of a JSONL file or of a folder of .json files, by the file name of their `document`.

    Raises BadRecord for what is not a document and for two of one name, UserError for what cannot be opened.
    """
    found: dict[str, Mapping[str, Any]] = {}
    for where, text in _parts(path):
        try:
            item = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise BadRecord(say("{where}: not JSON ({error})", where=where, error=error)) from error
        if not isinstance(item, dict) or not isinstance(item.get("document"), str):
            raise BadRecord(say("{where}: a document is an object with a `document` name", where=where))
        name = Path(item["document"]).name
        if name in found:
            raise BadRecord(
                say("{where}: a second document is called {name}; score each folder on its own", where=where, name=name)
            )
        found[name] = item
    return found


def _parts(path: Path) -> Iterable[tuple[str, str]]:
    try:
        if path.is_dir():
            return [(str(file), file.read_text(encoding="utf-8-sig")) for file in sorted(path.glob("*.json"))]
        # Not splitlines(): U+2028 and U+0085 may stand inside a JSON string.
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(say("{path}: cannot be read ({error})", path=path, error=error)) from error
    return [(f"{path}:{number}", line) for number, line in enumerate(lines, 1) if line.strip()]


def parse(item: Mapping[str, Any], gold: bool) -> GoldDocument:
    """A document of the gold (with its optional part), or a predicted one. Raises BadRecord, naming the document."""
    name = str(item.get("document"))
    extra: Mapping[str, Any] = (item.get("optional") or {}) if gold else {}
    try:
        required = [_node(node) for node in item.get("nodes") or []]
        nodes = (*required, *(_node(node) for node in extra.get("nodes") or []))
        index = _index(nodes)
        claims, optional = _claims(
            (
                [_claim(triple, index, gold) for triple in item.get("triples") or []],
                [_claim(triple, index, gold) for triple in extra.get("triples") or []],
            )
        )
        articles = tuple(_article(article) for article in item.get("articles") or [])
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise BadRecord(say("{name}: not in the shape of the gold ({error})", name=name, error=error)) from error
    return GoldDocument(name, item.get("half"), nodes, len(required), claims, optional, articles)


def _node(item: Mapping[str, Any]) -> Node:
    names = item["names"]
    if not isinstance(names, list) or not names or not all(isinstance(name, str) and plain(name) for name in names):
        raise ValueError(f"a node has one name or more, each a string: {item!r}")
    if not isinstance(item["type"], str):
        raise ValueError(f"a node's type is a string: {item!r}")
    return Node(item["type"], tuple(plain(name) for name in names), names[0])


def _index(nodes: Iterable[Node]) -> dict[tuple[str, str], int]:
    """Nodes by type and canonical name; of two with both equal the one with the lesser names, not the earlier one."""
    found: dict[tuple[str, str], int] = {}
    listed = list(nodes)
    for place, node in enumerate(listed):
        known = found.setdefault((node.type, node.names[0]), place)
        if node.names < listed[known].names:
            found[node.type, node.names[0]] = place
    return found


def _claim(item: Any, index: Mapping[tuple[str, str], int], gold: bool) -> Claim:
    if not isinstance(item, list) or len(item) not in (3, 4) or not all(isinstance(part, str) for part in item[:3]):
        raise ValueError(f"a triple is [subject, predicate, object, properties]: {item!r}")
    properties = item[3] if len(item) > 3 else {}
    titles = properties.get("titles", [])
    if not isinstance(titles, list) or not all(isinstance(title, str) and plain(title) for title in titles):
        raise ValueError(f"titles are a list of strings: {item!r}")
    role = properties.get("role")
    ends = (_find(item[0], index, gold), _find(item[2], index, gold))
    found = tuple(plain(title) for title in titles)
    evidence = properties.get("evidence")
    said = evidence if isinstance(evidence, str) else ""
    records = tuple(map(str, properties.get("triples") or ()))
    return Claim(ends[0], item[1], ends[1], found, role if role in ROLES else None, said, records)


def _find(reference: str, index: Mapping[tuple[str, str], int], gold: bool) -> int:
    kind, colon, rest = reference.partition(":")
    if colon and kind in ontology().types:
        if (kind, plain(rest)) not in index:
            raise ValueError(f"{reference} is in a triple, but among no nodes")
        return index[kind, plain(rest)]
    found = {kind: place for (kind, name), place in index.items() if name == plain(reference)}
    if not found:
        raise ValueError(f"{reference} is in a triple, but among no nodes")
    if len(found) > 1 and not gold:
        raise ValueError(f"{reference} is a {' and a '.join(sorted(found))}: write Type:{reference} in the triple")
    return next(iter(found.values()))


def _claims(
    parts: tuple[list[Claim], list[Claim]],
) -> tuple[tuple[Claim, ...], frozenset[tuple[int, str, int]]]:
    """One claim a pair and predicate: titles together, the strongest role; what is required is not optional."""
    found: dict[tuple[int, str, int], Claim] = {}
    optional: set[tuple[int, str, int]] = set()
    for is_optional, claims in enumerate(parts):
        for claim in claims:
            key = _known(claim, found)
            if is_optional and key in found and key not in optional:
                continue
            if is_optional:
                optional.add(key)
            found[key] = _merged(found.get(key), claim, key)
    return tuple(found.values()), frozenset(optional)


def _known(claim: Claim, found: Mapping[tuple[int, str, int], Claim]) -> tuple[int, str, int]:
    turned = (claim.object, claim.predicate, claim.subject)
    return turned if is_symmetric(claim.predicate) and turned in found else claim.key


def _merged(before: Claim | None, claim: Claim, key: tuple[int, str, int]) -> Claim:
    titles = (before.titles if before else ()) + claim.titles
    roles = [role for role in (before.role if before else None, claim.role) if role]
    evidence = (before.evidence if before else "") or claim.evidence
    records = (before.triples if before else ()) + claim.triples
    return Claim(*key, titles, min(roles, key=ROLES.index, default=None), evidence, records)


def _article(item: Mapping[str, Any]) -> GoldArticle:
    texts = {key: item.get(key) for key in ("title", "date", "text", "starts", "ends")}
    if not all(value is None or isinstance(value, str) for value in texts.values()):
        raise ValueError(f"an article has title, date and text, strings or null: {item!s:.200}")
    return GoldArticle(
        texts["title"],
        texts["date"],
        texts["text"] or "",
        plain(texts["starts"] or ""),
        plain(texts["ends"] or ""),
    )


def file_name(item: Mapping[str, Any]) -> str:
    """The file name of a document, by which gold and predictions pair up."""
    return Path(str(item.get("document"))).name


def is_symmetric(predicate: str) -> bool:
    """Whether a triple of this predicate is right in either direction; False for one that the ontology lacks."""
    known = ontology().predicates.get(predicate)
    return known is not None and known.symmetric


__all__ = ["ROLES", "Claim", "GoldArticle", "GoldDocument", "Node", "file_name", "is_symmetric", "load", "parse"]
