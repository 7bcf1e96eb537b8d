// What a reader sees, in the part of the address behind the #, so that a view can be sent and gone back to.
import { nothing } from "./filter.js";
import { MOST } from "./shown.js";

export const blank = () => ({
  node: null, edge: null, focus: null, steps: 1, theme: null, path: [], from: null, size: 0, open: [], extra: [], gone: [],
  asked: nothing(), find: "",
});

const LISTS = ["types", "predicates", "statuses"];

export function write(state, graph) {
  const out = new URLSearchParams();
  const put = (name, value) => value !== "" && value !== null && value !== undefined && out.set(name, value);
  const ids = (nodes) => nodes.map(graph.id).join(",");
  if (state.node !== null) put("node", graph.id(state.node));
  if (state.edge !== null) put("edge", graph.edgeId(state.edge));
  if (state.focus !== null) {
    put("around", graph.id(state.focus));
    put("steps", state.steps);
  }
  if (state.theme !== null) put("theme", state.theme + 1);
  if (state.from !== null) put("start", graph.id(state.from));
  put("path", ids(state.path));
  put("open", state.open.map(([node, most]) => `${graph.id(node)}.${most}`).join(","));
  put("also", ids(state.extra));
  put("not", ids(state.gone));
  if (state.size) put("size", state.size);
  for (const list of LISTS) put(list, state.asked[list].join(","));
  for (const name of ["confidence", "links"]) if (state.asked[name]) put(name, state.asked[name]);
  for (const name of ["from", "to", "file", "place"]) put(name, state.asked[name]);
  put("find", state.find);
  return out.toString();
}

export function read(text, graph) {
  const given = new URLSearchParams(text.replace(/^#/, ""));
  const state = blank();
  const node = (id) => (graph.nodeOf(id) === undefined ? null : graph.nodeOf(id));
  const list = (name) => (given.get(name) || "").split(",").filter(Boolean);
  const nodes = (name) => list(name).map(node).filter((found) => found !== null);
  state.node = node(given.get("node"));
  const edge = graph.edgeOf(given.get("edge"));
  state.edge = edge === undefined ? null : edge;
  state.focus = node(given.get("around"));
  state.steps = between(given.get("steps"), 1, 3);
  const themes = graph.page.themes || [];
  const theme = between(given.get("theme"), 0, 99) - 1;
  state.theme = theme in themes ? theme : null;
  state.from = node(given.get("start"));
  state.path = nodes("path").length === 2 ? nodes("path") : [];
  state.open = list("open").map((one) => one.split(".")).map(([id, most]) => [node(id), between(most, 1, MOST)])
    .filter(([found]) => found !== null);
  state.extra = nodes("also");
  state.gone = nodes("not");
  state.size = between(given.get("size"), 0, MOST);
  for (const name of LISTS) state.asked[name] = list(name);
  state.asked.confidence = between(given.get("confidence"), 0, 100);
  state.asked.links = between(given.get("links"), 0, 50);
  for (const name of ["from", "to"]) if (/^\d{4}-\d\d-\d\d$/.test(given.get(name) || "")) state.asked[name] = given.get(name);
  for (const name of ["file", "place"]) state.asked[name] = given.get(name) || "";
  state.find = given.get("find") || "";
  return state;
}

function between(text, least, most) {
  const value = Number.parseInt(text, 10);
  return Number.isNaN(value) ? least : Math.min(most, Math.max(least, value));
}
