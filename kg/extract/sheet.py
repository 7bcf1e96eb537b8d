"""The sheet: one article while it is being annotated.

Every offset counts code points of the article's text. `flat` is that text with full-width marks folded to half-width,
code point for code point, so that one pattern serves both kinds of punctuation.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from msgspec import Struct

from kg.extract.mending import mended
from kg.language.lexicon import words
from kg.language.tagger import Token, tag
from kg.language.text import fold, sentences
from kg.model import Article

# “你好,丝路”|传播大会: a mark within a name in quotation marks parts no clauses.
QUOTED_NAME = r"“[^“”。!?;:]{1,20}”(?=[\u3400-\u9fff])"
_CLAUSE_MARKS = re.compile(rf"{QUOTED_NAME}|[,;:]")
BRACKETS = re.compile(r"\([^()]*\)")
_LEAD = re.compile(
    r"^[^,。]{0,24}?(?:讯(?=[\s(\d])|日电|社[\u3400-\u9fff·]{2,10}电(?=[\s(])|(?:消息|报道)(?=[\s(:\d]))\s*(?:[(][^()]{0,60}[)])?[:]?|^[^,。:;]{0,20}(?:记者|通讯员)[^,。\d]{0,30}?(?=\d)|^[(][^()]*记者[^()]*[)]"
)


class Spot(Struct, frozen=True, gc=False):
    """A mention in the making. type: a node type of the ontology, or Title. by: the finder that saw it.

    sure: no if so little speaks for the name that a fact must be told of it, or another mention be surer.
    """

    start: int
    end: int
    text: str
    type: str
    by: str = ""
    sure: bool = True

    def inside(self, other: Spot) -> bool:
        """Whether this spot lies within the other and is shorter."""
        return other.start <= self.start and self.end <= other.end and len(self.text) < len(other.text)

    def overlaps(self, other: Spot) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, eq=False)
class Sheet:
    """An article with its sentences and tagged words; tokens carry offsets into the article's text.

    A sheet is itself alone, so that what was found in it can be kept beside it.
    """

    article: Article
    flat: str
    sentences: tuple[tuple[int, int], ...]
    tokens: tuple[Token, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    @cached_property
    def _clause_marks(self) -> list[int]:
        return [match.start() for match in _CLAUSE_MARKS.finditer(self.flat) if match.group() in ",;:"]

    @cached_property
    def lead_end(self) -> int:
        """Where the dateline and byline that open the body end (本报讯(记者 X)): their names are not the news."""
        return _lead_end(self.flat)

    def lead_before(self, offset: int) -> int:
        """Where the lead ends for what stands behind it; 0 for what stands within."""
        return self.lead_end if self.lead_end <= offset else 0

    @cached_property
    def brackets(self) -> tuple[tuple[int, int], ...]:
        """The spans in round brackets that hold no others, by offset."""
        return tuple(match.span() for match in BRACKETS.finditer(self.flat))

    @cached_property
    def edges(self) -> frozenset[int]:
        """Offsets at which a word begins or ends."""
        return frozenset(offset for token in self.tokens for offset in (token.start, token.end))

    def token_index(self, offset: int) -> int:
        """Index of the word that covers `offset` (or of the last one before it; -1 before the first)."""
        return bisect_right(self._starts, offset) - 1

    def token_at(self, offset: int) -> Token | None:
        """The word that covers `offset`, if any."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return None
        token = self.tokens[index]
        return token if token.end > offset else None

    def words_in(self, start: int, end: int) -> tuple[Token, ...]:
        """The words of `[start, end)`, those included that it cuts."""
        return self.tokens[max(self.token_index(start), 0) : self.token_index(end - 1) + 1]

    def sentence_index(self, offset: int) -> int:
        """Index of the sentence that holds `offset`."""
        return max(bisect_right(self._sentence_starts, offset) - 1, 0)

    def sentence(self, offset: int) -> tuple[int, int]:
        """Bounds of the sentence that holds `offset`."""
        return self.sentences[max(bisect_right(self._sentence_starts, offset) - 1, 0)]

    def row_start(self, offset: int) -> int:
        """Where the row of sentences begins that ; joins to the one at `offset`: |会上,甲局…;乙院…;|丙厂…."""
        index = self.sentence_index(offset)
        while index and self.flat[self.sentences[index - 1][1] - 1] == ";":
            index -= 1
        return self.sentences[index][0]

    def clause(self, offset: int) -> tuple[int, int]:
        """Bounds of the clause (between , ; and sentence ends, outside brackets) that holds `offset`."""
        start, end = self.sentence(offset)
        marks = self._clause_marks
        index = bisect_left(marks, offset)
        left = marks[index - 1] + 1 if index else start
        return max(left, start), min(marks[index], end) if index < len(marks) else end

    def spot(self, start: int, end: int, kind: str, by: str = "", *, sure: bool = True) -> Spot:
        """A spot over `[start, end)`."""
        return Spot(start, end, self.article.text[start:end], kind, by, sure)


def open_sheet(article: Article) -> Sheet:
    """Cut the article's text into sentences and tag its words."""
    spans = list(spans_to_tag(article.text))
    tagged = tag([article.text[start:end] for start, end in spans])
    tokens = tuple(
        Token(token.start + start, token.end + start, token.text, token.tag)
        for (start, _), row in zip(spans, tagged, strict=True)
        for token in row
    )
    return Sheet(article, fold(article.text), tuple(sentences(article.text)), mended(article, tokens))


def spans_to_tag(text: str) -> Iterator[tuple[int, int]]:
    """What the tagger reads by itself: sentences, the members of a roll in one, and a dateline.

    It takes several members, and 讯 宁河中院, for one name.
    """
    lead = _lead_end(fold(text))
    for start, end in sentences(text):
        begin = lead if start < lead < end else start
        if begin > start:
            yield start, begin
        cuts = _members(text, begin, end) if text.find(" ", begin, end) >= 0 else ()
        for cut in cuts if len(cuts) >= _ROLL else ():
            yield begin, cut
            begin = cut
        yield begin, end


def _members(text: str, start: int, end: int) -> list[int]:
    """Where the posts begin that stand behind a name and a blank; not 局长 |李文达, and no list of credits."""
    if text.find("丨", start, end) >= 0:
        return []
    posts = words("titles")
    return [
        match.end() for match in _MEMBER.finditer(text, start, end) if not text.endswith(posts, start, match.start())
    ]


# 李文达 |青江市教育局科员周明远 |云岭大学讲师何林 |…: so many blanks in a sentence part the members of a roll.
_ROLL = 3
_MEMBER = re.compile("(?<=[\u3400-\u9fff]{2}) (?=[\u3400-\u9fff]{6})")


def _lead_end(flat: str) -> int:
    match = _LEAD.match(flat)
    return match.end() if match else 0


def occurrences(text: str, name: str) -> Iterator[int]:
    """Every offset at which `name` stands in `text`, from left to right, without overlaps."""
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + len(name))


# Which finder knows best when two see the same span.
FINDERS = (
    "organ",
    "relative",
    "venue",
    "known",
    "bare",
    "letter",
    "book",
    "tagger",
    "ending",
    "held",
    "between",
    "title",
    "list",
    "name",
    "weak",
    "call",
    "department",
    "joined",
    "marked",
    "listed",
    "traded",
    "word",
    "trimmed",
    "unled",
    "grown",
    "headed",
    "",
)


def keep_longest(spots: Iterable[Spot]) -> list[Spot]:
    """The spots without those that overlap a longer (or as long, but earlier) one, by offset."""
    kept: list[Spot] = []
    taken: set[int] = set()
    for spot in sorted(spots, key=lambda spot: (spot.start - spot.end, spot.start, spot.type, FINDERS.index(spot.by))):
        if taken.isdisjoint(range(spot.start, spot.end)):
            kept.append(spot)
            taken.update(range(spot.start, spot.end))
    return sorted(kept, key=lambda spot: spot.start)


class Lying:
    """Spots by offset, to ask for those that lie across a span without a look at all the others."""

    def __init__(self, spots: Iterable[Spot]) -> None:
        self._spots = sorted(enumerate(spots), key=lambda item: item[1].start)
        self._starts = [spot.start for _, spot in self._spots]
        self._longest = max((spot.end - spot.start for _, spot in self._spots), default=0)

    def across(self, start: int, end: int) -> list[Spot]:
        """Those that share a code point with `[start, end)`, in the order in which they were given."""
        first, last = bisect_left(self._starts, start - self._longest), bisect_left(self._starts, end)
        if first >= last:
            return []
        found = [item for item in self._spots[first:last] if item[1].end > start]
        if len(found) > 1:
            found.sort(key=itemgetter(0))
        return [spot for _, spot in found]


def within(spots: Sequence[Spot], start: int, end: int) -> list[Spot]:
    """The spots that lie in `[start, end)`."""
    return [spot for spot in spots if start <= spot.start and spot.end <= end]
