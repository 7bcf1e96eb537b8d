"""UNDERTAKES by a word for the part one has in a work: P的业主为甲公司, 作为P的承建单位,甲公司; P是甲公司投资建设的."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.lists import gap, linked, run_from, run_to, spoken
from kg.extract.works import subject_of, undertaken
from kg.language.classes import COMITATIVES, COPULAS, one_of
from kg.language.lexicon import any_of, pattern, words
from kg.language.organisations import is_company, is_firm

# 参与投资建设
_PART = re.compile(f"(?:{one_of('shares')})?(?:投资|出资|建设|设计|勘察|监理|代建|运营|总承包|施工|和|及|、){{1,5}}")
_IS = re.compile(r"(?:均|都|分别)?(?:为|是|系|:)(?:(?:公司|其|集团)?的?(?:全资|控股)?(?:子|孙)公司)?|——|")
_COMES_TO = re.compile(rf"(?:走访|{any_of(words('arrival_verbs'))}|(?<![\u3400-\u9fff])在)了?$")
_ON_SITE = re.compile(r"[^,。;]{0,10},(?:[\u3400-\u9fff]{0,6}?(?:走进|深入|来到|在)[^,。;]{2,16},)?")
_IS_ITS = re.compile(f"(?:则|正|也)?(?:{COPULAS}|担任)(?:该|本)?(?:项目|工程)?的?(?:主要|第一)?")
_AS = re.compile(f"(?:{COPULAS}|担任)[^,。;]{{0,6}}$")
_OF = re.compile(r"(?:项目|工程)?(?:的|主体|主要|第一|唯一|总)*")
_AS_MAIN = re.compile(r"(?:作为|为|是)(?:项目)?(?:投资|建设|开发|运营|实施)[^,。;]{0,8}主体")
_INVESTS = re.compile(r"投资|建设|总承包|开发|合作")
_OF_ALL = re.compile(r"等(?:项目|工程|各|主要|的)*$")
_AND_SO_ON = re.compile(r"等(?:项目|工程|各|主要|的)*")
_EQUATES = re.compile(r"”?(?:——[^,。;]{2,16}?)?(?:是|系|为)(?:由|近年来|今年|继)?")
_SITE = re.compile(r"(?:的)?(?:项目|工程)?(?:施工|建设|作业)?(?:现场|工地|项目部|工区)(?:内|里|上)?,(?:来自)?")
_HOLDS = re.compile(r"(?:在[^,。;]{2,12}?|[\u3400-\u9fff]{0,8}?(?:隆重|共同|联合|集中)?)?(?:举行|举办)了?“?")
_BUILDERS = re.compile(
    r"的?(?:现场)?(?:项目(?:总?经理|负责人|总工|部)|技术负责人|施工负责人|现场负责人|工人|建设者|施工人员|作业人员|员工)"
)
# 甲公司|项目经理|李文达说
_PEOPLE = re.compile(
    r"的?(?:该)?(?:项目(?:总?经理|执行经理|负责人|总工程?师?|书记|副经理|生产经理|技术负责人)|施工负责人|现场负责人|施工现场负责人|技术负责人)(?=[\u3400-\u9fff]{2,4}(?:介绍|说|表示|告诉|称|透露))"
)
# 为|“P”“Q”揭牌, 举行“P”|揭牌仪式
_UNVEILS = re.compile(one_of("unveilings"))
_UNVEILED = re.compile(
    f"”(?:[、和与及]?“[^“”,。;]{{2,24}}”){{0,4}}(?:正式|隆重|签约|授牌|暨){{0,2}}(?:{_UNVEILS.pattern})"
    f"(?P<rite>(?:暨[^,。;、]{{2,16}}?)?(?:{one_of('ceremony_nouns')}))?"
)
_FOR = re.compile("为(?:“[^“”,。;]{2,24}”[、和与及]?){0,4}“$")
_SOON = re.compile("[^,。;、的对向由]{0,6}")
_WITH = re.compile(f"(?:{COMITATIVES}|会同)")
_NEXT = 2  # characters between a maker and the verb that ends the clause: P是甲公司|发起,乙中心执行
_LISTED = ("、", "和", "及", "与", "以及")
_BEHIND_MAKERS = re.compile(r"[^,。;:]{0,16}?")


def relate(article: Annotated) -> Iterator[Fact]:
    """All undertakings that are told by a role or by 是…建设的, sentence by sentence."""
    for start, end in article.sentences():
        projects = spoken(article, start, end, "Project")
        if projects:
            bodies = spoken(article, start, end, "Organization", deep=True)
            yield from _by_role(article, projects, bodies, (start, end))
            yield from _by_equation(article, projects, bodies)
            yield from _clause_by_clause(article, projects, start)
        else:
            yield from _of_the_work(article, start, end)
        yield from _by_people(article, start, end)
        yield from _by_paper(article, start, end)
        yield from _by_rite(article, start, end)
        yield from _unveiling(article, start, end)
        yield from _at_site(article, projects, end)
        yield from _seen_at(article, projects, start)


def _clause_by_clause(article: Annotated, projects: Sequence[Bound], start: int) -> Iterator[Fact]:
    """由甲公司、乙公司参与投资建设,|丙局承建的P: those of the clause before have their part in it, too."""
    flat = article.sheet.flat
    for project in projects:
        left, _ = article.sheet.clause(project.start)
        own = spoken(article, left, project.start, "Organization")
        if left - 1 <= start or not own or own[0].start != left or not flat.startswith("的", project.start - 1):
            continue
        before, _ = article.sheet.clause(left - 2)
        bodies = spoken(article, before, left - 1, "Organization")
        part = _PART.fullmatch(flat, bodies[-1].end, left - 1) if bodies else None
        if part is not None and flat.startswith("由", bodies[0].start - 1):
            yield from undertaken(article, bodies, project, "part in the work", part.span())


def _by_paper(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """甲县政府与乙公司签订P投资协议: the firms that sign for a work invest in it."""
    flat = article.sheet.flat
    for paper in article.all_between(start, end, "Agreement"):
        works = article.all_between(paper.start, paper.end, "Project")
        left, _ = article.sheet.clause(paper.start)
        verb = pattern("signing_verbs").search(flat, left, paper.start)
        if not works or verb is None or not _INVESTS.search(flat, works[-1].end, paper.end):
            continue
        firms = [b for b in spoken(article, left, verb.start(), "Organization") if is_company(b.spot.text)]
        yield from undertaken(article, firms, works[-1], "signs for a work", verb.span())


def _by_rite(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """甲公司举行P开工仪式: the firm that begins or ends a work before guests builds it."""
    flat = article.sheet.flat
    for project in spoken(article, start, end, "Project", deep=True):
        left, _ = article.sheet.clause(project.start)
        firms = spoken(article, max(left, start), project.start, "Organization")
        held = _HOLDS.match(flat, firms[-1].end, project.start) if firms else None
        told = held is not None and held.end() >= project.start - 1 and _rite().match(flat, project.end)
        if held is not None and told and is_firm(article.things[firms[-1].things[0]].names):
            makers = [firm for firm in run_to(article, firms) if is_firm(article.things[firm.things[0]].names)]
            yield from undertaken(article, makers, project, "opens a work", held.span())


@cache
def _rite() -> re.Pattern[str]:
    return re.compile(f"”?的?(?:{any_of(words('begun_works'))})(?:{one_of('ceremony_nouns')})")


def _unveiling(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """甲院与乙局召开会议,并为“P”揭牌; 甲院举行“P”揭牌仪式: the bodies that do so, and no guests by name."""
    flat = article.sheet.flat
    if not _UNVEILS.search(flat, start, end):
        return
    for project in spoken(article, start, end, "Project", deep=True):
        told = _UNVEILED.match(flat, project.end)
        if told is None or article.between(start, project.start, "Person"):
            continue
        left, _ = article.sheet.clause(project.start)
        items = spoken(article, start, project.start, "Organization", deep=True)
        bodies = [body for body in items if body.start >= left]
        if len(bodies) > 1 and flat[bodies[-1].start - 1] in ("在", "于"):
            bodies = bodies[:-1]  # 甲法院|在乙镇政府|举行“P”揭牌仪式
        held = _HOLDS.fullmatch(flat, bodies[-1].end, project.start) if bodies and told["rite"] else None
        unveils = _FOR.search(flat, left, project.start) if not told["rite"] else None
        if held is not None:
            makers = run_to(article, bodies)
        elif unveils is not None and not any(body.end > unveils.start() for body in bodies):
            near = bodies and _SOON.fullmatch(flat, bodies[-1].end, unveils.start())
            makers = run_to(article, bodies) if near else subject_of(article, items, start, left)
        else:
            continue
        yield from undertaken(article, makers, project, "unveils", told.span())


def _at_site(article: Annotated, projects: Sequence[Bound], end: int) -> Iterator[Fact]:
    """P施工现场,甲公司项目经理乙介绍: the firm whose people work at a work's site builds it."""
    flat = article.sheet.flat
    for project in projects:
        site = _SITE.match(flat, project.end)
        firms = article.between(site.end(), end, "Organization")[:1] if site is not None else []
        if site is not None and firms and firms[0].start == site.end() and _BUILDERS.match(flat, firms[0].end):
            yield from undertaken(article, firms, project, "people at the site", (site.start(), site.end()))


def _seen_at(article: Annotated, projects: Sequence[Bound], start: int) -> Iterator[Fact]:
    """来到甲公司,考察P; 在甲公司,详细了解P建设情况: what is looked at in a firm is the firm's."""
    flat = article.sheet.flat
    for project in projects:
        left, _ = article.sheet.clause(project.start)
        seen = pattern("inspection_words").search(flat, left, project.start)
        firms = article.between(start, left, "Organization", "Location", "Project", "Meeting")
        others = article.between(left, project.start, "Organization", "Project")
        if seen is None or not firms or others or firms[-1].type != "Organization":
            continue
        firm = firms[-1]
        there = _COMES_TO.search(flat, start, firm.start)
        if there and is_company(firm.spot.text) and _ON_SITE.fullmatch(flat, firm.end, left):
            yield from undertaken(article, [firm], project, "seen at the firm", (seen.start(), seen.end()))


def _of_the_work(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """施工单位甲公司项目经理…, 甲公司作为投资、建设和运营主体: the work is the one named last."""
    flat = article.sheet.flat
    bodies = spoken(article, start, end, "Organization")
    index = article.sheet.sentence_index(start)
    floor = article.sheet.sentences[max(0, index - 8)][0]
    works = [b for b in spoken(article, floor, start, "Project") if b.things]
    if not works or not bodies or len({b.things for b in works}) > 1:
        return
    for match in pattern("maker_roles").finditer(flat, start, end):
        behind = [b for b in bodies if b.start >= match.end()]
        acting = (
            flat.endswith("作为", start, match.start()) and bool(behind) and flat[match.end() : behind[0].start] == ","
        )
        if behind and (acting or _IS.fullmatch(flat, match.end(), behind[0].start)):
            yield from undertaken(article, behind[:1], works[-1], "part in the work", match.span())
        elif _OF_ALL.search(flat, start, match.start()):
            listed = _list_before(article, bodies, match.start())
            yield from undertaken(article, listed, works[-1], "part in the work", match.span())
    for match in _AS_MAIN.finditer(flat, start, end):
        before = [b for b in bodies if b.end <= match.start()]
        if before and match.start() - before[-1].end <= 1:
            yield from undertaken(article, before[-1:], works[-1], "part in the work", match.span())


def _by_people(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """甲公司项目经理乙说: the firm whose people speak at a work builds the one that was named before."""
    if "项目" not in article.sheet.flat[start:end] and "负责人" not in article.sheet.flat[start:end]:
        return
    for body in spoken(article, start, end, "Organization"):
        people = _PEOPLE.match(article.sheet.flat, body.end)
        if people is None or not body.things or not is_firm(article.things[body.things[0]].names):
            continue
        index = article.sheet.sentence_index(start)
        floor = article.sheet.sentences[max(0, index - 8)][0]
        works = [b for b in spoken(article, floor, body.start, "Project") if b.things]
        if works and len({b.things for b in works}) == 1:
            yield from undertaken(article, [body], works[-1], "people at the site", people.span())


def _list_before(article: Annotated, bodies: Sequence[Bound], offset: int) -> list[Bound]:
    """甲公司及乙公司、丙分公司|等项目参建单位: the list that ends right before 等."""
    before = [body for body in bodies if body.end <= offset]
    run = before[-1:] if before and _AND_SO_ON.fullmatch(article.sheet.flat, before[-1].end, offset) else []
    for other in reversed(before[:-1]):
        if not run or not linked(article, other, run[0]):
            break
        run.insert(0, other)
    return run


def _by_role(
    article: Annotated, projects: Sequence[Bound], bodies: Sequence[Bound], sentence: tuple[int, int]
) -> Iterator[Fact]:
    """P(的)施工单位(为)甲, 作为P的施工单位,甲; 甲是P的施工单位; the work is the last one named before the word."""
    flat = article.sheet.flat
    for match in pattern("maker_roles").finditer(flat, *sentence):
        before = [project for project in projects if project.end <= match.start()]
        if not before or any(body.start <= match.start() < body.end for body in bodies):
            continue
        project = before[-1]
        near = bool(_OF.fullmatch(flat, project.end, match.start()))
        makers = _named(article, bodies, match, project) if near else _says(article, bodies, match)
        if not makers:
            behind = [body for body in bodies if body.start >= match.end()]
            told = behind and _IS.fullmatch(flat, match.end(), behind[0].start)
            makers = run_from(article, behind, 0) if told and (near or flat[match.start() - 1] in ",;、") else []
        listed = near or flat[project.end : match.start()] in ("”,", ",")
        for each in _works_before(article, before) if listed else [project]:
            yield from undertaken(article, makers, each, "part in a work", match.span())


def _works_before(article: Annotated, works: Sequence[Bound]) -> list[Bound]:
    """P和Q|的施工单位为甲: the list that the last of the works closes."""
    run = [works[-1]]
    for other in reversed(works[:-1]):
        if article.sheet.flat[other.end : run[0].start].strip("“”") not in _LISTED:
            break
        run.insert(0, other)
    return run


def _says(article: Annotated, bodies: Sequence[Bound], role: re.Match[str]) -> list[Bound]:
    """甲公司是(该项目)业主: who stands right before the word."""
    flat = article.sheet.flat
    left, _ = article.sheet.clause(role.start())
    before = [body for body in bodies if left <= body.start and body.end <= role.start()]
    return before[-1:] if before and _IS_ITS.fullmatch(flat, before[-1].end, role.start()) else []


def _named(article: Annotated, bodies: Sequence[Bound], role: re.Match[str], project: Bound) -> list[Bound]:
    """Who has the part: 甲是P的施工单位, 作为P的施工单位,甲."""
    flat = article.sheet.flat
    left, right = article.sheet.clause(role.start())
    equation = _AS.search(flat, left, project.start)
    if equation is None:
        return []
    before = [body for body in bodies if left <= body.start and body.end <= equation.start()]
    if before:
        return before[-1:]
    behind = [body for body in bodies if right <= body.start <= right + 3]
    return behind[:1] if flat[left : equation.start()] == "" else []


def _by_equation(article: Annotated, projects: Sequence[Bound], bodies: Sequence[Bound]) -> Iterator[Fact]:
    """P是甲、乙投资建设的…: the work, 是, the makers, their verb and 的 in one clause."""
    flat = article.sheet.flat
    for project in projects:
        match = _EQUATES.match(flat, project.end)
        ahead = [body for body in bodies if match and body.start >= match.end()]
        if match is None or not ahead or ahead[0].start - match.end() > 2:
            continue
        makers = run_from(article, ahead, 0)
        with_them = [b for b in ahead if b.start > makers[-1].end][:1]
        makers += [b for b in with_them if _WITH.fullmatch(gap(article, makers[-1], b))]
        _, right = article.sheet.clause(makers[-1].end)
        verb = pattern("undertaking_verbs").search(flat, makers[-1].end, right)
        if verb is None or not _BEHIND_MAKERS.fullmatch(flat, makers[-1].end, verb.start()):
            continue
        further = _further(article, bodies, right)
        short = verb.start() - makers[-1].end <= _NEXT and verb.end() == right
        if "的" in flat[verb.end() : right] or further or short:
            yield from undertaken(article, [*makers, *further], project, "is the work of", verb.span())


def _further(article: Annotated, bodies: Sequence[Bound], comma: int) -> list[Bound]:
    """P是由甲与乙打造,|由丙运营管理的…: those of the next clause, which ends the description with 的."""
    flat = article.sheet.flat
    ahead = [body for body in bodies if flat.startswith(",由", comma) and body.start == comma + 2]
    if not ahead:
        return []
    makers = run_from(article, [body for body in bodies if body.start >= ahead[0].start], 0)
    _, right = article.sheet.clause(makers[-1].end)
    verb = pattern("undertaking_verbs").search(flat, makers[-1].end, right)
    return makers if verb and "的" in flat[verb.end() : right] else []
