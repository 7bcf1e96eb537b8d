"""docker-compose.yml: pinned, without a password of its own, and accepted by docker compose where that is installed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
SERVICES = yaml.safe_load(TEXT)["services"]


def compose() -> list[str]:
    """docker compose, or docker-compose 1.29 as Debian has it; without either the test is skipped."""
    for command in (["docker", "compose"], ["docker-compose"]):
        if shutil.which(command[0]) is None:
            continue
        if subprocess.run([*command, "version"], capture_output=True, check=False).returncode == 0:
            return command
    pytest.skip("neither `docker compose` nor docker-compose is installed")


@pytest.fixture
def folder(tmp_path):
    for name in ("docker-compose.yml", ".env.example", "Dockerfile"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def config(folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    outside = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    command = [*compose(), *arguments, "config"]
    return subprocess.run(command, cwd=folder, env=outside, capture_output=True, text=True, check=False)


def test_it_does_not_start_without_a_password(folder):
    done = config(folder)
    assert done.returncode != 0
    assert ".env.example" in done.stderr
    shutil.copy(folder / ".env.example", folder / ".env")
    assert config(folder).returncode != 0


def test_docker_compose_accepts_it(folder):
    (folder / ".env").write_text("NEO4J_PASSWORD=geheim-genug\n", encoding="utf-8")
    done = config(folder, "--profile", "load")
    assert done.returncode == 0, done.stderr
    services = yaml.safe_load(done.stdout)["services"]
    assert services["neo4j"]["environment"]["NEO4J_AUTH"] == "neo4j/geheim-genug"
    assert services["kg"]["environment"]["NEO4J_PASSWORD"] == "geheim-genug"
    assert SERVICES["kg"]["profiles"] == ["load"]


def test_the_server_is_pinned_to_the_version_that_is_tested():
    image = SERVICES["neo4j"]["image"]
    assert re.fullmatch(r"neo4j:5\.26\.\d+-community", image)
    pom = (ROOT / "tests" / "neo4j" / "pom.xml").read_text(encoding="utf-8")
    assert set(re.findall(r"<version>(5[\d.]+)</version>", pom)) == {image.partition(":")[2].partition("-")[0]}


def test_no_password_is_written_down():
    for line in TEXT.splitlines():
        if "NEO4J_AUTH:" in line or "NEO4J_PASSWORD:" in line:
            assert "${NEO4J_PASSWORD:?" in line
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert re.findall(r"^NEO4J_PASSWORD=(.*)$", example, re.MULTILINE) == [""]
    assert ".env" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_every_variable_is_documented():
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert {name for name in re.findall(r"\$\{(\w+)", TEXT) if f"{name}=" not in example} == {"NEO4J_AUTH"}


def test_the_folders_that_are_mounted_are_there_and_ports_are_of_this_machine():
    for service in SERVICES.values():
        for mount in service.get("volumes", ()):
            source = mount.partition(":")[0]
            assert (ROOT / source).is_dir() or source in yaml.safe_load(TEXT)["volumes"]
        assert all(port.startswith("127.0.0.1:") for port in service.get("ports", ()))
