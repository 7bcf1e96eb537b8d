"""The one door to pyvis: a page as one HTML file that asks for nothing outside itself.

pyvis 0.3.2 links Bootstrap from a CDN whatever it is told, and looks every new node up in a list, so the page is our
own template (`page.html`), and the graph goes into it as data; the vis-network that draws it is the one that the wheel
of pyvis carries, put in line. The page's own policy (`Content-Security-Policy`) lets only the scripts run whose hashes
it names, and lets no request leave.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyvis
from pyvis.network import Network

from kg.draw.script import script, source_of
from kg.view.views import View

_FOLDERS = (Path(__file__).parent / "page", Path(pyvis.__file__).parent / "templates")
_VIS = "lib/vis-9.1.2/vis-network.min.js"
_MANY = 60_000  # nodes and edges together: what is larger than some 6 MB is packed, and the page unpacks it
_LEVEL = 4  # a twentieth larger than with the usual 6, in less than half of its time
_JSON: dict[str, Any] = {"ensure_ascii": False, "separators": (",", ":")}


def render(data: Mapping[str, Any], view: View, neighbours: Sequence[View], counts: Mapping[str, int]) -> str:
    """The HTML of a page. neighbours: views whose pages lie beside it. counts: figures for its title."""
    network = Network(directed=True)
    network.set_template_dir([str(folder) for folder in _FOLDERS], "page.html")
    environment = network.templateEnv
    environment.autoescape = True
    environment.policies["json.dumps_kwargs"] = _JSON
    # The network's own script only where a network is drawn.
    scripts = [*([source_of(_FOLDERS[1] / _VIS)] if view.kind == "map" else []), script()]
    environment.globals.update(
        data=data,
        packed=_packed(data) if sum(counts.values()) > _MANY else "",
        view=view,
        neighbours=neighbours,
        counts=counts,
        styles=source_of(_FOLDERS[0] / "page.css"),
        scripts=scripts,
        hashes=[_hash(one) for one in scripts],
    )
    page = str(network.generate_html())
    environment.globals.clear()  # templates and their environment hold each other, and would keep the data
    return page


def _packed(data: Mapping[str, Any]) -> str:
    """The data as JSON, deflated (RFC 1951), in base64."""
    press = zlib.compressobj(level=_LEVEL, wbits=-zlib.MAX_WBITS)
    pressed = press.compress(json.dumps(data, **_JSON).encode("utf-8", "surrogatepass")) + press.flush()
    return base64.b64encode(pressed).decode("ascii")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
