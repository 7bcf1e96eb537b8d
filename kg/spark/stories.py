"""Which articles are copies of one text: what `kg.resolve.copies` says, by shuffles of buckets and pairs."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from kg.resolve.copies import LEAST, are_copies, buckets, letters, meeting
from kg.spark.sets import roots


def stories(extractions: Any, parts: int) -> Any:
    """RDD of (article id, Extraction) → RDD of (article id, id of its story)."""
    texts = extractions.mapValues(lambda found: letters(found.article.text)).persist()
    keyed = texts.filter(lambda item: item[1]).map(lambda item: (_digest(item[1]), item[0]))
    first = keyed.reduceByKey(min, parts)
    # Equal texts are the least of them; only that one is compared.
    equal = keyed.join(first, parts).values()
    least = first.values().map(lambda ident: (ident, None))
    long = texts.filter(lambda item: len(item[1]) >= LEAST).join(least, parts).mapValues(lambda both: both[0]).persist()
    filed = long.flatMap(lambda item: ((bucket, item[0]) for bucket in buckets(item[1])))
    pairs = filed.groupByKey(parts).flatMap(lambda item: meeting(sorted(item[1]))).distinct(parts)
    left = pairs.join(long, parts).map(lambda item: (item[1][0], (item[0], item[1][1])))
    copies = left.join(long, parts).filter(lambda item: are_copies(item[1][0][1], item[1][1]))
    found = roots(copies.map(lambda item: (item[1][0][0], item[0])).union(equal), parts)
    return texts.leftOuterJoin(found, parts).map(lambda item: (item[0], item[1][1] or item[0]))


def _digest(text: str) -> bytes:
    return sha256(text.encode("utf-8", "surrogatepass")).digest()
