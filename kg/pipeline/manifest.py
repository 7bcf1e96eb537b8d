"""out/manifest.json: what went in, with which rules, and what came out; no clock and no path of a machine."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from kg import __version__
from kg.files import write_text
from kg.model import Resolution, to_line
from kg.ontology import ontology
from kg.pipeline.cache import rules_version
from kg.pipeline.skips import Skip
from kg.read import ReadOptions, Source
from kg.read.forms import taken_for

NAME = "manifest.json"
PACKAGES = (
    *("charset-normalizer", "jieba", "lxml", "networkx", "numpy", "opencc"),
    *("pypdfium2", "python-docx", "pyvis", "trafilatura"),
)
OCR = ("onnxruntime", "pillow", "rapidocr")  # named where something was read by it


def counts(resolution: Resolution) -> dict[str, Any]:
    """articles, entities by type, triples by predicate; each in the ontology's order, zeros too."""
    words = ontology()
    types = Counter(entity.type for entity in resolution.entities)
    predicates = Counter(triple.predicate for triple in resolution.triples)
    return {
        "articles": len(resolution.articles),
        "entities": {name: types[name] for name in words.types},
        "triples": {name: predicates[name] for name in words.predicates},
    }


def manifest(
    sources: Sequence[Source], options: ReadOptions, resolution: Resolution, skipped: Sequence[Skip]
) -> dict[str, Any]:
    """The manifest of a build, outputs aside; the same for the same input on every machine."""
    return {
        "kind": "manifest",
        "schema": 1,
        "versions": {"kg": __version__, "rules": rules_version()}
        | {name: version(name) for name in (*PACKAGES, *(OCR if _scanned(resolution) else ()))},
        "options": {"date": options.date, "place": options.place, "columns": [list(pair) for pair in options.columns]},
        "cuts": {document: [asdict(cut) for cut in cuts] for document, cuts in sorted(options.cuts.items())},
        "inputs": [_input(source) for source in sources],
        # Workers change the order in which skips are told.
        "skipped": _told(skipped, lost=True),
        "remarks": _told(skipped, lost=False),
        "counts": counts(resolution),
        "graph": graph_hash(resolution),
    }


def _input(source: Source) -> dict[str, str | None]:
    form = taken_for(source.path.name)
    return {"document": source.document, "form": form.name, "sha256": input_hash(source)}


def _scanned(resolution: Resolution) -> bool:
    return any(spot.sure < 1 for article in resolution.articles for spot in article.spots)


def write(content: Mapping[str, Any], out: Path, written: Iterable[Path]) -> None:
    """Write `out/manifest.json` with the hash of each written file. Raises OSError."""
    outputs = {path.relative_to(out).as_posix(): file_hash(path) for path in sorted(written)}
    whole = {**content, "outputs": outputs}
    write_text(out / NAME, json.dumps(whole, ensure_ascii=False, sort_keys=True, indent=2) + "\n")


def _told(skipped: Iterable[Skip], *, lost: bool) -> list[dict[str, str]]:
    found = sorted((item.where, item.reason) for item in skipped if item.lost is lost)
    return [{"where": where, "reason": reason} for where, reason in found]


def input_hash(source: Source) -> str | None:
    """SHA-256 of a source's file, None where it cannot be read: reading has named and counted it."""
    try:
        return file_hash(source.path)
    except OSError:
        return None


def file_hash(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal. Raises OSError."""
    with path.open("rb") as file:
        total = sha256()
        while block := file.read(1 << 20):
            total.update(block)
    return total.hexdigest()


def graph_hash(resolution: Resolution) -> str:
    """SHA-256 of the lines of entities and triples, sorted."""
    total = sha256()
    for line in sorted([*map(to_line, resolution.entities), *map(to_line, resolution.triples)]):
        total.update(line.encode("utf-8", "backslashreplace") + b"\n")
    return total.hexdigest()
