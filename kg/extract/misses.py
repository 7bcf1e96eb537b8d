"""What was not read: every word that promises a fact and gave none, with the ends that stood there, and why not.

A view of recall that needs no annotation: `kg misses` shows it to users, and to whoever adds rules.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.extract.anchor import anchor
from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.mention import mentions
from kg.extract.moods import mood
from kg.extract.relate import facts
from kg.extract.script import folded
from kg.extract.sheet import open_sheet
from kg.language.lexicon import any_of, table, words
from kg.model import Article
from kg.ontology import ontology

# Why nothing was read, in Chinese and English; first what came nearest to a fact.
REASONS: Mapping[str, tuple[str, str]] = {
    "no_rule": ("两端都有，但没有规则这样读", "both ends are there, and no rule reads them so"),
    "no_object": ("没有可作宾语的名称", "no name that could be the object"),
    "no_subject": ("动词前没有可作主语的名称", "no name before it that could be the subject"),
    "not_done": ("文中说没有发生，或只是愿望", "the text denies it, or only wishes for it"),
    "no_ends": ("句中两端都没有认出的名称", "no name that could be either end"),
}
_SHOWN = 5  # names kept of each side


@dataclass(frozen=True, slots=True)
class Miss:
    """A word that promised a fact. start, end: its span in the article's text, in code points.

    subjects, objects: the names in its sentence that the predicate would take, nearest first. reason: a key of REASONS.
    """

    article: str
    predicate: str
    word: str
    start: int
    end: int
    sentence: str
    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    reason: str


def misses(article: Article) -> list[Miss]:
    """The misses of one article by offset, then by predicate in the ontology's order."""
    sheet = open_sheet(folded(article))
    annotated = anchor(sheet, mentions(sheet))
    told = _told(annotated, facts(annotated))
    found = [
        _miss(annotated, article.text, predicate, match.span())
        for predicate, pattern in _triggers().items()
        for match in pattern.finditer(sheet.flat, sheet.lead_end)
        if _is_verb(annotated, *match.span()) and sheet.clause(match.start()) not in told[predicate]
    ]
    order = list(ontology().predicates)
    return sorted(found, key=lambda miss: (miss.start, order.index(miss.predicate)))


def _told(article: Annotated, found: list[Fact]) -> Mapping[str, set[tuple[int, int]]]:
    """The clauses, by predicate, in which a fact has its trigger or one of its ends."""
    told: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for fact in found:
        told[fact.predicate] |= {article.sheet.clause(start) for _, start, _, _ in fact.spots if start is not None}
    return told


def _is_verb(article: Annotated, start: int, end: int) -> bool:
    """Whether the word is one to the tagger, a verb, and no part of a name."""
    token = article.sheet.token_at(start)
    inside = any(bound.start <= start and end <= bound.end for bound in article.all_between(start - 40, end + 40))
    whole = start in article.sheet.edges and end in article.sheet.edges
    return whole and not inside and token is not None and token.tag.startswith("v")


def _miss(article: Annotated, text: str, predicate: str, span: tuple[int, int]) -> Miss:
    """text: the article's own, which may be in traditional script."""
    start, end = span
    sheet, kind = article.sheet, ontology().predicates[predicate]
    left, right = sheet.sentence(start)
    before = article.between(left, start, *kind.domain)[::-1]
    behind = article.between(end, right, *kind.range) + article.between(left, start, *kind.range)[::-1]
    subjects = _names(article, before)
    if kind.symmetric or set(kind.domain) & set(kind.range):
        objects = tuple(name for name in _names(article, behind) if name not in subjects[:1])
    else:
        objects = _names(article, behind)
    return Miss(
        article=sheet.article.id,
        predicate=predicate,
        word=text[start:end],
        start=start,
        end=end,
        sentence=text[left:right].strip(),
        subjects=subjects,
        objects=objects,
        reason=_reason(mood(sheet, (start, end)), subjects, objects),
    )


def _reason(state: str, subjects: tuple[str, ...], objects: tuple[str, ...]) -> str:
    if state in ("denied", "wished"):
        return "not_done"
    if subjects and objects:
        return "no_rule"
    if subjects:
        return "no_object"
    return "no_subject" if objects else "no_ends"


def _names(article: Annotated, bounds: list[Bound]) -> tuple[str, ...]:
    names = (article.things[thing].name for bound in bounds for thing in bound.things)
    return tuple(dict.fromkeys(names))[:_SHOWN]


@cache
def _triggers() -> Mapping[str, re.Pattern[str]]:
    """Predicate → what matches any of its words, in the ontology's order."""
    listed: dict[str, list[str]] = defaultdict(list)
    for predicate, entry in table("triggers"):
        listed[predicate] += words(entry.removeprefix("list:")) if entry.startswith("list:") else [entry]
    return {name: re.compile(any_of(listed[name])) for name in ontology().predicates if name in listed}
