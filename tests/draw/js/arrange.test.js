import { test } from "node:test";
import assert from "node:assert/strict";
import { bends, forces, settle, strangers, via } from "../../../kg/draw/page/js/arrange.js";

const box = { w: 90, h: 50, below: 12 };
const overlaps = (places) => {
  const some = [...places.values()];
  return some.some((a, n) => some.slice(n + 1).some((b) => Math.abs(a.x - b.x) < 89 && Math.abs(a.y - b.y) < 49));
};

test("what settles stands beside its neighbour and on nobody", () => {
  const ids = ["hub", ...Array.from({ length: 60 }, (_, n) => `leaf${n}`)];
  const places = new Map([["hub", { x: 10, y: 20 }]]);
  settle(ids, new Map(ids.slice(1).map((id) => [id, ["hub"]])), new Map(ids.map((id) => [id, box])), places);
  assert.deepEqual(places.get("hub"), { x: 10, y: 20 });
  assert.equal(places.size, 61);
  assert.ok(!overlaps(places));
  assert.ok([...places.values()].every(({ x, y }) => Math.hypot(x - 10, y - 20) < 700));
});
test("what has no neighbour there finds a place, too", () => {
  const places = new Map();
  settle(["a", "b"], new Map(), new Map([["a", box], ["b", box]]), places);
  assert.equal(places.size, 2);
  assert.ok(!overlaps(places));
});
test("forces draw the same picture every time, without overlaps", () => {
  const ids = Array.from({ length: 40 }, (_, n) => `n${n}`);
  const ties = new Map(ids.map((id, n) => [id, n ? [ids[Math.floor(n / 3)]] : []]));
  for (const [id, [other]] of [...ties]) if (other) ties.set(other, [...ties.get(other), id]);
  const boxes = new Map(ids.map((id) => [id, box]));
  const places = forces(ids, ties, boxes);
  assert.deepEqual(places, forces(ids, ties, boxes));
  assert.ok(!overlaps(places));
});
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
