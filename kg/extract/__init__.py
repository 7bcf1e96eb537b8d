"""extract: what one article says. mention finds names, anchor binds them, relate reads facts."""

from kg.extract.stage import extract

__all__ = ["extract"]
