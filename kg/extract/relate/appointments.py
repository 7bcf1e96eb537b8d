"""HOLDS_POSITION by a verb: 甲任某局局长; 任命甲、乙为某局副局长; 选举丙为主任,丁为副主任; 董事长为甲."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.chains import Post, chain_after, follows, gap, holds, in_line, in_turn, list_ending, rolled, sharing
from kg.language.classes import NUMERALS, one_of
from kg.language.lexicon import any_of, table, words

_TERM = f"(?:(?:其|该)|第?[{NUMERALS}0-9]+[届任]|新一[届任]|新任|首任|首届)?"
_TIME = r"于?[^,。;]{0,6}?[年月日]|[今明去][年日]\d*月?|于[^,。;]{1,12}"
_TO = re.compile(
    rf"(?:等(?:\d*人|\d+[名位](?:同志|人)?))?(?:{any_of(words('honorifics'))})?(?:继续)?(?:当选)?(?:兼任?|担任|任|为){_TERM}"
)
_FROM = re.compile(rf"(?:{any_of(words('honorifics'))})?(?:兼任)?(?:的|所任|担任的){_TERM}")
# 核准甲|任职资格 tells whose post it is behind the name, and needs no verb: 核准甲|(的)某公司董事任职资格.
_APPROVING = ("核准", "批准", "同意", "获准")
_QUALIFIED = re.compile("(?:等人?|等\\d+人)?(?:先生|女士)?(?:担任|出任|任|为|的)?(?=[^,。;]{2,40}任职资格)")
_HE = re.compile(rf"(?:(?:{one_of('leading_over')}),?){{0,2}}[他她](?:本人)?")
_ASIDE = re.compile(
    rf"(?:同志|先生|女士)?\([^()]{{1,24}}\)|等(?:\d*[{NUMERALS}]*(?:人|位|名))?(?=当选|[被获受]|[兼担现出]?任)"
)
# 是|目前最年轻的|某省副省长
_MOST = re.compile(rf"(?:目前|现|当时)?[^,。;、]{{0,8}}的|[^,。;、]{{0,10}}(?:{any_of(words('known_as'))})[、,和]")
# 2010年至2015年|任
_UNTIL = re.compile(r"(?:至|到|—|-)[0-9]{4}年?(?:[0-9]{1,2}月)?(?:期间)?$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NEXT_YEAR = re.compile(r"[\s]{0,4}(?P<year>(?:19|20)\d\d)年[^。;]{0,40}?(?:任|当选)")
_DATED = re.compile(r"[0-9]年|[0-9]月|后")
# 去年6月起|任甲厅厅长,今年1月当选…
_LASTING = re.compile(r"(?:[今去]年|[本上]月)[^,。;]{0,6}起|至今|以来")
# 甲|接替|乙出任…: who comes after somebody holds the post.
_SUCCEEDS = ("接替", "取代", "替代", "接任", "接棒", "接班", "顶替", "继任")
# Posts at most stand before the name that opens a sentence.
_OPENS = 30
# 甲,|某部部长;
# 头衔不少:|某会主席、某大学校董
_CALLED = r"[^,。;:]{0,14}(?:头衔|身份|职务|角色)[^,。;:]{0,6}:"
_APPOSED = re.compile(rf"(?:[,:]|{_CALLED}|(?P<blank>[ \u3000]{{1,4}}))(?:政府|国家)?")
_CLAUSE = re.compile(r"^|(?<=[,;。:“\n])")
# 甲|日前被|国务院|任命为某部部长
_AGENT = re.compile(r"[^,。;、]{0,6}?(?:被|获|经|由|受)")
_COPULAS = ("是", "系", "为")
_THEN = re.compile(rf"(?<=[,;。\n])(?:[^,;。]{{0,12}}?(?:年|月|日))?(?:起|后|至今)?,?(?:{one_of('leading_over')})?")


@cache
def _verbs() -> tuple[dict[str, str], dict[str, str], re.Pattern[str]]:
    """What verbs and adverbs say of a post, and the pattern of both behind a name."""
    verbs, adverbs = (
        {word: "" if says == "-" else says for word, says in table(name)} for name in ("post_verbs", "post_adverbs")
    )
    between = rf"(?P<before>(?:{any_of(adverbs)}|,|{_TIME}){{0,4}}?)"
    return verbs, adverbs, re.compile(rf"{between}(?P<verb>{any_of(verbs)})(?!前)(?:了)?{_TERM}")


@cache
def _naming() -> tuple[dict[str, str], re.Pattern[str]]:
    verbs = {word: "" if says == "-" else says for word, says in table("naming_verbs")}
    return verbs, re.compile(f"(?:{any_of(verbs)})[:\\s]*")


def relate(article: Annotated) -> Iterator[Fact]:
    """Posts that somebody holds, takes up, is given or loses by a verb."""
    opened = ""
    for start, end in article.sentences():
        items = in_line(article, start, end)
        if not items:
            continue
        yield from _behind_names(article, items)
        yield from _he(article, items, start)
        yield from _later_clauses(article, items)
        yield from _named(article, items, opened)
        yield from _apposed(article, items)
        opened = _left_open(article, start, end, opened)


def _left_open(article: Annotated, start: int, end: int, opened: str) -> str:
    """The naming verb that a line leaves open for the lines of its list: 任命:⏎甲为某局局长;⏎乙为…."""
    text = article.sheet.flat[start:end].rstrip()
    match = re.search(rf"(?:{_naming()[1].pattern})$", text)
    if match and text.endswith(":"):
        return match.group().rstrip(": \n")
    return opened if text.endswith(";") else ""


def _status(verb: re.Match[str]) -> str:
    verbs, adverbs, _ = _verbs()
    if _UNTIL.search(verb["before"]):
        return verbs[verb["verb"]] or "former"
    said = [status for word, status in adverbs.items() if status and word in verb["before"]]
    return verbs[verb["verb"]] or next(iter(said), "")


def _behind_names(article: Annotated, items: Sequence[Bound]) -> Iterator[Fact]:
    """张三任某局局长; 甲、乙当选为副主席."""
    flat = article.sheet.flat
    for index, item in enumerate(items[:-1]):
        following = items[index + 1]
        if item.type != "Person" or following.type not in ("Organization", "Title", "Location"):
            continue
        yield from _by_agent(article, items, index)
        yield from _working_at(article, items, index)
        yield from _in_capacity(article, items, index)
        aside = _ASIDE.match(flat, item.end)
        verb = _verbs()[2].match(flat, aside.end() if aside else item.end, following.start)
        if verb is None or not (
            follows(article, verb.end(), following) or _MOST.fullmatch(flat, verb.end(), following.start)
        ):
            continue
        posts = chain_after(article, items, index + 1)
        if (verb["verb"] in _COPULAS and not (posts and _closed(article, posts))) or _of_next(article, items, posts):
            continue
        if verb["verb"] == "为" and _gives_to_another(article, posts):
            continue
        succeeds = index > 0 and items[index - 1].type == "Person" and flat.endswith(_SUCCEEDS, 0, item.start)
        people = list(_listed_before(article, items, index - 1 if succeeds else index))[::-1]
        each = "分别" in verb["before"] and len(people) == len(posts) > 1
        for at, person in enumerate(people):
            own = [in_turn(posts)[at]] if each else posts
            yield from holds(article, person, own, "post behind name", _status(verb))


def _by_agent(article: Annotated, items: Sequence[Bound], index: int) -> Iterator[Fact]:
    """甲被|国务院|任命为某部副部长: who gives the post stands between the name and the verb."""
    agent, flat = items[index + 1], article.sheet.flat
    if agent.type != "Organization" or not _AGENT.fullmatch(gap(article, items[index], agent)):
        return
    verb = _verbs()[2].match(flat, agent.end)
    after = index + 2
    if verb is None or verb["verb"] in _COPULAS or not verb["verb"].endswith("为") or after == len(items):
        return
    if follows(article, verb.end(), items[after]):
        for person in list_ending(article, items, index):
            yield from holds(article, person, chain_after(article, items, after), "given by a body", _status(verb))


def _working_at(article: Annotated, items: Sequence[Bound], index: int) -> Iterator[Fact]:
    """甲目前在|某大学|任教授: the body stands before the verb."""
    body, flat = items[index + 1], article.sheet.flat
    at = _AT.fullmatch(gap(article, items[index], body)) if body.type == "Organization" else None
    verb = _SERVES.match(flat, body.end) if at is not None else None
    if at is None or verb is None or index + 2 == len(items) or items[index + 2].type != "Title":
        return
    if follows(article, verb.end(), items[index + 2]):
        first, *others = chain_after(article, items, index + 2)
        status = "former" if at["past"] else ""
        chain = [Post(first.title, body, first.status), *others]
        for person in list_ending(article, items, index):
            yield from holds(article, person, chain, "post where somebody works", status)


_AT = re.compile(
    "(?:同志|先生|女士)?(?:(?P<past>曾|此前|先前|早年|曾经|[^,。;]{0,12}年)|现|目前|如今|至今|现在|一直|还|仍|长期|也)?,?(?:就职)?[在于]"
)
_SERVES = re.compile("(?:担任|出任|兼任|当|任)(?:一[名位])?")


def _in_capacity(article: Annotated, items: Sequence[Bound], index: int) -> Iterator[Fact]:
    """甲以|某大学校长的|身份出席: the post in which somebody does something."""
    as_whom = _AS.match(article.sheet.flat, items[index].end, items[index + 1].start)
    if as_whom is None or not follows(article, as_whom.end(), items[index + 1]):
        return
    posts = chain_after(article, items, index + 1)
    if posts and _CAPACITY.match(article.sheet.flat, posts[-1].title.end):
        status = "former" if _PAST.search(as_whom["before"]) else ""
        for person in list_ending(article, items, index):
            yield from holds(article, person, posts, "post in which somebody acts", status)


_AS = re.compile("(?:同志|先生|女士)?(?P<before>[^,。;、以]{0,16}?)以")
_PAST = re.compile("曾|当时|此前")
_CAPACITY = re.compile("的?(?:双重|特殊|官方)?身份")


def _of_next(article: Annotated, items: Sequence[Bound], posts: Sequence[Post]) -> bool:
    """Whether the posts belong to who is named right behind them: 甲,现任某县县长|乙."""
    if not posts:
        return False
    end = posts[-1].title.end
    end += article.sheet.flat.startswith(("”", "》"), end)  # 现任“行政院长”|丁
    return any(b.type == "Person" and b.start == end for b in items)


def _gives_to_another(article: Annotated, posts: Sequence[Post]) -> bool:
    """Whether who holds the posts is named behind them in the clause: 甲为|乙会名誉主席、丙院院长|丁|颁发聘书."""
    end = posts[-1].title.end
    people = article.between(end, article.sheet.clause(end)[1], "Person")
    return bool(people) and people[0].start > end and article.sheet.flat[people[0].start - 1] not in "、,;和与"


def _listed_before(article: Annotated, items: Sequence[Bound], index: int) -> Iterator[Bound]:
    """The person at this index with those of the list that it closes: 王刚、李玉、张敏|当选为副主席."""
    yield items[index]
    for one, other in zip(items[index - 1 :: -1] if index else [], items[index::-1], strict=False):
        if one.type != "Person" or gap(article, one, other) not in ("、", "和", "与", "及"):
            return
        yield one


def _closed(article: Annotated, posts: Sequence[Post]) -> bool:
    """Whether the posts end the clause and have a body: 甲是某局局长。, not 甲为某局局长讲课."""
    behind = article.sheet.flat[posts[-1].title.end : posts[-1].title.end + 1]
    return behind in ("", *",。;、\n)( 及和并") and any(post.body or post.title.things for post in posts)


def _he(article: Annotated, items: Sequence[Bound], start: int) -> Iterator[Fact]:
    """他是某会委员: the person whom the sentence before speaks of first, or the only one named before in this one."""
    flat, index = article.sheet.flat, article.sheet.sentence_index(start)
    end = article.sheet.sentence(start)[1]
    for clause in _CLAUSE.finditer(flat, start, end):
        he = _HE.match(flat, clause.end(), end)
        verb = _verbs()[2].match(flat, he.end(), end) if he else None
        first = next((k for k, item in enumerate(items) if verb and item.start >= verb.end()), None)
        if verb is None or first is None or not follows(article, verb.end(), items[first]):
            continue
        before = [item for item in items[:first] if item.type == "Person"]
        if not before and index:
            before = article.between(*article.sheet.sentences[index - 1], "Person")[:1]
        posts = chain_after(article, items, first)
        if len({b.things for b in before}) == 1 and not _of_next(article, items, posts):
            yield from holds(article, before[0], posts, "post of the person before", _status(verb))


def _later_clauses(article: Annotated, items: Sequence[Bound]) -> Iterator[Fact]:
    """甲,男,汉族,…,现任某局局长,拟任某厅副厅长: posts in later clauses of the sentence's only subject.

    What a year or 后 dates is over where the career goes on: 2014年任甲局局长,|2018年任乙局局长.
    """
    people = [item for item in items if item.type == "Person" and not _is_agent(article, item)]
    people = people or _spoken_of(article, items[0].start)
    found = list(_career(article, items, people)) if people else []
    for at, (clause, verb, index) in enumerate(found):
        when = clause.group() + verb["before"]
        goes_on = at + 1 < len(found) or _goes_on(article, clause.start(), when)
        over = goes_on and _DATED.search(when) and not _LASTING.search(when)
        status = _status(verb) or ("former" if over else "")
        posts = chain_after(article, items, index)
        if _of_next(article, items, posts) or (verb["verb"] in _COPULAS and not (posts and _closed(article, posts))):
            continue
        yield from holds(article, people[0], posts, "post in a later clause", status)


def _is_agent(article: Annotated, person: Bound) -> bool:
    """Whether somebody only asks or names another for a post: 他受|某市市长甲|邀请,担任某局局长."""
    flat, left = article.sheet.flat, article.sheet.clause(person.start)[0]
    return _ASKS.match(flat, person.end) is not None and _BY.search(flat, left, person.start) is not None


_ASKS = re.compile("(?:同志|先生|女士)?(?:之?邀请?|提名|任命|委托|聘请|推荐|提拔|指派|之托|力邀|相邀)")
_BY = re.compile("[受应被经由获]")


def _goes_on(article: Annotated, offset: int, when: str) -> bool:
    """Whether the next sentence goes on with a later year of the career: 2001年任甲局局长。|2003年,任乙局局长."""
    year, later = _YEAR.search(when), _NEXT_YEAR.match(article.sheet.flat, article.sheet.sentence(offset)[1])
    return year is not None and later is not None and later["year"] > year.group()


def _career(
    article: Annotated, items: Sequence[Bound], people: Sequence[Bound]
) -> Iterator[tuple[re.Match[str], re.Match[str], int]]:
    """The clauses that tell a post of the first of the people: how each begins, its verb, and the first item behind."""
    flat = article.sheet.flat
    start, end = article.sheet.sentence(items[0].start)
    for clause in _THEN.finditer(flat, max(start, people[0].end), end):
        verb = _verbs()[2].match(flat, clause.end(), end)
        if verb is None:
            continue
        index = next((k for k, item in enumerate(items) if item.start >= verb.end()), None)
        others = [person for person in people[1:] if person.start < verb.start()]
        if index is not None and not others and follows(article, verb.end(), items[index]):
            yield clause, verb, index


def _spoken_of(article: Annotated, offset: int) -> list[Bound]:
    """Who opens the sentence before that of `offset`, and is the only one named in it: 甲是乙县人。著有…,现任…."""
    index = article.sheet.sentence_index(offset)
    left, right = article.sheet.sentences[index - 1] if index else (0, 0)
    people = article.between(left, right, "Person")
    alone = len({b.things for b in people}) == 1
    return people[:1] if alone and people[0].start - left <= _OPENS else []


def _named(article: Annotated, items: Sequence[Bound], opened: str) -> Iterator[Fact]:
    """任命甲、乙为某局局长; 选举丙为主任,丁为副主任; 免去戊的某局局长职务."""
    verbs, pattern = _naming()
    flat, taken = article.sheet.flat, -1
    for index, item in enumerate(items):
        if item.type != "Person" or item.start < taken:
            continue
        left = max(article.sheet.sentence(item.start)[0], items[index - 1].end if index else 0)
        said = [match for match in pattern.finditer(flat, left, item.start) if match.end() == item.start]
        if said:
            opened = said[-1].group().rstrip(": \n")
        elif not opened or flat[left : item.start].strip("、,;: \n和与"):
            continue
        people = list(sharing(article, items, index))
        taken, after = people[-1].end, items.index(people[-1]) + 1
        status = verbs[opened]
        verb = (_FROM if status == "former" else _QUALIFIED if opened in _APPROVING else _TO).match(flat, taken)
        if verb is None:
            continue
        after = next((k for k in range(after, len(items)) if items[k].start >= verb.end()), len(items))
        if after == len(items) or not follows(article, verb.end(), items[after]):
            continue
        for person in people:
            yield from holds(article, person, chain_after(article, items, after), "appointment", status)


def _apposed(article: Annotated, items: Sequence[Bound]) -> Iterator[Fact]:
    """甲,某部部长;乙,某局局长。甲,某大学教授,…; 受访者:甲 某大学教授: a name with its posts behind it."""
    flat = article.sheet.flat
    roll = rolled(article, items)
    for index in roll:
        yield from holds(article, items[index], chain_after(article, items, index + 1), "posts in a roll of names")
    for index, item in enumerate(items[:-1]):
        if index in roll:
            continue
        opens = item.start == article.sheet.sentence(item.start)[0] or flat[item.start - 1] in ";:\n"
        apposed = _APPOSED.fullmatch(flat, item.end, items[index + 1].start) if opens else None
        if item.type != "Person" or apposed is None:
            continue
        posts = chain_after(article, items, index + 1)
        if not posts:
            continue
        ends = flat[posts[-1].title.end : posts[-1].title.end + 1]
        whole = all(post.body or post.title.things for post in posts[:1])
        if ends in ("", ";", "。", "\n") or (whole and (ends in (",", " ") or (apposed["blank"] and ends.isspace()))):
            yield from holds(article, item, posts, "posts behind a name in a list")
