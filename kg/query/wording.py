"""A free question in Chinese (or simple English) → one of the questions that come with kg, with its parameters.

Rules as data: `data/wordings.tsv` (which words speak for which question), `data/wording_slots.tsv` (which names of the
graph go where). Names and days are found first; then each question has the sum of the weights of its rows whose words
stand in the text, and a little for names that it can use.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from kg.language.lexicon import any_of, table, words
from kg.query.finding import Text, found_in, rows
from kg.query.names import Names
from kg.store.questions import Question

_SURE, _LEAD = 3.0, 1.0  # a question is taken from this score on, and so far ahead of the second
_FITS, _LACKS, _IDLE = 1.0, -3.0, -1.0  # a name that it can use; one that it needs; one that it has no place for
_HINT = 0.1
_TITLE = 2.0  # what the title of a post speaks for who holds it
_LISTS = ("several", "alone")  # needs of parameters that take all such names
_GAP = 16  # characters that … stands for
_ENDS = r"(?:$|[\s，。？！、,?!；;的呢啊吗呀了\x00])"  # what $ stands for
_TURNED = ">"  # among the values of a question: which parameter's value another one gets (organization>branch)


@dataclass(frozen=True, slots=True)
class Reading:
    """A question that a text may mean: its score, and the values of its parameters.

    left: what stands in the text where a name should, and was given to no parameter; "" where nothing is left.
    idle: names of the graph that stand in the text and were given to none either.
    """

    question: Question
    score: float
    values: Mapping[str, str]
    left: str = ""
    idle: tuple[str, ...] = ()


@dataclass(slots=True)
class _Left:
    """The names and the strange words of a text that no parameter has got yet."""

    names: list[tuple[str, frozenset[str]]]
    strange: str


def readings(text: str, questions: Iterable[Question], names: Names, today: date) -> list[Reading]:
    """What the text may mean, the likeliest first; questions for which nothing speaks are left out."""
    found = found_in(text, names, today)
    read = [_reading(question, found, names) for question in questions]
    usual = {name: number for number, name in enumerate(_slots())}
    likely = (one for one in read if one.score > 0)
    return sorted(likely, key=lambda one: (-one.score, usual.get(one.question.name, len(usual)), one.question.name))


def sure(found: list[Reading]) -> bool:
    """Whether the first one is meant, rather than none or another."""
    lead = found[0].score - (found[1].score if len(found) > 1 else 0.0) if found else 0.0
    return bool(found) and found[0].score >= _SURE and lead >= _LEAD


def _reading(question: Question, found: Text, names: Names) -> Reading:
    score, values = _cued(question.name, found.rest)
    score += _TITLE if found.title and "post" in question.parameters else 0.0
    left = _Left(list(found.names), found.strange)
    fits = _filled(question, (found, left), values, names)
    if not score:  # no word speaks for it, but it could be asked with these names
        return Reading(question, 0.0 if _is_loose(question, found) else max(fits, 0.0) * _HINT, values)
    score += fits
    if score and "since" in question.parameters and any(found.days):
        values |= {name: day for name, day in zip(("since", "until"), found.days, strict=True) if day}
        score += _FITS
    if found.title and "post" in question.parameters:
        values["post"] = found.title
    known = {name: value for name, value in values.items() if name in question.parameters}
    strange = "" if any(left.strange in piece for piece in found.quoted) else left.strange
    return Reading(question, score, known, strange, tuple(name for name, _ in left.names))


def _is_loose(question: Question, found: Text) -> bool:
    """Whether the question could be asked with any words at all, and none stand in quotation marks."""
    return not found.quoted and any(kind == "quoted" for _, kind, _ in _slots().get(question.name, ()))


def _cued(name: str, rest: str) -> tuple[float, dict[str, str]]:
    """The weights of the rows whose words stand there, and the values that they say; 、 joins several of one role."""
    score, values = 0.0, dict[str, str]()
    for weight, cues, sets in rows().get(name, ()):
        if any(_says(cue, rest) for cue in cues):
            score += weight
            parameter, sign, value = sets.partition("=")
            if sign:
                values[parameter] = f"{values[parameter]}、{value}" if values.get(parameter) else value
            elif sets:
                values[_TURNED] = sets
    return score, values


def _says(cue: str, rest: str) -> bool:
    """Whether the cue stands there; … in it stands for some characters, a name among them; $ behind it for an end."""
    if cue.endswith("$"):
        return bool(re.search(re.escape(cue[:-1]) + _ENDS, rest))
    if cue.isascii() or ("…" in cue and cue.replace("…", "").isascii()):
        cue = re.escape(cue).replace("…", rf"\b.{{0,{2 * _GAP}}}\b")
        return bool(re.search(rf"\b{cue}\b", rest, re.ASCII))
    first, gap, last = cue.partition("…")
    if not gap:
        return cue in rest
    return bool(re.search(f"{re.escape(first)}.{{0,{_GAP}}}{re.escape(last)}", rest))


def _filled(question: Question, what: tuple[Text, _Left], values: dict[str, str], names: Names) -> float:
    """Gives names to parameters; what that speaks for or against the question."""
    found, left = what
    score, taken, strange = 0.0, set[str](), bool(found.strange)
    slots = _slots().get(question.name, ())
    asks_who = bool(re.search(any_of(words("wording_who")), found.rest))
    for parameter, kind, need in slots:
        if parameter in taken or (need == "other" and asks_who) or (need == "alone" and "organization" in taken):
            continue
        value = _quoted(found, left) if kind == "quoted" else _named(kind, left, names, found.rest)
        if value:
            values[parameter] = value
            taken.add(parameter)
            score += _FITS
        elif need == "need":
            # A name that is not in the graph may be the one that is asked for.
            score += 0.0 if strange else _LACKS
            strange = False
    for parameter, kind, need in slots:
        if need in _LISTS and parameter in taken:
            more = [name for name, types in left.names if kind in types]
            values[parameter] = "、".join([values[parameter], *more])
            left.names = [item for item in left.names if item[0] not in more]
    first, _, second = values.pop(_TURNED, "").partition(">")
    if first in values:
        values[second] = values.pop(first)
    return score + _IDLE * len(left.names)


def _quoted(found: Text, left: _Left) -> str:
    """What stands in quotation marks, else a name, else what is neither name nor cue."""
    if found.quoted:
        left.names = [item for item in left.names if item[0] not in found.quoted[0]]
        return found.quoted[0]
    if left.names:
        return left.names.pop(0)[0]
    strange, left.strange = left.strange, ""
    return strange


def _named(kind: str, left: _Left, names: Names, rest: str) -> str:
    """The first name of a thing of that type; else a government by its place, or a thing by a part of its name.

    rest: the words around; where they speak of works, a park among the works is the place where these stand.
    """
    for number, (name, types) in enumerate(left.names):
        if kind == "Project" and "Location" in types and any(word in rest for word in words("wording_works")):
            continue
        if not kind or kind in types:
            del left.names[number]
            return name
    if kind == "Organization":
        for number, (name, types) in enumerate(left.names):
            if "Location" in types and names.has(f"{name}政府", kind):
                del left.names[number]
                return f"{name}政府"
    return _partly(kind, left, names)


def _partly(kind: str, left: _Left, names: Names) -> str:
    """The only one whose name ends or begins with what was left over (省委 → 青海省委), or the meeting most like it."""
    value = ""
    if left.strange and kind in ("", "Organization"):
        value = names.ending(left.strange, kind) or names.beginning(left.strange, kind)
    if kind == "Meeting" and len(left.strange) > 2 and left.strange[-1] in "会坛式":
        value = next(iter(names.near(left.strange, kind, 1)), "")
    if value:
        left.strange = ""
    return value


@cache
def _slots() -> dict[str, list[tuple[str, str, str]]]:
    found: dict[str, list[tuple[str, str, str]]] = {}
    for name, parameter, kind, need in table("wording_slots"):
        found.setdefault(name, []).append((parameter, kind, need))
    return found


__all__ = ["Reading", "readings", "sure"]
