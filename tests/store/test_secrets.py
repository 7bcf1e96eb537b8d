"""What goes to a server goes encrypted to all machines but this one, and the password is shown and kept nowhere."""

from __future__ import annotations

import socket
import threading

import pytest
from click.testing import CliRunner
from pages import contents, pages

from kg.cli import main
from kg.pipeline.build import build
from kg.pipeline.stages import Workers
from kg.read import ReadOptions, find_sources
from kg.store.neo4j import Server

SECRET = "geheim-4711"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("neo4j://localhost:7687", "neo4j://localhost:7687"),
        ("bolt://127.0.0.1", "bolt://127.0.0.1"),
        ("bolt://[::1]:7687", "bolt://[::1]:7687"),
        ("neo4j://db.localhost", "neo4j://db.localhost"),
        ("neo4j://db.example.org:7687", "neo4j+s://db.example.org:7687"),
        ("bolt://10.0.0.7", "bolt+s://10.0.0.7"),
        ("bolt://localhost.example.org", "bolt+s://localhost.example.org"),
        ("neo4j+ssc://db.example.org", "neo4j+ssc://db.example.org"),
        ("bolt+s://localhost", "bolt+s://localhost"),
    ],
)
def test_the_way_to_another_machine_is_encrypted(url, address):
    assert Server(url, "neo4j", SECRET).address == address
    assert Server(url, "neo4j", SECRET, plain=True).address == url


def own_address() -> str:
    """An address of this machine under which others know it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing
            return str(probe.getsockname()[0])
        except OSError:
            pytest.skip("this machine has no address but its own")


@pytest.fixture
def listener():
    """A server that takes what comes first and hangs up: its address, and what came."""
    came: list[bytes] = []
    with socket.create_server((own_address(), 0)) as server:

        def serve() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                with connection:
                    came.append(connection.recv(4096))

        threading.Thread(target=serve, daemon=True).start()
        yield f"{server.getsockname()[0]}:{server.getsockname()[1]}", came
        server.shutdown(socket.SHUT_RDWR)


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    root = tmp_path_factory.mktemp("secrets")
    pages(root / "in", 1)
    build(find_sources([root / "in"]), root / "out", ReadOptions(place="青海"), Workers())
    return root / "out"


@pytest.mark.parametrize(("more", "begin"), [([], b"\x16\x03"), (["--no-tls"], b"\x60\x60\xb0\x17")])
def test_what_is_sent_begins_with_a_handshake_of_tls(more, begin, listener, out):
    place, came = listener
    ran = CliRunner().invoke(main, ["load", str(out), "--to", f"bolt://{place}", *more], env={"NEO4J_PASSWORD": SECRET})
    assert ran.exit_code == 1 and isinstance(ran.exception, SystemExit)
    assert came and all(first.startswith(begin) for first in came)
    assert ("--no-tls sends all" in ran.stderr) == (not more)
    assert SECRET not in ran.output


@pytest.mark.parametrize(
    "arguments",
    [
        ["load", "OUT", "--to", "bolt://localhost:1"],
        ["load", "OUT", "--to", "bolt://localhost:1", "--dry-run"],
        ["load", "OUT", "--to", f"bolt://neo4j:{SECRET}@localhost:1"],
        ["load", "OUT", "--to", f"http://{SECRET}@localhost"],
        ["load", "OUT", "--to", "bolt://localhost:1", "--password"],
        ["retract", "a#0", "--on", "bolt://localhost:1"],
        ["query", "officials_at_meetings", "--on", "bolt://localhost:1", "--param", "official=陈刚"],
        ["query", "--help"],
        ["load", "--help"],
    ],
)
def test_the_password_is_neither_printed_nor_kept(arguments, out):
    before = contents(out)
    given = [str(out) if one == "OUT" else one for one in arguments]
    ran = CliRunner().invoke(main, given, env={"NEO4J_PASSWORD": SECRET})
    assert SECRET not in ran.output + repr(ran.exception)
    assert contents(out) == before and not any(SECRET.encode() in data for data in before.values())
    assert SECRET not in repr(Server("bolt://localhost", "neo4j", SECRET))
