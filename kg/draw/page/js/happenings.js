// What happened: meetings and agreements with who took part, talks, visits and contracts, in order of time.
import { earliest } from "./days.js";

// Events of the edges that pass, the latest first: {day, node or -1, hub, edges}. hub: who met or visited the others.
// What a talk or contract between two says is told by the meeting or agreement of that day where both took part.
export function happenings(graph, passes) {
  const gathered = new Map();
  const [visits, pairs] = [new Map(), []];
  for (let edge = 0; edge < graph.size; edge += 1) {
    if (!passes[edge]) continue;
    const name = graph.predicate(edge).name;
    if (name === "ATTENDED" || name === "SIGNED") into(gathered, graph.target(edge), edge);
    else if (name === "VISITED") into(visits, `${graph.source(edge)} ${graph.first(edge)}`, edge);
    else if (name === "MET_WITH" || name === "SIGNED_WITH") pairs.push(edge);
  }
  const meetings = [...gathered].map(([node, edges]) => ({ node, hub: -1, edges, day: earliest(edges.map(graph.first)) }));
  const others = [...visits.values()].map((edges) => ({ node: -1, hub: graph.source(edges[0]), edges, day: graph.first(edges[0]) }));
  const known = takers(graph, meetings);
  const all = [...meetings, ...others, ...talks(graph, pairs.filter((edge) => !within(graph, edge, known)))];
  return all.sort((a, b) => (a.day === b.day ? b.edges.length - a.edges.length || a.edges[0] - b.edges[0] : a.day < b.day ? 1 : -1));
}

function into(lists, key, one) {
  if (!lists.has(key)) lists.set(key, []);
  lists.get(key).push(one);
}

// Whether both ends of a pair took part in a meeting of its day; where no day is known, of its article.
function within(graph, edge, known) {
  const [here, there] = [graph.source(edge), graph.target(edge)].map((node) => known.get(node) || []);
  return here.some((meeting) => there.includes(meeting) && meeting.day === graph.first(edge)
    && (meeting.day !== "" || meeting.edges.some((one) => together(graph, one, edge))));
}

function together(graph, a, b) {
  const articles = new Set(graph.page.evidence[a].map(([, article]) => article));
  return graph.page.evidence[b].some(([, article]) => articles.has(article));
}

function takers(graph, meetings) {
  const found = new Map();
  for (const meeting of meetings) for (const edge of meeting.edges) into(found, graph.source(edge), meeting);
  return found;
}

// Pairs of one kind and day told by whom most of them share: 甲 会见 乙、丙、丁.
function talks(graph, pairs) {
  const alike = new Map();
  for (const edge of pairs) into(alike, `${graph.predicate(edge).name} ${graph.first(edge)}`, edge);
  return [...alike.values()].flatMap((edges) => shared(graph, edges)).map((event) => ({ ...event, day: graph.first(event.edges[0]) }));
}

function shared(graph, edges) {
  const left = new Set(edges);
  const ends = new Map();
  for (const edge of edges) for (const node of new Set([graph.source(edge), graph.target(edge)])) into(ends, node, edge);
  const found = [];
  for (const [hub, some] of [...ends].sort((a, b) => b[1].length - a[1].length || a[0] - b[0])) {
    const mine = some.filter((edge) => left.delete(edge));
    if (mine.length) found.push({ node: -1, hub, edges: mine });
  }
  return found;
}
