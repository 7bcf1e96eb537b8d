"""One happening by the names that several papers give it, and its look-alikes."""

from __future__ import annotations

import pytest
from worlds import page

from kg.language.similarity import plain
from kg.read.papers import home
from kg.resolve import resolve
from kg.resolve.agreement import _may_be
from kg.resolve.figures import figures
from kg.resolve.matters import is_homely, other_matter
from kg.resolve.meeting_names import fair_calls, forms, placeless
from kg.resolve.session_names import sessions_in_short

CITY = ("云南省", "昆明市")


@pytest.mark.parametrize(
    ("names", "one"),
    [
        (("昆明市第十五届人民代表大会常务委员会第二十次会议", "十五届市人大常委会第20次会议"), True),
        (("市人大常委会第二十次会议", "昆明市第十五届人大常委会第二十次会议"), True),
        (("政协昆明市第六届常务委员会第十二次会议", "市政协六届十二次常委会会议", "六届市政协第十二次常委会议"), True),
        (("中国共产党昆明市第十二届纪律检查委员会第四次全体会议", "市纪委十二届四次全会"), True),
        (("昆明市妇女第十四次代表大会", "市第十四次妇代会", "市妇联第十四次代表大会"), True),
        (("共青团昆明市第十八次代表大会", "团市委第十八次代表大会", "市第十八次团代会"), True),
        (("昆明市第十五届人大第五次会议", "昆明市第十五届人大常委会第五次会议"), False),
        (("市政府第58次常务会议", "市政府第59次常务会议"), False),
        (("市纪委十二届四次全会", "市委十二届四次全会"), False),
        (("昆明市第十四次妇代会", "曲靖市第十四次妇代会"), False),
        (("市第九次文代会", "市科协第九次代表大会"), False),
    ],
)
def test_sessions_and_congresses_of_any_length_and_order(names, one):
    found = [set(sessions_in_short(plain(name), CITY)) for name in names]
    assert all(found)
    assert bool(set.intersection(*found)) == one


def test_other_words_and_order_of_one_name():
    for mine, theirs in (
        ("祥云县第二届辣椒文化旅游节", "第二届祥云县辣椒文化旅游节"),
        ("云桥市第六届市运会", "云桥市第六届市运动会"),
        ("第四季度重大项目集中开工活动", "第四季度重大项目集中开工仪式"),
    ):
        assert set(forms(plain(mine))) & set(forms(plain(theirs)))
    assert "2024瓷博会" in fair_calls("2024中国云桥国际陶瓷博览会")
    assert "辣椒文化旅游节" in placeless("祥云县辣椒文化旅游节")
    assert placeless("祥云县委农村工作会议") == ()


def test_what_names_tell_apart():
    assert other_matter(("云桥市委经济工作会议",), ("云桥市委农村工作会议",))
    assert not other_matter(("昆明市防汛工作视频会议",), ("昆明市防汛抗旱视频会议",))
    assert is_homely(("春风行动专场招聘会",))
    assert not is_homely(("国际陶瓷产业座谈会",))
    assert "side" not in figures("湟中区河湟文化节")
    assert figures("云桥大厦东区")["side"] == {"东"}


def test_other_parties_and_short_names_of_one():
    assert _may_be(("浙大",), ("浙江大学",))
    assert not _may_be(("晨陆能源集团",), ("丰源科技集团",))
    assert not _may_be(("昆明市人民政府",), ("荆州市人民政府",))


def test_papers_of_cities_that_were_prefectures():
    assert [home(name) for name in ("毕节日报", "海东日报", "哈密日报")] == ["毕节市", "海东市", "哈密市"]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("云桥盐湖资源利用论坛将于10月12日举行。", True),
        ("云桥盐湖资源利用论坛将于10月26日举行。", False),
        ("云桥盐湖资源利用论坛即将举行。", False),
    ],
)
def test_the_day_behind_a_name(text, joined):
    told = page("a", "M:云桥盐湖资源利用论坛", text=text, day="2024-10-07")
    held = page("b", "M:云桥盐湖资源利用论坛", text="12日，云桥盐湖资源利用论坛举行。", day="2024-10-13")
    found = [entity for entity in resolve([told, held]).entities if entity.type == "Meeting"]
    assert (len(found) == 1) == joined
