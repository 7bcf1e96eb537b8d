"""What the names of organisations are made of, and when two of them can be calls of one: short forms, branches."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from kg.language.classes import NUMERALS, RANKS, one_of
from kg.language.countries import country, is_country, nation_end
from kg.language.divisions import find as find_division
from kg.language.lexicon import any_of, table, words

_ANNOUNCED = re.compile(
    r"^\s*(?:\([0-9A-Za-z.:, -]{2,20}\)\s*)?(?:\((?:以下|下文)?(?:统)?(?:简称|称|合称)(?:为)?[:]?"
    r"[“\"']?([^)”\"'、或,]{2,12})[”\"']?(?:(?:、|或|,)[^)]{1,16})?\)|\(下(?:简)?称[:为]?[“\"']?([^)”\"'、或,]{2,12})[”\"']?(?:(?:、|或|,)[^)]{1,16})?\))"
)
_ANNOUNCES = re.compile(r"[(（](?:以下|下文)?(?:统)?(?:简称|下称|合称|称)[^()（）]{2,16}[)）]")
_ASIDES = re.compile(r"\([^()]*\)|（[^（）]*）|[“”‘’\"]")
_MARKS = re.compile(r"[()（）“”‘’\"]")
_HOUSE = re.compile("[(（]([\u3400-\u9fff]{2,5})[)）]")
_BRANCH = re.compile(f"[\u3400-\u9fff]{{2,6}}(?:{one_of('branch_offices')}|子公司)$")
# Forms of registered names, the longer ones first.
_REGISTERED = ("集团股份有限公司", "集团有限责任公司", "集团有限公司", "股份有限公司", "有限责任公司", "有限公司")
_NATION = 6  # characters of the name of a country at the head of a firm's
_GENERIC_CORE = re.compile(f"^(?:{one_of('parts_of_firm_names')}|第[{NUMERALS}]+)$")


@cache
def _company_ending() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words('company_suffixes'))})$")


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words('organization_suffixes'))})$")


@cache
def _national() -> dict[str, tuple[str, ...]]:
    rows = (*table("known_bodies"), *table("enterprises"), *table("national_organs"))
    return {name: row for row in rows for name in row}


@lru_cache(maxsize=8192)
def known_names(written: str) -> tuple[str, ...] | None:
    """All names of an organ of the nation, a well-known firm or body, canonical first; None for any other."""
    found = _national().get(written)
    if found is not None:
        return found
    firms = _firms()
    heads = (
        written[nation_end(written, _NATION) :],
        *(head for legal in _LEGAL if written.endswith("公司") and (head := legal.sub("", written)) != written),
    )
    return next((firms[head] for head in heads if head in firms), None)


@cache
def _firms() -> dict[str, tuple[str, ...]]:
    return {name: row for row in table("enterprises") for name in row}


# What a registered name has behind the one that everybody uses. 甲控股股份有限公司 is another firm than 甲.
_LEGAL = (
    re.compile("(?:股份)?有限(?:责任)?公司$"),
    re.compile("(?:控股)?集团(?:股份)?(?:有限)?(?:责任)?公司$"),
)


def announced(flat: str, end: int) -> tuple[str, int] | None:
    """The short name announced in brackets right behind a name (简称“青洽会”), with its offset; or None."""
    match = _ANNOUNCED.match(flat[end : end + 48]) if flat.startswith(("(", " ("), end) else None
    group = 1 if match and match.group(1) else 2
    return (match.group(group), end + match.start(group)) if match else None


def without_announcement(name: str) -> str:
    """The name without the brackets that announce what a part of it is called for short: 甲大赛(下称专题赛)决赛."""
    return _ANNOUNCES.sub("", name)


def is_company(name: str) -> bool:
    """Whether the name ends like a company's."""
    return bool(_company_ending().search(name))


def is_firm(names: Sequence[str]) -> bool:
    """Whether an organisation of these names is a company rather than an organ, a school, an association ….

    What bears no ending of either is one: firms alone are called by a bare name (比亚迪).
    """
    if any(is_company(name) or name.startswith(_enterprises()) for name in names):
        return True
    endings = words("body_endings")
    return not any(is_country(name) or known_names(name) or name.endswith(endings) for name in names)


@cache
def _enterprises() -> tuple[str, ...]:
    return tuple(name for row in table("enterprises") for name in row)


def core(name: str) -> str:
    """What names the firm: without brackets, place and legal form (青海省远琪科技股份有限公司 → 远琪科技)."""
    text = _ASIDES.sub("", name)
    text = _company_ending().sub("", text)
    text = _company_ending().sub("", text)
    return without_place(text)


@lru_cache(maxsize=8192)
def without_place(text: str) -> str:
    """The text without the divisions or country with which it starts; never less than two characters."""
    for length in range(min(11, len(text) - 2), 1, -1):
        head = text[:length]
        if find_division(head) or is_country(head):
            return without_place(text[length:])
    return text


def same_organisation(short: str, long: str) -> bool:
    """Whether `short` can only be a shorter call of `long` (both from one article).

    True where the cores are equal (远琪科技), where `short` is `long` without its place (北岭港航集团), or where a
    company's `short` picks its characters in order from `long`, with the same first one and last word (中交集团).
    """
    if not 2 <= len(short) < len(long):
        return False
    plain_short, plain_long = (_MARKS.sub("", text) for text in (short, long))
    if _regional(plain_short, plain_long):
        return True
    if _of_two_nations(plain_short, plain_long) or _foreign_house(short, long):
        return False
    return (
        _same_but_form(plain_short, plain_long)
        or _abbreviates(plain_short, plain_long)
        or _shortened(plain_short, plain_long)
    )


def _shortened(short: str, long: str) -> bool:
    """Whether one core, or the name without its place, is called by `short`, and no other form or branch of it."""
    if short.endswith("股份") and "股份" not in long:
        return False  # 云桥股份 is no 滁州云桥轴承有限公司
    apart = _of_two_forms(short, long) or _house_in_place(short, long)
    if branch_of(long) != branch_of(short) or apart:
        return False
    return _same_core(short, long) or _same_without_place(short, long)


def _same_but_form(short: str, long: str) -> bool:
    """Whether only the word of the form tells them apart: 甲铁路公司, 甲铁路股份公司; 甲交易所, 甲交易所集团."""
    if short.endswith("委会") and long == short.removesuffix("会") + "员会":
        return True  # 某党某省委会
    plain = _FORM.sub("", long)
    if plain == short and short.endswith("公司"):
        return True
    brand = len(short) > 2 and not find_division(short) and not is_country(short) and _GENERIC_CORE.match(short) is None
    return brand and long in (short + "集团", short + "集团公司") and known_names(long) is None


def _abbreviates(short: str, long: str) -> bool:
    """Whether an office's or a society's name is picked from the other's: 中国盲协 from 中国盲人协会, 甲市云保局 from
    甲市云岭生态保护管理局. The place and the last word are the same, and so is the first character between."""
    for whole, call in table("body_abbreviations"):
        if not (long.endswith(whole) and short.endswith(call)):
            continue
        a, b = short.removesuffix(call), long.removesuffix(whole)
        head = next((n for n in range(min(len(a) - 1, 9), 1, -1) if a[:n] == b[:n] and _is_place(a[:n])), 0)
        own, field = a[head:], b[head:].removeprefix("人民政府").removeprefix("政府")
        if head and own and own[0] not in RANKS and len(own) <= min(_OWN, len(field) - 1) and own[0] == field[0]:
            across = len(own) == 1 or own not in field
            return across and _in_order(own, field)
    return False


_OWN = 4  # characters at most that a short call has between the place and the last word
_FORM = re.compile("股份(?=公司)|(?:股份)?有限(?:责任)?(?=公司)")


def _is_place(text: str) -> bool:
    return bool(find_division(text)) or is_country(text) or text in ("全国", "中华")


def _of_two_forms(short: str, long: str) -> bool:
    """Whether both are registered names, of other forms and with other words, or of two places: 甲股份有限公司,
    甲糖业集团有限公司."""
    forms = [next((form for form in _REGISTERED if name.endswith(form)), "") for name in (short, long)]
    if "" in forms:
        return False
    # 广东甲材料股份有限公司, 肇庆甲材料有限公司: a daughter in the place where she is registered.
    heads = [name.removesuffix(without_place(name)) for name in (short, long)]
    apart = all(heads) and not (heads[0].endswith(heads[1]) or heads[1].endswith(heads[0]))
    return apart or (forms[0] != forms[1] and core(short) != core(long))


def _house_in_place(short: str, long: str) -> bool:
    """Whether `long` has a division behind the brand of a group: 甲集团 is the mother of 甲|微山|煤业有限公司."""
    a, b = core(short), core(long)
    behind = b[len(a) :] if b.startswith(a) and is_company(short) else ""
    return any(find_division(behind[:size]) for size in (2, 3))


def _same_core(short: str, long: str) -> bool:
    if not is_company(long):
        return False
    a, b = core(short), core(long)
    if short.endswith("集团") and long.endswith("股份有限公司") and "集团" not in long and a != b:
        return False  # 甲集团 beside 甲酒业股份有限公司 is its mother
    if len(a) < 2 or _GENERIC_CORE.match(a):
        return False
    # 鸿桥科技 for 青江鸿桥智能科技股份有限公司: the brand and the last word.
    ends = len(short) == 4 and len(b) > 4 and b.startswith(short[:2]) and b.endswith(short[2:])
    return a == b or (b.startswith(a) and (is_company(short) or len(a) >= 3)) or (ends and not find_division(short[:2]))


def _same_without_place(short: str, long: str) -> bool:
    if _ending().search(short) is None:
        return False
    bare = without_place(short)
    if long.endswith(short) and nation_end(short, _NATION):
        return False  # 中国甲医院 and the 河北中国甲医院 that it founded
    if bare == without_place(long) and len(bare) > 2:
        return find_division(short[:2]) == () or short[:2] == long[:2]
    if is_company(long) and is_company(short) and len(short) >= 4 and _picks(short, long):
        return True
    return _same_school(short, long)


def _same_school(short: str, long: str) -> bool:
    """Whether `short` picks its characters in order from a school's or hospital's name: 青理工, 宁河职院."""
    ends = next((short_end for long_end, short_end in table("school_forms") if long.endswith(long_end)
                 and short.endswith(short_end)), "")  # fmt: skip
    return bool(ends) and 3 <= len(short) <= 6 and short[0] == long[0] and _in_order(short, long)


def _of_two_nations(short: str, long: str) -> bool:
    """Whether the two begin with the names of different countries: 中国铁路总公司, 俄罗斯铁路股份公司."""
    nations = {country(name[: nation_end(name, _NATION)]) for name in (short, long)}
    return len(nations) > 1 and None not in nations


def _foreign_house(short: str, long: str) -> bool:
    """Whether `long` is a firm's house elsewhere and `short` another full name: 德国X集团, X(中国)化工有限公司."""
    house = _HOUSE.search(long)
    placed = house is not None and (is_country(house.group(1)) or bool(find_division(house.group(1))))
    if not placed or house is None or house.group() in short:
        return False
    # 云岭新材（丰河）储能有限公司 is a house of 云岭新材, a brand with its trade
    return is_company(short) or (long[: house.start()].endswith(short) and _is_brand_and_trade(short))


def _is_brand_and_trade(name: str) -> bool:
    return any(len(name) - len(trade) >= 2 and name.endswith(trade) for trade in words("trades"))


def _regional(short: str, long: str) -> bool:
    """Whether `short` is the usual call of a national firm's house in a province: 青海移动, 中国移动青海公司."""
    place, firm = short[:2], short[2:]
    return (
        len(firm) >= 2
        and bool(find_division(place))
        and long.startswith("中国" + firm)
        and place in long[2 + len(firm) :]
    )


def branch_of(name: str) -> str:
    """The branch part of a company's name (青海分公司), or nothing: a branch is never its head."""
    match = _BRANCH.search(name)
    return match.group()[-5:] if match else ""


def _picks(short: str, long: str) -> bool:
    """Whether the characters of `short` stand in `long` in this order, the first and the last word alike."""
    ending = _company_ending()
    return short[0] == long[0] and bool(ending.search(short)) and _in_order(ending.sub("", short), long)


def _in_order(characters: str, text: str) -> bool:
    """Whether the text holds all these characters in this order."""
    at = 0
    for character in characters:
        at = text.find(character, at) + 1
        if at == 0:
            return False
    return True


_FORM = re.compile("(?:集团)?(?:有限责任公司|股份有限公司|有限公司)$")
_LONGEST_TRADES = 10


def is_unbranded(name: str) -> bool:
    """Whether a firm's name is its trade and form and nothing else: 文化发展有限公司, 资产管理有限责任公司."""
    form = _FORM.search(name)
    trades = name[: form.start()] if form is not None else ""
    if not 0 < len(trades) <= _LONGEST_TRADES:
        return False
    reach = {0}
    for end in range(2, len(trades) + 1):
        if any(end - size in reach and trades[end - size : end] in _trades() for size in (2, 3, 4)):
            reach.add(end)
    return len(trades) in reach


@cache
def _trades() -> frozenset[str]:
    return frozenset((*words("trades"), *words("firm_fields")))
