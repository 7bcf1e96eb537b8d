"""What was tried, what survived."""

from __future__ import annotations

from collections import Counter


class Tally:
    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.tried: Counter[str] = Counter()
        self.faults: list[str] = []
        self._bad: Counter[str] = Counter()

    def count(self, kind: str, fault: str | None = None) -> None:
        """One more of a kind; fault: what went wrong with it."""
        self.tried[kind] += 1
        if fault:
            self._bad[kind] += 1
            self.faults.append(f"{kind}: {fault}")
            print(f"FAULT {kind}: {fault}", flush=True)

    def lines(self) -> list[str]:
        return [f"{kind}: {n} tried, {n - self._bad[kind]} survived" for kind, n in sorted(self.tried.items())]

    def table(self) -> list[str]:
        rows = [f"| {kind} | {n} | {n - self._bad[kind]} |" for kind, n in sorted(self.tried.items())]
        return ["", f"Seed {self.seed}:", "", "| what | tried | survived |", "| --- | --- | --- |", *rows]
