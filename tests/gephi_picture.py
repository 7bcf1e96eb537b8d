"""A graph file as Gephi's own preview draws it, for docs/interchange.md.

usage: python tests/gephi_picture.py FILE.gexf OUT.png     needs Java, Maven, Chromium and Noto Sans CJK SC
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import browser
import gephi_toolkit

FONT = "Noto Sans CJK SC"
WIDE, HIGH = 1300, 900


def main() -> None:
    """Let Gephi write SVG, and a browser a picture of that."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        jar, drawn = gephi_toolkit.fetched(folder), folder / "drawn.svg"
        command = ["java", "-Djava.awt.headless=true", "-cp", str(jar), str(gephi_toolkit.FOLDER / "Picture.java")]
        subprocess.run([*command, sys.argv[1], str(drawn), FONT], check=True, capture_output=True)
        with browser.opened(browser.find() or sys.exit("no Chromium")) as opened:
            page = opened.new_page(viewport={"width": WIDE, "height": HIGH})
            page.goto(drawn.as_uri())
            page.evaluate(
                "() => { for (const side of ['width', 'height']) document.documentElement.setAttribute(side, '100%') }"
            )
            page.screenshot(path=sys.argv[2])


if __name__ == "__main__":
    main()
