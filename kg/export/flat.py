"""Attributes as scalars and back, for formats that know neither lists nor mappings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from kg.errors import BadRecord
from kg.say import say

# Written as JSON: exact both ways, whatever separator a name may hold.
STRUCTURED = frozenset({"names", "documents", "properties", "reasons", "titles", "articles", "triples", "evidence"})


def flatten(attributes: Mapping[str, Any]) -> dict[str, str | int | float]:
    """The attributes of a node or an edge with lists and mappings as JSON text."""
    return {name: _json(value) if _structured(name, value) else value for name, value in attributes.items()}


def restore(attributes: Mapping[str, Any], where: str) -> dict[str, Any]:
    """The attributes that were flattened. Raises BadRecord, naming `where`."""
    try:
        return {name: json.loads(value) if _structured(name, value) else value for name, value in attributes.items()}
    except ValueError as error:
        raise BadRecord(say("{where}: not written by this program ({error})", where=where, error=error)) from error


def _structured(name: str, value: Any) -> bool:
    # The graph's own `articles` is a figure, an edge's a list.
    return name in STRUCTURED and not isinstance(value, (int, float))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
