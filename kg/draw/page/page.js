"use strict";
// What names and sentences say comes from newspapers: it reaches the page as text nodes only, never as HTML.
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const page = read("page");
  const nodes = new vis.DataSet(read("nodes"));
  const edges = new vis.DataSet(read("edges"));
  const types = new Map(page.types.map((type) => [type.name, type]));
  const predicates = new Map(page.predicates.map((predicate) => [predicate.name, predicate]));
  const statuses = new Map(page.statuses.map((status) => [status.name, status]));
  const off = { types: new Set(), predicates: new Set(), statuses: new Set() };
  const $ = (id) => document.getElementById(id);
  const FONTS = getComputedStyle(document.body).fontFamily;
  const MANY = 50;

  // --- the map ---
  const shownNodes = new vis.DataView(nodes, { filter: (node) => !off.types.has(node.group) });
  const shownEdges = new vis.DataView(edges, {
    filter: (edge) => !off.predicates.has(edge.predicate) && !off.statuses.has(edge.status),
  });
  const groups = {};
  for (const type of page.types) {
    groups[type.name] = {
      color: {
        background: type.colour,
        border: "#ffffff",
        highlight: { background: type.colour, border: "#1f2733" },
        hover: { background: type.colour, border: "#1f2733" },
      },
    };
  }
  const large = nodes.length > 800;
  const network = new vis.Network($("map"), { nodes: shownNodes, edges: shownEdges }, {
    groups,
    layout: { improvedLayout: false },
    physics: false,
    nodes: {
      borderWidth: 1.5,
      font: { face: FONTS, color: "#1f2733", strokeWidth: 3, strokeColor: "#ffffff" },
      scaling: { label: { drawThreshold: 5 } },
    },
    edges: {
      arrows: { to: { scaleFactor: 0.55 } },
      arrowStrikethrough: false,
      color: { inherit: false, opacity: large ? 0.55 : 0.8, highlight: "#1f2733", hover: "#1f2733" },
      font: { face: FONTS, size: 11, color: "#667085", strokeWidth: 4, strokeColor: "#ffffff" },
      hoverWidth: 0.8,
      scaling: { label: { drawThreshold: 10 } },
      selectionWidth: 1.2,
    },
    interaction: {
      hover: true,
      hideEdgesOnDrag: large,
      hideEdgesOnZoom: large,
      multiselect: false,
      selectConnectedEdges: true,
      tooltipDelay: 100,
    },
  });
  const whole = () => network.fit({ nodes: shownNodes.getIds(), animation: false });
  if (nodes.length) whole();
  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: { duration: 200 } });
  $("closer").addEventListener("click", () => zoom(1.4));
  $("farther").addEventListener("click", () => zoom(1 / 1.4));
  $("whole").addEventListener("click", whole);

  // --- pieces of text ---
  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name === "onclick") element.addEventListener("click", value);
      else if (name === "style") Object.assign(element.style, value);
      else element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child !== null && child !== ""));
    return element;
  }
  const nameOf = (id) => page.names[id][0][0];
  const typeOf = (id) => types.get(nodes.get(id).group);
  const clipped = (text, length) => {
    const points = Array.from(text);
    return points.length > length ? points.slice(0, length).join("") + "…" : text;
  };
  const days = (fact) => (fact.first === fact.last ? fact.first : `${fact.first} 至 ${fact.last}`);
  const source = ([title, date, document]) => [title ? `《${title}》` : document, date].filter(Boolean).join("　");

  // Offsets count code points, JavaScript counts UTF-16: hence Array.from.
  function sentence(edge, item, most) {
    const points = Array.from(page.sentences[item[0]]);
    const box = document.createDocumentFragment();
    const spans = item[2].filter(([start, end]) => start >= 0 && end <= points.length && start < end);
    let at = 0;
    const first = spans.length ? spans[0][0] : 0;
    if (most && points.length > most && first > most / 2) {
      at = first - Math.floor(most / 4);
      box.append("…");
    }
    const stop = most ? Math.min(points.length, at + most) : points.length;
    for (const [start, end, role] of spans) {
      if (start < at || end > stop) continue;
      box.append(points.slice(at, start).join(""));
      const mark = make("mark", { class: role }, points.slice(start, end).join(""));
      const type = role === "subject" ? typeOf(edge.from) : role === "object" ? typeOf(edge.to) : null;
      if (type) Object.assign(mark.style, { color: type.colour, background: `${type.colour}1c` });
      box.append(mark);
      at = end;
    }
    box.append(points.slice(at, stop).join(""));
    if (stop < points.length) box.append("…");
    return box;
  }

  function quote(edge, item, most) {
    const why = item[3].length ? make("footer", {}, `据：${item[3].join("；")}`) : null;
    const from = make("footer", {}, source(page.articles[item[1]]));
    return make("blockquote", {}, sentence(edge, item, most), ...[why, from].filter(Boolean));
  }

  function about(edge) {
    const fact = page.facts[edge.id];
    return [
      fact.titles.join("、"),
      page.roles[fact.role] || fact.role,
      fact.amount,
      days(fact),
      edge.status === "done" ? "" : (statuses.get(edge.status) || { label: edge.status }).label,
    ].filter(Boolean);
  }

  // --- the panel ---
  const detail = $("detail");
  const show = (...children) => {
    detail.replaceChildren(...children);
    detail.scrollTop = 0;
  };
  const welcome = () =>
    show(
      make("p", { class: "small" }, nodes.length
        ? "点一个节点看它的全部关系，点一条线看它的原文依据。滚轮缩放，拖动平移，点图例可以隐藏一类。"
        : "没有可以显示的节点。"),
    );
  const end = (id) => make("button", { class: "inline", onclick: () => goto(id) }, clipped(nameOf(id), 60));

  function showEdge(id) {
    const edge = edges.get(id);
    const fact = page.facts[id];
    const predicate = predicates.get(edge.predicate);
    const shown = fact.evidence.slice(0, MANY);
    show(
      make("span", { class: "kind", style: { background: predicate.colour } }, predicate.label),
      ...about(edge).map((text) => make("span", { class: "kind plain" }, clipped(text, 80))),
      make("p", {}, end(edge.from), ` ${edge.arrows ? "→" : "—"} `, end(edge.to)),
      make("h4", {}, `原文依据（${fact.count} 篇独立报道，${fact.evidence.length} 句）`),
      ...shown.map((item) => quote(edge, item, 0)),
      fact.evidence.length > MANY ? make("p", { class: "small" }, `另有 ${fact.evidence.length - MANY} 句`) : "",
    );
  }

  function showNode(id) {
    const type = typeOf(id);
    const [names, documents] = page.names[id];
    const lists = [];
    for (const predicate of page.predicates) {
      const found = edges.get({
        filter: (edge) => edge.predicate === predicate.name && (edge.from === id || edge.to === id),
      });
      if (!found.length) continue;
      const last = (edge) => page.facts[edge.id].last;
      found.sort((a, b) => (last(a) < last(b) ? 1 : last(a) > last(b) ? -1 : 0));
      lists.push(make("h4", {}, `${predicate.label}（${found.length}）`));
      for (const edge of found) {
        const other = edge.from === id ? edge.to : edge.from;
        const arrow = edge.arrows ? (edge.from === id ? "→ " : "← ") : "— ";
        const select = () => {
          network.selectEdges([edge.id]);
          showEdge(edge.id);
        };
        lists.push(make("button", { class: "link", onclick: select }, arrow + clipped(nameOf(other), 60), " ",
          make("span", { class: "small" }, clipped(about(edge).join(" · "), 60))));
      }
    }
    const others = names.slice(1, 20);
    show(
      make("h3", {}, clipped(names[0], 200)),
      make("span", { class: "kind", style: { background: type.colour } }, type.label),
      others.length ? make("p", { class: "small" }, `又名：${clipped(others.join("、"), 300)}`) : "",
      make("p", { class: "small" }, `出现在 ${documents.length} 个文件：${clipped(documents.join("、"), 160)}`),
      ...lists,
    );
  }

  function goto(id) {
    if (!shownNodes.get(id)) return;
    $("hint").hidden = true;
    network.selectNodes([id]);
    network.focus(id, { scale: Math.max(network.getScale(), 0.9), animation: { duration: 300 } });
    showNode(id);
  }
  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node !== undefined) showNode(node);
    else if (edge !== undefined) showEdge(edge);
    else welcome();
  });

  // --- hovering ---
  const hint = $("hint");
  let pointer = { x: 0, y: 0 };
  $("map").addEventListener("mousemove", ({ clientX, clientY }) => (pointer = { x: clientX, y: clientY }));
  function hover(...children) {
    hint.replaceChildren(...children);
    hint.hidden = false;
    const box = $("map").getBoundingClientRect();
    const [x, y] = [pointer.x - box.left, pointer.y - box.top];
    hint.style.left = `${Math.max(8, Math.min(x + 16, box.width - hint.offsetWidth - 8))}px`;
    hint.style.top = `${y + 20 + hint.offsetHeight > box.height ? Math.max(8, y - hint.offsetHeight - 12) : y + 20}px`;
  }
  network.on("hoverEdge", ({ edge: id }) => {
    const edge = edges.get(id);
    const fact = page.facts[id];
    const arrow = edge.arrows ? "→" : "—";
    const title = `${clipped(nameOf(edge.from), 40)} ${arrow} ${predicates.get(edge.predicate).label} ${arrow} `
      + clipped(nameOf(edge.to), 40);
    const more = fact.evidence.length - 1;
    hover(
      make("b", {}, title),
      make("div", { class: "small" }, clipped(about(edge).join(" · "), 120)),
      ...fact.evidence.slice(0, 1).map((item) => quote(edge, item, 160)),
      more > 0 ? make("div", { class: "small" }, `另有 ${more} 句，点击查看`) : "",
    );
  });
  network.on("hoverNode", ({ node }) => {
    const count = network.getConnectedEdges(node).length;
    hover(make("b", {}, clipped(nameOf(node), 120)),
      make("div", { class: "small" }, `${typeOf(node).label} · ${count} 条关系`));
  });
  const leave = () => (hint.hidden = true);
  $("map").addEventListener("mouseleave", leave);
  for (const event of ["blurEdge", "blurNode", "dragStart", "zoom", "click"]) network.on(event, leave);

  // --- the legend ---
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
  };
  function symbol(shape, colour) {
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
  function legend(list, entries, shape) {
    for (const entry of entries) {
      const box = make("input", { type: "checkbox", checked: "", "data-name": entry.name });
      box.addEventListener("change", () => {
        off[list][box.checked ? "delete" : "add"](entry.name);
        (list === "types" ? shownNodes : shownEdges).refresh();
      });
      $(list).append(make("li", {}, make("label", {}, box, symbol(shape(entry), entry.colour || "#667085"),
        entry.label, make("span", { class: "number" }, String(entry.count)))));
    }
    $(list).parentElement.hidden = !entries.length;
  }
  legend("types", page.types, (type) => type.shape);
  legend("predicates", page.predicates, () => "line");
  legend("statuses", page.statuses, ({ name }) => (name === "planned" || name === "wished" ? "dashes" : "line"));

  // --- finding ---
  const search = $("search");
  const matches = $("matches");
  const folded = (text) => text.normalize("NFKC").toLowerCase();
  const keys = new Map(Object.entries(page.names).map(([id, [names]]) => [id, names.map(folded)]));
  function find() {
    const wanted = folded(search.value.trim());
    const found = [];
    for (const [id, names] of wanted ? keys : []) {
      const rank = names[0] === wanted ? 0 : names[0].startsWith(wanted) ? 1 : names[0].includes(wanted) ? 2
        : names.some((name) => name.includes(wanted)) ? 3 : 4;
      if (rank < 4 && shownNodes.get(id)) found.push([rank, -network.getConnectedEdges(id).length, id]);
    }
    found.sort((a, b) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : 1));
    const take = (id) => {
      matches.hidden = true;
      goto(id);
    };
    const entries = found.slice(0, 12).map(([, , id]) => make("li", {},
      make("button", { class: "link", onclick: () => take(id) }, clipped(nameOf(id), 40), " ",
        make("span", { class: "small" }, typeOf(id).label))));
    if (wanted && !entries.length) entries.push(make("li", { class: "small" }, "　没有找到"));
    matches.replaceChildren(...entries);
    matches.hidden = !entries.length;
  }
  search.addEventListener("input", find);
  search.addEventListener("keydown", ({ key }) => {
    const first = matches.querySelector("button");
    if (key === "Enter" && first) first.click();
    if (key === "Escape") matches.hidden = true;
  });

  welcome();
  window.kg = { nodes, edges, shownNodes, shownEdges, network };
})();
