"""Facts that an editor takes away or adds, each known by its ends, its predicate and its sentence."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from kg.correct.graph import Draft, Unfit
from kg.correct.lines import SEPARATOR, Correction
from kg.model import Article, Evidence, ResolvedEntity, Triple, check_properties, fingerprint
from kg.say import say

RULE = "correction"
_SPACE = re.compile(r"\s+")


def reject(draft: Draft, line: Correction) -> None:
    """Takes away the facts with these ends and predicate; those of the sentence or with the value alone, if given."""
    predicate = draft.predicate(line.predicate)
    narrowed = _properties(draft, predicate, line.value)
    subjects = {entity.id for entity in draft.candidates(line.type, line.name, line.document)}
    objects = {entity.id for entity in draft.candidates(line.other_type, line.other, line.other_document)}
    wanted = _squeezed(line.sentence)
    both = draft.words.predicates[predicate].symmetric

    def meant(triple: Triple) -> bool:
        ends = triple.subject_id in subjects and triple.object_id in objects
        turned = both and triple.subject_id in objects and triple.object_id in subjects
        told = not wanted or any(_squeezed(piece.sentence) == wanted for piece in triple.evidence)
        bears = all(_told(triple.properties.get(name)) == _told(value) for name, value in narrowed.items())
        return triple.predicate == predicate and (ends or turned) and told and bears

    kept = [triple for triple in draft.triples if not meant(triple)]
    if len(kept) == len(draft.triples):
        raise Unfit(
            say(
                "there is no such fact: {name} {predicate} {other}",
                name=line.name,
                predicate=line.predicate,
                other=line.other,
            )
        )
    draft.triples = kept


def add(draft: Draft, line: Correction) -> None:
    """Adds a fact that stands in a sentence of an article; its ends are made where nothing bears their names."""
    predicate = draft.predicate(line.predicate)
    kinds = draft.type(line.type), draft.type(line.other_type)
    if not draft.words.predicates[predicate].allows(*kinds):
        raise Unfit(
            say(
                "{predicate} cannot join {type} and {other}",
                predicate=line.predicate,
                type=line.type,
                other=line.other_type,
            )
        )
    article, begin = _place(draft, line)
    properties = _properties(draft, predicate, line.value)
    # Both are looked for before one is made: what does not fit changes nothing.
    known = (
        _known(draft, kinds[0], line.name, (article.document, line.document)),
        _known(draft, kinds[1], line.other, (article.document, line.other_document)),
    )
    if (kinds[0], line.name) == (kinds[1], line.other) or (known[0] is not None and known[0] == known[1]):
        raise Unfit(say("both ends are one thing: {name}", name=line.name))
    text = article.text[begin : begin + len(line.sentence)]
    evidence = tuple(
        _evidence(role, text, begin, name) for role, name in (("subject", line.name), ("object", line.other))
    )
    names = (known[0].name if known[0] else line.name, known[1].name if known[1] else line.other)
    ident = fingerprint(kinds[0], names[0], predicate, kinds[1], names[1], text)
    same = [triple for triple in draft.triples if triple.id == ident and triple.article == article.id]
    if any(_plain(triple.properties) == _plain(properties) for triple in same):
        raise Unfit(say("the fact is there already"))
    if same:  # another post in the same words
        ident = fingerprint(ident, _plain(properties))
    subject = _end(draft, known[0], kinds[0], line.name, article)
    obj = _end(draft, known[1], kinds[1], line.other, article)
    ends = _member(subject, article), _member(obj, article)
    draft.triples.append(
        Triple(ident, article.id, ends[0], predicate, ends[1], properties, evidence, RULE, 1.0, subject.id, obj.id)
    )


def _place(draft: Draft, line: Correction) -> tuple[Article, int]:
    """The article that holds the sentence, word for word, and where; of the document, where one is given."""
    for article in draft.articles.values():
        if line.document in ("", article.document) and (at := article.text.find(line.sentence)) >= 0:
            return article, at
    raise Unfit(say("no article holds the sentence: {sentence}…", sentence=line.sentence[:20]))


def _known(draft: Draft, kind: str, name: str, documents: tuple[str, str]) -> ResolvedEntity | None:
    """What bears a name in the first of the documents, or else in the second; None if nothing does. Raises Unfit."""
    here, given = documents
    found = draft.candidates(kind, name, here) or draft.candidates(kind, name, given)
    if len(found) > 1:
        raise Unfit(say("{number} are called {name}: fill in the document", number=len(found), name=name))
    return found[0] if found else None


def _end(draft: Draft, known: ResolvedEntity | None, kind: str, name: str, article: Article) -> ResolvedEntity:
    """An end of a new fact in its article, made where nothing is known by its name."""
    if known is None:
        return draft.create(kind, name, article)
    if any(member.startswith(f"{article.id}:") for member in known.members):
        return known
    return draft.found_in(known, article, f"{article.id}:{kind}:{name}")


def _member(entity: ResolvedEntity, article: Article) -> str:
    return next(member for member in entity.members if member.startswith(f"{article.id}:"))


def _evidence(role: str, sentence: str, begin: int, name: str) -> Evidence:
    at = sentence.find(name)
    if at < 0:
        return Evidence(role, sentence, None, None, f"{name}：编辑改正")
    return Evidence(role, sentence, begin + at, begin + at + len(name))


def _properties(draft: Draft, predicate: str, value: str) -> dict[str, Any]:
    """What the line's value tells: posts, a role by its name or Chinese label, an amount; or all of these as JSON."""
    allowed = draft.words.predicates[predicate].properties
    if not value:
        return {}
    if value.startswith("{"):
        return _from_json(allowed, value)
    if "titles" in allowed:
        return {"titles": tuple(part.strip() for part in value.split(SEPARATOR))}
    role = next((key for key, label in draft.words.roles.items() if value in (key, label)), "")
    if "role" in allowed and role:
        return {"role": role}
    if "amount" in allowed:
        return {"amount": value}
    raise Unfit(say("the value {value} means nothing for {predicate}", value=value, predicate=predicate))


def _from_json(allowed: Sequence[str], value: str) -> dict[str, Any]:
    """Properties that were written whole, as `kg import` does. Raises Unfit."""
    try:
        found = json.loads(value)
    except (ValueError, RecursionError) as error:
        raise Unfit(say("the value is no JSON: {error}", error=error)) from error
    unknown = sorted(set(found) - set(allowed))
    if unknown:
        raise Unfit(say("the predicate has no such property: {unknown}", unknown="、".join(unknown)))
    try:  # an empty one takes a property away
        check_properties({name: item for name, item in found.items() if item != ""})
    except ValueError as error:
        raise Unfit(say("the value is of another kind: {error}", error=error)) from error
    return {name: tuple(item) if isinstance(item, list) else item for name, item in found.items()}


def _told(value: Any) -> frozenset[str]:
    """A property's value, one or several, whatever their order."""
    items = value if isinstance(value, (list, tuple)) else [value]
    return frozenset(_plain(item) for item in items if item not in (None, ""))


def _plain(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _squeezed(text: str) -> str:
    return _SPACE.sub("", text)


__all__ = ["RULE", "add", "reject"]
