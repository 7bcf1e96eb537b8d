from __future__ import annotations

import pytest
from extracting import read

TABLE = [
    ("他来自西宁市大通县。", ("大通县", "西宁市")),
    ("昆仑铬盐新材料项目位于南川工业园区。", ("昆仑铬盐新材料项目", "南川工业园区")),
    ("昆仑铬盐新材料项目在南川工业园区正式开工。", ("昆仑铬盐新材料项目", "南川工业园区")),
    ("他走进西宁经济技术开发区南川工业园区。", ("南川工业园区", "西宁经济技术开发区")),
    ("全省绿色发展大会在西宁召开。", ("全省绿色发展大会", "西宁")),
    ("青海宏远科技有限公司坐落于西宁。", ("青海宏远科技有限公司", "西宁")),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_where_it_stands_or_happens(text, expected):
    assert expected in read(text, "LOCATED_IN", place="青海")


def test_all_of_a_list_lie_in_the_place_before_it():
    found = set(read("他走访了海西蒙古族藏族自治州都兰县、乌兰县。", "LOCATED_IN", place="青海"))
    assert {subject for subject, _ in found} >= {"都兰县", "乌兰县"}


def test_only_the_nearest_place_counts():
    found = set(read("昆仑铬盐新材料项目位于西宁市大通县。", "LOCATED_IN", place="青海"))
    assert ("昆仑铬盐新材料项目", "大通县") in found
    assert not any(subject == "昆仑铬盐新材料项目" and place.startswith("西宁") for subject, place in found)


def test_a_talk_is_held_where_its_clause_says():
    found = read("省长张建国在西宁与四川大学校长王海燕座谈。", "LOCATED_IN", place="青海")
    assert any(place == "西宁" and "张建国" in meeting for meeting, place in found)


def test_a_meeting_to_come_is_planned():
    found = read("全省绿色发展大会将在西宁召开。", "LOCATED_IN", place="青海")
    assert [t.properties.get("status") for (name, _), t in found.items() if name == "全省绿色发展大会"] == ["planned"]


@pytest.mark.parametrize(
    ("text", "name", "places"),
    [
        ("宏达新材料项目地处海拔1000米以上、风力充裕的科尔沁草原。", "宏达新材料项目", {"科尔沁草原"}),
        ("沂南风电项目位于沂山北麓的沂水县马站镇。", "沂南风电项目", {"马站镇"}),
        ("沂南风电项目总投资30亿元，位于沂水县马站镇和高桥镇境内。", "沂南风电项目", {"马站镇", "高桥镇"}),
        ("华能集团、宏达化工有限公司等企业相继入驻莒南县临港经济开发区。", "华能集团", {"临港经济开发区"}),
        ("莒南县临港经济开发区吸引宏达化工有限公司落户。", "宏达化工有限公司", {"临港经济开发区"}),
        ("华能集团在莒南县设立宏达新能源有限公司。", "宏达新能源有限公司", {"莒南县"}),
        ("中铁资本有限公司成立于2016年，公司总部设于北京。", "中铁资本有限公司", {"北京"}),
        ("沂蒙食品有限公司隶属沂蒙农业集团，位于孙祖镇。", "沂蒙食品有限公司", {"孙祖镇"}),
        ("全省粮食生产现场会圆满完成各项任务，在临沂闭幕。", "全省粮食生产现场会", {"临沂"}),
        ("全省粮食生产现场会由省政府主办，8日在临沂召开。", "全省粮食生产现场会", {"临沂"}),
        ("第三届中国银杏产业发展大会在京召开。", "第三届中国银杏产业发展大会", {"北京"}),
        ("第三届中国银杏产业发展大会在临沂国际博览中心（以下简称博览中心）举办。", "第三届中国银杏产业发展大会",
         {"临沂国际博览中心"}),
        ("沂蒙食品有限公司把研发楼设在了青岛。", "沂蒙食品有限公司", set()),
        ("沂蒙食品有限公司从临沂迁入沂南经济开发区。", "沂蒙食品有限公司", {"沂南经济开发区"}),
        ("2022年落户孙祖镇以来，沂蒙食品有限公司发展迅速。", "沂蒙食品有限公司", {"孙祖镇"}),
        ("走进沂南县孙祖镇，沂蒙食品有限公司的车间里机器轰鸣。", "沂蒙食品有限公司", {"孙祖镇"}),
        ("沂蒙种业有限公司（位于沂南县铜井镇）去年出口1亿元。", "沂蒙种业有限公司", {"铜井镇"}),
        ("沂南县辖铜井镇、孙祖镇等15个乡镇。", "孙祖镇", {"沂南县"}),
        ("公司与哈萨克斯坦阿亚古兹市的七河铁路服务公司合作。", "七河铁路服务公司", {"阿亚古兹市"}),
        ("坐落于临沂高新区的厂房由中国移动建设。", "中国移动", set()),
    ],
)  # fmt: skip
def test_places_told_in_other_words(text, name, places):
    found = {place for subject, place in read(text, "LOCATED_IN", place="山东") if subject == name}
    assert found == places


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("孙祖镇去年引来两家企业。宏达化工有限公司落户该镇。", "宏达化工有限公司", "孙祖镇"),
        ("走进临沂高新区，机器轰鸣。宏达化工有限公司去年落户该园区。", "宏达化工有限公司", "临沂高新区"),
        ("沂蒙云计算中心昨日开工。该中心位于沂南县。", "沂蒙云计算中心", "沂南县"),
        ("各方携手共建“沂蒙云港”。沂蒙云港多式联运枢纽项目昨日开工。沂蒙云港选址孙祖镇，总投资46亿元。",
         "沂蒙云港多式联运枢纽项目", "孙祖镇"),
    ],
)  # fmt: skip
def test_what_a_call_stands_for_lies_in_a_place(text, name, place):
    assert (name, place) in read(text, "LOCATED_IN", place="山东")


BEGUN = [
    ("青江医院在西宁市城北区正式启用。", {("青江医院", "城北区")}),
    ("青江幼儿园7月28日在石门镇建成投用。", {("青江幼儿园", "石门镇")}),
    ("青江科技股份有限公司在西宁成立。", {("青江科技股份有限公司", "西宁")}),
    ("青江公司与宁海大学在西宁市成立研究院。", set()),
    ("青江公司在西宁市启用新系统。", set()),
    ("青江科技股份有限公司成立于2010年。", set()),
]


@pytest.mark.parametrize(("text", "expected"), BEGUN)
def test_what_begins_at_a_place_stands_there(text, expected):
    found = set(read(text, "LOCATED_IN", place="青海"))
    assert {pair for pair in found if pair[0].startswith("青江") or pair[0].startswith("宁海")} == expected


VENUES = [
    ("8月15日，全国低碳日主题活动在宁海市规划展示馆启幕。", ("全国低碳日主题活动", "宁海市规划展示馆")),
    ("18日，县妇联在天云社创中心举办亲子服务项目推介会。", ("亲子服务项目推介会", "天云社创中心")),
    ("亲子服务项目推介会在武汉市武昌区云桥大厦松林酒店举行。", ("亲子服务项目推介会", "云桥大厦松林酒店")),
    ("亲子服务项目推介会在重庆市规划展览馆举行。", ("亲子服务项目推介会", "重庆市规划展览馆")),
    ("亲子服务项目推介会在北京人民大会堂举行。", ("亲子服务项目推介会", "人民大会堂")),
    ("第三届青江博览会于8日在国家会展中心和周边的首钢园举办。", ("第三届青江博览会", "国家会展中心")),
    ("第三届青江博览会于8日在国家会展中心和周边的首钢园举办。", ("第三届青江博览会", "首钢园")),
    ("今年以来，醴陵市有旗云新材料项目等16个项目开工建设。", ("旗云新材料项目", "醴陵市")),
    ("珍珠动物园所在的海口市今天举行座谈会。", ("珍珠动物园", "海口市")),
]


@pytest.mark.parametrize(("text", "expected"), VENUES)
def test_houses_by_what_is_held_there_and_works_counted(text, expected):
    assert expected in read(text, "LOCATED_IN")


def test_a_fair_to_come_is_not_the_ceremony_of_its_partners():
    text = "7日，第六届服博会伙伴签约仪式在首都饭店举行。本届服博会将于9月在国家体育馆举办。"
    assert ("第六届服博会伙伴签约仪式", "国家体育馆") not in read(text, "LOCATED_IN")


def test_a_comma_within_a_quoted_name_parts_no_clause():
    name = "首届“你好，丝路”国际传播交流大会"
    assert (name, "喀什市") in read(name + "在新疆喀什市举行。", "LOCATED_IN")
    speech = read("李文达说：“你好，云桥。”云桥中学在宁河县举行运动会。", "LOCATED_IN")
    assert all(place == "宁河县" for _, place in speech)


# Where villages, towns, tenants, sights and rites are, and what is said of no place. (text, there, not there)
MORE = [
    ("家住石门县海河镇华北村的李文达说。", {("华北村", "海河镇")}, set()),
    ("项目位于石门区王平镇西王平村。", {("西王平村", "王平镇")}, set()),
    ("海河镇各村村民代表参加会议，海河镇示范村建设提速。", set(), {"海河镇"}),
    ("首届云桥论坛21日在摩洛哥西部港口城市卡萨布兰卡举行。",
     {("卡萨布兰卡", "摩洛哥"), ("首届云桥论坛", "卡萨布兰卡")}, set()),
    ("首届云桥论坛19日在宁河县隆重举行。", {("首届云桥论坛", "宁河县")}, set()),
    ("会议展示了中国新疆的成就，李文达赴中国香港访问。", set(), {"中国"}),
    ("李文达来到湖口县长江岸线调研。", set(), {"湖口县"}),
    ("李文达考察了印度的卡纳塔克邦政府。", set(), {"印度"}),
    ("宁河二期绿色产业基金在北京成立。在成立大会上，何林致辞。",
     {("宁河二期绿色产业基金", "北京"), ("宁河二期绿色产业基金成立大会", "北京")}, set()),
    ("在宜宾市翠屏产业开发区，民企云桥利钢金属制品有限公司每天有300吨产品运往外省。",
     {("云桥利钢金属制品有限公司", "翠屏产业开发区")}, set()),
    ("在宜宾市翠屏产业开发区，云桥利钢金属制品有限公司与青江集团签约。", set(), set()),
    ("兰屿、垦丁、澎湖是台湾的八大潜点。", {("兰屿", "台湾"), ("澎湖", "台湾")}, set()),
    ("李文达来到石门县考察云桥利钢金属制品有限公司。", {("云桥利钢金属制品有限公司", "石门县")}, set()),
    ("李文达在石门县会见云桥利钢金属制品有限公司董事长周明远。", set(), set()),
    ("云桥购物广场的“石门街道青松驿站”正式揭牌。", {("石门街道青松驿站", "云桥购物广场")}, set()),
    ("近日，丰河产业园迎来了云江电子有限公司、宁河化工有限公司等12家新入驻企业。",
     {("云江电子有限公司", "丰河产业园"), ("宁河化工有限公司", "丰河产业园")}, set()),
    ("云桥智能科技有限公司是丰河产业园首批入驻的企业。", {("云桥智能科技有限公司", "丰河产业园")}, set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "there", "nowhere"), MORE)
def test_where_more_things_are(text, there, nowhere):
    found = set(read(text, "LOCATED_IN", place="云南"))
    assert there <= found
    assert not {place for _, place in found} & nowhere
    if not there and not nowhere:
        assert not any("有限公司" in held for held, _ in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云岭汽车芯片封测项目位于青海湖新区精密仪器产业区，占地90亩。",
         {("云岭汽车芯片封测项目", "青海湖新区精密仪器产业区")}),
        ("启动仪式8月1日在云岭新区数字贸易创新基地举行。", {("启动仪式", "云岭新区数字贸易创新基地")}),
        ("云岭储能项目落户青江市。", {("云岭储能项目", "青江市")}),
        ("宁河县位于云江源头，素有云江第一县的美誉。", set()),
        ("宁河大桥位于云江下游。", {("宁河大桥", "云江")}),
        ("三年前，云岭集团在城西区设立了首家公司，后来又有3家子公司落户城西区。", set()),
        ("云岭集团公司总部位于闵行区。", {("云岭集团公司", "闵行区")}),
        ("李文达在西宁市调研开发区建设。", set()),
        ("李文达来到青江高新区，察看云岭电池项目建设进展。", {("云岭电池项目", "青江高新区")}),
        ("李文达来到石渠县长沙贡玛乡，看望群众。", {("长沙贡玛乡", "石渠县")}),
        ("李文达来到贵州梵净山，看望群众。", {("梵净山", "贵州")}),
        ("青山索道经营甘肃麦积山索道、湖南岳麓山索道等。", set()),
        ("拔河比赛5月2日在西宁市民健身公园进行。", set()),
    ],
)  # fmt: skip
def test_the_innermost_ground_and_what_is_none(text, expected):
    assert set(read(text, "LOCATED_IN", place="青海")) == expected
