"""Hundreds of pages drawn at random (tests/read/drawn.py): nearly all articles cut right, in linear time."""

import time
from itertools import pairwise

from read.drawn import RICH, drawn

from kg.read.assemble import Hints, read_page

SEEDS = range(300)


def _plain(text: str) -> str:
    return "".join(text.split())


def test_pages_of_all_classes_are_cut_right() -> None:
    wanted = titled = right = 0
    missed = []
    for seed in SEEDS:
        page = drawn(seed)
        found = {_plain(a.text): _plain(a.title) for a in read_page(page.raw, "p.txt", Hints())}
        for piece in page.stories:
            wanted += 1
            title = found.get(_plain("".join(piece.body)))
            right += title is not None
            titled += title == _plain("".join(piece.title))
            missed += [seed] if title != _plain("".join(piece.title)) else []
    assert right >= 0.97 * wanted, (right, wanted, missed)
    assert titled >= 0.95 * wanted, (titled, wanted, missed)


def test_lists_tables_poems_kickers_and_several_writers_are_cut_right() -> None:
    """A list or table is whole in its article, a poem is neither an article nor a part of one."""
    wanted = right = others = 0
    for seed in range(RICH + 1, RICH + 301):
        page = drawn(seed)
        found = [(_plain(a.title), _plain(a.text)) for a in read_page(page.raw, "p.txt", Hints())]
        stories = [(_plain("".join(piece.title)), _plain("".join(piece.body))) for piece in page.stories]
        wanted += len(stories)
        right += sum(story in found for story in stories)
        others += sum(story not in stories for story in found)
    assert right >= 0.98 * wanted and others <= 0.02 * wanted, (right, others, wanted)


def test_a_page_of_many_articles_takes_as_long_as_its_parts() -> None:
    def seconds(count: int) -> float:
        raw = "\n\n".join(drawn(seed).raw for seed in range(1, 1 + 4 * count, 4))
        begin = time.perf_counter()
        read_page(raw, "p.txt", Hints())
        return time.perf_counter() - begin

    seconds(2)
    times = [min(seconds(count) for _ in range(2)) for count in (8, 16, 32)]
    assert all(later < 6 * earlier for earlier, later in pairwise(times)), times
