"""How an article opens: 本报讯（记者 …）, 新华社北京3月27日电(记者…), and the names in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.language import divisions
from kg.language.classes import FIGURES, NUMERALS, all_of, one_of
from kg.language.lexicon import pattern, words
from kg.language.numerals import number
from kg.language.text import is_han
from kg.read import furniture, papers
from kg.read.bracketed import bracketed
from kg.read.units import without_unit

_DAY = (
    rf"(?:(?P<year>\d{{4}}|[{FIGURES}]{{4}})年)?"
    rf"(?P<month>\d{{1,2}}|[{NUMERALS}]{{1,2}})月(?P<day>\d{{1,2}}|[{NUMERALS}]{{1,3}})日"
)
_WIRE = re.compile(
    rf"^[【\[]?(?P<heard>据)?(?P<source>[\u4e00-\u9fff·、\-－—]{{2,24}}?)\s*+(?:{_DAY}(?P<late>[\u4e00-\u9fff]{{2,6}})?)?\s*+[专特急]?(?P<verb>{one_of('dispatches')})[】\]]?"
    r"(?P<after>\s*[（(：:]|[\s　]|\d|[“‘])?"
)
# What stands behind the verb where a reporter's names do.
_SIGNED = re.compile(
    rf"\s*[（(][^（()）]{{0,16}}?(?:记者|{one_of('contributors')}|编辑|通讯)|\s+[^（()）\s]{{0,6}}记者"
)
_SPECIAL = re.compile(r"[【\[](?:特|专|又)讯[】\]]")  # 【特讯】 of papers of Macao
_OWN = all_of("own_paper")
_BRACKET = re.compile(r"^[^（()）。]{0,30}[（(](?P<inside>[^（()）]{2,80})[)）]")
_WRITERS = re.compile(f"(?:{one_of('kinds_of_reporters')}){{0,4}}(?:记者(?![团站])|{one_of('contributors')})")
# 「青江日报记者 李文 通讯员 周明 青江报道」 at the head of a body, as far as it goes.
_OPEN_BYLINE = re.compile(
    rf"^(?:[\u4e00-\u9fff·、]{{2,12}}?(?:\s*[|｜])?\s*)??(?:{one_of('kinds_of_reporters')})*(?:记者|通讯员)(?=[\s：:\u4e00-\u9fff])"
)
_ROLE = re.compile(rf"(?:[\u4e00-\u9fff]{{0,6}}?)(?:记者|{one_of('contributors')})$")
_CLOSING = re.compile(r"[（(](?P<inside>[^（()）]{2,80})[)）]$")
_OPENING, _LONGEST_NAME, _NAME_LENGTH = 90, 12, 8
# 「本报讯 记者李文达报道」, 「【大公报讯】记者李文达报道：」, 「记者王小明／台北报导」
_TOLD = re.compile(
    rf"^[^，。]{{0,14}}?(?:{one_of('kinds_of_reporters')})*记者\s*([\u4e00-\u9fff·]{{2,5}}(?:[、\s][\u4e00-\u9fff·]{{2,5}}){{0,4}}?)\s*"
    r"(?:[/／]\s*[\u4e00-\u9fff]{2,6}?\s*)?(?:综合|摄影|文/图|图/文)?报[道导](?=[：:\s\d，（(]|[^，。]{0,4})"
)
_SIGNED_FIRST = re.compile(r"[（(](?P<inside>[^（()）。，：；]{3,40})[）)]\s*(?=[\u4e00-\u9fff\d“])")
_WROTE = re.compile(
    rf"^(?:文|图|图文|文图|文\s?/\s?图|图\s?/\s?文|撰文|作者)\s?[/：:｜|丨]\s?|^(?:{one_of('credits_in_pairs')})\s?[/、]\s?(?:{one_of('credits_in_pairs')})[\s：:/]{{1,3}}"
)
_PICTURED = re.compile(r"(?:^|\s)(?:图|图片|摄影)\s?[/：:｜|丨].*")
_OTHERS = re.compile(rf"[\s，；](?:{one_of('credits_of_others')})\s?[/：:｜|丨].*")
_EDITED = re.compile("责任编辑|责编|编辑")
_ABOUT = re.compile("作者(?:单位|系|为|是|简介|现任)")  # says who the writer is, not what the name is
_LAST = 60
_LAST_BYLINE = re.compile(
    r"[。！？”]\s{0,4}(?P<byline>[\u4e00-\u9fff、·]{0,16}(?:记者|通讯员)[\s：:]{0,3}[\u4e00-\u9fff·、\s/]{2,40})$"
)
_STRAY = re.compile(
    r"文/图|图/文|供稿/供图|供稿|供图|(?<=[\u4e00-\u9fff])[文图]/|(?<!\S)文(?!\S)|摄影报道|报道|整理|综合|/?摄$"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """How an article opens. source: 本报, 新华社, 凉山日报 …; place: 西宁 or ""; year, month, day: 0 if unsaid."""

    source: str
    place: str
    year: int
    month: int
    day: int
    reporters: tuple[str, ...]


def opens(line: str, *, sure: bool = False) -> bool:
    """Whether a line begins an article by a dateline. sure: only by one of a paper that is known."""
    if bracketed(line) is not None or _SPECIAL.match(line) or (not sure and signed_first(line)):
        return True
    match = _wire(line)
    return match is not None and (not sure or match["source"].startswith(_OWN) or _paper_part(match["source"]) > 0)


def read_dateline(text: str) -> Dateline | None:
    """The dateline at the beginning of an article's body, or None."""
    inside = bracketed(text)
    if inside is not None:
        return Dateline(inside.source, inside.place, 0, inside.month, inside.month and inside.day, inside.names)
    match = _wire(text)
    if match is None and _SPECIAL.match(text):
        return Dateline("", "", 0, 0, 0, ())
    if match is None:
        names = signed_first(text)
        return Dateline("", "", 0, 0, 0, names) if names else None
    source, place = _source_and_place(match.group("source"))
    place = place or match.group("late") or ""
    bracket = _BRACKET.match(text)
    within = bracket.group("inside") if bracket else ""
    names = reporters(within, bare=source.startswith("中新")) or furniture.signed(f"（{within}）")
    names = names or _opening_names(text[match.end("verb") :].lstrip())
    year, month, day = (number(match.group(part) or "0") for part in ("year", "month", "day"))
    return Dateline(source, place, year, month, day, names)


def signed_first(text: str) -> tuple[str, ...]:
    """The writers whom a body names in brackets before its first word: 「（通讯员 李文）11月12日，……」."""
    match = _SIGNED_FIRST.match(text[:_OPENING])
    if not match:
        return ()
    return (
        reporters(match["inside"]) if _WRITERS.search(match["inside"]) else furniture.signed(f"（{match['inside']}）")
    )


def read_reporters(text: str) -> tuple[str, ...]:
    """The reporters whom a body names at its beginning or end."""
    dateline = read_dateline(text)
    if dateline and dateline.reporters:
        return dateline.reporters
    told = _TOLD.match(text[:_OPENING])
    if told and (names := tuple(name for name in _people(told.group(1)) if len(name) <= _LONGEST_NAME)):
        return names
    opening = _opening_names(text)
    if opening:
        return opening
    closing = _CLOSING.search(text)
    if not closing:
        return _bare_closing(text)
    ended = closing.start() > 0 and text[closing.start() - 1] in "。！？”\n"
    inside = closing.group("inside")
    if _WROTE.match(inside):
        return reporters(f"记者 {_OTHERS.sub('', _WROTE.sub('', inside))}")
    return reporters(inside) or (furniture.signed(closing.group(), short=True) if ended else ())


def _bare_closing(text: str) -> tuple[str, ...]:
    """The names of a byline without brackets behind the last sentence: 「……。青江晚报记者 何林 实习生 沈佳」."""
    match = _LAST_BYLINE.search(text[-_LAST:])
    names = reporters(_STRAY.sub(" ", match["byline"])) if match else ()
    return names if all(_is_person(name) or "·" in name for name in names) else ()


def _opening_names(text: str) -> tuple[str, ...]:
    """The names of a byline without brackets that opens a body, up to the first word that is no name."""
    if not _OPEN_BYLINE.match(text):
        return ()
    head = re.split(r"[，。“‘0-9（(]", text[:_OPENING], maxsplit=1)[0]
    # 「记者李文达7月31日报道」, but 「记者查询发现，……」
    if not re.search(r"(?:记者|通讯员)[\s：:]|报[道导]\s*$", head) and not text[len(head) : len(head) + 1].isdigit():
        return ()
    before, *segments = _WRITERS.split(head)
    # 「高原、特约记者何林报道」
    names = [name for name in before.split("、") if _is_person(name)] if before.endswith("、") else []
    for segment in segments:
        tokens = re.split(r"[\s、：:]+", _STRAY.sub(" ", segment))
        for k, token in enumerate(tokens):
            # 「李 文」: a name of two characters is spaced out to the width of three.
            if len(token) == 1 and names and len(names[-1]) == 1:
                names[-1] += token
            elif _is_person(token) or (len(token) == 1 and k + 1 < len(tokens) and len(tokens[k + 1]) == 1):
                names.append(token)
            elif token and not _ROLE.search(token):
                break
    return tuple(dict.fromkeys(name for name in names if len(name) > 1))


def _is_person(token: str) -> bool:
    han = 2 <= len(token) <= 4 and all(map(is_han, token)) and token.startswith(words("surnames"))
    return (han or ("·" in token and len(token) <= 12)) and not divisions.find(token)


_DESK = re.compile(rf"[\u4e00-\u9fff]{{3,12}}(?:{one_of('units_of_writers')})")  # for whom they write


def reporters(byline: str, *, bare: bool = False) -> tuple[str, ...]:
    """The names in a byline: 「特约记者 莫昌伟 田得乾」, 「记者 李 戈 通讯员 罗培」; `bare`: without a 记者 before."""
    if _ABOUT.search(byline):
        return ()
    byline = _EDITED.split(byline, maxsplit=1)[0]
    parts = list(_WRITERS.finditer(byline))
    if not parts:
        return _people(byline) if bare and "完" not in byline else ()
    ends = [part.start() for part in parts[1:]] + [len(byline)]
    # 「（何林 青江日报记者 沈佳）」
    before = [word for word in _people(byline[: parts[0].start()].rpartition(" ")[0]) if _is_person(word)]
    found = [*(word for word in before if not _named_so().search(word))]
    found += [name for part, end in zip(parts, ends, strict=True) for name in _people(byline[part.end() : end])]
    return tuple(dict.fromkeys(found))


def writers(line: str) -> tuple[str, ...]:
    """The names of a line that holds nothing but them: 「□ 李明」, 「■李文达 本报记者 周明远」."""
    plain = _PICTURED.sub("", _WROTE.sub("", line.lstrip("□■●◆▲◎○◇★☆ ")))
    first = _WRITERS.search(plain)
    before = _people(plain[: first.start()]) if first else ()
    named = before if all(_is_person(name) and not _named_so().search(name) for name in before) else ()
    return tuple(dict.fromkeys((*named, *(reporters(plain) or reporters(f"记者 {plain}")))))


def _people(byline: str) -> tuple[str, ...]:
    tokens = [token for token in re.split(r"[\s、，,/：:　丨｜|]+", _STRAY.sub(" ", byline)) if token]
    names: list[str] = []
    for token in tokens:
        # 「李 戈」: a name of two characters is spaced out to the width of three.
        if names and len(token) == 1 and len(names[-1]) == 1:
            names[-1] += token
        else:
            names.append(token)
    whole = (name for name in names if len(name) > 1 and name not in _OWN and all(is_han(c) or c in "·." for c in name))
    return tuple(name for name in without_unit(tuple(whole)) if not _DESK.fullmatch(name))


def _wire(text: str) -> re.Match[str] | None:
    match = _WIRE.match(text[:70])
    if match is None:
        return None
    source, verb, after = match["source"], match["verb"], match["after"]
    told = verb in "讯电" or (verb == "消息" and len(source) <= _NAME_LENGTH and bool(_named_so().search(source)))
    dated = match["month"] is not None and told and not match["heard"]
    if source.startswith(_OWN) or _paper_part(source):
        dated = match["month"] is not None and not match["heard"]
        return match if after or dated or text[:1] in "【[" else None
    if text[:1] in "【[" and text[match.end("verb") :][:1] in "】]" and verb in "讯电" and _named_so().search(source):
        return match  # 【香江日报讯】 of a paper that no list holds
    signed = bool(_SIGNED.match(text, match.end("verb"))) and not match["heard"]
    if (signed or dated) and verb != "报道" and not source.endswith(words("not_papers")) and _is_paper(source, verb):
        return match
    # 「石河子讯(记者…)」: a place alone, with brackets behind it.
    bracket = (after or "").strip() in ("（", "(")
    return match if bracket and verb in "讯电" and divisions.find(source) else None


def _is_paper(source: str, verb: str) -> bool:
    """Whether the words before 讯 or 电 look like a paper's name: 红网时刻新闻, 交汇点, 新报."""
    return len(source) <= 6 or bool(_named_so().search(source)) or (verb == "电" and bool(divisions.find(source)))


@cache
def _named_so() -> re.Pattern[str]:
    return pattern("paper_words")


def _source_and_place(words_before: str) -> tuple[str, str]:
    for own in _OWN:
        if words_before.startswith(own):
            return own, words_before.removeprefix(own).strip()
    length = _paper_part(words_before)
    if not length:
        ends = [match.end() for match in _named_so().finditer(words_before)]
        length = ends[-1] if ends else 0 if divisions.find(words_before) else len(words_before)
    place = words_before[length:].strip(" -－—·、")
    for tail in ("新闻", "频道"):
        place = place.removesuffix(tail)
    return words_before[:length], place


def _paper_part(source: str) -> int:
    """How many characters of `source` are the name of a paper or agency; 0 if none."""
    return next((n for n in range(len(source), 1, -1) if papers.home(source[:n]) is not None), 0)
