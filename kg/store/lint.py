"""Refuses question files outside of the Cypher that both databases understand alike (docs/cypher-subset.md).

python -m kg.store.lint cypher/questions
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kg.errors import UserError
from kg.store.cypher import Token, check_reading, columns, tokens
from kg.store.questions import Question, read
from kg.store.rows import ARTICLE_COLUMNS, EDGE_COLUMNS, MENTION_COLUMNS, NODE_COLUMNS

FUNCTIONS = (
    *("ABS", "ALL", "ANY", "AVG", "COALESCE", "COLLECT", "COUNT", "FLOOR", "LEFT", "LENGTH", "MAX", "MIN", "NODES"),
    *("NONE", "RANGE", "RELATIONSHIPS", "REPLACE", "RIGHT", "ROUND", "SINGLE", "SIZE", "SUM", "TOLOWER", "TOUPPER"),
    "TRIM",
)
_CLAUSES = (
    *(
        "MATCH",
        "WHERE",
        "WITH",
        "UNWIND",
        "RETURN",
        "BY",
        "AND",
        "OR",
        "XOR",
        "NOT",
        "IN",
        "AS",
        "WHEN",
        "THEN",
        "ELSE",
    ),
    *("DISTINCT", "CONTAINS", "LIMIT", "SKIP", "ON", "CASE", "UNION"),
)
_PROPERTIES = frozenset((*ARTICLE_COLUMNS, *NODE_COLUMNS, *EDGE_COLUMNS, *MENTION_COLUMNS))
_START = Token("mark", ";", 0)
Complaint = tuple[int, str]


def complaints(question: Question) -> Iterator[Complaint]:
    """What is wrong with a question, each with its line. Nothing is said of the Cypher of one that is Neo4j's only."""
    yield from _head(question)
    try:
        check_reading(question.statement)
    except UserError as error:
        yield 1, str(error)
        return
    if not question.neo4j_only:
        found = tokens(question.statement)
        for check in _CHECKS:
            yield from check(found)
        if not columns(question.statement):
            yield 1, "every column of the last RETURN has a name: no RETURN *"


def _head(question: Question) -> Iterator[Complaint]:
    if not any("一" <= char <= "鿿" for char in question.chinese):
        yield 1, "the first line asks the question in Chinese"
    if not question.english or not question.english.isascii():
        yield 2, "the second line asks it in English"
    used = {token.text[1:]: token.line for token in tokens(question.statement) if token.kind == "parameter"}
    for name in sorted(used.keys() ^ question.parameters.keys()):
        yield used.get(name, 1), f"${name} is declared but not used, or used but not declared"
    for name, parameter in question.parameters.items():
        if not all(parameter.meaning):
            yield 1, f"{name}: say what it means, in Chinese | in English"


def _functions(found: Sequence[Token]) -> Iterator[Complaint]:
    for before, token, after in _windows(found):
        called = token.kind == "word" and after.says("(") and not before.says(".")
        if called and not token.says(*FUNCTIONS, *_CLAUSES):
            yield token.line, f"{token.text}() is not one that both know"
        if token.says("EXISTS") and not after.says("{"):
            yield token.line, "EXISTS { MATCH … }"
        if token.kind == "word" and token.says("SHORTESTPATH", "ALLSHORTESTPATHS"):
            yield token.line, "shortest paths are Neo4j's only"


def _braces(found: Sequence[Token]) -> Iterator[Complaint]:
    for before, token, after in _windows(found):
        if token.says("{") and before.says("EXISTS", "COUNT") and not after.says("MATCH"):
            yield token.line, f"{before.text} {{ MATCH … }}, with its MATCH"
        if token.says("{") and before.kind == "word" and after.says("."):
            yield token.line, "no map projections: name what is wanted"


def _brackets(found: Sequence[Token]) -> Iterator[Complaint]:
    for number, token in enumerate(found):
        if not token.says("["):
            continue
        inside = _inside(found, number)
        before = found[number - 1] if number else _START
        picks = before.kind in ("word", "quoted") and not before.says(*_CLAUSES)
        # list[-n] counts from the end in both.
        counted = any(item.says("..") for item in inside) or (bool(inside) and inside[0].says("-"))
        if before.says(")") or (picks and not counted):
            yield token.line, "no list[0], which counts from 1 in one of them, and no slices of what a function gives"
        if len(inside) > 1 and inside[1].says("IN") and not before.says("-", "<-"):
            yield token.line, "no list comprehensions: UNWIND, then collect"
        if before.says("-", "<-") and any(item.says("*") for item in inside):
            yield from _path(token, inside, found)


def _path(token: Token, inside: Sequence[Token], found: Sequence[Token]) -> Iterator[Complaint]:
    if inside[-1].kind != "number":
        yield token.line, "a path has an upper bound: *1..3"
    if not any(item.says("DISTINCT") for item in found):
        yield token.line, "a path may go to and fro in one of them: RETURN DISTINCT, or count(DISTINCT …)"


def _labels(found: Sequence[Token]) -> Iterator[Complaint]:
    for opening, (before, token, after) in zip((_START, _START, *found), _windows(found), strict=False):
        named = token.says(":") and before.kind == "word" and after.kind == "word"
        if named and not opening.says("(", "[", "{", ","):
            yield token.line, f":{after.text} after {before.text}: ask the property type or predicate"


def _properties(found: Sequence[Token]) -> Iterator[Complaint]:
    keys = {token.text for _, token, after in _windows(found) if after.says(":")}
    for before, token, _ in _windows(found):
        if before.says(".") and token.kind == "word" and token.text not in _PROPERTIES | keys:
            yield token.line, f"there is no property {token.text}: docs/graph-schema.md"


def _texts(found: Sequence[Token]) -> Iterator[Complaint]:
    for _, token, after in _windows(found):
        if token.says("=~") and after.kind != "string":
            yield token.line, "=~ with a literal only: a bad pattern is an error in one of them"
        if token.says("|") and after.says("|"):
            yield token.line, "texts are joined by +"


def _orders(found: Sequence[Token]) -> Iterator[Complaint]:
    """ORDER BY after every RETURN, and after WITH only before LIMIT."""
    clause, ordered, limited = _START, False, False
    for token in (*found, _START):
        if token.says("WITH", "RETURN", "UNION", "MATCH", "UNWIND", ";") and not _inner(found, token):
            if clause.says("RETURN") and not ordered:
                yield clause.line, "RETURN without ORDER BY: rows come in any order"
            if clause.says("WITH") and ordered and not limited:
                yield clause.line, "WITH … ORDER BY without LIMIT"
            clause, ordered, limited = token, False, False
        ordered = ordered or token.says("ORDER")
        limited = limited or token.says("LIMIT", "SKIP")


def _inner(found: Sequence[Token], token: Token) -> bool:
    """Whether the token stands inside braces, or is the WITH of STARTS WITH."""
    place = next((number for number, item in enumerate(found) if item is token), len(found))
    depth = sum(item.says("{") - item.says("}") for item in found[:place])
    return depth > 0 or (token.says("WITH") and place > 0 and found[place - 1].says("STARTS", "ENDS"))


def _relationships(found: Sequence[Token]) -> Iterator[Complaint]:
    """Two relationships of one pattern may be the same one in one of them: both ends, or both names, are compared."""
    text = " ".join(token.text for token in found)
    for line in _twice(found):
        if not any(token.says("<>", "<") for token in found):
            yield line, "two relationships of one MATCH may be one and the same: a.id <> b.id"
    for one, mark, other in _undirected(found):
        if not any(f"{a} . id <> {b} . id" in text for a, b in ((one, other), (other, one))):
            yield mark.line, f"no direction between {one} and {other}: {one}.id <> {other}.id, or loops count twice"


def _twice(found: Sequence[Token]) -> Iterator[int]:
    """The lines of relationships that may be the same as one before them in their MATCH, by their types."""
    for clause in _matches(found):
        seen: list[set[str]] = []
        for number, token in enumerate(clause):
            if token.says("[") and clause[number - 1].says("-", "<-"):
                _, _, types = " ".join(item.text for item in _inside(clause, number)).partition(":")
                names = set(types.replace("|", " ").split())
                if any(not names or not before or names & before for before in seen):
                    yield token.line
                seen.append(names)


def _matches(found: Sequence[Token]) -> Iterator[list[Token]]:
    clause: list[Token] = []
    for token in found:
        if token.says("MATCH", "WHERE", "RETURN", "WITH", "UNWIND", "OPTIONAL"):
            yield clause
            clause = []
        clause.append(token)
    yield clause


def _undirected(found: Sequence[Token]) -> Iterator[tuple[str, Token, str]]:
    """The names of both ends of relationships without direction; nodes without name are left out."""
    for number, token in enumerate(found):
        if not token.says("[") or not found[number - 1].says("-") or not found[number - 2].says(")"):
            continue
        end = number + len(_inside(found, number)) + 1
        if found[end + 1].says("-") and found[end + 2].says("(") and found[end + 3].kind == "word":
            opening = max(place for place in range(number - 1) if found[place].says("("))
            if found[opening + 1].kind == "word":
                yield found[opening + 1].text, token, found[end + 3].text


def _inside(found: Sequence[Token], number: int) -> list[Token]:
    """The tokens between the bracket at `number` and its partner."""
    depth = 0
    for place in range(number, len(found)):
        depth += found[place].says("[") - found[place].says("]")
        if depth == 0:
            return list(found[number + 1 : place])
    return list(found[number + 1 :])


def _windows(found: Sequence[Token]) -> Iterator[tuple[Token, Token, Token]]:
    return zip((_START, *found), found, (*found[1:], _START), strict=False)


_CHECKS: tuple[Callable[[Sequence[Token]], Iterator[Complaint]], ...] = (
    *(_functions, _braces, _brackets, _labels, _properties, _texts, _orders, _relationships),
)


def main(folder: Path) -> int:
    """Lint every question in a folder; the exit status."""
    status = 0
    for path in sorted(folder.glob("*.cypher")):
        for line, complaint in complaints(read(path)):
            sys.stderr.write(f"{path}:{line}: {complaint}\n")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
