import { test } from "node:test";
import assert from "node:assert/strict";
import { arranged, connected } from "../../../kg/draw/page/js/parts.js";

const box = { w: 100, h: 60, below: 10 };
// So many stars of so many leaves each.
function stars(count, leaves) {
  const ids = [];
  const ties = new Map();
  for (let star = 0; star < count; star += 1) {
    const some = Array.from({ length: leaves }, (_, n) => `${star}.${n}`);
    ids.push(`${star}`, ...some);
    ties.set(`${star}`, some);
    for (const leaf of some) ties.set(leaf, [`${star}`]);
  }
  return { ids, ties, boxes: new Map(ids.map((id) => [id, box])) };
}

test("what hangs together is one part", () => {
  const { ids, ties } = stars(3, 4);
  assert.deepEqual(connected(ids, ties).map((part) => part.length), [5, 5, 5]);
  assert.deepEqual(connected(["a", "b"], new Map()), [["a"], ["b"]]);
});
test("many parts stand close together, none on another, in the form of the screen", () => {
  const { ids, ties, boxes } = stars(20, 3);
  for (const aspect of [1.35, 0.8]) {
    const places = arranged(ids, ties, boxes, aspect);
    assert.equal(places.size, 80);
    const some = [...places.values()];
    assert.ok(!some.some((a, n) => some.slice(n + 1).some((b) => Math.abs(a.x - b.x) < 99 && Math.abs(a.y - b.y) < 59)));
    const [x, y] = [some.map((at) => at.x), some.map((at) => at.y)];
    const [wide, high] = [Math.max(...x) - Math.min(...x) + 100, Math.max(...y) - Math.min(...y) + 60];
    assert.ok(wide * high < 80 * 100 * 60 * 6, `${wide} × ${high}`);
    assert.ok(Math.abs(Math.log(wide / high / aspect)) < 0.5, `${wide} × ${high}`);
  }
});
test("nothing, one, and the same every time", () => {
  assert.equal(arranged([], new Map(), new Map()).size, 0);
  assert.equal(arranged(["a"], new Map(), new Map([["a", box]])).size, 1);
  const { ids, ties, boxes } = stars(5, 6);
  assert.deepEqual([...arranged(ids, ties, boxes)], [...arranged(ids, ties, boxes)]);
});
