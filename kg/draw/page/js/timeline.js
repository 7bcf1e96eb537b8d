// The time line: meetings, talks, visits, signings by day, with who took part and where.
import { edgeCard, nodeCard } from "./card.js";
import { $, make, symbol } from "./dom.js";
import { clip } from "./text.js";

const MANY = 150; // events at a time
const FEW = 12; // participants of one

// Events of the edges that pass: {day, node or -1, edges, title}, the latest day first.
export function happenings(graph, passes) {
  const found = new Map();
  const add = (key, make_, edge) => {
    if (!found.has(key)) found.set(key, make_());
    found.get(key).edges.push(edge);
  };
  for (let edge = 0; edge < graph.size; edge += 1) {
    if (!passes[edge]) continue;
    const name = graph.predicate(edge).name;
    const target = graph.target(edge);
    if (name === "ATTENDED" || name === "SIGNED") add(`n${target}`, () => ({ node: target, edges: [] }), edge);
    else if (name === "VISITED") add(`v${graph.source(edge)} ${graph.first(edge)}`, () => ({ node: -1, edges: [] }), edge);
    else if (name === "MET_WITH" || name === "SIGNED_WITH") add(`e${edge}`, () => ({ node: -1, edges: [] }), edge);
  }
  const all = [...found.values()].map((event) => ({ ...event, day: earliest(graph, event) }));
  return all.sort((a, b) => (a.day === b.day ? b.edges.length - a.edges.length || a.edges[0] - b.edges[0] : a.day < b.day ? 1 : -1));
}

const earliest = (graph, { edges }) => edges.map(graph.first).filter(Boolean).sort()[0] || "";

export function createTimeline(app) {
  const { graph } = app;
  let most = MANY;

  function show() {
    const { node, edge } = app.state;
    const only = node !== null && app.state.find === "" ? node : null;
    const all = happenings(graph, app.kept().passes).filter((event) => only === null || touches(event, only));
    const months = new Map();
    for (const event of all.slice(0, most)) {
      const month = event.day.slice(0, 7);
      months.set(month, [...(months.get(month) || []), event]);
    }
    const list = [...months].map(([month, events]) => make("section", { class: "month" }, make("h2", {}, month || app.say("noDay")), days(events)));
    $("page").replaceChildren(
      make("p", { class: "lead" }, app.say("eventsOf", all.length), only === null ? "" : make("button", { class: "chip", onclick: () => app.go({ node: null, edge: null }) }, `${app.say("onlyOf", clip(graph.name(only), 30))} ✕`)),
      ...(all.length ? list : [make("p", { class: "blank" }, graph.count ? app.say("nothingLeft") : app.say("emptyMap", app.title()))]),
      ...(all.length > most ? [make("button", { class: "more", onclick: () => { most += MANY; show(); } }, app.say("moreEvents", Math.min(MANY, all.length - most)))] : []));
    if (edge !== null) return edgeCard(app, edge);
    return node !== null ? nodeCard(app, node) : app.welcome();
  }

  const touches = (event, node) => event.node === node || event.edges.some((edge) => graph.source(edge) === node || graph.target(edge) === node)
    || (event.node >= 0 && graph.around[event.node].some((edge) => graph.other(edge, event.node) === node));

  function days(events) {
    const byDay = new Map();
    for (const event of events) byDay.set(event.day, [...(byDay.get(event.day) || []), event]);
    return [...byDay].map(([day, some]) => make("div", { class: "day" }, make("time", { datetime: day }, day.slice(5) || "—"), make("ul", {}, some.map(row))));
  }

  function row(event) {
    return make("li", {}, event.node >= 0 ? gathered(event) : told(event));
  }

  function gathered({ node, edges }) {
    const type = graph.type(node);
    const places = graph.around[node].filter((edge) => graph.source(edge) === node && graph.predicate(edge).name === "LOCATED_IN" && app.passes(edge));
    const order = [...edges].sort((a, b) => (graph.edges.roles[a] ?? 9) - (graph.edges.roles[b] ?? 9) || a - b);
    return [make("button", { class: "event", onclick: () => app.choose(node) }, symbol(type.shape, type.colour), clip(graph.name(node), 80)),
      places.length ? make("span", { class: "place" }, places.map((edge) => link(edge, graph.target(edge)))) : "",
      make("p", {}, order.slice(0, FEW).map((edge) => link(edge, graph.source(edge), graph.role(edge)?.name === "participant" ? null : graph.role(edge))),
        order.length > FEW ? make("small", {}, ` +${order.length - FEW}`) : "")];
  }

  function told({ edges }) {
    const [edge] = edges;
    const predicate = graph.predicate(edge);
    return make("p", { class: "told" }, symbol("line", predicate.colour), link(edge, graph.source(edge)), make("span", { class: "verb" }, ` ${app.say.word(predicate)} `),
      edges.slice(0, FEW).map((one) => link(one, graph.target(one))), edges.length > FEW ? make("small", {}, ` +${edges.length - FEW}`) : "");
  }

  // A name whose click shows the sentence that says so.
  function link(edge, node, role) {
    return make("button", { class: `who${app.state.edge === edge ? " here" : ""}`, onclick: () => app.chooseEdge(edge) }, clip(graph.name(node), 30), role ? make("small", {}, app.say.word(role)) : "");
  }

  return { show, actions: (node) => make("p", { class: "actions" }, node === app.state.node ? "" : make("button", { onclick: () => app.choose(node) }, app.say("onlyOf", clip(graph.name(node), 20)))), keys: {} };
}
