"""What one article says about an edge, small enough to be kept on the edge itself.

So an article can be taken back from a database that no longer has the others: see `summary`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from kg.graph import Fact
from kg.language.days import in_time
from kg.legible import legible
from kg.ontology import Ontology

_JSON = msgspec.json.Encoder(order="deterministic")  # the bytes of `json`, in a tenth of its time
_SUMMED = ("titles", "role", "amount", "status")
_STATED = "done"  # as in kg.graph


def record(fact: Fact) -> str:
    """One line of JSON: article, its body's fingerprint, triple, day and the properties that the edge sums up."""
    properties = fact.triple.properties
    plain = {
        "article": legible(fact.article.id),
        "body": fact.story,
        "triple": legible(fact.triple.id),
        "day": legible(fact.day),
        "confidence": float(fact.triple.confidence),
        **{name: list(map(legible, _texts(properties.get(name)))) for name in _SUMMED},
    }
    return _JSON.encode(plain).decode()


def article_of(line: str) -> str:
    """The article's id in a record."""
    return str(json.loads(line)["article"])


def summary(records: Sequence[str], words: Ontology) -> dict[str, Any]:
    """The attributes of an edge that has these records and no others, but for its evidence."""
    facts = [json.loads(line) for line in records]
    days = in_time(fact["day"] for fact in facts)
    return {
        "titles": _union(facts, "titles"),
        "role": _strongest(facts, "role", words.roles, ""),
        "amount": "；".join(_union(facts, "amount")),
        "status": _strongest(facts, "status", words.statuses, _STATED),
        "first": days[0] if days else "",
        "last": days[-1] if days else "",
        "count": len({fact["body"] for fact in facts}),
        "confidence": max(fact["confidence"] for fact in facts),
        "articles": sorted({fact["article"] for fact in facts}),
        "triples": sorted({fact["triple"] for fact in facts}),
    }


def _texts(value: Any) -> list[str]:
    if value is None or value == "":
        return []
    items = value if isinstance(value, (list, tuple)) else [value]
    return [str(item.get("text", item)) if isinstance(item, dict) else str(item) for item in items]


def _union(facts: Iterable[dict[str, Any]], name: str) -> list[str]:
    return sorted({text for fact in facts for text in fact[name]})


def _strongest(facts: Iterable[dict[str, Any]], name: str, ranking: Iterable[str], default: str) -> str:
    found = {text for fact in facts for text in fact[name] or [default]}
    return next((word for word in ranking if word in found), min(found))
