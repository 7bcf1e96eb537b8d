"""XML element by element: one node or edge is held at a time, and the same content has the same bytes.

The one door to `lxml` here; its elements are some four times as fast as those of xml.sax.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO, Any

from lxml import etree

from kg.legible import legible

_OF_THE_ROOT = (None, "xsi")  # prefixes that only the root needs to declare


class Writer:
    """Elements into a binary file. Names may have prefixes of `spaces`, all others are in the space of the root."""

    def __init__(
        self, file: IO[bytes], root: str, told: Mapping[str, object], spaces: Mapping[str | None, str]
    ) -> None:
        self._file, self._root, self._told, self._spaces = file, root, told, spaces
        self._own = {prefix: space for prefix, space in spaces.items() if prefix not in _OF_THE_ROOT}
        self._names: dict[str, str] = {}
        self._within: list[Any] = []  # the element that is being made, and its parents up to the one that is written

    @contextmanager
    def document(self) -> Iterator[None]:
        """The root element, with what is written in the block."""
        with etree.xmlfile(self._file, encoding="utf-8") as self._out:
            self._out.write_declaration(standalone=None)
            told = {self._name(name): str(value) for name, value in self._told.items()}
            with self._out.element(f"{{{self._spaces[None]}}}{self._root}", told, nsmap=dict(self._spaces)):
                yield

    @contextmanager
    def part(self, name: str, told: Mapping[str, object] | None = None) -> Iterator[None]:
        """An element of which each child is written when it ends."""
        with self._out.element(f"{{{self._spaces[None]}}}{name}", _texts(told)):
            self._out.write("\n")
            yield
        self._out.write("\n")

    @contextmanager
    def element(self, name: str, told: Mapping[str, object] | None = None) -> Iterator[None]:
        """An element that is written whole, with what is put into it in the block."""
        if self._within:
            made = etree.SubElement(self._within[-1], self._name(name), _texts(told))
        else:
            # Without a space of its own, which it has from the root: lxml would say it at each element again.
            made = etree.Element(self._name(name), _texts(told), nsmap=self._own)
        made.text = made.tail = "\n"
        self._within.append(made)
        yield
        self._within.pop()
        if not self._within:
            self._out.write(made)

    def leaf(self, name: str, told: Mapping[str, object] | None = None, text: object = "") -> None:
        """An element with text or nothing in it."""
        if not self._within:
            with self.element(name, told):
                self._within[-1].text = _held(str(text)) or None
            return
        made = etree.SubElement(self._within[-1], self._name(name), _texts(told))
        made.tail = "\n"
        if text != "":
            made.text = _held(str(text))

    def note(self, name: str, told: Mapping[str, object], text: object) -> None:
        """As `leaf`, inside an element, for what is written a million times: a name without a prefix."""
        made = etree.SubElement(self._within[-1], name, _texts(told))
        made.tail = "\n"
        if text != "":
            made.text = _held(str(text))

    def _name(self, name: str) -> str:
        found = self._names.get(name)
        if found is None:
            prefix, sign, rest = name.rpartition(":")
            found = f"{{{self._spaces[prefix]}}}{rest}" if sign else name
            self._names[name] = found
        return found


def _texts(told: Mapping[str, object] | None) -> dict[str, str]:
    return {name: _held(str(value)) for name, value in told.items()} if told else {}


def _held(text: str) -> str:
    """The text, or where XML cannot hold it (ids come from files as they are) what is legible of it."""
    return text if text.isprintable() else legible(text)
