"""Pages drawn at random from the classes that papers and sites have, with their right cuts."""

from __future__ import annotations

import random
from dataclasses import dataclass

from read.pages import wrap
from read.sheets import Story, story

WEATHER = "今日天气：晴转多云 气温8℃～22℃ 南风3级"
SLOGANS = ("文明健康 有你有我", "讲文明树新风", "公益广告")
ADS = "招聘\n远航物流公司诚聘司机10名，月薪6000元起。电话：13800000000"
KICKERS = ("开局之年看变化", "学思践悟", "关注民生实事")
LIST = ("一、成立县级领导小组。", "二、六月底前完成排查。", "三、实行挂图作战。", "四、建立长效机制。")
TABLE = ("单位 数量（户） 金额（万元）", "石桥镇 120 36.5", "东沟乡 98 28.1", "合计 218 64.6")
VERSES = (
    "春到青江岸，\n新绿上枝头。\n渔舟摇晓月，\n歌声满画楼。",
    "我在山坡上种下一棵树\n等它长高\n等风从远处回来\n把叶子翻成一页页的信",
)
POEMS = ("春到青江", "一棵树的信", "致护林员")
FOOT = "责任编辑：王一 校对：李二 版式：赵三"


@dataclass(frozen=True)
class Drawn:
    """A page and its articles, in order; poems: titles of those on it, which are no articles."""

    raw: str
    stories: tuple[Story, ...]
    poems: tuple[str, ...] = ()


def drawn(seed: int) -> Drawn:
    """The page of a seed: how it is set, what stands around, which articles it has."""
    chance = random.Random(seed)
    stories = tuple(story(chance, chance.randint(2, 4)) for _ in range(chance.randint(2, 4)))
    if seed % 4 == 0:
        return Drawn(_web(chance, stories[0]), stories[:1])
    if seed >= RICH:
        stories = tuple(_richer(chance, piece) for piece in stories)
        poem = chance.choice(POEMS) if chance.random() < 0.4 else ""
        return Drawn(_rich(chance, stories, poem), stories, (poem,) if poem else ())
    return Drawn(_paper(chance, stories), stories)


RICH = 1000  # from this seed on pages have lists, tables, poems, kickers, several bylines, jumps and boxes


def _richer(chance: random.Random, piece: Story) -> Story:
    """The article with a list or table in it, which belong to its text, or with a kicker."""
    body, title = piece.body, piece.title
    kind = chance.choice(("list", "table", "kicker", "plain"))
    if kind == "list":
        body = (*body[:-1], f"{body[-1]}会议明确：", *LIST)
    elif kind == "table":
        body = (*body, "各乡镇情况如下：", *TABLE)
    elif kind == "kicker":
        title = (chance.choice(KICKERS), *title)
    return Story(title, body)


def _rich(chance: random.Random, stories: tuple[Story, ...], poem: str) -> str:
    column = chance.choice((0, 17, 19, 22))
    blocks = []
    for piece in stories:
        title = "\n".join(piece.title)
        byline = chance.choice(("", "", "本报记者 何林 通讯员 沈佳", "本报记者 李文达 周明远 文/图"))
        if not column:
            body = "\n\n".join(piece.body)
        else:
            body = "\n".join("\n".join(_set(paragraph, column)) for paragraph in piece.body)
        jump = "（下转第3版）" if chance.random() < 0.15 else ""
        blocks.append("\n\n".join(filter(None, (title, byline, body + jump))))
    if poem:
        blocks.insert(chance.randint(0, len(blocks)), f"{poem}\n\n□ 何林\n\n{chance.choice(VERSES)}")
    around = [block for block in (WEATHER, chance.choice(SLOGANS), ADS if column else "") if chance.random() < 0.3]
    top = chance.choice(("A02 要闻 河湟晚报\n2024年5月29日 星期三\n\n", "河湟晚报 2024年5月29日 星期三 第3版\n\n"))
    return top + "\n\n".join(filter(None, [*blocks, *around])) + f"\n\n{FOOT}\n"


def _set(paragraph: str, column: int) -> list[str]:
    """The lines of a paragraph; rows of a table are not wrapped."""
    return [paragraph] if paragraph in TABLE else wrap(paragraph, column, "　　")


def _paper(chance: random.Random, stories: tuple[Story, ...]) -> str:
    column = chance.choice((0, 17, 19, 22))
    below = chance.random() < 0.25 and column > 0
    twice = chance.random() < 0.2 and not below
    blocks = [_article(piece, column, below=below, twice=twice) for piece in stories]
    around = [block for block in (WEATHER, chance.choice(SLOGANS), ADS) if chance.random() < 0.3]
    if below or not column:
        around = [block for block in around if block != ADS]
    top = chance.choice(("A02 要闻 河湟晚报\n2024年5月29日 星期三\n", "河湟晚报 2024年5月29日 星期三 第3版\n", ""))
    foot = f"\n\n{FOOT}\n" if chance.random() < 0.5 else "\n"
    return top + "\n\n".join([*blocks, *around]) + foot


def _article(piece: Story, column: int, *, below: bool, twice: bool) -> str:
    title = "\n".join(line * 2 if twice else line for line in piece.title)
    if not column:
        return title + "\n\n" + "\n\n".join(piece.body)
    body = "\n".join("\n".join(wrap(paragraph, column, "　　")) for paragraph in piece.body)
    return f"{body}\n\n{title}" if below else f"{title}\n\n{body}"


def _web(chance: random.Random, piece: Story) -> str:
    menu = chance.choice(("首页 > 新闻 > 国内\n", "当前位置：首页 > 要闻 > 正文\n", ""))
    fields = chance.choice(
        ("2024-05-29 08:30 来源：河湟晚报\n", "发布时间：2024-05-29 08:30 来源：河湟晚报 浏览：120次 字号：大 中 小\n")
    )
    tail = chance.choice(
        (
            "责任编辑：王一\n分享到：微信 微博\n",
            "上一篇：市委召开会议 下一篇：全市春耕现场会\n",
            "【编辑:王一】\n【打印】【关闭】\n",
        )
    )
    return f"{menu}{' '.join(piece.title)}\n{fields}" + "\n".join(piece.body) + f"\n{tail}"
