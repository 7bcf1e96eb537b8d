"""Corrections: what each does, what it leaves alone, and that what fits nothing is told."""

from __future__ import annotations

import csv

import pytest
from worlds import page

from kg.correct import correct, parse, read, render
from kg.correct.lines import COLUMNS, appended
from kg.errors import UserError
from kg.model import Evidence, Extraction, replace, to_line
from kg.resolve import resolve

SENTENCE = "9月8日，云桥锂业与宁河县政府签约，李文达出席。"


def extractions():
    told = page(
        "a.txt",
        ("P:李文达", "HOLDS_POSITION", "O:云桥锂业", {"titles": ("董事长",)}),
        ("O:云桥锂业", "SIGNED_WITH", "O:宁河县政府"),
        "M:签约仪式",
        text=SENTENCE,
    )
    spoken = tuple(replace(t, evidence=(Evidence("trigger", SENTENCE, 0, 2),)) for t in told.triples)
    return [
        Extraction(told.article, told.entities, spoken),
        page("b.txt", ("P:李文达", "HOLDS_POSITION", "O:云桥锂业", {"titles": ("董事长",)})),
        page("c.txt", "P:李文达", "L:宁河"),
    ]


def lines(*rows):
    return parse("\n".join([",".join(COLUMNS), *rows]), "corrections.csv")


def dump(resolution):
    return [to_line(item) for part in (resolution.articles, resolution.entities, resolution.triples) for item in part]


def corrected(*rows):
    """The corrected resolution; every line must fit."""
    found, misfits = correct(resolve(extractions()), lines(*rows))
    assert [m.reason for m in misfits] == []
    return found


def named(resolution, name):
    return sorted(" ".join(e.documents) for e in resolution.entities if name in e.names)


def facts(resolution):
    names = {e.id: e.name for e in resolution.entities}
    return sorted((names[t.subject_id], t.predicate, names[t.object_id]) for t in resolution.triples)


def test_before():
    assert named(resolve(extractions()), "李文达") == ["a.txt b.txt", "c.txt"]


def test_nothing_to_correct_changes_nothing():
    assert dump(corrected()) == dump(resolve(extractions()))


def test_what_an_editor_named_is_found_by_that_name_in_its_documents():
    split = corrected("改名,人物,李文达,b.txt,,,,,李闻达", "拆分,人物,李闻达,b.txt")
    assert named(split, "李文达") == ["a.txt", "b.txt", "c.txt"]


def test_merge_and_split():
    merged = corrected("合并,人物,李文达,a.txt,,,李文达,c.txt")
    assert named(merged, "李文达") == ["a.txt b.txt c.txt"]
    assert "编辑改正" in next(e for e in merged.entities if e.name == "李文达").reasons[-1]
    split = corrected("拆分,人物,李文达,b.txt")
    assert named(split, "李文达") == ["a.txt", "b.txt", "c.txt"]
    owner = {member: e.id for e in split.entities for member in e.members}
    assert all((t.subject_id, t.object_id) == (owner[t.subject], owner[t.object]) for t in split.triples)
    again = corrected("拆分,人物,李文达,b.txt", "合并,人物,李文达,a.txt,,,李文达,b.txt")
    assert named(again, "李文达") == ["a.txt b.txt", "c.txt"]


def test_rename_keeps_the_old_name_as_an_alias_and_later_lines_know_the_new_one():
    found = corrected("改名,组织,云桥锂业,,,,,,云桥锂业有限公司", "删除,组织,云桥锂业有限公司")
    assert named(found, "云桥锂业") == []
    renamed = corrected("改名,组织,云桥锂业,,,,,,云桥锂业有限公司")
    assert next(e for e in renamed.entities if "云桥锂业" in e.names).names == ("云桥锂业有限公司", "云桥锂业")


def test_retype_drops_what_the_vocabulary_forbids():
    found = corrected("改类型,组织,云桥锂业,,,,,,项目")
    assert next(e for e in found.entities if e.name == "云桥锂业").type == "Project"
    assert facts(found) == []


def test_drop_takes_the_facts_along():
    found = corrected("删除,人物,李文达,a.txt")
    assert named(found, "李文达") == ["c.txt"]
    assert facts(found) == [("云桥锂业", "SIGNED_WITH", "宁河县政府")]


def test_reject_a_fact_in_either_direction_and_by_its_sentence():
    left = [("李文达", "HOLDS_POSITION", "云桥锂业")] * 2
    assert facts(corrected("否定,组织,云桥锂业,,签约,组织,宁河县政府")) == left
    assert facts(corrected("否定,组织,宁河县政府,,签约,组织,云桥锂业")) == left
    by_sentence = f"否定,人物,李文达,a.txt,任职,组织,云桥锂业,,,{SENTENCE.replace('，', ' ，')}"
    assert facts(corrected(by_sentence)).count(left[0]) == 1
    assert facts(corrected("否定,人物,李文达,a.txt,任职,组织,云桥锂业")).count(left[0]) == 0


def test_add_a_fact_with_its_sentence():
    found = corrected(f"增加,人物,李文达,a.txt,参加,会议活动,签约仪式,,发言,{SENTENCE}")
    fact = next(t for t in found.triples if t.predicate == "ATTENDED")
    assert dict(fact.properties) == {"role": "speaker"}
    assert (fact.article, fact.rule, fact.confidence) == ("a.txt#0", "correction", 1.0)
    assert [(SENTENCE[e.start : e.end] if e.start is not None else e.via) for e in fact.evidence] == [
        "李文达",
        "签约仪式：编辑改正",
    ]


def test_add_makes_an_end_that_is_not_there():
    found = corrected(f"增加,人物,周明远,a.txt,任职,组织,云桥锂业,,副总经理；总工程师,{SENTENCE}")
    assert named(found, "周明远") == ["a.txt"]
    fact = next(t for t in found.triples if t.rule == "correction")
    assert fact.properties["titles"] == ("副总经理", "总工程师")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("删除,人物,周明远", "no 人物 is called 周明远"),
        ("删除,人物,李文达", "fill in the document"),
        ("删除,人物,李文达,d.txt", "no 人物 is called 李文达 in d.txt"),
        ("删除,动物,李文达", "there is no type 动物"),
        ("拆分,人物,李文达,c.txt", "nothing would be left"),
        ("改名,组织,云桥锂业,,,,,,云桥锂业", "is called 云桥锂业 already"),
        ("改类型,组织,云桥锂业,,,,,,组织", "has this type already"),
        ("否定,人物,李文达,c.txt,任职,组织,云桥锂业", "there is no such fact"),
        ("否定,人物,李文达,a.txt,任职,组织,云桥锂业,,,没有这句。", "there is no such fact"),
        ("否定,人物,李文达,a.txt,喜欢,组织,云桥锂业", "there is no predicate 喜欢"),
        ("增加,人物,李文达,a.txt,任职,组织,云桥锂业,,,没有这句。", "no article holds the sentence"),
        (f"增加,地点,宁河,a.txt,任职,组织,云桥锂业,,,{SENTENCE}", "cannot join"),
        (f"增加,人物,周明远,a.txt,参加,会议活动,签约仪式,,没有这种身份,{SENTENCE}", "means nothing"),
        (f"增加,组织,新湖实业,a.txt,签约,组织,新湖实业,,,{SENTENCE}", "both ends are one thing"),
        *(
            (f'增加,人物,周明远,a.txt,任职,组织,云桥锂业,,"{value}",{SENTENCE}', why)
            for value, why in (
                ('{""titles"": ""书记""}', "another kind"),
                ('{""titles"": [[1]]}', "another kind"),
                ('{""status"": 7}', "another kind"),
                ('{""titles"": ' + "[" * 9000, "no JSON"),
            )
        ),
    ],
)
def test_what_fits_nothing_is_told_and_changes_nothing(row, why):
    before = resolve(extractions())
    found, misfits = correct(before, lines(row))
    assert [m.line.where for m in misfits] == ["corrections.csv:2"]
    assert why in misfits[0].reason
    assert dump(found) == dump(before)


@pytest.mark.parametrize(
    "text",
    [
        "名称,操作,类型,新值\r\n李文达,删除,人物,\r\n",
        "# 说明\n名称,,操作,新值,类型\n李文达,,删除,,人物",
        "操作\t名称\t类型\t新值\n删除\t李文达\t人物\t\n",
        "",
    ],
)
def test_lines_are_added_in_the_order_of_the_columns(text):
    new = lines("改名,组织,云桥锂业,,,,,,=云桥", "删除,人物,周明远")
    whole = appended(text, new, "corrections.csv")
    assert whole.removeprefix("\ufeff").startswith(text)
    found = parse(whole, "corrections.csv")
    old = parse(text, "corrections.csv")
    assert [replace(line, where="") for line in found] == [replace(line, where="") for line in [*old, *new]]


def test_a_table_without_a_needed_column_is_named():
    with pytest.raises(UserError, match=r"corrections\.csv: its heading lacks 另一端;"):
        appended("操作,类型,名称\n", lines("合并,人物,李文达,,,,周明远"), "corrections.csv")


def test_a_table_is_read_and_written():
    rows = lines("合并,人物,李文达,a.txt,,,李文达,c.txt,,,周明远,2024-05-01,同一人", "删除,组织,=1+1")
    text = render(rows)
    assert text.splitlines()[0] == ",".join(COLUMNS.values())
    assert ",'=1+1," in text
    again = parse(text, "corrections.csv")
    assert again == rows


def test_order_of_columns_language_and_encoding_do_not_matter(tmp_path):
    path = tmp_path / "corrections.csv"
    wanted = lines("删除,人物,李文达")[0]
    for data in (
        "名称,操作,类型\r\n李文达,删除,人物\r\n".encode("gb18030"),
        "\ufeff操作,类型,名称\n# 说明\n\ndrop,人物,李文达\n".encode(),
        "操作\t类型\t名称\n删除\t人物\t李文达\n".encode(),
    ):
        path.write_bytes(data)
        assert replace(read(path)[0], where="") == replace(wanted, where="")
    path.write_bytes(b"")
    assert read(path) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("操作,类型,姓名\n", "column '姓名' is none of"),
        ("操作,类型,名称\n消灭,人物,李文达\n", "corrections.csv:2: 操作 '消灭' is none of"),
        ("操作,类型,名称\n合并,人物,李文达\n", "corrections.csv:2: 合并 needs 另一端"),
        ("类型,名称\n人物,李文达\n", "corrections.csv:2: 操作 '' is none of"),
        ("类型,名称,操作\n人物\n", "corrections.csv:2: 操作 '' is none of"),
        (f"操作,类型,名称\n删除,人物,{'长' * 200_000}\n", "corrections.csv:2: field larger than"),
    ],
)
def test_a_line_that_says_too_little_is_named(text, why):
    # The limit belongs to the whole process, and reading a CSV file as a page raises it.
    before = csv.field_size_limit(131_072)
    try:
        _named(text, why)
    finally:
        csv.field_size_limit(before)


def _named(text, why):
    with pytest.raises(UserError, match=why.replace("(", r"\(")):
        parse(text, "corrections.csv")
