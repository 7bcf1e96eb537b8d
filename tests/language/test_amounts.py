"""Sums of money in sentences."""

import pytest

from kg.language.amounts import Amount, find_amounts


@pytest.mark.parametrize(
    ("words", "value", "currency"),
    [
        ("20亿元", 2e9, "CNY"),
        ("1530万元", 15_300_000, "CNY"),
        ("1,530万元", 15_300_000, "CNY"),
        ("58.7亿元", 5_870_000_000, "CNY"),
        ("１．２万亿元", 1.2e12, "CNY"),
        ("1.5万多亿元", 1.5e12, "CNY"),
        ("20余亿元", 2e9, "CNY"),
        ("5亿2000万元", 520_000_000, "CNY"),
        ("3000多万美元", 30_000_000, "USD"),
        ("4百万港元", 4_000_000, "HKD"),
        ("三千万元", 30_000_000, "CNY"),
        ("两亿欧元", 200_000_000, "EUR"),
        ("10\n亿元", 1e9, "CNY"),
        ("数十亿元人民币", None, "CNY"),
        ("上亿元", None, "CNY"),
        ("100元", 100, "CNY"),
    ],
)
def test_sums(words, value, currency):
    text = f"总投资约{words}，建设。"
    assert find_amounts(text) == [Amount(4, 4 + len(words), words, value, currency)]


@pytest.mark.parametrize(
    "text", ["", "3元素", "二元结构", "2元旦", "5000万吨", "300亿千瓦时", "欧元", "万元", "20亿", "第1.2.3亿元"]
)
def test_what_is_no_sum(text):
    assert find_amounts(text) == []


def test_several_in_order():
    assert [item.value for item in find_amounts("其中甲20亿元，乙3000万元，丙100万美元")] == [2e9, 3e7, 1e6]
