"""What looks like somebody's name and is nobody's: calls, pieces of set phrases, offices of other nations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set

from kg.extract.mention.namelike import VERB_AFTER
from kg.extract.mention.support import after_role
from kg.extract.sheet import Sheet, occurrences
from kg.language.classes import COUNTS, NUMERALS, all_of
from kg.language.countries import country_abbreviation, country_told, is_country
from kg.language.divisions import find as find_division
from kg.language.lexicon import word_set, words
from kg.language.names import surname_of
from kg.language.words import sort_of_name

_SHORT = 3  # characters of a common name with its surname
_PAIR = 2
# 公益林|达7150万亩, 里程|达到
_AMOUNTS = re.compile(
    f"到?(?:[0-9.]{{1,8}}(?:[万亿千百多余%个家座亩吨米元倍公平]|立方)|[{NUMERALS}]{{1,4}}(?:[万亿倍]|成(?!员)))"
)
_REACHING = "达超约近逾共占"
_ONCE = "曾"
_BETWEEN = "与及"
_TOWARDS = "向于和从"
_BESIDES = "也却仍竟亦先则"
_BESIDES_ALONE = "更还"
_WEEK = "周"
_CALL = re.compile("(?:老师|先生|女士|主任|书记|校长|院长|局长|医生|教授|大爷|阿姨|奶奶|师傅)")
_HOSTS_OF = re.compile("(?:主席|东道|成员|会员|当事|签署|缔约|盟|参赛|主办|举办|协调)$")
_ROUND = re.compile(f"[{NUMERALS}两几多0-9]+[{COUNTS}次度年月天日届场回]?$")


def is_nobody(sheet: Sheet, name: str, posts: Set[int]) -> bool:
    """Whether the words that look like a name are none wherever they stand; posts: where titles end."""
    return any(told(sheet, name) for told in _BY_SHAPE) or any(told(sheet, name, posts) for told in _BY_PLACE)


def _called(_: Sheet, name: str) -> bool:
    """周阿姨, 张医生, 王某: who is only called by a surname and a word of address is not named."""
    surname = surname_of(name) or name[:1]
    return name[len(surname) :] in word_set("calls_behind_surnames") or name in word_set("calls_behind_surnames")


def _at_times(_: Sheet, name: str) -> bool:
    """李|日前, 特使|于近日: a surname alone, or a preposition, before a word of time."""
    return name[1:] in word_set("moments_behind")


def _of_group(_: Sheet, name: str) -> bool:
    """书记|宣讲团, 选举委员会: a group or body."""
    return name[-1] in "团队组局部厅" or name.endswith(("委员会", "协会"))


def _of_nation(sheet: Sheet, name: str, posts: Set[int]) -> bool:
    """韩|政府, 法|海军, 韩|军方: an office of the country of which the text tells."""
    nation = country_told(sheet.flat, name[0]) or country_abbreviation(name[0])
    if not nation:
        return False
    if name[1:] in all_of("offices_of_a_nation") or (name[1:] == "方" and not _behind_post(sheet, name, posts)):
        return True
    arms = name[1:] in all_of("arms_of_a_nation") and nation in sheet.flat
    return arms and not _behind_post(sheet, name, posts)


def _towards(sheet: Sheet, name: str, posts: Set[int]) -> bool:
    """向|基辅: a preposition that is a surname, too, and a place."""
    place = name[1:]
    if name[0] not in _TOWARDS:
        return False
    if len(place) < _PAIR and _is_addressed(sheet, name):
        return True
    if _behind_post(sheet, name, posts):
        return False
    if len(place) < _PAIR:  # 向乌|提供
        nation = country_told(sheet.flat, place) or country_abbreviation(place)
        return nation is not None and nation in sheet.flat
    side = len(place) == _PAIR and place[1] == "方" and country_abbreviation(place[0]) is not None  # 向|菲方
    return side or place in word_set("world_places") or is_country(place) or bool(find_division(place))


def _is_addressed(sheet: Sheet, name: str) -> bool:
    """向|龙老师, where the page says 龙老师 by itself, too."""
    if not all(_CALL.match(sheet.flat, end) for _, end in _where(sheet, name)):
        return False
    ends = (at + 1 for at in occurrences(sheet.flat, name[1:]) if sheet.flat[at - 1 : at] != name[0])
    return any(_CALL.match(sheet.flat, end) for end in ends)


def _amounts(sheet: Sheet, name: str, posts: Set[int]) -> bool:
    """公益|林达|30万亩: the verb before a figure; but 李文达|9日, 李文达|一行."""
    if name[-1] not in _REACHING or _behind_post(sheet, name, posts):
        return False
    return all(_AMOUNTS.match(sheet.flat, end) for _, end in _where(sheet, name))


def _counted_money(sheet: Sheet, name: str, _: Set[int]) -> bool:
    """90亿|雷亚尔: what stands right behind 万 and 亿 is money."""
    return all(start and sheet.flat[start - 1] in "万亿" for start, _ in _where(sheet, name))


def _doubled(sheet: Sheet, name: str, _: Set[int]) -> bool:
    """许|许多多, 方|方面面: a word of which each character stands twice."""
    flat = sheet.flat
    return all(
        start and flat[start - 1] == flat[start] and flat[start + 1] == flat[start + 2 : start + 3]
        for start, _ in _where(sheet, name)
    )


def _in_idiom(sheet: Sheet, name: str, _: Set[int]) -> bool:
    """山水|林田湖|草沙: a piece of a set phrase."""
    idioms = [idiom for idiom in words("idioms_like_names") if name in idiom and idiom in sheet.flat]
    held = {at + idiom.index(name) for idiom in idioms for at in occurrences(sheet.flat, idiom)}
    return bool(held) and all(start in held for start, _ in _where(sheet, name))


def _in_week(sheet: Sheet, name: str, posts: Set[int]) -> bool:
    """文化旅游|周暨, 摄影|周新闻|发布会: a week in which something is held."""
    if name[0] != _WEEK or _behind_post(sheet, name, posts):
        return False
    return all(sheet.flat.endswith(all_of("matters_of_weeks"), 0, start) for start, _ in _where(sheet, name))


def _once(sheet: Sheet, name: str, posts: Set[int]) -> bool:
    """比赛|曾轰动|全城, 曾三次|率团: the adverb behind a noun, and a verb or count behind it."""
    if name[0] != _ONCE or len(name) != _SHORT or _behind_post(sheet, name, posts):
        return False
    if _ROUND.match(name[1:]):
        return True
    if sort_of_name(name[1:]) != "word":
        return False
    return all(_inside_clause(sheet, start, end) for start, end in _where(sheet, name))


def _inside_clause(sheet: Sheet, start: int, end: int) -> bool:
    """Whether words stand on both sides without a mark."""
    before, behind = sheet.flat[start - 1 : start], sheet.flat[end : end + 1]
    if VERB_AFTER.match(sheet.flat, end):
        return False
    return bool(_HAN.match(before)) and bool(_HAN.match(behind)) and not _LINK.match(before + behind)


_HAN = re.compile("[\u3400-\u9fff]")
_LINK = re.compile("[和与及、]|.[和与及等为任]")


def _also(sheet: Sheet, name: str, posts: Set[int]) -> bool:
    """李|更, 李|也痛|批: the surname of somebody whom the page names, and an adverb."""
    alone = len(name) == _PAIR and name[1] in _BESIDES_ALONE
    if not (alone or (name[1] in _BESIDES and len(name) <= _SHORT)) or _behind_post(sheet, name, posts):
        return False
    return any(
        other.text[0] == name[0] and len(other.text) > _PAIR and not other.text.startswith(name)
        for other in sheet.tokens
        if other.tag in ("PER", "nr")
    )


def _of_several_nations(sheet: Sheet, name: str, posts: Set[int]) -> bool:
    """韩美日|合作: three countries by one character each, of which the text names two in full."""
    nations = [country_abbreviation(letter) for letter in name]
    if len(name) != _SHORT or not all(nations) or _behind_post(sheet, name, posts):
        return False
    return sum(nation in sheet.flat for nation in nations if nation) >= _PAIR


def _host_nation(sheet: Sheet, name: str, _: Set[int]) -> bool:
    """轮值主席|国一事, 东道|国之一: the second half of a word for a nation's part."""
    if name[0] != "国":
        return False
    return all(_HOSTS_OF.search(sheet.flat, max(0, start - _PAIR), start) for start, _ in _where(sheet, name))


def _linked(sheet: Sheet, name: str, posts: Set[int]) -> bool:
    """红|与|黑: two things."""
    return len(name) == _SHORT and name[1] in _BETWEEN and not _behind_post(sheet, name, posts)


def _town(_: Sheet, name: str) -> bool:
    """任村|镇: a town called after a village."""
    return len(name) == _SHORT and name[-1] in "镇乡" and name[1] in _GROUNDS


_GROUNDS = "村家店庄桥河口寺集塘坪坝坡湾沟屯营堡场圩街溪岭"


def _from_place(sheet: Sheet, name: str, _: Set[int]) -> bool:
    """宁河|人, 石门|人: where people are from."""
    if len(name) != _SHORT or name[-1] != "人":
        return False
    place = name[:-1]
    return any(place + kind in sheet.flat for kind in (*"镇乡村县市区州", "街道", "社区")) or bool(find_division(place))


def _on_ground(sheet: Sheet, name: str, _: Set[int]) -> bool:
    """黄河湾|支行, 林家湾|小学: the name of a house or ground wherever it stands."""
    return all(sheet.flat.startswith(all_of("houses_called_so"), end) for _, end in _where(sheet, name))


def _campaign(sheet: Sheet, name: str, posts: Set[int]) -> bool:
    """巩卫|工作: a campaign in short."""
    if len(name) != _PAIR or _behind_post(sheet, name, posts):
        return False
    ends = [end for _, end in _where(sheet, name)]
    worked = any(sheet.flat.startswith("工作", end) for end in ends)
    return worked and all(sheet.flat.startswith(_OF_CAMPAIGNS, end) for end in ends)


_OF_CAMPAIGNS = ("工作", "攻坚", "迎检", "创建", "成果", "以及", "、")


def _where(sheet: Sheet, name: str) -> Iterator[tuple[int, int]]:
    return ((start, start + len(name)) for start in occurrences(sheet.flat, name))


def _behind_post(sheet: Sheet, name: str, posts: Set[int]) -> bool:
    """Whether the name once stands behind a post or a word for what somebody does."""
    return any(start in posts or after_role(sheet.flat, start) for start, _ in _where(sheet, name))


_BY_SHAPE: tuple[Callable[[Sheet, str], bool], ...] = (_called, _at_times, _of_group, _town)
_BY_PLACE: tuple[Callable[[Sheet, str, Set[int]], bool], ...] = (
    _of_nation, _towards, _amounts, _counted_money, _doubled, _in_idiom, _in_week, _once, _also, _linked, _from_place,
    _on_ground, _campaign, _of_several_nations, _host_nation,
)  # fmt: skip
