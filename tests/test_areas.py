"""In which places a thing lies: by edges, by the tree of divisions, by what a name begins with."""

from __future__ import annotations

import pytest
from graphs import article, entity, triple

from kg.areas import areas, below
from kg.graph import build
from kg.language.organisations import is_firm
from kg.model import Resolution

TOLD = article(1, "无关的一句。")


def lying(*entities, facts=()):
    graph = build(Resolution((TOLD,), entities, tuple(triple(TOLD, one, "LOCATED_IN", two) for one, two in facts)))
    return {graph.nodes[node]["name"]: found for node, found in areas(graph).items()}


def test_up_the_edges_and_the_tree():
    park, zone, town = (
        entity("Location", "南滩工业园区"),
        entity("Location", "西宁新材料开发区"),
        entity("Location", "西宁"),
    )
    project = entity("Project", "风电基地项目")
    found = lying(park, zone, town, project, facts=[(project, park), (park, zone)])
    assert found["风电基地项目"].names == ("青海省", "西宁市", "西宁新材料开发区", "南滩工业园区")
    assert {"西宁", "西宁市", "青海", "青海省"} <= set(found["风电基地项目"].calls)
    assert found["西宁"].names == ("青海省", "西宁市")


def test_a_circle_ends():
    one, two = entity("Location", "甲园区"), entity("Location", "乙园区")
    assert set(lying(one, two, facts=[(one, two), (two, one)])["甲园区"].names) == {"甲园区", "乙园区"}


@pytest.mark.parametrize(
    ("kind", "name", "first"),
    [
        ("Organization", "西宁市科技局", ("青海省", "西宁市")),
        ("Organization", "青海省博远科技股份有限公司", ("青海省",)),
        ("Project", "西宁机场三期工程", ("青海省", "西宁市")),
        ("Meeting", "甘肃经贸洽谈会", ("甘肃省",)),
        ("Location", "循化县", ("青海省", "海东市", "循化撒拉族自治县")),
    ],
)
def test_names_that_tell_a_place(kind, name, first):
    assert lying(entity(kind, name))[name].names == first


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("Organization", "阿里云计算有限公司"),
        ("Organization", "宁德时代"),
        ("Location", "北京东路"),
        ("Project", "和平家园项目"),
        ("Person", "西宁"),
    ],
)
def test_names_that_tell_none(kind, name):
    assert not set(lying(entity(kind, name)).get(name, areas_none()).names) - {name}


def areas_none():
    from kg.areas import Areas

    return Areas()


@pytest.mark.parametrize(
    ("text", "place"), [("西宁及所属", "西宁"), ("青海省及下属", "青海省"), ("西宁", ""), ("及所属", ""), ("", "")]
)
def test_a_place_with_all_that_lies_in_it(text, place):
    assert below(text) == place


@pytest.mark.parametrize(
    "name", ["江海公司", "比远迪", "中国移动青海分公司", "远山云", "江河集团", "宁河银行股份有限公司"]
)
def test_firms(name):
    assert is_firm([name])


@pytest.mark.parametrize(
    "name", ["青海省委", "青海省科技厅", "江河大学", "全国工商联合会", "国务院", "哈萨克斯坦共和国", "西宁市政府"]
)
def test_bodies_that_are_no_firms(name):
    assert not is_firm([name])
