"""ATTENDED of who acts at the happening that the article tells of: players, performers, winners, those who give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.annotated import Annotated, Bound, Fact
from kg.extract.attending import Part, attended, gives_besides, named_last
from kg.extract.clause.adverbials import only_adverbials
from kg.extract.clause.groups import listed_before, run_to_last
from kg.extract.deeds import clauses, takers
from kg.extract.lists import plain, run_from, run_to, spoken
from kg.extract.occasions import Scene, meeting_in, occasions, takes_place
from kg.language.classes import ADVERBS, LISTED_BODIES, LOCALIZERS, TIMES, all_of, one_of
from kg.language.lexicon import any_of, pattern, words
from kg.language.pieces import fills

_CEREMONY = re.compile("仪式|签约|签字|启动|活动$|典礼")
_PRIZE = (
    f"(?<!曾)(?:(?:{one_of('winning')})(?:了)?[^,。;的]{{0,14}}|(?<![荣收斩]获)[获夺][^,。;的获得]{{0,12}})"
    rf"(?:{one_of('prizes')}|[特一二三]等奖|第[一二三]名|大奖|最佳[\u3400-\u9fff]{{1,6}}奖)"
)
# 甲夺得|全程|冠军 is told of people; what stands behind in the clause need not.
_NEAR = 40
# What one artist gives.
_SHOW = re.compile(one_of("shows"))
# 在某论坛|上, but not 在某论坛上的讲话.
_AT = re.compile(f"(?:开幕式|闭幕式)?(?:{LOCALIZERS})(?!的)")
# 仪式上, 会上, 现场: what opens a sentence of the happening.
_ON_THE_SPOT = re.compile("\\s*在?(?:活动|会议|大会|签约|发布|启动)?(?:的)?现场,")
_SCENE = re.compile(f"(?:{LOCALIZERS}),$")


# 代表双方|签署: whose hand it is.
_HAND = re.compile(
    "代表(?:双方|各方|各自[^,。;]{0,6}|两[地校家市县省院方国]|[^,。;的]{2,16})?"
    "(?:现场|正式|共同|分别|先后)?签(?:署|订|约|字|下)"
)
_GIVING = re.compile(f"(?:{one_of('giving_rites')})[\u3400-\u9fff]{{0,6}}(?:仪式|典礼|大会|活动)$")
_RITE = re.compile("签约|签字|签署")
_SHORT = 6
# 会上,|甲局|: what may stand before the first body.
_LEAD = 2
_REPORTED = re.compile("(?:汇报|通报|介绍|发布|分享|交流|解读|展示|推介)了?(?=[^,。;])(?!会|[^,。;]{0,3}(?:仪式|环节))")
# 甲局、乙院|等单位|有关负责人|先后
_BEFORE_REPORT = re.compile(
    f"{ADVERBS}|{TIMES}|等?的?(?:{LISTED_BODIES}|单位|部门)|等|的|(?:相关|有关|主要|分管|各自)?(?:{one_of('people_for_bodies')}|负责人|负责同志|代表)"
    f"|的?[0-9]{{1,3}}[余多]?[位名](?:{one_of('people_for_bodies')}|专家|学者)|的?(?:专家|学者|教授|工作人员|干部|相关人员)"
    "|逐项|逐一|详细|全面|集中|依次|轮流|现场|共同|简要|系统|分头|就[^,。;]{2,24}?(?:进行|作|做)?|围绕[^,。;]{2,24}?"
)
_GIVEN = re.compile(
    "[为向给](?P<who>[^,。;的在]{4,60}?)"
    "(?P<deed>(?:代表)?(?:颁发|颁授|授予|授|颁|赠送|赠予|捐赠|移交)了?[^,。;的在]{0,12}?(?:证书|牌匾|铭牌|奖牌|奖杯|锦旗|聘书|荣誉|旗|牌|奖))(?=[,。;并]|$)"
)
# 乙公司|通过|甲基金会|捐赠, 与丙厂进行|甲联盟|签约: a body behind these acts not.
_NO_ACTOR = ("通过", "经由", "进行", "开展")
# 为|丰河镇和|甲公司|授予牌匾: those before the first body that is known.
_FIRST = re.compile("(?:[\u3400-\u9fff]{2,14}[、和与及]){0,3}")
_AND_OTHERS = re.compile("(?:等[^,。;、]{0,12})?(?:负责人|代表)?")
_TEAMS = all_of("teams")


@cache
def _on_stage() -> re.Pattern[str]:
    """What only those do who are there: 为比赛|开球, 夺得男子组|冠军."""
    return re.compile(f"(?:{any_of(words('stage_acts'))})(?!{one_of('ceremony_nouns')}|礼|会)|{_PRIZE}")


@cache
def _rites() -> re.Pattern[str]:
    """What is done at a ceremony, and on any stage."""
    return re.compile(f"{pattern('rites').pattern}|{_on_stage().pattern}")


@cache
def _match() -> re.Pattern[str]:
    """甲以3比1|战胜|乙: the verb of a match."""
    return pattern("contest_verbs")


@cache
def _contest() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words('contest_ends'))})$")


def relate(article: Annotated) -> Iterator[Fact]:
    """Who acts at the main happening, clause by clause, where the sentence is about it."""
    for (start, end), scene in zip(article.sentences(), occasions(article), strict=True):
        yield from _signed(article, scene, start, end)
        if scene.meeting is None:
            continue
        for left, right in clauses(article.sheet.flat, start, end):
            yield from _at_it(article, left, right)
            if scene.meeting == article.main_meeting:
                yield from _performed(article, scene, left, right)
                yield from _played(article, scene, left, right)
                yield from _won(article, scene, left, right)
                yield from _own(article, scene, left, right)
            yield from _bodies(article, scene, (start, left, right))
            yield from _reporting(article, scene, (start, left, right))
            yield from _receiving(article, scene, (start, left, right))


def _signed(article: Annotated, scene: Scene, start: int, end: int) -> Iterator[Fact]:
    """李文达与周明远|代表双方签署…: who lends the hand is at the signing, where the page tells of a ceremony."""
    for verb in _HAND.finditer(article.sheet.flat, start, end):
        named = article.all_between(0, end, "Meeting")
        rites = [b.things[0] for b in named if b.things and _RITE.search(article.things[b.things[0]].name)]
        people = spoken(article, start, verb.start(), "Person")
        if rites and people and verb.start() - people[-1].end <= _SHORT:
            run = run_to_last(article, people)
            waiting = listed_before(article, article.sheet.clause(run[0].start)[0])
            who = [*(b for b in waiting if b.type == "Person"), *run]
            yield from _there(article, Scene(rites[-1], scene.away), who, verb.span())


def _performed(article: Annotated, scene: Scene, left: int, right: int) -> Iterator[Fact]:
    """A 与 B 签署…, C 为…揭牌, where the article tells of a ceremony; D 夺得冠军 at another happening."""
    acts = _rites() if _is(_CEREMONY, article, scene) else _on_stage()
    for verb in acts.finditer(article.sheet.flat, left, right):
        people = [b for b in takers(article, left, verb.start()) if b.type == "Person"]
        if people and scene.meeting is not None and gives_besides(article, scene.meeting, (people[-1].end, verb.end())):
            continue
        if people and verb.start() - people[-1].end <= _NEAR and verb.start() in article.sheet.edges:
            waiting = listed_before(article, left) if people[0].start - left < _NEAR else []
            listed = [b for b in waiting if b.type == "Person"]
            yield from _there(article, scene, [*listed, *people], verb.span())
            return


def _played(article: Annotated, scene: Scene, left: int, right: int) -> Iterator[Fact]:
    """甲以3比1战胜乙: both took part in the match, those before the verb and those behind it."""
    verb = _match().search(article.sheet.flat, left, right) if _is(_contest(), article, scene) else None
    if verb is None:
        return
    before = spoken(article, left, verb.start(), "Person")
    behind = spoken(article, verb.end(), right, "Person")
    teams = _teams(article, left, verb.start())[-1:] if not before else []
    others = _teams(article, verb.end(), right)[:1] if teams else []
    yield from _there(article, scene, [*run_to_last(article, before), *behind[:1], *teams, *others], verb.span())


def _won(article: Annotated, scene: Scene, left: int, right: int) -> Iterator[Fact]:
    """由甲队获得总冠军; 甲公司和乙团队分别斩获一等奖; 甲校选送的作品《丙》获得一等奖: bodies that get the prizes."""
    verb = _prize().search(article.sheet.flat, left, right) if _is(_rivalry(), article, scene) else None
    bodies = spoken(article, left, verb.start(), "Organization") if verb is not None else []
    if verb is None or not bodies or spoken(article, bodies[-1].end, verb.start(), "Person"):
        return
    run = run_to(article, [b for b in bodies if not _of_another(article, b)])
    if run and _HIS_PIECE.fullmatch(plain(article.sheet.flat[run[-1].end : verb.start()])):
        yield from _there(article, scene, run, verb.span())


def _of_another(article: Annotated, body: Bound) -> bool:
    """Whether a body stands within the name of a prize or gives it: 甲协会|颁发的."""
    return article.sheet.flat.startswith(("颁发", "授予", "主办", "认定", "评选"), body.end)


@cache
def _prize() -> re.Pattern[str]:
    return re.compile(_PRIZE)


@cache
def _rivalry() -> re.Pattern[str]:
    """Happenings at which prizes are won: contests and what ends with the giving of them."""
    return re.compile(f"(?:{any_of(words('contest_ends'))}|大会|节|颁奖[典仪][礼式]|评选活动|竞赛|比武|比拼|挑战)$")


# 选送的作品《甲》|最终|分别: between a body and the prize it gets.
_HIS_PIECE = re.compile(
    r"(?:和[^,。;、的]{2,12})?(?:等)?(?:代表队|参赛队|团队|队|项目)?(?:选送|选派|报送|带来|创作|申报|参赛|推荐)?的?"
    r"(?:[^,。;、的]{0,8}(?:作品|项目|节目|选手|方案|案例|课例)[^,。;]{0,24})?(?:最终|分别|一举|成功|共同|双双|还|也|均|喜){0,3}"
    r"(?:(?:凭借|以)[^,。;]{2,20})?"
)


def _teams(article: Annotated, left: int, right: int) -> list[Bound]:
    """The bodies that play themselves: 青江队, 宁河俱乐部."""
    return [b for b in spoken(article, left, right, "Organization") if b.spot.text.endswith(_TEAMS)]


def _at_it(article: Annotated, left: int, right: int) -> Iterator[Fact]:
    """甲公司在某招商大会上达成意向, 李文达日前在某论坛上领奖: whatever somebody does at it, they are there."""
    flat = article.sheet.flat
    for meeting in article.between(left, right, "Meeting"):
        held_there = _AT.match(flat, meeting.end, right) or meeting.spot.text.endswith("上")
        if not held_there or flat[meeting.start - 1 : meeting.start] != "在" or not meeting.things:
            continue
        who = takers(article, left, meeting.start - 1)
        if who and only_adverbials(article, who[-1].end, meeting.start - 1):
            yield from _there(article, Scene(meeting.things[0], False), who, (meeting.start, meeting.end))


def _own(article: Annotated, scene: Scene, left: int, right: int) -> Iterator[Fact]:
    """李文达|钢琴独奏音乐会, 周明远|书法作品展: who gives the name to it is there."""
    for meeting in article.between(left, right, "Meeting"):
        own = [b for b in article.between(left, meeting.start, "Person") if b.end == meeting.start]
        if own and scene.meeting in meeting.things and _SHOW.search(meeting.spot.text):
            yield from _there(article, scene, own, (meeting.start, meeting.end))


def _bodies(article: Annotated, scene: Scene, span: tuple[int, int, int]) -> Iterator[Fact]:
    """开幕式上,甲集团、乙协会发布了…: what bodies do at the scene that the sentence opens with; 甲剧院献演."""
    start, left, right = span
    opened = _SCENE.search(article.sheet.flat, start, left)
    at_it = opened is not None and opened.end() == left and meeting_in(article, start, left) == scene.meeting
    at_it = at_it or (left == start and article.sheet.row_start(start) < start and _opens(article, scene, start, left))
    main = scene.meeting == article.main_meeting
    if at_it or (main and _ON_THE_SPOT.fullmatch(article.sheet.flat, start, left)):
        acts = _acts_there()
    elif main:
        scene = _giving_before(article, scene, start, left)
        acts = _gives_there() if _is(_GIVING, article, scene) else pattern("body_stage_acts")
    else:
        return
    for verb in acts.finditer(article.sheet.flat, left, right):
        bodies = [b for b in takers(article, left, verb.start()) if b.type == "Organization"]
        bodies = [b for b in bodies if not article.sheet.flat.endswith(_NO_ACTOR, left, b.start)]
        if bodies and verb.start() in article.sheet.edges:
            yield from _there(article, scene, bodies, verb.span())
            return


def _giving_before(article: Annotated, scene: Scene, start: int, left: int) -> Scene:
    """活动现场,甲捐赠活动|举行,乙局捐赠…: the rite of giving that the clauses before tell, else the scene."""
    named = [b for b in article.between(start, left, "Meeting") if b.things and takes_place(article.sheet, b)]
    own = named and named[-1].things[0] != scene.meeting and _GIVING.search(named[-1].spot.text) is not None
    return Scene(named[-1].things[0], scene.away) if own else scene


def _opens(article: Annotated, scene: Scene, start: int, left: int) -> bool:
    """Whether 会上, 仪式上 opens the sentence of a clause, and it is the scene's meeting."""
    start = article.sheet.row_start(start)
    right = article.sheet.flat.find(",", start, left) + 1
    if scene.meeting == article.main_meeting and _ON_THE_SPOT.fullmatch(article.sheet.flat, start, max(right, start)):
        return True
    opened = _SCENE.search(article.sheet.flat, start, right) if right > 0 else None
    return opened is not None and meeting_in(article, start, left) == scene.meeting


def _reporting(article: Annotated, scene: Scene, span: tuple[int, int, int]) -> Iterator[Fact]:
    """会上,甲局、乙院有关负责人|分别|汇报了…: who tells of its work there, itself or by its people."""
    start, left, right = span
    verb = _REPORTED.search(article.sheet.flat, left, right)
    if verb is None or verb.start() not in article.sheet.edges or not _opens(article, scene, start, left):
        return
    bodies = spoken(article, left, verb.start(), "Organization")
    if not bodies or bodies[0].start - left > _LEAD or spoken(article, left, verb.start(), "Person"):
        return
    run = run_from(article, bodies, 0)
    if run[-1] is bodies[-1] and fills(_BEFORE_REPORT, article.sheet.flat[run[-1].end : verb.start()] or "又"):
        yield from _there(article, scene, run, verb.span(), "speaker")


def _receiving(article: Annotated, scene: Scene, span: tuple[int, int, int]) -> Iterator[Fact]:
    """仪式上,李文达|为|甲集团、乙大学|颁发证书: the bodies that are given something there."""
    start, left, right = span
    gifts = list(_GIVEN.finditer(article.sheet.flat, left, right))
    rite = bool(gifts) and scene.meeting == article.main_meeting and _is(_CEREMONY, article, scene)
    if not gifts or not (rite or _opens(article, scene, start, left)):
        return
    for gift in gifts:
        bodies = spoken(article, gift.start(), gift.end(), "Organization")
        if bodies and _FIRST.fullmatch(article.sheet.flat, gift.start("who"), bodies[0].start):
            run = run_from(article, bodies, 0)
            if run[-1] is bodies[-1] and _AND_OTHERS.fullmatch(article.sheet.flat, run[-1].end, gift.end("who")):
                yield from _there(article, scene, run, gift.span("deed"))


@cache
def _acts_there() -> re.Pattern[str]:
    """甲基金会|向乙县捐赠, 甲局|为乙队授旗: what bodies do at a scene, with whom they do it for before the verb."""
    return re.compile(f"(?:[向为给][^,。;在的了]{{2,20}}?)?(?:{any_of(words('body_acts'))})")


@cache
def _gives_there() -> re.Pattern[str]:
    """甲中心|为志愿者赠送|装备, where the page tells of a ceremony of giving or of sending off."""
    gives = f"(?:为|向|给)[^,。;在的了]{{2,20}}?(?:{one_of('given_at_rites')})(?![仪典活会])"
    return re.compile(f"{gives}|{pattern('body_stage_acts').pattern}")


def _is(kind: re.Pattern[str], article: Annotated, scene: Scene) -> bool:
    """Whether the name of the scene's meeting is of this kind."""
    return scene.meeting is not None and kind.search(article.things[scene.meeting].name) is not None


def _there(
    article: Annotated, scene: Scene, who: Sequence[Bound], trigger: tuple[int, int], role: str = "participant"
) -> Iterator[Fact]:
    """The facts that they take part, with the meeting's mention in the sentence or the last one before."""
    if scene.meeting is not None:
        at = named_last(article, scene.meeting, trigger[0])
        part = Part(role, f"{role} of a meeting", 0.85)
        yield from attended(article, who, (scene.meeting, at), trigger, part)
