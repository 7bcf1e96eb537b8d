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
    ("P由A发起、B冠名", "AB"),
    ("P获A资助", "A"),
    ("P施工任务由A承担", "A"),
    ("P的建设资金由A提供", "A"),
    ("在A的资助下，P顺利开工", "A"),
    ("A与B各占P五成股份", "AB"),
    ("继拿下P后，A再传捷报", "A"),
    ("负责P施工的是A", "A"),
    ("A首个海外项目P开工", "A"),
    ("P昨日开工。项目业主为A", "A"),
    ("P昨日开工。该工程由A承建，B运营", "AB"),
    ("A为P提供贷款", ""),
    ("P移交A审批", ""),
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
        for part in element.rstrip("?").split("/")
        if part.startswith("{")
    }
    assert used | {"says_no", "before_firms", "plain_trades", "keeps", "heads"} == set(WORDS)
    assert not {name: word for name, words in WORDS.items() for word, count in Counter(words).items() if count > 1}


def test_no_wording_stands_twice():
    rows = [wording for _, wording in table("maker_wordings")]
    assert len(rows) == len(set(rows)) and {who for who, _ in table("maker_wordings")} == {"any", "firm"}


TOLD = [
    ("宁河建工集团先后投建了石门垃圾焚烧发电厂、云岭固废处理中心和青江污泥干化厂。",
     {"石门垃圾焚烧发电厂", "云岭固废处理中心", "青江污泥干化厂"}),
    ("宁河建工集团承造的云岭北安置大楼明年入伙。", {"云岭北安置大楼"}),
    ("云岭儿童医疗中心主体结构封顶，宁河建工集团施工。", {"云岭儿童医疗中心"}),
    ("宁河建工集团接管云岭污水处理厂。", {"云岭污水处理厂"}),
    ("青江大学承担的“高寒草地退化机理”课题结题。", {"“高寒草地退化机理”课题"}),
    ("宁河建工集团成为云岭郊野公园的建设单位。", {"云岭郊野公园"}),
    ("宁河建工集团在全县扩建乡镇卫生院、村卫生室152个。", set()),
    ("宁河建工集团承建的大桥通车。", set()),
    ("宁河建工集团参观了云岭污水处理厂。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "works"), TOLD)
def test_houses_and_plants_are_works_by_what_stands_beside_them(text, works):
    assert {work for _, work in read(text, "UNDERTAKES")} == works


FIRMS = [
    ("桐川园林中标云岭公园改造项目。", {"桐川园林"}),
    ("云岭公园改造项目由浩坚建筑承建。", {"浩坚建筑"}),
    ("全县道路建设启动云岭公园改造项目。", set()),
    ("政府投资建设云岭公园改造项目。", set()),
]


@pytest.mark.parametrize(("text", "makers"), FIRMS)
def test_a_firm_is_known_by_what_it_does_to_a_work(text, makers):
    assert {maker for maker, _ in read(text, "UNDERTAKES")} == makers
