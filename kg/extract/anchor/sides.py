"""The two sides of a talk: where they part, who stands on each, and who unnamed guests are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.annotated import Bound
from kg.extract.sheet import Sheet
from kg.language.classes import one_of
from kg.language.lexicon import any_of, pattern, word_set, words

_LINK = re.compile(r"[与同和跟]")
_WITH_ADVERB = re.compile(
    "[将已曾还也并拟又再][与同和跟]"
)  # 李文达|将同|周明远会谈, where the tagger makes one word of it
_LEAD_TAGS = ("PER", "LOC", "ORG", "TIME", "t", "d", "ad", "f", "nr", "ns", "nt", "w")
_NAMES = ("PER", "LOC", "ORG", "nr", "ns", "nt")
_ARRIVED = re.compile("来|到访|前来|赴|率")
_GOES_ON = re.compile(f"(?:{any_of(words('side_lead_words'))}|于|在[^,。;]{{2,16}})*")
_LISTED = re.compile("[、和][^,。;、的]{0,30}")
_BETWEEN = re.compile(r"[、和与,]?[^,。;]{0,40}")
_OTHER_DEED = re.compile(r"会见|座谈|陪同|出席|参加|见证|主持|代表")
_RUN_ENDS = re.compile(r"[;。]|,[而但]|举行|一行|时|就|在.{0,12}(?:参加|陪同)|参加|陪同|介绍|表示|强调|双方|宾主")
_LEADS = re.compile(r"率(?:领)?(?!先)|带领|带队|一行|到访|来访")
_GROUP_SPEAKS = re.compile(
    f"等?[^,。;]{{0,10}}(?:{one_of('guests')})?(?:在)?(?:分别)?(?:先后)?(?:发言|作?交流|表示|说|谈)"
)
_GROUP = re.compile(one_of("guests"))


def link_between(sheet: Sheet, people: Sequence[Bound], start: int, verb: int) -> int | None:
    """The offset of the 与 that parts the two sides, with people on both sides of it; or None.

    One that stands within a post (外交|与|安全政策代表) has no name on either side of it; where 与 or 同 parts the
    sides, 和 only links two of one side (甲与乙和丙). Of what is left the last one parts them.
    """
    found: list[tuple[int, bool, int]] = []
    ends = {b.end for b in people}
    for match in _LINK.finditer(sheet.flat, start, verb):
        token, named = sheet.token_at(match.start()), match.start() in ends  # 东方既|明与: the tagger knew no name
        alone = token is not None and (len(token.text) == 1 or _WITH_ADVERB.fullmatch(token.text))
        if not named and (token is None or not alone or token.tag == "n"):
            continue
        behind = [b for b in people if b.start > match.start()]
        if behind and any(b.end <= match.start() for b in people):
            names = behind[0].start == match.end() or _named(sheet, match.end())
            found.append(
                ((named or _leads(sheet, match.start())) + names, match.group() != "和" and names, match.start())
            )
    parting = [one for one in found if one[1]]
    return max(parting or found)[2] if found else None


def _leads(sheet: Sheet, link: int) -> bool:
    """Whether a name, a time, an adverb or 一行 ends right before the link."""
    token = sheet.token_at(link - 1) if link else None
    if token is not None and _WITH_ADVERB.fullmatch(token.text) and token.start == link - 1:
        return True
    return token is not None and (token.tag in _LEAD_TAGS or token.text in word_set("side_lead_words"))


def _named(sheet: Sheet, offset: int) -> bool:
    """Whether who or where they are is named right behind the link, or that they came (与|来访的)."""
    token = sheet.token_at(offset)
    return _ARRIVED.match(sheet.flat, offset) is not None or (token is not None and token.tag in _NAMES)


def subject(sheet: Sheet, people: Sequence[Bound], start: int, link: int) -> list[Bound]:
    """甲出席论坛,并分别|同乙会见: the list of people with whom the sentence begins, where the clause has none."""
    left, _ = sheet.clause(link)
    if left <= start or not _GOES_ON.fullmatch(sheet.flat[left:link].strip()):
        return []
    side: list[Bound] = []
    for person in people:
        if person.end > left or (side and not _LISTED.fullmatch(sheet.flat[side[-1].end : person.start])):
            break
        side.append(person)
    return side


def side_before(sheet: Sheet, people: Sequence[Bound], verb: int, reach: int = 45) -> list[Bound]:
    """The people of the subject: the run that ends nearest before the verb."""
    before = [b for b in people if b.end <= verb]
    if not before or verb - before[-1].end > reach:
        return []
    side = [before[-1]]
    for bound in reversed(before[:-1]):
        gap = sheet.flat[bound.end : side[0].start]
        if not _BETWEEN.fullmatch(gap) or _OTHER_DEED.search(gap):
            break
        side.insert(0, bound)
    return side


def run(sheet: Sheet, people: Sequence[Bound]) -> list[Bound]:
    """The people of the object: up to the first word that ends the list."""
    run: list[Bound] = []
    for bound in people:
        if run and _RUN_ENDS.search(sheet.flat[run[-1].end : bound.start]):
            break
        run.append(bound)
    return run


def is_party(words: str) -> bool:
    """Whether the words call the guests a group that somebody leads (代表团一行, 其)."""
    return pattern("guest_groups").search(words) is not None


def party(sheet: Sheet, people: Sequence[Bound], hosts: Sequence[Bound], tail: str, verb: int) -> tuple[Bound, ...]:
    """Who the unnamed guests are: the leader told of before (率代表团), or those who then speak for them."""
    known = {thing for bound in hosts for thing in bound.things}
    others = [b for b in people if not known & set(b.things)]
    if is_party(tail):
        before = [b for b in others if b.end <= verb]
        leaders = [b for b in before if _LEADS.match(sheet.flat[b.end : b.end + 8].lstrip("等,"))]
        if leaders:
            return (leaders[-1],)
    if _GROUP.search(tail):
        return _speakers(sheet, [b for b in others if b.start > verb])
    return ()


def _speakers(sheet: Sheet, people: Sequence[Bound]) -> tuple[Bound, ...]:
    """The first list of people that ends with 等…代表 and speaks."""
    for index, bound in enumerate(people):
        follows = sheet.flat[bound.end : bound.end + 24]
        if not follows.startswith("等") or not _GROUP_SPEAKS.match(follows):
            continue
        start, _ = sheet.sentence(bound.start)
        return tuple(b for b in people[: index + 1] if b.start >= start)
    return ()
