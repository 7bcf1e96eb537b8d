"""Works told by the place where they are built."""

from __future__ import annotations

import pytest
from extracting import names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12月5日，礼泉县境内的东川水利枢纽工程工地上，1200名建设者昼夜施工。", {"东川水利枢纽工程"}),
        ("在青枞长江公铁大桥建设现场，首片钢梁吊装就位。", {"青枞长江公铁大桥"}),
        ("他来到青江特大桥施工现场，慰问一线工人。", {"青江特大桥"}),
        ("东川水利枢纽工程大坝混凝土浇筑突破百万立方米。", {"东川水利枢纽工程"}),
        ("8月6日，渝宜高铁宜昌北站站房主体封顶。", {"渝宜高铁"}),
        ("8月1日，重庆至宜昌高速铁路全线贯通。", {"重庆至宜昌高速铁路"}),
        ("1月8日，池州至枞阳长江公铁大桥主塔承台浇筑完成。", {"池州至枞阳长江公铁大桥"}),
        ("记者在工地上看到，工人们正在施工。", set()),
        ("施工现场，塔吊林立。", set()),
        ("他们走过青江特大桥，到对岸的学校上课。", set()),
        ("工程大坝下游的水位上涨。", set()),
        ("旅客乘高铁到宜昌北站下车。", set()),
    ],
)
def test_works_at_their_sites(text, found):
    assert names(text, "Project") == found
