"""Mending the tagger's words: names that it cut in two, or that it took two for one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from string import ascii_letters

from kg.language.classes import (
    ATTENDING,
    CONVENING,
    NUMERALS,
    ORGANS,
    RANKS,
    SEVERAL,
    TOWNS,
    VILLAGES,
    all_of,
    letters,
    one_of,
)
from kg.language.countries import country_names
from kg.language.divisions import Division, divisions
from kg.language.divisions import find as find_division
from kg.language.lexicon import Names, any_of, standing_in, table, word_set, words
from kg.language.organisations import is_unbranded, known_names, without_place
from kg.language.tagger import NAMES, Token
from kg.language.words import is_word
from kg.model import Article

_BODY = any_of((*words("whole_bodies"), *words("department_endings"), "支队", "大队", "总队", "中队"))
# 甲公司|共建|产业学院, 乙医院|隶属|丙集团: what the tagger took for one name.
VERB_INSIDE = re.compile(
    rf"(?:{any_of(words('linked_bodies'))}|[{RANKS}]\S?办|[{letters('ends_of_divisions')}]|组织)"
    f"(?P<verb>(?:(?:(?<=公司)|(?<=[局厅组处]))向(?![阳荣前东上日])|隶属于?|{one_of('verbs_between_bodies')})(?=[\u3400-\u9fff(]{{4}})"
    rf"|联合(?!国|{one_of('joined_nouns')})(?=[\u3400-\u9fff(]{{3}})"
    r"|(?:援引|引述|供图)(?=[\u3400-\u9fff]{2})"
    rf"|(?:(?<=公司|集团|股份|控股|银行|商行|医院|大学|学院|支队|大队|总队|中队)(?:同(?![济仁方心])|为|向(?![阳荣前东上日])|系(?![统列数]))|就(?![业读餐诊地近医])|设有|下设|下辖|辖内|辖下|(?:全资|控股|理财)?(?:{any_of(words('kin_of_firms'))}))"
    rf"(?=[\u3400-\u9fff]{{1,30}}(?:{any_of(words('whole_bodies'))})$)"
    rf"|(?:在[\u3400-\u9fff]{{1,2}}?的?)?(?:{one_of('between_owner_and_part')})(?=[\u3400-\u9fff]{{1,24}}(?:{_BODY})$)"
    rf"|(?<=公司|集团|股份|控股|银行|总队)(?:{one_of('taking_along')})(?=[\u3400-\u9fff]{{1,24}}(?:{_BODY})$)"
    rf"|(?<=公司|集团|股份|控股|银行)[（(][系为是](?=[\u3400-\u9fff]{{2}}))"
)
# What is left of a word in front of a name.
_TAGS = {"同": "p", "与": "p", "和": "p", "对": "p", "在": "p", "为": "p", "任": "v", "调任": "v", "历任": "v"}
_LATIN = re.compile("[A-Za-z]+")
# 甲、青岛|三城中级人民法院: the last place of a list, then what all of them have.
_SHARED = re.compile(
    rf"(?P<place>(?:[\u3400-\u9fff]{{2,5}}?)?)(?:[{SEVERAL}]|十[{NUMERALS}]|\d{{1,2}})个?[省市县区州旗城](?=[\u3400-\u9fff]{{2}})"
)
# 青江自治县|任|县委: where somebody goes to take a post.
_TAKES_POST = re.compile(rf"[\u3400-\u9fff]{{2,9}}?[县市区州旗](?P<verb>任)(?=[{RANKS}](?:{ORGANS}))")
# 甲国|首都|乙: two places.
_CAPITAL = re.compile(r"(?P<of>[\u3400-\u9fff]{2,8}?)(?P<word>首都|首府|省会)(?P<city>[\u3400-\u9fff]{2,6})")
_OF_CAPITAL = (("of", "LOC"), ("word", "n"), ("city", "LOC"))
# 甲州|州府: the word for its seat is no part of the place's name.
_SEAT = re.compile(f"(?<=[州省盟区])(?:{one_of('seats_of_government')})$")
# 出租方|甲公司, 会同|甲大学: what it is in a contract, and what brings it in.
_ROLE = re.compile(f"(?:{one_of('contract_roles')}|会同|偕同|伙同)(?=[\u3400-\u9fff]{{4}})")
_BRAND = 2  # characters of a firm's own name before its trade
_LEAST = 4  # characters of a body's name that are left when what is not its own is cut off
_WHOLE = re.compile(r"[\u3400-\u9fff]{4,16}")


def mended(article: Article, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The words with the province's divisions, and with what is tagged whole elsewhere, joined to one word each.

    将|乐县 in a paper of Jiangle is 将乐县; 伊塞克|湖州 is one place where the article also has it as one. What it took
    for one name is cut at a verb between two (甲公司|联合|乙公司) and before what only tells of a branch
    (甲集团|控股子公司).
    """
    tokens = [part for token in tokens for part in _parts(token, article.text)]
    tokens = _divisions_in_chains(tokens)
    names: dict[str, str] = {}
    whole = (token for token in tokens if token.tag in ("LOC", "ORG") and _WHOLE.fullmatch(token.text))
    names |= {token.text: token.tag for token in whole if not _calls_up(token, article.text)}
    names["通电话"] = "v"  # The tagger gives its first character to the name before it.
    names["发展中国家"] = "n"  # … and 中国家 to the name behind it.
    names |= dict.fromkeys(("续建配套", "改扩建", "新改扩建"), "vn")  # The tagger reads 续|建, 改|扩建.
    posted = list(_nation_with_post().finditer(article.text))
    spans = [(m.start(), m.end(), "LOC") for m in posted]
    spans += _torn(tokens, [m.span("post") for m in posted])
    spans += [(m.start(), m.end(), "LOC") for m in _autonomous().finditer(article.text)]
    spans += [(m.start(), m.end(), "LOC") for m in _of_steppes().finditer(article.text)]
    spans += [(m.start(), m.end(), "ORG") for m in _school().finditer(article.text) if _has_school(m["place"])]
    if "任" in article.text:
        spans += [(m.start(), m.end(), "LOC") for m in _place_of_post().finditer(article.text)]
    if "(" in article.text or "（" in article.text:
        spans += [(m.start(), m.end(), "LOC") for m in _bracketed_country().finditer(article.text)]
    spans += _latin(tokens, article.text)
    spans += _makers(tokens)
    spans += _arrivals(tokens)
    spans += _called(tokens)
    spans += _joins(tokens)
    spans += _numbered(tokens)
    known = standing_in(article.text, _province_names(article.place), Names(names))
    spans += [(start, start + len(name), names.get(name, "LOC")) for start, name in known]
    return tuple(_joined(tokens, sorted(spans), article.text))


def _divisions_in_chains(tokens: list[Token]) -> list[Token]:
    """甲省|乙市|丙区: the division within a chain of places that the tagger took for a body."""
    for index, (left, token, right) in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False)):
        chained = left.end == token.start and token.end == right.start and left.tag == right.tag == "LOC"
        if token.tag == "ORG" and chained and token.text[-1] in RANKS and find_division(token.text):
            tokens[index + 1] = Token(token.start, token.end, token.text, "LOC")
    return tokens


@cache
def _bracketed_country() -> re.Pattern[str]:
    """刚果|（金）: a country that is told from another by what its name has in brackets."""
    return re.compile(any_of(name for name in country_names() if name.endswith((")", "）"))))


@cache
def _of_steppes() -> re.Pattern[str]:
    """白音|查干, 巴彦|淖尔: a place by two words of Mongolian, of which the first looks like a name."""
    heads, tails = (any_of(word for part, word in table("steppe_places") if part == one) for one in ("head", "tail"))
    return re.compile(rf"(?:{heads})(?:{tails})")


@cache
def _school() -> re.Pattern[str]:
    """华中|农大, 甘肃|农大: what everybody calls a university; not 甘肃农|大力."""
    kinds = any_of(short for _, short in table("school_forms") if len(short) > 1 and short.endswith("大"))
    return re.compile(rf"(?P<place>[\u3400-\u9fff]{{2}})(?:{kinds})(?![力会量多幅批型规举河江道])")


def _has_school(place: str) -> bool:
    return bool(find_division(place)) or place in word_set("parts_of_china")


def _calls_up(token: Token, text: str) -> bool:
    """同外长甲通|电话: whether the name's last character is that of a verb."""
    return token.text.endswith("通") and text.startswith(("电话", "了电话", "视频电话"), token.end)


def _latin(tokens: Sequence[Token], text: str) -> Iterable[tuple[int, int, str]]:
    """Words in Latin letters that the tagger cut (N|orthline): whole, and what their longest piece was."""
    for left, right in pairwise(tokens):
        if left.text[-1] not in ascii_letters or right.start != left.end:
            continue
        start, rest = left.start + len(left.text.rstrip(ascii_letters)), _LATIN.match(text, left.end)
        if rest is not None:
            tag = max((len(token.text), token.tag) for token in (left, right))[1]
            yield start, max(rest.end(), right.end), tag if tag in NAMES else "nz"


def _makers(tokens: Sequence[Token]) -> Iterable[tuple[int, int, str]]:
    """建造|方甲重工: 方 belongs to the word for what the firm is to the work."""
    for left, right in pairwise(tokens):
        stuck = right.text.startswith("方") and right.tag in ("ORG", "nt") and len(right.text) > 3
        if (
            stuck
            and right.start == left.end
            and (left.text in word_set("undertaking_verbs") or f"{left.text}方" in all_of("contract_roles"))
        ):
            yield left.start, right.start + 1, "n"


def _arrivals(tokens: Sequence[Token]) -> Iterable[tuple[int, int, str]]:
    """李文|达到|某市, 李文|达到|任: nobody reaches a place as an amount is reached, so that 达 belongs to the name."""
    for left, verb, place in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if verb.text != "达到":
            continue
        named = left.tag in ("PER", "nr") and len(left.text) == 2 and left.end == verb.start
        reached = place.tag in ("LOC", "ns", "ORG") or place.text.startswith(("任", "会", "场", "岗"))
        if named and reached and place.start == verb.end:
            yield left.start, verb.start + 1, left.tag


def _called(tokens: Sequence[Token]) -> Iterable[tuple[int, int, str]]:
    """李文达|到访|某市, not 到|访某市."""
    for left, right in pairwise(tokens):
        named = right.tag in ("LOC", "ns", "ORG", "nt") and right.text.startswith("访") and len(right.text) > _BRAND
        if named and left.text == "到" and left.end == right.start:
            yield left.start, right.start + 1, "v"


def _joins(tokens: Sequence[Token]) -> Iterable[tuple[int, int, str]]:
    """甲县检察院|会同|县公安局, 甲部|联合|乙集团: a verb at the head of a name, right behind another body."""
    for left, right in pairwise(tokens):
        if left.tag not in ("ORG", "nt") or left.end != right.start or right.tag not in ("ORG", "nt", "LOC", "ns"):
            continue
        verb = _joining().match(right.text)
        if verb is not None and len(right.text) - verb.end() >= _LEAST - 1:
            yield right.start, right.start + verb.end(), "v"


@cache
def _joining() -> re.Pattern[str]:
    """联合|甲局, but no 联合国 and no 联合党委."""
    return re.compile(f"{one_of('verbs_between_bodies')}|联合(?!国|{one_of('joined_nouns')})")


def _numbered(tokens: Sequence[Token]) -> Iterable[tuple[int, int, str]]:
    """所属|第二|港埠公司: the number is a part of the body's name."""
    for left, number, body in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if number.tag != "m" or not number.text.startswith("第") or number.end != body.start:
            continue
        opens = left.text in ("、", "和", "及", "的") or left.text in word_set("branch_words")
        if opens and body.tag in ("ORG", "nt") and body.text.endswith(words("whole_bodies")):
            yield number.start, body.end, "ORG"


def _parts(token: Token, text: str) -> Iterable[Token]:
    """The word, or what it is cut into: only names, and verbs with their object, are cut. 德令哈|光 is no person."""
    if token.tag in ("PER", "nr") and len(token.text) > 3 and find_division(token.text[:-1]):
        return _piece(token, 0, len(token.text) - 1, "LOC"), _piece(token, len(token.text) - 1, len(token.text), "n")
    if token.tag in ("ORG", "nt", "LOC", "ns") or (token.tag in ("v", "vn") and len(token.text) > 3):
        return [part for piece in _before_deed(token, text) for part in _parted(piece)]
    return (token,)


def _before_deed(token: Token, text: str) -> Iterable[Token]:
    """甲电子|原|拟募集, 乙水泥|投资|建设: the adverb or verb that the tagger took into the name before it."""
    if token.tag not in ("ORG", "nt"):
        return (token,)
    stem = token.text.removesuffix("投资")
    if stem != token.text and (len(stem) > _BRAND or known_names(stem) is not None) and _INVESTS.match(text, token.end):
        return _piece(token, 0, len(stem), token.tag), _piece(token, len(stem), len(token.text), "v")
    if not (len(token.text) > 3 and token.text.endswith("原") and text.startswith(("拟", "计划", "定于"), token.end)):
        return (token,)
    return _piece(token, 0, len(token.text) - 1, token.tag), _piece(token, len(token.text) - 1, len(token.text), "d")


# 乙水泥投资|建设, 丙集团投资|10亿元; but 丁投资|建设集团
_INVESTS = re.compile(
    "[、,并]?(?:建设|兴建|新建|开发|运营|打造|修建|建成|承建|实施|改造|改建|扩建)(?![\u3400-\u9fff]{0,8}(?:集团|公司))"
    "|(?:约|近|超过?|逾)?[0-9]"
)


def _parted(token: Token) -> Iterable[Token]:
    if token.tag in ("ORG", "nt"):
        tail = _tail().search(token.text)
        start, end = _lead_end(token.text), tail.start("tail") if tail is not None else len(token.text)
        if end - start >= _LEAST and end - start < len(token.text):
            if start:
                yield _piece(token, 0, start, "v")
            yield from _at_links(_piece(token, start, end, token.tag))
            if tail is not None:
                yield _piece(token, end, len(token.text), "n" if tail["tail"] == "总部" else "v")
            return
    if token.tag in ("ORG", "nt") and token.text.startswith("【"):
        yield _piece(token, 0, 1, "w")
        token = _piece(token, 1, len(token.text), token.tag)
    capital = _CAPITAL.fullmatch(token.text) if token.tag in ("LOC", "ns") else None
    if capital is not None:
        yield from (_piece(token, *capital.span(name), tag) for name, tag in _OF_CAPITAL)
        return
    seat = _SEAT.search(token.text) if token.tag in ("LOC", "ns") else None
    if seat is not None:
        yield _piece(token, 0, seat.start(), token.tag)
        yield _piece(token, seat.start(), len(token.text), "n")
        return
    at = behind_grounds(token.text) if token.tag in ("ORG", "nt") else 0
    if at:
        yield _piece(token, 0, at, "LOC")
        token = _piece(token, at, len(token.text), token.tag)
    yield from _at_links(token)


def behind_grounds(name: str) -> int:
    """Where the place ends that stands before a house called by a larger one: 祥云县|云南某种植有限公司; else 0."""
    if not name.endswith(_HOUSES):
        return 0
    for ground in _GROUND.finditer(name[:_LONGEST_CHAIN]):
        at = ground.end()
        own = next((found for n in (3, 2) if (found := find_division(name[at : at + n]))), ())
        wholes = {place.name for place in own if place.level in ("province", "prefecture")}
        if wholes and not _TOWN.match(name, at) and any(wholes & set(place.path) for place in _lowest(name[:at])):
            return at
    return 0


_HOUSES = ("公司", "集团", "合作社", "医院", "大学", "学院", "研究院", "研究所", "银行")
_TOWN = re.compile(f"[\u3400-\u9fff]{{2,5}}?(?:{TOWNS})")

# 云南省|曲靖市|沾益区, 祥云县|刘厂镇
_GROUND = re.compile(f"[\u3400-\u9fff]{{1,7}}?(?:[{RANKS}]|{TOWNS})")
_LONGEST_CHAIN, _LONGEST_DIVISION = 20, 11


def _lowest(text: str) -> Sequence[Division]:
    """The division by which a chain of places ends, or that stands before its town: 昆明市|官渡区, |祥云县|刘厂镇."""
    for end in range(len(text), 1, -1):
        for start in range(max(0, end - _LONGEST_DIVISION), end - 1):
            found = find_division(text[start:end])
            if found and (start == 0 or text[start - 1] in RANKS or find_division(text[:start])):
                return found
    return ()


def _piece(token: Token, start: int, end: int, tag: str) -> Token:
    return Token(token.start + start, token.start + end, token.text[start:end], tag)


def _lead_end(text: str) -> int:
    """Where what leads up to a body ends that the tagger took into its name: 曾任|甲公司, 青江民企|甲集团."""
    lead = _post_verb().match(text) or _ROLE.match(text)
    kind = _kind_of_firm().match(text) if lead is None else None
    if kind is not None and _tells_of_firms(kind["place"]):
        return kind.end()
    local = _LOCAL_FIRM.match(text) if lead is None else None
    if local is not None and find_division(local["place"]) and not is_word(local["brand"]):
        return local.end("lead")
    return lead.end() if lead is not None else 0


# 宁河企业|云桥电气股份有限公司; a name may hold 企业, behind which stands a word then (青江企业|融资担保有限公司).
_LOCAL_FIRM = re.compile(
    r"(?P<lead>(?P<place>[\u3400-\u9fff]{2,4}?)企业)"
    r"(?P<brand>[\u3400-\u9fff]{2})[\u3400-\u9fff]{2,16}(?:公司|集团|股份)$"
)


def _tells_of_firms(text: str) -> bool:
    """Whether the words before a kind of firm tell where it is, where its shares are sold, or what it trades in:
    深交所|上市公司, 国内新能源|龙头企业."""
    left = without_place(text) if len(text) > 3 else text
    while word := next((word for word in _said_of_firms() if left.startswith(word)), ""):
        left = left[len(word) :]
    return not left or bool(find_division(left))


@cache
def _said_of_firms() -> tuple[str, ...]:
    return tuple(sorted({*words("said_of_firms"), *words("trades")}, key=lambda word: (-len(word), word)))


# 城关镇|河街社区
_TOWN_THEN = re.compile(rf"[\u3400-\u9fff]{{2,5}}?(?:{TOWNS})(?=[\u3400-\u9fff]{{2,6}}(?:{VILLAGES})$)")


@cache
def _kind_of_firm() -> re.Pattern[str]:
    return re.compile(rf"(?P<place>[\u3400-\u9fff]{{0,10}}?)(?:{any_of(words('kinds_of_firm'))})")


@cache
def _post_verb() -> re.Pattern[str]:
    return re.compile(any_of(verb for verb, _ in table("post_verbs") if len(verb) > 1))


@cache
def _tail() -> re.Pattern[str]:
    """What is done by a body and no part of its name: 某市科协|协办, 中国某某|投资 behind a name that everybody knows,
    某大学|3所大学, 某资本|总部."""
    counted = (
        f"(?<=[学院司会行局])[0-9{SEVERAL}]+[家所个].*"
        rf"|(?<=[\u3400-\u9fff]{{2}})(?<![第十])(?:[{SEVERAL}]|[0-9]{{1,2}})(?:{one_of('counted_bodies')})"
    )
    seat = f"(?<={one_of('ends_of_firms')})总部"
    return re.compile(
        rf"(?P<tail>(?:{any_of(words('hosting_verbs'))}|{counted}|{seat}|(?:直接|间接|合计|共同)?(?:持有|控制)(?:公司)?))$"
    )


def _at_links(token: Token) -> Iterable[Token]:
    verb = VERB_INSIDE.search(token.text) if token.tag == "ORG" else None
    branch = _branch().search(token.text) if token.tag in ("ORG", "nt") else None
    link = _linked().match(token.text) if token.tag in ("ORG", "nt") and verb is None else None
    firms = _two_firms(token.text) if token.tag in ("ORG", "nt") and link is None and verb is None else 0
    with_place = _with().match(token.text) if token.tag in ("ORG", "nt") and verb is None and link is None else None
    shared = _SHARED.match(token.text) if token.tag in ("ORG", "nt") else None
    if link is not None:
        left, right = max(link.end("left"), link.end("one")), max(link.start("right"), link.start("two"))
        cuts = [(0, left, "ORG"), (left, right, "c"), (right, len(token.text), "ORG")]
        cuts = [cut for cut in cuts if cut[0] < cut[1]]
    elif firms:
        cuts = [(0, firms, "ORG"), (firms, firms + 1, "c"), (firms + 1, len(token.text), "ORG")]
    elif with_place is not None and find_division(with_place["place"]):
        at = with_place.end("place")
        cuts = [(0, at, "LOC"), (at, at + 1, "p"), (at + 1, len(token.text), "ORG")]
    elif verb is not None:
        cuts = [(0, verb.start("verb"), "ORG"), (*verb.span("verb"), "v"), (verb.end("verb"), len(token.text), "ORG")]
    elif (post := _TAKES_POST.match(token.text)) is not None and token.tag in ("ORG", "nt"):
        cuts = [(0, post.start("verb"), "LOC"), (*post.span("verb"), "v"), (post.end("verb"), len(token.text), "ORG")]
    elif shared is not None and (not shared["place"] or find_division(shared["place"])):
        at, end = shared.end("place"), shared.end()
        cuts = [cut for cut in ((0, at, "LOC"), (at, end, "m"), (end, len(token.text), "n")) if cut[0] < cut[1]]
    elif (town := _TOWN_THEN.match(token.text)) is not None and token.tag in ("LOC", "ns"):
        cuts = [(0, town.end(), "LOC"), (town.end(), len(token.text), "LOC")]
    elif (owned := _owned().match(token.text) if token.tag in ("ORG", "nt") else None) and _has_owner(owned):
        part = "ORG" if not is_unbranded(owned["part"]) else "n"
        cuts = [(*owned.span("owner"), "ORG"), (*owned.span("word"), "n"), (*owned.span("part"), part)]
    elif branch is not None and branch.start() >= 3:
        cuts = [(0, branch.start(), token.tag), (*branch.span(), "n")]
    elif token.tag in ("v", "vn") and len(token.text) > 3 and (attends := _attends().match(token.text)) is not None:
        cuts = [(0, attends.end("verb"), "v"), (attends.end("verb"), len(token.text), "n")]
    else:
        return (token,)
    return (Token(token.start + a, token.start + b, token.text[a:b], tag) for a, b, tag in cuts)


@cache
def _owned() -> re.Pattern[str]:
    """A body and its part that the tagger took for one: 某证券|旗下|青禾科技公司, 某集团|全资子公司|青禾幼儿园."""
    return re.compile(
        r"(?P<owner>[\u3400-\u9fffA-Za-z]{2,20}?)的?(?P<word>旗下|下属|麾下|(?:全资|控股)(?:子|孙)公司)"
        r"(?P<part>[\u3400-\u9fff]{4,20})$"
    )


def _has_owner(owned: re.Match[str]) -> bool:
    """Whether what stands before the word of owning is a body: one that is known, or called like a firm."""
    owner = owned["owner"]
    return known_names(owner) is not None or owner.endswith((*words("whole_bodies"), *words("firm_endings")))


@cache
def _attends() -> re.Pattern[str]:
    """出席|协议, 参加|座谈会: a verb and its object in one word."""
    objects = any_of([*words("agreement_suffixes"), *words("meeting_calls"), "会议", "仪式", "活动"])
    return re.compile(f"(?P<verb>{ATTENDING}|签署|签订|{CONVENING}|主持)(?:{objects})$")


@cache
def _linked() -> re.Pattern[str]:
    """Two bodies that the tagger took for one: 某大学|和|某市法院, 某省人民政府|某市人民政府."""
    wholes = any_of(words("whole_bodies"))
    return re.compile(
        rf"(?P<left>[\u3400-\u9fff]{{1,14}}?(?:{wholes}))[和与及](?P<right>[\u3400-\u9fff]{{2,20}}(?:{wholes}))$"
        rf"|(?P<one>[\u3400-\u9fff]{{2,8}}?政府)(?P<two>[\u3400-\u9fff]{{2,9}}政府)$"
    )


def _two_firms(text: str) -> int:
    """Where the link of two firms stands that the tagger took for one: 青江汽车|和|瑞岚科技; 0 where it is one name."""
    at = next((at for at, character in enumerate(text) if character in "和与"), 0)
    halves = (text[:at], text[at + 1 :])
    return at if at and all(map(_coined_firm, halves)) else 0


def _coined_firm(text: str) -> bool:
    """Whether a text is a brand that is no word, and its trade."""
    trade = next(filter(text.endswith, words("firm_endings")), "")
    return bool(trade) and len(text) - len(trade) >= _BRAND and not is_word(text.removesuffix(trade))


@cache
def _with() -> re.Pattern[str]:
    """某县与|某新能源: a division that acts, and a body."""
    return re.compile(rf"(?P<place>[\u3400-\u9fff]{{1,9}}?[{RANKS}])[与同](?=[\u3400-\u9fff]{{3}})")


@cache
def _branch() -> re.Pattern[str]:
    """What tells of a branch without naming it, behind a firm."""
    kinds = any_of(word for word in words("branch_words") if word not in ("子公司", "分公司"))
    return re.compile(rf"(?<=公司|集团|银行|股份)(?:{kinds})$")


@cache
def _nation_with_post() -> re.Pattern[str]:
    """A country's name right before a post of a state (同|法国|外长), which the tagger may cut."""
    posts = one_of("posts_of_states")
    return re.compile(rf"(?:{any_of(country_names())})(?=(?P<post>{posts}))")


def _torn(tokens: Sequence[Token], posts: Sequence[tuple[int, int]]) -> Iterable[tuple[int, int, str]]:
    """法国|外|长勒图尔: a post whose last character the tagger gave to the name behind it."""
    ends = {token.start: token.end for token in tokens if token.tag in ("PER", "nr")} if posts else {}
    return [(start, end, "n") for start, end in posts if ends.get(end - 1, 0) > end]


@cache
def _autonomous() -> re.Pattern[str]:
    """A long name of a division (前往|化隆回族自治县), of which the tagger may take a piece for another."""
    return re.compile(any_of(d.name for d in divisions() if "自治" in d.name and len(d.name) > 4))


@cache
def _place_of_post() -> re.Pattern[str]:
    """A division's full name right behind the verb of a post (任|昌吉州), which the tagger may take for a surname."""
    names = (call for d in divisions() for call in (d.name, d.short + d.name[-1]) if len(call) > 2)
    return re.compile(rf"(?<=任)(?:{any_of(names)})(?!长)")


@cache
def _province_names(place: str | None) -> Names:
    province = next((d.name for d in find_division(place or "") if d.level == "province"), None)
    return Names(d.name for d in divisions() if d.path[0] == province and len(d.name) > 2 and d.level != "province")


def _joined(tokens: Sequence[Token], spans: Iterable[tuple[int, int, str]], text: str) -> Iterable[Token]:
    """The tokens, those that a span cuts or that it covers in pieces replaced by the span and what is left of them."""
    waiting = list(tokens)[::-1]
    for start, end, tag in spans:
        while waiting and waiting[-1].end <= start:
            yield waiting.pop()
        if not waiting or (waiting[-1].start <= start and waiting[-1].end >= end) or waiting[-1].start > start:
            continue
        first = waiting[-1]
        if first.start < start:
            rest = text[first.start : start]
            yield Token(first.start, start, rest, _TAGS.get(rest, first.tag))
        while waiting and waiting[-1].end <= end:
            waiting.pop()
        if waiting and waiting[-1].start < end:
            last = waiting.pop()
            waiting.append(Token(end, last.end, text[end : last.end], last.tag))
        yield Token(start, end, text[start:end], tag)
    while waiting:
        yield waiting.pop()
