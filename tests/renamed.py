"""The written articles with other names, as many as are wanted, so that no cache flatters. All names are made up.

usage: python tests/renamed.py NUMBER FOLDER
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from kg.language.lexicon import words

SEEDS = Path(__file__).parents[1] / "seeds" / "written"
GIVEN = "伟明华建国文志海晓春玉林军平永红东学丽金新成荣宝福祥安宁思远雪梅立秋"
BRANDS = "青云河山金玉海天华盛恒泰瑞丰源达通远信和昌隆鼎峰锦程卓越"
_FIRM = re.compile(r"(有限公司|公司|集团)$")
_DAY = re.compile(r"(\d{1,2})日")


def articles(number: int) -> Iterator[tuple[str, str]]:
    """(name of the file, text): the same ones every time, the first as they were written."""
    golds = sorted((SEEDS / "gold").glob("*.json"))
    pages = [json.loads(gold.read_text(encoding="utf-8")) for gold in golds]
    texts = [(SEEDS / "articles" / page["document"]).read_text(encoding="utf-8") for page in pages]
    for index in range(number):
        at, again = index % len(pages), index // len(pages)
        yield f"{index:06d}.txt", _other(texts[at], pages[at]["nodes"], random.Random(index)) if again else texts[at]


def _other(text: str, nodes: list[dict[str, object]], lots: random.Random) -> str:
    """The text with other people, firms and days."""
    names: dict[str, str] = {}
    for node in nodes:
        for name in node["names"]:  # type: ignore[attr-defined]
            if node["type"] == "Person" and 2 <= len(name) <= 3:
                names[name] = lots.choice(words("common_surnames")) + "".join(lots.choices(GIVEN, k=len(name) - 1))
            elif node["type"] == "Organization" and _FIRM.search(name) and len(name) > 5:
                names[name] = "".join(lots.choices(BRANDS, k=2)) + name[2:]
    if names:
        found = re.compile("|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name)))))
        text = found.sub(lambda match: names[match.group()], text)
    return _DAY.sub(lambda match: f"{lots.randrange(1, 29)}日", text)


def write(number: int, folder: Path) -> None:
    """Write so many articles into a folder, a thousand in each folder below."""
    for name, text in articles(number):
        place = folder / name[:3]
        place.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
