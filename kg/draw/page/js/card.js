// The panel beside the map: all about a node, the sentences behind an edge, a path told in words.
import { about, former, higher, later, subtitle } from "./data.js";
import { citation, rejection, removal } from "./cite.js";
import { told } from "./days.js";
import { clip, pieces } from "./text.js";
import { copy, make, symbol } from "./dom.js";

const FEW = 8; // of a list, before 全部 is asked for
const MANY = 10; // sentences of one edge

// One sentence with both ends marked. most: about how many characters of it.
export function quote(app, edge, item, most = 0) {
  const { graph, say } = app;
  const colour = { subject: graph.type(graph.source(edge)).colour, object: graph.type(graph.target(edge)).colour };
  const text = pieces(item.text, item.spans, most).map(([words, role]) => (role
    ? make("mark", { class: role, style: colour[role] ? { "--tone": colour[role] } : {} }, words) : words));
  const [title, date, document] = item.article;
  const tools = most ? null : make("footer", { class: "tools" },
    make("button", { onclick: ({ target }) => copy(citation(item.article), target, say("copied")) }, say("cite")),
    make("button", { onclick: ({ target }) => copy(rejection(graph, edge, item), target, say("copied")) }, say("correct")),
    make("button", { onclick: () => app.ask({ file: document }) }, say("onlyFile")));
  return make("blockquote", {}, make("p", {}, text),
    item.why.length ? make("footer", {}, say("because") + item.why.join("；")) : null,
    make("footer", { class: "source" }, spaced([title ? `《${title}》` : "", told(date, say), document, item.page ? say("page", item.page) : ""], "　")), tools);
}

// Texts in a row; days are not broken over two lines.
function spaced(texts, between) {
  const parts = texts.filter(Boolean).map((text) => make("span", DAY.test(text) ? { class: "date" } : {}, text));
  return parts.flatMap((part, number) => (number ? [between, part] : [part]));
}

const DAY = /^\d{4}-\d\d/;

export function edgeCard(app, edge) {
  const { graph, say } = app;
  const predicate = graph.predicate(edge);
  const evidence = graph.evidence(edge);
  return [
    make("p", { class: "chips" }, chip(say.word(predicate), predicate.colour), about(graph, edge, say).map((text) => chip(clip(text, 80)))),
    make("h2", { class: "ends" }, nodeLink(app, graph.source(edge)), make("span", {}, predicate.symmetric ? " — " : " → "), nodeLink(app, graph.target(edge))),
    make("h3", {}, say("evidence", graph.edges.counts[edge], evidence.length)),
    quotes(app, edge, evidence),
  ];
}

function quotes(app, edge, evidence) {
  const body = make("div", {});
  const fill = (most) => body.replaceChildren(...evidence.slice(0, most).map((item) => quote(app, edge, item)),
    ...(evidence.length > most ? [make("button", { class: "more", onclick: () => fill(evidence.length) }, app.say("all", evidence.length))] : []));
  fill(MANY);
  return body;
}

function chip(text, colour) {
  return make("span", colour ? { class: "chip solid", style: { "--tone": colour } } : { class: "chip" }, text);
}

function nodeLink(app, node) {
  return make("button", { class: "inline", onclick: () => app.choose(node) }, clip(app.graph.name(node), 60));
}

export function nodeCard(app, node) {
  const { graph, say } = app;
  const names = graph.names(node).slice(1, 20);
  const type = graph.type(node);
  const files = graph.files(node);
  return [
    make("p", { class: "chips" }, chip(say.word(type), type.colour), graph.tell(node) ? chip(clip(graph.tell(node), 40)) : null),
    make("h2", {}, clip(graph.name(node), 200)),
    names.length ? make("p", { class: "small" }, `${say("aliases")}：${clip(names.join("、"), 300)}`) : null,
    lies(app, node),
    app.actions(node),
    lists(app, node),
    make("p", { class: "actions" }, make("button", { onclick: ({ target }) => copy(removal(graph, node), target, say("copied")) }, say("correct"))),
    make("details", {}, make("summary", {}, say("articles", files.length)),
      make("ul", { class: "files" }, files.slice(0, 60).map((file) => make("li", {},
        make("button", { class: "link", onclick: () => app.ask({ file }), title: say("onlyFile") }, file))))),
  ];
}

// In which places it lies, the widest first; a click shows all that lies there.
function lies(app, node) {
  const places = app.graph.areas(node).filter((name) => name !== app.graph.name(node));
  return places.length ? make("p", { class: "small" }, `${app.say("lies")}：`, places.map((name, number) => [number ? " › " : "",
    make("button", { class: "inline", onclick: () => app.ask({ place: name }) }, clip(name, 20))])) : null;
}

// Posts first, then the rest by predicate, the latest first.
function lists(app, node) {
  const { graph, say } = app;
  const edges = graph.around[node].filter((edge) => app.passes(edge));
  const groups = graph.words.predicates.map((predicate) => [predicate, edges.filter((edge) => graph.predicate(edge) === predicate)]);
  return groups.filter(([, some]) => some.length).map(([predicate, some]) => {
    some.sort((a, b) => former(graph, a) - former(graph, b) || later(graph, a, b) || higher(graph, a, b));
    const body = make("div", { class: "list" });
    const fill = (most) => body.replaceChildren(...some.slice(0, most).map((edge) => row(app, node, edge)),
      ...(some.length > most ? [make("button", { class: "more", onclick: () => fill(some.length) }, say("all", some.length))] : []));
    fill(FEW);
    return make("section", {}, make("h3", {}, symbol("line", predicate.colour), `${say.word(predicate)} `, make("span", { class: "number" }, String(some.length))), body);
  });
}

function row(app, node, edge) {
  const { graph, say } = app;
  const other = graph.other(edge, node);
  const arrow = graph.predicate(edge).symmetric ? "" : graph.source(edge) === node ? "→ " : "← ";
  const said = about(graph, edge, say);
  return make("button", { class: `link${former(graph, edge) ? " past" : ""}`, onclick: () => app.chooseEdge(edge) },
    symbol(graph.type(other).shape, graph.type(other).colour),
    make("span", {}, arrow + clip(graph.name(other), 60), said.length ? make("small", {}, " ", spaced(said.map((text) => clip(text, 40)), " · ")) : null));
}

// 陈某 任 某省委 书记 → … : each step of the way as a sentence that opens its evidence.
export function pathCard(app, [start, end], chain) {
  const { graph, say } = app;
  if (!chain.length) return [make("h2", {}, say("pathNone", graph.name(start), graph.name(end))), leave(app)];
  let node = start;
  const steps = chain.map((edge) => {
    const other = graph.other(edge, node);
    const forward = graph.predicate(edge).symmetric || graph.source(edge) === node;
    const [from, to] = forward ? [node, other] : [other, node];
    node = other;
    const [item] = graph.evidence(edge);
    return make("li", {},
      make("button", { class: "link step", onclick: () => app.chooseEdge(edge) }, make("b", {}, clip(graph.name(from), 40)),
        make("span", { class: "verb" }, ` ${say.word(graph.predicate(edge))} `), make("b", {}, clip(graph.name(to), 40)),
        make("small", {}, " ", spaced(about(graph, edge, say).map((text) => clip(text, 40)), " · "))),
      item ? quote(app, edge, item, 110) : null);
  });
  return [make("h2", {}, say("pathOf", graph.name(start), graph.name(end), chain.length)), make("ol", { class: "path" }, steps), leave(app)];
}

const leave = (app) => make("p", { class: "actions" }, make("button", { onclick: () => app.go({ path: [], from: null, node: null, edge: null }) }, app.say("whole")));

// What the pointer is over, in a few lines.
export function hint(app, id) {
  const { graph, say } = app;
  const number = Number(id.slice(1));
  if (id[0] === "e") {
    const evidence = graph.evidence(number);
    const arrow = graph.predicate(number).symmetric ? "—" : "→";
    return [
      make("b", {}, [clip(graph.name(graph.source(number)), 40), say.word(graph.predicate(number)), clip(graph.name(graph.target(number)), 40)].join(` ${arrow} `)),
      make("div", { class: "small" }, clip(about(graph, number, say).join(" · "), 120)),
      evidence.slice(0, 1).map((item) => quote(app, number, item, 150)),
      evidence.length > 1 ? make("div", { class: "small" }, `${say("moreSentences", evidence.length - 1)}，${say("clickFor")}`) : null,
    ];
  }
  if (id[0] === "l") return null;
  if (id[0] === "b") {
    const { leaves } = app.seen.bubbles.find((bubble) => bubble.node === number);
    return [make("b", {}, say("bubble", clip(graph.name(number), 40), leaves.length)),
      make("div", { class: "small" }, clip(leaves.slice(0, 12).map((leaf) => clip(graph.name(leaf), 14)).join("、"), 150)),
      make("div", { class: "small" }, say("bubbleHint"))];
  }
  const { others } = app.seen.hidden.get(number);
  return [make("b", {}, clip(graph.name(number), 120)), make("div", { class: "small" }, subtitle(graph, number, say)),
    make("div", { class: "small" }, say("related", graph.around[number].length) + (others.length ? ` · ${say("hidden", others.length)}` : ""))];
}
