"""What one process decides for all together is what many decide set by set."""

import pytest
from worlds import page

from kg.pipeline.stages import SILENT, Workers, articles, kept, outcomes
from kg.read import ReadOptions, find_sources
from kg.resolve import project, resolution, resolve
from kg.resolve.joining import Joiner
from kg.resolve.rule import Common, Filed
from kg.resolve.world import collect


@pytest.fixture(scope="module")
def extractions(pytestconfig):
    sources = find_sources([pytestconfig.rootpath / "seeds" / "written" / "articles"])
    return list(kept(outcomes(articles(sources, ReadOptions(), SILENT.report), Workers()), SILENT.report))


SIZES: list[int] = []


def set_by_set(rule, seen, common, trace=None):
    """As `join`, but every set that pairs hold together is decided in a world of its own."""
    filed: dict[object, list[str]] = {}
    for ident in sorted(seen):
        for key in dict.fromkeys(rule.keys(seen[ident], common)):
            filed.setdefault(key, []).append(ident)
    pairs = {pair for item in seen.values() for pair in rule.ties(item)}
    for key, ids in filed.items():
        few = {ident: seen[ident] for ident in ids}
        pairs.update(rule.pairs(Filed(key, ids, few), common))
    sets = Joiner(seen)
    for a, b in sorted(pairs):
        sets.join(a, b, "")
    whole = Joiner(seen)
    SIZES.extend(len(group.members) for group in sets.groups())
    for group in sets.groups():
        few = {ident: seen[ident] for ident in group.members}
        mine = {pair for pair in pairs if pair[0] in few}
        for found in rule.decide(few, mine, common, trace).groups():
            for reason in found.reasons:
                names, _, why = reason.partition(": ")
                a, b = names.split(" = ")
                whole.join(a, b, why)
    return whole


def test_sets_decided_alone_are_decided_as_together(extractions, monkeypatch):
    together = resolve(extractions)
    monkeypatch.setattr(resolution, "join", set_by_set)
    SIZES.clear()
    assert resolve(extractions) == together
    assert sum(len(entity.members) > 1 for entity in together.entities) > 5
    # Were everything one set, this would say nothing; were every set a single entity, neither.
    assert len(SIZES) > 300 and 1 < max(SIZES) < sum(SIZES) / 5


def test_of_many_works_of_a_place_those_meet_whose_names_say_something_in_common():
    names = [one + kind for one in "红蓝白黑金" for kind in ("岩水厂", "松粮仓", "桦戏院")]
    names += ["青山风力发电项目", "云桥公司青山风电场"]
    told = [page(f"{n:02}", (f"J:{name}", "LOCATED_IN", "L:都兰县"), place="青海") for n, name in enumerate(names)]
    world = collect(told)
    works = [entity for entity in world.entities.values() if entity.type == "Project"]
    seen = {entity.id: project.look(entity, world, Common()) for entity in works}
    met = project.pairs(Filed(("county", ("青海省", "海西蒙古族藏族自治州", "都兰县")), sorted(seen), seen), Common())
    assert {frozenset(world.entities[ident].name[:2] for ident in pair) for pair in met if "青山" in
            "".join(world.entities[ident].name for ident in pair)} == {frozenset({"青山", "云桥"})}  # fmt: skip
    assert len(met) < len(seen) * 3
