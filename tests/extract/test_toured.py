"""What people on a visit are shown: the list behind the verb tells where each name ends."""

from __future__ import annotations

import pytest
from extracting import read

TABLE = [
    ("李文达一行考察了长三角G60宁河走廊规划展示馆。", {"长三角G60宁河走廊规划展示馆"}),
    ("李文达分别前往宁安·青丰大楼、云石·明府大楼、云桥源33等地，调研城市更新。",
     {"宁安·青丰大楼", "云石·明府大楼", "云桥源33"}),
    ("李文达先后前往中德(大邑)产业新城、大邑县云溪镇石鼓村和青牛村，与干部座谈。",
     {"中德(大邑)产业新城", "石鼓村", "青牛村"}),
    ("李文达先后来到昆仑智能电气西部产业园、中欧班列西宁集结中心，详细了解生产情况。",
     {"昆仑智能电气西部产业园", "中欧班列西宁集结中心"}),
    ("李文达深入云阳楼游客中心、青窑景巷古戏台、旧城博物馆考察。",
     {"云阳楼游客中心", "青窑景巷古戏台", "旧城博物馆"}),
    ("李文达来到大通县朔北乡东峡村，走访慰问困难群众。", {"东峡村"}),
    ("李文达来到石桥区建设者之家，看望慰问职工。", {"石桥区建设者之家"}),
    ("李文达走进车间、深入田间地头，与工人亲切交谈。", set()),
    ("李文达来到企业生产车间、项目建设现场，了解情况。", set()),
    ("李文达参观了企业展厅和智能化生产线。", set()),
    ("李文达走访慰问了三家社区医院。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "goals"), TABLE)
def test_each_item_is_visited_as_a_whole(text, goals):
    assert {ends[1] for ends in read(text, "VISITED", place="青海", city="西宁")} == goals
