"""Where things are, told by nouns and verbs around the two names rather than by 位于."""

from __future__ import annotations

import pytest
from extracting import read

FIRM, OTHER, MEETING = "云岭机械有限公司", "天河药业有限公司", "第六届青江茶业大会"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"以浏阳市为大本营的{FIRM}今年扩产。", {(FIRM, "浏阳市")}),
        (f"{FIRM}以浏阳市为总部，员工三千人。", {(FIRM, "浏阳市")}),
        (f"{FIRM}把总部搬到了浏阳市。", {(FIRM, "浏阳市")}),
        (f"{FIRM}从上海搬到浏阳市。", {(FIRM, "浏阳市")}),
        (f"{FIRM}总部所在地浏阳市下起了大雪。", {(FIRM, "浏阳市")}),
        (f"浏阳市是{FIRM}的总部所在地。", {(FIRM, "浏阳市")}),
        (f"{FIRM}最终落在了浏阳市。", {(FIRM, "浏阳市")}),
        (f"{FIRM}如今已在浏阳市安了家，员工也都搬了来。", {(FIRM, "浏阳市")}),
        (f"{FIRM}栖身于浏阳市的一栋老厂房。", {(FIRM, "浏阳市")}),
        (f"{FIRM}、{OTHER}均来自浏阳市。", {(FIRM, "浏阳市"), (OTHER, "浏阳市")}),
        (f"在浏阳市，有一家专做花炮机械的企业——{FIRM}。", {(FIRM, "浏阳市")}),
        (f"长沙高新区内坐落着{FIRM}。", {(FIRM, "长沙高新区")}),
        (f"{FIRM}（地址：浏阳市大瑶镇）今年扩产。", {(FIRM, "大瑶镇")}),
        (f"“{FIRM}”的牌子挂在了浏阳市。", {(FIRM, "浏阳市")}),
        ("云岭村归浏阳市大瑶镇管辖。", {("云岭村", "大瑶镇")}),
        ("云岭村是浏阳市大瑶镇最偏远的村庄。", {("云岭村", "大瑶镇")}),
        ("藏在大别山深处的云岭村有30户人家。", {("云岭村", "大别山")}),
        ("云岭自然保护区地跨浏阳市、醴陵市两市。", {("云岭自然保护区", "浏阳市"), ("云岭自然保护区", "醴陵市")}),
        (f"浏阳市再度成为{MEETING}的举办地。", {(MEETING, "浏阳市")}),
        (f"{MEETING}花落浏阳市。", {(MEETING, "浏阳市")}),
        (f"{MEETING}主会场设在长沙，分会场则分别放在浏阳和醴陵。",
         {(MEETING, "长沙"), (MEETING, "浏阳"), (MEETING, "醴陵")}),
        (f"{MEETING}在长沙设主会场，在浏阳、醴陵设分会场。",
         {(MEETING, "长沙"), (MEETING, "浏阳"), (MEETING, "醴陵")}),
    ],
)  # fmt: skip
def test_where_it_is(text, expected):
    assert expected <= set(read(text, "LOCATED_IN", place="湖南"))


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRM}把重点放在浙江市场。",
        f"{FIRM}就在浏阳市举办招聘会。",
        f"{FIRM}来自浏阳市的员工有三百人。",
        f"{FIRM}以浏阳市为例介绍了情况。",
        f"浏阳市是{FIRM}的主要客户。",
        f"浏阳市有{FIRM}的客户。",
        f"目前浏阳市有一家企业入选，{FIRM}落选。",
        f"{FIRM}将总部从浏阳市搬走。",
        f"浏阳市是{MEETING}的参展城市。",
    ],
)
def test_what_is_no_seat(text):
    assert not {subject for subject, _ in read(text, "LOCATED_IN", place="湖南")} & {FIRM, MEETING}


def test_each_where_it_is_one_by_one():
    found = set(read(f"{FIRM}、{OTHER}分别落户长沙、株洲。", "LOCATED_IN", place="湖南"))
    assert found == {(FIRM, "长沙"), (OTHER, "株洲")}
    found = set(read("首届茶业博览会和第二届竹业博览会分别在福州、南平举行。", "LOCATED_IN", place="福建"))
    assert found == {("首届茶业博览会", "福州"), ("第二届竹业博览会", "南平")}


def test_who_is_not_one_by_one_is_nowhere():
    assert not set(read(f"{FIRM}与{OTHER}分别落户长沙、株洲、湘潭。", "LOCATED_IN", place="湖南"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新建的云岭博物馆昨日开馆。该馆位于浏阳市大瑶镇。", ("云岭博物馆", "大瑶镇")),
        ("清溪水电站昨日投产发电。电站位于浏阳市大瑶镇境内。", ("清溪水电站", "大瑶镇")),
        ("云岭中学今年迎来百年校庆。学校坐落在浏阳市大瑶镇。", ("云岭中学", "大瑶镇")),
    ],
)
def test_a_word_for_the_site_stands_for_it(text, expected):
    assert expected in read(text, "LOCATED_IN", place="湖南")


def test_the_house_beside_it_is_another():
    found = set(read("云岭水库位于浏阳市。水库边的农家乐位于大瑶镇。", "LOCATED_IN", place="湖南"))
    assert ("云岭水库", "大瑶镇") not in found
