"""What a sentence tells beside a name: parties of papers, builders of works, posts of before; and what is left two."""

from __future__ import annotations

import pytest
from worlds import holders, page

from kg.resolve import resolve
from kg.resolve.aliases import calls
from kg.resolve.figures import capacity, contradict
from kg.resolve.houses import house_calls, owned_calls
from kg.resolve.regular import regular
from kg.resolve.sites import zone_calls
from kg.resolve.worknames import extends, forms, metro, same_house


def count(kind, *pages):
    """How many things of the kind the pages tell of."""
    return sum(entity.type == kind for entity in resolve(pages).entities)


def signed(document, name, *parties, day="2023-12-05"):
    return page(document, *((f"O:{party}", "SIGNED", f"A:{name}", {"date": day}) for party in parties), day=day)


def paper(document, name, *named, text, day="2024-01-16"):
    return page(document, f"A:{name}", *named, text=text, day=day)


FIRST = signed("a", "校地合作框架协议", "门源县政府", "云桥水产学院")
SIDES = ("L:门源县", "O:云桥水产学院")


@pytest.mark.parametrize(
    "text",
    [
        "依据去年12月与门源县签订的校地合作协议，云桥水产学院派出10人。",
        "云桥水产学院2023年12月同门源县签署校地合作协议，如今已派出10人。",
        "按照2023年12月5日门源县与云桥水产学院签订的校地合作协议，首批人员到岗。",
    ],
)
def test_a_paper_told_in_passing_by_its_parties_and_month(text):
    assert count("Agreement", FIRST, paper("b", "校地合作协议", *SIDES, text=text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "依据去年10月与门源县签订的校地合作协议，云桥水产学院派出10人。",  # another month
        "去年12月与青江市签订校地合作协议。云桥水产学院到过门源县。",  # its parties stand elsewhere
        "云桥水产学院到门源县谈校地合作协议，去年12月的事还在眼前。",  # nothing is signed
        "2024年1月15日，门源县与云桥水产学院签署校地合作协议。",  # another day
    ],
)
def test_a_paper_of_another_time_or_of_others_is_another(text):
    assert count("Agreement", FIRST, paper("b", "校地合作协议", *SIDES, text=text)) == 2


def test_parties_in_the_name_of_a_paper():
    name = "门源县政府与云桥水产学院校地合作框架协议"
    text = f"12月5日，{name}在西宁签订。"
    told = paper("b", name, "O:门源县政府", "O:云桥水产学院", text=text, day="2023-12-06")
    assert count("Agreement", FIRST, told) == 1
    other = paper(
        "c", name.replace("校地", "扶贫"), "O:门源县政府", "O:云桥水产学院", text=text.replace("校地", "扶贫")
    )
    assert count("Agreement", signed("a", "产业研究院共建协议", "门源县政府", "云桥水产学院"), other) == 2


def test_three_parties_are_not_two():
    three = signed("a", "校地合作框架协议", "门源县政府", "云桥水产学院", "丰河集团")
    text = "依据去年12月与门源县签订的校地合作协议，云桥水产学院派出10人。"
    assert count("Agreement", three, paper("b", "校地合作协议", *SIDES, text=text)) == 2


def works(name, text, **more):
    return page("b", f"J:{name}", "O:朔沣能源", text=text, place="甘肃", **more)


BUILT = page(
    "a",
    ("O:朔沣能源", "UNDERTAKES", "J:老鸦岭100兆瓦风电项目"),
    ("J:老鸦岭100兆瓦风电项目", "LOCATED_IN", "L:山丹县"),
    place="甘肃",
)


def test_a_clause_tells_who_builds():
    text = "朔沣能源在山丹县建设的10万千瓦风电项目全部并网。"
    told = page("b", ("J:10万千瓦风电项目", "LOCATED_IN", "L:山丹县"), "O:朔沣能源", text=text, place="甘肃")
    assert count("Project", BUILT, told) == 1


@pytest.mark.parametrize(
    "text",
    [
        "朔沣能源在山丹县建设的5万千瓦风电项目全部并网。",  # another size
        "朔沣能源到山丹县看过，当地的10万千瓦光伏项目全部并网。",  # another kind, built by others
    ],
)
def test_another_size_or_kind_is_another_work(text):
    name = text[text.index("千瓦") - 3 if "10" in text else text.index("5万") :].split("全部")[0].lstrip("的")
    told = page("b", (f"J:{name}", "LOCATED_IN", "L:山丹县"), "O:朔沣能源", text=text, place="甘肃")
    assert count("Project", BUILT, told) == 2


def test_power_in_one_unit():
    assert capacity("石门100兆瓦风电项目") == "石门10万千瓦风电项目"
    assert capacity("石门2吉瓦光伏基地") == "石门200万千瓦光伏基地"
    assert capacity("石门50mw/100mwh储能项目") == "石门5万千瓦/10万千瓦时储能项目"
    assert capacity("石门百万千瓦光伏基地") == "石门100万千瓦光伏基地"
    assert capacity("石门两百万千瓦光伏基地") == "石门两百万千瓦光伏基地"
    assert contradict(("石门100兆瓦风电项目",), ("石门5万千瓦风电项目",))
    assert not contradict(("石门100兆瓦风电项目",), ("石门10万千瓦风电项目",))


def test_lines_of_a_metro_by_both_names():
    assert metro("昆明市轨道交通9号线二期工程") == metro("昆明地铁9号线二期") == "昆明地铁9号线二期"
    assert metro("昆明地铁9号线") != metro("昆明地铁9号线二期")
    assert metro("云桥地铁9号线") == metro("轨道交通9号线") == metro("昆明地铁9号线金马寺站") == ""


def test_a_station_without_its_river():
    assert "卡登水电站" in forms("雅砻江卡登水电站", set())
    assert "大桥" not in forms("清水河大桥", set())
    assert not any(name.endswith("石门大桥") and len(name) < 7 for name in forms("黑石河石门大桥", set()))


def test_an_irrigated_district_is_made_whole_and_not_larger():
    assert not extends(["石门灌区续建配套与现代化改造项目"])
    assert extends(["石门水厂扩建工程"])
    assert extends(["石门水库续建工程"])


def served(document, name, text, *others, place=None, city=None):
    return page(document, f"P:{name}", *others, text=text, place=place, city=city)


def post(document, name, body, title, **more):
    return page(document, (f"P:{name}", "HOLDS_POSITION", f"O:{body}", {"titles": (title,)}), **more)


@pytest.mark.parametrize(
    "text",
    [
        "处长李文达到场。曾在门源县挂职两年的他，还记得那里的路。",
        "李文达此前在门源县工作过三年。",
        "曾在门源县挂职的处长李文达到场。",
        "五年前，部里派李文达出门，派他来门源县挂职。",
    ],
)
def test_a_post_of_before_at_a_place(text):
    told = served("b", "李文达", text, "L:门源县")
    assert holders(resolve([post("a", "李文达", "门源县政府", "副县长", place="青海"), told]), "P", "李文达") == ["a b"]


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("李文达到门源县调研，曾在门源县挂职的何林同行。", ("L:门源县", "P:何林")),  # another's post
        ("李文达没有到过门源县，他在别处工作。", ("L:门源县",)),
        ("李文达说，丰河人曾在门源县打过仗。", ("L:门源县",)),
    ],
)
def test_a_place_that_is_named_is_no_post_of_before(text, others):
    told = served("b", "李文达", text, *others)
    a = post("a", "李文达", "门源县政府", "副县长", place="青海")
    assert len(holders(resolve([a, told]), "P", "李文达")) == 2


def test_a_body_of_before():
    a = post("a", "周丽", "云桥大学", "教授", place="河南")
    b = served("b", "周丽", "周丽此前在云桥大学任教26年。", "O:云桥大学", place="吉林")
    assert len(holders(resolve([a, b]), "P", "周丽")) == 1
    c = served("c", "周丽", "周丽说，云桥大学的门口新开了一家店。", "O:云桥大学", place="吉林")
    assert len(holders(resolve([a, c]), "P", "周丽")) == 2


def test_a_sketch_tells_what_somebody_is_behind_the_name():
    judge = post("a", "刘芳", "汉滨区法院", "庭长", place="陕西", city="安康")
    teacher = served("b", "刘芳", "刘芳，女，石门镇小学教师。", place="陕西", city="安康")
    assert len(holders(resolve([judge, teacher]), "P", "刘芳")) == 2


def test_hospitals_by_their_own_names():
    assert owned_calls("宁河医学院云鹤山医院") == {"云鹤山医院"}
    assert owned_calls("宁河医科大学附属云鹤医院") == {"云鹤医院"}
    for name in (
        "宁河医学院附属医院",
        "宁河医学院第一医院",
        "宁河大学附属儿童医院",
        "宁河大学附属第二中学",
        "云鹤山医院",
    ):
        assert owned_calls(name) == frozenset()


def test_a_hospital_by_its_own_name_in_its_province_alone():
    whole, short = "O:宁河医学院云鹤山医院", "O:云鹤山医院"
    one = resolve([page("a", whole, place="安徽"), page("b", short, place="安徽", city="芜湖")])
    assert holders(one, "O", "云鹤山医院") == ["a b"]
    assert holders(resolve([page("a", whole, place="安徽"), page("b", short, place="湖北")]), "O", "云鹤山医院") == [
        "b"
    ]
    two = [
        page("a", whole, place="安徽"),
        page("c", "O:石门医学院云鹤山医院", place="安徽"),
        page("b", short, place="安徽"),
    ]
    assert holders(resolve(two), "O", "云鹤山医院") == ["b"]


def test_names_of_bodies_in_short():
    assert "鼎禾基金会" in calls("福建省鼎禾慈善基金会")
    assert "教育基金会" not in calls("福建省教育基金会")
    assert {"云鹤队", "大连云鹤队"} <= calls("大连云鹤足球俱乐部")
    assert calls("云鹤汽车俱乐部").isdisjoint({"云鹤队", "队"})
    assert "成铁中院" in house_calls("成都铁路运输中级法院")
    assert "成铁法院" in house_calls("成都铁路运输法院")
    assert "成铁中院" not in house_calls("成都铁路运输法院")
    assert zone_calls("云桥湾石门经济技术开发区") == {"云桥湾石门经开区"}
    assert zone_calls("云桥湾石门新区") == frozenset()


def test_a_station_of_the_police_by_its_district():
    assert regular("Organization", "郑州市公安局二七分局云桥路派出所") == regular("Organization", "二七区云桥路派出所")
    assert regular("Organization", "郑州市公安局二七分局云桥路派出所") != regular("Organization", "金水区云桥路派出所")


def test_the_medical_university_s_hospital_at_home():
    whole = "O:宁河医科大学附属第一医院"
    near = [page("a", whole, place="辽宁"), page("b", "O:医大一院", place="辽宁", city="沈阳")]
    assert holders(resolve(near), "O", "医大一院") == ["a b"]
    far = [page("a", whole, place="辽宁"), page("b", "O:医大一院", place="黑龙江")]
    assert holders(resolve(far), "O", "医大一院") == ["b"]
    other = [page("a", whole, place="辽宁"), page("b", "O:医大二院", place="辽宁")]
    assert holders(resolve(other), "O", "医大二院") == ["b"]


def test_a_chamber_of_people_from_elsewhere():
    whole = "O:长春市浙江商会"
    assert holders(resolve([page("a", whole, place="吉林"), chamber("b", "吉林", "长春")]), "O", "浙江商会") == ["a b"]
    assert holders(resolve([page("a", whole, place="吉林"), chamber("b", "吉林", "四平")]), "O", "浙江商会") == ["b"]
    assert holders(resolve([chamber("a", "吉林", "长春"), chamber("b", "云南", "昆明")]), "O", "浙江商会") == ["a", "b"]


def chamber(document, place, city):
    return page(document, "O:浙江商会", place=place, city=city)


def test_a_court_by_each_of_its_divisions():
    whole = page("a", "O:辽宁省沈阳市铁西区人民法院", text="辽宁省沈阳市铁西区人民法院设立审判点。", place="辽宁")
    found = resolve([whole]).entities[0].names
    assert {"沈阳市铁西区人民法院", "铁西区人民法院"} <= set(found)


def test_a_house_that_moves():
    move, new = ("丰河县中医医院整体搬迁项目",), ("丰河县中医医院新院区项目",)
    assert not same_house(move, new)  # no division is called so
    move, new = ("镇雄县中医医院整体搬迁项目",), ("镇雄县中医医院新院区项目",)
    assert same_house(move, new) == "镇雄县中医医院"
    for other in (
        "镇雄县中医医院门诊楼项目",
        "镇雄县人民医院整体搬迁项目",
        "镇雄县中医医院设备采购项目",
        "整体搬迁项目",
    ):
        assert not same_house(move, (other,))


def test_a_house_that_moves_is_one_work_where_more_is_told():
    there = ("镇雄县中医医院{}", "LOCATED_IN", "L:南部新城")

    def work(document, kind):
        return page(document, (f"J:镇雄县中医医院{kind}", *there[1:]), "O:镇雄县中医医院", place="云南", city="昭通")

    assert count("Project", work("a", "整体搬迁项目"), work("b", "新院区项目")) == 1
    assert count("Project", work("a", "整体搬迁项目"), work("b", "传染病楼项目")) == 2


def test_a_reservoir_in_the_county_of_which_its_article_tells():
    text = "沙坝塘水库工程总库容1186万立方米。"
    whole = page("a", "J:播州区沙坝塘水库工程|沙坝塘水库工程", place="贵州", text="播州区" + text)
    told = page("b", "J:沙坝塘水库工程", "L:播州区", place="贵州", text=text)
    sizes = page("b", "J:光伏发电项目", "L:播州区", place="贵州")
    assert count("Project", page("a", "J:播州区光伏发电项目", place="贵州"), sizes) == 2
    assert count("Project", whole, page("b", "J:沙坝塘水库工程", "L:湄潭县", place="贵州")) == 2
    assert count("Project", whole, told) == 1


def test_a_metro_told_of_in_two_cities():
    a = page("a", "J:东莞地铁3号线一期工程", place="广东", city="东莞")
    assert count("Project", a, page("b", "J:东莞轨道交通3号线一期工程", place="广东", city="深圳")) == 1
    assert count("Project", a, page("b", "J:东莞轨道交通3号线二期工程", place="广东", city="深圳")) == 2
    assert count("Project", a, page("b", "J:深圳轨道交通3号线一期工程", place="广东", city="深圳")) == 2
