"""Nothing is said in one language only: every message of the code, the help and the columns stands in the catalogue."""

from __future__ import annotations

import pickle
import string

import catalogue
import pytest
import wcwidth
from click.testing import CliRunner

from kg.cli import main
from kg.errors import SkipInput
from kg.say import Said, language, say, told, word


def test_every_message_is_translated():
    known = {(message.context or "", message.id): message.string for message in catalogue.catalogue() if message.id}
    lacking = sorted({key for key in catalogue.said() if key[1] and not any(known.get(key) or ())}, key=str)
    assert lacking == [], "add them to kg/locale/zh/LC_MESSAGES/kg.po: python tests/catalogue.py, then their Chinese"


def test_every_text_for_users_goes_through_the_catalogue():
    assert list(catalogue.bare()) == []


def test_what_is_bare_or_lacking_would_be_found(tmp_path, monkeypatch):
    (tmp_path / "kg").mkdir()
    text = 'raise UserError(f"{x}: no such thing")\nclick.echo("that is all")\nsay("quite new {x}", x=1)\n'
    (tmp_path / "kg" / "new.py").write_text(text, encoding="utf-8")
    monkeypatch.setattr(catalogue, "ROOT", tmp_path)
    assert len(list(catalogue.bare())) == 2
    assert ("", "quite new {x}") in set(catalogue.said())


def test_translations_have_the_fields_of_their_messages():
    for message in catalogue.catalogue():
        # Chinese has one form for one and for several: it holds what is said of several.
        text, string = (form[-1] if isinstance(form, tuple) else form for form in (message.id, message.string))
        if text and not text.startswith("%"):
            assert fields(text) == fields(string), message.id


def fields(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_what_runs_is_compiled_from_what_is_written():
    assert catalogue.MO.read_bytes() == catalogue.compiled(catalogue.catalogue()), "run python tests/catalogue.py"


@pytest.mark.parametrize(
    ("environment", "spoken"),
    [
        ({"KG_LANG": "zh"}, "zh"),
        ({"KG_LANG": "en", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LC_ALL": "zh_TW.UTF-8", "LANG": "C"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
    ],
)
def test_the_language_is_chosen_by_variables(environment, spoken, monkeypatch):
    for name in ("KG_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language() == spoken


def test_a_message_is_english_where_it_is_kept_and_told_in_the_readers_language(monkeypatch):
    inner = say("holds no article, only links or an empty page")
    message = say("{number} parts left out, first {where}: {reason}", number=2, where="a.pdf", reason=inner)
    again = pickle.loads(pickle.dumps(message))
    assert isinstance(again, Said)
    assert again == "2 parts left out, first a.pdf: holds no article, only links or an empty page"
    assert told(again) == str(again)
    monkeypatch.setenv("KG_LANG", "zh")
    assert told(again).startswith("有 2 部分没有读，第一处 a.pdf：没有文章")
    assert told(SkipInput("a.pdf", inner)).startswith("a.pdf: 没有文章")
    assert told("a text of nobody") == "a text of nobody"
    assert word("column", "official") == "官员"


@pytest.mark.parametrize("place", [0, 1, 99])
@pytest.mark.parametrize("form", [["--lang", "zh"], ["--lang=zh"]])
def test_the_language_may_be_said_anywhere(form, place, monkeypatch):
    monkeypatch.setenv("KG_LANG", "en")
    arguments = ["schema", "--json"]
    done = CliRunner().invoke(main, [*arguments[:place], *form, *arguments[place:]])
    assert done.exit_code == 0
    assert '"types"' in done.stdout
    table = CliRunner().invoke(main, ["schema", *form])
    assert table.stdout.splitlines()[0] == "类型"


def test_a_language_that_there_is_not_is_refused():
    assert CliRunner().invoke(main, ["--lang", "fr", "schema"]).exit_code == 2


@pytest.mark.parametrize("command", main.commands)
def test_help_is_in_chinese_and_no_wider_than_the_terminal(command):
    done = CliRunner(env={"KG_LANG": "zh"}).invoke(main, [command, "--help"], terminal_width=80)
    assert done.exit_code == 0
    assert done.stdout.startswith("用法：")
    lines = done.stdout.splitlines()
    chinese = [line for line in lines if any("一" <= char <= "鿿" for char in line) and "kg " not in line]
    assert all(wcwidth.width(line) <= 80 for line in chinese)
    assert "Show " not in done.stdout and "Write " not in done.stdout


def test_errors_are_in_chinese(tmp_path):
    for arguments, said in (
        (["build", str(tmp_path)], "没有能读的文件"),
        (["build", "no-such-file"], "不存在"),
        (["nonsense"], "没有命令 'nonsense'"),
        (["read", "--place", "火星", "."], "不是省、市、县或国家"),
        (["build", "-o", "x.csv", "."], "要放进文件夹"),
        (["query", "posts", "--on", str(tmp_path)], "那里没有数据库"),
    ):
        assert said in CliRunner(env={"KG_LANG": "zh"}).invoke(main, arguments).stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["query", "--outt", "x", "陈刚见过谁"], "是不是：'--output'"),
        (["draw", "nowhere"], "路径 'nowhere' 不存在"),
        (["build", "nowhere"], "路径 'nowhere' 不存在"),
        (["verify", "nowhere"], "文件夹 'nowhere' 不存在"),
        (["query", "--help"], "[选项]"),
    ],
)
def test_what_click_says_is_chinese_too(arguments, said, monkeypatch):
    for variable in ("KG_LANG", "LANGUAGE"):  # --lang sets them for what is started, and what comes after this test
        monkeypatch.setenv(variable, "en")
    result = CliRunner().invoke(main, ["--lang", "zh", *arguments])
    assert said in result.output
    assert "Did you mean" not in result.output
    assert "[OPTIONS]" not in result.output
