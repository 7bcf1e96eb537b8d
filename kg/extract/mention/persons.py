"""Names of people: what the tagger sees, what stands behind a title, what stands in a list of names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from kg.extract.sheet import Lying, Sheet, Spot, keep_longest, occurrences
from kg.language.classes import COUNTS, NUMERALS, one_of
from kg.language.countries import country_abbreviation, is_country
from kg.language.divisions import find as find_division
from kg.language.divisions import venue_call
from kg.language.lexicon import any_of, word_set, words
from kg.language.names import compound_surnames, looks_like_person, minority_name, surname_of
from kg.language.tagger import Token
from kg.language.text import all_han, is_han
from kg.language.words import sort_of_name

_DOTS = "·•・‧∙⋅"
_COMES = "来抵访赴在"  # 里瓦斯|来汉考察
_AFTER_NAME = re.compile(rf"[,、。;:()”\s]|$|{any_of(words('after_names'))}")
_ROLE_BEFORE = re.compile(
    r"(?:领导|同志|委员|代表|人员|先生|女士|院士|教授|主席|书记|部长|总理|总统|[长员理人手师家民户工匠者星])$"
)
_VERB_AFTER = re.compile(
    r"(?:同志|先生|女士|一行|等)?(?:,|并|还|也|就|则|在|分别|先后|代表|首先|一一|认真|充分|不时)*"
    rf"(?:{any_of(words('personal_verbs'))})"
)
# 审校:甲 乙, (记者 甲 乙): names behind the word of a credit.
_CREDIT_NAMES = r"[:\s|]*(?:[\u3400-\u9fff·]{2,8}[\s、]+){0,4}$"
# 。(甲 乙), 电(甲), (文/甲 乙): a bracket that holds nothing but names, where a byline stands.
_BYLINE = re.compile(
    r"(?:(?<=[。!?”日电讯网)])|(?<=^)|(?<=\n))\s?\((?:文[/:])?(?P<names>[\u3400-\u9fff·]{2,5}(?:[\s、]{1,3}[\u3400-\u9fff·]{2,5}){0,4})\s*\)"
)
_PHOTO = re.compile(r"\s*(?:/\s*)?(?:摄|文/图|图/文|供图|资料图)")
_WHERE = re.compile(r"(?:在|抵达|离开|飞抵|途经|前往)$")
# A verb or adverb that the tagger took for the last character of a name: 王冬|说, 李可|在.
_STUCK = "说称还在率将任就向对与和也又则已同携帮给把被让送找背抱"
_SPEAKING = "谈说讲就对向与在和为从到由被把将让率"
_GOES_ON = tuple("在着了到过")  # what stands behind a verb of one character
_GRAMMAR = ("v", "vd", "d", "p", "c", "r", "f", "ad", "vn", "TIME", "s")
_ACTING = ("v", "vd", "d", "ad", "p", "c", "TIME", "t")
# What the tagger takes a name for that it does not know.
_NOMINAL = ("ORG", "PER", "nr", "nz", "nw", "n", "vn", "v")
_ADDRESSES = (
    "主席", "总理", "总统", "书记", "省长", "市长", "先生", "女士", "老师", "教授", "博士", "同志", "夫妇", "某某",
)  # fmt: skip
_LONGEST_PART = 7
_OF_PAPERS = ("本报", "日报", "晚报", "本网", "本台", "新华社")
# What somebody does, before a name: 牧民, 护林员, 歌手, 教师, 书记.
_ROLES = ("民", "员", "手", "师", "户", "工", "匠", "者", "长", "书记", "主任", "教练", "学生")
_LATIN = re.compile(
    r"(?<![A-Za-z])(?<![A-Za-z&.] )[A-Z][a-z]{1,14}(?: [A-Z][a-z'.-]{0,14}){1,2}(?![A-Za-z&])(?! [A-Z&])"
)
# 达瓦平措: four characters that look like a name are no verb.
_LONG = 4
_MAKES = "作"  # 尉迟明|作报告: hardly the last of a name of two surnames' characters
_BEHIND_WHOLE = ("任", "为", "团队", "课题组")  # 令狐一鸣|任…, 教授|独孤远|团队
_SINGLE = 3  # the shortest foreign name that is told from the rest of a word
_DOT = re.compile(r"(?<=[\u3400-\u9fff])[·•・‧∙⋅](?=[\u3400-\u9fff])")
# 韩 卓: a name of two characters is spaced out to the width of three.
_PIECE = re.compile(r"[\u3400-\u9fff][ \u3000]+[\u3400-\u9fff](?![\u3400-\u9fff])|[^\s,、()“”]+")


_COUNTING = f"{COUNTS}万数每这那半0123456789"


def find(sheet: Sheet, titles: Sequence[Spot]) -> list[Spot]:
    """Every mention of what may be a person's name; by: weak where nothing in the text treats it as one, and between
    where it stands among names in a list, so that there is no doubt.

    Reporters and photographers are left out: they belong to the article.
    """
    reporters = set(sheet.article.reporters)
    posts = frozenset(title.end for title in titles)
    seen = [
        *_tagged(sheet, {title.start: title.end for title in titles}),
        *_behind_titles(sheet, titles),
        *_dotted(sheet, posts),
        *_compound(sheet, posts),
        *_strange(sheet, titles),
    ]
    seen += _behind_roles(sheet)
    seen += [*_appointed(sheet), *_in_latin(sheet, posts)]
    # 周总理|纪念碑: what follows the post is no name.
    seen = [spot for spot in seen if not _credited(sheet, spot) and spot.text not in word_set("memorial_words")]
    seen += [spot for spot in _listed(sheet, keep_longest(seen)) if not _credited(sheet, spot)]
    seen = keep_longest(seen)
    sure = {sheet.flat[spot.start : spot.end] for spot in seen if spot.by == "between" or _long_listed(spot)}
    names = {sheet.flat[spot.start : spot.end] for spot in seen} - reporters - word_set("titles")
    names -= {name for name in names if _is_counted(sheet, name) or _opens_line(sheet, name) or _in_lead(sheet, name)}
    firm = {name for name in names if name in sure or _supported(sheet, name, titles)}
    firm -= {name for name in firm if _only_place(sheet, name)}
    inside = {sheet.flat[spot.start : spot.end] for spot in seen if _between_names(sheet, spot.start, spot.end)} & firm
    found = [*_everywhere(sheet, inside, "between"), *_everywhere(sheet, firm - inside, "name")]
    weak = _everywhere(sheet, names - firm, "weak")
    lying = Lying(found)
    return [*found, *(spot for spot in weak if not lying.across(spot.start, spot.end))]


def _is_counted(sheet: Sheet, name: str) -> bool:
    """Whether the surname is a measure wherever it stands: 一|张蓝图, 两|双筷子."""
    if name[0] not in word_set("measures_like_surnames"):
        return False
    return all(at and sheet.flat[at - 1] in _COUNTING for at in occurrences(sheet.flat, name))


def _only_place(sheet: Sheet, name: str) -> bool:
    """Whether a name only says where somebody acts, or where a line begins: 在阿布扎比|出席, 抵达德班, 贡觉|至芒康."""
    if find_division(name) and f"{name}至" in sheet.flat:
        return True
    if surname_of(name) is not None and len(name) <= 3:
        return False
    return all(
        _WHERE.search(sheet.flat, max(0, at - 4), at) and not sheet.flat.startswith(("的", "看来"), at + len(name))
        for at in occurrences(sheet.flat, name)
    )


def _in_lead(sheet: Sheet, name: str) -> bool:
    """Whether the words are a dateline's: 本报|夏河讯."""
    return name[-1] in "讯电" and all(sheet.flat.endswith(_OF_PAPERS, 0, at) for at in occurrences(sheet.flat, name))


def _opens_line(sheet: Sheet, name: str) -> bool:
    """Whether the name is where a line begins, wherever it stands: 罗富|至八腊高速公路."""
    return all(_to_the_end().match(sheet.flat, at + len(name)) for at in occurrences(sheet.flat, name))


@cache
def _to_the_end() -> re.Pattern[str]:
    """The other end of a line of roads or rails."""
    return re.compile(rf"至[\u3400-\u9fff]{{2,8}}?(?:{any_of(words('road_words'))})")


def _long_listed(spot: Spot) -> bool:
    """A name of three characters or more that stands in a list beside a known name needs no other support."""
    return spot.by == "list" and len(spot.text) > 2


def _tagged(sheet: Sheet, posts: Mapping[int, int]) -> Iterable[Spot]:
    """What the tagger sees as people; posts: where titles begin and end, as it may take one into the name."""
    for index, token in enumerate(sheet.tokens):
        if token.tag not in ("PER", "nr"):
            continue
        for match in _PIECE.finditer(token.text):
            start, end = token.start + match.start(), token.start + match.end()
            if any(dot in sheet.flat[start - 1 : end + 1] for dot in _DOTS):
                continue
            if match.end() == len(token.text):
                end = _joined(sheet, index, start, end)
            end = _with_last(sheet, start, _shorn(sheet, start, end))
            if match.start() == 0:
                start = _led(sheet, start, end)
            behind = posts.get(start, end)
            if end - behind > 1 and looks_like_person(sheet.flat[behind:end]):
                start = behind  # 某海关|关长|周明远
            name = sheet.flat[start:end]
            if _is_name(name, token.tag):
                yield sheet.spot(start, end, "Person", "tagger")


def _dotted(sheet: Sheet, posts: frozenset[int]) -> Iterable[Spot]:
    """Names of several parts joined by middle dots, whole: 乌拉孜别克·热苏力汗."""
    taken = 0
    for match in _DOT.finditer(sheet.flat):
        if match.start() < taken:
            continue
        start, end = _part_start(sheet, match.start(), posts, taken), match.end()
        while (reach := _part_end(sheet, end)) > end:
            end = reach
            if sheet.flat[end : end + 1] not in (*_DOTS,):
                break
            end += 1
        taken = end
        name = sheet.flat[start:end]
        building = _building().search(name)
        if _is_name(name, "PER") and _looks_personal(sheet, start, end) and not building:
            yield sheet.spot(start, end, "Person", "tagger")


@cache
def _building() -> re.Pattern[str]:
    """The last word of a place that is built: 甲·乙|大楼."""
    return re.compile(f"(?:{any_of(word for word in words('location_suffixes') if len(word) > 1)})$")


def _in_latin(sheet: Sheet, posts: frozenset[int]) -> Iterable[Spot]:
    """总经理|John Smith: a name in Latin letters right behind a title, or where the tagger sees one."""
    for match in _LATIN.finditer(sheet.flat):
        token = sheet.token_at(match.start())
        if match.start() in posts or (token is not None and token.tag in ("PER", "nr") and token.end >= match.end()):
            yield sheet.spot(match.start(), match.end(), "Person", "title")


def _part_start(sheet: Sheet, dot: int, posts: frozenset[int], floor: int) -> int:
    """Where the part before a dot begins: right behind a title, else with the words that the tagger saw there."""
    limit = max(floor, dot - _LONGEST_PART)
    behind = [offset for offset in posts if limit <= offset < dot and all_han(sheet.flat[offset:dot])]
    if behind:
        return max(behind)
    token = sheet.token_at(dot - 1)
    start = max(token.start if token else dot, limit)
    # 买买|提江·艾山: known parts of names, from where a word begins.
    longer = (at for at in range(limit, start) if at in sheet.edges and minority_name(sheet.flat[at:dot]))
    return next(longer, start)


def _looks_personal(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a word on one side of the dot is a name of a person to the tagger (not 中国·青海)."""
    first, last = sheet.token_index(start), sheet.token_index(end - 1)
    # 朱马|别克: the tagger may take the last piece of a name for a body.
    tail = sheet.tokens[last]
    last -= tail.tag == "ORG" and len(tail.text) <= 3 and last > first
    tags = {token.tag for token in sheet.tokens[first : last + 1]}
    return bool(tags & {"PER", "nr"}) and "ORG" not in tags


def _part_end(sheet: Sheet, start: int) -> int:
    """Where the part of a name that starts here ends: at a mark, a verb or another word that is no name."""
    end = start
    while end - start < _LONGEST_PART:
        token = sheet.token_at(end)
        rest = sheet.flat[end : token.end] if token else ""
        stop = next((k for k, character in enumerate(rest) if not is_han(character)), len(rest))
        if token is None or not stop:
            break
        grammatical = token.tag in ("u", "w") or (
            token.tag in _GRAMMAR and (len(token.text) > 1 or token.text in _SPEAKING)
        )
        if end > start and (grammatical or (_AFTER_NAME.match(sheet.flat, end) and token.tag not in ("PER", "nr"))):
            break
        if end > start and token.tag == "v" and len(token.text) == 1 and sheet.flat.startswith(_GOES_ON, token.end):
            break  # 喀迪尔|站在地头
        end = min(end + stop, start + _LONGEST_PART)
        if stop < len(rest):
            break
    return _whole_part(sheet, start, end)


def _whole_part(sheet: Sheet, start: int, end: int) -> int:
    """The end of a part without the party behind it (西苏|一行), or moved over the rest of a known part (买买|提)."""
    party = sheet.flat.find("一行", start + 1, end + 1)
    if party > 0:
        return party
    moment = next((word for word in words("moments_behind") if sheet.flat.endswith(word, start + 2, end)), "")
    if moment:
        return end - len(moment)
    if end - start > 3 and sheet.flat[end - 2] in _COMES and venue_call(sheet.flat[end - 1]):
        return end - 2
    if end > start and not minority_name(sheet.flat[start:end]):
        return next((at for at in (end + 1, end + 2) if minority_name(sheet.flat[start:at])), end)
    return end


def _joined(sheet: Sheet, index: int, start: int, end: int) -> int:
    """The end moved over a second half that the tagger cut off (达哇|扎西), where both make one name."""
    if index + 1 < len(sheet.tokens):
        token = sheet.tokens[index + 1]
        whole = sheet.flat[start : token.end]
        if token.start == end and token.tag in ("PER", "nr", "nz", "LOC") and looks_like_person(whole):
            return token.end
        # 仁青卓|玛, 尕玛|松保: a name without a surname, of known parts to its end.
        alone = len(token.text) <= 2 and token.text not in _STUCK and token.text not in _SPEAKING
        if token.start == end and alone and surname_of(whole) is None and looks_like_person(whole):
            return token.end
        # 阿卜杜热西|提带着: the tagger made a verb of the last part and the verb behind it.
        verbal = token.tag == "v" and len(token.text) == 2 and sheet.flat.startswith(_GOES_ON, token.end)
        if token.start == end and verbal and surname_of(whole) is None and minority_name(sheet.flat[start : end + 1]):
            return end + 1
        # 佐野健|一一行: the number belongs to the name, the party does not.
        if token.start == end and token.text == "一一行":
            return end + 1
    return end


def _led(sheet: Sheet, start: int, end: int) -> int:
    """The start moved left over a first half that the tagger took for other words: known parts (才|让|卓玛)."""
    index, best = sheet.token_index(start) - 1, start
    while index >= 0 and sheet.tokens[index].end - sheet.tokens[index].start <= 2 and end - best < _LONGEST_PART:
        token = sheet.tokens[index]
        name = sheet.flat[token.start : end]
        if token.tag == "w" or not all_han(name):
            break
        if start - token.start > 1 and surname_of(name) is None and minority_name(name):
            best = token.start
        index -= 1
        if start - token.start >= _LONG:
            break
    return best


def _with_last(sheet: Sheet, start: int, end: int) -> int:
    """The end moved over 和 where who is named so acts at once (周明和|致辞): behind a link there would be a name."""
    link = sheet.token_at(end)
    name = sheet.flat[start : end + 1]
    if link is None or link.text != "和" or link.start != end or len(name) != 3 or surname_of(name) is None:
        return end
    following = sheet.token_at(link.end)
    acts = following is None or following.tag in ("v", "vd", "d", "ad", "s") or following.text in ",。、;"
    return link.end if acts and (following is None or following.text not in ("其", "等")) else end


def _shorn(sheet: Sheet, start: int, end: int) -> int:
    """The end moved left over what is no part of a name: 一行, 同志, a verb stuck to it."""
    name = sheet.flat[start:end]
    party = re.search(r"一行|等人?$|夫妇$|同志$|先生$|女士$|陪同|与|主席$", name)
    if party and party.start() >= 2:
        return start + party.start()
    # 令狐一鸣|任
    if len(name) == 5 and name[:2] in compound_surnames() and surname_of(name[:4]) is not None:
        return end - 1
    if len(name) > 3 and name[-1] == _MAKES and name[:2] in compound_surnames():
        return end - 1
    if len(name) == 3 and name[-1] in _STUCK and looks_like_person(name[:2]):
        return end - 1
    return end


def _is_name(name: str, tag: str) -> bool:
    if any(dot in name for dot in _DOTS):
        return all_han(re.sub(rf"[{_DOTS}]", "", name)) and len(name) > 3
    name = name.replace(" ", "")
    if (
        name[1:] in _ADDRESSES
        or name.startswith("曾任")
        or (name[1:] == "方" and country_abbreviation(name[0]))
        or name[-1] == "等"
        or name[-1] in "团社局厅部委队组院"
        or re.search("记者|通讯|[报网]·", name)
    ):
        return False
    if not all_han(name) or not 2 <= len(name) <= 7 or name in word_set("titles"):
        return False
    if is_country(name) or (len(name) == 2 and name[0] in "老小阿" and surname_of(name) != name[0]):
        return False
    return looks_like_person(name) or tag == "PER"


def _links(sheet: Sheet, end: int) -> bool:
    """Whether a whole name follows the link that ends here: 某律师|和|周某某, though 和 is a surname, too."""
    token = sheet.token_at(end)
    return token is not None and token.tag in ("PER", "nr") and len(token.text) > 2 and looks_like_person(token.text)


def _behind_titles(sheet: Sheet, titles: Sequence[Spot]) -> Iterable[Spot]:
    """省长吴晓军主持: what looks like a name right behind a title, up to where a name may end."""
    for title in titles:
        token = sheet.token_at(title.end)
        if title.text in ("委员", "代表") or _called_by(sheet, title):
            continue
        if token is not None and token.start == title.end and token.tag == "c" and _links(sheet, token.end):
            continue
        seen = token.end - title.end if token and token.start == title.end and token.tag in ("PER", "nr") else 0
        for length in (7, 6, 5, 4, 3, 2):
            if length <= seen:
                break
            name = sheet.flat[title.end : title.end + length]
            end = title.end + length
            made = name[-1:] == _MAKES and name[:2] in compound_surnames()
            if len(name) < length or name[-1] == "等" or made or not looks_like_person(name):
                continue
            if end not in sheet.edges and not _VERB_AFTER.match(sheet.flat, end):
                continue
            if seen and (length > seen + 2 or name[-1] in _STUCK or _verb_at(sheet, title.end + seen)):
                continue
            if _AFTER_NAME.match(sheet.flat, end) and not (_plain_word(token, name) and not _unknown(sheet, name, end)):
                yield sheet.spot(title.end, end, "Person", "title")
                break


def _compound(sheet: Sheet, posts: frozenset[int]) -> Iterable[Spot]:
    """副省长|南宫远|到甲市, 决定:|令狐一鸣|任: a surname of two characters and one or two characters more.

    Right behind a title, or behind a mark where the surname is no other word.
    """
    marks = {match.end() for match in _plain_compound().finditer(sheet.flat)}
    for start in sorted(posts | marks):
        size = next((size for size in (4, 3, 2) if sheet.flat[start : start + size] in compound_surnames()), 0)
        for end in (start + size + 2, start + size + 1) if size else ():
            name = sheet.flat[start:end]
            if not all_han(name) or name[-1] in (*_STUCK, _MAKES) or len(name) < end - start:
                continue
            # 闻人松|座谈
            shorter = end - start - size == 2 and sheet.flat.startswith(_deeds(), end - 1)
            follows = (
                _AFTER_NAME.match(sheet.flat, end) or _acts(sheet, end) or sheet.flat.startswith(_BEHIND_WHOLE, end)
            )
            if not shorter and (sheet.flat[end : end + 1].isdigit() or follows):
                yield sheet.spot(start, end, "Person", "title")
                break


def _strange(sheet: Sheet, titles: Sequence[Spot]) -> Iterable[Spot]:
    """总理|普拉昌达|同…会谈: a word right behind a title that no dictionary has; who it names acts at once.

    The tagger may have given it the title's last character: 外|长尼扬扎.
    """
    for title in titles:
        token = sheet.token_at(title.end)
        if title.text in ("委员", "代表") or token is None or _called_by(sheet, title):
            continue
        name = sheet.flat[title.end : token.end]
        if token.start < title.end and len(name) < _SINGLE:
            continue
        pieces = (name[:2], name[2:])
        if name[0] in "一两该本各" or all(sort_of_name(piece) == "word" for piece in pieces):
            continue  # 董事长|一职, 总统|当地|时间12日
        unheard = 2 <= len(name) <= 5 and sort_of_name(name) in ("", "nr", "nrt")
        if unheard and all_han(name) and token.tag in _NOMINAL and _acts(sheet, token.end):
            yield sheet.spot(title.end, token.end, "Person", "title")


@cache
def _plain_compound() -> re.Pattern[str]:
    """What stands before a name whose surname is no other word: a mark, or a verb of appointing."""
    names = any_of(words("plain_compound_surnames"))
    return re.compile(rf"(?:^|[,。:;、(“\n]|{one_of('appointing_verbs')})(?={names})")


@cache
def _deeds() -> tuple[str, ...]:
    """Verbs of two characters and more that people do."""
    return tuple(word for word in (*words("after_names"), *words("personal_verbs")) if len(word) > 1)


def _acts(sheet: Sheet, end: int) -> bool:
    """Whether a verb or a word before one begins here (夹谷清源|举行座谈) and no name ends before (公羊策|会|见)."""
    token, last = sheet.token_at(end), sheet.token_at(end - 1)
    alone = last is not None and last.start == end - 1 and last.tag in _GRAMMAR
    return token is not None and token.start == end and token.tag in _ACTING and not alone


def _behind_roles(sheet: Sheet) -> Iterable[Spot]:
    """牧民|乌云其木格, 歌手|呼斯楞: behind a word for what somebody is, a name without a surname, of known parts."""
    for token in sheet.tokens:
        if token.tag != "n" or not token.text.endswith(_ROLES):
            continue
        for length in range(_LONGEST_PART, 2, -1):
            end = token.end + length
            name = sheet.flat[token.end : end]
            if len(name) == length and end in sheet.edges and surname_of(name) is None and minority_name(name):
                yield sheet.spot(token.end, end, "Person", "title")
                break


def _called_by(sheet: Sheet, title: Spot) -> bool:
    """Whether the title only calls somebody by it: 周总理|纪念碑."""
    token = sheet.token_at(title.start)
    return token is not None and token.tag in ("PER", "nr") and token.start < title.start and token.end == title.end


def _verb_at(sheet: Sheet, offset: int) -> bool:
    """Whether a verb of two characters or more begins here (巴罗|会谈)."""
    token = sheet.token_at(offset)
    return token is not None and token.start == offset and token.tag in ("v", "vn") and len(token.text) > 1


def _unknown(sheet: Sheet, name: str, end: int) -> bool:
    """Whether a mark follows what the tagger took for a verb and no grammar word is spelled so (首席执行官马诺、)."""
    return sheet.flat[end : end + 1] in "、,。" and name not in word_set("np_stops") and not _VERB_AFTER.match(name)


_APPOINTED = re.compile(
    rf"(?:{one_of('appointing_verbs')})(?P<names>[\u3400-\u9fff·]{{2,9}}?(?:、[\u3400-\u9fff·]{{2,9}}?){{0,30}}?)(?:等\d*人)?(?:同志)?(?:为|的|兼任)"
)


def _appointed(sheet: Sheet) -> Iterable[Spot]:
    """任命甲、乙为…, 免去丙的…职务: whoever stands between is a person."""
    for match in _APPOINTED.finditer(sheet.flat):
        at = match.start("names")
        for name in match.group("names").split("、"):
            if looks_like_person(name):
                yield sheet.spot(at, at + len(name), "Person", "between")
            at += len(name) + 1


def _plain_word(token: Token | None, name: str) -> bool:
    """Whether the tagger read the name as one common word (会议, 高度) or as a verb with its object (谈|感受)."""
    if token is None or not name.startswith(token.text):
        return False
    if len(token.text) == 1:
        return token.tag in ("v", "d", "p", "c") and token.text in _SPEAKING
    return token.tag in ("v", "vd", "d", "ad", "p", "c", "TIME") or (token.text == name and token.tag in ("vn", "a"))


def _listed(sheet: Sheet, seen: Sequence[Spot]) -> Iterable[Spot]:
    """A、B、C: what stands between marks of enumeration beside a known name and looks like a name is one."""
    frontier, done = list(seen), {(spot.start, spot.end) for spot in seen}
    while frontier:
        spot = frontier.pop()
        for start, end in _neighbours(sheet.flat, spot):
            name = sheet.flat[start:end]
            between = _between_names(sheet, start, end)
            if (
                (start, end) in done
                or not (looks_like_person(name) or between)
                or (len(name) < _LONG and _plain_word(sheet.token_at(start), name))
            ):
                continue
            done.add((start, end))
            found = sheet.spot(start, end, "Person", "between" if between else "list")
            frontier.append(found)
            yield found


def _between_names(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the words stand in the middle of a list of names, or close one that ends with 等委员, 等代表."""
    if not 2 <= end - start <= 4 or sheet.flat[start - 1] != "、":
        return False
    left = sheet.token_at(start - 2)
    right = sheet.token_at(end + 1) if sheet.flat[end : end + 1] == "、" else None
    closes = re.match(rf"等\d*[{NUMERALS}]*[位名]?(?:[\u3400-\u9fff]{{0,4}})?(?:委员|代表)", sheet.flat[end:])
    names = ("PER", "nr")
    return left is not None and left.tag in names and (bool(closes) or (right is not None and right.tag in names))


def _neighbours(text: str, spot: Spot) -> Iterable[tuple[int, int]]:
    if text[spot.end : spot.end + 1] == "、":
        match = re.compile(r"[\u3400-\u9fff·]{2,12}?(?=[、,。;]|等|出席|参加|陪同|$)").match(text, spot.end + 1)
        if match:
            yield match.span()
    if text[spot.start - 1 : spot.start] == "、":
        before = text[max(0, spot.start - 16) : spot.start - 1]
        match = re.search(r"(?:^|[、,。;:\s]|领导|同志|委员|代表)([\u3400-\u9fff·]{2,12}?)$", before)
        if match:
            yield spot.start - 1 - len(match.group(1)), spot.start - 1


def _supported(sheet: Sheet, name: str, titles: Sequence[Spot]) -> bool:
    """Whether some place in the text treats the name as a person's; a long or dotted name needs no support."""
    if any(dot in name for dot in _DOTS):
        return True
    places = list(occurrences(sheet.flat, name))
    shaped = surname_of(name) is not None if len(name) == 3 else len(name) >= _LONG and minority_name(name)
    return shaped or any(_person_here(sheet, at, at + len(name), titles) for at in places)


def _person_here(sheet: Sheet, start: int, end: int, titles: Sequence[Spot]) -> bool:
    posts, starts = {title.end for title in titles}, {title.start for title in titles}
    before, after = sheet.flat[max(0, start - 3) : start], sheet.flat[end : end + 12]
    if start in posts or end in starts or _ROLE_BEFORE.search(before) or _VERB_AFTER.match(after):
        return True
    token = sheet.token_at(start)
    alone = token is not None and token.tag in ("PER", "nr")
    name = sheet.flat[start:end]
    if (
        alone
        and token is not None
        and token.text == name
        and surname_of(name)
        and _stands_free(sheet, name, start, end)
    ):
        return True
    beside = [sheet.token_at(start - 2), sheet.token_at(end + 1)]
    marks = (sheet.flat[start - 1 : start], sheet.flat[end : end + 1])
    listed = any(
        mark in ("、", " ", "\u3000") and other is not None and other.tag in ("PER", "nr")
        for mark, other in zip(marks, beside, strict=True)
    )
    return alone and (listed or bool(re.match(r"总书记|主席|总理|总统|部长|省长|市长|书记", after)))


def _stands_free(sheet: Sheet, name: str, start: int, end: int) -> bool:
    """Whether the name is no piece of an organisation's, and no member of a list of other things (医疗、康养、康复)."""
    if any(token.tag in ("ORG", "nz", "nt", "LOC") and name in token.text for token in sheet.tokens):
        return False
    left = sheet.token_at(start - 2) if sheet.flat[start - 1 : start] == "、" else None
    right = sheet.token_at(end + 1) if sheet.flat[end : end + 1] == "、" else None
    return all(token is None or token.tag in ("PER", "nr") for token in (left, right))


def _credited(sheet: Sheet, spot: Spot) -> bool:
    start, _ = sheet.sentence(spot.start)
    before = sheet.flat[max(start, spot.start - 40) : spot.start]
    if _credit().search(before) or _PHOTO.match(sheet.flat, spot.end):
        return True
    opened = sheet.flat.rfind("(", max(0, spot.start - 30), spot.start)
    byline = _BYLINE.match(sheet.flat, opened) or _BYLINE.match(sheet.flat, opened - 1) if opened >= 0 else None
    return byline is not None and byline.start("names") <= spot.start < byline.end("names")


@cache
def _credit() -> re.Pattern[str]:
    return re.compile(rf"(?<![总主])(?:{any_of(words('credits'))}){_CREDIT_NAMES}")


def _everywhere(sheet: Sheet, names: Iterable[str], by: str) -> list[Spot]:
    """Every place where one of the names stands; 王刚 inside 王刚强 is not one when that is a name, too."""
    spots = [
        sheet.spot(at, at + len(name), "Person", by) for name in sorted(names) for at in occurrences(sheet.flat, name)
    ]
    return [spot for spot in keep_longest(spots) if not _credited(sheet, spot)]
