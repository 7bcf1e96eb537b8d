"""What stands for a name: 该公司, 集团, 该项目."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.anchor.register import Register
from kg.extract.annotated import Bound, covered
from kg.extract.sheet import Sheet
from kg.language.classes import all_of, one_of
from kg.language.organisations import announced, is_company

# The name must end as the words do: 该镇 means a 镇.
_SAME = re.compile("same")
_KIND = re.compile(r"^(?:该|这座|这家|这个|这一)")

_QUOTED, _CALLED_SO = re.compile("“([^“”]{1,12})”$"), 14

# (words, type of what they mean, what its name must end with)
_CALLS: tuple[tuple[re.Pattern[str], str, re.Pattern[str]], ...] = (
    (re.compile(r"该公司|该集团|该企业|这家公司|这家企业|(?<![\u3400-\u9fff])(?:公司|集团|企业)"), "Organization",
     re.compile(r"公司$|集团$|股份$|企业$|科技$|银行$|业$|厂$|控股$")),
    (re.compile(r"该院|该校|(?<![\u3400-\u9fff])学校"), "Organization", re.compile(r"院$|校$|大学$")),
    (re.compile(r"该医院|这家医院|该行(?![为业动政])|该局|该协会|该商会|该学会|该研究院|该研究所|该实验室"),
     "Organization", _SAME),
    (re.compile(r"该项目|(?<![\u3400-\u9fff”])项目|该工程|(?<![\u3400-\u9fff”])工程|该基地|该中心(?=由)"), "Project",
     re.compile(r"")),
    (re.compile(rf"(?<![\u3400-\u9fff”])(?:{one_of('kinds_of_works')})(?=由|总投资|占地|规划)"),
     "Project", _SAME),
    (re.compile(f"(?:该|这座|这个|这一)(?:{one_of('work_nouns')})"),
     "Project", _SAME),
    (re.compile(f"(?:该|这个)(?:{one_of('kinds_of_places')})(?![长委级民域])"),
     "Location", _SAME),
    (re.compile(r"(?:战略)?(?:合作)?(?:框架)?(?:根据|按照)?(?:该)?协议(?!书)"), "Agreement", re.compile(r"")),
)  # fmt: skip


def bind_calls(sheet: Sheet, bounds: Sequence[Bound], register: Register) -> list[Bound]:
    """The words that stand for a thing named before them, bound to the nearest one that fits, with the reason."""
    found: list[Bound] = []
    called = {call[0]: b for b in bounds if b.things and (call := announced(sheet.flat, b.end)) is not None}
    for pattern, kind, fits in _CALLS:
        fitting = (b for b in bounds if b.type == kind and b.things and _fits(register, b, kind, fits))
        named = sorted(fitting, key=lambda bound: bound.start)
        for match in pattern.finditer(sheet.flat):
            if covered(bounds, *match.span()) or match.start() not in sheet.edges:
                continue
            before = [b for b in named if b.end <= match.start()]
            if quoted := _QUOTED.search(sheet.flat, max(0, match.start() - _CALLED_SO), match.start()):  # “金禾”|公司
                before = [b for b in before if any(quoted[1] in name for name in register.names(b.things[0]))]
            if fits is _SAME:
                before = [b for b in before if _ends_alike(register.names(b.things[0]), match.group())]
            if not before:
                continue
            nearest, why = before[-1], f"上文最近的{_LABELS[kind]}"
            if kind == "Project":
                nearest = _spoken_of(sheet, before, match.start())
            elif (own := called.get(match.group())) is not None and own.type == kind and own.end <= match.start():
                nearest, why = own, "文中约定的简称"
            name = register.first(nearest.things[0])
            reason = f"{match.group()} → {name}：{why}"
            found.append(Bound(sheet.spot(match.start(), match.end(), kind, "call"), nearest.things, reason))
    return found


def _spoken_of(sheet: Sheet, before: Sequence[Bound], offset: int) -> Bound:
    """The nearest one; for a call that opens its sentence what the sentence before speaks of first."""
    index = sheet.sentence_index(offset)
    if sheet.sentences[index][0] != offset or index == 0:
        return before[-1]
    start = sheet.sentences[index - 1][0]
    return next((b for b in before if b.start >= start), before[-1])


_LABELS = {"Organization": "单位", "Project": "项目", "Agreement": "协议", "Location": "地点"}


def _ends_alike(names: Sequence[str], call: str) -> bool:
    """Whether one of the names ends with the words' own last word: 孙祖镇 for 该镇, 甲高新区 for 该园区."""
    kind = _KIND.sub("", call)
    ends = _ZONES if kind in ("园区", "开发区") else ("行",) if kind == "行" else (kind,)
    return any(name.endswith(ends) and len(name) > len(kind) for name in names)


_ZONES = (*all_of("parks"), "保税区")


def _fits(register: Register, bound: Bound, kind: str, fits: re.Pattern[str]) -> bool:
    if kind != "Organization" or fits is _SAME:
        return True
    return any(fits.search(name) or is_company(name) for name in register.names(bound.things[0])[:3])
