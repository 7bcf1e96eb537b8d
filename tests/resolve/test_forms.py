"""Names in the forms in which papers shorten them, and evidence that stands beside names."""

from __future__ import annotations

import pytest
from test_cases import entities
from worlds import TYPES, page

from kg.language.organisations import same_organisation
from kg.resolve import resolve
from kg.resolve.meeting_names import forms
from kg.resolve.places import compatible
from kg.resolve.regular import regular


def count(kind, *pages):
    return sum(entity.type == TYPES[kind] for entity in resolve(pages).entities)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("中共青海省委十五届四次全体(扩大)会议", "青海省委十五届四次全会"),
        ("中国共产党青海省第十五届委员会第四次全体会议", "青海省委十五届四次全会"),
        ("向新而行,青江有约——2023年青江企业分享会", "2023青江企业分享会"),
        ("杭州第19届亚运会", "杭州亚运会"),
        ("第七届中国国际进口博览会", "第七届进博会"),
        ("第21届中国—东盟博览会", "第21届东博会"),
    ],
)
def test_a_meeting_by_its_short_name(name, form):
    assert form in forms(name)


@pytest.mark.parametrize("name", ["青海省委全体会议", "青江—宁河博览会", "第19届亚运会", "青江大会"])
def test_what_says_no_more_has_no_other_form(name):
    assert forms(name) == (name,)


def test_a_page_without_a_year_tells_its_month_and_day():
    a = page("a", "M:青江文旅产业大会", day="--07-28")
    assert count("M", a, page("b", "M:青江文旅大会", day="--07-28")) == 1
    assert count("M", a, page("b", "M:青江文旅大会", day="--07-30")) == 2


def test_what_a_body_calls_its_meetings_again_and_again_is_no_telling_name():
    def told(document, text):
        return page(document, ("O:商务部", "ATTENDED", "M:商务部专题新闻发布会"), text=text)

    a = told("a", "8月18日，商务部专题新闻发布会介绍今年青江博览会的筹备，展位已经订出八成")
    assert count("M", a, told("b", "在商务部专题新闻发布会上，周明远谈到外贸进出口前七个月稳中有进")) == 2
    assert count("M", a, told("b", "8月18日，商务部专题新闻发布会说，宁河等五城参展")) == 1


def test_the_words_before_a_name_belong_to_it():
    def told(document, before):
        news = {"a": "展商比上届多三成，外资过半", "b": "首次设立银发经济和冰雪装备专区"}[document]
        return page(document, "M:新闻通气会", day="2024-03-07", text=f"{news}，记者从{before}新闻通气会上获悉")

    a = told("a", "青江消博会倒计时百日")
    assert count("M", a, told("b", "昨天上午举行的青江消博会倒计时百日")) == 1
    assert count("M", a, told("b", "宁河农博会组委会")) == 2
    held = "昨天上午在青江国际会展中心召开的"
    assert count("M", told("a", held), told("b", held)) == 2


def test_a_talk_is_no_ceremony_of_the_same_day_and_company():
    people = ("P:李文达", "P:周明远")
    talk = page("a", *((who, "ATTENDED", "M:李文达会见周明远") for who in people), day="2024-03-07")
    rite = page("b", *((who, "ATTENDED", "M:青江光伏基地开工仪式") for who in people), day="2024-03-07")
    assert count("M", talk, rite) == 2
    again = page("b", *((who, "ATTENDED", "M:周明远拜会李文达") for who in people), day="2024-03-07")
    assert count("M", talk, again) == 1


def signed(document, name, **more):
    return page(document, *((f"O:{party}", "SIGNED", f"A:{name}") for party in ("云桥锂业", "恒屿电子")), **more)


@pytest.mark.parametrize(
    ("mine", "theirs", "joined"),
    [
        ("技术合作框架协议", "股份购买协议", False),
        ("技术合作框架协议", "技术框架协议", True),
        ("战略合作协议", "全面合作框架协议", True),
        ("股份购买协议", "合作协议", True),
        ("新能源整车制造项目投资协议", "汽车人才联合培养协议", False),
        ("新能源整车制造项目投资协议", "新能源整车项目投资协议", True),
    ],
)
def test_two_papers_of_the_same_parties(mine, theirs, joined):
    assert count("A", signed("a", mine, day="2024-03-07"), signed("b", theirs, day="2024-03-07")) == (
        1 if joined else 2
    )


def test_a_paper_with_its_parties_before_its_name():
    a = page("a", "A:四城执行联动合作备忘录", day="2024-03-07")
    assert count("A", a, page("b", "A:青江-宁河-云岭-石门四城执行联动合作备忘录", day="2024-03-07")) == 1
    assert count("A", a, page("b", "A:青江-宁河-云岭-石门四城执行联动合作备忘录", day="2024-05-07")) == 2


@pytest.mark.parametrize(
    ("a", "b", "joined"),
    [
        ("中国共产主义青年团第十九届中央委员会", "共青团中央", True),
        ("工信部装备工业一司", "工业和信息化部装备工业一司", True),
        ("工信部装备工业一司", "工业和信息化部装备工业二司", False),
        ("中国诚通控股集团公司", "中国诚通", True),
        ("上海市商务委员会", "上海市商务委", True),
        ("上海市经济和信息化委员会", "上海市经信委", True),
        ("上海市经济信息化委", "上海市经信委", True),
    ],
)
def test_organs_in_short(a, b, joined):
    assert count("O", page("a", f"O:{a}"), page("b", f"O:{b}")) == (1 if joined else 2)


def test_a_town_of_a_people():
    def told(document, name, county="大理白族自治州弥渡县"):
        return page(document, f"L:{name}", text=f"{county}{name}的果园", place="云南")

    assert count("L", told("a", "柳沟彝族乡"), told("b", "柳沟乡")) == 1
    assert count("L", told("a", "柳沟彝族回族乡"), told("b", "柳沟乡")) == 1
    assert count("L", told("a", "柳沟彝族乡"), told("b", "柳沟乡", "大理白族自治州祥云县")) == 2
    assert count("L", told("a", "柳沟彝族乡"), told("b", "柳沟镇")) == 2


def test_a_division_by_its_whole_name_is_not_the_city_that_shares_its_short_one():
    whole = page("a", "L:昌吉回族自治州|昌吉|昌吉市", place="新疆")
    assert count("L", whole, page("b", "L:昌吉回族自治州", place="新疆")) == 1
    told = page("a", ("L:昌吉回族自治州", {"path": ("新疆维吾尔自治区", "昌吉回族自治州", "昌吉市")}))
    assert count("L", told, page("b", "L:昌吉州", place="新疆")) == 1


def test_a_city_abroad_and_a_railway_have_no_page_of_their_own():
    assert count("L", page("a", "L:金奈市"), page("b", "L:金奈", place="广东")) == 1
    assert count("L", page("a", "L:川屿铁路", place="四川"), page("b", "L:川屿铁路", place="甘肃")) == 1
    assert count("L", page("a", "L:滨河路", place="四川"), page("b", "L:滨河路", place="甘肃")) == 2


def test_a_province_that_is_called_like_a_river():
    a = page("a", "L:浙江", text="诗画浙江两岸青年营")
    assert count("L", a, page("b", "L:浙江省", text="浙江省的海岛")) == 1


def test_a_group_by_its_brand_where_somebody_is_told_of_in_both():
    whole = page("a", ("P:端木行远", "HOLDS_POSITION", "O:福建澜帆食品集团有限公司"))
    short = page("b", ("P:端木行远", "HOLDS_POSITION", "O:澜帆集团"))
    assert count("O", whole, short) == 1
    assert count("O", whole, page("b", ("P:公孙度", "HOLDS_POSITION", "O:澜帆集团"))) == 2
    sport = page("a", ("P:端木行远", "HOLDS_POSITION", "O:福建澜帆体育用品集团有限公司"))
    assert count("O", sport, short) == 1


def test_a_line_of_three_places_by_their_first_characters():
    a = page("a", "J:成都至自贡至宜宾高速铁路")
    assert count("J", a, page("b", "J:成自宜高铁")) == 1
    assert count("J", a, page("b", "J:成宜高铁")) == 2


def test_a_line_of_power_by_its_ends():
    a = page("a", "J:西宁送南昌特高压直流输电工程")
    assert count("J", a, page("b", "J:西宁—南昌±800千伏特高压直流输电工程")) == 1
    assert count("J", a, page("b", "J:西宁—郑州±800千伏特高压直流输电工程")) == 2


@pytest.mark.parametrize(
    ("name", "post", "joined"),
    [
        ("段翊珩", ("O:国家民委", "副主任"), True),
        ("王伟", ("O:国家民委", "副主任"), False),
        ("段翊珩", ("O:云桥锂业", "董事长"), False),
    ],
)
def test_a_rare_name_in_two_high_offices(name, post, joined):
    a = page("a", (f"P:{name}", "HOLDS_POSITION", "O:四川省政府", {"titles": ("副省长",)}))
    b = page("b", (f"P:{name}", "HOLDS_POSITION", post[0], {"titles": (post[1],)}))
    assert count("P", a, b) == (1 if joined else 2)


def test_bodies_beside_one_name():
    beside = ("O:恒屿食品集团", "O:云桥保险集团")
    post = ("P:王建国", "HOLDS_POSITION", "O:恒屿食品集团", {"titles": ("经理",)})
    posted = page("a", post, *beside, place="广东")
    assert count("P", posted, page("b", "P:王建国", *beside, place="北京")) == 1
    assert count("P", posted, page("b", "P:王建国", beside[0], place="北京")) == 2
    assert count("P", posted, page("b", "P:王建国", *beside, place="北京", text="教师王建国")) == 2


def test_the_own_name_alone_with_the_same_post():
    def told(document, name, title, body="O:和田地区文旅局"):
        return page(document, (f"P:{name}", "HOLDS_POSITION", body, {"titles": (title,)}))

    a = told("a", "艾尔肯·卡德尔", "局长")
    assert count("P", a, told("b", "艾尔肯", "局长")) == 1
    assert count("P", a, told("b", "艾尔肯", "科员")) == 2
    assert count("P", a, told("b", "艾尔肯", "局长"), told("c", "艾尔肯·买买提", "局长")) == 3


def test_two_happenings_of_one_year_and_two_things():
    def told(document, name):
        return page(document, (f"M:{name}", "LOCATED_IN", "L:青羊区"), day="2024-09-11", place="四川")

    a = told("a", "2024天府氢能产业发展论坛")
    assert count("M", a, told("b", "2024天府绿氨产业发展论坛")) == 2
    assert count("M", a, told("b", "天府氢能产业论坛")) == 1


def test_an_edition_without_the_place_in_its_name_in_its_own_province():
    a = page("a", "M:第十二届长白山人参文化节", place="吉林", day="2024-08-29")
    assert count("M", a, page("b", "M:第十二届人参文化节", place="吉林", day="2024-08-31")) == 1
    assert count("M", a, page("b", "M:第十二届人参文化节", place="山东", day="2024-08-31")) == 2
    assert count("M", a, page("b", "M:第十一届人参文化节", place="吉林", day="2024-08-31")) == 2


def test_a_house_in_short_that_another_article_names_in_full():
    whole = page("a", "O:烟台市第四人民医院", text="烟台市第四人民医院的医生")
    short = page("b", "L:烟台", text="日前，烟台四院签约共建中心")
    (found,) = [one for one in resolve([whole, short]).entities if one.type == "Organization"]
    assert list(found.documents) == ["a", "b"]
    other = page("b", "L:烟台", text="日前，烟台五院签约共建中心")
    (found,) = [one for one in resolve([whole, other]).entities if one.type == "Organization"]
    assert list(found.documents) == ["a"]


def test_a_talk_of_the_same_two_on_a_page_without_a_day_in_its_own_province():
    def told(document, name, day=None, place="山东"):
        sides = ("P:令狐海", "P:朴成焕")
        return page(document, *((side, "ATTENDED", f"M:{name}") for side in sides), day=day, place=place)

    a = told("a", "令狐海会见朴成焕", "2024-03-13")
    assert count("M", a, told("b", "朴成焕与令狐海会谈")) == 1
    assert count("M", a, told("b", "朴成焕与令狐海会谈", "2024-05-13")) == 2
    assert (
        count("M", told("a", "令狐海会见朴成焕", "2024-03-13", "中国"), told("b", "朴成焕与令狐海会谈", None, "中国"))
        == 2
    )


def test_a_common_name_and_one_guest_on_two_days_are_two():
    def told(document, day):
        return page(document, ("P:李文达", "ATTENDED", "M:新闻发布会"), ("P:周明远", "ATTENDED", "M:新闻发布会")
                    if document == "a" else ("P:赵立新", "ATTENDED", "M:新闻发布会"), day=day)  # fmt: skip

    assert count("M", told("a", "2024-07-26"), told("b", "2024-07-26")) == 1
    assert count("M", told("a", "2024-07-26"), told("b", "2024-07-27")) == 2


def test_a_head_of_state_whom_everybody_knows():
    a = page("a", "P:特朗普", text="美国共和党内，特朗普的人气领先")
    assert count("P", a, page("b", "P:特朗普", text="公开信批评特朗普，称他不利于美国的创新")) == 1
    assert count("P", a, page("b", "P:特朗普", text="小镇上的面包师特朗普说")) == 2
    assert count("P", page("a", "P:霍夫曼", text="美国的霍夫曼说"), page("b", "P:霍夫曼", text="美国人霍夫曼说")) == 2


def test_a_school_of_the_county_is_not_called_as_the_citys():
    city, short = page("a", "O:衡阳市第八中学"), page("b", "O:衡阳市八中")
    county = page("c", "O:衡阳县第八中学")
    assert count("O", city, short, county) == 2


def test_a_mother_by_her_shares_is_no_daughter():
    assert not same_organisation("云桥股份", "滁州云桥轴承有限公司")
    assert same_organisation("云桥股份", "浙江云桥轴承股份有限公司")


def test_what_was_renamed_a_clause_later():
    old, new = "湖南沅禾种业有限责任公司", "沅禾生物育种科技有限公司"
    text = f"{old}近日完成工商变更登记，更名为{new}。"
    assert count("O", page("a", f"O:{old}", f"O:{new}", text=text)) == 1
    other = f"{old}近日与丰河种业有限公司签约，后者更名为{new}。"
    assert count("O", page("a", f"O:{old}", "O:丰河种业有限公司", f"O:{new}", text=other)) > 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("昆明火车南站", "昆明南站", True),
        ("昆明站", "昆明南站", False),
        ("玉树巴塘机场", "玉树机场", True),
        ("丽江三义国际机场", "三义机场", True),
        ("成都双流机场", "成都天府机场", False),
        ("遵义新舟机场", "遵义机场", False),
        ("中国（云南）自由贸易试验区", "云南自贸区", True),
        ("昆明国家高新技术产业开发区", "昆明高新区", True),
        ("祥云经济技术开发区", "祥云县经开区", True),
        ("南昌县经开区", "南昌经开区", False),
        ("G6京藏高速", "京藏高速公路", True),
        ("国道214线", "G214国道", True),
        ("沪昆高速", "沪昆高铁", False),
        ("苏州工业园区", "苏州工业园", True),
    ],
)
def test_a_place_in_the_forms_of_its_kind(one, other, same):
    assert (regular("Location", one) == regular("Location", other)) is same


def test_a_town_whose_county_is_not_told():
    whole = ("云南省", "昆明市", "官渡区", "六甲街道")
    assert compatible(("云南省", "昆明市", "六甲街道"), whole)
    assert not compatible(("云南省", "昆明市", "西山区", "六甲街道"), whole)
    assert not compatible(("云南省", "昆明市", "关上街道"), whole)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("first", "second", "kind", "same"),
    [
        ("云桥县大营村党支部书记李文达", "云桥县大营村党总支书记李文达", "Person", True),
        ("大营村党总支书记李文达", "小营村党总支书记李文达", "Person", False),
        ("祥云县公安局民警李文达", "祥云县公安局刑侦大队民警李文达", "Person", True),
        ("昆明市副市长陈国强", "昆明市副市长陳國強", "Person", True),
        ("法国总统杜蒙", "德国总统杜蒙", "Person", False),
        ("老挝国家主席通伦·西拉", "老挝国家主席通伦", "Person", True),
        ("云南能投集团承建的金旦光伏发电项目", "云南能投集团承建的金旦光伏电站", "Project", True),
        ("云南水投集团承建的祥云县小官村水库工程", "云南水投集团承建的祥云县浑水海水库工程", "Project", False),
        ("国铁集团承建的西安至成都高铁", "国铁集团承建的西宁至成都铁路", "Project", False),
    ],
)
def test_what_is_told_in_other_words(first, second, kind, same, tmp_path):
    told = "某报 2026年{}月16日\n\n本报祥云讯 近日，{}建设进展顺利。"
    if kind == "Person":
        told = "某报 2026年{}月16日\n\n本报祥云讯 “今年的变化很大。”{}说。"
    case = {"id": "x", "documents": {"a.txt": told.format(3, first), "b.txt": told.format(5, second)}}
    found = [entity for entity in entities(case, tmp_path / "x") if entity.type == kind]
    assert len(found) == (1 if same else 2)
