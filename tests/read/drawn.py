"""Pages drawn at random from the classes that papers and sites have, with their right cuts."""

from __future__ import annotations

import random
from dataclasses import dataclass

from read.pages import wrap
from read.sheets import Story, story

WEATHER = "今日天气：晴转多云 气温8℃～22℃ 南风3级"
SLOGANS = ("文明健康 有你有我", "讲文明树新风", "公益广告")
ADS = "招聘\n远航物流公司诚聘司机10名，月薪6000元起。电话：13800000000"
FOOT = "责任编辑：王一 校对：李二 版式：赵三"


@dataclass(frozen=True)
class Drawn:
    """A page and its articles, in order."""

    raw: str
    stories: tuple[Story, ...]


def drawn(seed: int) -> Drawn:
    """The page of a seed: how it is set, what stands around, which articles it has."""
    chance = random.Random(seed)
    stories = tuple(story(chance, chance.randint(2, 4)) for _ in range(chance.randint(2, 4)))
    if seed % 4 == 0:
        return Drawn(_web(chance, stories[0]), stories[:1])
    return Drawn(_paper(chance, stories), stories)


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
