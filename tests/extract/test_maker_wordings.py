"""Who makes a work by the wordings of kg/language/data/maker_wordings.tsv, and who does not."""

from __future__ import annotations

from collections import Counter

import pytest
from extracting import read

from kg.language.lexicon import table

WORK, MAKER, OTHER = "云岭隧道改造工程", "宁河建工集团", "赤水机电公司"
WORDS = {name: members.split(" ") for name, members, _ in table("maker_words")}


def makers_of(wording: str) -> set[str]:
    text = wording.replace("P", WORK).replace("A", MAKER).replace("B", OTHER) + "。"
    return {maker for maker, work in read(text, "UNDERTAKES") if work == WORK}


TABLE = [
    ("P归A所有", "A"),
    ("P的产权属于A，日常由B维护", "AB"),
    ("P由A担纲，B协同推进", "AB"),
    ("P由A独家冠名资助", "A"),
    ("P委托给A日常管理", "A"),
    ("P正式移交A管理", "A"),
    ("P被A以3亿元拿下", "A"),
    ("P是A在青江投下的首个项目", "A"),
    ("P是A旗下的重点工程", "A"),
    ("P的总包方是A，业主方是B", "AB"),
    ("P的项目法人是A", "A"),
    ("P（业主：A）主体封顶", "A"),
    ("P（A承建）主体封顶", "A"),
    ("P主体封顶，A施工", "A"),
    ("P开工，A承建，B监理", "A"),
    ("A获得P30年特许经营权", "A"),
    ("A拿到P总承包合同", "A"),
    ("A接管P", "A"),
    ("A参与P建设", "A"),
    ("A包揽了P的全部建设", "A"),
    ("A系P的业主单位", "A"),
    ("A递补成为P的建设单位", "A"),
    ("以A为项目法人的P开工", "A"),
    ("由A担任业主的P开工", "A"),
    ("由A、B组成的联合体中标P", "AB"),
    ("A拿出600万元支持B开展P", "AB"),
    ("A为P出资1500万元", "A"),
    ("A为P买单", "A"),
    ("A复工续建P", "A"),
    ("A承造的P完工", "A"),
    ("A手里攥着P", "A"),
    ("A将P委托给B运营", "AB"),
    ("A将P移交B运营", "B"),
    ("近年来A发展很快，先后接管P", "A"),
    ("A为P提供贷款", ""),
    ("A为P提供设备", ""),
    ("A批准P", ""),
    ("A叫停P", ""),
    ("A未能接管P", ""),
    ("A否认接手P", ""),
    ("A呼吁B接手P", "B"),
    ("P由A监理", ""),
    ("P由A审批", ""),
    ("P被A叫停", ""),
    ("P紧邻A", ""),
    ("A落选P", ""),
    ("A是P的设计单位", ""),
    ("P的监理单位是A", ""),
]


@pytest.mark.parametrize(("wording", "makers"), TABLE)
def test_who_makes_the_work(wording, makers):
    assert makers_of(wording) == {{"A": MAKER, "B": OTHER}[one] for one in makers}


def test_the_words_of_a_wording_are_a_class():
    used = {
        part.rstrip("?")[1:-1]
        for _, wording in table("maker_wordings")
        for element in wording.split(" ")
        for part in element.split("/")
        if part.startswith("{")
    }
    assert used | {"says_no"} == set(WORDS)
    assert not {name: word for name, words in WORDS.items() for word, count in Counter(words).items() if count > 1}


def test_no_wording_stands_twice():
    rows = [wording for _, wording in table("maker_wordings")]
    assert len(rows) == len(set(rows)) and {who for who, _ in table("maker_wordings")} == {"any", "firm"}
