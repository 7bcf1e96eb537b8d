"""The page's script: the modules of `page/js`, each in a function of its own, joined into one text.

The modules are plain ECMAScript modules, so that node tests them and eslint reads them; a page from the disk may not
import any, hence one text. Known forms: `import { a, b } from "./x.js";`, `export function`, `export const`,
`export async function`.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "page" / "js"
_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./(\w+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function|const) ([\w$]+)", re.MULTILINE)


@cache
def script(entry: str = "main") -> str:
    """All that `entry` needs, in the order of need, as one script."""
    done: dict[str, str] = {}
    _add(entry, done)
    return "\n".join(['"use strict";', "(() => {", *done.values(), "})();", ""])


def _add(name: str, done: dict[str, str]) -> None:
    if name in done:
        return
    source = source_of(FOLDER / f"{name}.js")
    for _, needed in _IMPORT.findall(source):
        _add(needed, done)
    names = ", ".join(name for _, name in _EXPORT.findall(source))
    body = _EXPORT.sub(r"\1 \2", _IMPORT.sub(r"const {\1} = $\2;", source))
    done[name] = f"const ${name} = (() => {{\n{body}return {{ {names} }};\n}})();"


def source_of(path: Path) -> str:
    """A text as browsers see it, and so must its hash: every line break a line feed."""
    return path.read_text(encoding="utf-8").replace("\r\n", "\n").replace("\r", "\n")
