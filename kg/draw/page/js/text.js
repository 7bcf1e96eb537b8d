// Texts: what is compared, what is cut, what is marked. Offsets count code points, hence Array.from.

export const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

export function clip(text, most) {
  const points = Array.from(text);
  return points.length > most ? `${points.slice(0, most).join("")}…` : text;
}

// A sentence as pieces [text, role]; role is "" outside every span. most: about how many code points, 0 for all.
export function pieces(text, spans, most = 0) {
  const points = Array.from(text);
  const fit = spans.filter(([start, end]) => start >= 0 && end <= points.length && start < end);
  const ordered = fit.sort((a, b) => weight(a[2]) - weight(b[2]) || a[0] - b[0]);
  const kept = [];
  for (const one of ordered) if (!kept.some(([start, end]) => one[0] < end && start < one[1])) kept.push(one);
  kept.sort((a, b) => a[0] - b[0]);
  const begin = most && points.length > most && kept.length && kept[0][0] > most / 2
    ? kept[0][0] - Math.floor(most / 4) : 0;
  const stop = most ? Math.min(points.length, begin + most) : points.length;
  const found = begin ? [["…", ""]] : [];
  let at = begin;
  for (const [start, end, role] of kept) {
    if (start < at || end > stop) continue;
    if (start > at) found.push([points.slice(at, start).join(""), ""]);
    found.push([points.slice(start, end).join(""), role]);
    at = end;
  }
  if (stop > at) found.push([points.slice(at, stop).join(""), ""]);
  if (stop < points.length) found.push(["…", ""]);
  return found;
}

// Ends are marked before triggers where both would stand on one place.
const weight = (role) => (role === "subject" || role === "object" ? 0 : 1);

// Half-width columns of a text.
export function columns(text) {
  let count = 0;
  for (const char of text) count += WIDE.test(char) ? 2 : 1;
  return count;
}

const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6‘’“”…—·《》]|[\u{1f300}-\u{1faff}]|[\u{20000}-\u{3fffd}]/u;

const LINE = 20;
const LINES = 3;
const NEVER_FIRST = new Set("，。、；：？！）》〉”’」』】·,.;:?!)%");

// A name in up to three lines of even length, each about 20 columns at most; … where there is more.
export function wrap(name) {
  const text = name.trim().split(/\s+/).join(" ") || "␠";
  const count = Math.min(LINES, Math.ceil(columns(text) / LINE));
  const most = Math.min(LINE, Math.ceil(columns(text) / count) + 1);
  const lines = [""];
  for (const piece of text.match(/[A-Za-z0-9]{1,12}|./gsu)) {
    const last = lines.length - 1;
    if (lines[last] && columns(lines[last] + piece) > most && !NEVER_FIRST.has(piece)) {
      if (lines.length === LINES) {
        lines[last] = `${Array.from(lines[last]).slice(0, -1).join("")}…`;
        break;
      }
      lines.push(piece);
    } else {
      lines[last] += piece;
    }
  }
  return lines;
}

// A body's post, where the title begins with what the body ends with said once (外交部 外交部长 → 外交部长); as in kg/draw/posts.py.
export function post(body, title) {
  for (let size = Math.min(body.length, title.length); size > 1; size -= 1) if (body.endsWith(title.slice(0, size))) return body + title.slice(size);
  return body + title;
}
