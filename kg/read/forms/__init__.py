"""The forms that newspapers come in: for each one a module that gives the articles of a file.

    text      pages of text                     records   JSON Lines, one article a line
    table     CSV, one article a row            web       saved web pages
    word      Word documents                    pdf       PDF, scans too
    picture   scans and photos                  packed    archives of these

Each module has `articles(source, options, skip)`. What is wrong with a part of a file is told to `skip` and loses only
that part; UnreadableFile is raised where the file as a whole cannot be read. A module imports its library when it is
used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from kg.errors import SkipInput
from kg.model import Article
from kg.read.options import ReadOptions
from kg.read.sources import Source
from kg.say import say

Skip = Callable[[SkipInput], None]


class Form(NamedTuple):
    """One form. name: for people. suffixes: how its files' names end. module: which module reads it."""

    name: str
    suffixes: tuple[str, ...]
    module: str


FORMS = (
    Form("page of text", (".txt", ".text", ".md", ".markdown"), "text"),
    Form("JSON Lines", (".jsonl", ".ndjson"), "records"),
    Form("table", (".csv", ".tsv"), "table"),
    Form("web page", (".html", ".htm", ".xhtml"), "web"),
    Form("Word document", (".docx",), "word"),
    Form("PDF", (".pdf",), "pdf"),
    Form("picture", (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".bmp"), "picture"),
    Form("archive", (".zip", ".tar", ".tgz", ".gz"), "packed"),
)
_CUTTABLE = ("text", "word")


class _Reader(Protocol):
    def articles(self, source: Source, options: ReadOptions, skip: Skip) -> Iterator[Article]: ...


def form_of(name: str) -> Form | None:
    """The form of a file by the end of its name, or None."""
    return next((form for form in FORMS if name.lower().endswith(form.suffixes)), None)


def cuttable(name: str) -> bool:
    """Whether a person may say where a document of that name is cut (see kg.read.cuts)."""
    return (form_of(name) or FORMS[0]).module in _CUTTABLE


def articles(source: Source, options: ReadOptions, skip: Skip) -> Iterator[Article]:
    """The articles of one file in its order; a name that tells no form counts as a page of text."""
    form = form_of(source.path.name) or FORMS[0]
    if source.document in options.cuts and form.module not in _CUTTABLE:
        skip(
            SkipInput(
                source.document, say("a {name} is not cut by --cuts; it is read, its cuts are not", name=form.name)
            )
        )
    reader = cast(_Reader, import_module(f"kg.read.forms.{form.module}"))
    return reader.articles(source, options, skip)
