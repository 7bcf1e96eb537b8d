"""What kg says to people, in their language: English stands in the code, Chinese in `kg/locale` (gettext).

A message is English wherever it is kept, so that records and manifests have the same bytes for everybody; it is put
into the reader's language when it is shown (`told`). The language is that of KG_LANG (`--lang` sets it), else of the
locale; only the two of LANGUAGES are spoken.
"""

from __future__ import annotations

import gettext
import locale
import os
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import KgError, SkipInput

LANGUAGES = ("zh", "en")
VARIABLE = "KG_LANG"
DOMAIN = "kg"
FOLDER = Path(__file__).parent / "locale"
_CONTEXT = "\x04"  # how gettext joins a context and a message


class Said(str):
    """A message in English that knows its template and its values, and so can be told in another language."""

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, Any]

    def __reduce__(self) -> tuple[Any, ...]:
        return _said, (self.template, dict(self.values))


def say(template: str, **values: Any) -> Said:
    """The message of a template, as `str.format` fills it; the catalogue has the template in the other language."""
    return _said(template, values)


def _said(template: str, values: Mapping[str, Any]) -> Said:
    # Errors of libraries may not travel between processes; their texts do.
    kept = {
        name: item if not isinstance(item, BaseException) or _ours(item) else str(item) for name, item in values.items()
    }
    said = Said(template.format(**kept))
    said.template, said.values = template, kept
    return said


def told(message: object) -> str:
    """A message in the reader's language; what is no message of ours stays as it is, but for words of the catalogue."""
    if isinstance(message, Said):
        return _translated(message.template).format(**{name: _value(item) for name, item in message.values.items()})
    if isinstance(message, SkipInput):
        return f"{message.where}: {told(message.reason)}"
    if isinstance(message, BaseException):
        return told(message.args[0]) if message.args and isinstance(message.args[0], Said) else str(message)
    return _translated(str(message))


def word(context: str, text: str) -> str:
    """A single word in the reader's language; context: where it stands (`column`, `level`), for words of two senses."""
    key = f"{context}{_CONTEXT}{text}"
    found = _translated(key)
    return text if found == key else found


def language() -> str:
    """zh or en."""
    return _language_of(os.environ.get(VARIABLE) or _locale())


def speak(name: str) -> None:
    """Speak this language (zh or en) from now on, in processes that are started, too; click's own words as well."""
    os.environ[VARIABLE] = name
    os.environ["LANGUAGE"] = name  # what gettext asks first, and with it click
    gettext.bindtextdomain(DOMAIN, str(FOLDER))
    gettext.textdomain(DOMAIN)


def _ours(error: BaseException) -> bool:
    return isinstance(error, KgError)


def _value(item: Any) -> Any:
    if isinstance(item, str) and not isinstance(item, Said):
        return _translated(item) if item.isascii() else item  # names of kinds and the like, which others put in
    return told(item) if isinstance(item, (Said, BaseException)) else item


def _translated(text: str) -> str:
    return _catalogue().gettext(text) if text and language() == "zh" else text


@cache
def _catalogue() -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, FOLDER, languages=["zh"], fallback=True)


def _language_of(name: str) -> str:
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"


def _locale() -> str:
    """The name of the locale as POSIX asks for it; on Windows that of the user's settings where no variable is set."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(variable):
            return os.environ[variable]
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    return ""


__all__ = ["LANGUAGES", "Said", "language", "say", "speak", "told", "word"]
