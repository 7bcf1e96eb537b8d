"""Parts told by 所属, 辖内, 系…子公司, where a body that is described stands, and who builds what stands at a site."""

from __future__ import annotations

import pytest
from extracting import names, read

PARTS = [
    (
        "青江港集团所属第二港埠公司、集装箱码头公司双双创下新高。",
        {("第二港埠公司", "青江港集团"), ("集装箱码头公司", "青江港集团")},
    ),
    (
        "青江银行石家庄分行辖内裕华支行、长安支行升级改造完毕。",
        {("裕华支行", "青江银行石家庄分行"), ("长安支行", "青江银行石家庄分行")},
    ),
    ("贵州瑞岚旅游开发公司系贵州瑞岚集团全资子公司。", {("贵州瑞岚旅游开发公司", "贵州瑞岚集团")}),
    ("国际原子能机构是联合国系统内的专门机构。", {("国际原子能机构", "联合国")}),
    ("青江港集团第二次与港埠公司会谈。", set()),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_parts(text: str, expected: set[tuple[str, str]]) -> None:
    assert set(read(text, "PART_OF")) == expected


def test_what_is_described_stands_there_and_not_its_whole() -> None:
    text = "国际原子能机构是联合国系统内的专门机构，总部设在维也纳。"
    assert set(read(text, "LOCATED_IN")) == {("国际原子能机构", "维也纳")}


BUILT = [
    ("在青江大桥项目施工现场，中铁瑞岚局集团的工人们加紧浇筑。", {("中铁瑞岚局集团", "青江大桥项目")}),
    (
        "公司拟投入“高性能铜箔扩产项目”和“铜箔设备升级项目”，实施主体为铜陵瑞岚铜箔有限公司。",
        {
            ("铜陵瑞岚铜箔有限公司", "高性能铜箔扩产项目"),
            ("铜陵瑞岚铜箔有限公司", "铜箔设备升级项目"),
        },
    ),
    ("在青江大桥项目施工现场，宁河集团董事长李文达慰问了工人。", set()),
]


@pytest.mark.parametrize(("text", "expected"), BUILT)
def test_builders(text: str, expected: set[tuple[str, str]]) -> None:
    assert set(read(text, "UNDERTAKES")) == expected


def test_a_work_that_is_called_by_its_kind_alone_keeps_its_builder() -> None:
    assert names("宁河钢铁公司一期项目开工。宁河钢铁公司冷轧硅钢项目投产。", "Project") == {
        "宁河钢铁公司一期项目",
        "冷轧硅钢项目",
    }
