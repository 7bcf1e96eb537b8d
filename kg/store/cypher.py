"""Cypher as tokens, as far as one must know it to say what a statement may do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.errors import UserError

_TOKENS = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      | (?P<string>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")
      | (?P<quoted>`(?:``|[^`])*`)
      | (?P<parameter>\$(?:\w+|`(?:``|[^`])*`))
      | (?P<number>\d+(?:\.(?!\.)\d*)?(?:[eE][+-]?\d+)?)
      | (?P<word>[^\W\d]\w*)
      | (?P<space>\s+)
      | (?P<mark>\.\.|<>|<=|>=|=~|\+=|->|<-|.)""",
    re.VERBOSE | re.DOTALL,
)
_BEGINNINGS = ("MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "CALL")
# Words of clauses that change the graph, or reach files, networks and settings of the database's machine.
_REFUSED = (
    *("ALTER", "ATTACH", "BEGIN", "CHECKPOINT", "COMMIT", "COPY", "CREATE", "DELETE", "DETACH", "DROP", "EXPORT"),
    *("FOREACH", "IMPORT", "INSERT", "INSTALL", "LOAD", "MERGE", "REMOVE", "SET", "UNINSTALL", "UPDATE", "USE"),
)


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
            raise BadCypher(f"line {line}: \\u escapes are not accepted; write the character itself")
        if kind == "mark" and (piece in "'\"`\\" or text.startswith("/*", match.start())):
            raise BadCypher(f"line {line}: {piece} begins what never ends")
        if kind not in ("comment", "space"):
            yield Token(kind, piece, line)
        line += piece.count("\n")


def check_reading(text: str, *, calls: bool = False) -> None:
    """Raises BadCypher unless `text` is one statement that only reads the graph; calls: whether CALL is accepted."""
    found = tokens(text)
    while found and found[-1].text == ";":
        found.pop()
    if not found:
        raise BadCypher("there is no statement")
    if not found[0].says(*_BEGINNINGS):
        raise BadCypher(f"line {found[0].line}: a question begins with {', '.join(_BEGINNINGS[:-1])}")
    for before, token in zip((found[0], *found), found, strict=False):
        if token.text == ";":
            raise BadCypher(f"line {token.line}: one statement at a time")
        if before.text not in (".", ":") and (token.says(*_REFUSED) or (token.says("CALL") and not calls)):
            raise BadCypher(f"line {token.line}: {token.text.upper()} does more than read; --write allows it")
