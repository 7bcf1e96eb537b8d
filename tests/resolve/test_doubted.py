"""Names that their own article doubts: things of the build where another story knows them, or doubts them, too."""

from __future__ import annotations

from kg.extract import extract
from kg.model import Article, Entity, replace, to_line
from kg.pipeline import streams
from kg.resolve import resolve
from kg.resolve.resolution import is_told
from kg.resolve.world import collect

LITTLE = "有了活水,当地人说起白石江引水工程的好处。"
MUCH = "青江建设集团有限公司承建白石江引水工程。"
OTHER = "由于地形复杂,白石江引水工程惠及万人。"
NAME = "白石江引水工程"


def read(name, text):
    return extract(Article(f"{name}.txt#0", f"{name}.txt", 0, "", text, place="青海", city="西宁"))


def projects(*texts):
    """Each project of a build of these texts with the documents that tell of it."""
    found = resolve([read("abc"[index], text) for index, text in enumerate(texts)])
    return [sorted(one.documents) for one in found.entities if one.type == "Project" and one.name == NAME]


def test_what_its_article_doubts_stands_apart_in_what_was_extracted():
    found = read("a", LITTLE)
    assert NAME not in {one.name for one in found.entities}
    (doubted,) = [one for one in found.doubted if one.name == NAME]
    assert doubted.doubted
    assert '"doubted":true' in to_line(doubted)
    assert all("doubted" not in to_line(one) for one in found.entities)
    assert list(streams.extractions(streams.extraction_lines(found), "here")) == [found]


def test_it_is_no_thing_alone():
    assert projects(LITTLE) == []


def test_it_is_one_with_what_another_article_is_sure_of():
    assert projects(LITTLE, MUCH) == [["a.txt", "b.txt"]]


def test_copies_of_one_story_do_not_vouch_for_each_other():
    assert projects(LITTLE, LITTLE) == []
    assert projects(LITTLE, OTHER) == [["a.txt", "b.txt"]]


def test_places_that_everybody_knows_are_not_kept_for_others():
    found = read("a", "电池、航运、美国基建股跌得最多，有人谈起黄埔精神。")
    assert (found.entities, found.doubted) == ((), ())


def test_what_is_doubted_is_no_company_of_others():
    world = collect([read("a", LITTLE)])
    assert NAME in {one.name for one in world.entities.values()}
    assert world.inside["a.txt#0"] == ()


def test_a_paper_of_which_no_word_says_that_it_was_signed():
    name = "中塔跨界河流利用与保护合作协定"
    told, sign = f"《{name}》正式生效，双方将联合执法。", f"9月14日，中国和塔吉克斯坦签署《{name}》。"
    assert name not in {one.name for one in read("a", told).entities}
    found = [one for one in resolve([read("a", told), read("b", sign)]).entities if one.type == "Agreement"]
    assert [sorted(one.documents) for one in found] == [["a.txt", "b.txt"]]


def test_a_body_or_place_must_be_known_by_another_article():
    doubted = Entity("a.txt#0:Location:庞大园区", "a.txt#0", "Location", "庞大园区", ("庞大园区",), doubted=True)
    other = replace(doubted, id="b.txt#0:Location:庞大园区", article="b.txt#0")
    assert not is_told([(doubted, "a"), (other, "b")])
    assert is_told([(doubted, "a"), (replace(other, doubted=False), "b")])
    assert is_told([(replace(one, type="Project"), one.article) for one in (doubted, other)])
