"""Values as people write them become what the statements compare."""

from __future__ import annotations

from datetime import date

import pytest

from kg.errors import UserError
from kg.query.values import choices, normal, period
from kg.store.questions import everything

TODAY = date(2025, 5, 20)
KNOWN = dict.fromkeys(("type", "predicate", "status", "role", "kind", "since", "until", "place", "within", "region"))


@pytest.mark.parametrize(
    ("given", "values"),
    [
        ({"type": "人物"}, {"type": "Person"}),
        ({"type": "Person"}, {"type": "Person"}),
        ({"predicate": "会见"}, {"predicate": "MET_WITH"}),
        ({"predicate": "met_with"}, {"predicate": "MET_WITH"}),
        ({"status": "意向"}, {"status": "wished"}),
        ({"role": "主持"}, {"role": "host"}),
        ({"role": "主持、发言"}, {"role": "host、speaker"}),
        ({"kind": "企业"}, {"kind": "company"}),
        ({"since": "2023年7月1日", "until": "2023年7月"}, {"since": "2023-07-01", "until": "2023-07-31"}),
        ({"since": "上月", "until": "上月"}, {"since": "2025-04-01", "until": "2025-04-30"}),
        ({"since": "2023", "until": "2023年"}, {"since": "2023-01-01", "until": "2023-12-31"}),
        ({"since": ""}, {"since": ""}),
        ({"place": "西宁及所属"}, {"within": "西宁"}),
        ({"place": " 西宁 "}, {"place": "西宁"}),
        ({"within": "西宁及所属"}, {"within": "西宁"}),
        ({"place": "西宁及所属、海东及所属"}, {"within": "西宁、海东"}),
        ({"within": "西宁及所属、海东"}, {"within": "西宁、海东"}),
        ({"region": "青海省"}, {"region": "青海"}),
        ({"region": "西宁市"}, {"region": "青海"}),
        ({"other": "x"}, {"other": "x"}),
    ],
)
def test_values_in_chinese(given, values):
    assert normal(given, KNOWN, TODAY) == values


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-03-27", "2024-03-27", "2024-03-27"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("去年", "2024-01-01", "2024-12-31"),
        ("今年3月", "2025-03-01", "2025-03-31"),
        ("12月19日", "2024-12-19", "2024-12-19"),  # the one that is past
        ("上周", "2025-05-12", "2025-05-18"),
        ("近三个月", "2025-02-19", "2025-05-20"),
        ("2024年下半年", "2024-07-01", "2024-12-31"),
        ("去年第三季度", "2024-07-01", "2024-09-30"),
        ("上半年", "2025-01-01", "2025-06-30"),
        ("四季度", "2024-10-01", "2024-12-31"),  # that of this year has not begun
        ("最近10天", "2025-05-10", "2025-05-20"),
    ],
)
def test_periods(text, first, last):
    assert tuple(day.isoformat() for day in period(text, TODAY)) == (first, last)


@pytest.mark.parametrize(
    "text", ["gestern", "2024-13", "2024-02-30", "3亿元", "某日", "0000", "2024-00", "2024-00-05", "2024-03-00"]
)
def test_what_is_no_day(text):
    assert period(text, TODAY) is None


@pytest.mark.parametrize(
    ("given", "said"),
    [({"type": "动物"}, "人物 .Person."), ({"role": "听众"}, "主持 .host."), ({"since": "那天"}, "上月")],
)
def test_values_that_there_are_not_are_named_with_those_that_there_are(given, said):
    with pytest.raises(UserError, match=said):
        normal(given, KNOWN, TODAY)


def test_every_word_means_a_value_of_the_ontology():
    for values in choices().values():
        assert set(values.values()) <= set(values)


def test_a_parameter_means_the_same_in_every_question():
    defaults = {}
    for question in everything():
        for name, parameter in question.parameters.items():
            assert defaults.setdefault(name, parameter.default) == parameter.default
