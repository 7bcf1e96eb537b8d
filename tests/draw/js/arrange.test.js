import { test } from "node:test";
import assert from "node:assert/strict";
import { forces, settle } from "../../../kg/draw/page/js/arrange.js";

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
