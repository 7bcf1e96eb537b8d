"""Frames: each verb of a deed with what fills its slots in the clause, or what it takes from the clauses before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from kg.extract.annotated import Annotated, Bound
from kg.extract.frame.tables import Kinds, Slot
from kg.extract.lists import run_from, run_to, spoken
from kg.extract.parties import of_house, only_whose, topic
from kg.extract.signers import with_anybody
from kg.language.lexicon import table, word_set

_MARKS = {"by": "由被受经", "at": "在于", "with": "与和同跟"}
# 近日,|甲公司: what may stand before who opens a clause.
_OPENS = re.compile(r"[^,。;与和同由向对在于被为将把、]{0,8}")
# So far does a verb reach over words that are none of its own.
_REACH = 24


@dataclass(frozen=True)
class Frame:
    """A deed: its kind, the span of its verb, and the mentions in each slot."""

    kind: str
    verb: tuple[int, int]
    slots: Mapping[str, tuple[Bound, ...]]


def frames(article: Annotated, known: Kinds) -> Iterator[Frame]:
    """Every deed of the article whose needed slots are filled, in the order of its verbs."""
    for start, end in article.sentences():
        for match in known.pattern.finditer(article.sheet.flat, start, end):
            kind, unlike = known.verbs[match.group()]
            if not _is_verb(article, match) or article.sheet.flat.startswith(unlike or "\0", match.end()):
                continue
            filled = _filled(article, known.slots[kind], match)
            if filled is not None:
                yield Frame(kind, match.span(), filled)


def _is_verb(article: Annotated, match: re.Match[str]) -> bool:
    """Whether the characters are a word of their own and no part of a name."""
    if match.start() not in article.sheet.edges or match.end() not in article.sheet.edges:
        return False
    around = article.all_between(match.start() - _REACH * 2, match.end() + _REACH * 2)
    return not any(bound.start <= match.start() < bound.end for bound in around)


def _filled(article: Annotated, slots: Sequence[Slot], verb: re.Match[str]) -> dict[str, tuple[Bound, ...]] | None:
    """The mentions of each slot, or None where a needed one has none."""
    filled: dict[str, tuple[Bound, ...]] = {}
    offset = verb.end()
    for slot in slots:
        if slot.place == "behind":
            found = _behind(article, slot, verb, offset)
            offset = found[-1].end if found else offset
        elif slot.place == "before":
            found = _before(article, slot, verb) or _inherited(article, slot, verb)
        else:
            found = _marked(article, slot, verb)
        if slot.needed and not found:
            return None
        filled[slot.name] = tuple(found)
    return filled


def _behind(article: Annotated, slot: Slot, verb: re.Match[str], offset: int) -> list[Bound]:
    """The list that begins behind the verb (or behind what fills the slot before) in its clause."""
    _, right = article.sheet.clause(verb.start())
    ahead = spoken(article, offset, right, *slot.types)
    return run_from(article, ahead, 0) if ahead and _near(article, offset, ahead[0].start) else []


def _before(article: Annotated, slot: Slot, verb: re.Match[str]) -> list[Bound]:
    """The list that ends before the verb in its clause; those behind 与 stand on the other side and are left out."""
    left, _ = article.sheet.clause(verb.start())
    about = verb.group().startswith("签")  # 就甲公司重组|签署
    named = spoken(article, left, verb.start(), *slot.types)
    if about:
        named = [] if with_anybody(article, (left, verb.start())) else named
        named = [b for b in named if not (topic(article, b) or only_whose(article, b))]
    marked = [b for b in named if _mark(article, b, "with") or _mark(article, b, "at")]
    behind = min((b.start for b in marked), default=verb.start())
    own = [b for b in named if b.end <= behind]
    if not own or not _near(article, own[-1].end, behind if marked else verb.start()):
        return []
    return [bound for bound in run_to(article, own) if not (about and of_house(article, bound))]


def _inherited(article: Annotated, slot: Slot, verb: re.Match[str]) -> list[Bound]:
    """Who opens the sentence, or the sentence before, with the reason why it is meant."""
    index = article.sheet.sentence_index(verb.start())
    left, _ = article.sheet.clause(verb.start())
    spans = [(article.sheet.sentences[index][0], left)] if slot.inherit != "no" else []
    if slot.inherit == "story" and index:
        spans.append(article.sheet.sentences[index - 1])
    for start, end in spans:
        for bound in spoken(article, start, end, *slot.types):
            opens, _ = article.sheet.clause(bound.start)
            if _OPENS.fullmatch(article.sheet.flat, opens, bound.start):
                why = f"{bound.spot.text} → {article.things[bound.things[0]].name}：承前主语"
                return [replace(bound, reason=bound.reason or why)]
    return []


def _marked(article: Annotated, slot: Slot, verb: re.Match[str]) -> list[Bound]:
    """The list behind 由, 在 or 与 in the clause of the verb."""
    left, right = article.sheet.clause(verb.start())
    end = right if slot.place == "by" else verb.start()
    named = spoken(article, left, end, *slot.types)
    first = next((index for index, b in enumerate(named) if _mark(article, b, slot.place)), None)
    return run_from(article, named, first) if first is not None else []


def _mark(article: Annotated, bound: Bound, place: str) -> bool:
    """Whether the word of that place stands right before the mention."""
    before = article.sheet.flat[bound.start - 1 : bound.start]
    return bool(before) and before in _MARKS[place]


def _near(article: Annotated, start: int, end: int) -> bool:
    """Whether no other verb stands between a mention and the verb that it belongs to."""
    if end - start > _REACH:
        return False
    light = word_set("light_verbs") | {word for word, _, _ in table("moods")}
    first = max(article.sheet.token_index(start), 0)
    between = [
        token for token in article.sheet.tokens[first : first + _REACH + 1] if start <= token.start and token.end <= end
    ]
    return all(token.tag != "v" or token.text in light for token in between)
