"""Pages in traditional script (kg/read/original.py, bracketed.py): read as simplified, shown as they stand."""

import pytest

from kg.language.script import simplified
from kg.model import Article
from kg.read.assemble import Hints, read_page
from kg.read.dateline import opens, read_dateline, read_reporters

HONGKONG = """特首方國樑會見青江市代表團
2024-03-17 22:37　來源：大公報

【本報訊】（記者李文達）行政長官方國樑昨日在禮賓府會見青江市委書記周明遠，就兩地合作交換意見。
方國樑表示，特區政府將與青江市加強創科及金融合作。兩地其後簽署框架協議，立法會主席沈佳見證簽署。
責任編輯：何林
"""
TAIWAN = """青山縣與臨江市簽約　盼帶動觀光

（中央社記者王小明台北16日電）青山縣長何林今天出席觀光發展會議並致詞，裡面提到里山計畫。
"""


def _one(raw: str) -> Article:
    (article,) = read_page(raw, "page.txt", Hints())
    for run in article.source_map:
        assert article.text[run.start : run.start + run.length] == raw[run.source : run.source + run.length]
    return article


def test_a_page_of_hong_kong() -> None:
    article = _one(HONGKONG)
    assert article.title == "特首方國樑會見青江市代表團"
    assert (article.date, article.place, article.reporters) == ("2024-03-17", "香港", ("李文達",))
    assert article.text.startswith("【本報訊】（記者李文達）行政長官")
    assert article.text.endswith("沈佳見證簽署。")


def test_a_page_of_taiwan() -> None:
    article = _one(TAIWAN)
    assert article.title == "青山縣與臨江市簽約　盼帶動觀光".replace("　", " ") or "青山縣" in article.title
    assert (article.place, article.reporters) == ("台湾", ("王小明",))
    assert article.text.endswith("裡面提到里山計畫。")


@pytest.mark.parametrize(
    ("text", "source", "place", "names"),
    [
        ("（中央社記者王小明台北16日電）行政院長今天", "中央社", "台北", ("王小明",)),
        ("（中央社台北16日電）行政院長今天", "中央社", "台北", ()),
        ("【記者王小明／台北報導】市長今天", "", "台北", ("王小明",)),
        ("〔記者何林、沈佳／高雄報導〕市長今天", "", "高雄", ("何林", "沈佳")),
        ("【记者余思远青江报道】县长今天", "", "青江", ("余思远",)),
        ("【记者余思远／青江报道】县长今天", "", "青江", ("余思远",)),
        ("【记者李文青江报道】县长今天", "", "青江", ("李文",)),
        ("【记者周明远石桥乡连线报道】县长今天", "", "石桥乡", ("周明远",)),
        ("（本报记者李文达、何林青江专电）县长今天", "本报", "青江", ("李文达", "何林")),
        ("【记者欧阳文达青江报道】县长今天", "", "青江", ("欧阳文达",)),
        ("【记者欧阳文达报道】县长今天", "", "", ("欧阳文达",)),
        ("【记者李文达综合报道】县长今天", "", "", ("李文达",)),
        ("【记者阿依努尔报道】县长今天", "", "", ("阿依努尔",)),
        ("【本報訊】（記者李文達）行政長官昨日", "本报", "", ("李文达",)),
        ("【本報記者李文達報道】行政長官昨日", "本报", "", ("李文达",)),
        ("香港文匯報訊（記者 李文達）行政長官昨日", "香港文汇报", "", ("李文达",)),
        ("（新華社香港16日電）特區政府今日", "新华社", "香港", ()),
    ],
)
def test_datelines_in_brackets(text: str, source: str, place: str, names: tuple[str, ...]) -> None:
    plain = simplified(text)
    found = read_dateline(plain)
    assert found is not None
    assert (found.source, found.place, read_reporters(plain)) == (source, place, names)


@pytest.mark.parametrize(
    "text", ["（記者王小明攝）", "【相關報道】", "（綜合報道）", "【記者會】", "（據中央社報道）後續", "（電）"]
)
def test_what_in_brackets_is_no_dateline(text: str) -> None:
    assert not opens(simplified(text))


def test_a_quotation_in_traditional_script_leaves_a_page_alone() -> None:
    raw = "书法展在青江开幕\n\n本报讯（记者 李文达）5月13日，书法展“書為心畫”在青江开幕，展出作品二百余件。\n"
    assert "書為心畫" in _one(raw).text
