"""Make kg/language/data/name_weights.tsv anew: python tests/learn_names.py [--only TYPE] (GOLD ARTICLES)…

GOLD is a folder of gold files (see tests/evaluate, seeds/gold and seeds/unseen/gold), ARTICLES the folder of their
documents. Halves A and S are read, a name of S counts half as much again: it was read after the rules were made. Each
candidate for a name is a row of features, right where the gold has its text as a name of that type and no longer right
one holds it; a logistic regression with a penalty on squares weighs the features that at least `SEEN_IN` documents
have. Names count by document, not by mention. Same files, same bytes. The figures printed before
come from five parts by document, each weighed by what the others taught. With --only Location the weights of the other
types stay as they are; only signs that no type had before are new to them.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from weighing import annotated, fit, judged, often, table, written

from kg.extract.anchor.organs import body_forms
from kg.extract.anchor.places import seat_name
from kg.extract.mention import propose, propose_people, surroundings, titles
from kg.extract.mention.features import is_pair
from kg.extract.mention.readings import candidates, variants
from kg.extract.sheet import Sheet, Spot
from kg.language.countries import country_abbreviation
from kg.language.divisions import find as find_division
from kg.language.divisions import venue_call
from kg.language.lexicon import table as name_weights

SEEN_IN, PENALTY = 7, 3.0
WORTH = {"A": 1.0, "S": 1.5}
# A place or a body too many costs less than one too few: facts hang on them. What the tagger takes for a place
# and ends like one (…工业园区) is one where nothing else is told of it. Annotated pages are longer than the sentences
# that somebody asks about: a short text says less of a name than they teach.
LENIENT = {"L bias": 0.3, "L tagger & long ending 4": 0.3, "L whole LOC & long ending 4": 0.2, "O bias": 0.3,
           "L brief": 0.2, "O brief": 1.0, "L whole division ns": 1.5}  # fmt: skip
TYPES = ("Person", "Organization", "Location")
TARGET = Path(__file__).parent.parent / "kg/language/data/name_weights.tsv"
HEAD = "# How much each sign speaks for a name (log-odds), made by tests/learn_names.py from halves A and S.\n"
Row = tuple[str, str, str, int, list[str]]


def plain(name: str) -> str:
    return re.sub(r"[\s\"'“”‘’「」『』《》〈〉]", "", unicodedata.normalize("NFKC", name)).casefold()


class Gold:
    """The names of one document's nodes by type, those of required and of optional ones."""

    def __init__(self, document: dict) -> None:
        self.right = self._names(document["nodes"])
        self.open = self._names(document.get("optional", {}).get("nodes", []))

    @staticmethod
    def _names(nodes: list[dict]) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for node in nodes:
            found[node["type"]] |= {plain(name) for name in node["names"]}
        return found

    def is_right(self, spot: Spot) -> bool:
        return self._within(spot, self.right)

    def is_open(self, spot: Spot) -> bool:
        return self._within(spot, self.open)

    def _within(self, spot: Spot, names: dict[str, set[str]]) -> bool:
        text = plain(spot.text)
        if spot.type == "Organization" and spot.by in ("relative", "bare"):
            return any(name.endswith(form) for name in names["Organization"] for form in body_forms(text))
        if spot.type != "Location":
            return bool({text, text.replace("人民政府", "政府"), text.removeprefix("中共")} & names[spot.type])
        if is_pair(spot.text):
            return all(country_abbreviation(char) in self.right["Location"] | self.open["Location"] for char in text)
        calls = {text, venue_call(text) or text}
        calls |= {call for item in find_division(text) for call in (item.name, item.short, seat_name(item))}
        acting = {call + body for call in calls for body in ("", "政府", "人民政府", "管委会", "管理委员会")}
        return bool(calls & names["Location"] or (names is self.right and acting & names["Organization"]))


def rows(key: str, gold: Gold, sheet: Sheet) -> Iterator[Row]:
    posts = titles.find(sheet)
    context = surroundings(sheet)
    view, named = propose_people(context, posts)
    for spot in named:
        if gold.is_right(spot) or not gold.is_open(spot):
            yield key, spot.type, spot.text, int(gold.is_right(spot)), view.features(spot)
    people = [spot for spot in named if spot.by != "weak" or gold.is_right(spot) or gold.is_open(spot)]
    view, proposals = propose(context, posts, people)
    spots = {(spot.start, spot.end, spot.type): spot for spot in candidates(sheet, proposals)}
    for spot in list(spots.values()):
        for other in variants(sheet, spot):
            spots.setdefault((other.start, other.end, other.type), other)
    clear = view.open_to(spots.values())
    right = [spot for spot in clear if gold.is_right(spot)]
    for spot in clear:
        good = spot in right and not any(spot.inside(other) for other in right)
        if good or not gold.is_open(spot):
            yield key, spot.type, spot.text, int(good), view.features(spot)


def main(arguments: list[str]) -> None:
    only, folders = (arguments[1], arguments[2:]) if arguments[0] == "--only" else ("", arguments)
    found = [row for key, gold, sheet in annotated(folders, WORTH) for row in rows(key, Gold(gold), sheet)]
    features = often(((row[0], row[4]) for row in found), SEEN_IN)
    known = table((row[4] for row in found), features)
    right = np.array([float(row[3]) for row in found])
    mentions = Counter(row[:3] for row in found)
    counts = np.array([WORTH[row[0][0]] / mentions[row[:3]] for row in found])
    scores = judged(known, right, counts, [row[0] for row in found], PENALTY)
    for kind in TYPES:
        chosen = np.array([row[1] == kind for row in found])
        hits = counts[chosen & (scores > 0) & (right == 1)].sum()
        print(f"{kind}: P {hits / counts[chosen & (scores > 0)].sum():.3f} "  # noqa: T201
              f"R {hits / counts[chosen & (right == 1)].sum():.3f}")  # fmt: skip
    fresh = dict(zip(features, fit(known, right, counts, PENALTY).tolist(), strict=True))
    fresh |= {sign: fresh.get(sign, 0.0) + more for sign, more in LENIENT.items()}
    if only:
        kept = {sign: float(weight) for sign, weight in name_weights("name_weights")}
        before = {sign.partition(" ")[2] for sign in kept}
        fresh = {
            **{sign: fresh[sign] for sign in fresh if sign[0] == only[0] or sign.partition(" ")[2] not in before},
            **{sign: kept[sign] for sign in kept if sign[0] != only[0]},
        }
    TARGET.write_text(written(HEAD, sorted(fresh), (fresh[sign] for sign in sorted(fresh))), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
