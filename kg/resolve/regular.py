"""Names of organisations and places with their usual variants made one, and which of them name nobody alone."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.language import divisions
from kg.language.classes import NUMERALS, RANKS
from kg.language.countries import country, nation_end
from kg.language.lexicon import any_of, word_set, words
from kg.language.similarity import plain, undotted
from kg.resolve.aliases import BRACKETS, formal, known, whole
from kg.resolve.branches import branched, inner_house, unit
from kg.resolve.places import Path, split
from kg.resolve.sites import ZONES, is_known, site

_NATIONS = ("中央", "中共中央", "国务院", "全国", "国家")
_KIND_ONLY = re.compile(r".(?:区|省|县|市|园|村|镇|街)|.{0,2}(?:园区|开发区|合作区|示范区|保护区|试验区|主宾省|城中村)")
_REGULAR = (("人民政府", "政府"), ("人民代表大会", "人大"), ("常务委员会", "常委会"), ("中国人民政治协商会议", "政协"))
# 中国共产主义青年团|第十九届|中央委员会
_TERM = re.compile(f"第[{NUMERALS}]{{1,3}}届(?=(?:中央|全国)委员会)")
_NTH_HOUSE = re.compile("第(?=[一二三四五六](?:分院|中院|法庭))")  # 检察院|第三分院, 第三中院
_PEOPLE_BEFORE = RANKS  # 甲县|回族乡 has no name but its people's
_DIVISION = 5  # characters of the longest name that several divisions bear
_BANK = "银行股份有限公司"
_OF_ONE_HOSPITAL = ("县", "旗", "州")  # divisions with one hospital for all
# 中共青江市|委员会|组织部
_COMMITTEE = re.compile(
    "(?<=[省市州县区盟旗])委员会(?=$|组织部|宣传部|统战部|统一战线|政法委|办公[室厅]|社会工作部|党校|政策研究室)"
)
_LEAGUE = re.compile("^(?:中国)?(?:共产主义青年团|共青团|团)")


@lru_cache(maxsize=65536)
def regular(kind: str, name: str) -> str:
    """A name with its usual variants made one: 中共青海省委员会 → 青海省委, 西宁 (a place) → 西宁市."""
    short = _peopleless(undotted(name).translate(BRACKETS))
    short = site(short) if kind == "Location" else short
    if kind == "Organization":
        short = _without_nation(short)
        if row := known(_TERM.sub("", name)) or known(whole(short)):  # 昌大一附院, by its full name
            return plain(row)
        if (bank := short.find(_BANK)) > 0:
            short = short[: bank + 2] + short[bank + len(_BANK) :]  # 中国建设银行|股份有限公司|南通分行
        if "行" in short:
            short = formal(short)  # 云桥|农村商业银行, 云桥|农商行: also without a division before them
        # 国家税务总局|江西省税务局
        bureau = short.removeprefix("国家税务总局") if short.endswith("税务局") else short
        short = whole(branched(bureau if split(bureau, ())[0] else short))
        size = nation_end(short)
        nation = country(short[:size])
        if nation not in (None, "中国") and len(short) - size > 1:
            short = f"{nation}{short[size:]}"  # 印尼|交通部
    short = _party(short) if kind == "Organization" else short
    for old, new in (*ZONES, *_REGULAR) if kind == "Organization" else ():
        short = short.replace(old, new)
    path, rest = split(short, ())
    if not path and kind == "Organization" and (size := _of_several(short)):
        return short[:size] + _NTH_HOUSE.sub("", unit(short[size:]))
    if kind == "Organization" and not path:
        short = formal(short)
    if path and rest and kind == "Organization":
        rest = _NTH_HOUSE.sub("", unit(rest))
        if house := inner_house(path, rest):
            return house
        if rest == "团委":
            return f"共青团{path[-1]}委"
        if rest == "医院" and path[-1].endswith(_OF_ONE_HOSPITAL):
            rest = "人民医院"  # 石门县|医院
    return path[-1] + rest if path and (rest or kind == "Location") else short


def _without_nation(name: str) -> str:
    """A house in a place, or of the army, without the nation before it: 中华人民共和国|满洲里海关.

    An autonomous region by its whole name: 宁夏|区党委, 新疆|自治区政府.
    """
    for lead in _LEADS:
        rest = name.removeprefix(lead)
        if rest != name and (split(rest, ())[0] or (lead == _ARMY and len(rest) > _SHORT_ARM)):
            name = rest
    if name.startswith(_REGIONS) and (region := _REGION.match(name)):
        name = divisions.find(region["short"])[0].name + name[region.end() :]
    if name.startswith(_CORPS) and len(name) > len(_CORPS):  # 新疆生产建设兵团|第一师
        return "兵团" + name.removeprefix(_CORPS)
    return name.removeprefix("中国") if _FREE_TRADE in name and split(name.removeprefix("中国"), ())[0] else name


_ARMY, _SHORT_ARM = "中国人民解放军", 3  # 中国人民解放军|海军 is no 海军 of ours alone
_LEADS = ("中华人民共和国", _ARMY, "解放军")
_REGIONS = ("新疆", "宁夏", "广西", "西藏", "内蒙古")
_REGION = re.compile(f"(?P<short>{'|'.join(_REGIONS)})(?:自治区|区(?=党委|人大|政协|政府|人民政府|纪委))")
_FREE_TRADE, _CORPS = "自由贸易试验区", "新疆生产建设兵团"


def _of_several(name: str) -> int:
    """Where a division's name ends that begins the name and that several places bear: 鼓楼区|人民法院; 0 for none."""
    return (
        next((size for size in range(3, _DIVISION) if name[size - 1] in RANKS and divisions.find(name[:size])), 0)
        if len(name) > _DIVISION
        else 0
    )


def _party(name: str) -> str:
    """A committee or council of a place in its short form: of a party, the Youth League, for consultation or trade."""
    for call in ("中国共产党", "中共"):
        own = name.removeprefix(call)
        town = own.removesuffix("员会").endswith(_TOWN_COMMITTEES)
        if own != name and (town or split(own, ())[0]):
            own = _COMMITTEE.sub("委", formal(own))
            own = own.removesuffix("委员会") + ("委" if own.endswith("委员会") else "")
            if own.endswith("区工委"):  # 青江经开区|工委
                return own.removesuffix("工委") + "党工委"
            return own.removesuffix("委") + "党委" if own.endswith(_TOWN_COMMITTEES) else own
    league = _LEAGUE.match(name)
    path, rest = split(name[league.end() :], ()) if league else ((), "")
    if path and rest.endswith(("委", "委员会")):
        return f"共青团{path[-1]}{rest.removesuffix('员会')}"
    own = name.removeprefix("中国人民政治协商会议").removeprefix("政协")
    if own != name and own.endswith("委员会") and split(own, ())[0]:
        return own.removesuffix("委员会") + "政协"
    return _of_a_party(name)


_TOWN_COMMITTEES = ("镇委", "乡委", "街道委", "村委", "社区委", "自治区委")
# 民盟|青江市|委会; 中国贸促会|青江市|支会 is 青江市|贸促会
_COMMITTEES_OF_PLACES = ("委", "委会", "委员会")
_TRADE_COUNCIL, _COUNCILS_OF_PLACES = "贸促会", ("委员会", "支会", "分会")


def _of_a_party(name: str) -> str:
    """A committee of a democratic party or of the council for trade in a place: 民革青江市委, 青江市贸促会."""
    party = next((call for call in _party_calls() if name.startswith(call)), "")
    path, rest = split(name.removeprefix(party), ()) if party else ((), "")
    if path and rest in _COUNCILS_OF_PLACES and _party_calls()[party] == _TRADE_COUNCIL:
        return path[-1] + _TRADE_COUNCIL
    return f"{_party_calls()[party]}{path[-1]}委" if path and rest in _COMMITTEES_OF_PLACES else name


@cache
def _party_calls() -> dict[str, str]:
    """The democratic parties and the council for trade by their names, with the short one of each."""
    found = {"中国国际贸易促进委员会": _TRADE_COUNCIL, "中国贸促会": _TRADE_COUNCIL, "农工民主党": "农工党"}
    for short in words("parties"):
        found |= {short: short, plain(known(short)): short}
    return found


def _peopleless(name: str) -> str:
    """A town of a people by its short name: 柳沟|彝族|乡."""
    found = _of_people().search(name)
    return (
        name[: found.start()] + name[found.end() :] if found and name[found.start() - 1] not in _PEOPLE_BEFORE else name
    )


@cache
def _of_people() -> re.Pattern[str]:
    return re.compile(rf"(?<=[\u3400-\u9fff]{{2}})(?:{any_of(words('minorities'))}){{1,3}}(?=[乡镇])")


@lru_cache(maxsize=65536)
def core(kind: str, name: str) -> str:
    """A name without what may be left out: a firm's legal form, a zone's province. Empty where too little is left."""
    short = undotted(name).translate(BRACKETS)
    if kind == "Location":
        short = site(short)
        if len(short) > 2 and short.endswith("市") and not divisions.find(short):
            return short[:-1]  # 内罗毕市: cities abroad go by both
        rest = split(short, ())[1]
        return rest if len(rest) >= 5 else short
    ending = next((end for end in sorted(words("company_suffixes"), key=len, reverse=True) if short.endswith(end)), "")
    # X集团有限公司 is X集团, and may be another thing than X有限公司.
    left = short.removesuffix(ending) + ("集团" if "集团" in ending else "")
    return left if len(left) >= 4 else ""


@lru_cache(maxsize=65536)
def branch(name: str) -> str:
    """The key of a firm's branch that ends with its place: 昊瀛通信集团青海公司 → 昊瀛通信@青海省; else empty."""
    left = core("Organization", name)
    size = next((size for size in (3, 2) if len(left) > size + 2 and not split(left[-size:], ())[1]), 0)
    firm = left[: len(left) - size].removeprefix("中国").removesuffix("集团")
    if not size or len(firm) < 2 or left == undotted(name):
        return ""
    return f"{firm}@{'/'.join(split(left[-size:], ())[0])}"


@lru_cache(maxsize=65536)
def is_anybodys(kind: str, name: str, path: Path) -> bool:
    """Whether a name means nothing without a place or a parent: 审判委员会, 合作区. path: what the page tells."""
    if kind == "Location":
        short = _KIND_ONLY.fullmatch(name) is not None or name in word_set("location_generic")
        return short and not path and not divisions.find(name) and not is_known(name)
    if name in word_set("unplaced_bodies"):
        return True
    return not path and name.endswith(words("unplaced_endings")) and not name.startswith(_NATIONS)
