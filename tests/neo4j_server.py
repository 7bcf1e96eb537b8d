"""A real Neo4j Community server for the tests: jars from Maven, free loopback ports, its own data folder.

With KG_NEO4J_URI (and NEO4J_USERNAME, NEO4J_PASSWORD) set, that server is used instead: it has to be empty, and is left
so. KG_REQUIRE_NEO4J=1 makes of the missing server an error.
"""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

POM = Path(__file__).parent / "neo4j" / "pom.xml"
FLAGS = [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in ("java.nio", "java.io", "sun.nio.ch")]
SECONDS_TO_START = 120


@dataclass(slots=True)
class LocalServer:
    """A server whose process is ours. home: conf, data and logs."""

    home: Path
    jars: Path
    bolt: int
    http: int
    password: str
    user: str = "neo4j"
    settings: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen | None = None

    @property
    def url(self) -> str:
        return f"bolt://127.0.0.1:{self.bolt}"

    def start(self) -> None:
        """Start it and wait until it answers; with `settings` beside the usual ones."""
        self.configure()
        log = self.home / "logs" / "neo4j.log"
        said_before = log.stat().st_size if log.exists() else 0
        with (self.home / "output.txt").open("ab") as output:
            command = self.command("org.neo4j.server.CommunityEntryPoint", f"--home-dir={self.home}")
            self.process = subprocess.Popen(
                [*command, f"--config-dir={self.home / 'conf'}"], stdout=output, stderr=output
            )
        self._wait(said_before)

    def configure(self) -> None:
        """Write its configuration and, the first time, its password."""
        (self.home / "conf").mkdir(parents=True, exist_ok=True)
        (self.home / "conf" / "neo4j.conf").write_text(self._configuration(), encoding="utf-8")
        if not (self.home / "data").exists():
            self._java("org.neo4j.cli.AdminTool", "dbms", "set-initial-password", self.password)

    def stop(self) -> None:
        """SIGTERM, and SIGKILL where that is not enough; by process id."""
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process = None

    def kill(self) -> None:
        """SIGKILL, by process id."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def _configuration(self) -> str:
        settings = {
            "server.default_listen_address": "127.0.0.1",
            "server.bolt.listen_address": f"127.0.0.1:{self.bolt}",
            "server.bolt.advertised_address": f"127.0.0.1:{self.bolt}",
            "server.http.listen_address": f"127.0.0.1:{self.http}",
            "server.https.enabled": "false",
            "dbms.usage_report.enabled": "false",
            "server.memory.pagecache.size": "128m",
            **self.settings,
        }
        return "".join(f"{name}={value}\n" for name, value in settings.items())

    def command(self, *arguments: str) -> list[str]:
        """A call of Java with the server's jars."""
        return ["java", "-Xmx1g", "-XX:TieredStopAtLevel=1", *FLAGS, "-cp", f"{self.jars}/*", *arguments]

    def _java(self, *arguments: str) -> None:
        subprocess.run(self.command(*arguments), env=self.environment(), check=True, capture_output=True)

    def environment(self) -> dict[str, str]:
        """Where the admin tool finds this server."""
        return {**os.environ, "NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf")}

    def _wait(self, said_before: int) -> None:
        """Until its log says that it has started; the port is open before its database is."""
        log, deadline = self.home / "logs" / "neo4j.log", time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline and self.process is not None and self.process.poll() is None:
            if log.exists() and b" Started." in log.read_bytes()[said_before:]:
                return
            time.sleep(0.1)
        said = (self.home / "output.txt").read_text(encoding="utf-8", errors="replace")[-2000:]
        self.stop()
        raise RuntimeError(f"Neo4j did not start within {SECONDS_TO_START} s: {said}")


@dataclass(frozen=True, slots=True)
class GivenServer:
    """A server that somebody else runs."""

    url: str
    user: str
    password: str


@contextmanager
def any_server(folder: Path) -> Iterator[LocalServer | GivenServer]:
    """The server to test with; without one the test is skipped, or fails where KG_REQUIRE_NEO4J is 1."""
    if url := os.environ.get("KG_NEO4J_URI"):
        yield GivenServer(url, os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ.get("NEO4J_PASSWORD", ""))
        return
    need_server()
    with running(folder) as server:
        yield server


def given() -> bool:
    """Whether a server was named in the environment."""
    return bool(os.environ.get("KG_NEO4J_URI"))


def why_not() -> str:
    """Why no server can be started here, or ""."""
    missing = [name for name in ("java", "mvn") if shutil.which(name) is None]
    if missing:
        return f"no Neo4j: {' and '.join(missing)} not found (Java 17 and Maven, or KG_NEO4J_URI)"
    version = subprocess.run(["java", "-version"], capture_output=True, text=True, check=False).stderr
    number = version.partition('"')[2].partition(".")[0]
    return "" if number.isdigit() and int(number) >= 17 else f"no Neo4j: Java 17 is needed, this is {version[:40]!r}"


def need_server() -> None:
    """Skip with the reason, or fail where KG_REQUIRE_NEO4J=1."""
    reason = why_not()
    if not reason:
        return
    if os.environ.get("KG_REQUIRE_NEO4J") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def assembled(folder: Path) -> Path:
    """A folder with the server's jars, from Maven's cache or, the first time, from its repository."""
    jars = folder / "jars"
    command = ["mvn", "-q", "-B", "-f", str(POM), "dependency:copy-dependencies", f"-DoutputDirectory={jars}"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        reason = f"no Neo4j: Maven could not fetch its jars: {done.stdout[-500:]}{done.stderr[-500:]}"
        if os.environ.get("KG_REQUIRE_NEO4J") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return jars


@contextmanager
def running(folder: Path, jars: Path | None = None) -> Iterator[LocalServer]:
    """A server of our own in `folder`, killed at the end: its data go with it."""
    server = LocalServer(folder / "home", jars or assembled(folder), *free_ports(2), secrets.token_hex(8))
    try:
        server.start()
        yield server
    finally:
        server.kill()


def free_ports(count: int) -> list[int]:
    """Ports on loopback that nobody listens at."""
    probes = [socket.socket() for _ in range(count)]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports
