"""Make kg/language/data/line_weights.tsv anew: python tests/learn_lines.py FOLDER [FOLDER …] [-- GOLD ARTICLES …]

A folder holds pages with their right cuts below them, as tests/read/test_printed.py reads them; GOLD and ARTICLES are
as for learn_names.py, and half A is read, that of the seeds, too. A page whose cuts do not all stand in it is left out.
Same pages, same bytes. The table that is kept was made from tests/read/printed, tests/read/strangers, half A of
local, national and wild, and a hundred pages drawn at random (tests/read/drawn.py). The figures printed before come
from five parts of the pages, each cut with what the others taught: the part of lines that is right, and of articles
whose body begins and ends where it should, by the rules alone and as learned.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from read.drawn import RICH, drawn

from kg.language.text import unify
from kg.read import taught
from kg.read.kinds import Kind
from kg.read.layout import blocks, page_of
from kg.read.lines import read_lines
from kg.read.original import original
from kg.read.signs import signs
from kg.read.stories import cut
from kg.read.titles import assign

MARK = "\n=====\n"
ROOT = Path(__file__).parent.parent
SEEDS, TARGET = ROOT / "seeds", ROOT / "kg/language/data/line_weights.tsv"
HEAD = (
    "# How much each sign of a line of a page speaks for no article, a title, the first line of a body, a later one\n"
    "# (log-odds), and how well a part follows another; made by tests/learn_lines.py from pages with right cuts.\n"
)
SEEN_IN, PENALTY, TURNS, STEP, LEAST = 3, 1.0, 15, 0.1, 0.02
DRAWN, BEGINS, ENDS = range(400, 450), 24, 12
SHORT = 60  # lines: a longer page counts for less than its lines
PARTS = taught.EDGE
_NOISE = re.compile(r"[\s\"'“”‘’「」『』《》〈〉]")
_NEAR = 12  # lines over or under a body in which its title may stand
_OF_BODY = (Kind.TEXT, Kind.HEADING, Kind.CLOSING, Kind.RUBRIC)


@dataclass(frozen=True)
class Example:
    """A page: the signs of its lines, their parts by the rules and by who wrote it; spans: the lines of each body."""

    name: str
    signs: list[list[str]]
    rules: list[int]
    right: list[int]
    spans: list[tuple[int, int]]


def plain(text: str) -> str:
    """As the score of articles compares texts."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", text)).casefold()


def examples(folders: Sequence[str]) -> Iterator[Example]:
    for path in sorted(path for folder in folders for path in Path(folder).glob("*.txt")):
        raw, mark, cuts = path.read_text(encoding="utf-8").partition(MARK)
        rows = [row.split("\t") for row in cuts.splitlines()]
        found = example(path.name, raw, rows) if mark and rows and all(len(row) > 2 for row in rows) else None
        if found:
            yield found
        else:
            sys.stdout.write(f"left out: {path}\n")


def of_drawn() -> Iterator[Example]:
    """Pages drawn at random, as the tests have them, but others."""
    for seed in (*DRAWN, *(RICH + seed for seed in DRAWN)):
        page = drawn(seed)
        rows = [[" ".join(one.title), one.body[0][:BEGINS], one.body[-1][-ENDS:]] for one in page.stories]
        found = example(f"drawn {seed}", page.raw, rows)
        if found:
            yield found


def of_gold(gold: Path, articles: Path) -> Iterator[Example]:
    """The pages of half A of a gold folder; the other half only tells how right the program is."""
    for path in sorted(gold.glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8-sig"))
        rows = [[one["title"] or "", one["starts"], one["ends"]] for one in document.get("articles", ())]
        if document.get("half") == "A" and rows:
            page = articles / Path(document["document"]).name
            found = example(page.name, page.read_text(encoding="utf-8", errors="replace"), rows)
            if found:
                yield found


def example(name: str, raw: str, rows: Sequence[Sequence[str]]) -> Example | None:
    """rows: title, first and last words of each article."""
    lines = read_lines(original(unify(raw)).folded)
    how = page_of(lines)
    page = blocks(lines, how)
    stories = cut(page)
    rules = taught.parts_by_rules(page, stories, assign(page, stories))
    lines_of = [(line, block.kind) for block in page for line in block.lines]
    texts = [plain(line.text) for line, _ in lines_of]
    starts = np.cumsum([0, *map(len, texts)])
    whole = "".join(texts)
    found: list[tuple[int, int]] = []
    at = 0
    for _, begins, ends, *_ in rows:
        begin = whole.find(folded(begins), at)
        end = whole.find(folded(ends), begin)
        if begin < 0 or end < 0:
            return None
        found.append((begin, end + len(folded(ends))))
        at = begin + 1
    right, spans = [taught.OTHER] * len(texts), []
    for n, (begin, end) in enumerate(found):
        until = found[n + 1][0] if n + 1 < len(found) else len(whole)
        last = whole.rfind(folded(rows[n][2]), begin, until)
        closes = max(end, last + len(folded(rows[n][2]))) if last >= 0 else end
        first, final = bisect_right(starts, begin) - 1, bisect_right(starts, closes - 1) - 1
        spans.append((first, final))
        for k in range(first, final + 1):
            line, kind = lines_of[k]
            read = kind in _OF_BODY or (kind is not Kind.BOX and line.alone in _OF_BODY)
            right[k] = taught.LATER if read else taught.OTHER
        right[first] = taught.FIRST
        title = folded(rows[n][0])
        over = range(first - 1, max(-1, first - 1 - _NEAR), -1)
        under = range(final + 1, min(len(texts), final + 1 + _NEAR))
        _mark_title(right, texts, title, over) or _mark_title(right, texts, title, under)
    return Example(name, list(signs(page, how)), rules, right, spans)


def _mark_title(right: list[int], texts: Sequence[str], title: str, places: Sequence[int]) -> bool:
    """Whether lines of the title stand at such places, up to the next text; they are marked."""
    found = False
    for k in places:
        if right[k] not in (taught.OTHER, taught.TITLE):
            break
        if len(texts[k]) > 1 and texts[k].strip("▲●◆■▌◎★【】") in title:
            right[k], found = taught.TITLE, True
    return found


def folded(text: str) -> str:
    return plain(original(unify(text)).folded)


class Field:
    """A linear-chain conditional random field: weights of signs (signs, parts), and of parts that follow each other."""

    def __init__(self, pages: Sequence[Example]) -> None:
        seen = Counter(sign for page in pages for sign in {sign for line in page.signs for sign in line})
        self.names = sorted(sign for sign, count in seen.items() if count >= SEEN_IN)
        column = {sign: index for index, sign in enumerate(self.names)}
        self.weights = np.zeros((len(self.names), PARTS))
        self.follow = np.zeros((PARTS + 1, PARTS + 1))
        rows = [[[column[sign] for sign in line if sign in column] for line in page.signs] for page in pages]
        self._learn(rows, [np.array(page.right) for page in pages])

    def _learn(self, pages: Sequence[list[list[int]]], right: Sequence[np.ndarray]) -> None:
        """Stochastic gradient with steps of its own for each weight (AdaGrad), punished by the squares of weights."""
        chance = np.random.default_rng(0)
        steps, turns = np.full_like(self.weights, 1e-6), np.full_like(self.follow, 1e-6)
        flat = [(np.concatenate(page), np.repeat(np.arange(len(page)), list(map(len, page)))) for page in pages]
        late = (TURNS + 1) // 2
        summed, summed_turns = np.zeros_like(self.weights), np.zeros_like(self.follow)
        for turn in range(TURNS):
            for k in chance.permutation(len(pages)):
                used, lines = flat[k]
                by_line, between = self._gradient(used, lines, right[k])
                by_line, between = (3 * part / np.sqrt(max(SHORT, len(right[k]))) for part in (by_line, between))
                whole = np.zeros_like(self.weights)
                np.add.at(whole, used, by_line[lines])
                own = np.unique(used)
                change = whole[own] + PENALTY / len(pages) * self.weights[own]
                steps[own] += change**2
                self.weights[own] -= STEP * change / np.sqrt(steps[own])
                turns += between**2
                self.follow -= STEP * between / np.sqrt(turns)
            if turn >= TURNS - late:  # the mean of the later turns: what came last by chance weighs less
                summed, summed_turns = summed + self.weights / late, summed_turns + self.follow / late
        self.weights, self.follow = summed, summed_turns

    def _gradient(self, used: np.ndarray, lines: np.ndarray, right: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Of minus the log-likelihood of a page: (lines, parts) and (parts and edge, parts and edge)."""
        count, inner = len(right), self.follow[:PARTS, :PARTS]
        own = np.zeros((count, PARTS))
        np.add.at(own, lines, self.weights[used])
        ahead, behind = np.zeros((count, PARTS)), np.zeros((count, PARTS))
        ahead[0] = own[0] + self.follow[PARTS, :PARTS]
        for i in range(1, count):
            ahead[i] = np.logaddexp.reduce(ahead[i - 1][:, None] + inner, axis=0) + own[i]
        behind[-1] = self.follow[:PARTS, PARTS]
        for i in range(count - 2, -1, -1):
            behind[i] = np.logaddexp.reduce(inner + (own[i + 1] + behind[i + 1])[None, :], axis=1)
        total = np.logaddexp.reduce(ahead[-1] + behind[-1])
        by_line = np.exp(ahead + behind - total)
        between = np.zeros_like(self.follow)
        between[PARTS, :PARTS], between[:PARTS, PARTS] = by_line[0], by_line[-1]
        for i in range(1, count):
            between[:PARTS, :PARTS] += np.exp(ahead[i - 1][:, None] + inner + (own[i] + behind[i])[None, :] - total)
            between[right[i - 1], right[i]] -= 1
        between[PARTS, right[0]] -= 1
        between[right[-1], PARTS] -= 1
        by_line[np.arange(count), right] -= 1
        return by_line, between

    def rows(self) -> Iterator[str]:
        for sign, weights in zip(self.names, self.weights, strict=True):
            if np.abs(weights).max() >= LEAST:
                yield "\t".join((sign, *(f"{weight + 0.0:.2f}" for weight in weights)))
        for a, before in enumerate(taught.NAMES):
            for b, after in enumerate(taught.NAMES):
                yield f"{before}\t{after}\t{self.follow[a, b]:.2f}"


def use(field: Field) -> None:
    """Let kg.read.taught cut by these weights."""
    rows = [row.split("\t") for row in field.rows()]
    weights = {row[0]: tuple(map(taught._hundredths, row[1:])) for row in rows if len(row) > 3}
    follow = {tuple(map(taught.NAMES.index, row[:2])): taught._hundredths(row[2]) for row in rows if len(row) == 3}
    taught._weights = lambda: weights
    taught._following = lambda: follow
    taught._table.cache_clear()


def whole(parts: Sequence[int], spans: Sequence[tuple[int, int]]) -> int:
    """How many bodies begin and end with the right lines, up to a quarter of their lines too many."""
    starts = [i for i, part in enumerate(parts) if part == taught.FIRST]
    good = 0
    for first, final in spans:
        until = next((start for start in starts if start > first), len(parts))
        body = [i for i in range(first, until) if parts[i] in (taught.FIRST, taught.LATER)]
        good += first in starts and final in body and final - first + 1 >= 0.75 * len(body)
    return good


def main(given: list[str]) -> None:
    folders, gold = (given[: given.index("--")], given[given.index("--") + 1 :]) if "--" in given else (given, [])
    pairs = [*zip(map(Path, gold[::2]), map(Path, gold[1::2]), strict=True)]
    pairs += [(SEEDS / name / "gold", SEEDS / name / "articles") for name in ("", "written")]
    pages = [*examples(folders), *of_drawn(), *(page for pair in pairs for page in of_gold(*pair))]
    totals = Counter[str]()
    for fold in range(5):
        use(Field([page for n, page in enumerate(pages) if n % 5 != fold]))
        for page in pages[fold::5]:
            learned = taught.parts(page.signs, page.rules)
            totals["lines"] += len(page.right)
            totals["articles"] += len(page.spans)
            for name, parts in (("rules", page.rules), ("learned", learned)):
                totals[f"{name}, lines"] += sum(a == b for a, b in zip(parts, page.right, strict=True))
                totals[f"{name}, articles"] += whole(parts, page.spans)
    for name in ("rules", "learned"):
        for what in ("lines", "articles"):
            sys.stdout.write(f"{name}: {totals[f'{name}, {what}'] / totals[what]:.3f} of {totals[what]} {what}\n")
    TARGET.write_text(HEAD + "\n".join(Field(pages).rows()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
