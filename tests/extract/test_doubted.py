"""A name for which little speaks is an entity only if a fact is told of it, or another mention is surer."""

from __future__ import annotations

import pytest
from extracting import names

DOUBTED = [
    ("我市大力培育智慧消费项目，促进转型。", "Project", set()),
    ("青江建设集团有限公司承建智慧消费项目。", "Project", {"智慧消费项目"}),
    ("水资源配置工程建成后惠及万人。", "Project", set()),
    ("水资源配置工程由青江建设集团有限公司承建。", "Project", {"水资源配置工程"}),
    ("施工项目场地狭小。", "Project", set()),
    ("宁河高技能人才培养工程启动。", "Project", {"宁河高技能人才培养工程"}),
    ("新建的青江至宁河高速公路项目全线贯通。", "Project", {"青江至宁河高速公路项目"}),
    ("他在京津冀和太湖流域走访。", "Location", {"京津冀", "太湖"}),
]


@pytest.mark.parametrize(("text", "kind", "expected"), DOUBTED)
def test_what_little_speaks_for_needs_a_fact(text, kind, expected):
    assert names(text, kind) == expected
