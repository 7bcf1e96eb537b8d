// The search box: a combobox with the arrow keys, Enter, Esc.
import { index } from "./search.js";
import { subtitle } from "./data.js";
import { clip } from "./text.js";
import { $, make, symbol } from "./dom.js";

const MOST = 14;

export function createFinder(app) {
  const [field, list] = [$("search"), $("matches")];
  let found = [];
  let at = -1;
  let known = null;
  const engine = () => (known ||= index(app.graph, app.graph.page.readings));
  const close = () => {
    list.hidden = true;
    at = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const take = (node) => {
    close();
    field.value = "";
    app.found(node);
  };

  function find() {
    found = engine().find(field.value, MOST);
    at = found.length ? 0 : -1;
    list.replaceChildren(...found.map(option), ...(found.length || !field.value.trim() ? [] : [make("li", { class: "none" }, app.say("nothingFound"))]));
    list.hidden = !field.value.trim();
    field.setAttribute("aria-expanded", String(!list.hidden));
    mark();
  }

  function option(node, number) {
    const { graph, say } = app;
    const { shape, colour } = graph.type(node);
    return make("li", { role: "option", id: `match${number}`, onmousedown: (event) => event.preventDefault(), onclick: () => take(node) },
      symbol(shape, colour), make("span", {}, clip(graph.name(node), 40)),
      make("small", {}, clip(subtitle(graph, node, say), 34) + (app.hiddenByFilter(node) ? say("hiddenByFilter") : "")));
  }

  function mark() {
    [...list.children].forEach((one, number) => one.setAttribute("aria-selected", String(number === at)));
    if (at < 0) return;
    field.setAttribute("aria-activedescendant", `match${at}`);
    list.children[at].scrollIntoView({ block: "nearest" });
  }

  // Ten thousand names take a moment: they are read while nobody waits.
  (window.requestIdleCallback || setTimeout)(engine);
  field.addEventListener("input", find);
  field.addEventListener("focus", () => field.value.trim() && find());
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (found.length) at = (at + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length;
      mark();
    } else if (event.key === "Enter" && found[at] !== undefined && !list.hidden) {
      take(found[at]);
    } else if (event.key === "Escape") {
      if (list.hidden) field.blur();
      close();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  });
  return { focus: () => field.select() || field.focus() };
}
