"""Kinds of deeds by tables: the package's own, and AWARDED, which is nowhere in the package, from a folder of rows."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from extracting import article, read

from kg.errors import BadOntology
from kg.extract import extract
from kg.extract.frame import load_kinds

AWARDS = Path(__file__).parent / "data" / "awards"


def awarded(text: str) -> dict[tuple[str, str], str]:
    """(winner, prize) → status of each AWARDED that is read with the kinds of the folder."""
    extraction = extract(article(text, place="青海"), load_kinds(AWARDS))
    names = {entity.id: entity.name for entity in extraction.entities}
    return {
        (names[t.subject], names[t.object].strip("“”")): t.properties.get("status", "done")
        for t in extraction.triples
        if t.predicate == "AWARDED"
    }


TABLE = [
    ("李文达荣获全国先进工作者奖章。", {("李文达", "全国先进工作者奖章"): "done"}),
    ("青江宁河实业有限公司获得青海省科学技术进步奖一等奖。",
     {("青江宁河实业有限公司", "青海省科学技术进步奖一等奖"): "done"}),
    ("云岭大学、青江宁河实业有限公司荣获青海省科技进步奖。",
     {("云岭大学", "青海省科技进步奖"): "done", ("青江宁河实业有限公司", "青海省科技进步奖"): "done"}),
    ("青海省政府授予李文达“青江工匠”称号。", {("李文达", "青江工匠称号"): "done"}),
    ("云岭大学培养了大批人才，荣获全国教育先进奖。", {("云岭大学", "全国教育先进奖"): "done"}),
    ("青江宁河实业有限公司将获得青海省科技进步奖。", {("青江宁河实业有限公司", "青海省科技进步奖"): "planned"}),
    ("李文达未获得全国先进工作者奖章。", {}),
    ("李文达希望获得全国先进工作者奖章。", {("李文达", "全国先进工作者奖章"): "wished"}),
    ("李文达参观了全国先进工作者奖章展览。", {}),
    ("李文达获得掌声。", {}),
    ("李文达走进云岭大学。", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_a_kind_of_fact_is_added_by_rows(text, expected):
    found = awarded(text)
    assert {
        (winner, prize.replace("”", "").replace("“", "")): status for (winner, prize), status in found.items()
    } == expected


def test_who_wins_in_the_next_clause_stands_there_with_the_reason():
    extraction = extract(article("云岭大学培养了大批人才，荣获全国教育先进奖。"), load_kinds(AWARDS))
    (triple,) = [t for t in extraction.triples if t.predicate == "AWARDED"]
    assert [item.via for item in triple.evidence if item.role == "subject"] == ["云岭大学 → 云岭大学：承前主语"]
    assert triple.rule == "frame win"


def test_the_package_reads_no_prizes():
    assert read("李文达荣获全国先进工作者奖章。", "AWARDED") == {}
    assert not any(entity.type == "Prize" for entity in extract(article("李文达荣获全国先进工作者奖章。")).entities)


def test_with_a_folder_the_other_facts_are_the_same():
    text = "青江宁河实业有限公司投资建设昆仑铬盐新材料项目。省长李文达到青江县调研。"
    own, more = extract(article(text)), extract(article(text), load_kinds(AWARDS))
    assert own.triples == more.triples


BUILT = [
    ("宁河公司捐建昆仑铬盐新材料项目。", {("宁河公司", "昆仑铬盐新材料项目")}),
    ("宁河公司承建方代表参观昆仑铬盐新材料项目。", set()),
]


@pytest.mark.parametrize(("text", "expected"), BUILT)
def test_the_kinds_of_the_package(text, expected):
    assert set(read(text, "UNDERTAKES")) == expected


@pytest.mark.parametrize(
    ("file", "row", "said"),
    [
        ("slots.tsv", "win\twinner\tnowhere\tPerson\tneed\tno", "nowhere"),
        ("slots.tsv", "win\twinner\tbefore\tDragon\tneed\tno", "Dragon"),
        ("relations.tsv", "win\twinner\tCROWNED\tprize", "CROWNED"),
        ("verbs.tsv", "赢得\tvictory\t-", "victory"),
        ("verbs.tsv", "赢得\twin", "3 columns"),
        ("names.tsv", "Dragon\t龙", "Dragon"),
    ],
)
def test_a_row_that_says_nothing_is_named(tmp_path, file, row, said):
    folder = tmp_path / "kinds"
    shutil.copytree(AWARDS, folder)
    with (folder / file).open("a", encoding="utf-8") as rows:
        rows.write(row + "\n")
    with pytest.raises(BadOntology, match=said):
        load_kinds(folder)


def test_a_folder_without_its_tables_is_named(tmp_path):
    shutil.copy(AWARDS / "ontology.yaml", tmp_path)
    with pytest.raises(BadOntology, match="verbs"):
        load_kinds(tmp_path)


def test_a_table_that_is_no_utf_8_is_named(tmp_path):
    shutil.copytree(AWARDS, tmp_path / "own")
    (tmp_path / "own" / "names.tsv").write_bytes("Prize\t奖\n".encode("gb18030"))
    with pytest.raises(BadOntology, match=r"names\.tsv: not UTF-8"):
        load_kinds(tmp_path / "own")
