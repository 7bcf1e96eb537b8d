from __future__ import annotations

import pytest

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


def test_others_may_read_it(tmp_path):
    (tmp_path / "plain").write_text("", encoding="utf-8")
    write_text(tmp_path / "ours", "")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "plain").stat().st_mode
