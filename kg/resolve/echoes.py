"""Names that the build knows: what one article names, and another prints without its having been read there as a name.

An article is read alone, and a name that it gives no sign of (翎越制冷 without a form behind it) is passed over. Where
another article of the build knows the name, or a firm's whole name, it is one here as well: an entity without facts,
whose mention tells why it is there. Nothing is added where anything was read already, nothing that is a word, and
nothing that means another thing in every place.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from kg.language import divisions
from kg.language.countries import is_country
from kg.language.lexicon import words
from kg.model import Article, Entity, Extraction, Mention, replace
from kg.resolve.bearers import role_words
from kg.resolve.fuller import called
from kg.resolve.inner import wholes
from kg.resolve.known_names import HEAD, Name, Names, filed, is_whole, offered, taken, tells
from kg.resolve.mended import RIGHTED, mended
from kg.resolve.places import split

_BODY = "Organization"
_TRADE = 2  # characters of a firm's trade at least
_POST = 8  # characters of the longest post
_MARKS = "，。、；：？！）\n"
_REASON = "其他文章中的名称"


def echoed(extractions: Iterable[Extraction]) -> list[Extraction]:
    """All extractions, each with the names that the others know; the same for every order of them."""
    found = list(extractions)
    names = filed(Counter(name for one in found for name in offered(one)))
    return [heard(one, names) for one in found]


def heard(extraction: Extraction, names: Names) -> Extraction:
    """The extraction with its names cut as others have them, and an entity for each that stands in it unread."""
    extraction = called(mended(extraction, names))
    text, read, grounds = extraction.article.text, taken(extraction), _grounds(extraction)
    found: dict[Name, list[int]] = defaultdict(list)
    borne = {(entity.type, name) for entity in extraction.entities for name in entity.names}
    free = 0
    for at in range(len(text) - HEAD + 1):
        for size in names.sizes.get(text[at : at + HEAD], ()) if at >= free else ():
            name = text[at : at + size]
            kind = names.kinds.get(name)
            free_from = at + (_placed(kind, name) or min(grounds.get(at, 0), size - _TRADE) * (kind == _BODY))
            end = at + size
            if kind and not any(read[free_from:end]) and tells(kind, name) and _stands(kind, text, at, end):
                if (kind, name) not in borne:
                    found[kind, name].append(at)
                free = at + size
                break
    for whole, starts in wholes(extraction, names).items():
        found[whole] += starts
    known_here = {entity.id for entity in extraction.entities}
    added = [_entity(extraction.article, kind, name, spots) for (kind, name), spots in sorted(found.items())]
    new = tuple(entity for entity in added if entity.id not in known_here)
    if not new and not extraction.doubted:
        return extraction
    return replace(extraction, entities=(*extraction.entities, *new), doubted=_left(extraction, new))


def _stands(kind: str, text: str, start: int, end: int) -> bool:
    """Whether the name stands whole: for words, or as somebody's behind a post and before what people do."""
    if is_whole(text, start, end):
        return True
    posted = kind == "Person" and text[max(0, start - _POST) : start].endswith(_posts())
    return posted and (
        text[end : end + 1] in _MARKS or text.startswith((*words("after_names"), *words("personal_verbs")), end)
    )


@cache
def _posts() -> tuple[str, ...]:
    return tuple(role_words())


def _grounds(extraction: Extraction) -> dict[int, int]:
    """Where places were read, and how long they are, with which a firm's name may begin: 皖岭|轴研."""
    places = (entity for entity in extraction.entities if entity.type == "Location")
    spots = (spot for place in places for spot in place.mentions)
    return {spot.start: spot.end - spot.start for spot in spots if not _is_known(spot.text)}


def _is_known(place: str) -> bool:
    return is_country(place) or bool(divisions.find(place))


def _placed(kind: str | None, name: str) -> int:
    """How much of a body's name tells its place, which may have been read alone: 烟台|四院."""
    return len(name) - len(split(name, ())[1]) if kind == "Organization" else 0


def _left(extraction: Extraction, new: Sequence[Entity]) -> tuple[Entity, ...]:
    """The doubted names whose places nothing has taken that the other articles know."""
    known_here = {entity.id for entity in (*extraction.entities, *new)}
    told = [one for entity in extraction.entities for one in entity.mentions if one.reason == RIGHTED]
    told += [one for entity in new for one in entity.mentions]
    return tuple(
        doubted
        for doubted in extraction.doubted
        if doubted.id not in known_here
        and not any(a.start < b.end and b.start < a.end for a in doubted.mentions for b in told)
    )


def _entity(article: Article, kind: str, name: str, spots: Sequence[int]) -> Entity:
    mentions = tuple(Mention(at, at + len(name), name, _REASON) for at in spots)
    return Entity(f"{article.id}:{kind}:{name}", article.id, kind, name, (name,), mentions)


__all__ = ["echoed", "heard"]
