// Places: free spots beside what stands already, a drawing by forces where nothing stands, edges around strangers.

// box: {w, h, below}, about the point {x, y} of its symbol.
const clear = (a, at, b, there, gap) =>
  Math.abs(at.x - there.x) * 2 >= a.w + b.w + gap
  || Math.abs(at.y + a.below - there.y - b.below) * 2 >= a.h + b.h + gap;

// What stands where, in cells, so that a place is tried against its neighbours only.
class Ground {
  constructor() {
    this.cells = new Map();
    this.reach = 0;
  }

  add(box, at) {
    const key = cell(Math.floor(at.x / CELL), Math.floor(at.y / CELL));
    if (!this.cells.has(key)) this.cells.set(key, []);
    this.cells.get(key).push([box, at]);
    this.reach = Math.max(this.reach, box.w, box.h + 2 * box.below);
  }

  free(box, at) {
    const far = Math.ceil((this.reach + Math.max(box.w, box.h + 2 * box.below)) / 2 / CELL);
    const [column, row] = [Math.floor(at.x / CELL), Math.floor(at.y / CELL)];
    for (let x = column - far; x <= column + far; x += 1) {
      for (let y = row - far; y <= row + far; y += 1) {
        for (const [other, there] of this.cells.get(cell(x, y)) || []) if (!clear(box, at, other, there, 10)) return false;
      }
    }
    return true;
  }
}

const CELL = 140;
const cell = (column, row) => column * 65_536 + row;

// The nearest free spot around `anchor`, away from `from` by choice.
function spot(box, anchor, placed, from) {
  const lean = from ? Math.atan2(anchor.y - from.y, anchor.x - from.x) : 0;
  for (let ring = 1; ring < 60; ring += 1) {
    const radius = 46 + ring * 22;
    const turns = Math.min(10 + ring * 3, 48);
    for (let turn = 0; turn < turns; turn += 1) {
      const angle = lean + (turn % 2 ? 1 : -1) * Math.ceil(turn / 2) * ((2 * Math.PI) / turns);
      const at = { x: Math.round(anchor.x + 1.25 * radius * Math.cos(angle)), y: Math.round(anchor.y + radius * Math.sin(angle)) };
      if (placed.free(box, at)) return at;
    }
  }
  return { x: anchor.x, y: anchor.y };
}

// Adds to `places` (Map of id to {x, y}) every id that lacks one, beside a neighbour that has one. The rest stays.
export function settle(ids, ties, boxes, places) {
  const placed = new Ground();
  const standing = ids.filter((id) => places.has(id));
  for (const id of standing) placed.add(boxes.get(id), places.get(id));
  const middle = centre(standing.map((id) => places.get(id)));
  const put = (id, anchor, from) => {
    const at = spot(boxes.get(id), anchor, placed, from);
    places.set(id, at);
    placed.add(boxes.get(id), at);
  };
  let waiting = ids.filter((id) => !places.has(id));
  while (waiting.length) {
    const anchored = waiting.filter((id) => (ties.get(id) || []).some((other) => places.has(other)));
    const next = anchored.length ? anchored : waiting.slice(0, 1);
    for (const id of next) {
      const anchors = (ties.get(id) || []).filter((other) => places.has(other)).map((other) => places.get(other));
      put(id, anchors.length ? centre(anchors) : middle, anchors.length ? middle : null);
    }
    waiting = waiting.filter((id) => !places.has(id));
  }
}

function centre(points) {
  if (!points.length) return { x: 0, y: 0 };
  const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

// A drawing by forces (Fruchterman and Reingold 1991) with the boxes pushed apart, for some hundred ids at most.
export function forces(ids, ties, boxes, aspect = 1.3) {
  const x = Float64Array.from(ids, (_, n) => Math.sqrt(n) * 60 * Math.cos(n * 2.4));
  const y = Float64Array.from(ids, (_, n) => Math.sqrt(n) * 60 * Math.sin(n * 2.4));
  const number = new Map(ids.map((id, n) => [id, n]));
  const pairs = ids.flatMap((id, n) => (ties.get(id) || []).map((other) => [n, number.get(other)]).filter(([a, b]) => a < b));
  const weight = Float64Array.from(ids, (id) => Math.sqrt(1 + (ties.get(id) || []).length));
  const rounds = Math.max(40, Math.min(160, Math.round(12_000 / ids.length)));
  const like = 95;
  for (let round = 0; round < rounds; round += 1) step({ x, y, weight }, pairs, { like, limit: like * (1 - round / rounds) + 1, aspect });
  const sizes = ids.map((id) => boxes.get(id));
  spread(x, y, sizes, aspect);
  const order = [...x.keys()];
  for (let round = 0; round < 90 && apart(x, y, sizes, order); round += 1);
  return new Map(ids.map((id, n) => [id, { x: Math.round(x[n]), y: Math.round(y[n]) }]));
}

const AIR = 1.7; // how many times the area of its boxes a drawing may take, as in kg/view/layout.py

// Moves points so that they fill the area that their boxes need: half of where the forces put each, half of its rank
// across and down, which makes for an even density.
function spread(x, y, sizes, aspect) {
  if (x.length < 3) {
    inRow(x, y, sizes, aspect);
    return;
  }
  const area = sizes.reduce((sum, { w, h }) => sum + (w + 15) * (h + 15), 0) * AIR;
  const [across, down] = [farthest(x), farthest(y)];
  const form = Math.max(aspect / 3, Math.min(across / down, aspect * 3));
  const wide = Math.max(Math.min(form * 1.6, aspect), form / 1.6);
  fill(x, across, Math.sqrt(area * wide) / 2);
  fill(y, down, Math.sqrt(area / wide) / 2);
}

// One or two, beside each other where the screen is wide, else one below the other.
function inRow(x, y, sizes, aspect) {
  const [axis, other, side] = aspect < 1 ? [y, x, "h"] : [x, y, "w"];
  const far = sizes.reduce((sum, size) => sum + size[side], 0) / 4 + 30;
  axis.forEach((_, n) => ([axis[n], other[n]] = [x.length > 1 ? (n ? far : -far) : 0, 0]));
}

function farthest(values) {
  const middle = values.reduce((a, b) => a + b, 0) / values.length;
  values.forEach((value, n) => (values[n] = value - middle));
  return Math.max(1e-6, ...values.map(Math.abs));
}

function fill(values, far, half) {
  const ranks = new Float64Array(values.length);
  [...values.keys()].sort((a, b) => values[a] - values[b] || a - b).forEach((n, place) => (ranks[n] = place / Math.max(values.length - 1, 1) * 2 - 1));
  values.forEach((value, n) => (values[n] = (value / far + ranks[n]) / 2 * half));
}

function step({ x, y, weight }, pairs, { like, limit, aspect }) {
  const [fx, fy] = [x.map((one) => -one * 1.4 / aspect), y.map((one) => -one * 1.4 * aspect)];
  for (let a = 0; a < x.length; a += 1) {
    const [xa, ya, reach] = [x[a], y[a], like * like * weight[a]];
    let [sumX, sumY] = [0, 0];
    for (let b = a + 1; b < x.length; b += 1) {
      const dx = xa - x[b];
      const dy = ya - y[b];
      const push = (reach * weight[b]) / Math.max(dx * dx + dy * dy, 25);
      sumX += dx * push;
      sumY += dy * push;
      fx[b] -= dx * push;
      fy[b] -= dy * push;
    }
    fx[a] += sumX;
    fy[a] += sumY;
  }
  for (const [a, b] of pairs) {
    const [dx, dy] = [x[b] - x[a], y[b] - y[a]];
    const pull = (Math.sqrt(dx * dx + dy * dy) / like) * 2 / Math.min(weight[a], weight[b]);
    fx[a] += dx * pull; fy[a] += dy * pull;
    fx[b] -= dx * pull; fy[b] -= dy * pull;
  }
  for (let n = 0; n < x.length; n += 1) {
    const length = Math.max(Math.sqrt(fx[n] * fx[n] + fy[n] * fy[n]), 1e-9);
    const far = Math.min(length, limit) / length;
    x[n] += fx[n] * far;
    y[n] += fy[n] * far;
  }
}

// Pushes boxes that overlap apart, each pair along the shorter way; whether there were any. A sweep from left to right;
// order: the boxes as they stood there last time, brought up to date.
function apart(x, y, sizes, order) {
  let any = false;
  const left = Float64Array.from(x, (one, a) => one - sizes[a].w / 2);
  sortNearly(order, left);
  for (let place = 0; place < order.length; place += 1) {
    const a = order[place];
    const end = left[a] + sizes[a].w + 8;
    for (let next = place + 1; next < order.length && left[order[next]] < end; next += 1) {
      const b = order[next];
      const dx = x[b] - x[a];
      const across = (sizes[a].w + sizes[b].w) / 2 + 8 - Math.abs(dx);
      if (across <= 0) continue;
      const dy = y[b] + sizes[b].below - y[a] - sizes[a].below;
      const down = (sizes[a].h + sizes[b].h) / 2 + 8 - Math.abs(dy);
      if (down <= 0) continue;
      any = true;
      const [axis, move] = across < down ? [x, across * (dx < 0 ? -1 : 1) / 2] : [y, down * (dy < 0 ? -1 : 1) / 2];
      axis[a] -= move;
      axis[b] += move;
    }
  }
  return any;
}

// By insertion: little has changed since the last time.
function sortNearly(order, key) {
  for (let n = 1; n < order.length; n += 1) {
    const one = order[n];
    let at = n;
    for (; at > 0 && (key[order[at - 1]] > key[one] || (key[order[at - 1]] === key[one] && order[at - 1] > one)); at -= 1) order[at] = order[at - 1];
    order[at] = one;
  }
}

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
