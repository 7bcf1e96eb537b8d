"""Which files are read (kg/read/sources.py)."""

import os
import sys
from pathlib import Path

import pytest

from kg.errors import UserError
from kg.read import find_sources


def _touch(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("市委", encoding="utf-8")


def test_folders_are_searched_and_sorted(tmp_path: Path) -> None:
    _touch(tmp_path, "b.txt", "a/c.md", "a/d.jsonl", "a/d.json", ".git/x.txt", "e.xyz", "f.docx")
    assert [source.document for source in find_sources([tmp_path])] == ["a/c.md", "a/d.jsonl", "b.txt", "f.docx"]


def test_names_are_unique_and_do_not_hang_on_order(tmp_path: Path) -> None:
    _touch(tmp_path, "x/1/p.txt", "y/1/p.txt", "q.txt")
    paths = [tmp_path / "x", tmp_path / "y", tmp_path / "q.txt", tmp_path / "q.txt"]
    documents = [source.document for source in find_sources(paths)]
    assert documents == ["q.txt", "x/1/p.txt", "y/1/p.txt"]
    assert find_sources(paths[::-1]) == find_sources(paths)


def test_a_name_that_got_its_folder_is_no_other_name(tmp_path: Path) -> None:
    _touch(tmp_path, "x/1/p.txt", "y/1/p.txt", "z/2/p.txt")
    found = find_sources([tmp_path / "x", tmp_path / "y/1/p.txt", tmp_path / "z/2/p.txt"])
    assert [source.document for source in found] == ["2/p.txt", "x/1/p.txt", "y/1/p.txt"]


def test_a_missing_path_stops(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no such file"):
        find_sources([tmp_path / "none"])


def test_a_name_that_is_no_utf_8_is_shown_escaped(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode("市市.txt".encode("gbk"))
    try:
        path.write_text("市委", encoding="utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this file system takes no such names")
    (source,) = find_sources([tmp_path])
    assert source.document == r"\xca\xd0\xca\xd0.txt"
    assert source.path.read_text("utf-8") == "市委"


def test_the_time_to_find_files_grows_with_their_number(tmp_path: Path) -> None:
    def steps(count: int) -> int:
        paths = [tmp_path / str(count) / str(folder) for folder in range(count // 50)]
        for number in range(count):
            _touch(paths[number % len(paths)], f"p{number}.txt")
        seen = 0

        def counted(*_: object) -> None:
            nonlocal seen
            seen += 1

        sys.setprofile(counted)
        try:
            assert len(find_sources(paths)) == count
        finally:
            sys.setprofile(None)
        return seen

    steps(50)
    assert steps(1600) < 5.5 * steps(400)
