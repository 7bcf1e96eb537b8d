"""Who keeps order, fights or plays for a place, called by the place's name: 云桥警方, 法国军方, 荷兰女足."""

from __future__ import annotations

import pytest
from extracting import names

FOUND = [
    ("近日,牡丹江警方捣毁一处造假窝点。", ["牡丹江警方"]),
    ("嫌疑人在临沂平邑警方的劝说下自首。", ["平邑警方"]),
    ("大阪府警方和韩国军方都没有回应。", ["大阪府警方", "韩国军方"]),
    ("由李文达、何林组成的中国队领先三米。", ["中国队"]),
    ("英格兰女足周三从机场出发。", ["英格兰女足"]),
    ("德甲沃尔夫斯堡队客场2:1小胜基辅迪纳摩队。", ["沃尔夫斯堡队", "基辅迪纳摩队"]),
    ("青江队主场迎战云桥队。", ["青江队", "云桥队"]),
]
LEFT = [
    ("当地警方说,现场警方已经撤离。", "警方"),
    ("接到警方电话后,当地派出所赶到现场。", "派出所"),
    ("中国队员李文达和中国队列展示者合影。", "中国队"),
    ("韩国女足世界杯门票开售。", "韩国女足世界杯"),
    ("青江等地多支医疗队战胜了困难。", "医疗队"),
    ("看球的青江人排起了长队。", "队"),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_the_body_is_called_by_its_place(text, expected):
    assert set(expected) <= set(names(text, "Organization"))


@pytest.mark.parametrize(("text", "ending"), LEFT)
def test_other_words_make_no_such_body(text, ending):
    assert not any(name.endswith(ending) for name in names(text, "Organization"))
