"""Names of people: what the tagger sees, what stands behind a title, what stands in a list of names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache

from kg.extract.mention.dotted import dotted
from kg.extract.mention.entitled import (
    appointed,
    approved_for_posts,
    behind_roles,
    behind_titles,
    behind_turned,
    compound,
    strange,
    tears_title,
    told,
)
from kg.extract.mention.lastletter import GIVES, whole
from kg.extract.mention.namelike import (
    DOTS,
    GOES_ON,
    LONG,
    LONGEST_PART,
    MAKES,
    SPEAKING,
    SPEECH,
    STUCK,
    VERB_AFTER,
    is_name,
    plain_word,
    stuck,
    torn,
)
from kg.extract.mention.nobody import is_nobody
from kg.extract.mention.support import credited, supported
from kg.extract.sheet import Lying, Sheet, Spot, keep_longest, occurrences
from kg.language.classes import COUNTS, NUMERALS, all_of, one_of
from kg.language.countries import country_abbreviation
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, word_set, words
from kg.language.names import compound_surnames, looks_like_person, minority_name, surname_of
from kg.language.tagger import Token
from kg.language.text import all_han, is_han

_WHERE = re.compile(r"(?:在|抵达|离开|飞抵|途经|前往)$")
_BRAND = 2
# What the tagger takes into a name of three characters as a fourth: 周明远|因骗取, 李文达|代为履行.
_FOURTH = "因代"
_OF_PAPERS = ("本报", "日报", "晚报", "本网", "本台", "新华社")
_PART = "[A-Z][a-z'.]{0,14}(?:-[A-Z][a-z']{0,14})?"
_LATIN = re.compile(
    rf"(?<![A-Za-z-])(?<![A-Za-z&.] )[A-Z][a-z]{{1,14}}(?:-[A-Z][a-z]{{1,14}})?"
    rf"(?: (?:[A-Z]\.){{1,3}})?(?: {_PART}){{1,2}}"
    r"(?![A-Za-z&])(?! [A-Z&])"
)
# 韩 卓: a name of two characters is spaced out to the width of three.
_PIECE = re.compile(r"[\u3400-\u9fff][ \u3000]+[\u3400-\u9fff](?![\u3400-\u9fff])|[^\s,、()“”]+")


_DENIAL = re.compile("没|[并尚从仍均也还都]未|未[能曾经]")
# 李文|高等专家, 周文|中等人: an adjective that the tagger made of the last letter of a name and 等.
_AND_OTHERS = ("中等", "高等", "平等", "同等", "优等", "均等", "对等", "初等", "上等", "特等", "相等")
# 丰楼镇|党委书记: what the tagger takes for a name.
_RULED = "镇乡村县"


_DOTTED = re.compile(f"[{DOTS}]")
_COUNTING = f"{COUNTS}万数每这那半0123456789"


def find(sheet: Sheet, titles: Sequence[Spot]) -> list[Spot]:
    """Every mention of what may be a person's name; by: weak where nothing in the text treats it as one, and between
    where it stands among names in a list, so that there is no doubt.

    Reporters and photographers are left out: they belong to the article.
    """
    reporters = set(sheet.article.reporters)
    posts = frozenset(title.end for title in titles)
    seen = [
        *_tagged(sheet, {title.start: title.end for title in titles}),
        *behind_titles(sheet, titles),
        *behind_turned(sheet, titles),
        *dotted(sheet, posts),
        *compound(sheet, posts),
        *strange(sheet, titles),
    ]
    seen += behind_roles(sheet)
    notices = [*told(sheet), *approved_for_posts(sheet)]
    seen += [*appointed(sheet), *notices, *_in_latin(sheet, posts)]
    seen = [whole(sheet, spot, posts) for spot in seen]
    # 周总理|纪念碑: what follows the post is no name.
    seen = [spot for spot in seen if not credited(sheet, spot) and spot.text not in word_set("memorial_words")]
    seen += [spot for spot in _listed(sheet, keep_longest(seen), posts) if not credited(sheet, spot)]
    seen = keep_longest(_unaddressed(sheet, spot) for spot in seen)
    sure = {sheet.flat[spot.start : spot.end] for spot in seen if spot.by == "between" or _long_listed(spot)}
    names = {sheet.flat[spot.start : spot.end] for spot in seen} - reporters
    names -= word_set("titles") | word_set("not_people")
    names -= {name for name in names if _is_counted(sheet, name) or _opens_line(sheet, name) or _in_lead(sheet, name)}
    names -= {name for name in names if _names_work(sheet, name) or _is_rest_of_list(name) or _denies(name)}
    names -= {name for name in names if _of_two_nations(sheet, name)}
    names -= {name for name in names if _names_storm(sheet, name, posts) or is_nobody(sheet, name, posts)}
    firm = {name for name in names if name in sure or supported(sheet, name, titles)}
    firm -= {name for name in firm if _only_place(sheet, name)}
    abroad = {name for name in names if _is_abroad(sheet, name, titles)}
    firm, names = firm - abroad, names - abroad
    firm |= {last for name in sorted(firm) for last in _last_part(sheet, name)}
    inside = {sheet.flat[spot.start : spot.end] for spot in seen if _between_names(sheet, spot.start, spot.end)} & firm
    inside |= {spot.text for spot in notices} & firm
    found = [*_everywhere(sheet, inside, "between"), *_everywhere(sheet, firm - inside, "name")]
    weak = _everywhere(sheet, names - firm, "weak")
    lying = Lying(found)
    return [*found, *(spot for spot in weak if not lying.across(spot.start, spot.end))]


def _is_counted(sheet: Sheet, name: str) -> bool:
    """Whether the surname is a measure wherever it stands: 一|张蓝图, 两|双筷子."""
    if name[0] not in word_set("measures_like_surnames"):
        return False
    return all(at and sheet.flat[at - 1] in _COUNTING for at in occurrences(sheet.flat, name))


def _is_rest_of_list(name: str) -> bool:
    """Whether the name is a post behind a link or verb: 任命为甲大学党委副书记|和|校长, 由副省长|任|组长."""
    return name[0] in "和与及任" and name[1:] in word_set("titles")


def _of_two_nations(sheet: Sheet, name: str) -> bool:
    """Whether two countries' characters only tell whose they are, wherever they stand: 韩日|防长, 韩美|军演."""
    pair = name[:2]
    if len(name) > 3 or not all(map(country_abbreviation, pair)):
        return False
    return any(_TIES.match(sheet.flat, at + 2) for at in occurrences(sheet.flat, pair))


_TIES = re.compile(f"[两双三]|(?:{one_of('offices_of_two_nations')})|(?:{one_of('ties_of_nations')})")


def _last_part(sheet: Sheet, name: str) -> Iterable[str]:
    """莫兰维尔 of 托马斯·莫兰维尔, where the text calls somebody so: the surname by which the page goes on."""
    last = _DOTTED.split(name)[-1]
    if last == name or len(last) <= _BRAND or last in word_set("world_places") or find_division(last):
        return
    for at in occurrences(sheet.flat, last):
        alone = sheet.flat[at - 1 : at] not in (*DOTS, "-") and {at, at + len(last)} <= sheet.edges
        if alone and not any(token.tag in ("LOC", "ORG") for token in sheet.words_in(at, at + len(last))):
            yield last
            return


def _denies(name: str) -> bool:
    """Whether the words hold a word of denial, which no name does: 议员|并没有|见到."""
    return _DENIAL.search(name) is not None


def _only_place(sheet: Sheet, name: str) -> bool:
    """Whether a name only says where somebody acts, or where a line begins: 在阿布扎比|出席, 抵达德班, 贡觉|至芒康."""
    if find_division(name) and (f"{name}至" in sheet.flat or any(name + kind in sheet.flat for kind in "市县区")):
        return True
    if surname_of(name) is not None and len(name) <= 3:
        return False
    return all(
        _WHERE.search(sheet.flat, max(0, at - 4), at) and not sheet.flat.startswith(("的", "看来"), at + len(name))
        for at in occurrences(sheet.flat, name)
    )


def _is_abroad(sheet: Sheet, name: str, titles: Sequence[Spot]) -> bool:
    """Whether the name is a place of the world and nothing speaks for somebody who is called so: 首府|甲城."""
    if len(name) <= _BRAND or name not in word_set("world_places"):
        return False
    posts, starts = {title.end for title in titles}, {title.start for title in titles}
    return not any(
        at in posts or at + len(name) in starts or VERB_AFTER.match(sheet.flat, at + len(name))
        for at in occurrences(sheet.flat, name)
    )


def _in_lead(sheet: Sheet, name: str) -> bool:
    """Whether the words are a dateline's: 本报|夏河讯."""
    return name[-1] in "讯电" and all(sheet.flat.endswith(_OF_PAPERS, 0, at) for at in occurrences(sheet.flat, name))


def _opens_line(sheet: Sheet, name: str) -> bool:
    """Whether the name is where a line begins, wherever it stands: 罗富|至八腊高速公路."""
    return all(_to_the_end().match(sheet.flat, at + len(name)) for at in occurrences(sheet.flat, name))


def _names_work(sheet: Sheet, name: str) -> bool:
    """Whether the name is that of a work or a firm, wherever it stands: 李萍江|抽水蓄能电站, 朔云|新能源."""
    brand = all_of("trades_of_brands") if len(name) == _BRAND else ()
    behind = (*words("named_works"), *brand)
    return all(sheet.flat.startswith(behind, at + len(name)) for at in occurrences(sheet.flat, name))


def _names_storm(sheet: Sheet, name: str, posts: Set[int]) -> bool:
    """Whether the name is once called a storm's, and nowhere a person's behind a post: 台风“杜鹃”, “杜鹃”台风."""
    return not any(at in posts for at in occurrences(sheet.flat, name)) and any(
        sheet.flat.endswith(words("storm_words"), 0, at - (sheet.flat[at - 1 : at] == "“"))
        or sheet.flat.startswith(words("storm_words"), end + (sheet.flat[end : end + 1] == "”"))
        for at in occurrences(sheet.flat, name)
        for end in (at + len(name),)
    )


@cache
def _to_the_end() -> re.Pattern[str]:
    """The other end of a line of roads or rails."""
    return re.compile(rf"至[\u3400-\u9fff]{{2,8}}?(?:{any_of(words('road_words'))})")


def _long_listed(spot: Spot) -> bool:
    """A name of three characters or more that stands in a list beside a known name needs no other support."""
    return spot.by == "list" and len(spot.text) > 2


def _tagged(sheet: Sheet, posts: Mapping[int, int]) -> Iterable[Spot]:
    """What the tagger sees as people; posts: where titles begin and end, as it may take one into the name."""
    ends = set(posts.values())
    for index, token in enumerate(sheet.tokens):
        if token.tag not in ("PER", "nr") or _of_nation(token.text) or _names_art(sheet, token.end):
            continue
        for match in _PIECE.finditer(token.text):
            start, end = token.start + match.start(), token.start + match.end()
            if any(dot in sheet.flat[max(0, start - 1) : end + 1] for dot in DOTS):
                continue
            if match.end() == len(token.text):
                end = _with_number(sheet, _masked(sheet, start, _joined(sheet, index, start, end)))
            end = _with_last(sheet, start, _shorn(sheet, start, end))
            if match.start() == 0:
                start = _led(sheet, start, end)
            start += sheet.flat.startswith("段段长", start)  # 某车务|段段长
            start += sheet.flat.startswith("长孙", start) and start + 1 in ends  # 乘务长|孙丽
            behind = posts.get(start, end)
            crowned = sheet.flat.startswith(all_of("crowned_heads"), start)  # 王储|比拉
            if end - behind > 1 and (crowned or looks_like_person(sheet.flat[behind:end])):
                start = behind  # 某海关|关长|周明远
            name = sheet.flat[start:end]
            if name[-1] in _RULED and sheet.flat.startswith(all_of("bodies_of_towns"), end):
                continue
            called = len(name) == _BRAND and name[0] == "阿" and token.start == start in ends  # 副市长|阿颖
            if is_name(name, token.tag) or called:
                yield sheet.spot(start, end, "Person", "tagger")


def _unaddressed(sheet: Sheet, spot: Spot) -> Spot:
    """The name without the word of address or of who is with them that was taken into it: 周明远|先生, 何林|一行."""
    ends = len(spot.text) >= LONG and spot.text.endswith(("先生", "女士", "同志", "小姐", "一行", "夫妇"))
    return sheet.spot(spot.start, spot.end - 2, spot.type, spot.by) if ends else spot


def _of_nation(text: str) -> bool:
    """Whether a country's character and what it has are no name: 韩媒, 韩企, 德方."""
    return len(text) == _BRAND and text[1] in "媒企方" and country_abbreviation(text[0]) is not None


def _names_art(sheet: Sheet, end: int) -> bool:
    """Whether what ends there begins the name of an art that others hand on: 云桥|拳代表性传承人李文达."""
    return _ART.match(sheet.flat, end) is not None


_ART = re.compile(
    rf"[\u3400-\u9fff]{{0,3}}?(?:{one_of('ends_of_arts')})(?:(?:的|国家级|省级|市级|县级|区级)?(?:代表性)?传承人)"
)


def _in_latin(sheet: Sheet, posts: frozenset[int]) -> Iterable[Spot]:
    """总经理|John Smith: a name in Latin letters right behind a title, or where the tagger sees one."""
    for match in _LATIN.finditer(sheet.flat):
        token = sheet.token_at(match.start())
        if match.start() in posts or (token is not None and token.tag in ("PER", "nr") and token.end >= match.end()):
            yield sheet.spot(match.start(), match.end(), "Person", "title")


def _joined(sheet: Sheet, index: int, start: int, end: int) -> int:
    """The end moved over a second half that the tagger cut off (达哇|扎西), where both make one name."""
    if index + 1 < len(sheet.tokens):
        token = sheet.tokens[index + 1]
        whole = sheet.flat[start : token.end]
        if token.start == end and token.tag in ("PER", "nr", "nz", "LOC") and looks_like_person(whole):
            return token.end
        # 仁青卓|玛, 尕玛|松保: a name without a surname, of known parts to its end.
        alone = len(token.text) <= 2 and token.text not in STUCK and token.text not in SPEAKING
        if token.start == end and alone and surname_of(whole) is None and looks_like_person(whole):
            return token.end
        # 阿卜杜热西|提带着: the tagger made a verb of the last part and the verb behind it.
        verbal = token.tag == "v" and len(token.text) == 2 and sheet.flat.startswith(GOES_ON, token.end)
        if token.start == end and verbal and surname_of(whole) is None and minority_name(sheet.flat[start : end + 1]):
            return end + 1
        if token.start == end and _ends_name(sheet, token, sheet.flat[start:end]):
            return end + 1
    return end


def _ends_name(sheet: Sheet, token: Token, name: str) -> bool:
    """Whether the first letter of the word behind a name is the last of it: a number, or the head of 中等, 高等."""
    if token.text in _AND_OTHERS:
        return len(name) == _BRAND and surname_of(name) is not None
    # 佐野健|一一行: the number belongs to the name, the party does not; 佐野健|一、众议院议长…
    return token.text == "一一行" or (token.text == "一" and sheet.flat.startswith(("、", ",", "。", ";"), token.end))


def _led(sheet: Sheet, start: int, end: int) -> int:
    """The start moved left over a first half that the tagger took for other words: known parts (才|让|卓玛)."""
    index, best = sheet.token_index(start) - 1, start
    while index >= 0 and sheet.tokens[index].end - sheet.tokens[index].start <= 2 and end - best < LONGEST_PART:
        token = sheet.tokens[index]
        name = sheet.flat[token.start : end]
        if token.tag == "w" or not all_han(name):
            break
        if start - token.start > 1 and surname_of(name) is None and minority_name(name):
            best = token.start
        index -= 1
        if start - token.start >= LONG:
            break
    return best


def _with_last(sheet: Sheet, start: int, end: int) -> int:
    """The end moved over 和 where who is named so acts at once (周明和|致辞): behind a link there would be a name."""
    if end - start == _BRAND and sheet.flat.startswith("在", end) and _SAYS.match(sheet.flat, end + 1):
        return end + 1  # 董事长任全在|表示:, as nobody is in anything there
    if torn(sheet.flat, end):
        return end
    link = sheet.token_at(end)
    name = sheet.flat[start : end + 1]
    size = 4 if name[:2] in compound_surnames() else 3
    if link is None or link.text != "和" or link.start != end or len(name) != size or surname_of(name) is None:
        return end
    following = sheet.token_at(link.end)
    acts = following is None or following.tag in ("v", "vd", "d", "ad", "s") or following.text in ",。、;"
    acts = acts or _is_addressed(sheet, link.end)
    return link.end if acts and (following is None or following.text not in ("其", "等", "为")) else end


def _is_addressed(sheet: Sheet, offset: int) -> bool:
    """Whether a word of address stands here that names nobody else: 周明和|院士|表示, but 李明和|院士|王强."""
    call = next((word for word in _LEARNED if sheet.flat.startswith(word, offset)), "")
    return bool(call) and VERB_AFTER.match(sheet.flat, offset + len(call)) is not None


_LEARNED = ("院士", "教授", "研究员", "先生", "女士", "同志", "老师", "博士")


def _shorn(sheet: Sheet, start: int, end: int) -> int:
    """The end moved left over what is no part of a name: 一行, 同志, a verb stuck to it."""
    name = sheet.flat[start:end]
    party = re.search(r"一行|等人?$|夫妇$|同志$|先生$|女士$|陪同|与|主席$", name)
    if party and party.start() >= 2:
        return start + party.start()
    last = name[-1]
    # 令狐一鸣|任; 尉迟明|作动员讲话, 周明|作总结讲话
    acts = len(name) == 5 and name[:2] in compound_surnames() and surname_of(name[:4]) is not None
    acts |= len(name) > 3 and last == MAKES and name[:2] in compound_surnames()
    acts |= len(name) == 3 and last == MAKES and SPEECH.match(sheet.flat, end) is not None
    acts |= len(name) == 3 and GIVES.match(sheet.flat, end - 1) is not None  # 周明|致闭幕辞
    if acts:
        return end - 1
    if len(name) > 2 and torn(sheet.flat, end - 1) and looks_like_person(name[:-1]):
        return end - 1
    if len(name) == 3 and stuck(sheet.flat, start, end) and looks_like_person(name[:2]):
        return end - 1
    if len(name) == LONG and name[-1] in _FOURTH and surname_of(name) is None and surname_of(name[:-1]) is not None:
        return end - 1
    return end - 1 if len(name) > 2 and tears_title(sheet, end) else end


_SAYS = re.compile(f"(?:{one_of('plain_saying')})(?:[,:“]|$)")


def _masked(sheet: Sheet, start: int, end: int) -> int:
    """The end moved over the last character of a masked name, where others are masked so: 何某林、何某|全."""
    if end - start != _BRAND or sheet.flat[end - 1] != "某" or end + 1 not in sheet.edges:
        return end
    if not is_han(sheet.flat[end : end + 1]) or sheet.flat[end] in (*STUCK, *SPEAKING, *"某因以等的于及为了先女"):
        return end
    people = (token.text for token in sheet.tokens if token.tag in ("PER", "nr"))
    return end + any(len(name) > _BRAND and name[1] == "某" and name[2] != "某" for name in people)


def _with_number(sheet: Sheet, end: int) -> int:
    """The end moved over 一 where nothing is counted: 参议院议长佐野良一、众议院议长…, 佐野纯一|7日表示."""
    return end + (_NUMBERED.match(sheet.flat, end) is not None)


_NUMBERED = re.compile("一(?:[、,。;)]|[0-9]{1,2}日)")


def _listed(sheet: Sheet, seen: Sequence[Spot], posts: Set[int]) -> Iterable[Spot]:
    """A、B、C: what stands between marks of enumeration beside a known name and looks like a name is one.

    posts: where titles end, behind which a name begins: 、农业部长|托马斯·格林.
    """
    frontier, done = list(seen), {(spot.start, spot.end) for spot in seen}
    while frontier:
        spot = frontier.pop()
        for start, end in _neighbours(sheet.flat, spot):
            name = sheet.flat[start:end]
            between = _between_names(sheet, start, end)
            if (
                (start, end) in done
                or not posts.isdisjoint(range(start + 1, end))
                or not (looks_like_person(name) or between)
                or (len(name) < LONG and plain_word(sheet.token_at(start), name))
            ):
                continue
            done.add((start, end))
            found = sheet.spot(start, end, "Person", "between" if between else "list")
            frontier.append(found)
            yield found


def _between_names(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the words stand in the middle of a list of names, or close one that ends with 等委员, 等代表."""
    if not 2 <= end - start <= 4 or sheet.flat[start - 1] != "、":
        return False
    left = sheet.token_at(start - 2)
    right = sheet.token_at(end + 1) if sheet.flat[end : end + 1] == "、" else None
    closes = re.match(rf"等\d*[{NUMERALS}]*[位名]?(?:[\u3400-\u9fff]{{0,4}})?(?:委员|代表)", sheet.flat[end:])
    names = ("PER", "nr")
    return left is not None and left.tag in names and (bool(closes) or (right is not None and right.tag in names))


def _neighbours(text: str, spot: Spot) -> Iterable[tuple[int, int]]:
    if text[spot.end : spot.end + 1] == "、":
        match = re.compile(r"[\u3400-\u9fff·]{2,12}?(?=[、,。;]|等|出席|参加|陪同|$)").match(text, spot.end + 1)
        if match:
            yield match.span()
    if text[spot.start - 1 : spot.start] == "、":
        before = text[max(0, spot.start - 16) : spot.start - 1]
        match = re.search(r"(?:^|[、,。;:\s]|领导|同志|委员|代表)([\u3400-\u9fff·]{2,12}?)$", before)
        if match:
            yield spot.start - 1 - len(match.group(1)), spot.start - 1


def _everywhere(sheet: Sheet, names: Iterable[str], by: str) -> list[Spot]:
    """Every place where one of the names stands; 王刚 inside 王刚强 is not one when that is a name, too."""
    spots = [
        sheet.spot(at, at + len(name), "Person", by)
        for name in sorted(names)
        for at in occurrences(sheet.flat, name)
        if not _begins_place(sheet, at, len(name))
    ]
    return [spot for spot in keep_longest(spots) if not credited(sheet, spot)]


def _begins_place(sheet: Sheet, at: int, size: int) -> bool:
    """Whether the letters only begin the longer name of a place: 莫桑|比克."""
    token = sheet.token_at(at)
    return token is not None and token.tag in ("LOC", "ns") and token.start == at and token.end > at + size
