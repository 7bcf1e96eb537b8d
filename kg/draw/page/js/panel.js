// The legend that filters, and the rest of the filters: confidence, links, dates with their histogram, one file.
import { counted, histogram, nothing } from "./filter.js";
import { rolled } from "./places.js";
import { clip } from "./text.js";
import { $, make, symbol } from "./dom.js";

const PLACES = 10; // that are offered at once

const DASHES = { planned: "dashes", wished: "dots" };

export function createPanel(app) {
  const { graph } = app;
  const whole = counted(graph, app.kept(nothing()), (node) => app.alone(node, nothing()));
  const all = histogram(graph);
  const documents = graph.page.evidence ? [...new Set(graph.page.articles.map(([, , file]) => file))].sort() : [];
  const entries = [
    ["types", graph.words.types, (one) => symbol(one.shape, one.colour)],
    ["predicates", graph.words.predicates, (one) => symbol("line", one.colour)],
    ["statuses", graph.words.statuses, (one) => symbol(DASHES[one.name] || "line", one.name === "former" ? "var(--past)" : "var(--soft)")],
  ];

  function toggle(list, name) {
    const off = app.state.asked[list];
    app.ask({ [list]: off.includes(name) ? off.filter((one) => one !== name) : [...off, name] });
  }

  let last = "";
  function show() {
    const { say, state } = app;
    const key = JSON.stringify([state.asked, say.english]);
    if (key === last) return;
    last = key;
    const count = counted(graph, app.kept(state.asked), (node) => app.alone(node));
    for (const [list, words, sign] of entries) {
      const some = words.filter((one) => whole[list][one.name]);
      const items = some.map((one) => make("li", {}, make("label", {},
        make("input", { type: "checkbox", "data-name": one.name, checked: !state.asked[list].includes(one.name), onchange: () => toggle(list, one.name) }),
        sign(one), make("span", {}, say.word(one)), make("span", { class: "number" }, String(count[list][one.name] || 0))),
      some.length > 2 ? make("button", { class: "only", tabindex: -1, onclick: () => app.ask({ [list]: some.filter((other) => other !== one).map(({ name }) => name) }) }, say("onlyOne")) : null));
      keepFocus($(list), items);
      $(list).parentElement.hidden = some.length < (list === "statuses" ? 2 : 1);
    }
    more(state, say);
  }

  function more(state, say, opening = false) {
    const { asked } = state;
    const set = (name) => ({ target }) => app.ask({ [name]: target.type === "range" || target.type === "number" ? Number(target.value) : target.value.trim() });
    const active = asked.confidence || asked.links > 1 || asked.from || asked.to || asked.file || asked.place;
    $("more-title").textContent = say("moreFilters");
    $("more").open = $("more").open || Boolean(active);
    const any = active || asked.types.length || asked.predicates.length || asked.statuses.length;
    $("cleared").replaceChildren(...(any ? [...[asked.place, asked.file].filter(Boolean).map((one) => make("span", { class: "chip" }, say("fileOnly", clip(one, 12)))),
      make("button", { id: "clear", onclick: () => app.ask(nothing()) }, say("clear"))] : []));
    if (!$("more").open && !opening) return; // what nobody sees is made when it is opened
    const day = (id, name, value) => make("label", {}, `${say(name)} `, make("input", { type: "date", id, min: all[0].from, max: all[all.length - 1].to, value, onchange: set(name === "from" ? "from" : "to") }));
    keepFocus($("more-body"), [
      graph.page.places?.length ? places(asked, say, set("place")) : null,
      all.length ? make("div", { class: "dates" }, chart(asked, say), make("div", { class: "pair" }, day("date-from", "from", asked.from), day("date-to", "until", asked.to),
        asked.from || asked.to ? make("button", { class: "quiet", id: "all-days", onclick: () => app.ask({ from: "", to: "" }) }, say("allDates")) : null)) : null,
      make("label", { class: "range" }, `${say("confidence")} `, make("output", {}, `${asked.confidence} %`),
        make("input", { type: "range", id: "confidence", min: 0, max: 100, step: 5, value: asked.confidence, onchange: set("confidence") })),
      app.view.kind === "map" ? make("label", { class: "range" }, `${say("links")} `, make("output", {}, String(Math.max(asked.links, 1))),
        make("input", { type: "range", id: "links", min: 1, max: 10, value: Math.max(asked.links, 1), onchange: set("links") })) : null,
      documents.length > 1 ? make("label", { class: "source" }, `${say("source")} `,
        make("input", { type: "search", id: "file", list: "files", value: asked.file, placeholder: say("sourceHint"), onchange: set("file"), onfocus: offer }),
        make("datalist", { id: "files" })) : null,
    ].filter(Boolean));
  }

  // The place that is asked for, the way up from it, and what lies in it, each with the number of things there.
  function places(asked, say, onchange) {
    const { above, below } = rolled(graph, asked.place);
    const to = (name, text, number) => make("button", { class: "chip", onclick: () => app.ask({ place: name }) }, text, number);
    return make("div", { class: "source" }, make("label", {}, `${say("place")} `,
      make("input", { type: "search", id: "place", list: "places", value: asked.place, placeholder: say("placeHint"), onchange, onfocus: known }),
      make("datalist", { id: "places" })), make("div", { class: "chips" },
      asked.place ? [to("", `${say("everywhere")} ›`), above.map((name) => to(name, `${clip(name, 12)} ›`))] : null,
      below.slice(0, PLACES).map(([name, count]) => to(name, clip(name, 12), make("span", { class: "number" }, String(count))))));
  }

  const known = () => $("places").children.length || $("places").replaceChildren(...graph.page.places.slice(0, 2000).map(([name]) => make("option", { value: name })));

  // The names of files are offered only to whom asks for one: there may be thousands.
  function offer() {
    if (!$("files").children.length) $("files").replaceChildren(...documents.slice(0, 2000).map((file) => make("option", { value: file })));
  }

  // A bar for each stretch of the days that are chosen; a drag over some of them chooses these, a click one.
  function chart(asked, say) {
    const some = histogram(graph, asked);
    const bars = some.length ? some : all;
    const most = Math.max(...bars.map((bar) => bar.count));
    let begun = null;
    const choose = (a, b) => app.ask({ from: bars[Math.min(a, b)].from, to: bars[Math.max(a, b)].to });
    return make("div", { id: "histogram", role: "group", "aria-label": say("dates") }, bars.map((bar, number) => make("button", {
      title: `${bar.from}${bar.to === bar.from ? "" : ` – ${bar.to}`}：${bar.count}`,
      class: some.length ? "in" : "",
      style: { "--high": `${bar.count ? Math.max(8, Math.sqrt(bar.count / most) * 100) : 0}%` },
      onpointerdown: (event) => { begun = number; event.preventDefault(); },
      onpointerup: () => choose(begun === null ? number : begun, number),
      onkeydown: ({ key }) => key === "Enter" && choose(number, number),
    })));
  }

  $("more-title").addEventListener("click", () => $("more").open || more(app.state, app.say, true));
  return { show };
}

// New children in place of the old, with the focus where it was.
function keepFocus(parent, children) {
  const key = (element) => element && (element.id || element.dataset.name);
  const was = parent.contains(document.activeElement) ? key(document.activeElement) : "";
  parent.replaceChildren(...children);
  if (was) [...parent.querySelectorAll("input, button")].find((one) => key(one) === was)?.focus();
}
