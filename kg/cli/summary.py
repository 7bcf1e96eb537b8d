"""What a build says at its end: what was found, how long it took, where it is, how to look further."""

from __future__ import annotations

import shutil
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.ontology import ontology
from kg.pipeline.manifest import counts

if TYPE_CHECKING:
    from kg.pipeline.build import Built

FILES = {
    "triples.jsonl": "关系，每条附原句  facts, each with its sentence",
    "entities.jsonl": "实体  entities, each with the documents that name it",
    "articles.jsonl": "文章  articles as they were cut",
    "graph.lbug": "图数据库，供 kg query  the database that kg query asks",
    "graph.graphml": "图  the graph for yEd, Cytoscape, igraph, NetworkX",
    "nodes.csv": "实体表  table of entities, opens in Excel",
    "edges.csv": "关系表  table of facts, opens in Excel",
    "sentences.csv": "原句表  table of their sentences, opens in Excel",
    "redirects.jsonl": "旧编号去向  where ids of earlier builds lead now",
    "manifest.json": "清单  inputs, versions, counts, hashes",
}


def summary(built: Built, sources: int, out: Path) -> Iterator[str]:
    """The lines for standard output. sources: how many files were to be read."""
    words, found = ontology(), counts(built.resolution)
    yield _row("文件 files", sources)
    yield _row("文章 articles", found["articles"])
    yield from _counted("实体 entities", found["entities"], {name: kind.label for name, kind in words.types.items()})
    yield from _counted("关系 triples", found["triples"], {name: kind.label for name, kind in words.predicates.items()})
    yield _row("跳过 skipped", len(built.skipped))
    if built.remarks:
        yield _row("修补后读入 mended", len(built.remarks))
    yield ""
    yield (
        f"用时 took {built.seconds:.1f} s（新抽取 extracted {built.extracted}，沿用 kept from before {built.cached}）"
    )
    yield ""
    yield from _where(built, out)
    yield ""
    yield "接着看 look further"
    yield f"  {_padded(str(out / 'maps' / 'index.html'))}用浏览器打开，看每条关系的原句  open it in a browser"
    program = _program()
    yield f"  {_padded(f'{program} export {out} -f gexf -o graph.gexf')}给 Gephi 的图  the graph for Gephi"
    yield f"  {_padded(f'{program} export {out} -f xlsx -o graph.xlsx')}给编辑的工作簿  the workbook for editors"
    if not built.remark:
        question = f"{program} query officials_at_meetings --on {out}"
        yield f"  {_padded(question)}用 Cypher 提问  ask questions in Cypher"
    yield f"  {_padded(f'{program} schema')}类型与关系  types and predicates"


def _program() -> str:
    """How to call this program again: by its name where the shell would find it, else as it was called."""
    name = click.get_current_context().find_root().info_name or "kg"
    return name if shutil.which(name.split()[0]) else sys.argv[0]


def _where(built: Built, out: Path) -> Iterator[str]:
    yield "结果 results"
    for path in built.files:
        if path.parent == out:
            yield f"  {_padded(str(path))}{FILES[path.name]}"
    if built.remark:
        yield f"  没有图数据库 no {out / 'graph.lbug'}: {built.remark}"
    yield f"  {_padded(str(out / 'maps' / '*.html'))}关系图，断网也能打开  maps that need no network"


def _counted(title: str, figures: Mapping[str, int], labels: Mapping[str, str]) -> Iterator[str]:
    yield _row(title, sum(figures.values()))
    for name, figure in figures.items():
        yield _row(f"  {labels[name]} {name}", figure)


def _row(title: str, figure: int) -> str:
    return f"{_padded(title, 28)}{figure:>6}"


def _padded(text: str, columns: int = 44) -> str:
    """The text filled with blanks to a width in which Chinese characters count two."""
    width = sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
    return text + " " * max(columns - width, 2)
