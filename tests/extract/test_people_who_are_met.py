"""People whose names no dictionary has, told by the verb that meets them and the post before them."""

from __future__ import annotations

import pytest
from extracting import names, read

MET = [
    ("周明远会见泰国副总理颂猜。", {"周明远", "颂猜"}),
    ("李文达拜会德国云岭公司总裁博乐仁。", {"李文达", "博乐仁"}),
    ("周明远会见捷克议长冯德拉、匈牙利外长西雅尔多一行。", {"周明远", "冯德拉", "西雅尔多"}),
    ("外交部长周明远5月8日同法国外长勒图尔通电话，就双边关系深入交换意见。", {"周明远", "勒图尔"}),
    ("外交部长周明远8日应约同尼日利亚外长图加尔通电话。", {"周明远", "图加尔"}),
    ("周明远会见省委书记一行。", {"周明远"}),
    ("周明远会见代表团团长夫人。", {"周明远"}),
    ("李文达与市长共同启动开关，随后与局长座谈。", {"李文达"}),
    ("记者采访了护士长、医院院长助理。", set()),
    ("他担起了镇党委书记一职。", set()),
]


@pytest.mark.parametrize(("text", "people"), MET)
def test_who_is_met_is_somebody(text: str, people: set[str]) -> None:
    assert names(text, "Person") == people


def test_a_branch_of_the_league_tells_whose_city_it_is() -> None:
    posts = read("共青团赣州市委举办青年论坛，团市委书记何林、市文联主席周明远致辞。", "HOLDS_POSITION")
    assert set(posts) == {("何林", "共青团赣州市委"), ("周明远", "赣州市文联")}


def test_a_school_tells_whose_town_it_is() -> None:
    posts = read("兴国县永丰镇中心小学举行开学典礼，镇党委副书记陈国强致辞，教师何林获一等奖。", "HOLDS_POSITION")
    assert ("陈国强", "永丰镇党委") in posts
    assert "何林" in names("教师何林获一等奖。", "Person")


def test_an_old_town_is_no_town() -> None:
    assert not read("青江古镇文化公司举行开业典礼，镇党委副书记陈国强致辞。", "HOLDS_POSITION")
