"""Web pages in plain markup, without <article>: of several articles, and of one article with headings inside.

Each with the titles that it has to give, in order.
"""

from __future__ import annotations

ROAD = "青石公路全线通车"
ROAD_LEAD = "本报讯（记者 李文达）5月12日，全长86公里的青石公路全线通车，青江市市长沈佳出席通车仪式。"
ROAD_REST = "公路建成后，从青江到石门的行车时间由三小时缩短为五十分钟。沿线十二个乡镇的农产品当天就能进城。"
SCHOOL = "云岭县新建三所小学"
SCHOOL_LEAD = (
    "云岭县融媒体中心讯（通讯员 何林）记者从县教育局获悉，今年秋季学期前，云岭县新建的三所小学将全部投入使用。"
)
SCHOOL_REST = "三所学校共设九十个班，可容纳学生四千余名。县教育局局长周明远介绍，教师招聘已经完成。"
FAIR = "宁河苹果节开幕"
FAIR_LEAD = "本报宁河5月11日电（记者 贺子昂）第三届宁河苹果节11日在宁河县会展中心开幕，来自十五个省份的客商参加。"
FAIR_REST = "开幕式上，远航果业有限公司与六家商场签订供货协议。去年全县苹果产量达到二十万吨。"
# The same without a sign of who wrote them.
ROAD_PLAIN = "5月12日，全长86公里的青石公路全线通车，青江市市长沈佳出席通车仪式。"
SCHOOL_PLAIN = "今年秋季学期前，云岭县新建的三所小学将全部投入使用，记者从县教育局获悉。"
FAIR_PLAIN = "第三届宁河苹果节11日在宁河县会展中心开幕，来自十五个省份的客商参加。"

NAV = "<div class='nav'><a href='/'>首页</a> <a href='/1'>要闻</a> <a href='/2'>社会</a> <a href='/3'>专题</a></div>"
FOOT = "<div class='foot'><p>版权所有 青江日报社 未经授权不得转载</p><p>联系我们 | 网站地图</p></div>"
ALL = (ROAD, SCHOOL, FAIR)
STAMP = "2024-05-13 08:30 来源：青江日报"

SIGNED = ((ROAD, ROAD_LEAD, ROAD_REST), (SCHOOL, SCHOOL_LEAD, SCHOOL_REST), (FAIR, FAIR_LEAD, FAIR_REST))
PLAIN = ((ROAD, ROAD_PLAIN, ROAD_REST), (SCHOOL, SCHOOL_PLAIN, SCHOOL_REST), (FAIR, FAIR_PLAIN, FAIR_REST))


def page(body: str, title: str = "青江日报数字报") -> str:
    """A page with a menu and a foot around a body."""
    head = f"<head><meta charset='utf-8'><title>{title}</title></head>"
    return f"<!DOCTYPE html><html>{head}<body>{NAV}{body}{FOOT}</body></html>"


def _each(shape: str, articles: tuple[tuple[str, str, str], ...] = SIGNED) -> str:
    return "".join(shape.format(title=title, lead=lead, rest=rest) for title, lead, rest in articles)


SEVERAL: dict[str, tuple[str, tuple[str, ...]]] = {
    "h2 and p": (page(_each("<h2>{title}</h2><p>{lead}</p><p>{rest}</p>")), ALL),
    "h3 under the name of the page": (
        page("<h1>青江日报 2024年05月13日 第02版 要闻</h1>" + _each("<h3>{title}</h3><p>{lead}</p><p>{rest}</p>")),
        ALL,
    ),
    "rows of a table": (
        page(
            "<table>"
            + _each("<tr><td class='bt'>{title}</td></tr><tr><td class='nr'><p>{lead}</p><p>{rest}</p></td></tr>")
            + "</table>"
        ),
        ALL,
    ),
    "div and day": (
        page(
            _each(
                "<div class='title'>{title}</div><div class='info'>" + STAMP + "</div>"
                "<div class='text'><p>{lead}</p><p>{rest}</p></div>",
                PLAIN,
            )
        ),
        ALL,
    ),
    "bold lines and br": (
        page("<div>" + _each("<b>{title}</b><br><br>　　{lead}<br>　　{rest}<br><br>") + "</div>"),
        ALL,
    ),
    "centred p": (
        page(_each("<p align='center'><strong>{title}</strong></p><p>{lead}</p><p>{rest}</p><hr>")),
        ALL,
    ),
    "writer under the title": (
        page(_each("<h2>{title}</h2><p class='by'>本报记者 何林</p><p>{lead}</p><p>{rest}</p>", PLAIN)),
        ALL,
    ),
    "writer behind the text": (
        page(_each("<h3>{title}</h3><p>{lead}</p><p>{rest}（记者 沈佳怡）</p>", PLAIN)),
        ALL,
    ),
    "nobody signs": (page(_each("<h2>{title}</h2><p>{lead}</p><p>{rest}</p>", PLAIN)), ALL),
    "nobody signs, in boxes": (
        page(_each("<div class='item'><h3>{title}</h3><div><p>{lead}</p><p>{rest}</p></div></div>", PLAIN)),
        ALL,
    ),
    "headings inside one of them": (
        page(
            f"<h2>{ROAD}</h2><p>{ROAD_LEAD}</p><h3>一条路</h3><p>{ROAD_REST}</p><h3>一群人</h3>"
            "<p>建设者克服了高寒缺氧的困难。项目经理陈国强三年没有回家过年。</p>"
            f"<h2>{SCHOOL}</h2><p>{SCHOOL_LEAD}</p><p>{SCHOOL_REST}</p>"
        ),
        (ROAD, SCHOOL),
    ),
    "one does not sign": (
        page(
            f"<h2>{ROAD}</h2><p>{ROAD_LEAD}</p><p>{ROAD_REST}</p>"
            f"<h2>{SCHOOL}</h2><p>{SCHOOL_PLAIN}</p><p>{SCHOOL_REST}</p>"
            f"<h2>{FAIR}</h2><p>{FAIR_LEAD}</p><p>{FAIR_REST}</p>"
        ),
        ALL,
    ),
    "only the second signs": (
        page(
            f"<h2>{SCHOOL}</h2><p>{SCHOOL_PLAIN}</p><p>{SCHOOL_REST}</p>"
            f"<h2>{FAIR}</h2><p>{FAIR_LEAD}</p><p>{FAIR_REST}</p>"
        ),
        (SCHOOL, FAIR),
    ),
    "links and voices of readers behind": (
        page(
            _each("<h2>{title}</h2><p>{lead}</p><p>{rest}</p>", SIGNED[:2])
            + "<h2>相关新闻</h2><ul><li><a href='/9'>石门县召开春耕生产现场会</a></li>"
            "<li><a href='/8'>青江市体育中心开放</a></li></ul>"
            "<h2>网友评论</h2><div><p>网友 2024-05-13 10:20</p><p>路修得好。以后回家快了。</p></div>"
        ),
        (ROAD, SCHOOL),
    ),
    "names of sections over the titles": (
        page(
            f"<h2>要闻</h2><h3>{ROAD}</h3><p>{ROAD_LEAD}</p><p>{ROAD_REST}</p>"
            f"<h2>社会</h2><h3>{SCHOOL}</h3><p>{SCHOOL_LEAD}</p><p>{SCHOOL_REST}</p>"
        ),
        (ROAD, SCHOOL),
    ),
    "two columns of a table": (
        page(
            f"<table><tr><td><h3>{ROAD}</h3><p>{ROAD_LEAD}</p><p>{ROAD_REST}</p></td>"
            f"<td><h3>{FAIR}</h3><p>{FAIR_LEAD}</p><p>{FAIR_REST}</p></td></tr></table>"
        ),
        (ROAD, FAIR),
    ),
    "kickers over the titles": (
        page(
            "<h4>聚焦重点项目</h4>"
            f"<h2>{ROAD}</h2><p>{ROAD_LEAD}</p><p>{ROAD_REST}</p>"
            "<h4>办好民生实事</h4>"
            f"<h2>{SCHOOL}</h2><p>{SCHOOL_LEAD}</p><p>{SCHOOL_REST}</p>"
        ),
        (f"聚焦重点项目 {ROAD}", f"办好民生实事 {SCHOOL}"),
    ),
}

LONG = "一条公路带来的变化"
PART_ONE = "过去，石门县的苹果要走三天才能到省城，路上要坏掉两成。果农赵立新说，那时候最怕下雨。"
PART_TWO = "如今，冷链车当天往返。县里建起了分拣中心，远航果业有限公司带着六家合作社一起卖苹果。"
PART_THREE = "青江市副市长陈国强介绍，下一步还要修通到云岭的支线。到2026年，全市乡镇都会通三级以上公路。"


def _parts(shape: str, heads: tuple[str, str, str] = ("路通了", "货畅了", "人富了")) -> str:
    texts = (PART_ONE, PART_TWO, PART_THREE)
    return "".join(shape.format(head=head, text=text) for head, text in zip(heads, texts, strict=True))


WHOLE: dict[str, tuple[str, tuple[str, ...]]] = {
    "h2 inside": (
        page(f"<h1>{LONG}</h1><p>{STAMP}</p><p>{ROAD_LEAD}</p>" + _parts("<h2>{head}</h2><p>{text}</p>")),
        (LONG,),
    ),
    "numbered h2": (
        page(
            f"<h1>{LONG}</h1><p>{STAMP}</p>"
            + _parts("<h2>{head}</h2><p>{text}</p>", ("一、变化从路开始", "二、产业跟着路走", "三、日子沿着路越过越好"))
        ),
        (LONG,),
    ),
    "no lead before the first heading": (
        page(f"<div class='title'>{LONG}</div>" + _parts("<h3>{head}</h3><p>{text}</p>")),
        (LONG,),
    ),
    "bold lines inside, signed at both ends": (
        page(
            f"<h1>{LONG}</h1><p>{ROAD_LEAD}</p>"
            + _parts("<p><strong>{head}</strong></p><p>{text}</p>")
            + "<p>（参与采写：记者 何林）</p>"
        ),
        (LONG,),
    ),
    "title and headings of one level": (
        page(f"<h2>{LONG}</h2><p>{ROAD_LEAD}</p>" + _parts("<h2>{head}</h2><p>{text}</p>")),
        (LONG,),
    ),
    "abstracts of other news behind": (
        page(
            f"<h1>{ROAD}</h1><p>{STAMP}</p><p>{ROAD_LEAD}</p><p>{ROAD_REST}</p><h3>相关新闻</h3>"
            "<div><h3><a href='/1'>云岭县新建三所小学</a></h3><p>2024-05-12 09:10</p>"
            "<p>记者从县教育局获悉，今年秋季学期前，云岭县新建的三所小学将全部投入使用。三所学校共设…</p></div>"
            "<div><h3><a href='/2'>宁河苹果节开幕</a></h3><p>2024-05-11 09:10</p>"
            "<p>第三届宁河苹果节11日在宁河县会展中心开幕。来自十五个省份的客商参加，开幕式上…</p></div>"
        ),
        (ROAD,),
    ),
    "voices of readers behind": (
        page(
            f"<h1>{ROAD}</h1><p>{STAMP}</p><p>{ROAD_LEAD}</p><p>{ROAD_REST}</p><h3>网友评论</h3>"
            "<div><p>青江网友 2024-05-13 10:20</p><p>路修得好。以后回家快了，再也不用绕道，办了一件大好事。</p></div>"
            "<div><p>石门老李 2024-05-13 11:20</p><p>通车那天我也去了。大家都说盼了二十年，终于盼来了。</p></div>"
        ),
        (ROAD,),
    ),
    "a box behind": (
        page(
            f"<h1>{ROAD}</h1><p>{ROAD_LEAD}</p><p>{ROAD_REST}</p><h3>新闻链接</h3>"
            "<p>青石公路2021年开工，总投资42亿元。全线有桥梁三十座、隧道十二条。</p>"
        ),
        (ROAD,),
    ),
    "questions and answers": (
        page(
            "<h1>让苹果走得更远——对话宁河县县长周明远</h1><p>本报记者 李文达</p>"
            "<h3>问：今年苹果节有什么不同？</h3><p>周明远：今年客商更多。我们邀请了十五个省份的企业。</p>"
            "<h3>问：果农能得到什么？</h3><p>周明远：价格有保证。合作社和企业签了三年的协议。</p>"
        ),
        ("让苹果走得更远——对话宁河县县长周明远",),
    ),
    "stations with their places": (
        page(
            f"<h1>沿着公路看变化</h1><p>{STAMP}</p><p>5月12日起，本报记者沿着新通车的青石公路采访，看沿线的变化。</p>"
            + _parts("<h2>{head}</h2><p>{text}</p>", ("青江：一条路的等待", "石门：苹果当天进城", "云岭：支线还在延伸"))
        ),
        ("沿着公路看变化",),
    ),
    "a notice with its parts": (
        page(
            "<h1>青江市教育局关于招聘教师的公告</h1><p>2024-05-13</p><p>因工作需要，现公开招聘教师五十名。有关事项公告如下。</p>"
            "<h2>一、报名条件</h2><p>具有中华人民共和国国籍。年龄在三十五周岁以下。</p>"
            "<h2>二、报名办法</h2><p>报名时间为5月20日至25日。报名地点为青江市教育局一楼大厅。</p>"
            "<p>青江市教育局</p><p>2024年5月13日</p>"
        ),
        ("青江市教育局关于招聘教师的公告",),
    ),
    "a subtitle and a writer": (
        page(
            f"<h1>{LONG}</h1><h2>——青石公路通车一年间</h2><p>本报记者 李文达 通讯员 何林</p><p>{PART_ONE}</p>"
            f"<h2>当天进城</h2><p>{PART_TWO}</p><h2>还要修通</h2><p>{PART_THREE}</p>"
        ),
        (f"{LONG} ——青石公路通车一年间",),
    ),
    "sections in boxes": (
        page(
            f"<h1>{LONG}</h1><div>原创 李文达 青江发布 2024-05-13 19:30</div><section><p>{ROAD_PLAIN}</p></section>"
            + _parts("<section><h2>{head}</h2></section><section><p>{text}</p></section>")
        ),
        (LONG,),
    ),
    "the editors' word behind": (
        page(
            f"<h2>{LONG}</h2><p>{ROAD_LEAD}</p><p>{PART_ONE}</p>"
            "<h2>编后</h2><p>路通了，心就近了。愿更多这样的路修到群众的家门口。（本报编辑 何林）</p>"
        ),
        (LONG,),
    ),
    "a day in the text": (
        page(
            f"<h2>{LONG}</h2><p>{ROAD_PLAIN}</p><h3>2021年5月10日，开工</h3><p>{PART_ONE}</p>"
            f"<h3>2024年5月12日，通车</h3><p>{PART_TWO}</p>"
        ),
        (LONG,),
    ),
}
