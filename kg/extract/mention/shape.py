"""What the text of a candidate name tells by itself: its last word, marks and figures in it, the shape of a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.language.countries import is_country, is_region, known_places
from kg.language.divisions import abbreviation, is_town
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, word_set, words
from kg.language.names import looks_like_person, surname_of
from kg.language.words import is_word, sort_of_name

_SIGNS = (("的", re.compile("的")), ("figure", re.compile(r"\d")), ("latin", re.compile("[A-Za-z]")))
_PAIRS = (("(", ")"), ("“", "”"), ("《", "》"), ("‘", "’"))


@lru_cache(maxsize=4096)
def shape(text: str, kind: str) -> tuple[str, ...]:
    """Features of the text alone."""
    found = [form for end in _endings(text, kind) for form in (f"ending {end}", f"long ending {min(len(end), 4)}")]
    found = found or ["no ending"]
    if kind == "Person":
        found = _personal(text)
    found.append(f"last character {text[-1]}")
    if is_country(text):
        found.append("country")
    if len(text) == 2 and all(map(abbreviation, text)):
        found.append("two provinces")
    if is_region(text):
        found.append("region")
    if text in known_places():
        found.append("known place")
    if is_town(text):
        found.append("known town")
    if sort := sort_of_name(text):
        found.append(f"dictionary {sort}")
    if text in word_set("not_organisations") or text in word_set("bare_bodies"):
        found.append("bare")
    found += ["place ahead"] if 0 < len(_head(text)) < len(text) else []
    return (*found, *(name for name, sign in _SIGNS if sign.search(text)))


def _endings(text: str, kind: str) -> Iterator[str]:
    if kind == "Person":
        return
    names = ("organization_suffixes", "firm_endings") if kind == "Organization" else ("location_suffixes",)
    for name in names:
        match = _ending(name).search(text)
        if match and match.start():
            yield match.group()
            return


@lru_cache(maxsize=8)
def _ending(name: str) -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words(name))})$")


def _head(text: str) -> str:
    """The division or country with which the text starts, the longest."""
    heads = (text[:length] for length in range(min(11, len(text)), 1, -1))
    return next((head for head in heads if find_division(head) or is_country(head)), "")


def _personal(text: str) -> list[str]:
    surname = surname_of(text)
    found = [f"surname {len(surname) if surname else 0} of {len(text)}"]
    if surname:
        found.append("common surname" if surname in word_set("common_surnames") else "rare surname")
    found.append("shape of a name" if looks_like_person(text) else "no shape of a name")
    found += ["word"] if is_word(text) else []
    return [*found, "dot"] if "·" in text else found


def marks(text: str) -> Iterator[str]:
    """Features of brackets and quotation marks in the text."""
    for opener, closer in _PAIRS:
        if text.count(opener) != text.count(closer):
            yield "unbalanced"
    if text[-1:] in ")”》’":
        yield f"ends {text[-1]}"
    if text[:1] in "(“《‘":
        yield f"starts {text[0]}"
