"""Days as far as they are told."""

import pytest

from kg.language.days import bounds, has_year, in_time, is_whole, parts, spoken, written

TABLE = [
    ("2024-12-19", (2024, 12, 19), ("2024-12-19", "2024-12-19"), "2024年12月19日"),
    ("2024-02", (2024, 2, None), ("2024-02-01", "2024-02-29"), "2024年2月"),
    ("2024", (2024, None, None), ("2024-01-01", "2024-12-31"), "2024年"),
    ("--12-19", (None, 12, 19), None, "12月19日，年份不详"),
    ("--02-29", (None, 2, 29), None, "2月29日，年份不详"),
    ("--12", (None, 12, None), None, "12月，年份不详"),
]


@pytest.mark.parametrize(("form", "told", "span", "words"), TABLE)
def test_a_form_and_what_it_tells(form, told, span, words):
    assert parts(form) == told
    assert written(*told) == form
    assert bounds(form) == span
    assert spoken(form) == words
    assert is_whole(form) == (None not in told)
    assert has_year(form) == (told[0] is not None)


@pytest.mark.parametrize("form", ["", "-", "--", "2024-13", "2023-02-29", "--13-01", "24-12-19", "2024-1-1", "十二月"])
def test_what_is_no_form(form):
    assert parts(form) is None
    assert bounds(form) is None
    assert spoken(form) == form


@pytest.mark.parametrize("told", [(None,), (2023, 2, 29), (None, 13, 1)])
def test_what_cannot_be_written(told):
    with pytest.raises(ValueError):
        written(*told)


def test_those_without_a_year_stand_in_time_only_alone():
    assert in_time(["2024-12", "--01-02", "2023", "", "2024-12"]) == ["2023", "2024-12"]
    assert in_time(["--12-19", "", "--01-02"]) == ["--01-02", "--12-19"]
    assert in_time([]) == []
