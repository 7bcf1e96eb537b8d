"""Names behind titles, verbs of appointing and words for what somebody does, that the tagger did not see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from kg.extract.mention.bodies import approved
from kg.extract.mention.namelike import (
    AFTER_NAME,
    DOTS,
    GRAMMAR,
    LONGEST_PART,
    MAKES,
    SPEAKING,
    SPEECH,
    STUCK,
    VERB_AFTER,
    plain_word,
    torn,
)
from kg.extract.mention.titles import TURNED
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import all_of, one_of
from kg.language.countries import is_country
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, table, word_set, words
from kg.language.names import compound_surnames, looks_like_person, minority_name, surname_of
from kg.language.text import all_han
from kg.language.words import is_word, sort_of_name

_ACTING = ("v", "vd", "d", "ad", "p", "c", "TIME", "t")
# What the tagger takes a name for that it does not know.
_NOMINAL = ("ORG", "PER", "nr", "nz", "nw", "n", "vn", "v")
_CALLED = ("先生", "女士", "同志", "小姐")
# What somebody does, before a name: 牧民, 护林员, 歌手, 教师, 书记.
_ROLES = all_of("ends_of_callings")
_BEHIND_WHOLE = ("任", "为", "团队", "课题组")  # 令狐一鸣|任…, 教授|独孤远|团队
_UNBROKEN = 4  # characters of a name of known parts that is one however the tagger cuts it
_SINGLE = 3  # the shortest foreign name that is told from the rest of a word


def _links(sheet: Sheet, end: int) -> bool:
    """Whether a whole name follows the link that ends here: 某律师|和|周某某, though 和 is a surname, too."""
    token = sheet.token_at(end)
    return token is not None and token.tag in ("PER", "nr") and len(token.text) > 2 and looks_like_person(token.text)


def behind_titles(sheet: Sheet, titles: Sequence[Spot]) -> Iterable[Spot]:
    """省长吴晓军主持: what looks like a name right behind a title, up to where a name may end."""
    for title in titles:
        if (title.text in ("委员", "代表") and not _of_body(sheet, title)) or _called_by(sheet, title):
            continue
        start = title.end
        token = sheet.token_at(start)
        if token is not None and token.start == start and token.tag == "c" and _links(sheet, token.end):
            continue
        seen = _seen(sheet, start)
        for length in (7, 6, 5, 4, 3, 2):
            if length <= seen:
                break
            name, end = sheet.flat[start : start + length], start + length
            made = name[-1:] == MAKES and (name[:2] in compound_surnames() or SPEECH.match(sheet.flat, end))
            dated = name[-1:] == "于" and sheet.flat[end : end + 1].isdigit()  # 李文达|于8月3日
            called = name[-1:] in "等的" or name.endswith(_CALLED) or _led_by_word(name) or _ends_with_verb(name)
            if len(name) < length or called or made or dated or not looks_like_person(name):
                continue
            once = token is not None and token.text == "曾" and token.tag == "d" and is_word(name[1:])  # 医生|曾警告
            if once or (not seen and _ends_with_grammar(sheet, start, end)):
                continue
            unbroken = length >= _UNBROKEN and surname_of(name) is None and minority_name(name)  # 旗长|巴图孟和|到
            if end not in sheet.edges and not unbroken and not VERB_AFTER.match(sheet.flat, end):
                continue
            if seen and (length > seen + 2 or name[-1] in STUCK or _verb_at(sheet, start + seen)):
                continue
            day = not seen and _DAY.match(sheet.flat, end)  # 主任|于文达|10日在某市表示
            follows = (
                day or AFTER_NAME.match(sheet.flat, end) or _leads_on(sheet, start, end) or _coined(sheet, name, end)
            )
            if follows and not (plain_word(token, name) and not _unknown(sheet, name, end)):
                yield sheet.spot(start, end, "Person", "title")
                break


def _ends_with_grammar(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a word of grammar stands behind a name of two characters that ends like one: 馆长|何雨|在一旁."""
    last = sheet.token_at(end - 1)
    alone = last is not None and last.start == end - 1 and last.end == end and last.tag in ("p", "c", "d")
    return alone and end - start == _SINGLE and surname_of(sheet.flat[start : end - 1]) is not None


def _ends_with_verb(name: str) -> bool:
    """Whether the last character says that somebody speaks: 局长何然|说 (no given name ends with it)."""
    return len(name) > 2 and name[-1] in "说称" and surname_of(name[:-1]) is not None


def _led_by_word(name: str) -> bool:
    """Whether a name from abroad would begin with what is in none: 指挥|官伊万·科洛."""
    return any(dot in name for dot in DOTS) and name[0] in word_set("never_in_foreign")


def behind_turned(sheet: Sheet, titles: Sequence[Spot]) -> Iterable[Spot]:
    """法定代表人为|马克,: what looks like a name between the verb behind a post and the end of the clause."""
    for title in titles:
        verb = TURNED.match(sheet.flat, title.end)
        for end in (verb.end() + 3, verb.end() + 2) if verb is not None else ():
            name = sheet.flat[verb.end() : end] if verb is not None else ""
            closed = sheet.flat[end : end + 1] in ("", *",。;") or sheet.flat.startswith(("担任", "兼任", "出任"), end)
            if closed and end in sheet.edges and looks_like_person(name) and not is_word(name):
                yield sheet.spot(end - len(name), end, "Person", "title")
                break


def _of_body(sheet: Sheet, title: Spot) -> bool:
    """Whether the members' post stands right behind a name that the tagger knows for a body: 某奥委会|委员|于清远."""
    token = sheet.token_at(title.start - 1) if title.start and title.text == "委员" else None
    return token is not None and token.tag in ("ORG", "nt") and token.end == title.start


def _seen(sheet: Sheet, start: int) -> int:
    """How long the name is that the tagger sees here, one with the title's last words or not: CEO许冉."""
    token = sheet.token_at(start)
    return token.end - start if token is not None and token.tag in ("PER", "nr") else 0


def _leads_on(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a preposition behind which a name or noun follows ends the name: 部长助理|农融|同|某国外交部."""
    token = sheet.token_at(end)
    leads = token is not None and token.start == end and token.tag in ("p", "c") and len(token.text) == 1
    return leads and token is not None and token.text in _PREPOSITIONS and end - start <= _SINGLE


def _coined(sheet: Sheet, name: str, end: int) -> bool:
    """Whether no words lie in a name of three characters, and somebody acts right behind it: 组长|汤清漪|违规组织."""
    if len(name) != _SINGLE or surname_of(name) is None or is_word(name[:2]) or is_word(name[1:]):
        return False
    return end in sheet.edges and _acts(sheet, end)


_DAY = re.compile("[0-9]{1,2}日")
_PREPOSITIONS = "同与因被将从由于把为"


def compound(sheet: Sheet, posts: frozenset[int]) -> Iterable[Spot]:
    """副省长|南宫远|到甲市, 决定:|令狐一鸣|任: a surname of two characters and one or two characters more.

    Right behind a title, or behind a mark where the surname is no other word.
    """
    marks = {match.end() for match in _plain_compound().finditer(sheet.flat)}
    for start in sorted(posts | marks):
        size = next((size for size in (4, 3, 2) if sheet.flat[start : start + size] in compound_surnames()), 0)
        for end in (start + size + 2, start + size + 1) if size else ():
            name = sheet.flat[start:end]
            if not all_han(name) or name[-1] in (*STUCK, MAKES, "的", "等") or len(name) < end - start:
                continue
            # 闻人松|座谈
            shorter = end - start - size == 2 and sheet.flat.startswith(_deeds(), end - 1)
            follows = (
                AFTER_NAME.match(sheet.flat, end) or _acts(sheet, end) or sheet.flat.startswith(_BEHIND_WHOLE, end)
            )
            if not shorter and (sheet.flat[end : end + 1].isdigit() or follows):
                yield sheet.spot(start, end, "Person", "title")
                break


def strange(sheet: Sheet, titles: Sequence[Spot]) -> Iterable[Spot]:
    """总理|普拉昌达|同…会谈: a word right behind a title that no dictionary has; who it names acts at once.

    The tagger may have given it the title's last character: 外|长尼扬扎.
    """
    for title in titles:
        token = sheet.token_at(title.end)
        if title.text in ("委员", "代表") or token is None or _called_by(sheet, title):
            continue
        met = _met(sheet, title)
        if met is not None:
            yield met
            continue
        end = token.end - tears_title(sheet, token.end)
        end -= sheet.flat[end - 1] == MAKES and SPEECH.match(sheet.flat, end) is not None  # 周明|作总结讲话
        end -= torn(sheet.flat, end - 1)
        name = sheet.flat[title.end : end]
        if not name or (token.start < title.end and len(name) < _SINGLE):
            continue
        pieces = (name[:2], name[2:])
        if (
            name[0] in "一两该本各被不没未"
            or name[-1] == "们"
            or all(sort_of_name(piece) == "word" for piece in pieces)
        ):
            continue  # 董事长|一职, 总统|当地|时间12日
        unheard = 2 <= len(name) <= 5 and sort_of_name(name) in ("", "nr", "nrt")
        closed = sheet.flat[end : end + 1] in "、,。"
        japanese = len(name) > _SINGLE and name.startswith(_japanese()) and closed
        if unheard and all_han(name) and token.tag in _NOMINAL and (japanese or _acts(sheet, end)):
            yield sheet.spot(title.end, end, "Person", "title")


def _met(sheet: Sheet, title: Spot) -> Spot | None:
    """会见甲国外长|扎因。: what is left of a clause whose verb meets somebody, and is no word."""
    left, _ = sheet.clause(title.start)
    rest = _REST.match(sheet.flat, title.end)
    if rest is None or not (_MEETS if rest["met"] is None else _WITH).search(sheet.flat, left, title.start):
        return None
    name, tokens = rest["name"], sheet.words_in(*rest.span("name"))
    inside = tokens[0].start == title.end and tokens[-1].end == rest.end("name")
    known = any(surname_of(one.text) or (len(one.text) > 1 and sort_of_name(one.text) == "word") for one in tokens)
    loose = any(one.text in _LOOSE or one.tag in _GRAMMATICAL for one in tokens)
    known = (known and len(tokens) > 1) or name[-2:] in word_set("titles")  # 甲国主席迪亚|特使
    if not inside or loose or known or is_word(name) or is_country(name) or find_division(name):
        return None
    return sheet.spot(*rest.span("name"), "Person", "title")


_MEETS, _WITH = re.compile(one_of("verbs_of_meeting_somebody")), re.compile("[同与和跟]")
_REST = re.compile("(?P<name>[\u3400-\u9fff]{2,6}?)(?:(?P<met>通话|通电话|会[谈晤面])|(?=[,。、;!]|$|等|一行))")
_LOOSE = frozenset("和与及并时后前中的等人员们各该其本说")
_GRAMMATICAL = ("m", "q", "r", "c", "p", "u", "f", "TIME", "t", "ORG", "LOC", "ns", "nt")


def tears_title(sheet: Sheet, end: int) -> bool:
    """Whether the tagger's word that ends here took the first character of a title: 甲国主席阮明平特|使."""
    following = sheet.token_at(end)
    alone = following is not None and following.start == end and len(following.text) == 1
    return alone and sheet.flat[end - 1 : end + 1] in word_set("titles")


@cache
def _japanese() -> tuple[str, ...]:
    return tuple(words("japanese_surnames"))


@cache
def _plain_compound() -> re.Pattern[str]:
    """What stands before a name whose surname is no other word: a mark, or a verb of appointing."""
    names = any_of(words("plain_compound_surnames"))
    return re.compile(rf"(?:^|[,。:;、(“\n]|{one_of('appointing_verbs')})(?={names})")


@cache
def _deeds() -> tuple[str, ...]:
    """Verbs of two characters and more that people do, and those of coming to a post: 欧阳靖|担任."""
    posts = (row[0] for row in table("post_verbs"))
    return tuple(word for word in (*words("after_names"), *words("personal_verbs"), *posts) if len(word) > 1)


def _acts(sheet: Sheet, end: int) -> bool:
    """Whether a verb or a word before one begins here (夹谷清源|举行座谈) and no name ends before (公羊策|会|见)."""
    token, last = sheet.token_at(end), sheet.token_at(end - 1)
    alone = last is not None and last.start == end - 1 and last.tag in GRAMMAR
    return token is not None and token.start == end and token.tag in _ACTING and not alone


def behind_roles(sheet: Sheet) -> Iterable[Spot]:
    """牧民|乌云其木格, 歌手|呼斯楞: behind a word for what somebody is, a name without a surname, of known parts."""
    for token in sheet.tokens:
        if token.tag != "n" or not token.text.endswith(_ROLES):
            continue
        for length in range(LONGEST_PART, 2, -1):
            end = token.end + length
            name = sheet.flat[token.end : end]
            if len(name) == length and end in sheet.edges and surname_of(name) is None and minority_name(name):
                yield sheet.spot(token.end, end, "Person", "title")
                break


_TOLD = re.compile(r"(?:^|(?<=[。:;、\n”)]))(?P<name>[\u3400-\u9fff]{2,4}|[\u3400-\u9fff·]{4,16}),[男女](?=[,。])")


def told(sheet: Sheet) -> Iterable[Spot]:
    """尉迟清和,|男,|汉族,1981年6月生: who a notice tells of, whatever the surname."""
    for match in _TOLD.finditer(sheet.flat):
        if looks_like_person(match["name"]) or surname_of(match["name"][:3]) is not None:
            yield sheet.spot(match.start("name"), match.end("name"), "Person", "between")


def _called_by(sheet: Sheet, title: Spot) -> bool:
    """Whether the title only calls somebody by it: 周总理|纪念碑."""
    token = sheet.token_at(title.start)
    return token is not None and token.tag in ("PER", "nr") and token.start < title.start and token.end == title.end


def _verb_at(sheet: Sheet, offset: int) -> bool:
    """Whether a verb of two characters or more begins here (巴罗|会谈)."""
    token = sheet.token_at(offset)
    return token is not None and token.start == offset and token.tag in ("v", "vn") and len(token.text) > 1


def _unknown(sheet: Sheet, name: str, end: int) -> bool:
    """Whether the words are no others: nothing that a dictionary has, or a mark follows and no grammar word is so.

    首席执行官马诺、 主任|段然|介绍, 书记|向清漪|介绍: not 书记|向记者|介绍, nor 书记|向周明远|介绍.
    """
    spoken = name[-1] in STUCK and is_word(name[:-1])  # 总裁|常常|说
    plain = name in word_set("np_stops") or spoken or VERB_AFTER.match(name)
    token = sheet.token_at(end - len(name))
    verb = token is not None and token.text == name and token.tag in ("v", "vn") and is_word(name)
    if verb and name[0] not in word_set("common_surnames"):
        return False  # 民警|撒泼,
    if sheet.flat[end : end + 1] in "、,。" and not plain:
        return True
    rest = name[1:]
    if name[0] in SPEAKING:
        strange = len(rest) > 1 and not is_word(rest) and sort_of_name(rest) == "" and not looks_like_person(rest)
        return strange and VERB_AFTER.match(sheet.flat, end) is not None
    whole = token is not None and token.text == name and token.tag not in ("TIME", "p", "c")
    return whole and not is_word(name) and VERB_AFTER.match(sheet.flat, end) is not None


_APPOINTED = re.compile(
    rf"(?:{one_of('appointing_verbs')})(?P<names>[\u3400-\u9fff·]{{2,9}}?(?:、[\u3400-\u9fff·]{{2,9}}?){{0,30}}?)"
    r"(?:等\d*人)?(?:同志)?(?:为|的|兼任|公司[\u3400-\u9fff]{2,10}?职务)"
)


def approved_for_posts(sheet: Sheet) -> Iterable[Spot]:
    """核准|李文达|云桥财产保险公司总经理的任职资格: whose fitness for a post is approved."""
    if "任职资格" in sheet.flat:
        for match in _APPROVED.finditer(sheet.flat):
            end = approved(sheet, match.end())
            if end:
                yield sheet.spot(match.end(), end, "Person", "between")


_APPROVED = re.compile("核准了?|批准|同意")
_COMRADE = re.compile("同志(?:为|的|兼任)")


def appointed(sheet: Sheet) -> Iterable[Spot]:
    """任命甲、乙为…, 免去丙的…职务: whoever stands between is a person."""
    for match in _APPOINTED.finditer(sheet.flat):
        at = match.start("names")
        for name in match.group("names").split("、"):
            # 任命|某某某|同志为: whatever the surname
            if looks_like_person(name) or (_COMRADE.match(sheet.flat, at + len(name)) and 2 <= len(name) <= _UNBROKEN):
                yield sheet.spot(at, at + len(name), "Person", "between")
            at += len(name) + 1
