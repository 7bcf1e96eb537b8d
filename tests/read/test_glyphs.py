"""Signs that only look like a character, and signs that nobody reads: folded, with the way back to the file kept."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.language.text import fold, unify
from kg.model import Article
from kg.read.assemble import Hints, read_page


def only(raw: str) -> Article:
    (article,) = read_page(raw, "p", Hints())
    return article


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("⻄宁", "西宁"),
        ("省⻓", "省长"),
        ("12⽉20⽇", "12月20日"),
        ("李⽂达", "李文达"),
        ("⻘江⻢⻰⻓⻛", "青江马龙长风"),
        ("⼀⼆三⼗", "一二三十"),
        ("王\ue863", "王䶮"),
        ("\uf9e1文达", "李文达"),
        ("\U0002f81a", "冬"),
        ("Ａ０２，①ⅣＫ", "Ａ０２，①ⅣＫ"),  # letters, digits and marks are kept as printed
        ("㐀鿿𠀀々〇", "㐀鿿𠀀々〇"),
    ],
)
def test_other_codes_of_characters_are_unified_one_for_one(printed: str, meant: str) -> None:
    assert unify(printed) == meant
    assert len(unify(printed)) == len(printed)
    assert fold(printed) == fold(meant)


PAGE = """李⽂达在⻄宁调研

本报⻄宁12⽉20⽇讯（记者 周明远）省⻓李⽂达到⻄宁市调研。\u202e李\U0001f600文\x00达\u2067与王\ufe0f可\uf06c为\x9b会谈。
"""


def test_a_page_with_radicals_and_unseen_signs_reads_as_one_without() -> None:
    article = only(PAGE)
    assert article.title == "李文达在西宁调研"
    assert article.text == "本报西宁12月20日讯（记者 周明远）省长李文达到西宁市调研。李文达与王可为会谈。"
    assert article.reporters == ("周明远",)
    assert article.place == "青海"
    names = {entity.name for entity in extract(article).entities}
    assert {"李文达", "王可为"} <= names


def test_the_source_map_leads_to_what_was_printed() -> None:
    article = only(PAGE)
    printed = {run.start + n: PAGE[run.source + n] for run in article.source_map for n in range(run.length)}
    assert all(unify(printed[at]) == character for at, character in enumerate(article.text) if at in printed)
    assert len(printed) == len(article.text)
    start = article.text.rindex("李文达")
    assert [printed[at] for at in range(start, start + 3)] == ["李", "文", "达"]


def test_full_width_digits_are_days_and_sums() -> None:
    (article,) = read_page(
        "本报讯 ２０２３年１２月２０日，青江宁河实业与青江市政府签署合作协议，投资５０亿元。", "p", Hints()
    )
    (agreement,) = (entity for entity in extract(article).entities if entity.type == "Agreement")
    signed = [triple for triple in extract(article).triples if triple.predicate == "SIGNED"]
    assert agreement.name and signed
    assert {triple.properties.get("date") for triple in signed} == {"2023-12-20"}
