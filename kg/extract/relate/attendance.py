"""ATTENDED: who hosts a meeting, speaks at it or takes part in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from kg.extract.absence import is_reported
from kg.extract.annotated import Annotated, Bound, Fact, ends
from kg.extract.briefings import whose_hosts
from kg.extract.circumstances import properties
from kg.extract.clause.adverbials import only_adverbials
from kg.extract.clause.groups import bodies_of_posts, listed_before, members, opens_object
from kg.extract.conveners import convened, held_together, in_turn
from kg.extract.decided import only_decided
from kg.extract.deeds import Deed, clauses, deed_in, only_topic, other_subject, takers, topic
from kg.extract.lists import spoken
from kg.extract.occasions import Scene, happened, is_background, meeting_in, occasions
from kg.language.classes import ADVERBS, COMITATIVES, CONVENING, LOCALIZERS, TIMES, VAGUE, all_of, one_of
from kg.language.lexicon import any_of, pattern, word_set, words
from kg.language.pieces import fills

_HE = re.compile(r"(?:他|她)?(?:还|并)?\s*")
_PRONOUN = re.compile(r"\s*(?:他们?|她|并)")
_FAIR = re.compile(f"(?:{one_of('fairs_and_games')})$")
# A session at which members take the floor, not one at whose margin they are asked.
_FLOOR = re.compile(r"大会发言|先后发言|作(?:了)?发言|分别发言")
_SCENE = re.compile(f"(?:{LOCALIZERS}|[审讨][议论]中),$")
# 出席上述活动: all that the article told of before.
_ALL = re.compile(f"了?(?:本次|此次|当天)?(?:{VAGUE})+的?活动")
# 甲大学、|万里街道|、乙局: a body that nothing resolves may stand between.
# 甲公司、乙公司宣布|签署协议
_BEGINS_IT = re.compile("正?式?(?:签|启动|开工|开幕|揭牌|启用|成立|达成|合作|携手|共同|联合|投产|闭幕)")
# 分别参加|所在代表小组活动: everyone another one.
_OWN_GROUP = re.compile("了?(?:各自)?(?:所在|各自)")
_UNKNOWN = "(?:[、和与及][^,。;、和与的]{2,12}){0,2}"
_BESIDE_OTHERS = re.compile(rf"{_UNKNOWN}\s*(?:[、和与同及]|以及|{COMITATIVES}|还?分别与)\s*")
_NEAR = 40
_WITH = re.compile("[同与和]")
# 甲与乙|关系密切, 甲同乙|是老同学
_RELATED = re.compile(f"[^,。;]{{0,6}}?(?:{one_of('relations_of_people')})")
# 来自甲大学、乙学院的专家学者, 与会的甲公司等企业代表
_GUESTS = re.compile("来自于?|(?:与会|参会|到会)的")
_LISTS = re.compile(r"[^,。;]{0,16}的[^,。;、]{0,8}?(?:还有|有|包括|是)[:,]?")
_NOTHING_ELSE = re.compile(
    f"(?:了|完|此次|本次|这次|相关|上述|有关|的|并|在.{{2,14}}(?:{CONVENING})的){{0,4}}"
    r"(?:活动|仪式|会|$|[,。;、)]|并|签约|揭牌|座谈|看望|接见|讨论|审议|学习|圆桌|对话|互动|启动|开幕|闭幕|分论坛|平行论坛|颁奖|采风|研讨|义诊|评审)"
)
_OBJECT_VERBS = (*all_of("attending_verbs"), "参与", "参与了")
# 甲|在讲话中|强调, 甲|致辞时|表示
_IN_SPEECH = re.compile(f"[^,。;]{{0,8}}(?:{one_of('speeches')}|点评)[中时]")
_NEAR_SPEECH = 4
# What somebody is quoted to say tells of no deeds here: 他表示,去年某某出席….
_SPEECH = re.compile("(?:说|表示|指出|强调|认为|提出|(?<![确体作新高关项的出])要求|(?<![作做况了])介绍)[,:]")
# 有记者|提问:某国总统是否来访?
_IS_ASKED = re.compile("(?:提问|追问|询问|发问|问道|问|请问)[,:]")
# Who is asked at a fair or games is there: 参展商李文达说.
_EXHIBITS = re.compile("参展|展商|参赛|选手|与会|参会")
# 接受|《某报》|采访时, 接受|某社|专访时: one medium asks, at a time and place of its own.
_ASKED_ELSEWHERE = (
    "(?:接受|答复|回复|告诉|对)了?(?:《[^》]{2,12}》|[\u3400-\u9fff“”]{1,12}(?:社|报|台|电视|周刊|新闻网|日报|网站|频道))[^,。;]{0,8}"
    "(?:采访|专访|访问|提问|说|表示|称)"
)
_ASKED = re.compile(_ASKED_ELSEWHERE)
# 在节目上|表示, 接受《某报》采访时|表示, 此前报道: what is said at another time or place.
_SAID_ELSEWHERE = re.compile(
    f"{one_of('saying_elsewhere')}|{_ASKED_ELSEWHERE}|[今去前]年[^,。;]{{0,6}}[0-9初底中末]月?[^,。;]{{0,20}}(?:表示|说|称)"
)
_YEARS_SINCE = re.compile(
    "(?:今年|[0-9]{4}年|今天|明年)?(?:正?是|正?值|恰逢|适逢|时值|正逢|喜逢|迎来|也是|又是)[^,。;]{0,16}$"
)
# 在李文达|看来,
_IN_VIEW = re.compile("在(?P<who>[^,。;]{2,40}?)(?:教授|研究员|院士|博士|先生|女士)?看来[,]")
_SAYS_ITSELF = re.compile("(?:表示|介绍|指出|说|认为|强调|透露|称)[,:]")
# 甲局|相关负责人|表示
_SPOKESMAN = re.compile("(?:的)?(?:相关|有关|主要)?(?:负责人|负责同志|代表|领导)(?:还|也|则|在会上|会上|现场)?")
# Who is asked by the paper speaks to it.
_ASKED_BY = re.compile("记者|采访|受访|专访|告诉")
# 甲中心、乙中心|同步揭牌,: what is unveiled is not there to unveil.
_BY_ITSELF = re.compile("(?:成立|运营|运行|启用|落户|设立|并|了)|[,。;]|$")
_ITSELF = re.compile(f"[、和与及][^,。;为、]{{2,24}}|{ADVERBS}|{TIMES}|在[^,。;]{{1,12}}|同步|同日|正式|,")
_WISH = re.compile("希望|欢迎|邀请|期待|争取|愿")
_WITNESS = re.compile(f"见证(?:了)?(?:项目|协议|合作)?(?:{any_of(words('ceremony_kinds'))})")
_TELLS = ("介绍", "回应", "解读", "透露", "点评")
_QUOTES = re.compile("(?:说|称|道)?[,。:“]")
# 此外,|乙公司总裁周明远表示
_BESIDES = re.compile(r"\s*(?:此外|另外|另据|另悉|除此之外|与此同时),")
# 会前,|李文达参观…
_BESIDE_IT = re.compile(r"\s*(?:会前|会后|会议|活动|期间|其间|在?会议期间|仪式|随后|之后|当天)")
_DAY = re.compile("[0-9]{1,2}[日号]")
_FORMAL = ("讲话", "致辞", "致词", "发言", "作了发言")


@cache
def _as_guests() -> re.Pattern[str]:
    """Behind the bodies: 的|专家学者, 等企业的|30名|代表."""
    kinds = any_of((*words("unnamed_people"), *words("guest_words")))
    return re.compile(
        rf"{_UNKNOWN}(?:等[^,。;的]{{0,12}})?的?(?:\d+[余多]?[名位家]?)?[^,。;、了着过]{{0,8}}?(?:{kinds})"
    )


@cache
def _says() -> re.Pattern[str]:
    """The verbs of what is said at a happening; 称 and 感慨 only before what is said, or behind it."""
    return re.compile(
        f"(?:{any_of(words('say_verbs'))})(?!的(?!是))|(?:称|{one_of('saying_with_feeling')})(?:道|地?说)?(?=[,:。“])"
    )


# 会议充分肯定了…。|指出…: it is no longer the people named before that speak.
_HAPPENING_SPEAKS = re.compile(rf"(?:{one_of('happenings_that_speak')})(?![上前后中间期由的现开])")


def relate(article: Annotated) -> Iterator[Fact]:
    """The principals of talks, and what each sentence tells of the meeting that it is about."""
    yield from _principals(article)
    subjects: list[Bound] = []
    spoke: dict[int, list[int]] = {}
    for bounds, scene in zip(article.sentences(), occasions(article), strict=True):
        sentence = _Sentence(article, bounds, scene, subjects, spoke)
        yield from sentence.facts()
        subjects = sentence.subjects


def _principals(article: Annotated) -> Iterator[Fact]:
    for talk in article.talks:
        at = _mention(article, talk.meeting, talk.start)
        for person, bound in ends([*talk.hosts, *talk.guests]):
            yield _fact(article, (person, bound), at, Deed("participant", talk.start, talk.end), "principal of a talk")


class _Sentence:
    """One sentence, read clause by clause; `subjects` are the people whom it leaves in the reader's mind,
    `spoke` the meetings at which somebody was told to speak."""

    def __init__(
        self,
        article: Annotated,
        bounds: tuple[int, int],
        scene: Scene,
        subjects: list[Bound],
        spoke: dict[int, list[int]],
    ) -> None:
        self.article, self.flat, self.spoke = article, article.sheet.flat, spoke
        (start, end), meeting, self.away, self.part = bounds, scene.meeting, scene.away, scene.part
        self.start, self.end, self.meeting, self.subjects = start, end, meeting, subjects
        if _HAPPENING_SPEAKS.match(self.flat, start):
            self.subjects = []
        self.topical, self.own, self.object = False, False, False
        self.last: list[Bound] = []  # the bodies that the clause before is about

    def facts(self) -> Iterator[Fact]:
        """What the clauses tell, from left to right; a list of people may run over several clauses."""
        waiting = listed_before(self.article, self.start)
        spoken_words = _SPEECH.search(self.flat, self.start, self.end)
        for left, right in clauses(self.flat, self.start, self.end):
            deed = deed_in(self.article.sheet, left, right)
            named = takers(self.article, left, deed.subject_end if deed else right)
            yield from self._came(left, right)
            yield from self._told(convened(self.article, left, right))
            if deed is None:
                yield from self._acted(left, named)
                waiting = self._keep(waiting, named, (left, right))
                yield from self._said(left, right)
                yield from self._told(held_together(self.article, right, named))
                continue
            who = [*waiting, *([] if self.topical and waiting else named)]
            if not who and not other_subject(self.flat[left : deed.subject_end]):
                who = self.last
                if not who and (self.own or _PRONOUN.match(self.flat, left, deed.subject_end)):
                    who = self.subjects
            elif not who and self.own and only_topic(self.flat[left : deed.subject_end]):
                who = self.subjects
            who = self._with_posts(left, who, deed)
            talk = next((one for one in self.article.talks if self.start <= one.start < left), None)
            if talk is not None and not named and "共同" in self.flat[left : deed.start]:
                who = [*talk.hosts, *talk.guests]
            if _LISTS.match(self.flat, deed.end):
                who = spoken(self.article, deed.end, self.end, "Person")
            if self._told_to_reporters(deed) or only_decided(self.article.sheet, left, right):
                who = []
            who = self._of_kind(who, deed, right)
            if spoken_words and meeting_in(self.article, left, right) is None:
                who = [b for b in who if b.start < spoken_words.end()]
            if self.flat[deed.start : deed.end] in all_of("unveiling") and _BY_ITSELF.match(self.flat, deed.end):
                who = [b for b in who if b.type == "Person" or not fills(_ITSELF, self.flat[b.end : deed.start])]
            if deed.role == "speaker":
                self._turn_back(who, deed.end)
            each = in_turn(self.article, who, (left, deed.end), right)
            for ones, meeting in each or [(who, meeting) for meeting in self._meetings(left, right, deed)]:
                yield from self._attended(ones, meeting, self._tempered(meeting, deed))
                yield from self._witnessed(ones, meeting, deed, right)
            waiting, self.last = [], []
            self._remember(who)

    def _with_posts(self, left: int, who: list[Bound], deed: Deed) -> list[Bound]:
        """甲局党组成员,乙会副会长,|丙局局长等领导出席: with the bodies of those listed by their posts alone."""
        if deed.role != "participant" or not who or any(b.type == "Person" for b in who):
            return who
        return [*bodies_of_posts(self.article, left), *who]

    def _remember(self, who: Sequence[Bound]) -> None:
        people = [b for b in who if b.type == "Person"]
        for talk in self.article.talks:  # 甲与乙会谈,并出席…: who receives goes on
            if people and talk.hosts and self.start <= talk.start < self.end and talk.hosts[0] in people:
                people = [b for b in people if b not in talk.guests]
        if people:
            self.subjects, self.own = people, True

    def _keep(self, waiting: list[Bound], named: list[Bound], clause: tuple[int, int]) -> list[Bound]:
        """The list so far: longer by a clause that is nothing but a list, over where other people act."""
        left, right = clause
        if opens_object(self.article, left, right):
            self.object = True
        if not named:
            return waiting
        self.topical = self.topical or topic(self.flat[named[-1].end : right])
        if members(self.article, left, right) is not None:
            return waiting if self.object else [*waiting, *named]
        if self.topical and not any(b.type == "Person" for b in named):
            return waiting
        self.object = opens_object(self.article, left, right)
        # 游学|甲大学,并参加乙会: what ends a clause is its object.
        bodies = all(b.type == "Organization" for b in named) and named[-1].end < right
        self.last = named if bodies else []
        self._remember(self._acting_on(named, right))
        return []

    def _acting_on(self, named: list[Bound], right: int) -> list[Bound]:
        """甲|与乙关系密切,并出席…: who is only related to the subject does not go on."""
        if len(named) < 2 or not _RELATED.match(self.flat, named[-1].end, right):
            return named
        first = next((i for i, b in enumerate(named) if i and _WITH.search(self.flat, named[i - 1].end, b.start)), None)
        return named[:first]

    def _meetings(self, left: int, right: int, deed: Deed) -> list[int]:
        """The meeting of the clause; all that were told of where 上述活动 or 有关活动 is attended."""
        if _OWN_GROUP.match(self.flat, deed.end, right) and not self.article.between(deed.end, right, "Meeting"):
            return []
        if _ALL.match(self.flat, deed.end, right):
            told = happened(self.article, self.start)
            if told:
                return told
        meeting = self._meeting(left, right, deed)
        return [] if meeting is None else [meeting]

    def _meeting(self, left: int, right: int, deed: Deed) -> int | None:
        """The meeting of the clause: named in it, else the sentence's where the verb has no other object."""
        named = meeting_in(self.article, left, deed.start)
        if named is None and deed.role != "speaker":
            named = meeting_in(self.article, deed.start, right)
        verb = self.flat[deed.start : deed.end]
        holds = deed.role == "host" and "主持" not in verb
        if named is not None:
            return whose_hosts(self.article, (self.start, right), named) if holds else named
        if (deed.role == "speaker" and verb not in _FORMAL and self._announces(deed)) or self._behind_visit(deed):
            return None
        if holds:
            return whose_hosts(self.article, (self.start, right), self.meeting)
        listed = _LISTS.match(self.flat, deed.end)
        if verb in _OBJECT_VERBS and not listed and not _NOTHING_ELSE.match(self.flat, deed.end, right + 1):
            return self.meeting if self._is_called(deed.end, right) else None
        if self.part:
            return self.meeting
        # 会前,某某参观…。市领导某某参加。 is the meeting again.
        bare = verb in _OBJECT_VERBS and not self.flat[deed.end : self.end].strip("了。 ")
        bare = bare or verb in _FORMAL
        return self.article.main_meeting if self.meeting is None and (bare or not self.away) else self.meeting

    def _behind_visit(self, deed: Deed) -> bool:
        """7月25日,李文达走访慰问驻军。周明远|参加: what the sentence before tells of is a visit of another day."""
        if self.flat[deed.start : deed.end] not in _OBJECT_VERBS or self.flat[deed.end : self.end].strip("了。 "):
            return False
        index = self.article.sheet.sentence_index(self.start)
        if not index or self.meeting is None:
            return False
        start, end = self.article.sheet.sentences[index - 1]
        if _BESIDE_IT.match(self.flat, start, end) or meeting_in(self.article, start, end) is not None:
            return False
        if _DAY.search(self.flat, start, end) is None:
            return False
        verb = pattern("visit_verbs").search(self.flat, start, end)
        return verb is not None and bool(self.article.between(start, verb.start(), "Person"))

    def _of_kind(self, who: list[Bound], deed: Deed, right: int) -> list[Bound]:
        """The bodies of what only they do (参展), the people of what bodies proclaim to all."""
        if self.flat[deed.start : deed.end] in word_set("exhibit_verbs"):
            return [b for b in who if b.type == "Organization"]
        return [b for b in who if b.type == "Person"] if self._proclaims(deed, right) else who

    def _proclaims(self, deed: Deed, right: int) -> bool:
        """甲市警方已|宣布|进入紧急状态: what a body proclaims where the sentence names no happening is said to all."""
        proclaims = self.flat[deed.start : deed.end] == "宣布"
        if proclaims and _BEGINS_IT.match(self.flat, deed.end, right):
            return False
        return proclaims and meeting_in(self.article, self.start, right) is None

    def _turn_back(self, who: Sequence[Bound], at: int) -> None:
        """甲在博览会开幕式上致辞…。分论坛…。甲在致辞中|说: the happening at which somebody was told to speak."""
        if len(who) != 1 or _IN_SPEECH.match(self.flat, who[0].end, at + _NEAR_SPEECH) is None:
            return
        if meeting_in(self.article, self.start, self.end) is not None:
            return
        told = self.spoke.get(who[0].things[0]) if who[0].things else None
        if told and self.meeting not in told and self.meeting is not None:
            self.meeting = told[-1]

    def _announces(self, deed: Deed) -> bool:
        """发言人李文达|宣布:周明远将出席某论坛: the happening is named in what is told, and nowhere before."""
        if self.meeting is None or not _QUOTES.match(self.flat, deed.end):
            return False
        starts = [b.start for b in self.article.mentions_of(self.meeting)]
        return bool(starts) and deed.end <= min(starts) < self.end

    def _is_called(self, left: int, right: int) -> bool:
        """首都义务植树活动: 参加植树 is taking part in it; the object is part of the meeting's name."""
        words = self.flat[left:right].strip("了。活动 ")
        name = self.article.things[self.meeting].name if self.meeting is not None else ""
        return len(words) > 1 and words in name

    def _witnessed(self, who: Sequence[Bound], meeting: int, deed: Deed, right: int) -> Iterator[Fact]:
        """参加座谈并见证签约: the ceremony too, where the article tells of one."""
        match = _WITNESS.search(self.flat, deed.start, right)
        if match is None:
            return
        names = {b.things[0] for b in self.article.all_between(0, self.end, "Meeting") if b.things}
        for other in sorted(names - {meeting}):
            if self.article.things[other].name.endswith("仪式"):
                yield from self._attended(who, other, Deed("participant", *match.span()))

    def _told(self, parts: Iterable[tuple[Sequence[Bound], int, Deed]]) -> Iterator[Fact]:
        for who, meeting, deed in parts:
            yield from self._attended(who, meeting, deed)

    def _attended(self, who: Sequence[Bound], meeting: int, deed: Deed) -> Iterator[Fact]:
        at = _mention(self.article, meeting, deed.start)
        for taker, bound in ends(who):
            if deed.role != "participant":
                self.spoke.setdefault(taker, []).append(meeting)
            yield _fact(self.article, (taker, bound), at, deed, f"{deed.role} of a meeting")

    def _tempered(self, meeting: int, deed: Deed) -> Deed:
        """The deed, but telling and answering in a talk make nobody a speaker."""
        talk = meeting in {talk.meeting for talk in self.article.talks}
        if talk and deed.role == "speaker" and self.flat[deed.start : deed.end] not in _FORMAL:
            return Deed("participant", deed.start, deed.end)
        return deed

    def _acted(self, left: int, named: Sequence[Bound]) -> Iterator[Fact]:
        """会上, A 提交…, B 同 C 签署…: whoever acts there takes part."""
        people = [b for b in named if b.type == "Person"]
        if _SPEECH.search(self.flat, self.start, left) or _IS_ASKED.search(self.flat, self.start, left):
            return
        if not people or self.meeting is None or people[0].start - left > _NEAR:
            return
        scene = self._scene(left)
        if scene is not None:
            yield from self._attended(people, self.meeting, Deed("participant", *scene))

    def _scene(self, left: int) -> tuple[int, int] | None:
        """The span of 会上, 仪式现场 that opens the sentence before `left`, where the meeting is the sentence's."""
        # 会上,甲介绍情况;|乙作点评; not behind another clause: 会上,甲提出建议;为此,|他走访乙.
        start = self.article.sheet.row_start(self.start) if left == self.start else self.start
        first = next(clauses(self.flat, start, self.end))
        for right in dict.fromkeys((first[1] + 1, left)):
            found = _SCENE.search(self.flat, start, right)
            if found and found.end() == right <= left and meeting_in(self.article, start, right) == self.meeting:
                return found.span()
        return None

    def _said(self, left: int, right: int) -> Iterator[Fact]:
        """A named person, or one without a name for a body, speaks while the meeting is what the article tells of."""
        if self.meeting is None or self.meeting in {talk.meeting for talk in self.article.talks}:
            return
        view = _IN_VIEW.match(self.flat, left, right + 1)
        verb = _says().search(self.flat, left, right + 1) or view
        if verb is None:
            return
        people = [b for b in takers(self.article, left, verb.start()) if b.type == "Person"]
        if people and _YEARS_SINCE.search(self.flat, left, people[0].start) and "周年" in self.flat[verb.end() : right]:
            return  # 今年是|李文达提出某倡议十周年
        told_of = bool(people) and _SPEECH.search(self.flat, self.start, left) is not None  # 他表示,|某主席提出…
        if told_of or (people and not self._says_at_once(people, verb)):
            return
        if not people and self._speaks_on(left, verb.start()):
            people = self.subjects
        named = meeting_in(self.article, self.start, right) is not None
        before = any(b.start < self.start for b in self.article.mentions_of(self.meeting))
        if not named and not before and self.meeting == meeting_in(self.article, right, self.end):
            return  # 甲日前提到,在某股东会上,|乙表示: told of later in the sentence
        if not people and view is not None:
            people = spoken(self.article, *view.span("who"), "Person")[-1:]
        apart = self._is_asked_apart(verb)
        if apart or (not named and _SAID_ELSEWHERE.search(self.flat, self.start, verb.end())):
            self._keep_apart(people if apart else [])
            return
        if people:
            yield from self._quoted(people, left, verb, named)
        elif named or before:
            yield from self._bodies_said(self.meeting, left, verb)

    def _says_at_once(self, people: Sequence[Bound], verb: re.Match[str]) -> bool:
        """Whether nothing but adverbials stands between who speaks and the verb; who tells a medium speaks to it."""
        if _ASKED.match(self.flat, people[-1].end, verb.end()) and self._is_asked_apart(verb):
            self._keep_apart(people)  # 李文达对《某报》记者表示
            return False
        return only_adverbials(self.article, people[-1].end, verb.start())

    def _is_asked_apart(self, verb: re.Match[str]) -> bool:
        """Whether a medium asks or reports, and the sentence names the meeting at most in what it quotes."""
        flat, start, at = self.flat, self.start, verb.start()
        if _ASKED.search(flat, start, verb.end()) is None and not is_reported(flat, start, verb.end()):
            return False
        named = (b for b in self.article.all_between(start, at, "Meeting") if self.meeting in b.things)
        return all(flat.count("“", start, b.start) > flat.count("”", start, b.start) for b in named)

    def _keep_apart(self, people: Sequence[Bound]) -> None:
        """李文达在接受某社采访时说…。他还说…: what they go on to say is said there, too."""
        for who in people:
            self.spoke.setdefault(who.things[0], [])

    def _is_apart(self, people: Sequence[Bound]) -> bool:
        """Whether those people were told to speak elsewhere, and nowhere that they spoke at a meeting."""
        return any(self.spoke.get(who.things[0]) == [] for who in people)

    def _quoted(self, people: list[Bound], left: int, verb: re.Match[str], named: bool) -> Iterator[Fact]:
        """Whether the words of these people were spoken at the meeting; named: whether the sentence names it."""
        if self.meeting is None:
            return
        if not named:
            self._turn_back(people, verb.end())
        main = self.meeting == self.article.main_meeting
        beside = self._of_another_matter(people) or self._is_apart(people)
        if not named and (beside or is_background(self.article, self.meeting)):
            return
        if named or (main and (not self._is_fair() or self._opens_the_fair(people[0], verb.end()))):
            self._remember(people)
            yield from self._attended(people, self.meeting, Deed("speaker", *verb.span()))
        elif _EXHIBITS.search(self.flat, left, people[0].start):
            yield from self._attended(people, self.meeting, Deed("participant", *verb.span()))

    def _of_another_matter(self, people: Sequence[Bound]) -> bool:
        """此外,|乙集团总裁周明远表示: somebody new, with whom the page turns to something else."""
        if not _BESIDES.match(self.flat, self.start, self.end):
            return False
        return all(b.start >= self.start for who in people for b in self.article.mentions_of(who.things[0]))

    def _bodies_said(self, meeting: int, left: int, verb: re.Match[str]) -> Iterator[Fact]:
        """开工仪式上,|甲公司表示; 甲局相关负责人介绍: who speaks for a body without a name."""
        bodies = [b for b in takers(self.article, left, verb.start()) if b.type == "Organization"]
        if not bodies or meeting != self.article.main_meeting or self._is_fair():
            return
        if _SPEECH.search(self.flat, self.start, left) or not _SAYS_ITSELF.match(self.flat, verb.start()):
            return
        if is_background(self.article, meeting):
            return
        scene = self._scene(left)
        spokesman = _SPOKESMAN.fullmatch(self.flat, bodies[-1].end, verb.start())
        if (scene is not None and only_adverbials(self.article, bodies[-1].end, verb.start())) or spokesman:
            yield from self._attended(bodies[-1:], meeting, Deed("speaker", *verb.span()))

    def _opens_the_fair(self, who: Bound, at: int) -> bool:
        """Whether an official, and nobody who is asked by the paper, speaks near where the fair is told of."""
        asked = _ASKED_BY.search(self.flat, self.start, at)
        titles = self.article.between(self.start, who.start, "Title")
        return asked is None and any(title.end == who.start for title in titles)

    def _speaks_on(self, left: int, verb: int) -> bool:
        """Whether who was named last speaks, at the sentence's head or behind its scene: 会上,|他指出, 他在会上指出."""
        if left == self.start and _HE.fullmatch(self.flat, left, verb):
            return True
        if self.flat[left] not in "他她" or (left != self.start and self._scene(left) is None):
            return False
        return only_adverbials(self.article, left + 1, verb)

    def _came(self, left: int, right: int) -> Iterator[Fact]:
        """来自甲大学、乙学院的专家学者围绕…: the bodies from which guests of the meeting come."""
        if self.meeting is None or self.meeting != self.article.main_meeting:
            return
        bodies = spoken(self.article, left, right, "Organization")
        for lead in _GUESTS.finditer(self.flat, left, right):
            run: list[Bound] = []
            at = lead.end()
            for body in (b for b in bodies if b.start >= at):
                if body.start != at and not (run and _BESIDE_OTHERS.fullmatch(self.flat, run[-1].end, body.start)):
                    break
                run.append(body)
                at = body.end
            guests = _as_guests().match(self.flat, at, right) if run else None
            if guests is not None and not self.article.all_between(*guests.span(), "Person"):
                yield from self._attended(run, self.meeting, Deed("participant", *lead.span()))

    def _told_to_reporters(self, deed: Deed) -> bool:
        """某厅负责人介绍: at a fair, or where no scene is named, it is said to the paper and not to a meeting."""
        if self.flat[deed.start : deed.end] not in _TELLS or not _QUOTES.match(self.flat, deed.end):
            return False
        return self._is_fair() or (
            meeting_in(self.article, self.start, deed.end) is None and self.meeting != self.article.main_meeting
        )

    def _is_fair(self) -> bool:
        """Whether the meeting is one at which many speak to reporters rather than to the meeting."""
        name = self.article.things[self.meeting].name if self.meeting is not None else ""
        return bool(_FAIR.search(name)) and not (name.endswith("次会议") and _FLOOR.search(self.flat))


def _fact(article: Annotated, who: tuple[int, Bound], at: tuple[int, Bound | None], deed: Deed, rule: str) -> Fact:
    start, end = deed.start, deed.end
    more = {"role": deed.role, **properties(article, (start, end))}
    wish = _WISH.search(article.sheet.flat, article.sheet.clause(start)[0], start)
    if deed.role == "speaker" or (more.get("status") == "wished" and wish is None):
        more.pop("status", None)
    return article.fact(who, "ATTENDED", at, trigger=(start, end), rule=rule, properties=more, confidence=0.85)


def _mention(article: Annotated, meeting: int, offset: int) -> tuple[int, Bound | None]:
    """The meeting with its mention in the sentence of `offset`, else the last one before it, else none."""
    start, end = article.sheet.sentence(offset)
    own = [b for b in article.all_between(0, end, "Meeting") if meeting in b.things]
    here = [b for b in own if b.start >= start]
    return meeting, (here[0] if here else own[-1] if own else None)
