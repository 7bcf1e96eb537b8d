"""What people on a visit are shown: the list behind the verb tells where each name ends."""

from __future__ import annotations

import pytest
from extracting import read

TABLE = [
    ("李文达一行考察了长三角G60宁河走廊规划展示馆。", {"长三角G60宁河走廊规划展示馆"}),
    ("李文达分别前往众安·美丰大楼、洛克·荣府大楼、外滩源33等地，调研城市更新。",
     {"众安·美丰大楼", "洛克·荣府大楼", "外滩源33"}),
    ("李文达先后前往中德(蒲江)产业新城、蒲江县西来镇铜鼓村和铁牛村，与干部交流。",
     {"中德(蒲江)产业新城", "铜鼓村", "铁牛村"}),
    ("李文达先后来到正泰智能电气西北产业园、中欧班列西宁集结中心，详细了解生产情况。",
     {"正泰智能电气西北产业园", "中欧班列西宁集结中心"}),
    ("李文达深入陶阳楼游客中心、御窑景巷古戏台、老城博物馆开展调研。",
     {"陶阳楼游客中心", "御窑景巷古戏台", "老城博物馆"}),
    ("李文达来到大通县朔北乡东峡村，走访慰问困难群众。", {"东峡村"}),
    ("李文达走进车间、深入田间地头，与工人亲切交谈。", set()),
    ("李文达来到企业生产车间、项目建设现场，了解情况。", set()),
    ("李文达参观了企业展厅和智能化生产线。", set()),
    ("李文达走访慰问了三家社区医院。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "goals"), TABLE)
def test_each_item_is_visited_as_a_whole(text, goals):
    assert {ends[1] for ends in read(text, "VISITED", place="青海", city="西宁")} == goals
