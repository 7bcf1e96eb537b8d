"""The gate: figures pinned with a fingerprint of their gold, which fall only with a reason that is written down.

`seeds/baseline.json` holds {"schema", "sets": {name: {"gold", "documents", "figures"}}, "lowered": [{"set", "reason",
"figures"}]}. F1 of nodes and triples and the articles cut right may not fall at all; precision and recall may trade a
little for each other. The idea is from trafilatura's tests/eval_gate.py.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from kg.errors import BadRecord, UserError
from kg.evaluate.report import Report
from kg.files import write_text
from kg.say import Said, say, told

SCHEMA = 1
# Figures are pinned with four decimals; what rounding alone may take away is no fall.
_ROUNDING = 0.00005
_TRADE = 0.02


class _Pinned(msgspec.Struct):
    gold: str
    documents: int
    figures: dict[str, float]


class _Baseline(msgspec.Struct):
    schema: int
    sets: dict[str, _Pinned]
    lowered: list[dict[str, Any]] = []


def read_baseline(path: Path) -> dict[str, Any]:
    """The pinned figures; empty sets where the file does not exist yet. Raises BadRecord where it is none of ours."""
    if not path.exists():
        return {"schema": SCHEMA, "sets": {}, "lowered": []}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        msgspec.convert(found, _Baseline)
    except (OSError, ValueError, RecursionError) as error:
        raise BadRecord(say("{path}: not a baseline ({error})", path=path, error=error)) from error
    if found["schema"] != SCHEMA:
        raise BadRecord(say("{path}: not a baseline of schema {schema}", path=path, schema=SCHEMA))
    plain: dict[str, Any] = found
    return plain


def pinned_figures(report: Report) -> dict[str, float]:
    """What is pinned of a report: shares with four decimals, and counts of articles."""
    shares = {
        f"{part}_{name}": round(getattr(figures, name), 4)
        for part, figures in (("nodes", report.nodes["all"]), ("triples", report.triples["all"]))
        for name in ("precision", "recall", "f1")
    }
    return {**shares, "articles_cut": report.cut.right, "articles_predicted": report.cut.predicted}


def check_gate(report: Report, baseline: Mapping[str, Any], name: str) -> list[Said]:
    """What is worse than pinned for the set of this name, one line each; empty where nothing is.

    A set that is not pinned, and one whose gold has another fingerprint, are complaints too: a gate that has nothing to
    compare with has not passed.
    """
    pinned = baseline["sets"].get(name)
    if pinned is None:
        return [say("{name}: no figures are pinned; pin them first", name=name)]
    if pinned["gold"] != report.gold:
        return [
            say(
                "{name}: the gold has changed since the figures were pinned; pin them again, with the reason", name=name
            )
        ]
    found = pinned_figures(report)
    complaints = []
    for figure, least in pinned["figures"].items():
        if figure == "articles_predicted":
            worse = found[figure] > least and found[figure] > report.cut.expected
        else:
            worse = found[figure] < least - _slack(figure)
        if worse:
            complaints.append(
                say(
                    "{name}: {figure} is {value:.4g}, pinned is {least:.4g}",
                    name=name,
                    figure=figure,
                    value=found[figure],
                    least=least,
                )
            )
    return complaints


def pin(report: Report, path: Path, name: str, reason: str | None = None) -> None:
    """Pins the report's figures under `name` in the file at `path`.

    Where a figure is worse than the pinned one, or the gold is another, `reason` must say why; it is kept in the file
    with the figures given up. Raises UserError without one, BadRecord where the file is no baseline.
    """
    baseline = read_baseline(path)
    before = baseline["sets"].get(name)
    complaints = check_gate(report, baseline, name) if before else []
    if complaints:
        if not (reason and reason.strip()):
            raise UserError(
                say("{complaints}. Give a reason to pin lower figures", complaints="; ".join(map(told, complaints)))
            )
        given_up = {"set": name, "reason": reason.strip(), "figures": before["figures"], "gold": before["gold"]}
        baseline["lowered"] = [*baseline.get("lowered", []), given_up]
    entry = {"gold": report.gold, "documents": report.documents, "figures": pinned_figures(report)}
    baseline["sets"] = dict(sorted({**baseline["sets"], name: entry}.items()))
    write_text(path, json.dumps(baseline, ensure_ascii=False, indent=2, sort_keys=True) + "\n")


def _slack(figure: str) -> float:
    return _TRADE if figure.endswith(("precision", "recall")) else _ROUNDING


__all__ = ["SCHEMA", "check_gate", "pin", "pinned_figures", "read_baseline"]
