import { test } from "node:test";
import assert from "node:assert/strict";
import { counted, filtered, histogram, narrows, nothing } from "../../../kg/draw/page/js/filter.js";
import { graphOf } from "./graph.js";

const graph = graphOf(
  [["Person", "甲"], ["Person", "乙"], ["Organization", "丙"], ["Organization", "丁"]],
  [["甲", "MET_WITH", "乙", { day: "2024-01-02", confidence: 40 }], ["甲", "HOLDS_POSITION", "丙", { day: "2024-03-01", last: "2024-05-01", status: "former" }],
    ["乙", "HOLDS_POSITION", "丁", { file: "乙报.txt" }], ["甲", "HOLDS_POSITION", "丁", { day: "2024-12-31" }]],
);
const passing = (change) => [...filtered(graph, { ...nothing(), ...change }).passes].join("");

test("all pass where nothing is asked", () => assert.equal(passing({}), "1111"));
test("a hidden type takes the edges of its nodes", () => assert.equal(passing({ types: ["Organization"] }), "1000"));
test("predicates, statuses, confidence, one file", () => {
  assert.equal(passing({ predicates: ["MET_WITH"] }), "0111");
  assert.equal(passing({ statuses: ["former"] }), "1011");
  assert.equal(passing({ confidence: 50 }), "0111");
  assert.equal(passing({ file: "乙报.txt" }), "0010");
  assert.equal(passing({ file: "乙报" }), "0010");
  assert.equal(passing({ file: "标题" }), "1111");
  assert.equal(passing({ file: "丙报" }), "0000");
});
test("days overlap the span, and facts without a day are left out", () => {
  assert.equal(passing({ from: "2024-04-01" }), "0101");
  assert.equal(passing({ to: "2024-03-31" }), "1100");
  assert.equal(passing({ from: "2024-04-01", to: "2024-06-01" }), "0100");
});
test("the least number of links holds for all that stay", () => assert.equal(passing({ links: 2 }), "1011"));
test("a ring holds, a chain and a loop do not", () => {
  const some = ["甲", "乙", "丙", "丁", "戊", "己"].map((name) => ["Person", name]);
  const ring = graphOf(some, [["甲", "MET_WITH", "乙"], ["乙", "MET_WITH", "丙"], ["丙", "MET_WITH", "甲"], ["丙", "MET_WITH", "甲"],
    ["丙", "MET_WITH", "丁"], ["丁", "MET_WITH", "戊"], ["己", "MET_WITH", "己"]]);
  assert.equal([...filtered(ring, { ...nothing(), links: 2 }).passes].join(""), "1111000");
  assert.equal([...filtered(ring, { ...nothing(), links: 3 }).passes].join(""), "0000000");
});
test("counts follow the filter, and no orphan is counted", () => {
  const kept = filtered(graph, { ...nothing(), types: ["Organization"] });
  const count = counted(graph, kept, () => false);
  assert.deepEqual([count.nodes, count.edges, count.types], [2, 1, { Person: 2 }]);
});
test("the histogram holds every fact with a day", () => {
  const bars = histogram(graph, {}, 12);
  assert.equal(bars.reduce((sum, bar) => sum + bar.count, 0), 3);
  assert.equal(bars[0].from, "2024-01-02");
  assert.equal(bars.at(-1).to, "2024-12-31");
  assert.ok(bars.length <= 13);
});
test("types alone do not narrow", () => {
  assert.equal(narrows({ ...nothing(), types: ["Person"] }), false);
  assert.equal(narrows({ ...nothing(), from: "2024-01-01" }), true);
});
test("no days, no histogram", () => assert.deepEqual(histogram(graphOf([["Person", "甲"], ["Person", "乙"]], [["甲", "MET_WITH", "乙"]])), []));
