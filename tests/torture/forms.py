"""Good files of each form that pages come in, small, for torture to damage."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

from pages import page


def zipped(data: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a/一.txt", data)
        archive.writestr("b.txt.gz", gzip.compress(data, mtime=0))
    return packed.getvalue()


def tarred(data: bytes, mode: str) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as archive:
        info = tarfile.TarInfo("一.txt")
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    return packed.getvalue()


def word() -> bytes:
    from docx import Document

    document, out = Document(), io.BytesIO()
    for line in page(1).splitlines():
        document.add_paragraph(line)
    document.add_table(2, 2).rows[0].cells[0].text = "序号"
    document.save(out)
    return out.getvalue()


def pdf(text: str) -> bytes:
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


def mhtml(html: bytes) -> bytes:
    """A page as a browser saves it in one file."""
    message, page_part = MIMEMultipart("related"), MIMEText(html.decode(), "html", "utf-8")
    message["Snapshot-Content-Location"] = "https://news.example.cn/1.html"
    page_part["Content-Location"] = "https://news.example.cn/1.html"
    message.attach(page_part)
    message.set_boundary("part")
    return message.as_bytes()


def picture(form: str) -> bytes:
    """A few words that OCR can read, as a picture; two sheets where it may hold several. form: as Pillow calls it."""
    from PIL import Image, ImageDraw

    sheet = Image.new("L", (260, 60), 255)
    ImageDraw.Draw(sheet).text((10, 20), "2024-03-05 A1 NEWS", fill=0)
    more = {"save_all": True, "append_images": [sheet]} if form == "tiff" else {}
    out = io.BytesIO()
    sheet.save(out, form, **more)
    return out.getvalue()
