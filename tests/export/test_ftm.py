"""FollowTheMoney entities, checked by its own package."""

from __future__ import annotations

import json
import os
from collections import Counter

import pytest
from graphs import article, entity, extreme, gold, small, triple

from kg.export import ftm
from kg.graph import build
from kg.model import Resolution

if os.environ.get("KG_REQUIRE_FTM") != "1":
    pytest.importorskip(
        "followthemoney", reason="no followthemoney (it needs ICU to be compiled): pip install '.[ftm]'"
    )


def written(tmp_path, resolution):
    from followthemoney import model

    ftm.write(build(resolution), tmp_path / "graph.ftm.json")
    lines = (tmp_path / "graph.ftm.json").read_bytes().decode().split("\n")[:-1]
    found = [json.loads(line) for line in lines]
    for one in found:
        model.get(one["schema"]).validate(one)
    return {one["id"]: model.get_proxy(one) for one in found}


@pytest.mark.parametrize("make", [small, gold, extreme])
def test_every_entity_is_valid_and_every_end_is_there(tmp_path, make):
    resolution = make()
    found = written(tmp_path, resolution)
    graph = build(resolution)
    assert set(graph) <= found.keys()
    for proxy in found.values():
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert value in found, (proxy.schema.name, prop.name)
                assert found[value].schema.is_a(prop.range), (proxy.schema.name, prop.name)
    edges = [proxy for proxy in found.values() if proxy.schema.edge or proxy.schema.name == "Occupancy"]
    assert {proxy.first("recordId") for proxy in edges} == {key for *_, key in graph.edges(keys=True)}
    assert all(proxy.first("description") and proxy.first("proof") for proxy in edges)


def test_names_dates_posts_and_sentences_survive(tmp_path):
    resolution = small()
    found = written(tmp_path, resolution)
    for node, data in build(resolution).nodes(data=True):
        assert found[node].first("name") == data["name"]
        assert found[node].get("alias") == data["names"][1:]
    post = next(proxy for proxy in found.values() if proxy.schema.name == "Directorship")
    assert (post.first("role"), post.first("date")) == ("董事长", "2024-03-27")
    assert found[post.first("director")].caption == "赵一平"
    assert post.get("description") == [
        "云岭省委书记李明远在临江市会见江海公司董事长赵一平。（《第1篇的标题》 2024-03-27）"
    ]
    assert found[post.first("proof")].first("fileName") == "第1版.txt"
    seat = next(proxy for proxy in found.values() if proxy.schema.name == "Occupancy")
    assert found[seat.first("post")].caption == "云岭省委书记"
    assert found[found[seat.first("post")].first("organization")].schema.name == "PublicBody"
    work = next(proxy for proxy in found.values() if proxy.schema.name == "ProjectParticipant")
    assert work.first("status") == "计划"


def test_each_predicate_and_type_has_its_schema(tmp_path):
    one = article(1, "李文达与周明远说了一件事。", date="2024-03-27")
    li, zhou = entity("Person", "李文达"), entity("Person", "周明远")
    firm, branch = entity("Organization", "宁河实业有限公司"), entity("Organization", "宁河实业青江分公司")
    office, school = entity("Organization", "青江省科技厅"), entity("Organization", "青江大学")
    place, work = entity("Location", "青江市"), entity("Project", "风电项目")
    talk, paper = entity("Meeting", "座谈会"), entity("Agreement", "合作协议")
    facts = [
        triple(one, li, "HOLDS_POSITION", office, titles=("厅长",)),
        triple(one, zhou, "HOLDS_POSITION", firm, titles=("总经理",)),
        triple(one, zhou, "HOLDS_POSITION", school, titles=("教授",)),
        triple(one, li, "HOLDS_POSITION", school, titles=("理事",)),
        triple(one, branch, "PART_OF", firm),
        triple(one, office, "PART_OF", school),
        triple(one, firm, "UNDERTAKES", work),
        triple(one, li, "ATTENDED", talk, role="host"),
        triple(one, li, "MET_WITH", zhou),
        triple(one, li, "VISITED", place),
        triple(one, firm, "SIGNED", paper, amount="3亿元"),
        triple(one, work, "LOCATED_IN", place),
    ]
    things = (li, zhou, firm, branch, office, school, place, work, talk, paper)
    found = written(tmp_path, Resolution((one,), things, tuple(facts)))
    schemas = Counter(proxy.schema.name for proxy in found.values())
    assert schemas == {
        **{"Person": 2, "Company": 2, "PublicBody": 1, "Organization": 1, "Address": 1, "Project": 1, "Event": 1},
        **{"Contract": 1, "Article": 1, "Position": 1, "Occupancy": 1, "Directorship": 1, "Employment": 1},
        **{"Membership": 2, "Ownership": 1, "ProjectParticipant": 1, "UnknownLink": 5},
    }
    assert found[talk.id].get("organizer") == [li.id]
    assert found[work.id].get("addressEntity") == [place.id]
    owned = next(proxy for proxy in found.values() if proxy.schema.name == "Ownership")
    assert (owned.first("owner"), owned.first("asset")) == (firm.id, branch.id)
    assert any("3亿元" in text for proxy in found.values() for text in proxy.get("summary", quiet=True))


def test_the_same_graph_has_the_same_bytes(tmp_path):
    written(tmp_path, small())
    before = (tmp_path / "graph.ftm.json").read_bytes()
    written(tmp_path, small())
    assert (tmp_path / "graph.ftm.json").read_bytes() == before
