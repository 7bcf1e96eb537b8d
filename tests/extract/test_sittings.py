"""Happenings told by their kind alone, called after who convenes them, and talks called after the countries."""

from __future__ import annotations

import pytest
from extracting import names, read

CONVENED = [
    ("青江县委召开碰头会，县委书记李文达主持会议。", {"青江县委碰头会"}),
    ("8月7日，石门村党支部召开村民议事会，村支书李文达主持。", {"石门村党支部村民议事会"}),
    ("青江市民政局举行拜师仪式，局长李文达讲话。", {"青江市民政局拜师仪式"}),
    ("青江小学举办家长会，校长李文达致辞。", {"青江小学家长会"}),
    ("青江市民政局举行文艺汇演，局长李文达观看演出。", {"青江市民政局文艺汇演"}),
    ("云岭集团于公告发布后迅速召开交流会，董事长李文达表示要发展。", {"云岭集团交流会"}),
    ("云桥气象局今天（3日）上午召开新闻发布会，副局长李文达介绍情况。", {"云桥气象局新闻发布会"}),
    ("云岭国国防委员会8日举行扩大会议，主席李文达主持会议。", {"云岭国国防委员会扩大会议"}),
    ("8月3日，云岭国外交部发言人何林主持例行记者会。", {"云岭国外交部例行记者会"}),
    ("云桥银行行长何林在8月3日召开的业绩发布会上表示，将继续改革。", {"云桥银行业绩发布会"}),
    ("商务部副部长何林在青江市政府新闻办举行的新闻发布会上介绍，展会将举办。", {"青江市政府新闻办新闻发布会"}),
    ("歌手何林27日召开记者会，宣布退出歌坛。", {"何林召开记者会"}),
    ("8月3日，由宁河县文旅局主办、宁河县文化馆承办的朗诵比赛在宁河县举行。", {"宁河县文旅局朗诵比赛"}),
    ("8月3日，宁河县举办增殖放流活动，县长李文达出席。", {"宁河县增殖放流活动"}),
    ("云岭集团组织员工开展消防演练。", {"云岭集团消防演练"}),
    ("宁河县先后举办拜师仪式、座谈会等20余场，县长李文达介绍了情况。", set()),
    ("青江市民政局每月召开碰头会，局长李文达参加。", set()),
    ("青江小学将举办家长会，校长李文达介绍。", set()),
    ("青江市民政局通过举办家长会、发放传单等方式宣传政策。", set()),
    ("青江市民政局举办各类家长会，局长李文达介绍。", set()),
    ("青江市民政局服务社会，局长李文达介绍。", set()),
]

COUNTRIES = [
    ("美日韩首脑会谈将于8月18日在云桥市举行。", {"美日韩首脑会谈"}),
    ("中越两军第二次边境高层会晤在云桥市举行。", {"中越两军第二次边境高层会晤"}),
    ("韩日两国16日以视频形式举行司局级技术性磋商。", {"韩日两国司局级技术性磋商"}),
    ("2023年3月，日韩两国政府举行了局长级政策对话。", {"日韩两国政府局长级政策对话"}),
    ("李文达表示，期待日中韩首脑会谈的恢复。", set()),
    ("中美应当加强对话。", set()),
    ("歌手李文达追思会在云桥市举行。", {"李文达追思会"}),
]


@pytest.mark.parametrize(("text", "expected"), [*CONVENED, *COUNTRIES])
def test_what_is_convened_bears_a_name(text: str, expected: set[str]) -> None:
    """What every body may hold is called after the one that does, once and not again and again."""
    assert set(names(text, "Meeting")) == expected


TOLD = [
    (
        "8月7日，青江市慈善总会召开第三届二次理事会暨三次常务理事会。会长李文达表示，要做好慈善。",
        {"第三届二次理事会暨三次常务理事会"},
    ),
    ("石门小麦示范园区开镰，在开镰仪式上，区委书记李文达与村民一起割麦子。", {"石门小麦示范园区开镰仪式"}),
    ("“青江杯”未来产业技术创新赛正式启动。大赛由青江市政府主办。市长李文达致辞。", {"“青江杯”未来产业技术创新赛"}),
    ("青江市举办“同心同行”联谊暨学子乡村振兴调研活动。", {"“同心同行”联谊暨学子乡村振兴调研活动"}),
    ("李文达率队开展“同心同行”乡村振兴调研活动。", set()),
    ("本届青江电子信息博览会以“合作”为主题，吸引了200多家企业。", {"青江电子信息博览会"}),
    ("首届青江论坛昨天开幕。本届青江电子信息论坛以“合作”为主题。", {"首届青江论坛"}),
    (
        "在“青江市开展振兴行动”系列新闻发布会（第六场）上，区长李文达表示，要振兴。",
        {"“青江市开展振兴行动”系列新闻发布会"},
    ),
    ("青江市启动建设石门节水项目。", set()),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_what_is_told_bears_its_name(text: str, expected: set[str]) -> None:
    """Sessions by number, ceremonies by their verb, contests that are launched, fairs only pointed at."""
    assert set(names(text, "Meeting")) == expected


OWNED = [
    ("6月28日，在云岭集团的股东大会上，云岭集团管理层表示，要发展。", {"云岭集团股东大会"}),
    ("记者28日从青江中心召开的新闻发布会上获悉，青江将建公园。", {"青江中心新闻发布会"}),
    ("记者28日在会上获悉，青江将建公园。", set()),
    ("李文达谈到云岭集团的股东大会制度。", set()),
]


@pytest.mark.parametrize(("text", "expected"), OWNED)
def test_whose_meeting_it_is_gives_its_name(text: str, expected: set[str]) -> None:
    """甲集团|的股东大会|上, and a meeting of the press of which only the place is told."""
    assert set(names(text, "Meeting")) == expected


def test_a_person_who_convenes_holds_it() -> None:
    """石门镇党委书记李文达|走访农户,召开村民议事会: it bears the person's name, and not the committee's."""
    text = "石门镇党委书记李文达走访农户，召开村民议事会，听取意见。"
    assert names(text, "Meeting") == {"李文达召开村民议事会"}
    assert {ends: fact.properties["role"] for ends, fact in read(text, "ATTENDED").items()} == {
        ("李文达", "李文达召开村民议事会"): "host"
    }


def test_a_house_gives_a_ceremony_no_name() -> None:
    """甲院在|乙校|举行揭牌仪式: who comes there holds it."""
    text = "青江县检察院在青江县第一中学举行揭牌仪式。检察长周明远致辞。"
    assert names(text, "Meeting") == {"青江县检察院揭牌仪式"}


def test_whose_leaders_they_are_is_no_place_of_a_talk() -> None:
    """在甲国乙市与日韩两国领导人举行会晤: it is held in the town."""
    text = "美国总统李文达在日本广岛与日韩两国领导人举行了三边会晤。"
    assert ("李文达与日韩两国领导人会晤", "韩国") not in read(text, "LOCATED_IN")
