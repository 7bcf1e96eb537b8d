"""kg draw: parts of a graph that somebody asks for."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from graphs import article, entity, small, triple

from kg.cli import main
from kg.model import Resolution
from kg.pipeline.streams import resolution_lines


@pytest.fixture
def resolved(tmp_path) -> Path:
    path = tmp_path / "resolved.jsonl"
    path.write_text("\n".join(resolution_lines(small())) + "\n", encoding="utf-8")
    return path


def drawn(*arguments: object):
    return CliRunner().invoke(main, ["draw", *map(str, arguments)])


def data(path: Path) -> dict:
    text = path.read_text(encoding="utf-8")
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)[1])


def test_around_a_thing(resolved, tmp_path):
    done = drawn(resolved, "-o", tmp_path, "--around", "赵一平")
    assert done.exit_code == 0, done.output
    assert done.output.strip() == str(tmp_path / "around.html")
    page = data(tmp_path / "around.html")
    assert set(page["nodes"]["names"]) == {"赵一平", "李明远", "江海公司"}
    assert page["nodes"]["names"][page["start"]["node"]] == "赵一平"
    assert drawn(resolved, "-o", tmp_path, "--around", "赵一平", "--steps", "2").exit_code == 0
    assert "云岭省委" in data(tmp_path / "around.html")["nodes"]["names"]


def test_all_that_lies_in_a_place(tmp_path):
    town, park = entity("Location", "西宁"), entity("Location", "西宁南滩工业园区")
    project, firm = entity("Project", "风电基地项目"), entity("Organization", "江海公司")
    told = article(1, "江海公司在西宁南滩工业园区建设风电基地项目。")
    facts = (triple(told, project, "LOCATED_IN", park), triple(told, firm, "UNDERTAKES", project))
    path = tmp_path / "resolved.jsonl"
    found = Resolution((told,), (town, park, project, firm, entity("Location", "南京")), facts)
    path.write_text("\n".join(resolution_lines(found)) + "\n", encoding="utf-8")
    assert drawn(path, "-o", tmp_path, "--around", "西宁及所属").exit_code == 0
    assert set(data(tmp_path / "around.html")["nodes"]["names"]) == {
        "西宁",
        "西宁南滩工业园区",
        "风电基地项目",
        "江海公司",
    }
    assert "nothing in the graph lies in 兰州" in drawn(path, "-o", tmp_path, "--around", "兰州及所属").output


def test_one_page_to_a_file_of_that_name(resolved, tmp_path):
    assert drawn(resolved, "-o", tmp_path / "x.html", "--around", "赵一平").exit_code == 0
    assert (tmp_path / "x.html").is_file()


def test_the_chain_between_two_goes_to_standard_output_too(resolved, tmp_path):
    assert drawn(resolved, "-o", tmp_path, "--path", "云岭省委", "全省绿色发展大会").exit_code == 0
    page = data(tmp_path / "path.html")
    assert set(page["nodes"]["names"]) == {"云岭省委", "李明远", "全省绿色发展大会"}
    assert [page["nodes"]["names"][node] for node in page["start"]["path"]] == ["云岭省委", "全省绿色发展大会"]
    assert drawn(resolved, "-o", "-", "--path", "云岭省委", "李明远").output.startswith("<!DOCTYPE html>")


def test_a_period(resolved, tmp_path):
    assert drawn(resolved, "-o", tmp_path, "--from", "2024-05-01", "--to", "2024-05-31").exit_code == 0
    names = data(tmp_path / "everything.html")["nodes"]["names"]
    assert "全省绿色发展大会" in names
    assert "战略合作协议" not in names


def test_a_projection_for_the_browser_and_for_gephi(resolved, tmp_path):
    assert drawn(resolved, "-o", tmp_path, "--project", "person-person").exit_code == 0
    page = data(tmp_path / "person-person.html")
    assert set(page["nodes"]["names"]) == {"李明远", "赵一平"}
    assert len(page["edges"]["ids"]) == 1
    assert 'label="共同"' in (tmp_path / "person-person.gexf").read_text(encoding="utf-8")


def test_what_is_not_there_and_what_does_not_go_together(resolved, tmp_path):
    assert "is it one of 李明远" in drawn(resolved, "-o", tmp_path, "--around", "明远").output
    assert "choose one of them" in drawn(resolved, "--around", "李明远", "--view", "posts").output
    assert "is no day" in drawn(resolved, "--from", "yesterday").output
    assert "prints one page" in drawn(resolved, "-o", "-", "--project", "person-person").output
