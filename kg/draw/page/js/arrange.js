// Places: free spots beside what stands already, a drawing by forces where nothing stands.

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
