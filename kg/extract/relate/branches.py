"""PART_OF as a sentence tells it: 甲公司旗下的乙公司, 乙系甲的全资子公司, 乙隶属于甲, 甲大学的材料学院."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, product, takewhile

from kg.extract.annotated import Annotated, Bound, Fact, covered
from kg.extract.lists import asides, gap, linked, run_from, run_to, spoken
from kg.extract.parts import GOVERNMENT, part_of
from kg.language.classes import BELONGING, COPULAS, COUNTS, EVALUATIVES, one_of
from kg.language.lexicon import pattern, words

_OF = re.compile(
    r"(?:的|系统内?的?|[\d.]{1,12}%|间接|直接|独资|共同|等|100%|理财|[\u3400-\u9fff]{2,4}板块|在[^,。;、]{1,6}?(?:设立|成立|注册)?(?:的|了)?|\([^()]*\)){0,5}"
)
# 甲集团在湘设有六家企业,|旗下的乙局; 甲公司在乙地设立|子公司——丙.
_OWN = re.compile(
    f"[,;](?:{one_of('even_only')})?(?:其|公司|集团)?$|(?:{one_of('before_its')})其?$|(?:安排|委托|指派|授权|通过|以)(?:其)?$|(?:设立|成立|组建|注册)(?:了|的)?$|所持(?:有)?的?$"
)
# 甲集团|近日解散了|旗下乙公司, 甲集团|拟出售|全资子公司乙.
_OWN_WORDS = ("旗下", "麾下", "全资子公司", "控股子公司", "子公司", "孙公司", "全资孙公司", "下属公司", "下属企业")
_DEED = re.compile(r"[^,。;:、“”()的与和同跟对向由被从受为是系在及]{2,12}")
# 甲公司收到实际控制人李文达的通知,|其本人及其|所属企业乙公司: his, not the firm's.
_HIS = re.compile(f"(?:本人|个人|夫妇|(?:{one_of('owners')}))[^,。;]{{0,8}}(?:及|和|与|以及)其(?:所|控制|直接|间接)*$")
# 甲集团青江|子公司, but 乙电子公司.
_DAUGHTER = re.compile("(?<![电种])子公司$")
_UNDER = re.compile(r"(?:隶属|归属|从属|直属|挂靠)[于在]?")
# 乙公司是甲集团旗下的|寿险公司, and the end of the clause.
_KIND = re.compile(f"[^,。;:]{{0,20}}?(?:{one_of('kinds_of_members')}|子公司)?(?:之一)?[,。;:]")
_INNER = re.compile(f"(?:{one_of('parts_of_houses')})$")
_QUOTED = re.compile(f"(?:{one_of('parts_of_houses')}|{one_of('parts_of_societies')})$")
# 甲大学|“青禾”支教队
_TEAM = re.compile(f"”[\u3400-\u9fff]{{0,10}}?(?:{one_of('teams_in_quotes')})$")
_ELEMENT = re.compile(f"的?(?:{EVALUATIVES}|一个)*的?(?:{one_of('parts_of_works')})")
# 甲集团旗下|清洁能源开发企业|乙公司; 甲集团旗下的骨干矿业公司,4月26日,|乙公司.
_DESCRIBED = re.compile(
    f"(?:[^,。;:、的“”()]{{2,10}}、){{0,3}}(?:[的—:“]|设立|成立)*+(?:[^,。;:、的“”()]{{0,14}}?(?:{one_of('kinds_of_members')}))?"
    r"(?:[的—:“]|之一)*(?:,(?:[^,。;:]{1,8}[年月日],)?)?"
)
# 甲公司是乙公司的|控股股东; 乙局|由甲委|管理.
_OWNS = re.compile(f"的?(?:{one_of('owners')})")
_OWNER = re.compile(f"的?(?:直接|间接)?(?:{one_of('owners')})(?:正?是|为|系|——|:)?")
_CONSISTS = re.compile(r"(?:主要|共|具体)?(?:包括|包含|涵盖|由|分为|划分为|分别为|下设|下辖|囊括)(?:了)?:?")
# 甲工程的|首个子项目——|乙工程
_ITS_ELEMENT = re.compile(
    f"的?(?:{EVALUATIVES}|[0-9]{{1,3}}个){{0,3}}的?(?:{one_of('parts_of_works')})(?:之一)?(?:——|:|—|,)?"
)
_AS_ELEMENT = re.compile(f"的?(?:{EVALUATIVES})*的?(?:{one_of('parts_of_works')}),")
# 集中开工(重点)项目|共15个.
_MANY = f"(?:[0-9]{{1,4}}|[{COUNTS}]{{1,3}})个"
_COUNTED = re.compile(f"{_MANY}[^,。;]{{0,10}}项目|项目[^,。;]{{0,4}}{_MANY}")
_BACK = 80
_AND_ITS = re.compile(f"(?:及|和|与|以及)其(?:{BELONGING}|全资|控股|子公司|下设)*的?")
_WITH_ITS = re.compile(
    r"(?:及|含|包括|以及|下[辖设]|内设|旗下(?:[设拥]?有)?|所属|管理)(?:其|旗下)?(?:全资|控股)?(?:子公司|旗下|附属公司)?"
)
_OPENS_SENTENCE = re.compile(r"[^,。;:与和由同向对在于被为将把、]{0,10}")
_EQUALS = re.compile(f"(?:则|也|正|均)?(?:{COPULAS})")
_MANAGED = re.compile(r"(?:统一|直接|归口|负责)?(?:管理|管辖|代管|主管)[,。;]")
_IS = re.compile(f"(?:{COPULAS}|属于?|隶属于?|归属|由)")


def relate(article: Annotated) -> Iterator[Fact]:
    """What sentences say of part and whole, one after the other."""
    for start, end in article.sentences():
        yield from _told(article, start, end)
        yield from _bracketed(article, start, end)
        yield from _under(article, start, end)
        yield from _inner(article, start, end)
        yield from _elements(article, start, end)
        yield from _owners_of(article, start, end)
        yield from _managed(article, start, end)
        yield from _and_its(article, start, end)
        yield from _whose(article, start, end)
        yield from _works_of(article, start, end)


def _and_its(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """甲公司及其乙分公司."""
    for one, other in pairwise(spoken(article, start, end, "Organization")):
        if _AND_ITS.fullmatch(gap(article, one, other)):
            yield from part_of(article, other, one, "and its part", (one.end, other.start))


def _whose(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """甲科技|(的)母公司(为)|乙集团, 甲股份的控股股东为乙集团: the first is a part of the second."""
    for one, other in pairwise(spoken(article, start, end, "Organization")):
        owner = _OWNER.fullmatch(gap(article, one, other))
        if owner is not None and one.end < other.start:
            yield from part_of(article, one, other, "whose owner", (one.end, other.start))


def _works_of(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """甲工程包括乙工程、丙工程; 作为甲项目的控制性工程,乙工程…."""
    flat = article.sheet.flat
    projects = spoken(article, start, end, "Project")
    for index, (one, other) in enumerate(pairwise(projects)):
        between = gap(article, one, other)
        if _CONSISTS.fullmatch(between) and _of_several(article, one):
            continue
        if _ITS_ELEMENT.fullmatch(between):
            yield from part_of(article, other, one, "element of a work", (one.end, other.start))
        elif _CONSISTS.fullmatch(between):
            for part in run_from(article, projects, index + 1):
                yield from part_of(article, part, one, "listed as an element", (one.end, other.start))
        elif _AS_ELEMENT.fullmatch(between) and flat.endswith(("作为", "是", "为"), 0, one.start):
            yield from part_of(article, other, one, "element of a work", (one.end, other.start))


def _of_several(article: Annotated, work: Bound) -> bool:
    """集中开工15个项目….|项目|包括甲、乙: the word means those counted before, no work named."""
    bare = work.spot.by == "call" and not work.spot.text.startswith(words("this_words"))
    return bare and bool(_COUNTED.search(article.sheet.flat, max(0, work.start - _BACK), work.start))


def _owners_of(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """甲公司是乙公司的控股股东: the second is a part of the first."""
    for one, other in pairwise(spoken(article, start, end, "Organization")):
        owns = _OWNS.match(article.sheet.flat, other.end)
        if owns and _EQUALS.fullmatch(gap(article, one, other)):
            yield from part_of(article, other, one, "owner of another", owns.span())


def _managed(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """乙局…,由甲委管理: the body that opens the sentence is a part of the one behind 由 or 归."""
    items = spoken(article, start, end, "Organization")
    flat = article.sheet.flat
    for whole in items[1:]:
        managed = _MANAGED.match(flat, whole.end)
        left, _ = article.sheet.clause(items[0].start)
        opens = _OPENS_SENTENCE.fullmatch(flat, left, items[0].start) and flat[items[0].end] not in "的、"
        if managed and opens and whole is items[1] and flat[whole.start - 1] in "由归":
            yield from part_of(article, items[0], whole, "managed by", managed.span())


def _told(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """A旗下的B, A全资子公司B, B是A的子公司, B由A持股."""
    flat = article.sheet.flat
    for match in pattern("branch_words").finditer(flat, start, end):
        items = spoken(article, start, end, "Organization", deep=True)
        items = [b for b in items if not _DAUGHTER.search(b.spot.text)]
        if flat.startswith("各", match.end()):
            continue  # 为甲馆所辖|各分馆提供: no one of them is named
        if covered(items, *match.span()):
            yield from _held(article, items, match)
            continue  # part of a name
        before = [b for b in items if b.end <= match.start()]
        behind = [b for b in items if b.start >= match.end()]
        whole = _whole(article, before, match)
        if whole is None:
            continue
        part = _subject(article, items, whole)
        lead = flat[max(0, whole.start - 30) : whole.start]
        if match.group() in ("持股", "控股") and not re.search("由|被|获", lead):
            part = None  # 丙持股10% tells of another firm's shares
        named = behind and _proper(article, behind[0]) and behind[0].start - match.end() <= 4
        if part is not None and not named and _KIND.match(flat, match.end()):
            for each in run_to(article, [b for b in items if b.end <= part.end]):
                yield from part_of(article, each, whole, "said to be a part", match.span())
        elif behind and _DESCRIBED.fullmatch(flat, match.end(), behind[0].start):
            parts = [behind[0]]
            for other in behind[1:]:
                apart = gap(article, parts[-1], other) in ("与", "同", "跟")  # 甲旗下的乙与丙 are not both of 甲
                if apart or not linked(article, parts[-1], other) or pattern("branch_words").match(flat, other.end):
                    break
                parts.append(other)
            for part, owner in product(parts, _owners(article, before, whole, match)):
                yield from part_of(article, part, owner, "named as a part", match.span())


def _whole(article: Annotated, before: Sequence[Bound], word: re.Match[str]) -> Bound | None:
    """Whose part the word tells of, among those named before it."""
    flat = article.sheet.flat
    if not before:
        return None
    last, at = before[-1], word.start()
    if _OWN.search(flat, last.end, at):
        return None if _HIS.search(flat, last.end, at) else _who_has(article, before, at)
    told = _OF.fullmatch(flat, last.end, at) or _does(flat, last, word) or flat.endswith("后者", last.end, at)
    return last if told else None


def _does(flat: str, whole: Bound, word: re.Match[str]) -> bool:
    """甲集团|解散|旗下|乙公司: nobody but who acts has the part."""
    return word.group() in _OWN_WORDS and _DEED.fullmatch(flat, whole.end, word.start()) is not None


def _who_has(article: Annotated, before: Sequence[Bound], word: int) -> Bound:
    """Whose part 其 or 旗下 tells of: who opens the clause, else who opens the sentence behind a dateline."""
    left, _ = article.sheet.clause(word)
    told = [b for b in before if b.start >= article.sheet.lead_end] or before
    return next((b for b in told if b.start >= left), told[0])


def _held(article: Annotated, items: Sequence[Bound], word: re.Match[str]) -> Iterator[Fact]:
    """由甲集团控股|的|乙公司: the word that the tagger took for the end of the owner's name."""
    flat = article.sheet.flat
    owner = next((b for b in items if b.end == word.end() and b.start < word.start()), None)
    part = next((b for b in items if b.start == word.end() + 1), None)
    if owner is None or part is None or flat[word.end()] != "的" or flat[owner.start - 1 : owner.start] != "由":
        return
    yield from part_of(article, part, owner, "named as a part", word.span())


def _owners(article: Annotated, before: Sequence[Bound], whole: Bound, word: re.Match[str]) -> list[Bound]:
    """The whole, with those that found the part together with it: 甲公司与乙公司|出资组建|丙公司."""
    run = [whole]
    if word.group().endswith(("设立", "成立", "组建")):
        for other in reversed(before[: before.index(whole)]):
            if not linked(article, other, run[0]):
                break
            run.insert(0, other)
    return run


def _proper(article: Annotated, bound: Bound) -> bool:
    """Whether the words name one body: 甲旗下的|乙投资集团, not 甲旗下的|全国性寿险公司."""
    first, last = article.sheet.token_index(bound.start), article.sheet.token_index(bound.end - 1)
    return any(token.tag in ("ORG", "LOC", "nt", "ns", "nz", "nw") for token in article.sheet.tokens[first : last + 1])


def _subject(article: Annotated, items: Sequence[Bound], whole: Bound) -> Bound | None:
    """What is said to be a part: 乙是甲的…, 乙成立于…,是甲旗下的…, 作为甲旗下的…,乙…, 乙(甲控股子公司)."""
    flat = article.sheet.flat
    left, right = article.sheet.clause(whole.start)
    before = [b for b in items if b.end <= whole.start]
    if before and _IS.search(flat, before[-1].end, whole.start) and whole.start - before[-1].end <= 20:
        return before[-1]
    if before and flat[before[-1].end : whole.start] == "(":
        return before[-1]
    lead = flat[left : whole.start]
    if lead == "由" and before:
        return before[0]
    if re.fullmatch(f"(?:也|均|同|都|现|原)?(?:{COPULAS}|属)", lead) and before:
        # 党中央、国务院提出组建|乙局,…,作为国务院直属机构: who decides is no part.
        return next((b for b in before if not GOVERNMENT.search(b.spot.text)), None)
    if lead in ("作为", "身为"):
        return next((b for b in items if b.start > right), None)
    return None


def _bracketed(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """乙公司(甲集团控股子公司), 甲公司(及其全资子公司乙)."""
    flat = article.sheet.flat
    for left, right in asides(article, start, end):
        before = article.between(start, left, "Organization")[-1:]
        inside = article.all_between(left, right, "Organization")
        if before and inside and before[0].end == left and _WITH_ITS.fullmatch(flat, left + 1, inside[0].start):
            for part in run_from(article, inside, 0):
                yield from part_of(article, part, before[0], "and its part", (left, inside[0].start))
            continue
        word = pattern("branch_words").search(article.sheet.flat, inside[0].end, right) if len(inside) == 1 else None
        if before and word and before[0].end == left and right - word.end() <= 3 and word.start() - inside[0].end <= 1:
            yield from part_of(article, before[0], inside[0], "said to be a part", word.span())


def _under(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """乙成立于1978年,隶属于甲集团."""
    flat = article.sheet.flat
    items = spoken(article, start, end, "Organization")
    for match in _UNDER.finditer(flat, start, end):
        behind = [b for b in items if b.start >= match.end()]
        before = [b for b in items if b.end <= match.start()]
        if len(behind) > 1 and behind[0].start == match.end() and gap(article, *behind[:2]) == "的":
            yield from part_of(article, behind[1], behind[0], "belongs to", match.span())  # 隶属甲集团的|乙公司
        elif behind and before and behind[0].start == match.end() and not flat.startswith("的", behind[0].end):
            left, _ = article.sheet.clause(match.start())
            near = [b for b in before if b.start >= left]
            yield from part_of(article, near[-1] if near else before[0], behind[0], "belongs to", match.span())


def _inner(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """甲大学的材料学院, 甲学会“乙专业委员会”“丙专业委员会”, 甲大学“乙”支教队."""
    items = spoken(article, start, end, "Organization")
    for index, (one, other) in enumerate(pairwise(items)):
        if GOVERNMENT.search(one.spot.text):
            continue
        if other.spot.text.startswith("“") and one.end == other.start and _TEAM.search(other.spot.text):
            yield from part_of(article, other, one, "team of the body", (one.start, other.end))
        elif _INNER.search(other.spot.text) and gap(article, one, other) == "的":
            yield from part_of(article, other, one, "inside of", (one.start, other.end))
        elif other.start - one.end == 1 and article.sheet.flat[one.end] == "“":
            for part in takewhile(lambda bound: _QUOTED.search(bound.spot.text), items[index + 1 :]):
                yield from part_of(article, part, one, "inside of", (one.start, other.end))


def _elements(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """甲项目是乙工程的重要组成部分."""
    flat = article.sheet.flat
    for one, other in pairwise(spoken(article, start, end, "Project")):
        match = _ELEMENT.match(flat, other.end)
        if match and re.fullmatch(r"(?:也|均|都|正)?(?:是|系|为|作为)", gap(article, one, other)):
            yield from part_of(article, one, other, "element of a work", match.span())
