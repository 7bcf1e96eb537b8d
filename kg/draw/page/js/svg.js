// The picture as SVG text, for saving and printing: what is on the map, whole, at its own size.
import { along, via } from "./curves.js";

const escaped = (text) => text.replace(/[&<>"']/g, (char) => `&#${char.codePointAt(0)};`);
const round = (value) => Math.round(value * 10) / 10;

export function svg({ nodes, edges }, { ink, soft, paper, past, fonts }, title = "") {
  const places = new Map(nodes.map((node) => [node.id, node]));
  const box = bounds(nodes);
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.join(" ")}" width="${box[2]}" height="${box[3]}" font-family="${escaped(fonts)}">`,
    `<title>${escaped(title)}</title>`,
    `<rect x="${box[0]}" y="${box[1]}" width="${box[2]}" height="${box[3]}" fill="${paper}"/>`,
    ...edges.map((edge) => line(edge, places, { soft, paper, past })),
    ...nodes.map((node) => one(node, { ink, paper, soft })),
    "</svg>",
  ];
  return parts.join("\n");
}

function bounds(nodes) {
  if (!nodes.length) return [0, 0, 100, 100];
  const reach = (node) => Math.max(node.size, 0.3 * node.font * Math.max(...node.lines.map((text) => text.length * 1.9))) + 24;
  const left = Math.min(...nodes.map((node) => node.x - reach(node)));
  const right = Math.max(...nodes.map((node) => node.x + reach(node)));
  const top = Math.min(...nodes.map((node) => node.y - node.size)) - 30;
  const bottom = Math.max(...nodes.map((node) => node.y + node.size + node.lines.length * node.font * 1.3)) + 24;
  return [left, top, right - left, bottom - top].map(Math.round);
}

const DASH = { dashes: ' stroke-dasharray="8 5"', dots: ' stroke-dasharray="2 4"' };

function line(edge, places, { soft, paper, past }) {
  const [from, to] = [places.get(edge.from), places.get(edge.to)];
  const colour = edge.colour || past;
  const opacity = edge.dim ? 0.16 : edge.quiet ? 0.5 : 0.85;
  const stroke = `fill="none" stroke="${colour}" stroke-width="${round(edge.width)}"${DASH[edge.dash] || ""}`;
  if (edge.loop !== undefined) {
    const [x, y] = [from.x + 26 * Math.cos(edge.loop), from.y - 26 * Math.sin(edge.loop)];
    return `<g opacity="${opacity}"><circle cx="${round(x)}" cy="${round(y)}" r="22" ${stroke}/></g>`;
  }
  const middle = via(from, to, edge.bend);
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const end = along(from, middle, to, Math.max(0.5, 1 - (to.size + 2) / length));
  const half = along(from, middle, to, 0.5);
  const label = edge.label
    ? `<text x="${round(half.x)}" y="${round(half.y + 4)}" text-anchor="middle" font-size="11" fill="${soft}" stroke="${paper}" stroke-width="4" paint-order="stroke" stroke-linejoin="round">${escaped(edge.label)}</text>` : "";
  return `<g opacity="${opacity}"><path d="M${round(from.x)} ${round(from.y)}Q${round(middle.x)} ${round(middle.y)} ${round(to.x)} ${round(to.y)}" ${stroke}/>`
    + `${edge.arrow ? head(end, middle, colour) : ""}</g>${label}`;
}

function head(end, from, colour) {
  const angle = Math.atan2(end.y - from.y, end.x - from.x);
  const corner = (turn, reach) => `${round(end.x + reach * Math.cos(angle + turn))} ${round(end.y + reach * Math.sin(angle + turn))}`;
  return `<path d="M${round(end.x)} ${round(end.y)}L${corner(2.7, 10)}L${corner(-2.7, 10)}Z" fill="${colour}"/>`;
}

const points = (node, some) => some.map(([x, y]) => `${round(node.x + x * node.size)},${round(node.y + y * node.size)}`).join(" ");
const ring = (count, radius, turn) => Array.from({ length: count }, (_, n) => {
  const reach = typeof radius === "function" ? radius(n) : radius;
  return [reach * Math.sin(turn + (n * 2 * Math.PI) / count), -reach * Math.cos(turn + (n * 2 * Math.PI) / count)];
});
const OUTLINES = {
  square: [[-1, -1], [1, -1], [1, 1], [-1, 1]],
  triangle: [[0, -1.1], [1.05, 0.8], [-1.05, 0.8]],
  triangleDown: [[0, 1.1], [1.05, -0.8], [-1.05, -0.8]],
  diamond: ring(4, 1, 0),
  hexagon: ring(6, 1, Math.PI / 6),
  star: ring(10, (n) => (n % 2 ? 0.45 : 1), 0),
};

function one(node, { ink, paper, soft }) {
  const bubble = node.shape === "bubble";
  const paint = bubble ? `fill="${paper}" stroke="${node.colour}" stroke-dasharray="3 3" stroke-width="1.5"`
    : `fill="${node.colour}" stroke="${node.chosen ? ink : paper}" stroke-width="${node.chosen ? 3 : 1.5}"`;
  const shape = OUTLINES[node.shape] ? `<polygon points="${points(node, OUTLINES[node.shape])}" ${paint}/>`
    : `<circle cx="${round(node.x)}" cy="${round(node.y)}" r="${round(node.size)}" ${paint}/>`;
  const top = bubble ? node.y + node.font * 0.36 : node.y + node.size + node.font * 1.1 + 2;
  const text = node.lines.map((words, n) => `<tspan x="${round(node.x)}" y="${round(top + n * node.font * 1.2)}">${escaped(words)}</tspan>`).join("");
  const style = `text-anchor="middle" font-size="${node.font}" fill="${bubble ? soft : ink}" stroke="${paper}" stroke-width="${bubble ? 0 : 4}" paint-order="stroke" stroke-linejoin="round"`;
  return `<g opacity="${node.dim ? 0.3 : 1}">${shape}<text ${style}>${text}</text>${badge(node, ink, paper)}</g>`;
}

function badge(node, ink, paper) {
  if (!node.badge || node.dim) return "";
  const w = String(node.badge).length * 6 + 15;
  const [x, y] = [node.x + node.size * 0.75 + w / 2 - 2, node.y - node.size * 0.8];
  return `<rect x="${round(x - w / 2)}" y="${round(y - 8)}" width="${w}" height="16" rx="8" fill="${ink}" stroke="${paper}"/>`
    + `<text x="${round(x)}" y="${round(y + 3.6)}" text-anchor="middle" font-size="10" font-weight="600" fill="${paper}">+${node.badge}</text>`;
}
