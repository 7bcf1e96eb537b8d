"""Works that places make, that two make together, and that share a last word."""

from __future__ import annotations

import pytest
from extracting import names, read

BY_PLACES = [
    ("西宁市持续实施“暖冬工程”“关爱家庭计划”，帮助老人。", {"暖冬工程", "关爱家庭计划"}),
    ("西宁市2015年实施了牧区供水提升工程，解决饮水难题。", {"牧区供水提升工程"}),
    ("据悉，石门镇今年在南沟村启动石门镇茶旅融合项目。", {"石门镇茶旅融合项目"}),
    ("石门镇聚焦群众所盼，投入资金200万元，实施南沟村道路硬化工程。", {"南沟村道路硬化工程"}),
    ("石门镇投资300万元，建成南沟河生态护岸工程。", {"南沟河生态护岸工程"}),
    ("石门镇投资800万元，启动石门公路改扩建，与高速衔接。", {"石门公路改扩建"}),
    ("在石门镇启动的“新苗计划”已惠及千人。", set()),
    ("云岭集团在石门镇建设云岭光伏产业园项目。", {"云岭光伏产业园项目"}),
    ("石门镇“新苗计划”启动。", set()),
    ("石门镇居民建设“邻里驿站”。", set()),
    ("石门镇启动“清风”专项行动。", set()),
    ("李文达来到石门镇调研，察看丰河大桥工程建设。", set()),
]


@pytest.mark.parametrize(("text", "expected"), BY_PLACES)
def test_a_place_that_makes_a_work_stands_for_its_government(text, expected):
    made = read(text, "UNDERTAKES")
    assert {work for _, work in made} == expected
    assert all(maker == "云岭集团" or maker.endswith(("政府", "石门镇")) for maker, _ in made)


TOGETHER = [
    (
        "云岭集团与青江大学共同开发的海量水文数据管控系统上线。",
        {("云岭集团", "海量水文数据管控系统"), ("青江大学", "海量水文数据管控系统")},
    ),
    ("由青江市科协建设和运营管理的青江科学传播中心近日开放。", {("青江市科协", "青江科学传播中心")}),
    ("云岭集团与青江大学联合研发的新型稻种已推广10万亩。", set()),
    ("云岭集团与青江大学共同打造的合作平台受到欢迎。", set()),
    (
        "云岭集团“小巨人”培育平台由西宁市工信局指导，石门科技公司负责具体运营。",
        {("云岭集团", "“小巨人”培育平台"), ("石门科技公司", "“小巨人”培育平台")},
    ),
    ("包括深化与石门研究院合作，实施古城墙保护工程。", set()),
    ("石门法院在南沟镇政府举行“和解小站”揭牌仪式。", {("石门法院", "和解小站")}),
    (
        "石门铁路运输法院负责研发的“青江法院（小象）司法服务平台”上线。",
        {("石门铁路运输法院", "青江法院（小象）司法服务平台")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOGETHER)
def test_who_makes_it_and_who_only_stands_by(text, expected):
    assert set(read(text, "UNDERTAKES")) == expected


SHARING = [
    ("云岭基金会实施了“母亲水窖”“小书桌”等公益项目。", {"母亲水窖", "小书桌"}),
    ("云岭集团启动“源点”、“晨光”两大工程。", {"源点", "晨光"}),
    ("活动推出“剪纸”“捏面人”等体验项目。", set()),
    ("云岭集团推进“清朗”“净水”系列专项行动。", set()),
    ("多家企业联合发起“茶艺产教中心”。", {"茶艺产教中心"}),
    ("云岭集团打造“清新云岭”旅游列车。", {"“清新云岭”旅游列车"}),
    ("石门镇打造“石门大院”品牌。", set()),
    ("石门法院设立“和解小站”12个。", set()),
    (
        "加快青江机场三期、石门铁路云岭段、石门大学新校区等项目建设。",
        {"青江机场三期", "石门铁路云岭段", "石门大学新校区"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), SHARING)
def test_names_in_quotation_marks_and_in_lists(text, expected):
    assert set(names(text, "Project")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("石门镇南沟村“幸福食堂”正式启用。", ("幸福食堂", "南沟村")),
        ("石门镇“春风计划”启动。", None),
        ("云岭集团锂盐项目在石门工业园开工。", ("云岭集团锂盐项目", "石门工业园")),
    ],
)
def test_where_a_station_in_quotation_marks_stands(text, expected):
    found = {(work, place) for work, place in read(text, "LOCATED_IN") if place != "石门镇"}
    assert found == ({expected} if expected else set())
