"""Both READMEs say what the commands really are, and every line of them that calls kg runs."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click import Context

from kg.cli import main

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.zh.md")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
PAGE = """省长李文达会见江河公司董事长周明远

    本报讯（记者 丁一）12月18日，省委副书记、省长李文达在西宁会见江河公司董事长周明远。双方签署战略合作协议。
"""
# What has to stand in the answers to the README's questions.
ANSWERS = {
    "kg build pages -o out": ("articles                         1",),
    "kg query 谁会见了谁": ("李文达", "周明远", "2024-12-18"),
    "kg query 陈刚见过哪些企业负责人": ("王彤宙", "中国交通建设集团有限公司"),
    "kg query 青海省政府和哪些企业签了什么": ("中国联通", "阿里云", "战略合作协议", "北京京东世纪贸易有限公司"),
    "kg query 西宁有哪些项目谁在建": ("三江源国家大数据基地", "中国联通", "铬新材料项目", "青海省博鸿科技股份有限公司"),
    "kg query 谁主持了全省绿色算力产业发展大会、谁发言": ("吴晓军", "host", "夏冰", "陈刚", "speaker"),
    "kg query 吴晓军任过什么职": ("省长", "青海省政府", "副书记", "青海省委"),
}
CALL = re.compile(r"(?:^|\|\s*)kg\s+([a-z]+)")


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def shell_lines(name: str) -> list[str]:
    """The lines of the blocks that a POSIX shell is meant to run."""
    blocks = [body for language, body in BLOCK.findall(text(name)) if language in ("", "sh")]
    return [line.split("  #")[0].rstrip() for body in blocks for line in body.splitlines() if line.strip()]


def calls(name: str) -> list[str]:
    return [line for line in shell_lines(name) if line.startswith("kg ")]


@pytest.mark.parametrize("name", READMES)
def test_every_command_is_called_and_every_call_is_a_command(name):
    assert {command for line in calls(name) for command in CALL.findall(line)} == set(main.commands)


def test_both_readmes_call_the_same():
    assert [shell_lines(name) for name in READMES[:1]] == [shell_lines(name) for name in READMES[1:]]


@pytest.mark.parametrize("name", READMES)
def test_it_begins_with_a_page_of_ones_own_and_a_picture(name):
    assert shell_lines(name)[:3] == ["pipx install .", "kg build pages -o out", "kg query 谁会见了谁"]
    picture = re.search(r"!\[.+?\]\((.+?)\)", text(name))
    assert picture
    assert (ROOT / picture[1]).read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("name", READMES)
def test_links_lead_somewhere(name):
    for target in re.findall(r"\]\(([^)#:]+)\)", text(name)):
        assert (ROOT / target).exists(), target


@pytest.mark.parametrize("name", READMES)
def test_every_make_target_is_there(name):
    targets = re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE)
    assert set(re.findall(r"make ([a-z]+)", text(name))) <= set(targets)


@pytest.mark.parametrize("command", main.commands.values(), ids=main.commands)
def test_every_command_has_help_with_an_example(command):
    shown = command.get_help(Context(command, info_name=f"kg {command.name}"))
    assert command.get_short_help_str()
    example = shown.partition("Example")[2]
    assert f"kg {command.name}" in example
    assert {name for line in example.splitlines() for name in CALL.findall(line.strip())} <= set(main.commands)
    assert all(option.help for option in command.params if option.param_type_name == "option")


@pytest.mark.parametrize("name", READMES)
def test_figures_are_the_pinned_ones(name):
    """After new figures are pinned, the table of both READMEs has to follow."""
    pinned = json.loads(text("seeds/baseline.json"))["sets"]
    for label, corpus in (("seeds|种子", "seeds"), ("written|自编", "written")):
        (row,) = re.findall(rf"^\| (?:{label})[:：].*$", text(name), re.MULTILINE)
        figures = pinned[corpus]["figures"]
        assert [cell.strip() for cell in row.split("|")[3:5]] == [
            f"{figures['nodes_f1']:.2f}",
            f"{figures['triples_f1']:.2f}",
        ]
        assert re.findall(r"\d+", row.split("|")[2])[0] == str(figures["articles_cut"])


# What a command says of what it does, and is no complaint.
NOTES = ("taken for: ", "asked of a part of")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the lines are for a POSIX shell")
def test_every_call_runs_and_the_evidence_is_as_shown(tmp_path):
    """In the order in which a reader would type them, in a folder where only the seeds lie.

    Lines that name a server run against a real one in tests/store/test_neo4j.py.
    """
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "kg"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kg "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    # So wide that no answer is folded between its two characters.
    environment = {**os.environ, "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "200"}
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "2024-12-19.txt").write_text(PAGE, encoding="utf-8")
    for line in dict.fromkeys(line for line in calls("README.md") if "neo4j://" not in line):
        done = subprocess.run(["/bin/sh", "-c", line], cwd=tmp_path, env=environment, capture_output=True, check=False)
        said = [one for one in done.stderr.decode().splitlines() if not one.startswith(NOTES)]
        assert (done.returncode, said) == (0, []), line
        answers = ANSWERS.get(line, ())
        assert all(answer in done.stdout.decode() for answer in answers), (line, done.stdout.decode())
    facts = [json.loads(line) for line in (tmp_path / "out" / "triples.jsonl").read_text("utf-8").splitlines()]
    for name in READMES:
        (shown,) = (json.loads(body) for language, body in BLOCK.findall(text(name)) if language == "json")
        assert any(holds(fact, shown) for fact in facts), name


def holds(fact, shown) -> bool:
    """Whether the fact says all that is shown, and perhaps more."""
    if isinstance(shown, dict):
        return all(key in fact and holds(fact[key], value) for key, value in shown.items())
    if isinstance(shown, list):
        return len(fact) == len(shown) and all(map(holds, fact, shown))
    return fact == shown
