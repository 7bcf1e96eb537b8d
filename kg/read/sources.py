"""Which files are to be read, and what each is called."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from kg.errors import UnreadableFile, UserError
from kg.say import Said, say

_OF_PAGES = ("_files", ".files", "_文件")  # 「河湟日报_files」 beside 「河湟日报.html」
CORRECTIONS = "corrections.csv"  # what editors corrected, beside the pages: no table of articles


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read. document: its name relative to what the user gave, with forward slashes, unlike any other.

    data: its bytes where it is a member of an archive, whose `path` it stands under; depth: in how many archives;
    room: what these may still unpack to, for the form that unpacks them.
    """

    path: Path
    document: str
    data: bytes | None = None
    depth: int = 0
    room: object = None

    def read(self) -> bytes:
        """Its bytes. Raises UnreadableFile."""
        if self.data is not None:
            return self.data
        try:
            return self.path.read_bytes()
        except OSError as error:
            raise UnreadableFile(
                self.document, say("cannot be opened ({strerror})", strerror=error.strerror or error)
            ) from error


def suffixes() -> tuple[str, ...]:
    """How the names of the files end that are read."""
    from kg.read.forms import FORMS  # noqa: PLC0415  its modules know sources

    return tuple(suffix for form in FORMS for suffix in form.suffixes)


def find_sources(paths: Sequence[Path]) -> list[Source]:
    """The sources at `paths`, sorted by document; the same for any order of `paths`.

    A file is taken as it is named; of a folder, and the folders below, every file with one of `suffixes()` whose path
    has no part that begins with a dot and no folder that a browser saved beside a page, but for the corrections.csv
    right in the folder. Where two files would share a document name, each gets as many of its parent folders before it
    as tells them apart. Raises UserError for a path that does not exist.
    """
    found: dict[Path, tuple[Path, Path]] = {}
    for path in sorted(paths):
        if not path.exists():
            raise UserError(say("{path}: no such file or folder", path=path))
        for file in _below(path) if path.is_dir() else [path]:
            name = file.relative_to(path) if path.is_dir() else Path(file.name)
            found.setdefault(file.resolve(), (file, name))
    named = _told_apart(list(found.items()))
    return sorted((Source(file, shown(document)) for document, file in named), key=lambda source: source.document)


def shown(name: str) -> str:
    """The name of a file as every machine calls it: its bytes as UTF-8, those that are none (GBK) as \\xd6.

    Python reads names in the encoding of the locale, and a folder looks different to a machine that speaks GB18030.
    """
    return printable(os.fsencode(name).decode("utf-8", "surrogateescape") if os.name == "posix" else name)


def printable(name: str) -> str:
    """A name whose bytes are no UTF-8 (from a zip in GBK) with those bytes as \\xd6, so that it can be printed."""
    try:
        return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:  # a lone surrogate that no byte stands behind: Windows has such names
        return name.encode("utf-8", "backslashreplace").decode("utf-8")


_ADVICE = (
    ((".doc", ".wps", ".rtf", ".odt"), say("save it as .docx or .txt")),
    ((".xls", ".xlsx", ".et", ".ods"), say("save the sheet of articles as .csv")),
    ((".gif", ".heic", ".heif", ".avif", ".jp2"), say("save the picture as .png or .jpg")),
    ((".ofd", ".caj", ".ceb", ".djvu", ".epub", ".mobi"), say("print or save it as PDF, or copy its text into .txt")),
    ((".rar", ".7z", ".xz", ".bz2", ".zst"), say("unpack it, or pack it as .zip")),
    ((".ppt", ".pptx"), say("copy its text into .txt")),
)  # fmt: skip


def advice(suffix: str) -> Said | None:
    """What to do about a file of a kind that is not read, by the end of its name (.doc), or None."""
    return next((said for ends, said in _ADVICE if suffix in ends), None)


def others(paths: Sequence[Path]) -> list[Path]:
    """The files of the folders among `paths` that are of no kind that is read, hidden ones and sidecars aside."""
    ends = (*suffixes(), ".json")
    found = ((file, path) for path in paths if path.is_dir() for file in path.rglob("*") if file.is_file())
    unknown = ((file, file.relative_to(path)) for file, path in found if not file.name.lower().endswith(ends))
    return sorted(file for file, name in unknown if not _hidden(name))


def is_read(name: PurePath, ends: tuple[str, ...]) -> bool:
    """Whether a file of a folder is read, by its name there; ends: `suffixes()`."""
    return name.name.lower().endswith(ends) and not _hidden(name) and name.as_posix() != CORRECTIONS


def _hidden(name: PurePath) -> bool:
    """Whether a file is hidden, or lies among the pictures and scripts that a browser saves beside a page."""
    beside = any(part.endswith(_OF_PAGES) for part in name.parts[:-1])
    return beside or any(part.startswith(".") for part in name.parts)


def _below(folder: Path) -> list[Path]:
    ends = suffixes()
    return sorted(file for file in folder.rglob("*") if is_read(file.relative_to(folder), ends) and file.is_file())


def _told_apart(found: Sequence[tuple[Path, tuple[Path, Path]]]) -> list[tuple[str, Path]]:
    names = {whole: name.as_posix() for whole, (_, name) in found}
    depths = {whole: len(name.parts) for whole, (_, name) in found}
    while True:
        count = Counter(names.values())
        alike = [whole for whole, name in names.items() if count[name] > 1 and depths[whole] < len(whole.parts)]
        if not alike:
            return [(names[whole], file) for whole, (file, _) in found]
        for whole in alike:
            depths[whole] += 1
            names[whole] = _tail(whole, depths[whole])


def _tail(path: Path, depth: int) -> str:
    return Path(*path.parts[-depth:]).as_posix()
