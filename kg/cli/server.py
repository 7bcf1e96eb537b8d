"""Options for commands that go to a Neo4j server, each said once and handed over as one record."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from kg.cli.options import Command
from kg.errors import UserError
from kg.say import say

if TYPE_CHECKING:
    from kg.store.neo4j import Server

EXAMPLE = "neo4j://localhost:7687"


@dataclass(frozen=True, slots=True)
class Access:
    """--user, --password, --database and --no-tls, or the variables of the environment that stand for them."""

    user: str
    password: str | None = field(repr=False)
    database: str | None
    plain: bool = False

    def server(self, url: str) -> Server:
        """The server at this URL; asks for the password where none was given and somebody sits at the terminal."""
        from kg.store.neo4j import Server, check_url

        check_url(url)
        return Server(url, self.user, self.password or _asked(url, self.user), self.database, self.plain)


def accessing(command: Command) -> Command:
    """Adds --user, --password, --database and --no-tls, and hands them over as `access`."""

    @click.option(
        "--user", envvar="NEO4J_USERNAME", default="neo4j", show_default=True, metavar="NAME", help="NEO4J_USERNAME."
    )
    @click.option(
        "--password", envvar="NEO4J_PASSWORD", metavar="TEXT", help="NEO4J_PASSWORD; asked for where neither is given."
    )
    @click.option("--database", envvar="NEO4J_DATABASE", metavar="NAME", help="If not the user's own.")
    @click.option(
        "--no-tls", "plain", is_flag=True, envvar="NEO4J_NO_TLS", help="Do not encrypt the way to another machine."
    )
    @wraps(command)
    def gathered(user: str, password: str | None, database: str | None, plain: bool, **others: Any) -> None:
        command(access=Access(user, password, database, plain), **others)

    return gathered


def address(flag: str, help_text: str) -> Callable[[Command], Command]:
    """An option for the URL of the server."""
    return click.option(flag, "url", required=True, metavar="URL", help=f"{help_text}, as {EXAMPLE}.")


def _asked(url: str, user: str) -> str:
    if not sys.stdin.isatty():
        raise UserError(say("{url}: no password for {user!r}: set NEO4J_PASSWORD", url=url, user=user))
    return str(click.prompt(f"password of {user} at {url}", hide_input=True, err=True))
