// The map page: what is drawn, where it stands, and what clicks and keys do there.
import { filtered } from "./filter.js";
import { ROOM, WIDEST, neighbours, shown } from "./shown.js";
import { settle } from "./arrange.js";
import { BUBBLE_BOX, boxOf, label, picture } from "./looks.js";
import { createMap, theme } from "./map.js";
import { edgeCard, hint, nodeCard, pathCard } from "./card.js";
import { arranged } from "./parts.js";
import { records, sheet } from "./sheet.js";
import { svg } from "./svg.js";
import { $, download, make } from "./dom.js";
import { clip } from "./text.js";
import { topic } from "./welcome.js";

const AIR = 1.08; // around what is drawn, times its size
const BUTTONS = 90; // pixels on both sides where there is room, so that no name stands under those that zoom
const NARROW = 860; // pixels: where the buttons stand elsewhere, see page.css
const READABLE = 0.7; // the scale at which names can be read
const FEW = 8; // nodes
const CLOSEST = 1.15; // the scale at which little is drawn

// The size of an element, known without asking at every step, which would have the page laid out each time.
function measured(element) {
  const room = { measure: () => Object.assign(room, { width: element.clientWidth, height: element.clientHeight }) };
  room.measure();
  new ResizeObserver(room.measure).observe(element);
  return room;
}

export function createBoard(app) {
  const { graph, first } = app;
  const holder = $("map");
  const ties = graph.around.map((edges, node) => new Set(edges.map((edge) => graph.other(edge, node)).filter((other) => other !== node)).size);
  const dragged = new Map();
  let places = new Map();
  let boxes = new Map();
  let laid = "";
  const curves = {};
  let last = { key: "", labels: false };
  let named = false; // whether all lines bear their names, however far the reader is
  const map = createMap(holder, {
    node: (node) => app.choose(node), edge: (edge) => app.chooseEdge(edge), bubble: (node) => unfold(node), badge: (node) => toggle(node),
    nothing: () => app.go({ node: null, edge: null }), hover, leave: () => ($("hint").hidden = true),
    dragged: (id, at) => dragged.set(id, at),
    zoomed: (scale) => (scale > 1.35) !== last.labels && show(),
  });

  // How many nodes there is room for, of those that have a layout.
  const room = measured(holder);
  const tall = () => room.width < 620;
  const extent = (values) => Math.max(...values) - Math.min(...values) + 130;
  const aside = () => (room.width < NARROW ? 0 : BUTTONS);
  const fitting = ({ x, y }) => Math.min((room.width - aside()) / extent(x), room.height / extent(y));
  // The layout to begin with: the largest whose names can be read; where a number is wished, the least that holds it.
  function layout() {
    const { size: wish } = app.state;
    const some = first.layouts.filter((one) => (wish ? one.tall === tall() : fitting(one) >= READABLE));
    const by = (sign) => (a, b) => sign * (a.x.length - b.x.length) || fitting(b) - fitting(a);
    const largest = some.sort(by(-1))[0];
    if (!wish) return largest || first.layouts.filter((one) => one.tall === tall()).sort(by(1))[0];
    return some.filter((one) => one.x.length >= wish).sort(by(1))[0] || largest;
  }
  const size = () => app.state.size || layout().x.length;

  function lay(seen) {
    const keys = (node) => `n${node}`;
    const inside = new Set(seen.nodes);
    const around = new Map(seen.nodes.map((node) => [keys(node), neighbours(graph, app.kept().passes, node).filter((one) => inside.has(one)).map(keys)]));
    boxes = new Map(seen.nodes.map((node) => [keys(node), boxOf(label(graph, node), ties[node])]));
    const known = new Map();
    if (seen.chain.length) line(seen.chain, known);
    else if (app.state.focus === null && app.state.theme === null) taken(inside, known);
    const ids = seen.nodes.map(keys);
    const found = known.size * 2 >= ids.length ? known : arranged(ids, around, boxes, tall() ? 0.8 : 1.35);
    for (const [id, at] of dragged) if (boxes.has(id)) found.set(id, at);
    settle(ids, around, boxes, found);
    for (const { node } of seen.bubbles) {
      const id = `b${node}`;
      boxes.set(id, BUBBLE_BOX);
      if (dragged.has(id)) found.set(id, dragged.get(id));
      ids.push(id);
      around.set(id, [keys(node)]);
    }
    settle(ids, around, boxes, found);
    return found;
  }

  // Places that Python gave.
  function taken(inside, known) {
    const { x, y } = layout();
    first.order.slice(0, x.length).forEach((node, n) => inside.has(node) && known.set(`n${node}`, { x: x[n], y: y[n] }));
  }

  function line(chain, known) {
    let [node] = app.state.path;
    const put = (n) => known.set(`n${node}`, tall() ? { x: (n % 2) * 70, y: n * 130 } : { x: n * 210, y: (n % 2) * 60 });
    put(0);
    chain.forEach((edge, n) => {
      node = graph.other(edge, node);
      put(n + 1);
    });
  }

  function lit() {
    const { node, edge } = app.state;
    const inside = new Set(app.seen.nodes);
    if (edge !== null) {
      const ends = [graph.source(edge), graph.target(edge)];
      return { nodes: new Set(ends), edges: new Set([edge]), line: edge, chosen: null };
    }
    if (node === null || !inside.has(node) || app.seen.chain.length) return null;
    const edges = graph.around[node].filter((one) => app.passes(one) && inside.has(graph.other(one, node)));
    return { nodes: new Set([node, ...edges.map((one) => graph.other(one, node))]), edges: new Set(edges), line: null, chosen: node };
  }

  // Whether so little is drawn that there is room for the names of all lines.
  function few() {
    const inside = new Set(app.seen.nodes);
    if (inside.size > FEW) return false;
    const ends = app.seen.nodes.map((node) => graph.around[node].filter((edge) => app.passes(edge) && inside.has(graph.other(edge, node))).length);
    return ends.reduce((sum, count) => sum + count, 0) <= 3 * FEW;
  }

  function drawing(bright = lit()) {
    return picture(graph, app.seen, places, { lit: bright, say: app.say, labels: named || last.labels || few(), passes: app.kept().passes, ties, memory: curves });
  }

  function show() {
    if (!last.key) room.measure(); // now that the page's head has its texts
    const state = { ...app.state, size: size() };
    app.seen = shown(graph, first, state, app.kept());
    last.labels = map.network.getScale() > 1.35;
    const set = JSON.stringify([app.seen.nodes, app.seen.bubbles.map(({ node }) => node), tall(), size(), [...dragged], state.focus, state.theme, app.state.asked]);
    if (set !== laid) places = lay(app.seen);
    laid = set;
    const key = JSON.stringify([state.focus, state.steps, state.theme, state.path, state.size, app.state.asked]);
    const drawn = drawing();
    counts(drawn);
    if (!last.key) room.measure(); // now that the page has all its texts
    map.show(drawn, key !== last.key ? overview() : null);
    if (key === last.key && app.seen.nodes.length > last.many) attend();
    last = { ...last, key, many: app.seen.nodes.length };
    $("empty").hidden = app.seen.nodes.length > 0;
    $("empty").textContent = graph.count ? app.say("nothingLeft") : app.say("emptyMap", app.title());
    return detail();
  }

  // Where all that is drawn is seen; rather a part that can be read, around the strongest node.
  function overview() {
    const corners = [...boxes].map(([id, { w, h, below }]) => {
      const { x, y } = places.get(id);
      return [x - w / 2, x + w / 2, y + below - h / 2, y + below + h / 2];
    });
    if (!corners.length) return null;
    const [left, right, top, bottom] = corners.reduce((a, b) => [Math.min(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.max(a[3], b[3])]);
    const fits = (free) => Math.min((room.width - free) / (right - left) / AIR, room.height / (bottom - top) / AIR, CLOSEST);
    const scale = Math.max(fits(aside()), Math.min(fits(0), READABLE));
    return scale < 0.5 && !app.state.size ? { position: places.get(`n${app.seen.nodes[0]}`), scale: 0.66 }
      : { position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(scale, 0.05) };
  }

  const fit = () => map.nodes.length && map.network.moveTo({ ...overview(), animation: false });

  // What has just come must be seen.
  function attend() {
    const { node, edge } = app.state;
    const wanted = node !== null ? node : edge !== null ? graph.source(edge) : null;
    const at = places.get(`n${wanted}`);
    if (at) map.network.moveTo({ position: at, scale: Math.max(0.6, Math.min(map.network.getScale(), 1.2)), animation: { duration: 250 } });
  }

  function counts(drawn) {
    const lines = drawn.edges.length - app.seen.bubbles.length;
    const total = app.kept().joined.reduce((sum, joined, node) => sum + (joined || (app.alone(node) && !app.kept().hidden(node)) ? 1 : 0), 0);
    $("shown").textContent = app.say("of", app.seen.nodes.length, total, lines);
    $("size").max = Math.min(WIDEST, Math.ceil(Math.max(first.core, 24) / 10) * 10);
    $("size").value = app.seen.nodes.length;
    $("sizer").hidden = first.core <= 24;
  }

  function detail() {
    const { node, edge, path, from } = app.state;
    const start = from === null ? theme_() : [make("p", { class: "notice" }, app.say("pathStart", clip(graph.name(from), 40)), " ",
      make("button", { onclick: () => app.go({ from: null }) }, app.say("cancel")))];
    if (edge !== null) return [...start, ...edgeCard(app, edge)];
    if (path.length === 2 && node === null) return pathCard(app, path, app.seen.chain);
    if (node !== null) return [...start, ...nodeCard(app, node)];
    return [...start, ...app.welcome()];
  }

  // Which theme is drawn, and the way back from it.
  function theme_() {
    const members = graph.page.themes?.[app.state.theme];
    return members ? [make("p", { class: "notice" }, `${app.say("themes")}：${topic(app, members)} `,
      make("button", { onclick: () => app.go({ theme: null, node: null, edge: null }) }, app.say("whole")))] : [];
  }

  function hover(id) {
    if (id === undefined) return;
    const text = hint(app, id);
    if (text) app.hint(text);
  }

  function unfold(node) {
    const open = app.state.open.filter(([one]) => one !== node);
    const before = app.state.open.find(([one]) => one === node);
    const drawn = neighbours(graph, app.kept().passes, node).filter((one) => app.seen.nodes.includes(one)).length;
    const most = Math.max(before ? before[1] : 0, drawn) + ROOM;
    app.go({ node, edge: null, open: [...open, [node, most]], gone: app.state.gone.filter((one) => !neighbours(graph, app.kept().passes, node).includes(one)) });
  }

  function toggle(node) {
    if (app.seen.hidden.get(node)?.others.length) unfold(node);
    else fold(node);
  }

  const fold = (node) => app.go({ node, edge: null, open: app.state.open.filter(([one]) => one !== node) });

  // Buttons of a node's card.
  function actions(node) {
    const { say, state } = app;
    const button = (text, onclick, id) => make("button", { onclick, "data-do": id }, text);
    const hidden = app.seen.hidden.get(node);
    return make("p", { class: "actions" },
      hidden && hidden.others.length ? button(say("unfold", Math.min(ROOM, hidden.others.length)), () => unfold(node), "unfold") : null,
      state.open.some(([one]) => one === node) ? button(say("fold"), () => fold(node), "fold") : null,
      state.focus === node ? [1, 2, 3].filter((n) => n !== state.steps).map((n) => button(say("steps", n), () => app.go({ steps: n }), `steps${n}`))
        : button(say("only"), () => app.go({ focus: node, steps: 1, theme: null, path: [] }), "only"),
      state.focus !== null ? button(say("whole"), () => app.go({ focus: null }), "whole") : null,
      state.from !== null && state.from !== node ? button(say("pathTo"), () => app.choose(node), "to")
        : button(say("pathFrom"), () => app.go({ from: node }), "from"),
      button(say("take"), () => app.go({ node: null, gone: [...state.gone, node], extra: state.extra.filter((one) => one !== node) }), "take"));
  }

  const lines = () => drawing().edges.map(({ edge }) => edge).filter((edge) => edge !== undefined);
  const save = (ending, text, type) => download(`${app.view.name}.${ending}`, new Blob([text], { type }));
  const drawnSvg = () => svg(drawing(), theme(), app.title());
  async function png() {
    const text = drawnSvg();
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    await image.decode();
    const canvas = make("canvas", {});
    const factor = Math.min(2, 8000 / Math.max(image.width, image.height));
    [canvas.width, canvas.height] = [image.width * factor, image.height * factor];
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => download(`${app.view.name}.png`, blob), "image/png");
  }

  // The next node in the direction of an arrow key.
  function walk(dx, dy) {
    const here = places.get(`n${app.state.node}`);
    if (!here) return app.seen.nodes.length && app.choose(app.seen.nodes[0]);
    let best = null;
    for (const node of app.seen.nodes) {
      const at = places.get(`n${node}`);
      const [x, y] = [at.x - here.x, at.y - here.y];
      const ahead = x * dx + y * dy;
      const price = ahead + 2 * Math.abs(x * dy - y * dx);
      if (ahead > 4 && (!best || price < best.price)) best = { node, price };
    }
    return best && app.choose(best.node);
  }

  const zoom = (factor) => map.network.moveTo({ scale: map.network.getScale() * factor, animation: { duration: 160 } });
  $("size").addEventListener("change", ({ target }) => app.go({ size: Number(target.value), theme: null, open: [], gone: [] }));
  for (const [id, act] of [["closer", () => zoom(1.4)], ["farther", () => zoom(1 / 1.4)], ["whole", fit],
    ["png", png], ["svg", () => save("svg", drawnSvg(), "image/svg+xml")],
    ["sheet", () => save("csv", sheet(graph, lines(), app.say), "text/csv")],
    ["json", () => save("json", `${JSON.stringify(records(graph, lines()), null, 1)}\n`, "application/json")],
    ["print", () => window.print()]]) $(id).addEventListener("click", act);
  holder.addEventListener("keydown", (event) => {
    const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    if (event.altKey || !arrows[event.key]) return;
    event.preventDefault();
    walk(...arrows[event.key]);
  });
  // Printed is the drawing itself, not what the screen holds of it.
  window.addEventListener("beforeprint", () => {
    const light = { ...theme(), ink: "#1f2733", soft: "#667085", paper: "#ffffff", past: "#a3abb8" };
    const drawn = new DOMParser().parseFromString(svg(drawing(null), light, app.title()), "image/svg+xml").documentElement;
    $("paper").replaceChildren(document.importNode(drawn, true));
  });
  const keys = {
    "+": () => zoom(1.4), "=": () => zoom(1.4), "-": () => zoom(1 / 1.4), 0: fit,
    l: () => { named = !named; show(); },
    e: () => app.state.node !== null && toggle(app.state.node),
    o: () => app.state.node !== null && app.go({ focus: app.state.focus === null ? app.state.node : null, steps: 1, theme: null }),
    p: () => app.state.node !== null && app.go({ from: app.state.node }),
  };
  return { show, actions, map, keys, fit, places: () => places, kept: (asked) => filtered(graph, asked) };
}
