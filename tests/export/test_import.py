"""A file that was exported, edited as other programs do it, and taken back: the graph is as it was edited."""

from __future__ import annotations

import csv
from pathlib import Path
from xml.etree import ElementTree

import pytest
from graphs import extreme, gold, small

from kg.correct import correct, parse, render
from kg.errors import UserError
from kg.export import edited, gexf, graphml, tables
from kg.export.changes import changes
from kg.graph import build
from kg.view.parallel import merged
from kg.view.selection import Selection, selected

WRITERS = {"graph.graphml": graphml.write, "graph.gexf": gexf.write, "tables": tables.write}
GRAPHML, Y, GEXF = (
    "{http://graphml.graphdrawing.org/xmlns}",
    "{http://www.yworks.com/xml/graphml}",
    "{http://gexf.net/1.3}",
)


def written(name: str, folder: Path, resolution, wanted: Selection | None = None) -> Path:
    chosen = wanted or Selection()
    WRITERS[name](selected(build(resolution), chosen), folder / name, chosen.text())
    return folder / name


def facts(resolution) -> set[tuple]:
    graph = build(resolution)
    return {
        (graph.nodes[a]["name"], data["predicate"], graph.nodes[b]["name"], *data["titles"], data["status"])
        for a, b, data in graph.edges(data=True)
    }


def things(resolution) -> set[tuple[str, str]]:
    return {(entity.name, entity.type) for entity in resolution.entities}


def taken(resolution, path: Path):
    """What the next build makes of the file: its lines as corrections.csv holds them, applied."""
    found = changes(resolution, edited.read(path))
    lines = parse(render(found.lines), "corrections.csv")
    after, misfits = correct(resolution, lines)
    assert misfits == ()
    return after, found


# --- editing, format by format: set a cell of the node or edge that a test chooses, or take it away -------------------


class Xml:
    def __init__(self, path: Path) -> None:
        self.path, self.tree = path, ElementTree.parse(path)
        self.space = GRAPHML if path.suffix == ".graphml" else GEXF
        self.keys = {(one.get("for"), one.get("attr.name")): one.get("id") for one in self.tree.iter(f"{GRAPHML}key")}

    def find(self, kind: str, **told: str):
        for element in self.tree.iter(f"{self.space}{kind}"):
            if all(
                self.cell(element, name).get(*self.place(name)) == value
                for name, value in told.items()
                if self.space == GEXF
            ) and all(
                (self.cell(element, name).text or "") == value for name, value in told.items() if self.space == GRAPHML
            ):
                return element
        raise AssertionError(told)

    def place(self, name: str) -> tuple[str]:
        return ("label",) if name == "label" else ("value",)

    def cell(self, element, name: str):
        if self.space == GRAPHML:
            return element.find(f"{GRAPHML}data[@key='{element.tag.removeprefix(GRAPHML)[0]}_{name}']")
        return element if name == "label" else element.find(f"{GEXF}attvalues/{GEXF}attvalue[@for='{name}']")

    def set(self, kind: str, where: dict, **new: str) -> None:
        element = self.find(kind, **where)
        for name, value in new.items():
            if name in ("source", "target"):
                element.set(name, value)
            elif self.space == GRAPHML:
                self.cell(element, name).text = value
            else:
                self.cell(element, name).set(*self.place(name), value)

    def drop(self, kind: str, where: dict) -> None:
        element = self.find(kind, **where)
        for parent in self.tree.iter():
            if element in list(parent):
                parent.remove(element)

    def save(self) -> None:
        self.tree.write(self.path, encoding="utf-8", xml_declaration=True)


FILES = {"node": ("nodes.csv", tables.NODE_HEADS), "edge": ("edges.csv", tables.EDGE_HEADS)}


class Tables:
    def __init__(self, path: Path) -> None:
        self.path, self.rows = path, {}
        for kind, (name, heads) in FILES.items():
            with (path / name).open(encoding="utf-8-sig", newline="") as file:
                names = {title: key for key, title in heads.items()}
                self.rows[kind] = [{names[k]: v for k, v in row.items()} for row in csv.DictReader(file)]

    def find(self, kind: str, **told: str):
        return next(row for row in self.rows[kind] if all(row[name] == value for name, value in told.items()))

    def set(self, kind: str, where: dict, **new: str) -> None:
        row = self.find(kind, **where)
        row.update(new)
        for end in {"source", "target"} & new.keys():
            row[f"{end}_name"] = next(one["label"] for one in self.rows["node"] if one["kg_id"] == new[end])

    def drop(self, kind: str, where: dict) -> None:
        self.rows[kind].remove(self.find(kind, **where))

    def save(self) -> None:
        for kind, (name, heads) in FILES.items():
            with (self.path / name).open("w", encoding="gb18030", newline="") as file:  # as Excel saves in China
                table = csv.writer(file)
                table.writerow(heads.values())
                table.writerows([row[key] for key in heads] for row in self.rows[kind])


def editing(path: Path):
    return Tables(path) if path.is_dir() else Xml(path)


# --- tests ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("make", [small, gold, extreme])
def test_no_edit_is_no_line(tmp_path, name, make):
    resolution = make()
    found = changes(resolution, edited.read(written(name, tmp_path, resolution)))
    assert (found.lines, found.told) == ([], [])


def test_days_that_a_spreadsheet_rewrote_are_no_edits(tmp_path):
    resolution = small()
    file = editing(written("tables", tmp_path, resolution))
    for row in file.rows["edge"]:
        row["first_day"] = row["first_day"].replace("-0", "/").replace("-", "/")
    file.set("edge", {"label": "考察"}, first_day="Mar-24")
    file.save()
    assert changes(resolution, edited.read(file.path)).lines == []
    file.set("edge", {"label": "考察"}, first_day="2024/4/1")
    file.save()
    after, _ = taken(resolution, file.path)
    assert [day for *_, label, day in _days(after) if label == "考察"] == ["2024-04-01"]


def _days(resolution):
    return [(data["label"], data["first"]) for *_, data in build(resolution).edges(data=True)]


@pytest.mark.parametrize("name", WRITERS)
def test_the_graph_is_as_it_was_edited(tmp_path, name):
    resolution = small()
    ids = {entity.name: entity.id for entity in resolution.entities}
    file = editing(written(name, tmp_path, resolution))
    file.set("node", {"label": "江海公司"}, label="江海集团")
    file.set("node", {"label": "临江市"}, type="Organization")
    file.drop("edge", {"label": "位于"})
    file.set("edge", {"label": "签约"}, label="合作")
    file.set("edge", {"titles": "董事长"}, titles="董事、主任", target=ids["云岭省委"])
    file.set("edge", {"role": "speaker"}, role="host")
    file.set("edge", {"label": "承担"}, status_zh="已完成")
    file.save()
    after, found = taken(resolution, file.path)
    assert found.told == []
    before = {tuple("江海集团" if part == "江海公司" else part for part in fact) for fact in facts(resolution)}
    gone = {
        ("风电基地项目", "LOCATED_IN", "临江市", "planned"),
        ("云岭省委", "SIGNED_WITH", "江海集团", "done"),
        ("江海集团", "SIGNED_WITH", "云岭省委", "done"),
        ("赵一平", "HOLDS_POSITION", "江海集团", "董事长", "done"),
        ("江海集团", "UNDERTAKES", "风电基地项目", "planned"),
    }
    pair = sorted((ids["云岭省委"], ids["江海公司"]))
    names = ["江海集团" if ids["江海公司"] == one else "云岭省委" for one in pair]
    new = {
        (names[0], "COOPERATES_WITH", names[1], "done"),
        ("赵一平", "HOLDS_POSITION", "云岭省委", "主任", "董事", "done"),
        ("江海集团", "UNDERTAKES", "风电基地项目", "done"),
    }
    assert facts(after) == before - gone | new
    assert things(after) == things(resolution) - {("江海公司", "Organization"), ("临江市", "Location")} | {
        ("江海集团", "Organization"),
        ("临江市", "Organization"),
    }
    graph = build(after)
    moved = next(data for *_, data in graph.edges(data=True) if data["titles"] == ["主任", "董事"])
    assert moved["evidence"][0]["sentence"] == "云岭省委书记李明远在临江市会见江海公司董事长赵一平。"
    assert next(data["role"] for *_, data in graph.edges(data=True) if data["predicate"] == "ATTENDED") == "host"


@pytest.mark.parametrize("name", WRITERS)
def test_what_was_not_exported_was_not_deleted(tmp_path, name):
    resolution = small()
    file = editing(written(name, tmp_path, resolution, Selection(only=("MET_WITH", "VISITED"))))
    file.drop("edge", {"label": "考察"})
    file.save()
    after, _ = taken(resolution, file.path)
    assert facts(resolution) - facts(after) == {("李明远", "VISITED", "临江市", "done")}


@pytest.mark.parametrize("name", WRITERS)
def test_a_node_that_is_gone_goes_with_its_facts(tmp_path, name):
    resolution = small()
    ids = {entity.name: entity.id for entity in resolution.entities}
    file = editing(written(name, tmp_path, resolution))
    file.drop("node", {"label": "战略合作协议"})
    file.drop("edge", {"label": "签署"})
    file.save()
    after, _ = taken(resolution, file.path)
    assert ids["战略合作协议"] not in {entity.id for entity in after.entities}
    assert all(fact[1] != "SIGNED" for fact in facts(after))
    assert len(facts(after)) == len(facts(resolution)) - 1


def test_one_of_two_posts_in_one_sentence_goes_alone(tmp_path):
    from graphs import article, entity, triple

    from kg.model import Resolution

    one = article(1, "李文达任宁河实业董事长、总经理。", date="2024-03-27")
    person, firm = entity("Person", "李文达"), entity("Organization", "宁河实业")
    posts = tuple(triple(one, person, "HOLDS_POSITION", firm, titles=(title,)) for title in ("董事长", "总经理"))
    resolution = Resolution((one,), (person, firm), posts)
    file = editing(written("graph.graphml", tmp_path, resolution))
    file.drop("edge", {"titles": "总经理"})
    file.save()
    after, _ = taken(resolution, file.path)
    assert facts(after) == {("李文达", "HOLDS_POSITION", "宁河实业", "董事长", "done")}
    file.set("edge", {"titles": "董事长"}, titles="董事")
    file.save()
    after, _ = taken(resolution, file.path)
    assert facts(after) == {("李文达", "HOLDS_POSITION", "宁河实业", "董事", "done")}


def as_yed_saves(path: Path, labels: dict[str, str]) -> None:
    """Ids and keys anew, what was typed on the drawing in y:NodeLabel and y:EdgeLabel alone, its model behind it."""
    tree = ElementTree.parse(path)
    for number, key in enumerate(tree.iter(f"{GRAPHML}key")):
        for data in tree.iter(f"{GRAPHML}data"):
            if data.get("key") == key.get("id"):
                data.set("key", f"d{number}")
        key.set("id", f"d{number}")
    new = {node.get("id"): f"n{number}" for number, node in enumerate(tree.iter(f"{GRAPHML}node"))}
    for node in tree.iter(f"{GRAPHML}node"):
        node.set("id", new[node.get("id")])
    for number, edge in enumerate(tree.iter(f"{GRAPHML}edge")):
        edge.set("id", f"e{number}")
        edge.set("source", new[edge.get("source")])
        edge.set("target", new[edge.get("target")])
    for kind in ("NodeLabel", "EdgeLabel"):
        for label in tree.iter(f"{Y}{kind}"):
            label.text = labels.get(label.text, label.text)
            ElementTree.SubElement(label, f"{Y}LabelModel").tail = "\n"
    tree.write(path, encoding="utf-8", xml_declaration=True)


def test_what_is_typed_on_yeds_drawing_is_taken(tmp_path):
    resolution = small()
    path = written("graph.graphml", tmp_path, resolution)
    as_yed_saves(path, {})
    assert changes(resolution, edited.read(path)).lines == []
    as_yed_saves(path, {"临江市": "临河市", "签约": "合作"})
    after, _ = taken(resolution, path)
    assert ("临河市", "Location") in things(after)
    assert {fact[1] for fact in facts(after)} == {fact[1] for fact in facts(resolution)} - {"SIGNED_WITH"} | {
        "COOPERATES_WITH"
    }


def test_an_edge_drawn_anew_needs_a_sentence(tmp_path):
    resolution = small()
    ids = {entity.name: entity.id for entity in resolution.entities}
    path = written("tables", tmp_path, resolution)
    file = editing(path)
    row = dict(file.find("edge", label="考察"), target=ids["江海公司"], target_name="江海公司", kg_id="")
    file.rows["edge"].append(row)
    file.rows["edge"].append({**row, "sentence": "没有这句话。"})
    file.save()
    after, found = taken(resolution, path)
    assert facts(after) - facts(resolution) == {("李明远", "VISITED", "江海公司", "done")}
    assert len(found.told) == 1
    assert "no article holds its sentence" in found.told[0]


def test_what_lines_cannot_say_is_told(tmp_path):
    resolution = small()
    file = editing(written("graph.graphml", tmp_path, resolution))
    file.set("node", {"label": "江海公司"}, type="Firm")
    file.set("node", {"label": "临江市"}, label=" ")
    file.set("edge", {"label": "签约"}, label="吃饭")
    file.save()
    found = changes(resolution, edited.read(file.path))
    assert found.lines == []
    assert sorted(told.rpartition("  ")[2] for told in found.told) == [
        "no such relation",
        "no such type",
        "the name is empty",
    ]


def test_of_merged_edges_a_deletion_takes_all(tmp_path):
    resolution = gold()
    graph, _ = merged(build(resolution))
    graphml.write(graph, tmp_path / "m.graphml")
    assert changes(resolution, edited.read(tmp_path / "m.graphml")).lines == []
    source, target, data = next((a, b, d) for a, b, d in graph.edges(data=True) if "merged" in d)
    graph.remove_edge(source, target)
    graphml.write(graph, tmp_path / "m.graphml")
    after, _ = taken(resolution, tmp_path / "m.graphml")
    assert not build(after).has_edge(source, target)
    assert build(after).number_of_edges() == build(resolution).number_of_edges() - len(data["merged"])


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("x.graphml", "not xml", "not XML"),
        ("x.gexf", "<gexf/>", "kg_selection"),
        ("x.graphml", "<graphml><graph><node id='a'/></graph></graphml>", "no column kg_id"),
        ("x.txt", "", "name a .graphml"),
        ("x.gexf", "<gexf><attributes class='other'><attribute id='a'/></attributes></gexf>", "kg_selection"),
    ],
)
def test_files_of_others_are_refused(tmp_path, name, text, said):
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=said):
        changes(small(), edited.read(tmp_path / name))


@pytest.mark.parametrize("name", ["graph.graphml", "graph.gexf"])
@pytest.mark.parametrize("told", ["no list", "[1]", "{}", "null", "[" * 5000])
def test_a_list_of_merged_edges_that_is_none_is_told(tmp_path, name, told):
    path = written(name, tmp_path, small())
    text = path.read_text("utf-8")
    spoilt = text.replace(">[]</data>", f">{told}</data>").replace('value="[]"', f'value="{told}"')
    path.write_text(spoilt, encoding="utf-8")
    with pytest.raises(UserError, match=r"edge \S+: kg_merged is no list of ids: .*export again"):
        edited.read(path)
