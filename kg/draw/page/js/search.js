// Finding nodes as one types: names, aliases, posts, pinyin and initials.
import { posts } from "./data.js";
import { fold } from "./text.js";

// How well a query fits, the best first.
const EXACT = 0, ALIAS = 1, START = 2, SPELLED = 3, INSIDE = 4, POST = 5, ELSEWHERE = 6, SOUNDS = 7, PARTLY = 8;

// An index of a graph. find(query, most) gives node numbers, the best fits first.
export function index(graph, readings) {
  const entries = [];
  for (let node = 0; node < graph.count; node += 1) entries.push(entry(graph, node));
  const spelling = speller(readings);
  return {
    find(query, most = 12, allowed = () => true) {
      const wanted = fold(query);
      if (!wanted) return [];
      const sounds = /^[a-z']+$/.test(wanted) ? wanted.replaceAll("'", "") : "";
      const found = [];
      entries.forEach((one, node) => {
        const fit = Math.min(written(one, wanted), sounds ? spelling(one, sounds) : Infinity);
        if (fit < Infinity && allowed(node)) found.push([fit, -graph.around[node].length, one.names[0].length, node]);
      });
      found.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3]);
      return found.slice(0, most).map(([, , , node]) => node);
    },
  };
}

function entry(graph, node) {
  return {
    names: graph.names(node).map(fold),
    posts: posts(graph, node).map(fold),
    person: graph.type(node).name === "Person",
  };
}

function written({ names: [name, ...aliases], posts: held }, wanted) {
  if (name === wanted) return EXACT;
  if (aliases.includes(wanted)) return ALIAS;
  if (name.startsWith(wanted)) return START;
  if (name.includes(wanted)) return INSIDE;
  if (held.some((post) => post.includes(wanted))) return POST;
  return aliases.some((alias) => alias.includes(wanted)) ? ELSEWHERE : Infinity;
}

function speller({ characters, surnames }) {
  const sounds = new Map(Object.entries(characters).map(([char, text]) => [char, text.split(" ")]));
  const letters = (char) => {
    if (!sounds.has(char)) sounds.set(char, /[a-z0-9]/.test(char) ? [char] : []);
    return sounds.get(char);
  };
  // The characters with which something that is typed may begin, by its first letter.
  const heads = new Map();
  const beginning = (letter) => {
    if (!heads.has(letter)) {
      const usual = [...sounds].filter(([, some]) => some.some((one) => one.startsWith(letter))).map(([char]) => char);
      const own = Object.entries(surnames).filter(([, one]) => one.startsWith(letter)).map(([name]) => Array.from(name)[0]);
      heads.set(letter, new Set([letter, ...usual, ...own]));
    }
    return heads.get(letter);
  };
  return ({ names, person }, wanted) => {
    let best = Infinity;
    const first = beginning(wanted[0]);
    for (const name of names) {
      if (!holds(name, first)) continue;
      const points = Array.from(name);
      const usual = points.map(letters);
      const ways = person ? [surnamed(points, usual, surnames), usual] : [usual];
      ways.forEach((way, number) => {
        const fit = way ? heard(way, wanted) : Infinity;
        if (fit < Infinity) best = Math.min(best, fit + number / 2);
      });
    }
    return best;
  };
}

function holds(name, characters) {
  for (const char of name) if (characters.has(char)) return true;
  return false;
}

// The readings of a person's name whose surname is read in a way of its own; null for any other name.
function surnamed(points, usual, surnames) {
  for (const length of [2, 1]) {
    const reading = surnames[points.slice(0, length).join("")];
    if (reading) return [[reading], ...usual.slice(length)];
  }
  return null;
}

function heard(sounds, wanted) {
  if (said(sounds, 0, wanted, true)) return SPELLED;
  if (said(sounds, 0, wanted, false)) return SOUNDS;
  for (let at = 1; at < sounds.length; at += 1) if (said(sounds, at, wanted, false)) return PARTLY;
  return Infinity;
}

// Whether the letters are syllables or initials of the characters from `at` on; whole: to the last of them.
function said(sounds, at, wanted, whole) {
  if (!wanted) return !whole || at === sounds.length;
  if (at === sounds.length) return false;
  for (const sound of sounds[at]) {
    if (wanted.startsWith(sound) && said(sounds, at + 1, wanted.slice(sound.length), whole)) return true;
    if (!whole && sound.startsWith(wanted)) return true;
    const initial = /^[zcs]h/.test(sound) && wanted.startsWith(sound.slice(0, 2)) ? 2 : 1;
    if (sound[0] !== wanted[0]) continue;
    if (said(sounds, at + 1, wanted.slice(1), whole)) return true;
    if (initial === 2 && said(sounds, at + 1, wanted.slice(2), whole)) return true;
  }
  return false;
}
