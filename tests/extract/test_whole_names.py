"""Where the names of people and of happenings with people in them end and begin."""

from __future__ import annotations

import pytest
from extracting import article, names, read

from kg.extract import extract


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("意大利总统塞尔焦·马塔雷拉日前表示，愿推动文化交流。", "塞尔焦·马塔雷拉"),
        ("法国导演让·雅克·阿诺近日来到上海。", "让·雅克·阿诺"),
        ("秘鲁外长哈维尔·冈萨雷斯昨天抵达北京。", "哈维尔·冈萨雷斯"),
        ("阿根廷总统哈维尔·米莱随后发表讲话。", "哈维尔·米莱"),
        ("副主席次仁顿珠在拉萨与湖北省副省长夹谷清源举行座谈。", "夹谷清源"),
        ("7月1日，副省长夹谷清源率队赴藏。", "夹谷清源"),
        ("副市长夏侯渊带队检查。", "夏侯渊"),
        ("9月3日，市长公羊策会见了日本客人。", "公羊策"),
        ("1月18日，省委决定：诸葛一鸣任天长市委书记。", "诸葛一鸣"),
    ],
)
def test_people(text, person):
    assert person in names(text, "Person")


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        ("第五届汤显祖戏剧文化论坛在抚州市开幕。", "第五届汤显祖戏剧文化论坛"),
        ("第九届张仲景医药文化节在南阳举办。", "第九届张仲景医药文化节"),
        ("首届徐霞客国际旅游节在江阴开幕。", "首届徐霞客国际旅游节"),
        ("第十届鲁迅文学研讨会在绍兴举行。", "第十届鲁迅文学研讨会"),
        ("济南奥林匹克体育中心迎来全国大学生田径锦标赛。", "全国大学生田径锦标赛"),
        ("合肥滨湖国际会展中心迎来第十届家居博览会。", "第十届家居博览会"),
    ],
)
def test_happenings(text, meeting):
    assert names(text, "Meeting") == {meeting}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("甘肃陇垚牧业有限公司在崇信县开工建设万头肉牛养殖项目。", {"万头肉牛养殖项目"}),
        ("公司建设的百万羽蛋鸡养殖基地开工。", {"百万羽蛋鸡养殖基地"}),
        ("全县实施千万元级项目。", set()),
    ],
)
def test_works_with_figures_in_words(text, found):
    assert names(text, "Project") == found


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("11月12日，中国农业银行咸阳分行给礼泉县苹果合作社发放贷款600万元。", "中国农业银行咸阳分行"),
        ("9月5日，越南农业与环境部6日通报，今年榴莲出口增长。", "越南农业与环境部"),
    ],
)
def test_bodies(text, body):
    assert body in names(text, "Organization")


def all_names(text: str) -> dict[str, tuple[str, ...]]:
    return {one.name: one.names for one in extract(article(text)).entities if one.type == "Organization"}


def test_a_call_within_a_paper_is_no_name_but_means_who_is_called_so():
    text = (
        "宁河实业股份有限公司（以下简称“公司”）发布公告。云桥集团股份有限公司表示满意。公司投资建设的石门光伏项目开工。"
    )
    assert all_names(text)["宁河实业股份有限公司"] == ("宁河实业股份有限公司",)
    assert set(read(text, "UNDERTAKES")) == {("宁河实业股份有限公司", "石门光伏项目")}
    nearest = text.replace("（以下简称“公司”）", "")
    assert set(read(nearest, "UNDERTAKES")) == {("云桥集团股份有限公司", "石门光伏项目")}


@pytest.mark.parametrize(
    ("text", "name", "of_the_party"),
    [
        ("北京市住建委主任周明远介绍情况。", "北京市住建委", False),
        ("黄浦区科委主任李文达介绍情况。", "黄浦区科委", False),
        ("西宁市委书记陈国强介绍情况。", "西宁市委", True),
        ("大通县纪委书记赵立新介绍情况。", "大通县纪委", True),
    ],
)
def test_only_a_committee_of_the_party_bears_its_name(text, name, of_the_party):
    assert ("中共" + name in all_names(text)[name]) == of_the_party
