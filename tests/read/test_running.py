"""What a browser prints on every sheet of a page (kg/read/running.py)."""

import pytest

from kg.read.assemble import Hints, read_page

TITLE = "石门新区再添三个产业项目"
FIRST = "5月7日，石门新区二季度项目集中签约活动举行，三个项目签约落地，新区党工委书记周明远出席并致辞。"
SECOND = "智能仪表项目由云岭仪器集团投资，公司总经理陈国强表示，看中的是新区完善的配套和高效的服务。"
HEAD = f"2024/5/9 14:22　　　　{TITLE}_青江新闻网"
FOOT = "https://news.example.com/xq/1.html　　　　"


@pytest.mark.parametrize("apart", ["　　　　", "\n"])
def test_sheets_of_one_page_are_one_article(apart: str) -> None:
    head, foot = HEAD.replace("　　　　", apart), FOOT.replace("　　　　", apart)
    raw = f"{head}\n{TITLE}\n2024-05-08 08:15\n{FIRST}\n{foot}1/2\n{head}\n{SECOND}\n{foot}2/2\n"
    (article,) = read_page(raw, "page.txt", Hints())
    assert (article.title, article.date) == (TITLE, "2024-05-08")
    assert article.text == f"{FIRST}\n{SECOND}"


def test_a_sentence_that_a_sheet_breaks_is_one() -> None:
    sheets = (f"{TITLE}\n{FIRST}\n项目由云岭仪器集团投资，", "公司总经理陈国强出席活动。")
    raw = "".join(f"{HEAD}\n{sheet}\n{FOOT}{n}/2\n" for n, sheet in enumerate(sheets, 1))
    (article,) = read_page(raw, "page.txt", Hints())
    assert "1/2" not in article.text
    assert "_青江新闻网" not in article.text + article.title


def test_a_score_and_an_hour_without_an_address_stay() -> None:
    raw = f"{TITLE}\n\n{FIRST}\n1/2\n{SECOND}\n"
    (article,) = read_page(raw, "page.txt", Hints())
    assert SECOND in article.text
