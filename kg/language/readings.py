"""How characters are read (pinyin without tones): the one door to pypinyin, whose table this is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec
from unicodedata import normalize

from kg.language.lexicon import table


def readings(texts: Iterable[str]) -> dict[str, list[str]]:
    """For each Chinese character of the texts its readings in ASCII, ü as v, the usual one first."""
    return {char: list(some) for char in sorted(set("".join(texts))) if char > "\u2e7f" and (some := _readings(char))}


@cache
def _readings(char: str) -> tuple[str, ...]:
    syllables = _table().get(ord(char), "")
    return tuple(dict.fromkeys(map(_plain, syllables.split(",")))) if syllables else ()


@cache
def _table() -> Mapping[int, str]:
    """The table of single characters without the package, whose phrases and their index take four times as long."""
    package = find_spec("pypinyin")
    spec = PathFinder.find_spec("pinyin_dict", package.submodule_search_locations) if package else None
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError("pypinyin")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    found: Mapping[int, str] = module.pinyin_dict
    return found


def surnames() -> dict[str, str]:
    """The surnames that are read otherwise than their characters usually are, each with its reading."""
    return {row[0]: row[1] for row in table("surname_readings")}


def _plain(syllable: str) -> str:
    letters = normalize("NFD", syllable.replace("ü", "v"))
    plain = "".join(letter for letter in letters if "a" <= letter <= "z" or letter == "\u0308")
    return plain.replace("u\u0308", "v")
