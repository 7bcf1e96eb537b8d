"""Traditional script folded to simplified, code point for code point (kg/language/script.py)."""

import pytest

from kg.language.script import is_traditional, simplified


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("頭髮長了，發展很快", "头发长了，发展很快"),
        ("皇后與後來，太后之後", "皇后与后来，太后之后"),
        ("這裡十里，公里數，裏面，故里", "这里十里，公里数，里面，故里"),
        ("范先生為模範，師範大學", "范先生为模范，师范大学"),
        ("於是于先生到於潛", "于是于先生到于潜"),
        ("余先生的餘額，年餘", "余先生的余额，年余"),
        ("乾隆年間，乾淨的幹部", "乾隆年间，干净的干部"),
        ("沿著河走，著作，跟著", "沿着河走，著作，跟着"),
        ("衞生署、綫上、羣眾、啟動", "卫生署、线上、群众、启动"),
        ("台灣颱風，臺北檯面", "台湾台风，台北台面"),
        ("鍾先生敲鐘，周末週報", "钟先生敲钟，周末周报"),
        ("瀋陽沈先生，徵求，宮商角徵羽", "沈阳沈先生，征求，宫商角徵羽"),
        ("行政長官、立法會、政務司司長", "行政长官、立法会、政务司司长"),
        ("麵粉面積，穀物山谷，鬱金香", "面粉面积，谷物山谷，郁金香"),
        ("ABC 123，。「」", "ABC 123，。「」"),
    ],
)
def test_folding_keeps_the_length(text: str, plain: str) -> None:
    assert simplified(text) == plain
    assert len(simplified(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "traditional"),
    [
        ("行政長官昨日在禮賓府會見代表團，就合作交換意見。", True),
        ("縣長何林表示，計畫今年動工。", True),
        ("市委书记方国梁到宁河县调研，研究下一步工作。", False),
        ("他研究清代学者的著作，藏书楼里有乾隆年间的刻本。", False),
        (
            "市委书记方国梁参观了书法展，展名“書為心畫”由他人题写，展出作品二百余件，观众络绎不绝，开幕式上还举行了捐赠仪式。",
            False,
        ),
        ("", False),
        ("English only", False),
    ],
)
def test_which_script_a_text_is_in(text: str, traditional: bool) -> None:
    assert is_traditional(text) is traditional
