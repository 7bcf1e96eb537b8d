"""The one door to pyvis: a map as one HTML page that asks for nothing outside itself.

pyvis 0.3.2 links Bootstrap from a CDN whatever it is told, so the page is our own template (`page.html`) around its
network, with the vis-network that its wheel carries put in line. The page's own policy (`Content-Security-Policy`)
lets only the two scripts run whose hashes it names, and lets no request leave.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyvis
from pyvis.network import Network

from kg.draw.content import Content
from kg.draw.views import View

_FOLDERS = (Path(__file__).parent / "page", Path(pyvis.__file__).parent / "templates")
_VIS = "lib/vis-9.1.2/vis-network.min.js"


def render(content: Content, view: View, neighbours: Sequence[View], counts: Mapping[str, int]) -> str:
    """The HTML of a map. neighbours: views whose pages lie beside it. counts: figures for its heading."""
    network = Network(directed=True)
    for node in content.nodes:
        network.add_node(node["id"], **{name: node[name] for name in node if name != "id"})
    for edge in content.edges:
        network.add_edge(edge["from"], edge["to"], **{name: edge[name] for name in edge if name not in ("from", "to")})
    network.set_template_dir([str(folder) for folder in _FOLDERS], "page.html")
    environment = network.templateEnv
    environment.autoescape = True
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    scripts = [_source(_FOLDERS[1] / _VIS), _source(_FOLDERS[0] / "page.js")]
    environment.globals.update(
        page=content.page,
        view=view,
        neighbours=neighbours,
        counts=counts,
        styles=_source(_FOLDERS[0] / "page.css"),
        scripts=scripts,
        hashes=[_hash(script) for script in scripts],
    )
    return str(network.generate_html())


def _source(path: Path) -> str:
    # Browsers see every line break as a line feed, and so must the hash.
    return path.read_text(encoding="utf-8").replace("\r\n", "\n").replace("\r", "\n")


def _hash(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
