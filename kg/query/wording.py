"""A free question in Chinese (or simple English) → one of the questions that come with kg, with its parameters.

Rules as data: `data/wordings.tsv` (which words speak for which question), `data/wording_slots.tsv` (which names of the
graph go where). Names and days are found first; then each question has the sum of the weights of its rows whose words
stand in the text, and a little for names that it can use.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from kg.language.dates import find_dates
from kg.language.lexicon import any_of, table, words
from kg.query.names import Names
from kg.query.values import COUNTED, period
from kg.store.questions import Question

_SURE, _LEAD = 3.0, 1.0  # a question is taken from this score on, and so far ahead of the second
_FITS, _LACKS, _IDLE = 1.0, -3.0, -0.5  # a name that it can use; one that it needs; one that it has no place for
_HINT = 0.1
_GAP = 16  # characters that … stands for
_QUOTED = re.compile(r"[“\"「『《]([^”\"」』》]{1,60})[”\"」』》]")
_WHETHER = re.compile(r"([认见签去来在是开参当])[不没]\1")  # 认不认识, 见没见过
_CHINESE = re.compile("[\u4e00-\u9fff]")
_ENGLISH = re.compile(r"[A-Za-z' -]+")  # the words of a question in English: names of the graph are out already
_MARKS = re.compile(r"[\s，。？！、,.?!：:；;（）()“”\"「」『』《》]+")
_SINCE, _UNTIL = ("以来", "以后", "之后", "起"), ("以前", "之前", "以内")


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
class _Text:
    """What was found in a text. rest: the text without names and days. names: (name, types) in their order."""

    rest: str
    names: list[tuple[str, frozenset[str]]] = field(default_factory=list)
    quoted: list[str] = field(default_factory=list)
    days: tuple[str, str] = ("", "")
    strange: str = ""


@dataclass(slots=True)
class _Left:
    """The names and the strange words of a text that no parameter has got yet."""

    names: list[tuple[str, frozenset[str]]]
    strange: str


def readings(text: str, questions: Iterable[Question], names: Names, today: date) -> list[Reading]:
    """What the text may mean, the likeliest first; questions for which nothing speaks are left out."""
    found = _found(text, names, today)
    read = [_reading(question, found, names) for question in questions]
    usual = {name: number for number, name in enumerate(_slots())}
    likely = (one for one in read if one.score > 0)
    return sorted(likely, key=lambda one: (-one.score, usual.get(one.question.name, len(usual)), one.question.name))


def sure(found: list[Reading]) -> bool:
    """Whether the first one is meant, rather than none or another."""
    lead = found[0].score - (found[1].score if len(found) > 1 else 0.0) if found else 0.0
    return bool(found) and found[0].score >= _SURE and lead >= _LEAD


def _found(text: str, names: Names, today: date) -> _Text:
    text = _WHETHER.sub(r"\1", text)
    found = _Text(text, quoted=_QUOTED.findall(text))
    _take_names(found, names)
    _take_days(found, today)
    found.strange = _strange(found.rest)
    found.rest = found.rest.lower()
    _join(text, found)
    return found


def _join(text: str, found: _Text) -> None:
    """A name with something strange right beside it is a part of a longer one, not there (中国 in 中国铝业)."""
    if not found.strange or not may_be_name(found.strange):
        return
    for number, (name, types) in enumerate(found.names):
        if types == {"Person"}:  # 下基层 behind 李文达 belongs to no longer name
            continue
        for whole in (name + found.strange, found.strange + name):
            if whole in text and not any(whole in piece for piece in found.quoted):
                del found.names[number]
                found.strange = whole
                return


def _take_names(found: _Text, names: Names) -> None:
    """The longest names first: 青海省政府 is no 青海."""
    known = {name: types for name, types in names.types.items() if len(name) > 1}
    for area in names.areas:
        known.setdefault(area, frozenset({"Location"}))
    cues = _cues()
    places: list[tuple[int, str]] = []
    for name in sorted((name for name in known if name in found.rest and name not in cues), key=lambda n: (-len(n), n)):
        while (at := found.rest.find(name)) >= 0:
            places.append((at, name))
            found.rest = found.rest[:at] + "\x00" * len(name) + found.rest[at + len(name) :]
    found.names = [(name, known[name]) for _, name in sorted(places)]


def _take_days(found: _Text, today: date) -> None:
    spans = [(day.start, day.end) for day in find_dates(found.rest, today)]
    spans += [match.span() for match in COUNTED.finditer(found.rest)]
    spans = sorted(span for span in spans if not any(_holds(other, span) for other in spans))
    known = [(begin, end, span) for begin, end in spans if (span := period(found.rest[begin:end].strip(), today))]
    if not known:
        return
    first, last = known[0][2][0].isoformat(), known[-1][2][1].isoformat()
    behind = found.rest[known[-1][1] :]
    since, until = behind.startswith(_SINCE), behind.startswith(_UNTIL)
    found.days = ("" if until else first, "" if since else last)
    for begin, end, _ in known:
        found.rest = found.rest[:begin] + "\x00" * (end - begin) + found.rest[end:]


def _holds(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span != other and span[0] <= other[0] and other[1] <= span[1]


def _reading(question: Question, found: _Text, names: Names) -> Reading:
    score, values = _cued(question.name, found.rest)
    left = _Left(list(found.names), found.strange)
    fits = _filled(question, (found, left), values, names)
    if not score:  # no word speaks for it, but it could be asked with these names
        return Reading(question, 0.0 if _is_loose(question, found) else max(fits, 0.0) * _HINT, values)
    score += fits
    if score and "since" in question.parameters and any(found.days):
        values |= {name: day for name, day in zip(("since", "until"), found.days, strict=True) if day}
        score += _FITS
    known = {name: value for name, value in values.items() if name in question.parameters}
    strange = "" if any(left.strange in piece for piece in found.quoted) else left.strange
    return Reading(question, score, known, strange, tuple(name for name, _ in left.names))


def _is_loose(question: Question, found: _Text) -> bool:
    """Whether the question could be asked with any words at all, and none stand in quotation marks."""
    return not found.quoted and any(kind == "quoted" for _, kind, _ in _slots().get(question.name, ()))


def _cued(name: str, rest: str) -> tuple[float, dict[str, str]]:
    """The weights of the rows whose words stand there, and the values that they say; 、 joins several of one role."""
    score, values = 0.0, dict[str, str]()
    for weight, cues, sets in _rows().get(name, ()):
        if any(_says(cue, rest) for cue in cues):
            score += weight
            if sets:
                parameter, _, value = sets.partition("=")
                values[parameter] = f"{values[parameter]}、{value}" if values.get(parameter) else value
    return score, values


def _says(cue: str, rest: str) -> bool:
    """Whether the cue stands there; … in it stands for some characters, a name among them."""
    if cue.isascii() or ("…" in cue and cue.replace("…", "").isascii()):
        cue = re.escape(cue).replace("…", rf"\b.{{0,{2 * _GAP}}}\b")
        return bool(re.search(rf"\b{cue}\b", rest, re.ASCII))
    first, gap, last = cue.partition("…")
    if not gap:
        return cue in rest
    return bool(re.search(f"{re.escape(first)}.{{0,{_GAP}}}{re.escape(last)}", rest))


def _filled(question: Question, what: tuple[_Text, _Left], values: dict[str, str], names: Names) -> float:
    """Gives names to parameters; what that speaks for or against the question."""
    found, left = what
    score, taken, strange = 0.0, set[str](), bool(found.strange)
    slots = _slots().get(question.name, ())
    asks_who = bool(re.search(any_of(words("wording_who")), found.rest))
    for parameter, kind, need in slots:
        if parameter in taken or (need == "other" and asks_who):
            continue
        value = _quoted(found, left) if kind == "quoted" else _named(kind, left, names)
        if value:
            values[parameter] = value
            taken.add(parameter)
            score += _FITS
        elif need == "need":
            # A name that is not in the graph may be the one that is asked for.
            score += 0.0 if strange else _LACKS
            strange = False
    for parameter, kind, need in slots:
        if need == "several" and parameter in taken:
            more = [name for name, types in left.names if kind in types]
            values[parameter] = "、".join([values[parameter], *more])
            left.names = [item for item in left.names if item[0] not in more]
    return score + _IDLE * len(left.names)


def _quoted(found: _Text, left: _Left) -> str:
    """What stands in quotation marks, else a name, else what is neither name nor cue."""
    if found.quoted:
        left.names = [item for item in left.names if item[0] not in found.quoted[0]]
        return found.quoted[0]
    if left.names:
        return left.names.pop(0)[0]
    strange, left.strange = left.strange, ""
    return strange


def _named(kind: str, left: _Left, names: Names) -> str:
    """The first name of a thing of that type; else a government by its place, or a thing by a part of its name."""
    for number, (name, types) in enumerate(left.names):
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
    """The only one whose name ends with what was left over (省委 → 青海省委), or the meeting that is most like it."""
    value = names.ending(left.strange, kind) if kind in ("", "Organization") and left.strange else ""
    if kind == "Meeting" and len(left.strange) > 2 and left.strange[-1] in "会坛式":
        value = next(iter(names.near(left.strange, kind, 1)), "")
    if value:
        left.strange = ""
    return value


def may_be_name(text: str) -> bool:
    """Whether there is anything in the text but verbs, adverbs and the like: 省委 and 比亚迪, but not 变成了正式."""
    from kg.language.words import cut  # noqa: PLC0415  the dictionary takes half a second

    return any(
        token.tag[0] in "nje" or (token.tag == "x" and any(_is_of_names(char) for char in token.text))
        for token in cut(text)
    )


def _is_of_names(char: str) -> bool:
    """Whether a character of a word that no dictionary has is none of the verbs, adverbs and pronouns (先说)."""
    from kg.language.words import cut  # noqa: PLC0415

    return any(token.tag[0] not in "vdrpcumqf" for token in cut(char))


def _strange(rest: str) -> str:
    """The longest piece that is neither cue nor filler."""
    fillers = words("wording_fillers")
    short = "".join(word for word in fillers if len(word) == 1)
    cues = {piece for cue in _cues() for piece in cue.split("…") if len(piece) > 1}
    cut = rest if _CHINESE.search(rest) else re.sub(_ENGLISH, "\x00", rest)
    cut = re.sub(any_of((*cues, "谁", *(word for word in fillers if len(word) > 1))), "\x00", cut)
    pieces = re.split(r"\x00+", _MARKS.sub("\x00", cut))
    # 大会 and 工人 are what names end with.
    bare = (piece.lstrip(short).rstrip(short.replace("会", "").replace("人", "")) for piece in pieces)
    return max((piece for piece in bare if len(piece) > 1), key=len, default="")


@cache
def _rows() -> dict[str, list[tuple[float, tuple[str, ...], str]]]:
    found: dict[str, list[tuple[float, tuple[str, ...], str]]] = {}
    for name, weight, cues, *sets in table("wordings"):
        found.setdefault(name, []).append((float(weight), tuple(cues.split()), sets[0] if sets else ""))
    return found


@cache
def _cues() -> frozenset[str]:
    return frozenset(cue for rows in _rows().values() for _, cues, _ in rows for cue in cues)


@cache
def _slots() -> dict[str, list[tuple[str, str, str]]]:
    found: dict[str, list[tuple[str, str, str]]] = {}
    for name, parameter, kind, need in table("wording_slots"):
        found.setdefault(name, []).append((parameter, kind, need))
    return found


__all__ = ["Reading", "may_be_name", "readings", "sure"]
