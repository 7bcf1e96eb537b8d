"""Ids that a later build no longer has lead to the thing that holds what they meant."""

from __future__ import annotations

import json

from worlds import page

from kg.export import lines
from kg.pipeline import redirects
from kg.resolve import resolve


def build(out, *pages):
    """What `kg build` does with a resolution; the ids by document of the one person told of."""
    resolution = resolve(pages)
    redirects.write(resolution, out)
    lines.write(resolution, out)
    return {document: entity.id for entity in resolution.entities for document in entity.documents}


def person(document, title, place):
    return page(document, ("P:王伟", "HOLDS_POSITION", f"O:{place}政府", {"titles": (title,)}))


def test_a_first_build_and_the_same_again_write_nothing(tmp_path):
    build(tmp_path, person("a", "市长", "西宁市"))
    build(tmp_path, person("a", "市长", "西宁市"))
    assert not (tmp_path / redirects.NAME).exists()
    assert redirects.read(tmp_path) == {}


def test_an_id_that_is_gone_leads_to_who_holds_most_of_it(tmp_path):
    two = page("b", "P:周明远", "O:云桥锂业")
    one = page("a", "P:周明远", "O:云桥锂业", text="云桥锂业CEO周明远")
    before = {e.id for e in resolve([two]).entities}
    build(tmp_path, two)
    after = resolve([one, page("b", "P:周明远", "O:云桥锂业", text="云桥锂业CEO周明远")])
    redirects.write(after, tmp_path)
    now = {e.id for e in after.entities}
    told = redirects.read(tmp_path)
    assert set(told) == before - now
    assert all(new in now for new in told.values())


def test_chains_are_followed_and_what_has_no_member_left_leads_nowhere(tmp_path):
    def entities(**members):
        rows = [{"id": key, "kind": "entity", "members": list(value)} for key, value in members.items()]
        text = "".join(json.dumps(row) + "\n" for row in rows)
        (tmp_path / "entities.jsonl").write_text(text + "no record\n", encoding="utf-8")

    resolution = resolve([person("a", "市长", "西宁市")])
    member = next(e.members[0] for e in resolution.entities if e.type == "Person")
    ident = next(e.id for e in resolution.entities if e.type == "Person")
    (tmp_path / redirects.NAME).write_text(
        '{"from":"p1","kind":"redirect","schema":1,"to":"p2"}\n{"from":"p0","kind":"redirect","schema":1,"to":null}\n',
        encoding="utf-8",
    )
    entities(p2=[member, "gone"], p3=["gone"])
    redirects.write(resolution, tmp_path)
    assert redirects.read(tmp_path) == {"p0": None, "p1": ident, "p2": ident, "p3": None}
    entities(p2=[member])
    redirects.write(resolution, tmp_path)
    assert redirects.read(tmp_path) == {"p0": None, "p1": ident, "p2": ident, "p3": None}
