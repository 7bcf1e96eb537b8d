"""Whether a folder of `kg build` is what its manifest says, and whether what it says stands in its articles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import msgspec

from kg import __version__
from kg.errors import KgError, UserError
from kg.export import lines
from kg.model import Evidence, Resolution
from kg.pipeline import manifest
from kg.pipeline.cache import rules_version
from kg.read import Source
from kg.say import say


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at. name: what, in both languages; seen: how many. faults: what differs, one line each.

    serious: False where a difference is no damage (another version of a library).
    """

    name: str
    seen: int
    faults: tuple[str, ...] = ()
    serious: bool = True


class _Input(msgspec.Struct):
    document: str
    sha256: str | None


class _Manifest(msgspec.Struct):
    """What is read of a manifest; more may stand there."""

    versions: dict[str, str]
    inputs: list[_Input]
    counts: dict[str, Any]
    graph: str
    outputs: dict[str, str]


def verify(out: Path, sources: Sequence[Source] | None = None) -> Iterator[Check]:
    """Every check of the folder `out`, one by one. sources: the files that it was built from, if they are here.

    Raises UserError where there is no manifest that can be read.
    """
    told = _manifest(out / manifest.NAME)
    yield Check(say("versions"), len(told.versions), tuple(_versions(told.versions)), serious=False)
    if sources is not None:
        yield Check(say("inputs"), len(told.inputs), tuple(_inputs(told.inputs, sources)))
    yield Check(say("outputs"), len(told.outputs), tuple(_outputs(told.outputs, out)))
    try:
        resolution = lines.read(out)
    except (KgError, OSError) as error:
        yield Check(say("records"), 0, (str(error),))
        return
    yield Check(say("ends of facts"), 2 * len(resolution.triples))  # `lines.read` refuses one whose end is missing
    yield Check(say("counts"), len(told.counts), tuple(_counts(told.counts, resolution)))
    right = manifest.graph_hash(resolution) == told.graph
    yield Check(say("hash of the graph"), 1, () if right else (say("it is another graph than the manifest's"),))
    pieces = sum(len(triple.evidence) for triple in resolution.triples)
    yield Check(say("spans of evidence"), pieces, tuple(_spans(resolution)))


def _manifest(path: Path) -> _Manifest:
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Manifest)
    except FileNotFoundError:
        raise UserError(
            say(
                "{path}: not there: no folder of kg build, or the build was stopped; the same command completes it",
                path=path,
            )
        ) from None
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise UserError(say("{path}: damaged ({error}); build the folder again", path=path, error=error)) from error


def _versions(told: Mapping[str, str]) -> Iterator[str]:
    for name, then in sorted(told.items()):
        now = {"kg": __version__, "rules": rules_version()}.get(name) or _installed(name)
        if now != then:
            yield say("{name}: built with {then}, here is {now}", name=name, then=then, now=now)


def _installed(name: str) -> str:
    try:
        return version(name)
    except (PackageNotFoundError, ValueError):  # no name at all
        return "none"


def _inputs(told: Iterable[_Input], sources: Iterable[Source]) -> Iterator[str]:
    then = {item.document: item.sha256 for item in told}
    now = {source.document: manifest.input_hash(source) for source in sources}
    for document in sorted(then.keys() | now.keys()):
        if document not in now:
            yield say("{document}: was read and is not here", document=document)
        elif document not in then:
            yield say("{document}: is here and was not read", document=document)
        elif then[document] != now[document]:
            yield say("{document}: changed since", document=document)


def _outputs(told: Mapping[str, str], out: Path) -> Iterator[str]:
    inside = out.resolve()
    for name, then in sorted(told.items()):
        try:
            if not (out / name).resolve().is_relative_to(inside):
                yield say("{name}: leads out of the folder", name=name)
            elif manifest.file_hash(out / name) != then:
                yield say("{name}: changed since it was built", name=name)
        except OSError as error:
            yield f"{name}: {error.strerror}"
        except (ValueError, RuntimeError) as error:  # no name that a file can have; a loop of links
            yield f"{name!r}: {error}"


def _counts(told: Mapping[str, Any], resolution: Resolution) -> Iterator[str]:
    for name, found in manifest.counts(resolution).items():
        then = told.get(name)
        if then != found:
            yield say(
                "{name}: {then} in the manifest, {found} in the files",
                name=name,
                then=_short(then),
                found=_short(found),
            )


def _short(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)[:200]


def _spans(resolution: Resolution) -> Iterator[str]:
    texts = {article.id: article.text for article in resolution.articles}
    for triple in resolution.triples:
        for piece in triple.evidence:
            if not _stands(piece, texts[triple.article]):
                yield say(
                    "{article}: fact {id}: 「{sentence}」 does not stand where it says",
                    article=triple.article,
                    id=triple.id,
                    sentence=piece.sentence[:30],
                )


def _stands(piece: Evidence, text: str) -> bool:
    """Whether a piece's sentence stands in the text, and its span inside that."""
    if piece.start is None or piece.end is None:
        return piece.start is piece.end and piece.sentence in text
    begin = text.rfind(piece.sentence, 0, piece.start + len(piece.sentence))
    return 0 <= begin <= piece.start < piece.end <= begin + len(piece.sentence)


__all__ = ["Check", "verify"]
