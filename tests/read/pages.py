"""Pages for the tests: invented articles, set as papers set them."""

from __future__ import annotations

from dataclasses import dataclass

from kg.read.lines import width


@dataclass(frozen=True)
class Piece:
    """title: its lines. body: its paragraphs."""

    title: tuple[str, ...]
    body: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.body)


MEETING = Piece(
    ("市委召开河道治理专题会议", "方国梁主持并讲话"),
    (
        "本报讯（记者 李 戈）5月13日，市委召开河道治理专题会议，听取北河清淤工程进展情况汇报，研究下一步工作。"
        "市委书记方国梁主持会议并讲话。",
        "方国梁指出，河道治理事关群众切身利益，要压实各级河长责任，抓好源头管控，做到水岸同治。要加快清淤工程进度，确保主汛期前完工。",
        "市领导何林、沈佳参加。",
    ),
)
SIGNING = Piece(
    ("两地携手共建物流园", "年内开工"),
    (
        "本报讯（记者 王小明 通讯员 张 兰）5月12日，东湖区政府与远航物流公司签署协议，双方将在东湖区共建现代物流园，"
        "项目总投资6.2亿元，占地三百亩。",
        "“我们看中的是这里的区位。”远航物流公司董事长贺子昂说，园区分两期建设，首期工程今年九月开工，建成后可带动八百人就业。",
    ),
)
FEATURE = Piece(
    ("一渠清水润新田", "——石桥灌区改造见闻"),
    (
        "清晨六点，石桥村的水渠边已经站满了人。“水来了！”村民老周第一个喊出声，水花顺着新修的渠道一路奔向稻田深处。",
        "石桥灌区建成于上世纪六十年代，干渠渗漏严重，尾水常常流不到田头。去年，市水利局筹资启动改造，衬砌渠道十八公里。",
        "老周家的二十亩稻田今年头一回不用半夜排队守水。他说，等秋收了，要请施工队的师傅们来吃新米。",
        "（记者 钱小渠）",
    ),
)


def wrap(paragraph: str, column: int, indent: str = "") -> list[str]:
    """A paragraph broken into lines of a column, no mark of punctuation at the beginning of a line."""
    lines = [indent]
    for character in paragraph:
        if width(lines[-1]) >= column and character not in "，。、；：！？”）":
            lines.append("")
        lines[-1] += character
    return lines


def columns(piece: Piece, column: int, *, indent: str = "", gap: bool = True) -> str:
    """The body in a column; `gap`: a blank line between paragraphs."""
    paragraphs = ("\n".join(wrap(paragraph, column, indent)) for paragraph in piece.body)
    return ("\n\n" if gap else "\n").join(paragraphs)


def heading(piece: Piece) -> str:
    """The lines of the title."""
    return "\n".join(piece.title)
