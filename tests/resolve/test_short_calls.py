"""Fairs, posts, towns and streets by which two articles tell of one thing, or of two."""

from __future__ import annotations

from worlds import holders, page

from kg.resolve import resolve
from kg.resolve.aliases import calls
from kg.resolve.home import home_calls
from kg.resolve.houses import house_calls
from kg.resolve.places import split
from kg.resolve.regular import regular


def apart(kind, names, *pages):
    """How many things all of these names are."""
    resolution = resolve(pages)
    return len({where for name in names for where in holders(resolution, kind, name)})


def test_a_fair_by_what_its_province_calls_it():
    whole, short = "第八届洞庭湖国际渔业博览会", "第八届渔博会"
    told = page("a", f"M:{whole}", place="湖南", day="2024-09-20")
    assert apart("M", (whole, short), told, page("b", f"M:{short}", place="湖南", day="2024-09-22")) == 1
    assert apart("M", (whole, short), told, page("b", f"M:{short}", place="福建", day="2024-09-22")) == 2
    another = "第八届青江国际渔业博览会"
    assert apart("M", (whole, another), told, page("b", f"M:{another}", place="湖南", day="2024-09-20")) == 2


def villager(document, name, title):
    return page(
        document,
        (f"P:{name}", "HOLDS_POSITION", "O:青石村党支部", {"titles": (title,)}),
        place="新疆",
        city="喀什",
    )


def test_a_post_with_and_without_the_end_of_its_body():
    whole, own = "阿卜杜热西提·喀迪尔", "阿卜杜热西提"
    assert apart("P", (whole, own), villager("a", whole, "书记"), villager("b", own, "村党支部书记")) == 1
    assert apart("P", (whole, own), villager("a", whole, "书记"), villager("b", own, "村党支部委员")) == 2


def test_who_is_told_of_in_one_town():
    herdsman = page("a", "P:李文达", "L:欧拉镇", place="甘肃", city="甘南州", text="牧民李文达带来了建议。")
    told = [herdsman, page("b", "P:李文达", "L:欧拉镇", place="甘肃", city="甘南州")]
    official = page(
        "c", ("P:李文达", "HOLDS_POSITION", "O:夏河县委", {"titles": ("副书记",)}), place="甘肃", city="夏河县"
    )
    assert holders(resolve([*told, official]), "P", "李文达") == ["a b", "c"]


def test_a_street_may_lie_anywhere():
    assert split("桂林路", ()) == ((), "桂林路")
    assert split("北京东大街", ()) == ((), "北京东大街")
    assert split("长春市桂林路", ()) == (("吉林省", "长春市"), "桂林路")
    assert split("桂林市象山区", ())[0][:2] == ("广西壮族自治区", "桂林市")


def test_a_house_of_the_republic_is_called_without_it():
    assert regular("Organization", "中华人民共和国满洲里海关") == regular("Organization", "满洲里海关")


def paper(document, parties, name="技术合作框架协议", **more):
    return page(document, *((f"O:{party}", "SIGNED", f"A:{name}") for party in parties), day="2024-05-06", **more)


def test_a_paper_signed_by_a_daughter_is_its_mothers_elsewhere():
    mother = paper("a", ("云桥汽车集团", "远琪汽车科技"))
    assert apart("A", ("技术合作框架协议",), mother, paper("b", ("云桥汽车集团", "广东远琪汽车科技"))) == 1
    assert apart("A", ("技术合作框架协议",), mother, paper("b", ("云桥汽车集团", "星河能源"))) == 2


def test_courts_are_called_without_their_rank():
    name, long = "两城执行联动合作备忘录", "青岛-武汉两城执行联动合作备忘录"
    plain = paper("a", ("青岛市法院", "武汉市法院"), name)
    assert apart("A", (name, long), plain, paper("b", ("青岛市中级人民法院", "武汉市中级人民法院"), long)) == 1
    assert apart("A", (name, long), plain, paper("b", ("西安市中级人民法院", "武汉市中级人民法院"), long)) == 2


def test_houses_by_their_number_and_police_in_their_own_city():
    branch = regular("Organization", "重庆市人民检察院第三分院")
    assert branch == regular("Organization", "重庆市检察院三分院")
    assert branch != regular("Organization", "重庆市检察院二分院")
    assert house_calls("青江市公安局石门分局云岭派出所") == {"石门分局云岭派出所", "石门公安分局云岭派出所"}
    assert "青江春股份" in calls("四川青江春酒业股份有限公司")


def test_of_a_common_name_a_whole_province_says_nothing():
    officer = page(
        "a", ("P:张伟", "HOLDS_POSITION", "O:石门派出所", {"titles": ("民警",)}), place="黑龙江", city="鸡西"
    )
    assert apart("P", ("张伟",), officer, page("b", "P:张伟", place="黑龙江")) == 2
    assert apart("P", ("张伟",), officer, page("b", "P:张伟", place="黑龙江", city="鸡西")) == 1


def test_who_is_told_of_where_another_of_the_name_is_employed():
    whole, own, school = "叶尔江·哈孜别克", "叶尔江", "O:新疆师范大学附属中学"
    teacher = page("a", (f"P:{whole}", "HOLDS_POSITION", school, {"titles": ("教师",)}), place="新疆")
    assert apart("P", (whole, own), teacher, page("b", f"P:{own}", school, place="新疆", city="伊犁")) == 1
    assert apart("P", (whole, own), teacher, page("b", f"P:{own}", place="新疆", city="伊犁")) == 2


def test_a_place_written_before_a_name_is_nearer_than_a_far_dateline():
    text = "新疆尼勒克县乌拉斯台镇中心校的教师说。"
    far = page("a", "O:乌拉斯台镇中心校", place="北京", text=text)
    near = page("b", "O:乌拉斯台镇中心校", place="新疆", city="伊犁", text=text.removeprefix("新疆"))
    assert apart("O", ("乌拉斯台镇中心校",), far, near) == 1


def test_a_firm_as_its_shares_are_called():
    assert {"云岭重装", "云岭重型装备"} <= calls("云岭重型装备股份有限公司")
    assert "恒冀新材" in calls("恒冀新材料科技股份有限公司")
    assert "云岭通航" in calls("云岭通用航空有限公司")
    assert not {"云岭重机", "云岭装备"} & calls("云岭重型装备股份有限公司")
    assert not {call for call in calls("通用航空有限公司") if call.endswith("通航")}  # no brand
    whole, short, other = "云岭重型装备股份有限公司", "云岭重装", "云岭重工"
    told = page("a", f"O:{whole}", place="福建")
    assert apart("O", (whole, short), told, page("b", f"O:{short}", place="福建")) == 1
    assert apart("O", (whole, other), told, page("b", f"O:{other}", place="福建")) == 2


def test_a_known_hospital_of_a_school_in_short():
    assert regular("Organization", "昌大一附院") == regular("Organization", "南昌大学第一附属医院")
    assert regular("Organization", "苏大附一院") == regular("Organization", "苏州大学附属第一医院")
    assert regular("Organization", "昌大一附院") != regular("Organization", "南昌市第一医院")


def test_a_school_of_an_own_name_is_called_so_in_its_province():
    whole, short = "青岛市云鹤中学", "云鹤中学"
    told = page("a", f"O:{whole}", place="山东", city="青岛")
    assert apart("O", (whole, short), told, page("b", f"O:{short}", place="山东", city="济南")) == 1
    assert apart("O", (whole, short), told, page("b", f"O:{short}", place="福建", city="泉州")) == 2
    for common in ("实验中学", "育才小学", "中心小学", "朝阳医院", "荣军医院", "民生医院"):
        whole = f"青岛市{common}"
        told = page("a", f"O:{whole}", place="山东", city="青岛")
        assert apart("O", (whole, common), told, page("b", f"O:{common}", place="山东", city="济南")) == 2
    assert not home_calls("青岛市第三中学")


def test_a_numbered_house_of_a_builder():
    for short in (
        "云岭建工五公司",
        "云岭建工集团五公司",
        "云岭建工集团第五建筑工程有限公司",
        "云岭建工集团第五建筑安装工程有限公司",
    ):
        assert regular("Organization", short) == regular("Organization", "云岭建工集团第五工程有限公司")
    assert regular("Organization", "云岭建工三公司") != regular("Organization", "云岭建工集团第五工程有限公司")
    assert regular("Organization", "云岭食品五公司") == "云岭食品五公司"


def test_a_line_is_told_of_at_both_ends():
    whole, short = "田东至德保高速公路", "田德高速"
    here = page("a", f"J:{whole}", place="广西", city="百色")
    assert apart("J", (whole, short), here, page("b", f"J:{short}", place="广西", city="河池")) == 1
    plant = "云岭垃圾焚烧发电项目"
    here = page("a", f"J:{plant}", place="广西", city="百色")
    assert apart("J", (plant,), here, page("b", f"J:{plant}", place="广西", city="河池")) == 2
