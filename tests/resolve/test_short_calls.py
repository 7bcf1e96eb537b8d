"""Fairs, posts, towns and streets by which two articles tell of one thing, or of two."""

from __future__ import annotations

from worlds import holders, page

from kg.resolve import resolve
from kg.resolve.places import split
from kg.resolve.qualified_name import regular


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
