"""A folder of files of all kinds, a fifth of them broken in different ways.

PYTHONPATH=.:tests python -m read.mixed FOLDER 1000
"""

from __future__ import annotations

import base64
import gzip
import io
import json
import random
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from read.sheets import Story, story

SHARE = 5  # every fifth is broken


def make(folder: Path, count: int, seed: int = 0) -> dict[str, str]:
    """Writes so many files; the names of those that are broken, each with words of the reason that is to be told."""
    chance = random.Random(seed)
    broken: dict[str, str] = {}
    for n in range(count):
        told = story(chance, chance.randint(2, 4))
        if n % SHARE:
            suffix, good = GOOD[(n - n // SHARE - 1) % len(GOOD)]
            path = folder / f"{n % 7}" / f"2024-05-{n % 28 + 1:02d}_{n:04d}{suffix}"
            data = good(told)
        else:
            name, bad, reason = BROKEN[n // SHARE % len(BROKEN)]
            path = folder / f"{n % 7}" / f"broken_{n:04d}{name}"
            data = bad(told, chance)
            broken[path.relative_to(folder).as_posix()] = reason
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return broken


def _title(told: Story) -> str:
    return told.title[0]


def _page(told: Story) -> str:
    return f"河湟晚报 2024年5月29日 星期三 第3版\n\n{_title(told)}\n\n" + "\n\n".join(told.body) + "\n"


def _text(told: Story) -> bytes:
    return _page(told).encode("utf-8")


def _gbk(told: Story) -> bytes:
    return _page(told).encode("gb18030")


def _markdown(told: Story) -> bytes:
    return (f"# {_title(told)}\n\n" + "\n\n".join(told.body)).encode("utf-8")


def _record(told: Story) -> str:
    return json.dumps({"标题": _title(told), "正文": "\n".join(told.body), "日期": "2024-05-29"}, ensure_ascii=False)


def _records(told: Story) -> bytes:
    return f"{_record(told)}\n".encode()


def _table(told: Story) -> bytes:
    body = "\n".join(told.body).replace('"', '""')
    return f'标题,正文,日期\n{_title(told)},"{body}",2024-05-29\n'.encode("gb18030")


def _html(told: Story) -> bytes:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in told.body)
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{_title(told)}-河湟网</title></head><body>"
        f"<h1>{_title(told)}</h1><p>2024-05-29 08:30 来源：河湟晚报</p>{body}</body></html>"
    ).encode()


def _mhtml(told: Story) -> bytes:
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n"
    return f"{head}Content-Transfer-Encoding: base64\n\n".encode() + base64.encodebytes(_html(told)) + b"\n--x--\n"


def _word(told: Story) -> bytes:
    from docx import Document

    document = Document()
    document.add_heading(_title(told), 1)
    for paragraph in told.body:
        document.add_paragraph(paragraph)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _pdf(told: Story) -> bytes:
    """A column of 30 letters under a title, in a font that every reader has the letters of."""
    lines, y = [f"/F 22 Tf 1 0 0 1 60 770 Tm {_shown(_title(told))}"], 740
    for paragraph in told.body:
        cut = [paragraph[:28], *(paragraph[n : n + 30] for n in range(28, len(paragraph), 30))]
        for n, line in enumerate(cut):
            lines.append(f"/F 12 Tf 1 0 0 1 {60 if n else 84} {y} Tm {_shown(line)}")
            y -= 18
    return pdf_of("BT " + "\n".join(lines) + " ET")


def pdf_of(*streams: str, more: str = "") -> bytes:
    """A PDF of pages with these drawn on them; the font F has letters as UTF-16. more: of each page."""
    pages = "".join(
        f"{10 + 2 * n} 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {11 + 2 * n} 0 R"
        f"/Resources<</Font<</F 4 0 R>>>>{more}>> endobj\n"
        f"{11 + 2 * n} 0 obj <</Length {len(stream)}>> stream\n{stream}\nendstream endobj\n"
        for n, stream in enumerate(streams)
    )
    kids = " ".join(f"{10 + 2 * n} 0 R" for n in range(len(streams)))
    return (
        "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
        f"2 0 obj <</Type/Pages/Count {len(streams)}/Kids[{kids}]>> endobj\n"
        "4 0 obj <</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[5 0 R]>>"
        " endobj\n"
        "5 0 obj <</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>> endobj\n"
        f"{pages}trailer <</Root 1 0 R>>\n"
    ).encode("ascii")


def _shown(text: str) -> str:
    return f"<{text.encode('utf-16-be').hex()}> Tj"


def _zip(told: Story) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("A02/页.txt", _page(told))
    return written.getvalue()


def _tar(told: Story) -> bytes:
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w:gz") as archive:
        info = tarfile.TarInfo("a.html")
        info.size = len(_html(told))
        archive.addfile(info, io.BytesIO(_html(told)))
    return written.getvalue()


def _gz(told: Story) -> bytes:
    return gzip.compress(_text(told))


GOOD: tuple[tuple[str, Callable[[Story], bytes]], ...] = (
    (".txt", _text),
    (".txt", _gbk),
    (".md", _markdown),
    (".jsonl", _records),
    (".csv", _table),
    (".html", _html),
    (".mhtml", _mhtml),
    (".docx", _word),
    (".pdf", _pdf),
    (".zip", _zip),
    (".tar.gz", _tar),
    (".txt.gz", _gz),
)


def _half(whole: Callable[[Story], bytes]) -> Callable[[Story, random.Random], bytes]:
    """What is left of a file whose copying was broken off."""
    return lambda told, chance: whole(told)[: len(whole(told)) // 2]


def _noise(told: Story, chance: random.Random) -> bytes:
    return bytes(range(256)) + chance.randbytes(3000)


def _as(data: bytes) -> Callable[[Story, random.Random], bytes]:
    return lambda told, chance: data


def _locked(told: Story, chance: random.Random) -> bytes:
    """A zip whose member asks for a password: the flag is all that a reader sees of that."""
    data = bytearray(_zip(told))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


LINKS = (
    "<html><meta charset='utf-8'><ul>" + "".join(f"<li><a href='/{n}'>要闻{n}</a></li>" for n in range(40)) + "</ul>"
)

BROKEN: tuple[tuple[str, Callable[[Story, random.Random], bytes], str], ...] = (
    (".txt", _noise, "not UTF-8"),
    (".txt", _as(b""), "is empty"),
    (".txt", _as("河湟晚报 2024年5月29日 星期三 第3版\n".encode()), "holds no article"),
    (".docx", _half(_word), "not a Word document"),
    (".docx", _noise, "not a Word document"),
    (".pdf", _noise, "not a PDF"),
    (".pdf", _as(b"%PDF-1.4\n"), "not a PDF"),
    (".zip", _half(_zip), "not a whole archive"),
    (".zip", _locked, "cannot be unpacked"),
    (".tar.gz", _half(_tar), "not a whole archive"),
    (".txt.gz", _half(_gz), "cannot be unpacked"),
    (".html", _as(LINKS.encode()), "only links"),
    (".mhtml", _as(b"MIME-Version: 1.0\nContent-Type: text/plain\n\nnothing"), "no web page"),
    (".csv", _as("编号,备注\n1,无\n".encode()), "no column"),
    (".csv", _as("标题,正文\n空,\n".encode()), "no text"),
    (".jsonl", _as(b'{"title": \n'), "not JSON"),
    (".jsonl", _as(b"[1, 2]\n"), "not a JSON object"),
    (".png", _as(b"\x89PNG nothing"), ""),
)


if __name__ == "__main__":
    for name, why in sorted(make(Path(sys.argv[1]), int(sys.argv[2])).items()):
        sys.stdout.write(f"{name}: {why}\n")
