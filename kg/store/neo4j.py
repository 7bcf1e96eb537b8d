"""The one door to Neo4j: connecting, running a statement, and what can go wrong on the way.

Versions: 5.26 (LTS) and later of 5, and the calendar versions after it (2025.01 …).
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from kg.errors import UserError
from kg.say import Said, say

if TYPE_CHECKING:
    import neo4j

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
OLDEST = (5, 26)
RETRY_SECONDS = 30.0  # how long a transaction is tried again after a deadlock or a lost connection
_AGENT = re.compile(r"Neo4j/(\d+)\.(\d+)")  # "Neo4j/5.26.30", "Neo4j/2025.06.0"
_READ_ONLY = ("ReadOnly", "NotALeader")  # WriteOnReadOnlyAccessDatabase
_T = TypeVar("_T")
Record = dict[str, Any]


class DatabaseError(UserError):
    """A database that cannot be used, or refused something; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where a database is and who asks. database: its name, None for the user's own.

    plain: whether password and graph may travel unencrypted to another machine, where the URL's scheme says nothing of
    encryption.

    Raises DatabaseError for a URL of another kind or one that holds a password.
    """

    url: str
    user: str
    password: str = field(repr=False)
    database: str | None = None
    plain: bool = False

    def __post_init__(self) -> None:
        check_url(self.url)

    @property
    def address(self) -> str:
        """The URL for the driver: encrypted (neo4j+s, bolt+s) where the host is not this machine."""
        scheme, _, rest = self.url.partition("://")
        if self.plain or "+" in scheme or _is_here(urlsplit(self.url).hostname or ""):
            return self.url
        return f"{scheme}+s://{rest}"


def _is_here(host: str) -> bool:
    """Whether a host's name or address means this very machine."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def check_url(url: str) -> None:
    """Raises DatabaseError for what is no URL of a Neo4j server, or one with user or password in it."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        raise DatabaseError(say("that is no URL of a server; write it like neo4j://localhost:7687")) from None
    if "@" in url:
        raise DatabaseError(
            say(
                "a URL with a user or password in it would be seen by others: "
                "leave them out, and set NEO4J_USERNAME and NEO4J_PASSWORD"
            )
        )
    if parts.scheme not in SCHEMES or not host or parts.path.strip("/"):
        raise DatabaseError(
            say("{url}: write it like neo4j://localhost:7687 ({schemes})", url=url, schemes=", ".join(SCHEMES))
        )


class Connection:
    """Statements on one database. A write is one transaction, tried again after a deadlock or a lost connection."""

    def __init__(self, session: neo4j.Session, server: Server) -> None:
        self._session = session
        self.server = server

    def write(self, statement: str, **parameters: Any) -> list[Record]:
        """Run one statement in one transaction; its rows."""
        return self.transaction(lambda run: run(statement, **parameters))

    def transaction(self, work: Callable[[Callable[..., list[Record]]], _T]) -> _T:
        """Run `work`, which gets a function that runs a statement, as one transaction; perhaps more than once."""
        return self._session.execute_write(lambda tx: work(lambda text, **given: tx.run(text, given).data()))

    def command(self, statement: str) -> None:
        """Run a statement that makes its own transaction: a change of the schema."""
        self._session.run(statement).consume()

    def read(
        self, statement: str, parameters: Mapping[str, Any], seconds: float | None = None
    ) -> Iterator[neo4j.Record]:
        """The rows of a statement, as they come; it may not write where the connection is read-only.

        seconds: after these the server ends it, which raises DatabaseError.
        """
        with self._session.begin_transaction(timeout=seconds) as transaction:
            yield from transaction.run(statement, dict(parameters))


@contextmanager
def connected(server: Server, *, read_only: bool = False) -> Iterator[Connection]:
    """A connection to a server that answers, lets us in and is of a version that we know.

    Raises DatabaseError where it does not, and for whatever the driver raises inside the block.
    """
    neo4j = _driver_package()
    access = neo4j.READ_ACCESS if read_only else neo4j.WRITE_ACCESS
    with _ending(), _driver(neo4j, server) as driver:
        with _explained(server, _nobody if server.address == server.url else _unsafe):
            driver.verify_connectivity()
            _check_version(driver.get_server_info().agent, server)
        with _explained(server, _lost), driver.session(database=server.database, default_access_mode=access) as session:
            yield Connection(session, server)


@contextmanager
def _ending() -> Iterator[None]:
    """Lets Ctrl-C and a signal to end go before what the driver says of the answer that they left half-read.

    It closes its session then, reads on from a buffer that is still held, and ends in a BufferError.
    """
    try:
        yield
    except Exception as error:
        behind: BaseException | None = error
        while behind is not None and not isinstance(behind, KeyboardInterrupt | SystemExit):
            behind = behind.__context__
        if behind is None:
            raise
        raise behind from None


@contextmanager
def _explained(server: Server, silence: Callable[[str], Said]) -> Iterator[None]:
    """Turns the driver's errors into DatabaseError; silence: says what it means that the server does not answer."""
    errors = _driver_package().exceptions
    try:
        yield
    except errors.AuthError as error:
        raise DatabaseError(
            say(
                "{url}: {user!r} is not let in ({code}): check NEO4J_USERNAME and NEO4J_PASSWORD",
                url=server.url,
                user=server.user,
                code=_code(error),
            )
        ) from error
    except (errors.ServiceUnavailable, errors.SessionExpired) as error:
        raise DatabaseError(say("{url}: {said}", url=server.url, said=silence(_first_line(error)))) from error
    except errors.Neo4jError as error:
        raise DatabaseError(_refusal(error, server)) from error
    except errors.DriverError as error:
        raise DatabaseError(f"{server.url}: {_first_line(error)}") from error


def _nobody(error: str) -> Said:
    return say("no Neo4j server answers there ({error}): is it running? `make up` starts one", error=error)


def _unsafe(error: str) -> Said:
    template = (
        "no Neo4j server answers there in TLS ({error}), which is used for all hosts but this machine: neo4j+ssc:// "
        "accepts a certificate that nobody signed; --no-tls sends all, the password too, as it is"
    )
    return say(template, error=error)


def _lost(error: str) -> Said:
    template = "the connection was lost ({error}); what was written is kept, and the same command completes it"
    return say(template, error=error)


def _refusal(error: neo4j.exceptions.Neo4jError, server: Server) -> Said:
    code, message = _code(error), error.message or ""
    if code.endswith("Statement.AccessMode"):
        return say("{url}: the statement would write, and may only read ({code})", url=server.url, code=code)
    if any(word in code for word in _READ_ONLY) or "read-only" in message.lower() or "read only" in message.lower():
        return say(
            "{url}: this database is read-only ({code}): choose another with --database, or allow writing",
            url=server.url,
            code=code,
        )
    if "DatabaseNotFound" in code:
        return say(
            "{url}: there is no database {database!r}; see SHOW DATABASES", url=server.url, database=server.database
        )
    if "No space left" in message or "disk" in message.lower():
        return say(
            "{url}: the server's disk is full ({code}): make room; the same command completes what it began",
            url=server.url,
            code=code,
        )
    if "OutOfMemory" in code or "MemoryPool" in code:
        return say(
            "{url}: the server has too little memory ({code}): see server.memory.* in docker-compose.yml",
            url=server.url,
            code=code,
        )
    return say("{url}: the server refused: {code}: {message}", url=server.url, code=code, message=message[:500])


def _check_version(agent: str, server: Server) -> None:
    match = _AGENT.match(agent)
    if match is None or (int(match[1]), int(match[2])) < OLDEST:
        raise DatabaseError(
            say("{url}: this is {agent}; accepted are Neo4j 5.26 and later", url=server.url, agent=agent or "no Neo4j")
        )


def _driver(neo4j_package: Any, server: Server) -> neo4j.Driver:
    driver: neo4j.Driver = neo4j_package.GraphDatabase.driver(
        server.address,
        auth=(server.user, server.password),
        user_agent="kg",
        connection_timeout=10.0,
        max_transaction_retry_time=RETRY_SECONDS,
        notifications_min_severity="OFF",  # a predicate that no edge has yet is nothing to warn of
    )
    return driver


def _driver_package() -> Any:
    try:
        import neo4j  # noqa: PLC0415  only where a server is asked
    except ImportError as error:
        raise DatabaseError(say("Neo4j's driver is not installed: pip install 'neo4j>=5.26'")) from error
    logging.getLogger("neo4j").addHandler(logging.NullHandler())  # what it warns of comes as an error, too
    return neo4j


def _code(error: neo4j.exceptions.Neo4jError) -> str:
    return error.code or type(error).__name__


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:300]
