"""Spark's RDD as far as `kg.spark` uses it, over one list in this process: what the functions say, without the cluster.

The order of every result is turned round, so that nothing can rest on it. The slow tests use the real one.
"""

from __future__ import annotations

import pickle
from collections import defaultdict
from functools import reduce
from types import SimpleNamespace


class FakeRDD:
    def __init__(self, items):
        self.items = [pickle.loads(pickle.dumps(item)) for item in items]  # everything travels by pickle
        self.context = self

    def parallelize(self, items, _parts=1):
        return FakeRDD(items)

    def broadcast(self, value):
        return SimpleNamespace(value=value)

    def _new(self, items):
        return FakeRDD(list(items)[::-1])

    def map(self, function):
        return self._new(map(function, self.items))

    def flatMap(self, function):
        return self._new(found for item in self.items for found in function(item))

    def filter(self, function):
        return self._new(filter(function, self.items))

    def mapPartitions(self, function):
        return self._new(function(iter(self.items)))

    def mapValues(self, function):
        return self._new((key, function(value)) for key, value in self.items)

    def keys(self):
        return self._new(key for key, _ in self.items)

    def values(self):
        return self._new(value for _, value in self.items)

    def distinct(self, _parts=1):
        return self._new(dict.fromkeys(self.items))

    def union(self, other):
        return self._new([*self.items, *other.items])

    def persist(self, *_):
        return self

    coalesce = repartition = partitionBy = persist  # noqa: N815  Spark's names

    def groupByKey(self, _parts=1):
        groups = defaultdict(list)
        for key, value in self.items:
            groups[key].append(value)
        return self._new(groups.items())

    def reduceByKey(self, function, _parts=1):
        return self._new((key, reduce(function, values)) for key, values in self.groupByKey().items)

    def join(self, other, _parts=1):
        theirs = dict(other.groupByKey().items)
        return self._new((k, (mine, yours)) for k, mine in self.items for yours in theirs.get(k, ()))

    def leftOuterJoin(self, other, _parts=1):
        theirs = dict(other.groupByKey().items)
        return self._new((k, (mine, yours)) for k, mine in self.items for yours in theirs.get(k, [None]))

    def cogroup(self, other, numPartitions=1):  # noqa: N803  Spark's name
        mine, theirs = dict(self.groupByKey().items), dict(other.groupByKey().items)
        return self._new((key, (mine.get(key, []), theirs.get(key, []))) for key in dict.fromkeys([*mine, *theirs]))

    def fold(self, zero, function):
        return reduce(function, self.items, zero)

    def count(self):
        return len(self.items)

    def collect(self):
        return list(self.items)
