// The map itself: vis-network, fed with the picture; badges, hovering, zooming.
/* global vis */
import { LEADING } from "./looks.js";

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
  lead(network.body.functions.createNode({ id: "pattern", label: "" }).labelModule);
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
  let drawn = { nodes: [], edges: [] };
  let colours = theme();
  network.on("afterDrawing", (context) => {
    badges = drawn.nodes.filter((node) => node.badge > 0 && !node.dim).map((node) => drawBadge(context, node, colours));
  });

  // now: whether it must be drawn before anything else is asked of it, as what fits the screen is reckoned from.
  function show(picture, now) {
    drawn = picture;
    colours = theme();
    replace(nodes, picture.nodes.map((node) => visNode(node, colours)));
    replace(edges, picture.edges.map((edge) => visEdge(edge, colours)));
    network.selectionHandler.unselectAll();
    if (now) network.redraw();
    else network.body.emitter.emit("_requestRedraw");
  }
  return { network, nodes, edges, show, badges: () => badges };
}

// Lines of a label at the distance that the places were reckoned with: vis-network's own, the size of the font, lets the
// rim of each line cut into the one above.
function lead(module) {
  const kind = Object.getPrototypeOf(module);
  const plain = kind.getFormattingValues;
  kind.getFormattingValues = function formatted(...given) {
    const values = plain.apply(this, given);
    return { ...values, height: values.size * LEADING };
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
    font: { face: fonts, size: node.font, color: faded(bubble ? soft : ink, node.dim ? 0.4 : 1), strokeWidth: bubble ? 0 : 4, strokeColor: paper },
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

export function faded(hex, opacity) {
  if (opacity === 1) return hex;
  const value = Number.parseInt(hex.slice(1), 16);
  return `rgba(${value >> 16},${(value >> 8) & 255},${value & 255},${opacity})`;
}

function drawBadge(context, node, { ink, paper, fonts }) {
  const text = `+${node.badge}`;
  context.save();
  context.font = `600 10px ${fonts}`;
  const w = context.measureText(text).width + 9;
  const [x, y] = [node.x + node.size * 0.75 + w / 2 - 2, node.y - node.size * 0.8];
  context.beginPath();
  context.roundRect(x - w / 2, y - 8, w, 16, 8);
  context.fillStyle = ink;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = paper;
  context.stroke();
  context.fillStyle = paper;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(text, x, y + 0.5);
  context.restore();
  return { node: node.node, x, y, w };
}
