// The way from one node to another over the edges that pass.

// Shortest paths: the edges of the one that is best supported, [] for none, in order from `start`.
export function path(graph, passes, start, end) {
  const distance = new Map([[start, 0]]);
  let edge = [start];
  while (edge.length && !distance.has(end)) {
    const next = [];
    for (const node of edge) {
      for (const tie of graph.around[node]) {
        const other = graph.other(tie, node);
        if (!passes[tie] || distance.has(other)) continue;
        distance.set(other, distance.get(node) + 1);
        next.push(other);
      }
    }
    edge = next;
  }
  return distance.has(end) ? backwards(graph, passes, distance, end) : [];
}

function backwards(graph, passes, distance, end) {
  const found = [];
  let node = end;
  while (distance.get(node) > 0) {
    const steps = graph.around[node].filter((tie) => passes[tie] && distance.get(graph.other(tie, node)) === distance.get(node) - 1);
    steps.sort((a, b) => support(graph, b) - support(graph, a) || crowd(graph, a, node) - crowd(graph, b, node) || a - b);
    found.unshift(steps[0]);
    node = graph.other(steps[0], node);
  }
  return found;
}

const support = (graph, edge) => graph.edges.confidence[edge] * Math.log2(1 + graph.edges.counts[edge]);
const crowd = (graph, edge, node) => graph.around[graph.other(edge, node)].length;

// The nodes within so many steps of one, nearest first.
export function within(graph, passes, start, steps) {
  const found = new Map([[start, 0]]);
  for (const [node, far] of found) {
    if (far === steps) continue;
    for (const tie of graph.around[node]) {
      const other = graph.other(tie, node);
      if (passes[tie] && !found.has(other)) found.set(other, far + 1);
    }
  }
  return [...found.keys()];
}
