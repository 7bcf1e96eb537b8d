// The time line: meetings, talks, visits, signings by day, with who took part and where.
import { edgeCard, nodeCard } from "./card.js";
import { hasYear, month, rest } from "./days.js";
import { $, make, symbol } from "./dom.js";
import { happenings } from "./happenings.js";
import { clip } from "./text.js";

const MANY = 150; // events at a time
const FEW = 12; // participants of one

export function createTimeline(app) {
  const { graph } = app;
  let most = MANY;

  function show() {
    const { node, edge } = app.state;
    const only = node !== null && app.state.find === "" ? node : null;
    const all = happenings(graph, app.kept().passes).filter((event) => only === null || touches(event, only));
    const months = new Map();
    for (const event of all.slice(0, most)) {
      const key = month(event.day);
      months.set(key, [...(months.get(key) || []), event]);
    }
    const list = [...months].map(([key, events]) => make("section", { class: "month" }, make("h2", {}, key || app.say("noDay")), days(events)));
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
    return [...byDay].map(([day, some]) => make("div", { class: "day" }, make("time", { datetime: hasYear(day) ? day : null }, rest(day) || "—"), make("ul", {}, some.map(row))));
  }

  function row(event) {
    return make("li", {}, event.node >= 0 ? gathered(event) : told(event));
  }

  function gathered({ node, edges }) {
    const type = graph.type(node);
    const places = graph.around[node].filter((edge) => graph.source(edge) === node && graph.predicate(edge).name === "LOCATED_IN" && app.passes(edge));
    const sorted = [...edges].sort((a, b) => (graph.edges.roles[a] ?? 9) - (graph.edges.roles[b] ?? 9) || a - b);
    const order = sorted.filter((edge, n) => sorted.findIndex((one) => graph.source(one) === graph.source(edge)) === n);
    return [make("button", { class: "event", onclick: () => app.choose(node) }, symbol(type.shape, type.colour), clip(graph.name(node), 80)),
      places.length ? make("span", { class: "place" }, places.map((edge) => link(edge, graph.target(edge)))) : "",
      make("p", {}, order.slice(0, FEW).map((edge) => link(edge, graph.source(edge), graph.role(edge)?.name === "participant" ? null : graph.role(edge))),
        order.length > FEW ? make("button", { class: "who", onclick: () => app.choose(node) }, `+${order.length - FEW}`) : "")];
  }

  function told({ hub, edges }) {
    const predicate = graph.predicate(edges[0]);
    return make("p", { class: "told" }, symbol("line", predicate.colour), link(edges[0], hub), make("span", { class: "verb" }, ` ${app.say.word(predicate)} `),
      edges.slice(0, FEW).map((one) => link(one, graph.other(one, hub))), edges.length > FEW ? make("small", {}, ` +${edges.length - FEW}`) : "");
  }

  // A name whose click shows the sentence that says so.
  function link(edge, node, role) {
    return make("button", { class: `who${app.state.edge === edge ? " here" : ""}`, onclick: () => app.chooseEdge(edge) }, clip(graph.name(node), 30), role ? make("small", {}, app.say.word(role)) : "");
  }

  return { show, actions: (node) => make("p", { class: "actions" }, node === app.state.node ? "" : make("button", { onclick: () => app.choose(node) }, app.say("onlyOf", clip(graph.name(node), 20)))), keys: {} };
}
