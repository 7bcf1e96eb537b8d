"""Short pages made up for tests: as many as wanted, each with people, posts, a firm, a place, a project and a day."""

from __future__ import annotations

import json
from pathlib import Path

from kg.store import embedded
from kg.store.answer import Edge, Node
from kg.store.ask import plain

_SURNAMES = "周郑何林秦许韩冯邓曹"
_GIVEN = ("望山", "可为", "念远", "清野", "怀瑾", "若谷")
_CITIES = ("西宁市", "海东市", "格尔木市", "德令哈市")
_WORKS = ("储能电站", "光伏制氢", "碳纤维", "冷链物流园")
NOT_TEXT = b"\xff\xff\x00\x81\x00\x80\xff\xff\x00"  # no encoding of Chinese


def page(number: int) -> str:
    """The text of page `number`; different for every number."""
    leader, guest = (_SURNAMES[n % 10] + _GIVEN[n % 6] for n in (number, number + 3))
    city, work = _CITIES[number % 4], _WORKS[number // 4 % 4]
    firm = f"青原{number}号能源有限公司"
    return (
        f"{leader}与{firm}负责人座谈\n\n"
        f"本报讯（记者 丁一）3月{number % 28 + 1}日，{city}委书记{leader}与{firm}董事长{guest}一行座谈。"
        f"{leader}在{city}考察了{work}项目。{firm}投资建设{work}项目，项目位于{city}。"
        f"当日，{city}政府与{firm}签署战略合作协议。\n"
    )


def pages(folder: Path, count: int) -> Path:
    """The folder with `count` pages, `page-000.txt` and so on."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"page-{number:03}.txt").write_text(page(number), encoding="utf-8", newline="\n")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below the folder with its bytes, `.cache` aside; of a database its rows: its bytes may differ."""
    files = (path for path in folder.rglob("*") if path.is_file() and ".cache" not in path.parts)
    return {path.relative_to(folder).as_posix(): _bytes(path) for path in files}


def _bytes(path: Path) -> bytes:
    if path.suffix != ".lbug":
        return path.read_bytes()
    return json.dumps(plain(held(path)), ensure_ascii=False, sort_keys=True).encode()


def held(database: Path) -> dict[str, Node | Edge]:
    """All nodes and relationships in an embedded database, by id."""
    rows = [
        *embedded.run(database, "MATCH (n) RETURN n", {}).rows,
        *embedded.run(database, "MATCH ()-[r]->() RETURN r", {}).rows,
    ]
    return {one.id: one for (one,) in rows}
