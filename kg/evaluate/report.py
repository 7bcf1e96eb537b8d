"""The figures of an evaluation, and how they are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts and what follows from them; precision, recall and F1 in [0, 1], 0 where nothing is to be divided."""

    right: int = 0
    predicted: int = 0
    expected: int = 0

    @property
    def precision(self) -> float:
        """How much of what was predicted is right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """How much of what was expected was found."""
        return self.right / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def plain(self) -> dict[str, float]:
        """As a dictionary for JSON."""
        counts = {"right": self.right, "predicted": self.predicted, "gold": self.expected}
        return {"precision": self.precision, "recall": self.recall, "f1": self.f1, **counts}


@dataclass(slots=True)
class Tally:
    """Counts by kind while documents are scored."""

    right: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)
    expected: Counter[str] = field(default_factory=Counter)

    def figures(self) -> dict[str, Figures]:
        """By kind in alphabetical order, after `all`."""
        kinds = sorted(self.expected.keys() | self.predicted.keys())
        return {"all": self._of(kinds), **{kind: self._of([kind]) for kind in kinds}}

    def _of(self, kinds: Iterable[str]) -> Figures:
        kinds = list(kinds)
        return Figures(*(sum(part[kind] for kind in kinds) for part in (self.right, self.predicted, self.expected)))


@dataclass(frozen=True, slots=True)
class Detail:
    """A miss (`-`) or a false alarm (`+`). what: node+, node-, triple+, triple-. words: type and name, or the triple.

    sentence: where it was read, or where it stands; empty where no sentence holds both names.
    """

    document: str
    what: str
    words: tuple[str, ...]
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What an evaluation found.

    gold: fingerprint of the gold documents that were scored. nodes by type, triples by predicate, each after `all`.
    titles: of posts. cut: articles. roles, article_titles, dates: right and expected only. details: none of half B.
    """

    gold: str
    documents: int
    nodes: Mapping[str, Figures]
    triples: Mapping[str, Figures]
    titles: Figures
    roles: Figures
    cut: Figures
    article_titles: Figures
    dates: Figures
    details: tuple[Detail, ...] = ()

    def plain(self, details: bool = False) -> dict[str, Any]:
        """As a dictionary for JSON."""
        shown: dict[str, Any] = {
            "gold": self.gold,
            "documents": self.documents,
            "nodes": {kind: figures.plain() for kind, figures in self.nodes.items()},
            "triples": {kind: figures.plain() for kind, figures in self.triples.items()},
        }
        for name in ("titles", "roles", "cut", "article_titles", "dates"):
            figures = getattr(self, name)
            shown[name] = {"right": figures.right, "predicted": figures.predicted, "gold": figures.expected}
        if details:
            shown["details"] = [
                {"document": d.document, "what": d.what, "words": list(d.words), "sentence": d.sentence}
                for d in self.details
            ]
        return shown

    def text(self, details: bool = False) -> str:
        """As lines for a person: details first, then the tables."""
        lines = [_line(detail) for detail in self.details] if details else []
        lines += _table("nodes", self.nodes) + _table("triples", self.triples)
        lines += [
            f"{'titles of posts':<18}{self.titles.right:7d} right {self.titles.predicted:6d} predicted"
            f" {self.titles.expected:6d} gold",
            f"{'articles cut':<18}{self.cut.right:7d} right {self.cut.predicted:6d} predicted"
            f" {self.cut.expected:6d} gold",
        ]
        for name, figures in (("roles", self.roles), ("article titles", self.article_titles), ("dates", self.dates)):
            lines.append(f"{name:<18}{figures.right:7d} right {'':16} {figures.expected:6d} gold")
        return "\n".join(lines)


def _line(detail: Detail) -> str:
    line = "\t".join((detail.document, detail.what, *detail.words))
    return f"{line}\n\t{detail.sentence}" if detail.sentence else line


def _table(title: str, rows: Mapping[str, Figures]) -> list[str]:
    lines = [f"{title:<18}{'P':>7}{'R':>7}{'F1':>7}{'right':>7}{'pred':>6}{'gold':>6}"]
    for kind, row in rows.items():
        shares = f"{row.precision:7.3f}{row.recall:7.3f}{row.f1:7.3f}"
        lines.append(f"  {kind:<16}{shares}{row.right:7d}{row.predicted:6d}{row.expected:6d}")
    return lines


__all__ = ["Detail", "Figures", "Report", "Tally"]
