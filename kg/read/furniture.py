"""What stands on a page beside its articles: headers, hotlines, captions, jump lines, boxes, bylines.

Each function looks at one line alone, already cleaned of overprint and spacing.
"""

from __future__ import annotations

import re

from kg.language.classes import FIGURES, LUNAR_YEAR, NUMERALS, WEEKDAY, one_of
from kg.language.lexicon import any_of, word_set, words
from kg.language.names import looks_like_person
from kg.read import papers
from kg.read.units import without_unit

_PAGE = rf"(?:[A-Z]?\d{{1,3}}|[{NUMERALS}]{{1,3}})"
_ON_PAGE = rf"(?:第?\s*+{_PAGE}\s*+[版页]|[A-Z]\d+)"
_JUMP = re.compile(
    rf"[（(【]?下\s*+转\s*+(?:{_ON_PAGE}|\S{{0,6}}版)[^。]{{0,16}}[）)】]?[→▶>]*|[（(【]\s*+转\s*+{_ON_PAGE}[^。]{{0,16}}[）)】]"
)
_CONTINUED = re.compile(rf"[（(【]?(?:上\s*+接|紧接)\s*+(?:{_ON_PAGE}|\S{{0,6}}版)[^。]{{0,16}}[）)】]?")
_CONTINUED_BEFORE = re.compile(rf"[（(【](?:上\s*+接|紧接)\s*+(?:{_ON_PAGE}|\S{{0,6}}版)[^。（）()】]{{0,16}}[）)】]")

_WRITER = (
    f"(?:(?:{one_of('kinds_of_reporters')}){{0,4}}"
    f"(?:记者(?!{one_of('genres_of_reporters')})|{one_of('contributors')}|特约撰稿人?|撰文|记者站))"
)
_INSIDE = rf"(?:[\u4e00-\u9fff·]{{0,14}}?)(?:{_WRITER}|来源|据|原载|供稿)[^（）()。]{{1,60}}"
_CLOSING = re.compile(
    rf"[（(](?:{_INSIDE}|(?:{one_of('credits_in_pairs')})\s?[/、]\s?(?:{one_of('credits_in_pairs')})[\s：:/]{{1,3}}[\u4e00-\u9fff·\s、]{{2,24}})[）)]"
)
# 「（摘自《科技日报》）」, 「（8月30日《青江晚报》何林）」 behind an item of a digest.
_END_SOURCE = re.compile(
    r"[。！？!?…”’]\s{0,4}[（(](?:摘自|选自|原载|据|来源：)?(?:\d{1,2}[月.]\d{1,2}日?)?《[^《》]{2,16}》[^（）()。]{0,20}[）)]$"
)
_END_BYLINE = re.compile(rf"(?:^|[。！？!?…”’])\s*[（(](?:[\u4e00-\u9fff·]{{0,14}}?){_WRITER}[^（）()。]{{1,60}}[）)]$")
_NAME = r"[\u4e00-\u9fff]{1,4}(?:[·.][\u4e00-\u9fff]{1,10}){0,4}"
_NAMES = rf"{_NAME}(?:[\s、，,/]++{_NAME}){{0,7}}"
_PAPER = rf"[\u4e00-\u9fff]{{2,8}}(?:{one_of('papers')}|{one_of('platforms')}|在线)"
_BYLINE = re.compile(
    rf"[□■●◆▲◎○★☆\s]*+(?:(?:本版|本期)?(?:撰文|采写|稿件|文字)[：:/\s]++)?(?:{_PAPER})?(?:{_WRITER}[\s：:]*+{_NAMES}\s*+){{1,4}}(?:文/图|图/文|文|报道|整理|综合|摄影报道)?"
    rf"|[□■◆◎●○◇]\s*(?:[\u4e00-\u9fff]{{3,20}}\s++)?{_NAMES}"
    rf"|(?:文|图|图文|文图|文/图|图/文|撰文|作者)\s*[/：:｜|丨]\s*(?:{_WRITER}\s*|[\u4e00-\u9fff]{{3,12}}\s++)?{_NAMES}(?:\s++(?:图|图片|摄影)\s*[/：:｜|丨]\s*\S{{2,14}})?"
)
# 「李 强」: a name of two characters is spaced out to the width of three.
_SPACED_NAME = re.compile(r"(?<![^\s、（(])([\u4e00-\u9fff])[\s　]{1,3}([\u4e00-\u9fff])(?![^\s、）)])")
_SIGNED = re.compile(r"[（(]\s*([\u4e00-\u9fff·]{1,12}(?:[\s、]{1,4}[\u4e00-\u9fff·]{1,4}){0,9})\s*[）)]")
_WITH_PICTURE = re.compile(r"\s{0,3}(?:文\s?/\s?图|图\s?/\s?文|摄影报道|文并摄|供稿)(?=[）)]$)")
_TAKEN = re.compile(
    r"\s{1,4}(?:文\s{1,4})?(?:摄影|图片|图|摄)[\s/：:]{1,3}[\u4e00-\u9fff·\s、]{2,16}(?=[）)]$)"
)  # （宣传科 李文达 文 摄影 何林）
_UNIT = re.compile(rf"[（(][\u4e00-\u9fff]{{0,16}}(?:{any_of(words('signing_units'))})[）)]")
_VERB = re.compile(r"获悉|从|了解|说|表示|看到|来到|走进|采访|介绍|近日|日前|在")

_OUTLET = f"(?:新华社|中新社|人民日报|{one_of('own_paper')})"
_SHOT = r"\s*+/?\s*+(?:摄影报道|摄影|(?<!拍)摄|供图)"
_BY = rf"(?:{_OUTLET}|{_OUTLET}?[\u4e00-\u9fff]{{0,8}}?(?:记者|通讯员|实习生|摄影[：:\s]|图片[：:\s由]|图[：:/]))"
_TAKER = rf"(?:{_BY}[\s：:由/]*{_NAMES}{_SHOT}|{_NAME}[\s/]+(?:摄影报道|摄影|摄|供图))"
_STOCK = (
    f"(?:(?:{one_of('origins_of_pictures')})(?:供)?(?:图片?|照片?|截图)"
    r"|(?:新华社|中新社|人民图片)发(?:\s?[（(][\u4e00-\u9fff·]{2,8}\s?摄[）)])?|图源[：:]?\S{1,12})"
)
# 「…热卖。本报记者王臻摄」: the credit follows the end of a sentence, a space, or is the whole line.
_CAPTION = re.compile(rf"(?:.{{0,80}}?[。！”）)\s])?[（(]?(?:{_TAKER}|{_STOCK})[）)。]?")
_DESCRIBED = re.compile(rf"(.{{4,80}}[。！])\s*(?:[（(]?(?:{_TAKER}|{_STOCK})[）)。]?)?")
_PICTURE = re.compile(rf"[^。；]{{2,30}}[（(](?:{one_of('genres_of_pictures')})[）)]\s{{0,4}}[\u4e00-\u9fff]{{2,4}}")
_CAPTION_HEAD = re.compile(
    r"[▲△▼▽←→↑↓◀▶]|(?:图片?为|[上下左右题大小]图(?:为|[：:①-⑨])|图[①-⑨\d](?:为|[：:])?|图片说明)"
    rf"|[\u4e00-\u9fff“”《》]{{0,12}}(?:{one_of('ends_of_captions')})。$"
    rf"|[\u4e00-\u9fff“”《》]{{0,12}}(?:{one_of('kinds_of_pictures')})$"
)
_PROVIDED = re.compile(r"[（(]?(?:本[版文])?(?:图片|照片|配图|视频)(?:均?由|来源|来自|[：:]).{2,24}[）)]?")
_CREDIT_ALONE = re.compile(
    rf"[（(]?(?:(?:{_OUTLET}\S{{0,4}})?{_BY}\S{{0,3}}\s*+{_NAMES}{_SHOT}|[\u4e00-\u9fff]{{2,4}}[\s/]+(?:摄影|摄)(?:[（(][^（()）。]{{2,16}}(?:供图|提供)[）)])?)[）)。]?"
)

_BOX_WORDS = f"(?:{any_of(words('box_words'))})"
_BOX = re.compile(
    rf"【[^】]{{0,6}}{_BOX_WORDS}[^】]{{0,6}}】"
    rf"|(?:{any_of(words('box_headings'))})(?:[：:]|$)"
)

_SECTION = rf"(?:{any_of(words('page_sections'))}|今日\S{{2,4}}|\S{{2,4}}新闻)"
_PAGE_NUMBER = rf"(?:第?\s*[A-Z]?\d{{1,3}}\s*版?|[A-Z]\d{{1,3}}版?|第?[{NUMERALS}]{{1,3}}版)"
_DATE = r"(?:\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d{1,2}月\d{1,2}日|\d{4}[-./]\d{1,2}[-./]\d{1,2})"
_HAN_DATE = f"[{FIGURES}]{{4}}年[{NUMERALS}]{{1,2}}月[{NUMERALS}廿卅]{{1,3}}日"
_WEEKDAY = f"(?:[（(]?{WEEKDAY}[）)]?)"
_LUNAR = rf"(?:(?:农历|夏历|阴历)?{LUNAR_YEAR}\S{{0,8}}|农历\S{{2,10}})"
_ISSUE = r"(?:第?\d+[期号]|总第?\d+期?|(?:今日|本期)(?:共)?\d+版|每周[一二三四五六日](?:、[一二三四五六日])?出版)"
_MASTHEAD_WORD = re.compile(
    rf"(?:{_PAGE_NUMBER}|{_SECTION}|{_DATE}|{_HAN_DATE}|{_WEEKDAY}|{_LUNAR}|{_ISSUE}|[|｜·•—\-/■□●▲]+)"
)
_STAFF = rf"(?:{any_of(words('staff_kinds'))}){{0,6}}(?:{any_of(words('staff_roles'))})"
_EDITORS = re.compile(rf"^{_STAFF}\s*[：:/\s]|(?:^|\s){_STAFF}[：:\s]\s*[\u4e00-\u9fff]{{1,4}}(?:\s|$)")
_CONTACT = f"(?:{one_of('channels_of_contact')}|E-?mail)"
_HOTLINE = re.compile(
    rf"^.{{0,12}}{_CONTACT}(?:[：:\s]+[\dA-Za-z@.:/_\-—–－\s、，（）()]{{5,60}}|[（(]?0?\d{{2,4}}[）)]?[-—–]?\d{{5,8}})$",
    re.IGNORECASE,
)
# 「首页快讯资讯推荐财经汽车科技」
_MENU_LINE = re.compile(rf"(?:{any_of((*words('page_rubrics'), *words('page_buttons')))}){{4,30}}+")
# The words of a menu, and how long one of them is.
_MENU, _ITEM, _CELLS = 5, 5, 2
_DIGEST = 6  # letters of the name of a digest that stands apart: 基层短波
# 【字号 大 中 小】 【推荐】; [顶一下 3] [复制链接]
_BUTTONS = re.compile(r"(?:【[^【】。]{1,12}】\s{0,3}){2,8}|(?:\[[^\[\]。]{1,12}\]\s{0,3}){2,8}")
# 上一页 1 2 3 … 14 下一页; 共2条 | 第1页/共14页
_PAGER = re.compile(r"上一页[\s\d.…·|\[\]]{1,80}下一页|第\s?\d{1,4}\s?页\s?[/／|，]?\s?共\s?\d{1,5}\s?页")
_IMAGE = re.compile(r"!\[.{0,60}\]\(.{0,60}\)|\[?图片?\]?|[-=_*~—·.:：;#+＊※★☆◆◇●○■□▲△…－＝～]{3,}")
_IMPRINT = re.compile(
    r"国内统一(?:连续)?|统一刊号|邮发代号|CN\s?\d{2}-\d{4}|ISSN|^https?://\S+$|^www\.\S+$|^(?:版权所有|未经授权)|零售(?:价|[：:]|每份)"
    r"|^(?:更多|请|欢迎|详情|微信|长按|手机)?\S{0,8}(?:扫一?扫|扫码|扫描)\S{0,12}$|二维码$|印刷厂|主管主办|机关报(?:$|\s)"
)


_LATIN_BEHIND = re.compile(r"(?<=[\u4e00-\u9fff])\s{0,2}[A-Z]{3,16}$")  # 新闻资讯 NEWS
SPEAKER = re.compile(rf"[“‘]?([\u4e00-\u9fff·]{{2,14}}?)(?:在[^，。]{{1,12}}时)?(?:{one_of('before_speech')})")
BEGINS_WITH_DAY = re.compile(r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日|昨日|昨天|今日|今天|日前|近日|连日来")
_RUBRIC = re.compile(
    rf"(?:[【\[]?[\u4e00-\u9fff]{{2}}(?:{any_of(words('rubric_words'))})[】\]]?)"
    r"|[“”‘’「」]?[\u4e00-\u9fff]{2,4}(?:进行时|风采|故事会|大家谈)"
)


def is_jump(text: str) -> bool:
    """（下转A05版）"""
    return bool(_JUMP.fullmatch(text))


def is_continued(text: str) -> bool:
    """（上接A01版）"""
    return bool(_CONTINUED.fullmatch(text))


def trailing_jump(text: str) -> int:
    """Where a jump line at the end of a line of text begins, or -1."""
    found = [
        match.start() for match in _JUMP.finditer(text) if match.end() == len(text) and text[match.start()] in "（(【"
    ]
    return found[-1] if found else -1


def leading_continued(text: str) -> int:
    """Where a line goes on behind 「（上接A01版）」, or 0."""
    match = _CONTINUED_BEFORE.match(text)
    return match.end() if match else 0


def is_closing_byline(text: str) -> bool:
    """（记者 张艳艳） on a line of its own; or （张艳艳）, （办公室 张艳艳 何林）, with its spaces."""
    return bool(_CLOSING.fullmatch(text)) or bool(signed(text))


def signed(line: str, *, short: bool = False) -> tuple[str, ...]:
    """The names of a line that is nothing but them in brackets, behind the unit that they write for.

    short: one name of two characters is enough.
    """
    match = _SIGNED.fullmatch(_WITH_PICTURE.sub("", _TAKEN.sub("", line.strip())))
    if not match:
        return ()
    inside, spaced = _SPACED_NAME.subn(r"\1\2", match.group(1))
    tokens = re.split(r"[\s、]+", inside)
    names = without_unit(tokens)
    names = names if len(names) < len(tokens) or looks_like_person(tokens[0]) else tokens[1:]
    # （全文）, （左起） look like names of two characters.
    told = short or spaced or len(names) > 1 or len(tokens[0]) > 2
    return tuple(names) if names and told and all(map(looks_like_person, names)) else ()


def ends_with_byline(text: str) -> bool:
    """Whether an article's last words are its reporter's name in brackets, or 「（完）」."""
    start = max(text.rfind("（"), text.rfind("("))
    alone = start > 0 and text[start - 1] in "。！？”" and bool(signed(text[start:], short=True))
    unit = (
        start > 0 and text[start - 1] in "。！？”" and len(text) - start <= 20 and bool(_UNIT.fullmatch(text[start:]))
    )
    return (
        alone
        or unit
        or bool(_END_BYLINE.search(text) or _END_SOURCE.search(text[-60:]))
        or text.endswith(("(完)", "（完）"))
    )


def is_byline(text: str) -> bool:
    """本报记者 王菲菲, or □ 李明: a line that holds nothing but the writer."""
    return (
        len(text) <= 40
        and bool(_BYLINE.fullmatch(text))
        and not _VERB.search(text)
        and text not in word_set("page_rubrics")
    )


def is_caption(text: str) -> bool:
    """A picture's words, known by who took it (…。本报记者王臻摄) or by how it points (图为…)."""
    if len(text) > 120:
        return False
    return bool(_CAPTION.fullmatch(text) or _PICTURE.fullmatch(text) or _CAPTION_HEAD.match(text) or is_credit(text))


def caption_end(text: str) -> int:
    """Where a caption's sentence ends and its credit begins; 0 where it has no sentence of its own."""
    match = _DESCRIBED.fullmatch(text)
    return match.end(1) if match else 0


def is_pictured(text: str) -> bool:
    """Whether what looks like a title ends as the words of a picture do: 「远航物流 视觉中国 资料图」."""
    return text.strip().endswith(words("picture_ends"))


def is_credit(text: str) -> bool:
    """A picture's credit alone: 本报记者刘祎、魏雅琪摄."""
    return bool(_CREDIT_ALONE.fullmatch(text) or _PROVIDED.fullmatch(text))


def is_box(text: str) -> bool:
    """The beginning of a box beside an article: 【报告摘登】…"""
    return bool(_BOX.match(text))


def is_masthead(text: str) -> bool:
    """A page's header or footer: A02 要闻 西宁晚报, hotlines, editors, page numbers, the day's date."""
    if len(text) > 60 or text.endswith("。"):
        return False
    if _BUTTONS.fullmatch(text) or _PAGER.search(text) or _EDITORS.search(text.lstrip("□■●◆ ")):
        return True
    if _IMAGE.fullmatch(text) or _HOTLINE.search(text) or _IMPRINT.search(text) or _EDITORS.search(text):
        return True
    if _is_menu(text):
        return True
    words = text.split()
    known = [bool(_MASTHEAD_WORD.fullmatch(word)) or papers.home(word) is not None for word in words]
    if all(known):
        return (
            len(words) > 1
            or papers.home(text) is not None
            or bool(re.fullmatch(f"{_PAGE_NUMBER}|{_ISSUE}|{_WEEKDAY}|{_LUNAR}|{_DATE}.*|{_HAN_DATE}", text))
        )
    return sum(known) >= 2 and len(words) - sum(known) <= 1 and bool(re.match(_PAGE_NUMBER, text)) and len(text) <= 24


def _is_menu(text: str) -> bool:
    """「首页 | 要闻 | 简介」, 「首页快讯资讯推荐」, and a row of names of sections."""
    cells = [cell.strip() for cell in re.split("[|｜┊│]", text)]
    if (
        len(cells) > _CELLS
        and all(len(cell) <= (2 * _ITEM if cell.isascii() else _ITEM + 1) for cell in cells)
        and not re.search("[，。]", text)
    ):
        return True
    if text.startswith(("首页", "主页")) and _MENU_LINE.fullmatch(text):
        return True
    words = text.split()
    if len(words) >= _MENU and words[0] in ("首页", "主页") and all(len(word) <= _ITEM for word in words):
        return True
    named = sum(bool(re.fullmatch(_SECTION, word)) or word in word_set("page_rubrics") for word in words)
    return len(words) >= _MENU and all(len(word) <= _ITEM for word in words) and 2 * named >= len(words)


def is_notice(text: str) -> bool:
    """Whether a title is that of an official or commercial notice: 青江市中级人民法院公告."""
    return len(text) <= 40 and not re.search("[，。：]", text) and text.endswith(words("notice_titles"))


def is_rubric(text: str, *, apart: bool) -> bool:
    """The name of a column above a title: 两会连线, 今日视点; short ones (聚焦) only where they stand `apart`."""
    plain = _LATIN_BEHIND.sub("", text.strip("□■●◆·—-| "))
    parts = [part.strip() for part in re.split("[|｜丨]", plain)]
    if len(parts) > 1 and all(part in word_set("page_rubrics") or _RUBRIC.fullmatch(part) for part in parts):
        return True
    digest = len(plain) <= _DIGEST and plain.endswith(tuple(word for word in words("digest_headings") if len(word) > 1))
    return bool(_RUBRIC.fullmatch(plain) or (apart and (digest or plain in word_set("page_rubrics"))))
