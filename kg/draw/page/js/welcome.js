// What the panel says where nothing is chosen: where to begin, themes, communities, and the views that were kept.
import { blank } from "./fragment.js";
import { make, remembered, symbol } from "./dom.js";
import { clip } from "./text.js";

const MANY = 5; // of each type

export function welcome(app) {
  const hello = { posts: "welcomePosts", events: "welcomeEvents" }[app.view.kind] || "welcome";
  const lists = app.first ? [themes(app), ...starters(app)] : [];
  return [make("p", { class: "small" }, app.say(hello)), views(app), ...lists, groups(app)];
}

// The strongest of each type, to begin with.
function starters(app) {
  const { graph, first } = app;
  const best = new Map(graph.words.types.map((type) => [type, []]));
  const { joined } = app.kept();
  for (const node of first.order) {
    const some = best.get(graph.type(node));
    if (some.length < MANY && joined[node]) some.push(node);
  }
  return [...best].filter(([, nodes]) => nodes.length)
    .map(([type, nodes]) => make("section", {}, make("h3", {}, app.say.word(type)), make("div", { class: "starters" },
      nodes.map((node) => make("button", { class: "chip", onclick: () => app.choose(node) }, symbol(type.shape, type.colour), clip(graph.name(node), 16))))));
}

// What the news is about: things that hang together more than with the rest.
function themes(app) {
  const some = (app.graph.page.themes || []).map((members, number) => [members, number]).filter(([[strongest]]) => app.kept().joined[strongest]);
  return some.length ? [make("h3", {}, app.say("themes")), make("div", { class: "starters" },
    some.map(([members, number]) => make("button", { class: "chip theme", onclick: () => app.go({ ...blank(), theme: number, asked: app.state.asked }) }, topic(app, members))))] : null;
}

export function topic(app, members) {
  const names = members.slice(0, 2).map((node) => clip(app.graph.name(node), 9)).join("、");
  return app.say("topic", names, members.length);
}

// Communities and brokers, where `kg draw --groups` found them.
function groups(app) {
  const { groups: found } = app.graph.page;
  if (!found) return null;
  const chip = (node) => make("button", { class: "chip", onclick: () => app.choose(node) }, clip(app.graph.name(node), 16));
  return [make("h3", {}, app.say("brokers")), make("div", { class: "starters" }, found.brokers.map(chip)),
    make("h3", {}, app.say("communities")), found.communities.map((nodes) => make("div", { class: "starters group" }, nodes.map(chip)))];
}

const kept = (app) => (remembered("views") || []).filter((one) => one.page === app.view.name);

export function keep(app) {
  const others = remembered("views") || [];
  const name = app.state.node !== null ? app.graph.name(app.state.node) : app.say("keepName", kept(app).length + 1);
  remembered("views", [...others, { page: app.view.name, name, hash: location.hash }].slice(-40));
}

function views(app) {
  const some = kept(app);
  if (!some.length) return null;
  const forget = (view) => {
    remembered("views", (remembered("views") || []).filter((one) => one.hash !== view.hash || one.page !== view.page));
    app.go({});
  };
  const rename = (view, name) => {
    const same = (one) => one.hash === view.hash && one.page === view.page;
    remembered("views", (remembered("views") || []).map((one) => (same(one) ? { ...one, name: name.trim() || one.name } : one)));
    app.go({});
  };
  const written = (view) => ({ currentTarget }) => {
    const field = make("input", { value: view.name, maxlength: 120, onchange: ({ target }) => rename(view, target.value) });
    currentTarget.parentElement.firstChild.replaceWith(field);
    field.focus();
  };
  return [make("h3", {}, app.say("kept")), some.map((view) => make("p", { class: "view" }, make("a", { href: view.hash || "#" }, clip(view.name, 60)),
    make("button", { class: "quiet", onclick: written(view) }, app.say("rename")),
    make("button", { class: "quiet", onclick: () => forget(view) }, app.say("forget"))))];
}
