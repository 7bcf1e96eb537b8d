"""Expressions of time and sums in the words of papers, with their values, and what is neither (expressions.tsv)."""

from datetime import date
from pathlib import Path

import pytest

from kg.language.amounts import find_amounts
from kg.language.dates import find_dates

LINES = (Path(__file__).parent / "expressions.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [tuple(line.split("\t")) for line in LINES if not line.startswith("#")]
PAPER = date(2024, 3, 28)


@pytest.mark.parametrize(("sentence", "meant"), [row[1:] for row in ROWS if row[0] != "amount"])
def test_times(sentence: str, meant: str) -> None:
    assert (" ".join(found.iso for found in find_dates(sentence, PAPER)) or "-") == meant


@pytest.mark.parametrize(("words", "meant"), [row[1:] for row in ROWS if row[0] == "amount"])
def test_sums(words: str, meant: str) -> None:
    found = find_amounts(f"总投资{words}。")
    said = [f"{'None' if item.value is None else f'{item.value:g}'} {item.currency}" for item in found]
    wanted = [] if meant == "-" else [meant if meant.startswith("None") else _short(meant)]
    assert said == wanted
    assert all(item.text in words for item in found)


def _short(meant: str) -> str:
    value, currency = meant.split()
    return f"{float(value):g} {currency}"


def test_the_table_is_as_long_as_it_claims() -> None:
    kinds = [row[0] for row in ROWS]
    assert len(kinds) - kinds.count("amount") >= 80
    assert kinds.count("amount") >= 40
