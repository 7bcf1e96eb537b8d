"""`kg query` as a user meets it: tables, files, limits, and values that would like to be Cypher."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO

import graphs
import networkx as nx
import pytest
import wcwidth
from click.testing import CliRunner
from pages import held

from kg.cli import main
from kg.export import lines
from kg.model import Resolution
from kg.store import embedded, questions
from kg.store.rows import rows

HOSTILE = ("'}) DETACH DELETE n //", "' OR true //", '"', "\x00", "\\", "$x", "长" * 10_000, "=1+1", "\ud800")


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("out")
    embedded.write(rows(graphs.small()), folder / embedded.NAME)
    return folder


def query(*arguments, lang="en", columns="100"):
    environment = {"KG_LANG": lang, "COLUMNS": columns}
    return CliRunner(env=environment).invoke(main, ["query", *map(str, arguments)])


def test_a_table_for_people(out):
    done = query("officials_at_meetings", "--on", out)
    assert done.exit_code == 0
    head, rule, *lines = done.stdout.splitlines()
    assert head.split() == ["date", "meeting", "official", "role", "status", "confidence", "stories"]
    assert set(rule) == {"─", " "}
    assert [line.split() for line in lines] == [
        ["2024-05-06", "全省绿色发展大会", "李明远", "speaker", "done", "0.90", "1"],
        ["“【李明远】出席【全省绿色发展大会】并讲话。”"],
        [],
        ["1", "rows"],
    ]
    assert done.stderr == ""


def test_in_chinese_where_that_is_wished(out):
    done = query("officials_at_meetings", "--on", out, lang="zh")
    head, _, first, *_, last = done.stdout.splitlines()
    assert head.split() == ["日期", "会议活动", "官员", "角色", "状态", "可信度", "报道数"]
    assert first.split()[3:5] == ["发言", "已完成"]
    assert last == "共 1 行"
    posts = query("posts", "--on", out, lang="zh").stdout
    assert "在任" in posts and "任职单位" not in posts


def test_no_line_is_wider_than_the_terminal(out):
    for width in (200, 100, 60, 30):
        for name in ("posts", "evidence", "article_facts"):
            done = query(name, "--on", out, columns=str(width))
            assert max(wcwidth.width(line) for line in done.stdout.splitlines()) <= width
            assert "李明远" in done.stdout.replace("\n", "")


def test_no_word_of_a_head_is_folded_where_80_columns_have_room(out):
    for name in ("posts", "visits", "who_meets_whom", "officials_at_meetings", "projects_by_place", "signing_partners"):
        wide, narrow = (query(name, "--on", out, columns=columns).stdout.splitlines() for columns in ("300", "80"))
        rule = next(number for number, line in enumerate(narrow) if set(line) == {"─", " "})
        assert sorted(" ".join(narrow[:rule]).split()) == sorted(wide[0].split())


@pytest.mark.parametrize("form", ["table", "csv"])
def test_nodes_and_relationships_are_shown_by_their_ids_on_wish(out, form):
    asked = ("posts", "--on", out, "-f", form)
    plain, with_ids = (query(*asked, *more, columns="400").stdout for more in ((), ("--ids",)))
    assert not re.search("r[0-9a-f]{16}", plain)
    assert re.search("r[0-9a-f]{16}", with_ids)
    assert "id r" in with_ids


def test_ids_are_shown_on_wish(out):
    assert "r.id" not in query("evidence", "--on", out).stdout
    plain, with_ids = (query("evidence", "--on", out, *more, columns="300").stdout for more in ((), ("--ids",)))
    assert "MET_WITH" not in plain
    assert "MET_WITH" in with_ids


def test_a_pair_is_found_in_either_order(out):
    found = [
        query("evidence", "--on", out, "--param", f"subject={one}", "--param", f"object={other}").stdout
        for one, other in (("李明远", "赵一平"), ("赵一平", "李明远"))
    ]
    assert found[0] == found[1]
    assert "会见" in query("evidence", "--on", out, "--param", "predicate=会见", lang="zh").stdout


def test_newest_first_and_undated_last(tmp_path):
    embedded.write(rows(graphs.varied(200, 800)), tmp_path / embedded.NAME)
    for name in ("calendar", "visits", "company_agreements", "officials_at_meetings", "evidence", "sentences_with"):
        days = [row["date"] for row in json.loads(query(name, "--on", tmp_path, "-f", "json", "--limit", 0).stdout)]
        assert days == sorted(days, reverse=True)


def test_a_question_in_words(out):
    done = query("李明远见过谁", "--on", out, lang="zh")
    assert (done.exit_code, "赵一平" in done.stdout) == (0, True)
    assert "理解为：谁会见了谁，什么时候？（who_meets_whom --param person=李明远）" in done.stderr
    assert query("李明远", "见过谁", "--on", out, lang="zh").stdout == done.stdout
    limited = query("李明远见过谁", "--on", out, "--param", "since=2024年5月", "-f", "json")
    assert [row["first"] for row in json.loads(limited.stdout)] == ["2024-05-06"]


def test_what_is_unclear_is_answered_with_three_questions(out):
    done = query("李明远", "--on", out, lang="zh")
    assert done.exit_code == 1
    calls = [line for line in done.stderr.splitlines() if line.strip().startswith("kg query")]
    assert len(calls) == 3
    assert all("李明远" in call for call in calls)


def test_names_that_are_not_there_get_those_like_them(out):
    for arguments in (["李明圆见过谁"], ["posts", "--param", "person=李明圆"], ["posts", "--param", "person=lmy"]):
        assert "没有这个人" in (done := query(*arguments, "--on", out, lang="zh")).stderr
        assert "李明远" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["who_meets_whom", "--param", "since=2025年"], "去掉条件 since=2025-01-01 有 2 行"),
        (["projects_by_place", "--param", "place=火星"], "图里没有这个地方：火星"),
        (["officials_at_meetings", "--param", "meeting=火星"], "图里没有这样的会议活动：火星"),
        (["company_agreements", "--param", "organization=云岭省委"], "云岭省委在图里，但没有关于它的这类事实"),
        (["branches"], "图里没有这类事实"),
        (["visits", "--min-confidence", "0.99"], "可信度低于 0.99 的有 1 行"),
        (["company_agreements", "--param", "status=意向"], "去掉条件 status=wished 有 1 行"),
        (["article_facts", "--param", "article=篇的题目"], "相近：《第"),
        (["with_but_not_with", "--param", "one=李明远", "--param", "other=赵一平"], "赵一平"),
    ],
)
def test_an_empty_answer_says_why(out, arguments, reason):
    done = query(*arguments, "--on", out, lang="zh")
    assert (done.exit_code, done.stdout) == (0, "（没有结果）\n")
    assert reason in done.stderr


def test_an_empty_answer_to_a_file_says_so(out, tmp_path):
    (tmp_path / "own.cypher").write_text("MATCH (n:Person) WHERE n.name = '无' RETURN n.id AS id", encoding="utf-8")
    assert "matches nothing" in query(tmp_path / "own.cypher", "--on", out).stderr


def test_values_that_there_are_not_are_refused(out):
    done = query("brokers", "--on", out, "--param", "type=动物", lang="zh")
    assert (done.exit_code, "人物 (Person)" in done.stderr) == (1, True)
    assert "上月" in query("calendar", "--on", out, "--param", "since=gestern").stderr


def test_posts_of_one_title_without_its_deputies(tmp_path):
    office, other = graphs.entity("Organization", "青海省政府"), graphs.entity("Organization", "江河公司")
    people = [graphs.entity("Person", name) for name in ("李文达", "周明远", "赵一平", "何书勤")]
    told = graphs.article(1, "青海省政府有李文达、周明远、赵一平，江河公司有何书勤。")
    titles = ("省长", "常务副省长", "代省长", "党委书记")
    facts = tuple(
        graphs.triple(told, person, "HOLDS_POSITION", other if title == "党委书记" else office, titles=[title])
        for person, title in zip(people, titles, strict=True)
    )
    embedded.write(rows(Resolution((told,), (office, other, *people), facts)), tmp_path / embedded.NAME)

    def holders(*arguments):
        return {row["person"] for row in json.loads(query(*arguments, "--on", tmp_path, "-f", "json").stdout)}

    assert holders("青海省政府省长是谁") == {"李文达", "赵一平"}
    assert holders("谁是副省长") == {"周明远"}
    assert holders("posts", "--param", "post=书记") == {"何书勤"}
    assert "去掉条件 post=县长 有 4 行" in query("谁是县长", "--on", tmp_path, lang="zh").stderr


def test_a_project_by_its_name_and_by_its_builder(tmp_path):
    firm, other = graphs.entity("Organization", "江河公司"), graphs.entity("Organization", "远山公司")
    placed, unplaced = graphs.entity("Project", "西宁风电场"), graphs.entity("Project", "云上数据港")
    told = graphs.article(1, "江河公司建设西宁风电场。远山公司建设云上数据港。")
    facts = (
        graphs.triple(told, firm, "UNDERTAKES", placed),
        graphs.triple(told, other, "UNDERTAKES", unplaced),
    )
    embedded.write(rows(Resolution((told,), (firm, other, placed, unplaced), facts)), tmp_path / embedded.NAME)
    asked = ("各地有哪些项目", "云上数据港是谁建的", "江河公司承建了什么项目", "远山公司承建了什么项目")
    found = [query(text, "--on", tmp_path).stdout for text in asked]
    assert [("风电场" in text, "数据港" in text) for text in found] == [
        (True, False),
        (False, True),
        (True, False),
        (False, False),  # without a place it is told by its name alone
    ]


def test_to_whom_a_branch_belongs(tmp_path):
    whole, part = graphs.entity("Organization", "江河集团"), graphs.entity("Organization", "江河通信")
    told = graphs.article(1, "江河通信是江河集团的子公司。")
    embedded.write(
        rows(Resolution((told,), (whole, part), (graphs.triple(told, part, "PART_OF", whole),))),
        tmp_path / embedded.NAME,
    )
    for text in ("江河通信属于哪家公司", "江河集团有哪些子公司"):
        (row,) = json.loads(query(text, "--on", tmp_path, "-f", "json").stdout)
        assert (row["organization"], row["branch"]) == ("江河集团", "江河通信")


def test_sums_count_each_agreement_once(tmp_path):
    paper = graphs.entity("Agreement", "框架协议")
    firms = [graphs.entity("Organization", name) for name in ("江海公司", "远山公司")]
    told = graphs.article(1, "江海公司、远山公司签署框架协议，总额3亿元。")
    facts = tuple(graphs.triple(told, firm, "SIGNED", paper, amount="3亿元") for firm in firms)
    embedded.write(rows(Resolution((told,), (*firms, paper), facts)), tmp_path / embedded.NAME)
    shown = query("company_agreements", "--on", tmp_path, lang="zh").stdout
    assert "共 2 行；其中 2 行没有日期；合计 3亿元" in shown
    assert ("金额（元）" in shown, "300,000,000" in shown) == (True, True)


def test_a_place_with_what_lies_in_it(tmp_path):
    town, park = graphs.entity("Location", "西宁", "西宁市"), graphs.entity("Location", "南滩工业园区")
    project = graphs.entity("Project", "风电基地项目")
    told = graphs.article(1, "风电基地项目落户南滩工业园区。南滩工业园区位于西宁。")
    facts = (graphs.triple(told, project, "LOCATED_IN", park), graphs.triple(told, park, "LOCATED_IN", town))
    embedded.write(rows(Resolution((told,), (town, park, project), facts)), tmp_path / embedded.NAME)
    none = query("projects_by_place", "--on", tmp_path, "--param", "place=西宁", lang="zh")
    assert "西宁本身没有；连同所属有 1 行：--param place=西宁及所属" in none.stderr
    for value in ("place=西宁及所属", "within=西宁市", "within=青海", "within=青海省"):
        assert "风电基地项目" in query("projects_by_place", "--on", tmp_path, "--param", value).stdout
    assert "风电基地项目" in query("青海有哪些项目", "--on", tmp_path).stdout
    found = json.loads(query("investment_by_place", "--on", tmp_path, "-f", "json").stdout)
    assert {row["place"]: row["projects"] for row in found} == dict.fromkeys(("青海省", "西宁市", "南滩工业园区"), 1)


def test_a_project_lies_where_its_name_says_if_no_fact_tells_otherwise(tmp_path):
    named, moved = graphs.entity("Project", "西宁绿电示范园"), graphs.entity("Project", "西宁风电示范园")
    town = graphs.entity("Location", "海东", "海东市")
    told = graphs.article(1, "西宁绿电示范园很大。西宁风电示范园落户海东。")
    facts = (graphs.triple(told, moved, "LOCATED_IN", town),)
    embedded.write(rows(Resolution((told,), (named, moved, town), facts)), tmp_path / embedded.NAME)
    found = {place: query(f"{place}有哪些项目", "--on", tmp_path).stdout for place in ("西宁", "海东", "西宁和海东")}
    assert {place: ("绿电" in text, "风电" in text) for place, text in found.items()} == {
        "西宁": (True, False),
        "海东": (False, True),
        "西宁和海东": (True, True),
    }
    counted = json.loads(query("investment_by_place", "--on", tmp_path, "-f", "json").stdout)
    assert {row["place"]: row["projects"] for row in counted} == {"青海省": 2, "西宁市": 1, "海东市": 1}


def test_days_are_not_cut_and_no_line_begins_with_a_mark_that_closes(out):
    for width in ("72", "80", "100"):
        lines = query("visits", "--on", out, columns=width).stdout.splitlines()
        assert re.search(r"\b20\d\d-\d\d-\d\d\b", "\n".join(lines))
        assert not any(line.strip().startswith(("，", "。", "】", "”")) for line in lines)


def test_a_folder_or_a_file_of_any_name(out, tmp_path):
    (tmp_path / "other.lbug").write_bytes((out / embedded.NAME).read_bytes())
    assert query("posts", "--on", tmp_path / "other.lbug").stdout == query("posts", "--on", out).stdout


def test_json_holds_everything(out):
    (row,) = json.loads(query("officials_at_meetings", "--on", out, "-f", "json").stdout)
    assert row["sentences"] == ["李明远出席全省绿色发展大会并讲话。"]
    assert row["r"]["source"] == row["p"]["id"]
    assert json.loads(query("branches", "--on", out, "-f", "json").stdout) == []


def test_csv_is_for_spreadsheets(out, tmp_path):
    assert query("posts", "--on", out, "-f", "csv", "-o", tmp_path / "posts.csv").exit_code == 0
    text = (tmp_path / "posts.csv").read_bytes().decode("utf-8-sig")
    first, *_ = csv.DictReader(StringIO(text, newline=""))
    assert (first["person"], first["organization"], first["titles"]) == ("李明远", "云岭省委", "书记")
    assert "p" not in first


def test_csv_has_chinese_heads_names_first_and_ids_last(out):
    for name, heads in (("evidence", ["主体", "关系", "客体"]), ("company_agreements", ["单位", "协议"])):
        text = query(name, "--on", out, "-f", "csv", lang="zh").stdout.removeprefix("\ufeff")
        found = next(csv.reader(StringIO(text, newline="")))
        assert found[: len(heads)] == heads
        assert name != "evidence" or found[-1] == "编号"
    (row,) = csv.DictReader(StringIO(text, newline=""))
    assert (row["金额"], row["金额（元）"]) == ("3亿元", "300000000")


def test_no_id_is_a_number_to_a_spreadsheet(out):
    text = query("evidence", "--on", out, "-f", "csv", "--limit", 0).stdout.removeprefix("\ufeff")
    ids = [row["id"] for row in csv.DictReader(StringIO(text, newline=""))]
    assert len(ids) > 5
    assert all(re.fullmatch("r[0-9a-f]{16}", one) for one in ids)


def test_csv_runs_no_formula(tmp_path):
    embedded.write(rows(graphs.hostile()), tmp_path / embedded.NAME)
    text = query("posts", "--on", tmp_path, "-f", "csv", "--limit", 0).stdout.removeprefix("\ufeff")
    people = {row["person"] for row in csv.DictReader(StringIO(text, newline=""))}
    assert "'+1+1" in people
    assert not any(name.lstrip(" ").startswith(("=", "+", "-", "@", "\t")) for name in people)


def test_graphml_holds_the_nodes_and_relationships_of_the_rows(out, tmp_path):
    assert query("who_meets_whom", "--on", out, "-f", "graphml", "-o", tmp_path / "x.graphml").exit_code == 0
    graph = nx.read_graphml(tmp_path / "x.graphml")
    assert sorted(name for _, name in graph.nodes(data="label")) == ["李明远", "赵一平"]
    assert {(data["type"], data["type_zh"]) for _, data in graph.nodes(data=True)} == {("Person", "人物")}
    for *_, edge in graph.edges(data=True):
        assert (edge["label"], edge["predicate"], edge["weight"]) == ("会见", "MET_WITH", 1)
        assert "李明远" in edge["sentence"] and edge["sentence"].endswith(".txt）")
    refused = CliRunner().invoke(main, ["import", str(out), str(tmp_path / "x.graphml"), "-c", str(tmp_path / "c.csv")])
    assert refused.exit_code == 1  # what the rows do not hold was not deleted
    done = query("co_attendance", "--on", out, "-f", "graphml", "--param", "person=李明远")
    assert done.exit_code == 0  # no rows: an empty graph
    assert "no nodes" in query("brokers", "--on", out, "-f", "graphml").stderr


def test_articles_and_what_others_have_are_drawn_too(out, tmp_path):
    (tmp_path / "own.cypher").write_text("MATCH (a:Article)-[r:MENTIONS]->(n) RETURN a, r, n", encoding="utf-8")
    done = query(tmp_path / "own.cypher", "--on", out, "-f", "graphml", "-o", tmp_path / "x.graphml")
    assert done.exit_code == 0
    graph = nx.read_graphml(tmp_path / "x.graphml")
    assert {"文章", "人物"} <= {kind for _, kind in graph.nodes(data="type_zh")}
    assert {label for *_, label in graph.edges(data="label")} == {"提到"}


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    folder = tmp_path_factory.mktemp("whole")
    lines.write(graphs.small(), folder)
    embedded.write(rows(graphs.small()), folder / embedded.NAME)
    return folder


def test_a_part_is_asked_in_the_words_of_the_maps(whole):
    def found(*words):
        done = query("evidence", "--on", whole, "-f", "json", *words)
        assert done.exit_code == 0, done.output
        return sorted({row["label"] for row in json.loads(done.stdout)}), done.stderr

    labels, said = found()
    assert len(labels) > 3 and said == ""
    assert found("--only", "会见,考察")[0] == ["会见", "考察"]
    assert found("--around", "赵一平")[0] == ["任职", "会见"]
    assert found("--view", "projects", "--to", "2024-12-31", "--min-confidence", "0.5")[0] == ["位于", "承担"]
    assert found("--only", "位于", "--from", "2024-05-01")[1] == "asked of a part of the graph: 2 nodes, 1 relations\n"
    assert "no node of this name" in query("evidence", "--on", whole, "--around", "没有此人").stderr


def test_a_part_of_what_is_no_build_is_refused_and_why_is_said(out, whole):
    for place in (out, whole / embedded.NAME, "neo4j://localhost:1"):
        done = query("posts", "--on", place, "--only", "任职")
        assert (done.exit_code, "name its folder" in done.stderr) == (1, True)
    assert query("posts", "--on", out, "--min-confidence", "0.99").exit_code == 0


def test_what_is_cut_is_said(out):
    done = query("posts", "--on", out, "--limit", 1)
    assert (done.exit_code, "1 rows" in done.stdout) == (0, True)
    assert "only the first 1 rows; --limit 0 shows all" in done.stderr


def test_the_time_limit_is_said(tmp_path):
    embedded.write(rows(graphs.large(200, 4000)), tmp_path / embedded.NAME)
    (tmp_path / "slow.cypher").write_text(
        "MATCH (a)-[:HOLDS_POSITION]->()<-[:HOLDS_POSITION]-()-[:HOLDS_POSITION]->(b) RETURN a.id, b.id, count(*)",
        encoding="utf-8",
    )
    done = query(tmp_path / "slow.cypher", "--on", tmp_path, "--timeout", 0.05)
    assert (done.exit_code, "stopped at the time limit of 0.05 s; --timeout" in done.stderr) == (1, True)


@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("question", questions.everything(), ids=lambda question: question.name)
def test_hostile_values_change_nothing(out, question, value):
    texts = [name for name, one in question.parameters.items() if isinstance(one.default, (str, list))]
    given = [item for name in texts for item in ("--param", f"{name}={value}")]
    before = (out / embedded.NAME).read_bytes()
    done = query(question.name, "--on", out, "-f", "json", *given)
    if value == "\ud800" or {"type", "predicate", "status", "role", "kind", "since"} & set(texts):
        assert done.exit_code == (1 if given else 0)
    else:
        assert (done.exit_code, json.loads(done.stdout)) == (0, [])
    assert (out / embedded.NAME).read_bytes() == before


def test_nothing_is_written_unless_asked_for(out, tmp_path):
    (tmp_path / embedded.NAME).write_bytes((out / embedded.NAME).read_bytes())
    (tmp_path / "change.cypher").write_text("MATCH (n:Person) SET n.name = 'x' RETURN n.id AS id", encoding="utf-8")
    done = query(tmp_path / "change.cypher", "--on", tmp_path)
    assert (done.exit_code, "SET does more than read; --write allows it" in done.stderr) == (1, True)
    assert held(tmp_path / embedded.NAME) == held(out / embedded.NAME)
    assert query(tmp_path / "change.cypher", "--on", tmp_path, "--write").exit_code == 0
    assert held(tmp_path / embedded.NAME) != held(out / embedded.NAME)


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        ([], 2, "kg query --list"),
        (["nothing"], 1, "'nothing' is no question; there are aliases, "),
        (["posts", "--param", "person"], 2, "write NAME=VALUE"),
        (["posts", "--param", "people=x"], 1, "no parameter 'people'"),
        (["posts", "--on", "no-such-folder"], 1, "no database there; `kg build` writes one"),
        (["posts", "--on", "neo4j://user:secret@localhost"], 1, "NEO4J_PASSWORD"),
        (["posts", "--on", "neo4j://localhost"], 1, "set NEO4J_PASSWORD"),
    ],
)
def test_mistakes_are_named_in_one_line(arguments, status, message, monkeypatch):
    monkeypatch.delenv("NEO4J_PASSWORD", raising=False)
    done = query(*arguments)
    assert (done.exit_code, message in done.stderr) == (status, True), done.stderr
    assert "secret" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == (1 if status == 1 else 4)


def test_the_list_shows_every_question_with_its_parameters():
    shown = query("--list").stdout
    for question in questions.everything():
        for text in (question.name, question.chinese, question.english, *question.parameters):
            assert text in shown
