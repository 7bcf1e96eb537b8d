"""kg, in a process that kills itself at a chosen moment: right before or behind the n-th output becomes whole.

usage: python -m torture.dying N before|behind ARGUMENTS OF KG
"""

from __future__ import annotations

import os
import signal
import sys


def main() -> None:
    number, where = int(sys.argv[1]), sys.argv[2]
    seen = 0
    replace = os.replace

    def counted(source: str, target: str) -> None:
        nonlocal seen
        seen += 1
        if seen == number and where == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        replace(source, target)
        if seen == number:
            os.kill(os.getpid(), signal.SIGKILL)

    os.replace = counted  # type: ignore[assignment]
    from kg.cli import main as kg

    kg(sys.argv[3:], prog_name="kg")


if __name__ == "__main__":
    main()
