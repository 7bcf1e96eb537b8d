"""Cypher as tokens, as far as one must know it to say what a statement may do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.errors import UserError
from kg.say import say

_TOKENS = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      | (?P<string>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")
      | (?P<quoted>`(?:``|[^`])*`)
      | (?P<parameter>\$(?:\w+|`(?:``|[^`])*`))
      | (?P<number>\d+(?:\.(?!\.)\d*)?(?:[eE][+-]?\d+)?)
      | (?P<word>[^\W\d]\w*)
      | (?P<space>\s+)
      | (?P<open>(?:/\*|['"`]).*)
      | (?P<mark>\.\.|<>|<=|>=|=~|\+=|->|<-|.)""",
    re.VERBOSE | re.DOTALL,
)
_BEGINNINGS = ("MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "CALL")
# Words of clauses that change the graph, or reach files, networks and settings of the database's machine.
_REFUSED = (
    *("ALTER", "ATTACH", "BEGIN", "CHECKPOINT", "COMMIT", "COPY", "CREATE", "DELETE", "DETACH", "DROP", "EXPORT"),
    *("FOREACH", "IMPORT", "INSERT", "INSTALL", "LOAD", "MERGE", "REMOVE", "SET", "UNINSTALL", "UPDATE", "USE"),
)

_ENDS = ("WHERE", "ORDER", "SKIP", "LIMIT", "MATCH", "OPTIONAL", "UNWIND", "RETURN", "UNION", ";", "WITH")


@dataclass(frozen=True, slots=True)
class Token:
    """kind: string, quoted (in backticks), parameter, number, word or mark; line: counted from 1."""

    kind: str
    text: str
    line: int

    def says(self, *words: str) -> bool:
        """Whether this is one of these words, in upper or lower case, or one of these marks."""
        return self.kind in ("word", "mark") and self.text.upper() in words


class BadCypher(UserError):
    """A statement that cannot be read, or does what it may not."""


def tokens(text: str) -> list[Token]:
    """The tokens of a statement, comments and blanks left out.

    Raises BadCypher for a quote or comment that is not closed, and for `\\u` escapes: Neo4j resolves them before it
    looks for quotes and comments, so that what seems to be text may be none.
    """
    return list(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    line = 1
    for match in _TOKENS.finditer(text):
        kind, piece = match.lastgroup or "", match[0]
        if "\\u" in piece.lower() and kind != "space":
            raise BadCypher(say("line {line}: \\u escapes are not accepted; write the character itself", line=line))
        if kind == "open" or piece == "\\":
            raise BadCypher(say("line {line}: {piece} begins what never ends", line=line, piece=piece[0]))
        if kind not in ("comment", "space"):
            yield Token(kind, piece, line)
        line += piece.count("\n")


def check_reading(text: str, *, calls: bool = False) -> None:
    """Raises BadCypher unless `text` is one statement that only reads the graph; calls: whether CALL is accepted."""
    found = tokens(text)
    while found and found[-1].text == ";":
        found.pop()
    if not found:
        raise BadCypher(say("there is no statement"))
    if not found[0].says(*_BEGINNINGS):
        raise BadCypher(
            say(
                "line {line}: a question begins with {beginnings}",
                line=found[0].line,
                beginnings=", ".join(_BEGINNINGS[:-1]),
            )
        )
    for before, token in zip((found[0], *found), found, strict=False):
        if token.text == ";":
            raise BadCypher(say("line {line}: one statement at a time", line=token.line))
        if before.text not in (".", ":") and (token.says(*_REFUSED) or (token.says("CALL") and not calls)):
            raise BadCypher(
                say(
                    "line {line}: {upper} does more than read; --write allows it",
                    line=token.line,
                    upper=token.text.upper(),
                )
            )


@dataclass(frozen=True, slots=True)
class Column:
    """What a statement returns under one name. collected: whether it is a list that was collected, in no order."""

    name: str
    collected: bool


def columns(text: str) -> tuple[Column, ...]:
    """The columns of the last RETURN of a statement; none for `RETURN *` or where there is no RETURN."""
    lists: set[str] = set()
    found: tuple[Column, ...] = ()
    for clause in _clauses(tokens(text)):
        items = [_column(item, lists) for item in _items(clause)]
        lists |= {item.name for item in items if item.collected}
        found = tuple(items) if clause[0].says("RETURN") else found
    return () if any(column.name == "*" for column in found) else found


def _clauses(found: list[Token]) -> Iterator[list[Token]]:
    """Each WITH and RETURN outside of braces, up to its WHERE, ORDER BY or the next clause."""
    clause: list[Token] = []
    depth = 0
    for before, token in zip((Token("mark", ";", 0), *found), found, strict=False):
        depth += token.says("{") - token.says("}")
        if depth == 0 and clause and token.says(*_ENDS):
            yield clause
            clause = []
        if depth == 0 and token.says("WITH", "RETURN") and not before.says("STARTS", "ENDS"):
            clause = [token]
        elif clause:
            clause.append(token)
    if clause:
        yield clause


def _items(clause: list[Token]) -> Iterator[list[Token]]:
    """What is between the commas of a clause."""
    item: list[Token] = []
    depth = 0
    for token in clause[1:]:
        depth += token.says("(", "[", "{") - token.says(")", "]", "}")
        if token.says(",") and depth == 0:
            yield item
            item = []
        elif item or not token.says("DISTINCT"):
            item.append(token)
    yield item


def _column(item: list[Token], lists: set[str]) -> Column:
    named = len(item) > 2 and item[-2].says("AS")
    value = item[:-2] if named else item
    name = item[-1].text.strip("`") if named or len(item) == 1 else "".join(token.text for token in value)
    collected = value[0].says("COLLECT") or (len(value) == 1 and value[0].text in lists)
    return Column(name, collected)


@dataclass(frozen=True, slots=True)
class Key:
    """What rows are ordered by: a column, or a property of the node or relationship in it; `otherwise` for null."""

    column: str
    field: str = ""
    otherwise: str | None = None
    descending: bool = False


def ordering(text: str) -> tuple[Key, ...]:
    """The keys of the ORDER BY at the end of a statement; none where one of them is more than `Key` can say."""
    found = [token for token in tokens(text) if token.text != ";"]
    start = max((n for n, token in enumerate(found) if token.says("RETURN")), default=len(found))
    places = [n for n, token in enumerate(found) if n > start and token.says("ORDER")]
    if not places or any(token.says("UNION", "LIMIT", "SKIP") for token in found[start:]):
        return ()
    keys = [_key(item) for item in _items(found[places[-1] + 1 :])]
    return tuple(key for key in keys if key) if all(keys) else ()


def _key(item: list[Token]) -> Key | None:
    descending = item[-1].says("DESC", "DESCENDING")
    words = [token.text for token in item if not token.says("DESC", "DESCENDING", "ASC", "ASCENDING")]
    match words:
        case [column]:
            return Key(column, descending=descending)
        case [column, ".", field]:
            return Key(column, field, descending=descending)
        case ["coalesce", "(", column, ".", field, ",", "''", ")"]:
            return Key(column, field, "", descending)
    return None
