"""What lies where by its own subject, and names of places and bodies that end where the sentence goes on."""

from __future__ import annotations

import pytest
from extracting import names, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云桥群岛位于青江半岛与宁河岛之间。", set()),
        ("云岭集团曾计划将其位于浏阳市的手机工厂的员工增加一倍。", set()),
        ("云岭集团落户浏阳市，总投资10亿元。", {("云岭集团", "浏阳市")}),
        ("“云岭集团落户浏阳市”的消息时不时登上版面。", set()),
        ("李文达在这座位于浏阳市的博物馆与解放军的后代一起种树。", set()),
        ("获批国家绿色算力示范平台的5家单位分布于长沙、株洲等地。", set()),
        ("宁河冬泳协会队员们正在位于浏阳市的石门公园训练。", {("石门公园", "浏阳市")}),
        ("8月7日，位于浏阳市的宁河银行破产。", {("宁河银行", "浏阳市")}),
        ("石门社区隶属浏阳市大瑶镇。", {("石门社区", "大瑶镇"), ("大瑶镇", "浏阳市")}),
        ("展会在浏阳市举行，吸引了云岭集团、宁河电子有限公司等200多家企业参展。", set()),
        (
            "长沙高新区聚集了云岭汽车集团、宁河电子有限公司等企业。",
            {("云岭汽车集团", "长沙高新区"), ("宁河电子有限公司", "长沙高新区")},
        ),
        ("云岭集团首个研发中心在浏阳市开业。", set()),
        ("云岭集团在浏阳市正式开业。", {("云岭集团", "浏阳市")}),
        ("在五里桥街道辖区的13家企业共同成立了青江产业联盟。", set()),
        ("抵达浏阳市的云岭集团副总经理李文达介绍。", set()),
    ],
)
def test_who_lies_there(text, expected):
    assert set(read(text, "LOCATED_IN", place="湖南")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青河镇、宁河镇云岭乡的宽带全部恢复正常。", set()),
        ("考察团将到西安市高陵区、咸阳市高新区考察。", {("高陵区", "西安市")}),
        ("考察团将到西安市高陵区、雁塔区考察。", {("高陵区", "西安市"), ("雁塔区", "西安市")}),
        ("剑门蜀道的广元文化底蕴令人惊叹。", set()),
        ("参观北京的石门公园和上海植物园。", {("石门公园", "北京")}),
        ("云岭镇的文旅小镇今日开放。", {("文旅小镇", "云岭镇")}),
    ],
)
def test_neighbours_that_hold_each_other(text, expected):
    assert set(read(text, "LOCATED_IN")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("城南街道金牛村村主任李文达说。", {"城南街道", "金牛村"}),
        ("云岭街道正积极争创双拥模范街道。", {"云岭街道"}),
        ("在黄河入海口，嘉宾启动了装置。", {"黄河"}),
        ("调研组先后到浏阳市规划展览馆参观。", {"浏阳市规划展览馆"}),
        ("第六个“中国医师节”到来之际，浏阳市表彰一批医生。", {"浏阳市"}),
        ("李文达来到幸福社区和石门社区。", {"幸福社区", "石门社区"}),
        ("石门社区、和平新村社区的居民参加。", {"石门社区", "和平新村社区"}),
    ],
)
def test_where_places_end(text, expected):
    assert names(text, "Location") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中国气象局局领导出席会议。中国气象局作出部署。", {"中国气象局"}),
        ("应急管理部增派工作组赴青江指导防汛。", {"应急管理部"}),
        ("与青江大学艺术学院等多学院合作。青江大学艺术学院作了介绍。", {"青江大学艺术学院"}),
        ("云岭科协地质学会联合体承办会议。", {"云岭科协地质学会联合体"}),
        ("为宁河县文化馆总馆所辖各分馆提供演出。", {"宁河县文化馆总馆"}),
        ("宁河县公安局交警大队作了介绍。", {"宁河县公安局交警大队"}),
    ],
)
def test_where_bodies_end(text, expected):
    assert names(text, "Organization") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青江市政府与天翼云签署协议。天翼云科技有限公司总经理李文达出席。", set()),
        (
            "天翼云海南科技有限公司总经理李文达出席。青江市政府与天翼云签署协议。",
            {("天翼云海南科技有限公司", "天翼云")},
        ),
        ("华侨大学与华侨大学签约。", set()),
        ("中国电子召开会议。中国电子学会副秘书长周明远致辞。", set()),
        ("青江大学法学院院长李文达说，青江大学将加强合作。", {("青江大学法学院", "青江大学")}),
    ],
)
def test_the_same_firm_in_full_is_no_part(text, expected):
    assert set(read(text, "PART_OF")) == expected
