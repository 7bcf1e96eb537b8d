"""Newspaper sheets of random layout with their articles known, as HTML for a browser to print."""

from __future__ import annotations

import random
from dataclasses import dataclass

ORGANS = ("市委", "县政府", "区人大常委会", "市水务局", "县教育局", "市总工会")
DEEDS = ("河道治理", "春耕备耕", "安全生产", "招商引资", "文明创建", "森林防火", "防汛抗旱", "乡村振兴")
NAMES = ("李文达", "周明远", "何林", "沈佳", "王小明", "钱小渠", "范晓东", "贺子昂")
SAYINGS = (
    "会议指出，{deed}工作事关群众切身利益，要压实各级责任，抓好源头管控，做到早谋划、早部署、早落实。",
    "“今年的{deed}任务比往年更重。”{name}说，各单位已经把任务分解到人，完成时限明确到月。",
    "据了解，今年以来全县共投入资金{n}万元用于{deed}，惠及{n}个村（社区）的群众。",
    "{name}要求，各级各部门要以钉钉子精神抓好{deed}各项工作，确保年度目标任务如期完成。",
    "在石桥镇，{name}实地察看{deed}项目进展情况，听取情况汇报，并与干部群众亲切交流。",
)


@dataclass(frozen=True)
class Story:
    """An article of a sheet. title: its lines, the main one first. body: its paragraphs."""

    title: tuple[str, ...]
    body: tuple[str, ...]


def story(chance: random.Random, paragraphs: int) -> Story:
    """An invented article."""
    organ, deed, name = chance.choice(ORGANS), chance.choice(DEEDS), chance.choice(NAMES)
    number = chance.randint(2, 99)
    titles = [f"{organ}部署第{number}项{deed}工作"]
    if chance.random() < 0.5:
        titles.append(f"{name}主持会议并讲话")
    lead = (
        f"本报讯（记者 {chance.choice(NAMES)}）5月{chance.randint(1, 28)}日，{organ}召开会议，"
        f"部署第{number}项{deed}工作。{name}主持会议并讲话。"
    )
    rest = [
        chance.choice(SAYINGS).format(deed=deed, name=chance.choice(NAMES), n=chance.randint(10, 900))
        + f"这是今年的第{chance.randint(2, 9)}{n}次。"
        for n in range(paragraphs - 1)
    ]
    return Story(tuple(titles), (lead, *rest))


def sheet(seed: int, gutter: str = "column-gap:18px") -> tuple[str, list[Story]]:
    """The HTML of a sheet, and its articles from above, then from the left. gutter: between columns, as CSS."""
    chance = random.Random(seed)
    told: list[Story] = []
    rows = []
    for _ in range(chance.randint(1, 3)):
        shares = chance.choice(((3,), (2, 1), (1, 2), (1, 1), (1, 1, 1), (3, 1)))
        cells = []
        for share in shares:
            columns = share if chance.random() < 0.8 or share == 1 else share - 1
            article = story(chance, 2 + 2 * columns)
            told.append(article)
            cells.append(_cell(article, share, columns, chance).replace("column-gap:18px", gutter))
        rows.append(f"<div class=row>{''.join(cells)}</div>")
    head = f"<div>河湟晚报 A0{chance.randint(1, 8)} 要闻 2024年5月29日 星期三</div>"
    return f"<meta charset=utf-8><style>{_STYLE}</style>{head}{''.join(rows)}", told


def _cell(article: Story, share: int, columns: int, chance: random.Random) -> str:
    size = chance.choice((18, 20, 22)) if share == 1 else chance.choice((24, 28, 32))
    main, *others = article.title
    titles = f"<h1 style='font-size:{size}px'>{main}</h1>" + "".join(f"<h3>{other}</h3>" for other in others)
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in article.body)
    align = chance.choice(("left", "center"))
    return (
        f"<div style='flex:{share}'><div style='text-align:{align}'>{titles}</div>"
        f"<div style='column-count:{columns};column-gap:18px'>{paragraphs}</div></div>"
    )


_STYLE = (
    "body{font-family:serif;font-size:12px;width:730px}h1{margin:4px 0}"
    "h3{font-size:15px;margin:2px 0;font-weight:normal}"
    "p{text-indent:2em;margin:0;line-height:1.5;text-align:justify}.row{display:flex;gap:26px;margin:18px 0}"
)
