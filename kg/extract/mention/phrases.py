"""Noun phrases read from right to left: a known last word, then everything that can belong to the name before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kg.extract.sheet import Sheet
from kg.language.classes import CLASSIFIERS, COUNTS, STAGE, all_of, one_of
from kg.language.lexicon import pattern, word_set, words
from kg.language.tagger import Token

CLOSING = {"”": "“", "’": "‘", ")": "(", "》": "《", "」": "「", "』": "『"}
_JOINTS = "·•・‧—–-~+&/×±"
_STOP_TAGS = {"u", "p", "r", "d", "vd", "c", "xc", "PER", "nr", "f", "w"}
_KEPT = {"暨", "类", "东", "西", "南", "北", "中", "上", "下", "新", "零", "双", "外部", "跨"}
_COUNTED = re.compile(f"^(?:第?[0-9.{COUNTS}]+)?(?:{CLASSIFIERS})$")
SEASONS = ("春季", "夏季", "秋季", "冬季")  # 第31届世界大学生|夏季|运动会
_LONGEST = 45
_BRAND = 2
_RENEWED = ("n", "nz", "nt", "LOC", "ns", "vn", "ORG", "nw", "PER", "m", "q")
_WORK = re.compile(f"(?:{one_of('renewing')}|入园){{0,2}}(?:{STAGE})?(?:项目|工程){{1,2}}(?:{STAGE})?")


def phrases(sheet: Sheet, lexicon: str, *, joined: bool = False, verbs: bool = False) -> Iterable[tuple[int, int, int]]:
    """Every phrase that ends with an entry of the lexicon, as (start, end, start of the ending).

    joined: two names side by side may belong to the phrase (西宁市、海西州…对接会).
    verbs: a verb of doing may stand right before the ending or be part of it (资源利用|协议, 产业|投资协议).
    """
    taken = -1
    for match in pattern(lexicon).finditer(sheet.flat):
        if match.end() not in sheet.edges or match.end() <= taken:
            continue
        end = _stretched(sheet, match.end(), lexicon)
        taken = end
        ending = min(match.start(), end) if verbs else None
        start = phrase_start(sheet, end, joined=joined, ending=ending)
        if match.start() < start and match.start() in sheet.edges:
            start = match.start()  # the ending itself may begin with a verb: 签订|投资协议
        if start < end:
            yield start, end, min(match.start(), end)


def _stretched(sheet: Sheet, end: int, lexicon: str) -> int:
    """The end moved right over further endings that follow at once: 签约 + 仪式, 产业园 + 项目."""
    while True:
        match = pattern(lexicon).match(sheet.flat, end)
        if not match or match.end() not in sheet.edges:
            return end
        end = match.end()


def phrase_start(sheet: Sheet, end: int, *, joined: bool = False, ending: int | None = None) -> int:
    """Where the noun phrase that ends at `end` begins; a verb of what begins at `ending` does not stop it."""
    floor = max(sheet.sentence(end - 1)[0], end - _LONGEST)
    index = sheet.token_index(end - 1)
    start = sheet.tokens[index].start
    index -= 1
    while index >= 0 and sheet.tokens[index].start >= floor:
        token = sheet.tokens[index]
        if token.end != start:
            break
        leap = _bracket(sheet, token, floor)
        if leap is not None:
            start = leap
            index = sheet.token_index(start) - 1
            continue
        verb = ending is not None and _is_deed(token, ending)
        if not (
            _belongs(sheet, index)
            or names_work(sheet, token)
            or verb
            or (joined and _pairs(sheet, index))
            or _is_work(sheet, index, end)
        ):
            break
        start = token.start
        index -= 1
    start = max(start, min(sheet.lead_end, end))
    dash = sheet.flat.rfind("——", start, max(start, end - 3))  # never counted from the end of the text
    start = dash + 2 if dash >= 0 else start
    if sheet.flat[start - 1 : start + 1] == "我国":
        start += 1
    return _trimmed(sheet, start, end)


def names_work(sheet: Sheet, token: Token) -> bool:
    """Whether what the tagger took for a person names a work or firm: 李萍江|抽水蓄能电站, 朔云|新能源基地."""
    if token.tag not in ("PER", "nr"):
        return False
    brand = len(token.text) == _BRAND and sheet.flat.startswith(all_of("trades_of_brands"), token.end)
    return brand or sheet.flat.startswith(words("named_works"), token.end)


def _is_deed(token: Token, ending: int) -> bool:
    """Whether a verb names what is done in a phrase whose last word begins at `ending`: within that word, right before
    it, or used as a noun (煤炭清洁|利用|合作|框架协议); not one that opens a list (包括|合作协议)
    or only holds the noun (进行|合作协议签署)."""
    if token.start < ending and token.text in (*all_of("listing_openers"), *all_of("delexical_verbs")):
        return False
    return token.start >= ending or (token.end == ending and token.tag not in ("p", "c", "u", "w")) or token.tag == "vn"


def _is_work(sheet: Sheet, index: int, end: int) -> bool:
    """Whether a word of renewal stands between what is renewed and the last word: 甲公路|改建|工程, 饮水|提升|工程."""
    token, before = sheet.tokens[index], sheet.tokens[index - 1] if index else None
    if token.text not in word_set("renewing_words") or not _WORK.fullmatch(sheet.flat, token.end, end):
        return False
    solid = before is not None and before.end == token.start and before.text not in word_set("np_stops")
    return solid and before is not None and before.tag in _RENEWED


def _bracket(sheet: Sheet, token: Token, floor: int) -> int | None:
    """Where the bracket that closes with this word opens, or None."""
    opener = CLOSING.get(sheet.flat[token.end - 1])
    if opener is None or token.text not in ("”", "’", ")", "）", "》", "」", "』"):
        return None
    at = sheet.flat.rfind(opener, floor, token.start)
    if at < 0 or any(mark in sheet.flat[at : token.start] for mark in ",。;"):
        return None
    return at if token.end - at <= 24 else None


def _belongs(sheet: Sheet, index: int) -> bool:
    token, text = sheet.tokens[index], sheet.tokens[index].text
    if text in _KEPT or (len(text) == 1 and text in _JOINTS):
        return True
    if (
        text in word_set("np_stops")
        or token.tag in _STOP_TAGS
        or ((token.tag == "v" or text == "建设") and _governs(sheet, index))
    ):
        return False
    if token.tag == "TIME":
        return text in SEASONS or bool(re.fullmatch(r"\d{4}年?(?:度)?", text))
    if token.tag in ("m", "q"):
        return not _COUNTED.match(text)
    return bool(text.strip())


def _governs(sheet: Sheet, index: int) -> bool:
    """Whether the verb at this word has a name right behind it as its object (建设|渤海…产业园)."""
    following = sheet.tokens[index + 1] if index + 1 < len(sheet.tokens) else None
    return following is not None and following.tag in ("LOC", "ORG", "PER", "nw", "TIME")


def _pairs(sheet: Sheet, index: int) -> bool:
    """Whether the 、 at this word stands between two names of one phrase."""
    if sheet.tokens[index].text not in ("、", "和", "与") or index + 1 >= len(sheet.tokens) or index == 0:
        return False
    names = ("LOC", "ORG", "ns", "nt")
    return sheet.tokens[index - 1].tag in names and sheet.tokens[index + 1].tag in names


def _trimmed(sheet: Sheet, start: int, end: int) -> int:
    """The start moved right over verbs and adverbs that only lead up to the name."""
    while True:
        token = sheet.token_at(start)
        if token is None or token.end >= end:
            return start
        rest = end - token.end
        leads_up = token.text != "年产" and token.tag in ("v", "vd", "d", "ad") and rest >= 4 and len(token.text) <= 2
        mark = len(token.text) == 1 and token.text in _JOINTS
        if not (mark or (leads_up and _strong(sheet, token.end))):
            return start
        start = token.end


def _strong(sheet: Sheet, offset: int) -> bool:
    token = sheet.token_at(offset)
    return token is not None and (token.tag in ("LOC", "ORG", "nz", "nt", "ns", "m", "nw") or token.text in ("“", "《"))


def members(sheet: Sheet, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands between the 、 of a list; the first one begins with its phrase, a clause may stand before it."""
    at = start
    for item in sheet.flat[start:end].split("、"):
        stop = at + len(item)
        yield (max(phrase_start(sheet, stop), start) if at == start and stop in sheet.edges else at), stop
        at = stop + 1


@cache
def plain_words() -> frozenset[str]:
    """Words that name nothing in particular: common ones and kinds of places."""
    return word_set("generic_words") | word_set("location_generic")


def is_generic(text: str, sheet: Sheet, start: int, end: int) -> bool:
    """Whether the phrase is made of words that name nothing in particular (重点建设项目)."""
    generic = word_set("generic_words")
    rest = text
    for token in sheet.words_in(start, end):
        piece = sheet.flat[max(token.start, start) : min(token.end, end)]
        if piece in generic or token.tag in ("w", "m", "q"):
            rest = rest.replace(piece, "", 1)
    return len(rest) < 2
