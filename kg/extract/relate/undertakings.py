"""UNDERTAKES: 由甲公司承建的P, 甲公司投资建设P, 甲公司P, P由甲公司负责建设, 甲公司中标."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.lists import gap, linked, spoken
from kg.extract.mention.launched import has_fate
from kg.extract.parties import BOTH, both
from kg.extract.passive import done_by
from kg.extract.raising import raising
from kg.extract.works import BRANCH, MEMBERS, OPENING, subject_of, undertaken
from kg.language.classes import ADVERBS, BELONGING, COMITATIVES, COUNTS, EVALUATIVES, TIMES, all_of, one_of
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, pattern, words
from kg.language.organisations import core, is_company, is_firm, without_place
from kg.language.pieces import fills
from kg.language.words import is_word

_TO_VERB = re.compile(r"[^。;:,]{0,20}(?:,(?P<own>[^。;:,]{0,10}))?")
# Schools, hospitals and offices have buildings; they need not be who builds them.
_BRAND = 2
# 甲法院负责研发的|“乙法院平台”
_MADE_BY = re.compile(f"(?:{any_of(words('undertaking_verbs'))}|负责(?:研发|开发|建设|运营|打造))的“$")
_NATURE = tuple("岛山湖河江峡寺溪洞")
_HOUSE = re.compile(f"(?:{one_of('houses_not_built')})$")
# 甲公司|的|P, 甲公司|年产10万吨|P.
_OWN = re.compile(
    rf"(?:的?(?:{EVALUATIVES}|在建|海外|境外|援外|投资|在[^,。;]{{1,8}}){{0,3}}(?:工程|项目)——)?的?[“‘\s]*(?:年产|总投资|首个|首条|最大的?)?[0-9.]*[万亿]?[^,。;、+\u3400-\u9fff]{{0,5}}[吨台套只元件]?[“‘\s]*"
)
# 甲公司|位于|乙市的工厂
_ITS_PLANT = re.compile(r"(?:位于|设在|设于|在|于)[^,。;的]{2,16}的[^,。;]{1,14}厂")
# 甲公司|在乙州的|P, 甲公司宣布,|其(位于乙州的)|P
_ITS_OWN = re.compile(rf"在[^,。;的]{{2,10}}的(?:{EVALUATIVES})?“?")
_ITS = re.compile(rf"其(?:(?:位于|设在|在)[^,。;的]{{2,12}}的)?(?:{EVALUATIVES})?“?$")
_GOES_ON = re.compile(r"(?:比如|例如|如|目前|现已|先后|同时|此外|已)[^\u3002为]{0,6}$")
# 甲公司…,|未来将斥资3亿元|打造P; 甲公司…开展项目,|如|上线P, 建设P
# 就|推进P|与企业洽谈, 批准|在甲县建设P, 核准|建设P: what is talked about or allowed.
_TALKED_OF = re.compile(
    f"(?:[,。;](?:并|还)?(?:就|围绕|针对)|(?:{one_of('allowing_verbs')})[在于][^,。;]{{2,12}})[^,。;]{{0,4}}$"
    "|(?<![获经被到])(?:批复|核准|批准|准许|允许)(?:同意)?$"
)
_LEADS = re.compile(
    rf"(?:{ADVERBS}|{TIMES}|如|例如|比如|包括|其中"
    f"|在[^,。;、]{{2,14}}|(?:{one_of('investing_verbs')})[^,。;、]{{2,14}}|上线|、|,|“[^”]{{2,14}}”平台)"
)
_SHORT_LEAD = 24
# 省投资|集团, 区建管|委, 建设|、施工单位, 进行投资|后
_NOUNS = re.compile(
    r"(?:集团|公司|有限|控股|促进|银行|基金|管理有限|[委局](?![\u3400-\u9fff])|[委局办](?:等|会同|一[起道同]))|、[\u3400-\u9fff]{2,8}(?:单位|方|主体|企业)|(?:之)?后,|时,|前,|以来,|期间"
)
# 开发的|,…; 将使用|乙平台
_CLOSED = re.compile(r"[^,]*的[^,。;]{0,8},")
_USES = all_of("using_verbs")
# 丙高速公路|东段丁大桥, 乙换流站|配套工程: a longer name, of which the work's is only the head.
_LONGER = re.compile(
    rf"(?!首[台批座个]|全部|最后|[0-9{COUNTS}]+台)[\u3400-\u9fff0-9#号]{{1,14}}?(?:大桥|隧道|标段|合同段|互通|立交|车站|机组|冷塔|配套[\u3400-\u9fff]{{1,8}}(?:工程|项目)|(?<=[东西南北])段)"
)
# (同时,)|与|甲大学签署…
_WITH = re.compile(r"[^,。;、与同和跟的]{0,6}[与同和跟]")
_JOINT = re.compile(r"共|合|联")
# (甲公司与乙县签约,)|计划共建
_TOGETHER = re.compile(rf"(?:{ADVERBS}){{0,6}}(?:(?:共同|合作|{COMITATIVES})[\u3400-\u9fff]{{2,4}}|共建|合建)")
_TEAM = re.compile(f"(?:牵头)?,?(?:{COMITATIVES})")
# 甲公司|签约|P: a contract to build it.
_SIGNED_FOR = re.compile(r"(?:成功|正式)?签约(?:了)?")
_NOTICE = re.compile(r"[^,。;]{0,10}?(?:的)?中标(?:通知书|结果|公示)")
_GETS = re.compile(r"收到|获得|获|取得|拿到|接到")
_OF_GROUP = re.compile(f"(?:{BELONGING}|投资的|控股的)的?(?:{EVALUATIVES})?")
_TAKES = re.compile(r"[将把][^,。;将把]{0,12}$")
# 承担P建设任务的|甲公司.
_TASK = re.compile(r"(?:建设|施工|运营|开发|任务|工作|管理)*的")
# 深化与|甲院|合作
_NOT_ALONE = re.compile("[与同和跟对向][^,。;、]{0,2}$")
_GOVERNS = re.compile("(?:政府|委员会|管委会)$")
_NOT_MAKER = re.compile(f"(?:{one_of('before_no_maker')})$")


def relate(article: Annotated) -> Iterator[Fact]:
    """All undertakings, sentence by sentence."""
    for start, end in article.sentences():
        items = sorted([*spoken(article, start, end, "Organization", deep=True),
                        *spoken(article, start, end, "Project", deep=True)], key=lambda b: b.start)  # fmt: skip
        if not any(item.type == "Project" for item in items):
            continue
        yield from _doing(article, items, start, end)
        yield from _contracting(article, items, start, end)
        yield from _taking(article, items, start)
        yield from raising(article, items, start, end)
        yield from _winning(article, items, start)
        yield from _owned(article, items)
        yield from _possessed(article, items, start)
        yield from done_by(article, items, start, end)
        yield from _in_name(article, start, end)


def _works_left(rest: str) -> bool:
    """Whether a work's own name is left behind the maker's: not of 甲工厂 alone, nor of 甲汽车|计划."""
    return len(rest) >= 4 and not rest.endswith(("计划", "行动"))


def _doing(article: Annotated, items: Sequence[Bound], start: int, end: int) -> Iterator[Fact]:
    """A投资建设P, A援建的P: organisation, verb, project in one clause."""
    flat = article.sheet.flat
    for match in _verbs_in(flat, start, end):
        if any(b.type == "Project" and b.start <= match.start() < b.end for b in items):
            continue  # 甲医院改|扩建|: a word of the work's name
        if pattern("maker_roles").match(flat, match.start()) or _NOUNS.match(flat, match.end()):
            continue  # 承建|方, 建设|、施工单位, 战略投资|后
        project = next((b for b in items if b.type == "Project" and b.start >= match.end()), None)
        if project is None or not re.fullmatch(r"[^。;:]{0,24}", flat[match.end() : project.start]):
            continue
        if not _object(article, match, project) or _TALKED_OF.search(flat, start, match.start()):
            continue
        makers = _makers(article, items, start, match)
        left, _ = article.sheet.clause(match.start())
        if makers and _WITH.fullmatch(flat, left, makers[0].start):
            joint = _JOINT.search(flat, makers[-1].end, match.end())
            makers = [*subject_of(article, items, start, left)[:1], *makers] if joint else []
        if makers and BOTH.search(flat, makers[-1].end, match.start()):
            makers = []
        together = BOTH.search(flat, left, match.start()) or _TOGETHER.fullmatch(flat, left, match.end())
        if not makers and together:
            makers = [party.body for party in both(article, left, left) if party.body]
        if not makers and (task := _TASK.match(flat, project.end)):
            makers = [b for b in items if b.type == "Organization" and b.start == task.end()]
        if not makers and _GOES_ON.match(flat, start, match.start()):
            makers = _before(article, start)
        if not makers and match.start() - left <= _SHORT_LEAD and fills(_LEADS, flat[left : match.start()]):
            makers = subject_of(article, items, start, left)
        makers = _who_push(article, makers) if match.re is pattern("pushing_verbs") else makers
        joint = together or _JOINT.search(flat, max(left, match.start() - 4), match.end())
        makers = makers if joint else _who_pay(article, makers)
        for each in _list_from(article, items, project):
            yield from undertaken(article, makers, each, "does", match.span())


def _verbs_in(flat: str, start: int, end: int) -> Iterator[re.Match[str]]:
    for name in ("undertaking_verbs", "pushing_verbs"):
        yield from pattern(name).finditer(flat, start, end)


def _who_push(article: Annotated, makers: Sequence[Bound]) -> list[Bound]:
    """The firms among those who 推进 a work: an office does so by its duty."""
    return [maker for maker in makers if maker.things and is_firm(article.things[maker.things[0]].names)]


def _who_pay(article: Annotated, makers: Sequence[Bound]) -> list[Bound]:
    """The makers without the governments that sign with a firm: 甲县与乙公司签约,投资2亿元建设P."""
    firms = _who_push(article, makers)
    return [maker for maker in makers if not (firms and maker.things and _GOVERNS.search(_name(article, maker)))]


def _name(article: Annotated, bound: Bound) -> str:
    return article.things[bound.things[0]].name


def _contracting(article: Annotated, items: Sequence[Bound], start: int, end: int) -> Iterator[Fact]:
    """甲公司签约P: a firm that signs for a work builds it; who else signs for one brings it to its place."""
    flat = article.sheet.flat
    for match in _SIGNED_FOR.finditer(flat, start, end):
        project = next((b for b in items if b.type == "Project" and b.start == match.end()), None)
        makers = [b for b in _makers(article, items, start, match) if is_company(b.spot.text)] if project else []
        if project is not None:
            yield from undertaken(article, makers, project, "signs for", match.span())


def _object(article: Annotated, verb: re.Match[str], project: Bound) -> bool:
    """Whether the work is what the verb governs: not of 开发的|车型将使用|乙平台, nor 承建的|丙高速|丁大桥."""
    sheet, flat = article.sheet, article.sheet.flat
    between = flat[verb.end() : project.start]
    if "," in between and not _CLOSED.match(between):
        return False
    of = between.find("的")
    first = sheet.token_index(verb.end() + max(of, 0))
    after = sheet.tokens[first : sheet.token_index(project.start - 1) + 1] if of >= 0 else ()
    if any(token.tag == "v" and token.text in _USES and token.start >= verb.end() + of for token in after):
        return False
    return not _LONGER.match(flat, project.end) and not pattern("not_building").match(flat, project.end)


def _winning(article: Annotated, items: Sequence[Bound], start: int) -> Iterator[Fact]:
    """甲公司收到P(两个合同段的)中标通知书: who is told that it has won builds the work."""
    flat = article.sheet.flat
    for project in (b for b in items if b.type == "Project"):
        notice = _NOTICE.match(flat, project.end)
        left, _ = article.sheet.clause(project.start)
        if notice is None or not _GETS.search(flat, left, project.start):
            continue
        own = [b for b in items if b.type == "Organization" and left <= b.start and b.end <= project.start]
        if len(own) > 1 and BRANCH.fullmatch(gap(article, *own[:2])):
            own = own[1:]
        makers = own[:1] or subject_of(article, items, start, left)
        yield from undertaken(article, makers, project, "has won", notice.span())


def _owned(article: Annotated, items: Sequence[Bound]) -> Iterator[Fact]:
    """甲公司所属的P, 甲集团旗下P: the work of a group."""
    for owner, project in pairwise([b for b in items if not b.inner]):
        if owner.type == "Organization" and project.type == "Project":
            makers = [owner] if _OF_GROUP.fullmatch(gap(article, owner, project)) else []
            yield from undertaken(article, makers, project, "work of the group", (owner.end, project.end))


def _possessed(article: Annotated, items: Sequence[Bound], start: int) -> Iterator[Fact]:
    """甲公司宣布,其P已投产; 甲公司在乙州的P: the work of the firm that the sentence is about."""
    flat = article.sheet.flat
    for project in (b for b in items if b.type == "Project"):
        left, _ = article.sheet.clause(project.start)
        its = _ITS.search(flat, left, project.start)
        own = [b for b in items if b.type == "Organization" and left <= b.start and b.end <= project.start]
        if its is not None and not own:
            makers = subject_of(article, items, start, left)
        else:
            makers = own[-1:] if own and _ITS_OWN.fullmatch(flat, own[-1].end, project.start) else []
        yield from undertaken(article, _who_push(article, makers), project, "its own", (left, project.start))


def _taking(article: Annotated, items: Sequence[Bound], start: int) -> Iterator[Fact]:
    """甲将P引入乙县, 甲把P建成…: the work stands between 将 and the verb."""
    flat = article.sheet.flat
    for project in (b for b in items if b.type == "Project"):
        mark = _TAKES.search(flat, max(start, project.start - 14), project.start)
        verb = pattern("bringing_verbs").match(flat, project.end)
        if mark is None or verb is None:
            continue
        bodies = [b for b in items if b.type == "Organization" and b.end <= mark.start() and not b.inner]
        team = [b for b in bodies[-2:] if len(flat[b.end : mark.start()]) <= 40]
        if len(team) == 2 and not (_TEAM.fullmatch(gap(article, *team)) or linked(article, *team)):
            team = team[:1] if OPENING.fullmatch(flat, start, team[0].start) else []
        yield from undertaken(article, team, project, "brings", verb.span())


def _before(article: Annotated, start: int) -> list[Bound]:
    """Whom the sentence before is about, for one that goes on without a subject (如启动…项目)."""
    index = article.sheet.sentence_index(start)
    if index == 0:
        return []
    return spoken(article, *article.sheet.sentences[index - 1], "Organization")[:1]


def _makers(article: Annotated, items: Sequence[Bound], start: int, verb: re.Match[str]) -> list[Bound]:
    """The organisations of the subject: the list that ends nearest before the verb in its clause."""
    flat = article.sheet.flat
    before = [b for b in items if b.type == "Organization" and start <= b.start and b.end <= verb.start()]
    if not before or not _reaches(article, before[-1].end, verb.start()):
        return []
    run = [before[-1]]
    if MEMBERS.match(flat, run[0].end):
        return []  # 两地|甲党|组织开展P
    for other in reversed(before[:-1]):
        if not (linked(article, other, run[0]) or _TEAM.fullmatch(gap(article, other, run[0]))):
            break
        run.insert(0, other)
    if _NOT_ALONE.search(flat, start, run[0].start) and "," in flat[run[-1].end : verb.start()]:
        return []  # 深化与|甲院|合作,实施P
    # 甲村书记,在|乙村书记的分享中获得灵感,介绍计划打造的P: what stands behind 在 and a comma describes no work
    describes = flat[verb.end() : verb.end() + 1] == "的" and "," not in flat[run[-1].end : verb.start()]
    return [] if not describes and _NOT_MAKER.search(flat[max(0, run[0].start - 2) : run[0].start]) else run


def _reaches(article: Annotated, start: int, end: int) -> bool:
    """Whether what stands between a body and a verb names no other who acts: not of 甲公司…,|乙水投抓紧|实施P."""
    match = _TO_VERB.fullmatch(article.sheet.flat, start, end)
    if match is None or match.group("own") is None or match.end("own") == match.start("own"):
        return match is not None
    first = article.sheet.token_at(match.start("own"))
    return first is None or first.tag not in ("LOC", "ns", "ORG", "nt", "nz", "nw", "PER", "nr", "n", "r")


def _list_from(article: Annotated, items: Sequence[Bound], first: Bound) -> list[Bound]:
    """The works of the list that begins with this one; names in quotation marks stand side by side: “P”“Q”."""
    run = [first]
    for other in takewhile(lambda b: b.type == "Project", (b for b in items if b.start >= first.end)):
        quoted = article.sheet.flat[run[-1].end : other.start] == "”“"
        if not (quoted or linked(article, run[-1], other)):
            break
        run.append(other)
    return run


def _is_renewed(flat: str, plant: Bound, project: Bound) -> bool:
    """甲电厂|扩建工程: the plant is what is built on."""
    return plant.spot.text.endswith(words("renewed_plants")) and flat.startswith(words("renewing_words"), plant.end)


def _branded(article: Annotated, project: Bound) -> list[Bound]:
    """华远智慧大棚项目 where 华远农业科技公司 is the only firm of the article that is called so."""
    name = without_place(project.spot.text)
    firms = [b for b in article.all_between(0, len(article.sheet.flat), "Organization")
             if b.things and not b.inner and is_company(article.things[b.things[0]].name)]  # fmt: skip
    named = [b for b in firms if name.startswith(_brand(article.things[b.things[0]].name) or "\n")]
    named = [b for b in named if not _of_one_place(name, core(article.things[b.things[0]].name))]
    return named[:1] if len({b.things for b in named}) == 1 else []


def _of_one_place(name: str, firm: str) -> bool:
    """一心岛|航线 and 一心岛|旅游公司: both are called after an island, a mountain or a water."""
    same = takewhile(lambda two: two[0] == two[1], zip(name, firm, strict=False))
    return "".join(one for one, _ in same).endswith(_NATURE)


def _brand(firm: str) -> str:
    """The two characters that the firm's own name begins with, where they are no word; else nothing."""
    brand = core(firm)[:2]
    return brand if len(brand) == _BRAND and not is_word(brand) and not find_division(brand) else ""


def _is_its(flat: str, maker: Bound, project: Bound) -> bool:
    """Whether only what describes the work parts it from its maker: 甲公司|年产10万吨|P, 甲公司位于|乙市的工厂."""
    plant = _ITS_PLANT.fullmatch(flat, maker.end, project.end)
    return plant is not None or _OWN.fullmatch(flat, maker.end, project.start) is not None


def _in_name(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """A的P, and a project whose written name begins with its maker's (甲公司铬材料项目, 甲·乙算力项目)."""
    flat = article.sheet.flat
    for project in spoken(article, start, end, "Project", deep=True):
        inside = article.all_between(project.start, project.end, "Organization")
        makers = [b for b in inside if b.start == project.start]
        for other in inside:
            if makers and re.fullmatch(r"[·•・、和与]", flat[makers[-1].end : other.start]):
                makers.append(other)
        before = article.between(start, project.start, "Organization")
        if not makers and before and _is_its(flat, before[-1], project):
            makers = before[-1:]
        quoted = flat[project.start - 1 : project.start] == "“" and has_fate(article.sheet, project.end)
        makers = [maker for maker in makers if quoted or not _HOUSE.search(maker.spot.text)]
        if makers and makers[0].start == project.start and _MADE_BY.search(flat, start, project.start):
            makers = []  # 甲法院负责研发的“|乙法院平台|”
        makers = [maker for maker in makers if not _is_renewed(flat, maker, project)]
        makers = [maker for maker in makers if _works_left(flat[maker.end : project.end])] or _branded(article, project)
        makers = [] if _LONGER.match(flat, project.end) else makers
        yield from undertaken(article, makers, project, "maker in the name", (project.start, project.end))
