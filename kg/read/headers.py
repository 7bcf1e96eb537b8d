"""Headers of pages that the words of known papers do not tell: by their shape, and what else is no news on a line."""

from __future__ import annotations

import re
from functools import cache

from kg.language.classes import LUNAR_YEAR, NUMERALS, WEEKDAY, one_of
from kg.language.lexicon import any_of, pattern, words
from kg.read import dates, furniture, papers

_PAPER = re.compile(rf"[\u4e00-\u9fff]{{2,8}}(?:{one_of('papers')})")
_PAGE = re.compile(rf"(?:第?[A-Z]?\d{{1,3}}版?|[A-Z]\d{{1,3}}版?|第[{NUMERALS}]{{1,3}}版)")
_PART = re.compile(
    rf"(?:{WEEKDAY}|(?:农历|夏历|阴历)?{LUNAR_YEAR}\S{{0,8}}|农历\S{{2,10}}"
    rf"|[\u4e00-\u9fff]{{2,4}}|(?:第?\d+[期号])|(?:今日|本期)(?:\d+|[{NUMERALS}]{{1,3}})版|总第?\d+期?|[|｜·•—\-/]+)"
)
_LATIN = re.compile(
    r"[A-Z][A-Z'&. -]{4,40}(?:DAILY|NEWS|POST|TIMES|HERALD|JOURNAL|EVENING|MORNING|WEEKLY|REVIEW)\b[A-Z .]*"
    r"|[A-Z]{3,20}(?: [A-Z]{2,20}){1,5}"
    r"|(?:[A-Za-z]{3,9}\.?,?\s)?[A-Za-z]{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)\d{2}(?:,?\s[A-Za-z]{3,9})?"
)
_STAFF = re.compile(
    rf"(?:(?:本版|[一二三四五六七八]版)?(?:{one_of('makers_of_pages')})\s{{0,2}}"
    r"[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,10})?(?:\s+|$)){1,6}"
)
_EDITION = re.compile(r"[（(][\u4e00-\u9fff]{2,4}[）)]$")  # 青江日报（香港）
_LINE, _IMPRINT = 60, 120  # letters of a line of a header, and of one that says three things and more of its makers
_WEEKDAY = re.compile(WEEKDAY)
_ON_PAGE = re.compile(
    rf"(?:^|[\s:：,，/|｜·（(])(?:第\s?[\dA-Z]{{1,4}}\s?版|\d{{1,2}}版|第[{NUMERALS}]{{1,3}}版|[A-Z]\d{{1,3}}版?|总?第\s?\d+\s?[期号])(?:$|[\s:：,，/|｜·）)])"
)
_ISSUE = re.compile(r"总?第\d+[期号]")
# 「第A02版：要闻」, 「2019年第4期（总第88期）」
_PAPER_AND_DAY = re.compile(r"([\u4e00-\u9fff]{2,8}[报网刊])((?:19|20)\d{2}年)")  # 青江日报1996年5月14日
_UNIT_AND_DAY = re.compile(r"[\u4e00-\u9fff·（）()]{4,30}[\s　]+(?:19|20)\d{2}年\d{1,2}月\d{1,2}日(?:印发|编印|印)?")
_NAMED_PAGE = re.compile(rf"第?\s?(?:[A-Z]?\d{{1,3}}|[{NUMERALS}]{{1,3}})\s?版\s?[:：]\s?[\u4e00-\u9fff·]{{2,8}}")
_FROM_PAPER = re.compile(  # （青江日报　2015年1月12日 第2版）
    r"[（(][\u4e00-\u9fff《》]{2,12}[\s　]{0,3}(?:19|20)\d{2}年\d{1,2}月\d{1,2}日"
    r"(?:[\s　]{0,3}第?\s?[A-Z\d]{1,3}\s?版)?[）)]"
)
_BRACKETED_PAGE = re.compile(rf"第?\s?(?:[A-Z]?\d{{1,3}}|[{NUMERALS}]{{1,3}})\s?版\s?[（(][\u4e00-\u9fff·]{{2,8}}[）)]")
_PERMIT = re.compile(r"[\u4e00-\u9fff]{0,14}准印证[^，。]{2,20}号?")  # 青江市内部资料准印证第0125号
_NUMBER_OF_YEAR = re.compile(r"(?:19|20)\d{2}年?\s?第?\s?\d{1,3}\s?期[（(]?(?:总第?\s?\d{1,5}\s?期)?[）)]?")

# 「热线：0900-8120000 广告：0900-8120001」, 「投稿邮箱：bao@ninghe.example」
_REACHED = re.compile(r"(?:[\u4e00-\u9fff]{1,10}(?:[：:]\s*|(?=\d))[0-9A-Za-z@._\-—–/（）()]{5,40}[\s、，；|]*){1,6}")
_REACH = re.compile(f"{one_of('channels_of_contact')}|广告|发行|编辑部|QQ|微信", re.IGNORECASE)
_NUMBER_FIRST = re.compile(r"[0-9\-—]{4,16}\s*[\u4e00-\u9fff]{2,8}")
_ADVERTISED = re.compile(r"广告[\s　]")  # 「广告 他只是个司机……」
# Words for those whom a call addresses: without them a sentence tells of who called, 「市民何女士昨日致电本报……」.
_ADDRESSED = re.compile(r"您|你|欢迎|请|如|可|凡|扫|关注|热线[：:]?\s?\d|\d{5}|采用|从优|负责|顾问|质量")
_PHONE = re.compile(r"0\d{2,3}\s?[-—]\s?\d{7,8}")  # 96110新闻热线
# 「附件：」, 「1. 河湟市文旅发展情况.docx」: what a site gives to be taken home.
_ATTACHED = re.compile(
    r"附件\s{0,4}\d?\s{0,4}[：:]?|(?:附件\s{0,4}\d?\s{0,4}[：:]\s{0,4})?(?:\d[.、]\s{0,4})?[^\s。]{1,60}\.(?:docx?|xlsx?|pptx?|pdf|wps|zip|rar)"
)
# 「均据新华社」, 「（本版图片均由县委宣传部提供）」
_SAME_SOURCE = re.compile(
    r"[（(]?(?:以上|本版|本栏|上述)?(?:[\u4e00-\u9fff]{0,4}?)(?:均|皆|全部)(?:据|由|来自|为|系)[\u4e00-\u9fff、]{2,20}[）)]?"
)
# 「网站标识码：6300000001」, 「EN | 中文」; 「NHRB20240312A03.indd 3 2024-3-11 22:41:07」; 「青资告字〔2024〕1号」.
_SITE = re.compile(r"网站标识码|ICP备|公网安备|支持IPv6|(?:EN|中文|English|简体|繁[体體])\s*[|｜/]", re.IGNORECASE)
# 「2024-05-20 第三批 【字体：大 中 小】 【打印】」: a day beside the buttons of a site.
_BAR = re.compile(r"(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}.{0,20}[【\[]\s?(?:字体|字号|打印|关闭|收藏|大\s?中).{0,30}")
_COMMENTS = re.compile(r"(?:参与|我要|查看|发表)?评论\s?[（(]\d{1,6}[）)]")  # 参与评论(37)
# 「青江在线·教育频道」
_CHANNEL = re.compile(r"[\u4e00-\u9fff]{2,10}(?:网|在线)\s?[·|｜>]\s?[\u4e00-\u9fff]{2,6}(?:频道|中心|栏目|版)?")
_PRODUCED = re.compile(r"[!-~][ -~]{3,59}\.(?:indd|qxd|fbd|fit|s72|s92)\b.{0,80}")
_PAPER_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,14}[〔\[（(【]20\d{2}[〕\])）】]\s?第?\d{1,5}号")
_FORECAST = re.compile(r"(?:今[日天])?(?:天气|气象)(?:预报)?[\s：:][^。]{4,60}℃[^。]{0,16}。?")
_WEATHER = re.compile(
    r"\d\s?℃?\s?[~～\-—–至到]{1,2}\s?-?\d{1,2}\s?℃|^今[日天]天气|尾号限行|限行尾号|空气质量指数|紫外线(?:指数|强度)|森林火险"
)


def is_header(text: str) -> bool:
    """A page's header by its shape: 「宁河日报 二〇二一年三月十六日 星期二」, 「A08 民生 河湟晚报」."""
    if len(text) > 60 or text.endswith("。"):
        return False
    text = _apart(text) if "/第" in text else text
    shapes = (_LATIN, _STAFF, _NAMED_PAGE, _FROM_PAPER, _BRACKETED_PAGE, _NUMBER_OF_YEAR, _PERMIT)
    if any(shape.fullmatch(text.strip()) for shape in shapes) or is_dated(text):
        return True
    words = _apart(_PAPER_AND_DAY.sub(r"\1 \2", text)).split()
    day = dates.in_header(text) is not None
    names = [bool(_PAPER.fullmatch(word)) or papers.home(word) is not None for word in words]
    pages = [bool(_PAGE.fullmatch(word)) for word in words]
    others = [
        word for word, name, page in zip(words, names, pages, strict=True)
        if not (name or page or _PART.fullmatch(word) or dates.in_header(word))
    ]  # fmt: skip
    issue = any(_ISSUE.fullmatch(word) for word in words)
    strong = sum(names) + (day or any(pages)) + issue
    return not others and strong >= 2 and len(words) > 1


def is_dated(text: str) -> bool:
    """Whether a line has a whole day with its day of the week, page or issue, and no sentence."""
    return (
        bool(_WEEKDAY.search(text) or _ON_PAGE.search(text))
        and not re.search("[，。！？“]", text)
        and dates.in_header(text) is not None
    )


def is_of_unit(text: str) -> bool:
    """「青江市人民政府办公室　2014年7月10日」: who gives out a bulletin, and its day."""
    return bool(_UNIT_AND_DAY.fullmatch(text))


def _apart(text: str) -> str:
    """A header without its brackets: 「《青江日报》（2023年09月14日 第 03 版）」."""
    return re.sub(r"第\s*(\d{1,2})\s*版", r"第\1版", re.sub(r"[《》（）()]|(?<=[\u4e00-\u9fff])/(?=[\d第])", " ", text))


def is_service(text: str) -> bool:
    """Weather and the like: 「今日天气：晴 气温8℃～22℃」; where a paper is reached; files of a site."""
    if _FORECAST.fullmatch(text):
        return True
    if len(text) > 100 or text.endswith("。"):
        return False
    if text.count("网站") > 1 and not re.search("[，。！？]", text):  # links to other sites
        return True
    reached = bool(_REACH.search(text)) and bool(_REACHED.fullmatch(text) or _NUMBER_FIRST.fullmatch(text))
    return (
        reached
        or bool(_PHONE.fullmatch(text) or _ADVERTISED.match(text))
        or bool(_SAME_SOURCE.fullmatch(text))
        or bool(_ATTACHED.fullmatch(text))
        or is_weather(text)
        or bool(_SITE.search(text))
        or bool(_PRODUCED.fullmatch(text) or _PAPER_NUMBER.fullmatch(text))
    )


def is_weather(text: str) -> bool:
    """「今日天气：晴」, 「多云 8℃～22℃」; a title tells of one temperature: 「周四最低温跌破12℃」."""
    return len(text) <= 60 and bool(_WEATHER.search(text))


@cache
def _imprint() -> re.Pattern[str]:
    said = any_of(words("imprint_words"))
    return re.compile(rf"(?:^|[\s　（(])(?:{said})\s*[：:]|(?:{said})(?=$|[\s　）)]|www)|[（(](?:{said})")


def is_imprint(text: str, *, sure: bool = False) -> bool:
    """Whether a line says who makes a paper, and how it is had: 「远航集团党群工作部主办」, 「（内部资料 免费交流）」.

    sure: only if it has the number of the issue, too, or says two such things.
    """
    if len(text) > _IMPRINT or re.search("[，。！？“]", text):
        return False
    said = len(_imprint().findall(text))
    if len(text) > _LINE:
        return said > 2
    return said > 1 or (said > 0 and (not sure or bool(re.search(r"第\s?\d+\s?期", text))))


def is_on_page(text: str) -> bool:
    """Whether a short line holds the number of a page: 「汉文版 第 3 版 天山南北」."""
    return len(text) <= 24 and not re.search("[，。：！？]", text) and bool(_ON_PAGE.search(text))


def is_of_site(text: str) -> bool:
    """「功能介绍 青江大学官方微信」, 「打开APP」: what a short line says of an account or a site."""
    barred = bool(_BAR.fullmatch(text) or _COMMENTS.fullmatch(text) or _CHANNEL.fullmatch(text)) and not re.search(
        "[，。！？]", text
    )
    return barred or (len(text) <= 40 and not text.endswith("。") and text.startswith(words("page_lines")))


def is_call(text: str) -> bool:
    """A paper's call on its readers: 「您家门口有什么烦心事？欢迎拨打本报热线……」."""
    told = text.endswith("。") and (furniture.BEGINS_WITH_DAY.match(text) or not _ADDRESSED.search(text))
    return len(text) <= 100 and not told and bool(pattern("reader_calls").search(text))


def is_paper(text: str) -> bool:
    """Whether a line is nothing but what may be the name of a paper: 《宁河钢铁报》."""
    return bool(_PAPER.fullmatch(_EDITION.sub("", text.strip("《》"))))
