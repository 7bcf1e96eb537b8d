"""No regular expression of the package takes more than about linear time (tests/pumping.py says how that is tried)."""

from __future__ import annotations

from pathlib import Path

import pytest
from torture.patterns import collected, verdicts


@pytest.mark.slow
def test_every_pattern_is_about_linear(tmp_path: Path) -> None:
    patterns = collected(tmp_path)
    assert len(patterns) > 500
    found, tried = verdicts(patterns, tmp_path)
    assert not found, "\n".join(found)
    assert tried == len(patterns)


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"(?:(.{1,60}?)\1+)+", "fullmatch"),  # doubles with each character: a line of fillers never ended
        (r"(?:在[^,。]{2,12}|先后)*(?:说|讲)", "match"),
        (r"[\u3400-\u9fff]{2,}(?:园区|新区)", "finditer"),  # each start looks at all the rest
        (r"\s*(.*?)\s*;?\s*$", "match"),
    ],
)
def test_bad_patterns_are_seen(pattern: str, method: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_PATIENCE", "3")
    found, tried = verdicts([(pattern, 32, "here:1", [method])], tmp_path)
    assert len(found) == tried == 1


def test_a_good_pattern_is_let_through(tmp_path: Path) -> None:
    assert verdicts([(r"[\u3400-\u9fff]{2,20}(?:园区|新区)", 32, "here:1", ["finditer"])], tmp_path) == ([], 1)


def test_what_there_is_no_time_for_is_not_counted(tmp_path: Path) -> None:
    assert verdicts([("a", 32, "here:1", ["match"])], tmp_path, end=0.0) == ([], 0)
