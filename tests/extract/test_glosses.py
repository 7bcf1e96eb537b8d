"""Names in Latin letters in brackets, countries with brackets, what is said of firms before their names."""

from __future__ import annotations

import pytest
from extracting import article, names

from kg.extract import extract


def calls(text, kind):
    return {entity.names for entity in extract(article(text, place="青海")).entities if entity.type == kind}


def test_the_latin_name_is_another_name_of_the_same():
    found = calls("世界贸易组织（WTO）主席李文达致辞。", "Organization")
    assert [one for one in found if "世界贸易组织" in one and "WTO" in one]
    assert not [one for one in found if one[0] == "WTO"]
    found = calls("首席执行官埃里克·松德贝里（Erik Sundberg）说。", "Person")
    assert [one for one in found if one[0] == "埃里克·松德贝里" and "Erik Sundberg" in one]
    assert len(found) == 1


def test_a_post_in_brackets_is_no_name():
    found = calls("云桥集团首席执行官埃里克·松德贝里（CEO）说。", "Person")
    assert not [one for one in found if "CEO" in one]


def test_a_country_with_brackets():
    assert "刚果民主共和国" in {name for one in calls("会议在刚果（金）举行。", "Location") for name in one}
    assert not [one for one in calls("会议在宁河（金）举行。", "Location") if "（金）" in one[0]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("上虞企业云桥电气股份有限公司昨日公告。", "云桥电气股份有限公司"),
        ("记者从国内新能源龙头企业云桥电气股份有限公司获悉。", "云桥电气股份有限公司"),
    ],
)
def test_what_is_said_of_a_firm_is_no_part_of_its_name(text, name):
    assert name in names(text, "Organization")


def test_a_word_behind_makes_it_the_name_s():
    assert "青岛企业融资担保有限公司" in names("青岛企业融资担保有限公司昨日公告。", "Organization")


def test_daughters_registered_in_another_place_are_two():
    text = "肇庆云桥材料有限公司投产。该公司是广东云桥材料股份有限公司在肇庆设立的全资子公司。"
    assert {"肇庆云桥材料有限公司", "广东云桥材料股份有限公司"} <= names(text, "Organization")
