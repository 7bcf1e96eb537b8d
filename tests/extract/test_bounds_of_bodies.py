"""Where the name of a body begins and ends, heads that several places share, departments in lists, well-known names."""

from __future__ import annotations

import pytest
from extracting import names, read

# (text, names that must be there, names that must not)
BOUNDS = [
    ("会同中央宣传部、财政部，开展专项行动。", {"中央宣传部", "财政部"}, {"会同中央宣传部"}),
    ("自云岭集团成立以来，公司不断发展。", {"云岭集团"}, {"自云岭集团"}),
    ("自然资源部成立以来，不断推进改革。", {"自然资源部"}, {"然资源部"}),
    ("甘肃省农村信用社联合社原纪委书记李文达接受审查。", {"甘肃省农村信用社联合社"}, {"甘肃省农村信用社"}),
    ("云桥大学“青禾”支教队走进石门县。", {"云桥大学", "“青禾”支教队"}, set()),
    ("云桥大学组建3支“红马甲”志愿服务队。", {"云桥大学"}, {"“红马甲”志愿服务队"}),
    ("会上云岭集团与宁河大学签署协议。", {"云岭集团"}, {"会上云岭集团"}),
    ("水利部有关司局来人座谈。", {"水利部"}, {"水利部有关司局"}),
    ("云国与世界银行所达成的协议生效。", {"世界银行"}, {"世界银行所"}),
    ("云岭集团与当地廉航Cloudair公司签署协议。", {"Cloudair公司"}, {"当地廉航Cloudair公司"}),
    ("民航青海监督管理局副局长李文达出席。", {"民航青海监督管理局"}, {"青海监督管理局"}),
    ("云岭汽车与投资者(即大众汽车(中国)投资有限公司)签订协议。", {"大众汽车(中国)投资有限公司"}, set()),
    ("论坛由中共西宁市委员会、西宁市人民政府主办。", {"西宁市委", "西宁市政府"}, {"西宁市委员会"}),
    ("原子能研究院院长李文达、至诚集团董事长周明远出席。", {"原子能研究院", "至诚集团"}, set()),
    ("论坛由青海省科协主办，西宁市科协协办。", {"青海省科协", "西宁市科协"}, {"西宁市科协协办"}),
    ("李文达曾任云桥资产管理有限公司合伙人。", {"云桥资产管理有限公司"}, {"曾任云桥资产管理有限公司"}),
    ("他赴门源回族自治县任县委常委。", {"门源县委"}, {"门源回族自治县任县委"}),
    ("他先后受到国务院和中共中央组织部表彰。", {"国务院", "中央组织部"}, {"国务院和中共中央组织部"}),
    ("发展中国家科学院院士李文达作报告。", {"发展中国家科学院"}, {"中国家科学院"}),
    ("北京大学和兰州大学2所大学共建基地。", {"兰州大学"}, {"兰州大学2所大学"}),
    ("7月31日，中国—哈萨克斯坦商贸发展联合理事会对话会在北京举行。", {"中国—哈萨克斯坦商贸发展联合理事会"}, set()),
    ("蒙古铁路股份公司与中国铁路总公司昨日签订备忘录。", {"蒙古铁路股份公司", "中国铁路总公司"}, set()),
    ("中国中化投资30亿元的项目开工。", set(), {"中国中化投资"}),
    ("纸浆项目由海螺水泥投资建设。", {"海螺水泥"}, {"海螺水泥投资"}),
    ("中信证券旗下云岭科技公司完成融资。", {"中信证券", "云岭科技公司"}, {"中信证券旗下云岭科技公司"}),
    ("记者走进昆明市官渡区云南云岭种植有限公司。", {"云南云岭种植有限公司"}, {"昆明市官渡区云南云岭种植有限公司"}),
    ("祥云县云南驿镇云岭种植有限公司开业。", set(), {"云南驿镇云岭种植有限公司"}),
    ("活动由大通县档案馆、图书馆主办。", {"大通县档案馆", "大通县图书馆"}, set()),
    ("青江市公安局石门区分局破获一起电信诈骗案。", {"青江市公安局石门区分局"}, {"青江市公安局"}),
    ("青江市公安局和石门区分局举办活动。", {"青江市公安局"}, {"青江市公安局和石门区分局"}),
    ("李文达在办公厅主持召开协调会。", set(), {"办公厅主持"}),
    ("青海办事处主任李文达出席。", set(), {"青海办"}),
    ("青江市纪委监委派驻市法院纪检监察组组长李文达到会。", {"青江市纪委监委派驻市法院纪检监察组"}, {"青江市纪委监委"}),
    ("石门县纪委监委派出第三纪检监察组联合县教育局检查。", {"石门县纪委监委派出第三纪检监察组"}, {"石门县纪委监委"}),
    ("石门县税务局党组、县纪委监委派驻县财政局纪检组学习。", {"石门县纪委监委派驻县财政局纪检组"}, {"石门县财政局"}),
    ("石门县纪委监委派出调查组。", {"石门县纪委监委"}, {"石门县纪委监委派出调查组"}),
    ("云桥锂业有限公司向县慈善总会捐赠200万元。", {"云桥锂业有限公司"}, {"云桥锂业有限公司向县慈善总会"}),
    ("云桥锂业有限公司向阳分公司经理李文达出席。", {"云桥锂业有限公司向阳分公司"}, set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "there", "not_there"), BOUNDS)
def test_where_names_begin_and_end(text, there, not_there):
    found = names(text, "Organization")
    assert there <= found
    assert not not_there & found


SHARED = [
    ("青海、甘肃、四川3省(区)退役军人事务厅签署了框架协议。",
     {"青海省退役军人事务厅", "甘肃省退役军人事务厅", "四川省退役军人事务厅"}),
    ("成都、西安、青岛三城中级人民法院签署合作协议。",
     {"成都市中级人民法院", "西安市中级人民法院", "青岛市中级人民法院"}),
    ("雅江、巴塘2县人民医院与四川大学签署医联体协议。", {"雅江县人民医院", "巴塘县人民医院", "四川大学"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parties"), SHARED)
def test_a_head_that_places_share_is_one_of_each_and_the_places_do_not_sign(text, parties):
    assert {subject for subject, _ in read(text, "SIGNED")} == parties


def test_places_without_a_shared_head_sign_as_their_governments():
    signed = {subject for subject, _ in read("成都市、西安市签署合作协议。", "SIGNED")}
    assert signed == {"成都市政府", "西安市政府"}


def test_departments_in_a_list_are_those_of_the_first_ones_body():
    text = "中国科协学会部、调宣部、国际部等部门负责同志参加揭牌仪式。"
    assert {"中国科协学会部", "中国科协调宣部", "中国科协国际部"} <= names(text, "Organization")
    assert "调宣部" not in names(text, "Organization")


def test_bodies_in_a_list_are_no_departments():
    found = names("青海省财政厅、西宁海关等部门负责同志参加揭牌仪式。", "Organization")
    assert "青海省财政厅西宁海关" not in found


POSTS = [
    ("走进互助县台子乡云桥村，新房成排。“收入翻番了。”村党支部书记李文达说。", {("李文达", "云桥村党支部")}),
    ("云桥村的大棚里，村支书李文达正忙着。村委会主任周明远介绍情况。",
     {("李文达", "云桥村党支部"), ("周明远", "云桥村村委会")}),
    ("在云桥社区，社区党委书记李文达介绍了情况。", {("李文达", "云桥社区党委")}),
    ("“收入翻番了。”村党支部书记李文达说。", set()),
    ("李文达会见了香港大公报社长周明远。", {("周明远", "香港大公报")}),
    ("大公报记者周明远摄。", set()),
    ("中国驻英国大使周明远走访曼彻斯特市议会主席路易莎。",
     {("周明远", "中国驻英国大使馆"), ("路易莎", "曼彻斯特市议会")}),
    ("驻国家能源局纪检监察组组长李文达讲话。", {("李文达", "驻国家能源局纪检监察组")}),
    ("青海省委主题教育第二巡回指导组组长李文达讲话。", {("李文达", "青海省委主题教育第二巡回指导组")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), POSTS)
def test_whose_post_it_is(text, expected):
    assert set(read(text, "HOLDS_POSITION", place="青海")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("项目由云海集团所属云海铁路投资集团投资建设。", {("云海铁路投资集团", "云海集团")}),
        ("云桥设计集团所属子企业青海省建筑设计院有限公司中标。", {("青海省建筑设计院有限公司", "云桥设计集团")}),
    ],
)
def test_owner_and_owned_are_two_though_they_share_a_name(text, expected):
    assert set(read(text, "PART_OF")) == expected


def test_a_well_known_name_is_one_behind_its_country_and_before_its_legal_form():
    assert len(names("英国渣打集团来访。渣打集团、渣打银行是一家。", "Organization")) == 1
    assert len(names("银行由蚂蚁科技集团股份有限公司发起，蚂蚁集团持股。", "Organization")) == 1


def test_another_nations_organ_is_none_of_ours():
    assert "中国人民银行" not in names("墨西哥央行行长李维拉讲话。", "Organization")
    assert "外交部" not in names("阿根廷外交部发言人讲话。", "Organization")


FURTHER = [
    ("科思创首席商业官李雅表示满意。", {("李雅", "科思创"): ["首席商业官"]}),
    ("据三峡集团石门风电场负责人李文达介绍，项目建成。", {("李文达", "三峡集团"): ["石门风电场负责人"]}),
    ("滴滴品牌传播总监李文达出席。", {("李文达", "滴滴"): ["品牌传播总监"]}),
    ("云桥石化财务总监李文达出席。", {("李文达", "云桥石化"): ["财务总监"]}),
    ("香港特区政府政务司司长李文达致辞。", {("李文达", "香港特区政府"): ["政务司司长"]}),
    ("云桥职业技术学院召开会议。学校党委副书记李文达主持，校党委书记周明远出席。",
     {("李文达", "云桥职业技术学院"): ["党委副书记"], ("周明远", "云桥职业技术学院"): ["校党委书记"]}),
    ("云桥股份有限公司召开股东大会，选举李文达担任公司董事会非独立董事。",
     {("李文达", "云桥股份有限公司"): ["董事会非独立董事"]}),
    ("中铁四局该项目经理李文达介绍。", {("李文达", "中铁四局"): ["项目经理"]}),
    ("青海省财政厅有关负责人李文达介绍。", {}),
    ("比亚迪签约仪式负责人李文达介绍。", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FURTHER)
def test_posts_with_what_they_are_for(text, expected):
    found = read(text, "HOLDS_POSITION", place="青海")
    assert {ends: list(triple.properties["titles"]) for ends, triple in found.items()} == expected


def test_a_name_keeps_its_last_character_before_the_verb():
    assert set(read("李文达到海东市调研。", "VISITED", place="青海")) == {("李文达", "海东市")}
    assert names("县长李文达到任后多次调研。", "Person") == {"李文达"}
    assert names("投资达到青海省的三成。", "Person") == set()


def test_no_link_is_taken_for_a_surname():
    assert names("青海云桥律师事务所律师李文达律师和周明远到会。", "Person") == {"李文达", "周明远"}


ATTENDED = [
    ("8月1日，数字经济研讨会在西宁举行。副市长李文达主持会议开幕式，教授周明远参加会议。", "数字经济研讨会",
     {"李文达", "周明远"}),
    ("世界卫生组织等组织已经确认参展第九届进博会。", "第九届进博会", {"世界卫生组织"}),
    ("数字经济研讨会在西宁举行，来自厦门大学、青海大学的专家学者展开讨论。", "数字经济研讨会",
     {"厦门大学", "青海大学"}),
    ("数字经济研讨会在西宁举行，来自厦门大学的李文达发言。", "数字经济研讨会", {"李文达"}),
    ("数字经济研讨会在西宁举行。来自厦门大学的数据说明问题。", "数字经济研讨会", set()),
    ("会前，李文达为马拉佩总理举行欢迎仪式。", "欢迎仪式", {"李文达", "马拉佩"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "meeting", "expected"), ATTENDED)
def test_who_is_there(text, meeting, expected):
    found = read(text, "ATTENDED", place="青海")
    assert {subject for subject, name in found if name.endswith(meeting)} == expected


LOCATED = [
    ("西宁是中国生态博览会的永久举办地。", {("中国生态博览会", "西宁")}),
    ("大通县的2个项目分别是云桥科技半导体装备项目、石门单晶衬底项目。",
     {("云桥科技半导体装备项目", "大通县"), ("石门单晶衬底项目", "大通县")}),
    ("西宁青少年夏令营19日在昆明开营。", {("西宁青少年夏令营", "昆明")}),
    ("云桥资本总部位于波士顿。", {("云桥资本", "波士顿")}),
    ("西宁是中国生态博览会的友好城市。", set()),
    ("大通县的2个项目受到表扬。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LOCATED)
def test_where_it_lies(text, expected):
    assert set(read(text, "LOCATED_IN", place="青海")) == expected


def test_the_brand_and_the_last_word_call_the_firm_and_an_adverb_is_not_its_name():
    text = "广东鸿桥智能科技股份有限公司过会。鸿桥科技原拟募集资金1亿元，用于智能厨房基地建设项目。"
    assert {subject for subject, _ in read(text, "UNDERTAKES")} == {"广东鸿桥智能科技股份有限公司"}
    assert "赛桥电子原" not in names("赛桥电子原拟募集资金1亿元，用于云桥芯片研发项目。", "Organization")
