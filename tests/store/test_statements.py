"""The files of `cypher/` are what the ontology makes of them, and hold nothing from a text."""

from __future__ import annotations

import re
from ast import literal_eval
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import BadOntology
from kg.ontology import ontology
from kg.store.questions import everything
from kg.store.rows import ARTICLE, MENTIONS
from kg.store.statements import edge_statement, files, node_statement, schema

CYPHER = Path(__file__).parents[2] / "cypher"


def test_the_files_are_those_that_the_ontology_makes():
    made = {str(name): text for name, text in files(ontology()).items()}
    there = [
        path for path in CYPHER.rglob("*") if path.suffix in (".cypher", ".grass") and path.parent.name != "questions"
    ]
    assert {path.relative_to(CYPHER).as_posix(): path.read_text(encoding="utf-8") for path in there} == made


def test_one_statement_for_each_kind_of_row():
    names = {path.stem for path in (CYPHER / "load").glob("*.cypher")}
    assert names == {*ontology().types, *ontology().predicates, ARTICLE, MENTIONS}
    for name in names:
        text = (CYPHER / "load" / f"{name}.cypher").read_text(encoding="utf-8")
        statement = edge_statement(name) if name.isupper() else node_statement(name)
        assert f"{statement};\n" in text
        assert set(re.findall(r"\$(\w+)", statement)) == {"rows", "build"}


def test_only_our_own_label_is_constrained():
    constraints = [line for line in schema(ontology()) if "CONSTRAINT" in line]
    assert all("(n:KgNode)" in line for line in constraints)
    assert all("IF NOT EXISTS" in line for line in schema(ontology()))


def test_the_browser_has_the_colours_of_the_maps():
    style = (CYPHER / "style.grass").read_text(encoding="utf-8")
    for name, kind in ontology().types.items():
        assert f"node.{name} {{\n  color: {kind.colour};" in style
    assert style.index("node.KgNode {\n  color:") < style.index("node.Person")
    for name in ontology().predicates:
        assert f'relationship.{name} {{\n  caption: "{{label}}";' in style


@pytest.mark.parametrize("name", ["X) DETACH DELETE n //", "两个字", "KgNode", "MENTIONS", ""])
def test_no_name_that_is_more_than_a_word_becomes_cypher(name):
    words = ontology()
    person = replace(words.types["Person"], name=name)
    with pytest.raises(BadOntology, match="letters, digits"):
        files(replace(words, types={**words.types, name: person}))


def test_the_line_of_the_readme_gives_every_parameter_its_default():
    (line,) = re.findall(r":params \{(.+)\}", (CYPHER / "README.md").read_text(encoding="utf-8"))
    given = {name: literal_eval(value) for name, value in re.findall(r"(\w+): ('[^']*'|\[''\]|[\d.]+)", line)}
    for question in everything():
        defaults = {name: parameter.default for name, parameter in question.parameters.items()}
        assert defaults == {name: given[name] for name in defaults}
    assert given.keys() == {name for question in everything() for name in question.parameters}
