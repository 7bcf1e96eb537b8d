// Which nodes stand on the map, and what each of them still hides.
import { path, within } from "./paths.js";

export const ROOM = 14; // neighbours that one unfolding brings
const BUBBLE = 8; // hidden leaves that stand as a bubble
export const MOST = 300; // nodes that a map can carry
export const WIDEST = 150; // to which the slider goes: of more, no screen shows the names

// state: size, open {node: how many}, extra [nodes], gone [nodes], focus, steps, theme, path [a, b].
// Gives nodes (in order), hidden: for each node its neighbours that are not there, bubbles: [{node, leaves}].
export function shown(graph, first, state, kept) {
  const { passes, joined, hidden: off } = kept;
  const rank = ranks(graph, first);
  const narrowed = passes.includes(0);
  const can = (node) => !off(node) && (joined[node] || state.extra.includes(node));
  const nodes = new Set();
  const chain = state.path.length === 2 ? path(graph, passes, ...state.path) : [];
  if (chain.length || state.path.length === 2) {
    state.path.forEach((node) => nodes.add(node));
    chain.forEach((edge) => nodes.add(graph.source(edge)).add(graph.target(edge)));
  } else if (state.focus !== null) {
    const near = within(graph, passes, state.focus, state.steps);
    near.slice(1).sort((a, b) => rank[a] - rank[b]);
    near.slice(0, Math.max(state.size, 40)).forEach((node) => nodes.add(node));
  } else if (state.theme !== null) {
    graph.page.themes[state.theme].filter(can).forEach((node) => nodes.add(node));
  } else {
    for (const node of first.order) {
      if (nodes.size >= state.size) break;
      if (!can(node)) continue;
      nodes.add(node);
      if (narrowed) accompany(graph, node, { nodes, passes, rank });
    }
  }
  for (const node of state.extra) if (!off(node)) nodes.add(node);
  for (const [node, most] of state.open) unfold(graph, { node, most, nodes, passes, rank });
  for (const node of state.gone) nodes.delete(node);
  return { nodes: [...nodes], chain, ...remaining(graph, nodes, kept, rank) };
}

let known = null;
function ranks(graph, first) {
  if (known && known.first === first) return known.rank;
  const rank = new Array(graph.count);
  first.order.forEach((node, number) => (rank[node] = number));
  known = { first, rank };
  return rank;
}

// Where a filter has taken the ties that the order counts on, the best neighbour left comes along.
function accompany(graph, node, { nodes, passes, rank }) {
  const others = neighbours(graph, passes, node);
  if (!others.length || others.some((other) => nodes.has(other))) return;
  nodes.add(others.reduce((best, other) => (rank[other] < rank[best] ? other : best)));
}

function unfold(graph, { node, most, nodes, passes, rank }) {
  if (!nodes.has(node)) return;
  const others = neighbours(graph, passes, node).sort((a, b) => rank[a] - rank[b]);
  for (const other of others.slice(0, most)) if (nodes.size < MOST) nodes.add(other);
}

export function neighbours(graph, passes, node) {
  const others = new Set();
  for (const edge of graph.around[node]) if (passes[edge]) others.add(graph.other(edge, node));
  others.delete(node);
  return [...others];
}

function remaining(graph, nodes, { passes, degrees }, rank) {
  const hidden = new Map();
  const bubbles = [];
  for (const node of nodes) {
    const others = neighbours(graph, passes, node).filter((other) => !nodes.has(other)).sort((a, b) => rank[a] - rank[b]);
    const leaves = others.filter((other) => degrees[other] === 1);
    if (leaves.length >= BUBBLE) bubbles.push({ node, leaves });
    hidden.set(node, { others, badge: leaves.length >= BUBBLE ? others.length - leaves.length : others.length });
  }
  return { hidden, bubbles };
}
