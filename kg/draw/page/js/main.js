// The page as one: its state, what changes it, and what is shown of it.
import { decode } from "./data.js";
import { filtered, narrows, nothing } from "./filter.js";
import { blank, read, write } from "./fragment.js";
import { speaker } from "./words.js";
import { createBoard } from "./board.js";
import { createChart } from "./chart.js";
import { createFinder } from "./finder.js";
import { createHome } from "./home.js";
import { createPanel } from "./panel.js";
import { createTimeline } from "./timeline.js";
import { neighbours } from "./shown.js";
import { unpacked } from "./unpack.js";
import { $, copy, make, remembered } from "./dom.js";
import { keep, welcome } from "./welcome.js";

const COMPANY = 5; // neighbours that come with a node that is found

const KINDS = { map: createBoard, posts: createChart, events: createTimeline, home: createHome };

function start(page) {
  const graph = decode(page);
  const app = { graph, first: page.first, view: page.view, pages: page.pages, state: blank(), say: speaker(language()), seen: { nodes: [], hidden: new Map(), bubbles: [], chain: [] } };
  const plain = JSON.stringify(nothing());
  const memory = {}; // of what passes: where nothing is asked, and what was asked last
  app.kept = (asked = app.state.asked) => {
    const key = JSON.stringify(asked);
    const place = key === plain ? "plain" : "last";
    if (memory[place]?.key !== key) memory[place] = { key, kept: filtered(graph, asked) };
    return memory[place].kept;
  };
  app.passes = (edge) => app.kept().passes[edge] === 1;
  app.alone = (node, asked = app.state.asked) => app.view.alone && !graph.around[node].length && !narrows(asked);
  app.hiddenByFilter = (node) => page.view.kind !== "home" && graph.around[node].length > 0 && !app.kept().joined[node];
  app.title = () => (app.say.english && app.view.english) || app.view.title;
  app.address = (name, node, place) => {
    const hash = [node === undefined ? "" : `node=${graph.id(node)}`, place ? new URLSearchParams({ place }).toString() : "", app.say.english ? "lang=en" : ""].filter(Boolean).join("&");
    return `${name}.html${hash ? `#${hash}` : ""}`;
  };

  // Changes the state; every change is a step to which the back button returns.
  app.go = (change) => {
    app.state = { ...app.state, ...change };
    const text = write(app.state, graph);
    const language_ = new URLSearchParams(location.hash.slice(1)).get("lang");
    const hash = [text, language_ ? `lang=${language_}` : ""].filter(Boolean).join("&");
    if (hash !== location.hash.slice(1)) history.pushState(null, "", `#${hash}`);
    render();
  };
  app.ask = (change) => app.go({ asked: { ...app.state.asked, ...change } });
  app.choose = (node) => {
    const { from } = app.state;
    if (from !== null && from !== node) app.go({ path: [from, node], from: null, node: null, edge: null, focus: null, theme: null });
    else app.go({ node, edge: null, ...brought([node]) });
  };
  app.chooseEdge = (edge) => app.go({ edge, ...brought([graph.source(edge), graph.target(edge)]) });
  function brought(nodes) {
    const missing = nodes.filter((node) => !app.seen.nodes.includes(node));
    if (app.view.kind !== "map" || !missing.length) return {};
    const { extra, gone, open } = app.state;
    // What comes among strangers brings some of its own along.
    const drawn = new Set([...app.seen.nodes, ...nodes]);
    const lonely = missing.filter((node) => !neighbours(graph, app.kept().passes, node).some((other) => drawn.has(other)));
    return {
      extra: [...new Set([...extra, ...missing])], gone: gone.filter((node) => !missing.includes(node)), path: [],
      open: [...open, ...lonely.map((node) => [node, COMPANY])],
    };
  }
  app.found = (node) => {
    if (app.view.kind === "home") location.href = app.address("everything", node);
    else if (app.hiddenByFilter(node)) app.go({ asked: nothing(), node, edge: null, ...brought([node]) });
    else app.choose(node);
  };

  app.hint = (children) => {
    const hint = $("hint");
    hint.replaceChildren(...children.flat(3).filter(Boolean));
    hint.hidden = false;
    const box = $("stage").getBoundingClientRect();
    const [x, y] = [pointer.x - box.left, pointer.y - box.top];
    hint.style.left = `${Math.max(8, Math.min(x + 16, box.width - hint.offsetWidth - 8))}px`;
    hint.style.top = `${y + 20 + hint.offsetHeight > box.height ? Math.max(8, y - hint.offsetHeight - 12) : y + 20}px`;
  };
  let pointer = { x: 0, y: 0 };
  $("stage").addEventListener("mousemove", ({ clientX, clientY }) => (pointer = { x: clientX, y: clientY }));
  $("stage").addEventListener("mouseleave", () => ($("hint").hidden = true));

  app.welcome = () => welcome(app);
  app.actions = (node) => board.actions(node);

  const board = KINDS[app.view.kind](app);
  const panel = app.view.kind === "home" ? null : createPanel(app);
  const finder = createFinder(app);

  function render() {
    $("hint").hidden = true;
    const children = board.show();
    $("detail").replaceChildren(...children.flat(3).filter(Boolean));
    $("detail").scrollTop = 0;
    panel?.show();
    const { node, edge } = app.state;
    $("said").textContent = edge !== null ? `${graph.name(graph.source(edge))} ${app.say.word(graph.predicate(edge))} ${graph.name(graph.target(edge))}` : node !== null ? graph.name(node) : "";
    document.body.classList.toggle("chosen", node !== null || edge !== null || app.state.path.length > 0);
  }

  function restore() {
    const given = new URLSearchParams(location.hash.slice(1)).get("lang");
    if (given && given !== (app.say.english ? "en" : "zh")) speak(given);
    app.state = read(location.hash, graph);
    const missing = [app.state.node, ...(app.state.edge === null ? [] : [graph.source(app.state.edge), graph.target(app.state.edge)])].filter((node) => node !== null);
    render();
    const absent = missing.filter((node) => app.view.kind === "map" && !app.seen.nodes.includes(node));
    if (absent.length) {
      app.state.extra = [...app.state.extra, ...absent];
      render();
    }
  }

  function speak(language_) {
    app.say = speaker(language_);
    remembered("language", language_);
    document.documentElement.lang = language_ === "en" ? "en" : "zh-CN";
    translate(app);
  }

  function leave() {
    const { edge, node, from, path, focus, theme } = app.state;
    if (!$("help").hidden) $("help").hidden = true;
    else if (from !== null) app.go({ from: null });
    else if (edge !== null) app.go({ edge: null });
    else if (node !== null) app.go({ node: null });
    else if (path.length) app.go({ path: [] });
    else if (focus !== null || theme !== null) app.go({ focus: null, theme: null });
  }

  function help() {
    $("help").hidden = !$("help").hidden;
    $("keys").replaceChildren(...app.say.keys().map(([key, text]) => make("div", {}, make("kbd", {}, key), text)));
  }

  for (const [id, act] of [["help-button", help], ["theme", shade], ["back", () => history.back()], ["forward", () => history.forward()],
    ["language", () => { speak(app.say.english ? "zh" : "en"); app.go({}); render(); }],
    ["link", ({ currentTarget }) => copy(location.href, currentTarget, app.say("copied"))],
    ["keep", () => { keep(app); render(); }]]) $(id)?.addEventListener("click", act);
  function shade() {
    const dark = getComputedStyle(document.documentElement).colorScheme === "dark";
    document.documentElement.dataset.theme = remembered("theme", dark ? "light" : "dark");
    render();
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", render);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches?.("input, textarea, select")) return;
    const act = { "/": () => finder.focus(), "?": help, Escape: leave, ...board.keys }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  window.addEventListener("popstate", restore);
  window.addEventListener("hashchange", restore);
  let wide = $("stage").clientWidth < 620;
  window.addEventListener("resize", () => {
    if (wide !== $("stage").clientWidth < 620) render();
    wide = $("stage").clientWidth < 620;
  });

  // Where the panel lies below, there is no room for it at first.
  if ($("legend")) $("legend").open = !matchMedia("(max-width: 760px)").matches;
  document.documentElement.lang = app.say.english ? "en" : "zh-CN";
  translate(app);
  if (!location.hash && page.start) app.state = { ...blank(), ...page.start };
  if (page.start && !location.hash) history.replaceState(null, "", `#${write(app.state, graph)}`);
  restore();
  window.kg = { app, map: board.map, places: board.places, graph };
}

function language() {
  const given = new URLSearchParams(location.hash.slice(1)).get("lang");
  return given || remembered("language") || "zh";
}

function translate(app) {
  const { say } = app;
  $("title").textContent = app.title();
  $("search").placeholder = say("search");
  $("search").setAttribute("aria-label", say("search"));
  for (const one of document.querySelectorAll("[data-say]")) one.textContent = say(one.dataset.say);
  for (const one of document.querySelectorAll("[data-tip]")) {
    one.title = say(one.dataset.tip);
    one.setAttribute("aria-label", say(one.dataset.tip));
  }
  for (const link of document.querySelectorAll("nav a")) {
    const page = app.pages.find(({ name }) => name === link.dataset.page);
    link.textContent = say.english ? page.english : page.title;
    link.href = app.address(page.name);
    if (link.ariaCurrent) link.parentElement.scrollLeft = link.offsetLeft - 60;
  }
}

const holder = $("data");
if (holder.type === "application/json") start(JSON.parse(holder.textContent)); // at once, before anything is painted
else unpacked(holder).then(start, () => $("detail").append(speaker(language())("tooOld")));
