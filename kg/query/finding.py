"""What stands in a free question: names of the graph, days, titles of posts, and what is none of these."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from kg.language.dates import find_dates
from kg.language.divisions import divisions
from kg.language.lexicon import any_of, table, words
from kg.query.names import Names
from kg.query.values import COUNTED, period

_QUOTED = re.compile(r"[“\"「『《]([^”\"」』》]{1,60})[”\"」』》]")
_WHETHER = re.compile(r"([认见签去来在是开参当])[不没]\1")  # 认不认识, 见没见过
_CHINESE = re.compile("[\u4e00-\u9fff]")
_ENGLISH = re.compile(r"[A-Za-z' -]+")  # the words of a question in English: names of the graph are out already
_MARKS = re.compile(r"[\s，。？！、,.?!：:；;（）()“”\"「」『』《》]+")
_SINCE, _UNTIL = ("以来", "以后", "之后", "起"), ("以前", "之前", "以内")


@dataclass(slots=True)
class Text:
    """What was found in a text. rest: the text without names and days. names: (name, types) in their order.

    title: the longest title of a post (省长) in it.
    """

    rest: str
    names: list[tuple[str, frozenset[str]]] = field(default_factory=list)
    quoted: list[str] = field(default_factory=list)
    days: tuple[str, str] = ("", "")
    title: str = ""
    strange: str = ""


def found_in(text: str, names: Names, today: date) -> Text:
    """The names, days and other words of a text. today: what 上月 counts from."""
    text = _WHETHER.sub(r"\1", text)
    found = Text(text, quoted=_QUOTED.findall(text))
    _take_names(found, names)
    _take_days(found, today)
    titles = set(re.findall(f"副?(?:{any_of(words('titles'))})", found.rest)) - set(words("wording_unnamed"))
    found.title = max(sorted(titles), key=len, default="")
    found.strange = _strange(found.rest, found.title)
    found.rest = found.rest.lower()
    _join(text, found)
    return found


def _join(text: str, found: Text) -> None:
    """A name with something strange right beside it is a part of a longer one, not there (中国 in 中国铝业)."""
    if not found.strange or not may_be_name(found.strange):
        return
    for number, (name, types) in enumerate(found.names):
        if types == {"Person"}:  # 下基层 behind 李文达 belongs to no longer name
            continue
        for whole in (name + found.strange, found.strange + name):
            if whole in text and not any(whole in piece for piece in found.quoted):
                del found.names[number]
                found.strange = whole
                return


def _take_names(found: Text, names: Names) -> None:
    """The longest names first: 青海省政府 is no 青海."""
    known = {name: types for name, types in names.types.items() if len(name) > 1}
    for area in (*names.areas, *_places()):
        known.setdefault(area, frozenset({"Location"}))
    cues = _cues()
    places: list[tuple[int, str]] = []
    for name in sorted((name for name in known if name in found.rest and name not in cues), key=lambda n: (-len(n), n)):
        while (at := found.rest.find(name)) >= 0:
            places.append((at, name))
            found.rest = found.rest[:at] + "\x00" * len(name) + found.rest[at + len(name) :]
    found.names = [(name, known[name]) for _, name in sorted(places)]


def _take_days(found: Text, today: date) -> None:
    spans = [(day.start, day.end) for day in find_dates(found.rest, today)]
    spans += [match.span() for match in COUNTED.finditer(found.rest)]
    spans = sorted(span for span in spans if not any(_holds(other, span) for other in spans))
    known = [(begin, end, span) for begin, end in spans if (span := period(found.rest[begin:end].strip(), today))]
    if not known:
        return
    first, last = known[0][2][0].isoformat(), known[-1][2][1].isoformat()
    behind = found.rest[known[-1][1] :]
    since, until = behind.startswith(_SINCE), behind.startswith(_UNTIL)
    found.days = ("" if until else first, "" if since else last)
    for begin, end, _ in known:
        found.rest = found.rest[:begin] + "\x00" * (end - begin) + found.rest[end:]


def _holds(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span != other and span[0] <= other[0] and other[1] <= span[1]


def may_be_name(text: str) -> bool:
    """Whether there is anything in the text but verbs, adverbs and the like: 省委 and 比亚迪, but not 变成了正式."""
    from kg.language.words import cut  # noqa: PLC0415  the dictionary takes half a second

    return any(
        token.tag[0] in "nje" or (token.tag == "x" and any(_is_of_names(char) for char in token.text))
        for token in cut(text)
    )


def _is_of_names(char: str) -> bool:
    """Whether a character of a word that no dictionary has is none of the verbs, adverbs and pronouns (先说)."""
    from kg.language.words import cut  # noqa: PLC0415

    return any(token.tag[0] not in "vdrpcumqf" for token in cut(char))


def _strange(rest: str, title: str) -> str:
    """The longest piece that is neither cue nor filler nor the title of a post."""
    fillers = words("wording_fillers")
    short = "".join(word for word in fillers if len(word) == 1)
    cues = {piece for cue in _cues() for piece in cue.removesuffix("$").split("…") if len(piece) > 1}
    cut = rest if _CHINESE.search(rest) else re.sub(_ENGLISH, "\x00", rest)
    # Cues first: 有什么大会 is 什么大会, and no 大会 behind 有什么.
    cut = re.sub(any_of((*cues, *([title] if title else []))), "\x00", cut)
    cut = re.sub(any_of(("谁", *(word for word in fillers if len(word) > 1))), "\x00", cut)
    pieces = re.split(r"\x00+", _MARKS.sub("\x00", cut))
    # 大会 and 工人 are what names end with.
    bare = (piece.lstrip(short).rstrip(short.replace("会", "").replace("人", "")) for piece in pieces)
    return max((piece for piece in bare if len(piece) > 1), key=len, default="")


@cache
def rows() -> dict[str, list[tuple[float, tuple[str, ...], str]]]:
    """For each question the rows of `data/wordings.tsv`: weight, words, what they say besides."""
    found: dict[str, list[tuple[float, tuple[str, ...], str]]] = {}
    for name, weight, cues, *sets in table("wordings"):
        found.setdefault(name, []).append((float(weight), tuple(cues.split()), sets[0] if sets else ""))
    return found


@cache
def _cues() -> frozenset[str]:
    return frozenset(cue for rows in rows().values() for _, cues, _ in rows for cue in cues)


@cache
def _places() -> frozenset[str]:
    """Provinces and prefectures: places that everybody knows, whether they are in the graph or not."""
    wide = (one for one in divisions() if one.level in ("province", "prefecture"))
    return frozenset(name for one in wide for name in (one.name, one.short))


__all__ = ["Text", "found_in", "may_be_name", "rows"]
