"""UNDERTAKES by wordings that are rows of a table: P归甲公司所有, 甲公司获得P的经营权, P封顶,甲公司施工."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.lists import gap, linked, spoken
from kg.extract.works import subject_of, undertaken
from kg.language.classes import BELONGING, COMITATIVES, COUNTS, one_of
from kg.language.lexicon import any_of, pattern, table
from kg.language.organisations import is_firm

# What stands for a body and for a work while a sentence is compared with the wordings.
_BODY, _WORK = "\ue000", "\ue001"
_SOME = f"[^,。;:!?()\n{_BODY}{_WORK}]{{0,14}}?"
_FEW = f"[^,。;:!?()\n{_BODY}{_WORK}]{{0,8}}?"
_SUM = (
    rf"(?:约|近|超|超过|逾|共|共计|巨资)?(?:[0-9.]{{1,10}}|[{COUNTS}]{{1,6}})[余多]?[万亿]{{0,2}}[余多]?"
    "(?:元|美元|欧元|港元|港币|英镑|日元|人民币|资金)(?:人民币)?"
)
_OPENS, _CLOSES = "(?<![^,。;:!?(])", "(?=[,。;:!?)]|$)"
_ELEMENTS = {"~": _SOME, "#": _SUM, "^": _OPENS, "$": _CLOSES, "X": _BODY}
_QUOTES = "“”‘’《》 "
# 甲公司|牵头,联合|乙公司
_TOGETHER = re.compile(f"(?:牵头)?,?(?:{COMITATIVES}|会同)")
# 甲法院、|丰河社区、|乙中心
_UNKNOWN = re.compile("(?:、[^,。;、由的()]{2,14}){1,3}[、和与及]")
# 甲集团|旗下|乙公司
_BRANCH = re.compile(rf"的?(?:全资|控股|直属|核心)?(?:子公司|{BELONGING})(?:企业|公司|单位)?(?:——)?")
# 甲、乙|等3家企业|组成的联合体
_AND_MORE = re.compile(
    rf"(?:等)?(?:[0-9{COUNTS}]{{1,3}}[家个])?(?:{one_of('kinds_of_members')})?(?:共同|联合)?(?:组成的?)?(?:联合体|牵头的联合体)?(?:项目部|工区)?"
)
_WORKS_MORE = re.compile(rf"(?:等)?(?:[0-9{COUNTS}]{{1,3}}[个大项座])?(?:重点|重大)?(?:项目|工程)?")
# So many sentences back stands the work that is spoken of.
_STORY = 3
_GOVERNS = re.compile("(?:政府|委员会|管委会)$")


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to tell of it. firm: only firms are said to make something so; carried: who acts stands before."""

    firm: bool
    carried: bool
    pattern: re.Pattern[str]


@dataclass(frozen=True)
class _Row:
    """A sentence with its bodies and works as single characters; at: where each character stands in the text."""

    text: str
    at: Sequence[int]
    held: dict[int, list[Bound]]


_STANDS_AT = re.compile("(?:位于|坐落于|坐落在|地处|设在|设于)“?$")


def relate(article: Annotated) -> Iterator[Fact]:
    """All undertakings that the wordings tell, sentence by sentence."""
    for start, end in article.sentences():
        items = _with_calls(article, _items(article, start, end), start, end)
        if not any(item.type == "Project" for item in items):
            continue
        row = _row(article, items, start, end)
        for wording in wordings():
            if wording.carried or _BODY in row.text:
                yield from _told(article, items, row, wording)


def _items(article: Annotated, start: int, end: int) -> list[Bound]:
    """The bodies and works of a sentence, those in brackets and in names of papers and meetings, too.

    Bodies that only tell of it are left out: 甲网|报道首列动车发车,标志着P启动.
    """
    bodies = [b for b in article.between(start, end, "Organization") if b.start not in article.tellers]
    works = article.all_between(start, end, "Project")
    items = sorted((b for b in [*bodies, *works] if b.things), key=lambda b: (b.start, -b.end))
    kept: list[Bound] = []
    for item in items:
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept


def _with_calls(article: Annotated, items: Sequence[Bound], start: int, end: int) -> list[Bound]:
    """The items with the places that speak of the one work named before: 该桥由甲公司承建, 项目业主为乙公司."""
    bodies = any(item.type == "Organization" for item in items)
    calls = list(_called().finditer(article.sheet.flat, start, end)) if bodies else []
    if not calls:
        return list(items)
    index = article.sheet.sentence_index(start)
    floor = article.sheet.sentences[max(0, index - _STORY)][0]
    found = list(items)
    for call in calls:
        named = [b for b in spoken(article, floor, call.start(), "Project") if b.things]
        if any(item.start < call.end() and call.start() < item.end for item in items) or not named:
            continue
        if len({b.things for b in named}) == 1 and _calls(article, call, named[-1]):
            spot = article.sheet.spot(*call.span("work"), "Project", "call")
            why = f"{spot.text} → {article.things[named[-1].things[0]].name}：前文的项目"
            found.append(Bound(spot, named[-1].things, why))
    return sorted(found, key=lambda b: (b.start, -b.end))


def _calls(article: Annotated, call: re.Match[str], work: Bound) -> bool:
    """Whether the words for a work fit it: of a head (基金, 普法驿站) one of its names has to hold the whole."""
    short = call.groupdict().get("head")
    return short is None or any(short in name for name in article.things[work.things[0]].names)


@cache
def _called() -> re.Pattern[str]:
    """该桥, 项目|业主: a word for a work at the head of a clause, before words of its makers."""
    roles, nouns, hands, heads = (one_of(name, "maker_words") for name in ("roles", "nouns", "hands", "heads"))
    return re.compile(
        rf"(?<![^,。;:!?\n])(?P<work>(?:该|这一?|此)[\u3400-\u9fff]{{0,4}}?[桥厂站馆楼园港路矿坝库井场]|(?:该|这一|此|本|整个)?(?:{nouns}|大桥|大楼|隧道|电厂|水厂|场馆|新馆|铁路|线路|全线)|(?P<head>[\u3400-\u9fff]{{0,4}}?(?:{heads})))"
        rf"(?=的?(?:主要|总)?(?:{roles})|[^,。;]{{0,6}}?(?:由|归|{hands})|(?:总投资[^,。;]{{2,16}},)(?:全部)?由)"
    )


def _row(article: Annotated, items: Sequence[Bound], start: int, end: int) -> _Row:
    flat = article.sheet.flat
    text: list[str] = []
    at: list[int] = []
    held: dict[int, list[Bound]] = {}
    offset, index = start, 0
    while index < len(items):
        run, index = _run(article, items, index)
        for place in range(offset, run[0].start):
            if flat[place] not in _QUOTES:
                text.append(flat[place])
                at.append(place)
        held[len(text)] = run
        text.append(_BODY if run[0].type == "Organization" else _WORK)
        at.append(run[0].start)
        more = (_AND_MORE if run[0].type == "Organization" else _WORKS_MORE).match(flat, run[-1].end, end)
        offset = run[-1].end if more is None else more.end()
    for place in range(offset, end):
        if flat[place] not in _QUOTES:
            text.append(flat[place])
            at.append(place)
    return _Row("".join(text), at, held)


def _run(article: Annotated, items: Sequence[Bound], index: int) -> tuple[list[Bound], int]:
    """The list that begins at an index, and the index behind it; of an owner and its branch the branch alone."""
    run = [items[index]]
    index += 1
    while index < len(items) and items[index].type == run[0].type:
        if run[0].type == "Project" and _has_maker(article, items[index]):
            break  # 甲县援建的P、|乙公司车间
        between = gap(article, run[-1], items[index])
        if run[0].type == "Organization" and _BRANCH.fullmatch(between):
            run[-1] = items[index]
        elif linked(article, run[-1], items[index]) or (run[0].type == "Organization" and _goes_on(between)):
            run.append(items[index])
        else:
            break
        index += 1
    return run, index


def _goes_on(between: str) -> bool:
    """Whether a list of bodies goes on behind these words: 牵头联合, 、|丰河社区|、 which no node stands for."""
    return _TOGETHER.fullmatch(between) is not None or _UNKNOWN.fullmatch(between) is not None


def _has_maker(article: Annotated, work: Bound) -> bool:
    """Whether the name of the work begins with that of another maker."""
    return any(body.start == work.start for body in article.all_between(work.start, work.end, "Organization"))


def _told(article: Annotated, items: Sequence[Bound], row: _Row, wording: Wording) -> Iterator[Fact]:
    flat = article.sheet.flat
    for match in wording.pattern.finditer(row.text):
        groups = {name: match.span(name) for name, value in match.groupdict().items() if value}
        gaps = [span for name, span in groups.items() if name.startswith("gap")]
        if any(_not_doing().search(row.text, *gap) for gap in gaps):
            continue
        verb = row.at[groups["verb"][0]], row.at[groups["verb"][1] - 1] + 1
        works = row.held[groups["work"][0]]
        if _STANDS_AT.search(flat, max(0, works[0].start - 4), works[0].start) and verb[0] > works[-1].end:
            continue  # 甲基地位于P,|这是乙设立的第四个基地
        if match.end() == groups["work"][1] and pattern("not_building").match(flat, works[-1].end):
            continue  # 承揽P|的勘察设计
        if not wording.carried:
            makers = [one for name, span in groups.items() if name.startswith("maker") for one in row.held[span[0]]]
        elif _leads(article, row, match.start(), verb[0]):
            makers = _carried(article, items, verb[0])
        else:
            continue
        makers = [maker for maker in _who_pay(article, makers) if not _there(article, maker, verb[0])]
        if wording.firm:
            makers = [maker for maker in makers if is_firm(article.things[maker.things[0]].names)]
        for work in works:
            yield from undertaken(article, makers, work, "maker told", verb)


def _there(article: Annotated, maker: Bound, verb: int) -> bool:
    """在|甲学校|设立奖学金: where something is set up; not 在|甲局|的支持下."""
    flat = article.sheet.flat
    there = maker.end <= verb and flat[maker.start - 1 : maker.start] in ("在", "于")
    return there and "下" not in flat[maker.end : verb]


def _carried(article: Annotated, items: Sequence[Bound], verb: int) -> list[Bound]:
    """Whom the sentence is about where a clause goes on without a subject: not the body of one who speaks for it."""
    makers = subject_of(article, items, article.sheet.sentence(verb)[0], article.sheet.clause(verb)[0])
    _, right = article.sheet.clause(makers[-1].end) if makers else (0, 0)
    return [] if makers and article.between(makers[-1].end, right, "Person") else makers


def _leads(article: Annotated, row: _Row, start: int, verb: int) -> bool:
    """Whether nobody is named between the head of a clause and its verb, known or not: 乙水投抓紧|实施P."""
    named = ("LOC", "ns", "ORG", "nt", "nz", "nw", "PER", "nr", "n", "r")
    opened = row.at[start]
    return opened >= verb or all(token.tag not in named for token in article.sheet.words_in(opened, verb))


def _who_pay(article: Annotated, makers: Sequence[Bound]) -> list[Bound]:
    """The makers without the governments that stand beside firms."""
    firms = [maker for maker in makers if is_firm(article.things[maker.things[0]].names)]
    return [maker for maker in makers if not (firms and _GOVERNS.search(article.things[maker.things[0]].name))]


@cache
def wordings() -> tuple[Wording, ...]:
    """The wordings of `data/maker_wordings.tsv`, in its order."""
    found = []
    for who, wording in table("maker_wordings"):
        elements = wording.split(" ")
        found.append(Wording(who == "firm", False, re.compile(_pattern(elements))))
        if elements[:2] == ["A", "~"]:
            found.append(
                Wording(who == "firm", True, re.compile(_OPENS + f"(?P<gap9>{_FEW})" + _pattern(elements[2:])))
            )
    return tuple(found)


def _pattern(elements: Sequence[str]) -> str:
    bodies, gaps, pieces, verb = 0, 0, [], False
    for index, element in enumerate(elements):
        bare = element.rstrip("?")
        if bare == "A":
            piece, bodies = f"(?P<maker{bodies}>{_BODY})", bodies + 1
        elif bare == "P":
            piece = f"(?P<work>{_WORK})"
        elif bare == "~" and (index and elements[index - 1] == "A"):
            piece, gaps = f",?(?P<gap{gaps}>{_SOME})" if index == 1 else f"(?P<gap{gaps}>{_SOME})", gaps + 1
        elif bare in _ELEMENTS:
            piece = _ELEMENTS[bare]
        elif bare.startswith("!"):
            piece = f"(?!{any_of(bare[1:].split('/'))})"
        else:
            words = "|".join(_words(each) for each in bare.split("/"))
            own = not verb and bare not in (",", "(", "的") and not element.endswith("?")
            piece = f"(?P<verb>{words})" if own else f"(?:{words})"
            verb = verb or own
        pieces.append(f"(?:{piece})?" if element.endswith("?") else piece)
    return "".join(pieces)


def _words(element: str) -> str:
    return one_of(element[1:-1], "maker_words") if element.startswith("{") else re.escape(element.rstrip("?"))


@cache
def _not_doing() -> re.Pattern[str]:
    return re.compile(one_of("says_no", "maker_words"))
