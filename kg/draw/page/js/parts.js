// A drawing of what hangs together in several parts: each by forces, then all of them packed for the screen.
import { forces } from "./arrange.js";

const GAP = 26;

// Places (Map of id to {x, y}) of all ids; aspect: how wide the whole is to be, over how high.
export function arranged(ids, ties, boxes, aspect = 1.3) {
  const parts = connected(ids, ties).map((some) => framed(forces(some, ties, boxes, aspect), boxes));
  parts.sort((a, b) => b.height - a.height || b.width - a.width);
  const places = new Map();
  packed(parts, aspect).forEach(({ left, top }, number) => {
    for (const [id, { x, y }] of parts[number].places) places.set(id, { x: Math.round(x + left), y: Math.round(y + top) });
  });
  return places;
}

export function connected(ids, ties) {
  const left = new Set(ids);
  const parts = [];
  for (const id of ids) {
    if (!left.delete(id)) continue;
    const part = [id];
    for (const one of part) for (const other of ties.get(one) || []) if (left.delete(other)) part.push(other);
    parts.push(part);
  }
  return parts;
}

// A part whose boxes fill (0, 0) to (width, height).
function framed(places, boxes) {
  const edges = [...places].map(([id, { x, y }]) => {
    const { w, h, below } = boxes.get(id);
    return [x - w / 2, x + w / 2, y + below - h / 2, y + below + h / 2];
  });
  const of = (number, choose) => choose(...edges.map((one) => one[number]));
  const [left, right, top, bottom] = [of(0, Math.min), of(1, Math.max), of(2, Math.min), of(3, Math.max)];
  const moved = [...places].map(([id, { x, y }]) => [id, { x: x - left, y: y - top }]);
  return { places: moved, width: right - left, height: bottom - top };
}

// Left and top of each part, of several strips in the one whose picture needs the least shrinking.
function packed(parts, aspect) {
  const area = parts.reduce((sum, { width, height }) => sum + (width + GAP) * (height + GAP), 0);
  const widest = Math.max(0, ...parts.map(({ width }) => width)) + GAP;
  const tries = [0.9, 1, 1.1, 1.25, 1.4].map((factor) => hung(parts, Math.max(widest, Math.sqrt(area * aspect) * factor)));
  const extent = (corners) => Math.max(...corners.map(({ left, top }, n) => Math.max((left + parts[n].width) / aspect, top + parts[n].height)));
  return tries.reduce((best, one) => (extent(one) < extent(best) ? one : best));
}

// Each part at the highest free place of a strip, then the leftmost. skyline: [left, right, top] of each step.
function hung(parts, strip) {
  let skyline = [[0, strip, 0]];
  return parts.map(({ width, height }) => {
    const seats = skyline.filter(([left]) => left + width + GAP <= strip + 1e-6).map(([left]) => ({ left, top: under(skyline, left, left + width + GAP) }));
    const { left, top } = seats.reduce((best, one) => (one.top < best.top ? one : best));
    const right = left + width + GAP;
    skyline = [...skyline.filter(([start]) => start < left).map(([start, stop, at]) => [start, Math.min(stop, left), at]), [left, right, top + height + GAP],
      ...skyline.filter(([, stop]) => stop > right + 1e-6).map(([start, stop, at]) => [Math.max(start, right), stop, at])];
    return { left, top };
  });
}

const under = (skyline, from, to) => Math.max(...skyline.filter(([left, right]) => left < to - 1e-6 && right > from + 1e-6).map(([, , top]) => top));
