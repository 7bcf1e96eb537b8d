"""How the columns and values of an answer look to a person: which ones, under which heads, in which words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.language.days import has_year, spoken
from kg.ontology import ontology
from kg.say import language, word
from kg.store.answer import Answer, Chain, Edge, Node
from kg.store.ask import scalar

IDS = ("predicate", "article", "articles", "id", "ids", "other_id", "meeting_id", "rank")  # for machines
DAYS = ("date", "first", "last", "published", "wished", "signed")
QUOTES = ("sentences", "sentence", "via", "pages", "whereabouts")  # what stands below a row
_NAMES = (  # what a row is about: first in a table that goes elsewhere
    *("person", "official", "name", "organization", "subject", "visitor", "place", "region"),
    *("met", "together_with", "partner", "whom", "visited", "label", "object", "meeting", "agreement", "project"),
)


@dataclass(frozen=True, slots=True)
class Look:
    """width: columns of the terminal. ids: whether columns for machines are shown. bold: whether it can mark names.

    ours: whether the question came with kg, so that its columns are known. posts: whether its facts are posts. quotes:
    sentences at most below a row.
    """

    width: int = 100
    ids: bool = False
    bold: bool = False
    ours: bool = True
    posts: bool = False
    quotes: int = 3


def columns(answer: Answer, look: Look, *, ids: bool = False) -> list[int]:
    """The places of the columns that hold more than nodes, relationships and paths, those for machines last.

    All columns if there are no others. ids: whether those for machines are among them; with `look.ids` nodes and
    relationships are, too, by their ids.
    """
    places = range(len(answer.columns))
    graphs = [place for place in places if _is_graph([row[place] for row in answer.rows])]
    kept = [place for place in places if place not in graphs] or list(places)
    if not look.ours:
        return kept
    if not answer.rows:  # what holds nodes is not known then
        kept = [place for place in kept if len(answer.columns[place]) > 1]
    machine = [place for place in kept if answer.columns[place] in IDS]
    human = [place for place in kept if place not in machine]
    if look.ids and graphs != kept:
        machine += graphs
    if ids:
        human.sort(key=lambda place: answer.columns[place] not in _NAMES)
    return [*human, *(machine if ids or look.ids else [])]


def head(column: str, look: Look) -> str:
    """The heading of a column in the reader's language; of a question of one's own, the column's own name."""
    if look.ours and look.ids and len(column) == 1:  # a node or relationship, shown by its id
        return f"id {column}"
    return word("column", column).replace("_", " ") if look.ours else column


def values(column: str, value: Any, look: Look) -> Any:
    """A value in the reader's words: labels for codes, days as far as they are told; the rest unchanged."""
    if not look.ours or not isinstance(value, str):
        return value.id if look.ours and look.ids and isinstance(value, (Node, Edge)) else value
    if column in DAYS:
        return _day(value)
    if column == "label":
        return value if language() == "zh" else _english(value)
    if column == "status" and look.posts:
        return coded("post", value)
    if column in ("status", "role", "type", "kind", "level"):
        return coded(column, value)
    return value


def coded(column: str, value: str) -> str:
    """The word for a status, role, type, kind or level."""
    if language() != "zh":
        return word("value", value)
    words = ontology()
    labels: Mapping[str, Mapping[str, str]] = {
        "status": words.statuses,
        "role": words.roles,
        "post": {"done": "在任", "planned": "拟任", "former": "曾任"},
        "type": {name: kind.label for name, kind in words.types.items()},
    }
    return labels.get(column, {}).get(value) or word("value", value)


def shown(value: Any) -> str:
    """A value as people write it: nothing for null, lists with ；, whole numbers without a point."""
    if isinstance(value, (Node, Edge, Chain)):
        return _name(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, Mapping):
        return "，".join(f"{name}={shown(item)}" for name, item in value.items())
    if isinstance(value, (list, tuple)):
        return "；".join(map(shown, value))
    return "" if value is None else str(scalar(value))


def yuan(value: float) -> str:
    """A sum as people say it: 536亿元, 1200万元; in English 53.6 bn yuan."""
    for unit, chinese, english in ((1e8, "亿元", 1e9), (1e4, "万元", 1e6)):
        if abs(value) >= unit:
            if language() == "zh":
                return f"{value / unit:.12g}{chinese}"
            return f"{value / english:.12g} {'bn' if english == 1e9 else 'm'} yuan"
    return f"{value:.12g}{'元' if language() == 'zh' else ' yuan'}"


def _day(form: str) -> str:
    """A day as far as it is told: as it is written where it has a year, in words where it has none."""
    if not form or has_year(form):
        return form
    return spoken(form) if language() == "zh" else f"{form.lstrip('-')} ({word('value', 'year unknown')})"


def _english(label: str) -> str:
    found = (name for name, predicate in ontology().predicates.items() if predicate.label == label)
    return next(found, label).replace("_", " ").lower()


def _name(value: Node | Edge | Chain) -> str:
    if isinstance(value, Chain):
        return " — ".join(map(_name, value.nodes))
    return str(value.properties.get("name", value.id)) if isinstance(value, Node) else value.predicate


def _is_graph(column: Sequence[Any]) -> bool:
    flat = [item for value in column for item in (value if isinstance(value, list) else [value]) if item is not None]
    return bool(flat) and all(isinstance(item, (Node, Edge, Chain)) for item in flat)


__all__ = ["Look", "columns", "head", "shown", "values", "yuan"]
