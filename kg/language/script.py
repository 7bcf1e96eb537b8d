"""Traditional characters folded to simplified ones, code point for code point: the one door to OpenCC.

The lexicons, the tagger and every pattern of this package are in simplified script. A text in traditional script is
folded for reading, and what is shown of it stays as it stands. OpenCC (Apache-2.0) looks at phrases, so that 頭髮 and
發展, 皇后 and 後來, 乾隆 and 乾淨 come out right; where a phrase would change its length, its characters are folded one
by one.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.language.lexicon import words
from kg.language.text import is_han

if TYPE_CHECKING:
    from collections.abc import Callable

# In traditional script about every fifth character is one that simplified script never has; in simplified script
# none is, but for a name or a sign that is quoted.
_SHARE, _SAMPLE = 0.08, 4000
# No phrase of OpenCC goes over these.
_CHUNK = re.compile(r"[^\n。，、；：！？]*[\n。，、；：！？]*")


def is_traditional(text: str) -> bool:
    """Whether a text is written in traditional script, by its first 4,000 characters."""
    sample = text[:_SAMPLE]
    count = len(_signs().findall(sample))
    return count > 0 and count >= _SHARE * sum(map(is_han, sample))


def simplified(text: str) -> str:
    """`text` in simplified script, of the same length: 行政長官發言 → 行政长官发言."""
    return "".join(_folded(match.group()) for match in _CHUNK.finditer(text))


def _folded(chunk: str) -> str:
    if chunk.isascii():
        return chunk
    convert = _converter()
    whole = convert(chunk)
    if len(whole) == len(chunk):
        return whole
    single = (convert(character) for character in chunk)
    return "".join(new if len(new) == 1 else old for old, new in zip(chunk, single, strict=True))


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(words('traditional_signs')))}]")


@cache
def _converter() -> Callable[[str], str]:
    from opencc import OpenCC  # noqa: PLC0415  only texts in traditional script need it

    # Taiwan's forms (沿著, 裡), then Hong Kong's (衞, 綫): each leaves the other's as they are.
    taiwan, hongkong = OpenCC("tw2s"), OpenCC("hk2s")
    return lambda text: str(hongkong.convert(taiwan.convert(text)))
