// The graph of a page, read from the columns that kg/draw/content.py writes. Nodes and edges are numbers.
import { bounds, told } from "./days.js";
import { post } from "./text.js";

export function decode(page) {
  const { nodes, words } = page;
  const count = nodes.names.length;
  const edges = page.edges || { ids: [], sources: [], targets: [], predicates: [], statuses: [], first: [], last: [],
    counts: [], confidence: [], titles: {}, ranks: {}, roles: {}, amounts: {} };
  const around = Array.from({ length: count }, () => []);
  edges.sources.forEach((source, edge) => {
    around[source].push(edge);
    if (edges.targets[edge] !== source) around[edges.targets[edge]].push(edge);
  });
  const day = (column) => (edge) => page.days[column[edge]];
  const reach = page.days.map(bounds);
  return {
    page, words, count, edges, around,
    size: edges.sources.length,
    name: (node) => nodes.names[node],
    names: (node) => [nodes.names[node], ...(nodes.aliases[node] || [])],
    tell: (node) => nodes.tells[node] || "",
    chain: (node) => nodes.within?.[node] || 0,
    areas: (node) => (page.areas?.[nodes.within?.[node] || 0] || []).map((place) => page.places[place][0]),
    shared: namesakes(nodes),
    files: (node) => nodes.files[node].map((file) => nodes.documents[file]),
    type: (node) => words.types[nodes.types[node]],
    id: (node) => nodes.ids[node],
    edgeId: (edge) => edges.ids[edge],
    nodeOf: numbers(nodes.ids),
    edgeOf: numbers(edges.ids),
    source: (edge) => edges.sources[edge],
    target: (edge) => edges.targets[edge],
    other: (edge, node) => (edges.sources[edge] === node ? edges.targets[edge] : edges.sources[edge]),
    predicate: (edge) => words.predicates[edges.predicates[edge]],
    status: (edge) => words.statuses[edges.statuses[edge]],
    role: (edge) => (edge in edges.roles ? words.roles[edges.roles[edge]] : null),
    titles: (edge) => edges.titles[edge] || [],
    rank: (edge) => edges.ranks[edge] || [4, 0],
    amount: (edge) => edges.amounts[edge] || "",
    first: day(edges.first),
    last: day(edges.last),
    begin: (edge) => reach[edges.first[edge]]?.[0] || "", // the first and the last day that an edge may mean
    end: (edge) => reach[edges.last[edge]]?.[1] || "",
    evidence: (edge) => page.evidence[edge].map((item) => sentence(page, item)).sort((a, b) => b.ends - a.ends),
  };
}

// One sentence of an edge. ends: how many of its two ends stand there; the sentences with both come first.
function sentence(page, [text, article, flat, why, number]) {
  const spans = triples(flat);
  const marked = (role) => (spans.some(([, , one]) => one === role) ? 1 : 0);
  return {
    text: page.texts[text],
    article: page.articles[article],
    spans,
    ends: marked("subject") + marked("object"),
    why: (why || []).map((reason) => page.texts[reason]),
    page: number || 0, // of a PDF or picture
  };
}

function numbers(ids) {
  const found = new Map(ids.map((id, number) => [id, number]));
  return (id) => found.get(id);
}

// Whether another node has the type and name of this one.
function namesakes({ names, types }) {
  let many = null;
  const key = (node) => `${types[node]} ${names[node]}`;
  return (node) => {
    if (!many) {
      many = new Map();
      names.forEach((_, one) => many.set(key(one), (many.get(key(one)) || 0) + 1));
    }
    return many.get(key(node)) > 1;
  };
}

function triples(flat) {
  const found = [];
  for (let at = 0; at < flat.length; at += 3) found.push([flat[at], flat[at + 1], SPAN_ROLES[flat[at + 2]]]);
  return found;
}

const SPAN_ROLES = ["subject", "object", "trigger", "context"];

// What else an edge says, in few words: posts, role, amount, days, and its status where it is more than done.
export function about(graph, edge, say) {
  const role = graph.role(edge);
  return [
    graph.titles(edge).join("、"),
    role && role.name !== "participant" ? say.word(role) : "", // that somebody took part the relation says
    graph.amount(edge),
    span(graph.first(edge), graph.last(edge), say),
    graph.status(edge).name === "done" ? "" : say.word(graph.status(edge)),
  ].filter(Boolean);
}

export function span(first, last, say) {
  return first === last ? told(first, say) : `${told(first, say)} ${say("to")} ${told(last, say)}`;
}

// The post or whatever tells one person from another; else the type.
export function subtitle(graph, node, say) {
  const [held] = posts(graph, node);
  return [say.word(graph.type(node)), graph.tell(node) || held].filter(Boolean).join(" · ");
}

// Body and title of every post of a node, the present first, of these the highest; a page without edges brings them itself.
export function posts(graph, node) {
  if (graph.page.posts) return graph.page.posts[node] || [];
  const held = graph.around[node].filter((edge) => graph.source(edge) === node && graph.titles(edge).length);
  held.sort((a, b) => former(graph, a) - former(graph, b) || higher(graph, a, b) || later(graph, a, b));
  return held.flatMap((edge) => graph.titles(edge).map((title) => post(graph.name(graph.target(edge)), title)));
}

export const former = (graph, edge) => (graph.status(edge).name === "former" ? 1 : 0);

// Orders posts by their rank, the highest first.
export function higher(graph, a, b) {
  const [[group, place], [other, there]] = [graph.rank(a), graph.rank(b)];
  return group - other || place - there;
}

// Orders edges by day, the latest first; those without a day last.
export function later(graph, a, b) {
  const [one, other] = [graph.last(a), graph.last(b)];
  return one === other ? 0 : one < other ? 1 : -1;
}
