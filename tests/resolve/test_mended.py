"""Names that one article cuts wrongly and others have whole."""

from __future__ import annotations

import pytest
from worlds import holders, page

from kg.resolve import resolve
from kg.resolve.echoes import echoed


def names(*pages):
    """The names in the last of the articles."""
    return {entity.name for entity in echoed(pages)[-1].entities}


@pytest.mark.parametrize(
    ("known", "read", "text", "found"),
    [
        ("P:虞秋白", "P:虞秋", "教师虞秋白带着学生观测水文。", {"虞秋白"}),
        ("P:夹谷清源", "P:谷清源", "他与副省长夹谷清源座谈。", {"夹谷清源"}),
        ("P:塞尔焦·马塔雷拉", "P:塞尔焦·马塔雷拉日前", "塞尔焦·马塔雷拉日前表示。", {"塞尔焦·马塔雷拉"}),
        ("O:翎越制冷集团", "O:制冷集团", "昨日，翎越制冷集团开工。", {"翎越制冷集团"}),
        ("P:马可·贝拉", "P:马可·贝拉尼", "马可·贝拉尼表示。", {"马可·贝拉尼"}),  # 尼 may end a name
        ("P:李文达", "P:李文", "双方与李文达成协议。", {"李文"}),  # 达成 is a word
        ("P:虞秋白", "P:虞秋", "教师虞秋带着学生观测水文。", {"虞秋"}),  # not printed here
        ("P:虞秋白", "O:虞秋", "教师虞秋白带着学生。", {"虞秋"}),  # another type
    ],
)
def test_a_name_is_set_right(known, read, text, found):
    assert names(page("a", known, text=known[2:]), page("b", read, text=text)) == found


def test_what_two_articles_have_stays():
    cut = [page(key, "P:虞秋", text="教师虞秋白带着学生。") for key in "bc"]
    assert names(page("a", "P:虞秋白", text="虞秋白"), *cut) == {"虞秋白"}  # two characters say nothing by themselves
    cut = [page(key, "P:谷清源", text="副省长夹谷清源座谈。") for key in "bc"]
    assert names(page("a", "P:夹谷清源", text="夹谷清源"), *cut) == {"谷清源"}


def test_nothing_is_taken_from_a_neighbour():
    read = page("b", "O:制冷集团", "P:翎越", text="翎越制冷集团开工。")
    assert names(page("a", "O:翎越制冷集团", text="翎越制冷集团"), read) == {"制冷集团", "翎越"}


def test_it_is_one_with_the_whole_name_and_keeps_its_facts():
    whole = page("a", ("P:虞秋白", "HOLDS_POSITION", "O:巴东县教育局", {"titles": ("局长",)}), text="虞秋白")
    cut = page("b", ("P:虞秋", "HOLDS_POSITION", "O:巴东县教育局", {"titles": ("局长",)}), text="虞秋白带着学生。")
    resolution = resolve([whole, cut])
    assert holders(resolution, "P", "虞秋白") == ["a b"]
    assert {triple.subject_id for triple in resolution.triples} == {resolution.entities[0].id}
    mention = next(e for e in echoed([whole, cut])[1].entities if e.name == "虞秋白").mentions[0]
    assert (mention.start, mention.end, mention.reason) == (0, 3, "其他文章中的全称")
