"""Which newspapers and agencies there are, and where they are at home."""

from __future__ import annotations

import re
from functools import cache

from kg.language import divisions
from kg.language.classes import one_of
from kg.language.lexicon import any_of, words

COUNTRY = "中国"
# What follows a place in the name of a paper or station.
_SUFFIX = f"(?:{any_of(words('paper_endings'))})"
_PAPER = re.compile(rf"^([\u4e00-\u9fff]{{2,9}}?){_SUFFIX}(?:{one_of('platforms')})?$")
_TODAY = "今日"  # a county's paper: 今日|石门
_PARTED = re.compile(r"[\s/|｜（(、，,]+")
_CHANNEL = re.compile(r"^[\s\-－—–·|｜/]+|频道$|新闻$|网$")
_ACCOUNT = re.compile(
    r"(?:[省市县区州旗盟])?(?:发布|宣传|融媒|融媒体中心|[\u4e00-\u9fff]{0,8}(?:局|委|办|部|政府|网站))?"
)
_TAIL = re.compile(f"(?:{one_of('platforms')}){{1,4}}$")


@cache
def listed() -> dict[str, str]:
    """Papers whose names do not show their home: name → full name of a division, or 中国."""
    return {name: home for name, _, home in (line.partition("\t") for line in words("mastheads"))}


@cache
def home(name: str) -> str | None:
    """The full name of the division whose paper `name` is (西宁晚报 → 西宁市), 中国, or None where it is no paper.

    A name that fits several divisions of the same level (朝阳日报) gives None.
    """
    plain = _TAIL.sub("", name)
    for call in (name, plain):
        if call in listed():
            return listed()[call]
    if plain.startswith(_TODAY):
        return _only(plain.removeprefix(_TODAY))
    match = _PAPER.match(plain)
    if not match:
        return None
    if match.group(1).startswith(COUNTRY) and match.group(1) != COUNTRY:
        return _only(match.group(1).removeprefix(COUNTRY))
    return COUNTRY if match.group(1) == COUNTRY else _only(match.group(1))


@cache
def home_of_source(source: str) -> str | None:
    """The same for what stands behind 来源：, which may name a channel or a writer, too: 人民网－重庆频道, 中新网广东.

    A channel of a paper of the whole country is at home where it says.
    """
    first = _PARTED.split(source.strip('“”" '), maxsplit=1)[0]
    names = [first, *(first[:n] for n in range(len(first) - 1, 1, -1))]
    paper = next((name for name in names if home(name) is not None), None)
    if paper is None:
        return _account(first)
    channel = _CHANNEL.sub("", source[len(paper) :])
    return _only(channel) or home(paper) if channel and home(paper) == COUNTRY else home(paper)


def _account(name: str) -> str | None:
    """The home of an account: 上海奉贤, 广东人社, 宁河发布; but 兴业证券 is not that of a county called 兴业."""
    for length in range(len(name), 1, -1):
        where = _only(name[:length])
        if where and (divisions.find(where)[0].level != "county" or _ACCOUNT.fullmatch(name[length:])):
            return where
    return None


def _only(place: str) -> str | None:
    found = divisions.find(place)
    if not found:
        return None
    highest = [division for division in found if division.level == found[0].level]
    cities = [division for division in highest if not division.name.endswith("地区")]
    highest = cities if len(cities) == 1 else highest  # 毕节|日报: 毕节市, that was 毕节地区
    return highest[0].name if len(highest) == 1 else None
