"""`make picture`: the screenshots of the README and of docs/maps.md, in both languages, at three sizes of graph.

docs/map.png: the officials of the seeds with one edge clicked. docs/map-one.png: one page.
docs/map-many.png: all pages of the seeds and those written for them, as the map opens.
docs/map-path.png, docs/map-posts.png: a path in words, and who holds what, of the seeds.
Each has a sister with -en in its name, and both have a palette of 256 colours, which makes them small.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from PIL import Image

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

import browser  # noqa: E402  lies in tests

SEEDS = ROOT / "seeds"
SIZES = {"one": ("articles/001_9808078ba5e5607d.txt",), "many": ("articles", "written/articles")}
# The edge that the README explains: who, what, whom.
EDGE = """() => {
  const { graph, app } = kg;
  const edge = [...Array(graph.size).keys()].find((one) => graph.name(graph.source(one)) === "陈刚"
    && graph.predicate(one).name === "HOLDS_POSITION" && graph.name(graph.target(one)) === "青海省委");
  app.chooseEdge(edge);
}"""
PATH = """() => {
  const named = (name) => kg.graph.page.nodes.names.indexOf(name);
  kg.app.go({ path: [named("陈刚"), named("中国联通")] });
}"""
POSTS = "() => kg.app.choose(kg.graph.page.nodes.names.indexOf('青海省政协'))"


def main() -> None:
    """Open the pages that `make demo` made and those of two other graphs, click, save the pictures."""
    program = browser.find()
    if program is None:
        raise SystemExit("no Chromium was found; KG_CHROMIUM may name one")
    seeds = ROOT / "out" / "maps"
    with tempfile.TemporaryDirectory() as folder, browser.opened(program) as opened:
        for name, some in SIZES.items():
            command = ["-m", "kg", "build", *(str(SEEDS / one) for one in some), "-o", str(Path(folder) / name)]
            subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL)  # noqa: S603  our words
        for mark in ("", "-en"):
            take(opened, seeds / "officials.html", f"map{mark}.png", EDGE)
            take(opened, Path(folder) / "one" / "maps" / "everything.html", f"map-one{mark}.png")
            take(opened, Path(folder) / "many" / "maps" / "officials.html", f"map-many{mark}.png")
            take(opened, seeds / "everything.html", f"map-path{mark}.png", PATH)
            take(opened, seeds / "posts.html", f"map-posts{mark}.png", POSTS)


def take(opened: Any, page_file: Path, name: str, act: str = "") -> None:
    """Save docs/`name`: the page as it opens, or after `act`, a function in JavaScript; in English where it says so."""
    page = browser.Visit(opened, page_file, 1440, 900, fragment="#lang=en" if "-en" in name else "").page
    page.wait_for_function("window.kg !== undefined")
    if act:
        page.evaluate(act)
    page.mouse.move(20, 860)
    page.wait_for_timeout(1000)
    drawn = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    small = drawn.quantize(256, Image.Quantize.MAXCOVERAGE, kmeans=2, dither=Image.Dither.NONE)
    small.save(ROOT / "docs" / name, optimize=True)
    page.close()


if __name__ == "__main__":
    main()
