"""Full and read-only disks, loops of links, damaged and foreign caches, many small files, one large one."""

from __future__ import annotations

import random
import resource
import shutil
import subprocess
import time
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from pages import page

from torture.ends import KG, Ground, contents_without_database, environment
from torture.tally import Tally

LARGE, MANY = 200_000_000, 20_000  # from an hour on; less of both in a short run
HOUR = 3000


def run(room: Path, tally: Tally, end: float, options: Namespace) -> None:
    ground, chance = Ground(room), random.Random(options.seed)
    long = end - time.monotonic() > HOUR * 0.15
    steps: list[Callable[[], None]] = [
        lambda: _links(ground, tally),
        lambda: _unwritable(ground, tally),
        lambda: _caches(ground, tally, chance),
        *[lambda: _full(ground, tally, chance)] * 6,
        lambda: _large(ground, tally, LARGE if long else LARGE // 50),
        lambda: _many(ground, tally, MANY if long else MANY // 40),
    ]
    for step in steps:
        if time.monotonic() > end:
            print("left out for lack of time: what is full, large or many", flush=True)
            break
        step()


def _limited(arguments: list[str], ground: Ground, size: int) -> subprocess.CompletedProcess[bytes]:
    """A run that can make no file larger than `size` bytes: what a full disk is, without one."""

    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return subprocess.run([*KG, *arguments], capture_output=True, check=False, env=environment(ground.temporary),
                          preexec_fn=bound, timeout=300)  # fmt: skip


def _full(ground: Ground, tally: Tally, chance: random.Random) -> None:
    name = chance.choice(sorted(ground.commands))
    out = ground.room / f"full {name}"
    ran = _limited(ground.command(name, out), ground, chance.choice((0, 1000, 20_000, 60_000, 300_000)))
    said = ran.stderr.decode("utf-8", "replace")
    fault = said[-400:] if "Traceback" in said or ran.returncode not in (0, 1) else None
    fault = fault or ground.half(name, out) if out.exists() else fault
    if fault is None and out.exists() and list(out.rglob(".kg-*.part")):
        fault = "leaves what it began"
    tally.count("a disk that is full", fault or ground.compared(name, out))


def _unwritable(ground: Ground, tally: Tally) -> None:
    """/proc takes no files of anybody; a file stands where a folder should be; /dev/full is what it says."""
    (ground.room / "file").write_text("x")
    for place in ("/proc/kg", str(ground.room / "file"), str(ground.room / "file" / "below")):
        for name in ground.commands:
            said = ground.run(ground.command(name, Path(place)))
            text = said.stderr.decode("utf-8", "replace")
            bad = "Traceback" in text or said.returncode not in (1, 2) or not text.strip()
            tally.count("places that cannot be written", f"{name} {place}: {text[-300:]}" if bad else None)
    with Path("/dev/full").open("wb") as full:
        for command in (["read", str(ground.source)], ["export", str(ground.room / "good"), "-f", "gexf"], ["schema"]):
            ran = subprocess.run([*KG, *command], stdout=full, stderr=subprocess.PIPE, check=False,
                                 env=environment(ground.temporary))  # fmt: skip
            text = ran.stderr.decode("utf-8", "replace")
            bad = ran.returncode == 0 or "Traceback" in text or "Exception ignored" in text
            tally.count(
                "standard output on a full disk", f"{command[0]}: {ran.returncode} {text[-300:]}" if bad else None
            )


def _links(ground: Ground, tally: Tally) -> None:
    folder = ground.room / "links"
    shutil.copytree(ground.source, folder)
    (folder / "a").mkdir()
    for name, target in (("a/up", ".."), ("a/self", "self"), ("self.txt", "self.txt"), ("none.txt", "nothing"),
                         ("one.txt", "two.txt"), ("two.txt", "one.txt"), ("z.txt", "page-000.txt")):  # fmt: skip
        (folder / name).symlink_to(target)
    out = ground.room / "links out"
    ran = ground.run(["build", str(folder), "--place", "青海", "-o", str(out)])
    text = ran.stderr.decode("utf-8", "replace")
    fault = text[-300:] if "Traceback" in text or not (out / "manifest.json").exists() else None
    same = contents_without_database(out).get("triples.jsonl") == ground.good["build"]["triples.jsonl"]
    tally.count("a folder with loops of links", fault or (None if same else "other facts than without the links"))
    for argument in ("self.txt", "a/self"):
        ran = ground.run(["build", str(folder / argument), "-o", str(out)])
        bad = b"Traceback" in ran.stderr or ran.returncode not in (1, 2)
        tally.count("a folder with loops of links", ran.stderr.decode()[-300:] if bad else None)


def _caches(ground: Ground, tally: Tally, chance: random.Random) -> None:
    out, cache = ground.room / "cached", ground.room / "cached" / ".cache"
    ground.copied(ground.command("build", out))
    files = sorted(path for path in cache.rglob("*.jsonl"))
    spoilers: list[Callable[[Path], object]] = [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[: chance.randrange(400)]),
        lambda path: path.write_bytes(path.read_bytes().replace(b"1", b"2", 3)),
        lambda path: path.write_bytes(chance.randbytes(1000)),
        lambda path: path.write_bytes(chance.choice(files).read_bytes()),  # whole, but of another article
        lambda path: (path.unlink(), path.mkdir()),
        lambda path: (path.unlink(), path.symlink_to(path.name)),
    ]
    for spoil in spoilers:
        for path in files:
            if path.is_file() and not path.is_symlink():
                spoil(path)
        tally.count("damaged and foreign caches", ground.compared("build", out))
        for path in files:
            if path.is_dir():
                path.rmdir()
            elif path.is_symlink():
                path.unlink()
        ground.copied(ground.command("build", out))
    shutil.rmtree(cache)
    cache.write_text("a file where the cache should be")
    ran = ground.copied(ground.command("build", out))
    tally.count("damaged and foreign caches", "Traceback" if b"Traceback" in ran.stderr else None)


def _many(ground: Ground, tally: Tally, count: int) -> None:
    folder, out = ground.room / "many", ground.room / "many out"
    for number in range(count):
        (folder / f"d{number % 50:02}").mkdir(parents=True, exist_ok=True)
        (folder / f"d{number % 50:02}" / f"p{number:05}.txt").write_text(page(number), encoding="utf-8")
    begin = time.monotonic()
    ran = subprocess.run([*KG, "build", str(folder), "--place", "青海", "-o", str(out)],
                         capture_output=True, check=False, env=environment(ground.temporary))  # fmt: skip
    seconds = time.monotonic() - begin
    verified = ground.run(["verify", str(out), str(folder)])
    fault = None if ran.returncode == 0 else ran.stderr.decode()[-300:]
    fault = fault or (None if verified.returncode == 0 else verified.stdout.decode()[-300:])
    tally.count(f"{count} tiny files ({1000 * seconds / count:.0f} ms a file)", fault)


def _large(ground: Ground, tally: Tally, size: int) -> None:
    path, out = ground.room / "large.jsonl", ground.room / "large out"
    body = page(1).split("\n\n")[1].strip()
    with path.open("w", encoding="utf-8") as file:
        file.write('{"text": "' + body * (200_000 // len(body)) + '"}\n')
        while file.tell() < size:
            file.write('{"note": "' + "无" * 30_000 + '"}\n')
    patient = ("--article-seconds", "3000")  # of the clock: on a crowded machine its long article takes minutes
    ran = ground.run(["build", str(path), "--place", "青海", *patient, "-o", str(out)])
    text = ran.stderr.decode("utf-8", "replace")
    bad = "Traceback" in text or not (out / "manifest.json").exists()
    tally.count(f"one file of {size // 1_000_000} MB", text[-300:] if bad else None)
