"""Gephi's own importer for the tests: its toolkit from Maven Central, run headless.

KG_REQUIRE_GEPHI=1 makes of the missing toolkit an error.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "gephi"


def fetched(folder: Path) -> Path:
    """The toolkit's jar, from Maven's cache or, the first time, from its repository; else the test is skipped."""
    missing = [name for name in ("java", "mvn") if shutil.which(name) is None]
    reason = f"no Gephi: {' and '.join(missing)} not found (Java 17 and Maven)" if missing else ""
    if not reason:
        command = ["mvn", "-q", "-B", "-f", str(FOLDER / "pom.xml"), "dependency:copy-dependencies"]
        done = subprocess.run(
            [*command, f"-DoutputDirectory={folder}"], cwd=folder, capture_output=True, text=True, check=False
        )
        reason = f"no Gephi: Maven could not fetch its toolkit: {done.stdout[-500:]}" if done.returncode else ""
    if reason and os.environ.get("KG_REQUIRE_GEPHI") == "1":
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)
    return next(folder.glob("gephi-toolkit-*.jar"))


def look(jar: Path, path: Path, again: Path | None = None) -> list[dict]:
    """What Gephi makes of a file: a record for each node and edge, one for the graph; again: saved by Gephi there."""
    command = ["java", "-Xmx1g", "-XX:TieredStopAtLevel=1", "-cp", str(jar), str(FOLDER / "Look.java"), str(path)]
    done = subprocess.run(
        [*command, *([str(again)] if again else [])], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return [json.loads(line) for line in done.stdout.split("\n") if line.startswith("{")]
