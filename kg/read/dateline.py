"""How an article opens: 本报讯（记者 …）, 新华社北京3月27日电(记者…), and the names in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.language import divisions
from kg.language.text import is_han
from kg.read import papers

_DAY = r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
_WIRE = re.compile(
    rf"^[【\[]?(?:据)?(?P<source>[\u4e00-\u9fff·]{{2,16}}?)\s*(?:{_DAY})?\s*(?P<verb>讯|电|消息|报道)[】\]]?"
    r"(?P<after>\s*[（(：:]|[\s　]|\d|[“‘])"
)
_OWN = ("本报", "本台", "本网", "本刊", "本社")
_BRACKET = re.compile(r"^[^（()）。]{0,30}[（(](?P<inside>[^（()）]{2,80})[)）]")
_WRITERS = re.compile(r"(?:特约|见习|实习|首席|全媒体|融媒体|本报|驻地)*(?:记者|通讯员|评论员|实习生|报道员|作者|撰稿)")
_OPEN_BYLINE = re.compile(
    r"^(?P<paper>[\u4e00-\u9fff]{2,12}?)?记者[\s：:]+(?P<names>[\u4e00-\u9fff·]{2,20}(?:[\s、]+(?!文/图|图/文|摄影|报道)[\u4e00-\u9fff·]{1,10}){0,4})"
    r"(?=\s*(?:文/图|图/文|摄影|报道|综合)|\s*\d|\s|$)"
)
_CLOSING = re.compile(r"[（(](?P<inside>[^（()）]{2,80})[)）]$")
_STRAY = re.compile(r"文/图|图/文|(?<!\S)文(?!\S)|摄影报道|报道|整理|综合|/?摄$")


@dataclass(frozen=True, slots=True)
class Dateline:
    """How an article opens. source: 本报, 新华社, 凉山日报 …; place: 西宁 or ""; year, month, day: 0 if unsaid."""

    source: str
    place: str
    year: int
    month: int
    day: int
    reporters: tuple[str, ...]


def opens(line: str) -> bool:
    """Whether a line begins an article by a dateline."""
    return _wire(line) is not None


def read_dateline(text: str) -> Dateline | None:
    """The dateline at the beginning of an article's body, or None."""
    match = _wire(text)
    if match is None:
        return None
    source, place = _source_and_place(match.group("source"))
    bracket = _BRACKET.match(text)
    names = reporters(bracket.group("inside"), bare=source.startswith("中新")) if bracket else ()
    year, month, day = (int(match.group(part) or 0) for part in ("year", "month", "day"))
    return Dateline(source, place, year, month, day, names)


def read_reporters(text: str) -> tuple[str, ...]:
    """The reporters whom a body names at its beginning or end."""
    dateline = read_dateline(text)
    if dateline and dateline.reporters:
        return dateline.reporters
    opening = _OPEN_BYLINE.match(text[:60])
    if opening and not re.search("从|在", opening.group("names")):
        return _people(opening.group("names"))
    closing = _CLOSING.search(text)
    return reporters(closing.group("inside")) if closing else ()


def reporters(words: str, *, bare: bool = False) -> tuple[str, ...]:
    """The names in a byline: 「特约记者 莫昌伟 田得乾」, 「记者 李 戈 通讯员 罗培」; `bare`: without a 记者 before."""
    parts = list(_WRITERS.finditer(words))
    if not parts:
        return _people(words) if bare and "完" not in words else ()
    ends = [part.start() for part in parts[1:]] + [len(words)]
    found = [name for part, end in zip(parts, ends, strict=True) for name in _people(words[part.end() : end])]
    return tuple(dict.fromkeys(found))


def _people(words: str) -> tuple[str, ...]:
    tokens = [token for token in re.split(r"[\s、，,/：:　]+", _STRAY.sub(" ", words)) if token]
    names: list[str] = []
    for token in tokens:
        # 「李 戈」: a name of two characters is spaced out to the width of three.
        if names and len(token) == 1 and len(names[-1]) == 1:
            names[-1] += token
        else:
            names.append(token)
    return tuple(name for name in names if len(name) > 1 and all(is_han(c) or c in "·." for c in name))


def _wire(text: str) -> re.Match[str] | None:
    match = _WIRE.match(text[:60])
    if match is None:
        return None
    source = match.group("source")
    if source.startswith(_OWN) or _paper_part(source):
        return match
    # 「石河子讯(记者…)」: a place alone, with brackets behind it.
    bracket = match.group("after").strip() in ("（", "(")
    return match if bracket and match.group("verb") in "讯电" and divisions.find(source) else None


def _source_and_place(words: str) -> tuple[str, str]:
    for own in _OWN:
        if words.startswith(own):
            return own, words.removeprefix(own).strip()
    length = _paper_part(words)
    return (words[:length], words[length:].strip()) if length else ("", words)


def _paper_part(words: str) -> int:
    """How many characters of `words` are the name of a paper or agency; 0 if none."""
    return next((n for n in range(len(words), 1, -1) if papers.home(words[:n]) is not None), 0)
