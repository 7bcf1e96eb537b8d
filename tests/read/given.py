"""A made-up page, a file of given bytes and how it is read, and a zip."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from kg.errors import SkipInput
from kg.model import Article
from kg.read import ReadOptions, Source, read_source

TITLE = "市委召开河道治理专题会议"
LEAD = "本报讯（记者 李文达）5月13日，市委召开河道治理专题会议，市委书记周明远主持会议并讲话。"
REST = "会议要求，要压实各级河长责任，确保主汛期前完工。"
PAGE = f"{TITLE}\n\n{LEAD}\n\n{REST}\n"


def read(path: Path, data: bytes, options: ReadOptions | None = None) -> tuple[list[Article], list[SkipInput]]:
    """The articles of a file of these bytes, and what was left out."""
    path.write_bytes(data)
    skipped: list[SkipInput] = []
    found = list(read_source(Source(path, path.name), options or ReadOptions(), skipped.append))
    return found, skipped


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip of these files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()
