"""Lines that hold a whole article: captions, titles and bylines that nothing parts from its text (kg/read/parts.py)."""

import pytest

from kg.model import Article
from kg.read.assemble import Hints, read_page
from kg.read.dateline import read_reporters

BODY = (
    "中新网青江8月3日电 (记者 李文达)云岭风电场首批五台风电机组3日并网发电，项目由青江能源集团投资建设，年发电量"
    "两亿千瓦时，可满足十四万人一年的用电。市长周明远出席活动并致辞。"
)
TOLD = "8月3日，云岭风电场首批五台风电机组并网发电，项目由青江能源集团投资建设，年发电量两亿千瓦时，市长周明远出席。"


def _one(raw: str) -> Article:
    (article,) = read_page(raw, "page.txt", Hints())
    return article


@pytest.mark.parametrize(
    "before",
    [
        "云岭风电场。何林摄",
        "云岭风电场。受访者供图云岭风电场的机组吊装。受访者供图",
        "8月1日，工人在云岭风电场检修。新华社记者 何林 摄",
    ],
)
def test_captions_before_a_body_are_not_in_it(before: str) -> None:
    article = _one(before + BODY)
    assert article.text.startswith("中新网青江8月3日电")
    assert (article.date or "")[-5:] == "08-03"
    assert article.reporters == ("李文达",)


def test_a_title_before_an_agency_and_its_day() -> None:
    article = _one("【专线】云岭风电场首批机组在青江并网发电" + BODY)
    assert article.title == "【专线】云岭风电场首批机组在青江并网发电"
    assert article.reporters == ("李文达",)


def test_words_of_a_picture_are_no_title() -> None:
    article = _one("青江能源 视觉中国 资料图" + TOLD + "他说，项目年内还将建成二期机组，总投资三亿元。")
    assert article.title == ""
    assert article.text.startswith("8月3日")


def test_a_title_given_twice_is_one() -> None:
    article = _one(f"原标题：云岭风电场并网\n原标题：云岭风电场并网发电 机组五台\n{TOLD}")
    assert article.title == "云岭风电场并网发电 机组五台"


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("青江晚报记者 何林 实习生 沈佳", ("何林", "沈佳")),
        ("（何林 中青报记者 沈佳）", ("何林", "沈佳")),
        ("（文图 | 何林 沈佳 编辑 | 吕静）", ("何林", "沈佳")),
        ("记者将继续关注事态发展", ()),
        ("欢迎各位记者采访报道", ()),
    ],
)
def test_writers_behind_the_last_sentence(end: str, names: tuple[str, ...]) -> None:
    assert read_reporters(TOLD + end) == names


def test_a_list_of_appointments_has_the_day_of_its_title() -> None:
    raw = "青江市人大常委会任免名单（2023年8月2日青江市人大常委会第九次会议通过）\n\n任命周明远为青江市财政局局长。\n"
    assert _one(raw).date == "2023-08-02"


REST = "双方表示，将加强沟通对接，推动各项工作落地见效，为当地发展作出新的贡献。有关部门负责人参加活动。"


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "原标题：云岭股份：拟投建年产5万吨电解液项目",
            "云岭股份8月1日公告，公司拟与石门县签署投资协议，建设电解液项目。",
        ),
        ("原标题：“云岭号”卫星发射 搭载青江大学载荷", "8月5日12时08分，“云岭号”卫星发射，搭载了青江大学的载荷。"),
        ("青江轨道与远航装备战略合作签约", "8月9日，青江轨道与远航装备战略合作签约仪式举行，董事长周明远出席。"),
        ("青江市台办赴云岭开展对台交流", "中国台湾网8月14日讯 近日，青江市台办主任沈佳一行赴云岭开展对台交流。"),
    ],
)
def test_titles_glued_to_what_opens_otherwise(title: str, body: str) -> None:
    article = _one(title + body + REST)
    assert article.title == title.removeprefix("原标题：")
    assert article.text == body + REST


@pytest.mark.parametrize("mark", ["▲ ", "●", ""])
@pytest.mark.parametrize("opening", ["本报讯（记者 何林）", "本报讯 ", "本报石门讯（沈佳）"])
def test_titles_run_into_the_lines_of_a_column(mark: str, opening: str) -> None:
    page = (
        "宁河日报\n2015年8月20日 星期四\n一线传真\n"
        f"{mark}石桥镇夜话解难题　{opening}今年以来，石桥镇\n干部每周三晚进村入户，听取诉求。\n"
        f"{mark}云岭乡抢收早稻　{opening}连日来，云岭乡出\n动收割机三十五台。\n"
    )
    found = read_page(page, "page.txt", Hints())
    assert [article.title for article in found] == ["石桥镇夜话解难题", "云岭乡抢收早稻"]
    assert all(article.text.startswith(opening[:2]) for article in found)


@pytest.mark.parametrize("line", ["县委书记周明远说。 本报讯（记者 何林）", "他读了 本报前日的报道，很快"])
def test_nothing_else_before_the_name_of_the_paper_is_a_title(line: str) -> None:
    assert _one(f"石桥镇修路\n云岭乡的路修通了，这条路等了三十年。\n{line}").title == "石桥镇修路"
