"""A folder of kinds goes through the stages: what the command reads with it, and what is said of a wrong one."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from kg.cli import main

AWARDS = Path(__file__).parents[1] / "extract" / "data" / "awards"
TEXT = "李文达荣获全国先进工作者奖章。这一消息令全县干部群众深受鼓舞。"


def extracted(tmp_path: Path, *options: str) -> tuple[int, str]:
    page = tmp_path / "page.txt"
    page.write_text(TEXT, encoding="utf-8")
    runner = CliRunner()
    articles = tmp_path / "articles.jsonl"
    assert runner.invoke(main, ["read", str(page), "-o", str(articles)]).exit_code == 0
    result = runner.invoke(main, ["extract", str(articles), *options])
    return result.exit_code, result.output


def test_kinds_of_the_users_own_are_read(tmp_path):
    code, output = extracted(tmp_path, "--kinds", str(AWARDS))
    assert code == 0
    assert '"predicate":"AWARDED"' in output
    assert "AWARDED" not in extracted(tmp_path)[1]


def test_a_folder_without_tables_is_told_before_anything_is_read(tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    code, output = extracted(tmp_path, "--kinds", str(empty))
    assert code != 0
    assert "ontology.yaml" in output
