"""The forms that newspapers come in: for each one a module that gives the articles of a file.

    text      pages of text                     records   JSON Lines, one article a line
    table     CSV, one article a row            web       web pages, saved (mhtml: in one file)
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
from kg.say import Said, say

Skip = Callable[[SkipInput], None]


class Form(NamedTuple):
    """One form. name: for people. suffixes: how its files' names end. module: which module reads it."""

    name: Said
    suffixes: tuple[str, ...]
    module: str


FORMS = (
    Form(say("page of text"), (".txt", ".text", ".md", ".markdown"), "text"),
    Form(say("JSON Lines"), (".jsonl", ".ndjson"), "records"),
    Form(say("table"), (".csv", ".tsv"), "table"),
    Form(say("web page"), (".html", ".htm", ".xhtml"), "web"),
    Form(say("web page in one file"), (".mhtml", ".mht"), "mhtml"),
    Form(say("Word document"), (".docx",), "word"),
    Form(say("PDF"), (".pdf",), "pdf"),
    Form(say("picture"), (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".bmp"), "picture"),
    Form(say("archive"), (".zip", ".tar", ".tgz", ".gz"), "packed"),
)


class _Reader(Protocol):
    def articles(self, source: Source, options: ReadOptions, skip: Skip) -> Iterator[Article]: ...


def form_of(name: str) -> Form | None:
    """The form of a file by the end of its name, or None."""
    return next((form for form in FORMS if name.lower().endswith(form.suffixes)), None)


def taken_for(name: str) -> Form:
    """The form that a file is read as: a name that tells none counts as a page of text."""
    return form_of(name) or FORMS[0]


def articles(source: Source, options: ReadOptions, skip: Skip) -> Iterator[Article]:
    """The articles of one file in its order."""
    form = taken_for(source.path.name)
    reader = cast(_Reader, import_module(f"kg.read.forms.{form.module}"))
    return reader.articles(source, options, skip)
