"""kg doctor"""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec

import click

from kg.say import Said, language, say, told

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge", "firefox", "safari")
_OLDEST = (3, 11)


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that kg may use. found: what is there, "" if nothing. needed: whether kg cannot do without it."""

    name: Said
    found: str
    use: Said
    install: Said
    needed: bool = False


@click.command("doctor")
def command() -> None:
    """Say what is there and what is missing: engine, driver, browser, extras, fonts; and how to install it.

    Exit status 1 where something is missing that kg cannot do without.

    \b
    Example:
        kg doctor
    """
    missing = False
    for part in parts():
        missing |= part.needed and not part.found
        mark = "✓" if part.found else ("✗" if part.needed else "–")
        click.echo(f"{mark} {told(part.name)}: {part.found or told(say('not there'))}")
        if not part.found:
            click.echo(f"    {told(part.use)}")
            click.echo(f"    → {told(part.install)}")
    if missing:
        click.get_current_context().exit(1)


def parts() -> Iterator[Part]:
    """Everything that kg looks for, what it needs first."""
    python = platform.python_version() if sys.version_info >= _OLDEST else ""
    yield Part(
        say("Python 3.11 or newer"), python, say("kg runs on it."), say("https://www.python.org/downloads/"), True
    )
    install = say("in the folder of kg: pipx install ., or: uv tool install .")
    yield Part(say("kg"), _version("kg"), say("The program itself."), install)
    yield Part(
        say("embedded database (ladybug)"),
        _version("ladybug"),
        say("Without it, kg build writes no graph.lbug and kg query needs Neo4j."),
        say("pipx inject kg ladybug; on macOS it needs version 15 or newer"),
    )  # fmt: skip
    yield Part(
        say("Neo4j driver"), _version("neo4j"), say("For kg load, kg retract and kg query --on neo4j://…."),
        say("pipx inject kg neo4j"),
    )  # fmt: skip
    yield Part(
        say("browser"), _browser(), say("Maps open in any browser."), say("any of Chrome, Edge, Firefox, Safari")
    )
    yield Part(
        say("Chinese fonts"), _fonts(), say("Without them the browser shows boxes for Chinese characters."),
        say("on Debian and Ubuntu: apt install fonts-noto-cjk"),
    )  # fmt: skip
    yield Part(
        say("terminal"), _terminal(), say("Chinese would not be shown."), say("use a terminal that speaks UTF-8")
    )
    yield Part(say("language"), language(), say("zh or en"), say("KG_LANG=zh, or --lang zh"))
    yield Part(
        say("OCR (rapidocr)"),
        _version("rapidocr") if find_spec("onnxruntime") else "",
        say("Only for scans and photographs."),
        say("in the folder of kg: pipx install --force '.[ocr]'"),
    )
    yield Part(
        say("Spark (pyspark)"),
        _version("pyspark"),
        say("Only for builds on a cluster."),
        say("pipx inject kg pyspark; it needs Java 17"),
    )


def _version(package: str) -> str:
    """The version of a package that can be imported, "" if it cannot."""
    from importlib.metadata import PackageNotFoundError, version

    if find_spec(package) is None:
        return ""
    try:
        return version(package)
    except PackageNotFoundError:
        return told(say("there, of no known version"))


def _browser() -> str:
    found = os.environ.get("KG_CHROMIUM") or next((path for name in _BROWSERS if (path := shutil.which(name))), "")
    return found or (told(say("the system's own")) if sys.platform in ("win32", "darwin") else "")


def _fonts() -> str:
    if sys.platform in ("win32", "darwin"):
        return told(say("the system's own"))
    program = shutil.which("fc-list")
    if program is None:
        return ""
    import subprocess  # nosec B404  runs fc-list alone

    done = subprocess.run([program, ":lang=zh", "family"], capture_output=True, text=True, check=False)  # noqa: S603  # nosec B603
    return ", ".join(sorted({line.split(",")[0] for line in done.stdout.splitlines() if line})[:3])


def _terminal() -> str:
    encoding = (sys.stdout.encoding or "").lower()
    return encoding if encoding.replace("-", "") == "utf8" else ""
