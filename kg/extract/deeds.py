"""What a clause tells of people at a meeting: the role that its verb gives, and who its subject is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from kg.extract.annotated import Annotated, Bound, covered
from kg.extract.clause.adverbials import AFTER_TALK
from kg.extract.decided import by_others
from kg.extract.lists import run_to, spoken
from kg.extract.sheet import QUOTED_NAME, Sheet
from kg.extract.subjects import actors
from kg.language.classes import ADVERBS, COUNTS, TIMES, VAGUE, all_of, one_of
from kg.language.lexicon import any_of, first_of, word_set, words
from kg.language.pieces import fills
from kg.language.tagger import Token

_HOSTS = re.compile(
    r"(?=[主共联承协合携])(?:主持(?!人|[^,。;]{0,10}工作(?=[,。;)]|$)|[研编修过]|完成|设计|起草|制定|多项|建设|开发|实施|国家|省部)|(?:共同|联合|合作|携手)?(?:主办|承办|协办)(?!方|单位)|(?:共同|联合)举办)"
)
_HEARS = re.compile(r"(?:听取|聆听|认真听|感谢|所[作做发提致]|两次|多次)(?:了)?[^,。;]{0,14}$")
# 致贺|信: a letter is read out by others.
_NOT_SPEECH = re.compile(
    r"(?:(?<=贺)[信电函]|(?<=通报)(?:称|显示)|的(?!还|有|是|包括)|精神|要求|人|单位|者|稿|会(?![议晤谈])|组)"
)
# 编制工作由|甲院|主持
_WORK_LED = re.compile("(?:工作|项目|课题|研究|编制|编写|翻译|设计|发掘|事务)由[^,。;]{2,40}$")
# 在座谈会上的重要|讲话 is a thing, 作了热情的|讲话 is a deed.
_AS_NOUN = re.compile(r"的(?:重要|主旨|精彩|系列|有关)?$")
_GIVES = re.compile(r"(?:作|做|发表|进行)了?[^,。;]{0,14}的[^,。;]{0,4}$")
_NOT_ATTENDING = re.compile(
    r"(?:下|人员|单位|者|嘉宾|代表们|代表(?=[\u3400-\u9fff]{2,4}[、,等])|专家|学者|人士|同志|企业家|委员|来宾|仪式|领导|双方|各方|人数|商|企业|产品|品牌|谈[会中时])"
)
_CUTS = re.compile(r"《[^《》。;]{1,60}》|[(][^()。;]{1,40}[)]|" + QUOTED_NAME + "|[,;:]")
_MODIFIES = re.compile(r"[^,。;、]{0,16}的")
_SAYS_WHO = re.compile("的(?![^,。;、]{0,8}?(?:有|包括|是))")
# 军民融合|办领导李文达: a verb that is the name of an office.
_OFFICE = re.compile(r"[\u3400-\u9fff]{0,2}?(?:[办局委组处所院站部会司厅室团队]|中心)")
_TITLED_TALK = r"(?:一场)?(?:题为|主题为|以|关于)?[“《][^。;]{2,200}?[》”][\u3400-\u9fff、]{0,10}?"
_TOPIC = re.compile(rf"{one_of('topic_markers')}|(?<=[\u3400-\u9fff])就(?=[^业职])")
_REPRESENTS = re.compile(f"等?(?:{VAGUE}|单位|部门|企业)*(?:{one_of('people_for_bodies')})")
# 甲大学|300余名师生|参加, 甲局|全体干部职工|参会: those who are there for the body, and nobody whose name follows.
_THEIRS = re.compile(
    f"等?的?(?:全体|部分|近|约|共)?(?:[0-9]{{1,5}}[余多]?[名位个])?(?:{one_of('people_there_for_bodies')}){{1,2}}"
    "(?:代表|们)?(?:共?(?:计)?[0-9]{1,5}[余多]?[人名])?"
)
_LISTED = re.compile(r"[、和与同及]|以及|等")
_MEMBERS = ("委员", "代表", "议员", "会员", "院士", "常委", "党员", "教授", "研究员", "记者", "学生", "发言人")
_ADVERB_BEFORE = 4
_STOPS = ",;:。!?、\n "
_UNNAMED_HEAD = re.compile(f"等[^,。;]{{0,12}}(?:{any_of(words('unnamed_people'))})")
_NOT_SUBJECT = re.compile(r"(?:对|向|给|受|应|以|据|感谢|学习|欢迎|陪同|按照|贯彻|在.{0,2}陪同下)$")
# 来到|青江学院: where somebody goes acts not.
_SPOKEN_FOR = re.compile(f"(?:{one_of('before_whom_is_spoken_for')})了?$")
_ADVERB = re.compile(
    rf"(?:{ADVERBS}|{TIMES}|代表团|(?:已经?)?连续[0-9{COUNTS}]{{1,4}}[年届次季]|的?[0-9]{{1,8}}位[\u3400-\u9fff]{{0,8}}|派员|组团"
    r"|在[^,。]{2,12}|携[^,。]{1,16}|(?:组织|组团|带领)[^,。]{0,14}|作|交流|书面|典型|就[^,。]{2,16})"
)
# Verbs that stand before a name and say who bears it, not what is done.
# A gap of a list is rarely longer: all posts of one person.
_LONGEST = 160
_LIST_MARK = re.compile("[、,;和与及]")
# 据悉,|包括李文达、周明远等人|出席: those who are listed act.
_OPENS_CLAUSE = re.compile("(?:^|[,。;:!?]|其中|这些)$")
_ATTENDING = ("attend_verbs", "gather_verbs", "exhibit_verbs")
_TAKES_OBJECT = (*all_of("attending_verbs"), "应邀参会")
# Behind which no other subject stands; 在|致辞中表示 leads up to a verb, too.
_ALSO = re.compile(
    rf"{TIMES}|在[^,。;]{{2,14}}|{ADVERBS}|前往|来到|率[队团]|同[\u3400-\u9fff]{{1,6}}们|出席|参加|到会|会上|[在于]$"
)


# 甲与乙举行会谈|后在发布会上说: only who received goes on in the clause.
_AFTER_TALK = re.compile(AFTER_TALK)
# 李文达一行赴甲公司,|就产业发展、金融服务等事项|开展交流: what it is about is no subject.
_ABOUT_IT = re.compile(
    "^(?:就(?![业近职])|围绕|针对|聚焦)[^,。;]{2,60}?(?:事项|事宜|问题|工作|情况|议题|话题|发展|建设|合作|领域|方面|内容)$"
)


# 由李文达|签署的|法令: a deed that only says which thing it is.
_IN_ATTRIBUTE = re.compile("(?:同志|先生|女士)?[\u3400-\u9fff]{2,5}?的(?=[\u3400-\u9fff“《])")


class Deed(Struct, frozen=True, gc=False):
    """What somebody does at a meeting: role is host, speaker or participant; start and end are the verb's.

    first: where the first verb of attending stands in the clause; the subject is named before it.
    """

    role: str
    start: int
    end: int
    first: int = -1

    @property
    def subject_end(self) -> int:
        """Where the part of the clause ends that names the subject."""
        return self.start if self.first < 0 else self.first


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    reports = any_of(words("report_nouns"))
    # 作家李文达|作了分享: the writer's name is no part of what is given.
    gives = "(?:(?<![工合])[作做](?![家者业坊协])|带来|发表|进行|开展|奉上|呈现)了?"
    taken = rf"(?:{gives}[\u3400-\u9fff“”]{{0,12}}?|{gives}{_TITLED_TALK})(?:{reports})"
    speeches = (*words("speech_verbs"), "作", "做", "带来", "发表", "进行", "开展", "奉上", "呈现")
    proposes = f"(?:提出|提|贡献)了?[^,。;“]{{0,24}}?(?:{one_of('what_is_proposed')})(?=[,。;]|$)"
    speeches = (*speeches, "提", "贡献")
    speech = rf"{first_of(speeches)}(?:{any_of(words('speech_verbs'))}|{taken}|{proposes})"
    shared = rf"(?:讨论|研讨|{one_of('shared_doings')})(?!会|环节|活动|中心|平台|机制|工作)"
    debates = f"(?:展开|进行|开展)了?[^,。;]{{0,6}}?{shared}"
    attending = [word for name in _ATTENDING for word in words(name)]
    goes = f"参与了?(?=[^,。;、:的]{{0,24}}?(?:{one_of('ends_of_happenings')})(?:[,。;]|$))"
    attends = f"{first_of((*attending, '展开', '进行', '开展', '参与'))}(?:{any_of(attending)}|{debates}|{goes})"
    return (
        ("host", _HOSTS, _NOT_SPEECH),
        ("speaker", re.compile(speech), _NOT_SPEECH),
        ("participant", re.compile(attends), _NOT_ATTENDING),
    )


def clauses(flat: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans between , ; and : of a sentence; marks in names of books, short quotations and brackets cut nothing."""
    left = start
    for mark in _CUTS.finditer(flat, start, end):
        if mark.group() in ",;:":
            yield left, mark.start()
            left = mark.end()
    yield left, end


def deed_in(sheet: Sheet, left: int, right: int) -> Deed | None:
    """The strongest role that the verbs of a clause give, with the span of the first such verb."""
    flat = sheet.flat
    for role, pattern, unlike in _kinds():
        for match in pattern.finditer(flat, left, right):
            if role == "participant" and (_in_name(sheet, match.start()) or by_others(flat, left, match.start())):
                continue  # 凌|云集|团; 会见|出席某论坛的嘉宾
            noun = unlike.match(flat, match.end(), right)
            if role == "participant" and _SAYS_WHO.match(flat, match.end()):
                continue  # 通过视频参会的|李文达说
            # 揭牌仪式 is a noun, 出席仪式 is what people do.
            if noun and noun.group() == "仪式" and match.group() in _TAKES_OBJECT:
                noun = None
            if (
                role == "speaker"
                and _AS_NOUN.search(flat, left, match.start())
                and not _GIVES.search(flat, left, match.start())
            ):
                continue
            if role == "host" and _WORK_LED.search(flat, left, match.start()):
                continue  # 文本编制工作由甲院|主持
            if not noun and not _HEARS.search(flat, left, match.start()):
                return Deed(role, match.start(), match.end(), _first(sheet, left, match.start()))
    return None


def _in_name(sheet: Sheet, offset: int) -> bool:
    """Whether a name's word goes on at this offset."""
    token = sheet.token_at(offset)
    return token is not None and token.start < offset and token.tag in ("ORG", "LOC", "PER", "nz", "nt")


def _first(sheet: Sheet, left: int, start: int) -> int:
    """The start of the first verb of attending in `[left, start)` that does not modify a noun; else `start`."""
    flat = sheet.flat
    for match in _kinds()[2][1].finditer(flat, left, start):
        if (
            match.start() in sheet.edges
            and not _NOT_ATTENDING.match(flat, match.end())
            and not _MODIFIES.match(flat, match.end(), start)
        ):
            return match.start()
    return start


def takers(article: Annotated, left: int, verb: int) -> list[Bound]:
    """The people and organisations named in a clause before its verb who can be its subject."""
    if not article.between(left, verb, "Person", "Organization"):
        return []
    found = _TOPIC.search(article.sheet.flat, left, verb)
    if found and article.between(left, found.start(), "Person", "Organization"):
        verb = found.start()
    led: dict[int, bool] = {}
    for person in article.between(left, verb, "Person"):
        _leads(article, person, left, led)
    people = [b for b in actors(article, left, verb) if _leads(article, b, left, led)]
    people = [b for b in people if not _sends().match(article.sheet.flat, b.end, verb)]
    people = [
        b for b in people if not _IN_ATTRIBUTE.match(article.sheet.flat, b.end, verb) or not _by(article, b, left)
    ]
    if len(people) > 1 and article.sheet.flat.find("后", left, verb) > 0:
        met = _AFTER_TALK.search(article.sheet.flat, people[0].end, verb)
        people = [b for b in people if met is None or not met.start("them") <= b.start < met.end("them")]
    named = spoken(article, left, verb, "Organization")
    bodies = [b for b in named if _speaks_for_itself(article, b, left, verb)]
    if bodies and _AS_THINGS.search(article.sheet.flat, bodies[-1].end, verb):
        bodies = []
    if bodies and len(named) > 1:  # 参观了|甲中心、乙公司
        bodies = [b for b in bodies if not _SPOKEN_FOR.search(article.sheet.flat, left, _first_of(article, named, b))]
    if found and found.start() - left <= _ADVERB_BEFORE:  # 分别围绕|甲协会的工作: what is spoken of acts not
        bodies = [b for b in bodies if b.start < found.start()]
    return sorted([*people, *bodies], key=lambda bound: bound.start)


# 甲中心、乙基地|等一批重点项目|点亮运行: what the list sums up as things does nothing.
_AS_THINGS = re.compile(
    f"等(?:一批|一系列|多|[0-9{COUNTS}]{{1,4}}余?)[个项家批大处座]?(?:重点|重大|优质|标志性)?(?:{one_of('things_summed_up')})(?:相继|陆续|先后|成功|正式|集中|全部|已|也){{0,2}}$"
)


def _by(article: Annotated, person: Bound, left: int) -> bool:
    """Whether 由 leads to the person: 发布由|其领导人李文达|签署的法令."""
    lead = article.sheet.flat.rfind("由", max(left, person.start - _LONGEST), person.start)
    return lead >= 0 and article.sheet.flat.find(",", lead, person.start) < 0


def _first_of(article: Annotated, named: Sequence[Bound], body: Bound) -> int:
    """Where the list begins that ends with a body."""
    return run_to(article, [b for b in named if b.start <= body.start])[0].start


@cache
def _sends() -> re.Pattern[str]:
    """李文达|委托周明远|主持, 李文达|派代表|出席, 李文达|欢迎某某|来华出席: the subject is not there by this verb."""
    return re.compile(f"(?:同志)?(?:{any_of((*words('sending_verbs'), '欢迎', '邀请', '感谢'))})")


def topic(text: str, at: int = 0) -> bool:
    """Whether the words behind a list of people only say what they speak about (等委员围绕…, the verb is to come).

    at: where in the text those words begin.
    """
    return bool(_TOPIC.match(text, at) if at else _TOPIC.match(text.lstrip("等委员代表分别先后")))


def other_subject(text: str) -> bool:
    """Whether the words before a verb hold a subject that names nobody (有关部门负责人)."""
    return len(_ALSO.sub("", text).strip()) > 1


def only_topic(text: str) -> bool:
    """Whether the words before a verb only tell what it is about (就产业发展等事项|开展交流)."""
    return _ABOUT_IT.match(text) is not None


def _leads(article: Annotated, person: Bound, left: int, led: dict[int, bool]) -> bool:
    """Whether a person can be the subject of a clause: no verb and no preposition stands before their posts.

    led: what is known of the people before, by offset; in a list everyone is as the first.
    """
    if person.start not in led:
        led[person.start] = _can_lead(article, person, left, led)
    return led[person.start]


def _can_lead(article: Annotated, person: Bound, left: int, led: dict[int, bool]) -> bool:
    sheet, start = article.sheet, person.start
    for bound in article.back_from(start, left, "Title", "Organization", "Person"):
        if sheet.flat[bound.end : start].strip("、 和与及"):
            break
        if bound.type == "Person":
            return _leads(article, bound, left, led)
        start = bound.start
    before = next(article.back_from(start, left, "Person"), None)
    if before is not None and in_list(article, before.end, start):
        return _leads(article, before, left, led)
    tokens = sheet.tokens[max(sheet.token_index(left), 0) : sheet.token_index(start - 1) + 1] if start > left else ()
    verbs = [t for t in tokens if t.tag == "v" and left <= t.start and t.end <= start and len(t.text) in (2, 3)]
    acts = [t for t in verbs if t.text not in word_set("sending_verbs") and not acts_not(article, t, start)]
    return not _NOT_SUBJECT.search(sheet.flat, left, start) and not acts


@cache
def _no_list() -> re.Pattern[str]:
    """What never stands within a list of names: the end of a sentence, a preposition, 甲说,."""
    return re.compile(f"[。:]|[在由被对向把从到]|(?:{any_of(words('say_verbs'))})(?:说|道)?,")


def in_list(article: Annotated, left: int, right: int) -> bool:
    """Whether only posts, bodies and marks of a list stand between two names."""
    between = article.sheet.flat[left:right]
    if not _LIST_MARK.search(between) or _no_list().search(between) or right - left > _LONGEST:
        return False
    return not has_verb(article, left, right)


def has_verb(article: Annotated, left: int, right: int) -> bool:
    """Whether a verb that is part of no name and no post stands in `[left, right)`."""
    sheet = article.sheet
    tokens = sheet.tokens[max(sheet.token_index(left), 0) : sheet.token_index(right - 1) + 1]
    names = article.all_between(left, right, "Person", "Organization", "Location", "Title")
    return any(
        t.tag == "v" and left <= t.start and t.end <= right and len(t.text) > 1 and not acts_not(article, t, right)
        for t in tokens
        if not covered(names, t.start, t.end)
    )


def acts_not(article: Annotated, verb: Token, end: int) -> bool:
    """Whether a verb before a name only says who bears it: 分管|教育的…, 军民融合|办主任…"""
    flat = article.sheet.flat
    if verb.text in ("包括", "包含") and _OPENS_CLAUSE.search(flat, 0, verb.start):
        return True
    if verb.text in word_set("bearing_verbs") or "的" in flat[verb.end : end]:
        return True
    if verb.text in word_set("person_verbs"):
        return bool(_OFFICE.match(flat, verb.end, end))
    # 动能|起步|区某部部长李文达: within the posts of somebody a verb without an object is part of a name.
    following = article.sheet.token_at(verb.end)
    governs = following is not None and following.start == verb.end and following.tag in ("PER", "u")
    return not governs


def _post_of(article: Annotated, body: Bound, person: Bound) -> bool:
    """省委|、省政府秘书长李文达: only bodies and posts stand between a body and a person's name: they are theirs."""
    words_between = article.sheet.flat[body.end : person.start]
    for bound in article.between(body.end, person.start, "Organization", "Location", "Title"):
        words_between = words_between.replace(bound.spot.text, "", 1)
    titled = any(title.end == person.start for title in article.between(body.end, person.start, "Title"))
    return titled and not words_between.strip("、和与及兼 ")


def _there_for_it(rest: str) -> bool:
    """Whether the words between a body and the verb are its people without names: 甲大学|300余名师生|参加."""
    theirs = _THEIRS.match(rest)
    if theirs is None:
        return False
    return _LISTED.match(rest, theirs.end()) is not None or fills(_ADVERB, rest[theirs.end() :])


def _speaks_for_itself(article: Annotated, body: Bound, left: int, verb: int) -> bool:
    """Whether an organisation is a subject of its own, and not part of somebody's post or a word's qualifier."""
    flat = article.sheet.flat
    rest = flat[body.end : verb]
    if _SPOKEN_FOR.search(flat, left, body.start) or "来自" in flat[left : body.start].rpartition(",")[2]:
        return False
    if body.spot.text.endswith("人大") and rest.startswith("代表"):
        return False
    people = article.between(body.end, verb, "Person")
    spokesman = _REPRESENTS.match(rest)
    if (spokesman and not any(b.start - body.end - spokesman.end() <= 1 for b in people)) or (
        not people and _there_for_it(rest)
    ):
        return True
    if _LISTED.match(rest) and not (people and _post_of(article, body, people[0])):
        return True
    titled = [title for title in article.between(body.end, verb, "Title") if title.start == body.end]
    if titled and not people:  # 甲公司|董事长|致欢迎辞: one without a name is there for it
        rest, heads = flat[titled[0].end : verb], not titled[0].spot.text.endswith(_MEMBERS)
        alone = verb < len(flat) and flat[verb] not in _STOPS and fills(_ADVERB, rest)
        return heads and flat[body.start - 1 : body.start] != "的" and (alone or bool(_UNNAMED_HEAD.match(rest)))
    return not titled and fills(_ADVERB, rest)
