"""Each identity rule: what joins, and what holds apart."""

from __future__ import annotations

import pytest
from worlds import holders, page

from kg.resolve import resolve
from kg.resolve.houses import house_calls
from kg.resolve.regular import branch, core, regular


def one(kind, name, *pages):
    """Whether all pages mean one thing by the name."""
    return len(holders(resolve(pages), kind, name)) == 1


def post(name, organization, title, document, **more):
    return page(document, (f"P:{name}", "HOLDS_POSITION", f"O:{organization}", {"titles": (title,)}), **more)


def test_a_person_with_one_post_a_year_later():
    assert one("P", "韩锐", post("韩锐", "甘肃省政府", "副省长", "a"), post("韩锐", "甘肃省人民政府", "副省长", "b"))


def test_a_person_in_two_organs_of_one_place():
    assert one("P", "韩锐", post("韩锐", "青海省委", "书记", "a"), post("韩锐", "青海省人大常委会", "主任", "b"))


def test_a_party_secretary_and_a_chairman_of_one_province_are_two():
    a = post("马成福", "化隆县委", "书记", "a", place="青海")
    b = post("马成福", "大通绿原乳业有限公司", "董事长", "b", place="青海", city="西宁")
    assert not one("P", "马成福", a, b)


def test_members_of_a_congress_with_one_name_need_more():
    assert not one("P", "李青", post("李青", "青海省政协", "委员", "a"), post("李青", "青海省人大", "代表", "b"))


def test_a_notice_with_both_posts_links_them():
    both = page(
        "b",
        ("P:韩锐", "HOLDS_POSITION", "O:黑河市政府", {"titles": ("副市长",)}),
        ("P:韩锐", "HOLDS_POSITION", "O:佳木斯市委", {"titles": ("常委",)}),
    )
    ends = post("韩锐", "黑河市政府", "副市长", "a"), post("韩锐", "佳木斯市委", "常委", "c")
    assert one("P", "韩锐", ends[0], both, ends[1])
    assert not one("P", "韩锐", *ends)


def test_without_any_post_the_province_decides():
    assert one("P", "符青芫", page("a", "P:符青芫", place="海南"), page("b", "P:符青芫", place="海南", city="三亚"))
    assert one("P", "张志强", *(page(name, "P:张志强", place="海南", city="三亚") for name in "ab"))
    assert not one("P", "张志强", page("a", "P:张志强", place="海南"), page("b", "P:张志强", place="海南", city="三亚"))
    assert not one("P", "张志强", page("a", "P:张志强", place="海南"), page("b", "P:张志强", place="内蒙古"))


def test_nobody_without_a_post_bridges_two():
    posts = [
        post("王军", "西宁市政府", "市长", "a", place="青海"),
        post("王军", "玉树州政府", "州长", "b", place="青海"),
    ]
    found = holders(resolve([*posts, page("c", "P:王军", place="青海")]), "P", "王军")
    assert found == ["a", "b", "c"]
    assert holders(resolve([posts[0], page("c", "P:王军", place="青海")]), "P", "王军") == ["a c"]


def test_a_leader_of_the_nation_is_known_everywhere():
    leader = post("陆川", "国务院", "总理", "a", place="中国")
    assert one("P", "陆川", leader, page("b", "P:陆川", place="青海"), post("陆川", "中共中央政治局", "常委", "c"))


def test_a_caption_of_the_same_happening():
    when = {"day": "2023-11-02"}
    a = page(
        "a",
        ("P:上官霖", "ATTENDED", "M:第三届鄱阳湖渔歌节"),
        ("P:上官霖", "HOLDS_POSITION", "O:都昌县委", {"titles": ("副书记",)}),
        **when,
    )
    assert one("P", "上官霖", a, page("b", ("P:上官霖", "ATTENDED", "M:第三届鄱阳湖渔歌节"), **when))


def test_the_last_part_of_a_foreign_name_at_the_same_firm():
    full, short = post("卡洛斯·门德斯", "伊塔佩港务集团", "总裁", "a"), post("门德斯", "伊塔佩港务集团", "总裁", "b")
    coach = page("c", "P:门德斯", place="辽宁")
    assert holders(resolve([full, short, coach]), "P", "门德斯") == ["a b", "c"]


def test_an_organ_and_its_department_are_two():
    resolution = resolve([page("a", "O:四川省委组织部"), page("b", "O:四川省委")])
    assert len(resolution.entities) == 2


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("湖北省政府", "湖北省人民政府"),
        ("中共青海省委", "青海省委"),
        ("北屿（舟山）重工有限公司", "北屿舟山重工"),
        ("昊瀛通信青海公司", "中国昊瀛通信集团青海有限公司"),
        ("京东集团|京东", "京东"),
        ("荷兰范德瓦尔乳业公司", "范德瓦尔乳业公司"),
        ("江苏泽朗新能源科技股份有限公司", "泽朗新能源公司"),
        ("德国莱塔重工", "莱塔重工"),
        ("广东粤桅石化有限公司", "粤桅石化有限公司"),
        ("虞城县禾穗丰种植专业合作社", "虞城县禾穗丰合作社"),
        ("连云港徐圩新区管理委员会", "徐圩新区管委会"),
        ("锡林郭勒盟消防救援支队", "锡盟消防救援支队"),
        ("华中科技大学同济医学院附属协和医院", "武汉协和医院"),
    ],
)
def test_organizations_in_two_forms(a, b):
    assert len(resolve([page("a", f"O:{a}"), page("b", f"O:{b}")]).entities) == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("中国昊瀛通信集团有限公司", "昊瀛通信青海公司"),
        ("北屿船舶集团", "北屿（舟山）重工有限公司"),
        ("贵州省古树茶协会", "普安县古树茶协会"),
        ("青海大学", "青海大学附属医院"),
        ("德国国防部", "国防部"),
        ("法国电力集团", "电力集团"),
        ("广东建筑工程集团有限公司", "建筑工程集团有限公司"),
        ("虞城县禾穗丰种植专业合作社", "睢县禾穗丰合作社"),
        ("连云港高新区管委会", "高新区管委会"),
    ],
)
def test_organizations_that_are_two(a, b):
    assert len(resolve([page("a", f"O:{a}"), page("b", f"O:{b}")]).entities) == 2


def test_a_short_alias_of_two_joins_nothing():
    pages = [page("a", "O:中国联通|联通"), page("b", "O:联通（青海）科技有限公司|联通"), page("c", "O:联通")]
    assert len(resolve(pages).entities) == 3
    assert len(resolve([pages[0], pages[2]]).entities) == 1


def test_a_bare_name_is_its_own_page_s():
    pages = [
        page("a", "O:市委", place="青海", city="西宁"),
        page("b", "O:市委", place="甘肃", city="兰州"),
        page("c", "O:市委"),
    ]
    assert len(resolve(pages).entities) == 3


def test_foreign_ministers_of_one_last_name_are_two():
    def minister(document, name, nation):
        told = f"{nation}外长{name}表示，愿加强合作。"
        return page(document, (f"P:{name}", "HOLDS_POSITION", f"O:{nation}外交部", {"titles": ("外长",)}), text=told)

    def found(*pages):
        return len([one for one in resolve(pages).entities if one.type == "Person"])

    first = minister("a", "罗贝尔·杜塞", "多哥")
    assert found(first, minister("b", "杜塞", "加蓬")) == 2
    assert found(first, minister("b", "杜塞", "多哥")) == 1


@pytest.mark.parametrize(("city", "found"), [("楚雄彝族自治州", 2), ("红河哈尼族彝族自治州", 1)])
def test_villagers_of_a_rare_name_by_their_prefecture(city, found):
    first = page("a", "P:普阿鲁", text="村民普阿鲁行医。", place="云南", city="红河哈尼族彝族自治州")
    second = page("b", "P:普阿鲁", text="村民普阿鲁种花椒。", place="云南", city=city)
    assert len(resolve([first, second]).entities) == found


TOWNS = [
    ("清河镇党委", "方城县清河镇党委书记说。", "睢阳区清河镇党委书记说。", False),
    ("清河镇党委", "方城县清河镇党委书记说。", "方城县清河镇党委开会。", True),
    ("大寺村党支部", "方城县清河镇大寺村党支部书记说。", "睢阳区清河镇大寺村党支部书记说。", False),
    ("大寺村党支部", "方城县清河镇大寺村党支部书记说。", "方城县石门镇大寺村党支部书记说。", False),
    ("清河镇", "方城县清河镇开会。", "睢阳区清河镇开会。", False),
    ("清河镇", "方城县清河镇开会。", "方城县清河镇修路。", True),
    ("青江医院", "方城县青江医院开诊。", "睢阳区青江医院开诊。", True),  # it has a name of its own
]


@pytest.mark.parametrize(("name", "first", "second", "is_one"), TOWNS)
def test_towns_and_their_bodies_by_the_county_written_before(name, first, second, is_one):
    kind = "L" if name == "清河镇" else "O"
    found = [page(d, f"{kind}:{name}", text=text, place="河南") for d, text in (("a", first), ("b", second))]
    assert one(kind, name, *found) is is_one


def test_a_town_s_body_lies_where_its_article_has_the_town():
    def told(document, county):
        place = (f"L:{county}", "LOCATED_IN", "L:河南省")
        return page(document, place, ("L:清河镇", "LOCATED_IN", f"L:{county}"), "O:清河镇政府", place="河南")

    assert not one("O", "清河镇政府", told("a", "方城县"), told("b", "睢阳区"))
    assert one("O", "清河镇政府", told("a", "方城县"), told("b", "方城县"))


OURS = page("h", "O:国防部", "O:财政部", text="国防部发布消息，财政部下达资金，全国各地落实。", place="中国")


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("韩国总统1日视察部队。国防部说，演习为期三天。", False),
        ("新华社华盛顿2月1日电 财政部说，税率将上调。", False),
        ("韩国总统1日到访。中国国防部长会见了他，国防部发布消息。", True),
        ("新华社北京2月1日电 国防部说，将同韩国举行演习。", True),
        ("国防部1日说，将同韩国举行演习。", True),
        ("韩国企业到石门县考察，财政部支持当地发展。", True),
    ],
)
def test_an_organ_of_the_nation_that_is_told_of(text, ours):
    name = "国防部" if "国防部" in text else "财政部"
    county = ["L:石门县"] if "石门县" in text else []
    assert one("O", name, OURS, page("a", f"O:{name}", *county, text=text, place="中国")) is ours


def test_places_of_one_name():
    assert not one("L", "团结村", page("a", "L:团结村", place="云南"), page("b", "L:团结村", place="黑龙江"))
    assert one("L", "西宁", page("a", "L:西宁"), page("b", "L:西宁市"), page("c", "L:青海西宁|西宁"))
    assert (
        one("L", "甘泉堡经开区", page("a", "L:新疆甘泉堡经济技术开发区"), page("b", "L:甘泉堡经开区", place="新疆"))
        is True
    )
    paths = {"path": ["吉林省", "吉林市"]}, {"path": ["吉林省"]}
    assert len(resolve([page("a", ("L:吉林市|吉林", paths[0])), page("b", ("L:吉林|吉林省", paths[1]))]).entities) == 2


def test_a_district_told_of_by_its_city_paper():
    pages = [
        page("a", "L:鼓楼区", place="福建", city="福州"),
        page("b", "L:鼓楼区|开封市鼓楼区", place="河南"),
        page("c", "L:鼓楼区|福州市鼓楼区"),
    ]
    assert holders(resolve(pages), "L", "鼓楼区") == ["a c", "b"]


def test_projects():
    def built(document, name, builder, place):
        return page(document, (f"O:{builder}", "UNDERTAKES", f"J:{name}"), (f"J:{name}", "LOCATED_IN", f"L:{place}"))

    a = built("a", "中衡锂业年产2万吨碳酸锂项目", "中衡锂业", "察尔汗")
    b = built("b", "年产2万吨碳酸锂项目", "中衡锂业", "察尔汗")
    c = built("c", "年产2万吨碳酸锂项目", "赣岭矿业", "宜丰县工业园区")
    assert holders(resolve([a, b, c]), "J", "年产2万吨碳酸锂项目") == ["a b", "c"]
    two = [built("a", "锂电池项目", "翊岚动力", "三江新区"), built("b", "锂电池项目", "汭川电子", "三江新区")]
    assert not one("J", "锂电池项目", *two)
    phases = [built("a", "云桥数据中心一期", "云桥", "长兴县"), built("b", "云桥数据中心二期", "云桥", "长兴县")]
    assert len([e for e in resolve(phases).entities if e.type == "Project"]) == 2


def test_a_project_with_and_without_its_size_and_its_builder():
    a = page("a", ("O:内蒙古朔风能源有限公司", "UNDERTAKES", "J:苏尼特右旗50万千瓦风光储一体化项目"), place="内蒙古")
    b = page("b", "J:朔风能源苏尼特右旗风光储一体化项目", place="内蒙古")
    c = page("c", "J:苏尼特左旗风光储一体化项目", place="内蒙古")
    found = [sorted(e.documents) for e in resolve([a, b, c]).entities if e.type == "Project"]
    assert sorted(found) == [["a", "b"], ["c"]]


def test_a_size_alone_makes_no_two_of_one_place_one():
    a = page("a", "J:威宁县50万千瓦光伏发电项目", place="贵州")
    b = page("b", "J:威宁县光伏发电项目", place="贵州")
    assert len(resolve([a, b]).entities) == 2


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("济南奥林匹克体育中心", "济南奥体中心"),
        ("昆明长水国际机场", "昆明长水机场"),
        ("鸣沙山风景名胜区", "鸣沙山景区"),
    ],
)
def test_places_in_two_forms(a, b):
    assert regular("Location", a) == regular("Location", b)


def test_who_is_called_a_doctor_of_a_village_is_no_member_of_the_government():
    a = page("a", ("P:陈志远", "HOLDS_POSITION", "O:国务院", {"titles": ("副总理",)}), place="中国")
    b = page("b", "P:陈志远", place="贵州", text="村医陈志远背着药箱。")
    assert len([e for e in resolve([a, b]).entities if e.type == "Person"]) == 2


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("5月5日，牡丹江海林段开江。", True),
        ("大桥横跨牡丹江。", True),
        ("孩子们在牡丹江岸边放风筝。", True),
        ("记者在牡丹江采访。", False),
        ("牡丹江的雪还没有化。", False),
    ],
)
def test_a_river_and_the_city_called_after_it(text, apart):
    city = page("a", "L:牡丹江市|牡丹江", text="牡丹江市放流鱼苗。", place="黑龙江")
    other = page("b", "L:牡丹江|牡丹江市", text=text, place="黑龙江")
    assert len(resolve([city, other]).entities) == 1 + apart


def test_a_herdsman_is_no_head_of_a_town():
    a = page("a", ("P:旦增罗布", "HOLDS_POSITION", "O:打隆镇政府", {"titles": ("镇长",)}), place="西藏")
    b = page("b", "P:旦增罗布", place="西藏", text="牧民旦增罗布找回了牦牛。")
    assert len([e for e in resolve([a, b]).entities if e.type == "Person"]) == 2


def test_what_somebody_does_with_its_kind_tells():
    pages = [page(key, "P:吴佳怡", place="贵州", text="赛艇运动员吴佳怡恢复训练。") for key in "ab"]
    assert len(resolve(pages).entities) == 1


def test_plenary_sessions_of_two_counties():
    pages = [
        page(key, f"M:中共{county}委十五届六次全会", place="山东", day="2023-12-26")
        for key, county in (("a", "沂水县"), ("b", "沂南县"))
    ]
    assert len(resolve(pages).entities) == 2


def test_projects_that_nothing_but_the_name_joins_are_two():
    assert not one("J", "老旧小区改造项目", page("a", "J:老旧小区改造项目"), page("b", "J:老旧小区改造项目"))


def test_a_project_in_a_place_in_a_place():
    a = page("a", ("J:年产2万吨碳酸锂项目", "LOCATED_IN", "L:察尔汗"), ("L:察尔汗", "LOCATED_IN", "L:格尔木市"))
    b = page("b", ("J:年产2万吨碳酸锂项目", "LOCATED_IN", "L:格尔木"))
    assert one("J", "年产2万吨碳酸锂项目", a, b)


def test_meetings_by_name_and_day():
    def held(document, name, day, **more):
        return page(document, f"M:{name}", day=day, **more)

    name = "清江流域生态修复学术年会"
    assert one("M", name, held("a", name, "2024-05-10"), held("b", name, "2024-05-11"))
    assert not one("M", name, held("a", name, "2024-05-10"), held("b", name, "2024-09-11"))
    assert not one("M", name, held("a", name, "2024-05-10"), held("b", name, None))
    cities = [
        held("a", "扬州市重大项目集中开工仪式", "2024-02-18"),
        held("b", "盐城市重大项目集中开工仪式", "2024-02-18"),
    ]
    assert len(resolve(cities).entities) == 2
    provinces = [held(p, "省委农村工作会议", "2024-02-06", place=p) for p in ("山西", "陕西")]
    assert len(resolve(provinces).entities) == 2


def test_the_year_of_an_edition_is_written_in_two_ways():
    a, b = (page(d, f"M:{name}", day=None) for d, name in (("a", "2023年热带农业论坛"), ("b", "2023热带农业论坛")))
    assert len(resolve([a, b]).entities) == 1


def test_meetings_of_general_name_need_company():
    def held(document, *people):
        return page(document, *((f"P:{person}", "ATTENDED", "M:座谈会") for person in people), day="2024-02-18")

    assert not one("M", "座谈会", held("a", "韩锐"), held("b", "冯度"))
    assert one("M", "座谈会", held("a", "韩锐", "陆川"), held("b", "韩锐"))


def test_talks_by_their_company_and_day():
    def talk(document, name, day):
        return page(document, *((f"P:{p}", "ATTENDED", f"M:{name}") for p in ("呼延北辰", "容若谷")), day=day)

    a, b = talk("a", "呼延北辰会见容若谷", "2024-03-07"), talk("b", "容若谷一行与呼延北辰座谈", "2024-03-07")
    c = talk("c", "呼延北辰会见容若谷", "2024-09-05")
    meetings = [e for e in resolve([a, b, c]).entities if e.type == "Meeting"]
    assert sorted(len(e.members) for e in meetings) == [1, 2]


def test_an_edition_lasts_from_day_to_day_and_the_next_is_another():
    days = [page(f"{n}", "M:十四届全国人大三次会议", day=f"2025-03-{n:02d}") for n in (5, 6, 8, 11)]
    assert one("M", "十四届全国人大三次会议", *days)
    fairs = [
        page("a", "M:第三届牦牛产业博览会", day="2023-07-26"),
        page("b", "M:第四届牦牛产业博览会", day="2024-07-24"),
    ]
    assert len(resolve(fairs).entities) == 2


def test_agreements():
    def signed(document, name, day, *parties, **more):
        return page(document, *((f"O:{party}", "SIGNED", f"A:{name}") for party in parties), day=day, **more)

    both = ("凤阳县政府", "皖岭玻璃科技有限公司")
    a = signed("a", "年产5万吨光伏玻璃项目投资协议", "2023-09-20", *both)
    assert (
        len(
            [
                e
                for e in resolve([a, signed("b", "光伏玻璃项目投资协议", "2023-09-20", *both)]).entities
                if e.type == "Agreement"
            ]
        )
        == 1
    )
    for other in (
        signed("b", "光伏玻璃项目投资协议", "2024-09-20", *both),
        signed("b", "光伏玻璃项目投资协议", "2023-09-20", "凤阳县政府", "星湖集团"),
        signed("b", "光伏玻璃项目合作备忘录", "2023-09-20", *both),
    ):
        assert len([e for e in resolve([a, other]).entities if e.type == "Agreement"]) == 2


def test_a_paper_told_of_a_year_later():
    sign = [("O:三亚市政府", "SIGNED", "A:战略合作协议"), ("O:深蓝屿海洋装备公司", "SIGNED", "A:战略合作协议")]
    later = page("b", ("A:战略合作协议", {"date": "2023-05-18"}), *sign, day="2024-05-18")
    assert one("A", "战略合作协议", page("a", *sign, day="2023-05-18"), later)


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("中塔跨界河流利用与保护合作协定", True), ("中塔合作协定", False), ("跨界河流保护合作协定", False)],
)
def test_an_accord_of_two_nations_is_one_without_a_day(name, is_one):
    sign = [("O:中国", "SIGNED", f"A:{name}"), ("O:塔吉克斯坦", "SIGNED", f"A:{name}")]
    found = [page("a", *sign, day="2022-09-14", place="中国"), page("b", f"A:{name}", day="2022-09-17", place="中国")]
    assert one("A", name, *found) is is_one


def test_within_one_document():
    def both(*facts):
        return resolve([page("a", facts[0], day="2024-01-01"), page("a", facts[1], index=1, day="2024-01-01")]).entities

    assert len(both("P:韩锐", "P:韩锐")) == 1
    assert len(both("J:锂电池项目", "J:锂电池项目")) == 1
    assert len(both("M:全省绿色算力产业发展大会", "M:绿色算力产业发展大会")) == 1
    assert len(both("M:座谈会", "M:座谈会")) == 2
    assert len(both("M:省政协科技界联组讨论", "M:省政协工商联界联组讨论")) == 2


def test_what_an_article_tells_apart_stays_apart():
    assert len(resolve([page("a", "J:云桥高原大数据中心项目", "J:云桥高原数据中心项目")]).entities) == 2


def test_forms_of_names():
    assert regular("Organization", "中国共产党青海省委员会") == "青海省委"
    assert regular("Organization", "政协青海省委员会") == "青海省政协"
    assert regular("Location", "青海西宁") == "西宁市"
    assert core("Organization", "云桥科技集团有限公司") == "云桥科技集团"
    assert branch("昊瀛通信青海公司") == branch("中国昊瀛通信集团青海有限公司") == "昊瀛通信@青海省"
    assert branch("昊瀛通信集团有限公司") == branch("青海大学") == ""


def test_the_great_games_of_a_city_are_one_without_a_day():
    assert one("M", "杭州亚运会", page("a", "M:杭州亚运会", place="浙江"), page("b", "M:杭州亚运会", place="湖北"))
    assert not one("M", "杭州马拉松", page("a", "M:杭州马拉松", place="浙江"), page("b", "M:杭州马拉松", place="湖北"))


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ("二十国集团领导人杭州峰会", "二十国集团杭州峰会", 1),
        ("金砖国家杭州峰会", "二十国集团杭州峰会", 2),
        ("东盟峰会", "东盟峰会", 2),  # another every year
        ("中国—中亚峰会", "中国—中亚峰会", 2),
    ],
)
def test_a_summit_called_after_its_city_is_one_without_a_day(a, b, found):
    assert len(resolve([page("a", f"M:{a}", day=None), page("b", f"M:{b}", day=None)]).entities) == found


def test_sessions_in_both_forms():
    long = page("a", "M:政协第十一届铜陵市委员会第三次会议", place="安徽", city="铜陵", day="2024-01-09")
    short = page("b", "M:铜陵市政协十一届三次会议", place="安徽", day="2024-01-09")
    other = page("c", "M:铜陵市政协十一届二次会议", place="安徽", day="2024-01-09")
    found = resolve([long, short, other]).entities
    assert sorted(len(entity.documents) for entity in found) == [1, 2]


def test_villages_of_one_county_are_told_by_their_towns():
    def village(document, town):
        return page(
            document, (f"L:{town}", "LOCATED_IN", "L:前郭县"), ("L:新民村", "LOCATED_IN", f"L:{town}"), place="吉林"
        )

    assert not one("L", "新民村", village("a", "查干湖镇"), village("b", "乌兰塔拉乡"))
    assert one("L", "新民村", village("a", "查干湖镇"), village("b", "查干湖镇"))


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("大庆市中级人民法院", "大庆中院"),
        ("宽甸满族自治县人民法院", "宽甸法院"),
        ("中国建设银行股份有限公司南通分行", "建行南通分行"),
        ("山东航空股份有限公司厦门分公司", "山航厦门分公司"),
        ("印度尼西亚交通部", "印尼交通部"),
        ("和田地区文化体育广播电视和旅游局", "和田地区文旅局"),
        ("山西省戏剧家协会", "山西省剧协"),
        ("共青团芜湖市委员会", "共青团芜湖市委"),
        ("国家税务总局江西省税务局", "江西省税务局"),
    ],
)
def test_regular_names_of_bodies_in_two_forms(long, short):
    assert regular("Organization", long) == regular("Organization", short)


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("大连市第二十四中学", "大连24中"),
        ("包头医学院第二附属医院", "包医二附院"),
        ("中国科学院西北生态环境资源研究院", "中科院西北研究院"),
        ("中国热带农业科学院橡胶研究所", "中国热科院橡胶所"),
        ("国网四川省电力公司宜宾供电公司", "国网宜宾供电公司"),
        ("中国农业科学院兰州兽医研究所", "中国农科院兰州兽医研究所"),
    ],
)
def test_houses_by_short_forms(long, short):
    assert short in house_calls(long)
    assert "包医一附院" not in house_calls(long)
