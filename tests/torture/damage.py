"""How a file is damaged: bytes anywhere, or what its form is made of (fields of records, cells, members, elements).

Hypothesis draws the changes; `apply` makes the file of them, the same one for the same changes.
"""

from __future__ import annotations

import copy
import csv
import gzip
import io
import json
import re
import zipfile
from typing import Any

import yaml
from hypothesis import strategies as st

TOKENS = (
    *(b"", b"\xff", b"\x00", b"null", b"true", b"-1", b"1e999", b"[", b"]", b"{", b"}", b'"', b",", b":", b"\\ud800"),
    *(b"[" * 5000, b"9" * 5000, "会".encode() * 3000, "、".encode() * 2000, b"\n" * 2000, b"(" * 3000, b"<p>" * 3000),
    *("省委书记".encode() * 500, "\u202e\u2028".encode(), b"\x1b[31m", b"&amp;", b"<!--", b"]]>", b"=1+1", b"'"),
    *("李文达、".encode() * 1500, "在".encode() + "青".encode() * 4000, b"2024\xe5\xb9\xb4" * 700),
)
STRANGE: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 0.5, 2, 10**30, -(10**30), float("inf"), float("nan"), 1e-320),
    *("", " ", "\ud800", "\x00", "\x1b[2J", "\u202e", "\ufffe", "\n", "=1+1", "'", '"', "</script>", "]]>", "&#0;"),
    *("2024-13-45", "--02-30", "9999999999", "2024", "亿" * 50, "长" * 3000, "a.txt#0", "../../x", "/", "人物", "改名"),
    *([], {}, [[]], [None], [""], ["一", "一"], [1, "一"], {"": ""}, {"a": None}, {"start": -1, "end": 10**9}),
)
ACTIONS = ("put", "put", "put", "drop", "wrap", "swap", "rename", "double", "text")
PIECES = (
    *("MATCH (n)", "RETURN n", "RETURN 1", "WHERE", "-[r]->", "{", "}", "(", ")", "[", "]", "$x", "NULL", "date('x')"),
    *("UNWIND range(1, 100) AS i", "ORDER BY", "LIMIT -1", "COUNT {", "'", '"', "`", "//", "/*", "1/0", "2 ^ 4000"),
    *("*1..30", "DELETE n", "CALL", ":Person", "collect(n)", "list_sort([3,1])", "{_LABEL: 1, _SRC: 2}", "=~ '(a+)+$'"),
    *(
        "CAST('x' AS INT64)",
        "timestamp('2024-01-01')",
        "interval('1 day')",
        "UNION",
        "size(n.names)",
        ";",
        "e",
        "\u2028",
    ),
    *("CAST(1 AS DECIMAL(5, 2))", "map([1], [2])", "{a: [1, {b: null}]}", "blob('\\\\xAA')", "nodes(p)", "labels(n)"),
)
_share = st.floats(0, 1, exclude_max=True)
_bytes = st.lists(
    st.tuples(
        _share,
        st.sampled_from((0, 0, 1, 2, 8, 64, 4096)),
        st.one_of(
            st.sampled_from(TOKENS),
            st.binary(max_size=12),
            st.text(max_size=8).map(lambda s: s.encode("utf-8", "replace")),
        ),
    ),
    min_size=1,
    max_size=5,
)
_fields = st.lists(
    st.tuples(_share, _share, st.sampled_from(ACTIONS), st.one_of(st.sampled_from(STRANGE), st.text(max_size=6))),
    min_size=1,
    max_size=4,
)
_pieces = st.lists(
    st.tuples(_share, st.integers(0, 3), st.one_of(st.sampled_from(PIECES), st.text(max_size=4))),
    min_size=1,
    max_size=5,
)


def strategy(form: str) -> st.SearchStrategy[tuple[str, Any]]:
    """(how, changes) for a file of that form; `how` is bytes, or the form itself."""
    own = {"lines": _fields, "json": _fields, "yaml": _fields, "table": _fields, "xml": _pieces, "cypher": _pieces}
    plain = st.tuples(st.just("bytes"), _bytes)
    if form in ("zip", "gz"):
        inner = st.tuples(_share, st.one_of(st.tuples(st.just("bytes"), _bytes), st.tuples(st.just("xml"), _pieces)))
        return st.one_of(plain, st.tuples(st.just(form), inner), st.tuples(st.just(form), inner))
    if form not in own:
        return plain
    mine = st.tuples(st.just(form), own[form])
    return st.one_of(plain, mine, mine)


def apply(good: bytes, how: str, changes: Any) -> bytes:
    """The damaged file."""
    made = {"bytes": mutated, "lines": _lines, "json": _json, "yaml": _yaml, "table": _table, "xml": _xml,
            "cypher": _cypher, "zip": _zip, "gz": _gz}[how]  # fmt: skip
    return made(good, changes)


def mutated(good: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    """Bytes cut out and put in."""
    data = bytearray(good)
    for share, cut, put in changes:
        at = int(share * (len(data) + 1))
        data[at : at + cut] = put
    return bytes(data)


def _dumped(value: Any, plain: bool = False) -> bytes:
    return json.dumps(value, ensure_ascii=plain, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _lines(good: bytes, changes: Any) -> bytes:
    lines = good.splitlines()
    for where, share, action, strange in changes:
        if not lines:
            break
        at = int(where * len(lines))
        if action == "double":
            lines.insert(int(share * len(lines)), lines[at])
        elif action == "drop" and share < 0.3:
            del lines[at]
        else:
            record = json.loads(lines[at]) if lines[at].startswith(b"{") else {}
            lines[at] = _dumped(_changed(record, share, action, strange), where < 0.5)
    return b"\n".join(lines) + b"\n"


def _json(good: bytes, changes: Any) -> bytes:
    value = json.loads(good)
    for where, share, action, strange in changes:
        value = _changed(value, (where + share) % 1.0, action, strange)
    return _dumped(value, changes[0][0] < 0.5)


def _yaml(good: bytes, changes: Any) -> bytes:
    value = yaml.safe_load(good)
    for where, share, action, strange in changes:
        value = _changed(value, (where + share) % 1.0, action, strange)
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False).encode("utf-8", "surrogatepass")


def _changed(value: Any, share: float, action: str, strange: Any) -> Any:
    """The value with one place in it, at that share of all, replaced, taken out, wrapped …"""
    places, strange = list(_places(value)), copy.deepcopy(strange)
    if not places:
        return strange
    holder, key = places[int(share * len(places))]
    if action == "drop":
        del holder[key]
    elif action == "wrap":
        holder[key] = [holder[key]]
    elif action == "swap":
        other, its = places[int((share * 7919) % 1.0 * len(places))]
        holder[key] = copy.deepcopy(other[its])  # a copy: it could hold itself
    elif action == "rename" and isinstance(holder, dict):
        holder[str(strange)[:20]] = holder.pop(key)
    elif action == "text" and isinstance(holder[key], str):
        at = int((share * 104729) % 1.0 * (len(holder[key]) + 1))
        holder[key] = holder[key][:at] + str(strange) + holder[key][at:]
    else:
        holder[key] = strange
    return value


def _places(value: Any) -> Any:
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value, key
        yield from _places(value[key])


def _table(good: bytes, changes: Any) -> bytes:
    rows = list(csv.reader(io.StringIO(good.decode("utf-8-sig"), newline="")))
    for where, share, action, strange in changes:
        row = rows[int(where * len(rows))]
        if action == "double" or not row:
            rows.insert(int(share * len(rows)), list(row))
        elif action == "drop":
            del row[int(share * len(row))]
        elif action == "swap":
            other = rows[int(share * len(rows))]
            row[:], other[:] = list(other), list(row)
        else:
            row[int(share * len(row))] = strange if isinstance(strange, str) else json.dumps(strange)
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("utf-8", "surrogatepass")


def _spliced(good: bytes, changes: Any, slots: re.Pattern[bytes]) -> bytes:
    data = good
    for share, many, piece in changes:
        found = list(slots.finditer(data))
        if not found:
            return data + piece.encode("utf-8", "surrogatepass")
        first = int(share * len(found))
        last = found[min(first + max(many - 1, 0), len(found) - 1)]
        begin, end = found[first].start(), last.end() if many else found[first].start()
        data = data[:begin] + piece.encode("utf-8", "surrogatepass") + data[end:]
    return data


def _xml(good: bytes, changes: Any) -> bytes:
    """Values of attributes, texts and whole tags are replaced."""
    odd = [(share, many, str(STRANGE[(len(piece) * 31 + many) % len(STRANGE)])) for share, many, piece in changes]
    return _spliced(good, odd, re.compile(rb'(?<=")[^"<>]*(?=")|(?<=>)[^<]+(?=<)|</?[A-Za-z:]+'))


def _cypher(good: bytes, changes: Any) -> bytes:
    spaced = [(share, many, f" {piece} ") for share, many, piece in changes]
    return _spliced(good, spaced, re.compile(rb"\w+|[^\w\s]"))


def _zip(good: bytes, changes: Any) -> bytes:
    """One member is damaged, and packed again."""
    where, (how, inner) = changes
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        members = archive.infolist()
        for number, member in enumerate(members):
            data = archive.read(member)
            packed.writestr(member, apply(data, how, inner) if number == int(where * len(members)) else data)
    return out.getvalue()


def _gz(good: bytes, changes: Any) -> bytes:
    _, (how, inner) = changes
    return gzip.compress(apply(gzip.decompress(good), how, inner), mtime=0)
