"""ATTENDED: who hosts a meeting, speaks at it or takes part in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.annotated import Annotated, Bound, Fact, ends
from kg.extract.circumstances import properties
from kg.extract.lists import spoken
from kg.extract.occasions import Scene, meeting_in, occasions
from kg.extract.subjects import actors
from kg.language.lexicon import any_of, words

_HOSTS = re.compile(r"主持(?!人)|(?:共同|联合)?(?:主办|承办|协办)(?!方|单位)|(?:共同|联合)举办")
_CONVENES = re.compile(r"^(?:召开|举行|举办|组织召开)")
_HEARS = re.compile(r"(?:听取|聆听|认真听|感谢|所|两次|多次)(?:了)?[^,。;]{0,14}$")
_NOT_SPEECH = re.compile(r"^(?:的(?!还|有|是|包括)|精神|要求|人员|单位|者|稿|会(?!议)|组)")
_NOT_ATTENDING = re.compile(r"^(?:人员|单位|者|嘉宾|代表们|仪式|领导|双方|各方|人数|商|企业|产品|品牌)")
_SAYING = re.compile(
    r"(?:同志|部长|主席)?(?:还|也|则|又|首先|充分|明确|进一步|一致|分别|先后|深情地?|笑着|在[^,。]{0,10}(?:时|中|上|后|里)|就[^,。]{2,16}|代表[^,。]{2,24})*"
)
_TOPIC = re.compile(r"聚焦|围绕|针对|结合|立足|(?<=[\u3400-\u9fff])就(?=[^业职])")
_FAIR = re.compile(r"(?:展|展会|博览会|洽谈会|交易会|展览会|节|赛|运动会|两会|次会议|代表大会)$")
_SCENE = re.compile(r"(?:上|期间|[审讨][议论]中),$")
_NEAR = 40
_LISTS = re.compile(r"[^,。;]{0,16}的[^,。;、]{0,8}?(?:还有|有|包括|是)[:,]?")
_NOTHING_ELSE = re.compile(r"^(?:了|完|此次|本次|这次|相关|上述|有关|的|并|在.{2,14}(?:举行|召开)的)*(?:活动|仪式|会|$|[,。;、)]|并|签约|揭牌|座谈|看望|讨论|审议|学习)")
_LIST_END = re.compile(
    r"^(?:等?[^,。;]{0,40}?(?:委员|代表|同志|领导|负责人|人士|专家|学者|企业|单位|部门|部委|使节|大使|嘉宾|人员|一行|人|个|位|家))?(?:分别|先后)?[….]*$"
)
_REPRESENTS = re.compile(r"^等?(?:有关|相关|主要|单位|部门|企业)*(?:负责|代表|领导|相关|有关|干部)")
_NOT_SUBJECT = re.compile(r"(?:对|向|给|受|应|以|据|感谢|学习|欢迎|陪同|按照|贯彻|在.{0,2}陪同下)$")
_PRONOUN = re.compile(r"他们?|她|并")
_ADVERBS = re.compile(
    r"(?:代表团|的?[0-9]+位[\u3400-\u9fff]{0,8}|分别|先后|共同|联合|纷纷|首次|单独|均|也|还|派员|组团|集体|首度|再次|应邀|在[^,。]{2,12}|作|交流|书面|典型|就[^,。]{2,16})*"
)
_WISH = re.compile("希望|欢迎|邀请|期待|争取|愿")
_WITNESS = re.compile(r"见证(?:了)?(?:项目|协议|合作)?(?:签约|签字|签署|揭牌|启动)")
_NO_DEED = ("代表", "来自", "应邀", "受邀", "分管", "负责", "兼任", "获奖", "当选", "新任", "参会", "与会", "签约")
_FORMAL = ("讲话", "致辞", "致词", "发言", "作了发言")


@cache
def _speech() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words('speech_verbs'))})|(?<![工合])作(?:了)?[\u3400-\u9fff“”]{{0,12}}?(?:报告|发言|讲话|说明|演讲|介绍|汇报|点评|表态|辅导|通报|推介|分享|总结|动员|部署)")


@cache
def _attends() -> re.Pattern[str]:
    return re.compile(any_of([*words("attend_verbs"), *words("gather_verbs")]))


@cache
def _says() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words('say_verbs'))})")


def relate(article: Annotated) -> Iterator[Fact]:
    """The principals of talks, and what each sentence tells of the meeting that it is about."""
    yield from _principals(article)
    subjects: list[Bound] = []
    for bounds, scene in zip(article.sentences(), occasions(article), strict=True):
        sentence = _Sentence(article, bounds, scene, subjects)
        yield from sentence.facts()
        subjects = sentence.subjects


def _principals(article: Annotated) -> Iterator[Fact]:
    for talk in article.talks:
        at = _mention(article, talk.meeting, talk.start)
        for person, bound in ends([*talk.hosts, *talk.guests]):
            yield _fact(article, (person, bound), at, ("participant", talk.start, talk.end), "principal of a talk")


class _Sentence:
    """One sentence, read clause by clause; `subjects` are the people whom it leaves in the reader's mind."""

    def __init__(self, article: Annotated, bounds: tuple[int, int], scene: Scene, subjects: list[Bound]) -> None:
        self.article, self.flat = article, article.sheet.flat
        (start, end), meeting, self.away = bounds, scene.meeting, scene.away
        self.start, self.end, self.meeting, self.subjects = start, end, meeting, subjects
        self.topical, self.own = False, False

    def facts(self) -> Iterator[Fact]:
        """What the clauses tell, from left to right; a list of people may run over several clauses."""
        waiting: list[Bound] = []
        for left, right in _clauses(self.flat, self.start, self.end):
            deed = _deed(self.flat, left, right)
            takers = _takers(self.article, left, deed[1] if deed else right)
            if deed is None:
                yield from self._acted(left, takers)
                waiting = self._keep(waiting, takers, right)
                yield from self._said(left, right)
                yield from self._convened(left, right)
                continue
            who = [*waiting, *([] if self.topical and waiting else takers)]
            if not who and not self._other_subject(left, deed[1]):
                who = self.subjects if self.own or _PRONOUN.match(self.flat[left : deed[1]].strip()) else []
            if _LISTS.match(self.flat, deed[2]):
                who = spoken(self.article, deed[2], self.end, "Person")
            meeting = self._meeting(left, right, deed)
            if meeting is not None:
                yield from self._attended(who, meeting, self._tempered(meeting, deed))
                yield from self._witnessed(who, meeting, deed, right)
            waiting = []
            self._remember(who)

    def _remember(self, who: Sequence[Bound]) -> None:
        people = [b for b in who if b.type == "Person"]
        if people:
            self.subjects, self.own = people, True

    def _keep(self, waiting: list[Bound], takers: list[Bound], right: int) -> list[Bound]:
        """The list so far: longer by a clause that is nothing but a list, over where other people act."""
        if not takers:
            return waiting
        tail = self.flat[takers[-1].end : right]
        self.topical = self.topical or bool(_TOPIC.match(tail.lstrip("等委员代表分别先后")))
        if _LIST_END.match(tail.strip()) or _TOPIC.match(tail.lstrip("等委员代表分别先后")):
            return [*waiting, *takers]
        if self.topical and not any(b.type == "Person" for b in takers):
            return waiting
        self._remember(takers)
        return []

    def _other_subject(self, left: int, verb: int) -> bool:
        """Whether words that name nobody are the subject: 有关部门负责人参加."""
        return len(re.sub(r"并|出席|参加|还|共同|也|一同|分别|先后|到会|并在|亲自|随后|会上", "", self.flat[left:verb]).strip()) > 1

    def _meeting(self, left: int, right: int, deed: tuple[str, int, int]) -> int | None:
        """The meeting of the clause: named in it, else the sentence's where the verb has no other object."""
        named = meeting_in(self.article, left, deed[1])
        if named is None and deed[0] != "speaker":
            named = meeting_in(self.article, deed[1], right)
        if named is not None:
            return named
        verb = self.flat[deed[1] : deed[2]]
        if verb in ("参加", "出席", "见证", "列席") and not _NOTHING_ELSE.match(self.flat[deed[2] : right + 1]):
            return None
        return self.article.main_meeting if self.meeting is None and not self.away else self.meeting

    def _witnessed(self, who: Sequence[Bound], meeting: int, deed: tuple[str, int, int], right: int) -> Iterator[Fact]:
        """参加座谈并见证签约: the ceremony too, where the article tells of one."""
        match = _WITNESS.search(self.flat, deed[1], right)
        if match is None:
            return
        names = {b.things[0] for b in self.article.all_between(0, self.end, "Meeting") if b.things}
        for other in sorted(names - {meeting}):
            if self.article.things[other].name.endswith("仪式"):
                yield from self._attended(who, other, ("participant", *match.span()))

    def _attended(self, who: Sequence[Bound], meeting: int, deed: tuple[str, int, int]) -> Iterator[Fact]:
        at = _mention(self.article, meeting, deed[1])
        for taker, bound in ends(who):
            yield _fact(self.article, (taker, bound), at, deed, f"{deed[0]} of a meeting")

    def _tempered(self, meeting: int, deed: tuple[str, int, int]) -> tuple[str, int, int]:
        """The deed, but telling and answering in a talk make nobody a speaker."""
        talk = meeting in {talk.meeting for talk in self.article.talks}
        if talk and deed[0] == "speaker" and self.flat[deed[1] : deed[2]] not in _FORMAL:
            return ("participant", *deed[1:])
        return deed

    def _acted(self, left: int, takers: Sequence[Bound]) -> Iterator[Fact]:
        """在某次会议上, A 提交…: whoever acts there takes part."""
        people = [b for b in takers if b.type == "Person"]
        scene = _SCENE.search(self.flat[self.start : left])
        if not people or scene is None or self.meeting is None or people[0].start - left > _NEAR:
            return
        start = self.start + scene.start()
        if meeting_in(self.article, self.start, left) == self.meeting:
            yield from self._attended(people, self.meeting, ("participant", start, self.start + scene.end()))

    def _said(self, left: int, right: int) -> Iterator[Fact]:
        """A named person speaks while the meeting is what the article tells of."""
        if self.meeting is None or self.meeting in {talk.meeting for talk in self.article.talks}:
            return
        verb = _says().search(self.flat, left, right)
        if verb is None:
            return
        people = [b for b in _takers(self.article, left, verb.start()) if b.type == "Person"]
        if people and not _SAYING.fullmatch(self.flat, people[-1].end, verb.start()):
            return
        if not people and left == self.start and re.fullmatch(r"(?:他|她)?(?:还|并)?", self.flat[left : verb.start()].strip()):
            people = self.subjects
        named = meeting_in(self.article, self.start, right) is not None
        if people and (named or (self.meeting == self.article.main_meeting and not self._is_fair())):
            self._remember(people)
            yield from self._attended(people, self.meeting, ("speaker", *verb.span()))

    def _is_fair(self) -> bool:
        """Whether the meeting is one at which many speak to reporters rather than to the meeting."""
        return self.meeting is not None and bool(_FAIR.search(self.article.things[self.meeting].name))

    def _convened(self, left: int, right: int) -> Iterator[Fact]:
        """市委召开会议: the body that convenes its own meeting."""
        for body in spoken(self.article, left, right, "Organization"):
            verb = _CONVENES.match(self.flat[body.end : right])
            if verb is None:
                continue
            meeting = meeting_in(self.article, body.end, right)
            if meeting is not None:
                yield from self._attended([body], meeting, ("host", body.end, body.end + verb.end()))


def _fact(
    article: Annotated, who: tuple[int, Bound], at: tuple[int, Bound | None], deed: tuple[str, int, int], rule: str
) -> Fact:
    role, start, end = deed
    more = {"role": role, **properties(article, (start, end))}
    wish = _WISH.search(article.sheet.flat, article.sheet.clause(start)[0], start)
    if role == "speaker" or (more.get("status") == "wished" and wish is None):
        more.pop("status", None)
    return article.fact(who, "ATTENDED", at, trigger=(start, end), rule=rule, properties=more, confidence=0.85)


def _mention(article: Annotated, meeting: int, offset: int) -> tuple[int, Bound | None]:
    """The meeting with its mention in the sentence of `offset`, else the last one before it, else none."""
    start, end = article.sheet.sentence(offset)
    own = [b for b in article.all_between(0, end, "Meeting") if meeting in b.things]
    here = [b for b in own if b.start >= start]
    return meeting, (here[0] if here else own[-1] if own else None)


def _clauses(flat: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans between , ; and : of a sentence."""
    left = start
    for mark in re.finditer("[,;:]", flat[start:end]):
        yield left, start + mark.start()
        left = start + mark.end()
    yield left, end


def _deed(flat: str, left: int, right: int) -> tuple[str, int, int] | None:
    """The strongest role that the verbs of a clause give, with the span of the first such verb."""
    kinds = (
        ("host", _HOSTS, _NOT_SPEECH),
        ("speaker", _speech(), _NOT_SPEECH),
        ("participant", _attends(), _NOT_ATTENDING),
    )
    for role, pattern, unlike in kinds:
        for match in pattern.finditer(flat, left, right):
            if not unlike.match(flat[match.end() : right]) and not _HEARS.search(flat[left : match.start()]):
                return role, match.start(), match.end()
    return None


def _takers(article: Annotated, left: int, verb: int) -> list[Bound]:
    """The people and organisations named in a clause before its verb who can be its subject."""
    topic = _TOPIC.search(article.sheet.flat, left, verb)
    verb = topic.start() if topic and article.between(left, topic.start(), "Person", "Organization") else verb
    people = [b for b in actors(article, left, verb) if _leads(article, b, left)]
    bodies = [b for b in spoken(article, left, verb, "Organization") if _speaks_for_itself(article, b, left, verb)]
    return sorted([*people, *bodies], key=lambda bound: bound.start)


def _leads(article: Annotated, person: Bound, left: int) -> bool:
    """Whether a person can be the subject of a clause: no verb and no preposition stands before their posts."""
    start = person.start
    for bound in reversed(article.between(left, person.start, "Title", "Organization", "Person")):
        if article.sheet.flat[bound.end : start].strip("、 和与及") == "":
            start = bound.start
    before = article.sheet.flat[left:start]
    sheet = article.sheet
    tokens = sheet.tokens[max(sheet.token_index(left), 0) : sheet.token_index(start - 1) + 1] if start > left else ()
    verbs = [t for t in tokens if t.tag == "v" and left <= t.start and t.end <= start and len(t.text) in (2, 3)]
    return not _NOT_SUBJECT.search(before) and all(t.text in _NO_DEED for t in verbs)


def _speaks_for_itself(article: Annotated, body: Bound, left: int, verb: int) -> bool:
    """Whether an organisation is a subject of its own, and not part of somebody's post or a word's qualifier."""
    flat = article.sheet.flat
    if re.search(r"(?:代表|感谢|关于|按照|在|对|向|为|据)$", flat[max(left, body.start - 6) : body.start]):
        return False
    rest = flat[body.end : verb]
    if re.search("来自[^,]*$", flat[left : body.start]) or (body.spot.text.endswith("人大") and rest.startswith("代表")):
        return False
    if _REPRESENTS.match(rest) or re.match(r"[、和与]|以及|等", rest):
        return True
    if any(title.start == body.end for title in article.between(body.end, verb, "Title")):
        return False
    return bool(_ADVERBS.fullmatch(rest))


