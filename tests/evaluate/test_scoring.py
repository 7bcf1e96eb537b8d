"""The guidelines' scoring: cases by hand, figures recorded for the copies here, and the shared scorer where it lies."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
from perturbing import perturbed

from kg.errors import BadRecord, UserError
from kg.evaluate import load, score

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "gold"
RECORDED = json.loads((Path(__file__).parent / "figures.json").read_text(encoding="utf-8"))
SETS = {"seeds": ROOT / "seeds/gold", "written": ROOT / "seeds/written/gold"}


def document(nodes, triples=(), **more):
    listed = [{"type": kind, "names": names} for kind, *names in nodes]
    return {"document": "a.txt", "nodes": listed, "triples": [list(t) for t in triples], "optional": {}, **more}


def shares(report):
    """All counts of a report, by the words that the shared scorer prints."""
    found = {}
    for part, rows in (("nodes", report.nodes), ("triples", report.triples)):
        for kind, row in rows.items():
            found[f"{part} {kind}"] = [row.right, row.predicted, row.expected]
    found["titles"] = [report.titles.right, report.titles.predicted, report.titles.expected]
    found["roles"] = [report.roles.right, report.roles.expected]
    found["cut"] = [report.cut.right, report.cut.predicted, report.cut.expected]
    found["article titles"] = [report.article_titles.right, report.article_titles.expected]
    found["dates"] = [report.dates.right, report.dates.expected]
    return found


def printed(text):
    """The same counts from what the shared scorer prints."""
    found, part = {}, ""
    facets = dict(re.findall(r"^  ([a-z][a-z ]+?)\s+(\d+)$", text, re.M))
    for line in text.splitlines():
        if line.startswith(("nodes", "triples")):
            part = line.split()[0]
        row = re.match(r"  (\w+)\s+[\d.]+\s+[\d.]+\s+[\d.]+\s+(\d+)\s+(\d+)\s+(\d+)$", line)
        if row:
            found[f"{part} {row[1]}"] = [int(row[2]), int(row[3]), int(row[4])]
    names = {
        "titles": ["titles right", "titles predicted", "titles gold"],
        "roles": ["role right", "role gold"],
        "cut": ["articles cut right", "articles predicted", "articles gold"],
        "article titles": ["article titles right", "article titles gold"],
        "dates": ["article dates right", "article dates gold"],
    }
    return found | {name: [int(facets.get(facet, 0)) for facet in of] for name, of in names.items()}


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("name", SETS)
def test_figures_recorded_for_the_copies(name, seed):
    gold = load(SETS[name])
    report = score(gold.values(), [perturbed(item, seed) for item in gold.values()])
    assert shares(report) == RECORDED[f"{name} {seed}"]


@pytest.mark.skipif(not (SHARED / "score.py").exists(), reason=f"{SHARED} is not here: recorded figures only")
@pytest.mark.parametrize(
    ("name", "half"), [("seeds", None), *product(["local", "national", "written"], ["A", "B", None])]
)
def test_agrees_with_the_shared_scorer(name, half, tmp_path):
    gold = load(SHARED / name)
    for seed in (3, 4):
        predicted = [perturbed(item, seed) for item in gold.values()]
        path = tmp_path / f"{seed}.jsonl"
        path.write_text("".join(json.dumps(p, ensure_ascii=False) + "\n" for p in predicted), encoding="utf-8")
        command = [sys.executable, str(SHARED / "score.py"), str(SHARED / name), str(path)]
        run = subprocess.run(
            [*command, *(["--half", half] if half else [])], capture_output=True, encoding="utf-8", check=True
        )
        report = score(gold.values(), predicted, half)
        assert shares(report) == printed(run.stdout)
        last = run.stdout.splitlines()[-1]
        assert last == f"NODES_F1={report.nodes['all'].f1:.4f} TRIPLES_F1={report.triples['all'].f1:.4f}"


def test_the_gold_itself_is_all_right():
    for path in SETS.values():
        gold = load(path)
        report = score(gold.values(), gold.values())
        assert report.nodes["all"].f1 == report.triples["all"].f1 == 1


def test_half_of_the_names_or_the_canonical_one():
    gold = document([("Organization", "青海省委", "中共青海省委")])
    for names, right in (
        (["中共青海省委"], 1),
        (["省委", "青海省委"], 1),
        (["省委", "该委", "青海省委"], 0),
        (["青海 省委"], 1),
    ):
        assert score([gold], [document([("Organization", *names)])]).nodes["all"].right == right


def test_projects_meetings_and_agreements_may_be_similar_and_others_not():
    for kind, right in (("Project", 1), ("Meeting", 1), ("Agreement", 1), ("Organization", 0)):
        gold, got = document([(kind, "年产三万吨铜箔材料项目")]), document([(kind, "三万吨铜箔材料项目")])
        assert score([gold], [got]).nodes["all"].right == right


def test_a_meeting_is_known_by_its_company():
    people = [("Person", "韩锐"), ("Person", "冯度")]
    came = [("韩锐", "ATTENDED"), ("冯度", "ATTENDED")]
    gold = document([*people, ("Meeting", "韩锐会见冯度")], [(*c, "韩锐会见冯度") for c in came])
    got = document([*people, ("Meeting", "工作座谈")], [(*c, "工作座谈") for c in came])
    report = score([gold], [got])
    assert report.nodes["Meeting"].right == 1
    assert report.triples["all"].right == 2


def test_optional_earns_nothing_and_costs_nothing():
    gold = document([("Person", "韩锐")], optional={"nodes": [{"type": "Location", "names": ["北岭"]}]})
    figures = score([gold], [document([("Person", "韩锐"), ("Location", "北岭")])]).nodes["all"]
    assert (figures.right, figures.predicted, figures.expected) == (1, 1, 1)


def test_symmetric_triples_are_right_in_either_direction_and_others_not():
    nodes = [("Organization", "甲公司"), ("Organization", "乙公司")]
    for predicate, right in (("SIGNED_WITH", 1), ("PART_OF", 0)):
        gold = document(nodes, [("甲公司", predicate, "乙公司")])
        got = document(nodes, [("乙公司", predicate, "甲公司")])
        assert score([gold], [got]).triples["all"].right == right


def test_details_carry_the_sentence():
    gold = document(
        [("Person", "韩锐"), ("Person", "冯度"), ("Organization", "甲公司")], [("韩锐", "MET_WITH", "冯度")]
    )
    text = "天气很好。韩锐会见了冯度。韩锐到甲公司。"
    got = document(
        [("Person", "韩锐"), ("Organization", "甲公司")],
        [("韩锐", "VISITED", "甲公司", {"evidence": "韩锐到甲公司。"})],
        articles=[{"title": "", "text": text, "date": None}],
    )
    found = {(d.what, d.words): d.sentence for d in score([gold], [got]).details}
    assert found["triple+", ("韩锐", "VISITED", "甲公司")] == "韩锐到甲公司。"
    assert found["triple-", ("韩锐", "MET_WITH", "冯度")] == "韩锐会见了冯度。"
    assert found["node-", ("Person", "冯度")] == "韩锐会见了冯度。"


def test_details_of_half_b_are_never_kept():
    gold = document([("Person", "韩锐")], half="B")
    assert score([gold], [document([("Person", "冯度")])]).details == ()
    assert score([gold | {"half": "A"}], [document([("Person", "冯度")])]).details


def test_a_document_without_prediction_counts_as_empty():
    figures = score([document([("Person", "韩锐")])], []).nodes["all"]
    assert (figures.right, figures.predicted, figures.expected) == (0, 0, 1)


def test_what_is_not_a_document_is_named(tmp_path):
    with pytest.raises(BadRecord, match=r"a\.txt.*among no nodes"):
        score([document([("Person", "韩锐")])], [document([("Person", "韩锐")], [("韩锐", "MET_WITH", "冯度")])])
    with pytest.raises(BadRecord, match="write Type:西宁"):
        both = [("Location", "西宁"), ("Organization", "西宁"), ("Person", "韩锐")]
        score([document(both)], [document(both, [("韩锐", "VISITED", "西宁")])])
    with pytest.raises(UserError, match="no gold documents"):
        score([], [])
    (tmp_path / "x.jsonl").write_text("[1]\n", encoding="utf-8")
    with pytest.raises(BadRecord, match=r"x\.jsonl:1"):
        load(tmp_path / "x.jsonl")
    with pytest.raises(UserError, match="cannot be read"):
        load(tmp_path / "none.jsonl")


def test_a_report_as_json_and_as_text():
    report = score([document([("Person", "韩锐")])], [document([("Person", "冯度")])])
    plain = json.loads(json.dumps(report.plain(details=True)))
    assert plain["nodes"]["Person"] == {"precision": 0, "recall": 0, "f1": 0, "right": 0, "predicted": 1, "gold": 1}
    assert {"document": "a.txt", "what": "node+", "words": ["Person", "冯度"], "sentence": ""} in plain["details"]
    assert "a.txt\tnode-\tPerson\t韩锐" in report.text(details=True)
    assert "node-" not in report.text()
