import { test } from "node:test";
import assert from "node:assert/strict";
import { shown } from "../../../kg/draw/page/js/shown.js";
import { path, within } from "../../../kg/draw/page/js/paths.js";
import { filtered, nothing } from "../../../kg/draw/page/js/filter.js";
import { blank, read, write } from "../../../kg/draw/page/js/fragment.js";
import { all, graphOf } from "./graph.js";

const leaves = Array.from({ length: 60 }, (_, n) => ["Person", `与会${n}`]);
const graph = graphOf(
  [["Meeting", "大会"], ["Person", "主持人"], ["Organization", "主办"], ["Person", "远人"], ["Person", "孤人"], ...leaves],
  [["主持人", "ATTENDED", "大会"], ["主持人", "HOLDS_POSITION", "主办"], ["远人", "HOLDS_POSITION", "主办", { confidence: 50 }],
    ["远人", "HOLDS_POSITION", "主办", { count: 9 }], ...leaves.map(([, name]) => [name, "ATTENDED", "大会"])],
);
const first = { order: [...Array(graph.count).keys()], core: 10, layouts: [] };
const kept = filtered(graph, nothing());
const seen = (change, some = kept) => shown(graph, first, { ...blank(), size: 3, ...change }, some);

test("the first of the order, and a bubble for the crowd of leaves", () => {
  const { nodes, hidden, bubbles } = seen({});
  assert.deepEqual(nodes, [0, 1, 2]);
  assert.deepEqual(bubbles.map(({ node, leaves: some }) => [node, some.length]), [[0, 60]]);
  assert.equal(hidden.get(0).badge, 0);
  assert.equal(hidden.get(2).badge, 1);
});
test("unfolding brings neighbours, folding takes them away again", () => {
  const open = seen({ open: [[0, 14]] });
  assert.equal(open.nodes.length, 3 + 14 - 1);
  assert.equal(open.bubbles[0].leaves.length, 60 - 13);
  assert.deepEqual(seen({ open: [] }).nodes, [0, 1, 2]);
});
test("what is brought stays, even alone, and what is taken off goes", () => {
  assert.deepEqual(seen({ extra: [4] }).nodes, [0, 1, 2, 4]);
  assert.deepEqual(seen({ gone: [1] }).nodes, [0, 2]);
});
test("what a filter leaves without a relation is not drawn", () => {
  const some = filtered(graph, { ...nothing(), predicates: ["ATTENDED"] });
  assert.deepEqual(seen({}, some).nodes, [1, 2, 3]);
});
test("nobody is left alone where a filter takes what tied him", () => {
  const some = filtered(graph, { ...nothing(), predicates: ["HOLDS_POSITION"] });
  assert.deepEqual(seen({ size: 1 }, some).nodes, [0, 1]);
});
test("only around one", () => assert.deepEqual(seen({ focus: 2, steps: 1 }).nodes.sort(), [1, 2, 3]));
test("the path takes the better supported of two edges", () => {
  assert.deepEqual(path(graph, all(graph), 0, 3), [0, 1, 3]);
  assert.deepEqual(path(graph, all(graph), 0, 4), []);
  assert.deepEqual(path(graph, all(graph), 2, 2), []);
});
test("a path goes over a talk rather than over a city that everybody shares", () => {
  const shared = graphOf(
    [["Person", "甲"], ["Location", "城"], ["Person", "乙"], ["Meeting", "会"], ["Person", "丙"]],
    [["甲", "VISITED", "城"], ["乙", "VISITED", "城"], ["丙", "VISITED", "城"], ["甲", "ATTENDED", "会", { confidence: 60 }], ["乙", "ATTENDED", "会"]],
  );
  assert.deepEqual(path(shared, all(shared), 0, 2), [3, 4]);
});
test("near ones by steps", () => assert.deepEqual(within(graph, all(graph), 3, 2), [3, 2, 1]));
test("a path is drawn alone", () => assert.deepEqual(seen({ path: [0, 3] }).nodes.sort(), [0, 1, 2, 3]));

test("the fragment says all of a view and nothing more", () => {
  const state = { ...blank(), node: 2, focus: 1, steps: 2, open: [[0, 14]], extra: [4], gone: [3], size: 80, find: "陈",
    asked: { ...nothing(), types: ["Person"], from: "2024-01-01", to: "2024-02-01", confidence: 50, links: 2, file: "甲 报&乙.txt" } };
  assert.deepEqual(read(`#${write(state, graph)}`, graph), state);
  assert.equal(write(blank(), graph), "");
});
test("a fragment that is broken or of another graph is harmless", () => {
  assert.deepEqual(read("#node=none&edge=x&open=id0.zz,.,y.3&size=-4&steps=99&path=id0&from=yesterday&confidence=1e9&%%%", graph),
    { ...blank(), open: [[0, 1]], steps: 3, asked: { ...nothing(), confidence: 1 } });
});
test("a theme is its members, in the address by its number", () => {
  const themed = { ...graph, page: { ...graph.page, themes: [[1, 2, 3]] } };
  assert.deepEqual(shown(themed, first, { ...blank(), size: 3, theme: 0 }, kept).nodes, [1, 2, 3]);
  assert.equal(write({ ...blank(), theme: 0 }, themed), "theme=1");
  assert.equal(read("#theme=1", themed).theme, 0);
  for (const text of ["#theme=2", "#theme=0", "#theme=x", "#"]) assert.equal(read(text, themed).theme, null);
});
