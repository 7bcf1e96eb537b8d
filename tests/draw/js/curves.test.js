import { test } from "node:test";
import assert from "node:assert/strict";
import { bends, strangers, via } from "../../../kg/draw/page/js/curves.js";

test("a straight bend goes through the middle", () => {
  const middle = via({ x: 0, y: 0 }, { x: 100, y: 40 }, 0);
  assert.ok(Math.hypot(middle.x - 50, middle.y - 20) < 1e-9);
});
test("an edge goes around a node that is not its own", () => {
  const circles = new Map([["a", { x: 0, y: 0, r: 15 }], ["b", { x: 300, y: 0, r: 15 }], ["c", { x: 150, y: 3, r: 15 }]]);
  assert.equal(strangers(circles.get("a"), circles.get("b"), 0, [circles.get("c")]), 1);
  const { bend } = bends([{ id: 1, from: "a", to: "b" }], circles).get(1);
  assert.notEqual(bend, 0);
  assert.equal(strangers(circles.get("a"), circles.get("b"), bend, [circles.get("c")]), 0);
});
test("edges between the same two lie apart, whichever way they point", () => {
  const circles = new Map([["a", { x: 0, y: 0, r: 15 }], ["b", { x: 300, y: 0, r: 15 }]]);
  const edges = Array.from({ length: 8 }, (_, id) => ({ id, from: id % 2 ? "a" : "b", to: id % 2 ? "b" : "a" }));
  const found = bends(edges, circles);
  const middles = edges.map(({ id, from, to }) => via(circles.get(from), circles.get(to), found.get(id).bend));
  middles.forEach((one, n) => middles.slice(n + 1).forEach((other) => assert.ok(Math.hypot(one.x - other.x, one.y - other.y) > 10)));
});
test("loops at one node turn around it", () => {
  const found = bends([{ id: 1, from: "a", to: "a" }, { id: 2, from: "a", to: "a" }], new Map([["a", { x: 0, y: 0, r: 9 }]]));
  assert.notEqual(found.get(1).loop, found.get(2).loop);
});
