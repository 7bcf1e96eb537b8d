"""Which bodies of a clause face each other where something is signed or done together, and which only stand near."""

from __future__ import annotations

import pytest
from extracting import names, read

WITH = [
    ("云岭基金公司与石门某投资、宁河银行与青江证券公司签署合作协议。", {("宁河银行", "青江证券公司")}),
    ("青江大学与云岭集团、石门大学与宁河集团分别签署合作协议。",
     {("云岭集团", "青江大学"), ("宁河集团", "石门大学")}),
    ("挪威和瑞典3月5日在丰河就跨海渡轮停靠问题分别与丹麦和联合国签署协议。", set()),
    ("青江县政府和云岭集团、宁河集团签署合作协议。", {("云岭集团", "青江县政府"), ("宁河集团", "青江县政府")}),
    ("宁河航运公司与挪威三大茶企云岭茶叶公司、石门茶叶公司签订备忘录。",
     {("云岭茶叶公司", "宁河航运公司"), ("宁河航运公司", "石门茶叶公司")}),
    ("丰河市茶叶协会与宁河集团指定服务商签署了供货协议。", set()),
    ("云岭集团举行展会。项目团队与青江大学签署合作协议。", set()),
    ("云岭集团成立于2001年。会议期间，与青江银行签署贷款合同。", {("云岭集团", "青江银行")}),
    ("云岭公司与石门公司因水渠发生纠纷，丰河县法院主持双方达成用水协议。", {("云岭公司", "石门公司")}),
    ("青江县政府与云岭集团共同举办《海事公约》签约仪式，邀请嘉宾出席。", set()),
    ("青江县政府与云岭集团举行战略合作签约仪式。", {("云岭集团", "青江县政府")}),
    ("青江公司、云岭公司是公约的主要签约方。", set()),
    ("石门县政府与宁河集团举行会谈。品茶会上，双方企业签署了5项供货协议。", set()),
    ("宁河公司与石门公司双方通话持续约半小时。", set()),
    ("潮州、汕头中院与龙岩中院签署司法协作协议。", {("汕头中院", "龙岩中院"), ("潮州市中院", "龙岩中院")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pairs"), WITH)
def test_who_signs_with_whom(text, pairs):
    assert set(read(text, "SIGNED_WITH")) == pairs


SIGNED = [
    ("云岭公司董事长李文达说，丰河片区渡口扩建先行段已拿到授信并签署融资协议。", set()),
    ("云岭公司董事长李文达说，公司已与云岭银行签署融资协议。", {"云岭公司", "云岭银行"}),
    ("丰河县法院主持双方达成用水协议。", set()),
]


@pytest.mark.parametrize(("text", "parties"), SIGNED)
def test_who_only_speaks_or_helps_signs_nothing(text, parties):
    assert {subject for subject, _ in read(text, "SIGNED")} == parties


PAPERS = [
    ("（原标题《惠及百姓！云岭医院与宁河医院签订帮扶协议》）云岭医院院长李文达出席。", {"帮扶协议"}),
    ("两国打算下周就签署渔业条约问题磋商。", set()),
    ("丰河学校与石门学校签订对口支教协议。", {"对口支教协议"}),
]


@pytest.mark.parametrize(("text", "papers"), PAPERS)
def test_a_headline_or_a_topic_is_no_paper(text, papers):
    assert names(text, "Agreement") == papers


TOGETHER = [
    ("青江县政府开会。在青江县政府周边，救援队与武警部队联合作战。", set()),
    ("云岭集团党委书记李文达表示，将携手青江集团共同探索新路径。", set()),
    ("云岭集团将与青江大学保持紧密合作。", set()),
    ("云岭集团携手青江集团研发新药。", {("云岭集团", "青江集团")}),
    ("云岭集团与青江大学长期合作，共同培养人才。", {("云岭集团", "青江大学")}),
]


@pytest.mark.parametrize(("text", "pairs"), TOGETHER)
def test_who_works_with_whom(text, pairs):
    assert set(read(text, "COOPERATES_WITH")) == pairs
