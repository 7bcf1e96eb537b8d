"""Bytes to text: UTF-8, UTF-16, GB18030 or Big5, each proved; a few broken bytes do not lose the rest."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from functools import cache
from importlib import resources

from kg.errors import Mended, SkipInput, UnreadableFile
from kg.language.script import simplified
from kg.language.text import is_han
from kg.say import Said, say

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")
_TRADITIONAL = "big5hkscs"  # of older files from Hong Kong, Macao and Taiwan
# Control characters that no page holds; tabs, line and page breaks and DOS's end-of-file mark are let through.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f\ufffe\uffff\ufffd]")
# In Chinese text about three characters in four are among the 500 commonest; in other text read as GB18030 one in
# eight (500 of the 3,755 that such bytes fall among).
_COMMON_SHARE = 0.35
_SAMPLE = 20_000
# No more of a text is broken than this share; of a short one a quarter, and eight characters at most.
_BROKEN_SHARE, _BROKEN_SHORT, _BROKEN = 0.05, 0.25, 8
_OURS = ("utf_8", "utf_16", "utf_16_le", "utf_16_be", "gb18030", "gbk", "gb2312", "ascii")
_REPLACED = "\N{REPLACEMENT CHARACTER}"
Told = Callable[[SkipInput], None]


def decode(data: bytes, where: str, told: Told | None = None) -> str:
    """The text of a page's bytes, without BOM; line breaks as they stand.

    told: hears, as Mended, of broken bytes that became U+FFFD and of control characters, which stay here and are left
    out where lines are read; without it there may be none.
    Raises UnreadableFile, naming `where`, if the bytes are none of UTF-8, UTF-16, GB18030, Big5, or hold no Chinese.
    """
    text = decode_any(data, where, told)
    if not any(map(is_han, text)):
        raise UnreadableFile(where, say("holds no Chinese text; leave it out"))
    return text


def decode_any(data: bytes, where: str, told: Told | None = None) -> str:
    """The same for text that need not hold Chinese: JSON may write every character as an escape."""
    if not data.strip(b"\x00\r\n\t \x1a"):
        raise UnreadableFile(where, say("the file is empty; give it text or leave it out"))
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            text = _strictly(data, encoding)
            if text is not None and not _CONTROL.search(text):
                return text
            if (mended := _mended(data, where, (encoding,), told)) is not None:
                return mended
            raise UnreadableFile(
                where, say("begins as {encoding} but is broken; save it again as UTF-8", encoding=encoding)
            )
    for encoding in _CANDIDATES:
        text = _strictly(data, encoding)
        if text is not None and not _CONTROL.search(text) and (encoding == "utf-8" or _common_share(text)):
            return text
    text = _strictly(data, _TRADITIONAL)
    if text is not None and not _CONTROL.search(text) and _common_share(simplified(text)):
        return text
    if (mended := _mended(data, where, _CANDIDATES, told)) is not None:
        return mended
    raise UnreadableFile(where, _guess(data))


def _mended(data: bytes, where: str, encodings: tuple[str, ...], told: Told | None) -> str | None:
    """The text with what is broken in it replaced by U+FFFD, if that is but little."""
    if told is None:
        return None
    for encoding in encodings:
        # NULs at the end are room that a file system gave and nothing filled.
        text = data.decode(encoding, "replace").rstrip("\0")
        broken = len(_CONTROL.findall(text))
        plausible = encoding == "utf-8-sig" or _common_share(text) or (encoding == "utf-8" and text.isascii())
        if plausible and broken <= max(_BROKEN_SHARE * len(text), min(_BROKEN, _BROKEN_SHORT * len(text))):
            told(Mended(where, _remark(text.count(_REPLACED), broken)))
            return text
    return None


def _remark(replaced: int, broken: int) -> Said:
    """What happens to `broken` characters, of which `replaced` are U+FFFD: reading passes over the others."""
    bad = say("broken bytes, replaced: {replaced}", replaced=replaced)
    signs = say("control characters, left out: {number}", number=broken - replaced)
    if replaced and broken > replaced:
        return say("{bad}; {signs}", bad=bad, signs=signs)
    return bad if replaced else signs if broken > replaced else say("NULs at its end, left out")


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _common_share(text: str) -> bool:
    """Whether the characters beyond ASCII are distributed as in Chinese."""
    beyond = [c for c in text[:_SAMPLE] if not c.isascii()]
    han = [c for c in beyond if is_han(c)]
    if not han or len(han) < 0.5 * len(beyond):
        return False
    return sum(c in _commonest() for c in han) >= _COMMON_SHARE * len(han)


@cache
def _commonest() -> frozenset[str]:
    path = resources.files("kg.language") / "data" / "common_characters.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset("".join(line for line in lines if not line.startswith("#")))


def _guess(data: bytes) -> str:
    """Why bytes are no text of ours, and what the detector takes them for."""
    from charset_normalizer import from_bytes  # noqa: PLC0415  heavy, and needed only for this message

    best = from_bytes(data[:_SAMPLE]).best()
    if best and best.encoding in _OURS:
        return say("too much of it is broken or no text; copy or save it again")
    looks = say("it looks like {encoding}", encoding=best.encoding) if best else say("it looks like no text at all")
    return say("not UTF-8, UTF-16, GB18030 or Big5 text ({looks}); save it as UTF-8", looks=looks)
