// Who acts on whom: names as nodes, an arrow from actor to target, the more claims the thicker; and the arrows as a list.

const NODES = 36;
const LISTED = 60;
let namesOnly = true;

function drawNetwork(section, left) {
  const all = arrows(left, namesOnly);
  const kept = strongest(all);
  const chart = make("div", { class: "chart" });
  section.replaceChildren(
    make("p", { class: "note" }, all.length
      ? `${plural(all.length, "pair")} of actor and target${kept.length < all.length ? `; drawn are ${kept.length}, the strongest` : ""}. Dashed: mostly negated, possible, future or conditional. A name or an arrow opens its claims.`
      : "No claim here has both an actor and a target that are named."),
    make("label", { class: "inline" }, make("input", { type: "checkbox", id: "names-only", checked: namesOnly, onchange: (event) => { namesOnly = event.target.checked; drawNetwork(section, left); } }), " only persons, organisations, states and other names"),
    chart, arrowList(all));
  if (kept.length) chart.append(networkSvg(kept));
}

function arrows(left, named) {
  const found = new Map();
  for (const claim of left) {
    for (const a of claim.who) for (const b of claim.whom) {
      if (a === b || (named && !(isNamed(a) && isNamed(b)))) continue;
      const key = `${a} ${b}`;
      if (!found.has(key)) found.set(key, { from: a, to: b, claims: [] });
      found.get(key).claims.push(claim);
    }
  }
  return [...found.values()].sort((x, y) => y.claims.length - x.claims.length || x.from - y.from || x.to - y.to);
}

// The arrows that are drawn: those with most claims, and of these those between names that have most arrows.
function strongest(all) {
  const nodes = new Set();
  const degrees = new Map();
  for (const { from, to } of all) for (const id of [from, to]) degrees.set(id, (degrees.get(id) || 0) + 1);
  const weight = ({ from, to, claims: behind }) => 2 * behind.length + degrees.get(from) + degrees.get(to);
  return [...all].sort((x, y) => weight(y) - weight(x)).filter(({ from, to }) => {
    const more = (nodes.has(from) ? 0 : 1) + (nodes.has(to) ? 0 : 1);
    if (nodes.size + more > NODES) return false;
    nodes.add(from).add(to);
    return true;
  });
}

function networkSvg(kept) {
  const ids = [...new Set(kept.flatMap(({ from, to }) => [from, to]))];
  const weight = new Map(ids.map((id) => [id, 0]));
  for (const { from, to, claims: behind } of kept) for (const id of [from, to]) weight.set(id, weight.get(id) + behind.length);
  const nodes = ids.map((id) => ({ id, r: Math.min(22, 5 + 2.4 * Math.sqrt(weight.get(id))) }));
  const [width, height] = [960, Math.max(320, Math.min(680, 180 + nodes.length * 15))];
  const edges = kept.map((arrow) => ({ arrow, a: ids.indexOf(arrow.from), b: ids.indexOf(arrow.to) }));
  const at = layout(nodes, edges, width, height);
  const svg = draw("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": "Network of who acts on whom" }, arrowhead());
  for (const edge of edges) svg.append(arrowLine(edge, nodes, at));
  nodes.forEach((node, i) => svg.append(nodeMark(node, at[i], kept)));
  return svg;
}

function arrowhead() {
  const tip = draw("path", { d: "M0 0 8 4 0 8Z", class: "tip" });
  return draw("defs", {}, draw("marker", { id: "tip", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 9, markerHeight: 9, markerUnits: "userSpaceOnUse", orient: "auto" }, tip));
}

// Arrows are bent, so that one there and one back lie apart; they are in the list for those who cannot point at them.
function arrowLine({ arrow, a, b }, nodes, at) {
  const [from, to] = [at[a], at[b]];
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const bend = Math.min(40, length * 0.16);
  const middle = { x: (from.x + to.x) / 2 - uy * bend, y: (from.y + to.y) / 2 + ux * bend };
  const end = towards(to, middle, nodes[b].r + 3);
  const start = towards(from, middle, nodes[a].r);
  const path = `M${start.x} ${start.y}Q${middle.x.toFixed(1)} ${middle.y.toFixed(1)} ${end.x} ${end.y}`;
  const unsure = arrow.claims.filter((claim) => claim.status).length * 2 > arrow.claims.length;
  return draw("g", { class: "arrow", "aria-hidden": "true", onclick: () => openArrow(arrow) },
    draw("title", {}, `${nameOf(arrow.from)} → ${nameOf(arrow.to)}: ${arrow.claims.length}`),
    draw("path", { d: path, class: "touch" }),
    draw("path", { d: path, class: unsure ? "line unsure" : "line", "stroke-width": (1 + Math.log2(arrow.claims.length)).toFixed(1), "marker-end": "url(#tip)" }));
}

function towards(point, other, distance) {
  const length = Math.hypot(other.x - point.x, other.y - point.y) || 1;
  return { x: (point.x + ((other.x - point.x) * distance) / length).toFixed(1), y: (point.y + ((other.y - point.y) * distance) / length).toFixed(1) };
}

function nodeMark(node, { x, y }, kept) {
  const acts = kept.filter(({ from }) => from === node.id).reduce((sum, arrow) => sum + arrow.claims.length, 0);
  const acted = kept.filter(({ to }) => to === node.id).reduce((sum, arrow) => sum + arrow.claims.length, 0);
  const mark = button(`${nameOf(node.id)}: acts in ${acts}, is acted on in ${acted}`, () => openClaims({ about: node.id }));
  mark.setAttribute("class", "node");
  mark.append(
    draw("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: node.r.toFixed(1), class: acts ? "acts" : "acted" }),
    draw("text", { x: x.toFixed(1), y: (y + node.r + 13).toFixed(1) }, clipped(nameOf(node.id), 24)));
  return mark;
}

const openArrow = (arrow) => openClaims({ actor: arrow.from, target: arrow.to });

function arrowList(all) {
  if (!all.length) return make("div");
  const rows = all.slice(0, LISTED).map((arrow) => {
    const actions = [...new Set(arrow.claims.map(action))];
    return make("tr", {},
      make("td", {}, isolated(nameOf(arrow.from), { class: "actor" })),
      make("td", {}, isolated(actions.slice(0, 3).join(", "), { class: "action" }), actions.length > 3 ? " …" : ""),
      make("td", {}, isolated(nameOf(arrow.to), { class: "target" })),
      make("td", { class: "count" }, make("button", { type: "button", class: "number", "aria-label": `${plural(arrow.claims.length, "claim")} of ${nameOf(arrow.from)} on ${nameOf(arrow.to)}`, onclick: () => openArrow(arrow) }, arrow.claims.length.toLocaleString("en"))));
  });
  const heads = ["who", "does what", "to whom", "claims"].map((title) => make("th", { scope: "col" }, title));
  return make("div", { class: "table" }, make("table", {}, make("thead", {}, make("tr", {}, heads)), make("tbody", {}, rows)),
    all.length > LISTED ? make("p", { class: "note" }, `and ${(all.length - LISTED).toLocaleString("en")} more; filters narrow them`) : null);
}
