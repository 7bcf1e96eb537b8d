from __future__ import annotations

import pytest
from extracting import article, read

from kg.extract import extract
from kg.model import Article

TABLE = [
    ("省委书记李志明、省长张建国与青海大学校长陈国栋一行座谈。", {"李志明 陈国栋", "张建国 陈国栋"}),
    ("省长张建国会见了银川市市长马文强、副市长孙丽华。", {"张建国 马文强", "张建国 孙丽华"}),
    ("省长张建国18日在西宁同前来访问的银川市市长马文强举行会谈。", {"张建国 马文强"}),
    ("银川市市长马文强率代表团抵达西宁。当晚，省长张建国会见代表团一行。", {"张建国 马文强"}),
    ("市委书记东方既明与来甬考察的云海集团董事长谢国坤一行举行会谈。", {"东方既明 谢国坤"}),
    ("省长张建国参加会见。", set()),
    (
        "外长王建国出席论坛并分别同泰国外长查猜、日本外相伊藤健及欧盟外交事务高级代表巴罗会见。",
        {"王建国 查猜", "王建国 伊藤健", "王建国 巴罗"},
    ),
    ("外交部部长助理李文达同越南外交部副部长阮文山举行外交磋商。", {"李文达 阮文山"}),
    ("省长张建国与云海集团董事长周明远和总裁李文达座谈。", {"张建国 周明远", "张建国 李文达"}),
    ("省长张建国在西宁调研，出席签约活动，并与云海集团董事长周明远举行工作会谈。", {"张建国 周明远"}),
    ("李文达一行与云智科技董事长周明远就公益事业进行了深入探讨。", {"李文达 周明远"}),
    ("会见中，李文达对周明远一行表示欢迎。周明远介绍了集团情况。", {"李文达 周明远"}),
    ("李文达对周明远一行来青考察表示欢迎。陈国强参加座谈。", {"李文达 周明远"}),
    ("在会见周明远时，李文达表示，欢迎来青投资。", {"李文达 周明远"}),
    ("李文达对周明远一行来青考察表示欢迎。", set()),
    ("李文达对来青旅游的客人表示欢迎。陈国强参加座谈。", set()),
    ("论坛上，李文达与周明远就科技创新进行了深入交流。", set()),
    ("省长张建国与学生们进行交流。", set()),
    ("会谈前，省长张建国与马文强参观了青海大学。", set()),
]


def pairs(triples) -> set[frozenset[str]]:
    return {frozenset(ends) for ends in triples}


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_each_side_meets_the_other(text, expected):
    assert pairs(read(text, "MET_WITH", place="青海")) == {frozenset(pair.split()) for pair in expected}


def test_a_talk_is_named_after_both_sides():
    triples = read("省长张建国与青海大学校长陈国栋一行座谈。", "ATTENDED", place="青海")
    assert {ends[1] for ends in triples} == {"张建国与陈国栋座谈"}


def test_the_title_tells_the_sides_that_the_text_leaves_out():
    text = "6月3日，双方在西宁座谈，省长张建国出席。青海大学校长陈国栋介绍了学校发展情况。"
    title = "张建国与青海大学校长陈国栋座谈"
    extraction = extract(Article(id="t#1", document="t", index=1, title=title, text=text, place="青海"))
    assert [triple.predicate for triple in extraction.triples].count("MET_WITH") == 1


@pytest.mark.parametrize(
    "text",
    [
        "王建国8日应约同法国外长巴罗通电话。",
        "王建国8日同法国外长巴罗会谈。",
        "巴罗8日拜访了市委书记王建国。",
    ],
)
def test_calls_and_visits_to_somebody(text: str) -> None:
    assert {"王建国", "巴罗"} in [set(ends) for ends in read(text, "MET_WITH")]


BODIES = [
    ("省商务厅代表团走访青海银行并座谈交流。", {"省商务厅代表团与青海银行座谈"}),
    ("李文达一行与青江集团、宁河有限公司等企业开展座谈，了解情况。", {"李文达与青江集团、宁河有限公司座谈"}),
    ("7月26日，青江集团董事长李文达一行到访青海银行，双方就合作进行了座谈交流。", {"李文达与青海银行座谈"}),
    ("在与青海银行工作座谈中，李文达与青海银行董事长周明远回顾了合作。", {"李文达与周明远座谈"}),
    ("省长李文达分别会见青海银行行长周明远，青江集团董事长张国强等。", {"李文达会见周明远", "李文达会见张国强"}),
    ("省长李文达同到访的青海银行行长周明远就合作举行会晤并召开会议。", {"李文达同周明远会晤"}),
    ("省长李文达会见传媒时表示，青海很美。", set()),
    ("省长李文达赴青海银行调研。", set()),
    ("青海银行与群众座谈。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), BODIES)
def test_talks_with_bodies_and_talks_one_by_one(text, names):
    told = {entity.name for entity in extract(article(text, place="青海")).entities if entity.type == "Meeting"}
    assert {name for name in told if "召开" not in name} == names


SIDES = [
    ("他会见了西宁市市长马文强。", {"张建国 马文强"}),
    ("张建国分别同西宁市市长马文强、青海大学校长陈国栋等会见。", {"张建国 马文强", "张建国 陈国栋"}),
    ("张建国会见西宁市市长马文强，还会见了青海大学校长陈国栋。", {"张建国 马文强", "张建国 陈国栋"}),
    ("张建国会见青江传媒集团董事长马文强。", {"张建国 马文强"}),
    ("他会见了记者。", set()),
    ("张建国未会见西宁市市长马文强。", set()),
]


@pytest.mark.parametrize(("text", "expected"), SIDES)
def test_who_meets_whom_by_a_pronoun_one_by_one_and_again(text, expected):
    told = pairs(read("省长张建国抵达西宁。" + text, "MET_WITH", place="青海"))
    assert told == {frozenset(pair.split()) for pair in expected}


def test_a_talk_that_the_text_denies_is_no_meeting():
    told = extract(article("省长张建国未会见西宁市市长马文强。", place="青海")).entities
    assert not [entity.name for entity in told if entity.type == "Meeting"]


RECEIVED = [
    ("周明远一行到访西宁市政府，市长李文达热情接待，双方举行座谈。", {("李文达", "周明远")}),
    ("李文达接待了青海大学校长周明远一行，并进行座谈交流。", {("李文达", "周明远")}),
    ("李文达应邀与周明远共进早餐，就投资事宜深入交流。", {("李文达", "周明远")}),
    ("李文达走访了接待站，并听取周明远汇报。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RECEIVED)
def test_who_receives_talks_with_who_comes(text, expected):
    found = {tuple(sorted(pair)) for pair in read(text, "MET_WITH")}
    assert found == {tuple(sorted(pair)) for pair in expected}


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("国家主席李文达29日会见古巴国家主席迪亚斯特使、外长罗德里格斯。", {"罗德里格斯"}),
        ("李文达29日会见了云岭集团总裁周明远特别代表、副总裁陈国强。", {"陈国强"}),
        ("市长李文达29日会见了云岭集团董事长周明远的代表赵立新。", {"赵立新"}),
        ("市长李文达29日会见了云岭集团董事长周明远、总裁陈国强。", {"周明远", "陈国强"}),
        ("国务委员李文达29日会见了云国总统特使周明远。", {"周明远"}),
    ],
)
def test_whose_envoy_somebody_is_was_not_met(text, met):
    found = {name for pair in read(text, "MET_WITH", place="青海") for name in pair}
    assert found == met | {"李文达"}


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("李文达说，此行和会晤旨在落实周明远总书记和陈国强总书记的重要共识。", set()),
        ("李文达会见外长周明远。李文达说，双方就捕捞和总统赵立新开春到访的筹备事项交换了意见。", {"李文达", "周明远"}),
        ("李文达就两国关系与周明远交换了意见。", {"李文达", "周明远"}),
        ("李文达8日在北京会晤周明远。此次会见是陈国强离任以来的首次。", {"李文达", "周明远"}),
        ("李文达说，很好。不久前周明远主席同陈国强主席举行会晤。何林表示，深厚。会谈结束后，李文达和何林见证了签约。",
         {"李文达", "何林", "周明远", "陈国强"}),
    ],
)  # fmt: skip
def test_whose_consensus_is_carried_out_or_whose_visit_is_prepared_was_not_met(text, met):
    assert {name for pair in read(text, "MET_WITH", place="青海") for name in pair} == met


def test_only_who_received_goes_on_to_the_press():
    text = "首相李文达与局长周明远、海务顾问举行会谈后在青石堡举行的新闻发布会上说，鱼汛正旺。"
    assert {who for who, meeting in read(text, "ATTENDED") if "发布会" in meeting} == {"李文达"}


@pytest.mark.parametrize(
    ("text", "met"),
    [
        (
            "省长张建国与宏远集团董事长李志明深入交流。副省长王海燕一同会见。",
            {("张建国", "李志明")},
        ),
        (
            "西宁市与宏远集团举行工作会谈，市长张建国、宏远集团董事长李志明出席。",
            {("张建国", "李志明")},
        ),
        ("张建国负责接待工作，李志明负责宣传。", set()),
    ],
)
def test_talks_without_a_verb_that_holds_them(text, met):
    assert set(read(text, "MET_WITH", place="青海")) == met
