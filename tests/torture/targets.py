"""Every file that kg reads or reads back: a good one to begin with, and the command that reads it."""

from __future__ import annotations

import gzip
import io
import json
import shutil
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pages import page, pages

ROOT = Path(__file__).parents[2]
TABLE = "document,begin,end,title,date,place\np.txt,本报讯,合作协议。,座谈,2024-03-05,青海\n"
CORRECTIONS = "改名,组织,青原1号能源有限公司,,,,,,青原集团\n"


@dataclass(frozen=True)
class Target:
    """name: of the file that is mutated, in the folder that `lay` fills; commands: what reads it, `D` its folder."""

    name: str
    good: bytes
    commands: tuple[tuple[str, ...], ...]
    lay: Callable[[Path], object] = lambda folder: None
    weight: int = 4


def _zip(data: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a/一.txt", data)
        archive.writestr("b.txt.gz", gzip.compress(data, mtime=0))
    return packed.getvalue()


def _tar(data: bytes, mode: str) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as archive:
        info = tarfile.TarInfo("一.txt")
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    return packed.getvalue()


def _word() -> bytes:
    from docx import Document

    document, out = Document(), io.BytesIO()
    for line in page(1).splitlines():
        document.add_paragraph(line)
    document.add_table(2, 2).rows[0].cells[0].text = "序号"
    document.save(out)
    return out.getvalue()


def _copied(source: Path) -> Callable[[Path], object]:
    return lambda folder: shutil.copytree(source, folder, dirs_exist_ok=True)


def readers() -> list[Target]:
    text = page(1).encode()
    html = f"<html><meta charset=utf-8><body><article><h1>座谈</h1><p>{page(1)}</p></article></body></html>".encode()
    record = {"text": page(1).split("\n\n")[1], "title": "座谈", "date": "2024-03-05", "place": "青海"}
    rows = f'标题,正文,日期\n座谈,"{record["text"].strip()}",2024-03-05\n'.encode()
    lines = (json.dumps(record, ensure_ascii=False) + "\n").encode() * 2
    forms = [
        *(("p.txt", text, 9), ("gbk.txt", page(2).encode("gbk"), 3), ("wide.txt", page(3).encode("utf-16"), 3)),
        *(("p.md", b"# " + text, 3), ("p.jsonl", lines, 6), ("p.csv", rows, 5), ("p.html", html, 5)),
        *(("p.docx", _word(), 4), ("p.zip", _zip(text), 5), ("p.tar", _tar(text, "w"), 3)),
        *(("p.tgz", _tar(text, "w:gz"), 3), ("p.txt.gz", gzip.compress(text, mtime=0), 3)),
    ]
    printed = sorted(ROOT.glob("seeds/**/*.pdf")) + sorted(ROOT.glob("tests/**/*.pdf"))
    forms += [("p.pdf", printed[0].read_bytes(), 3)] if printed else []
    read = [Target(name, data, (("read", f"D/{name}"),), weight=weight) for name, data, weight in forms]
    beside = Target("p.json", b'{"date":"2024-03-05","place":"\xe9\x9d\x92\xe6\xb5\xb7"}', (("read", "D/p.txt"),),
                    lambda folder: (folder / "p.txt").write_bytes(text))  # fmt: skip
    cut = Target("cuts.csv", TABLE.encode(), (("read", "D/p.txt", "--cuts", "D/cuts.csv"),), beside.lay)
    return [*read, beside, cut]


def kept(out: Path, between: dict[str, Path]) -> list[Target]:
    """Everything that is read back. out: a folder of a build; between: lines as the stages print them."""
    lay = _copied(out)
    draw = (("draw", "D", "--view", "officials", "-o", "D/m"),)
    uses = {
        "articles.jsonl": (("export", "D", "-f", "graphml", "-o", "D/g.graphml"),),
        "entities.jsonl": (("export", "D", "-f", "csv", "-o", "D/t"),),
        "triples.jsonl": draw,
        "manifest.json": (("verify", "D"),),
    }
    found = [Target(name, (out / name).read_bytes(), commands, lay) for name, commands in uses.items()]
    found.append(Target("triples.jsonl", (out / "triples.jsonl").read_bytes(), (("verify", "D"),), lay))
    ontology = (ROOT / "kg" / "ontology.yaml").read_bytes()
    gold = next(iter(sorted((ROOT / "seeds" / "gold").glob("*.json"))))
    baseline = (ROOT / "seeds" / "baseline.json").read_bytes()
    evaluate = ("evaluate", "D/gold.json", "D/predicted.jsonl")
    other = between["annotate"].read_bytes()
    return [
        *found,
        Target("x.jsonl", between["read"].read_bytes(), (("extract", "D/x.jsonl"),), weight=4),
        Target("x.jsonl", between["extract"].read_bytes(), (("resolve", "D/x.jsonl"),)),
        Target("x.jsonl", between["resolve"].read_bytes(), (("export", "D/x.jsonl", "-f", "gexf", "-o", "D/g"),)),
        Target("o.yaml", ontology, (("schema", "--ontology", "D/o.yaml", "--json"),)),
        Target("gold.json", gold.read_bytes(), (evaluate,), lambda d: (d / "predicted.jsonl").write_bytes(other)),
        Target("predicted.jsonl", other, (evaluate,), lambda d: (d / "gold.json").write_bytes(gold.read_bytes())),
        Target("b.json", baseline, (("evaluate", str(ROOT / "seeds/gold"), "D/p.jsonl", "--gate", "D/b.json"),),
               lambda d: (d / "p.jsonl").write_bytes(other), 1),
        Target("corrections.csv", CORRECTIONS.encode(), (("correct", "D", "-c", "D/corrections.csv"),), lay),
    ]  # fmt: skip


def folder(at: Path, count: int = 3) -> Path:
    return pages(at, count)
