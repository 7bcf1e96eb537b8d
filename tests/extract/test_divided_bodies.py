"""Bodies by what they are divided into, by verbs between them, by the dashes that join them, and what looks alike."""

from __future__ import annotations

import pytest
from extracting import names


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("鹤壁市农业农村局植保站发布病虫情报。", {"鹤壁市农业农村局植保站"}),
        ("潍坊市委组织部人才科牵头起草了办法。", {"潍坊市委组织部人才科"}),
        ("杭州市中级人民法院刑事审判第一庭一审宣判。", {"杭州市中级人民法院刑事审判第一庭"}),
        ("兰州市公安局城关分局刑警大队抓获两人。", {"兰州市公安局城关分局刑警大队"}),
        ("国家税务总局绍兴市税务局第二稽查局查处一案。", {"国家税务总局绍兴市税务局第二稽查局"}),
        ("安徽省红十字会备灾救灾中心调拨帐篷500顶。", {"安徽省红十字会备灾救灾中心"}),
        ("安徽省医师协会儿科医师分会在合肥成立。", {"安徽省医师协会儿科医师分会"}),
        # The post's word, a deed and a common word are no divisions.
        ("鹤壁市教育局处理了此事。", {"鹤壁市教育局"}),
        ("鹤壁市水利局部署了工作。", {"鹤壁市水利局"}),
        ("鹤壁市商务局打开新格局。", {"鹤壁市商务局"}),
    ],
)
def test_divisions_belong_to_the_name_of_their_body(text: str, wanted: set[str]) -> None:
    assert names(text, "Organization") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("世界银行致信安徽省财政厅，对项目表示祝贺。", {"世界银行", "安徽省财政厅"}),
        ("鹤壁市水利局河湖保护科联合浚县公安局开展检查。", {"鹤壁市水利局河湖保护科", "浚县公安局"}),
        ("国家疾控局传染病管理司会同安徽省疾控中心修订指南。", {"国家疾控局传染病管理司", "安徽省疾控中心"}),
    ],
)
def test_verbs_between_bodies_part_them(text: str, wanted: set[str]) -> None:
    assert names(text, "Organization") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("复旦大学-鹤壁人民医院联合实验室昨天启用。", {"复旦大学-鹤壁人民医院联合实验室"}),
        ("清华大学—剑桥大学两校签署备忘录。", {"清华大学", "剑桥大学"}),
        ("顺天股份、恒岳科技、博瑞医药三家公司同日上市。", {"顺天股份", "恒岳科技", "博瑞医药"}),
    ],
)
def test_dashes_join_what_several_have_and_counts_are_no_part_of_names(text: str, wanted: set[str]) -> None:
    assert names(text, "Organization") == wanted


def test_a_clear_longer_name_is_whole_though_it_begins_with_a_known_one() -> None:
    found = names("由中国物流协会数字教育工作委员会协办，湖南省青年志愿服务队参加。", "Organization")
    assert found == {"中国物流协会数字教育工作委员会", "湖南省青年志愿服务队"}
