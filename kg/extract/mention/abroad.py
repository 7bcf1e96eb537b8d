"""Names of the world, however the tagger cut them: 萨尔瓦|多边境, 北方|邦坎普尔|的."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from kg.extract.sheet import Sheet, Spot
from kg.language.countries import country, country_names
from kg.language.lexicon import Names, pattern, word_set
from kg.language.tagger import Token

# A name of so many characters is hardly made by chance; a shorter one must begin or end with a word.
_LONG, _SHORT = 4, 3
_RANKS = ("市", "州", "省", "县")  # 洛杉矶|市
_MIDDLE = "市中心"  # 甲国乙|市中心 is no body
_BODIES = ("ORG", "nt")


def find(sheet: Sheet) -> Iterator[Spot]:
    """Every name of the tables whose bounds are not a word's, and those that follow it or go before it at once."""
    names, at = _names(), sheet.lead_end
    for start in _starts(sheet, names):
        if start < at:
            continue
        chain = list(_chain(sheet, start, names))
        if not chain:
            continue
        at = chain[-1][1]
        cut = any(end not in sheet.edges or begin not in sheet.edges for begin, end in chain)
        if cut and not (_in_name(sheet, at) if len(chain) == 1 else _opens_body(sheet, at)):
            yield from (sheet.spot(begin, end, "Location", "known") for begin, end in chain)


def _starts(sheet: Sheet, names: Names) -> Iterable[int]:
    """Where a name of the tables may begin: at a word, or within one that is a name to the tagger."""
    flat, sizes = sheet.flat, names.sizes
    for token in sheet.tokens:
        if flat[token.start : token.start + 2] in sizes:
            yield token.start
        if len(token.text) > _LONG:
            yield from (at for at in range(token.start + 1, token.end - 2) if flat[at : at + 2] in sizes)


def _chain(sheet: Sheet, start: int, names: Names) -> Iterator[tuple[int, int]]:
    """The name at the offset and those that follow it without a gap."""
    at, flat = start, sheet.flat
    while name := next(names.at(flat, at), ""):
        end = at + len(name)
        firm = len(name) >= _LONG or (len(name) == _SHORT and (at in sheet.edges or end in sheet.edges))
        whole = at in sheet.edges and end in sheet.edges and at == start and _is_place(sheet.token_at(at), name)
        if not (firm or whole or (at > start and (end in sheet.edges or _follows(flat, end, names)))):
            return
        ranked = end not in sheet.edges and flat[end : end + 1] in _RANKS and end + 1 in sheet.edges
        yield at, end + ranked
        at = end + ranked


def _is_place(token: Token | None, name: str) -> bool:
    return token is not None and token.text == name and token.tag in ("LOC", "ns")


def _follows(flat: str, at: int, names: Names) -> bool:
    return next(names.at(flat, at), "") != ""


def _in_name(sheet: Sheet, end: int) -> bool:
    """Whether a word that is a name to the tagger goes on there: 甲国|天堂动物园."""
    token = sheet.token_at(end - 1)
    return token is not None and token.end > end and token.tag in (*_BODIES, "LOC", "ns", "nz")


def _opens_body(sheet: Sheet, end: int) -> bool:
    """Whether the tagger has a body that begins with the names or holds them: 甲国乙市|大学."""
    token = sheet.token_at(end - 1)
    if token is None or token.tag not in _BODIES or token.text.endswith(_MIDDLE):
        return False
    return any(pattern("organization_suffixes").fullmatch(token.text, at) for at in range(1, len(token.text)))


@cache
def _names() -> Names:
    nations = (name for name in country_names() if len(name) > 1 and country(name) != "中国")
    wide = (name for name in word_set("world_regions") if len(name) >= _SHORT)
    return Names([*word_set("world_places"), *nations, *wide])
