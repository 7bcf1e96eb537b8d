// How nodes and edges look, as numbers and colours that both the canvas and the SVG take.
import { columns, clip, wrap } from "./text.js";
import { bends } from "./curves.js";
import { former } from "./data.js";

const BIGGER = { star: 1.35, diamond: 1.15, triangleDown: 1.1, square: 0.9 }; // so that they look equally large
const COLUMN = 0.56;
export const LEADING = 1.25;

export const sizeOf = (degree) => 10 + Math.min(2.4 * Math.sqrt(degree), 18);
export const fontOf = (degree) => Math.round(13 + Math.min(0.9 * Math.sqrt(degree), 7));

const known = new WeakMap();

// The lines of a node's label, worked out once.
export function label(graph, node) {
  if (!known.has(graph)) known.set(graph, []);
  return (known.get(graph)[node] ||= worded(graph.name(node), graph.tell(node)));
}

const worded = (name, tell) => (tell ? [...wrap(name), clip(tell, columns(tell) > 20 ? 10 : 20)] : wrap(name));

// What symbol and label take up, about the symbol's middle.
export function boxOf(lines, degree) {
  const [size, font] = [sizeOf(degree), fontOf(degree)];
  const text = lines.length * font * LEADING + 6;
  return { w: Math.max(2 * size, Math.max(...lines.map(columns)) * font * COLUMN) + 10, h: 2 * size + text + 6, below: text / 2 };
}

export const BUBBLE_BOX = { w: 56, h: 56, below: 0 };

// The whole picture: nodes, bubbles and edges with their places. lit: {nodes, edges} that stand out, or null.
export function picture(graph, seen, places, { lit, say, labels, passes, ties, memory }) {
  const inside = new Set(seen.nodes);
  const nodes = seen.nodes.map((node) => pictured(graph, node, { places, seen, lit, ties }));
  const edges = [];
  for (const node of seen.nodes) {
    for (const edge of graph.around[node]) {
      if (graph.source(edge) !== node || !passes[edge] || !inside.has(graph.target(edge))) continue;
      if (seen.chain.length && !seen.chain.includes(edge)) continue;
      edges.push(line(graph, edge, { lit, say, labels }));
    }
  }
  thinned(edges);
  for (const { node, leaves } of seen.bubbles) {
    const dim = Boolean(lit) && !lit.nodes.has(node);
    nodes.push({ id: `b${node}`, bubble: node, shape: "bubble", size: 17, lines: [String(leaves.length)], font: 13, dim, ...places.get(`b${node}`),
      colour: graph.type(leaves[0]).colour });
    edges.push({ id: `l${node}`, from: `n${node}`, to: `b${node}`, quiet: true, width: 1, dash: "dots", dim, label: "", arrow: false, colour: null });
  }
  const curved = curves(nodes, edges, memory);
  return { nodes, edges: edges.map((edge) => ({ bend: 0, ...edge, ...curved.get(edge.id) })) };
}

// The bends of the last picture, as long as the same lines run between the same places.
function curves(nodes, edges, memory) {
  const key = JSON.stringify([nodes.map((node) => [node.id, node.x, node.y]), edges.map((edge) => edge.id)]);
  if (memory.key !== key) {
    memory.key = key;
    memory.curved = bends(edges, new Map(nodes.map((node) => [node.id, { x: node.x, y: node.y, r: node.size + 4 }])));
  }
  return memory.curved;
}

function pictured(graph, node, { places, seen, lit, ties }) {
  const { shape, colour } = graph.type(node);
  return {
    id: `n${node}`, node, shape, colour,
    size: sizeOf(ties[node]) * (BIGGER[shape] || 1), font: fontOf(ties[node]), lines: label(graph, node),
    badge: seen.hidden.get(node).badge, dim: Boolean(lit) && !lit.nodes.has(node),
    chosen: Boolean(lit) && lit.chosen === node, ...places.get(`n${node}`),
  };
}

const FAINT = 20; // per cent of confidence: below, as two of a long list that share no more than that, a line is faint
const MOST_LABELS = 12; // of lines that stand out; more would lie on each other
const DASHES = { planned: "dashes", wished: "dots" };

function line(graph, edge, { lit, say, labels }) {
  const predicate = graph.predicate(edge);
  const bright = Boolean(lit) && lit.edges.has(edge);
  const faint = graph.edges.confidence[edge] < FAINT && !bright;
  return {
    id: `e${edge}`, edge, from: `n${graph.source(edge)}`, to: `n${graph.target(edge)}`,
    colour: former(graph, edge) ? null : predicate.colour, arrow: !predicate.symmetric,
    width: (faint ? 0.8 : Math.min(1.4 + Math.log2(graph.edges.counts[edge]), 5)) + (lit && lit.line === edge ? 1.6 : 0), quiet: faint,
    dash: DASHES[graph.status(edge).name] || "", dim: Boolean(lit) && !bright,
    label: (bright && lit.edges.size <= MOST_LABELS) || (labels && !lit) ? lineLabel(graph, edge, say) : "",
  };
}

// Of lines side by side one bears a label, which counts the others: theirs would lie on it.
function thinned(edges) {
  const beside = new Map();
  for (const edge of edges) {
    if (!edge.label) continue;
    const key = edge.from < edge.to ? `${edge.from} ${edge.to}` : `${edge.to} ${edge.from}`;
    if (beside.has(key)) {
      edge.label = "";
      beside.get(key).push(edge);
    } else {
      beside.set(key, [edge]);
    }
  }
  for (const [one, ...others] of beside.values()) if (others.length) one.label += ` +${others.length}`;
}

// Posts, else role, else predicate; with the day where two edges between the same ends would look alike.
function lineLabel(graph, edge, say) {
  const role = graph.role(edge);
  const text = graph.titles(edge).join("、") || (role ? say.word(role) : "") || say.word(graph.predicate(edge));
  const [source, target] = [graph.source(edge), graph.target(edge)];
  const alike = graph.around[source].some((other) => other !== edge && graph.other(other, source) === target
    && graph.predicate(other) === graph.predicate(edge) && graph.titles(other).join() === graph.titles(edge).join());
  return clip(text, 14) + (alike && graph.first(edge) ? ` ${graph.first(edge)}` : "");
}
