// The way from one node to another over the edges that pass.

// Of the shortest paths the one that tells most, as edges in order from `start`; [] for none. Steps over things that
// everybody shares (a city) tell little, well supported ones more.
export function path(graph, passes, start, end) {
  const best = new Map([[start, { far: 0, price: 0, edge: -1 }]]);
  let edge = [start];
  while (edge.length && !best.has(end)) edge = onwards(graph, passes, edge, best);
  const found = [];
  for (let node = end; best.has(end) && node !== start; node = graph.other(found[0], node)) found.unshift(best.get(node).edge);
  return found;
}

// The nodes one step farther than those given, each with the cheapest way to it.
function onwards(graph, passes, nodes, best) {
  const next = new Set();
  for (const node of nodes) {
    const { far, price } = best.get(node);
    for (const tie of graph.around[node]) {
      const other = graph.other(tie, node);
      const known = best.get(other);
      const total = price + cost(graph, tie, other);
      if (!passes[tie] || (known && (known.far <= far || known.price <= total))) continue;
      best.set(other, { far: far + 1, price: total, edge: tie });
      next.add(other);
    }
  }
  return [...next];
}

function cost(graph, edge, other) {
  const support = (graph.edges.confidence[edge] / 100) * Math.log2(1 + graph.edges.counts[edge]);
  return Math.log2(1 + graph.around[other].length) * (graph.type(other).name === "Location" ? 3 : 1) - support / 4;
}

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
