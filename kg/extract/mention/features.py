"""What speaks for and against a candidate name of an organisation or a place: features for `readings` to weigh.

A feature is a short string: a kind and a value, both from the tables of the language, the tagger's tags or marks
around; never a name. The weights lie in `language/data/name_weights.tsv` (tests/learn_names.py makes them).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from kg.extract.mention.context import CLASSES, Context, Signs
from kg.extract.mention.phrases import plain_words
from kg.extract.mention.shape import marks, shape
from kg.extract.sheet import Lying, Spot, occurrences
from kg.language.countries import country_abbreviation, country_pair, is_country, known_places
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, word_set, words
from kg.language.organisations import known_names
from kg.language.tagger import NAMES, Token

# Words of these tags are few: the word itself is the feature.
_CLOSED = frozenset(("p", "c", "u", "w", "xc", "r", "d", "f", "q"))
# In a text as short as this a name that stands once is none the worse for it.
_BRIEF = 160
_LINKS = ("、", "和", "与", "及", "—", "-")
_RESTS = ("branch_words", "titles", "np_stops", "department_endings", "meeting_suffixes", "project_suffixes")


class View:
    """A sheet as the features see it: with the titles, people and works found in it."""

    def __init__(
        self, context: Context, people: Sequence[Spot], posts: Sequence[Spot], frames: Sequence[Spot] = ()
    ) -> None:
        self.sheet = context.sheet
        self._context = context
        self.frames = frames
        self._works = Lying(frames)
        self.persons = people
        self._persons = Lying(people)
        self.people = {spot.start for spot in people}
        self.behind_people = {spot.end for spot in people}
        self.posts = {spot.start: spot.end for spot in sorted(posts, key=lambda spot: spot.end)}
        self.after_posts = {spot.end for spot in posts}
        self._seen: dict[str, tuple[int, int, frozenset[int]]] = {}

    def open_to(self, spots: Iterable[Spot]) -> list[Spot]:
        """The spots that cut no person's name and are no piece of one; a body may be named after somebody."""
        return [spot for spot in spots if all(_holds(spot, one) for one in self._persons.across(spot.start, spot.end))]

    @cached_property
    def home(self) -> frozenset[str]:
        """The provinces on whose ground the article stands."""
        return frozenset(item.path[0] for name in (self.sheet.article.place or "",) for item in find_division(name))

    @cached_property
    def _tagged(self) -> dict[str, set[str]]:
        """The tags that the tagger gave to each word of the article that is a name somewhere."""
        found: dict[str, set[str]] = {}
        for token in self.sheet.tokens:
            if token.tag in NAMES:
                found.setdefault(token.text, set()).add(token.tag)
        return found

    def features(self, spot: Spot) -> list[str]:
        """The features of a candidate, each once, with the initial of its type."""
        return [f"{spot.type[0]} {sign}" for group in self.groups(spot) for sign in group]

    def groups(self, spot: Spot) -> tuple[Signs, ...]:
        """The same without the type, in groups that are the same for many candidates; no sign is in two of them."""
        fixed = self._context.fixed.get(spot)
        if fixed is None:
            fixed = self._context.fixed[spot] = self._fixed(spot)
        return *fixed, _once(self._beside(spot)), _once(self._in_frames(spot))

    def _fixed(self, spot: Spot) -> tuple[Signs, ...]:
        """What does not depend on the people and works found: the text, its bounds, all that the article has of it."""
        context, key = self._context, (self.sheet.flat[spot.start : spot.end], spot.type)
        if (itself := context.itself.get(key)) is None:
            itself = context.itself[key] = _once(self._itself(*key))
        if (before := context.before.get(spot.start)) is None:
            before = context.before[spot.start] = _once(self._before(spot.start))
        if (after := context.after.get(spot.end)) is None:
            after = context.after[spot.end] = _once(self._after(spot.end))
        rest = [*self._inside(spot), *self._known_around(spot), *self._elsewhere(spot), *context.signs(spot)]
        if spot.end == self.sheet.sentence(spot.start)[1]:
            rest.append("closes")
        rest += (f"by {spot.by}", *self._joints(spot, itself, rest))
        return itself, before, after, _once(rest)

    def _joints(self, spot: Spot, itself: Sequence[str], inside: Sequence[str]) -> Iterator[str]:
        """Two signs at once: how the spot was found with its last word, and the words on both sides of its bounds."""
        kind = next((sign for sign in itself if sign.startswith(("long ending", "no ending", "surname"))), "")
        cuts = (sign for sign in inside if sign.startswith(("whole ", "piece of ")))
        whole = next((sign for sign in cuts if sign[6:9] != "in "), "cut")
        yield f"{spot.by} & {kind}"
        yield f"{whole} & {kind}"
        if kind and "place ahead" in itself:
            yield f"place ahead & {kind}"
        sheet = self.sheet
        first, last = sheet.token_at(spot.start), sheet.token_at(spot.end - 1)
        before, after = sheet.token_at(spot.start - 1) if spot.start else None, sheet.token_at(spot.end)
        if first is not None and before is not None and first is not before:
            yield f"{before.tag} | {first.tag}"
        if last is not None and after is not None and last is not after:
            yield f"{last.tag} || {after.tag}"

    def _itself(self, text: str, kind: str) -> Iterator[str]:
        yield "bias"
        yield f"length {min(len(text), 20) if len(text) < 8 else min(len(text) // 4 * 4, 24)}"
        yield from shape(text, kind)
        if not text.isalnum():
            yield from marks(text)
        yield from self._ground(text)

    def _ground(self, text: str) -> Iterator[str]:
        found = find_division(text)
        if found:
            near = bool(self.home) and any(item.path[0] in self.home for item in found)
            yield f"division {found[0].level} {'full' if text == found[0].name else 'short'}"
            yield f"division {'near' if near else 'far' if self.home else 'unknown'} {found[0].level}"

    def _inside(self, spot: Spot) -> Iterator[str]:
        sheet = self.sheet
        tokens = sheet.words_in(spot.start, spot.end)
        if tokens:
            yield from self._edges(spot, tokens)
            yield from _sorts(tokens)
            yield from _generic(tokens, spot)
        if any(mark in sheet.flat[spot.start : spot.end] for mark in "、,"):
            yield "mark inside"

    def _edges(self, spot: Spot, tokens: Sequence[Token]) -> Iterator[str]:
        """Where the tagger's words cut the spot; what is left of the last one may link it to a part of the body."""
        yield "starts in word" if tokens[0].start < spot.start else f"first {tokens[0].tag}"
        rest = self.sheet.flat[spot.end : tokens[-1].end]
        cut = bool(rest) and not rest.startswith(words("branch_words"))
        yield "ends in word" if cut else f"last {tokens[-1].tag}"
        yield from (f"cut before {name}" for name in _RESTS if rest and rest.startswith(words(name)))
        aligned = tokens[0].start == spot.start and not cut
        if known_names(self.sheet.flat[spot.start : spot.end]) is not None:
            yield "known whole" if aligned else "known cut"
        if spot.by == "organ" and not aligned:
            yield "organ cut"
        if len(tokens) == 1:
            whole = (tokens[0].start, tokens[0].end) == (spot.start, spot.end)
            yield f"{'whole' if whole else 'piece of'} {tokens[0].tag}"
            text = tokens[0].text
            if whole and spot.type == "Location" and any(item.name == text for item in find_division(text)):
                yield f"whole division {tokens[0].tag}"

    def _before(self, start: int) -> Iterator[str]:
        """What stands before a candidate that begins here."""
        sheet = self.sheet
        token = sheet.token_at(start - 1) if start else None
        if start == sheet.lead_end and start:
            # Behind the bracket of a byline the story begins, as behind the end of a sentence.
            yield from ("before 。", "opens")
        elif token is not None and token.end > start:
            yield "before rest of word"
        else:
            yield from ("before " + feature for feature in _word(token, sheet.flat[start - 1 : start]))
        if start == sheet.sentence(start)[0]:
            yield "opens"
        yield from self._linked("left", start - 1, start - 2)

    def _after(self, end: int) -> Iterator[str]:
        """What stands behind a candidate that ends here."""
        token = self.sheet.token_at(end)
        if token is not None and token.start < end:
            yield "after rest of word"
        else:
            yield from ("after " + feature for feature in _word(token, self.sheet.flat[end : end + 1]))
        yield from self._linked("right", end, end + 1)

    def _linked(self, name: str, mark: int, at: int) -> Iterator[str]:
        if at >= 0 and self.sheet.flat[mark : mark + 1] in _LINKS:
            token = self.sheet.token_at(at)
            yield f"linked {name} {token.tag if token else 'none'}"

    def _beside(self, spot: Spot) -> Iterator[str]:
        """Posts and people before and behind the spot."""
        posts, people = self.posts, self.people
        across = (at for at in range(spot.end - 3, spot.end) if at in posts)
        signs = (
            ("leads up", leads().match(self.sheet.flat, spot.start, spot.end) is not None),
            ("post behind of person", spot.end in posts and posts[spot.end] in people),
            ("post behind", spot.end in posts and posts[spot.end] not in people),
            ("post across", any(spot.start < at < spot.end < posts[at] for at in across)),
            ("person behind", spot.end in people),
            ("person before", spot.start in self.behind_people),
            ("post before", spot.start in self.after_posts),
            ("in lead", spot.start < self.sheet.lead_end),
        )
        yield from (name for name, here in signs if here)
        for person in self._persons.across(spot.start, spot.end) if spot.type != "Person" else ():
            yield (
                "is a person"
                if person.text == spot.text
                else "opens with a person"
                if person.start == spot.start
                else "holds a person"
            )

    def _in_frames(self, spot: Spot) -> Iterator[str]:
        """How the spot lies to the names of projects, meetings and papers."""
        for frame in self._works.across(spot.start, spot.end):
            if frame.start <= spot.start and spot.end <= frame.end:
                yield f"in {frame.type}" + (" whole" if len(frame.text) == len(spot.text) else "")
                if frame.start == spot.start:
                    yield f"opens {frame.type}"
            else:
                yield f"cuts {frame.type}"

    def _known_around(self, spot: Spot) -> Iterator[str]:
        """How the spot lies to the names that everybody knows."""
        for known in self._context.known.across(spot.start, spot.end):
            if known.start < spot.start < known.end < spot.end or spot.start < known.start < spot.end < known.end:
                yield "cuts a known name"
            elif known.start == spot.start and known.end < spot.end:
                yield "known name ahead"
            elif spot.start < known.start and known.end <= spot.end:
                yield "known name at the end" if known.end == spot.end else "known name within"
            elif spot.inside(known):
                yield "piece of a known name"

    def _stands(self, text: str) -> tuple[int, int, frozenset[int]]:
        """How often the text has these words, how often as whole words, and where between marks."""
        flat, edges = self.sheet.flat, self.sheet.edges
        spans = [(at, at + len(text)) for at in occurrences(flat, text)]
        whole = sum(start in edges and end in edges for start, end in spans)
        alone = (start for start, end in spans if _free(flat[start - 1 : start]) and _free(flat[end : end + 1]))
        return len(spans), whole, frozenset(alone)

    def _elsewhere(self, spot: Spot) -> Iterator[str]:
        text = self.sheet.flat[spot.start : spot.end]
        if text not in self._seen:
            self._seen[text] = self._stands(text)
        count, whole, alone = self._seen[text]
        free = len(alone) - (spot.start in alone)
        brief = len(self.sheet.flat) < _BRIEF and count == 1
        yield "brief" if brief else f"seen {min(count, 3)}"
        yield from (f"tagged elsewhere {tag}" for tag in sorted(self._tagged.get(text, ())))
        if text in self.sheet.article.title:
            yield "in title"
        if not brief:
            yield f"free elsewhere {min(free, 2)}"
        yield f"whole in words {'all' if whole == count else 'some' if whole else 'none'}"


def _once(signs: Iterable[str]) -> Signs:
    return tuple(dict.fromkeys(signs))


def _holds(spot: Spot, person: Spot) -> bool:
    return spot.start <= person.start and person.end <= spot.end


@lru_cache(maxsize=1)
def leads() -> re.Pattern[str]:
    """What stands before a name of some length and is glued to it."""
    return re.compile(rf"(?:{any_of(words('name_leads'))})(?=.{{4}})")


def _free(mark: str) -> bool:
    return not mark or not ("\u3400" <= mark <= "\u9fff" or mark.isalnum())


def _word(token: Token | None, mark: str) -> Sequence[str]:
    if token is None:
        return ("space",) if mark else ("edge",)
    return (token.text[:2],) if token.tag in _CLOSED else _held_by(token.text, token.tag)


@lru_cache(maxsize=4096)
def _held_by(text: str, tag: str) -> tuple[str, ...]:
    """What a word is: its tag, and the tables that hold it."""
    signs = (
        (tag, True),
        ("stop " + tag, text in word_set("np_stops")),
        ("plain " + tag, text in plain_words()),
        ("title", text in word_set("titles")),
    )
    return (*(name for name, here in signs if here), *(name for name in CLASSES if text in word_set(name)))


def is_pair(text: str) -> bool:
    """Whether two characters stand for two countries (中美), and for no place of their own."""
    own = find_division(text) or is_country(text) or text in known_places()
    return len(text) == 2 and bool(country_pair(text) or all(map(country_abbreviation, text))) and not own


def _sorts(tokens: Sequence[Token]) -> Iterator[str]:
    """Of what sorts the words of a spot are."""
    yield f"words {min(len(tokens), 7)}"
    tags = {token.tag for token in tokens}
    if not tags & NAMES:
        yield "nothing proper"
    if len(tokens) > 1:
        yield from (f"inside {tag}" for tag in sorted(tags))
        yield f"first two {tokens[0].tag} {tokens[1].tag}"
        yield f"last two {tokens[-2].tag} {tokens[-1].tag}"


def _generic(tokens: Sequence[Token], spot: Spot) -> Iterator[str]:
    """How much of the spot are words that name nothing in particular, verbs of doing and posts."""
    generic = plain_words()
    plain = [token.text in generic or token.tag in ("m", "q") for token in tokens]
    share = sum(len(token.text) for token, is_plain in zip(tokens, plain, strict=True) if is_plain) / len(spot.text)
    yield f"generic {int(min(share, 1) * 4)}"
    if plain[0] and tokens[0].start == spot.start:
        yield "first generic" + (" all" if all(plain) else "")
    stops, titles = word_set("np_stops"), word_set("titles")
    several = len(tokens) > 1
    yield from (f"stop inside {token.tag}" for token in tokens[1:] if token.text in stops)
    signs = (
        ("first stop", tokens[0].text in stops),
        ("last stop", several and tokens[-1].text in stops),
        ("first title", several and tokens[0].text in titles),
        ("title inside", any(token.text in titles for token in tokens)),
    )
    yield from (name for name, here in signs if here)
