// Where things lie, up the tree of places that kg/areas.py knows: 西宁市 with all in it.
import { fold } from "./text.js";

const BELOW = /(?:及其?所属|及下属|及所辖|全境)$/;

// The numbers of the places that somebody means: those called so, else those whose names begin so.
export function meant(graph, text) {
  const wanted = fold(text).replace(BELOW, "");
  const some = graph.page.places || [];
  const numbers = (fits) => new Set(some.flatMap((calls, number) => (calls.some((call) => fits(fold(call))) ? [number] : [])));
  const exact = numbers((call) => call === wanted);
  return exact.size ? exact : numbers((call) => call.startsWith(wanted));
}

// For each chain of places (widest first) whether it holds one of those meant.
export function holding(graph, text) {
  const wanted = meant(graph, text);
  return (graph.page.areas || []).map((chain) => chain.some((place) => wanted.has(place)));
}

// above: names of the places in which the one that is meant lies; below: [name, number of things] of those in it, the
// fullest first; count: of all things there. Without a text the widest places stand below.
export function rolled(graph, text) {
  const { places = [], areas = [] } = graph.page;
  const wanted = text ? meant(graph, text) : null;
  const many = new Array(areas.length).fill(0);
  for (let node = 0; node < graph.count; node += 1) many[graph.chain(node)] += 1;
  const below = new Map();
  let above = [];
  let count = 0;
  areas.forEach((chain, number) => {
    const at = wanted ? chain.findIndex((place) => wanted.has(place)) : -1;
    if (!many[number] || !chain.length || (wanted && at < 0)) return;
    if (at > above.length) above = chain.slice(0, at).map((place) => places[place][0]);
    count += many[number];
    if (chain.length > at + 1) below.set(chain[at + 1], (below.get(chain[at + 1]) || 0) + many[number]);
  });
  const fullest = [...below].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return { above, below: fullest.map(([place, number]) => [places[place][0], number]), count };
}
