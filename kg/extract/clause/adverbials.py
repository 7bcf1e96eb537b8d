"""What may stand between a subject and its verb and says only when, where, how and for whom it acts."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.annotated import Annotated
from kg.language.classes import ADVERBS, LOCALIZERS, TIMES
from kg.language.lexicon import any_of, words
from kg.language.pieces import fills

# 与甲、乙举行会谈|后: what was done before, with whom.
_TALKS = "会谈|会晤|会见|座谈|磋商"
AFTER_TALK = (
    f"[与同和](?P<them>[^,。;]{{2,60}}?)(?:{_TALKS})(?:结束)?之?后"
    "(?![^,。;]{0,8}(?:共同|双方|一同|一起|两人|二人|联合|一道|分别))"
)


@cache
def _adverbial() -> re.Pattern[str]:
    """An adverb, a form of address, a time, or a phrase of 在…上, 就, 围绕, 代表."""
    adverbs = f"{any_of((*words('saying_adverbs'), *words('honorifics')))}|{ADVERBS}"
    return re.compile(
        rf"(?:{adverbs}|{TIMES}"
        # the talk may be a mention, which stands as 会 here
        f"|[与同和][^,。;]{{2,60}}?(?:{_TALKS}|会)(?:结束)?之?后|(?:在|于)[^,。]{{0,16}}?(?:后|里|{LOCALIZERS})|就[^,。]{{2,16}}|围绕[^,。]{{2,20}}|代表[^,。]{{2,24}}"
        "|[\u3400-\u9fff]{2,4}地|[对向](?:[^,。;、]{1,8}们|大家|(?:与会|在场|在座|全体)[^,。;、]{1,8}))"
    )


def only_adverbials(article: Annotated, left: int, right: int) -> bool:
    """Whether only adverbials stand in `[left, right)`; the name of a meeting in them may be of any length."""
    text, at = "", left
    for meeting in article.between(left, right, "Meeting"):
        # 在|会上|: the mention itself may end with the word that closes the phrase
        text += article.sheet.flat[at : meeting.start] + ("会上" if meeting.spot.text.endswith("上") else "会")
        at = meeting.end
    if at > left:
        return fills(_adverbial(), text + article.sheet.flat[at:right])
    return fills(_adverbial(), article.sheet.flat[left:right])
