"""Make kg/language/data/work_weights.tsv anew: python tests/learn_works.py GOLD ARTICLES [GOLD ARTICLES …]

GOLD and ARTICLES as for learn_names.py; halves A and S are read. What may name a project, a meeting or an agreement is
right where a node of that type is called nearly so (two thirds of the longer name, as the score has it), and left out
where only an optional one is. Names count by document. Same files, same bytes. The figures printed before come from
five parts by document, each weighed by what the others taught.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from weighing import fit, often, table

from kg.extract.mention import possible_works, propose_people, surroundings, titles
from kg.extract.mention.readings import likely_people
from kg.extract.mention.works import LEAST, least, signs
from kg.extract.sheet import Sheet, open_sheet
from kg.language.similarity import common_length, plain
from kg.read import ReadOptions, find_sources, read_source

SEEN_IN, PENALTY, PARTS, NEAR = 5, 4.0, 5, 0.6
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
    for spot in spots:
        right = nearness(spot.text, gold["nodes"], spot.type) >= NEAR
        if right or nearness(spot.text, gold.get("optional", {}).get("nodes", []), spot.type) < NEAR:
            yield key, spot.type, spot.text, int(right), signs(sheet, spot, spots), least(spot)


def read(gold_folder: Path, articles: Path) -> Iterator[Row]:
    golds = {}
    for path in sorted(gold_folder.glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8-sig"))
        if document.get("half") in ("A", "S"):
            golds[Path(document["document"]).name] = document
    for source in find_sources([articles]):
        name = Path(source.document).name
        if name in golds:
            for article in read_source(source, ReadOptions()):
                yield from rows(f"{gold_folder.name}/{name}", golds[name], open_sheet(article))


def main(folders: list[str]) -> None:
    found = [row for gold, articles in zip(folders[::2], folders[1::2], strict=True)
             for row in read(Path(gold), Path(articles))]  # fmt: skip
    names = often(((row[0], row[4]) for row in found), SEEN_IN)
    known = table((row[4] for row in found), names)
    right = np.array([float(row[3]) for row in found])
    mentions = Counter(row[:3] for row in found)
    counts = np.array([1 / mentions[row[:3]] for row in found])
    part = np.array([int(hashlib.sha256(row[0].encode()).hexdigest(), 16) % PARTS for row in found])
    scores = np.zeros(len(found))
    for number in range(PARTS):
        rest = part != number
        scores[~rest] = known.only(~rest).times(fit(known.only(rest), right[rest], counts[rest], PENALTY))
    floors = np.array([row[5] for row in found])
    for kind in LEAST:
        chosen = np.array([row[1] == kind for row in found])
        kept = chosen & (scores > floors)
        print(f"{kind}: before {(counts * right)[chosen].sum() / counts[chosen].sum():.3f}, "  # noqa: T201
              f"P {(counts * right)[kept].sum() / counts[kept].sum():.3f} "
              f"R {(counts * right)[kept].sum() / (counts * right)[chosen].sum():.3f}")  # fmt: skip
    weights = fit(known, right, counts, PENALTY)
    lines = [f"{sign}\t{value:.2f}\n" for sign, value in zip(names, weights, strict=True) if abs(value) >= 0.05]
    TARGET.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
