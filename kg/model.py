"""The records that cross every border; frozen, and nothing else does.

Offsets are half-open and count code points: `article.text[start:end]` is what was read.
On disk each record is one JSON object a line with sorted keys, `kind` and `schema` (see `to_line`, `from_line`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any

from kg.errors import BadRecord

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Run:
    """`text[start:start + length]` came from `raw[source:source + length]`, code point for code point.

    `raw` is the decoded file. Text outside every run (a space put between two joined lines) has no source.
    """

    start: int
    length: int
    source: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a document.

    id: `document#index`. document: the file's name relative to what the user gave, with forward slashes.
    title: all its lines joined by a space. text: the body. date: ISO day of the dateline, or None.
    place: the province or country whose newspaper this is, as a short name (青海), or None.
    city: the place that the dateline or masthead names below that (西宁), or None.
    notes: why it was cut here, for `kg read --preview`.
    """

    id: str
    document: str
    index: int
    title: str
    text: str
    date: str | None = None
    place: str | None = None
    city: str | None = None
    reporters: tuple[str, ...] = ()
    source_map: tuple[Run, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in the text that means an entity; `text == article.text[start:end]`.

    reason: empty where the entity's own name stands there, else why the words were bound to it
    (「省委 → 青海省委：dateline 青海」).
    """

    start: int
    end: int
    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing of one article. names: canonical first. properties: what identity rules may read (date, place …)."""

    id: str
    article: str
    type: str
    name: str
    names: tuple[str, ...]
    mentions: tuple[Mention, ...] = ()
    properties: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of what a triple was read from.

    role: subject, object, trigger or context. sentence: the whole sentence around it. start, end: the span, or None
    for an end that was never written out; then `via` says what stood there and why it was bound.
    """

    role: str
    sentence: str
    start: int | None
    end: int | None
    via: str = ""


@dataclass(frozen=True, slots=True)
class Triple:
    """One fact of one article: subject and object are ids of its entities.

    id: hash of the ends' types and names, predicate and sentence text, so that it survives better offsets.
    properties: titles, role, amount, date, status … as the ontology allows. confidence: in [0, 1].
    subject_id, object_id: ids of the resolved entities, None before resolution.
    """

    id: str
    article: str
    subject: str
    predicate: str
    object: str
    properties: Mapping[str, Any] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    rule: str = ""
    confidence: float = 1.0
    subject_id: str | None = None
    object_id: str | None = None


@dataclass(frozen=True, slots=True)
class ResolvedEntity:
    """The same thing in all documents.

    id: from the least key of its members. documents: {document: names there}. members: ids of the `Entity` records.
    reasons: why members were joined, one line each.
    """

    id: str
    type: str
    name: str
    names: tuple[str, ...]
    documents: Mapping[str, tuple[str, ...]]
    members: tuple[str, ...]
    properties: Mapping[str, Any] = field(default_factory=dict)
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """One article with everything that was read from it."""

    article: Article
    entities: tuple[Entity, ...]
    triples: tuple[Triple, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """A finished graph's content: articles, entities across documents, triples whose `*_id` are filled."""

    articles: tuple[Article, ...]
    entities: tuple[ResolvedEntity, ...]
    triples: tuple[Triple, ...]


Record = Article | Entity | Triple | ResolvedEntity
# "mention" is an entity of one article, "entity" one across documents: the word that users meet in entities.jsonl.
KINDS: dict[str, type[Any]] = {"article": Article, "mention": Entity, "triple": Triple, "entity": ResolvedEntity}
_KIND_OF = {cls: kind for kind, cls in KINDS.items()}
_NESTED: dict[tuple[type[Any], str], type[Any]] = {
    (Article, "source_map"): Run,
    (Entity, "mentions"): Mention,
    (Triple, "evidence"): Evidence,
}
_RENAMED: dict[tuple[type[Any], str], str] = {(ResolvedEntity, "documents"): "in"}


def fingerprint(*parts: str, length: int = 16) -> str:
    """Hexadecimal SHA-256 of the parts, cut to `length`; the same on every machine."""
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:length]


def to_record(item: Record) -> dict[str, Any]:
    """The plain dictionary of a record, with `kind` and `schema`."""
    cls = type(item)
    plain = {_RENAMED.get((cls, f.name), f.name): _plain(getattr(item, f.name)) for f in fields(item)}
    return {"kind": _KIND_OF[cls], "schema": SCHEMA, **plain}


def to_line(item: Record) -> str:
    """A record as one line of JSON (keys sorted, no trailing line break)."""
    return json.dumps(to_record(item), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_record(plain: Mapping[str, Any], where: str = "record") -> Record:
    """The record of a dictionary made by `to_record`. Raises BadRecord, naming `where`."""
    kind = plain.get("kind")
    if kind not in KINDS:
        raise BadRecord(f"{where}: kind {kind!r} is none of {', '.join(KINDS)}")
    if plain.get("schema") != SCHEMA:
        raise BadRecord(f"{where}: schema {plain.get('schema')!r}, this version reads {SCHEMA}; build it again")
    cls = KINDS[kind]
    try:
        values = {f.name: _typed(cls, f.name, plain[_RENAMED.get((cls, f.name), f.name)]) for f in fields(cls)}
        record: Record = cls(**values)
    except (KeyError, TypeError, ValueError) as error:
        raise BadRecord(f"{where}: not a {kind} record ({error!r})") from error
    return record


def from_line(line: str, where: str = "line") -> Record:
    """The record of one JSON line. Raises BadRecord, naming `where`."""
    try:
        plain = json.loads(line)
    except ValueError as error:
        raise BadRecord(f"{where}: not JSON ({error})") from error
    if not isinstance(plain, dict):
        raise BadRecord(f"{where}: not a JSON object")
    return from_record(plain, where)


def triple_id(subject: Entity, predicate: str, obj: Entity, sentences: Iterable[str]) -> str:
    """The id of a triple: what it says and where it says so, without offsets."""
    return fingerprint(subject.type, subject.name, predicate, obj.type, obj.name, *sentences)


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return value


def _typed(cls: type[Any], name: str, value: Any) -> Any:
    nested = _NESTED.get((cls, name))
    if nested is not None:
        return tuple(nested(**item) for item in value)
    if name == "documents":
        return {document: tuple(names) for document, names in value.items()}
    return tuple(value) if isinstance(value, list) else value


__all__ = [
    "KINDS",
    "SCHEMA",
    "Article",
    "Entity",
    "Evidence",
    "Extraction",
    "Mention",
    "Record",
    "Resolution",
    "ResolvedEntity",
    "Run",
    "Triple",
    "fingerprint",
    "from_line",
    "from_record",
    "replace",
    "to_line",
    "to_record",
    "triple_id",
]
