"""What a name of a person looks like, and the words that may stand at its edges."""

from __future__ import annotations

import re

from kg.language.classes import NUMERALS, all_of
from kg.language.countries import country_abbreviation, country_pair, is_country
from kg.language.lexicon import any_of, word_set, words
from kg.language.names import looks_like_person, surname_of
from kg.language.tagger import Token
from kg.language.text import all_han

DOTS = "·•・‧∙⋅"
AFTER_NAME = re.compile(rf"[,、。;:()”\s]|$|第[0-9{NUMERALS}]|{any_of(words('after_names'))}")
VERB_AFTER = re.compile(
    r"(?:同志|先生|女士|一行|等)?(?:,|并|还|也|就|则|在|分别|先后|代表|首先|一一|认真|充分|不时)*"
    rf"(?:{any_of(words('personal_verbs'))})"
)
# A verb or adverb that the tagger took for the last character of a name: 王冬|说, 李可|在.
_MARKS = ",、。;"
STUCK = "说称还在率将任就向对与和也又则已同携帮给把被让送找背抱获"
# Those of them that a mark may follow: 王冬|说,.
_BEFORE_MARKS = "说称送找抱"
SPEAKING = "谈说讲就对向与在和为从到由被把将让率"
GOES_ON = tuple("在着了到过")  # what stands behind a verb of one character
GRAMMAR = ("v", "vd", "d", "p", "c", "r", "f", "ad", "vn", "TIME", "s")
_ADDRESSES = all_of("forms_of_address")
LONGEST_PART = 7
# 达瓦平措: four characters that look like a name are no verb.
LONG = 4
_NO_ENDS = ("法庭", "长办", "长制")  # 青江|法庭, 河长办, 林长制
SPEECH = re.compile(
    "了?(?:总结|主旨|主题|重要|表态|动员|工作|典型|经验|专题|交流|开场|欢迎|致谢)?(?:讲话|发言|报告|致辞|部署|汇报|演讲)"
)
# 李文|强调, 秦明|国务委员, 李文|曾长期, 李文|深有体会
TORN = ("强调", "国务", "曾任", "曾在", "曾担", "曾多", "曾长", "深有", "和时任", "和来自", "和现任")
_SURVEYS = re.compile("强调研(?![究发判制修学读讨习磨])")  # but 省长王志强|调研甲县
MAKES = "作"  # 尉迟明|作报告: hardly the last of a name of two surnames' characters


def torn(flat: str, at: int) -> bool:
    """Whether a word begins at `at` whose first character is taken into names: 李文|强调."""
    return flat.startswith(TORN, at) and _SURVEYS.match(flat, at) is None


def is_name(name: str, tag: str) -> bool:
    """Whether the words may be a name of a person; tag: what the tagger says of them."""
    if any(dot in name for dot in DOTS):
        return all_han(re.sub(rf"[{DOTS}-]", "", name)) and len(name) > 3
    name = name.replace(" ", "")
    if (
        name[:1] in word_set("no_name_begins")
        or name[1:] in _ADDRESSES
        or name.startswith("曾任")
        or (name[1:] == "方" and country_abbreviation(name[0]))
        or name[-1] == "等"
        or bool(country_pair(name))
        or name[-1] in "团社局厅部委队组院"
        or name.endswith(_NO_ENDS)
        or (len(name) == LONG and name[2:] in word_set("titles"))
        or re.search("记者|通讯|[报网]·", name)
    ):
        return False
    if not all_han(name) or not 2 <= len(name) <= 7 or name in word_set("titles"):
        return False
    if is_country(name) or (len(name) == 2 and name[0] in "老小阿" and surname_of(name) != name[0]):
        return False
    return looks_like_person(name) or tag == "PER"


def stuck(flat: str, start: int, end: int) -> bool:
    """Whether the last character of what was taken for a name is a word of its own: 李可|在, but 周开让,."""
    last = flat[end - 1]
    return last in STUCK and (last in _BEFORE_MARKS or flat[end : end + 1] not in _MARKS or end == len(flat))


def plain_word(token: Token | None, name: str) -> bool:
    """Whether the tagger read the name as one common word (会议, 高度) or as a verb with its object (谈|感受)."""
    if token is None or not name.startswith(token.text):
        return False
    if len(token.text) == 1:
        return token.tag in ("v", "d", "p", "c") and token.text in SPEAKING
    return token.tag in ("v", "vd", "d", "ad", "p", "c", "TIME") or (token.text == name and token.tag in ("vn", "a"))
