"""Letters to a paper, names alone under titles, and units before names (kg/read/letters.py, units.py)."""

import pytest

from kg.read.assemble import Hints, read_page
from kg.read.dateline import reporters, writers
from kg.read.furniture import signed
from kg.read.letters import opens_letter

FIRST = "近日回乡，见公路上晒满了油菜，车辆只能占道行驶，建议有关部门加强管理。"
SECOND = "小区对面的公厕每天晚上锁门，散步的老人很不方便，希望能延长开放时间。"


@pytest.mark.parametrize("line", ["编辑同志：", "《青江日报》编辑部：", "尊敬的编辑：您好！", "青江晚报编辑老师："])
def test_how_letters_open(line: str) -> None:
    assert opens_letter(line)


@pytest.mark.parametrize("line", ["记者手记", "编辑同志认为：", "李文达：", "记者：今年以来，成效如何？"])
def test_what_opens_no_letter(line: str) -> None:
    assert not opens_letter(line)


def test_letters_of_a_column_are_articles_with_who_signs_them() -> None:
    raw = (
        f"公路别成晒场\n\n编辑同志：\n{FIRST}\n宁河县　赵立新\n\n"
        f"公厕夜间为何锁门？\n\n编辑同志：\n{SECOND}\n城北居民　李文达\n编后：市政部门已经答复。\n"
    )
    first, second = read_page(raw, "page.txt", Hints())
    assert (first.title, second.title) == ("公路别成晒场", "公厕夜间为何锁门？")
    assert first.text.endswith("赵立新")
    assert second.text.endswith("编后：市政部门已经答复。")


def test_a_name_alone_between_title_and_text_is_its_writer() -> None:
    raw = f"月是故乡明\n何大柱\n　　{FIRST}\n　　{SECOND}\n"
    (article,) = read_page(raw, "page.txt", Hints())
    assert (article.title, article.reporters) == ("月是故乡明", ("何大柱",))


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("（石桥镇 何林）", ("何林",)),
        ("（宣传科 何林 文 摄影 沈佳）", ("何林",)),
        ("（办公室 何林 沈佳）", ("何林", "沈佳")),
    ],
)
def test_units_are_no_writers(byline: str, names: tuple[str, ...]) -> None:
    assert signed(byline) == names


def test_a_paper_that_no_list_holds_opens_in_brackets() -> None:
    raw = f"村民清理公路\n【香溪日报讯】（记者 何林）{FIRST}\n公厕夜间开放\n【香溪日报讯】{SECOND}\n"
    first, second = read_page(raw, "page.txt", Hints())
    assert (first.title, first.reporters, second.title) == ("村民清理公路", ("何林",), "公厕夜间开放")


def test_units_and_labels_in_bylines() -> None:
    assert writers("□ 司机班　高大山") == ("高大山",)
    assert writers("文/本刊记者 何林　图/受访者提供") == ("何林",)
    assert writers("图文 | 校报记者团 何林") == ("何林",)
    assert reporters("青江台记者：何林 沈佳　宁河台：吕静") == ("何林", "沈佳", "吕静")
    assert reporters("作者单位：中共青江市委党校") == ()
    assert reporters("记者 王志科 李文达") == ("王志科", "李文达")
