"""The colours of edges; those of nodes stand in the ontology."""

from __future__ import annotations

from kg.ontology import Ontology

# For predicates in the order of the ontology; as light as each other, and none is the colour of a type.
_EDGES = (
    *("#5b7c99", "#9a7bb5", "#c2705b", "#5f9e8f", "#b08a3e"),
    *("#a45d86", "#6d8f4e", "#8a7f70", "#7a86b8", "#4f94a8"),
)


def edge_colours(words: Ontology) -> dict[str, str]:
    """`#rrggbb` for each predicate of the vocabulary."""
    return {name: _EDGES[number % len(_EDGES)] for number, name in enumerate(words.predicates)}
