"""Hosts and senders of a meeting that the text names in passing."""

from __future__ import annotations

from extracting import read

ROLE = "role"


def test_hosts_named_before_the_meeting() -> None:
    text = "由甲山日报社、甲山大学主办的第五届甲山湖论坛5月8日举行,来宾参观了展区。"
    found = read(text, "ATTENDED", date="2024-05-08")
    assert {(one, found[one, other].properties[ROLE]) for one, other in found} == {
        ("甲山日报社", "host"),
        ("甲山大学", "host"),
    }


def test_organisations_from_which_people_came() -> None:
    text = "5月8日,2024中国绿色算力大会在西宁开幕。来自中国电信、中国移动等企业的代表参会。"
    found = read(text, "ATTENDED", date="2024-05-08")
    assert {one for one, _ in found} == {"中国电信", "中国移动"}
    assert {triple.properties[ROLE] for triple in found.values()} == {"participant"}


def test_products_that_come_from_a_body_are_no_delegates() -> None:
    text = "5月8日,2024中国绿色算力大会在西宁开幕。来自中国电信的新设备吸引了观众。"
    assert read(text, "ATTENDED", date="2024-05-08") == {}


def test_a_ceremony_can_be_attended() -> None:
    text = "5月8日,甘河新材料项目开工仪式举行。市委常委王建国、副市长李海燕出席仪式。"
    found = read(text, "ATTENDED", date="2024-05-08", place="青海", city="西宁市")
    assert {one for one, _ in found} == {"王建国", "李海燕"}
