"""How resolving grows: generated articles, resolved once for each size. Figures of docs/performance.md.

usage: python tests/bench_identity.py [ENTITIES …]        (10000 30000 100000 without any; 1000000 takes minutes)

Every article tells of one county: leaders with posts, firms, a talk, a project and a paper that is signed. Leaders and
firms come again in other articles of the county, every tenth article is a copy of an earlier one, and names look alike:
the more articles, the more bear one name. Prints entities, articles, things found, seconds of processor time in all and
for each entity (microseconds), and the peak of memory (MB). All names are made up.
"""

from __future__ import annotations

import gc
import random
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

from kg.language.divisions import Division, divisions
from kg.language.lexicon import words
from kg.model import Article, Entity, Extraction, Triple, triple_id
from kg.resolve import resolve

SIZES = (10_000, 30_000, 100_000)
DAYS = 4_000
LEADERS, FIRMS = 30, 20  # of a county
GIVEN = "伟明华建国文志海晓春玉林军平永红东学丽金新成荣宝福祥安宁"
BRANDS = "青云河山金玉海天华盛恒泰瑞丰源达通远信和"
TRADES = ("锂业", "建设", "能源", "物流", "乳业", "置业", "环保", "科技", "农牧", "旅游")
WORKS = ("光伏电站", "产业园", "污水处理厂", "物流中心", "棚户区改造", "高速公路", "数据中心", "水库")
TEXT = "的一是在不了有和人这中大为上个国以要时来用生到作地于出就分对成会可主发年动同工也能下产种面方后"


def main(sizes: list[int]) -> None:
    """Print a row for each size."""
    say("entities", "articles", "things", "seconds", "microseconds an entity", "MB")
    for size in sizes:
        made = list(extractions(size))
        entities = sum(len(one.entities) for one in made)
        gc.collect()
        began = time.process_time()
        found = resolve(made)
        seconds = time.process_time() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        say(entities, len(made), len(found.entities), round(seconds, 1), round(seconds / entities * 1e6), round(peak))


def say(*row: object) -> None:
    """Print a row of figures."""
    sys.stdout.write("\t".join(map(str, row)) + "\n")
    sys.stdout.flush()


def extractions(entities: int) -> Iterator[Extraction]:
    """Articles until so many entities are told of; the same ones every time."""
    counties = [one for one in divisions() if one.level == "county"]
    told, earlier = 0, []
    number = 0
    while told < entities:
        lots = random.Random(number)
        page = lots.choice(earlier) if earlier and lots.random() < 0.1 else number
        made = _article(counties, page, f"{number:06d}.txt")
        earlier.append(page)
        told, number = told + len(made.entities), number + 1
        yield made


def _article(counties: list[Division], page: int, document: str) -> Extraction:
    lots = random.Random(-1 - page)
    county = lots.choice(counties)
    day = (date(2014, 1, 1) + timedelta(lots.randrange(DAYS))).isoformat()
    sheet = _Sheet(document, county, day, "".join(lots.choices(TEXT, k=lots.randrange(200, 500))))
    meeting = sheet.entity(
        "Meeting", f"{county.short}{lots.choice(TRADES)}{lots.choice(('座谈会', '推进会', '签约仪式'))}", date=day
    )
    firms = [sheet.entity("Organization", name) for name in lots.sample(_firms(county), 2)]
    body = sheet.entity("Organization", f"{county.name}委员会" if lots.random() < 0.2 else f"{county.name}人民政府")
    for name in lots.sample(_leaders(county), 4):
        person = sheet.entity("Person", name)
        if lots.random() < 0.7:
            sheet.fact(person, "HOLDS_POSITION", body, titles=(lots.choice(("副县长", "县长", "书记")),))
        sheet.fact(person, "ATTENDED", meeting)
    place = sheet.entity("Location", county.name)
    work = sheet.entity("Project", f"{county.short}{lots.choice(BRANDS)}{lots.choice(BRANDS)}{lots.choice(WORKS)}项目")
    sheet.fact(firms[0], "UNDERTAKES", work)
    sheet.fact(work, "LOCATED_IN", place)
    paper = sheet.entity("Agreement", "战略合作协议", date=day)
    for side in (body, firms[1]):
        sheet.fact(side, "SIGNED", paper)
    return sheet.extraction()


def _leaders(county: Division) -> list[str]:
    lots = random.Random(county.code)
    surnames = words("common_surnames")
    return sorted({lots.choice(surnames) + "".join(lots.choices(GIVEN, k=2)) for _ in range(LEADERS)})


def _firms(county: Division) -> list[str]:
    lots = random.Random(county.code + "firms")
    names = {"".join(lots.choices(BRANDS, k=2)) + lots.choice(TRADES) for _ in range(FIRMS)}
    return sorted(f"{county.short}{name}有限公司" for name in names)


class _Sheet:
    def __init__(self, document: str, county: Division, day: str, text: str) -> None:
        city = county.path[1] if len(county.path) > 2 else None
        self._article = Article(f"{document}#0", document, 0, "", text, day, county.path[0], city)
        self._entities: list[Entity] = []
        self._triples: list[Triple] = []

    def entity(self, kind: str, name: str, **properties: str) -> Entity:
        ident = f"{self._article.id}:{len(self._entities)}"
        made = Entity(ident, self._article.id, kind, name, (name,), (), properties)
        self._entities.append(made)
        return made

    def fact(self, subject: Entity, predicate: str, other: Entity, **properties: object) -> None:
        ident = triple_id(subject, predicate, other, [self._article.id])
        self._triples.append(Triple(ident, self._article.id, subject.id, predicate, other.id, properties))

    def extraction(self) -> Extraction:
        return Extraction(self._article, tuple(self._entities), tuple(self._triples))


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
