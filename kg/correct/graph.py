"""A resolution while it is being corrected: entities by id and name, facts, and what may be done to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable

from kg.language.similarity import undotted
from kg.model import Article, Resolution, ResolvedEntity, Triple, fingerprint, replace
from kg.ontology import Ontology
from kg.say import say

MoveTest = Callable[[Triple, str], bool]


class Unfit(Exception):
    """A correction fits nothing, or too much; the text says what."""


class Draft:
    """The parts of a resolution, to be changed one correction after the other."""

    def __init__(self, resolution: Resolution, words: Ontology) -> None:
        self.words = words
        self.articles: dict[str, Article] = {article.id: article for article in resolution.articles}
        self.entities: dict[str, ResolvedEntity] = {entity.id: entity for entity in resolution.entities}
        self.triples: list[Triple] = list(resolution.triples)
        self._named: dict[tuple[str, str], set[str]] = defaultdict(set)
        for entity in resolution.entities:
            self._file(entity)

    def resolution(self) -> Resolution:
        """What has come of it, in the order in which resolutions are."""
        types = list(self.words.types)
        entities = sorted(self.entities.values(), key=lambda entity: (types.index(entity.type), entity.id))
        return Resolution(tuple(self.articles.values()), tuple(entities), tuple(self.triples))

    def type(self, word: str) -> str:
        """The type of that name or Chinese label. Raises Unfit."""
        found = next((name for name, kind in self.words.types.items() if word in (name, kind.label)), "")
        if not found:
            raise Unfit(say("there is no type {word}", word=word))
        return found

    def predicate(self, word: str) -> str:
        """The predicate of that name or Chinese label. Raises Unfit."""
        found = next((name for name, kind in self.words.predicates.items() if word in (name, kind.label)), "")
        if not found:
            raise Unfit(say("there is no predicate {word}", word=word))
        return found

    def candidates(self, kind: str, name: str, document: str = "") -> list[ResolvedEntity]:
        """The entities of a type that go by a name, in a document where one is given; in the order of their ids.

        Where the document calls none so, those in it whose first name an editor gave them.
        """
        wanted = undotted(name)
        found = [self.entities[ident] for ident in sorted(self._named[self.type(kind), wanted])]
        if not document:
            return found
        there = [one for one in found if any(undotted(call) == wanted for call in one.documents.get(document, ()))]
        return there or [one for one in found if undotted(one.name) == wanted and document in one.documents]

    def entity(
        self, kind: str, name: str, document: str = "", other_than: ResolvedEntity | None = None
    ) -> ResolvedEntity:
        """The one entity of a type that goes by a name. Raises Unfit where there is none, or several.

        One whose first name it is goes before those that have it as an alias.
        """
        found = [entity for entity in self.candidates(kind, name, document) if entity != other_than]
        first = [entity for entity in found if undotted(entity.name) == undotted(name)]
        found = first or found
        if not found:
            if document:
                raise Unfit(say("no {kind} is called {name} in {document}", kind=kind, name=name, document=document))
            raise Unfit(say("no {kind} is called {name}", kind=kind, name=name))
        if len(found) > 1:
            places = "、".join(next(iter(entity.documents), "") for entity in found[:3])
            raise Unfit(
                say(
                    "{number} of type {kind} are called {name}: fill in the document ({places}…)",
                    number=len(found),
                    kind=kind,
                    name=name,
                    places=places,
                )
            )
        return found[0]

    def merge(self, one: ResolvedEntity, two: ResolvedEntity, why: str) -> None:
        """Makes two entities the first one."""
        documents = {key: one.documents.get(key, ()) for key in (*one.documents, *two.documents)}
        joined = {
            key: tuple(dict.fromkeys((*names, *two.documents.get(key, ())))) for key, names in sorted(documents.items())
        }
        self._put(
            replace(
                one,
                names=tuple(dict.fromkeys((*one.names, *two.names))),
                documents=joined,
                members=tuple(sorted({*one.members, *two.members})),
                properties={**two.properties, **one.properties},
                reasons=(*one.reasons, *two.reasons, f"{one.members[0]} = {two.members[0]}: {why}"),
            )
        )
        self._take(two)
        self._move(two.id, one.id, lambda triple, end: True)

    def split(self, entity: ResolvedEntity, documents: Collection[str], why: str) -> None:
        """Gives what the entity is in these documents a life of its own."""
        unknown = sorted(set(documents) - entity.documents.keys())
        if unknown:
            raise Unfit(say("{name} is not in {unknown}", name=entity.name, unknown="、".join(unknown)))
        if len(documents) == len(entity.documents):
            raise Unfit(say("{name} is in these documents alone: nothing would be left of it", name=entity.name))
        gone = frozenset(member for member in entity.members if self._document(member) in documents)
        parts = {key: names for key, names in entity.documents.items() if key in documents}
        rest = {key: names for key, names in entity.documents.items() if key not in documents}
        own = self._part(entity, parts, [member for member in entity.members if member in gone])
        own = replace(own, id=self._fresh(own), reasons=(f"{own.members[0]} ≠ {entity.id}: {why}",))
        self._take(entity)
        self._put(self._part(entity, rest, [member for member in entity.members if member not in gone]))
        self._put(own)
        self._move(entity.id, own.id, lambda triple, end: end in gone)

    def note(self, entity: ResolvedEntity, why: str) -> None:
        """Writes down what an editor found right. Raises Unfit where it is there already."""
        if why in entity.reasons:
            raise Unfit(say("it is kept already"))
        self._put(replace(entity, reasons=(*entity.reasons, why)))

    def member(self, entity: ResolvedEntity, document: str) -> str:
        """The entity's last member in the document; its first one where it has none there."""
        there = [member for member in entity.members if self._document(member) == document]
        return (there or list(entity.members))[-1]

    def rename(self, entity: ResolvedEntity, name: str) -> None:
        """Puts a name first; the old ones stay as aliases."""
        if entity.name == name:
            raise Unfit(say("it is called {name} already", name=name))
        self._put(replace(entity, name=name, names=tuple(dict.fromkeys((name, *entity.names)))))

    def retype(self, entity: ResolvedEntity, kind: str) -> None:
        """Gives the entity another type; facts that the vocabulary does not allow with it go. Raises Unfit."""
        if entity.type == kind:
            raise Unfit(say("{name} has this type already", name=entity.name))
        self._take(entity)
        self._put(replace(entity, type=kind))
        self.triples = [triple for triple in self.triples if entity.id not in _ends(triple) or self._allowed(triple)]

    def drop(self, entity: ResolvedEntity) -> None:
        """Takes an entity away with all its facts."""
        self._take(entity)
        self.triples = [triple for triple in self.triples if entity.id not in _ends(triple)]

    def found_in(self, entity: ResolvedEntity, article: Article, member: str) -> ResolvedEntity:
        """The entity with a member in an article where it had none."""
        documents = dict(entity.documents)
        documents[article.document] = documents.get(article.document, (entity.name,))
        kept = replace(
            entity, documents=dict(sorted(documents.items())), members=tuple(sorted({*entity.members, member}))
        )
        self._put(kept)
        return kept

    def create(self, kind: str, name: str, article: Article) -> ResolvedEntity:
        """A new entity of an article, with that name."""
        member = f"{article.id}:{kind}:{name}"
        entity = ResolvedEntity("", kind, name, (name,), {article.document: (name,)}, (member,))
        entity = replace(entity, id=self._fresh(entity))
        self._put(entity)
        return entity

    def _allowed(self, triple: Triple) -> bool:
        ends = [self.entities[ident].type for ident in _ends(triple)]
        return self.words.predicates[triple.predicate].allows(*ends)

    def _part(
        self, entity: ResolvedEntity, documents: dict[str, tuple[str, ...]], members: list[str]
    ) -> ResolvedEntity:
        names = tuple(dict.fromkeys(name for found in documents.values() for name in found))
        first = entity.name if entity.name in names else names[0]
        whole = tuple(dict.fromkeys((first, *names)))
        kept = tuple(why for why in entity.reasons if _of(why, members))
        return replace(entity, name=first, names=whole, documents=documents, members=tuple(members), reasons=kept)

    def _fresh(self, entity: ResolvedEntity) -> str:
        return entity.type[0].lower() + fingerprint(entity.type, entity.name, *entity.members)

    def _document(self, member: str) -> str:
        """The document of a member: its id begins with its article's, and a colon."""
        head = member
        while head not in self.articles and head:
            head = head.rpartition(":")[0]
        return self.articles[head].document if head else ""

    def _move(self, old: str, new: str, wanted: MoveTest) -> None:
        self.triples = [
            replace(
                triple,
                subject_id=new if triple.subject_id == old and wanted(triple, triple.subject) else triple.subject_id,
                object_id=new if triple.object_id == old and wanted(triple, triple.object) else triple.object_id,
            )
            if old in _ends(triple)
            else triple
            for triple in self.triples
        ]
        # One thing has no fact with itself.
        self.triples = [triple for triple in self.triples if triple.subject_id != triple.object_id]

    def _put(self, entity: ResolvedEntity) -> None:
        if entity.id in self.entities:
            self._take(self.entities[entity.id])
        self.entities[entity.id] = entity
        self._file(entity)

    def _take(self, entity: ResolvedEntity) -> None:
        del self.entities[entity.id]
        for name in entity.names:
            self._named[entity.type, undotted(name)].discard(entity.id)

    def _file(self, entity: ResolvedEntity) -> None:
        for name in entity.names:
            self._named[entity.type, undotted(name)].add(entity.id)


def _ends(triple: Triple) -> tuple[str, str]:
    return triple.subject_id or "", triple.object_id or ""


def _of(why: str, members: Iterable[str]) -> bool:
    """Whether a reason (`a = b: why`) speaks of two of the members."""
    return sum(member in why for member in members) >= 2


__all__ = ["Draft", "Unfit"]
