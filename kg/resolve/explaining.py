"""Why things of one name were joined or left two, in words: every pair that was considered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from kg.language.similarity import undotted
from kg.model import Extraction, Resolution, ResolvedEntity
from kg.ontology import Ontology, ontology
from kg.resolve.joining import Judgement, Verdict
from kg.resolve.resolution import resolve

_VERDICTS = {Verdict.SAME: "相同", Verdict.DIFFERENT: "不同", Verdict.UNKNOWN: "依据不足"}


def explain(extractions: Iterable[Extraction], name: str, vocabulary: Ontology | None = None) -> Iterator[str]:
    """Lines for a reader: the things that bear the name, why each was joined, and what kept them two.

    A pair that no line names was never considered: nothing but the name is shared.
    """
    given = list(extractions)
    bearing = _bearing(given, name)
    asked: dict[tuple[str, str], Judgement] = {}

    def trace(a: str, b: str, judgement: Judgement) -> None:
        if a in bearing or b in bearing:
            asked[min(a, b), max(a, b)] = judgement

    words = vocabulary or ontology()
    resolution = resolve(given, words, trace)
    found = [entity for entity in resolution.entities if bearing & set(entity.members)]
    if not found:
        yield f"没有名为「{name}」的实体  nothing is called so"
    for number, entity in enumerate(found, 1):
        yield from _entity(number, entity, words)
    yield from _apart(found, resolution, asked)


def _bearing(extractions: Iterable[Extraction], name: str) -> set[str]:
    wanted = undotted(name)
    return {
        entity.id
        for extraction in extractions
        for entity in extraction.entities
        if any(undotted(call) == wanted for call in entity.names)
    }


def _entity(number: int, entity: ResolvedEntity, words: Ontology) -> Iterator[str]:
    yield f"{number}. {words.types[entity.type].label} {entity.name}（{entity.id}）"
    for document, names in entity.documents.items():
        yield f"   {document}：{'、'.join(names)}"
    for why in entity.reasons:
        yield f"   合并 {why}"


def _apart(
    found: list[ResolvedEntity], resolution: Resolution, asked: dict[tuple[str, str], Judgement]
) -> Iterator[str]:
    owner = {member: entity for entity in resolution.entities for member in entity.members}
    number = {entity.id: at for at, entity in enumerate(found, 1)}
    told = set()
    for (a, b), judgement in sorted(asked.items()):
        mine, theirs = owner[a], owner[b]
        if mine.id != theirs.id:
            told.add(frozenset((mine.id, theirs.id)))
            ends = " ≠ ".join(f"{end}（{number.get(one.id, one.name)}）" for end, one in ((a, mine), (b, theirs)))
            points = "" if judgement.verdict is Verdict.DIFFERENT else f" {judgement.strength:.0f}/100"
            yield f"未合并 {ends}：{_VERDICTS[judgement.verdict]}{points}：{judgement.reason or '没有共同之处'}"
    for mine, theirs in combinations(found, 2):
        if mine.type == theirs.type and frozenset((mine.id, theirs.id)) not in told:
            yield f"未合并 {number[mine.id]} ≠ {number[theirs.id]}：除名称外没有共同之处"


__all__ = ["explain"]
