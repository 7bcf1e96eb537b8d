// Posts: who holds what in a body, by rank, with the bodies under it; all bodies where none is chosen.
import { former, higher, later, span } from "./data.js";
import { edgeCard, nodeCard } from "./card.js";
import { $, make } from "./dom.js";
import { clip } from "./text.js";

const MANY = 120; // bodies at a time

export function createChart(app) {
  const { graph } = app;
  const posts = (body) => graph.around[body].filter((edge) => app.passes(edge) && graph.target(edge) === body && graph.predicate(edge).name === "HOLDS_POSITION");
  const parts = (body) => graph.around[body].filter((edge) => app.passes(edge) && graph.target(edge) === body && graph.source(edge) !== body && graph.predicate(edge).name === "PART_OF");
  const wholes = (body) => graph.around[body].filter((edge) => app.passes(edge) && graph.source(edge) === body && graph.target(edge) !== body && graph.predicate(edge).name === "PART_OF");
  const people = (body) => new Set(posts(body).map((edge) => graph.source(edge))).size;
  const byRank = (a, b) => former(graph, a) - former(graph, b) || higher(graph, a, b) || later(graph, a, b);
  let most = MANY;

  function chosenBody() {
    const { node, edge } = app.state;
    if (node !== null && graph.type(node).name === "Organization") return node;
    if (edge !== null) return graph.target(edge);
    if (node === null) return null;
    const held = graph.around[node].filter((one) => app.passes(one) && graph.source(one) === node).sort(byRank);
    return held.length ? graph.target(held[0]) : null;
  }

  function show() {
    const chosen = chosenBody();
    $("page").replaceChildren(...(chosen === null ? overview() : chart(chosen)));
    $("page").scrollTop = 0;
    const { node, edge } = app.state;
    if (edge !== null) return edgeCard(app, edge);
    return node !== null ? nodeCard(app, node) : app.welcome();
  }

  function overview() {
    const all = [];
    for (let node = 0; node < graph.count; node += 1) {
      const count = people(node);
      if (count) all.push([node, count]);
    }
    all.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    if (!all.length) return [make("p", { class: "blank" }, graph.count ? app.say("nothingLeft") : app.say("emptyMap", app.title()))];
    return [make("p", { class: "lead" }, app.say("bodies", all.length)),
      make("div", { class: "bodies" }, all.slice(0, most).map(([node, count]) => card(node, count))),
      all.length > most ? make("button", { class: "more", onclick: () => { most += MANY; show(); } }, app.say("moreOf", Math.min(MANY, all.length - most))) : ""];
  }

  function card(node, count) {
    const sorted = posts(node).sort(byRank);
    const heads = sorted.filter((edge, n) => sorted.findIndex((one) => graph.source(one) === graph.source(edge)) === n).slice(0, 3);
    return make("button", { class: "body", onclick: () => app.choose(node) }, make("b", {}, clip(graph.name(node), 40)),
      make("span", { class: "number" }, app.say("people", count)),
      heads.map((edge) => make("small", {}, `${clip(graph.titles(edge).join("、"), 18)} ${clip(graph.name(graph.source(edge)), 16)}`)));
  }

  function chart(chosen) {
    const say = app.say;
    const all = posts(chosen).sort(byRank);
    const now = all.filter((edge) => !former(graph, edge));
    const rows = [["heads", 1], ["deputies", 2], ["members", 3], ["others", 4]].map(([key, rank]) => [say(key), now.filter((edge) => graph.rank(edge)[0] === rank)]);
    rows.push([say("formerly"), all.filter((edge) => former(graph, edge))]);
    const above = wholes(chosen);
    const below = parts(chosen);
    return [
      make("p", { class: "lead" }, make("button", { class: "inline", onclick: () => app.go({ node: null, edge: null }) }, say("chooseBody"))),
      above.length ? make("div", { class: "above" }, make("small", {}, say("partOf")), above.map((edge) => unit(edge, graph.target(edge)))) : "",
      make("h2", { class: "root" }, clip(graph.name(chosen), 80)),
      ...rows.filter(([, edges]) => edges.length).map(([title, edges]) => make("section", { class: "rank" }, make("h3", {}, title), make("div", { class: "row" }, edges.map(person)))),
      below.length ? make("section", { class: "rank parts" }, make("h3", {}, say("parts")), make("div", { class: "row" }, below.map((edge) => unit(edge, graph.source(edge))))) : "",
    ];
  }

  function person(edge) {
    const when = span(graph.first(edge), graph.last(edge), app.say);
    const here = app.state.edge === edge || app.state.node === graph.source(edge);
    return make("button", { class: `person${former(graph, edge) ? " past" : ""}${here ? " here" : ""}`, onclick: () => app.chooseEdge(edge) },
      make("b", {}, clip(graph.name(graph.source(edge)), 24)), make("span", {}, clip(graph.titles(edge).join("、"), 30)), make("small", {}, when));
  }

  function unit(edge, node) {
    const [head] = posts(node).sort(byRank);
    return make("button", { class: "person unit", onclick: () => app.choose(node) }, make("b", {}, clip(graph.name(node), 30)),
      head === undefined ? "" : make("span", {}, `${clip(graph.titles(head).join("、"), 14)} ${clip(graph.name(graph.source(head)), 12)}`),
      people(node) ? make("small", {}, app.say("people", people(node))) : "");
  }

  return { show, actions: () => null, keys: {} };
}
