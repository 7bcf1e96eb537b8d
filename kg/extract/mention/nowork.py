"""What ends like the name of a work and is none: a discipline of games, an item of a bill, a bundle of measures."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from kg.extract.sheet import Sheet, Spot, occurrences
from kg.language.classes import NUMERALS, one_of
from kg.language.lexicon import any_of, words

# 三大塑造|行动, “五大提升|工程”: as many measures as are counted.
_BUNDLE = re.compile(f"[{NUMERALS}两]{{1,3}}大[\u3400-\u9fff]{{2,6}}(?:工程|行动|计划|项目)")
# (体检项目)|享受减免, 打八折
_PRICED = re.compile("(?:可|均|还|一律|全部)?(?:享受|减免|优惠|免收|免费|收费|打[0-9一二三四五六七八九]|[0-9]{1,3}%)")
# 让“敢担当”成为|行动|自觉
_TURNED = re.compile("(?:成为|化为|转化为|变为|变成|化作)(?:行动|计划)$")
# “护薪”行动|党支部, 基建工程|兵, 高端项目|班: the word goes on.
_GOES_ON = {
    "行动": re.compile(
        "”?(?:党?支部|自觉|派(?!出|遣|驻)|者|力(?!度)|轨迹|能力|障碍|迟缓|不便|步伐|准则|组(?!织|建|成))"
    ),
    "工程": re.compile("(?:兵|师(?!生)|学(?!院|校)|类|款|量|机械|塑料|咨询|造价)"),
    "项目": re.compile("(?:班(?!子|车|列)|制(?!造|作|定|度|药)|化(?!工|学|肥))"),
}
# 一笔|收购项目, 部分|电厂
_SOME = re.compile(f"(?:{one_of('quantifiers_of_works')})")
# 计划 behind an adverb is a verb: 联盟|还计划
_PLANS = re.compile("(?:还|也|已|将|正|均|都|曾|又|只|原|便|则|并|现)计划$")
# 在|青江购物中心|正式启动: where a happening begins.
_THERE = re.compile(
    "(?:正式|隆重|盛大|火热|如期|成功|圆满){0,2}(?:启动|开幕|开赛|开讲|上演|首演|拉开|举行|举办|召开|亮相|落幕|收官|录制)"
)
# 制定“青江三年|行动计划”: a plan that is only a paper.
_DRAWN_UP = re.compile(f"(?:{one_of('verbs_of_drawing_up')})了?(?:[^,。;“”、]{{0,8}}的)?[“《]?$")
_PAPER_PLAN = re.compile(f"(?:的|^)(?:{one_of('plans_without_names')})?计划$|年度[\u3400-\u9fff]{{0,4}}计划$")
# “城中村”改造是|公益性项目, “甲代表在|行动”
_CLAUSE = re.compile("(?<!就)(?<!凡)是(?!否)[\u3400-\u9fff]{2,}|在行动$")
_QUOTED = re.compile("“[^“”]*”|《[^《》]*》|‘[^‘’]*’")
# 和谐平安|家园, 城市|会客厅: what a place should be for those who live or come there.
_HOME = re.compile(f"(?:{one_of('virtues_of_homes')}|的){{1,6}}(?:家园|会客厅)")
# 让门店成为|“骑手驿站”, 成为展示形象的一个|“窗口驿站”: what something is called for what it does.
_BECOMES = re.compile("(?:成为|化身为?|变身为?|开放为|誉为|当作|看作)了?(?:[^,。;“”]{0,24}的)?(?:一个|一座|一道)?“?$")
_CALLED_FOR = ("驿站", "会客厅", "客厅", "家园", "课堂", "窗口", "名片", "港湾", "加油站", "后花园")
# 丙|短视频平台, Bixo|平台, but 甲市CIM|平台: goods, programs and pages of firms; a quotation names a work.
_GOODS = re.compile(
    f"(?:(?<![A-Za-z])(?![A-Za-z]aaS)[A-Za-z][a-z][A-Za-z0-9 .+-]{{0,24}}|{one_of('goods_called_platforms')})平台$"
)
_HOUSES = ("馆", "中心", "广场", "大厦", "剧院", "剧场", "礼堂", "会堂", "体育场", "酒店", "校区")


def is_none(sheet: Sheet, spot: Spot) -> bool:
    """Whether the phrase, though it ends like a work, names none."""
    return any(told(sheet, spot) for told in _TELLING)


@cache
def _competed() -> re.Pattern[str]:
    return re.compile(
        f"(?:(?:{any_of(words('disciplines'))})(?:竞赛|比赛|团体|单项|全能|双打|单打|[男女]子)?|{one_of('kinds_of_items')})项目$"
    )


def _discipline(_: Sheet, spot: Spot) -> bool:
    """运动会|乒乓球项目, 各|竞赛项目, 体检项目: what is competed in, tested or paid for."""
    return spot.text.endswith("项目") and _competed().search(spot.text) is not None


def _priced(sheet: Sheet, spot: Spot) -> bool:
    """检查和诊疗项目|享受减免优惠"""
    return spot.text.endswith("项目") and _PRICED.match(sheet.flat, spot.end) is not None


def _bundle(_: Sheet, spot: Spot) -> bool:
    return _BUNDLE.fullmatch(spot.text.strip("“”")) is not None


def _other_word(sheet: Sheet, spot: Spot) -> bool:
    """让“敢担当”成为|行动|自觉, 联盟|还计划, 一笔|收购项目."""
    more = _GOES_ON.get(spot.text[-2:])
    if more is not None and more.match(sheet.flat, spot.end):
        return True
    return any(told.search(spot.text) for told in (_TURNED, _PLANS)) or _SOME.match(spot.text) is not None


def _spoken_in_figures(_: Sheet, spot: Spot) -> bool:
    """“一把手”工程, 民心工程: how important something is."""
    return _figures().fullmatch(spot.text.replace("“", "").replace("”", "")) is not None


@cache
def _figures() -> re.Pattern[str]:
    return re.compile(f"(?:{one_of('figures_of_speech_for_works')})(?:工程|项目)")


def _paper_plan(sheet: Sheet, spot: Spot) -> bool:
    """制定“青江三年|行动计划”, 明确的行动计划, 和平计划."""
    if not spot.text.endswith("计划"):
        return False
    if _PAPER_PLAN.search(spot.text.replace("“", "").replace("”", "")):
        return True
    return _DRAWN_UP.search(sheet.flat, max(0, spot.start - 14), spot.start) is not None


def _said(sheet: Sheet, spot: Spot) -> bool:
    """“城中村”改造是|公益性项目: a clause that tells what something is."""
    outside = _QUOTED.sub(lambda part: "“" * len(part.group()), spot.text)
    told = _CLAUSE.search(outside)
    if told is None or told.group() == "在行动":
        return told is not None
    token = sheet.token_at(spot.start + told.start())
    return token is not None and token.text in ("是", "就是", "也是", "还是")


def _scene(sheet: Sheet, spot: Spot) -> bool:
    """在|青江购物中心|正式启动."""
    there = sheet.flat[spot.start - 1 : spot.start] in ("在", "于") and spot.text.endswith(_HOUSES)
    return there and _THERE.match(sheet.flat, spot.end) is not None


def _goods(_: Sheet, spot: Spot) -> bool:
    """云岭芯|移动平台, 官网|竞价平台, Bixo|平台: what firms sell, or a page that they keep."""
    return spot.text.endswith("平台") and "“" not in spot.text and _GOODS.search(spot.text) is not None


def _homely(sheet: Sheet, spot: Spot) -> bool:
    """共建|和谐平安家园, 让门店成为|“骑手驿站”, wherever the article names it."""
    if _HOME.fullmatch(spot.text.strip("“”")):
        return True
    return spot.text.strip("“”").endswith(_CALLED_FOR) and all(
        _BECOMES.search(sheet.flat, max(0, at - 36), at) for at in occurrences(sheet.flat, spot.text)
    )


_TELLING: tuple[Callable[[Sheet, Spot], bool], ...] = (
    _discipline, _priced, _bundle, _other_word, _spoken_in_figures, _scene, _paper_plan, _said, _goods, _homely,
)  # fmt: skip
