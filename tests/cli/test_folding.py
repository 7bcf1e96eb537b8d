"""Lines of Chinese text in a terminal."""

from __future__ import annotations

import pytest
from wcwidth import width

from kg.cli.folding import fold


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("李文达会见周明远", 8, ["李文达会", "见周明远"]),
        ("李文达会，见周明远", 8, ["李文达", "会，见周", "明远"]),
        ("会见【李文达】", 6, ["会见", "【李文", "达】"]),
        ("于2024-03-27会见", 12, ["于2024-03-27", "会见"]),
        ("于2024-03-27会见", 10, ["于", "2024-03-27", "会见"]),
        ("2024-03-27", 6, ["2024-0", "3-27"]),
        ("a word or two", 6, ["a word", "or two"]),
        ("", 6, []),
        ("本报讯 (记者 丁一)", 10, ["本报讯 (记", "者 丁一)"]),
    ],
)
def test_where_lines_end(text, room, lines):
    assert fold(text, room) == lines


@pytest.mark.parametrize("room", [2, 3, 7, 20, 80])
def test_no_line_is_too_wide_and_nothing_is_lost(room):
    text = "“12月18日，\x1b[1;33m李文达\x1b[0m在《江河日报》（A01版）说：……》》》》》》。”" * 20
    lines = fold(text, room)
    assert "".join(lines) == text
    assert max(map(width, lines)) <= max(room, 2)


def test_every_line_has_the_indent():
    assert all(line.startswith("    ") and width(line) <= 20 for line in fold("李文达" * 30, 20, "    "))
