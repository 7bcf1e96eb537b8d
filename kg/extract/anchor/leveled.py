"""Houses of one line of work called by their level alone: 国家税务总局甲市税务局…。|市局|局长乙, |省公司|总经理丙."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

# 市局|, 市局党委
CALL = re.compile(
    r"(?P<level>[省市县区州])(?P<kind>局|院|公司|分公司|分行|支行|联社)(?P<committee>党委|党组|纪委|分党组)?"
)


@cache
def _named(level: str, kind: str) -> re.Pattern[str]:
    """How such a house is called in full: 甲|市|税务|局, 国网乙|省|电力|公司."""
    return re.compile(rf"[\u3400-\u9fff]{level}[^省市县区州、,]{{0,12}}{kind}$")


def house_of_level(call: str, names: Sequence[str]) -> int | None:
    """The index of the last of the names that the call (市局, 省公司, 市局党委) means, or None.

    names: of the houses told so far, the nearest last.
    """
    match = CALL.fullmatch(call)
    if match is None:
        return None
    named = _named(match["level"], match["kind"])
    return next((at for at in range(len(names) - 1, -1, -1) if named.search(names[at])), None)
