"""Why an answer is empty, in sentences for the person who asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.areas import BELOW
from kg.query.names import Names
from kg.query.values import DAYS, NAMED
from kg.say import Said, say
from kg.store.answer import Bounds
from kg.store.ask import ask
from kg.store.questions import Question, parse

if TYPE_CHECKING:
    from kg.store.neo4j import Server

_MISSING: Mapping[str, str] = {
    "Person": "there is no such person in the graph: {name}",
    "Organization": "there is no such organisation in the graph: {name}",
    "Location": "there is no such place in the graph: {name}",
    "Meeting": "no meeting in the graph is called so: {name}",
    "": "there is nothing of this name in the graph: {name}",
}
_ANY = _MISSING[""]
_TITLES = parse("titles", "MATCH (a:Article) RETURN DISTINCT a.name AS name ORDER BY name")
_MOST, _LIKE = 3, 60.0  # titles that are told, and how like they must be (of 100)


def missing(name: str, kind: str, names: Names) -> Said:
    """That nothing of this type bears the name, with the names that are like it."""
    said = say(_MISSING.get(kind, _ANY), name=name)
    near = names.near(name, kind) or names.near(name)
    return say("{said}; like it: {near}", said=said, near="、".join(near)) if near else said


def why(question: Question, values: Mapping[str, Any], place: Path | Server, names: Names) -> Iterator[Said]:
    """The reasons, likeliest first: names that are not there; else which condition leaves nothing; else that all do.

    question: one of those that come with kg.
    """
    default = {name: parameter.default for name, parameter in question.parameters.items()}
    given = {name: value for name, value in values.items() if value != default[name] and value}
    strange = [_strange(name, one, names) for name, value in given.items() for one in _each(value)]
    told = list(dict.fromkeys(said for said in strange if said))
    yield from told
    if told:
        return
    bounds = Bounds()
    loose = [name for name in given if name in _LOOSE]
    loosened = {name: _rows(question, {**values, name: default[name]}, place, bounds) for name in loose}
    if "place" in given and "within" in question.parameters:
        wide = _rows(question, {**values, "place": "", "within": [given["place"]]}, place, bounds)
        if wide:
            template = "{place} itself has none; with all that lies in it there are {rows} rows: --param place={wide}"
            yield say(template, place=given["place"], rows=wide, wide=f"{given['place']}{BELOW[0]}")
            return
    for name, rows in loosened.items():
        if rows:
            value = "、".join(map(str, _each(given[name])))
            yield say("without {name}={value} there are {rows} rows", name=name, value=value, rows=rows)
    if any(rows and name in DAYS for name, rows in loosened.items()):
        yield say("facts without a known day lie in no period; kg build --date gives pages a day")
    if values.get("min_confidence") and (rows := _rows(question, {**values, "min_confidence": 0.0}, place, bounds)):
        yield say("less sure than {least}: {rows} rows", least=values["min_confidence"], rows=rows)
    elif not any(loosened.values()):
        yield _nothing(given, place)


def _no_article(name: str, place: Path | Server) -> Said:
    """That no article is called so, with the titles that are like it."""
    from rapidfuzz import fuzz  # noqa: PLC0415  only where an answer is empty

    said = say("no article with facts is called so: {name}", name=name)
    titles = sorted({title for (title,) in ask(_TITLES, {}, place, Bounds()).rows})
    scored = sorted(
        ((fuzz.partial_ratio(name, title), title) for title in titles), key=lambda item: (-item[0], item[1])
    )
    near = [f"《{title}》" for score, title in scored[:_MOST] if score >= _LIKE]
    return say("{said}; like it: {near}", said=said, near="、".join(near)) if near else said


def _nothing(given: Mapping[str, Any], place: Path | Server) -> Said:
    """That neither the graph nor what was asked for has such a fact."""
    named = [str(one) for name, value in given.items() if name in NAMED for one in _each(value)]
    if named:
        return say("{names} are in the graph, but it has no fact of this kind about them", names="、".join(named))
    if given.get("article"):
        return _no_article(given["article"], place)
    if given.get("words"):
        return say("no sentence of a fact has these words: {words}", words=given["words"])
    return say("the graph has no fact of this kind")


_LOOSE = (
    *DAYS,
    "status",
    "role",
    "kind",
    "predicate",
    "type",
    "region",
    "within",
    "meeting",
    "whom",
    "partner",
    "post",
    "other",
)


def _each(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _rows(question: Question, values: Mapping[str, Any], place: Path | Server, bounds: Bounds) -> int:
    return len(ask(question, values, place, bounds).rows)


def _strange(parameter: str, value: Any, names: Names) -> Said | None:
    """That a parameter's name is not in the graph, or None."""
    text = str(value)
    if parameter in NAMED:
        kind = NAMED[parameter]
        there = names.has(text, kind) or (kind == "Location" and text in names.areas)
        return None if there else missing(text, kind, names)
    if parameter == "meeting" and not any(text in name for name, kinds in names.types.items() if "Meeting" in kinds):
        return missing(text, "Meeting", names)
    return None


__all__ = ["missing", "why"]
