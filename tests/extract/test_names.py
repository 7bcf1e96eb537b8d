from __future__ import annotations

import pytest
from extracting import names

from kg.extract import extract
from kg.extract.anchor import anchor
from kg.extract.mention import mentions
from kg.extract.sheet import open_sheet
from kg.model import Article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("省领导张建国、才让卓玛、阿布都·热合曼参加。", {"张建国", "才让卓玛", "阿布都·热合曼"}),
        ("本报讯（记者 王小明）副市长孙丽娟说，要抓紧。", {"孙丽娟"}),
        ("副省长张建国在会上讲话。张建国说，要实干。", {"张建国"}),
        ("提升康养、康复水平，谈感受、提建议。", set()),
    ],
)
def test_people_are_named_whole_and_reporters_are_not_people_of_the_news(text, expected):
    assert names(text, "Person", reporters=("王小明",)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("省委、省政府要求抓好落实。", {"青海省委", "青海省政府"}),
        ("省委省政府高度重视。", {"青海省委", "青海省政府"}),
        ("青海宏远新材料股份有限公司投产。宏远新材料今年扩产。", {"青海宏远新材料股份有限公司"}),
        ("工信部与中国科学院参加。", {"工业和信息化部", "中国科学院"}),
        ("有关部门和相关企业参加。", set()),
        ("西宁市人民政府发布通知。", {"西宁市政府"}),
    ],
)
def test_organisations_have_their_full_name(text, expected):
    assert names(text, "Organization") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("项目位于西宁市大通县。", {"西宁市", "大通县"}),
        ("他在甘河工业园区察看。", {"甘河工业园区"}),
        ("中美关系稳定。", {"中国", "美国"}),
        ("西部地区的园区在发展。", set()),
    ],
)
def test_places_are_named_one_by_one(text, expected):
    assert names(text, "Location") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("宏远公司的年产5万吨高纯碳酸锂项目开工。", {"年产5万吨高纯碳酸锂项目"}),
        ("全省18个重点项目集中开工。", set()),
        ("要加快推进重点项目建设。", set()),
    ],
)
def test_projects_have_names(text, expected):
    assert names(text, "Project") == expected


def test_a_division_cut_by_the_tagger_is_mended():
    article = Article(id="a#0", document="a", index=0, title="", text="将乐县举行开工仪式。", place="福建")
    assert "将乐县" in {name for entity in extract(article).entities for name in entity.names}


def test_every_mention_is_the_slice_of_the_text():
    text = "省委书记张建国在西宁与宏远集团董事长陈国栋座谈，该公司将在甘河工业园区建设宏远锂电项目。"
    article = Article(id="a#0", document="a", index=0, title="", text=text, place="青海")
    mentions = [mention for entity in extract(article).entities for mention in entity.mentions]
    assert len(mentions) > 5
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)


def test_a_part_of_a_foreign_name_stands_for_the_whole() -> None:
    text = "市长王建国与布市市长奥莉加·莫罗佐娃举行会谈。莫罗佐娃表示，愿加强合作。"
    assert names(text, "Person") == {"王建国", "奥莉加·莫罗佐娃"}


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        # 远琪 is no word: it can only be the firm.
        ("西宁市与远琪能源股份有限公司签约。去年，远琪与青海大学合作研发电池。", 1),
        # Two firms share the brand: whose it is cannot be said.
        ("远琪能源有限公司、远琪物流有限公司开业。远琪与青海大学合作。", 0),
        # 盐湖 is a word.
        ("青海盐湖新材料有限公司开业。盐湖与雪山相映。", 0),
    ],
)
def test_a_brand_alone_stands_for_its_firm(text: str, calls: int) -> None:
    sheet = open_sheet(Article(id="a#0", document="a", index=0, title="", text=text, place="青海"))
    bound = anchor(sheet, mentions(sheet)).bounds
    assert sum(b.type == "Organization" and b.spot.text in ("远琪", "盐湖") for b in bound) == calls


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("现将拟任干部公示如下：尉迟清和，男，汉族，1981年6月生，现任石门县副县长。", {"尉迟清和"}),
        ("副县长尉迟清和带队检查。", {"尉迟清和"}),
        ("副县长尉迟清和县长李文达检查。", {"尉迟清", "李文达"}),
        ("任命粘海峤同志为福建省生态环境厅厅长。", {"粘海峤"}),
        ("参加者100人，男，女老少都有。", set()),
    ],
)
def test_whom_notices_tell_of(text, expected):
    assert names(text, "Person") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("意大利指挥家马尔科·贝内代蒂将执棒乐团。", {"马尔科·贝内代蒂"}),
        ("意大利指挥马尔科·贝内代蒂背谱指挥。", {"马尔科·贝内代蒂"}),
        ("护林员努尔买买提·阿不都热合曼说，草长高了。", {"努尔买买提·阿不都热合曼"}),
        ("青江市人大常委会主任何林与米洛拉德·斯坦科维奇举行会谈。", {"何林", "米洛拉德·斯坦科维奇"}),
    ],
)
def test_where_dotted_names_begin_and_end(text, expected):
    assert names(text, "Person") == expected
