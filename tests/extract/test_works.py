"""Which phrases name a project, a meeting or an agreement: what is weighed, and what is left alone."""

from __future__ import annotations

import pytest
from extracting import names

from kg.extract.mention.works import LEAST
from kg.language.lexicon import table

KEPT = [
    ("青江县乡村振兴现场推进会6月20日在宁河镇召开，县长李文达出席会议并讲话。", "Meeting", "乡村振兴现场推进会"),
    ("总投资20亿元的昆仑铬盐新材料项目在青江县开工，李文达出席开工仪式。", "Project", "昆仑铬盐新材料项目"),
    ("位于石门高新区的己内酰胺产业链搬迁扩能项目全面投产。", "Project", "己内酰胺产业链搬迁扩能项目"),
    ("青江县与宁河实业集团签署锂电产业战略合作框架协议。", "Agreement", "战略合作框架协议"),
    ("第三届云岭生态产业博览会开幕，周明远宣布开幕。", "Meeting", "第三届云岭生态产业博览会"),
]
LEFT = [
    ("全县要加快建设重点工程，抓好民生项目，确保完成全年任务。", "Project"),
    ("要认真开好民主生活会，开展谈心谈话。", "Meeting"),
    ("会议强调，要扎实开展志愿服务活动，营造浓厚氛围。", "Meeting"),
    ("双方要落实好各项协议，履行合同义务。", "Agreement"),
]


@pytest.mark.parametrize(("text", "kind", "name"), KEPT)
def test_a_work_that_is_told_of_is_found(text, kind, name):
    assert any(found.endswith(name) for found in names(text, kind))


@pytest.mark.parametrize(("text", "kind"), LEFT)
def test_what_names_nothing_in_particular_is_left_alone(text, kind):
    assert names(text, kind) == set()


def test_every_weight_is_of_a_type_that_is_weighed():
    rows = table("work_weights")
    assert len(rows) > 100
    assert {sign[0] for sign, _ in rows} == {kind[0] for kind in LEAST}
    assert all(abs(float(value)) < 10 for _, value in rows)


PAPERS = [
    ("宁河集团与云桥公司签约战略合作协议。", {"战略合作协议"}),
    ("宁河集团与云桥公司签署多项投资合作协议。", {"投资合作协议"}),  # one signing between the same parties
    ("会上签署多项投资合作协议。", set()),
    ("宁河集团与云桥公司签下供货协议。", {"供货协议"}),
    # what somebody will sign, or will not, is no paper yet
    ("双方推动签署《青江流域保护协议》。", set()),
    ("宁河集团表示，希望尽早达成供货协议。", set()),
    ("宁河集团未与云桥公司达成供货协议。", set()),
    ("会上，双方签署《青江流域保护协议》。", {"青江流域保护协议"}),
]


@pytest.mark.parametrize(("text", "expected"), PAPERS)
def test_a_paper_begins_behind_its_verb_and_has_no_name_where_nobody_signs_what_is_counted(text, expected):
    assert names(text, "Agreement") == expected


RANKED = [
    ("宁河转型发展基金是省内规模最大的产业投资基金。", {"宁河转型发展基金"}),
    ("全省海拔最高光伏项目——云岭光伏电站日前并网发电。", {"云岭光伏电站"}),
    ("宁河集团建成了全省最大的云桥光伏产业园项目。", {"云桥光伏产业园项目"}),
    ("青江电建建成了亚洲第三大抽水蓄能电站——老挝石门抽水蓄能电站。", {"老挝石门抽水蓄能电站"}),
    ("青江路桥承建的云桥第二大桥项目竣工。", {"云桥第二大桥项目"}),
    ("当前宁海市人民医院扩建项目正在建设。", {"宁海市人民医院扩建项目"}),
]


@pytest.mark.parametrize(("text", "expected"), RANKED)
def test_the_kind_of_which_something_is_the_first_is_no_name(text, expected):
    assert names(text, "Project") == expected
