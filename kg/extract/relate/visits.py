"""VISITED: 某某赴甲县调研, 先后来到乙公司、丙村, 丁一同调研."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from kg.extract.annotated import Annotated, Bound, Fact, ends
from kg.extract.circumstances import properties
from kg.extract.clause.groups import company, listed_before, run_to_last
from kg.extract.goals import goals_before, goals_behind, short_goals
from kg.extract.lists import spoken
from kg.extract.stations import introduced, scenes_behind, stations, who_follows, who_looks
from kg.extract.subjects import actors, followed, others, spoken_of
from kg.language.classes import COUNTS, MISSIONS, VAGUE, one_of
from kg.language.lexicon import any_of, pattern, words

# 考察时的重要讲话, 视察青海重要指示: the visit only dates a speech.
_FORMULA = re.compile(f"^[^,。;]{{0,14}}(?:{one_of('words_of_leaders')})")
_SEEING = any_of(words("visit_verbs"))
_ALONG = re.compile(
    rf"陪同(?!下)(?:{_SEEING})?|由[^,。;]{{2,60}}?(?:带队|率队|领队)(?=[,。;])|一同参加|一[同道](?:{_SEEING})|随同|随团|随行"
    f"|参加(?:{VAGUE}|了)*(?:{_SEEING}|活动)|(?P<bare>参与参加|参加|参与)(?=。)"
)
# 督导组|组长|李文达听取汇报: who heads the group that was told to have gone.
_HEADS_GROUP = re.compile("(?<![大支中总分])(?:副?[组团队]长|领队)$")
# A sentence that only says who goes along.
_SENTENCE_ALONG = re.compile(f"(?:陪同|一同|随同)(?:{_SEEING}|参加|活动)?[。]?$")
# 到访|的某国总统: it says who somebody is; the subject of the clause went nowhere.
# 这般仓促的|访问|意味着…: a noun, and nobody's goal stands behind it.
_TO_GOAL = re.compile("对|在|赴|到|于")
_OF_SOMEBODY = re.compile("的(?!情况|是|有|还有|过程|路上|基础)")
# 对乙一行到访|甲市表示欢迎: the guests came, and `callers` tells it.
_WELCOMED = re.compile("[^,。;]{0,16}表示[^,。;]{0,8}(?:欢迎|感谢)")
# 考察|期间出席…: what stands behind is no goal; nor is whom they meet (赴甲县调研|时与乙公司座谈).
_DATES = re.compile("(?:期间|途中|间隙|之余|结束后|之后)[,\u3400-\u9fff]")
_MEANWHILE = re.compile(f"时,?(?:[与同和跟]|{one_of('deeds_on_the_way')})")
# 以考察|名义到甲地旅游, 借调研|之机: a pretext is no visit.
_PRETEXT = re.compile(f"(?:{_SEEING})(?:学习|交流|培训)?的?(?:{one_of('words_of_pretext')})|公款(?:旅游|出游|出国)")
# 分别|参加有关活动: each was at some of the places, nobody tells at which.
_EACH_SOME = re.compile(f"(?:{one_of('in_turn')}|分头|分组|分批|轮流)[^,。;]{{0,6}}$")
# 一同|调研, 参加了|考察: those named join a visit told before.
_JOINS = re.compile(f"(?:{one_of('accompanying')}|参加|参与)了?$")
# 近年|来, 长期以|来
_SINCE = re.compile("[年月日天周以历近原本将带往从未]")
_JOINED = re.compile("一同|一道")
_ENDS = re.compile("了?(?:[,。;)]|$|活动|并)")
_WHEN = re.compile("期?间?时[,]?(?:发表|作出|强调|指出|要求|提出|嘱托|的)")
_GROUPS = (*words("mission_groups"), "一行", "率队", "率团", "带队", "先后", "一道")
# 带领医护人员|一行十余人|赴…
_COUNTED = re.compile(f"一行[0-9{COUNTS}数]+(?:名|位)?人$")
_STAND_IN = re.compile(f"他|她|一行|{MISSIONS}")
_OWN = re.compile(r"(?<![\u3400-\u9fff])[他她](?!们)")
_TOGETHER = re.compile(one_of("accompanying"))
# 丁一率甲市代表团|赴乙市对接工作.
_LEADS_OUT = re.compile(rf"[率带](?:领|队)?[^,。;]{{0,24}}(?:{MISSIONS}|一行|团|队)")
# 李文达带领执法队员|赴甲镇
_LED = re.compile("(?:率|带领|带队|组织)[^,。;]{0,24}$")
# 赴青江省|任省军区司令员, 来青江|履新: who comes to stay visits nobody.
_TAKES_OFFICE = re.compile("(?:担任|出任|就任|履新|到任|任职|赴任|上任|任(?!务|期|何))")
# The highest bodies, which pages name where somebody acts for them or by their word, and hardly as houses.
_NO_HOUSES = ("中共中央", "中国共产党", "中共", "国务院", "中央军委")
# 深入|防汛|一线石门水库
# 李文达邀请|企业家们|来青江考察: the object of the first verb is who goes.
_PIVOT = re.compile(
    f"(?<![应受获被])(?:{one_of('pivot_verbs')})(?![到赴来去前在书函信])[^,。;]{{1,30}}?(?:到|赴|来|前往|莅临|走进|深入|抵|在|$)"
)
_IS_ASKED = re.compile("(?:应|受|经|获|接受|按照|根据)[^,。;]{0,16}$")
# 正在甲国|进行国事访问的|总理丁一
_BEING = re.compile("正(?=[在对][^,。;]{2,24}的)[^,。;的]{2,24}?(?P<verb>访问|考察|调研|参访)的")
_POSTS = 40
# The longest names: 阿布都热合曼·买买提|到.
_NAME = 24
# How far back a quotation may have begun.
_QUOTE = 300
_FRONT = re.compile("[\u3400-\u9fff]{0,4}(?:一线|现场|基层|前沿)")
# 甲市党政代表团|赴乙县考察: the people who come are named later, or not at all.
_DELEGATION = re.compile(
    rf"(?:{MISSIONS}|[与参]会(?:人员|代表|领导|嘉宾|同志))(?:一行|们)?(?:[0-9{COUNTS}]+(?:余|多)?人)?(?:{one_of('on_purpose')}|近日|日前){{0,2}}$"
)


@dataclass
class _Story:
    """What a reader keeps in mind: who travels, what they were first said to visit, who goes along to what comes."""

    travellers: list[Bound] = field(default_factory=list)
    goals: list[Bound] = field(default_factory=list)
    latest: list[Bound] = field(default_factory=list)
    waiting: list[Bound] = field(default_factory=list)
    sent: bool = False
    before: list[Bound] = field(default_factory=list)

    def take(self, who: list[Bound], goals: list[Bound], inspects: bool) -> None:
        """Remember a visit: its people if they inspect, its goals as the first ones if there are none.

        Whom the story did not know before begin a journey of their own.
        """
        self.sent = False
        if inspects:
            if not self._follows(who):
                self.goals = []
            self.travellers = who
        if inspects or (self.travellers and goals and not self.goals and self._follows(who)):
            self.goals = self.goals or goals
        self.latest = [*self.latest, *goals]

    def _follows(self, who: list[Bound]) -> bool:
        """Whether some of these travel already."""
        return bool({t for b in who for t in b.things} & {t for b in self.travellers for t in b.things})


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(f"(?P<strong>{any_of(words('visit_verbs'))})|(?P<weak>{any_of(words('arrival_verbs'))})")


@cache
def _duties() -> re.Pattern[str]:
    return re.compile(one_of("duties_there"))


def relate(article: Annotated) -> Iterator[Fact]:
    """All visits, sentence by sentence; who travels is kept in mind from one to the next."""
    story = _Story()
    for start, end in article.sentences():
        story.before = story.latest
        yield from _sentence(article, story, start, end)
        yield from _along(article, story, start, end)


def _sentence(article: Annotated, story: _Story, start: int, end: int) -> Iterator[Fact]:
    flat = article.sheet.flat
    inspects = bool(pattern("visit_verbs").search(flat, start, end))
    done: set[int] = set()
    story.latest = []
    if inspects and _PRETEXT.search(flat, start, end):
        return
    yield from _at_stations(article, story, start, end)
    yield from _seen_there(article, story, start, end)
    yield from _being_there(article, start, end)
    for match in _verbs().finditer(flat, start, end):
        if _FORMULA.match(flat[match.end() : end]) or not _is_verb(article, match):
            continue
        if match.group("weak") and not story.travellers and not (inspects or _on_duty(article, match, end)):
            continue
        goals = [goal for goal in _goals(article, match, start, end) if goal.start not in done]
        if not goals:
            who = actors(article, article.sheet.clause(match.start())[0], match.start())
            if match.group("strong") and who and not _JOINS.search(flat, start, match.start()):
                story.take(who, [], inspects=True)
            continue
        if match.group("weak") and _TAKES_OFFICE.match(flat, goals[-1].end, end):
            continue
        left = article.sheet.clause(match.start())[0]
        first = min((goal.start for goal in goals if goal.start >= left), default=match.start())
        who = _who(article, story, start, min(match.start(), first), match) or _behind_when(article, goals, match, end)
        if not who:
            if _sends(article, match.start(), goals[0].start):
                story.goals, story.sent = goals, True
            continue
        done.update(goal.start for goal in goals)
        waiting = story.waiting if _known(story) & {thing for bound in who for thing in bound.things} else []
        if not _only_dates(article, who, match.end()):
            begins = not story.travellers and _looks_there(article, match, end)
            story.take(who, goals, bool(match.group("strong")) or inspects or begins or _leads(article, match))
        yield from _facts(article, who, goals, match.span(), "visits")
        yield from _facts(article, waiting, goals, match.span(), "goes along")
        story.waiting = []


def _on_duty(article: Annotated, match: re.Match[str], end: int) -> bool:
    """Whether somebody who comes here comes to see: 先后来到甲园区, 来到乙医院,看望…; not 来到甲市,已有三年."""
    sheet = article.sheet
    left, _ = sheet.clause(match.start())
    led = match.group() == "抵达" or _leads(article, match)
    stays = pattern("stay_verbs").search(sheet.flat, match.end(), sheet.clause(match.end())[1]) is not None
    bound_for = match.group() == "赴" and not stays
    guided = sheet.flat.find("陪同下", left, match.start()) >= 0
    duty = not stays and _duties().search(sheet.flat, match.end(), end)
    return bool(led or bound_for or guided or duty) or _looks_there(article, match, end)


def _looks_there(article: Annotated, match: re.Match[str], end: int) -> bool:
    """Whether the words before or behind a verb of coming tell of a journey: 先后|来到, 来到甲镇,|详细了解…."""
    flat, (left, _) = article.sheet.flat, article.sheet.clause(match.start())
    on_the_way = pattern("journey_words").search(flat, left, match.start())
    return bool(on_the_way or pattern("inspection_words").search(flat, match.end(), end))


def _leads(article: Annotated, match: re.Match[str]) -> bool:
    """Whether the verb has a delegation behind it, which acts in the sentences that follow: 率团赴甲市|对接."""
    left, _ = article.sheet.clause(match.start())
    return _LEADS_OUT.search(article.sheet.flat, left, match.start()) is not None


def _sends(article: Annotated, verb: int, goal: int) -> bool:
    """Whether a delegation without a name of a person is what goes: 甲市党政代表团赴乙县|考察."""
    left, _ = article.sheet.clause(verb)
    flat = article.sheet.flat
    leads = [at for lead in ("赴", "到", "来") if (at := flat.find(lead, left, goal)) > left]
    return any(_DELEGATION.search(flat, left, at) for at in (*leads, verb))


def _only_dates(article: Annotated, who: Sequence[Bound], end: int) -> bool:
    """今年五月某某在甲省考察时指出…: a visit of which the article tells nothing more, by somebody not named again."""
    if not _WHEN.match(article.sheet.flat, end):
        return False
    things = {thing for bound in who for thing in bound.things}
    rest = article.all_between(article.sheet.sentence(end)[1], len(article.sheet.flat), "Person")
    return not any(things & set(bound.things) for bound in rest)


def _is_verb(article: Annotated, match: re.Match[str]) -> bool:
    """Whether the characters are a verb of their own here: not 看|到, not 深入|贯彻, not 企业|到 (a firm comes)."""
    sheet = article.sheet
    following = sheet.flat[match.end() : match.end() + 1]
    if (
        _noun_only(article, match)
        or _OF_SOMEBODY.match(sheet.flat, match.end())
        or _WELCOMED.match(sheet.flat, match.end())
    ):
        return False
    if following in ("组", "团", "时", "期", "员", "站", "室", "队"):
        return following == "时" or sheet.flat.startswith("期间", match.end())
    if match.group("strong"):
        return True
    people = article.all_between(max(0, match.start() - _NAME), match.start(), "Person")
    named = any(person.end == match.start() for person in people)
    in_word = (match.start() not in sheet.edges and not named) or match.end() not in sheet.edges
    if len(match.group()) == 1 and (in_word or _SINCE.match(sheet.flat, max(0, match.start() - 1), match.start())):
        return False
    after, before = sheet.token_at(match.end()), sheet.token_at(match.start() - 1)
    if match.group() == "深入" and after is not None and after.tag in ("v", "vn", "ad", "d", "a"):
        return after.text in ("到", "至") or _FRONT.match(sheet.flat, after.end) is not None
    led = match.group() == "赴" and _LED.search(sheet.flat, sheet.clause(match.start())[0], match.start())
    counted = led or _COUNTED.search(sheet.flat, max(0, match.start() - 8), match.start())
    return (
        bool(counted)
        or named
        or not (
            len(match.group()) == 1 and before is not None and before.tag in ("n", "v") and before.text not in _GROUPS
        )
    )


def _noun_only(article: Annotated, match: re.Match[str]) -> bool:
    """Whether a strong verb is a noun that opens what is told of it: 这般仓促的|访问|意味着."""
    flat, end = article.sheet.flat, match.end()
    if not match.group("strong") or not flat.endswith(("的", "次"), 0, match.start()):
        return False
    follows = article.sheet.token_at(end)
    says = follows is not None and follows.start == end and follows.tag == "v" and len(follows.text) > 1
    goal = _TO_GOAL.search(flat, article.sheet.clause(match.start())[0], match.start())
    return bool(says) and goal is None


def _at_stations(article: Annotated, story: _Story, start: int, end: int) -> Iterator[Fact]:
    """在甲镇,丁一参观了…: where the travellers are while they inspect."""
    for station in stations(article, story.travellers, start, end):
        story.travellers = story.travellers or station.who
        story.latest = [*story.latest, *station.goals]
        yield from _facts(article, station.who, station.goals, station.span, "inspects there")


def _seen_there(article: Annotated, story: _Story, start: int, end: int) -> Iterator[Fact]:
    """丁一在甲镇、乙公司,|详细了解…: who stands before the place where the next clause tells what they see."""
    for place in scenes_behind(article, start, end):
        people = actors(article, start, place.left)
        who = _nearest(article, people) if people else []
        if who and not others(article, article.sheet.clause(place.left)[0], place.left):
            story.take(who, place.goals, inspects=True)
            yield from _facts(article, who, place.goals, place.span, "inspects there")


def _being_there(article: Annotated, start: int, end: int) -> Iterator[Fact]:
    """正在甲国访问的|总理丁一: who is told by where they are on a visit."""
    flat = article.sheet.flat
    for match in _BEING.finditer(flat, start, end):
        people = [b for b in article.between(match.end(), min(end, match.end() + _POSTS), "Person") if not b.inner]
        if people and not re.search("[,。;、的]", flat[match.end() : people[0].start]):
            goals = goals_before(article, match.start("verb"))
            yield from _facts(article, people[:1], goals, match.span("verb"), "visits")


def _facts(
    article: Annotated, who: Sequence[Bound], goals: Sequence[Bound], trigger: tuple[int, int], rule: str
) -> Iterator[Fact]:
    for person, bound in ends(who):
        for goal, mention in ends(goals):
            if article.things[goal].name in _NO_HOUSES:
                continue  # 代表|党中央|看望群众
            yield article.fact((person, bound), "VISITED", (goal, mention), trigger=trigger, rule=rule,
                               properties=properties(article, trigger))  # fmt: skip


def _goals(article: Annotated, match: re.Match[str], start: int, end: int) -> list[Bound]:
    """What is visited: the list that 在, 赴, 到 or 来 leads in before the verb, and the one behind it."""
    flat = article.sheet.flat
    behind = [] if _MEANWHILE.match(flat, match.end()) else goals_behind(article, match.end(), end)
    behind = [] if _DATES.match(flat, match.end()) else behind or introduced(article, match.span(), start)
    if match.group("weak"):
        return behind
    before = goals_before(article, match.start()) or short_goals(article, match.start())
    if match.group()[0] == "访" and len(match.group()) == 2 and not before:
        before = short_goals(article, match.end())  # 访|华
    return [*before, *(goal for goal in behind if not any(goal.things == other.things for other in before))]


def _who(article: Annotated, story: _Story, start: int, verb: int, match: re.Match[str]) -> list[Bound]:
    """The people of the clause, of the sentence before the verb, or those that the story is about."""
    left, _ = article.sheet.clause(match.start())
    people = actors(article, start, verb)
    along, phrase = company(article, start, verb)
    people = [b for b in people if phrase is None or not phrase[0] <= b.start < phrase[1]]
    if followed(article, left, verb) or _sends_others(article, max(left, *(b.end for b in people), left), verb):
        return []
    if people:
        stand_in = _STAND_IN.search(article.sheet.flat, left, people[-1].start)
        behind = [b for b in people if stand_in and b.start > stand_in.end()]
        if stand_in and behind and _TOGETHER.search(article.sheet.flat, behind[-1].end, verb):
            own = spoken_of(article, stand_in.start()) if stand_in.group() in ("他", "她") else story.travellers
            return [*own, *behind, *along]
        return [*(_receivers(article, start, verb, people) or _nearest(article, people)), *along]
    return [*_unnamed(article, story, (start, left, verb), match), *along] if not others(article, left, verb) else []


def _unnamed(article: Annotated, story: _Story, span: tuple[int, int, int], match: re.Match[str]) -> Sequence[Bound]:
    """Who goes where nobody is named before the verb: who opens the clause behind, whom 他 means, the story's people.

    span: where the sentence and the clause begin, and the verb.
    """
    start, left, verb = span
    following = who_follows(article, verb, match.end(), article.sheet.sentence(start)[1])
    if following:
        return following
    he = _OWN.search(article.sheet.flat, left, verb) if not story.travellers else None
    if he is not None:
        return spoken_of(article, he.start())
    return [] if _in_words(article, verb) else story.travellers


def _sends_others(article: Annotated, left: int, verb: int) -> bool:
    """Whether the subject only has others go: 委派|学生处负责人|到甲医院看望, 邀请|企业家|来乙市考察."""
    pivot = _PIVOT.search(article.sheet.flat, left, verb)
    return pivot is not None and _IS_ASKED.search(article.sheet.flat, max(0, pivot.start() - 16), pivot.start()) is None


def _in_words(article: Annotated, verb: int) -> bool:
    """Whether a verb without a subject stands in what somebody is quoted to say, or in brackets there."""
    flat, start = article.sheet.flat, article.sheet.sentence(verb)[0]
    opened = flat.rfind("“", max(0, start - _QUOTE), verb)
    return opened >= 0 and flat.find("”", opened, verb) < 0 and flat.find("\n", opened, verb) < 0


def _behind_when(article: Annotated, goals: Sequence[Bound], match: re.Match[str], end: int) -> list[Bound]:
    """在参观甲馆时,|丁一|驻足: who opens the clause behind, where the goals stand behind the verb."""
    last = goals[-1].end
    if last <= match.end():
        return []
    return who_follows(article, match.start(), last, end) or who_looks(article, match.start(), last, end)


def _receivers(article: Annotated, start: int, verb: int, people: Sequence[Bound]) -> list[Bound]:
    """甲与乙会谈,并走访丙: who receives goes on; the hosts of the talk told before the verb in its sentence."""
    for talk in article.talks:
        if start <= talk.start < verb and people[-1] in talk.guests:
            return [host for host in talk.hosts if host.type == "Person"]
    return []


def _nearest(article: Annotated, people: Sequence[Bound]) -> list[Bound]:
    """The people who are named last before the verb, with those beside them and those whom they accompany."""
    flat = article.sheet.flat
    run = run_to_last(article, people)
    for other in reversed(people[: len(people) - len(run)]):
        between = flat[other.end : run[0].start]
        if not re.fullmatch(r"[、和与][^,。;]{0,20}一道|和[^,。;]{0,24}|又和[^,。;]{0,20}|率[^。;]{0,40}", between):
            break
        run.insert(0, other)
    return run


def _waiting(article: Annotated, story: _Story, start: int, end: int) -> list[Bound]:
    """甲检查消防工作。|乙、丙等陪同。|甲一行查看了丁园区: who goes along before it is told where."""
    told = _SENTENCE_ALONG.search(article.sheet.flat, start, end) if story.travellers else None
    people = actors(article, start, told.start()) if told is not None else []
    return [] if any(_known(story) & set(b.things) for b in people) else people or story.waiting


def _known(story: _Story) -> set[int]:
    """The things of those who travel."""
    return {thing for bound in story.travellers for thing in bound.things}


def _along(article: Annotated, story: _Story, start: int, end: int) -> Iterator[Fact]:
    """甲、乙一同调研: those named go where the story's people were first said to go."""
    flat = article.sheet.flat
    if not story.goals:
        story.waiting = _waiting(article, story, start, end)
        return
    if story.sent:
        heads = [b for b in spoken(article, start, end, "Person") if _HEADS_GROUP.search(flat, start, b.start)]
        yield from _facts(
            article, heads, story.goals, (heads[0].start, heads[0].end) if heads else (start, end), "leads"
        )
    for match in _ALONG.finditer(flat, start, end):
        if _JOINED.match(match.group()) and not _ENDS.match(flat, match.end()):
            continue  # 一同参观某展 is a visit of its own
        if match["bare"] and (article.talks or article.main_meeting is not None):
            continue  # they took part in the meeting
        named = [b for b in listed_before(article, start) if b.type == "Person"]
        who = [*named, *actors(article, start, match.end())]
        here = [goal for goal in story.latest if goal.start < match.start()]
        goals = here or (story.before if "一同" in match.group() and story.before else story.goals)
        if len(goals) > 1 and _EACH_SOME.search(flat, start, match.start()):
            continue
        yield from _facts(article, who, goals, match.span(), "goes along")
