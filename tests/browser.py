"""A headless Chromium of the system that notes every request of the pages it opens."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)


def find() -> str | None:
    """The path of a Chromium: $KG_CHROMIUM, else the first of NAMES on the search path."""
    return os.environ.get("KG_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def opened(path: str) -> Iterator[Any]:
    """A browser (`playwright.sync_api.Browser`) that runs the program at `path`."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, headless=True, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


def until(page: Any, told: str, seconds: float = 30.0) -> None:
    """Wait until an expression of the page is true; it is asked from outside, for the page's policy forbids `eval`."""
    from playwright.sync_api import Error

    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if page.evaluate(f"Boolean({told})"):
                return
        except Error:  # the page is on its way to another
            pass
        page.wait_for_timeout(50)
    raise AssertionError(f"{told} is not so after {seconds} s")


class Visit:
    """One page opened from the disk. requests: all addresses that it asked for; errors: what its scripts threw."""

    def __init__(self, browser: Any, page_file: Path, width: int = 1400, height: int = 900, fragment: str = "") -> None:
        self.page = browser.new_page(viewport={"width": width, "height": height})
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda message: message.type == "error" and self.errors.append(message.text))
        self.page.on("dialog", lambda dialog: (self.errors.append(dialog.message), dialog.dismiss()))
        self.page.goto(page_file.absolute().as_uri() + fragment)

    @property
    def foreign(self) -> list[str]:
        """Requests for anything but local files and data inside the page."""
        return [url for url in self.requests if not url.startswith(("file:", "data:", "blob:"))]
