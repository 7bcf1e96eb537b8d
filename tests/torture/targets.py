"""Every file that kg reads or reads back: a good one to begin with, and the command that reads it."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from pages import page, pages

from kg.read.forms import ocr
from torture import forms

ROOT = Path(__file__).parents[2]
TABLE = "document,begin,end,title,date,place\np.txt,本报讯,合作协议。,座谈,2024-03-05,青海\n"
SELDOM = 0.1  # the weight of what takes a second each
CORRECTIONS = (
    "操作,类型,名称,文件,关系,另一端类型,另一端,另一端文件,新值,原句,改正人,日期,理由\n"
    "改名,组织,青原1号能源有限公司,,,,,,青原集团,,周明远,2024-03-06,\n"
    "否定,组织,青原1号能源有限公司,,UNDERTAKES,项目,储能电站项目,,,,,,\n"
    "删除,地点,海东市,,,,,,,,,,\n"
)


@dataclass(frozen=True)
class Target:
    """name: of the file that is mutated, in the folder that `lay` fills; commands: what reads it, `D` its folder.

    form: what it is made of, see `torture.damage`.
    """

    name: str
    good: bytes
    commands: tuple[tuple[str, ...], ...]
    lay: Callable[[Path], object] = lambda folder: None
    weight: float = 4
    form: str = "bytes"

    @property
    def title(self) -> str:
        """What the figures call it."""
        command = self.commands[0]
        return f"{self.name} ({' '.join((command[0], *(part for part in command[1:] if part.isalpha())))})"


def readers() -> list[Target]:
    """Pages in every form, and what lies beside them."""
    text = page(1).encode()
    html = f"<html><meta charset=utf-8><body><article><h1>座谈</h1><p>{page(1)}</p></article></body></html>".encode()
    record = {"text": page(1).split("\n\n")[1], "title": "座谈", "date": "2024-03-05", "place": "青海"}
    rows = f'标题,正文,日期\n座谈,"{record["text"].strip()}",2024-03-05\n'.encode()
    lines = (json.dumps(record, ensure_ascii=False) + "\n").encode() * 2
    gbk = html.replace(b"utf-8", b"gbk").decode().encode("gbk")
    tab = rows.replace(b",", b"\t")
    given = [
        *(
            ("p.txt", text, 7, ""),
            ("gbk.txt", page(2).encode("gbk"), 3, ""),
            ("wide.txt", page(3).encode("utf-16"), 3, ""),
        ),
        *(("p.md", b"# " + text, 2, ""), ("p.jsonl", lines, 6, "lines"), ("p.csv", rows, 5, "table")),
        *(("p.html", html, 5, "xml"), ("gbk.html", gbk, 3, "xml"), ("p.docx", forms.word(), 5, "zip")),
        *(("p.mhtml", forms.mhtml(html), 4, ""), ("p.tsv", tab, 2, ""), ("p.zip", forms.zipped(text), 4, "zip")),
        *(("p.tar", forms.tarred(text, "w"), 3, ""), ("p.tgz", forms.tarred(text, "w:gz"), 3, "gz")),
        *(("p.txt.gz", gzip.compress(text, mtime=0), 2, "gz"), ("p.pdf", forms.pdf(page(1)), 5, "")),
    ]
    if ocr.there():
        given += [(f"p.{form}", forms.picture(form), 1, "") for form in ("png", "jpeg", "tiff", "webp", "bmp")]
    read = [
        Target(name, data, (("read", f"D/{name}"),), weight=weight, form=form or "bytes")
        for name, data, weight, form in given
    ]
    whole = Target("p.txt", text, (("annotate", "D/p.txt"),), weight=3)
    beside = Target("p.json", b'{"date":"2024-03-05","place":"\xe9\x9d\x92\xe6\xb5\xb7"}', (("read", "D/p.txt"),),
                    lambda folder: (folder / "p.txt").write_bytes(text), 3, "json")  # fmt: skip
    cut = Target("cuts.csv", TABLE.encode(), (("read", "D/p.txt", "--cuts", "D/cuts.csv"),), beside.lay, 3, "table")
    return [*read, whole, beside, cut]


def kept(out: Path, between: dict[str, Path]) -> list[Target]:
    """Everything that is read back. out: a folder of a build; between: lines as the stages print them."""
    records = ("articles.jsonl", "entities.jsonl", "triples.jsonl", "manifest.json")
    lay = _laid({name: (out / name).read_bytes() for name in records})
    found = []
    for number, command in enumerate(_readers_of_records()):
        for name in records[:3]:
            weight = SELDOM if command[0] == "query" else 1 + (number < 2)
            found.append(Target(name, (out / name).read_bytes(), (command,), lay, weight, "lines"))
    return [
        *found,
        Target("manifest.json", (out / "manifest.json").read_bytes(), (("verify", "D"),), lay, 4, "json"),
        Target("x.jsonl", between["read"].read_bytes(), (("extract", "D/x.jsonl"),), weight=6, form="lines"),
        Target("x.jsonl", between["extract"].read_bytes(), (("resolve", "D/x.jsonl"),), weight=6, form="lines"),
        Target("x.jsonl", between["resolve"].read_bytes(), (("export", "D/x.jsonl", "-f", "gexf", "-o", "D/g"),),
               form="lines"),
        *_built_again(out),
        *_vocabulary(between["read"].read_bytes()),
        *_evaluated(between["annotate"].read_bytes()),
        *_edited(out, lay),
        *_asked(out),
    ]  # fmt: skip


def _readers_of_records() -> list[tuple[str, ...]]:
    kinds = ("csv", "graphml", "gexf", "xlsx", "jsonld", "neo4j", "parquet", "jsonl", "nt", "ftm")
    absent = {"ftm"} if find_spec("followthemoney") is None else set()
    views = ("officials", "everything", "posts", "events", "index")
    return [
        *[("export", "D", "-f", kind, "-o", "D/made") for kind in kinds if kind not in absent],
        *[("draw", "D", "--view", view, "-o", "D/m") for view in views],
        ("draw", "D", "--around", "青原1号能源有限公司", "-o", "D/m"),
        ("draw", "D", "--project", "person-person", "-o", "D/m"),
        ("draw", "D", "--path", "周望山", "秦怀瑾", "--groups", "-o", "D/m"),
        ("query", "posts", "--on", "D", "--around", "青原1号能源有限公司", "--steps", "2"),
        ("verify", "D"),
    ]


def _built_again(out: Path) -> list[Target]:
    """What a build, or a look at what was missed, finds beside its pages and in the folder of an earlier one."""
    text = page(1).encode()
    names = ("entities.jsonl", "triples.jsonl", "manifest.json")
    earlier = {f"out/{name}": (out / name).read_bytes() for name in names}
    earlier["out/redirects.jsonl"] = b'{"from":"a","kind":"redirect","to":null}\n' * 2
    beside = {"in/corrections.csv": CORRECTIONS.encode(), "in/p.json": b'{"date":"2024-03-05","place":"\xe9\x9d\x92"}'}
    lay = _laid({"in/p.txt": text, **earlier, **beside})
    build = (("build", "D/in", "--place", "青海", "--cache", f"{out}/.cache", "-o", "D/out"),)
    kinds = {".csv": "table", ".json": "json", ".jsonl": "lines"}
    return [
        *(Target(at, good, build, lay, SELDOM, kinds[Path(at).suffix]) for at, good in (earlier | beside).items()),
        Target("p.txt", text, (("misses", "D/p.txt"),), weight=2),
    ]


def _vocabulary(articles: bytes) -> list[Target]:
    ontology = (ROOT / "kg" / "ontology.yaml").read_bytes()
    kinds = {
        path.name: path.read_bytes() for path in sorted((ROOT / "tests" / "extract" / "data" / "awards").iterdir())
    }
    found = [Target("o.yaml", ontology, (("schema", "--ontology", "D/o.yaml", "--json"),), weight=3, form="yaml")]
    for name, data in kinds.items():
        command = ("extract", "D/x.jsonl", "--kinds", "D")
        laid = {"x.jsonl": articles, **kinds}
        form = "yaml" if name.endswith(".yaml") else "bytes"
        found.append(Target(name, data, (command,), _laid(laid), 1, form))
    return found


def _evaluated(other: bytes) -> list[Target]:
    gold = next(iter(sorted((ROOT / "seeds" / "gold").glob("*.json")))).read_bytes()
    baseline = (ROOT / "seeds" / "baseline.json").read_bytes()
    evaluate = (("evaluate", "D/gold.json", "D/predicted.jsonl"),)
    gate = (("evaluate", "D/gold.json", "D/predicted.jsonl", "--gate", "D/b.json"),)
    against = (("evaluate", "D/gold.json", "D/predicted.jsonl", "--against", "D/before.jsonl"),)
    laid = _laid({"gold.json": gold, "predicted.jsonl": other})
    return [
        Target("gold.json", gold, evaluate, laid, 4, "json"),
        Target("predicted.jsonl", other, evaluate, laid, 4, "lines"),
        Target("b.json", baseline, gate, laid, 2, "json"),
        Target("before.jsonl", other, against, laid, 2, "lines"),
    ]


def _edited(out: Path, lay: Callable[[Path], object]) -> list[Target]:
    """What editors send back: corrections, the workbook, and files of other programs."""
    from click.testing import CliRunner

    from kg.cli import main

    room = out.parent / "edited"
    for form, name in (("graphml", "g.graphml"), ("gexf", "g.gexf"), ("csv", "t"), ("xlsx", "g.xlsx")):
        ran = CliRunner().invoke(main, ["export", str(out), "-f", form, "-o", str(room / name)])
        assert ran.exit_code == 0, ran.output
    taken = ("-c", "D/c.csv")
    tables = {f"t/{path.name}": path.read_bytes() for path in sorted((room / "t").glob("*.csv"))}

    def both(folder: Path) -> None:
        lay(folder)
        _laid(tables)(folder)

    nodes, edges = tables["t/nodes.csv"], tables["t/edges.csv"]
    line = ("--line", "删除,组织,青原1号能源有限公司")
    graphml, gexf = ((room / name).read_bytes() for name in ("g.graphml", "g.gexf"))
    corrections = CORRECTIONS.encode()
    return [
        Target("corrections.csv", corrections, (("correct", "D", "-c", "D/corrections.csv"),), lay, 3, "table"),
        Target("c.csv", corrections, (("correct", "D", *line, *taken),), lay, 3, "table"),
        Target("g.xlsx", decided(room / "g.xlsx"), (("correct", "D", "--from", "D/g.xlsx", *taken),), lay, 5, "zip"),
        Target("g.graphml", graphml, (("import", "D", "D/g.graphml", *taken),), lay, 5, "xml"),
        Target("g.gexf", gexf, (("import", "D", "D/g.gexf", *taken),), lay, 5, "xml"),
        Target("t/nodes.csv", nodes, (("import", "D", "D/t", *taken),), both, 4, "table"),
        Target("t/edges.csv", edges, (("import", "D", "D/t", *taken),), both, 4, "table"),
    ]  # fmt: skip


def decided(workbook: Path) -> bytes:
    """The workbook as an editor sends it back, a decision in every row of what is doubted."""
    from openpyxl import load_workbook

    book = load_workbook(workbook)
    sheet = book["待核对"]
    heads = {cell.value: cell.column for cell in sheet[1]}
    for row in range(2, 8):
        for head, value in (("决定", "删除"), ("类型", "组织"), ("名称", "青原1号能源有限公司"), ("新值", "青原集团")):
            sheet.cell(row, heads[head]).value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _asked(out: Path) -> list[Target]:
    """Questions of one's own to a good database, and good questions to a damaged one."""
    database = out / "graph.lbug"
    if not database.is_file():
        return []
    held = database.read_bytes()
    names = ("aliases", "brokers", "calendar", "investment_by_place", "posts", "with_but_not_with")
    questions = [ROOT / "cypher" / "questions" / f"{name}.cypher" for name in names]
    found = [
        Target(path.name, path.read_bytes(), (("query", f"D/{path.name}", "--on", str(database), "--timeout", "5"),),
               weight=1, form="cypher") for path in questions
    ]  # fmt: skip
    for form in ("json", "table", "csv", "graphml"):
        command = ("query", "D/q.cypher", "--on", str(database), "--timeout", "5", "--format", form)
        found.append(Target("q.cypher", QUESTION, (command,), weight=2, form="cypher"))
    for question in ("posts", "who_meets_whom", "shortest_chain"):
        command = ("query", question, "--on", "D/graph.lbug", "--timeout", "5")
        ends = ("--param", "start=周望山", "--param", "finish=秦怀瑾") if question == "shortest_chain" else ()
        found.append(Target("graph.lbug", held, ((*command, *ends),), weight=1))
    found.append(Target("graph.lbug", held, (("query", "何可为见过谁", "--on", "D/graph.lbug"),), weight=1))
    return found


QUESTION = b"""MATCH (a:Person)-[r:HOLDS_POSITION]->(b) WHERE r.confidence > 0.1 AND a.name <> ''
RETURN a, r, b.name AS name, r.titles AS titles, date('2024-03-05') AS day, count(*) AS n, collect(b.id) AS all
ORDER BY name LIMIT 10
"""


def _laid(files: dict[str, bytes]) -> Callable[[Path], object]:
    def lay(folder: Path) -> None:
        for name, data in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)

    return lay


def folder(at: Path, count: int = 3) -> Path:
    return pages(at, count)
