"""Who is the same, across documents: identity rules that the ontology chooses, each in a module of its own name."""

from kg.resolve.explaining import explain
from kg.resolve.resolution import resolve

__all__ = ["explain", "resolve"]
