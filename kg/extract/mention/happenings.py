"""Names of projects, meetings and agreements: noun phrases with a telling last word."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.extract.mention import events, framed, meeting_bounds, meetings, no_meetings, projects, talks_of_countries
from kg.extract.mention.phrases import phrases
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import ATTENDING, CLASSIFIERS, COPULAS, NUMERALS, SEVERAL, SIGNING, all_of, one_of
from kg.language.lexicon import any_of, pattern, words

_COUNT = re.compile(f"(?:等)?第?[0-9{NUMERALS}百两]+[余多]?(?:{CLASSIFIERS})")
_BOOK = re.compile(r"《([^《》]{4,60})》")
_PAPER = re.compile(f"(?:{one_of('kinds_of_papers')})$")
_SIGNED_RIGHT_BEFORE = re.compile(f"(?:{SIGNING})(?:了|的)?$")
_SIGNING = re.compile(  # not of 本币互换|协议
    f"(?<![货本]币)(?:{SIGNING}|{any_of(words('paper_verbs'))}|执行|履行|落实|根据|按照|终止|签(?![证约字名发批]))(?:了|的)?"
)
_LONGEST_LEAD = 24
# 甲与乙|签署, 双方|签署: who signs several papers is told.
_BETWEEN_TWO = re.compile("[与跟]|(?<![共一会])同(?!时)|双方|两国|两校|两家")
_COUNTED_BEFORE = re.compile(f"[0-9{SEVERAL}百多余几](?:{CLASSIFIERS})$")
# 出席|协议签字仪式: the verb of those who are there.
_ATTENDED = re.compile(f"(?:{ATTENDING})了?")
# 签订合作协议|超过9000件, 协议|200多项
_COUNTED_BEHIND = re.compile(
    f"(?:总数|数量|已|累计|合计|共计?|超过|超|逾|达到?|近|约|突破|多达|总计){{0,3}}[0-9{NUMERALS}百两千万几数]{{1,12}}[余多]?(?:{CLASSIFIERS})"
)
# 甲合作协议、|乙交流协议; 框架协议和|采购合同
_LISTED = re.compile(
    f"(?:{one_of('kinds_of_papers')})、|(?:协议书?|备忘录|合同|意向书|协定|议定书)(?:和|与|及|以及)(?=[\u3400-\u9fff]{{2}})"
)
_GOODS = re.compile(
    f"(?:总计|共计|合计|至少|近|约)?(?<![0-9{NUMERALS}百两千万])[0-9{NUMERALS}百两千万]{{1,12}}[余多]?(?:{one_of('measures_of_goods')})[^,。;、《》“”与和]{{1,24}}的$"
)
_SHORT_NAME = 6
_THIS_IS = re.compile(
    f"(?:此|该|这|上述)(?:[项份个一]|一[项份个])?[^,。;、]{{0,12}}?(?:{one_of('kinds_of_papers')})(?:也|又|还|正|便|就)?(?:{COPULAS})"
)
_SIGN = re.compile(r"签|缔结|续签|达成|订立|缔约|立约|订约")


# 合同|甲方为甲公司, 协议|双方是…: who the parties of a paper are.
_OF_PARTIES = re.compile(f"(?:协议|合同)(?:的)?(?:双方|各方|{one_of('contract_roles')})")


_LEADS_UP = re.compile(
    r"(?:在|了|的|此次|本次|本(?!币)|该|上述|如下|所谓|[几数两][份部项个张]|[和及](?=[\u3400-\u9fff]{4})|价值[0-9.]{1,8}[万亿]{0,2}[\u3400-\u9fff]?元|新一[轮期届]|原(?=协议|合同|框架)|这[一份项]|一[份项]|一系列|多[项份个]|若干[项份个]?|有关|相关|等)+(?=[\u3400-\u9fff])"
)


# 签署|关于建立友好省州关系的协议, without the marks of a title.
_ABOUT = re.compile(
    f"(?:{SIGNING})了?(?P<name>关于[^,。;:《》]{{4,50}}?的[^,。;:《》的]{{0,8}}?(?:{one_of('kinds_of_papers')}))"
)


# 《…!甲医院与乙医院签订帮扶协议》, 原标题《…》: the head of a story, and no paper.
_HEADLINE = re.compile(r"[!?！？]|[与和同][^与和同]{2,20}(?:签订|签署|签约|达成)")
_TITLED = re.compile("标题(?:为|是)?[:]?$|题为$")
# 就签署|和平条约|问题磋商, 协议|谈判
_TALKED_OF = re.compile("”?的?(?:问题|谈判|磋商|草案|可能性|前景|事宜)")
_OWN_NAME = 10  # characters of a paper's name that is no form of papers


def find(sheet: Sheet) -> list[Spot]:
    """Every candidate project, meeting and agreement."""
    named = framed.bounded(sheet, meetings.find(sheet))
    talks = [one for one in talks_of_countries.find(sheet) if not any(one.overlaps(other) for other in named)]
    named = [*named, *talks]
    held = meeting_bounds.rebound(sheet, [*named, *events.find(sheet, named)])
    return [*projects.find(sheet), *no_meetings.without(sheet, held), *_agreements(sheet)]


def _agreements(sheet: Sheet) -> Iterable[Spot]:
    for match in _BOOK.finditer(sheet.flat):
        signed = _SIGNED_RIGHT_BEFORE.search(sheet.flat, max(0, match.start() - 4), match.start())
        paper = _PAPER.search(match.group(1))
        if _HEADLINE.search(match.group(1)) or _TITLED.search(sheet.flat, max(0, match.start() - 6), match.start()):
            continue
        if signed or (paper and _signed(sheet, match.start())):
            by = "fated" if match.group(1).endswith(all_of("papers_of_everyday")) else "book"
            yield sheet.spot(match.start(1), match.end(1), "Agreement", by, sure=by == "book")
        elif paper and len(match.group(1)) >= _OWN_NAME:
            # No word says that it was signed: only where another article tells of it is it a thing of the build.
            yield sheet.spot(match.start(1), match.end(1), "Agreement", "untold", sure=False)
    about = [match.span("name") for match in _ABOUT.finditer(sheet.flat)]
    yield from (sheet.spot(start, end, "Agreement", "book") for start, end in about)
    for begin, end, _ in phrases(sheet, "agreement_suffixes", joined=True, verbs=True):
        if any(start < end <= stop for start, stop in about):
            continue
        start = _uncounted(sheet, _behind_signing(sheet, _whole(sheet, begin), end))
        start = _of_goods(sheet, _last_of_list(sheet, start, end), end)
        text = sheet.flat[start:end]
        counted = _COUNTED_BEFORE.search(sheet.flat, max(0, start - 8), start)
        rite = text == "协议" and sheet.flat.startswith(("签字", "签约", "签署"), end)
        # 签署合作协议,|合同|金额5亿元: the terms of the paper that was told.
        rite = rite or (text in ("协议", "合同") and sheet.flat.startswith(words("paper_matters"), end))
        counted = counted or _COUNTED_BEHIND.match(sheet.flat, end)
        rite = rite or text.startswith(("相关", "有关", "其他")) or _TALKED_OF.match(sheet.flat, end) is not None
        untold = counted is not None and not _BETWEEN_TWO.search(sheet.flat, sheet.clause(start)[0], start)
        if not 2 <= len(text) <= 40 or rite or _COUNT.match(text) or untold or _is_this_one(sheet, start):
            continue
        if sheet.flat[start - 1 : start] == "这":
            continue  # 签署了这|一协议: one that was told before
        if _signed(sheet, start):
            by = "fated" if text.endswith(all_of("papers_of_everyday")) else "ending"
            yield sheet.spot(start, end, "Agreement", by, sure=False)
        elif _fated(sheet, start):
            yield sheet.spot(start, end, "Agreement", "fated", sure=False)


def _last_of_list(sheet: Sheet, start: int, end: int) -> int:
    """The start moved right behind a paper that is whole before a mark: 甲合作协议、|乙交流协议."""
    others = list(_LISTED.finditer(sheet.flat, start, end - 2))
    return others[-1].end() if others else start


def _of_goods(sheet: Sheet, start: int, end: int) -> int:
    """The start moved left over the goods of a paper that tells only what is done to them: |4艘货船的建造合同."""
    if sheet.flat[start - 1 : start] != "的" or end - start > _SHORT_NAME:
        return start
    left, _ = sheet.clause(start)
    goods = _GOODS.search(sheet.flat, max(left, start - 40), start)
    return goods.start() if goods else start


def _is_this_one(sheet: Sheet, start: int) -> bool:
    """此项协议是全省首个签订的|补偿协议: what a paper already told is."""
    return _THIS_IS.match(sheet.flat, sheet.clause(start)[0], start) is not None


def _uncounted(sheet: Sheet, start: int) -> int:
    """The start moved right behind the count of papers that two sign: 甲与乙签署|4份借款合同."""
    count = _COUNT.match(sheet.flat, start)
    both = count is not None and _BETWEEN_TWO.search(sheet.flat, sheet.clause(start)[0], start)
    return count.end() if count is not None and both else start


def _whole(sheet: Sheet, start: int) -> int:
    """Where a paper's name begins whose words are joined: 签订|“甲乙”支持与交流协议, 签下|甲酒和乙气协同发展协议."""
    left, _ = sheet.clause(start)
    verbs = list(_SIGNING.finditer(sheet.flat, left, start))
    begin = verbs[-1].end() if verbs else start
    between = sheet.words_in(begin, start)
    others: tuple[str, ...] = ("PER", "ORG", "nr", "nt", "p", "r")
    if sheet.flat[start - 1 : start] not in tuple("与和及、”"):
        others = (*others, "u", "m", "q", "w", "f", "d", "TIME")
    named = any(token.tag in others for token in between)
    return begin if verbs and start - begin <= _LONGEST_LEAD and not named else start


def _behind_signing(sheet: Sheet, start: int, end: int) -> int:
    """The start moved right behind what leads up to the paper's name: 签署|园区共建协议, 代表甲集团在|协议上签字."""
    verbs = list(_SIGNING.finditer(sheet.flat, start, end))
    begin = verbs[-1].end() if verbs else start
    attends = _ATTENDED.match(sheet.flat, begin, end)
    begin = attends.end() if attends else begin
    if sheet.flat.startswith("签下", begin - 1):
        begin += 1
    lead = _LEADS_UP.match(sheet.flat, begin, end)
    return lead.end() if lead else begin


def _fated(sheet: Sheet, offset: int) -> bool:
    """Whether its sentence tells that a paper was agreed or handed over, or what became of it."""
    start, end = sheet.sentence(offset)
    told = (pattern("paper_verbs"), pattern("paper_fates"), _OF_PARTIES)
    return any(words_of.search(sheet.flat, start, end) for words_of in told)


def _signed(sheet: Sheet, offset: int) -> bool:
    """Whether a verb of signing stands in the same sentence."""
    start, end = sheet.sentence(offset)
    return bool(_SIGN.search(sheet.flat, start, end))
