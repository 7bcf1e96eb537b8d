"""What evidence joins and what forbids: each class of pairs with its look-alikes."""

from __future__ import annotations

from collections import defaultdict

import pytest
from worlds import page

from kg.errors import BadOntology
from kg.ontology import ontology
from kg.resolve import copies, evidence, explain, resolve
from kg.resolve.aliases import calls, formal, known
from kg.resolve.bearers import rarity
from kg.resolve.copies import stories
from kg.resolve.joining import Joiner

KINDS = {"P": "Person", "O": "Organization", "L": "Location", "J": "Project", "M": "Meeting", "A": "Agreement"}


def count(kind, *pages):
    """How many things of that type the pages speak of."""
    return sum(entity.type == KINDS[kind] for entity in resolve(pages).entities)


def meeting(document, name, *people, **more):
    return page(document, f"M:{name}", *((f"P:{p}", "ATTENDED", f"M:{name}") for p in people), **more)


@pytest.mark.parametrize(
    ("a", "b", "joined"),
    [
        # no day on either page: the number of the edition, a month and day, or a participant must fit
        (meeting("a", "第六届云桥盐湖博览会"), meeting("b", "第六届云桥盐湖博览会"), True),
        (meeting("a", "第六届云桥盐湖博览会"), meeting("b", "第七届云桥盐湖博览会"), False),
        (meeting("a", "2023云桥资产管理年会"), meeting("b", "2024云桥资产管理年会"), False),
        (meeting("a", "云桥盐湖资源利用论坛"), meeting("b", "云桥盐湖资源利用论坛"), False),
        (meeting("a", "云桥盐湖资源利用论坛", "韩锐"), meeting("b", "云桥盐湖资源利用论坛", "韩锐", "冯度"), True),
        (
            meeting("a", "云桥盐湖资源利用论坛", text="8月3日，云桥盐湖资源利用论坛开幕。"),
            meeting("b", "云桥盐湖资源利用论坛", text="记者获悉，8月3日，云桥盐湖资源利用论坛举行。"),
            True,
        ),
        (
            meeting("a", "云桥盐湖资源利用论坛", "韩锐", text="8月3日，云桥盐湖资源利用论坛开幕。"),
            meeting("b", "云桥盐湖资源利用论坛", "韩锐", text="9月9日，云桥盐湖资源利用论坛开幕。"),
            False,
        ),
        # one ending, other words: two forums; words left out: one
        (meeting("a", "中国—南屿博览会", day="2024-05-10"), meeting("b", "中国—北屿博览会", day="2024-05-10"), False),
        (meeting("a", "全省文化旅游大会", day="2024-05-10"), meeting("b", "全省文旅大会", day="2024-05-10"), True),
        # what every body holds
        (meeting("a", "股东大会", day="2024-05-10"), meeting("b", "股东大会", day="2024-05-10"), False),
        (meeting("a", "(二)股东大会", day="2024-05-10"), meeting("b", "(二)股东大会", day="2024-05-10"), False),
    ],
)
def test_meetings(a, b, joined):
    assert count("M", a, b) == (1 if joined else 2)


@pytest.mark.parametrize(
    ("a", "b", "joined"),
    [
        (("呼延北辰与容若谷会谈", "呼延北辰", "容若谷"), ("呼延北辰与容若谷会谈", "呼延北辰", "容若谷"), True),
        (("呼延北辰与容若谷会谈", "呼延北辰", "容若谷"), ("呼延北辰与郗鸿渐会谈", "呼延北辰", "郗鸿渐"), False),
        (("呼延北辰会见容若谷", "呼延北辰", "容若谷"), ("呼延北辰会见薄云起", "呼延北辰", "薄云起"), False),
        (("容若谷拜会呼延北辰", "呼延北辰", "容若谷"), ("呼延北辰会见容若谷一行", "呼延北辰", "容若谷", "冯度"), True),
    ],
)
def test_of_unnamed_talks_the_sides_count_and_not_the_composed_name(a, b, joined):
    pages = [meeting(document, *talk, day="2024-03-07") for document, talk in zip("ab", (a, b), strict=True)]
    assert count("M", *pages) == (1 if joined else 2)


def test_look_alike_talks_of_one_day_stay_apart():
    guests = [f"{given}若谷" for given in "容薄郗冯陆韩袁谢顾贺庄祁项洪伍左单巫佟闵"]
    talks = [
        meeting(f"{n}", f"呼延北辰会见{guest}", "呼延北辰", guest, day="2024-03-07") for n, guest in enumerate(guests)
    ]
    assert count("M", *talks) == len(guests)


BODY = "八月三日，云桥锂业在察尔汗的年产二万吨碳酸锂项目启动试生产，首批产品经检验合格后装车外运，" * 6


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (BODY, "来源：宁河日报" + BODY + "责任编辑：冯度", True),
        (BODY, BODY[:-60], True),
        (BODY, BODY.replace("，", ", "), True),
        (BODY, BODY[: len(BODY) // 3] + "".join(chr(0x4E00 + 7 * n) for n in range(300)), False),
        (BODY, "".join(chr(0x5000 + 3 * n) for n in range(300)), False),
        ("短讯。", "短讯。", True),
        ("短讯。", "短讯!", True),
        ("甲讯。", "乙讯。", False),
        ("", "", False),
    ],
)
def test_copies_of_one_story(a, b, same):
    articles = [page(document, text=text).article for document, text in (("a", a), ("b", b))]
    assert len(set(stories(articles).values())) == (1 if same else 2)


def of_one_form(count):
    """Notices that share two thirds of their text; each three of them are copies of one, cut short."""
    form = "".join(chr(0x4E00 + 5 * n) for n in range(100))
    for n in range(count):
        own = "".join(chr(0x5000 + n // 3 * 50 + at) for at in range(50 - n % 3))
        yield page(f"{n:04}", text=form + own).article


def test_no_copy_is_lost_at_a_glance():
    """What all pairs of all buckets say, of notices made from one form."""
    articles = list(of_one_form(300))
    told = {article.id: copies.letters(article.text) for article in articles}
    filed = defaultdict(list)
    for key in sorted(told):
        for bucket in copies.buckets(told[key]):
            filed[bucket].append(key)
    joiner = Joiner(told)
    for a, b in {pair for keys in filed.values() for pair in copies.meeting(keys)}:
        if copies.are_copies(told[a], told[b]):
            joiner.join(a, b, "")
    assert stories(articles) == {key: joiner.find(key) for key in told}
    assert len(joiner.roots()) == 100


def test_texts_made_from_one_form_are_not_all_compared(monkeypatch):
    """The pieces of two texts are compared where they may be copies, not for each pair that shares a form."""
    compared = []
    right = copies.are_copies
    monkeypatch.setattr(copies, "are_copies", lambda a, b: compared.append(right(a, b)) or compared[-1])
    stories(of_one_form(301))
    assert len(compared) < 2 * 301


def test_in_copies_of_one_story_equal_names_mean_one_thing():
    def printed(document, text):
        return page(document, "P:王伟", "M:启动仪式", "J:锂电池项目", "O:审判委员会", "L:合作区", text=text)

    copies = [printed("a", BODY + "王伟"), printed("b", "本报讯 " + BODY + "王伟")]
    assert [count(kind, *copies) for kind in "PMJOL"] == [1, 1, 1, 1, 1]
    others = [printed("a", BODY + "王伟"), printed("b", "王伟")]
    assert [count(kind, *others) for kind in "PMJOL"] == [2, 2, 2, 2, 2]


@pytest.mark.parametrize(
    ("a", "b", "joined"),
    [
        (
            page("a", "P:瓦西里耶夫", text="俄总统瓦西里耶夫说"),
            page("b", "P:瓦西里耶夫", text="俄罗斯总统瓦西里耶夫"),
            True,
        ),
        (page("a", "P:瓦西里耶夫", text="瓦西里耶夫总统说"), page("b", "P:瓦西里耶夫", text="俄总统瓦西里耶夫"), True),
        (page("a", "P:瓦西里耶夫", text="教练瓦西里耶夫"), page("b", "P:瓦西里耶夫", text="俄总统瓦西里耶夫"), False),
        # a ruling party's organ is its nation's
        (
            page("a", ("P:黎文河", "HOLDS_POSITION", "O:越共中央组织部", {"titles": ("部长",)})),
            page("b", ("P:黎文河", "HOLDS_POSITION", "O:越南政府", {"titles": ("总理",)})),
            True,
        ),
        # a rare name alone is no evidence
        (page("a", "P:褚翎桓", place="青海"), page("b", "P:褚翎桓", place="甘肃"), False),
        (
            page("a", "P:李文达", "O:云桥锂业", text="云桥锂业CEO李文达说"),
            page("b", ("P:李文达", "HOLDS_POSITION", "O:云桥锂业", {"titles": ("董事长",)})),
            True,
        ),
        (
            page("a", "P:李文达", "O:云桥锂业", text="云桥锂业停产。李文达说"),
            page("b", ("P:李文达", "HOLDS_POSITION", "O:云桥锂业", {"titles": ("董事长",)})),
            False,
        ),
        # leaders of a place, in a list
        (
            page("a", "P:李文达", text="上海市领导冯度、李文达参加座谈"),
            page("b", "P:李文达", place="上海", text="市领导李文达参加会见"),
            True,
        ),
        (page("a", "P:李文达", text="上海市领导冯度说，李文达"), page("b", "P:李文达", text="市领导李文达"), False),
        (page("a", "P:李文达", text="青海省领导李文达"), page("b", "P:李文达", text="甘肃省领导李文达"), False),
        # the same words before the name are something, and not enough alone
        (
            page("a", "P:李文达", text="甲屿集团创始人李文达"),
            page("b", "P:李文达", text="甲屿集团创始人李文达说"),
            False,
        ),
        (
            page("a", "P:李文达", "P:容若谷", text="甲屿集团创始人李文达"),
            page("b", "P:李文达", "P:容若谷", text="甲屿集团创始人李文达说"),
            True,
        ),
        # equal lists of names
        (page("a", "P:李文达", "P:周明远", "P:容若谷"), page("b", "P:李文达", "P:周明远", "P:容若谷"), True),
        (page("a", "P:李文达", "P:周明远"), page("b", "P:李文达", "P:郗鸿渐"), False),
        # what a notice tells
        (
            page("a", ("P:陈静", "HOLDS_POSITION", "O:审计厅"), text="陈静，女，1982年3月生"),
            page("b", ("P:陈静", "HOLDS_POSITION", "O:审计厅"), text="陈静，男，1969年7月生"),
            False,
        ),
        (
            page("a", ("P:陈静", "HOLDS_POSITION", "O:审计厅"), text="陈静，女，1982年3月生"),
            page("b", ("P:陈静", "HOLDS_POSITION", "O:审计厅"), text="陈静，女，1982年3月生"),
            True,
        ),
        (
            page("a", "P:周明远", place="黑龙江", text="周明远，男，现任黑河市副市长，拟任佳木斯市委常委"),
            page("b", ("P:周明远", "HOLDS_POSITION", "O:佳木斯市委", {"titles": ("常委",)})),
            True,
        ),
        # one title in two firms of a city
        (
            page(
                "a", ("P:王伟", "HOLDS_POSITION", "O:甲屿实业公司", {"titles": ("董事长",)}), place="青海", city="西宁"
            ),
            page(
                "b", ("P:王伟", "HOLDS_POSITION", "O:乙屿矿业公司", {"titles": ("董事长",)}), place="青海", city="西宁"
            ),
            False,
        ),
        # a rare name on a page that has no place
        (
            page("a", "P:端木行远"),
            page("b", ("P:端木行远", "HOLDS_POSITION", "O:黑河市委", {"titles": ("常委",)})),
            True,
        ),
        (page("a", "P:王伟"), page("b", ("P:王伟", "HOLDS_POSITION", "O:黑河市委", {"titles": ("常委",)})), False),
        # one title in two places, however rare the name; names of minorities are made of few parts
        (
            page("a", ("P:端木行远", "HOLDS_POSITION", "O:化隆县政府", {"titles": ("县长",)}), place="青海"),
            page("b", ("P:端木行远", "HOLDS_POSITION", "O:循化县政府", {"titles": ("县长",)}), place="青海"),
            False,
        ),
        (
            page("a", ("P:扎西顿珠", "HOLDS_POSITION", "O:化隆县政府", {"titles": ("县长",)}), place="青海"),
            page("b", ("P:扎西顿珠", "HOLDS_POSITION", "O:云桥锂业", {"titles": ("厂长",)}), place="青海"),
            False,
        ),
        # who herds is not the head of a county
        (
            page("a", "P:端木行远", place="青海", text="牧民端木行远的帐篷"),
            page("b", ("P:端木行远", "HOLDS_POSITION", "O:化隆县政府", {"titles": ("县长",)}), place="青海"),
            False,
        ),
    ],
)
def test_people(a, b, joined):
    assert sum(e.type == "Person" and e.name in a.entities[0].name for e in resolve([a, b]).entities) == (
        1 if joined else 2
    )


@pytest.mark.parametrize(
    ("a", "b", "joined"),
    [
        ("国家发改委", "中国国家发展和改革委员会", True),
        ("教育部", "中华人民共和国教育部", True),
        ("青海省发展和改革委员会", "青海省发改委", True),
        ("武汉中院", "武汉市中级人民法院", True),
        ("广东高院", "广东省高级人民法院", True),
        ("青海云桥新能源科技有限公司", "云桥新能源", True),
        ("恒屿国际集团有限公司", "恒屿集团", True),
        ("中国建设银行青海省分行", "建行青海分行", True),
        ("中国驻美国大使馆", "中国驻美使馆", True),
        ("驻美使馆", "中国驻美国使馆", True),
        ("青海大学附属医院", "青大附院", True),
        ("中国建设银行青海省分行", "建行甘肃省分行", False),
        ("法国驻美国大使馆", "中国驻美使馆", False),
        ("青海大学", "青大附院", False),
        # a parent and its daughter, a common beginning, a general name
        ("青海省委", "青海省委组织部", False),
        ("甲屿集团", "甲屿物流公司", False),
        ("中国石油化工集团公司", "中国石油", False),
        ("北屿建工集团有限公司", "建工集团", False),
        ("最高人民法院", "最高法院", False),
        # no place, no join
        ("审判委员会", "审判委员会", False),
        ("团省委", "团省委", False),
        ("股份有限公司", "股份有限公司", False),
        ("主题教育领导小组", "主题教育领导小组", False),
        ("中央财经领导小组", "中央财经领导小组", True),
    ],
)
def test_organisations(a, b, joined):
    pages = [page(document, ("P:端木行远", "HOLDS_POSITION", f"O:{name}")) for document, name in (("a", a), ("b", b))]
    assert count("O", *pages) == (1 if joined else 2)


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("外交部发言人说", True),
        ("中国外交部发言人说", True),
        ("俄外交部发言人说", False),
        ("据美国外交部消息", False),
    ],
)
def test_an_organ_of_another_nation(text, joined):
    pages = [page("a", "O:外交部", text="外交部发言人主持"), page("b", "O:外交部", text=text)]
    assert count("O", *pages) == (1 if joined else 2)


@pytest.mark.parametrize(
    ("full", "short", "joined"),
    [
        ("桂林市第十八中学", "桂林十八中", True),
        ("桂林市第十八中学", "桂林十九中", False),
        ("湖南师范大学附属第一医院", "湖南师大附一医院", True),
        ("兰州大学第二医院", "兰大二院", True),
        ("兰州大学第二医院", "兰大一院", False),
        ("国网青海省电力公司", "国网青海电力", True),
        ("国网青海省电力公司", "国网甘肃电力", False),
    ],
)
def test_public_houses_in_short(full, short, joined):
    found = resolve([page("a", f"O:{full}"), page("b", f"O:{short}")])
    assert len(found.entities) == (1 if joined else 2)


@pytest.mark.parametrize(("place", "joined"), [("山东", True), ("山西", False)])
def test_a_university_in_short_where_it_stands(place, joined):
    found = resolve([page("a", "O:山东师范大学"), page("b", "O:山师大", place=place)])
    assert len(found.entities) == (1 if joined else 2)


@pytest.mark.parametrize(
    ("a", "b", "joined"),
    [
        ("宣恩至咸丰高速公路项目", "宣咸高速公路项目", True),
        ("贡觉至芒康公路改建工程", "贡芒公路改建工程", True),
        ("宣恩至咸丰高速公路项目", "宣来高速公路项目", False),
    ],
)
def test_a_line_by_its_ends(a, b, joined):
    found = resolve([page("a", f"J:{a}", place="湖北"), page("b", f"J:{b}", place="湖北")])
    assert len(found.entities) == (1 if joined else 2)


def test_a_daughter_that_is_called_like_its_parent():
    text = "云桥集团旗下云桥物流公司揭牌"
    daughter = page("a", "O:云桥物流公司|云桥集团", text=text)
    assert count("O", daughter, page("b", "O:云桥集团")) == 2
    assert count("O", page("a", "O:云桥物流公司|云桥物流", text=text), page("b", "O:云桥物流")) == 1


def test_a_project_with_its_builder_in_its_name_alone():
    there = "L:格尔木市"
    a = page("a", ("O:云桥锂业", "UNDERTAKES", "J:年产2万吨碳酸锂项目|云桥锂业年产2万吨碳酸锂项目"),
             ("J:年产2万吨碳酸锂项目|云桥锂业年产2万吨碳酸锂项目", "LOCATED_IN", there))  # fmt: skip
    b = page("b", ("J:云桥锂业碳酸锂项目", "LOCATED_IN", there))
    c = page("c", ("J:恒屿矿业碳酸锂项目", "LOCATED_IN", there))
    assert count("J", a, b) == 1
    assert count("J", a, c) == 2


def test_a_name_that_is_another_s_in_the_article_joins_nothing():
    daughter = page("a", "O:云桥铁路设计集团有限公司|中国中铁股份有限公司")
    assert count("O", daughter, page("b", "O:中国中铁股份有限公司")) == 2


def test_two_seats_of_a_university():
    def told(document, seat):
        return page(document, "O:云桥地质大学", text=f"云桥地质大学（{seat}）教授")

    assert count("O", told("a", "武汉"), told("b", "武汉")) == 1
    assert count("O", told("a", "武汉"), told("b", "北京")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "甲屿保险公司更名为云桥财险",
        "甲屿保险公司正式更名为“云桥财险”",
        "云桥财险（原甲屿保险公司）",
        "云桥财险前身为甲屿保险公司",
        "云桥财险开业。其前身甲屿保险公司",
    ],
)
def test_a_firm_that_was_renamed(text):
    pages = [page("a", "O:甲屿保险公司"), page("b", "O:甲屿保险公司", "O:云桥财险", text=text), page("c", "O:云桥财险")]
    assert count("O", *pages) == 1
    assert count("O", page("b", "O:甲屿保险公司", "O:云桥财险", text="甲屿保险公司与云桥财险更名为无关")) == 2


@pytest.mark.parametrize(
    ("a", "b", "joined"),
    [
        (page("a", "L:巢湖", text="巢湖流域的水质"), page("b", "L:巢湖", text="记者来到巢湖采访"), False),
        (page("a", "L:巢湖", text="巢湖水面上"), page("b", "L:巢湖", text="巢湖沿岸的村庄"), True),
        (page("a", "L:大兴", place="上海", text="大兴调查研究之风"), page("b", "L:大兴区", place="北京"), False),
        (page("a", "L:大兴", place="上海", text="在北京大兴建成"), page("b", "L:大兴区", place="北京"), True),
        (page("a", "L:城关镇", place="甘肃"), page("b", "L:城关镇", place="甘肃"), False),
        (page("a", "L:西宁奥体中心"), page("b", "L:奥体中心", place="青海", city="西宁"), True),
        (page("a", "L:西宁奥体中心"), page("b", "L:奥体中心", place="青海", city="海东"), False),
        (page("a", "L:合作区"), page("b", "L:合作区"), False),
        (page("a", "L:临港新片区"), page("b", "L:临港新片区"), True),
        (page("a", "L:东区"), page("b", "L:东区"), False),
        (page("a", "L:临夏州", place="甘肃"), page("b", "L:临夏县", place="甘肃"), False),
    ],
)
def test_places_of_one_name_and_another_rank_or_kind(a, b, joined):
    assert count("L", a, b) == (1 if joined else 2)


@pytest.mark.parametrize(
    ("a", "b", "joined"),
    [
        (page("a", "J:川屿铁路"), page("b", "J:川屿铁路"), True),
        (page("a", "J:高速公路"), page("b", "J:高速公路"), False),
        (page("a", "J:年产7万吨高性能电子纱生产线建设项目"), page("b", "J:年产7万吨高性能电子纱生产线建设项目"), True),
        (page("a", "J:年产7万吨高性能电子纱生产线建设项目"), page("b", "J:年产9万吨高性能电子纱生产线建设项目"), False),
        (
            page("a", ("O:云桥锂业", "UNDERTAKES", "J:锂电池项目")),
            page("b", ("O:云桥锂业", "UNDERTAKES", "J:锂电池项目")),
            True,
        ),
        (
            page("a", ("O:云桥锂业", "UNDERTAKES", "J:锂电池项目")),
            page("b", ("O:恒屿电子", "UNDERTAKES", "J:锂电池项目")),
            False,
        ),
    ],
)
def test_projects(a, b, joined):
    assert count("J", a, b) == (1 if joined else 2)


def signed(document, name, *parties, **more):
    return page(document, *((f"O:{party}", "SIGNED", f"A:{name}") for party in parties), **more)


@pytest.mark.parametrize(
    ("a", "b", "joined"),
    [
        (
            signed("a", "战略合作协议", "云桥锂业", "宁河县政府"),
            signed("b", "战略合作协议", "云桥锂业", "宁河县政府"),
            True,
        ),
        (
            signed("a", "战略合作协议", "云桥锂业", "宁河县政府"),
            signed("b", "战略合作协议", "云桥锂业", "青江市政府"),
            False,
        ),
        (signed("a", "战略合作协议", "云桥锂业", "宁河县政府"), signed("b", "战略合作协议", "云桥锂业"), False),
        (
            signed("a", "云桥盐湖资源综合利用合作协议", "云桥锂业", "宁河县政府", day="2024-03-07"),
            signed("b", "云桥盐湖资源综合利用合作协议", "云桥锂业", day="2024-03-07"),
            True,
        ),
        (signed("a", "战略合作协议", "甲屿"), signed("b", "战略合作协议", "甲屿"), False),
        (
            signed("a", "战略合作协议", "云桥锂业", "宁河县政府", day="2024-03-07"),
            signed("b", "战略合作协议", "云桥锂业", "宁河县政府", day="2024-03-10"),
            True,
        ),
        (page("a", "A:战略合作协议"), page("b", "A:战略合作协议"), False),
    ],
)
def test_agreements_without_a_day(a, b, joined):
    assert count("A", a, b) == (1 if joined else 2)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("端木行远", "rare_name"),
        ("祁韶", "rare_name"),
        ("王韶蘅", "rare_name"),
        ("王伟", ""),
        ("张志强", ""),
        ("谢尔盖·瓦西里耶夫", "foreign_name"),
        ("买买·艾力", ""),
    ],
)
def test_rarity_of_names(name, kind):
    assert rarity(name) == kind


def test_forms_of_names():
    assert known("国家发展和改革委员会") == known("中国国家发改委") != ""
    assert known("云桥锂业") == known("移动") == ""
    assert formal("青海省卫生健康委员会") == "青海省卫健委"
    assert {"云桥新能源科技", "云桥新能源", "云桥"} <= calls("青海云桥新能源科技有限公司")
    assert calls("青海省委") == calls("青海科技有限公司") == frozenset()


def test_every_row_of_the_table_belongs_to_a_type_and_has_words():
    for kind in ontology().types:
        rows = evidence.weights(kind)
        assert rows
        for weight, words in rows.values():
            assert words
            assert weight is None or -100 <= weight <= 100


def test_weights_are_summed_and_one_that_forbids_is_enough():
    assert evidence.weigh("Meeting", [("equal_name", ""), ("same_day", ""), ("company", "")]).strength == 120
    assert evidence.weigh("Meeting", [("equal_name", "")]).verdict.value == "unknown"
    judged = evidence.weigh("Meeting", [("equal_name", ""), ("copy", ""), ("other_place", "")])
    assert (judged.verdict.value, judged.reason) == ("different", "地点不同")
    with pytest.raises(KeyError):
        evidence.weigh("Meeting", [("no_such_feature", "")])


def test_a_row_without_its_columns_is_named(monkeypatch):
    monkeypatch.setattr(evidence, "table", lambda _: (("Meeting", "copy"),))
    evidence.weights.cache_clear()
    with pytest.raises(BadOntology, match="four columns"):
        evidence.weights("Meeting")
    evidence.weights.cache_clear()


def test_explain_says_why_two_of_one_name_are_one_or_two():
    pages = [
        page("a", ("P:王伟", "HOLDS_POSITION", "O:西宁市委", {"titles": ("书记",)})),
        page("b", ("P:王伟", "HOLDS_POSITION", "O:西宁市委", {"titles": ("书记",)})),
        page("c", ("P:王伟", "HOLDS_POSITION", "O:云桥锂业", {"titles": ("厂长",)})),
    ]
    lines = "\n".join(explain(pages, "王伟"))
    assert "1. 人物 王伟" in lines
    assert "合并 a#0:P:王伟 = b#0:P:王伟: 任职单位相同「西宁市委」" in lines
    assert "未合并 a#0:P:王伟（1） ≠ c#0:P:王伟（2）：依据不足 -60/100：任职单位不同 -60" in lines
    assert list(explain(pages, "无此人")) == ["没有名为「无此人」的实体  nothing is called so"]
