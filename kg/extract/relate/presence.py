"""ATTENDED of who is something or does something while the page tells of one happening: 主持人由李文达担任."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.attending import Part, attended, gives_besides, named_last
from kg.extract.clause.groups import listed_before, run_to_last
from kg.extract.decided import only_decided
from kg.extract.deeds import clauses, in_list, takers
from kg.extract.lists import run_from, spoken
from kg.extract.moods import mood
from kg.extract.occasions import occasions
from kg.language.classes import ATTENDING, one_of
from kg.language.lexicon import any_of, table, word_set, words

# Posts and bodies before the first name of a clause.
_POSTS = 40
# How many sentences behind the one that names the happening still tell of it.
_NEAR = 6
_SAYS = re.compile(f"(?:{one_of('reporting_verbs')}|称|坦言|告诉|看来|介绍|解释|回应|透露|呼吁|撰)")
_COMES = re.compile(f"(?:同志|等)?(?:也|还|一同|一起|分别)?(?:{ATTENDING})[,。;]?$")
_GETS_POST = re.compile(
    "(?:担任|出任|兼任)[^,。;]{0,16}(?:主任|组长|秘书长|理事长|董事长|会长|经理|校长|院长|书记|主席|所长|部长)(?:[、,。]|$)"
)
_STOP = re.compile("[。;!?\n]")
# 2006年,甲国建筑师李文达: another time.
_ANOTHER_TIME = re.compile("[0-9]{4}年|去年|前年|当年|曾|时任")
_NAMES_BEHIND = 12
_REPORTS = re.compile(f"(?:{one_of('press_meetings')})$")
_OF_SHAREHOLDERS = ("股东大会", "股东会", "持有人会议", "债权人会议")
_ATTESTS = re.compile("(?:见证|鉴证)?的?律师(?:事务所)?(?:名称|姓名)?[:为是]")
_ANOTHER = re.compile("[,。;:]|由")


def relate(article: Annotated) -> Iterator[Fact]:
    """What people are and do in the sentences that are about the main happening."""
    main, told = article.main_meeting, 0
    reported = main is None or main in {talk.meeting for talk in article.talks} or _tells_of_others(article, main)
    for (start, end), scene in zip(article.sentences(), occasions(article), strict=True):
        if scene.meeting is not None:
            yield from _serving(article, (start, end), scene.meeting)
            yield from _lawyers(article, (start, end), scene.meeting)
        if any(main in b.things for b in article.all_between(start, end, "Meeting")):
            told = _NEAR + 1
        if main is None or scene.meeting != main or told <= 0 or reported:
            continue
        told -= 1
        for left, right in clauses(article.sheet.flat, start, end):
            if not only_decided(article.sheet, left, right):
                yield from _acting(article, (start, end), (left, right))


def _serving(article: Annotated, bounds: tuple[int, int], meeting: int) -> Iterator[Fact]:
    """主持人由李文达担任; 由周明远任裁判长; 主讲人是陈国强."""
    flat = article.sheet.flat
    for match in _served().finditer(flat, *bounds):
        by = match["who"] is not None
        span = match.span("who") if by else (article.sheet.clause(match.start())[0], match.start())
        people = spoken(article, *span, "Person")
        if people and people[-1].end == span[1]:
            run = people if by else run_to_last(article, people)
            yield from _there(article, run, meeting, match.span(), _parts()[match["first"] or match["behind"]])
    for match in _serves_as().finditer(flat, *bounds):
        people = spoken(article, match.end(), min(bounds[1], match.end() + _POSTS * 2), "Person")
        if people and not _ANOTHER.search(flat, match.end(), people[0].start):
            yield from _there(article, people[:1], meeting, match.span(), _parts()[match["word"]])


def _lawyers(article: Annotated, bounds: tuple[int, int], meeting: int) -> Iterator[Fact]:
    """见证的律师事务所:甲律师事务所, 律师:李文达、周明远: who attests a meeting of shareholders."""
    if not article.things[meeting].name.endswith(_OF_SHAREHOLDERS):
        return
    for match in _ATTESTS.finditer(article.sheet.flat, *bounds):
        named = spoken(article, match.end(), bounds[1], "Person", "Organization")
        if named and named[0].start - match.end() <= 1:
            run = run_from(article, [b for b in named if b.type == named[0].type], 0)
            yield from _there(article, run, meeting, match.span(), "participant")


@cache
def _parts() -> dict[str, str]:
    return {row[0]: row[1] for row in table("parts_at_happenings")}


@cache
def _served() -> re.Pattern[str]:
    part = any_of(_parts())
    return re.compile(
        rf"(?P<first>{part})由(?P<who>[^。;,:]{{2,60}}?)(?:担任|出任|担纲|客串|兼任)"
        rf"|(?:担任|出任|担纲|客串|任)(?:{one_of('short_for_happenings')})?(?P<behind>{part})(?=[,。;、]|并|$)"
    )


@cache
def _serves_as() -> re.Pattern[str]:
    """主讲人|是|中心主任李文达."""
    return re.compile(f"(?P<word>{any_of(_parts())})(?:是|为|系|(?<=[,。;\\n ]...):|(?<=[,。;\\n ]....):)")


def _acting(article: Annotated, bounds: tuple[int, int], clause: tuple[int, int]) -> Iterator[Fact]:
    """Who opens a clause by post and name and does something that is neither said nor done elsewhere."""
    flat, (left, right) = article.sheet.flat, clause
    people = [b for b in takers(article, left, right) if b.type == "Person"]
    if not people or people[0].start - left > _POSTS or _quoted(flat, bounds[0], people[0].start):
        return
    run = people[:1]
    for other in people[1:]:
        if not in_list(article, run[-1].end, other.start):
            break
        run.append(other)
    if flat.find("分别", run[-1].end, right) >= 0 and len(article.between(run[-1].end, right, "Meeting")) > 1:
        return  # each was at one of them
    stop = _STOP.search(flat, right, bounds[1])
    if not _called(article, run[0], left) or not _acts(article, run[-1].end, right):
        return
    if _elsewhere().search(flat, left, stop.start() if stop else bounds[1]):
        return
    if article.main_meeting is not None and gives_besides(article, article.main_meeting, (run[-1].end, right)):
        return
    if _SAYS.search(flat, run[-1].end, right) or _ANOTHER_TIME.search(flat, left, right):
        return
    listed = [b for b in listed_before(article, left) if b.type == "Person"]
    meeting = article.main_meeting
    if meeting is not None:
        yield from _there(article, [*listed, *run], meeting, (run[-1].end, right), "participant")


def _tells_of_others(article: Annotated, meeting: int) -> bool:
    """Whether the happening is one at which the press is told what others do elsewhere."""
    return _REPORTS.search(article.things[meeting].name) is not None


def _called(article: Annotated, person: Bound, left: int) -> bool:
    """Whether a post or a calling stands beside the name, and it is nobody whom all quote."""
    if person.spot.text in word_set("general_secretaries"):
        return False
    titles = article.between(left, person.end + _NAMES_BEHIND, "Title")
    if any(t.end == person.start or t.start == person.end for t in titles):
        return True
    return article.sheet.flat.endswith(words("everyday_callings"), left, person.start)


def _acts(article: Annotated, start: int, right: int) -> bool:
    """Whether the clause has verbs behind its subject, and none that is wished, planned or denied: 谢绝|出席.

    What they take part in is read by its verb; 由李文达|担任委员会主任 is settled, and not done.
    """
    if _COMES.match(article.sheet.flat, start, right) or _GETS_POST.search(article.sheet.flat, start, right):
        return False
    verbs = [token for token in article.sheet.words_in(start, right) if token.tag.startswith("v")]
    return bool(verbs) and all(mood(article.sheet, (verb.start, verb.end)) == "done" for verb in verbs)


def _quoted(flat: str, start: int, at: int) -> bool:
    """Whether the offset lies within what somebody is quoted to say."""
    return flat.count("“", start, at) > flat.count("”", start, at)


@cache
def _elsewhere() -> re.Pattern[str]:
    return re.compile(any_of(words("deeds_not_there")))


def _there(
    article: Annotated, who: Sequence[Bound], meeting: int, trigger: tuple[int, int], role: str
) -> Iterator[Fact]:
    at = named_last(article, meeting, trigger[0])
    return attended(article, who, (meeting, at), trigger, Part(role, "acts at the happening", 0.6))
