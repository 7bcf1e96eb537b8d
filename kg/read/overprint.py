"""What a PDF's type leaves in its text: letters printed twice to look bold, and words spaced to fill a line."""

from __future__ import annotations

import re

from kg.language.lexicon import words
from kg.language.text import is_han
from kg.read.glyphs import Glyphs

# A line that is nothing but repetitions: 两会两会连线连线, ““数字未来数字未来””.
_REPEATED = re.compile(r"(.{1,60}?)\1+")  # _LONGEST characters
_LONGEST = 60
_HAN = r"\u3400-\u9fff\uf900-\ufaff〇"
_MARK = r"，。、；：！？“”‘’（）《》"
# 「运 维 能 力 ， 实 现」: at least three single characters, each with a space before the next.
_SPACED = re.compile(rf"(?<![{_HAN}])(?:[{_HAN}{_MARK}][ \u3000\u00a0]+){{2,}}[{_HAN}{_MARK}](?![{_HAN}])")
# 「省长李 文 达出席」, behind a post or a mark, but not 「县长王 明 李晓」, a list of names, nor 「通讯员 高 雅」.
_SURNAMES = "".join(word for word in words("surnames") if len(word) == 1 and word != "员")
_NAME = re.compile(
    rf"(?<=[{_MARK}长记席任理总裁监官授士家师][{_SURNAMES}])([ \u3000\u00a0])[{_HAN}]([ \u3000\u00a0])"
    rf"(?=[{_HAN}](?:[{_MARK}]|[{_HAN}]{{3}}))"
)
_BLANKS = re.compile(r"[ \u3000\u00a0]+")
# 「1 月 20 日」, 「超 1.3 万架 IDC 机架」: a space between a Chinese character and a figure or letter.
_MIXED = re.compile(
    rf"(?<=[{_HAN}{_MARK}])([ \u3000\u00a0]+)(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])([ \u3000\u00a0]+)(?=[{_HAN}{_MARK}])"
)
_AT_MARK = re.compile(rf"(?<=[{_MARK}])[ \u3000\u00a0]+|(?<![ \u3000\u00a0])[ \u3000\u00a0]+(?=[，。、；：！？”’）》])")


def undouble(glyphs: Glyphs) -> tuple[Glyphs, bool]:
    """The line printed once, and whether it had been printed twice.

    Only a line that is repetitions from end to end counts: 产业集群加速崛起产业集群加速崛起. Four letters in the
    pattern AABB (高高兴兴) and figures (2020) are words.
    """
    stripped = glyphs.strip()
    if _doubled(stripped.text) and stripped.text == glyphs.text:
        parts = [(0, len(glyphs.text))]
    else:
        parts = [match.span() for match in re.finditer(r"\S+", glyphs.text)]
    if not parts or not all(_doubled(glyphs.text[start:end]) for start, end in parts):
        return glyphs, False
    spans = []
    for start, end in parts:
        for match in _REPEATED.finditer(glyphs.text[start:end]):
            spans.append((start + match.end(1), start + match.end()))
    return glyphs.without(spans), True


def unspace(glyphs: Glyphs) -> Glyphs:
    """Without the spaces that only fill a line: 「网 络 运 维」, 「1 月 20」; those between names stay."""
    spans = []
    for match in _SPACED.finditer(glyphs.text):
        spans += [(match.start() + b.start(), match.start() + b.end()) for b in _BLANKS.finditer(match.group())]
    for pattern in (_MIXED, _AT_MARK):
        spans += [match.span() for match in pattern.finditer(glyphs.text)]
    spans += [match.span(group) for match in _NAME.finditer(glyphs.text) for group in (1, 2)]
    return glyphs.without(spans)


def _doubled(word: str) -> bool:
    if len(word) < 4 or not any(map(is_han, word)) or not _all_repeated(word):
        return False
    longest = max(len(match.group(1)) for match in _REPEATED.finditer(word))
    return longest > 1 or len(word) > 4


def _all_repeated(word: str) -> bool:
    """Whether repetitions fill the word from end to end; each place is looked at once for each length, however long."""
    # units[end]: the lengths of what was repeated just before that place and may be repeated again.
    units: dict[int, set[int]] = {0: set()}
    for at in range(len(word)):
        if at not in units:
            continue
        for length in range(1, min(_LONGEST, (len(word) - at) // 2) + 1):
            if word.startswith(word[at : at + length], at + length):
                units.setdefault(at + 2 * length, set()).add(length)
        for length in units[at]:
            if word.startswith(word[at - length : at], at):
                units.setdefault(at + length, set()).add(length)
    return len(word) in units
