"""What was not read is listed with the ends that stood there and the reason; what was read is not."""

from __future__ import annotations

import pytest
from extracting import article

from kg.extract.misses import REASONS, misses


def found(text):
    return {(miss.predicate, miss.word): miss for miss in misses(article(text, place="青海"))}


@pytest.mark.parametrize(
    ("text", "key", "reason"),
    [
        ("省长李文达没有到西宁调研。", ("VISITED", "调研"), "not_done"),
        ("大家希望与青江宁河实业有限公司加强合作。", ("COOPERATES_WITH", "合作"), "not_done"),
        ("上午开始视察。", ("VISITED", "视察"), "no_ends"),
        ("专家们到西宁市考察。", ("VISITED", "考察"), "no_subject"),
        ("省长李文达继续视察。", ("VISITED", "视察"), "no_object"),
    ],
)
def test_a_word_that_gave_nothing_has_its_reason(text, key, reason):
    miss = found(text)[key]
    assert miss.reason == reason
    assert miss.sentence == text
    assert text[miss.start : miss.end] == miss.word


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("3月27日，省长李文达到西宁市调研。", ("VISITED", "调研")),
        ("青江宁河实业有限公司与云岭水务集团有限公司签署战略合作协议。", ("SIGNED", "签署")),
        ("中国建设银行发布报告。", ("UNDERTAKES", "建设")),
    ],
)
def test_what_was_read_and_what_is_no_verb_is_not_listed(text, key):
    assert key not in found(text)


def test_the_ends_that_stood_there_are_named_nearest_first():
    miss = found("省长李文达、副省长周明远与云岭水务集团有限公司就视察一事交换意见。")[("VISITED", "视察")]
    assert miss.reason in REASONS
    assert miss.subjects == ("周明远", "李文达")
    assert "云岭水务集团有限公司" in miss.objects


def test_the_order_is_that_of_the_text():
    text = "省长李文达继续视察。大家希望与青江宁河实业有限公司加强合作。上午开始视察。"
    spans = [miss.start for miss in misses(article(text))]
    assert spans == sorted(spans)
    assert len(spans) >= 3


def test_a_text_in_traditional_script_is_read_before_its_misses_are_listed():
    text = "3月27日，省長李文達到西寧市調研。會後，專家們到西寧市視察。"
    listed = [(miss.word, miss.reason, miss.sentence) for miss in misses(article(text, place="青海"))]
    assert listed == [("視察", "no_subject", "會後，專家們到西寧市視察。")]
