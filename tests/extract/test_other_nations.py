"""On a page about another nation 副总理 and 外交部 are that nation's; 担当大臣 and 国务部长 are of no ministry."""

from __future__ import annotations

import pytest
from extracting import names, read

HELD = [
    ("泰国两个政党8日宣布联合组阁。副总理阿南在曼谷表示,谈判仍在继续。", "阿南", "泰国"),
    ("泰国多地9日遭遇暴雨。现任副总理兼卫生部长阿南赶赴灾区。", "阿南", "泰国卫生部"),
    ("越南河内9日发生火灾。财政部长胡文福说,救济金已拨付。", "胡文福", "越南财政部"),
    ("波兰多地10日举行集会。外交部发言人扬·科瓦尔说,局势平稳。", "扬·科瓦尔", "波兰外交部"),
    ("日本经济安全担当大臣田中一郎10日到访大阪。", "田中一郎", "日本"),
    ("日本多地10日地震。官房长官田中一郎表示,政府将全力救援。", "田中一郎", "日本"),
    ("日本多地10日地震。经济产业大臣田中一郎说,工厂已停工。", "田中一郎", "日本经济产业省"),
    ("牙买加外交和外贸部国务部长阿兰·布朗10日到访巴黎。", "阿兰·布朗", "牙买加外交和外贸部"),
    ("马里首都11日恢复通行。哗变士兵昨夜释放了总统迪亚科。", "迪亚科", "马里"),
    ("马耳他11日结束计票。该国总理博格里奇承认落败。", "博格里奇", "马耳他"),
    ("格鲁吉亚多地11日暴雨。该国国防部长库拉泽已派兵抢险。", "库拉泽", "格鲁吉亚国防部"),
    ("葡萄牙政府11日换人。新任卫生部长努诺·桑托斯走马上任。", "努诺·桑托斯", "葡萄牙卫生部"),
    ("日本12日公布名单。前环境大臣田中一郎落选。", "田中一郎", "日本环境省"),
    ("印度云桥邦首席部长库马尔12日视察灾区。", "库马尔", "云桥邦政府"),
    # who has held the post here, or a page that comes to China
    ("国务院总理李强10日会见泰国总理阿南。外交部发言人何林介绍了情况。", "何林", "外交部"),
    ("菲律宾外交部10日发表声明。外交部发言人何林回应说,中方坚决反对。", "何林", "外交部"),
    ("副总理何立峰10日在青江调研。", "何立峰", "国务院"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "person", "body"), HELD)
def test_posts_without_a_nation_are_of_the_one_told_of(text, person, body):
    assert (person, body) in read(text, "HOLDS_POSITION")


OURS = [
    ("财政部10日发布通知,各地加快拨付资金。", "财政部"),
    ("我国与泰国签署协定。外交部10日发布消息。", "外交部"),
    ("泰国与越南10日签署协定。老挝、缅甸派代表出席。外交部对此表示欢迎。", "外交部"),
]


@pytest.mark.parametrize(("text", "body"), OURS)
def test_an_organ_on_a_page_about_several_nations_or_none_stays(text, body):
    assert body in names(text, "Organization")


def test_a_longer_post_that_ends_like_a_chairmans_is_of_no_congress():
    assert not read("日本国家公安委员长谷公一10日到访福岛。", "HOLDS_POSITION")
