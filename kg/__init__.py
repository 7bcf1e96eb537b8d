"""kg: a knowledge graph from Chinese newspaper pages, with the sentence behind every edge."""

__version__ = "0.1.0"
