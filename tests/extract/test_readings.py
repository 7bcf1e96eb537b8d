"""Which of overlapping candidates are names, with which bounds."""

from __future__ import annotations

import itertools

import pytest
from extracting import names

from kg.extract.mention import bodies, propose, titles
from kg.extract.mention.context import Context
from kg.extract.mention.readings import best_reading
from kg.extract.sheet import open_sheet
from kg.language.lexicon import table
from kg.model import Article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Nouns that only lead up to the name, and verbs behind it, are no part of it.
        ("项目承建方宁河实业有限公司表示，工程进展顺利。", {"宁河实业有限公司"}),
        ("市领导走访了宁河实业有限公司。", {"宁河实业有限公司"}),
        # A department is one with its body; 和 inside a name does not cut it.
        ("文化和旅游部港澳台办公室主任李文达出席。", {"文化和旅游部港澳台办公室"}),
        # Committees of other parties and of the league are not the party's.
        ("民盟西宁市委与共青团海东市委座谈。", {"民盟西宁市委", "共青团海东市委"}),
        ("民建青海省委会主委李文达出席会议。", {"民建青海省委会"}),
        ("省委副书记李文达出席。", {"青海省委"}),
        # The house of a great enterprise in a place.
        ("国网青海省电力公司董事长李文达讲话。", {"国网青海省电力公司"}),
        ("中国移动青海公司总经理李文达讲话。", {"中国移动青海公司"}),
        # Listed firms by their short names; words that are such a name, too, are none.
        ("欧普康视与健之佳签约。", {"欧普康视", "健之佳"}),
        ("机器人和太阳能产业线上线下一起发力，老百姓得了实惠。", set()),
        # An organ and who stands beside it are two, and so are two firms of which one has brackets.
        ("省政府与筠台航空科技集团举行签约仪式。", {"青海省政府", "筠台航空科技集团"}),
        (
            "湖南宁河（长沙）律师事务所主任李文达与青江农业有限公司签署协议。",
            {"湖南宁河（长沙）律师事务所", "青江农业有限公司"},
        ),
        # One head for several places.
        ("湖南、湖北两省文旅厅联合主办论坛。", {"湖南省文旅厅", "湖北省文旅厅"}),
        ("湖南省委、省政府高度重视。", {"湖南省委", "湖南省政府"}),
        # Words that name nothing in particular.
        ("要加快发展工业互联网和电子信息产业。", set()),
        ("要充分发挥民办大学和研究型大学作用。", set()),
    ],
)
def test_organisations_have_their_bounds(text, expected):
    assert names(text, "Organization") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公司主席马致和当场致辞说，合作前景广阔。", {"马致和"}),
        ("省长王志远和副省长李文达出席会议。", {"王志远", "李文达"}),
        # A name that is hardly one stands in a list of names: a list with a gap would say nothing of anybody.
        ("会上，周明远、赵立新、措本加等委员，聚焦打造产业体系等主题畅所欲言。", {"周明远", "赵立新", "措本加"}),
        ("会上，周明远、智南措、赵立新等委员，聚焦健全办班机制等主题畅所欲言。", {"周明远", "智南措", "赵立新"}),
        ("副市长赵强等参加活动。", {"赵强"}),
        ("副市长李文达强调，要抓好落实。（赵立新 钱文远）", {"李文达"}),
        ("中新网西宁8月4日电 (周明远)副市长李文达4日表示，要抓好落实。", {"李文达"}),
        ("副市长李文达出席。\n一审：陈国强 二审：周明远", {"李文达"}),
        ("审核：陈国强\n副市长李文达出席。", {"李文达"}),
        ("副市长（李文达、周明远）分别讲话。", {"李文达", "周明远"}),
        ("双方愿同吉方一道努力，李先生表示支持。", set()),
        ("会议由副市长周明远主持，李文达和周明远先后讲话。", {"李文达", "周明远"}),
    ],
)
def test_people_have_their_bounds_and_bylines_are_none(text, expected):
    assert names(text, "Person") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中美两国元首通话。", {"中国", "美国"}),
        ("李文达在西宁市大通县调研。", {"西宁市", "大通县"}),
        ("要建设宜居宜业和美乡村。", set()),
        ("要打造世界级盐湖产业。", set()),
        ("论坛在京召开。", {"北京"}),
    ],
)
def test_places_have_their_bounds(text, expected):
    assert names(text, "Location") == expected


def test_the_best_reading_has_no_overlaps_and_stays_the_same():
    text = "文化和旅游部与青海省政府在西宁经济技术开发区甘河工业园区签约，宁河实业有限公司、国家电网参加。"
    sheet = open_sheet(Article(id="a#0", document="a", index=0, title="", text=text, place="青海"))
    view, proposals = propose(Context(sheet, bodies.find(sheet)), titles.find(sheet), [])
    read = best_reading(view, proposals)
    assert {spot.text for spot in read} >= {"文化和旅游部", "青海省政府", "宁河实业有限公司", "国家电网"}
    assert all(one.end <= other.start for one, other in itertools.pairwise(read))
    assert read == best_reading(view, proposals[::-1])


def test_every_weight_is_of_a_kind_that_the_features_have():
    rows = table("name_weights")
    assert len(rows) > 100
    assert {feature.split(" ")[0] for feature, _ in rows} == {"P", "O", "L"}
    assert all(abs(float(value)) < 10 for _, value in rows)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("青江公司已通过全资子公司云岭全球（香港）有限公司完成收购。", "云岭全球（香港）有限公司"),
        ("青江重工旗下子公司宁河环锻（徐州）有限公司开工。", "宁河环锻（徐州）有限公司"),
        ("青江集团宁河子公司与云岭公司签约。", "青江集团宁河子公司"),
        ("青江控股集团有限公司开工。", "青江控股集团有限公司"),
    ],
)
def test_an_owner_is_no_part_of_a_companys_name(text, whole):
    assert whole in names(text, "Organization")


def test_no_sign_of_a_candidate_is_counted_twice():
    text = "本报讯（记者李文达）青江省委书记周明远、宁河实业有限公司董事长赵志远在《青江合作协议》签约仪式上致辞。"
    sheet = open_sheet(Article("页.txt#0", "页.txt", 0, "宁河实业有限公司来访", text, source_map=()))
    context = Context(sheet, bodies.find(sheet))
    view, spots = propose(context, titles.find(sheet), [])
    assert len(spots) > 2
    for spot in spots:
        signs = view.features(spot)
        assert len(signs) == len(set(signs))
        assert signs == view.features(spot)
