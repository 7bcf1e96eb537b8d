"""Packages that only some tests need: those are skipped without them, or fail where KG_REQUIRE_… is 1."""

from __future__ import annotations

import importlib
import os
from types import ModuleType

import pytest


def module(name: str, extra: str) -> ModuleType:
    """The module, at the head of a file of tests; extra: that of pyproject.toml that brings it, and of KG_REQUIRE_…."""
    if os.environ.get(f"KG_REQUIRE_{extra.upper()}") == "1":
        return importlib.import_module(name)
    reason = f"no {name.partition('.')[0]}: pip install '.[{extra}]'"
    return pytest.importorskip(name, reason=reason, exc_type=ImportError)
