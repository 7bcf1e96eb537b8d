"""XML element by element: one node or edge is held at a time, and the same content has the same bytes.

What is written a hundred thousand times is a form: an element that is made once, filled anew and written each time,
since it is the making that takes the time. The one door to `lxml` here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO, Any

from lxml import etree

from kg.legible import legible

Element = Any  # of lxml, which tells no types
_OF_THE_ROOT = (None, "xsi")  # prefixes that only the root needs to declare


class Writer:
    """Elements into a binary file. Names may have prefixes of `spaces`, all others are in the space of the root."""

    def __init__(
        self, file: IO[bytes], root: str, told: Mapping[str, object], spaces: Mapping[str | None, str]
    ) -> None:
        self._file, self._root, self._told, self._spaces = file, root, told, spaces
        self._own = {prefix: space for prefix, space in spaces.items() if prefix not in _OF_THE_ROOT}

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

    def form(self, name: str, told: Mapping[str, object] | None = None, text: object = "") -> Element:
        """An element that `write` writes, as often as wanted."""
        # Without a space of its own, which it has from the root: lxml would say it at each element again.
        made = etree.Element(self._name(name), _texts(told), nsmap=self._own)
        made.tail = "\n"
        fill(made, text)
        return made

    def child(self, parent: Element, name: str, told: Mapping[str, object] | None = None, text: object = "") -> Element:
        """An element in a form, after those that are in it."""
        made = etree.SubElement(parent, self._name(name), _texts(told))
        made.tail = "\n"
        fill(made, text)
        if not parent.text:
            parent.text = "\n"
        return made

    def write(self, form: Element) -> None:
        """Write a form as it is filled now."""
        self._out.write(form)

    def leaf(self, name: str, told: Mapping[str, object] | None = None, text: object = "") -> None:
        """An element that is written once, with text or nothing in it."""
        self.write(self.form(name, told, text))

    def _name(self, name: str) -> str:
        prefix, sign, rest = name.rpartition(":")
        return f"{{{self._spaces[prefix]}}}{rest}" if sign else name


def fill(element: Element, text: object) -> None:
    """Let the text of an element be this, or where XML cannot hold it what is legible of it."""
    said = str(text)
    try:
        element.text = said or None
    except ValueError:
        element.text = legible(said)


def tell(element: Element, name: str, value: object) -> None:
    """Let an attribute of an element be this, or where XML cannot hold it what is legible of it."""
    said = str(value)
    try:
        element.set(name, said)
    except ValueError:
        element.set(name, legible(said))


def _texts(told: Mapping[str, object] | None) -> dict[str, str]:
    return {name: legible(str(value)) for name, value in told.items()} if told else {}
