"""The same pages give the same bytes, whatever hashes, locale, time zone, order of files and number of processes."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from pages import contents, page

PAGES = 5
PLAIN = {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
COMMANDS = (
    ["export", "out", "-f", "xlsx", "-o", "more/graph.xlsx"],
    ["export", "out", "-f", "gexf", "-o", "more/graph.gexf"],
    ["export", "out", "-f", "csv", "-o", "more/tables"],
    ["draw", "out", "--groups", "-o", "more/maps"],
)


@pytest.fixture(scope="module")
def gb18030(tmp_path_factory) -> dict[str, str]:
    """The environment of a machine that speaks GB18030: the locale is made here where the system has its sources."""
    folder = tmp_path_factory.mktemp("locales")
    maker = shutil.which("localedef")
    if maker is not None:
        command = [maker, "-i", "zh_CN", "-f", "GB18030", str(folder / "zh_CN.GB18030")]
        subprocess.run(command, capture_output=True, check=False)
    environment = {**os.environ, "LOCPATH": str(folder), "LC_ALL": "zh_CN.GB18030"}
    code = "import locale; locale.setlocale(locale.LC_ALL, ''); print(locale.nl_langinfo(locale.CODESET))"
    asked = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    if asked.stdout.strip() != "GB18030":
        pytest.skip("this system has no locale zh_CN.GB18030 and cannot make one (package locales, localedef)")
    return {"LOCPATH": str(folder), "LC_ALL": "zh_CN.GB18030"}


def made(folder: Path, environment: dict[str, str], *more: str, backwards: bool = False) -> dict[str, bytes]:
    """Everything that the commands write and print in a folder of their own."""
    numbers = sorted(range(PAGES), reverse=backwards)
    (folder / "页").mkdir(parents=True)
    for number in numbers:  # the order in which a folder lists its files is often that of their making
        (folder / "页" / f"第{number}版.txt").write_text(page(number), encoding="utf-8", newline="\n")
    given = [f"页/第{number}版.txt" for number in numbers]
    with tarfile.open(folder / "页" / "卷.tar", "w", format=tarfile.GNU_FORMAT) as archive:
        info = tarfile.TarInfo("第一版.txt")
        info.size = len(page(99).encode())
        archive.addfile(info, io.BytesIO(page(99).encode()))
    given.insert(len(given) // 2, "页/卷.tar")
    program = [sys.executable, "-m", "kg"]
    # A terminal sends words in the encoding of its locale; the names of files are the bytes that lie on the disk.
    place = "青海".encode("gb18030" if "GB18030" in environment["LC_ALL"] else "utf-8")
    whole = {**{k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG"))}, **environment}
    for command in (["build", *given, "--place", place, "-o", "out", *more], *COMMANDS):
        ran = subprocess.run([*program, *command], cwd=folder, env=whole, capture_output=True, check=False)
        assert ran.returncode == 0, ran.stderr.decode("utf-8", "replace")
    shown = subprocess.run([*program, "schema"], cwd=folder, env=whole, capture_output=True, check=True).stdout
    return {**contents(folder), "shown": shown}


@pytest.fixture(scope="module")
def plain(tmp_path_factory) -> dict[str, bytes]:
    return made(tmp_path_factory.mktemp("plain"), PLAIN)


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


@pytest.mark.slow
def test_hashes_a_bare_locale_a_time_zone_and_the_order_change_nothing(plain, tmp_path):
    assert len(plain) > 20
    environment = {"PYTHONHASHSEED": "4711", "LC_ALL": "C", "TZ": "Pacific/Kiritimati"}
    assert differing(plain, made(tmp_path, environment, backwards=True)) == []


@pytest.mark.slow
def test_a_chinese_locale_and_two_processes_change_nothing(plain, gb18030, tmp_path):
    environment = {"PYTHONHASHSEED": "7", "TZ": "America/St_Johns", **gb18030}
    assert differing(plain, made(tmp_path, environment, "--jobs", "2")) == []
