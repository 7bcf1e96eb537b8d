"""extract: what one article says. mention finds names, anchor binds them, relate and frame read facts."""

from kg.extract.frame import load_kinds
from kg.extract.stage import extract, look_ahead

__all__ = ["extract", "load_kinds", "look_ahead"]
