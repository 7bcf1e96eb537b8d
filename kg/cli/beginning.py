"""What `kg` says where nothing is asked of it: three ways to begin."""

from __future__ import annotations

from collections.abc import Iterator

from kg.say import say, told

_WAYS = (
    (say("1. A graph of your own pages: put text, PDF or Word files into a folder, here called pages"),
     ("kg build pages -o out",),
     say("then open out/maps/index.html in a browser")),
    (say("2. Ask it"),
     ("kg query 陈刚见过谁", "kg query --list"),
     say("in Chinese words, or with one of the questions of the list")),
    (say("3. Look how a page was cut into articles, before anything is built of it"),
     ("kg read --preview pages",),
     say("what was cut wrongly can be mended in a table: kg read --help")),
)  # fmt: skip


def beginnings() -> Iterator[str]:
    """The lines."""
    yield told(say("kg turns Chinese newspaper pages into a knowledge graph. Three ways to begin:"))
    for title, calls, then in _WAYS:
        yield ""
        yield told(title)
        yield from (f"       {call}" for call in calls)
        yield f"   {told(then)}"
    yield ""
    yield told(say("kg doctor says what is installed, kg --help shows all commands."))
