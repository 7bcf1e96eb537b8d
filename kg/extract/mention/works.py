"""What speaks for and against the name of a project, a meeting or an agreement: only those that weigh enough are kept.

The finders of `happenings` take every phrase that may name one; here each is weighed by its words, by the words around
it and by where it stands. A sign is a short string: a kind and a value from the tables of the language, the tagger's
tags or a place in the article; the only words in it are those that stand at the bounds of a phrase. The weights lie in
`language/data/work_weights.tsv` (tests/learn_works.py makes them).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from msgspec.structs import replace

from kg.extract.moods import moods_of_words
from kg.extract.occasions import held
from kg.extract.sheet import Lying, Sheet, Spot, occurrences
from kg.language.classes import NUMERALS
from kg.language.lexicon import holding, table
from kg.language.tagger import Token

# What a phrase of a type must weigh: one too many costs less than one too few, as most are told but once.
LEAST = {"Project": -3.0, "Meeting": -0.2, "Agreement": -1.5}
# What was found by its last word alone and weighs less names a work less often than not, unless a fact is told of it.
SURE = {"Project": 0.25, "Meeting": 1.0, "Agreement": 0.5}
# What a phrase must weigh that the finders themselves doubt.
DOUBTED = 0.8
# And one that the words behind it tell, which the weights do not know.
TOLD = -3.5
_KNOWN_AS = {"loose": "ending", "site": "ending", "untold": "book", "background": "ending", "fated": "ending"}
# Found so, no weight makes it sure: a fact has to be told of it.
_DOUBTFUL = ("untold", "background", "fated")
# Words of these tags are few: the word itself is the sign.
_CLOSED = frozenset(("p", "c", "u", "w", "xc", "r", "d", "f", "q", "m"))
_TOLD_INSIDE = ("ORG", "LOC", "PER", "nz", "nw", "v", "vn", "d", "u", "p", "m", "a", "ad", "r", "c", "TIME")
# What a word says of the phrase in whose clause it stands, by the tables that hold it.
_CLASSES = (
    "attend_verbs", "building_verbs", "cooperation_verbs", "funding_verbs", "gather_verbs", "held_verbs",
    "holding_verbs", "launched_words", "location_verbs", "making_verbs", "opening_verbs", "rites", "say_verbs",
    "signing_verbs", "speech_verbs", "sum_nouns", "undertaking_verbs", "visit_verbs",
)  # fmt: skip
_ORDINAL = re.compile(f"第[0-9{NUMERALS}百]{{1,6}}[届期次季场批]|首届")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_MARKS = re.compile(r"“[^“”]{1,80}”|[(][^()]{1,80}[)]|《[^《》]{1,80}》|[^“”()《》]")
_LENGTHS = (5, 8, 12, 18, 28)
_BRIEF = 400


def likely(sheet: Sheet, spots: Sequence[Spot]) -> list[Spot]:
    """The spots without those of names that nowhere in the article weigh enough to be one."""
    weighed: dict[tuple[str, str], float] = defaultdict(lambda: float("-inf"))
    works, known = Works(sheet, spots), _weights()
    for spot in spots:
        weight = sum(known.get(sign, 0.0) for sign in works.signs(spot))
        weighed[spot.type, spot.text] = max(weight, weighed[spot.type, spot.text])
    sure = {(spot.type, spot.text) for spot in spots if spot.sure}
    told = {(spot.type, spot.text) for spot in spots if spot.by not in _DOUBTFUL}
    sure |= {name for name, weight in weighed.items() if weight >= SURE[name[0]] and name in told}
    kept = [spot for spot in spots if weighed[spot.type, spot.text] > least(spot)]
    return [replace(spot, by=_KNOWN_AS.get(spot.by, spot.by), sure=(spot.type, spot.text) in sure) for spot in kept]


def least(spot: Spot) -> float:
    """What a spot must weigh to be kept."""
    return {"loose": DOUBTED, "site": TOLD, "fated": TOLD}.get(spot.by, LEAST[spot.type])


@cache
def _weights() -> dict[str, float]:
    return {sign: float(value) for sign, value in table("work_weights")}


class Works:
    """What may name a work in an article, as each is seen among the others."""

    def __init__(self, sheet: Sheet, spots: Sequence[Spot]) -> None:
        self.sheet = sheet
        self._lying = Lying(spots)
        self._texts: dict[str, list[str]] = defaultdict(list)
        self._first: dict[str, int] = {}
        for spot in sorted(spots, key=lambda spot: spot.start):
            self._first.setdefault(spot.type, spot.start)
        for kind, text in dict.fromkeys((spot.type, spot.text) for spot in spots):
            self._texts[kind].append(text)
        held_in = [(kind, part, whole) for kind, texts in self._texts.items() for part, whole in _nested(texts)]
        self._parts = {(kind, part) for kind, part, _ in held_in}
        self._wholes = {(kind, whole) for kind, _, whole in held_in}

    def signs(self, spot: Spot) -> list[str]:
        """The signs of a spot, each once, with the initial of its type."""
        sheet = self.sheet
        found = [*_words(sheet, spot), *_bounds(sheet, spot), *_clause(sheet, spot), *self._article(spot)]
        return [f"{spot.type[0]} {sign}" for sign in dict.fromkeys(found)]

    def _article(self, spot: Spot) -> Iterator[str]:
        """Where it stands in the article, how often, and beside what others."""
        sheet, name = self.sheet, (spot.type, spot.text)
        index = sheet.sentence_index(spot.start)
        yield f"sentence {sum(index >= bound for bound in (1, 2, 3, 6))}"
        if index == len(sheet.sentences) - 1:
            yield "last sentence"
        if spot.text in (sheet.article.title or ""):
            yield "in title"
        if len(sheet.flat) < _BRIEF:
            yield "short text"
        yield f"seen {min(sheet.article.text.count(spot.text), 4)}"
        yield f"rivals {min(len(self._texts[spot.type]), 6)}"
        if self._first[spot.type] == spot.start:
            yield "first of its type"
        if name in self._parts:
            yield "part of another"
        if name in self._wholes:
            yield "holds another"
        if any(spot.inside(other) for other in self._lying.across(spot.start, spot.end)):
            yield "inside another"


def _nested(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each of the texts with each other one in which it stands: all are looked for in one string of them."""
    joined = "\n".join(texts)
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    for text in texts:
        for at in occurrences(joined, text):
            whole = texts[bisect_right(starts, at) - 1]
            if whole != text:
                yield text, whole


def _words(sheet: Sheet, spot: Spot) -> Iterator[str]:
    """What the phrase is made of."""
    words, text = sheet.words_in(spot.start, spot.end), sheet.flat[spot.start : spot.end]
    first, last = words[0], words[-1]
    yield "bias"
    yield f"by {spot.by}"
    yield from (f"last two {text[-2:]}", f"last three {text[-3:]}", f"first word {first.text}")
    yield f"first tags {first.tag} {words[1].tag if len(words) > 1 else ''}"
    yield from (f"first tag {first.tag}", f"last tag {last.tag}", f"last word {last.text}")
    if len(words) > 1:
        yield from (f"second last {words[-2].text}", f"last tags {words[-2].tag} {last.tag}")
    yield f"words {min(len(words), 8)}"
    yield f"length {sum(len(text) >= length for length in _LENGTHS)}"
    tags = {word.tag for word in words}
    yield from (f"has {tag}" for tag in _TOLD_INSIDE if tag in tags)
    yield f"verbs {min(sum(word.tag in ('v', 'vd') for word in words), 3)}"
    told = {"ordinal": _ORDINAL, "year": _YEAR}
    yield from (sign for sign, pattern in told.items() if pattern.search(text))
    yield from (f"{mark} inside" for mark in "“、的" if mark in text)
    if sum(map(len, _MARKS.findall(text))) != len(text):
        yield "unbalanced"


def _bounds(sheet: Sheet, spot: Spot) -> Iterator[str]:
    """The two words on each side, closed ones by themselves, others by their tags too."""
    first, last = sheet.token_index(spot.start), sheet.token_index(spot.end - 1)
    for name, at in (("before", first - 1), ("before2", first - 2), ("after", last + 1), ("after2", last + 2)):
        token = sheet.tokens[at] if 0 <= at < len(sheet.tokens) else None
        yield from (f"{name} {_told(token)}", f"{name} word {token.text if token else 'edge'}")
    if sheet.flat[spot.start - 1 : spot.start] in tuple("“《") and sheet.flat[spot.end : spot.end + 1] in tuple("”》"):
        yield "in quotes"


def _told(token: Token | None) -> str:
    if token is None:
        return "edge"
    return token.text if token.tag in _CLOSED else token.tag


def _clause(sheet: Sheet, spot: Spot) -> Iterator[str]:
    """What its clause says before and behind it, and whether that tells that it takes place."""
    left, right = sheet.clause(spot.start)
    moods = moods_of_words()
    if held(sheet, spot.start, spot.end):
        yield "held"
    begin, _ = sheet.sentence(spot.start)
    before = sheet.words_in(begin, spot.start) if begin < spot.start else ()
    yield from (f"{moods[token.text]} in its sentence" for token in before if token.text in moods)
    for token in sheet.words_in(left, max(right, spot.end)):
        where = "ahead" if token.end <= spot.start else "behind" if token.start >= spot.end else ""
        if not where:
            continue
        if token.tag == "TIME":
            yield f"time {where}"
        yield from (f"{name} {where}" for name in holding(token.text, _CLASSES))
        if token.text in moods:
            yield f"{moods[token.text]} {where}"
