"""--gate, --pin and --reason of `kg evaluate`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.errors import UserError
from kg.say import told

if TYPE_CHECKING:
    from kg.cli.options import Command
    from kg.evaluate import Report

FILE = click.Path(dir_okay=False, path_type=Path)


@dataclass(frozen=True, slots=True)
class Gate:
    """Where figures are compared with pinned ones, and where they are pinned; reason: why lower ones are."""

    check: Path | None
    pin: Path | None
    reason: str | None

    def pass_through(self, report: Report, gold: Path) -> None:
        """Compare the figures, or pin them. Raises UserError where they are lower than they were."""
        from kg.evaluate import check_gate, pin, read_baseline

        where = gold.resolve()
        name = where.parent.name if where.name == "gold" else where.stem  # seeds/gold is pinned as "seeds"
        if self.check and (complaints := check_gate(report, read_baseline(self.check), name)):
            raise UserError(f"{self.check}: {'; '.join(map(told, complaints))}")
        if self.pin:
            pin(report, self.pin, name, self.reason)


def gated(command: Command) -> Command:
    """Adds the three options, and hands them over as `gate`."""

    @click.option(
        "--gate", "check", type=FILE, metavar="FILE", help="Fail where a figure is below the one pinned there."
    )
    @click.option("--pin", type=FILE, metavar="FILE", help="Pin the figures there.")
    @click.option("--reason", metavar="TEXT", help="Why figures may be pinned that are lower than before.")
    @wraps(command)
    def gathered(check: Path | None, pin: Path | None, reason: str | None, **others: Any) -> None:
        command(gate=Gate(check, pin, reason), **others)

    return gathered
