"""make torture: everything that may go wrong is made to go wrong, for a bounded time. The seed is printed.

usage: python -m torture [--seconds N] [--seed N] [--part NAME …] [--inputs N] [--kills N] [--write FILE]
"""

from __future__ import annotations

import argparse
import secrets
import sys
import tempfile
import time
from pathlib import Path

from torture import ends, fuzz, guided, patterns, surroundings
from torture.tally import Tally

PARTS = {
    "fuzz": fuzz.run,
    "atheris": guided.run,
    "kills": ends.run,
    "patterns": patterns.run,
    "surroundings": surroundings.run,
}
SHARES = {"fuzz": 0.35, "atheris": 0.1, "kills": 0.3, "patterns": 0.1, "surroundings": 0.15}


def main() -> int:
    options = argparse.ArgumentParser(prog="torture")
    options.add_argument("--seconds", type=float, default=600)
    options.add_argument("--seed", type=int, default=secrets.randbelow(1 << 32))
    options.add_argument("--part", action="append", choices=sorted(PARTS))
    options.add_argument("--inputs", type=int, default=10_000, help="mutated inputs, at most")
    options.add_argument("--kills", type=int, default=200, help="kills, at most")
    options.add_argument("--write", type=Path, help="append the figures to this file")
    given = options.parse_args()
    print(f"torture: seed {given.seed}, about {given.seconds:.0f} s", flush=True)
    chosen = given.part or list(PARTS)
    whole = sum(SHARES[name] for name in chosen)
    tally = Tally(given.seed)
    with tempfile.TemporaryDirectory(prefix="torture-") as folder:
        for name in chosen:
            begin = time.monotonic()
            room = Path(folder) / name
            room.mkdir()
            end = begin + given.seconds * SHARES[name] / whole
            PARTS[name](room, tally, end, given)
            print(f"{name}: {time.monotonic() - begin:.0f} s", flush=True)
    for line in tally.lines():
        print(line)
    if given.write:
        with given.write.open("a", encoding="utf-8") as file:
            file.write("\n".join(tally.table()) + "\n")
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
