"""Happenings told of in other words: brackets, days that follow on each other, one speaker; and those that are two."""

from __future__ import annotations

from worlds import page

from kg.resolve import resolve


def count(*pages):
    """How many happenings the pages tell of."""
    return sum(entity.type == "Meeting" for entity in resolve(pages).entities)


def held(document, name, day, *facts, place="甘肃", city=None, at=None):
    told = [((f"M:{name}"), {"date": day}), *((p, "ATTENDED", f"M:{name}", {"role": "speaker"}) for p in facts)]
    told += [(f"M:{name}", "LOCATED_IN", f"L:{at}")] if at else []
    return page(document, *told, place=place, city=city, day=day)


def test_a_place_in_brackets_is_where_it_is_held():
    whole = held("a", "武威市（深圳）招商引资推介会", "2024-03-26", at="深圳")
    assert count(whole, held("b", "武威市招商引资推介会", "2024-03-26", at="深圳")) == 1
    assert count(whole, held("b", "武威市招商引资推介会", "2024-03-26", at="上海")) == 2
    assert count(whole, held("b", "武威市（上海）招商引资推介会", "2024-03-26", at="上海")) == 2
    assert count(whole, held("b", "武威市招商引资推介会", "2024-03-29", at="深圳")) == 2


def test_a_festival_by_its_number_and_without_it():
    whole = held("a", "第十六届石门云鹤赛马大会", "2024-08-12")
    assert count(whole, held("b", "石门云鹤赛马大会", "2024-08-14")) == 1
    assert count(whole, held("b", "石门云鹤赛马大会", "2024-08-29")) == 2
    assert count(whole, held("b", "第十五届石门云鹤赛马大会", "2024-08-14")) == 2
    assert count(whole, held("b", "丰河云鹤赛马大会", "2024-08-14")) == 2
    assert count(whole, held("b", "石门云鹤赛马大会", "2024-08-14", place="湖北")) == 2
    assert (
        count(held("a", "第六届石门云鹤工作推进会", "2024-08-12"), held("b", "石门云鹤工作推进会", "2024-08-14")) == 2
    )


def test_a_festival_with_its_county_before_it():
    three = [
        held("a", "第十六届格萨尔赛马大会", "2024-08-12", city="玛曲"),
        held("b", "第十六届玛曲格萨尔赛马大会", "2024-08-12", city="玛曲"),
        held("c", "玛曲格萨尔赛马大会", "2024-08-14"),
    ]
    assert count(*three) == 1
    assert count(*three[:2], held("c", "酒泉格萨尔赛马大会", "2024-08-14")) == 2


def test_one_speaker_at_one_kind_of_happening_on_one_day():
    a = held("a", "建设千亿斤丰河粮仓新闻发布会", "2024-11-06", "P:裴文远", "O:云岭省政府")
    assert count(a, held("b", "丰河粮仓建设新闻发布会", "2024-11-06", "P:裴文远")) == 1
    assert count(a, held("b", "丰河粮仓建设新闻发布会", "2024-11-06", "P:何林")) == 2
    assert count(a, held("b", "丰河粮仓建设新闻发布会", "2024-11-07", "P:裴文远")) == 2
    assert count(a, held("b", "丰河粮仓建设座谈会", "2024-11-06", "P:裴文远")) == 2
    assert count(a, held("b", "云桥旅游旺季新闻发布会", "2024-11-06", "P:裴文远")) == 2


def test_a_ceremony_of_signing_by_who_signs():
    def signing(document, name, *parties, day="2023-11-08"):
        return page(
            document, (f"M:{name}", {"date": day}), (f"O:{parties[0]}", "SIGNED_WITH", f"O:{parties[1]}", {}), day=day
        )

    a = signing("a", "年产5万吨正极材料项目签约仪式", "白银市政府", "中晟锂业公司")
    b = "白银市政府与中晟锂业公司磷酸铁锂项目签约仪式"
    assert count(a, signing("b", b, "白银市政府", "中晟锂业公司")) == 1
    assert count(a, signing("b", b, "白银市政府", "丰河新材公司")) == 2
    assert count(a, signing("b", b, "白银市政府", "中晟锂业公司", day="2023-12-08")) == 2


def test_a_fair_by_its_place_and_year():
    whole = held("a", "第十届石门药材博览会", "2022-09-09")
    assert count(whole, held("b", "2022石门药博会", "2022-09-20", place="中国")) == 1
    assert count(whole, held("b", "2021石门药博会", "2021-09-20")) == 2
    assert count(whole, held("b", "2022丰河药博会", "2022-09-20")) == 2
    assert count(whole, held("b", "2022石门茶博会", "2022-09-20")) == 2
    assert count(whole, held("b", "第九届石门药博会", "2022-09-20")) == 2


def test_a_meeting_of_the_whole_city_and_the_one_that_its_committee_convenes():
    def meeting(document, *names, people=("P:淳于守一",), day="2024-04-09"):
        mentioned = "|".join(names)
        told = [(f"M:{mentioned}", {"date": day})]
        told += [(person, "ATTENDED", f"M:{mentioned}", {"role": "speaker"}) for person in people]
        return page(document, *told, place="辽宁", city="鞍山", day=day)

    a = meeting("a", "全市民营企业家座谈会")
    b = meeting("b", "鞍山市委民营企业家座谈会", "民营企业家座谈会")
    assert count(a, b) == 1
    assert count(a, meeting("b", "鞍山市委民营企业家座谈会", "民营企业家座谈会", day="2024-04-19")) == 2
