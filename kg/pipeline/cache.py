"""What was extracted from an article, kept under the article's content and the version of everything that read it.

One file of JSON lines an article: `<folder>/<version>/<first two digits>/<key>.jsonl`. Its first line carries the
hash of the others, so that a damaged file is known and made again. The folder may be deleted at any time.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from kg.files import writing
from kg.model import SCHEMA, Article, to_line

# Everything that extraction may import (the import contracts of pyproject.toml hold it to that), and what it runs on.
SOURCES = ("errors.py", "extract", "language", "model.py", "ontology.py", "ontology.yaml", "say.py")
PACKAGES = ("jieba", "numpy", "opencc")


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of extractions of one version of the rules."""

    folder: Path
    version: str

    def get(self, article: Article) -> list[str] | None:
        """The lines that were put for this very article, or None where there are none or they are damaged."""
        key = _key(article)
        try:
            head, _, body = self._path(key).read_bytes().partition(b"\n")
        except OSError:
            return None
        if head != _head(body, key):
            return None
        return body.decode("utf-8").split("\n")

    def put(self, article: Article, lines: Sequence[str]) -> None:
        """Keep the lines of an article. Raises OSError where the folder cannot be written."""
        body = "\n".join(lines).encode("utf-8", "backslashreplace")
        key = _key(article)
        path = self._path(key)
        if path.is_dir() and not path.is_symlink():  # what cannot be replaced by a file
            shutil.rmtree(path)
        with writing(path) as file:
            file.write(_head(body, key) + b"\n" + body)

    def _path(self, key: str) -> Path:
        return self.folder / self.version / key[:2] / f"{key}.jsonl"


def _key(article: Article) -> str:
    return sha256(to_line(article).encode("utf-8", "backslashreplace")).hexdigest()[:32]


def _head(body: bytes, key: str) -> bytes:
    """The first line of a file: what stands below, and for which article; whole files may be moved, too."""
    return json.dumps({"for": key, "kind": "cache", "schema": SCHEMA, "sha256": sha256(body).hexdigest()}).encode(
        "ascii"
    )


@cache
def rules_version() -> str:
    """A hash of the code, the lexicons and the packages that extraction depends on, 16 hexadecimal digits.

    Line ends do not count: a checkout on Windows has the same version.
    """
    total = sha256()
    for name in PACKAGES:
        total.update(f"{name} {version(name)}\n".encode())
    for name in SOURCES:
        _add(files("kg").joinpath(name), name, total.update)
    return total.hexdigest()[:16]


def _add(item: Traversable, name: str, update: Callable[[bytes], object]) -> None:
    if item.is_dir():
        for child in sorted(item.iterdir(), key=lambda child: child.name):
            if child.name != "__pycache__" and not child.name.startswith("."):
                _add(child, f"{name}/{child.name}", update)
        return
    content = item.read_bytes().replace(b"\r\n", b"\n")
    update(f"{name} {sha256(content).hexdigest()}\n".encode())
