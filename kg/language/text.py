"""Characters and sentences: what every stage must cut and compare in the same way.

All offsets are half-open and count code points of the text as given; nothing here changes a text's length.
"""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from kg.language.lexicon import table

OPENERS = "“‘「『《〈（(【[〔"
CLOSERS = "”’」』》〉）)】]〕"
_FULL_STOPS = "。！？；"
_HALF_STOPS = "!?;"
# Closing marks that belong to the sentence they end: 「……加油！”」. Straight quotes close only behind a full stop.
_TAIL = CLOSERS + "\"'"
_STOPS = re.compile(rf"[{_FULL_STOPS}{_HALF_STOPS}]+[{re.escape(_TAIL)}]*")
_BREAKS = re.compile(r"[\r\n\u2028\u2029\x0b\x0c\x85]")
# 「“加油！”的喊声」, 「“开工！”，他说」: a quotation inside a sentence that goes on.
_GOES_ON = "，,、：:的等是"
# Names of books and asides: 《谁主沉浮？》 and （甲55件；乙1件） do not end the sentence around them.
_SEALED = re.compile(r"《[^《》\r\n]{1,60}》|（[^（）\r\n]{1,60}）|\([^()\r\n]{1,60}\)|【[^【】\r\n]{1,30}】")


_HAN = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]*")

# A text without marks (a table, a list that lost them) is cut too: what reads one sentence looks at all pairs of its
# names. The longest sentence of 14,000 in newspapers has 473 characters.
LONGEST = 1000
_PAUSES = ("，,；;：:", "、 \t\u3000")  # where it is cut rather than inside a name, the best first


@cache
def fold_character(character: str) -> str:
    """The NFKC form of one code point where that is one code point too, else the character itself; radicals unified."""
    folded = unicodedata.normalize("NFKC", _characters().get(ord(character), character))
    return folded if len(folded) == 1 else character


class _Folded(dict[int, str]):
    """Each code point's folded form, worked out when it is first met."""

    def __missing__(self, point: int) -> str:
        character = self[point] = fold_character(chr(point))
        return character


_folded = _Folded()


def unify(text: str) -> str:
    """`text` with every other code for a Chinese character made that character, one code point for one.

    Radicals (⻄宁, 12⽉: PDFs printed by a browser have them), compatibility ideographs (U+F900 …) and what fonts for
    GBK put into the private-use area (U+E863 is 䶮). Letters, digits and marks stay as they are.
    """
    return text.translate(_characters()) if _CODED.search(text) else text


_CODED = re.compile("[\u2e80-\u2fd5\ue815-\ue864\uf900-\ufaff\U0002f800-\U0002fa1f]")
_GBK_PRIVATE, _GBK_ROW = 0xE815, 0xFE


@cache
def _characters() -> dict[int, str]:
    found = {ord(radical): character for radical, character in table("radicals")}
    for start, end in ((0x2F00, 0x2FD6), (0xF900, 0xFB00), (0x2F800, 0x2FA20)):
        for point in range(start, end):
            character = unicodedata.normalize("NFKC", chr(point))
            if len(character) == 1:
                found[point] = character
    # GBK's last row held characters that Unicode did not know yet; GB 18030 tells which they have become.
    for place, low in enumerate(byte for byte in range(0x50, 0xA1) if byte != 0x7F):
        character = bytes((_GBK_ROW, low)).decode("gb18030")
        if is_han(character):
            found[_GBK_PRIVATE + place] = character
    return found


def fold(text: str) -> str:
    """`text` with full-width letters, digits, marks and spaces made half-width, one code point for one.

    「Ａ０２，要闻（上）」 becomes 「A02,要闻(上)」; 。、 and quotation marks have no half-width form here and stay.
    """
    return text.translate(_folded)


def is_han(character: str) -> bool:
    """Whether the code point is a Chinese character (unified, extension or compatibility block, or 〇)."""
    return all_han(character)


def all_han(text: str) -> bool:
    """Whether all code points of a text are Chinese characters, as `is_han` tells; yes of an empty one."""
    return _HAN.fullmatch(text) is not None


def behind_last(text: str, marks: Iterable[str], end: int, start: int = 0) -> int:
    """The offset right behind the last of the marks that stand in `[start, end)`; 0 where none does."""
    return max(text.rfind(mark, start, end) for mark in marks) + 1


def seam(left: str, right: str) -> str:
    """What stands between two lines that a hard break has cut: a space between two Latin words, else nothing."""
    if not left or not right:
        return ""
    before, after = left[-1], right[0]
    latin = before.isascii() and after.isascii() and before.isalpha() and after.isalpha()
    return " " if latin else ""


def join_lines(text: str) -> str:
    """`text` with its hard line breaks taken out: 「吴\\n晓军」 becomes 「吴晓军」, 「a\\nb」 「a b」."""
    joined = ""
    for line in text.splitlines():
        stripped = line.strip()
        joined += seam(joined, stripped) + stripped
    return joined


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of `text` as (start, end) in order, without the white space around them.

    A sentence ends at 。！？； or half-width !?; with the closing quotes behind it, and at a line break. A half-width
    '.' never ends one (3.5, U.S.), nor does a mark inside 《》 or a short aside in brackets, nor a quotation that the
    sentence goes on from (“加油！”的喊声). Sentences never overlap, and all that is not white space lies in one.
    None has more than `LONGEST` characters: a longer one is cut behind its last comma in reach, else where it is.
    """
    cuts = sorted({0, len(text), *_break_cuts(text), *_stop_cuts(text)})
    spans = (_trimmed(text, start, end) for start, end in pairwise(cuts))
    pieces = (piece for start, end in spans for piece in _pieces(text, start, end))
    return [(start, end) for start, end in pieces if start < end]


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        half, most = start + LONGEST // 2, start + LONGEST
        pauses = (max(text.rfind(mark, half, most) for mark in marks) for marks in _PAUSES)
        cut = next((pause + 1 for pause in pauses if pause >= 0), most)
        yield _trimmed(text, start, cut)
        start = cut
    yield _trimmed(text, start, end)


def _break_cuts(text: str) -> list[int]:
    return [match.end() for match in _BREAKS.finditer(text)]


def _stop_cuts(text: str) -> list[int]:
    sealed = deque(match.span() for match in _SEALED.finditer(text))
    cuts = []
    for match in _STOPS.finditer(text):
        while sealed and sealed[0][1] <= match.start():
            sealed.popleft()
        if sealed and sealed[0][0] < match.start() and match.start() < sealed[0][1] - 1:
            # A stop right before the closing bracket is part of the aside as well.
            continue
        if _ends_sentence(text, match.group(), match.end()):
            cuts.append(match.end())
    return cuts


def _ends_sentence(text: str, mark: str, end: int) -> bool:
    following = text[end : end + 1]
    if mark[-1] in _TAIL and following and following in _GOES_ON:
        return False
    # index.php?id=3, a;b: half-width marks inside Latin text are not the end of a Chinese sentence.
    return not (mark in _HALF_STOPS and following and following.isascii() and following.isalnum())


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


__all__ = [
    "CLOSERS",
    "OPENERS",
    "all_han",
    "behind_last",
    "fold",
    "fold_character",
    "is_han",
    "join_lines",
    "seam",
    "sentences",
]
