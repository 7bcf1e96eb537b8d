from __future__ import annotations

from pypinyin.constants import PINYIN_DICT

from kg.language.readings import _table, readings, surnames


def test_readings_are_plain_letters_the_usual_one_first():
    found = readings(["陈刚女士 AB，绿"])
    assert found["陈"] == ["chen"]
    assert found["女"][0] == "nv"
    assert found["绿"][0] == "lv"
    assert set(found) == set("陈刚女士绿")
    assert all(sound.isascii() and sound.islower() for some in found.values() for sound in some)


def test_a_surname_read_otherwise_is_a_reading_that_the_character_has():
    known = readings(surnames())
    for name, reading in surnames().items():
        if len(name) == 1:
            assert reading in known[name], name
    assert (surnames()["单"], surnames()["曾"], surnames()["尉迟"]) == ("shan", "zeng", "yuchi")


def test_the_table_is_that_of_pypinyin():
    assert dict(_table()) == PINYIN_DICT
