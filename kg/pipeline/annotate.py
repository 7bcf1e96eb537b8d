"""Files to the shape of the gold, one document each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from kg.pipeline.build import resolved
from kg.pipeline.stages import Listener, Workers, articles, kept, watched
from kg.pipeline.stages import outcomes as extracted
from kg.read import ReadOptions, Source


def annotated(
    sources: Sequence[Source], options: ReadOptions, workers: Workers, listener: Listener, *, evidence: bool = False
) -> Iterator[dict[str, Any]]:
    """One gold-shaped object for each source with an article, in their order.

    evidence: each triple carries the sentence that it was read from, too.

    Each document is resolved by itself: what is said of it may not depend on what else was given.
    """
    from kg.evaluate import annotation  # noqa: PLC0415  its own imports only where it is used

    results = watched(extracted(articles(sources, options, listener.report, workers.seconds), workers), listener)
    found = kept(results, listener.report)
    for document, group in groupby(found, key=lambda extraction: extraction.article.document):
        yield annotation(document, resolved(group), evidence)
