// The first page: what was built, where to begin, a search over everything.
import { $, make, symbol } from "./dom.js";
import { rolled } from "./places.js";
import { clip } from "./text.js";

const PLACES = 24;

export function createHome(app) {
  const { graph } = app;
  const { home } = graph.page;
  const link = (node, more) => make("li", {}, make("a", { href: app.address("everything", node) },
    symbol(graph.type(node).shape, graph.type(node).colour), make("span", {}, clip(graph.name(node), 44)),
    make("small", {}, more || graph.tell(node))));

  function show() {
    const { say } = app;
    const figure = (value, text) => (value === "" ? "" : make("div", { class: "figure" }, make("b", {}, String(value)), make("span", {}, text)));
    const list = (title, some) => (some.length ? make("section", {}, make("h2", {}, title), make("ol", {}, some)) : "");
    $("page").replaceChildren(
      make("div", { class: "figures" }, figure(home.articles, say("articlesRead")), figure(home.independent, say("independent")),
        figure(graph.count, say("things")), figure(home.edges, say("facts")),
        figure(home.days.length ? home.days.join(home.days.length > 1 ? " – " : "") : "", say("period"))),
      make("div", { class: "cards" }, app.pages.filter((page) => page.kind !== "home").map((page) => make("a", { class: "card", href: app.address(page.name) },
        make("b", {}, say.english ? page.english : page.title), make("small", {}, say("related", page.edges))))),
      graph.count ? make("div", { class: "columns" },
        list(say("topPerson"), home.top.Person.map(([node, post]) => link(node, post))),
        list(say("topOrganization"), home.top.Organization.map(([node, , count]) => link(node, say("related", count)))),
        list(say("topProject"), home.top.Project.map(([node, , count]) => link(node, graph.areas(node).slice(-1)[0] || say("related", count)))),
        list(say("newest"), home.newest.map(([node, day]) => link(node, day)))) : make("p", { class: "blank" }, say("empty")),
      places(say),
      make("p", { class: "lead" }, say("made")));
    return [];
  }
  // What lies where, rolled up to the widest places: a click shows these with all in them.
  function places(say) {
    const { below } = rolled(graph, "");
    return below.length ? make("section", { class: "places" }, make("h2", {}, say("places")), make("div", { class: "starters" },
      below.slice(0, PLACES).map(([name, count]) => make("a", { class: "chip", href: app.address("everything", undefined, name) }, clip(name, 16), make("span", { class: "number" }, String(count)))))) : "";
  }
  return { show, actions: () => null, keys: {} };
}
