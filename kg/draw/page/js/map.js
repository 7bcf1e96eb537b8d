// The map itself: vis-network, fed with the picture; badges, hovering, zooming.
/* global vis */
import { LEADING } from "./looks.js";
import { ASCENT, RIM, createStamps, lettering, widthOf } from "./stamps.js";

export function theme() {
  const style = getComputedStyle(document.body);
  const value = (name) => style.getPropertyValue(name).trim();
  return { ink: value("--ink"), soft: value("--soft"), paper: value("--paper"), past: value("--past"), fonts: style.fontFamily };
}

// on: {node, edge, bubble, badge, nothing, hover, leave, dragged, zoomed}.
export function createMap(holder, on) {
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  let badges = [];
  const network = new vis.Network(holder, { nodes, edges }, {
    layout: { improvedLayout: false }, physics: false,
    nodes: { borderWidth: 1.5, scaling: { label: { drawThreshold: 4 } } },
    edges: { arrows: { to: { scaleFactor: 0.5 } }, arrowStrikethrough: false, hoverWidth: 0.6, selectionWidth: 0,
      scaling: { label: { drawThreshold: 6 } } },
    interaction: { hover: true, multiselect: false, selectConnectedEdges: false, selectable: true, keyboard: false },
  });
  const redraw = () => network.body.emitter.emit("_requestRedraw");
  const stamps = createStamps(redraw);
  letter(network.body.functions.createNode({ id: "pattern", label: "" }).labelModule, stamps);
  const hit = ({ x, y }) => badges.find((badge) => Math.abs(badge.x - x) < badge.w / 2 + 3 && Math.abs(badge.y - y) < 12);
  network.on("click", ({ nodes: [node], edges: [edge], pointer }) => {
    const badge = pointer && hit(pointer.canvas);
    if (badge) on.badge(badge.node);
    else if (node !== undefined) (node[0] === "b" ? on.bubble : on.node)(Number(node.slice(1)));
    else if (edge !== undefined && edge[0] === "e") on.edge(Number(edge.slice(1)));
    else on.nothing();
  });
  network.on("doubleClick", ({ nodes: [node] }) => node !== undefined && node[0] === "n" && on.badge(Number(node.slice(1))));
  network.on("hoverNode", ({ node }) => on.hover(node));
  network.on("hoverEdge", ({ edge }) => on.hover(edge));
  network.on("dragEnd", ({ nodes: [node] }) => node !== undefined && on.dragged(node, network.getPosition(node)));
  for (const event of ["blurEdge", "blurNode", "dragStart", "zoom", "click"]) network.on(event, on.leave);
  network.on("zoom", () => on.zoomed(network.getScale()));
  let colours = theme();
  network.on("beforeDrawing", stamps.frame);
  network.on("afterDrawing", (context) => badges.forEach((badge) => drawBadge(context, stamps, badge, colours)));

  // view: {position, scale} to look at, or null to look where one looked before. All is drawn once, in the next frame.
  function show(picture, view) {
    const { emitter } = network.body;
    colours = theme();
    badges = picture.nodes.filter((node) => node.badge > 0 && !node.dim).map(badgeOf);
    emitter.emit("_blockRedraw");
    replace(nodes, picture.nodes.map((node) => visNode(node, colours)));
    replace(edges, picture.edges.map((edge) => visEdge(edge, colours)));
    network.selectionHandler.unselectAll();
    if (view) {
      emitter.emit("setSize"); // the room that there is by now
      network.moveTo(view);
    }
    emitter.emit("_allowRedraw");
    redraw();
  }
  return { network, nodes, edges, show, badges: () => badges };
}

// vis-network's labels as large as the places were reckoned with, and each drawn as one stamp. Its own lines, at the
// distance of the font's size, cut into each other, and it would measure each of them anew.
function letter(module, stamps) {
  const kind = Object.getPrototypeOf(module);
  kind._processLabelText = function measured(context, selected, hover, text) {
    const { size, face } = this.fontOptions;
    const lines = (text ? text.split("\n") : []).map((line) => ({ text: line, width: widthOf(line, face) * size, height: size * LEADING, blocks: [] }));
    return { lines, width: Math.max(0, ...lines.map(({ width }) => width)), height: lines.length * size * LEADING };
  };
  kind._drawText = function drawText(context, x, y, baseline = "middle") {
    const { size, face, color: ink, strokeWidth, strokeColor } = this.fontOptions;
    const rim = strokeWidth ? strokeColor : "";
    // Where the letters of the first line stand: below a symbol close to it, which vis-network keeps half a line off.
    const foot = y + size * (baseline === "hanging" ? ASCENT - 0.5 - 0.125 * this.lineCount : 0.38 - (LEADING - 1) * (this.lineCount - 1) / 2);
    const corner = { x: x - this.size.width / 2 - RIM, y: foot - RIM - ASCENT * size };
    context.globalAlpha = this.elementOptions.opacity < 1 ? 0.4 : 1;
    stamps.put(context, `${this.elementOptions.label} ${size} ${ink} ${rim}`, corner,
      () => lettering({ lines: this.lines, width: this.size.width, size, leading: size * LEADING, face, ink, rim }));
    context.globalAlpha = 1;
  };
}

// Only what has changed, and of that what is new in it: a click on one node must not cost a second.
function replace(set, items) {
  const wanted = new Map(items.map((item) => [item.id, item]));
  const gone = set.getIds().filter((id) => !wanted.has(id));
  if (gone.length) set.remove(gone);
  const news = items.map((item) => fresh(set.get(item.id), item)).filter(Boolean);
  if (news.length) set.update(news);
}

function fresh(before, item) {
  if (!before) return item;
  const changed = Object.entries(item).filter(([key, value]) => value !== before[key] && JSON.stringify(value) !== JSON.stringify(before[key]));
  return changed.length ? { id: item.id, ...Object.fromEntries(changed) } : null;
}

function visNode(node, { ink, paper, soft, fonts }) {
  const bubble = node.shape === "bubble";
  return {
    id: node.id, x: node.x, y: node.y, label: node.lines.join("\n"), shape: bubble ? "circle" : node.shape, size: node.size,
    ...(bubble ? { widthConstraint: { minimum: 22, maximum: 40 }, shapeProperties: { borderDashes: [3, 3] } } : {}),
    opacity: node.dim ? 0.25 : 1,
    borderWidth: node.chosen ? 3 : 1.5,
    color: colour(bubble ? paper : node.colour, bubble ? node.colour : node.chosen ? ink : paper, ink),
    font: { face: fonts, size: node.font, color: bubble ? soft : ink, strokeWidth: bubble ? 0 : 4, strokeColor: paper },
  };
}

function colour(background, border, ink) {
  const over = { background, border: ink };
  return { background, border, highlight: over, hover: over };
}

function visEdge(edge, { ink, soft, paper, past, fonts }) {
  return {
    id: edge.id, from: edge.from, to: edge.to, width: edge.width, label: edge.label || "",
    arrows: edge.arrow ? "to" : "",
    dashes: edge.dash === "dashes" ? [8, 5] : edge.dash === "dots" ? [2, 4] : false,
    color: { color: edge.colour || past, highlight: ink, hover: ink, opacity: edge.dim ? 0.16 : edge.quiet ? 0.5 : 0.85, inherit: false },
    font: { face: fonts, size: 11, color: soft, strokeWidth: 4, strokeColor: paper, align: "horizontal" },
    ...(edge.loop === undefined ? { smooth: smooth(edge.bend) } : { selfReference: { size: 22, angle: edge.loop } }),
  };
}

const smooth = (bend) => (bend === 0 ? { enabled: false }
  : { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) });

// How many neighbours of a node are not drawn: at its right shoulder. w: of the badge.
function badgeOf({ node, badge, x, y, size }) {
  const text = `+${badge}`;
  const w = text.length * 6.1 + 9;
  return { node, text, w, x: x + size * 0.75 + w / 2 - 2, y: y - size * 0.8 };
}

function drawBadge(context, stamps, { text, w, x, y }, { ink, paper, fonts }) {
  const paint = (pen, factor) => {
    pen.scale(factor, factor);
    pen.beginPath();
    pen.roundRect(1, 1, w, 16, 8);
    Object.assign(pen, { fillStyle: ink, strokeStyle: paper, lineWidth: 1.5, font: `600 10px ${fonts}`, textAlign: "center", textBaseline: "middle" });
    pen.fill();
    pen.stroke();
    pen.fillStyle = paper;
    pen.fillText(text, w / 2 + 1, 9.5);
  };
  stamps.put(context, `${text} ${ink} ${paper}`, { x: x - w / 2 - 1, y: y - 9 }, () => ({ w: w + 2, h: 18, paint }));
}
