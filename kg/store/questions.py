"""Questions: files of Cypher that say at their head what they ask and with which parameters.

The head, as a person sees it in the Neo4j browser (cypher/README.md says how the browser gets the parameters):

    // 哪些官员参加了哪些会议？
    // Which officials attended which meetings?
    // official: 姓名，空为所有人 | a name, empty for everybody
    // :param official => ''
    MATCH …

Before it there may be a line `// Neo4j only: …` where the embedded database's Cypher cannot ask this.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import UserError
from kg.say import say
from kg.store.cypher import tokens

_PARAMETER = re.compile(r"^(?://\s*)?:param\s+(\w+)\s*=>(.*)$")
_MEANING = re.compile(r"^//\s*(\w+):(.*?)\|(.*)$")
_ONLY = "// Neo4j only"
_SEVERAL = re.compile(r"[、，,;；]\s*")
ANY = [""]  # names of anybody: what a list of names is where none is given; an empty list has no type in one engine


@dataclass(frozen=True, slots=True)
class Parameter:
    """default: a text, number, truth value or list of texts, to whose type a given value is brought (a list has 、 or a
    comma between its items). meaning: Chinese, English.
    """

    name: str
    default: Any
    meaning: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Question:
    """name: the file's, without suffix. chinese, english: what it asks. statement: the Cypher without its head."""

    name: str
    chinese: str
    english: str
    parameters: Mapping[str, Parameter]
    statement: str
    neo4j_only: bool = False


class BadQuestion(UserError):
    """A question that is not there, or parameters that do not fit it."""


@cache
def folder() -> Path:
    """Where `cypher/` is: inside an installed package, beside it in a checkout. Raises BadQuestion."""
    package = Path(__file__).parents[1]
    for place in (package / "cypher", package.parent / "cypher"):
        if (place / "questions").is_dir():
            return place
    raise BadQuestion(say("{package}: the question files are missing; install kg again", package=package / "cypher"))


def everything() -> list[Question]:
    """The questions that come with kg, by name."""
    return [read(path) for path in sorted((folder() / "questions").glob("*.cypher"))]


def find(name: str) -> Question:
    """The question in the file of that path, or the one of ours with that name. Raises BadQuestion, OSError."""
    path = Path(name)
    if path.suffix == ".cypher":
        if not path.is_file():
            raise BadQuestion(
                say("{name}: no such file; `kg query --list` shows the questions that come with kg", name=name)
            )
        return read(path)
    known = {question.name: question for question in everything()}
    if name not in known:
        raise BadQuestion(
            say(
                "{name!r} is no question; there are {known}, and files that end in .cypher",
                name=name,
                known=", ".join(known),
            )
        )
    return known[name]


def read(path: Path) -> Question:
    """The question in a file. Raises BadQuestion where a default is no literal, OSError."""
    try:
        return parse(path.stem, path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadQuestion(say("{path}: not UTF-8", path=path)) from error


def parse(name: str, text: str) -> Question:
    """The question in a text. Without a head it asks what its statement asks, with no defaults."""
    lines = text.splitlines()
    head = [line for line in lines if line.startswith("//")]
    only = bool(head) and head[0].startswith(_ONLY)
    said = [line[2:].strip() for line in head[only:] if not _MEANING.match(line) and not _PARAMETER.match(line)]
    meanings = {match[1]: (match[2].strip(), match[3].strip()) for line in head if (match := _MEANING.match(line))}
    given = [match for line in lines if (match := _PARAMETER.match(line))]
    texts = {match[1]: match[2].strip().removesuffix(";").rstrip() for match in given}
    parameters = {p: Parameter(p, _literal(name, p, text), meanings.get(p, ("", ""))) for p, text in texts.items()}
    # Lines keep their numbers, so that what the database says of them is true of the file.
    statement = "\n".join("" if line.startswith((":param", "//")) else line for line in lines)
    chinese, english = (*said, "", "")[:2]
    return Question(name, chinese, english, parameters, statement, only)


def bind(question: Question, given: Mapping[str, str]) -> dict[str, Any]:
    """The values of all parameters: those given, as the type of the default, else the defaults.

    Raises BadQuestion for a name that the question does not use, a value of the wrong type, one without default that
    is not given, and texts that are no text (bytes of another encoding).
    """
    used = {token.text[1:].strip("`") for token in tokens(question.statement) if token.kind == "parameter"}
    known = sorted({*used, *question.parameters})
    for name in given:
        if name not in known:
            raise BadQuestion(
                say(
                    "{name} has no parameter {name2!r}; it has {known}",
                    name=question.name,
                    name2=name,
                    known=", ".join(known) or "none",
                )
            )
    missing = [name for name in known if name not in given and name not in question.parameters]
    if missing:
        raise BadQuestion(say("{name} needs a value: --param {missing}=…", name=question.name, missing=missing[0]))
    values = {name: parameter.default for name, parameter in question.parameters.items()}
    return values | {name: _typed(name, text, values.get(name, "")) for name, text in given.items()}


def _literal(question: str, name: str, text: str) -> Any:
    plain = {"true": True, "false": False}
    if text in plain:
        return plain[text]
    try:
        value = ast.literal_eval(text)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        value = None
    if not isinstance(value, (str, int, float, list)):
        raise BadQuestion(
            say("{question}: the default of {name} is no literal: {text}", question=question, name=name, text=text)
        )
    return value


def _typed(name: str, text: str, default: Any) -> Any:
    """The text as a value of the default's type."""
    try:
        text.encode("utf-8")
        if isinstance(default, bool):
            return {"true": True, "false": False}[text.lower()]
        if isinstance(default, list):
            value = json.loads(text) if text.startswith("[") else [item for item in _SEVERAL.split(text) if item]
            return [str(item) for item in value] or default[:1] * (default == ANY)
        return type(default)(text)
    except (ValueError, KeyError) as error:
        raise BadQuestion(
            say("--param {name}: {text!r} is no {kinds}", name=name, text=text[:80], kinds=_KINDS[type(default)])
        ) from error


_KINDS = {
    str: say("text"),
    bool: say("truth value (true, false)"),
    int: say("whole number"),
    float: say("number"),
    list: say("list (a,b,c)"),
}
