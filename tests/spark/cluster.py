"""A real Spark on loopback, from the pyspark package: one master, two workers of one core, all of them ours."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import extras
from neo4j_server import free_ports

pyspark = extras.module("pyspark", "spark")
ROOT = Path(__file__).parents[2]
SECONDS_TO_START = 180


def environment() -> dict[str, str]:
    """For everything that belongs to the cluster: this Python, this checkout, loopback."""
    return {
        **os.environ,
        "SPARK_LOCAL_IP": "127.0.0.1",
        "PYSPARK_PYTHON": sys.executable,
        "PYTHONPATH": str(ROOT),
        "SPARK_NO_DAEMONIZE": "1",
    }


@dataclass(slots=True)
class Cluster:
    home: Path
    url: str = ""
    page: str = ""
    workers: list[subprocess.Popen] = field(default_factory=list)
    master: subprocess.Popen | None = None

    def start(self) -> None:
        port, page = free_ports(2)
        self.url, self.page = f"spark://127.0.0.1:{port}", f"http://127.0.0.1:{page}"
        ports = ("--port", str(port), "--webui-port", str(page))
        self.master = self._run("master.Master", "--host", "127.0.0.1", *ports)
        self._wait(0)
        self.add_worker()
        self.add_worker()
        self._wait(2)

    def add_worker(self) -> None:
        folder = self.home / f"worker{len(self.workers)}"
        what = ("--cores", "1", "--memory", "2g", "--host", "127.0.0.1", "--webui-port", "0", "--work-dir", str(folder))
        self.workers.append(self._run("worker.Worker", *what, self.url))

    def kill_worker(self) -> None:
        """SIGKILL to the first worker and to what it started; they are a process group of their own."""
        os.killpg(self.workers[0].pid, signal.SIGKILL)
        self.workers[0].wait()

    def stop(self) -> None:
        for process in [*self.workers, self.master]:
            if process is not None and process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()

    def _run(self, name: str, *arguments: str) -> subprocess.Popen:
        script = Path(pyspark.__file__).parent / "bin" / "spark-class"
        command = [str(script), f"org.apache.spark.deploy.{name}", *arguments]
        with (self.home / "log.txt").open("ab") as log:
            return subprocess.Popen(command, env=environment(), stdout=log, stderr=log, start_new_session=True)

    def _wait(self, workers: int) -> None:
        """Until the master is there and has so many workers."""
        end = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < end:
            try:
                with urllib.request.urlopen(f"{self.page}/json/", timeout=5) as answer:
                    told = json.load(answer)
                if told["status"] == "ALIVE" and told["aliveworkers"] == workers:
                    return
            except (OSError, json.JSONDecodeError):  # nobody answers yet, or a page before its figures are there
                pass
            time.sleep(0.5)
        raise TimeoutError(f"Spark has not {workers} workers: {(self.home / 'log.txt').read_text()[-2000:]}")


@contextmanager
def running(home: Path):
    """A cluster, stopped at the end."""
    found = Cluster(home)
    try:
        found.start()
        yield found
    finally:
        found.stop()
