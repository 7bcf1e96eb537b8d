"""What is installed on wish only, and what to say where it is not."""

from __future__ import annotations

from importlib.util import find_spec

from kg.errors import UserError
from kg.say import say


def needed(module: str, extra: str) -> None:
    """Raises UserError, which says what to install, where the module is not there."""
    if find_spec(module) is None:
        raise UserError(
            say(
                "this format needs {module}: pip install 'kg[{extra}]' (in a checkout: pip install '.[{extra}]')",
                module=module,
                extra=extra,
            )
        )
