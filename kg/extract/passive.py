"""Works whose makers stand behind 由: P由甲公司负责建设, 乙公司承建."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.lists import gap, linked
from kg.extract.works import OPENING, undertaken
from kg.language.classes import ADVERBS, BELONGING, TIMES
from kg.language.lexicon import pattern
from kg.language.pieces import fills

_FILLED = re.compile(rf"的?[\u3400-\u9fff]{{0,6}}子公司[—]*|的?(?:{BELONGING})的?(?:企业|公司)?")
_BY = re.compile(r"由")
# (项目总投资5亿元,)|其中|由甲公司…
_LEADS_BY = re.compile(
    rf"(?:{ADVERBS}|{TIMES}|其中|该?(?:项目|工程)|全部|主要|是|系|总?投资[^,。;]{{2,14}}|[\u3400-\u9fff]{{0,8}}(?:方案|协议|合同|规划|框架|文件)(?:已|还|也)?(?:明确|约定|规定))"
)

# (甲公司投资建设)P|,由|乙公司实施
_RIGHT_BEHIND = re.compile("[”》)]{0,2},(?:该?(?:项目|工程))?(?:其中|全部|主要|具体)?")


def done_by(article: Annotated, items: Sequence[Bound], start: int, end: int) -> Iterator[Fact]:
    """P由A负责建设: the project before 由, the makers behind it, a verb behind them."""
    flat = article.sheet.flat
    for match in _BY.finditer(flat, start, end):
        behind = [b for b in items if b.type == "Organization" and b.start >= match.end()]
        if not behind or behind[0].start - match.end() > 16:
            continue
        makers = _run(article, behind)
        verb = pattern("undertaking_verbs").search(flat, makers[-1].end, min(end, makers[-1].end + 16))
        if verb is None or "," in flat[makers[-1].end : verb.start()]:
            continue  # 由甲局指导,|乙中心承接
        _, right = article.sheet.clause(verb.start())
        if any(
            b.type == "Project" and verb.end() <= b.start and b.start - verb.end() <= 12 and b.end <= right
            for b in items
        ):
            continue  # 由A建设的P is read from left to right
        project = next((b for b in reversed(items) if b.type == "Project" and b.end <= match.start()), None)
        left, _ = article.sheet.clause(match.start())
        between = [b for b in items if b.type == "Organization" and b.end <= match.start() and b.start >= left]
        if project is not None and any(b.start >= project.end for b in between):
            continue  # 项目承建方甲公司是由乙公司成立的
        if project is not None and not _another(article, project, match.start()):
            yield from undertaken(article, makers, project, "done by", (match.start(), verb.end()))
            yield from _and_by(article, behind, project, verb.end())


def _another(article: Annotated, project: Bound, by: int) -> bool:
    """Whether the clause of 由 has another subject: P由甲建设,|“四电”工程|由乙承建."""
    left, _ = article.sheet.clause(by)
    words_before = article.sheet.flat[left:by]
    if project.end > left or _RIGHT_BEHIND.fullmatch(article.sheet.flat, project.end, by):
        return False
    opens, _ = article.sheet.clause(project.start)
    taken = article.sheet.flat[project.start - 1 : project.start] in ("将", "把")  # 已将P列入重点项目,|由甲实施
    described = article.sheet.flat.startswith("的", project.start - 1)  # 位于甲县的|P,|由乙承建
    topic = (
        taken or described or project.spot.by == "call" or OPENING.fullmatch(article.sheet.flat, opens, project.start)
    )
    return not topic or (bool(words_before) and not fills(_LEADS_BY, words_before))


def _and_by(article: Annotated, behind: Sequence[Bound], project: Bound, offset: int) -> Iterator[Fact]:
    """P由甲公司投资,乙公司承建: those behind the comma, with a verb of their own that ends the clause."""
    flat = article.sheet.flat
    others = [b for b in behind if b.start >= offset]
    if flat[offset : offset + 1] not in (",", "、") or not others or others[0].start - offset > 2:
        return
    makers = _run(article, others)
    verb = pattern("undertaking_verbs").search(flat, makers[-1].end, makers[-1].end + 10)
    if verb is None or "由" in flat[makers[-1].end : verb.start()]:
        return  # 乙厂|则由丙公司承建: what stands there is made, too
    if flat[verb.end() : verb.end() + 1] in (",", "。", ";", "、"):
        yield from undertaken(article, makers, project, "done by", verb.span())


def _run(article: Annotated, behind: Sequence[Bound]) -> list[Bound]:
    run = [behind[0]]
    for other in behind[1:]:
        words_between = gap(article, run[-1], other)
        filled = bool(_FILLED.fullmatch(words_between)) or (
            run[-1].spot.text.endswith("子公司") and not words_between.strip("—")
        )
        if not (filled or linked(article, run[-1], other) or re.fullmatch(r"牵头,?联合|联合", words_between)):
            break
        if filled:
            run.pop()
        run.append(other)
    return run
