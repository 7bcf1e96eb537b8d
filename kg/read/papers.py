"""Which newspapers and agencies there are, and where they are at home."""

from __future__ import annotations

import re
from functools import cache

from kg.language import divisions
from kg.language.lexicon import words

COUNTRY = "中国"
# What follows a place in the name of a paper or station.
_SUFFIX = (
    r"(?:日报|晚报|早报|晨报|时报|商报|都市报|新报|周报|快报|特区报|经济报|法治报|农民报|青年报|导报|报|新闻网|在线|网|"
    r"广播电视台|电视台|广播电台|融媒体中心|融媒|发布|观察|新闻|传媒)"
)
_PAPER = re.compile(rf"^([\u4e00-\u9fff]{{2,9}}?){_SUFFIX}(?:社|客户端|全媒体|新媒体|网)?$")
_TAIL = re.compile(r"(?:社|客户端|全媒体|新媒体|数字报|融媒体)+$")


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
    match = _PAPER.match(plain)
    if not match:
        return None
    return COUNTRY if match.group(1) == COUNTRY else _only(match.group(1))


def _only(place: str) -> str | None:
    found = divisions.find(place)
    highest = [division for division in found if division.level == found[0].level]
    return highest[0].name if len(highest) == 1 else None
