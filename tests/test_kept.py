"""What `make torture` has found once is read again: each file in torture/kept goes through the command that failed."""

from __future__ import annotations

from pathlib import Path

import pytest
from torture import damage, fuzz

KEPT = sorted(path for path in fuzz.KEPT.iterdir() if not path.name.startswith("."))


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    """A process of its own: the engine dies of some databases, and is not to take the tests with it."""
    folder = tmp_path_factory.mktemp("kept")
    with fuzz.Reader(fuzz.made(folder), folder / "work") as reading:
        yield reading


@pytest.mark.parametrize("path", KEPT, ids=[path.name for path in KEPT])
def test_what_failed_once_is_told_or_read(path: Path, reader):
    name, data = fuzz.kept(path)
    fitting = [number for number, target in enumerate(reader.targets) if target.name == name]
    assert fitting
    for number in fitting:
        assert reader.ask(number, data) is None


@pytest.mark.slow
def test_a_few_inputs_of_every_kind(reader):
    """Damage of the same kind on every run; `make torture` looks further."""
    for number, target in enumerate(reader.targets):
        for changes in (
            [(0.5, 8, b"\xff")],
            [(0.3, 0, b"[" * 5000)],
            [(0.9, 4096, b"")],
            [(0.1, 1, b"null"), (0.6, 64, b"\\ud800")],
        ):
            data = damage.mutated(target.good, changes)
            assert reader.ask(number, data) is None, (target.name, changes)
