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


def _pdf(text: str) -> bytes:
    """A sheet with a text layer, made by hand: codes are those of UTF-16, and a map says so."""
    lines = [line[at : at + 30] for line in text.splitlines() for at in range(0, len(line), 30)]
    shown = "".join(f"<{line.encode('utf-16-be').hex()}> Tj T* " for line in lines)
    ranges = "\n".join(f"<{high:02x}00> <{high:02x}ff> <{high:02x}00>" for high in (*range(0x4E, 0xA0), 0x30, 0xFF, 0))
    to_unicode = (
        "/CIDInit /ProcSet findresource begin begincmap /CMapName /X def 1 begincodespacerange <0000> <ffff> "
        f"endcodespacerange {ranges.count(chr(10)) + 1} beginbfrange\n{ranges}\nendbfrange endcmap end"
    )
    bodies = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        _stream(f"BT /F 12 Tf 14 TL 60 780 Td {shown} ET"),
        "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>",
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/Song"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        "/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 -120 1000 880]/Ascent 880"
        "/Descent -120/ItalicAngle 0/StemV 80/CapHeight 700>>>>",
        _stream(to_unicode),
    ]
    made, places = b"%PDF-1.5\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(made))
        made += f"{number} 0 obj{body}endobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer<</Size {len(bodies) + 1}/Root 1 0 R>>\nstartxref\n{len(made)}\n%%EOF\n"
    return made + f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}{end}".encode()


def _stream(content: str) -> str:
    return f"<</Length {len(content)}>>stream\n{content}\nendstream "


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
    forms.append(("p.pdf", _pdf(page(1)), 6))
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
