from __future__ import annotations

import subprocess
import sys

import pytest

from kg import files
from kg.files import write_text, writing


def test_it_appears_whole(tmp_path):
    target = tmp_path / "deep" / "文件.txt"
    with writing(target) as file:
        file.write("一半".encode())
        assert not target.exists()
    assert target.read_text(encoding="utf-8") == "一半"
    assert [path.name for path in target.parent.iterdir()] == ["文件.txt"]


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path):
    target = tmp_path / "x.txt"
    write_text(target, "旧\n")
    with pytest.raises(KeyboardInterrupt), writing(target) as file:
        file.write(b"half")
        raise KeyboardInterrupt
    with pytest.raises(UnicodeEncodeError):
        write_text(target, "\ud800")
    assert target.read_bytes() == "旧\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["x.txt"]


def test_a_folder_is_told_by_its_own_name(tmp_path):
    with pytest.raises(IsADirectoryError) as told, writing(tmp_path):
        pass
    assert told.value.filename == str(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_others_may_read_it(tmp_path):
    (tmp_path / "plain").write_text("", encoding="utf-8")
    write_text(tmp_path / "ours", "")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "plain").stat().st_mode


HOLDS = """
import os, signal, sys
from pathlib import Path
from kg.files import writing
with writing(Path(sys.argv[1])) as file:
    file.write(b"half")
    file.flush()
    print("writing", flush=True)
    sys.stdin.readline()
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
"""


def test_what_a_killed_writer_left_goes_with_the_next_one_and_what_is_being_written_stays(tmp_path, monkeypatch):
    """Both write single files into one folder, as two `kg export -o x.gexf` do: no lock of the folder parts them."""
    with subprocess.Popen([sys.executable, "-c", HOLDS, str(tmp_path / "a")], stdin=-1, stdout=-1) as other:
        assert other.stdout.readline() == b"writing\n"
        write_text(tmp_path / "b", "b")
        assert len(list(tmp_path.glob(".kg-*.part"))) == 1
        other.communicate(b"\n")
    assert len(list(tmp_path.glob(".kg-*.part"))) == 1
    monkeypatch.setattr(files, "_swept", set())
    write_text(tmp_path / "c", "c")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b", "c"]


def test_a_file_that_was_swept_before_it_was_held_is_made_again(tmp_path, monkeypatch):
    lock, swept = files._lock, []

    def late(file):
        if not swept:
            swept.extend(tmp_path.glob(".kg-*.part"))
            swept[0].unlink()
        return lock(file)

    monkeypatch.setattr(files, "_lock", late)
    write_text(tmp_path / "a", "a")
    assert len(swept) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
