"""Names of several parts joined by middle dots: 乌拉孜别克·热苏力汗."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.extract.mention.namelike import AFTER_NAME, DOTS, GOES_ON, GRAMMAR, LONGEST_PART, SPEAKING, is_name
from kg.extract.mention.venues import ends_in_place
from kg.extract.sheet import Sheet, Spot, occurrences
from kg.language.divisions import capital, provinces, venue_call
from kg.language.lexicon import any_of, table, word_set, words
from kg.language.names import minority_name
from kg.language.text import all_han, is_han

_KNOWN = 3
_ANDS = "与同跟及"
_NEVER_FIRST = "家员者师和"
_BEHIND_VERB = (*GOES_ON, "上", "起", "下来", "下去", "出了", "进了")
_COMES = "来抵访赴在"  # 卡斯蒂|来汉考察
_DATED = re.compile(r"\d|当地时间|[今昨近日本]")  # 伊万·科洛|于9月到访
_ASKS = "提问做写发送说讲谈唱"
_ONE_OF_THEM = re.compile("[一几两三](?:个|些|位|份|点|次|场|项|件|句|首|番|下)")
_DOT = re.compile(r"(?<=[\u3400-\u9fff])[·•・‧∙⋅](?=[\u3400-\u9fff])")


def dotted(sheet: Sheet, posts: frozenset[int]) -> Iterable[Spot]:
    """Names of several parts joined by middle dots, whole: 乌拉孜别克·热苏力汗."""
    taken, hyphened = 0, set()
    for match in _DOT.finditer(sheet.flat):
        if match.start() < taken:
            continue
        start, end = (
            _behind_link(sheet.flat, _part_start(sheet, match.start(), posts, taken), match.start()),
            match.end(),
        )
        start = _behind_words(sheet.flat, start, match.start())
        while (reach := _part_end(sheet, end)) > end:
            end = reach
            if sheet.flat[end : end + 1] not in (*DOTS, "-") or not is_han(sheet.flat[end + 1 : end + 2]):
                break
            end += 1
        taken = end
        name = sheet.flat[start:end]
        building = ends_in_place(name) or _is_brand(sheet, start, end)
        personal = has_known_part(name) or _looks_personal(sheet, start, end)
        if is_name(name, "PER") and personal and not building:
            yield sheet.spot(start, end, "Person", "tagger")
            last = _DOT.split(name)[-1]
            hyphened |= {last} if "-" in last else set()
    for name in sorted(hyphened):  # 安娜·莫兰-维尔 … 莫兰-维尔说
        for at in occurrences(sheet.flat, name):
            if sheet.flat[at - 1 : at] not in (*DOTS,):
                yield sheet.spot(at, at + len(name), "Person", "tagger")


def has_known_part(name: str) -> bool:
    """Whether one part around the dots is a name of three characters or more of a minority: 甲·吐尔逊."""
    parts = _DOT.split(name)
    return len(parts) > 1 and any(len(part) >= _KNOWN and minority_name(part) for part in parts)


def _behind_words(flat: str, start: int, dot: int) -> int:
    """Where the name begins behind what is in no name from abroad: 名叫|贝尔托·卡斯蒂, 总理|和|伊万·科洛.

    指挥|家|马尔科·贝内代蒂: no name begins with the last letter of a calling, and none with 和.
    """
    if minority_name(flat[start:dot]):
        return start  # 努尔比也姆|·…: 也 is in few names
    alien = word_set("never_in_foreign")
    start = max((at + 1 for at in range(start, dot - 2) if flat[at] in alien), default=start)
    return start + 1 if flat[start] in _NEVER_FIRST and start + 2 < dot else start


def _is_brand(sheet: Sheet, start: int, end: int) -> bool:
    """Whether what the dot joins is no person: alone in quotes (“云桥·同心荟”), or a house in a city (云桥·北京)."""
    if sheet.flat[start - 1 : start] in ("“", "「") and sheet.flat[end : end + 1] in ("”", "」"):
        return True
    return _DOT.split(sheet.flat[start:end])[-1] in _cities()


@cache
def _cities() -> frozenset[str]:
    """Provinces and their capitals as they are called: 北京, 成都 (阿里 is a name, too)."""
    shorts = [one.short for one in provinces()]
    return frozenset((*shorts, *filter(None, map(capital, shorts))))


def _part_start(sheet: Sheet, dot: int, posts: frozenset[int], floor: int) -> int:
    """Where the part before a dot begins: right behind a title, else with the words that the tagger saw there."""
    limit = max(floor, dot - LONGEST_PART)
    runs = _runs_for().match(sheet.flat, next((offset for offset in posts if limit <= offset < dot), dot))
    limit = runs.end() if runs is not None else limit
    behind = [offset for offset in posts if limit <= offset < dot and _is_part(sheet.flat[offset:dot])]
    if behind:
        return max(behind)
    token = sheet.token_at(dot - 1)
    start = max(token.start if token else dot, limit)
    # 买买|提江·艾山: known parts of names, from where a word begins; 阿布都|外力·吐尔逊: the first part is known.
    edges = [at for at in range(limit, start) if at in sheet.edges and all_han(sheet.flat[at:dot])]
    whole = next((at for at in edges if minority_name(sheet.flat[at:dot])), start)
    return next((at for at in edges if _begins_as_name(sheet.flat[at:dot])), start) if whole == start else whole


@cache
def _runs_for() -> re.Pattern[str]:
    """What says behind a post that somebody only wants it: 总统|竞选人|甲·乙."""
    return re.compile(any_of(row[0] for row in table("post_trails")))


def _begins_as_name(part: str) -> bool:
    """Whether a part of three characters or more that is used in names of minorities opens the words."""
    known = word_set("minority_syllables")
    return any(part[:size] in known for size in range(3, len(part)))


def _behind_link(flat: str, start: int, dot: int) -> int:
    """Where the second of two people begins: 主任甘棠与|米洛拉德·斯坦科维奇."""
    behind = max((at + 1 for at in range(start, dot) if flat[at] in _ANDS), default=start)
    return behind if dot - behind > 1 else start


def _is_part(text: str) -> bool:
    """Whether nothing but a part of a name stands there, perhaps of two with a hyphen: 让-吕克."""
    return all_han(text.replace("-", "", 1)) and text[0] != "-"


def _looks_personal(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a word on one side of the dot is a name of a person to the tagger (not 中国·青海)."""
    first, last = sheet.token_index(start), sheet.token_index(end - 1)
    # 朱马|别克: the tagger may take the last piece of a name for a body.
    tail = sheet.tokens[last]
    last -= tail.tag == "ORG" and len(tail.text) <= 3 and last > first
    tags = {token.tag for token in sheet.tokens[first : last + 1]}
    return bool(tags & {"PER", "nr"}) and "ORG" not in tags


def _part_end(sheet: Sheet, start: int) -> int:
    """Where the part of a name that starts here ends: at a mark, a verb or another word that is no name."""
    end = start
    while end - start < LONGEST_PART:
        token = sheet.token_at(end)
        rest = sheet.flat[end : token.end] if token else ""
        stop = next((k for k, character in enumerate(rest) if not is_han(character)), len(rest))
        if token is None or not stop:
            break
        grammatical = token.tag in ("u", "w") or (
            token.tag in GRAMMAR and (len(token.text) > 1 or token.text in SPEAKING)
        )
        whole = sheet.tokens[sheet.token_index(end) - 1] if end > start else None
        if whole is not None and token.tag == "p" and whole.tag in ("PER", "nr") and end in sheet.edges:
            break  # 谢尔盖·托罗夫|因
        if end > start and (grammatical or (AFTER_NAME.match(sheet.flat, end) and token.tag not in ("PER", "nr"))):
            break
        if end > start and token.tag == "v" and len(token.text) == 1 and sheet.flat.startswith(_BEHIND_VERB, token.end):
            break  # 喀迪尔|站在地头, 万吉鲁|坐上
        end = min(end + stop, start + LONGEST_PART)
        if stop < len(rest):
            break
    return _whole_part(sheet, start, end)


def _whole_part(sheet: Sheet, start: int, end: int) -> int:
    """The end of a part without the party behind it (西苏|一行), or moved over the rest of a known part (买买|提)."""
    party = sheet.flat.find("一行", start + 1, end + 1)
    if party > 0:
        return party
    # 西苏|当天, 纳尔逊|博士
    behind = (*words("moments_behind"), *words("honorifics"))
    stuck = max((word for word in behind if sheet.flat.endswith(word, start + 2, end)), key=len, default="")
    asks = end - start > 2 and sheet.flat[end - 1] in _ASKS and _ONE_OF_THEM.match(sheet.flat, end)
    dated = end - start > 1 and sheet.flat[end - 1] == "于" and _DATED.match(sheet.flat, end)
    if stuck or asks or dated:
        return end - (len(stuck) or 1)  # 请甲·乙|提|一个问题
    alien = next((at for at in range(start + 2, end) if sheet.flat[at] in word_set("never_in_foreign")), 0)
    if alien:
        return alien
    if end - start > 3 and sheet.flat[end - 2] in _COMES and venue_call(sheet.flat[end - 1]):
        return end - 2
    if end > start and not minority_name(sheet.flat[start:end]):
        return next((at for at in (end + 1, end + 2) if minority_name(sheet.flat[start:at])), end)
    return end
