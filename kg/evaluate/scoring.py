"""Gold and predictions in, figures out: micro precision, recall and F1 over all documents (GUIDELINES.md, Scoring)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from kg.errors import UserError
from kg.evaluate.alignment import align
from kg.evaluate.report import Detail, Figures, Report, Tally
from kg.evaluate.shape import Claim, GoldArticle, GoldDocument, file_name, is_symmetric, parse
from kg.language.similarity import plain, ratio
from kg.language.text import sentences
from kg.model import fingerprint
from kg.say import say

Key = tuple[int | None, str, int | None]
_TITLE_RATIO = 0.75
_INSIDE = 0.75


def score(gold: Iterable[Mapping[str, Any]], predicted: Iterable[Mapping[str, Any]], half: str | None = None) -> Report:
    """The figures of predicted documents against gold ones, both in the gold's shape (see `shape.load`).

    Documents pair up by the file name of `document`; a gold document without a prediction counts as empty, a prediction
    without gold is left out. half: "A" or "B" scores one half only; no detail of half B is ever kept. Raises BadRecord
    for a document of another shape, UserError where there is no gold, or two documents of one name.
    """
    wanted, found = _named(gold), _named(predicted)
    asked = {name: item for name, item in wanted.items() if half is None or item.get("half") == half}
    if not asked:
        raise UserError("no gold documents to score against" + (f" in half {half}" if half else ""))
    count = _Count()
    for name, item in asked.items():
        count.document(parse(item, gold=True), parse(found.get(name, {"document": name}), gold=False))
    return count.report(len(asked), _fingerprint(asked.values()))


def _fingerprint(gold: Iterable[Mapping[str, Any]]) -> str:
    """Of what the documents say, whatever their order and layout in files."""
    return fingerprint(*sorted(json.dumps(item, ensure_ascii=False, sort_keys=True) for item in gold))


def _named(items: Iterable[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    named: dict[str, Mapping[str, Any]] = {}
    for item in items:
        name = file_name(item)
        if name in named:
            raise UserError(say("two documents are called {name}; score each folder on its own", name=name))
        named[name] = item
    return named


class _Count:
    """Counts over documents."""

    def __init__(self) -> None:
        self.nodes, self.triples = Tally(), Tally()
        self.facets: Counter[str] = Counter()
        self.details: list[Detail] = []

    def document(self, gold: GoldDocument, predicted: GoldDocument) -> None:
        """Counts one document."""
        matched = align(gold, predicted)
        find = _finder(predicted.articles)

        def note(what: str, words: tuple[str, ...], names: tuple[tuple[str, ...], ...], evidence: str = "") -> None:
            if gold.half != "B":
                self.details.append(Detail(gold.document, what, words, evidence or find(names)))

        self._count_nodes(gold, predicted, matched, note)
        self._count_triples(gold, predicted, matched, note)
        self._count_articles(gold.articles, predicted.articles)

    def report(self, documents: int, gold: str) -> Report:
        """All figures."""
        of = self.facets

        def figures(name: str) -> Figures:
            return Figures(of[f"{name} right"], of[f"{name} predicted"], of[f"{name} gold"])

        return Report(
            gold=gold,
            documents=documents,
            nodes=self.nodes.figures(),
            triples=self.triples.figures(),
            titles=figures("titles"),
            roles=figures("roles"),
            cut=figures("cut"),
            article_titles=figures("article titles"),
            dates=figures("dates"),
            details=tuple(self.details),
        )

    def _count_nodes(
        self, gold: GoldDocument, predicted: GoldDocument, matched: Mapping[int, int], note: Callable[..., None]
    ) -> None:
        for mine, node in enumerate(predicted.nodes):
            theirs = matched.get(mine)
            if theirs is not None and theirs >= gold.required:
                continue
            self.nodes.predicted[node.type] += 1
            self.nodes.right[node.type] += theirs is not None
            if theirs is None:
                note("node+", (node.type, node.shown), (node.names,))
        found = set(matched.values())
        for theirs, node in enumerate(gold.nodes[: gold.required]):
            self.nodes.expected[node.type] += 1
            if theirs not in found:
                note("node-", (node.type, node.shown), (node.names,))

    def _count_triples(
        self, gold: GoldDocument, predicted: GoldDocument, matched: Mapping[int, int], note: Callable[..., None]
    ) -> None:
        wanted: dict[Key, Claim] = {claim.key: claim for claim in gold.claims}
        found: set[Key] = set()
        for claim, key, right in _verdicts(gold, predicted, matched):
            if right is None:
                continue
            self.triples.predicted[claim.predicate] += 1
            if right:
                self.triples.right[claim.predicate] += 1
                found.add(key)
                self._count_facets(wanted[key], claim)
            else:
                note("triple+", *_words(predicted, claim), claim.evidence)
        for claim in gold.claims:
            if claim.key not in gold.optional:
                self.triples.expected[claim.predicate] += 1
                if claim.key not in found:
                    note("triple-", *_words(gold, claim))

    def _count_facets(self, wanted: Claim, claim: Claim) -> None:
        if wanted.titles:
            self.facets["titles right"] += len(set(wanted.titles) & set(claim.titles))
            self.facets["titles predicted"] += len(set(claim.titles))
            self.facets["titles gold"] += len(set(wanted.titles))
        if wanted.role:
            self.facets["roles right"] += wanted.role == claim.role
            self.facets["roles gold"] += 1

    def _count_articles(self, wanted: Iterable[GoldArticle], predicted: Iterable[GoldArticle]) -> None:
        cuts = [(article, plain(article.text)) for article in predicted]
        starts = [article.starts for article in wanted]
        self.facets["cut predicted"] += len(cuts)
        for article in wanted:
            self.facets["cut gold"] += 1
            self.facets["article titles gold"] += bool(article.title)
            self.facets["dates gold"] += bool(article.date)
            others = [start for start in starts if start != article.starts]
            fits = [got for got, text in cuts if _is_cut(article, text, others)]
            # Several cuts of one article are a guess, not a cut.
            if len(fits) == 1:
                self._count_cut(article, fits[0])

    def _count_cut(self, wanted: GoldArticle, got: GoldArticle) -> None:
        self.facets["cut right"] += 1
        if wanted.title:
            likeness = ratio(plain(got.title or ""), plain(wanted.title))
            self.facets["article titles right"] += likeness >= _TITLE_RATIO
        if wanted.date:
            self.facets["dates right"] += got.date == wanted.date


def verdicts(gold: GoldDocument, predicted: GoldDocument) -> Iterator[tuple[Claim, bool | None]]:
    """Each predicted triple and whether it is right; None for what is optional, or says again what is counted."""
    for claim, _, right in _verdicts(gold, predicted, align(gold, predicted)):
        yield claim, right


def _verdicts(
    gold: GoldDocument, predicted: GoldDocument, matched: Mapping[int, int]
) -> Iterator[tuple[Claim, Key, bool | None]]:
    wanted: dict[Key, Claim] = {claim.key: claim for claim in gold.claims}
    found: set[Key] = set()
    for claim in predicted.claims:
        key = _key(claim, matched, wanted)
        if key in gold.optional or key in found or (key not in wanted and _is_optional_reading(key, gold, wanted)):
            yield claim, key, None
            continue
        if key in wanted:
            found.add(key)
        yield claim, key, key in wanted


def _key(claim: Claim, matched: Mapping[int, int], wanted: Mapping[Any, Claim]) -> Key:
    """The claim between gold nodes; turned round where only that is in the gold and the predicate is symmetric."""
    key: Key = (matched.get(claim.subject), claim.predicate, matched.get(claim.object))
    turned = key[::-1]
    return turned if key not in wanted and is_symmetric(claim.predicate) and turned in wanted else key


def _is_optional_reading(key: Key, gold: GoldDocument, wanted: Mapping[Any, Claim]) -> bool:
    """Whether the claim holds for a node that is the optional reading of one of its ends as another type."""
    subject, predicate, obj = key
    if subject is None or obj is None:
        return False
    ends = ((x, y) for x in _readings(subject, gold) for y in _readings(obj, gold))
    both = is_symmetric(predicate)
    return any((x, predicate, y) in wanted or (both and (y, predicate, x) in wanted) for x, y in ends)


def _readings(place: int, gold: GoldDocument) -> list[int]:
    names = set(gold.nodes[place].names)
    others = (
        other
        for other, node in enumerate(gold.nodes)
        if other != place and max(place, other) >= gold.required and names & set(node.names)
    )
    return [place, *others]


def _is_cut(wanted: GoldArticle, text: str, others: Iterable[str]) -> bool:
    start = text.find(wanted.starts)
    end = text.rfind(wanted.ends, start) if start >= 0 else -1
    if end < 0 or any(other in text for other in others):
        return False
    return end + len(wanted.ends) - start >= _INSIDE * len(text)


def _words(document: GoldDocument, claim: Claim) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    ends = document.nodes[claim.subject], document.nodes[claim.object]
    return (ends[0].shown, claim.predicate, ends[1].shown), (ends[0].names, ends[1].names)


def _finder(articles: Iterable[GoldArticle]) -> Callable[[tuple[tuple[str, ...], ...]], str]:
    """A function from names (those of one end, or of both) to the first sentence that has one of each."""
    listed: list[tuple[str, str]] = []

    def all_sentences() -> Iterator[tuple[str, str]]:
        for article in articles:
            for start, end in sentences(article.text):
                yield article.text[start:end], plain(article.text[start:end])

    def find(names: tuple[tuple[str, ...], ...]) -> str:
        if not listed:
            listed.extend(all_sentences())
        fits = (shown for shown, text in listed if all(any(name in text for name in end) for end in names))
        return next(fits, "")

    return find


__all__ = ["score", "verdicts"]
