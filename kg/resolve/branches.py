"""Branches of firms of the whole nation and services of the state, each by one of its usual names.

天水移动 for 中国移动通信集团甘肃有限公司天水分公司, 柳州供电局 for 广西电网有限责任公司柳州供电局,
青江交警石门大队 for 青江市公安局交警支队石门大队, 武警青江支队 for 武警某省总队青江支队.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.language import divisions
from kg.language.classes import NUMERALS, RANKS
from kg.language.lexicon import words
from kg.language.similarity import plain, undotted
from kg.resolve.aliases import BRACKETS, formal, known
from kg.resolve.places import Path, split

_HEAD = 14  # characters of a firm of the nation at the beginning of a longer name
_FORMS = re.compile(r"^(?:股份有限公司|集团有限公司|有限责任公司|有限公司)?(?:销售(?:股份)?(?:有限|分)?公司)?")
# 甘肃|有限公司|天水分公司
_OF_PROVINCE = re.compile(r"^[省市]?(?:有限责任|股份有限|有限|省分|分|省)?公司(?=[\u3400-\u9fff]{4})")
_WHOLE = ("有限公司", "公司", "分公司", "有限责任公司", "省公司", "省分公司", "市公司", "市分公司")
_ENDS = ("行", "公司")
_INNER_OFFICE = re.compile(r"(?<=[\u3400-\u9fff]{2})[市县区]?(?:分行|支行)(?=[\u3400-\u9fff]{2,8}支行$)")
_KINDS = ("分行", "支行", "分公司")
_RANKS = "市县区旗"
_OFFICE = re.compile(r"^[市县区]?(?:分行|支行)(?=[\u3400-\u9fff]{2,8}支行$)")  # 青江|分行|云桥路支行
BRANCHED = ("移动", "联通", "电信", "铁塔", "邮政", "烟草")  # brands of firms that have a house in every city
# 某省|烟草公司|青江市公司
_OF_BRAND = re.compile(r"^(?P<brand>[\u3400-\u9fff]{2})(?:有限)?公司(?P<rest>[\u3400-\u9fff]{2,10}?)(?:分)?公司$")
_HOUSE_OF_BRAND = re.compile(r"^(?P<brand>[\u3400-\u9fff]{2})(?:有限|分)?公司$")
_OILFIELD = re.compile(r"(?P<field>[\u3400-\u9fff]{2}油田)(?:分公司|有限责任公司|有限公司|公司)$")
_SUPPLY = re.compile(
    r"^(?:(?:国网|国家电网|南方电网|南网)?(?P<grid>[\u3400-\u9fff]{0,8}?)(?:电网|电力)(?:(?:有限责任|股份有限|有限)?公司)?)?"
    r"(?:国网|南网)?(?P<place>[\u3400-\u9fff]{2,12}?)供电(?P<kind>局|公司|分公司|有限公司|有限责任公司)$"
)
_ARMED = "武警"
_ARMED_FORCE = ("中国人民武装警察部队", "武装警察部队", "武警部队")
_UNITS = ("总队", "支队", "大队", "中队")
# 交警|支队|石门大队, 消防|支队|石门区大队
_UNIT_OF_UNIT = re.compile(r"^(?P<service>交警|消防)支队(?P<rest>[\u3400-\u9fff]{2,8}(?:大队|中队|消防站))$")
# 公安局|特警支队
_OF_POLICE = re.compile(r"^公安[局厅]?(?=[\u3400-\u9fff]{2,8}(?:总队|支队|大队)(?:[\u3400-\u9fff]{2,8}[大中]队)?$)")
# 杭州市公安局|西湖|区|分局, 西湖|区|公安分局, each with a station behind it
_STATION = r"(?P<station>[\u3400-\u9fff]{2,8}派出所)?$"
_BRANCH_OF_CITY = re.compile(rf"^[\u3400-\u9fff]{{2,8}}公安局(?P<name>[\u3400-\u9fff]{{2,4}}?)[{RANKS}]?分局{_STATION}")
_BRANCH_ALONE = re.compile(rf"^(?P<name>[\u3400-\u9fff]{{2,4}}?)[{RANKS}]?公安分局{_STATION}")
# 石门|区|云桥路派出所
_STATION_OF_DISTRICT = re.compile(r"^(?P<name>[\u3400-\u9fff]{2,4})区(?P<station>[\u3400-\u9fff]{2,8}派出所)$")
# 中铁十一局|集团|第三|工程有限公司, 中铁十一局|三公司
_OF_BUREAU = re.compile(
    rf"^(?P<bureau>中[铁建交冶水国电力]{{1,4}}第?[{NUMERALS}]{{1,3}}局)(?:集团)?(?:有限公司)?第?(?P<number>[{NUMERALS}]{{1,3}})(?:建设|工程)?(?:分)?(?:有限)?公司$"
)
# 云岭建工|集团|第五|工程有限公司, 云岭建工|五公司
_OF_BUILDER = re.compile(
    rf"^(?P<house>[\u3400-\u9fff]{{2,8}}?)(?:集团)?(?:股份)?(?:有限公司)?(?:第(?P<full>[{NUMERALS}]{{1,3}})"
    rf"(?:建筑|建设|工程|安装|路桥|市政){{1,2}}(?:工程)?(?:分|有限|有限责任)?公司|(?P<short>[{NUMERALS}]{{1,3}})(?:分)?公司)$"
)
# 中水建|第九工程局|有限公司, 中交|第二|航务工程局
_BUREAU = re.compile(
    rf"^(?P<head>中[\u3400-\u9fff]{{1,3}}?)第(?P<number>[{NUMERALS}]{{1,3}})(?P<field>航务|公路|隧道)?(?:工程|建设|建筑)?局(?:集团)?(?:股份)?(?:有限)?(?:责任)?(?:公司)?$"
)

# 中国水利|水电|第十二工程局|有限公司
_WATER_BUREAU = re.compile(
    rf"^(?:中国)?(?:水利)?水电第?(?P<number>[{NUMERALS}]{{1,3}})(?:工程)?局(?:集团)?(?:有限)?(?:责任)?(?:公司)?$"
)


@lru_cache(maxsize=65536)
def branched(name: str) -> str:
    """A house of a firm of the nation or of a service of the state by one of its usual names; any other name as it is.

    name: without brackets.
    """
    for form in (_power, _armed, _police, _builders, _oilfield, _of_nation, _of_brand):
        if found := form(name):
            return found
    return name


def unit(rest: str) -> str:
    """The rest of a name behind its place, of a unit of the police or the fire service: 公安局|特警支队; of a committee
    of a house: 人大常委会|财经委员会."""
    rest = formal(_OF_POLICE.sub("", formal(rest)))
    if inner := _UNIT_OF_UNIT.match(rest):
        return inner["service"] + inner["rest"]
    if inner := _OF_HOUSE.match(rest):
        return inner["house"] + inner["committee"] + "委"
    return _CUT_SHORT.get(rest, _OF_OFFICE.sub("", rest))


def inner_house(path: Path, rest: str) -> str:
    """A unit or a branch of a city's body in a county by the county's name; of any other nothing.

    青江市|消防支队石门县大队 is 石门县消防大队, 青江市|生态环境局石门分局 is 石门县生态环境分局.
    """
    found = _IN_COUNTY.match(rest) if path else None
    inner, left = split(found["county"], path) if found else ((), "x")
    if found is None or left or inner[: len(path)] != path or len(inner) == len(path):
        return ""
    return inner[-1] + (found["service"] or found["bureau"]) + found["unit"]


_IN_COUNTY = re.compile(
    r"^(?:(?P<service>消防|交警)(?:支队)?|(?P<bureau>生态环境|自然资源|市场监管|住建|农业农村|城管)局)"
    r"(?P<county>[\u3400-\u9fff]{2,9}?)(?P<unit>大队|分局)$"
)
# 青江|市监局, 青江|市场监管局: the kind of the place stands but once.
_CUT_SHORT = {"监局": "市场监管局", "场监管局": "市场监管局", "场监督管理局": "市场监管局"}
# 石门县|司法局|云桥镇司法所
_OF_OFFICE = re.compile(
    r"^(?:司法|市场监管|自然资源|税务|财政|林草|林业|法院)局?(?=[\u3400-\u9fff]{2,6}(?:司法所|市场监管所|自然资源所|税务所|税务分局|财政所|林业站|法庭)$)"
)


_OF_HOUSE = re.compile(r"^(?P<house>人大|政协)(?:常委会)?(?P<committee>[\u3400-\u9fff]{2,12}?)委(?:员会)?$")


def _power(name: str) -> str:
    supply = _SUPPLY.match(name)
    if supply is None:
        return ""
    path, rest = split(supply["place"], split(supply["grid"] or "", ())[0])
    return f"{path[-1]}供电{'局' if supply['kind'] == '局' else '公司'}" if path and not rest else ""


def _armed(name: str) -> str:
    if _ARMED not in name and not name.startswith(_ARMED_FORCE):
        return ""
    force = next((call for call in _ARMED_FORCE if name.startswith(call)), "")
    left = name.removeprefix(force or _ARMED)
    path, rest = split(left, ())
    rest = rest.removeprefix("武警")
    inner, end = _inside(rest.removeprefix("总队"), path) if rest.startswith("总队") else (path, "")
    if not path or not rest.endswith(_UNITS):
        return ""
    if len(inner) > len(path):
        return f"{inner[-1]}{_ARMED}{end}"
    return f"{path[-1]}{_ARMED}{rest}"


def _inside(rest: str, path: Path) -> tuple[Path, str]:
    """A division inside another with which a name goes on, and what is left of it."""
    inner, end = split(rest, path)
    return (inner, end) if inner[: len(path)] == path and end else (path, rest)


def _police(name: str) -> str:
    branch = _BRANCH_OF_CITY.match(name) or _BRANCH_ALONE.match(name)
    if branch is None and (found := _STATION_OF_DISTRICT.match(name)) and divisions.find(f"{found['name']}区"):
        branch = found
    return f"{branch['name']}公安分局{branch['station'] or ''}" if branch else ""


def _builders(name: str) -> str:
    if firm := _OF_BUREAU.match(name):
        return f"{firm['bureau']}{firm['number']}公司"
    if (house := _OF_BUILDER.match(name)) and house["house"].endswith(words("builder_endings")):
        return f"{house['house']}{house['full'] or house['short']}公司"
    if water := _WATER_BUREAU.match(name):
        return f"水电{water['number']}局"
    bureau = _BUREAU.match(name.replace("中国建筑第", "中建第", 1))
    return f"{bureau['head']}{bureau['number']}{(bureau['field'] or '')[:1]}局" if bureau else ""


def _oilfield(name: str) -> str:
    oil = _OILFIELD.search(name)
    if oil is None:
        return ""
    head = _FORMS_BEHIND.sub("", name[: oil.start()])
    return oil["field"] if not head or known(head) or known(f"{head}集团") else ""


_FORMS_BEHIND = re.compile(r"(?:股份有限公司|集团有限公司|有限责任公司|有限公司)$")


def _of_nation(name: str) -> str:
    """中国移动通信集团|甘肃|有限公司|天水|分公司, 建行|青江分行|云桥路支行, 农行|黔江|分行, 人行|黔江|中支."""
    name = _CENTRAL_BANK.sub(_BANK_IN_FULL, name)
    name = name.removesuffix("中支") + "中心支行" if name.startswith(_BANK_IN_FULL) and name.endswith("中支") else name
    if not name.endswith(_ENDS):
        return ""
    for size in range(min(len(name) - 4, _HEAD), 1, -1):
        rest = _FORMS.sub("", name[size:], count=1)
        # 中国联合网络通信|有限公司
        if not (row := known(name[:size]) or (known(f"{name[:size]}集团") if rest != name[size:] else "")):
            continue
        path, end = split(rest, ())
        # 甘肃|有限公司|天水分公司
        inner, last = split(_OF_PROVINCE.sub("", end), path) if path else ((), "")
        path, end = (inner, last) if len(inner) > len(path) else (path, end if path else rest)
        place = divisions.short_name(path[-1]) if path and _is_county(path) else "".join(path[-1:])
        if county := _county(end, path):
            place, end = county, end.removeprefix(county)
            end = end[1:] if end[:1] in _RANKS else end
        if place:
            end = _INNER_OFFICE.sub("", _OFFICE.sub("", end))
            return plain(row) + place + ("公司" if end in _WHOLE else end)
        if end.endswith("支行") and rest:
            return plain(row) + _INNER_OFFICE.sub("", end)
    return ""


# 人民银行|青江市分行, 人行|青江中支
_CENTRAL_BANK, _BANK_IN_FULL = re.compile("^(?:人民银行|人行|央行)(?=[\u3400-\u9fff]{2})"), "中国人民银行"


def _is_county(path: Path) -> bool:
    return any(item.level == "county" and item.path == path for item in divisions.find(path[-1]))


def _county(end: str, path: Path) -> str:
    """The short name of the county, inside the path, with which a branch's own name begins: 黔江|分行, 石门|县支行."""
    for size in (3, 2):
        inside = [
            item for item in divisions.find(end[:size]) if item.level == "county" and item.path[: len(path)] == path
        ]
        if inside and end[:size] == inside[0].short and end[size:].lstrip(_RANKS).startswith(_KINDS):
            return end[:size]
    return ""


def _of_brand(name: str) -> str:
    """浙江|移动, 商丘市|邮政分公司, 某省|烟草公司|青江市公司: by the brand alone, and by the nation's firm of it."""
    path, rest = split(name, ())
    if not path:
        return ""
    inner = _OF_BRAND.match(rest)
    lower = split(inner["rest"], path) if inner and inner["brand"] in BRANCHED else ((), "x")
    house = _HOUSE_OF_BRAND.match(rest)
    brand = rest
    if inner and lower[0][: len(path)] == path and not lower[1]:
        brand, path = inner["brand"], lower[0]
    elif house and house["brand"] in BRANCHED:
        brand = house["brand"]
    row = known(f"中国{brand}") if brand in words("branch_brands") else ""
    return plain(row) + path[-1] + "公司" if row else ""


@lru_cache(maxsize=65536)
def branch_calls(name: str) -> frozenset[str]:
    """What a branch of a firm of the nation is called by its place and brand: 商丘邮政, 青江移动."""
    whole = _of_nation(undotted(name).translate(BRACKETS))
    for brand in BRANCHED if whole.endswith("公司") else ():
        row = known(f"中国{brand}")
        place = whole.removeprefix(plain(row)).removesuffix("公司") if row else whole
        if place != whole and divisions.find(place):
            return frozenset((divisions.short_name(place) + brand,))
    return frozenset()


__all__ = ["BRANCHED", "branch_calls", "branched", "inner_house", "unit"]
