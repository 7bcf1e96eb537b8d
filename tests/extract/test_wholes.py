"""Names of which the tagger makes pieces: towns behind their county, works built with others, names behind titles."""

from __future__ import annotations

import pytest
from extracting import names

WHOLE = [
    ("延吉市朝阳川镇的苹果梨园里一片忙碌。", "Location", {"延吉市", "朝阳川镇"}),
    ("墨脱县背崩乡乡长桑杰旺姆说。", "Organization", {"背崩乡政府"}),
    ("大连24中与青江大学共建实验室。", "Organization", {"大连24中", "青江大学"}),
    ("2024中国与世界论坛举行。", "Organization", set()),
    ("青江水务集团承建石门水库及供水工程。", "Project", {"石门水库及供水工程"}),
    ("青江大桥及连接线工程动工。", "Project", {"青江大桥及连接线工程"}),
    ("布隆迪外长尼扬扎10日在上海表示，布方愿深化合作。", "Person", {"尼扬扎"}),
    ("青江大学教授独孤远团队发布成果。", "Person", {"独孤远"}),
    ("公司副总裁兼首席财务官一职空缺。", "Person", set()),
]


@pytest.mark.parametrize(("text", "kind", "expected"), WHOLE)
def test_a_name_is_found_whole(text, kind, expected):
    assert names(text, kind) == expected
