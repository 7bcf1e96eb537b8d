"""What kg says, and what of it the catalogue lacks: messages, help, columns. `python tests/catalogue.py` renews it.

Every message in the code is a call of `say` or `word` with a literal, every help text is in English. The catalogue
(`kg/locale/zh/LC_MESSAGES/kg.po`) has each in Chinese, and what click itself says; `kg.mo` beside it is what runs.
"""

from __future__ import annotations

import ast
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from kg.cli import main
from kg.ontology import ontology
from kg.read.kinds import Kind
from kg.store.cypher import columns
from kg.store.questions import everything

ROOT = Path(__file__).parents[1]
PO = ROOT / "kg" / "locale" / "zh" / "LC_MESSAGES" / "kg.po"
MO = PO.with_suffix(".mo")
# Constructors whose text a user reads: it has to be a call of `say`, or made of what others said.
ERRORS = frozenset(
    [
        *("KgError", "SkipInput", "UnreadableFile", "Mended", "UserError", "BadRecord", "BadOntology", "BadQuestion"),
        *("BadCypher", "BadValue", "NoEngine", "DatabaseError", "Skip", "Unfit", "UsageError", "BadParameter"),
        *("ClickException", "echo"),
    ]
)
_WHERE = ("SkipInput", "UnreadableFile", "Mended", "Skip")  # whose first argument says where
_CLICK = ("core", "exceptions", "types", "formatting", "decorators", "termui", "parser")


Text = str | tuple[str, str]
_OF_CLICK = (
    *("Usage:", "Options", "Commands", "Error: {message}", "Missing argument", "Missing option", "default: {default}"),
    *("Show this message and exit.", "No such command {name!r}.", "{name} {filename!r} does not exist."),
    *("path", "file", "directory", "Did you mean {possibility}?"),
)


def modules() -> Iterator[tuple[Path, ast.Module]]:
    """Every module of the package."""
    for path in sorted((ROOT / "kg").rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def said() -> Iterator[tuple[str, Text]]:
    """(context, text) of calls of `say` and `word` with literals, columns of questions, help, click's words."""
    for path, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node.func) == "say" and path.name != "say.py":
                yield from (("", text) for text in _templates(node.args[0], tree))
            if isinstance(node, ast.Call) and _name(node.func) == "word" and isinstance(node.args[-1], ast.Constant):
                yield str(getattr(node.args[0], "value", "")), str(node.args[-1].value)
    for question in everything():
        for column in columns(question.statement):
            if len(column.name) > 1:
                yield "column", column.name
    yield from (("", kind.value) for kind in Kind)
    yield from (("value", code) for code in codes())
    for text in helps():
        yield "", text
    for text in clicks():
        yield "", text


def codes() -> Iterator[str]:
    """Values of columns that are words for people, in no table of the ontology."""
    yield from ("company", "body", "year unknown", "省", "市", "县")
    words = ontology()
    yield from (*words.types, *words.statuses, *words.roles)


def helps() -> Iterator[str]:
    """The paragraphs and options of every command, but for examples, which are the same in all languages."""
    from kg.cli.speech import examples, paragraphs

    for command in (main, *main.commands.values()):
        yield from (text for text in paragraphs(command.help or "") if not examples(text))
        yield from (option.help for option in command.params if isinstance(option, click.Option) and option.help)


def clicks() -> Iterator[Text]:
    """What click says through gettext to users rather than to programmers: what the catalogue has of it.

    What it says of one thing and of several has both its forms.
    """
    known = {message.id for message in catalogue()}
    for name in _CLICK:
        path = Path(click.__file__).with_name(f"{name}.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) == "_" and isinstance(node.args[0], ast.Constant):
                text = str(node.args[0].value)
                if text in known or text in _OF_CLICK:
                    yield text
            if isinstance(node, ast.Call) and _name(node.func) == "ngettext":
                one, several = (str(getattr(form, "value", "")) for form in node.args[:2])
                if (one, several) in known or one in _OF_CLICK:
                    yield one, several


def bare() -> Iterator[str]:
    """Places where a text for users is written without `say`."""
    for path, tree in modules():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or _name(node.func) not in ERRORS:
                continue
            for argument in node.args[_name(node.func) in _WHERE :]:
                if isinstance(argument, (ast.JoinedStr, ast.Constant)) and re.search("[A-Za-z]{2}", _words(argument)):
                    yield f"{path.relative_to(ROOT)}:{argument.lineno}: {_words(argument)}"


def catalogue() -> Catalog:
    """The catalogue as it is in the repository."""
    with PO.open("rb") as file:
        return read_po(file, locale="zh")


def compiled(found: Catalog) -> bytes:
    """The bytes that run."""
    buffer = io.BytesIO()
    write_mo(buffer, found)
    return buffer.getvalue()


def written(found: Catalog) -> bytes:
    """The catalogue as text, sorted, without places and dates."""
    buffer = io.BytesIO()
    write_po(buffer, found, sort_output=True, omit_header=False, width=118, no_location=True)
    return buffer.getvalue()


def _words(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) and " " in node.value else ""
    return "".join(str(part.value) for part in getattr(node, "values", ()) if isinstance(part, ast.Constant))


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _templates(node: ast.expr, tree: ast.Module) -> list[str]:
    """The literal, or those that a name in the module stands for."""
    if isinstance(node, ast.Constant):
        return [str(node.value)]
    if isinstance(node, ast.Name):
        given = (one for one in ast.walk(tree) if isinstance(one, ast.Assign))
        values = [one.value for one in given if any(_name(target) == node.id for target in one.targets)]
        return [str(value.value) for value in values if isinstance(value, ast.Constant)]
    # A table of messages: every text in the values of the mapping that is asked.
    name = _name(node.func.value) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else ""
    tables = (one.value for one in ast.walk(tree) if isinstance(one, ast.AnnAssign) and _name(one.target) == name)
    return [str(value.value) for found in tables if isinstance(found, ast.Dict) for value in found.values]  # type: ignore[attr-defined]


def renew() -> None:
    """Take what is new into the catalogue, drop what is gone, and compile it; say what has no Chinese yet."""
    old = catalogue()
    new = Catalog(locale="zh", project="kg", charset="utf-8", fuzzy=False, header_comment="# What kg says, in Chinese.")
    new.creation_date = new.revision_date = old.creation_date
    for context, text in said():
        if text:
            known = old.get(text, context or None)
            new.add(text, known.string if known else "", context=context or None)
    PO.write_bytes(written(new))
    MO.write_bytes(compiled(new))
    for message in new:
        if message.id and not any(message.string):
            sys.stdout.write(f"{message.context or ''}|{message.id!r}\n")


if __name__ == "__main__":
    renew()
