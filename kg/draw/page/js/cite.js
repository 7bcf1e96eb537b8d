// What can be taken away from a card: a citation after GB/T 7714, a line for the corrections file, a link.

// title. paper, day(page)[N]: as far as they are known.
export function citation([title, date, document]) {
  const name = title || document;
  return `${name}[N]. ${paper(document)}${date ? `, ${date}` : ""}.`;
}

// The paper as far as its file's name says: what is not a number, a date or a hash in it.
function paper(document) {
  const found = document.replace(/\.[^.]*$/, "").match(/[\u4e00-\u9fff]{2,}(?:报|网|社|刊)/);
  return found ? found[0] : document;
}

// One line of comma-separated values, as spreadsheets and the corrections file take it.
export function correction(graph, edge, sentence) {
  const cells = [
    "reject", graph.type(graph.source(edge)).name, graph.name(graph.source(edge)), graph.predicate(edge).name,
    graph.type(graph.target(edge)).name, graph.name(graph.target(edge)), sentence,
  ];
  return cells.map(cell).join(",");
}

// A cell can neither end the row nor become a formula.
function cell(text) {
  const line = text.replace(/\s+/g, " ");
  const safe = /^[=+\-@\t]/.test(line) ? `'${line}` : line;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
