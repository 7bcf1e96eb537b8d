"""What an article shows of a person beyond facts: words around the name, and how rare the name is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from kg.language import divisions
from kg.language.classes import RANKS, all_of, one_of
from kg.language.countries import countries_in, country, country_abbreviation, country_names
from kg.language.lexicon import any_of, table, word_set, words
from kg.language.names import minority_name
from kg.language.similarity import plain, undotted
from kg.language.text import behind_last
from kg.model import Entity
from kg.resolve.places import Path, article_path, split
from kg.resolve.world import World

_CUT = re.compile(r"[，。；：！？、\n（）()“”]")
_BEFORE = 18  # characters in which a post stands before its name
_AFTER = 90  # and in which a notice tells sex, birth and career behind it
_CLAUSE = re.compile(r"[，。；：！？\n（）()“”]")
_DAI = "岩玉"  # what stands before the name of a man and of a woman among the Dai
_SEX = re.compile(r"^[，,]\s*(男|女)[，,。]")
# 李文达|是青江市歌舞团的青年演员
_IS = re.compile(r"^是([\u3400-\u9fff]{2,24})(?=[，,。；;])")
_BIRTH = re.compile(r"((?:19|20)\d\d)年(\d{1,2})月(?:出)?生")
_CAREER = re.compile(
    r"(?:拟任|现任|曾任|历任|原任|时任|此前任|此前担任|之前任|曾担任|先后任|先后担任|拟提名为|任命为|(?<=[，、])任)([^，。；]{2,30})"
)
_SENTENCE = re.compile(r"[。；！？\n]")
_LIST = 80  # characters in which a list of leaders stands
_LEADERS = re.compile(rf"([\u3400-\u9fff]{{0,8}}?[{RANKS}])领导(?:[\u3400-\u9fff·]{{2,5}}、)*$")
_MUNICIPALITIES = ("北京市", "上海市", "天津市", "重庆市")
_WORDS = 6  # characters before a name that two articles hardly share by chance
_GROUNDS = "村镇乡"  # what a place ends in, before which its own name stands
_CLOSING = "”’」』）)"
_ROLE = 8  # characters of the longest post
_DOT = re.compile("[·•・‧∙⋅]")
_YEARS = re.compile(r"((?:19|20)\d\d)年")
_SHIRT = re.compile(r"(?<![\d第])\d{1,2}号$")  # 云桥队的19号|李文达
_PLAYER = "球员"
_TRAITS = 7  # clauses of a sketch: sex, people, birth, party, schooling, and what somebody is
_REACH = 120  # characters behind a name in which an article goes on about its bearer
# 曾在丰河挂职两年, 此前在云桥大学任教26年, 派他来丰河县挂职
_ONCE = re.compile(
    rf"(?:(?:{one_of('formerly')})[^，。；：“”]{{0,6}}?(?:在|于|效力于|任职于|供职于|就职于)|派[他她其](?:来|到|赴|往))"
    rf"(?P<where>[^，。；：“”]{{2,20}}?)(?:{one_of('serving')})"
    r"|(?:创办|创立|创建)(?:了|的)(?P<own>[^，。；：“”]{2,16})"
)
# 从云桥队转会而来的|李文达
_FROM = re.compile(r"从(?P<where>[^，。；：“”]{2,16})(?:转会|转投|调任|调入|租借|引进|跳槽|退役)[^，。；：“”]{0,6}$")
_ORIGINS = 6  # characters of a division at most before 选手
_HAILING = re.compile(r"来自([\u3400-\u9fff]{2,6})")
_AGE = 24  # characters behind a name in which an age stands
_AGED_BEFORE = re.compile(r"(?<!\d)(\d{1,2})岁(?:[高零]龄)?的?[\u3400-\u9fff]{0,8}$")
_AGED_BEHIND = re.compile(r"[，,（(]?(?:[男女][，,])?(?:今年|现年|时年|年仅)?(\d{1,2})岁")
_BORN_BEHIND = re.compile(
    r"[，,（(]?(?:[男女][，,])?(?:[\u3400-\u9fff]{1,4}族[，,])?(?:生于|出生于)?((?:19|20)\d\d)年(?:\d{1,2}月)?(?:出生|生[，,人于]|生$)|[，,（(]?(?:出)?生于((?:19|20)\d\d)年"
)
_FULL = 5  # letters of a foreign name that has a given name and a surname


def before(entity: Entity, text: str) -> Iterator[str]:
    """What stands before each mention in its clause, at most _BEFORE characters."""
    for mention in entity.mentions:
        yield _CUT.split(text[max(0, mention.start - _BEFORE) : mention.start])[-1]


def bodies_before(entity: Entity, world: World) -> Iterator[Entity]:
    """The organisations of the article whose names stand in the clause before the name: 特斯拉CEO, 国家电投董事长."""
    heads = "\n".join(before(entity, world.article(entity).text))
    for other in world.inside[entity.article]:
        if other.type == "Organization" and any(len(name) > 1 and name in heads for name in other.names):
            yield other


def states(entity: Entity, world: World) -> Iterator[tuple[str, str]]:
    """(kind, value) of public posts that a country and a title, or a high title alone, tell: 俄总统N, N总统."""
    text = world.article(entity).text
    for mention, head in zip(entity.mentions, before(entity, text), strict=True):
        title = next((word for word in _heads() if head.endswith(word)), "")
        behind = next((word for word in _heads() if text.startswith(word, mention.end)), "")
        if title and (nation := _nation(head.removesuffix(title))):
            yield "state", nation
        if title or behind:
            yield "head", title or behind


def leads(entity: Entity, world: World) -> Iterator[str]:
    """The country that a head of state leads whom everybody knows, where the article comes to that country."""
    nation = _leaders().get(undotted(entity.name))
    if nation and nation in world.article(entity).text:
        yield nation


@cache
def _leaders() -> dict[str, str]:
    return {undotted(name): nation for name, nation in table("leaders")}


def offices(entity: Entity, world: World) -> Iterator[Path]:
    """The places whose leaders the text calls the entity, also in a list: 甲市领导N、M, 省领导N."""
    text = world.article(entity).text
    around = article_path(world.article(entity))
    for mention in entity.mentions:
        head = _SENTENCE.split(text[max(0, mention.start - _LIST) : mention.start])[-1]
        match = _LEADERS.search(head)
        if match and (path := split(match.group(1), around)[0] or _relative(match.group(1), around)):
            yield path


def _relative(word: str, around: Path) -> Path:
    """省领导, 市领导 by the place of the page; nothing where that does not reach down to them."""
    if word.endswith(("省", "自治区")):
        return around[:1]
    known = word.endswith("市") and (len(around) == 2 or (len(around) == 1 and around[0] in _MUNICIPALITIES))
    return around if known else ()


def words_before(entity: Entity, world: World) -> frozenset[str]:
    """The last _WORDS characters before each mention in its clause, where there are as many; one less for what somebody
    is, with what kind of it (赛艇运动员)."""
    heads = list(before(entity, world.article(entity).text))
    called = (head for head in heads if head.endswith(_short_callings()))
    short = {head[1 - _WORDS :] for head in called if len(head) >= _WORDS - 1}
    found = {head[-_WORDS:] for head in heads if len(head) >= _WORDS}
    # 大营|村党总支书记, 小营|村党总支书记
    return frozenset({words for words in found if words[0] not in _GROUNDS} | short)


def roles(entity: Entity, world: World) -> frozenset[str]:
    """The posts and callings that stand right before its name, but for those that hundreds have: 技术总监, 主教练."""
    found = set()
    text = world.article(entity).text
    for mention in entity.mentions:
        # “马背法官”|李文达
        clause = _CLAUSE.split(text[max(0, mention.start - _BEFORE) : mention.start].rstrip(_CLOSING))[-1]
        for head in clause.split("、"):  # 技术总监、德国专家|佩什奇
            size = next((size for size in range(min(_ROLE, len(head)), 1, -1) if head[-size:] in role_words()), 0)
            found |= {head[-size:]} if size else set()
            found |= {_PLAYER} if _SHIRT.search(head) else set()
        found |= set(_told_behind(text[mention.end : mention.end + _AFTER]))
    return frozenset(found)


def _told_behind(after: str) -> Iterator[str]:
    """What somebody is, as a sketch tells it behind the name: 李文达，女，丰河县石门镇小学|教师."""
    sentence = after.split("。", maxsplit=1)[0]
    if is_one := _IS.match(sentence):
        yield from {word for word in (is_one[1][-size:] for size in range(2, _ROLE)) if word in role_words()}
    for clause in _CUT.split(sentence)[1:_TRAITS] if _SEX.match(sentence) else ():
        words_there = (clause[-size:] for size in range(min(_ROLE, len(clause)), 1, -1))
        yield from (word for word in words_there if word in role_words() or (_walk(word) and not _walk(word[1:])))


@cache
def role_words() -> frozenset[str]:
    """The posts and callings that stand before names, but for those that hundreds have."""
    walks_of_life = {word for row in table("walks_of_life") for word in row[1:]}
    return frozenset(word_set("titles") | word_set("everyday_callings") | walks_of_life) - word_set("common_titles")


def walks(roles: Iterable[str]) -> frozenset[str]:
    """The walks of life that posts and callings tell, by the first column of `data/walks_of_life.tsv`."""
    return frozenset(walk for role in roles if (walk := _walk(role)))


@lru_cache(maxsize=16384)
def _walk(role: str) -> str:
    return next((row[0] for row in table("walks_of_life") if role.endswith(row[1:])), "")


def lands(entity: Entity, world: World) -> frozenset[str]:
    """The countries that are named in the words before its name: 来自塞尔维亚的教练, 德国籍技术总监; not China."""
    text = world.article(entity).text
    names = {name for head in before(entity, text) for name in countries_in(head)}
    return frozenset({country(name) or name for name in names} - {"中国"})


@cache
def _short_callings() -> tuple[str, ...]:
    return tuple(word for word in words("everyday_callings") if len(word) <= 3)


def honours(entity: Entity, world: World) -> frozenset[str]:
    """What few in the country are called, where the entity is called so right before its name: 奥运冠军."""
    heads = tuple(before(entity, world.article(entity).text))
    ends = words("honours")
    return (
        frozenset(word for word in ends if any(head.endswith(word) for head in heads))
        if any(head.endswith(ends) for head in heads)
        else frozenset()
    )


def callings(entity: Entity, world: World) -> frozenset[str]:
    """What the entity is called right before its name, of things that nobody in office is called: 牧民, 教师."""
    callings = words("everyday_callings")
    heads = tuple(head for head in before(entity, world.article(entity).text) if head.endswith(callings))
    return frozenset(word for word in callings if any(head.endswith(word) for head in heads)) if heads else frozenset()


def sex_and_birth(entity: Entity, world: World) -> tuple[str, str]:
    """What a notice tells behind the name: 男 or 女, and 1969-7; empty where it does not."""
    text = world.article(entity).text
    for mention in entity.mentions:
        after = text[mention.end : mention.end + _AFTER].split("。")[0]
        sex = _SEX.match(after)
        born = _BIRTH.search(after) if sex else None
        if sex:
            return sex.group(1), f"{born.group(1)}-{int(born.group(2))}" if born else ""
    return "", ""


def born(entity: Entity, world: World) -> frozenset[int]:
    """The years in which it may be born, by an age or a year right beside its name; an age needs a dated article."""
    article = world.article(entity)
    year_of_page = (article.date or "")[:4]
    today = int(year_of_page) if year_of_page.isdigit() else 0
    found = set()
    for mention in entity.mentions:
        ahead = _CUT.split(article.text[max(0, mention.start - _BEFORE) : mention.start])[-1]
        behind = article.text[mention.end : mention.end + _AGE]
        age = _AGED_BEFORE.search(ahead) or _AGED_BEHIND.match(behind)
        year = _BORN_BEHIND.match(behind)
        # 1947年,23岁的李文达: the age is that of the year which the sentence tells.
        told = _YEARS.findall(_SENTENCE.split(article.text[max(0, mention.start - _LIST) : mention.start])[-1])
        if age and (told or today):
            found.add((int(told[-1]) if told else today) - int(age.group(1)))
        if year:
            found.add(int(year.group(1) or year.group(2)))
    return frozenset(found)


def career(entity: Entity, world: World) -> Iterator[Path]:
    """The places of the posts that a notice tells behind the name: 现任甲市…，拟任乙市…."""
    text = world.article(entity).text
    around = article_path(world.article(entity))
    for mention in entity.mentions:
        after = text[mention.end : mention.end + _AFTER].split("。")[0]
        for match in _CAREER.finditer(after):
            path = split(plain(match.group(1)), around)[0]
            if len(path) > 1:
                yield path


def served(entity: Entity, world: World) -> Iterator[tuple[int, int]]:
    """Where its article tells of posts that the entity had before: the spans of their places and bodies."""
    text = world.article(entity).text
    starts = sorted(
        mention.start
        for other in world.inside[entity.article]
        if other.type == entity.type and other.id != entity.id
        for mention in other.mentions
    )
    for mention in entity.mentions:
        reach = min((start for start in starts if start >= mention.end), default=len(text))
        # 曾在丰河挂职两年的他 goes on about its bearer, 曾在丰河挂职的|李文达 is another.
        ahead = _CLAUSE.split(text[mention.end : reach])[-1] if reach < len(text) else ""
        end = reach - len(ahead) if "的" in ahead else reach
        for match in _ONCE.finditer(text, mention.end, min(end, mention.end + _REACH)):
            yield match.span("where" if match["where"] else "own")
        start = behind_last(text, "，。；：\n", mention.start)
        for match in _ONCE.finditer(text, max(start, mention.start - _LIST), mention.start):
            if "的" in text[match.end() : mention.start] and not any(
                match.end() <= one < mention.start for one in starts
            ):
                yield match.span("where" if match["where"] else "own")
        if found := _FROM.search(text, max(0, mention.start - _LIST), mention.start):
            yield found.span("where")


def origins(entity: Entity, world: World) -> Iterator[Path]:
    """The cities and counties from which people of its article come: 丰河选手, 来自丰河的…, 丰河姑娘."""
    text = world.article(entity).text
    for match in _natives().finditer(text):
        heads = (text[max(0, match.start() - size) : match.start()] for size in range(_ORIGINS, 1, -1))
        yield from _city(heads)
    for match in _HAILING.finditer(text):
        yield from _city(match[1][:size] for size in range(_ORIGINS, 1, -1))


def _city(names: Iterable[str]) -> Iterator[Path]:
    """The path of the first of some words that is a city's or a county's name."""
    name = next((name for name in names if divisions.find(name)), "")
    path = split(name, ())[0] if name else ()
    if len(path) > 1:
        yield path


@cache
def _natives() -> re.Pattern[str]:
    return re.compile(f"(?:{one_of('natives')})")


def sports(entity: Entity, world: World) -> frozenset[str]:
    """The sports of which an article of contests tells: 赛艇."""
    text = world.article(entity).text
    if not any(word in text for word in all_of("contest_signs")):
        return frozenset()
    return frozenset(word for word in words("disciplines") if len(word) > 1 and word in text)


@lru_cache(maxsize=65536)
def rarity(name: str) -> str:
    """`foreign_name` for a foreigner's full name, `rare_name` for what few bear, else empty.

    Names of minorities are made of few parts (扎西顿珠, 艾尔肯·买买提), those of the Dai are given names (岩温, 玉香):
    many bear them.
    """
    if _DOT.search(plain(name)):
        common = all(minority_name(part) for part in _DOT.split(plain(name)))
        return "foreign_name" if len(undotted(name)) >= _FULL and not common else ""
    if minority_name(name) or (name[0] in _DAI and len(name) <= 4):
        return ""
    if len(name) >= 4 or name[0] not in word_set("common_surnames"):
        return "rare_name"
    given = name[1:]
    return "rare_name" if len(given) == 2 and not set(given) & word_set("common_given") else ""


def is_common(name: str) -> bool:
    """Whether a name of three characters is made of such as very many bear: 李建国."""
    return name[0] in word_set("common_surnames") and set(name[1:]) <= word_set("common_given")


@cache
def _heads() -> tuple[str, ...]:
    return tuple(sorted(words("head_titles"), key=lambda word: (-len(word), word)))


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(country_names())})$")


def _nation(head: str) -> str:
    match = _ending().search(head)
    if match:
        return country(match.group()) or ""
    return (country_abbreviation(head[-1:]) or "") if head else ""


__all__ = [
    "bodies_before",
    "born",
    "callings",
    "career",
    "honours",
    "is_common",
    "lands",
    "leads",
    "offices",
    "origins",
    "rarity",
    "role_words",
    "roles",
    "served",
    "sex_and_birth",
    "sports",
    "states",
    "walks",
    "words_before",
]
