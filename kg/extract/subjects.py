"""Who does what a clause tells: the people named before the verb, else those that the story is about."""

from __future__ import annotations

import re

from kg.extract.annotated import Annotated, Bound
from kg.extract.lists import spoken
from kg.extract.sheet import Sheet
from kg.language.classes import MISSIONS, one_of
from kg.language.lexicon import any_of, pattern, words

_SPOUSE = re.compile(rf"(?:{any_of((*words('titles'), '先生', '同志'))})?的?(?:{any_of(words('kin_of_people'))})")
_FORMULA = re.compile(r"(?:总书记|同志)?(?:的)?(?:重要|指示|讲话(?:精神|要求|和)|关于|思想|新时代)")
# 循着某某的足迹, 按照某某的要求: whom others follow acts not.
_FOLLOWED = re.compile(f"(?:{one_of('following')})[^,。;]{{0,16}}$")
# 受李文达|委托,周明远赴甲县; 应李文达|邀请: who sends or asks others stays.
_SENT = re.compile(f"(?:{any_of(words('honorifics'))})?的?(?:委托|委派|指派|派遣|嘱托|邀请|安排)")
_BY = re.compile("[受应][^,。;]{0,24}$")
_REACH = 24
_MET = re.compile("(?:采访|专访|访谈|看望|慰问|走访|拜访)了?(?:到|过)?[^,。;、]{0,16}$")
_SPEECH = re.compile(f"(?:{one_of('reporting_verbs')})[,:]")
_STAND_IN = re.compile(rf"(?<![\u3400-\u9fff])(?:他|她|一行|{MISSIONS})")
_OTHERS = pattern("other_actors")


def actors(article: Annotated, start: int, verb: int) -> list[Bound]:
    """The people who are the subject of the verb at `verb`, named in `[start, verb)`; accompanying ones included.

    Left out are those whose name only qualifies somebody or something else (习近平主席夫人彭丽媛, 习近平总书记重要讲话)
    and those who speak of it (丁一强调，要…).
    """
    flat = article.sheet.flat
    people = [b for b in spoken(article, start, verb, "Person") if not qualifies(article, b)]
    if people and _SPEECH.search(flat, people[-1].end, verb):
        return []
    people = [b for b in people if not _FORMULA.match(flat, b.end) and not _FOLLOWED.search(flat, start, b.start)]
    people = [b for b in people if not _is_met(flat, b)]
    return [b for b in people if not (_SENT.match(flat, b.end) and _BY.search(flat, start, b.start))]


def _is_met(flat: str, bound: Bound) -> bool:
    """Whether somebody ends a clause as whom others call on: 采访了老兵|李文达,走进甲厂."""
    ends = flat[bound.end : bound.end + 1] in tuple(",;")
    return ends and _MET.search(flat, max(0, bound.start - _REACH), bound.start) is not None


def qualifies(article: Annotated, bound: Bound) -> bool:
    """Whether a person's name only says whose kin somebody is: 李文达|夫人陈秀英, 周明远市长|秘书."""
    return says_whose(article.sheet, bound)


def says_whose(sheet: Sheet, bound: Bound) -> bool:
    """The same, before the article is annotated: 会见甲国主席李文达|特使、乙部部长周明远."""
    return bool(_SPOUSE.match(sheet.flat, bound.end))


def stands_in(article: Annotated, start: int, verb: int) -> bool:
    """Whether the subject of the verb is a word for the people the story is about: 他, 代表团, 一行."""
    return bool(_STAND_IN.search(article.sheet.flat, start, verb))


def others(article: Annotated, start: int, verb: int) -> bool:
    """Whether somebody else than a named person is the subject: 记者, 游客, 我们."""
    return bool(_OTHERS.search(article.sheet.flat, start, verb) or _SPEECH.search(article.sheet.flat, start, verb))


def followed(article: Annotated, start: int, verb: int) -> bool:
    """Whether the subject is one whom others only follow: 循着某某考察时的足迹."""
    people = spoken(article, start, verb, "Person")
    return bool(people and _FOLLOWED.search(article.sheet.flat, start, people[-1].start))


def spoken_of(article: Annotated, offset: int) -> list[Bound]:
    """Whom 他 or 她 at `offset` means: the person named last before it, in its sentence or in one of the two before."""
    index = article.sheet.sentence_index(offset)
    floor = article.sheet.sentences[max(0, index - 2)][0]
    people = [b for b in spoken(article, floor, offset, "Person") if not qualifies(article, b)]
    return people[-1:]
