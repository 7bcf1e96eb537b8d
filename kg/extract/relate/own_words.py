"""VISITED told by the traveller: 甲表示,很高兴来到乙; “我去年访问丙时…”,丁说."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.annotated import Annotated, Bound, Fact, ends
from kg.extract.circumstances import properties
from kg.extract.lists import spoken
from kg.extract.subjects import qualifies, spoken_of
from kg.language.classes import one_of
from kg.language.lexicon import pattern

# 很高兴|来到上海, 我去年|访问德国: the speaker is the one who came.
_CAME = re.compile(
    f"(?:(?:{one_of('glad_words')})[^,。;”]{{0,6}}?|(?<![使让请对与和同给向当着从])我(?!们|国|[省市县区州校院厂])[^,。;”我你他]{{0,10}}?)"
    f"(?P<verb>{one_of('travelling_verbs')})[过了]?(?P<on>美丽的|历史悠久的|著名的)?"
)
_SPEAKS = re.compile(f"(?:{one_of('reporting_verbs')}|称|谈到|坦言|感慨|感叹|回忆|写道|谈及|告诉记者)(?:[,:]|道|起)")
_SAID = re.compile(f"[,。!]?”[,。]?(?P<who>[^,。;”“]{{2,60}}?)(?:{one_of('reporting_verbs')}|称|坦言|感慨|感叹|回忆)")
_HE = re.compile("(?<![\u3400-\u9fff])[他她](?!们)")
_NEAR = 4


def relate(article: Annotated) -> Iterator[Fact]:
    """Where those who are quoted say that they themselves have been, sentence by sentence."""
    for start, end in article.sentences():
        for match in _CAME.finditer(article.sheet.flat, start, end):
            goal = _goal(article, match, end)
            if goal is None:
                continue
            for person, bound in ends(_speaker(article, start, match.start())):
                yield article.fact((person, bound), "VISITED", (goal.things[0], goal), trigger=match.span("verb"),
                                   rule="says so", properties=properties(article, match.span("verb")))  # fmt: skip


def _goal(article: Annotated, match: re.Match[str], end: int) -> Bound | None:
    """The place right behind the verb, where nothing tells that the speaker came to stay."""
    stop = article.sheet.clause(match.end())[1]
    named = [b for b in spoken(article, match.end(), min(end, stop), "Location", "Organization") if b.things]
    near = [b for b in named[:1] if b.start - match.end() <= (0 if b.type == "Organization" else _NEAR)]
    goes = match["verb"].endswith(("到", "来", "去", "往", "进", "访"))
    if not near or (goes and pattern("stay_verbs").search(article.sheet.flat, near[0].end, stop)):
        return None
    return near[0]


def _speaker(article: Annotated, start: int, verb: int) -> list[Bound]:
    """Who says it: the one named before a verb of saying, he who is meant there, or the one behind the quotation."""
    flat = article.sheet.flat
    opened = flat.rfind("“", 0, verb)
    inside = opened >= 0 and flat.find("”", opened, verb) < 0
    said = list(_SPEAKS.finditer(flat, start, verb))
    if said:
        people = [b for b in spoken(article, start, said[-1].start(), "Person") if not qualifies(article, b)]
        he = _HE.search(flat, people[-1].end if people else start, said[-1].start())
        return spoken_of(article, he.start()) if he else people[-1:]
    close = flat.find("”", verb) if inside else -1
    behind = _SAID.match(flat, close - (flat[close - 1 : close] in (",", "。", "!"))) if close > 0 else None
    people = spoken(article, *behind.span("who"), "Person") if behind is not None else []
    return people[-1:]
