"""Archives and documents made to do harm: they cost little, and reach nothing."""

from __future__ import annotations

import gzip
import io
import stat
import tarfile
import time
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from read.given import LEAD, PAGE, REST, read, zipped

from kg.errors import UnreadableFile


def test_an_archive_and_those_in_it_have_one_budget(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def made(number: int) -> bytes:
        return zipped({f"{number}-{k}.txt": PAGE.encode() for k in range(4)})

    data = zipped({f"{number}.zip": made(number) for number in range(5)})
    assert len(read(tmp_path / "a.zip", data)[0]) == 20
    monkeypatch.setattr("kg.read.forms.packed._MEMBERS", 5 + 4 * 3)
    found, skipped = read(tmp_path / "a.zip", data)
    assert len(found) == 12
    assert ["holds more than" in problem.reason for problem in skipped] == [True, True]
    monkeypatch.undo()
    monkeypatch.setattr("kg.read.forms.packed._WHOLE", 4000)
    found, skipped = read(tmp_path / "a.zip", data)
    assert 0 < len(found) < 12
    assert all("unpacks to more than" in problem.reason for problem in skipped) and skipped


def test_gzip_inside_counts_what_it_unpacks_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.read.forms.packed._WHOLE", 2_000_000)
    data = zipped({f"{k}.txt.gz": gzip.compress(b"0" * 1_000_000) for k in range(9)} | {"z.txt": PAGE.encode()})
    _, skipped = read(tmp_path / "a.zip", data)
    assert "unpacks to more than" in skipped[-1].reason
    assert len(skipped) < 6


def test_a_packed_tar_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.read.forms.packed._WHOLE", 10 << 20)
    bomb = gzip.compress(b"\0" * (20 << 20))
    with pytest.raises(UnreadableFile, match="unpacks to more than"):
        read(tmp_path / "a.tgz", bomb)


def test_links_in_archives_are_told_and_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(PAGE, encoding="utf-8")
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, kind in (("soft.txt", tarfile.SYMTYPE), ("hard.txt", tarfile.LNKTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, str(secret)
            archive.addfile(info)
    linked = io.BytesIO()
    with zipfile.ZipFile(linked, "w") as archive:
        link = zipfile.ZipInfo("soft.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, str(secret))
    for name, data, count in (("a.tar", packed.getvalue(), 2), ("a.zip", linked.getvalue(), 1)):
        found, skipped = read(tmp_path / name, data)
        assert found == []
        assert ["a link" in problem.reason for problem in skipped] == [True] * count


def test_members_are_never_written_by_their_names(tmp_path: Path) -> None:
    names = ("a/../../out.txt", "/tmp/kg-out.txt", "C:\\out.txt", "\x1b[31m.txt")
    found, _ = read(tmp_path / "a.zip", zipped({name: PAGE.encode() for name in names}))
    assert len(found) == 3  # parts that begin with a dot are hidden files
    assert [path.name for path in tmp_path.parent.rglob("*out.txt")] == []
    assert not Path("/tmp/kg-out.txt").exists()


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise("abcdefghij"))
    + '<!ENTITY file SYSTEM "file:///etc/passwd">]>'
)


@pytest.mark.parametrize("entity", ["&j;", "&file;"])
def test_xml_entities_are_not_unfolded(entity: str, tmp_path: Path) -> None:
    document = tmp_path / "a.docx"
    written = Document()
    for words in (LEAD, REST):
        written.add_paragraph(words)
    written.save(str(document))
    with zipfile.ZipFile(document) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts["word/document.xml"].decode()
    parts["word/document.xml"] = (LAUGHS + text.partition("?>")[2].replace(REST, REST + entity)).encode()
    begin = time.monotonic()
    try:
        found, _ = read(tmp_path / "b.docx", zipped(parts))
        assert all("root:" not in article.text and len(article.text) < 1000 for article in found)
    except UnreadableFile:
        pass
    assert time.monotonic() - begin < 10
