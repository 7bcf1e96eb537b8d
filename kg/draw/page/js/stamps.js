// Small pictures that are drawn once and then copied: labels and badges. To set Chinese at a size that was not on the
// screen before takes as long as all the rest of a map, and every zoom would ask for it.
import { columns } from "./text.js";

const MANY = 900; // kept at most
const LARGEST = 4; // pixels to a unit: above, few things are on the screen, and their pictures would be huge
export const RIM = 3; // of paper around letters
export const ASCENT = 0.9; // of the size of the letters, above the line that they stand on
const PATIENCE = 20; // milliseconds for new pictures in one frame: the others come in the next
const SETTLED = 180; // milliseconds without a zoom, after which what was stretched is drawn sharp

// redraw: asks for the map once more, when sharper pictures are there.
export function createStamps(redraw) {
  const kept = new Map();
  let timer = 0;
  let spent = 0; // in this frame
  let late = false; // whether some have to wait for the next

  function frame() {
    [spent, late] = [0, false];
  }

  // Puts the picture of that name with its corner at (x, y). make() gives its size in units, {w, h}, and
  // paint(context, factor), which draws it in pixels.
  function put(context, key, { x, y }, make) {
    const at = context.getTransform();
    const factor = at.a;
    context.save();
    if (factor > LARGEST) {
      context.setTransform(1, 0, 0, 1, at.a * x + at.e, at.d * y + at.f);
      make().paint(context, factor);
    } else {
      const begun = performance.now();
      const known = kept.get(key);
      const one = known || (spent < PATIENCE && made(key, make(), factor));
      if (one) copied(context, one, [at.a * x + at.e, at.d * y + at.f, factor]);
      else if (!late) late = Boolean(requestAnimationFrame(redraw));
      if (!known) spent += performance.now() - begun;
    }
    context.restore();
  }

  function copied(context, one, [x, y, factor]) {
    one.wanted = factor;
    if (one.factor !== factor) sharpenLater();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.drawImage(one.picture, Math.round(x), Math.round(y), one.picture.width * (factor / one.factor), one.picture.height * (factor / one.factor));
  }

  function made(key, one, factor) {
    if (kept.size >= MANY) kept.clear();
    kept.set(key, drawn(one, factor));
    return kept.get(key);
  }

  function sharpenLater() {
    clearTimeout(timer);
    timer = setTimeout(() => whileIdle([...kept].filter(([, one]) => one.wanted !== one.factor)), SETTLED);
  }

  // A few at a time, so that nobody waits for it.
  function whileIdle(some) {
    (window.requestIdleCallback || setTimeout)((deadline) => {
      do {
        const [key, one] = some.pop() || [];
        if (one && kept.get(key) === one) kept.set(key, drawn(one, one.wanted));
      } while (some.length && deadline && deadline.timeRemaining() > 3);
      if (some.length) whileIdle(some);
      else redraw();
    });
  }

  return { put, frame };
}

function drawn(one, factor) {
  const picture = document.createElement("canvas");
  picture.width = Math.max(1, Math.ceil(one.w * factor));
  picture.height = Math.max(1, Math.ceil(one.h * factor));
  one.paint(picture.getContext("2d"), factor);
  return { ...one, picture, factor, wanted: factor };
}

const ROUND = [[-2, -1], [1, -2], [2, 1], [-1, 2]]; // where the rim is written

// Lines {text, width} one below the other, each in the middle, on a rim of the paper's colour. The letters have a size of
// whole or half pixels: then the browser, too, keeps the form of each of them.
export function lettering({ lines, size, leading, face, ink, rim, width }) {
  const w = width + 2 * RIM;
  const h = (lines.length - 1) * leading + size * 1.2 + 2 * RIM;
  const paint = (context, factor) => {
    context.font = `${Math.floor(size * factor * 2) / 2}px ${face}`;
    context.textBaseline = "alphabetic";
    const places = lines.map((line, number) => [Math.round(((w - line.width) / 2) * factor), Math.round((RIM + number * leading + size * ASCENT) * factor)]);
    const write = (dx, dy) => lines.forEach(({ text }, number) => context.fillText(text, places[number][0] + dx, places[number][1] + dy));
    context.fillStyle = rim;
    if (rim) for (const [dx, dy] of ROUND) write(Math.round(dx * factor), Math.round(dy * factor));
    context.fillStyle = ink;
    write(0, 0);
  };
  return { w, h, paint };
}

const pen = typeof document === "undefined" ? null : document.createElement("canvas").getContext("2d");
const known = new Map(); // of a character its width

// How wide a text is, in sizes of its letters. Characters are measured once, and Chinese ones are square.
export function widthOf(text, face) {
  let width = 0;
  for (const one of text) {
    if (!known.has(one)) known.set(one, columns(one) === 2 ? 1 : measured(one, face));
    width += known.get(one);
  }
  return width;
}

function measured(one, face) {
  pen.font = `100px ${face}`;
  return pen.measureText(one).width / 100;
}
