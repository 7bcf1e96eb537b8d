"""Bodies known by the post behind them, whatever their last word: 新拓董事长甲, 星河CEO乙, 《明日报》总编辑丙."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence, Set
from functools import cache

from kg.extract.mention.bodies import is_organisation, whole_field
from kg.extract.mention.departments import EMPLOYS_NOBODY
from kg.extract.mention.organs import in_word
from kg.extract.mention.phrases import is_generic, phrase_start
from kg.extract.mention.titles import TURNED, firm_posts, lead, names_post
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import RANKS, all_of
from kg.language.countries import is_country, nation_end
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, table, word_set, words
from kg.language.tagger import NAMES, Token
from kg.language.text import all_han, behind_last
from kg.language.words import is_word, sort_of_name

_NO_BODY = re.compile(
    r"^(?:原|时任|前|现任|新任|首任|历任|女|男|老|新|名誉|国家|自治区|公司|集团|企业|项目|[省市州县区村镇乡])+$|[,。;:\d()]|(?:的|该|各|其|任)$"
)
_OPENS = ",。;、:“”\n "
_PAPER = re.compile(r"《(?P<name>[\u3400-\u9fff]{2,10})》(?:杂志|杂志社|报社|编辑部)?$")
_LED = re.compile("[新现前时候首历后曾原又再]任")  # 新任|足协|主席
_LONGEST = 14
_SHORTEST_AGAIN = 3
_SHORTEST_HOUSE, _LONGEST_HOUSE = 5, 24
_TEMPLES, _SHORTEST_TEMPLE = ("寺", "庙", "庵", "观", "宫"), 3
_SHORTEST_LEVEL = 2  # characters of a body with its level: 县蔬菜办
_PROPER = ("LOC", "ns", "ORG", "nt", "nz", "nw", "m")
_DASHES = ("-", "—", "–", "·")
_JOINTS = tuple("、兼及和")
_FIRST = ("中央", "国家", "全国", "国际", "世界", "亚洲", "非洲", "欧洲", "亚太", "全球")
_IN_NAMES = (*_PROPER, "n", "vn", "a", "an", "b", "j", "f", "s", "q")


def find(sheet: Sheet, posts: Sequence[Spot], people: Sequence[Spot], names: Sequence[Spot]) -> list[Spot]:
    """What stands right before the post of a named person and is no name yet."""
    taken = {name.end: name for name in names if not _is_house(name) and not _is_rest(sheet, name)}
    ends = sorted(post.end for post in posts)
    persons = {offset for person in people for offset in range(person.start, person.end)}
    heads = {person.start for person in people}
    named = frozenset(heads)
    bodies = {name.text for name in names if name.type == "Organization" and len(name.text) >= _SHORTEST_AGAIN}
    behind = frozenset(person.end for person in people)
    places = {name.end: name for name in names if name.type == "Location"}
    found = []
    for post in sorted(posts, key=lambda post: -post.start):
        end = lead(sheet, post.start)[0]
        before = bisect_right(ends, post.start) - 1
        floor = ends[before] + 1 if before >= 0 else 0
        if post.end not in heads:
            held = _taken_up(sheet, post, end) if end not in taken else None
            if held is None and (end not in taken or _houses(post, taken[end])):
                held = _housed(sheet, post, (floor, end), (behind, persons), places)
            if held is None and end in taken and _is_taken_up(sheet, post, end, floor):
                held = _widened(sheet, taken[end], floor)
            found += [held] if held is not None and persons.isdisjoint(range(held.start, held.end)) else []
            continue
        end = _body_end(sheet, end)
        if end in taken and _houses(post, taken[end]):
            del taken[end]  # 石门铜矿|矿长
        name = taken.get(end) or _before(sheet, post, (floor, end), persons) or _again(sheet, bodies, (floor, end))
        name = name or _as_body(sheet, post, places.get(end))
        name = name or _called_shortly(sheet, floor, end)
        name = name or (_unheard(sheet, post, (floor, end)) if post.end in named and floor - 1 in ends else None)
        wider = _widened(sheet, name, floor) if name is not None else None
        wider = wider if wider is not None and persons.isdisjoint(range(wider.start, wider.end)) else None
        spot = wider or (name if end not in taken else None)
        # 某智库首席专家、|某会|副主席|甲: the posts of a chain, over the bodies between them.
        start = (spot or name or post).start
        heads |= {start - 1} if sheet.flat[start - 1 : start] in _JOINTS else set()
        found += [spot] if spot is not None else []
    return found


def _again(sheet: Sheet, bodies: Set[str], reach: tuple[int, int]) -> Spot | None:
    """A body that is named elsewhere, too, where the tagger cuts it otherwise: 此前|台联电|董事长."""
    floor, end = reach
    starts = range(max(floor, end - _LONGEST), end - _SHORTEST_AGAIN + 1)
    start = next((at for at in starts if sheet.flat[at:end] in bodies), None)
    return None if start is None else sheet.spot(start, end, "Organization", "tagger")


def _unheard(sheet: Sheet, post: Spot, reach: tuple[int, int]) -> Spot | None:
    """What stands between two posts of one person, though no word of it is known: 某集团董事长、|极程云数|创始人.

    Nobody is named inside, whatever the tagger takes for a name: the one behind the post has it.
    """
    start, end = reach
    text = sheet.flat[start:end]
    if not _UNHEARD.fullmatch(text) or not post.text.endswith(firm_posts()) or _NO_BODY.search(text):
        return None
    tokens = [token for token in sheet.words_in(start, end) if token.start < end]
    strange = any(token.tag in ("PER", "nr", "nz", "nw") or not is_word(token.text) for token in tokens)
    single = sum(len(token.text) == 1 for token in tokens) > 1
    whole = start in sheet.edges and not names_post(text)
    placed = bool(find_division(text)) or is_country(text)
    fits = sheet.flat[start - 1] == "、" and (strange or single) and not placed
    return sheet.spot(start, end, "Organization", "tagger") if whole and fits else None


# 青江联盟|(QJA)|主席
_SHORT_NAME = re.compile(r"\([A-Za-z][A-Za-z0-9 &.-]{1,11}\)(?=[\u3400-\u9fff]|$)")


def _body_end(sheet: Sheet, end: int) -> int:
    """Where the body ends that stands before a post: 青江联盟|(QJA)主席, 某公司|迎来第二任董事长."""
    short = _SHORT_NAME.search(sheet.flat, max(0, end - _LONGEST), end) if sheet.flat.endswith(")", 0, end) else None
    if short is not None:
        return short.start()
    verb = next((word for word in all_of("welcomed_posts") if sheet.flat.endswith(word, 0, end)), "")
    return end - len(verb)


def _called_shortly(sheet: Sheet, floor: int, end: int) -> Spot | None:
    """What has a name of Latin letters in brackets behind it, from a mark to there: ,|统一青江联盟|(UQA)主席."""
    if _SHORT_NAME.match(sheet.flat, end) is None:
        return None
    floor = max(floor, sheet.sentence(end - 1)[0], end - _LONGEST)
    start = max(floor, *(sheet.flat.rfind(mark, floor, end) + 1 for mark in _OPENS))
    text = sheet.flat[start:end]
    opens = start == sheet.sentence(start)[0] or sheet.flat[start - 1] in _OPENS
    fits = opens and len(text) > _SHORTEST_AGAIN and all_han(text) and not names_post(text)
    fits = fits and not text.endswith(("部门", "项目", "业务", "系统", "平台", "技术", "产品"))
    placed = bool(find_division(text)) or is_country(text) or _NO_BODY.search(text) is not None
    return sheet.spot(start, end, "Organization", "tagger") if fits and not placed else None


def _taken_up(sheet: Sheet, post: Spot, end: int) -> Spot | None:
    """A firm between the verb of holding a post and a post that ends its clause: 现任|星河科技|董事长."""
    if not post.text.endswith(all_of("heads_of_firms")) or not _CLOSES.match(sheet.flat, post.end):
        return None
    verb = _takes_up().search(sheet.flat, max(0, end - _LONGEST), end)
    if verb is None or verb.start("body") not in sheet.edges:
        return None
    start, text = verb.start("body"), verb["body"]
    tokens = sheet.words_in(start, end)
    single = sum(len(token.text) == 1 for token in tokens) > 1
    named = any(token.tag in _NAMED or not is_word(token.text) for token in tokens)
    strange = single or named or _trades(text)
    placed = bool(find_division(text)) or is_country(text) or names_post(text)
    fits = strange and not placed and not _NO_BODY.search(text) and not is_generic(text, sheet, start, end)
    return sheet.spot(start, end, "Organization", "tagger") if fits else None


def _housed(
    sheet: Sheet, post: Spot, reach: tuple[int, int], people: tuple[Set[int], Set[int]], places: Mapping[int, Spot]
) -> Spot | None:
    """The house in which somebody is said to have the post in the clause: 担任石门动物园|园长, 李文达(石门火车站|站长).

    people: where their names end, and the offsets that they cover. places: those that are named, by their end.
    """
    (floor, end), (behind, persons) = reach, people
    if not _CLOSES.match(sheet.flat, post.end) and TURNED.match(sheet.flat, post.end) is None:
        return None
    works = _SERVES.search(sheet.flat, max(floor, end - 2), end)  # 在石门动物园|担任|园长
    end = works.start() if works is not None else end - sheet.flat.endswith("的", 0, end)
    spot = _house(sheet, post, (floor, end), persons) or _as_body(sheet, post, places.get(end))
    if spot is None or works is not None:
        return spot if spot is not None and sheet.flat[spot.start - 1] in "在于" else None
    ahead = sheet.flat[spot.start - 1 : spot.start]
    if ahead in _JOINTS and spot.start == floor:
        return spot  # 甲军区副政委、|石门火车站|站长
    held = (ahead in (",", "(", ":", " ") and spot.start - 1 in behind) or _holds_post().search(
        sheet.flat, max(sheet.sentence(spot.start)[0], spot.start - _LONGEST), spot.start
    )
    return spot if held else None


_SERVES = re.compile("(?:担任|兼任|出任|任)$")


def _is_taken_up(sheet: Sheet, post: Spot, end: int, floor: int) -> bool:
    """Whether a verb of holding a post leads to the body of the post, over the fields that it may be for."""
    closed = _CLOSES.match(sheet.flat, post.end) is not None
    left = max(floor, sheet.clause(end - 1)[0], end - _LONGEST_HOUSE)
    return closed and _holds_post_near().search(sheet.flat, left, end) is not None


@cache
def _holds_post_near() -> re.Pattern[str]:
    verbs = any_of(row[0] for row in table("post_verbs") if len(row[0]) > 1)
    return re.compile(f"(?:{verbs})")


@cache
def _holds_post() -> re.Pattern[str]:
    """A verb of holding or taking up a post, before the body: 任|石门动物园|园长."""
    verbs = any_of((*(row[0] for row in table("post_verbs")), "作为", "身为"))
    return re.compile(rf"(?:{verbs})了?$")


_NAMED = ("PER", "nr", "nz", "nw", "ORG", "nt")
_CLOSES = re.compile("(?=[,。;、兼的)\n ]|及|一职|等职|以来|期间|时[,,]|$)")


@cache
def _takes_up() -> re.Pattern[str]:
    verbs = any_of(row[0] for row in table("post_verbs") if len(row[0]) > 1)
    return re.compile(rf"(?:{verbs})了?(?P<body>{_UNHEARD.pattern})$")


_UNHEARD = re.compile(r"(?![兼原前现该其本并及和与]|公司|集团|首席|高级|执行|联合|联席)[\u3400-\u9fff]{3,8}")


def _widened(sheet: Sheet, name: Spot, floor: int) -> Spot | None:
    """The body with the place and the fields before its own: 甲国友好、和平与|发展委员会; None where it has no more."""
    token = sheet.token_at(name.start)
    if name.type != "Organization" or sheet.flat[name.start - 1 : name.start] not in tuple("和与及"):
        return None
    placed = bool(find_division(name.text[:2])) or nation_end(name.text) > 0
    proper = placed or (token is not None and token.tag in ("LOC", "ns", "nz", "nw", "PER"))
    start = max(floor, whole_field(sheet, name.start))
    return None if proper or start >= name.start else sheet.spot(start, name.end, name.type, "tagger")


def _before(sheet: Sheet, post: Spot, reach: tuple[int, int], persons: Set[int]) -> Spot | None:
    """What names a body between the post before and this one; nobody may be named in it."""
    floor, end = reach
    if EMPLOYS_NOBODY.search(sheet.flat, floor, end) is not None:
        return None
    spot = _paper(sheet, post, end) or _firm(sheet, post, floor, end) or _house(sheet, post, reach, persons)
    return spot if spot is not None and persons.isdisjoint(range(spot.start, spot.end)) else None


def _paper(sheet: Sheet, post: Spot, end: int) -> Spot | None:
    """《明日报》|总编辑, 大公报|社长: the paper or magazine whose editor this is."""
    if not post.text.endswith(words("press_posts")):
        return None
    match = _PAPER.search(sheet.flat, max(0, end - 16), end)
    if match is not None:
        return sheet.spot(match.start("name"), match.end("name"), "Organization", "tagger")
    # 大公报|社长, which the tagger cuts as it likes; a reporter's paper is a byline.
    known = next((name for name in _papers() if sheet.flat.endswith(name, 0, end)), None)
    return sheet.spot(end - len(known), end, "Organization", "tagger") if known and post.text != "记者" else None


@cache
def _papers() -> tuple[str, ...]:
    """Papers, agencies and stations, the longest first."""
    return tuple(sorted((line.partition("\t")[0] for line in words("mastheads")), key=lambda name: (-len(name), name)))


def _firm(sheet: Sheet, post: Spot, floor: int, end: int) -> Spot | None:
    start = max(phrase_start(sheet, end), floor)
    led = _LED.match(sheet.flat, start, end)
    start = led.end() if led is not None else start
    text = sheet.flat[start:end]
    if text.startswith("区") and in_word(sheet, start):
        return None
    heads = firm_posts()
    if sheet.flat[start - 1 : start] in ("", *",。“”\n"):
        heads = (*heads, "负责人")  # 。|稻香坞|负责人, but 门店和|海外市场|负责人
    if _body_text(sheet, text, start, end) or (post.text.endswith(heads) and _brand(sheet, start, end)):
        return sheet.spot(start, end, "Organization", "tagger")
    mark = behind_last(sheet.flat, _OPENS, end, floor)
    if mark and post.text.endswith(firm_posts()) and _coined(sheet, mark, end):
        return sheet.spot(mark, end, "Organization", "tagger")
    return None


def _is_house(name: Spot) -> bool:
    """Whether the place is a house whose people have posts: 青江火车站|站长."""
    return (
        name.type == "Location" and len(name.text) >= _SHORTEST_HOUSE - 1 and name.text.endswith(words("employer_ends"))
    )


def _houses(post: Spot, name: Spot) -> bool:
    """Whether the place is a house of the kind that has such a post: 石门铜矿|矿长."""
    shortest = _SHORTEST_TEMPLE if name.text.endswith(_TEMPLES) else _SHORTEST_HOUSE - 1
    return name.type == "Location" and len(name.text) >= shortest and name.text.endswith(_kinds(post.text))


def _as_body(sheet: Sheet, post: Spot, place: Spot | None) -> Spot | None:
    """The house as the body whose post stands behind it: 青江南站|站长, 石门寺|方丈."""
    if place is None or not _houses(post, place):
        return None
    return sheet.spot(place.start, place.end, "Organization", place.by)


def _is_rest(sheet: Sheet, name: Spot) -> bool:
    """Whether the tagger begins the body within a word of its name: 丙新城起步|区党群工作部."""
    return name.text.startswith("区") and in_word(sheet, name.start)


def _house(sheet: Sheet, post: Spot, reach: tuple[int, int], persons: Set[int]) -> Spot | None:
    """The body that ends with a last word of those that have posts, or of those that have this one: 宁河轨道办|主任.

    It begins with the first name or unknown word behind a mark, a verb or a word of grammar.
    """
    floor, end = reach
    kind = max((word for word in _kinds(post.text) if sheet.flat.endswith(word, floor, end)), key=len, default="")
    if not kind:
        return None
    start, opens, index = end, -1, sheet.token_index(end - 1)
    while index >= 0 and sheet.tokens[index].start >= floor:
        token = sheet.tokens[index]
        if token.end != start and start < end:
            break  # the post may have taken the body's last character: 企业家联谊|会长
        named = token.tag in NAMES and token.tag not in _PROPER and token.start not in persons  # 济滕|监狱
        inner = token.start >= end - len(kind) or token.text in _DASHES  # 宗亲|会
        if not (named or inner or _holds(token)) or end - token.start > _LONGEST_HOUSE:
            break
        start = token.start
        opens = start if named or token.tag in _PROPER or token.text.startswith(_FIRST) else opens
        index -= 1
    opens = _behind_nation(sheet, opens, end) if opens >= 0 else opens
    if opens < 0 and floor < (wider := whole_field(sheet, start)) < start:
        opens = wider  # 青江县农业、林业和|水利局
    if opens < 0 and _at_level(sheet, start, end):
        return sheet.spot(start, end, "Organization", "relative")
    text = sheet.flat[opens:end]
    if opens > 0 and sheet.flat[opens - 1] in "驻-—–·":
        return None
    shortest = _SHORTEST_HOUSE - (opens >= 0 and _is_shop(text, kind))
    shortest = _SHORTEST_TEMPLE if kind in _TEMPLES else shortest
    if opens < 0 or len(text) < shortest or _NO_BODY.search(text.replace("、", "")) or is_country(text):
        return None
    return sheet.spot(opens, end, "Organization", "tagger")


def _at_level(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the words are a body of a level of the state, behind a mark: 、|县茶业中心|主任."""
    level = sheet.token_at(start)
    alone = level is not None and level.start == start and level.text in tuple(RANKS)
    fits = alone and sheet.flat[start - 1 : start] in ("", *_OPENS, "与", "和") and end - start > _SHORTEST_LEVEL
    return fits and _NO_BODY.search(sheet.flat[start:end].replace("、", "")) is None


def _is_shop(text: str, kind: str) -> bool:
    """Whether the words are a short name and what a house is, and no common word: 兰溪|书店, but 社区|书店."""
    head = text.removesuffix(kind)
    return len(kind) > 1 and len(head) > 1 and (sort_of_name(head) != "word" or not is_word(head))


def _behind_nation(sheet: Sheet, start: int, end: int) -> int:
    """The start moved right over a country that only tells where the body is: 埃及|开罗经济研究论坛."""
    token = sheet.token_at(start)
    following = sheet.token_at(token.end) if token is not None and token.end < end else None
    if token is None or following is None or not is_country(token.text) or end - token.end < _SHORTEST_HOUSE:
        return start
    opens = following.tag in ("LOC", "ns") or following.text.startswith(_FIRST)
    return following.start if opens else start


@cache
def _kinds(post: str) -> tuple[str, ...]:
    """The last words of bodies that have posts, and of those that have this one: 办, 委, 中心 for 副主任."""
    bodies = {row[0]: row[1:] for row in table("post_bodies")}
    own = next((bodies[post[at:]] for at in range(len(post) - 1) if post[at:] in bodies), ())
    return (*words("employer_ends"), *(end for end in own if end not in ("any", "company")))


def _holds(token: Token) -> bool:
    """Whether the word may stand in the name of a body: no word of grammar, no mark, no verb of what bodies do."""
    if token.tag != "vn" and (token.text in word_set("np_stops") or token.text in word_set("personal_verbs")):
        return False
    if token.tag == "m":
        return token.text.startswith("第")  # 第六|督察组, not 三个|工作组
    return token.tag in _IN_NAMES or (token.tag == "v" and len(token.text) > 1)


def _coined(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a word that no dictionary has and a trade stand between a mark and a firm's post: ”|翎越制冷|董事长."""
    tokens = sheet.words_in(start, end)
    coined = 2 <= len(tokens) <= 3 and start in sheet.edges and not is_word(tokens[0].text) and len(tokens[0].text) > 1
    return coined and _trades(sheet.flat[start:end]) and not _NO_BODY.search(sheet.flat[start:end])


def _body_text(sheet: Sheet, text: str, start: int, end: int) -> bool:
    token = sheet.token_at(end - 1)
    plain = token is not None and token.tag in ("n", "nz", "ORG", "nt", "vn", "nw", "f", "s")
    place = bool(find_division(text)) or is_country(text)
    tokens = sheet.words_in(start, end)
    proper = any(token.tag in ("ORG", "nt", "nz", "nw") for token in tokens) and len(tokens) <= 3
    # 北约|秘书长: two characters are a body only where the tagger sees one.
    if not (2 if any(token.tag == "ORG" for token in tokens) else 3) <= len(text) <= 24:
        return False
    return proper and plain and not place and not _NO_BODY.search(text) and is_organisation(sheet, text, start, end)


def _brand(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the words between a mark and a firm's post are its name: ,|星河|CEO; no common word, no place."""
    text = sheet.flat[start:end]
    if not 2 <= len(text) <= _LONGEST or start not in sheet.edges or _NO_BODY.search(text):
        return False
    tokens = sheet.words_in(start, end)
    opens = start == sheet.sentence(start)[0] or sheet.flat[start - 1] in _OPENS or _leads(sheet, start)
    named = any(token.tag in NAMES or not is_word(token.text) for token in tokens) or _trades(text)
    place = bool(find_division(text)) or is_country(text)
    return opens and named and not place and len(tokens) <= 4 and not is_generic(text, sheet, start, end)


def _leads(sheet: Sheet, start: int) -> bool:
    """Whether a verb, a preposition or a conjunction ends right before the offset."""
    token = sheet.token_at(start - 1)
    return token is not None and token.end == start and token.tag in ("v", "p", "c", "d", "TIME", "t", "r")


def _trades(text: str) -> bool:
    """Whether the words end with a trade, as short names of firms do: 星河汽车."""
    return len(text) > 3 and text.endswith(words("firm_endings"))
