from __future__ import annotations

import os
import signal

import browser as chromium
import neo4j_server
import pytest

os.environ["KG_LANG"] = "en"  # what tests expect, whatever the locale of the machine; others say so
os.fsync = lambda fd: None  # nobody pulls the plug meanwhile; runs that are killed are processes of their own

# A shell that starts tests in the background lets them ignore these, and whatever they start would, too.
for _name in ("SIGINT", "SIGHUP"):
    if (_number := getattr(signal, _name, None)) and signal.getsignal(_number) is signal.SIG_IGN:
        signal.signal(_number, signal.default_int_handler if _name == "SIGINT" else signal.SIG_DFL)


@pytest.fixture
def records_only(monkeypatch):
    """Builds without maps and database, which take nearly all the time of a small one."""
    monkeypatch.setattr("kg.draw.draw_all", lambda *_, **__: [])
    monkeypatch.setattr("kg.pipeline.build.store", lambda *_: ((), ""))


@pytest.fixture(scope="session")
def browser():
    """A headless Chromium; without one the test is skipped, or fails where KG_REQUIRE_CHROMIUM is 1."""
    path = chromium.find()
    if path is None:
        reason = f"no Chromium: none of {', '.join(chromium.NAMES)} is on the path and KG_CHROMIUM is not set"
        if os.environ.get("KG_REQUIRE_CHROMIUM") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with chromium.opened(path) as opened:
        yield opened


@pytest.fixture(scope="session")
def neo4j_at(tmp_path_factory):
    """A real Neo4j server: url, user, password. Whoever writes into it empties it before."""
    with neo4j_server.any_server(tmp_path_factory.mktemp("neo4j")) as server:
        yield server
