"""Long and odd texts are read in steps that grow with their length, and whatever stands there is no error."""

from __future__ import annotations

import sys

import pytest
from extracting import article

from kg.extract import extract

SURNAMES, GIVEN = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗", "伟芳娜敏静丽强磊军洋勇艳杰涛明超霞平刚桂"


def names(count):
    return [SURNAMES[k % 20] + GIVEN[k // 20 % 20] + GIVEN[k // 400 % 20] for k in range(count)]


def steps(text):
    """How many calls of functions reading the text takes: the same on every machine."""
    count = 0

    def seen(*_):
        nonlocal count
        count += 1

    sys.setprofile(seen)
    try:
        extract(article(text, place="青海"))
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "text",
    [
        lambda count: "青江省省长李文达到宁河市调研。" * count,
        lambda count: "、".join(f"青江{name}镇" for name in names(count)) + "。",
        lambda count: "出席会议的有：" + "、".join(names(count)) + "。",
        lambda count: "".join(f"青江{name}水库改造项目在宁河市开工。" for name in names(count)),
        lambda count: "省委书记李文达会见青江实业有限公司董事长周明远并考察西宁市储能电站项目" * count,
    ],
    ids=[
        "one sentence again and again",
        "places in one list",
        "people in one list",
        "works, each in its sentence",
        "no mark at all",
    ],
)
def test_four_times_the_text_takes_no_more_than_six_times_the_steps(text):
    extract(article(text(200)))  # what is loaded once, and what is kept of words
    assert steps(text(120)) < 6 * steps(text(30))


@pytest.mark.parametrize(
    ("text", "times"),
    [
        *(("", 1), ("李", 1), ("\n", 2000), ("的", 3000), ("会", 3000), ("（", 3000), ("《", 3000), ("”", 3000)),
        *(("，。、；：！？（）《》“”…—", 100), ("\x00\u200b\ufeff\ud800", 100), ("😀👨\u200d👩", 500)),
        *(("1234567890", 500), ("年月日", 1000), ("签署", 1500), ("李文达\n省长\n", 100), ("到\n宁\n河\n调\n研\n", 50)),
        ("The Governor of Qingjiang visited Ninghe. ", 100),
    ],
)
def test_text_that_tells_nothing_gives_no_facts(text, times):
    assert extract(article(text * times, place="青海")).triples == ()


@pytest.mark.parametrize(
    "text",
    [
        "中国驻石门大使馆公众号发文《同心——驻石门大使李文达举行招待会》。",
        "青江驻宁河工作组——周明远报道。",
    ],
)
def test_a_dash_later_in_the_text_moves_no_body_that_opens_it(text):
    found = extract(article(text, place="青海"))
    assert all(mention.start < mention.end for entity in found.entities for mention in entity.mentions)
    assert any(entity.names[0].endswith(("大使馆", "工作组")) for entity in found.entities)
