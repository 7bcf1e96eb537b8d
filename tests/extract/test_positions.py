from __future__ import annotations

import pytest
from extracting import read

# (text, {(person, organisation): titles})
TABLE = [
    (
        "省委书记、省人大常委会主任张建国，省委副书记、省长李海燕出席。",
        {
            ("张建国", "青海省委"): ["书记"],
            ("张建国", "青海省人大常委会"): ["主任"],
            ("李海燕", "青海省委"): ["副书记"],
            ("李海燕", "青海省政府"): ["省长"],
        },
    ),
    ("市委常委王建华、赵永强、孙丽娟参加。", {(n, "西宁市委"): ["常委"] for n in ("王建华", "赵永强", "孙丽娟")}),
    ("青海宏远科技有限公司总裁兼首席执行官陈国栋致辞。", {("陈国栋", "青海宏远科技有限公司"): ["总裁", "首席执行官"]}),
    ("会议任命王建华为西宁市教育局局长。", {("王建华", "西宁市教育局"): ["局长"]}),
    ("张建国任青海省交通运输厅厅长。", {("张建国", "青海省交通运输厅"): ["厅长"]}),
    ("大通县委副书记、县长赵永强介绍情况。", {("赵永强", "大通县委"): ["副书记"], ("赵永强", "大通县政府"): ["县长"]}),
    (
        "省十四届人大二次会议期间，王建华、赵永强等代表先后发言。",
        {("王建华", "青海省人大"): ["代表"], ("赵永强", "青海省人大"): ["代表"]},
    ),
    ("县委常委、组织部部长孙丽娟陪同。", {}),
    (
        "湟源县委常委、组织部部长孙丽娟陪同。",
        {("孙丽娟", "湟源县委"): ["常委"], ("孙丽娟", "湟源县委组织部"): ["部长"]},
    ),
    ("省领导张建国、李海燕出席。", {}),
    (
        "十四届全国人大常委会副委员长张建国、李海燕出席会议。",
        {("张建国", "全国人大常委会"): ["副委员长"], ("李海燕", "全国人大常委会"): ["副委员长"]},
    ),
    ("陈国栋副总裁与宏远集团陈志强董事长见面。", {("陈志强", "宏远集团"): ["董事长"]}),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_who_holds_which_post(text, expected):
    triples = read(text, "HOLDS_POSITION", place="青海", city="西宁市")
    assert {ends: triple.properties["titles"] for ends, triple in triples.items()} == expected


@pytest.mark.parametrize("text", ["张建国曾任西宁市教育局局长。", "会议免去张建国的西宁市教育局局长职务。"])
def test_a_post_of_the_past_is_marked(text):
    triple = read(text, "HOLDS_POSITION", place="青海", city="西宁市")["张建国", "西宁市教育局"]
    assert triple.properties["status"] == "former"


def test_a_relative_name_keeps_the_reason_for_its_place():
    triple = read("省委书记张建国讲话。", "HOLDS_POSITION", place="青海")["张建国", "青海省委"]
    shown = next(item for item in triple.evidence if item.role == "object")
    assert shown.via.startswith("省委 → 青海省委")


def test_a_resume_names_posts_held_left_and_to_come():
    text = "王小明，男，1970年生，曾任西宁市教育局局长，现任青海大学副校长，拟任青海省教育厅厅长。"
    triples = read(text, "HOLDS_POSITION", place="青海", city="西宁市")
    states = {ends[1]: triple.properties.get("status") for ends, triple in triples.items()}
    assert states == {"西宁市教育局": "former", "青海大学": None, "青海省教育厅": "planned"}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("下麻尔村党支部书记王建国说。", "下麻尔村党支部"),
        ("多巴镇党委书记王建国介绍。", "多巴镇党委"),
        ("上新庄镇镇长王建国告诉记者。", "上新庄镇政府"),
    ],
)
def test_posts_of_towns_and_villages(text, body):
    assert set(read(text, "HOLDS_POSITION", place="青海", city="西宁市")) == {("王建国", body)}


@pytest.mark.parametrize(
    ("text", "name", "body", "status"),
    [
        ("英国前首相布莱尔8日来访。", "布莱尔", "英国", "former"),
        ("财政部原部长王建国8日来访。", "王建国", "财政部", "former"),
        ("国务院前总理王建国8日来访。", "王建国", "国务院", "former"),
        ("太原市长王建国8日来访。", "王建国", "太原市政府", None),
        ("中国驻法国大使王建国8日来访。", "王建国", "中国驻法国大使馆", None),
        ("法国驻华大使白玉堂8日来访。", "白玉堂", "法国驻华大使馆", None),
        ("外交部长王建国8日来访。", "王建国", "外交部", None),
    ],
)
def test_posts_of_the_past_and_envoys(text: str, name: str, body: str, status: str | None) -> None:
    found = read(text, "HOLDS_POSITION")
    assert {ends: triple.properties.get("status") for ends, triple in found.items()} == {(name, body): status}


# Posts whose body stands further off, with what each must leave alone. (text, {(person, organisation): titles})
INHERITED = [
    (
        "青江市法院党组成员、副院长李文达，党组成员、政治部主任周明远参加。",
        {("李文达", "青江市法院"): ["党组成员", "副院长"], ("周明远", "青江市法院"): ["党组成员", "政治部主任"]},
    ),
    (
        "西宁市教育局局长李文达、四级调研员周明远陪同。",
        {("李文达", "西宁市教育局"): ["局长"], ("周明远", "西宁市教育局"): ["四级调研员"]},
    ),
    (
        "西宁市教育局局长李文达主持会议。副局长周明远参加。",
        {("李文达", "西宁市教育局"): ["局长"], ("周明远", "西宁市教育局"): ["副局长"]},
    ),
    ("青海宏远科技有限公司召开会议。公司党委书记、董事长李文达讲话。",
     {("李文达", "青海宏远科技有限公司"): ["党委书记", "董事长"]}),
    ("西宁市教育局局长李文达、作家周明远陪同。", {("李文达", "西宁市教育局"): ["局长"]}),
    ("西宁市教育局局长李文达与周明远会谈。", {("李文达", "西宁市教育局"): ["局长"]}),
    ("青海省商务厅（青海省口岸办）厅长李文达说。",
     {("李文达", "青海省商务厅"): ["厅长"], ("李文达", "青海省口岸办"): ["厅长"]}),
    ("西宁市总工会分管日常工作的副主席李文达说。", {("李文达", "西宁市总工会"): ["副主席"]}),
    ("青海宏远集团行政总裁李文达说。", {("李文达", "青海宏远集团"): ["行政总裁"]}),
    ("青海宏远集团行政总裁李文达、事务执行总监周明远等到场。",
     {("李文达", "青海宏远集团"): ["行政总裁"], ("周明远", "青海宏远集团"): ["事务执行总监"]}),
    ("西宁市教育局副局长、人民视频董事长李文达到场。",
     {("李文达", "西宁市教育局"): ["副局长"], ("李文达", "人民视频"): ["董事长"]}),
    ("青海宏远科技有限公司发布公告，公司董事会聘任李文达为公司副总经理。",
     {("李文达", "青海宏远科技有限公司"): ["副总经理"]}),
    ("李文达，西宁市教育局局长；周明远，西宁市财政局局长。",
     {("李文达", "西宁市教育局"): ["局长"], ("周明远", "西宁市财政局"): ["局长"]}),
    ("李文达，西宁市教育局局长的邻居。", {}),
    ("青海工业大学党委书记中国工程院院士李文达到场。",
     {("李文达", "青海工业大学"): ["党委书记"], ("李文达", "中国工程院"): ["院士"]}),
    ("青海宏远科技有限公司长沙分公司经理李文达到场。", {("李文达", "青海宏远科技有限公司长沙分公司"): ["经理"]}),
    ("李文达（青海宏远集团董事长）说，形势很好。", {("李文达", "青海宏远集团"): ["董事长"]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), INHERITED)
def test_posts_whose_body_stands_further_off(text, expected):
    triples = read(text, "HOLDS_POSITION", place="青海", city="西宁市")
    assert {ends: triple.properties["titles"] for ends, triple in triples.items()} == expected


# Departments between the body and the post. (text, {(person, organisation): titles})
DEPARTMENTS = [
    ("青海省农业农村厅人事处处长李文达到场。", {("李文达", "青海省农业农村厅人事处"): ["处长"]}),
    ("青海宏远集团市场部经理李文达到场。", {("李文达", "青海宏远集团"): ["市场部经理"]}),
    (
        "西宁市副市长李文达、中央政策研究室副主任周明远到场。",
        {("李文达", "西宁市政府"): ["副市长"], ("周明远", "中央政策研究室"): ["副主任"]},
    ),
    (
        "西宁市委政法委副书记李文达、综治科科长周明远到场。",
        {("李文达", "西宁市委政法委"): ["副书记"], ("周明远", "西宁市委政法委"): ["综治科科长"]},
    ),
    (
        "省水利厅水资源处处长李文达、河湖处副处长周明远，基建处处长何林到场。",
        {
            ("李文达", "青海省水利厅水资源处"): ["处长"],
            ("周明远", "青海省水利厅河湖处"): ["副处长"],
            ("何林", "青海省水利厅基建处"): ["处长"],
        },
    ),
    (
        "西宁市中级人民法院刑一庭庭长李文达、民二庭庭长周明远到场。",
        {("李文达", "西宁市中级人民法院刑一庭"): ["庭长"], ("周明远", "西宁市中级人民法院民二庭"): ["庭长"]},
    ),
    (
        "青海宏远科技公司市场部经理李文达、研发部经理周明远到场。",
        {("李文达", "青海宏远科技公司"): ["市场部经理"], ("周明远", "青海宏远科技公司"): ["研发部经理"]},
    ),
    ("青海宏远集团出席，经理李文达发言。", {("李文达", "青海宏远集团"): ["经理"]}),
    ("财政部副部长李文达到场。", {("李文达", "财政部"): ["副部长"]}),
    ("湟源县人武部政委李文达到场。", {("李文达", "湟源县人武部"): ["政委"]}),
]


@pytest.mark.parametrize(("text", "expected"), DEPARTMENTS)
def test_departments_between_the_body_and_the_post(text, expected):
    triples = read(text, "HOLDS_POSITION", place="青海", city="西宁市")
    assert {ends: triple.properties["titles"] for ends, triple in triples.items()} == expected


# (text, {(person, organisation): status})
TAKEN_UP = [
    (
        "大会选举李文达为青海省人大常委会主任；周明远为青海省省长，赵立新、陈国强为青海省副省长。",
        {
            ("李文达", "青海省人大常委会"): None,
            ("周明远", "青海省政府"): None,
            ("赵立新", "青海省政府"): None,
            ("陈国强", "青海省政府"): None,
        },
    ),
    ("陈国强当选青海省新一任省长。", {("陈国强", "青海省政府"): None}),
    ("任命：\n陈国强为西宁市教育局局长；\n李文达为西宁市财政局副局长。",
     {("陈国强", "西宁市教育局"): None, ("李文达", "西宁市财政局"): None}),
    ("陈国强现已担任西宁市教育局党组书记、局长。", {("陈国强", "西宁市教育局"): None}),
    ("此前担任西宁市教育局局长的陈国强到场。", {("陈国强", "西宁市教育局"): "former"}),
    ("陈国强不再担任西宁市教育局局长。", {("陈国强", "西宁市教育局"): "former"}),
    ("陈国强将出任西宁市教育局局长。", {("陈国强", "西宁市教育局"): "planned"}),
    ("陈国强现任西宁市教育局局长候选人。", {("陈国强", "西宁市教育局"): "planned"}),
    ("青海宏远科技有限公司法定代表人为陈国强。", {("陈国强", "青海宏远科技有限公司"): None}),
    ("青海环湖赛车协会召开大会，陈国强当选会长，李文达、周明远当选为副会长。",
     {(name, "青海环湖赛车协会"): None for name in ("陈国强", "李文达", "周明远")}),
    ("陈国强为西宁市教育局局长送行。", {}),
    ("会议由西宁市教育局局长主持，陈国强发言。", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TAKEN_UP)
def test_posts_taken_up_left_and_to_come(text, expected):
    triples = read(text, "HOLDS_POSITION", place="青海", city="西宁市")
    assert {ends: triple.properties.get("status") for ends, triple in triples.items()} == expected


# Offices of other countries, of regions and envoys. (text, person, organisation or None)
ABROAD = [
    ("俄罗斯国防部长伊万诺夫来访。", "伊万诺夫", "俄罗斯国防部"),
    ("秘鲁外贸和旅游部长胡安·诺顿参加。", "胡安·诺顿", "秘鲁外贸和旅游部"),
    ("伊朗外长哈米迪来访。", "哈米迪", "伊朗外交部"),
    ("据报道，俄总统伊万诺夫会见客人。", "伊万诺夫", "俄罗斯"),
    ("香港特区行政长官李文达致辞。", "李文达", "香港特别行政区政府"),
    ("中国驻曼彻斯特总领事周明远参加。", "周明远", "中国驻曼彻斯特总领事馆"),
    ("中国驻美大使周明远参加。", "周明远", "中国驻美国大使馆"),
    ("财政部部长周明远参加。", "周明远", "财政部"),
    ("西宁市委常委、组织部长周明远参加。", "周明远", "西宁市委组织部"),
    ("《青江日报》总编辑周明远参加。", "周明远", "青江日报"),
    ("星河智联CEO周明远参加。", "周明远", "星河智联"),
    ("会上，知名企业CEO周明远参加。", "周明远", None),
    ("青海宏远集团李文达书记、周明远副主席到访。", "周明远", "青海宏远集团"),
]


@pytest.mark.parametrize(("text", "name", "body"), ABROAD)
def test_offices_abroad_envoys_and_firms_known_by_a_post(text: str, name: str, body: str | None) -> None:
    bodies = {ends[1] for ends in read(text, "HOLDS_POSITION") if ends[0] == name}
    assert body in bodies if body else not bodies


def test_a_general_secretary_of_another_party_is_not_of_this_one():
    assert read("客人转达了乌东赛总书记的问候。", "HOLDS_POSITION") == {}


# What the words say of a post, and what they leave alone. (text, {organisation: status})
STATUS = [
    ("李文达曾任西宁市教育局局长。", {"西宁市教育局": "former"}),
    ("李文达历任西宁市教育局局长、西宁市财政局局长。", {"西宁市教育局": "former", "西宁市财政局": "former"}),
    ("西宁市教育局原局长李文达到场。", {"西宁市教育局": "former"}),
    ("时任西宁市教育局局长李文达到场。", {"西宁市教育局": "former"}),
    ("李文达辞去西宁市教育局局长职务。", {"西宁市教育局": "former"}),
    ("李文达卸任西宁市教育局局长。", {"西宁市教育局": "former"}),
    ("李文达不再兼任西宁市教育局局长。", {"西宁市教育局": "former"}),
    ("会议免去李文达的西宁市教育局局长职务。", {"西宁市教育局": "former"}),
    ("李文达早年曾担任西宁市教育局副局长。", {"西宁市教育局": "former"}),
    ("李文达拟任西宁市教育局局长。", {"西宁市教育局": "planned"}),
    ("李文达将担任西宁市教育局局长。", {"西宁市教育局": "planned"}),
    ("李文达被提名为西宁市教育局局长。", {"西宁市教育局": "planned"}),
    ("西宁市教育局局长候选人李文达到场。", {}),
    ("西宁市教育局候任局长李文达到场。", {"西宁市教育局": "planned"}),
    ("李文达任西宁市教育局局长。", {"西宁市教育局": None}),
    ("李文达现任西宁市教育局局长。", {"西宁市教育局": None}),
    ("李文达继续担任西宁市教育局局长。", {"西宁市教育局": None}),
    ("李文达已出任西宁市教育局局长。", {"西宁市教育局": None}),
    ("李文达当选为西宁市教育局局长。", {"西宁市教育局": None}),
    ("西宁市教育局新任局长李文达到场。", {"西宁市教育局": None}),
    ("西宁市教育局局长李文达任期已满三年。", {"西宁市教育局": None}),
    ("李文达同志任西宁市教育局局长，试用期一年。", {"西宁市教育局": None}),
    ("李文达，1970年生，现任青海大学校长，曾任西宁市教育局局长。", {"青海大学": None, "西宁市教育局": "former"}),
    ("李文达希望西宁市教育局局长到场。", {}),
]


@pytest.mark.parametrize(("text", "expected"), STATUS)
def test_what_the_words_say_of_a_post(text, expected):
    found = read(text, "HOLDS_POSITION", place="青海", city="西宁市")
    assert {ends[1]: triple.properties.get("status") for ends, triple in found.items()} == expected


# A town's bodies and posts. (text, {(person, organisation)})
TOWNS = [
    ("多巴镇党委书记李文达，镇党委副书记、镇长周明远，副镇长陈国强陪同。",
     {("李文达", "多巴镇党委"), ("周明远", "多巴镇党委"), ("周明远", "多巴镇政府"), ("陈国强", "多巴镇政府")}),
    ("镇长周明远陪同。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOWNS)
def test_a_towns_posts_are_of_the_town_named_last(text, expected):
    assert set(read(text, "HOLDS_POSITION", place="青海", city="西宁市")) == expected


IN_DEPARTMENTS = [
    ("青江工业大学公法学院副教授李文达出席活动。",
     {("青江工业大学", "公法学院副教授"), ("青江工业大学公法学院", "副教授")}),
    ("青江科技有限公司市场部经理李文达介绍了情况。", {("青江科技有限公司", "市场部经理")}),
    ("青江科技有限公司培训中心主任李文达介绍了情况。", {("青江科技有限公司", "培训中心主任")}),
    ("青江电气市场部经理李文达介绍了情况。", {("青江电气", "市场部经理")}),
    ("青江科技有限公司宁河分公司经理李文达介绍了情况。", {("青江科技有限公司宁河分公司", "经理")}),
    ("中国科学院青江研究所所长李文达介绍了情况。", {("中国科学院青江研究所", "所长")}),
    ("青江大学生创业中心主任李文达介绍了情况。", {("青江大学生创业中心", "主任")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "posts"), IN_DEPARTMENTS)
def test_the_department_of_a_firm_belongs_to_the_title_and_a_school_is_told_beside_its_own(text, posts):
    assert {(body, title) for (_, body), triple in read(text, "HOLDS_POSITION").items()
            for title in triple.properties["titles"]} == posts  # fmt: skip


ABROAD = [
    ("泰国副总理兼外交部部长敦·帕马威访问北京。", {"泰国", "泰国外交部"}),
    ("泰国副总理兼外长敦·帕马威访问北京。", {"泰国", "泰国外交部"}),
    ("芬兰副总理兼交通和通信部长罗伯特·贝克发表声明。", {"芬兰", "芬兰交通和通信部"}),
    ("以色列总理兼国防部长塔尼亚胡发表讲话。", {"以色列", "以色列国防部"}),
    ("国防部部长兼外交部副部长李文达发表讲话。", {"国防部", "外交部"}),
    ("中国外交部部长李文达会见泰国客人。", {"外交部"}),
    ("在泰国访问期间，国防部部长李文达发表讲话。", {"国防部"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "bodies"), ABROAD)
def test_a_ministry_in_a_foreign_chain_is_that_country_s(text, bodies):
    assert {body for _, body in read(text, "HOLDS_POSITION")} == bodies


@pytest.mark.parametrize(("text", "status"), [("前“立委”陈国强出席餐会。", "former"), ("“立委”陈国强出席餐会。", None)])
def test_a_post_in_quotation_marks_may_be_a_former_one(text, status):
    assert [fact.properties.get("status") for fact in read(text, "HOLDS_POSITION").values()] == [status]
