"""redirects.jsonl: where an id of an earlier build of the same folder leads now.

An entity's id comes from its members; where more pages join or part them, it may change. Each line says where an id
that was written before leads: to the entity that holds most of its members now, or to null where none of them is left.
Lines of earlier builds are followed on. Ids that are still there need no line; a first build writes no file.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import msgspec

from kg.export.lines import FILES
from kg.files import write_text
from kg.model import Resolution

NAME = "redirects.jsonl"
SCHEMA = 1


class _Redirect(msgspec.Struct):
    kind: str
    old: str = msgspec.field(name="from")
    to: str | None


class _Earlier(msgspec.Struct):
    id: str
    members: list[str]


def write(resolution: Resolution, out: Path) -> tuple[Path, ...]:
    """Write `out/redirects.jsonl` from what an earlier build left there; what was written, nothing without a change.

    To be called before the earlier build's entities are replaced: a build that is killed loses no id. Raises OSError.
    """
    now = {entity.id for entity in resolution.entities}
    owner = {member: entity.id for entity in resolution.entities for member in entity.members}
    moved = {key: _most(members, owner) for key, members in _earlier(out).items() if key not in now}
    found = {key: moved.get(old or "", old) for key, old in read(out).items() if key not in now}
    found = {key: new if new in now else None for key, new in found.items()} | moved
    if not found:
        (out / NAME).unlink(missing_ok=True)
        return ()
    write_text(out / NAME, "".join(_line(old, new) for old, new in sorted(found.items())))
    return (out / NAME,)


def read(out: Path) -> dict[str, str | None]:
    """The redirects that lie in a folder: old id → new id, or None. Empty where there is no file or no such line."""
    path = out / NAME
    if not path.is_file():
        return {}
    found: dict[str, str | None] = {}
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            redirect = msgspec.json.decode(line, type=_Redirect)
        except msgspec.MsgspecError:  # damaged: what it said is lost, the build is not
            continue
        if redirect.kind == "redirect":
            found[redirect.old] = redirect.to
    return found


def _earlier(out: Path) -> dict[str, list[str]]:
    """The members of each entity of an earlier build; what is no record of one is left out."""
    path = out / FILES[1]
    if not path.is_file():
        return {}
    found: dict[str, list[str]] = {}
    with path.open(encoding="utf-8", errors="replace", newline="\n") as file:
        for line in file:
            try:
                record = msgspec.json.decode(line, type=_Earlier)
            except msgspec.MsgspecError:
                continue
            found[record.id] = record.members
    return found


def _most(members: list[str], owner: Mapping[str, str]) -> str | None:
    held = Counter(owner[member] for member in members if member in owner)
    return min(held, key=lambda ident: (-held[ident], ident), default=None)


def _line(old: str, new: str | None) -> str:
    return json.dumps({"from": old, "kind": "redirect", "schema": SCHEMA, "to": new}, sort_keys=True) + "\n"


__all__ = ["NAME", "read", "write"]
