"""The command line as a user meets it: one process each, real files."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pages import NOT_TEXT, contents, page, pages

ROOT = Path(__file__).parents[2]
HEAVY = {"jieba", "numpy", "networkx", "pyvis", "charset_normalizer", "yaml", "multiprocessing"}


def kg(*arguments, given: bytes | str = b"", cwd: Path | None = None) -> subprocess.CompletedProcess:
    data = given.encode() if isinstance(given, str) else given
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}  # a console that knows no Chinese
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    return subprocess.run(command, input=data, capture_output=True, cwd=cwd, env=environment, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return pages(tmp_path_factory.mktemp("pages") / "pages", 3)


@pytest.fixture(scope="module")
def out(folder):
    done = kg("build", folder, "-o", folder.parent / "out")
    assert (done.returncode, done.stderr) == (0, b"")
    return folder.parent / "out"


@pytest.fixture(scope="module")
def resolved(folder):
    read = kg("read", folder)
    extracted = kg("extract", given=read.stdout)
    done = kg("resolve", given=extracted.stdout)
    assert [read.stderr, extracted.stderr, done.stderr] == [b"", b"", b""]
    return done.stdout


def test_help_imports_nothing_heavy():
    script = (
        "import sys; from kg.cli import main; main(['--help'], standalone_mode=False);"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, encoding="utf-8", check=True)
    modules = set(done.stderr.split())
    assert "kg.cli" in modules
    assert modules & HEAVY == set()


def test_version():
    from kg import __version__

    assert kg("--version").stdout.decode() == f"kg, version {__version__}\n"


def test_build_says_what_it_found(folder, out):
    again = kg("build", folder, "-o", out)
    text = again.stdout.decode()
    assert again.returncode == 0
    assert again.stderr == b""  # no progress where there is no terminal
    figures = dict(line.rsplit(maxsplit=1) for line in text.splitlines() if line[-1:].isdigit())
    counts = json.loads((out / "manifest.json").read_text(encoding="utf-8"))["counts"]
    assert figures["articles"] == "3"
    assert figures["facts"] == str(sum(counts["triples"].values()))
    assert figures["  Person"] == str(counts["entities"]["Person"])
    assert "extracted 0, kept from before 3" in text
    for name in ("triples.jsonl", "entities.jsonl", "articles.jsonl", "graph.graphml", "nodes.csv", "manifest.json"):
        assert str(out / name) in text


@pytest.mark.slow
def test_build_does_not_read_what_it_wrote(folder, tmp_path):
    inside = pages(tmp_path / "pages", 2)
    assert kg("build", inside, "-o", inside / "out").returncode == 0
    first = contents(inside / "out")
    assert kg("build", inside, "-o", inside / "out").returncode == 0
    assert contents(inside / "out") == first


def test_no_cache_keeps_nothing(folder, tmp_path):
    assert kg("build", folder / "page-000.txt", "-o", tmp_path / "out", "--no-cache").returncode == 0
    assert not (tmp_path / "out" / ".cache").exists()


def test_a_skipped_file_is_named_and_counted(folder, tmp_path):
    (tmp_path / "bad.txt").write_bytes(NOT_TEXT)
    done = kg("build", folder, tmp_path / "bad.txt", "-o", tmp_path / "out")
    assert done.returncode == 1
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("skipped: bad.txt: ")
    assert "skipped                          1\n" in done.stdout.decode()
    read = kg("read", folder, tmp_path / "bad.txt")
    assert (read.returncode, len(read.stdout.splitlines())) == (1, 3)


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["build"], 2, "Missing argument"),
        (["build", "no-such-file"], 2, "does not exist"),
        (["nonsense"], 2, "No such command"),
        (["read", "--date", "gestern", "."], 2, "is no day"),
        (["draw", "--view", "nonsense"], 2, "is none of index, officials"),
        (["draw", "-o", "-"], 2, "choose it with --view"),
        (["export", "-f", "csv"], 2, "name a folder"),
        (["export", "-f", "csv", "-o", "x.csv"], 2, "name a folder, as -o tables"),
        (["build", "-o", "x.csv", "."], 2, "in a folder: -o out"),
        (["draw", "-o", "x.html"], 2, "in a folder: -o maps"),
        (["build", "--place", "火星", "."], 2, "is no province, city, county or country"),
        (["build", "--place", "青海醒", "."], 2, "like it: 青海"),
        (["build", "."], 1, "no file ends in .txt"),
        (["extract", "."], 1, "a folder"),
    ],
)
def test_errors_are_one_line_and_a_status(arguments, status, message, tmp_path):
    done = kg(*arguments, cwd=tmp_path)
    assert done.returncode == status
    assert done.stdout == b""
    last = done.stderr.decode().splitlines()[-1]
    assert last.startswith("Error: ")
    assert message in last


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (["extract"], "standard input:1: expected an article"),
        (["resolve"], "standard input:1: expected an article"),
        (["draw", "-"], "standard input:1: not resolved yet; put `kg resolve` before this command"),
    ],
)
def test_a_stage_says_which_stage_should_come_before(command, message, tmp_path):
    mention = {"kind": "mention", "schema": 1, "id": "m", "article": "a", "type": "Person", "name": "周望山"}
    line = json.dumps({**mention, "names": ["周望山"], "mentions": [], "properties": {}})
    done = kg(*command, given=line, cwd=tmp_path)
    assert (done.returncode, done.stderr.decode().splitlines()[-1]) == (1, done.stderr.decode().strip())
    assert message in done.stderr.decode()


def test_a_page_from_standard_input():
    done = kg("read", "-", "--date", "2024-03-27", "--place", "青海", given=page(1))
    (article,) = map(json.loads, done.stdout.decode().splitlines())
    assert article["document"] == "stdin.txt"
    assert article["place"] == "青海"
    assert article["date"].startswith("2024-03")


def test_every_kind_that_is_left_out_is_named_with_what_to_do(folder, tmp_path):
    inside = pages(tmp_path / "pages", 1)
    for name in ("旧稿.doc", "版面.heic", "版面2.heic", "数据.xlsx", "无后缀"):
        (inside / name).write_bytes(b"x")
    done = kg("build", inside, "-o", tmp_path / "out")
    lines = done.stderr.decode().splitlines()
    assert done.returncode == 0
    assert lines[0] == "not read, of other kinds: 5 files"
    assert "  .heic × 2: 版面.heic、版面2.heic  → save the picture as .png or .jpg" in lines
    assert "  .doc × 1: 旧稿.doc  → save it as .docx or .txt" in lines
    assert "  – × 1: 无后缀" in lines
    assert "left out, of other kinds" in done.stdout.decode()


@pytest.mark.slow
def test_articles_without_a_day_are_told_with_what_to_do(tmp_path):
    body = "本报讯 省长李文达到云桥锂业有限公司考察，省委书记周明远参加。大家认为前景很好。"
    text = f"省长李文达考察云桥锂业\n\n    {body}\n"
    for name in ("a.txt", "2024/12/19/b.txt"):
        (tmp_path / "pages" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "pages" / name).write_text(text, encoding="utf-8")
    said = kg("build", tmp_path / "pages", "-o", tmp_path / "out").stdout.decode()
    assert "1 of 2 articles have no day, or none with its year" in said
    assert "2024/12/19/A01.txt" in said
    days = {
        json.loads(line)["document"]: json.loads(line)["date"] for line in (tmp_path / "out" / "articles.jsonl").open()
    }
    assert days == {"a.txt": None, "2024/12/19/b.txt": "2024-12-19"}
    assert (
        "have no day"
        not in kg("build", tmp_path / "pages", "-o", tmp_path / "out", "--date", "2024-12-20").stdout.decode()
    )


def test_without_arguments_three_ways_to_begin_are_shown():
    done = kg()
    assert (done.returncode, done.stderr) == (0, b"")
    calls = [line.split()[1] for line in done.stdout.decode().splitlines() if line.startswith("       kg ")]
    assert calls == ["build", "query", "query", "read"]


def test_the_doctor_says_what_is_there():
    said = kg("doctor").stdout.decode()
    for part in ("Python", "ladybug", "Neo4j driver", "Chinese fonts", "browser"):
        assert part in said
    script = "import sys; sys.modules['ladybug'] = None; from kg.cli import main; main(['doctor'])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert "pipx inject kg ladybug" in done.stdout.decode()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_for_every_shell(shell):
    script = kg("completion", shell).stdout.decode()
    assert "_KG_COMPLETE" in script
    assert f"{shell}_" in script or "powershell_complete" in script


@pytest.mark.parametrize("instruction", ["bash_complete", "zsh_complete", "fish_complete", "powershell_complete"])
def test_names_in_the_graph_are_completed(instruction, out):
    words = f"kg query posts --on {out} --param person="
    asked = {"COMP_WORDS": f"{words}周", "COMP_CWORD": "6", "COMP_WORD": "person=周"}
    environment = {**os.environ, "_KG_COMPLETE": instruction, **asked}
    if instruction == "fish_complete":
        environment["COMP_CWORD"] = "person=周"
    script = "from kg.cli import main; main(prog_name='kg')"
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, check=False)
    assert "person=周望山" in done.stdout.decode()


@pytest.mark.parametrize("begun", ["draw out --around ", "query posts --around ", "export out --around "])
def test_names_are_completed_for_what_lies_near(begun, out):
    asked = {"_KG_COMPLETE": "bash_complete", "COMP_WORDS": f"kg {begun}周", "COMP_CWORD": str(len(begun.split()) + 1)}
    script = "from kg.cli import main; main(prog_name='kg')"
    done = subprocess.run(
        [sys.executable, "-c", script], env={**os.environ, **asked}, cwd=out.parent, capture_output=True, check=False
    )
    assert "周望山" in done.stdout.decode()


@pytest.mark.skipif(shutil.which("fish") is None, reason="no fish here")
def test_fish_completes(tmp_path, out):
    program = tmp_path / "kg"
    program.write_text(f"#!{sys.executable}\nfrom kg.cli import main\nmain(prog_name='kg')\n", encoding="utf-8")
    program.chmod(0o755)
    (tmp_path / "kg.fish").write_bytes(kg("completion", "fish").stdout)
    asked = f"source {tmp_path}/kg.fish; complete -C 'kg query posts --on {out} --param person=周'"
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(["fish", "-c", asked], env=environment, capture_output=True, check=False)
    assert "person=周望山" in done.stdout.decode()


def test_preview_is_for_people(folder):
    text = kg("read", "--preview", folder / "page-001.txt").stdout.decode()
    assert "page-001.txt#0" in text
    assert "丁一" in text
    chinese = kg("--lang", "zh", "read", "--preview", folder / "page-001.txt").stdout.decode()
    assert "   标题 " in chinese and "从这里开始：" in chinese
    assert not re.search("[a-z]{3,} [a-z]{3,}", chinese)


def test_output_goes_to_a_file_that_is_whole(folder, tmp_path):
    done = kg("read", folder, "-o", tmp_path / "a" / "articles.jsonl")
    assert (done.returncode, done.stdout) == (0, b"")
    assert (tmp_path / "a" / "articles.jsonl").read_bytes() == kg("read", folder).stdout


@pytest.mark.slow
def test_draw_and_export_read_a_folder_a_file_and_a_pipe(out, resolved, tmp_path):
    (tmp_path / "resolved.jsonl").write_bytes(resolved)
    for number, (source, given) in enumerate([(out, b""), (tmp_path / "resolved.jsonl", b""), ("-", resolved)]):
        assert kg("draw", source, "-o", tmp_path / f"maps{number}", given=given).returncode == 0
        assert contents(tmp_path / f"maps{number}") == contents(out / "maps")
        done = kg("export", source, "-f", "graphml", given=given)
        assert done.stdout == (out / "graph.graphml").read_bytes()


def test_one_view_to_a_file_or_to_standard_output(out, tmp_path):
    printed = kg("draw", out, "--view", "companies", "-o", "-")
    assert kg("draw", out, "--view", "companies", "-o", tmp_path).returncode == 0
    assert contents(tmp_path) == {"companies.html": printed.stdout}
    assert printed.stdout.startswith(b"<!DOCTYPE html>")


def test_every_format_is_exported(out, resolved, tmp_path):
    assert kg("export", out, "-f", "csv", "-o", tmp_path).returncode == 0
    assert contents(tmp_path) == {
        name: (out / name).read_bytes() for name in ("nodes.csv", "edges.csv", "sentences.csv")
    }
    assert sorted(kg("export", out, "-f", "jsonl").stdout.splitlines()) == sorted(resolved.splitlines())
    assert b"<gexf" in kg("export", out, "-f", "gexf").stdout[:100]


@pytest.mark.slow
def test_doubtful_facts_are_left_out_everywhere(folder, out, resolved, tmp_path):
    facts = [json.loads(line) for line in (out / "triples.jsonl").read_text("utf-8").splitlines()]
    least = sorted(fact["confidence"] for fact in facts)[len(facts) // 2] + 0.001
    sure = {fact["id"] for fact in facts if fact["confidence"] >= least}
    assert 0 < len(sure) < len(facts)
    exported = kg("export", "-", "-f", "jsonl", "--min-confidence", least, given=resolved).stdout.splitlines()
    kinds = [json.loads(line) for line in exported]
    assert {record["id"] for record in kinds if record["kind"] == "triple"} == sure
    assert sum(record["kind"] == "entity" for record in kinds) == len((out / "entities.jsonl").read_text().splitlines())
    assert kg("build", folder, "-o", tmp_path / "out", "--min-confidence", least).returncode == 0
    lines = (tmp_path / "out" / "triples.jsonl").read_text("utf-8").splitlines()
    assert {json.loads(line)["id"] for line in lines} == sure
    assert json.loads((tmp_path / "out" / "manifest.json").read_text())["options"]["min_confidence"] == least
    asked = kg("query", "evidence", "--on", out, "-f", "json", "--limit", 0, "--min-confidence", least)
    assert {row["confidence"] >= least for row in json.loads(asked.stdout)} == {True}
    assert kg("export", out, "-f", "graphml", "--min-confidence", "1.5").returncode == 2


@pytest.mark.slow
def test_misses_are_shown_by_word_and_as_json(tmp_path):
    text = "本报讯 3月27日，省长李文达继续视察。专家们到西宁市考察，随后专家们到海东市考察。\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    shown = kg("misses", tmp_path)
    assert (shown.returncode, shown.stderr) == (0, b"")
    heads = [line for line in shown.stdout.decode().splitlines() if not line.startswith(" ")]
    assert "视察  考察 VISITED  1" in heads
    assert "李文达 → ？" in shown.stdout.decode()
    lines = [json.loads(line) for line in kg("misses", tmp_path, "--json").stdout.splitlines()]
    assert {line["word"] for line in lines if line["predicate"] == "VISITED"} >= {"视察"}
    assert kg("misses", tmp_path, "--predicate", "NOTHING").returncode == 2


def test_the_views_of_the_help_are_the_views():
    from kg.view.views import VIEWS

    text = " ".join(kg("draw", "--help").stdout.decode().split())
    *first, last = (view.name for view in VIEWS)
    assert f"{', '.join(first)} or {last}." in text


def test_schema_shows_the_whole_vocabulary():
    from kg.ontology import ontology

    table, record = kg("schema").stdout.decode(), json.loads(kg("schema", "--json").stdout)
    assert list(record["types"]) == list(ontology().types)
    for name, kind in (ontology().types | ontology().predicates).items():
        assert f"{name}" in table
        assert kind.label in table


@pytest.fixture(scope="module")
def gold(tmp_path_factory):
    """Gold of one page of which one person, one triple and the title are known, with its article beside it."""
    root = tmp_path_factory.mktemp("scored")
    pages(root / "articles", 1)
    body = page(0).split("\n\n")[1].strip()
    article = {"title": page(0).split("\n")[0], "starts": body[:48], "ends": body[-12:], "date": None}
    nodes = [{"type": "Person", "names": ["周望山"]}, {"type": "Organization", "names": ["西宁市委"]}]
    triples = [["周望山", "HOLDS_POSITION", "西宁市委", {"titles": ["书记"]}]]
    document = {"document": "page-000.txt", "half": "A", "articles": [article], "nodes": nodes, "triples": triples}
    (root / "gold").mkdir()
    (root / "gold" / "page-000.json").write_text(json.dumps(document), encoding="utf-8")
    return root / "gold"


@pytest.mark.slow
def test_evaluate_scores_what_annotate_prints(gold):
    annotated = kg("annotate", gold.parent / "articles")
    assert (annotated.returncode, annotated.stderr) == (0, b"")
    given = kg("evaluate", gold, "-", "--json", given=annotated.stdout)
    itself = kg("evaluate", gold, "--json")
    report, other = json.loads(given.stdout), json.loads(itself.stdout)
    assert report["nodes"]["Person"]["recall"] == report["triples"]["HOLDS_POSITION"]["recall"] == 1.0
    assert report["cut"] == {"right": 1, "predicted": 1, "gold": 1}
    for found in (report, other):
        found.pop("details")
    assert report == other


def test_details_name_what_is_wrong(gold):
    text = kg("evaluate", gold, "--details").stdout.decode()
    assert "page-000.txt\tnode+\t" in text
    assert "articles cut" in text


@pytest.mark.slow
def test_the_gate_lets_nothing_fall_in_silence(gold, tmp_path):
    pinned = tmp_path / "baseline.json"
    assert kg("evaluate", gold, "--gate", pinned).returncode == 1  # nothing is pinned: that is no pass
    assert kg("evaluate", gold, "--pin", pinned).returncode == 0
    assert kg("evaluate", gold, "--gate", pinned).returncode == 0
    worse = json.dumps({"document": "page-000.txt", "nodes": [], "triples": [], "articles": []})
    fallen = kg("evaluate", gold, "-", "--gate", pinned, given=worse)
    assert (fallen.returncode, b"nodes_f1 is 0" in fallen.stderr) == (1, True)
    assert kg("evaluate", gold, "-", "--pin", pinned, given=worse).returncode == 1
    assert kg("evaluate", gold, "-", "--pin", pinned, "--reason", "a test", given=worse).returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="the line is for a POSIX shell")
def test_a_closed_pipe_ends_without_a_word(folder):
    command = f"{sys.executable} -m kg read {folder} {folder} | head -c 1"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=False)
    assert done.stderr == b""
    assert len(done.stdout) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_on_a_terminal_there_is_a_bar(folder, tmp_path):
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "kg", "build", str(folder), "-o", str(tmp_path / "out"), "--no-cache"]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, check=True)
    os.close(theirs)
    shown = os.read(ours, 65536).decode()
    os.close(ours)
    assert "100%" in shown
    assert done.stdout.decode().startswith("files")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl-C to whole consoles")
@pytest.mark.parametrize("jobs", [pytest.param("1", marks=pytest.mark.slow), "2"])
def test_ctrl_c_ends_in_one_line(jobs, tmp_path):
    many = pages(tmp_path / "pages", 300)
    command = [sys.executable, "-m", "kg", "build", str(many), "-o", str(tmp_path / "out"), "-j", jobs]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as process:
        limit = time.monotonic() + 60
        while not list(tmp_path.glob("out/.cache/*/*/*.jsonl")) and time.monotonic() < limit:
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGINT)
        stdout, stderr = process.communicate(timeout=60)
    assert process.returncode == 130
    assert stdout == b""
    assert stderr.decode().strip() == "kg: interrupted; the same command takes up where it stopped"
