"""Work on records by the hundred thousand: without the collector of cycles, which they do not have."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the collector of cycles: of a large graph it would look through millions of objects, again and again.

    For a block, or for a function (`@uncollected()`) that makes no cycles, or collects them itself. Inside of another
    such block it changes nothing.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    gc.freeze()  # what is there already stays, and need not be looked through where the block collects
    try:
        yield
    finally:
        gc.unfreeze()
        gc.enable()
