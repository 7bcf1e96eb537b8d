"""XML element by element, as the standard library writes it: nothing is held; the same content has the same bytes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl


class Writer:
    """Elements into a binary file; names may have prefixes that an outer element declares."""

    def __init__(self, file: IO[bytes]) -> None:
        self._out = XMLGenerator(file, encoding="utf-8", short_empty_elements=True)
        self._out.startDocument()

    @contextmanager
    def element(self, name: str, told: Mapping[str, object] | None = None) -> Iterator[None]:
        """An element with what is written in the block."""
        self._out.startElement(name, _texts(told))
        self._out.ignorableWhitespace("\n")
        yield
        self._out.endElement(name)
        self._out.ignorableWhitespace("\n")

    def leaf(self, name: str, told: Mapping[str, object] | None = None, text: object = "") -> None:
        """An element with text or nothing in it."""
        self._out.startElement(name, _texts(told))
        if text != "":
            self._out.characters(str(text))
        self._out.endElement(name)
        self._out.ignorableWhitespace("\n")


def _texts(told: Mapping[str, object] | None) -> AttributesImpl[str]:
    return AttributesImpl({name: str(value) for name, value in told.items()} if told else {})
