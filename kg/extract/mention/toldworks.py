"""Houses, plants and grounds that are works by what stands beside them: 接管|甲厂, 承造的|乙楼, 丙港|的建设单位."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.extract.mention.phrases import is_generic, phrases
from kg.extract.mention.unfit import is_kind
from kg.extract.sheet import Sheet, Spot
from kg.language.classes import ADVERBS, COPULAS, NUMERALS, STAGE, TIMES, all_of, one_of
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, first_of, pattern, word_set, words
from kg.language.tagger import Token
from kg.language.words import is_word

_SHORTEST, _LONGEST = 4, 30
_REACH = 14
_PROPER = ("LOC", "ns", "ORG", "nt", "nz", "nw")
# 甲大楼|二期, 乙住宅|一区, 丙大厦|3号楼
_PART = re.compile(rf"[(（]?{STAGE}[)）]?|[{NUMERALS}][区标]|[0-9{NUMERALS}]{{1,3}}号(?:楼|线|机组|泊位|井|地块)")
_HAN = re.compile(r"[\u3400-\u9fff]{2,4}")
_LINKS = "、和及与"
# So far a list of works may reach behind its verb.
_FRAME = 80
# 甲、乙|三个项目
_SEVERAL = re.compile(
    f"(?:等)?[0-9{NUMERALS}两多]{{1,3}}(?:大|个|座|处|项)(?:在建|重点|重大)?(?:项目|工程|水厂|电站|基地)?"
)
# 合作交流|平台, 公共服务|平台: any of its kind.
_OF_ALL = re.compile(one_of("attributes_of_any_platform"))
_SPECIAL = 6
_STOP = re.compile("[,。;:!?、()]|(?<=[园厂站场区楼程目地心馆桥道线港库网])[和及与]|的")
# 一座|大桥, 多个项目, 该项目: counted or pointed to, and not named.
_NONE = re.compile(
    rf"第?[0-9{NUMERALS}两几多数百余首各该本此这那其某全]{{1,4}}(?:[个座条家处栋所批台项期段类种年]|大型|等)"
)


def find(sheet: Sheet) -> Iterable[Spot]:
    """Every house, plant or ground right beside words of one who makes it, and those listed with it."""
    for start, end in _framed(sheet):
        yield sheet.spot(start, end, "Project", "site")
    for match in _quoted().finditer(sheet.flat):
        following = sheet.token_at(match.end("name") + 1)
        if following is None or following.tag not in ("n", "nz", "vn", "LOC", "ORG", "nt"):
            yield sheet.spot(*match.span("name"), "Project", "site")
    found = dict(_candidates(sheet))
    for first in _runs(sheet, found):
        if any(_told(sheet, start, end) for start, end in first):
            for start, end in first:
                yield sheet.spot(start, end, "Project", "site")


def _framed(sheet: Sheet) -> Iterable[tuple[int, int]]:
    """甲公司承造的|P, 甲公司包下了|P|的建设: up to the end of the clause or 的, whatever words they are."""
    for match in _frame().finditer(sheet.flat):
        left, right = sheet.clause(match.start())
        owned = match.end() < right and _has_owner(sheet, left, match.start())
        for start, end in _members(sheet, match.end(), min(right, match.end() + _FRAME)):
            proper = any(map(_is_proper, sheet.words_in(start, end)))
            if owned or (proper and match["strong"]):
                yield start, end
    for match in _joint_frame().finditer(sheet.flat):
        left, right = sheet.clause(match.start())
        if match.end() < right and _has_owner(sheet, left, match.start()):
            yield from _members(sheet, match.end(), min(right, match.end() + _FRAME), _all_ends())


def _has_owner(sheet: Sheet, left: int, verb: int) -> bool:
    """Whether a body stands before the verb in its clause, and no other verb between them."""
    for token in reversed(sheet.words_in(left, verb)) if left < verb else ():
        if token.start >= verb or token.end > verb:
            continue
        if token.tag in ("ORG", "nt") or (token.end == verb and token.tag in ("PER", "nz", "nw")):
            return True
        if token.tag == "v" or token.text in word_set("np_stops"):
            return False
    return False


def _members(sheet: Sheet, start: int, right: int, ends: re.Pattern[str] | None = None) -> Iterable[tuple[int, int]]:
    """The works of the list that begins at an offset; it ends with the first member that names none.

    ends: their last words, of plants, houses and grounds if there is none.
    """
    number, ends = 0, ends or _ends()
    while start < right:
        stop = _STOP.search(sheet.flat, start, right)
        limit = stop.start() if stop else right
        end = max((m.end() for m in ends.finditer(sheet.flat, start, limit)), default=start)
        part = _PART.match(sheet.flat, end, right)
        end = part.end() if part else end
        quoted = sheet.flat[start : start + 1] == "“" and sheet.flat[end : end + 1] == "”"
        start, limit = (start + 1, end) if quoted else (start, limit)
        if not _is_whole(sheet, start, end, limit):
            return
        first = sheet.token_at(start)
        if number and first is not None and first.tag in ("ORG", "nt"):
            return  # 甲县援建的P、|乙公司车间: another's
        yield start, end
        number += 1
        if end != limit or sheet.flat[end : end + 1] not in tuple(_LINKS):
            return
        start = end + 1


def _is_whole(sheet: Sheet, start: int, end: int, limit: int) -> bool:
    """Whether the span names one work: no clause, nothing counted, and no noun behind it that it only describes."""
    text = sheet.flat[start:end]
    if (
        not _SHORTEST <= end - start <= _LONGEST
        or text.count("“") != text.count("”")
        or _NONE.match(text)
        or text.startswith(words("before_no_facility"))
        or "的" in text
        or is_kind(text)
    ):
        return False
    tokens, following = sheet.words_in(start, end), sheet.token_at(end) if end < limit else None
    loose = any(
        token.tag in ("p", "r", "d", "c", "vd") or token.text in all_of("copulas") for token in tokens
    ) or pattern("initiatives").search(text)
    weak = text.endswith(all_of("weak_work_nouns")) and "“" not in text and not _is_special(text)
    behind = following is not None and following.tag in ("n", "nz", "vn", "LOC", "ORG", "nt", "PER", "u", "m")
    told = (_SEVERAL, _behind(), pattern("opening_verbs"))
    behind = behind and not any(each.match(sheet.flat, end) for each in told)
    cut = following is not None and following.start != end
    return not (loose or weak or cut or (behind and end < limit)) and not is_generic(text, sheet, start, end)


def _is_special(text: str) -> bool:
    """智慧港口|平台: what a weak word ends, and more than words of working together stand before it."""
    return len(_OF_ALL.sub("", text)) >= _SPECIAL


def _candidates(sheet: Sheet) -> Iterable[tuple[int, int]]:
    for opened, closed, _ in phrases(sheet, "facility_endings"):
        part = _PART.match(sheet.flat, closed)
        start, end = _behind_verb(sheet, opened, closed), part.end() if part else closed
        if _SHORTEST <= end - start <= _LONGEST and _is_name(sheet, start, end) and not _goes_on(sheet, end):
            yield start, end


def _behind_verb(sheet: Sheet, start: int, end: int) -> int:
    """The start moved right behind a verb of making that the phrase begins with: 兴建|甲大桥."""
    verb = _makes().match(sheet.flat, start, end)
    return verb.end() if verb and end - verb.end() >= _SHORTEST else start


def _is_name(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a proper name or a quotation singles the phrase out, and no verb of a clause stands in it."""
    tokens = sheet.words_in(start, end)
    text = sheet.flat[start:end]
    if text.startswith(words("before_no_facility")) or "项目" in text[2:-2]:
        return False  # 某尼龙项目|聚合车间 is a part of what is named
    named = "“" in text or any(map(_is_proper, tokens)) or sheet.flat[start - 1 : start] == "“"
    loose = any(token.tag in ("p", "u", "r", "d", "c", "PER") for token in tokens)
    return named and not loose and not is_generic(text, sheet, start, end) and not is_kind(text)


def _is_proper(token: Token) -> bool:
    """Whether the word names something: to the tagger, as a division, or as no word that one knows."""
    if token.tag in _PROPER or find_division(token.text):
        return True
    return bool(_HAN.fullmatch(token.text)) and token.tag in ("n", "nr", "PER") and not is_word(token.text)


def _goes_on(sheet: Sheet, end: int) -> bool:
    """Whether the phrase is only the first part of a longer name: 甲大桥|工程, 乙医院|院长."""
    token: Token | None = sheet.token_at(end)
    if token is None or token.start != end:
        return token is not None
    return token.tag in ("n", "nz", "vn", "LOC", "ORG", "nt", "PER") and not _behind().match(sheet.flat, end)


def _runs(sheet: Sheet, found: dict[int, int]) -> Iterable[list[tuple[int, int]]]:
    """The candidates as lists: those with nothing but 、 or 和 between them together."""
    run: list[tuple[int, int]] = []
    for start, end in sorted(found.items()):
        if run and not (start == run[-1][1] + 1 and sheet.flat[start - 1] in _LINKS):
            yield run
            run = []
        run.append((start, end))
    if run:
        yield run


def _told(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the words right before or behind tell of its makers, or that it is being made."""
    left, _ = sheet.clause(start)
    opened = start - (sheet.flat[start - 1 : start] == "“")
    close = end + (sheet.flat[end : end + 1] == "”")
    before = _before().search(sheet.flat, max(left, opened - _REACH), opened)
    behind = _behind().match(sheet.flat, close)
    there = sheet.flat[opened - 1 : opened] in ("在", "于") and behind is not None and behind["raised"]
    return before is not None or (behind is not None and not there)  # 丙项目在|甲工业园|开工


@cache
def _makes() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words('strong_building_verbs'))})(?!成)了?")


@cache
def _before() -> re.Pattern[str]:
    """兴建|P, 承造的|P, 买下|P, 是|P的建设单位 (the role stands behind)."""
    strong = any_of(words("strong_building_verbs"))
    return re.compile(f"(?:{strong})(?:了|的|着)?$")


@cache
def _behind() -> re.Pattern[str]:
    """P|主体封顶, P|的建设单位, P|由甲公司承建, P|归甲公司所有, P|交给甲公司."""
    raised = rf"(?:{ADVERBS}|{TIMES}|[今昨近当]日|日前){{0,3}}(?:{any_of(words('raised_works'))})"
    when = f"(?:{ADVERBS}|均|是|系|改|现|则|今后|(?:建成|完工|竣工|投用|投产|落成|今|日)后){{0,3}}"
    by = f"{when}由[^,。;:]{{2,30}}?(?:{one_of('closing', 'maker_words')})"
    own = "(?:产权)?(?:归|属于?)[^,。;:]{2,24}?(?:所有|管理|运营|经营)"
    made = f"(?:{COPULAS})[^,。;:的]{{2,24}}?(?:{any_of(words('strong_building_verbs'))})的"
    firm = "[\u3400-\u9fff]{2,16}(?:公司|集团|局)"
    role = f"的?(?:新|现|总|主要|唯一|如今的|现在的|目前的)?(?:{COPULAS})?(?:{one_of('roles', 'maker_words')})"
    role += f"(?:{COPULAS}|包括|主?要?有|分别|[:,;。]|——|{firm})"
    right = f"[0-9]{{0,2}}年?的?(?:{one_of('rights', 'maker_words')})"
    hands = f"(?:整体|全部|正式)?(?:{one_of('hands', 'maker_words')})"
    costs = "(?:项目|工程)?(?:计划|预计|概算|估算|批复)?总投资(?:约|近|超|达|为|额)?[0-9]"
    aside = r"(?:\([^()]{2,30}\))?"
    return re.compile(f"”?{aside}(?:{costs}|(?P<raised>{raised})|{by}|{own}|{made}|{role}|{right}|{hands})")


@cache
def _frame() -> re.Pattern[str]:
    """接管了|P; 主理的|P; 在乙县投下的第三个项目——|P."""
    strong, making = any_of(words("strong_building_verbs")), one_of("making", "maker_words")
    built = all_of("builds", "maker_words")
    first = f"(?:[^,。;:的]{{0,8}}(?:{one_of('nouns', 'maker_words')})——)?"
    ranked = f"(?:首|第[{NUMERALS}]|又一|唯一|最大)[^,。;:的]{{0,8}}(?:{one_of('nouns', 'maker_words')})——"
    ahead = first_of((*words("strong_building_verbs"), *all_of("making", "maker_words"), *"首第又唯最", *built))
    return re.compile(
        f"{ahead}(?:(?P<strong>{strong})了?|(?:{strong}|{making})的{first}|{ranked}|(?:{any_of(built)})了?(?=“))"
    )


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(any_of((*words("facility_endings"), *words("project_suffixes"), "课题", "专项", "攻关")))


@cache
def _joint_frame() -> re.Pattern[str]:
    """甲公司与乙大学|联合研发的|P, 由甲协会|建设和运行管理的|P: two makers, or two deeds, single out what is made."""
    joint, makes = one_of("done_together"), one_of("making_together")
    return re.compile(f"(?:(?:{joint})(?:{makes})|(?:{makes})(?:(?:和|与|及|、|并)?(?:{makes})){{1,2}})的")


@cache
def _all_ends() -> re.Pattern[str]:
    names = ("facility_endings", "project_suffixes", "launched_endings", "opened_suffixes", "unveiled_endings")
    return re.compile(any_of((*(word for name in names for word in words(name)), "系统", "课题", "专项", "培训")))


@cache
def _quoted() -> re.Pattern[str]:
    """斥资3亿元打造的|“P”, 改建成|“P”: a name in quotation marks, whatever it ends with."""
    return re.compile(
        "(?:(?:投资|斥资|出资|耗资)[^,。;“]{1,12}(?:打造|兴建|建设|建成)的?|改造成|改建成)“(?P<name>[^“”,。;、《》]{3,14})”"
    )
