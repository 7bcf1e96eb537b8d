"""Files that hold files: .gz, .zip, .tar, .tar.gz, one in another up to three deep.

Limits stop what unpacks to more than a machine can hold: they count what is unpacked, not what an archive says of
itself, and an archive shares them with all that lie in it. Nothing is written to disk by a member's name, and links
are not followed. A member is called `archive.zip/inner/name.txt`; names of a
zip that are no UTF-8 are GBK, as Chinese Windows writes them.
"""

from __future__ import annotations

import gzip
import io
import stat
import struct
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePosixPath
from typing import IO, NamedTuple

from kg.errors import SkipInput, UnreadableFile
from kg.model import Article
from kg.read import forms
from kg.read.options import ReadOptions
from kg.read.sources import Source, printable
from kg.say import say

_DEPTH, _MEMBERS, _LARGEST, _WHOLE = 3, 20_000, 200 << 20, 4 << 30
_MOST = _LARGEST + 1
# Archives that are damaged in a way that only arithmetic notices end in the last three.
_BROKEN = (zipfile.BadZipFile, tarfile.TarError, EOFError, OSError, zlib.error, ValueError, struct.error, RuntimeError)
_UTF8_NAME = 0x800


class _Member(NamedTuple):
    name: str
    read: Callable[[], bytes]  # as many bytes as may be, and one more where there are more
    link: bool = False


@dataclass(slots=True)
class _Room:
    """What an archive and those inside it may still hold: files, and bytes when unpacked."""

    members: int = field(default_factory=lambda: _MEMBERS)
    size: int = field(default_factory=lambda: _WHOLE)


def articles(source: Source, options: ReadOptions, skip: forms.Skip) -> Iterator[Article]:
    """The articles of all members in the order of their names; a bad or unknown member is told to `skip`."""
    if source.depth >= _DEPTH:
        raise UnreadableFile(source.document, say("an archive {depth} deep inside others; unpack it", depth=_DEPTH))
    room = source.room if isinstance(source.room, _Room) else _Room()
    with ExitStack() as stack:
        try:
            members = sorted(_members(source, stack), key=lambda member: member.name)
        except _BROKEN as error:
            raise UnreadableFile(
                source.document, say("not a whole archive ({error}); pack it again", error=error)
            ) from error
        room.members -= len(members)
        if room.members < 0:
            raise UnreadableFile(
                source.document, say("holds more than {members} files, archives in it too; unpack it", members=_MEMBERS)
            )
        last = {member.name: number for number, member in enumerate(members)}
        for number, member in enumerate(members):
            where = f"{source.document}/{member.name}"
            if room.size < 0:
                skip(
                    SkipInput(where, say("the archive unpacks to more than {whole} GiB; unpack it", whole=_WHOLE >> 30))
                )
                return
            if last[member.name] == number:
                yield from _read(member, source, room, options, skip)
            else:
                skip(SkipInput(where, say("a later member has the same name, and that one is read")))


def _read(member: _Member, source: Source, room: _Room, options: ReadOptions, skip: forms.Skip) -> Iterator[Article]:
    where = f"{source.document}/{member.name}"
    if member.link:
        skip(SkipInput(where, say("a link, and links in archives are not followed")))
        return
    if forms.form_of(member.name) is None:
        skip(SkipInput(where, say("of a kind that is not read")))
        return
    try:
        data = member.read()
    except _BROKEN as error:
        skip(SkipInput(where, say("cannot be unpacked ({error})", error=error)))
        return
    room.size -= len(data)
    if len(data) > _LARGEST:
        skip(SkipInput(where, say("unpacks to more than {largest} MiB", largest=_LARGEST >> 20)))
        return
    try:
        path = source.path / member.name
        yield from forms.articles(Source(path, where, data, source.depth + 1, room), options, skip)
    except SkipInput as problem:
        skip(problem)
    except Exception as error:  # one bad member must not stop the others; it is named and counted
        skip(SkipInput(where, say("unexpected {name}: {error}", name=type(error).__name__, error=error)))


def _members(source: Source, stack: ExitStack) -> list[_Member]:
    name = source.path.name.lower()
    data = source.read()
    if name.endswith(".zip"):
        return _zip(zipfile.ZipFile(io.BytesIO(data)))
    if name.endswith((".tar", ".tgz", ".tar.gz")):
        return _tar(tarfile.open(fileobj=_unpressed(data, stack), mode="r:", encoding="utf-8"))
    return [_Member(source.path.name[: -len(".gz")], lambda: gzip.GzipFile(fileobj=io.BytesIO(data)).read(_MOST))]


def _unpressed(data: bytes, stack: ExitStack) -> IO[bytes]:
    """A tar file without gzip around it, in a file that has no name: its members are read in any order."""
    if not data.startswith(b"\x1f\x8b"):
        return io.BytesIO(data)
    whole = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115  the stack is the context
    with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
        while block := file.read(1 << 20):
            if whole.write(block) and whole.tell() > _WHOLE:
                raise OSError(f"unpacks to more than {_WHOLE >> 30} GiB")
    whole.seek(0)
    return whole


def _zip(archive: zipfile.ZipFile) -> list[_Member]:
    files = [(_name(info), info) for info in archive.infolist() if not info.is_dir()]
    return [
        _Member(name, partial(_unzipped, archive, info), stat.S_ISLNK(info.external_attr >> 16))
        for name, info in files
        if _seen(name)
    ]


def _unzipped(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """A member's bytes. With a size given, unpacking stops there: a member may say that it is smaller than it is."""
    with archive.open(info) as file:
        return file.read(min(info.file_size, _LARGEST) + 1)


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
    files = [info for info in archive.getmembers() if info.isfile() or info.issym() or info.islnk()]
    return [
        _Member(printable(info.name), partial(_taken, archive, info), not info.isfile())
        for info in files
        if _seen(info.name)
    ]


def _taken(archive: tarfile.TarFile, info: tarfile.TarInfo) -> bytes:
    file = archive.extractfile(info)
    return file.read(_MOST) if file else b""


def _seen(name: str) -> bool:
    """Whether a member is no hidden file nor what macOS packs beside every file."""
    return not any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts)
