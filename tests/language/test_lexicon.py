"""The patterns made of word lists."""

import re

from hypothesis import given
from hypothesis import strategies as st

from kg.language.lexicon import Names, any_of, standing_in

_ENTRIES = st.lists(st.text("会议谈.室", max_size=4), max_size=12)


@given(_ENTRIES, st.text("会议谈.室", max_size=8))
def test_any_of_finds_what_the_entries_in_a_row_find_the_longest_first(entries, text):
    row = "|".join(re.escape(entry) for entry in sorted(set(entries), key=lambda entry: (-len(entry), entry)))
    for behind in ("", "室"):
        made, wanted = (re.compile(f"(?:{pattern}){behind}") for pattern in (any_of(entries), row))
        assert [m.span() for m in made.finditer(text)] == [m.span() for m in wanted.finditer(text)]


def test_entries_that_begin_alike_are_tried_together():
    assert any_of(["会谈室", "大会", "会", "会议"]) == "会(?:议|谈室)?|大会"


@given(st.lists(st.text("青江宁", min_size=2, max_size=5), max_size=8), st.text("青江宁", max_size=8))
def test_the_names_that_stand_somewhere_come_the_longest_first(names, text):
    wanted = [name for name in sorted(set(names), key=lambda name: -len(name)) if text.startswith(name, 1)]
    assert list(Names(names).at(text, 1)) == wanted


@given(st.lists(st.text("青江宁", min_size=2, max_size=5), min_size=1, max_size=8), st.text("青江宁", max_size=20))
def test_names_stand_in_a_text_where_a_pattern_of_them_finds_them(names, text):
    wanted = [(match.start(), match.group()) for match in re.finditer(any_of(names), text)]
    assert list(standing_in(text, Names(names[::2]), Names(names[1::2]))) == wanted
