"""`make picture`: docs/map.png, a screenshot of out/maps/officials.html with one edge clicked."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

import browser  # noqa: E402  lies in tests

# The edge that the README explains: who, what, whom.
EDGE = ("陈刚", "HOLDS_POSITION", "青海省委")
FIND = """([subject, predicate, object]) => {
  const one = kg.edges.get().find((edge) => edge.predicate === predicate
    && kg.nodes.get(edge.from).label === subject && kg.nodes.get(edge.to).label === object);
  const ends = Object.values(kg.network.getPositions([one.from, one.to]));
  const canvas = { x: (ends[0].x + ends[1].x) / 2, y: (ends[0].y + ends[1].y) / 2 };
  const box = document.getElementById("map").getBoundingClientRect();
  const point = kg.network.canvasToDOM(canvas);
  return [box.left + point.x, box.top + point.y];
}"""


def main() -> None:
    """Open the map that `make demo` made, click the edge, save the picture."""
    program = browser.find()
    if program is None:
        raise SystemExit("no Chromium was found; KG_CHROMIUM may name one")
    with browser.opened(program) as opened:
        page = browser.Visit(opened, ROOT / "out" / "maps" / "officials.html", 1440, 820).page
        page.wait_for_function("window.kg !== undefined")
        page.wait_for_timeout(1000)
        x, y = page.evaluate(FIND, list(EDGE))
        page.mouse.click(x, y)
        page.mouse.move(20, 800)
        page.wait_for_timeout(500)
        page.screenshot(path=str(ROOT / "docs" / "map.png"))


if __name__ == "__main__":
    main()
