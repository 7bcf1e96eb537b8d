"""What an editor corrects: lines of a table, applied to a resolution, kept beside the articles."""

from kg.correct.apply import Misfit, correct
from kg.correct.lines import NAME, Correction, parse, read, render

__all__ = ["NAME", "Correction", "Misfit", "correct", "parse", "read", "render"]
