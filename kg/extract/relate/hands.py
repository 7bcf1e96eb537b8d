"""SIGNED by the hands that the text names apart from the paper: 甲与乙签署协议。…丁和丙代表双方签约."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.annotated import Annotated, Bound, Fact, ends
from kg.extract.circumstances import denied, properties
from kg.extract.clause.groups import listed_before, run_to_last
from kg.extract.lists import spoken

# 代表双方签约, 分别在文本上签字: what the named people do with a paper that was told before.
_SIGNS = re.compile(
    r"(?P<who>(?:分别|共同|各自)?(?:代表(?:双方|三方|各方|各自|两[地市省县州校院家]|校企|校地|政企|银企|企业|单位)[^,。;]{0,6}?)?)"
    r"(?:(?P<on>在[^,。;]{0,8}(?:协议书?|文本|备忘录|合同|意向书|责任书)上)(?:签字|签名|签约)"
    r"|(?:现场|共同|正式|上台|进行)?(?:签约|签字|签署)(?=[,。;]|了?(?:协议|合同|合作协议|备忘录)?[,。;]))"
)
# In so many sentences before it the paper is named.
_REACH = 2
_WITNESSED = re.compile("见证下?[,]?")
_NEAR = 12


def relate(article: Annotated) -> Iterator[Fact]:
    """Each hand with the paper that was told last, where its own clause names none."""
    flat = article.sheet.flat
    for start, end in article.sentences():
        for verb in _SIGNS.finditer(flat, start, end):
            if not verb["on"] and not verb["who"].strip("分别共同各自"):
                continue
            left, _ = article.sheet.clause(verb.start())
            paper = _told(article, (start, left), verb)
            people = _hands(article, left, verb.start())
            if paper is None or not people or denied(article, verb.span()):
                continue
            more = {"trigger": verb.span(), "properties": properties(article, verb.span(), money=(paper,))}
            for hand in ends(people):
                yield article.fact(hand, "SIGNED", (paper.things[0], paper), rule="party of a signing", **more)


def _hands(article: Annotated, left: int, verb: int) -> list[Bound]:
    """The people right before the verb, with the list that runs up to their clause; not those who only witness it."""
    flat = article.sheet.flat
    for seen in _WITNESSED.finditer(flat, left, verb):
        left = seen.end()
    people = spoken(article, left, verb, "Person")
    if not people or verb - people[-1].end > _NEAR:
        return []
    listed = run_to_last(article, people)
    linked = [b for b in people if listed[0].start - b.end <= _NEAR * 4 and b not in listed]
    return [*(b for b in listed_before(article, left) if b.type == "Person"), *linked, *listed]


def _told(article: Annotated, span: tuple[int, int], verb: re.Match[str]) -> Bound | None:
    """The only paper named before the verb's clause, in its sentence or the two before; None where the clause names one
    of its own."""
    start, left = span
    _, right = article.sheet.clause(verb.end())
    own = [b for b in article.between(left, right, "Agreement") if b.spot.text not in ("协议", "合同", "备忘录")]
    if own:
        return None
    floor = article.sheet.sentences[max(0, article.sheet.sentence_index(start) - _REACH)][0]
    papers = [b for b in article.between(floor, left, "Agreement") if b.things]
    return papers[-1] if len({b.things for b in papers}) == 1 else None
