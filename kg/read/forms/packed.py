"""Files that hold files: .gz, .zip, .tar, .tar.gz, one in another up to three deep.

Limits stop what unpacks to more than a machine can hold. A member is called `archive.zip/inner/name.txt`; names of a
zip that are no UTF-8 are GBK, as Chinese Windows writes them.
"""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import NamedTuple

from kg.errors import SkipInput, UnreadableFile
from kg.model import Article
from kg.read import forms
from kg.read.options import ReadOptions
from kg.read.sources import Source, shown

_DEPTH, _MEMBERS, _LARGEST, _WHOLE = 3, 20_000, 200 << 20, 4 << 30
_UTF8_NAME = 0x800


class _Member(NamedTuple):
    name: str
    size: int
    read: Callable[[], bytes]


def articles(source: Source, options: ReadOptions, skip: forms.Skip) -> Iterator[Article]:
    """The articles of all members in the order of their names; a bad or unknown member is told to `skip`."""
    if source.depth >= _DEPTH:
        raise UnreadableFile(source.document, f"an archive {_DEPTH} deep inside others; unpack it")
    whole = 0
    try:
        members = sorted(_members(source), key=lambda member: member.name)
    except (zipfile.BadZipFile, tarfile.TarError, EOFError, OSError, zlib.error) as error:
        raise UnreadableFile(source.document, f"not a whole archive ({error}); pack it again") from error
    if len(members) > _MEMBERS:
        raise UnreadableFile(source.document, f"holds {len(members)} files, more than {_MEMBERS}; unpack it")
    last = {member.name: number for number, member in enumerate(members)}
    for number, member in enumerate(members):
        whole += member.size
        where = f"{source.document}/{member.name}"
        if whole > _WHOLE:
            skip(SkipInput(where, f"the archive unpacks to more than {_WHOLE >> 30} GiB; unpack it"))
            return
        if last[member.name] == number:
            yield from _read(member, source, options, skip)
        else:
            skip(SkipInput(where, "a later member has the same name, and that one is read"))


def _read(member: _Member, source: Source, options: ReadOptions, skip: forms.Skip) -> Iterator[Article]:
    where = f"{source.document}/{member.name}"
    if forms.form_of(member.name) is None:
        skip(SkipInput(where, "of a kind that is not read"))
        return
    if member.size > _LARGEST:
        skip(SkipInput(where, f"unpacks to more than {_LARGEST >> 20} MiB"))
        return
    try:
        data = member.read()
        path = source.path / member.name
        yield from forms.articles(Source(path, where, data, source.depth + 1), options, skip)
    except SkipInput as problem:
        skip(problem)
    except (zipfile.BadZipFile, tarfile.TarError, RuntimeError, EOFError, OSError, zlib.error) as error:
        skip(SkipInput(where, f"cannot be unpacked ({error})"))
    except Exception as error:  # one bad member must not stop the others; it is named and counted
        skip(SkipInput(where, f"unexpected {type(error).__name__}: {error}"))


def _members(source: Source) -> list[_Member]:
    name = source.path.name.lower()
    data = source.read()
    if name.endswith(".zip"):
        return _zip(zipfile.ZipFile(io.BytesIO(data)))
    if name.endswith((".tar", ".tgz", ".tar.gz")):
        return _tar(tarfile.open(fileobj=io.BytesIO(data)))
    return [_Member(source.path.name[: -len(".gz")], 0, lambda: _gunzip(data))]


def _zip(archive: zipfile.ZipFile) -> list[_Member]:
    files = [(_name(info), info) for info in archive.infolist() if not info.is_dir()]
    return [_Member(name, info.file_size, partial(_unzipped, archive, info)) for name, info in files if _seen(name)]


def _unzipped(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """A member's bytes. With a size given, unpacking stops there: a member may say that it is smaller than it is."""
    with archive.open(info) as file:
        return file.read(info.file_size + 1)


def _name(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    written = info.filename.encode("cp437", errors="replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return written.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename


def _tar(archive: tarfile.TarFile) -> list[_Member]:
    files = [info for info in archive.getmembers() if info.isfile()]
    return [_Member(shown(info.name), info.size, partial(_taken, archive, info)) for info in files if _seen(info.name)]


def _taken(archive: tarfile.TarFile, info: tarfile.TarInfo) -> bytes:
    file = archive.extractfile(info)
    return file.read() if file else b""


def _seen(name: str) -> bool:
    """Whether a member is no hidden file nor what macOS packs beside every file."""
    return not any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts)


def _gunzip(data: bytes) -> bytes:
    with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
        text = file.read(_LARGEST + 1)
    if len(text) > _LARGEST:
        raise OSError(f"more than {_LARGEST >> 20} MiB")
    return text
