// The relations on the map as a table that a spreadsheet opens: comma-separated, with a byte order mark.
const HEADS = ["subject", "subjectType", "relation", "object", "objectType", "titles", "role", "amount", "status", "firstDay",
  "lastDay", "stories", "sureness", "sentence", "title", "day", "file", "pages"];

export function sheet(graph, edges, say) {
  const rows = edges.map((edge) => row(graph, edge, say));
  return `\ufeff${[HEADS.map((name) => say(name)), ...rows].map((cells) => cells.map(cell).join(",")).join("\r\n")}\r\n`;
}

function row(graph, edge, say) {
  const [source, target] = [graph.source(edge), graph.target(edge)];
  const role = graph.role(edge);
  const [item] = graph.evidence(edge);
  const [title, day, file] = item ? item.article : ["", "", ""];
  return [graph.name(source), say.word(graph.type(source)), say.word(graph.predicate(edge)), graph.name(target), say.word(graph.type(target)),
    graph.titles(edge).join("、"), role ? say.word(role) : "", graph.amount(edge), say.word(graph.status(edge)), graph.first(edge), graph.last(edge),
    graph.edges.counts[edge], (graph.edges.confidence[edge] / 100).toFixed(2), item ? item.text : "", title, day, file, item?.page || ""];
}

// The same as records, with all their sentences; names of types, relations and statuses are those of the ontology.
export function records(graph, edges) {
  const end = (node) => ({ name: graph.name(node), type: graph.type(node).name, id: graph.id(node) });
  return edges.map((edge) => ({
    subject: end(graph.source(edge)), predicate: graph.predicate(edge).name, object: end(graph.target(edge)),
    titles: graph.titles(edge), role: graph.role(edge)?.name || "", amount: graph.amount(edge), status: graph.status(edge).name,
    first: graph.first(edge), last: graph.last(edge), stories: graph.edges.counts[edge], confidence: graph.edges.confidence[edge] / 100,
    evidence: graph.evidence(edge).map(({ text, article: [title, date, file], page }) => ({ sentence: text, title, date, file, ...(page ? { page } : {}) })),
  }));
}

// A cell can neither end its row nor become a formula.
export function cell(value) {
  const flat = String(value ?? "").replace(/\s+/g, " ");
  const safe = /^[=+\-@\t'＝＋－＠]/.test(flat) ? `'${flat}` : flat;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
