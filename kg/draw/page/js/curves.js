// How lines run: beside each other between the same two, and around nodes that are not theirs.

// The middle control point of an edge that vis-network draws as curvedCW (bend > 0) or curvedCCW (bend < 0).
export function via(from, to, bend) {
  const [dx, dy] = [to.x - from.x, from.y - to.y];
  const angle = Math.atan2(dy, dx) + (0.5 * bend + 0.5) * Math.PI;
  const reach = (0.5 * Math.abs(bend) + 0.5) * Math.hypot(dx, dy);
  return { x: from.x + reach * Math.sin(angle), y: from.y + reach * Math.cos(angle) };
}

export function along(from, middle, to, part) {
  const rest = 1 - part;
  return {
    x: rest * rest * from.x + 2 * rest * part * middle.x + part * part * to.x,
    y: rest * rest * from.y + 2 * rest * part * middle.y + part * part * to.y,
  };
}

// How many of `others` ([{x, y, r}]) a curve runs through.
export function strangers(from, to, bend, others) {
  return bend === 0 ? others.filter((one) => onLine(from, to, one)).length : others.filter(touching(from, to, bend)).length;
}

function onLine(from, to, { x, y, r }) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const part = length ? ((x - from.x) * dx + (y - from.y) * dy) / length : 0;
  if (part <= 0 || part >= 1) return false;
  const [offX, offY] = [x - from.x - part * dx, y - from.y - part * dy];
  return offX * offX + offY * offY < r * r;
}

// Whether a curve runs through a circle, tried at points some 14 pixels apart.
function touching(from, to, bend) {
  const middle = via(from, to, bend);
  const steps = Math.max(8, Math.ceil(Math.sqrt((to.x - from.x) ** 2 + (to.y - from.y) ** 2) / 14));
  const points = new Float64Array(2 * (steps - 1));
  for (let n = 1; n < steps; n += 1) {
    const [part, rest] = [n / steps, 1 - n / steps];
    points[2 * n - 2] = rest * rest * from.x + 2 * rest * part * middle.x + part * part * to.x;
    points[2 * n - 1] = rest * rest * from.y + 2 * rest * part * middle.y + part * part * to.y;
  }
  const [left, right] = [Math.min(from.x, to.x, middle.x), Math.max(from.x, to.x, middle.x)];
  const [top, bottom] = [Math.min(from.y, to.y, middle.y), Math.max(from.y, to.y, middle.y)];
  return ({ x, y, r }) => {
    if (x + r < left || x - r > right || y + r < top || y - r > bottom) return false;
    for (let n = 0; n < points.length; n += 2) {
      const [dx, dy] = [points[n] - x, points[n + 1] - y];
      if (dx * dx + dy * dy < r * r) return true;
    }
    return false;
  };
}

// The usual bends first, those between them where none of these is free.
const BENDS = [0, 0.14, -0.14, 0.28, -0.28, 0.42, -0.42, 0.6, -0.6, 0.8, -0.8,
  0.07, -0.07, 0.21, -0.21, 0.35, -0.35, 0.5, -0.5, 0.7, -0.7, 0.95, -0.95];

// A bend for each edge {id, from, to}: those between the same two lie beside each other, and none runs through a node
// that is not its own where there is a way around. circles: Map of id to {x, y, r}.
export function bends(edges, circles) {
  const all = [...circles.values()];
  const beside = new Map();
  for (const edge of edges) {
    const key = edge.from < edge.to ? `${edge.from} ${edge.to}` : `${edge.to} ${edge.from}`;
    if (!beside.has(key)) beside.set(key, []);
    beside.get(key).push(edge);
  }
  const found = new Map();
  for (const some of beside.values()) {
    const [{ from, to }] = some;
    if (from === to) {
      some.forEach((edge, n) => found.set(edge.id, { loop: Math.PI / 4 + (n * 2 * Math.PI) / some.length }));
      continue;
    }
    const [one, other] = from < to ? [from, to] : [to, from];
    const near = around(circles.get(one), circles.get(other), all);
    const taken = [];
    for (const edge of some) {
      const bend = best(circles.get(one), circles.get(other), near, taken);
      taken.push(bend);
      found.set(edge.id, { bend: edge.from === one ? bend : -bend });
    }
  }
  return found;
}

// The circles that a curve between two others may touch.
function around(a, b, all) {
  const half = Math.hypot(a.x - b.x, a.y - b.y) / 2;
  const [left, right] = [Math.min(a.x, b.x) - half, Math.max(a.x, b.x) + half];
  const [top, bottom] = [Math.min(a.y, b.y) - half, Math.max(a.y, b.y) + half];
  return all.filter((one) => one !== a && one !== b && one.x > left - one.r && one.x < right + one.r && one.y > top - one.r && one.y < bottom + one.r);
}

function best(from, to, near, taken) {
  let found = null;
  let least = Infinity;
  for (const bend of BENDS) {
    if (taken.some((one) => Math.abs(one - bend) < 0.1)) continue;
    const price = strangers(from, to, bend, near) * 10 + Math.abs(bend);
    if (price < least) [least, found] = [price, bend];
    if (least < 1) break;
  }
  return found === null ? ((taken.length % 2 ? 1 : -1) * (0.15 + taken.length * 0.07)) % 0.95 : found;
}
