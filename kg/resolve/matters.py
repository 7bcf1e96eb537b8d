"""What a happening is about, as its name tells: 经济|工作会议 and 农村|工作会议 of one day are two."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.language.classes import NUMERALS, all_of
from kg.language.lexicon import any_of
from kg.resolve.places import split

_TELLS = 2  # characters that tell a matter
_ORDINALS = re.compile(rf"(?:19|20)\d\d年?|第?[{NUMERALS}\d]{{1,4}}(?:届|次|期|季度)")
_LEVEL = re.compile(r"^全?[省市县区州盟旗](?:委|政府)?")
_WORLD = ("国际", "中国", "全国", "全球", "世界", "亚洲", "国家")


@lru_cache(maxsize=65536)
def other_matter(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether every name of the one says another thing than those of the other where they differ."""
    return all(_differ(_core(a), _core(b)) for a in mine for b in theirs)


@lru_cache(maxsize=65536)
def _core(name: str) -> str:
    """A name without place, level, year and number."""
    left = _LEVEL.sub("", split(_ORDINALS.sub("", name), ())[1])
    return _LEVEL.sub("", split(left, ())[1])


def _differ(mine: str, theirs: str) -> bool:
    size = _shared(mine, theirs)
    mine, theirs = mine[size:], theirs[size:]
    tail = _shared(mine[::-1], theirs[::-1])
    left = [_frames().sub("", name[: len(name) - tail]) for name in (mine, theirs)]
    return min(map(len, left)) >= _TELLS and not set(left[0]) & set(left[1])


def _shared(mine: str, theirs: str) -> int:
    """How many characters two names begin with in common."""
    return next(
        (at for at, (a, b) in enumerate(zip(mine, theirs, strict=False)) if a != b), min(len(mine), len(theirs))
    )


@cache
def _frames() -> re.Pattern[str]:
    return re.compile(any_of(all_of("frames_of_meetings")))


@lru_cache(maxsize=65536)
def is_homely(names: tuple[str, ...]) -> bool:
    """Whether every name is that of what each place holds for itself: 春风行动招聘会, 光伏组件项目开工仪式."""
    return all(
        name.endswith(all_of("homely_happenings")) and not any(word in name for word in _WORLD) for name in names
    )


__all__ = ["is_homely", "other_matter"]
