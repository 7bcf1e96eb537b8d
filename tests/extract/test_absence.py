"""Who is met on a tour, planned for, told of another year or absent attends nothing; who acts at it does."""

from __future__ import annotations

import pytest
from extracting import read

CONGRESS = "全市工业大会3月8日在青江举行。"

TABLE = [
    ("李文达讲话。在云桥钢铁有限公司,公司董事长周明远介绍了技改情况。", {"李文达"}),
    ("李文达讲话。与会人员还走进云桥钢铁有限公司,公司董事长周明远为大家讲解。", {"李文达"}),
    ("李文达讲话。市发改委主任周明远陪同考察。", {"李文达"}),
    ("李文达讲话,市发改委主任周明远陪同参加。", {"李文达", "周明远"}),
    ("在丰河分会场,丰河市市长周明远汇报了工作。", {"周明远"}),
    ("在丰河市,市长周明远通过视频汇报了工作。", {"周明远"}),
    ("大会开始前,李文达看望了劳模,市总工会主席周明远介绍了情况。", set()),
    ("大会开始前,李文达参观了展厅。周明远主持。", {"周明远"}),
    ("大会开始前,李文达参观了展厅。学生赵立新朗诵了诗作。", set()),
    ("大会结束后,何林为企业家授课。", set()),
    ("会议决定,由市工信局局长周明远在下月的现场会上作交流发言。", set()),
    ("会议邀请青江大学教授何林作专题辅导。", {"何林"}),
    ("会议审议通过了关于加强生态保护的决定,由市司法局局长周明远作说明。", {"周明远"}),
    ("培训期间,云桥大学教授何林将到班授课。", set()),
    ("去年,云桥钢铁董事长周明远领取了科技进步奖。", set()),
    ("云桥钢铁董事长周明远曾在省里作过经验交流。", set()),
    ("曾任市长的周明远出席大会,曾立新主持。", {"周明远", "曾立新"}),
    ("下一步,市发改委主任周明远表示,将出台新的办法。", {"周明远"}),
    ("李文达作题为《2024年工业回顾》的报告。", {"李文达"}),
    ("何林因病未能出席,作了书面发言。", set()),
    ("何林在大会上作书面发言。", {"何林"}),
    ("云桥大学教授何林因病未能到会,由讲师赵立新代为宣读。", {"赵立新"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "there"), TABLE)
def test_who_is_told_of_beside_a_happening_does_not_attend_it(text, there):
    triples = read(CONGRESS + text, "ATTENDED", place="青江", city="青江")
    assert {who for who, meeting in triples if meeting == "全市工业大会"} == there


@pytest.mark.parametrize(
    ("lead", "there"),
    [("3月8日举行。李文达将出席并致辞。", {"李文达"}), ("将于3月8日举行。李文达将出席并致辞。", {"李文达"})],
)
def test_who_will_come_to_what_is_announced_is_told(lead, there):
    triples = read("全市工业大会" + lead, "ATTENDED", place="青江", city="青江")
    assert {who for who, _ in triples} == (there if "将于" in lead else set())
