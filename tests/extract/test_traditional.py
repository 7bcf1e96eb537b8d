"""Articles in traditional script: names as they stand, the simplified ones beside them (kg/extract/script.py)."""

from kg.extract import extract
from kg.model import Article

TEXT = (
    "【本報訊】（記者李文達）行政長官李國華昨日在禮賓府會見青江市委書記周明遠，就兩地合作交換意見。"
    "香港青江總商會會長范曉東說，後續將在青江投資興建物流園。"
)


def _read(text: str, place: str) -> tuple[dict[str, tuple[str, ...]], set[tuple[str, str, str]], list[str]]:
    article = Article("a#0", "a", 0, "", text, date="2024-03-17", place=place, reporters=("李文達",))
    found = extract(article)
    for entity in found.entities:
        assert all(m.text == text[m.start : m.end] for m in entity.mentions)
    names = {entity.id: entity.name for entity in found.entities}
    triples = {(names[t.subject], t.predicate, names[t.object]) for t in found.triples}
    assert found.article is article
    sentences = [item.sentence for t in found.triples for item in t.evidence]
    return {e.name: e.names for e in found.entities}, triples, sentences


def test_names_stand_as_they_are_written_and_can_be_found_in_simplified_script() -> None:
    names, triples, sentences = _read(TEXT, "香港")
    assert names["李國華"] == ("李國華", "李国华")
    assert names["范曉東"] == ("范曉東", "范晓东")
    assert "香港青江总商会" in names["香港青江總商會"]
    assert ("范曉東", "HOLDS_POSITION", "香港青江總商會") in triples
    assert ("李國華", "HOLDS_POSITION", "香港特别行政区政府") in triples
    assert any({a, b} == {"李國華", "周明遠"} and p == "MET_WITH" for a, p, b in triples)
    assert sentences and all(sentence in TEXT for sentence in sentences)


def test_reporters_are_no_people_of_the_story() -> None:
    assert "李文達" not in _read(TEXT, "香港")[0]


def test_the_island() -> None:
    text = "（中央社記者王小明台北16日電）行政院長周明遠、立法委員范曉東今天出席全國觀光發展會議。"
    triples = _read(text, "台湾")[1]
    assert ("周明遠", "HOLDS_POSITION", "行政院") in triples
    assert ("范曉東", "HOLDS_POSITION", "立法院") in triples


def test_simplified_articles_are_read_as_before() -> None:
    names, _, _ = _read("本报讯 5月13日，市委书记李国华会见青江宁河实业有限公司董事长周明远。", "青海")
    assert names["李国华"] == ("李国华",)
