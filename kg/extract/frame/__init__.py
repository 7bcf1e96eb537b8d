"""frame: kinds of deeds as tables — verbs, what each needs and where it stands, and which facts it tells."""

from kg.extract.frame.facts import told_by_frames
from kg.extract.frame.naming import with_named
from kg.extract.frame.tables import Kinds, kinds, load_kinds

__all__ = ["Kinds", "kinds", "load_kinds", "told_by_frames", "with_named"]
