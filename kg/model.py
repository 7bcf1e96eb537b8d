"""The records that cross every border; frozen, and nothing else does.

Offsets are half-open and count code points: `article.text[start:end]` is what was read.
On disk each record is one JSON object a line with sorted keys, `kind` and `schema` (see `to_line`, `from_line`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cache
from typing import Annotated, Any, TypedDict

import msgspec

from kg.errors import BadRecord
from kg.say import say

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
class Spot:
    """`text[start:start + length]` of an article stands in a box on a page of its file.

    page: from 1. left, top, right, bottom: in points of a PDF or pixels of a picture, from the upper left corner.
    sure: how sure OCR is of its letters, in [0, 1]; 1 for those of a text layer.
    """

    start: int
    length: int
    page: int
    left: float
    top: float
    right: float
    bottom: float
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a document.

    id: `document#index`. document: the file's name relative to what the user gave, with forward slashes.
    title: all its lines joined by a space. text: the body. date: ISO day of the dateline, or None.
      Where nothing tells the year, the month and day (--12-19), see `kg.language.days`.
    place: the province or country whose newspaper this is, as a short name (青海), or None.
    city: the place that the dateline or masthead names below that (西宁), or None.
    notes: why it was cut here, for `kg read --preview`.
    spots: of an article from a PDF or picture, where its lines stand; records of others do not name it.
    url: where its page stands on the web, as its file tells; records of others do not name it.
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
    spots: tuple[Spot, ...] = ()
    url: str | None = None


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


# A thing without a name is none: what was damaged so is told where it enters.
Name = Annotated[str, msgspec.Meta(min_length=1)]
Names = Annotated[tuple[Name, ...], msgspec.Meta(min_length=1)]


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing of one article. names: canonical first. properties: what identity rules may read (date, place …).

    doubted: too little in its own article speaks for the name; it is a thing only where another article tells of it
      (`kg.resolve`). Records of others do not name it.
    """

    id: str
    article: str
    type: str
    name: Name
    names: Names
    mentions: tuple[Mention, ...] = ()
    properties: Mapping[str, Any] = field(default_factory=dict)
    doubted: bool = False


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
    properties: titles, role, amount, date, status … as the ontology allows. date: 2024-12-19, 2024-12, 2024, --12-19 or
      --12, as much as the text tells; its article's day is not repeated. confidence: in [0, 1].
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
    name: Name
    names: Names
    documents: Mapping[str, tuple[str, ...]]
    members: tuple[str, ...]
    properties: Mapping[str, Any] = field(default_factory=dict)
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """One article with everything that was read from it. doubted: names that wait for another article, factless."""

    article: Article
    entities: tuple[Entity, ...]
    triples: tuple[Triple, ...]
    doubted: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """A finished graph's content: articles, entities across documents, triples whose `*_id` are filled."""

    articles: tuple[Article, ...]
    entities: tuple[ResolvedEntity, ...]
    triples: tuple[Triple, ...]


_Day = Annotated[str, msgspec.Meta(pattern=r"^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?|--\d{2}(?:-\d{2})?)\Z")]


class _OfEntity(TypedDict, total=False):
    """What the properties of an entity are where they have these names; a user's own may be anything.

    path: the divisions of a place, from the province down. place: where a project lies, as the text has it.
    date: the day of a meeting or agreement, as much of it as the text tells.
    """

    path: list[str]
    place: str
    date: _Day


class _OfTriple(TypedDict, total=False):
    """The same for the properties of a triple; date: as much of a day as the text tells, see Triple."""

    titles: list[str]
    role: str
    amount: str
    status: str
    date: _Day


Record = Article | Entity | Triple | ResolvedEntity
# "mention" is an entity of one article, "entity" one across documents: the word that users meet in entities.jsonl.
KINDS: dict[str, type[Any]] = {"article": Article, "mention": Entity, "triple": Triple, "entity": ResolvedEntity}
_KIND_OF = {cls: kind for kind, cls in KINDS.items()}
_UNTOLD = ("spots", "url", "doubted")  # where they are empty, as in most files
_RENAMED: dict[tuple[type[Any], str], str] = {(ResolvedEntity, "documents"): "in"}


def fingerprint(*parts: str, length: int = 16) -> str:
    """Hexadecimal SHA-256 of the parts, cut to `length`; the same on every machine."""
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:length]


def to_record(item: Record) -> dict[str, Any]:
    """The plain dictionary of a record, with `kind` and `schema`."""
    return {"kind": _KIND_OF[type(item)], "schema": SCHEMA, **_record(item)}


def to_line(item: Record) -> str:
    """A record as one line of JSON (keys sorted, no trailing line break)."""
    kind: Any = type(item)
    if _is_plain(item):
        values = {told: getattr(item, name) for name, told in _columns(kind) if name not in _UNTOLD}
        with suppress(UnicodeEncodeError, TypeError):  # half a pair of surrogates, a mapping that is no dictionary
            return msgspec.json.encode({"kind": _KIND_OF[kind], "schema": SCHEMA, **values}, order="sorted").decode()
    return _LINES.encode(to_record(item))


def _is_plain(item: Record) -> bool:
    """Whether msgspec, five times as quick as json, writes the same: texts alone, and no number that it writes apart.

    It has 0.00001 for 1e-05, and null for what is no number or longer than 64 bits.
    """
    if isinstance(item, Article):
        return not item.spots and not item.url
    if isinstance(item, Entity) and item.doubted:
        return False
    sure = not isinstance(item, Triple) or item.confidence == 0 or _LEAST <= item.confidence <= 1
    return sure and all(
        type(value) is str or (type(value) in (list, tuple) and all(type(part) is str for part in value))
        for value in item.properties.values()
    )


def from_record(plain: Mapping[str, Any], where: str = "record") -> Record:
    """The record of a dictionary made by `to_record`. Raises BadRecord, naming `where`."""
    kind = plain.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise BadRecord(
            say("{where}: kind {kind!r} is none of {kinds}", where=where, kind=kind, kinds=", ".join(KINDS))
        )
    if plain.get("schema") != SCHEMA:
        raise BadRecord(
            say(
                "{where}: schema {plain!r}, this version reads {schema}; build it again",
                where=where,
                plain=plain.get("schema"),
                schema=SCHEMA,
            )
        )
    cls: Any = KINDS[kind]
    values = {name: plain[told] for name, told in _columns(cls) if told in plain}
    missing = [name for name, _ in _columns(cls) if name not in values and name not in _UNTOLD]
    if missing:
        raise BadRecord(
            say("{where}: not a {kind} record ({missing} is missing)", where=where, kind=kind, missing=missing[0])
        )
    try:
        record: Record = msgspec.convert(values, cls)
        if isinstance(record, Triple):
            check_properties(record.properties)
        elif not isinstance(record, Article):
            msgspec.convert(record.properties, _OfEntity)
    except (msgspec.ValidationError, ValueError, RecursionError) as error:
        raise BadRecord(say("{where}: not a {kind} record ({error})", where=where, kind=kind, error=error)) from error
    problem = _out_of_range(record)
    if problem:
        raise BadRecord(say("{where}: not a {kind} record ({problem})", where=where, kind=kind, problem=problem))
    return record


def check_properties(properties: Mapping[str, Any]) -> None:
    """Raise ValueError where what is told of a fact is of another kind than Triple says; whoever makes facts asks."""
    msgspec.convert(properties, _OfTriple)  # its ValidationError is a ValueError


def _out_of_range(record: Record) -> str:
    """What no writer of records writes, or nothing: spans that run backwards, confidence that is no share."""
    if isinstance(record, Article):
        spans = [(run.start, run.start + run.length) for run in record.source_map]
        spans += [(spot.start, spot.start + spot.length) for spot in record.spots]
    elif isinstance(record, Entity):
        spans = [(mention.start, mention.end) for mention in record.mentions]
    elif isinstance(record, Triple):
        if not 0 <= record.confidence <= 1:
            return f"confidence {record.confidence} is not in [0, 1]"
        spans = [(part.start or 0, part.end or 0) for part in record.evidence]
    else:
        spans = []
    return next((f"span {start} to {end}" for start, end in spans if not 0 <= start <= end), "")


def from_line(line: str, where: str = "line") -> Record:
    """The record of one JSON line. Raises BadRecord, naming `where`."""
    try:
        plain = _decoded(line.encode("utf-8"))  # bytes that are no UTF-8 come from files as lone surrogates
    except UnicodeEncodeError as error:
        raise BadRecord(say("{where}: not UTF-8, at character {start}", where=where, start=error.start + 1)) from error
    except (ValueError, RecursionError) as error:
        raise BadRecord(say("{where}: not JSON ({error})", where=where, error=error)) from error
    if not isinstance(plain, dict):
        raise BadRecord(say("{where}: not a JSON object", where=where))
    return from_record(plain, where)


def _decoded(line: bytes) -> Any:
    """What a line of JSON holds. Raises ValueError, RecursionError."""
    with suppress(msgspec.DecodeError):  # NaN, half a pair of surrogates, a number over all bounds: json reads them
        return msgspec.json.decode(line)
    return json.loads(line)


def triple_id(subject: Entity, predicate: str, obj: Entity, sentences: Iterable[str]) -> str:
    """The id of a triple: what it says and where it says so, without offsets."""
    return fingerprint(subject.type, subject.name, predicate, obj.type, obj.name, *sentences)


_LINES = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_LEAST = 1e-4  # the least number that all write as 0.0001
_ATOMS = frozenset((str, int, float, bool, type(None)))


def _plain(value: Any) -> Any:
    # Most values are texts and numbers, and all lines of a build come by here: the type alone is asked for those.
    kind = type(value)
    if kind in _ATOMS:
        return value
    if kind is tuple or kind is list:
        return [item if type(item) in _ATOMS else _plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return _record(value) if is_dataclass(kind) else value


def _record(item: Any) -> dict[str, Any]:
    kind: Any = type(item)
    values = ((name, told, getattr(item, name)) for name, told in _columns(kind))
    return {told: _plain(value) for name, told, value in values if value or name not in _UNTOLD}


@cache
def _columns(kind: Any) -> tuple[tuple[str, str], ...]:
    """The fields of a record, and what each is called in a line."""
    return tuple((f.name, _RENAMED.get((kind, f.name), f.name)) for f in fields(kind))


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
    "check_properties",
    "fingerprint",
    "from_line",
    "from_record",
    "replace",
    "to_line",
    "to_record",
    "triple_id",
]
