"""Digests and notices, and what only looks like them."""

import pytest

from kg.read.assemble import Hints, read_page

SUBHEADS = """三年治沙二十万亩
■ 本报记者 李文达
四月的石桥乡，风里还带着寒意。县林草局局长何林说，三年前这里还是流沙。
■种下去
治沙先要种得活。县林草局与青江林业大学合作，筛选出适生树种九个。
■管得住
全县聘用护林员一千一百名，各村层层签订责任书。
■富起来
华宁药业有限公司种植肉苁蓉三万亩，带动牧户八百家。
"""
POINTS = """全县水利工作会议召开
本报讯（记者 李文达）5月20日，全县水利工作会议召开。县长何林提出三点要求：
●压实各级河长责任，抓好源头管控。
●加快北河清淤工程进度，确保主汛期前完工。
●严肃工作纪律，不搞花架子。
"""
BULLETS = """一周快览
◆5月18日，宁河县召开春耕现场会，副县长何林参加。
◆5月19日，石桥镇举办招聘会，提供岗位120个。
"""
TITLED = """早安青江，这些新闻值得关注
【省水利厅与东海大学签署合作协议】
省水利厅与东海大学昨日签署合作协议，厅长何林、校长周明远出席。
【北河清淤工程全面开工】
5月19日，北河清淤工程全面开工，总投资2.3亿元。
【宁河县举办春季招聘会】
5月19日，宁河县举办春季招聘会，50家企业提供岗位1200个。
"""
BRACKETS = """访县水务局局长何林
【李文达】今年的防汛准备做得怎样？
【何林】我们备足了物资，各乡镇都有队伍。
【李文达】还有哪些短板？
【何林】北河下游的堤防还要加固。
"""


@pytest.mark.parametrize(
    ("page", "titles"),
    [
        (SUBHEADS, ["三年治沙二十万亩"]),
        (POINTS, ["全县水利工作会议召开"]),
        (BULLETS, ["", ""]),
        (TITLED, ["省水利厅与东海大学签署合作协议", "北河清淤工程全面开工", "宁河县举办春季招聘会"]),
        (BRACKETS, ["访县水务局局长何林"]),
    ],
    ids=["subheads", "points", "bullets", "titled", "interview"],
)
def test_items_of_a_digest_are_articles_and_parts_of_an_article_are_not(page: str, titles: list[str]) -> None:
    """Subheads, points of a speech and speakers in brackets stay in their article."""
    assert [article.title for article in read_page(page, "page", Hints())] == titles


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("欢迎拨打本报热线0900-8120000。", False),
        ("文明宁河 你我同行", False),
        ("均据新华社", False),
        ("2024年5月20日 星期一", False),
        ("县委书记周明远到会，他说，均衡发展是由来已久的目标。", True),
        ("文明城市要靠你我同行的每一步走出来，何林说。", True),
        ("5月20日（星期一）上午，会议继续举行。", True),
    ],
)
def test_lines_beside_an_article_are_not_its_text(line: str, kept: bool) -> None:
    """What a paper says to its readers, slogans, sources and headers go; sentences with the same words stay."""
    page = f"两地携手共建物流园\n本报讯（记者 李文达）5月19日，东湖区与远航公司签署协议。\n项目投资六亿元。\n{line}\n"
    (article,) = read_page(page, "page", Hints())
    assert (line in article.text) is kept


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("东海网记者李文达5月20日报道：昨天，宁河县召开会议。", ("李文达",)),
        ("本报宁州讯 记者李文达 通讯员何林 5月20日，宁河县召开会议。", ("李文达", "何林")),
        ("（通讯员 沈佳）5月20日，宁河县召开会议。", ("沈佳",)),
        ("东海新闻记者查询发现，5月20日，宁河县召开会议。", ()),
        ("本报讯 记者从县政府获悉，5月20日，宁河县召开会议。", ()),
        ("（一）加强领导，5月20日，宁河县召开会议。", ()),
    ],
)
def test_writers_without_brackets_and_before_the_first_word(text: str, names: tuple[str, ...]) -> None:
    """Names behind 记者, up to a day or 报道; verbs behind it are no names."""
    (article,) = read_page(f"宁河县召开会议\n{text}\n", "page", Hints())
    assert article.reporters == names
