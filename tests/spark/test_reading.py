"""Files on a cluster, each read in a partition of its own."""

from __future__ import annotations

from pages import page

from kg.model import Article
from kg.read import ReadOptions
from kg.read.cuts import Cut
from kg.spark.reading import _Pages


def test_a_file_says_nothing_of_the_cuts_of_others():
    cuts = {name: (Cut("本报讯", "合作协议。", title="座谈"),) for name in ("a.txt", "b.txt")}
    pages = _Pages("file:/in", True, ReadOptions(place="青海", cuts=cuts))
    for name, is_cut in (("a.txt", True), ("c.txt", False)):
        (found,) = pages((f"file:/in/{name}", page(1).encode()))
        assert isinstance(found, Article), found
        assert (found.title == "座谈") is is_cut
