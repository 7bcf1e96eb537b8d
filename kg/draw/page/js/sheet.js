// The relations on the map as a table that a spreadsheet opens: comma-separated, with a byte order mark.
const HEADS = ["subject", "subjectType", "relation", "object", "objectType", "titles", "role", "amount", "status", "firstDay",
  "lastDay", "stories", "sureness", "sentence", "title", "day", "file"];

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
    graph.edges.counts[edge], (graph.edges.confidence[edge] / 100).toFixed(2), item ? item.text : "", title, day, file];
}

// A cell can neither end its row nor become a formula.
export function cell(value) {
  const flat = String(value ?? "").replace(/\s+/g, " ");
  const safe = /^[=+\-@\t'＝＋－＠]/.test(flat) ? `'${flat}` : flat;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
