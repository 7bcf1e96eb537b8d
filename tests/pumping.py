"""Every regular expression of the package, and texts that make a bad one run for ever.

    python pumping.py collect FILE      import every module, read and extract pages, note each pattern that is compiled
    python pumping.py probe FILE N LOG  feed the patterns of FILE from the N-th on; one JSON line each goes to LOG

A pattern that does not end cannot be interrupted inside its process: the watchdog of faulthandler ends the process
after `PATIENCE` seconds, and the caller sees in LOG at which pattern.
"""

from __future__ import annotations

import ast
import collections
import faulthandler
import importlib
import json
import os
import pkgutil
import random
import re
import re._constants as ops
import re._parser as parser
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Noted = tuple[str, int, str, list[str]]  # a pattern, its flags, where it stands, how it is used

SIZE = 4000  # characters; half and twice as many are fed, too
BUDGET = 4.0  # seconds of processor time for one pattern: the widest are not fed with everything
PATIENCE = float(os.environ.get("KG_PATIENCE", "40"))  # seconds of the clock for one pattern
QUICK = 0.001  # seconds: half of SIZE in less is no matter, however it grows
GROWTH = 3.0  # twice the text may take this many times as long, twice in a row; a quadratic pattern takes four
SLOW = 0.0001  # seconds for one character
FILLERS = ("★", "-", "—", "7", "、", "省", "a", " ", "\n", "，", ",", "。", "(", "一", "·", "…")
TAILS = ("", "\0")
# Where patterns are handed on inside tuples, and only ever match at one place (the end of a name).
MATCHED = ("extract/relate/appointments.py",)
_REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)


def collect(root: Path) -> list[Noted]:
    """Everything that the package compiles while its modules are imported and pages are read, extracted, resolved."""
    found: dict[tuple[str, int, str], str] = {}
    compile_it = re._compile

    def noting(pattern: Any, given: Any) -> Any:
        flags = given
        frame = sys._getframe(2)
        file = frame.f_code.co_filename.replace("\\", "/")
        if "/kg/" in file:
            source = pattern if isinstance(pattern, (str, bytes)) else pattern.pattern
            if isinstance(source, bytes):  # the engine is the same for both
                source, flags = source.decode("latin-1"), int(flags) | re.ASCII
            place = f"{file.rpartition('/kg/')[2]}:{frame.f_lineno}"
            found.setdefault((source, int(flags), place), sys._getframe(1).f_code.co_name)
        return compile_it(pattern, given)

    re._compile = noting
    import kg

    for module in pkgutil.walk_packages(kg.__path__, "kg."):
        if module.name != "kg.__main__":
            importlib.import_module(module.name)
    from kg.extract import extract
    from kg.read import ReadOptions, find_sources, read_source
    from kg.resolve import resolve

    pages = [root / "seeds/articles", root / "seeds/written/articles"]
    resolve([extract(article) for source in find_sources(pages) for article in read_source(source, ReadOptions())])
    for module in list(sys.modules.values()):
        if module.__name__.startswith("kg."):
            for value in list(vars(module).values()):
                call_cached(value)
    re._compile = compile_it
    used = uses(root / "kg") | {place: {"match"} for *_, place in found if place.startswith(MATCHED)}
    noted: dict[tuple[str, int], set[str]] = {}
    places = {}
    for (source, flags, where), called in found.items():
        methods = {called} if called != "compile" else used.get(where, {"finditer", "fullmatch"})
        noted.setdefault((source, flags), set()).update(methods)
        places[source, flags] = where
    return [(*key, places[key], sorted(methods)) for key, methods in noted.items()]


def uses(package: Path) -> dict[str, set[str]]:
    """file:line of each compiled pattern → the methods by which its name is used; not where it is handed on."""
    trees = {path.relative_to(package).as_posix(): ast.parse(path.read_text("utf-8")) for path in package.rglob("*.py")}
    methods: dict[str, set[str]] = {}
    made: list[tuple[str, str]] = []
    for file, tree in trees.items():
        parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                above = parents[node]
                if isinstance(above, ast.Call) and above.func is node:  # _pattern().search
                    above = parents[above]
                name = above.attr if isinstance(above, ast.Attribute) else "?"
                methods.setdefault(f"{'' if node.id[0] != '_' else file}:{node.id}", set()).add(name)
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile":
                above = parents[node]
                while not isinstance(above, ast.FunctionDef | ast.Assign | ast.Module):
                    above = parents[above]
                name = above.name if isinstance(above, ast.FunctionDef) else ast.unparse(above).partition(" = ")[0]
                made.append((f"{file}:{node.lineno}", f"{'' if name[0] != '_' else file}:{name}"))
    plain = {"match", "fullmatch", "search", "finditer", "findall", "sub", "split", "subn"}
    return {place: methods[name] for place, name in made if methods.get(name, {"?"}) <= plain}


def call_cached(function: Any) -> None:
    """Call what makes a pattern once and takes no arguments."""
    code = getattr(getattr(function, "__wrapped__", None), "__code__", None)
    if hasattr(function, "cache_info") and code is not None and code.co_argcount == 0:
        function()


def attacks(pattern: str, flags: int, rng: random.Random) -> Iterator[tuple[str, str, str]]:
    """Head, piece and tail of texts head + piece × n + tail that the pattern may not like."""
    tree = parser.parse(pattern, flags)
    pieces = dict.fromkeys(FILLERS)
    letters = [sample([item], rng) for item in leaves(tree)]
    few = 60 if len(pattern) < 1500 else 12
    rng.shuffle(letters)
    pieces |= dict.fromkeys(letters[:few])
    heads = {"": [*pieces]}
    whole = [sample(tree, rng) for _ in range(4)]
    heads[""] += whole
    pumped = list(repeats(tree, "", rng))
    rng.shuffle(pumped)
    for before, body in pumped[:few]:
        choices = body[0][1][1] if body[0][0] is ops.BRANCH else []
        bodies = [sample(part, rng) for part in (body, body, body, *choices[:few])]
        heads.setdefault(before, []).extend([*bodies, "".join(bodies)])
        heads[""] += [before, before + bodies[0]]
    short = [letter for letter in pieces if letter]
    heads[""] += ["".join(rng.sample(short, 2)) for _ in range(20)]
    seen = set()
    for head, some in heads.items():
        for piece in some:
            if piece and (head, piece) not in seen:
                seen.add((head, piece))
                yield from ((head, piece, tail) for tail in TAILS)


def leaves(tree: Any) -> Iterator[Any]:
    """The items of a pattern that match one character."""
    for op, value in tree:
        if op in (ops.LITERAL, ops.NOT_LITERAL, ops.IN, ops.ANY):
            yield op, value
        for inner in children(op, value):
            yield from leaves(inner)


def children(op: Any, value: Any) -> list[Any]:
    """The patterns inside an item."""
    if op in _REPEATS:
        return [value[2]]
    if op is ops.SUBPATTERN:
        return [value[3]]
    if op is ops.BRANCH:
        return list(value[1])
    if op in (ops.ASSERT, ops.ASSERT_NOT):
        return [value[1]]
    if op is ops.ATOMIC_GROUP:
        return [value]
    if op is ops.GROUPREF_EXISTS:
        return [inner for inner in value[1:] if inner is not None]
    return []


def repeats(tree: Any, before: str, rng: random.Random) -> Iterator[tuple[str, Any]]:
    """Each repetition of more than a few: a text that leads to it, and what is repeated."""
    for op, value in tree:
        if op in _REPEATS and value[1] > 6:
            yield before, value[2]
        for inner in children(op, value):
            yield from repeats(inner, before, rng)
        before += sample([(op, value)], rng)


def sample(tree: Any, rng: random.Random) -> str:
    """A text that the pattern matches, more or less (assertions are not asked)."""
    text = ""
    for op, value in tree:
        if op is ops.LITERAL:
            text += chr(value)
        elif op in (ops.NOT_LITERAL, ops.ANY):
            text += rng.choice("省a7")
        elif op is ops.IN:
            text += member(value, rng)
        elif op is ops.BRANCH:
            text += sample(rng.choice(value[1]), rng)
        elif op in _REPEATS:
            low, high, body = value
            times = min(int(high), low + rng.choice((0, 1, 1, 2)))
            text += "".join(sample(body, rng) for _ in range(times))
        elif op is ops.ASSERT and value[0] < 0:
            text += sample(value[1], rng)
        elif op in (ops.SUBPATTERN, ops.ATOMIC_GROUP):
            text += sample(children(op, value)[0], rng)
    return text


def member(items: Any, rng: random.Random) -> str:
    """A character of a class."""
    if items[0][0] is ops.NEGATE:
        return rng.choice("省a7是")
    op, value = rng.choice(items)
    if op is ops.LITERAL:
        return chr(value)
    if op is ops.RANGE:
        return chr(rng.choice((value[0], value[1], (value[0] + value[1]) // 2)))
    return {ops.CATEGORY_DIGIT: "7", ops.CATEGORY_SPACE: " "}.get(value, "省")


def seconds(pattern: re.Pattern[str], method: str, text: str) -> float:
    """Processor time of one use: other processes do not count."""
    begin = time.process_time()
    if method == "finditer":
        collections.deque(pattern.finditer(text), maxlen=0)
    else:
        getattr(pattern, method)(text)
    return time.process_time() - begin


def fault(pattern: re.Pattern[str], method: str, attack: tuple[str, str, str]) -> list[float]:
    """The times of longer and longer texts if they grow faster than the text or are long; nothing if all is well."""
    head, piece, tail = attack

    def at(size: int) -> float:
        return seconds(pattern, method, head + piece * (size // len(piece)) + tail)

    short, long = at(SIZE // 8), at(SIZE // 2)
    if long < QUICK or (long < 6 * short and long < SLOW * SIZE / 2):
        return []
    times = [long]
    for size in (SIZE, 2 * SIZE):
        times.append(at(size))
        if times[-1] > 2.5:
            return times
    grows = times[2] > GROWTH * times[1] and times[1] > GROWTH * times[0]
    return times if grows or times[2] > SLOW * SIZE * 2 else []


def verdict(source: str, flags: int, methods: list[str]) -> dict[str, Any]:
    """The text that a pattern does not like, or nothing."""
    pattern = re.compile(source, flags)
    until = time.process_time() + BUDGET
    ways = {method if method in ("match", "fullmatch") else "finditer" for method in methods}
    for attack in attacks(source, flags, random.Random(7)):
        if time.process_time() > until:
            break
        for way in sorted(ways):
            if times := fault(pattern, way, attack):
                return {"method": way, "attack": attack, "times": [round(time, 4) for time in times]}
    return {}


def probe(patterns: list[Noted], begin: int, log: Path) -> None:
    """Feed the patterns from `begin` on; each is named in the log before and judged behind."""
    with log.open("a", encoding="utf-8") as out:
        for index in range(begin, len(patterns)):
            source, flags, _, methods = patterns[index]
            faulthandler.dump_traceback_later(PATIENCE, exit=True)
            print(json.dumps({"begin": index}), file=out, flush=True)
            found = {"index": index, "fault": verdict(source, flags, methods)}
            print(json.dumps(found, ensure_ascii=False), file=out, flush=True)
        faulthandler.cancel_dump_traceback_later()


if __name__ == "__main__":
    what, file, *rest = sys.argv[1:]
    sys.path.insert(0, str(Path(__file__).parents[1]))
    if what == "collect":
        Path(file).write_text(json.dumps(collect(Path(__file__).parents[1])), encoding="utf-8")
    else:
        probe(json.loads(Path(file).read_text(encoding="utf-8")), int(rest[0]), Path(rest[1]))
