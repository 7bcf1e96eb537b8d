"""Whether words that no finder read as a body are the subject of a clause: 片区已获授信并签署…, 救援队与武警部队…."""

from __future__ import annotations

from kg.extract.annotated import Annotated
from kg.language.classes import all_of

_SKIPPED = ("TIME", "t", "d", "ad", "c", "w", "f", "vd")
_NOMINAL = ("n", "nz", "nt", "nw", "ORG", "LOC", "ns", "s", "vn", "a", "m", "q", "nr", "PER")
# What such a run of nouns ends with where it only tells where or when: 现场|, 8日|, 青江|.
_SCENES = ("LOC", "ns", "s", "TIME", "PER", "nr", "m", "q")
# 会议结束|后|与…
_MOMENTS = ("后", "前", "时", "期间", "上", "中", "以来", "之际", "之后", "之前", "当天", "当日", "下")
_SHORTEST = 3


def own_subject(article: Annotated, left: int, right: int, *, acting: bool = False) -> bool:
    """Whether `[left, right)` opens with a subject of its own of three or more characters that is bound to no body.

    acting: a word of what it does has to stand behind it, so that it does not only describe what follows.
    """
    tokens = article.sheet.words_in(left, right)
    at = next((index for index, token in enumerate(tokens) if token.tag not in _SKIPPED), len(tokens))
    stop = at
    while stop < len(tokens) and tokens[stop].tag in _NOMINAL:
        stop += 1
    if stop == at or any(token.tag == "f" or token.text in _MOMENTS for token in tokens[stop:]):
        return False
    if acting and not any(token.tag in ("v", "d", "ad", "vd") for token in tokens[stop:]):
        return False
    first, head = tokens[at], tokens[stop - 1]
    if head.tag in _SCENES or head.text.endswith(all_of("words_for_the_parties")):
        return False
    if head.end - first.start < _SHORTEST:
        return False
    return not article.between(max(left, first.start), head.end, "Organization", "Person")
