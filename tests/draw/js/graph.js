// A small graph for tests, in the form that kg/draw/content.py writes.
import { decode } from "../../../kg/draw/page/js/data.js";

const TYPES = ["Person", "Organization", "Location", "Meeting", "Agreement"];
const SYMMETRIC = ["MET_WITH"];

// nodes: [type, name, ...aliases]; edges: [source name, predicate, target name, {titles, status, day, last, count, confidence, file, role}].
// lying: {places: [[name, …calls]], areas: [[numbers of places]], within: [number of areas of each node]}.
export function graphOf(nodes, edges, readings = { characters: {}, surnames: {} }, lying = { places: [], areas: [[]], within: [] }) {
  const predicates = [...new Set(edges.map(([, name]) => name))];
  const place = new Map(nodes.map(([, name], number) => [name, number]));
  const days = [""];
  const day = (text = "") => (days.includes(text) ? days.indexOf(text) : days.push(text) - 1);
  const facts = edges.map(([, , , more = {}]) => ({ status: "done", count: 1, confidence: 90, file: "甲报.txt", ...more }));
  const some = (name) => Object.fromEntries(facts.map((fact, number) => [number, fact[name]]).filter(([, value]) => value !== undefined));
  const statuses = ["done", "planned", "wished", "former"];
  const articles = [...new Set(facts.map((fact) => fact.file))].map((file) => ["标题", "2024-03-27", file]);
  return decode({
    words: {
      types: TYPES.map((name) => ({ name, label: name, colour: "#112233", shape: "dot" })),
      predicates: predicates.map((name) => ({ name, label: name, colour: "#445566", symmetric: SYMMETRIC.includes(name) })),
      statuses: statuses.map((name) => ({ name, label: name })),
      roles: [{ name: "host", label: "主持" }],
    },
    nodes: {
      ids: nodes.map((_, number) => `id${number}`), names: nodes.map(([, name]) => name), types: nodes.map(([type]) => TYPES.indexOf(type)),
      aliases: Object.fromEntries(nodes.map(([, , ...aliases], number) => [number, aliases]).filter(([, aliases]) => aliases.length)),
      tells: {}, files: nodes.map(() => [0]), documents: ["甲报.txt"], within: lying.within,
    },
    edges: {
      ids: edges.map((_, number) => `edge${number}`), sources: edges.map(([source]) => place.get(source)), targets: edges.map(([, , target]) => place.get(target)),
      predicates: edges.map(([, name]) => predicates.indexOf(name)), statuses: facts.map((fact) => statuses.indexOf(fact.status)),
      first: facts.map((fact) => day(fact.day)), last: facts.map((fact) => day(fact.last || fact.day)), counts: facts.map((fact) => fact.count),
      confidence: facts.map((fact) => fact.confidence), titles: some("titles"), ranks: {}, roles: {}, amounts: {},
    },
    evidence: facts.map((fact) => [[0, articles.findIndex(([, , file]) => file === fact.file), []]]),
    days, articles, texts: ["一句话。"], readings, areas: lying.areas, places: lying.places,
  });
}

export const all = (graph) => new Uint8Array(graph.size).fill(1);
