"""Communities beside the maps (kg/draw/groups.py)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from kg.draw import groups

SCRIPT = """
import sys
from kg.draw import groups
lines = [line.split() for line in open(sys.argv[1]) if not line.startswith("#")]
found = {str(node): {} for node in range(400)}
for one, other, weight in lines:
    found[one][other] = found[other][one] = int(weight) / 100
groups.ties = lambda graph, nodes: found
graph = dict.fromkeys(found)
print(sorted(map(len, groups.themes(graph, list(found)))))
"""


def test_ties_that_weigh_the_same_do_not_keep_it_from_ending():
    """Of 20,000 pages the maps were never drawn: networkx moved nodes to and fro. In a process that can be stopped."""
    data = Path(__file__).parent / "data" / "equal_ties.txt"
    ran = subprocess.run([sys.executable, "-c", SCRIPT, data], capture_output=True, text=True, check=True, timeout=60)
    assert len(ran.stdout.split(",")) > 3


def test_the_weights_stay_what_they_are(monkeypatch):
    monkeypatch.setattr(groups, "ties", lambda graph, nodes: {"a": {"b": 6.0, "c": 6.0}, "b": {}, "c": {}})
    weights = [told["weight"] for *_, told in groups._simple({}, "abc").edges(data=True)]
    assert len(set(weights)) == 2
    assert all(abs(weight - 6) < 1e-4 for weight in weights)
