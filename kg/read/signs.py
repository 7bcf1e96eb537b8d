"""What can be seen of each line of a page, as signs that speak for its part in an article (kg/read/taught.py).

A sign is a name and a value, `wide=3`; with `+1` behind the name it is of the next line, and so on; of two names and
more it is of both at once. No sign holds a word of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from kg.language.classes import one_of
from kg.read import furniture
from kg.read.block import Block, Page, finished
from kg.read.dateline import opens
from kg.read.headings import FIELDS
from kg.read.kinds import Kind
from kg.read.line import Line
from kg.read.overlap import covered, letters, pairs, shared

Seen = dict[str, object]
Shape = tuple[tuple[str, int], ...]  # names of what is seen, each with the distance of the line: the next one is 1

# Where a measure passes from one value of its sign to the next.
_WIDTHS, _PARTS = (5, 9, 14, 20, 30, 42, 80, 160), (0.3, 0.6, 0.75, 0.9, 1.08, 1.3, 2)
_SAID, _SHARED = (0.1, 0.25, 0.4, 0.6), (0.02, 0.05, 0.1, 0.2)
_DIGITS, _PLACES = (0.01, 0.1, 0.3), (0.05, 0.1, 0.9, 0.95)
_MANY, _OF_SITES = 3, 2
_NONE = 9  # where there is nothing to measure
_GAPS, _SOON, _LATELY = 3, 9, 5
# Letters of what can be a title, lines whose text it is compared with, letters of a line that may be printed twice.
_TITLE, _BEHIND, _BEFORE, _TWICE = (4, 59), 6, 8, (5, 40)
_ENDS, _BEGINS = "。，！？”）)：:；、…", "▲●◆■▌◎★【（(“□·○△▼•「《"
_WRITER = re.compile("记者|通讯员|实习生")
_SITE = re.compile(one_of("words_of_sites"))
_NOTICE = re.compile(f"(?:{one_of('ends_of_notices')})$")
_MARKS, _WORD = re.compile(r"[\s\"'“”‘’「」『』《》〈〉·●◆▲•■]"), re.compile(r"\w")

# The signs of a line's neighbours, and at which distance; then those that tell together.
_NEAR = (
    "kind", "alone", "twice", "opens", "wide", "indented", "gap", "ended", "end", "day", "writer", "part", "period",
    "begin", "site", "said", "signed", "begins", "brief", "notice",
)  # fmt: skip
_DISTANCES = (-2, -1, 1, 2, 3)
FURTHEST = 3
_TOGETHER: tuple[Shape, ...] = tuple(
    tuple((name.rstrip("<>"), name.count(">") - name.count("<")) for name in line.split())
    for line in """
kind wide ended
gap gap> ended part
kind< kind kind>
ended< part< indented gap
indented indented> part part>
said above ended commas
opens> ended commas
alone kind ended
alone< alone alone>
soon ended period
soon kind
datelines said above
datelines begins> kind
begins kind
stops kind
stops kind< kind
notice kind>
ended< writer opens alone
end begin> gap>
period< period period> wide
place web
wrapped paragraphs part indented
""".strip().splitlines()
)


def signs(blocks: Sequence[Block], page: Page) -> Iterator[list[str]]:
    """For each line of a page, in order, its signs: some 170."""
    seen = looks(blocks, page)
    names = [*shapes(tuple(seen[0]))] if seen else []
    heads = [*map(head_of, names)]
    none: Seen = {}
    for i in range(len(seen)):
        around = {step: seen[i + step] if 0 <= i + step < len(seen) else none for step in (-2, -1, 0, 1, 2, 3)}
        yield [
            f"{head}={','.join(str(around[step].get(name)) for name, step in shape)}"
            for head, shape in zip(heads, names, strict=True)
        ]


def shapes(names: Sequence[str]) -> Iterator[Shape]:
    """Of what the signs of a line are made: of the names of what is seen of it, of its neighbours', of several."""
    yield from (((name, 0),) for name in names)
    yield from (((name, step),) for step in _DISTANCES for name in _NEAR)
    yield from _TOGETHER


def head_of(shape: Shape) -> str:
    """What stands before the values of such a sign."""
    return " ".join(f"{name}{step:+d}" if step else name for name, step in shape)


def looks(blocks: Sequence[Block], page: Page) -> list[Seen]:
    """What is seen of each line of a page: values by the same names."""
    lines = [(line, block) for block in blocks for line in block.lines]
    seen = [_seen(line, block, page) for line, block in lines]
    begins = [block.opened and k == 0 for block in blocks for k in range(len(block.lines))]
    datelines = min(sum(begins), _MANY)
    for one, begun in zip(seen, begins, strict=True):
        one.update(begins=begun, datelines=datelines)
    _compare(seen, [line.text for line, _ in lines])
    _count(seen, page)
    return seen


def _seen(line: Line, block: Block, page: Page) -> Seen:
    """What a line shows without a look at others."""
    text = line.text
    gap = min(line.gap, _GAPS) if line.gap <= page.spacing + _GAPS else _GAPS
    return {
        "kind": block.kind.name, "alone": line.alone.name, "opens": opens(text),
        "wide": bisect_right(_WIDTHS, line.width),
        "part": bisect_right(_PARTS, line.width / block.column if block.column else 1),
        "indented": line.indented, "gap": gap, "apart": line.gap > page.spacing,
        "ended": finished(text), "end": _character(text[-1], _ENDS), "begin": _character(text[0], _BEGINS),
        "commas": min(text.count("，") + text.count("、"), 2), "period": "。" in text,
        "day": bool(furniture.BEGINS_WITH_DAY.match(text)), "writer": bool(_WRITER.search(text)),
        "site": min(len(_SITE.findall(text)), _OF_SITES), "spaced": " " in text or "　" in text,
        "digits": bisect_right(_DIGITS, sum(letter.isdigit() for letter in text) / len(text)),
        "signed": furniture.ends_with_byline(text), "bold": line.doubled, "listed": line.listed, "level": line.level,
        "notice": bool(_NOTICE.search(text)), "bracket": text[0] in "（(", "brief": line.brief,
        "marked": bool(block.why), "fields": min(len(FIELDS.findall(text)), _MANY),
        "lines": min(len(block.lines), _MANY), "wordless": not _WORD.search(text),
    }  # fmt: skip


def _character(letter: str, told: str) -> str:
    return letter if letter in told else "digit" if letter.isdigit() else "other"


def _compare(seen: Sequence[Seen], texts: Sequence[str]) -> None:
    """What a line says of the text behind it and before it, what these two share, and whether it is printed twice."""
    plain = [_MARKS.sub("", text) for text in texts]
    printed = Counter(plain)
    bare = [letters(text) for text in texts]
    for i, text in enumerate(texts):
        seen[i]["said"] = seen[i]["above"] = seen[i]["shared"] = _NONE
        around = slice(i + 1, i + 1 + _BEHIND), slice(max(0, i - _BEFORE), i)
        if _TITLE[0] <= len(text) <= _TITLE[1]:
            title = pairs(bare[i])
            behind, before = ("".join(bare[part]) for part in around)
            seen[i].update(
                said=bisect_right(_SAID, covered(title, behind)), above=bisect_right(_SAID, covered(title, before))
            )
        if 0 < i < len(texts) - 1:
            seen[i]["shared"] = bisect_right(_SHARED, shared(*("".join(texts[part]) for part in around)))
        name = _TWICE[0] <= len(plain[i]) <= _TWICE[1]
        seen[i]["twice"] = min(printed[plain[i]], 3) if name else 0


def _count(seen: Sequence[Seen], page: Page) -> None:
    """Whether the text before stops with a sentence, how soon a dateline comes, where on the page, how that is set."""
    stops = True
    for one in seen:
        one["stops"] = stops
        stops = bool(one["ended"]) if one["kind"] == Kind.TEXT.name else stops
    soon = _SOON
    for one in reversed(seen):
        one["soon"] = soon
        soon = 0 if one["opens"] else min(soon + 1, _SOON)
    lately = _SOON
    web = any(one["site"] == _OF_SITES for one in seen)
    for i, one in enumerate(seen):
        one["lately"] = lately
        lately = 0 if one["period"] else min(lately + 1, _LATELY)
        one.update(place=bisect_right(_PLACES, i / len(seen)), web=web, wrapped=page.wrapped, paragraphs=page.indented)
