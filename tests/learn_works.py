"""Make kg/language/data/work_weights.tsv anew: python tests/learn_works.py GOLD ARTICLES [GOLD ARTICLES …]

GOLD and ARTICLES as for learn_names.py; halves A and S are read. What may name a project, a meeting or an agreement is
right where a node of that type is called nearly so (two thirds of the longer name, as the score has it), and left out
where only an optional one is. Names count by document. Same files, same bytes. The figures printed before come from
five parts by document, each weighed by what the others taught.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from weighing import annotated, fit, judged, often, table, written

from kg.extract.mention import possible_works, propose_people, surroundings, titles
from kg.extract.mention.readings import likely_people
from kg.extract.mention.works import LEAST, Works, least
from kg.extract.sheet import Sheet
from kg.language.similarity import common_length, plain

SEEN_IN, PENALTY, NEAR = 5, 4.0, 0.6
TARGET = Path(__file__).parent.parent / "kg/language/data/work_weights.tsv"
HEAD = (
    "# How much each sign speaks for the name of a work (log-odds), made by tests/learn_works.py from halves A and S.\n"
)
Row = tuple[str, str, str, int, list[str], float]


def nearness(text: str, nodes: list[dict], kind: str) -> float:
    """How near the text comes to a name of a node of the type, 0 to 1."""
    names = [plain(name) for node in nodes if node["type"] == kind for name in node["names"]]
    own = plain(text)
    return max((2 * common_length(own, name) / (len(own) + len(name)) for name in names), default=0.0)


def rows(key: str, gold: dict, sheet: Sheet) -> Iterator[Row]:
    view, named = propose_people(surroundings(sheet), titles.find(sheet))
    spots = possible_works(sheet, likely_people(view, named))
    works = Works(sheet, spots)
    for spot in spots:
        right = nearness(spot.text, gold["nodes"], spot.type) >= NEAR
        if right or nearness(spot.text, gold.get("optional", {}).get("nodes", []), spot.type) < NEAR:
            yield key, spot.type, spot.text, int(right), works.signs(spot), least(spot)


def main(folders: list[str]) -> None:
    found = [row for key, gold, sheet in annotated(folders, ("A", "S")) for row in rows(key, gold, sheet)]
    names = often(((row[0], row[4]) for row in found), SEEN_IN)
    known = table((row[4] for row in found), names)
    right = np.array([float(row[3]) for row in found])
    mentions = Counter(row[:3] for row in found)
    counts = np.array([1 / mentions[row[:3]] for row in found])
    scores = judged(known, right, counts, [row[0] for row in found], PENALTY)
    floors = np.array([row[5] for row in found])
    for kind in LEAST:
        chosen = np.array([row[1] == kind for row in found])
        kept = chosen & (scores > floors)
        print(f"{kind}: before {(counts * right)[chosen].sum() / counts[chosen].sum():.3f}, "  # noqa: T201
              f"P {(counts * right)[kept].sum() / counts[kept].sum():.3f} "
              f"R {(counts * right)[kept].sum() / (counts * right)[chosen].sum():.3f}")  # fmt: skip
    TARGET.write_text(written(HEAD, names, fit(known, right, counts, PENALTY)), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
