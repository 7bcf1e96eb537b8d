"""Free Chinese wording finds its question and its parameters; what is not clear is said to be so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.query.finding import may_be_name
from kg.query.names import Name, Names
from kg.query.wording import readings, sure
from kg.store.questions import everything

TODAY = date(2025, 5, 20)
ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("wordings.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def thing(kind, *names, within=()):
    return Name(kind, names, 1, within)


NAMES = Names(
    [
        *(thing("Person", name) for name in ("李文达", "周明远", "赵一平", "孙立言", "钱思源", "何书勤", "李文静")),
        *(thing("Organization", name) for name in ("青海省委", "青海省政府", "江河数据集团", "宁河通信", "远山云")),
        thing("Organization", "江河交通建设集团有限公司", "江河交建"),
        thing("Organization", "宁河铝业"),
        thing("Organization", "哈萨克斯坦共和国"),
        thing("Location", "青海", "青海省", within=("青海", "青海省")),
        thing("Location", "西宁", "西宁市", within=("西宁", "西宁市", "青海", "青海省")),
        thing("Location", "大通县", within=("大通县", "西宁", "西宁市", "青海", "青海省")),
        thing("Location", "南滩工业园区", within=("南滩工业园区", "西宁", "西宁市")),
        thing("Location", "西宁新材料开发区", within=("西宁新材料开发区", "西宁")),
        thing("Meeting", "全省云计算产业大会"),
        thing("Meeting", "第9届河洽会", "河洽会"),
        thing("Project", "风电基地项目"),
    ]
)


def read(text):
    return readings(text, everything(), NAMES, TODAY)


def test_every_question_has_five_wordings():
    texts = {
        question.name: {text for name, *some in ROWS if name == question.name for text in some}
        for question in everything()
    }
    assert all(len(some) >= 5 for some in texts.values())
    assert {name for name, *_ in ROWS} == texts.keys()


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, *texts in ROWS for text in texts])
def test_the_question_that_is_meant(name, text):
    found = read(text)
    assert found[0].question.name == name, [(one.question.name, one.score) for one in found[:3]]
    assert sure(found)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("李文达见过哪些企业负责人", {"person": "李文达", "kind": "company"}),
        ("李文达见过谁", {"person": "李文达"}),
        ("青海省政府和哪些企业签了什么", {"organization": "青海省政府", "kind": "company"}),
        ("青海省和哪些企业签了约", {"organization": "青海省政府", "kind": "company"}),
        ("西宁有哪些项目谁在建", {"within": "西宁"}),
        ("西宁市及所属有哪些项目", {"within": "西宁市"}),
        ("谁主持了全省云计算产业大会、谁发言", {"meeting": "全省云计算产业大会", "role": "host、speaker"}),
        ("谁主持了云计算大会", {"meeting": "全省云计算产业大会", "role": "host"}),
        ("周明远任过什么职", {"person": "周明远"}),
        ("周明远2024年3月参加了哪些会议", {"official": "周明远", "since": "2024-03-01", "until": "2024-03-31"}),
        ("去年以来李文达见过谁", {"person": "李文达", "since": "2024-01-01"}),
        ("上月李文达考察了哪里", {"visitor": "李文达", "since": "2025-04-01", "until": "2025-04-30"}),
        ("李文达和赵一平会见的依据", {"subject": "李文达", "object": "赵一平", "predicate": "MET_WITH"}),
        ("哪些人会见最多", {"type": "Person"}),
        ("凭什么说李文达是省委书记", {"subject": "李文达", "object": "青海省委", "predicate": "HOLDS_POSITION"}),
        ("云计算大会来了哪些领导", {"meeting": "全省云计算产业大会"}),
        ("这些文章各写了什么", {}),
        ("哪些意向变成了正式协议", {}),
        ("钱思源认不认识李文达", {"start": "钱思源", "finish": "李文达"}),
        ("省委书记是谁", {"organization": "青海省委", "post": "书记"}),
        ("谁是青海的副省长", {"within": "青海", "post": "副省长"}),
        ("远山云的负责人叫什么", {"organization": "远山云"}),
        ("青海省政府副省长", {"organization": "青海省政府", "post": "副省长"}),
        ("风电基地项目在哪儿、谁建的", {"project": "风电基地项目"}),
        ("江河数据集团在青海建了什么", {"within": "青海", "organization": "江河数据集团"}),
        ("远山云在青海签过什么合同", {"organization": "远山云"}),
        ("宁河通信属于哪家公司", {"branch": "宁河通信"}),
        ("宁河通信有哪些分公司", {"organization": "宁河通信"}),
        ("远山云和政府签了什么没有", {"organization": "远山云", "kind": "body"}),
        ("江河数据也叫什么名字", {"name": "江河数据集团"}),
        ("2023年7月有什么大会", {"since": "2023-07-01", "until": "2023-07-31"}),
        ("那篇讲云计算大会的报道有哪些内容", {"article": "云计算大会"}),
        ("西藏出现了多少个政府部门", {"within": "西藏"}),
        ("和外界合作最多的公司是哪几家", {"type": "Organization"}),
    ],
)
def test_what_the_words_say_of_parameters(text, values):
    assert dict(read(text)[0].values) == values


@pytest.mark.parametrize("text", ["今天天气怎么样", "李文达", "西宁", "你好", "关系", "项目会议"])
def test_what_is_not_clear_is_not_taken(text):
    assert not sure(read(text))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("李文达和赵一平见过谁", {"person": "李文达、赵一平"}),
        ("李文达见过赵一平吗", {"person": "李文达", "whom": "赵一平"}),
        ("青海省政府跟江河数据集团签了什么", {"organization": "青海省政府", "partner": "江河数据集团"}),
        ("李文达和周明远一起开过几次会", {"person": "李文达", "whom": "周明远"}),
        ("西宁和大通县有哪些项目", {"within": "西宁、大通县"}),
        ("李文达2024年下半年见过谁", {"person": "李文达", "since": "2024-07-01", "until": "2024-12-31"}),
        ("Which companies did 李文达 meet", {"person": "李文达", "kind": "company"}),
    ],
)
def test_two_names_and_parts_of_years(text, values):
    assert dict(read(text)[0].values) == values
    assert not read(text)[0].idle


def test_a_park_is_a_place_among_works_and_a_work_itself_elsewhere():
    names = Names(
        [*NAMES.things, thing("Project", "零碳产业园"), thing("Location", "零碳产业园", within=("零碳产业园",))]
    )
    ask = {
        text: readings(text, everything(), names, TODAY)[0] for text in ("零碳产业园有哪些项目", "零碳产业园是谁建的")
    }
    assert [(one.question.name, dict(one.values)) for one in ask.values()] == [
        ("projects_by_place", {"within": "零碳产业园"}),
        ("projects_by_place", {"project": "零碳产业园"}),
    ]


def test_names_for_which_the_question_has_no_place_are_told():
    assert read("宁河通信的子公司里有周明远吗")[0].idle == ("周明远",)


@pytest.mark.parametrize(
    ("text", "name"), [("省委", True), ("比亚迪", True), ("变成了正式", False), ("先说", False), ("江河铝业", True)]
)
def test_verbs_and_adverbs_are_no_names(text, name):
    assert may_be_name(text) is name


def test_a_name_alone_is_offered_the_questions_that_can_use_it():
    assert {name for one in read("李文达")[:3] for name in one.values.values()} == {"李文达"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("李文打见过谁", "李文打"),
        ("李文达见过王大力吗", "王大力"),
        ("江河铝业有哪些分公司", "江河铝业"),
        ("李文达见过谁", ""),
        ("青海省委底下有什么部门", ""),
        ("江河数据集团出自哪句话", ""),
    ],
)
def test_names_that_are_not_there_are_left_over(text, name):
    assert read(text)[0].left == name


@pytest.mark.parametrize(
    ("written", "kind", "first"),
    [
        ("李文打", "Person", "李文达"),
        ("lwd", "Person", "李文达"),
        ("liwenda", "Person", "李文达"),
        ("黎闻答", "Person", "李文达"),
        ("李文", "Person", "李文静"),
        ("江河交建集团", "Organization", "江河交通建设集团有限公司"),
        ("云计算大会", "Meeting", "全省云计算产业大会"),
    ],
)
def test_names_that_are_like_one(written, kind, first):
    assert first in NAMES.near(written, kind)[:2]


def test_what_is_like_nothing_has_no_neighbours():
    assert NAMES.near("欧阳震霆", "Person") == []
    assert NAMES.near("", "Person") == []
