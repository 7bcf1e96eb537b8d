"""Patterns compiled once for many processes, kept beside the compiled modules of this package.

Python keeps modules compiled (in `__pycache__`), but compiles every regular expression anew in each process: those of
this package, some 1,400, take a second, most of what a build of a few pages waits for. Here their code is kept in a
file of the same folder, read only if its hash, the version of Python and that of its engine fit, and asked for by the
whole text and flags of a pattern: what is kept cannot differ from what would be compiled.

Who may write there could change the modules as well, so that a file there is trusted as they are. Where the folder
cannot be written, or Python is told to write no bytecode (PYTHONDONTWRITEBYTECODE), nothing is kept.
"""

from __future__ import annotations

import marshal
import os
import sys
from array import array
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from importlib import import_module
from importlib.util import cache_from_source
from inspect import CO_VARARGS, CO_VARKEYWORDS
from pathlib import Path
from types import FrameType
from typing import Any

# What is private to `re`: where something of it is missing, patterns are compiled as ever.
try:
    _engine: Any = import_module("_sre")
    _compiler: Any = import_module("re._compiler")
    _parser: Any = import_module("re._parser")
    _code: Callable[[Any, int], list[int]] = _compiler._code
    _compile: Callable[[Any, int], Any] = _compiler.compile
    _STAMP = (sys.version, sys.byteorder, _engine.MAGIC, _engine.CODESIZE)
    _POSSIBLE = array("I").itemsize == _engine.CODESIZE
except (ImportError, AttributeError):  # another Python than those this was tried on
    _POSSIBLE = False

_MOST = 6000  # patterns in the file: more are those of older versions, and it is begun anew
_HASH = 32  # bytes at the head of the file
_OURS = __package__ + "."
_TABLES = "kg.language.lexicon"  # is given names of tables, and makes patterns of their words

_Key = tuple[str, int]  # text and flags, as asked for
_Made = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]  # flags, code, and the groups


class _Patterns:
    """What is kept, and what this process compiled that may be kept."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._kept: dict[_Key, _Made] | None = None
        self._new: dict[_Key, None] = {}

    def compile(self, pattern: Any, flags: int = 0) -> Any:
        """Stands in for the function of `re` that compiles what is not in its cache."""
        asking = sys._getframe(3)  # behind two functions of `re`
        if type(pattern) is not str or not asking.f_globals.get("__name__", "").startswith(_OURS):
            return _compile(pattern, flags)
        if self._kept is None:
            self._kept = _read(self._file)
        made = self._kept.get((pattern, flags))
        if made is not None:
            code = array("I", made[1]).tolist()
            return _engine.compile(pattern, made[0], code, *made[2:])
        if _of_package(asking):
            self._new[pattern, flags] = None
        return _compile(pattern, flags)

    def save(self) -> None:
        """Keep what was compiled; nothing happens where that is not possible."""
        if not self._new or sys.dont_write_bytecode or not os.access(self._file.parent, os.W_OK):
            return
        kept = _read(self._file)  # another process may have written meanwhile
        new = {key: _made(*key) for key in self._new if key not in kept}
        self._new.clear()
        if new:
            _write(self._file, {**kept, **new} if len(kept) + len(new) <= _MOST else new)


def _of_package(asking: FrameType) -> bool:
    """Whether the pattern is the package's own, and holds no text of a user's: who asks for it is given nothing."""
    code = asking.f_code
    given = code.co_argcount + code.co_kwonlyargcount + (code.co_flags & (CO_VARARGS | CO_VARKEYWORDS))
    return asking.f_globals["__name__"] == _TABLES or not (given or code.co_freevars)


def _made(pattern: str, flags: int) -> _Made:
    """What the engine is given for a pattern, as `re` gives it."""
    parsed = _parser.parse(pattern, flags)
    code = array("I", _code(parsed, flags)).tobytes()
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in parsed.state.groupdict.items():
        names[number] = name
    return flags | parsed.state.flags, code, parsed.state.groups - 1, dict(parsed.state.groupdict), tuple(names)


def _read(file: Path) -> dict[_Key, _Made]:
    """What the file holds; nothing where it is missing, damaged, or of another Python."""
    with suppress(OSError):
        content = file.read_bytes()
        body = content[_HASH:]
        if content[:_HASH] == sha256(body).digest():
            stamp, kept = marshal.loads(body)  # noqa: S302  # nosec B302
            if stamp == _STAMP:
                return dict(kept)
    return {}


def _write(file: Path, kept: dict[_Key, _Made]) -> None:
    from kg.files import writing  # noqa: PLC0415  only where something is written

    body = marshal.dumps((_STAMP, kept))
    with suppress(OSError), writing(file) as written:
        written.write(sha256(body).digest() + body)


_patterns: _Patterns | None = None


def keep() -> None:
    """From now on this process takes the patterns of this package from those kept, and notes what it compiles."""
    global _patterns  # noqa: PLW0603
    if _patterns is None and _POSSIBLE:
        with suppress(NotImplementedError):  # a Python that keeps no modules
            _patterns = _Patterns(Path(cache_from_source(__file__)).with_suffix(".patterns"))
            _compiler.compile = _patterns.compile


def save() -> None:
    """Keep what this process compiled since `keep`, for others; nothing happens where that is not possible."""
    if _patterns is not None:
        _patterns.save()


__all__ = ["keep", "save"]
