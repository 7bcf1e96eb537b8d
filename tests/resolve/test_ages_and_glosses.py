"""People by age and by their names in Latin letters, bodies by numbers and by divisions of one name."""

from __future__ import annotations

import pytest
from worlds import page

from kg.resolve import resolve
from kg.resolve.aliases import formal, whole
from kg.resolve.meeting_names import sitting
from kg.resolve.regular import regular
from kg.resolve.worknames import other_product


def people(*pages):
    return sum(entity.type == "Person" for entity in resolve(pages).entities)


def told(document, text, *names, day="2024-05-08"):
    return page(document, "P:" + "|".join(names), text=text, day=day, place="青海")


@pytest.mark.parametrize(
    ("a", "b", "count"),
    [
        ("61岁的欧阳文渊在山口走了三十年。", "28岁的欧阳文渊从警校毕业。", 2),
        ("欧阳文渊，今年61岁，住在山口。", "28岁的欧阳文渊从警校毕业。", 2),
        ("61岁的欧阳文渊在山口走了三十年。", "欧阳文渊，60岁，是护边员。", 1),
        ("61岁的欧阳文渊在山口走了三十年。", "欧阳文渊（1963年出生）是护边员。", 1),
        ("欧阳文渊在山口走了三十年。", "28岁的欧阳文渊从警校毕业。", 1),
    ],
)
def test_ages(a, b, count):
    assert people(told("a", a, "欧阳文渊"), told("b", b, "欧阳文渊")) == count


def test_an_age_without_a_year_tells_nothing():
    pages = [told(name, "61岁的欧阳文渊在山口。", "欧阳文渊", day="--05-08") for name in "ab"]
    assert people(*pages) == 1


def test_one_latin_name_in_two_spellings():
    a = told("a", "埃里克·松德贝里（Erik Sundberg）来访。", "埃里克·松德贝里", "Erik Sundberg")
    b = told("b", "埃里克·桑德伯格（Erik Sundberg）来访。", "埃里克·桑德伯格", "Erik Sundberg")
    c = told("c", "埃里克·桑德伯格（Erik Sandberg）来访。", "埃里克·桑德伯格", "Erik Sandberg")
    assert people(a, b) == 1
    assert people(a, c) == 2


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("宁河市第三人民医院", "宁河市三医院"),
        ("宁河市三院", "宁河市三医院"),
        ("宁河市第十一中学", "宁河市十一中"),
        ("宁河县第二幼儿园", "宁河县二幼"),
    ],
)
def test_numbered_houses(long, short):
    assert formal(long) == short


def test_numbered_houses_of_two_numbers():
    assert formal("宁河市第一中学") != formal("宁河市第十一中学")
    assert formal("宁河市第二人民医院") != formal("宁河市三医院")


def test_a_body_of_a_division_whose_name_several_bear():
    assert regular("Organization", "鼓楼区人民法院") == regular("Organization", "鼓楼区法院")
    assert regular("Organization", "鼓楼区人民法院") != regular("Organization", "鼓楼区检察院")


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("宁河市十一届人大四次会议", "宁河市第十一届人民代表大会第四次会议", True),
        ("宁河市十一届人大四次会议", "宁河市十一届人大常委会第四次会议", False),
        ("政协宁河市十四届三次会议", "宁河市十四届人大三次会议", False),
        ("宁河市政协十四届常委会第五次会议", "宁河市政协十四届五次会议", False),
    ],
)
def test_who_sits(a, b, same):
    assert bool(sitting([a]) & sitting([b])) is same
    assert not sitting(["宁河盐湖论坛"])


def test_products_that_differ_by_an_element():
    assert other_product(["年产5万吨磷酸铁项目"], ["云桥磷酸铁锂项目"])
    assert not other_product(["年产5万吨磷酸铁锂项目"], ["云桥磷酸铁锂项目"])
    assert not other_product(["宁河铁路项目"], ["宁河项目"])


def test_an_age_of_the_year_that_the_sentence_tells():
    a = told("a", "1947年，23岁的欧阳文渊在突围战中牺牲。", "欧阳文渊")
    b = told("b", "欧阳文渊，1924年出生，是本县人。", "欧阳文渊")
    assert people(a, b) == 1


def test_a_player_by_the_number():
    a = told("a", "云桥队的19号欧阳文渊打进一球。", "欧阳文渊")
    b = told("b", "律师欧阳文渊出庭。", "欧阳文渊")
    assert people(a, b) == 2


def works(*pages):
    return sum(entity.type == "Project" for entity in resolve(pages).entities)


def test_an_extension_is_another_work():
    pages = [page("a", "J:云桥湖水厂供水工程", place="青海"), page("b", "J:云桥湖水厂供水扩建工程", place="青海")]
    assert works(*pages) == 2


def test_a_firm_s_plants_of_one_name_in_two_cities():
    def at(document, place, city):
        return page(document, ("O:澄辉动力", "UNDERTAKES", "J:电池生产基地项目"), place=place, city=city)

    assert works(at("a", "湖北", "宜昌市"), at("b", "四川", "遂宁市")) == 2
    assert works(at("a", "湖北", "宜昌市"), at("b", "湖北", "宜昌市")) == 1


@pytest.mark.parametrize(
    ("short", "full"),
    [("云桥医科大附二院", "云桥医科大学第二附属医院"), ("云桥医科大一附院", "云桥医科大学第一附属医院")],
)
def test_houses_of_a_university_in_short(short, full):
    assert whole(short) == full
    assert whole("云桥医科大药房") == "云桥医科大药房"
