// What can be taken away from a card: a citation after GB/T 7714, a line for the corrections file, a link.
import { hasYear } from "./days.js";
import { cell } from "./sheet.js";

// title. paper, day(page)[N]: as far as they are known.
export function citation([title, date, document]) {
  const name = title || document;
  return `${name}[N]. ${paper(document)}${hasYear(date) ? `, ${date}` : ""}.`;
}

// The paper as far as its file's name says: what is not a number, a date or a hash in it.
function paper(document) {
  const found = document.replace(/\.[^.]*$/, "").match(/[\u4e00-\u9fff]{2,}(?:报|网|社|刊)/);
  return found ? found[0] : document;
}

// The columns of corrections.csv: action, type, name, document, predicate, other_type, other, other_document, value,
// sentence, who, when, why. What is not needed stays empty, for the reader to fill in.
const COLUMNS = 13;

function line(...cells) {
  return Array.from({ length: COLUMNS }, (_, n) => cell(cells[n] || "")).join(",");
}

// A fact that is wrong. Files are named where a name is borne by several.
export function rejection(graph, edge, { text, article }) {
  const [source, target] = [graph.source(edge), graph.target(edge)];
  const file = (node) => (graph.shared(node) ? article[2] : "");
  return line("否定", graph.type(source).label, graph.name(source), file(source), graph.predicate(edge).label,
    graph.type(target).label, graph.name(target), file(target), "", text);
}

// A node that is none.
export function removal(graph, node) {
  return line("删除", graph.type(node).label, graph.name(node), graph.shared(node) ? graph.files(node)[0] : "");
}
