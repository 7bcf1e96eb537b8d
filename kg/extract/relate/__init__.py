"""relate: facts read from the annotated article, one module per kind of fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.extract.absence import absent
from kg.extract.annotated import Annotated, Fact
from kg.extract.circumstances import called_off, denied
from kg.extract.frame import Kinds, kinds, told_by_frames
from kg.extract.relate import (
    acts,
    appointments,
    attendance,
    backers,
    branches,
    callers,
    contractors,
    cooperation,
    delegates,
    gatherings,
    hands,
    holdings,
    locations,
    makers,
    memberships,
    namesakes,
    neighbours,
    own_words,
    papers,
    partners,
    positions,
    presence,
    scenes,
    seats,
    settings,
    signings,
    successions,
    talks,
    undertakings,
    venues,
    visits,
)
from kg.extract.relate.nearest import nearest
from kg.extract.relate.terms import settled
from kg.language.lexicon import words

RELATORS: tuple[Callable[[Annotated], Iterator[Fact]], ...] = (
    positions.relate,
    appointments.relate,
    successions.relate,
    attendance.relate,
    acts.relate,
    presence.relate,
    backers.relate,
    delegates.relate,
    talks.relate,
    signings.relate,
    papers.relate,
    hands.relate,
    cooperation.relate,
    partners.relate,
    undertakings.relate,
    contractors.relate,
    makers.relate,
    branches.relate,
    holdings.relate,
    memberships.relate,
    namesakes.relate,
    neighbours.relate,
    locations.relate,
    scenes.relate,
    settings.relate,
    seats.relate,
    gatherings.relate,
    venues.relate,
    visits.relate,
    callers.relate,
    own_words.relate,
)


# A post may be denied and still be one that somebody had (不再担任): its module knows.
_OWN_MOOD = ("HOLDS_POSITION", "PART_OF")
# What happens once and is over: given up beforehand (取消访问甲国的行程) it has not happened.
_ONCE = ("VISITED", "MET_WITH")


def facts(article: Annotated, known: Kinds | None = None) -> list[Fact]:
    """All facts of an article, of the relators in their order and of the kinds of deeds that tables tell.

    Left out is what the text denies, who is honoured by the meeting that is called after them, who is told of
    beside it, and the farther of two places.
    """
    told = [*(fact for relate in RELATORS for fact in relate(article)), *told_by_frames(article, known or kinds())]
    moods: dict[tuple[tuple[int, int], bool], bool] = {}
    told = [fact for fact in told if not (_denied(article, fact, moods) or _honoured(article, fact))]
    told = [fact for fact in told if not absent(article, fact)]
    return settled(article, nearest(told))


def _denied(article: Annotated, fact: Fact, moods: dict[tuple[tuple[int, int], bool], bool]) -> bool:
    """Whether the text denies the fact; moods: what is known of triggers, as many facts may have one."""
    if fact.predicate in _OWN_MOOD:
        return False
    once = fact.predicate in _ONCE
    triggers = [(start, end) for role, start, end, _ in fact.spots if role == "trigger" and start is not None and end]
    for trigger in triggers:
        if (trigger, once) not in moods:
            moods[trigger, once] = denied(article, trigger) or (once and called_off(article, trigger))
    return any(moods[trigger, once] for trigger in triggers)


def _honoured(article: Annotated, fact: Fact) -> bool:
    """Whether the meeting is held for who is said to attend it: 纪念|赵立新|诞辰座谈会."""
    if fact.predicate != "ATTENDED":
        return False
    meeting, who = article.things[fact.object].name, article.things[fact.subject].name
    at = meeting.find(who)
    return at > 0 and meeting.endswith(words("honouring_verbs"), 0, at)
