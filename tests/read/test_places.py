"""Whose paper, and which city an article means (kg/read/places.py, cities.py, papers.py)."""

import pytest

from kg.read import papers
from kg.read.assemble import Hints, read_page
from kg.read.cities import city_of
from kg.read.dateline import read_dateline
from kg.read.places import Told, home_of_page
from kg.say import told as spoken


def _told(text: str) -> Told:
    return Told(text, read_dateline(text))


@pytest.mark.parametrize(
    ("name", "home"),
    [
        ("西宁晚报", "西宁市"),
        ("凉山日报", "凉山彝族自治州"),
        ("团结报", "湘西土家族苗族自治州"),
        ("青海日报", "青海省"),
        ("新华社", "中国"),
        ("三峡日报", "宜昌市"),
        ("河南日报客户端", "河南省"),
        ("情况通报", None),
        ("本报", None),
    ],
)
def test_home_of_a_paper(name: str, home: str | None) -> None:
    assert papers.home(name) == home


@pytest.mark.parametrize(
    ("text", "place", "city"),
    [
        ("本报西宁5月13日讯（记者 王一）市委书记李二到大通县调研。", "青海", "西宁市"),
        ("团结报龙山讯（记者 王一）代表团来我县考察，县委书记张三陪同。", "湖南", "龙山县"),
        ("凉山日报讯（记者 王一）州委副书记、州长李二到越西县调研。", "四川", "凉山彝族自治州"),
        ("本报阿图什5月13日讯(记者 王一)州党委书记李二发言。", "新疆", "克孜勒苏柯尔克孜自治州"),
        ("新华社银川7月20日电 调研组在宁夏调研。", "宁夏", None),
        ("新华社北京3月27日电(记者王一)国家主席会见外宾。", "中国", None),
        ("本报讯（记者 王一）西宁市、海西州对接会在西宁召开。市委常委李二出席。", "青海", "西宁市"),
        ("天津援建同仁市人民医院交付。黄南州有关负责人表示感谢。", "青海", None),
        ("公司发布公告。", None, None),
    ],
)
def test_place_and_city(text: str, place: str | None, city: str | None) -> None:
    told = _told(text)
    home = home_of_page([], [told], None)
    assert home.place == place
    assert city_of(told, home, [told])[0] == city


def test_header_and_given_place_come_first() -> None:
    told = _told("本报讯（记者 王一）市委副书记李二会见北京客人。")
    home = home_of_page(["A02 要闻 西宁晚报"], [told], None)
    assert (home.place, city_of(told, home, [told])[0]) == ("青海", "西宁市")
    assert home_of_page([], [told], "甘肃").place == "甘肃"
    given = home_of_page([], [told], "西宁市")
    assert (given.place, city_of(told, given, [told])[0]) == ("青海", "西宁市")


@pytest.mark.parametrize(
    ("header", "place", "city"),
    [
        ("宁夏日报 2024年7月30日 星期二 第1版", "宁夏", None),
        ("西宁晚报 2024年7月30日 星期二 第1版", "青海", "西宁市"),
        ("01 要闻 2024年7月30日 星期二 西宁晚报", "青海", "西宁市"),
        ("西 宁 晚 报", "青海", "西宁市"),
        ("2024年7月30日 星期二 第1版", None, None),
    ],
)
def test_a_page_is_at_home_where_its_header_says(header: str, place: str | None, city: str | None) -> None:
    text = f"{header}\n本报讯（记者 王一）7月29日，全市工作推进会召开。市委常委李文达出席。\n"
    (article,) = read_page(text, "p.txt", Hints())
    assert (article.place, article.city) == (place, city)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("北京晚报讯 据河南发布消息，省十四届人大常委会第九次会议7月26日在洛阳闭幕。", "河南"),
        ("北京晚报讯 河南省副省长李文达7月26日到京考察。市领导陪同。", "北京"),
        ("新华社北京7月26日电 在山西，省委书记李文达主持会议。太原市、大同市负责人参加。", "山西"),
        ("西宁晚报讯 7月26日，省委书记李文达在北京考察。", "青海"),
        ("西藏日报讯 10月10日，湖南省委、省政府代表团到山南市考察。", "西藏"),
        ("新疆日报讯 李文达，籍贯安徽亳州，省委党校大学学历，任乌鲁木齐市副市长。", "新疆"),
    ],
)
def test_who_says_the_province_is_in_one(text: str, place: str) -> None:
    (article,) = read_page(text, "p.txt", Hints())
    assert article.place == place


def test_why_it_is_that_province_is_told_in_either_language(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "来源：北京晚报\n北京晚报讯 据河南发布消息，省十四届人大常委会第九次会议7月26日在洛阳闭幕。"
    (article,) = read_page(text, "p.txt", Hints())
    for language, source, why in (("zh", "来源：", "指的省份"), ("en", "source: ", "that the text means by 省")):
        monkeypatch.setenv("KG_LANG", language)
        notes = [spoken(note) for note in article.notes]
        assert any(source in note for note in notes), notes
        assert any(why in note for note in notes), notes
