"""Who builds a work where the maker stands in another clause, behind 由 or in a list of roles; and who does not."""

from __future__ import annotations

import pytest
from extracting import read

WORK = "昆仑铬盐新材料项目"
TABLE = [
    (f"{WORK}开工。青江高新公司、东华科技公司等工程参建单位派人参加奠基。", {"青江高新公司", "东华科技公司"}),
    (
        f"{WORK}是由宁河集团与云岭公司共同打造，由青江科技公司运营管理的产业项目。",
        {"宁河集团", "云岭公司", "青江科技公司"},
    ),
    (f"宁河公司的招股书写明，公司计划募资5亿元，投向{WORK}。", {"宁河公司"}),
    (f"宁河公司买下一块地，未来将斥资3亿元打造{WORK}。", {"宁河公司"}),
    (f"宁河公司已在多地布局，如上线平台、建设{WORK}。", {"宁河公司"}),
    (f"宁河公司联合云岭公司，将{WORK}引入大通县。", {"宁河公司", "云岭公司"}),
    (f"大通县人民政府与宁河纺织集团、云岭公司签订{WORK}投资合作协议。", {"宁河纺织集团", "云岭公司"}),
    (f"宁河公司希望云岭公司介绍经验，{WORK}受到关注。", set()),
    (f"云岭公司参观了{WORK}。", set()),
    (f"云岭公司总经理李文达说，大家关心{WORK}。", set()),
    (f"云岭公司为{WORK}提供贷款。", set()),
    (f"云岭公司没有参与建设{WORK}。", set()),
]


@pytest.mark.parametrize(("text", "makers"), TABLE)
def test_who_builds_the_work(text, makers):
    assert {maker for maker, work in read(text, "UNDERTAKES") if work == WORK} == makers


def test_each_work_of_a_list_is_built():
    text = "宁河海外公司先后承接援斐济码头改扩建、赞比亚南部电网、巴新国家体育场等海外项目。"
    works = {work for maker, work in read(text, "UNDERTAKES") if maker == "宁河海外公司"}
    assert works == {"援斐济码头改扩建", "赞比亚南部电网", "巴新国家体育场"}


def test_a_programme_is_called_by_its_quoted_name():
    text = "宁河集团携手云岭大学发起的书法进校“青苗计划”正式启动。"
    assert set(read(text, "UNDERTAKES")) == {("宁河集团", "青苗计划"), ("云岭大学", "青苗计划")}


COOPERATION = [
    ("云岭公司已与青江大学、宁河医院等省内九家单位开展了药物研究的合作。", {"青江大学", "宁河医院"}),
    ("云岭公司与青江大学合作六年，成果丰硕。", {"青江大学"}),
    ("云岭公司从未与青江大学合作研发。", set()),
    ("云岭公司出席青江大学合作发展大会。", set()),
    ("云岭公司将名单联合报送青江大学。", set()),
]


@pytest.mark.parametrize(("text", "others"), COOPERATION)
def test_whom_they_work_with(text, others):
    pairs = {tuple(sorted(("云岭公司", other))) for other in others}
    assert set(read(text, "COOPERATES_WITH")) == pairs
