"""How right a graph is: the guidelines' scoring, the gold shape, and the gate that lets no figure fall in silence."""

from kg.evaluate.annotation import annotation
from kg.evaluate.bootstrap import gains
from kg.evaluate.gate import check_gate, pin, read_baseline
from kg.evaluate.report import Report
from kg.evaluate.scoring import score
from kg.evaluate.shape import load

__all__ = ["Report", "annotation", "check_gate", "gains", "load", "pin", "read_baseline", "score"]
