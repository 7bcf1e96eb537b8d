// Pieces of the page. Texts reach it as text nodes only, never as HTML.

export const $ = (id) => document.getElementById(id);

export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "style") Object.entries(value).forEach(([key, one]) => element.style.setProperty(key, one));
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

const SHAPES = {
  dot: "M8 2a6 6 0 1 0 .01 0z",
  square: "M2.5 2.5h11v11h-11z",
  triangle: "M8 2l6.5 12h-13z",
  triangleDown: "M8 14L1.5 2.5h13z",
  diamond: "M8 1l6 7-6 7-6-7z",
  star: "M8 1l2 4.8 5.2.4-4 3.4 1.3 5L8 11.9l-4.5 2.7 1.3-5-4-3.4 5.2-.4z",
  hexagon: "M4.5 2h7L15 8l-3.5 6h-7L1 8z",
  line: "M0 7h16v2.5H0z",
  dashes: "M0 7h4v2.5H0zM6 7h4v2.5H6zM12 7h4v2.5h-4z",
  dots: "M0 7h2v2.5H0zM4.6 7h2v2.5h-2zM9.2 7h2v2.5h-2zM13.8 7h2v2.5h-2z",
};

export function symbol(shape, colour) {
  const space = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(space, "svg");
  const path = document.createElementNS(space, "path");
  for (const [name, value] of [["width", 16], ["height", 16], ["viewBox", "0 0 16 16"], ["aria-hidden", true]]) {
    picture.setAttribute(name, value);
  }
  path.setAttribute("d", SHAPES[shape] || SHAPES.dot);
  path.setAttribute("fill", colour);
  picture.append(path);
  return picture;
}

export async function copy(text, button, done) {
  const before = button.textContent;
  let ok = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    ok = copiedByHand(text);
  }
  button.textContent = ok ? done : text;
  setTimeout(() => (button.textContent = before), ok ? 1200 : 8000);
}

// Pages from the disk may not have the clipboard of secure pages.
function copiedByHand(text) {
  const field = make("textarea", { class: "away" });
  field.value = text;
  document.body.append(field);
  field.select();
  const ok = document.execCommand("copy");
  field.remove();
  return ok;
}

export function download(name, blob) {
  const address = URL.createObjectURL(blob);
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

// A kept value of this browser; files opened from the disk may have no store.
export function remembered(name, value) {
  try {
    if (value === undefined) return JSON.parse(localStorage.getItem(`kg.${name}`));
    localStorage.setItem(`kg.${name}`, JSON.stringify(value));
  } catch {
    return null;
  }
  return value;
}
