"""Posts that a verb gives, behind a name or before it, handed on, told by a pronoun or set behind a name."""

from __future__ import annotations

import pytest
from extracting import read

FIRM, SCHOOL = "宁河科技公司", "青江大学"
TABLE = [
    ("李文达近日履职宁河科技公司总裁。", {("李文达", FIRM): ["总裁"]}),
    ("李文达当上了宁河科技公司总裁。", {("李文达", FIRM): ["总裁"]}),
    ("李文达自2006年至今持续担任宁河科技公司董事长。", {("李文达", FIRM): ["董事长"]}),
    ("李文达被国务院任命为青江大学校长。", {("李文达", SCHOOL): ["校长"]}),
    ("李文达、周明远分别出任宁河科技公司董事长、总经理。",
     {("李文达", FIRM): ["董事长"], ("周明远", FIRM): ["总经理"]}),
    ("宁河科技公司董事长、总经理分别由李文达、周明远担任。",
     {("李文达", FIRM): ["董事长"], ("周明远", FIRM): ["总经理"]}),
    ("宁河科技公司法定代表人为李文达，监事一栏登记的是周明远。",
     {("李文达", FIRM): ["法定代表人"], ("周明远", FIRM): ["监事"]}),
    ("青江铸造协会换届，李文达新任副会长，秘书长仍由周明远兼任。",
     {("李文达", "青江铸造协会"): ["副会长"], ("周明远", "青江铸造协会"): ["秘书长"]}),
    ("宁河科技公司法定代表人由李文达变更为周明远。",
     {("李文达", FIRM): ["法定代表人"], ("周明远", FIRM): ["法定代表人"]}),
    ("李文达不再担任宁河科技公司总裁一职，由周明远接任。",
     {("李文达", FIRM): ["总裁"], ("周明远", FIRM): ["总裁"]}),
    ("青江大学校长李文达退休，所遗职务由周明远接任。",
     {("李文达", SCHOOL): ["校长"], ("周明远", SCHOOL): ["校长"]}),
    ("李文达说，他同时也是青江大学的教授。", {("李文达", SCHOOL): ["教授"]}),
    ("李文达今年50岁，如今是青江大学教授。", {("李文达", SCHOOL): ["教授"]}),
    ("李文达，青江大学校长，长期研究水利。", {("李文达", SCHOOL): ["校长"]}),
    ("受访者：李文达　青江大学校长", {("李文达", SCHOOL): ["校长"]}),
    ("李文达头衔不少：青江铸造协会副会长、青江大学校董。",
     {("李文达", "青江铸造协会"): ["副会长"], ("李文达", SCHOOL): ["校董"]}),
    ("宁河科技公司公告称，李文达当选公司第四届董事会独立董事。", {("李文达", FIRM): ["董事会独立董事"]}),
    ("目前宁河科技公司的总裁李文达表示满意。", {("李文达", FIRM): ["总裁"]}),
    # what gives nothing
    ("李文达，现任青江大学校长周明远出席。", {("周明远", SCHOOL): ["校长"]}),
    ("李文达会见了周明远，他是青江大学校长。", {}),
    ("李文达的父亲参观青江大学，校长陪同。", {}),
    ("李文达走访宁河科技公司，由周明远接任的话题未谈。", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_whose_post_a_verb_tells(text, expected):
    found = {ends: triple.properties["titles"] for ends, triple in read(text, "HOLDS_POSITION", place="青海").items()}
    assert found == expected


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("宁河科技公司法定代表人由李文达变更为周明远。", {"李文达"}),
        ("李文达不再担任宁河科技公司总裁一职，由周明远接任。", {"李文达"}),
        ("李文达当过青江大学校长。", {"李文达"}),
        ("目前宁河科技公司的总裁李文达表示满意。", set()),
    ],
)
def test_who_had_the_post_before(text, former):
    triples = read(text, "HOLDS_POSITION", place="青海")
    assert {who for (who, _), triple in triples.items() if triple.properties.get("status") == "former"} == former
