"""Values of every type that the engine has, in every format."""

from __future__ import annotations

import datetime
import json
from decimal import Decimal

import pytest
from click.testing import CliRunner
from pages import pages

from kg.cli import answers, main
from kg.cli.look import Look
from kg.pipeline.build import build
from kg.pipeline.stages import Workers
from kg.read import ReadOptions, find_sources
from kg.store.answer import Answer, Edge, Node

DAY = datetime.date(2024, 3, 27)
VALUES = [
    None, True, 7, 10**30, 1.5, float("nan"), float("inf"), "文", DAY, datetime.datetime(2024, 3, 27, 8, 30),
    datetime.timedelta(days=1), datetime.time(8, 30), Decimal("1.10"), b"\x00\xff", [DAY, [Decimal("2.5"), None]],
    {"day": DAY, "in": {"sum": Decimal("2.5")}}, {1: "a", "b": DAY}, (1, DAY), [],
    Node("n", "Person", {"id": "n", "born": DAY, "sums": [Decimal("1.5")], "raw": b"\x01", "none": None}),
    Edge("e", "SIGNED", "n", "m", {"day": DAY}),
]  # fmt: skip


@pytest.mark.parametrize("value", VALUES, ids=repr)
@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_every_value_prints(form, value):
    printed = "\n".join(answers.FORMATS[form](Answer(("a", "b"), [[value, 1], ["x", value]]), Look(ours=False)))
    assert "Infinity" not in printed and "NaN" not in printed
    if form == "json":
        json.loads(printed)
    if value == DAY:
        assert "2024-03-27" in printed


def test_nodes_with_every_value_are_graphml():
    rows = [[value] for value in VALUES if isinstance(value, (Node, Edge))]
    printed = "\n".join(answers.FORMATS["graphml"](Answer(("a",), rows), Look()))
    assert "2024-03-27" in printed


def test_a_question_of_ones_own_returns_days_decimals_and_maps(tmp_path):
    pages(tmp_path / "in", 2)
    build(find_sources([tmp_path / "in"]), tmp_path / "out", ReadOptions(place="青海"), Workers())
    question = tmp_path / "own.cypher"
    question.write_text(
        "RETURN date('2024-03-27') AS day, timestamp('2024-03-27 08:30:00') AS at, CAST(1.5, 'DECIMAL(5,2)') AS sum, "
        "{day: date('2024-03-27'), more: [1, 2]} AS nested, [date('2024-03-27')] AS days, interval('1 day') AS span",
        encoding="utf-8",
    )
    for form in ("table", "json", "csv"):
        ran = CliRunner().invoke(main, ["query", str(question), "--on", str(tmp_path / "out"), "-f", form])
        assert ran.exit_code == 0, ran.output
        assert "2024-03-27" in ran.stdout
