"""Sites told by the words for where they stand, and where the names of places end."""

from __future__ import annotations

import pytest
from extracting import names, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云岭古镇，位于浏阳市东部，始建于明代。", ("云岭古镇", "浏阳市")),
        ("坐落在大别山东麓的云岭酒庄昨日开业。", ("云岭酒庄", "大别山")),
        ("云岭酒庄位于重庆市永川区凤凰湖畔。", ("云岭酒庄", "凤凰湖")),
        ("位于浙江省台州市黄岩区的云岭中学扩建。", ("黄岩区", "台州市")),
        ("云岭中学位于阿拉善左旗哈日苏木。", ("哈日苏木", "阿拉善左旗")),
        ("云岭风电场位于天山北麓的昌吉市六工镇。", ("六工镇", "昌吉市")),
    ],
)
def test_where_the_site_is(text, expected):
    assert expected in read(text, "LOCATED_IN", place="湖南")


@pytest.mark.parametrize("text", ["这座水库位于浏阳市。", "全市古镇位于浏阳市的有三座。", "县里的水库位于浏阳市。"])
def test_no_site(text):
    assert names(text, "Location") <= {"浏阳市"}


def test_a_city_does_not_lie_in_the_sea_beside_it():
    assert ("深圳", "南海") not in read("位于南海之滨的深圳风景独好。", "LOCATED_IN", place="广东")
