import { test } from "node:test";
import assert from "node:assert/strict";
import { filtered, narrows, nothing } from "../../../kg/draw/page/js/filter.js";
import { rolled } from "../../../kg/draw/page/js/places.js";
import { graphOf } from "./graph.js";

const graph = graphOf(
  [["Person", "甲"], ["Organization", "乙局"], ["Organization", "丙公司"], ["Organization", "丁公司"], ["Location", "西宁湖"]],
  [["甲", "HOLDS_POSITION", "乙局"], ["丙公司", "SIGNED_WITH", "丁公司"], ["甲", "HOLDS_POSITION", "丁公司"], ["甲", "VISITED", "西宁湖"]],
  undefined,
  { places: [["青海省", "青海"], ["西宁市", "西宁"], ["西宁湖"], ["甘肃省", "甘肃"]], areas: [[], [0, 1], [0], [3], [0, 2]], within: [0, 1, 2, 3, 4] },
);
const passing = (place) => [...filtered(graph, { ...nothing(), place }).passes].join("");

test("an edge passes where one of its ends lies in the place", () => {
  assert.equal(passing("西宁市"), "1000");
  assert.equal(passing("西宁"), "1000");
  assert.equal(passing("西宁及所属"), "1000");
  assert.equal(passing("青海"), "1101");
  assert.equal(passing("甘"), "0110");
  assert.equal(passing("火星"), "0000");
  assert.ok(narrows({ ...nothing(), place: "西宁" }));
});
test("numbers are rolled up the tree", () => {
  assert.deepEqual(rolled(graph, ""), { above: [], below: [["青海省", 3], ["甘肃省", 1]], count: 4 });
  assert.deepEqual(rolled(graph, "青海"), { above: [], below: [["西宁市", 1], ["西宁湖", 1]], count: 3 });
  assert.deepEqual(rolled(graph, "西宁市"), { above: ["青海省"], below: [], count: 1 });
});
