// Which edges pass what the reader asks for, and what each question would leave.
import { holding } from "./places.js";
import { fold } from "./text.js";

export const nothing = () => ({ types: [], predicates: [], statuses: [], confidence: 0, links: 0, from: "", to: "", file: "", place: "" });

// Whether anything but types is asked for: then what has no relation at all does not pass.
export const narrows = (asked) => Boolean(asked.predicates.length || asked.statuses.length || asked.confidence || asked.links > 1
  || asked.from || asked.to || asked.file || asked.place);

// For each edge 1 where it passes; for each node whether an edge of it does, and how many others it is then tied to.
export function filtered(graph, asked) {
  const { words } = graph;
  const { sources, targets, predicates, statuses } = graph.edges;
  const kinds = graph.page.nodes.types;
  const shows = { types: shown(words.types, asked.types), predicates: shown(words.predicates, asked.predicates), statuses: shown(words.statuses, asked.statuses) };
  const articles = asked.file === "" ? null : named(graph, asked.file);
  const there = asked.place ? holding(graph, asked.place) : null;
  const lies = (edge) => there[graph.chain(sources[edge])] || there[graph.chain(targets[edge])];
  const passes = new Uint8Array(graph.size);
  for (let edge = 0; edge < graph.size; edge += 1) {
    passes[edge] = shows.predicates[predicates[edge]] && shows.statuses[statuses[edge]]
      && shows.types[kinds[sources[edge]]] && shows.types[kinds[targets[edge]]] && within(graph, edge, asked)
      && (!there || lies(edge)) && (!articles || rests(graph, edge, articles)) ? 1 : 0;
  }
  if (asked.links > 1) thin(graph, passes, asked.links);
  const joined = new Uint8Array(graph.count);
  for (let edge = 0; edge < graph.size; edge += 1) if (passes[edge]) joined[sources[edge]] = joined[targets[edge]] = 1;
  return { passes, joined, degrees: degrees(graph, passes), hidden: (node) => !shows.types[kinds[node]] };
}

// For each word 1, but 0 for those that are off.
const shown = (words, off) => Uint8Array.from(words, ({ name }) => (off.includes(name) ? 0 : 1));

function within(graph, edge, { confidence, from, to }) {
  if (graph.edges.confidence[edge] < confidence) return false;
  if (!from && !to) return true;
  const begin = graph.begin(edge);
  return begin !== "" && (!from || graph.end(edge) >= from) && (!to || begin <= to);
}

// The articles of a file, or else those whose title or file holds the words, as a set of numbers.
function named(graph, words) {
  const { articles } = graph.page;
  const numbers = (fits) => new Set(articles.flatMap((one, number) => (fits(one) ? [number] : [])));
  const exact = numbers(([, , file]) => file === words);
  const wanted = fold(words);
  return exact.size ? exact : numbers(([title, , file]) => fold(title).includes(wanted) || fold(file).includes(wanted));
}

const rests = (graph, edge, articles) => graph.page.evidence[edge].some(([, article]) => articles.has(article));

function degrees(graph, passes) {
  const { sources, targets } = graph.edges;
  const seen = new Int32Array(graph.count).fill(-1); // by whom a node was counted last
  const count = new Int32Array(graph.count);
  graph.around.forEach((edges, node) => {
    seen[node] = node;
    for (const edge of edges) {
      const other = sources[edge] === node ? targets[edge] : sources[edge];
      if (!passes[edge] || seen[other] === node) continue;
      seen[other] = node;
      count[node] += 1;
    }
  });
  return count;
}

// Takes away the edges of nodes with fewer ties than asked, until all that stay have as many.
function thin(graph, passes, links) {
  const count = degrees(graph, passes);
  const weak = [...count.keys()].filter((node) => count[node] < links);
  for (const node of weak) {
    const others = new Set();
    for (const edge of graph.around[node]) {
      if (passes[edge]) others.add(graph.other(edge, node));
      passes[edge] = 0;
    }
    others.delete(node);
    for (const other of others) {
      count[other] -= 1;
      if (count[other] === links - 1) weak.push(other);
    }
  }
}

// How many edges and nodes there are of each predicate, status and type among the edges that pass.
export function counted(graph, { passes, joined }, alone) {
  const { words } = graph;
  const count = { predicates: words.predicates.map(() => 0), statuses: words.statuses.map(() => 0), types: words.types.map(() => 0) };
  for (let edge = 0; edge < graph.size; edge += 1) {
    if (!passes[edge]) continue;
    count.predicates[graph.edges.predicates[edge]] += 1;
    count.statuses[graph.edges.statuses[edge]] += 1;
  }
  for (let node = 0; node < graph.count; node += 1) if (joined[node] || alone(node)) count.types[graph.page.nodes.types[node]] += 1;
  const called = (list) => Object.fromEntries(words[list].map(({ name }, number) => [name, count[list][number]]).filter(([, many]) => many));
  const sum = (some) => some.reduce((a, b) => a + b, 0);
  return { types: called("types"), predicates: called("predicates"), statuses: called("statuses"), nodes: sum(count.types), edges: sum(count.predicates) };
}

// Edges for each of at most `most` equal stretches of the days from `from` to `to` (empty: all that edges bear):
// [{from, to, count}], and nothing without days. An edge that bears a month counts from its first day.
export function histogram(graph, { from = "", to = "" } = {}, most = 40) {
  const counts = new Map();
  for (let edge = 0; edge < graph.size; edge += 1) {
    const day = graph.begin(edge);
    if (day && (!from || day >= from) && (!to || day <= to)) counts.set(day, (counts.get(day) || 0) + 1);
  }
  const days = [...counts.keys()].sort();
  if (!days.length) return [];
  const [begin, end] = [number(days[0]), number(days[days.length - 1])];
  const width = Math.max(1, Math.ceil((end - begin + 1) / most));
  const bars = [];
  for (let day = begin; day <= end; day += width) bars.push({ from: iso(day), to: iso(Math.min(day + width - 1, end)), count: 0 });
  for (const day of days) bars[Math.floor((number(day) - begin) / width)].count += counts.get(day);
  return bars;
}

const number = (day) => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
const iso = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10);
