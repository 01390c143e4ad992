// The page put together: tabs, counts, the filters in use, and who draws what.

const ORDERS = {
  "in the order of the articles": (a, b) => a.id - b.id,
  "by date": (a, b) => (a.earliest || "9999") < (b.earliest || "9999") ? -1 : (a.earliest || "9999") > (b.earliest || "9999") ? 1 : a.id - b.id,
  "by confidence": (a, b) => b.confidence - a.confidence || a.id - b.id,
};
let order = Object.keys(ORDERS)[0];
let view = "claims";
let sifted = sift();

// A list with the pane beside it; the pane is one, and moves to the view that is shown.
function split(label, row) {
  const list = virtualList(label, { row, describe: sentence, chosen: pick });
  const element = make("div", { class: "split" }, list.element);
  function pick(claim, enter = false) {
    pane.cluster = pane.back = null;
    openClaim(claim, list.point);
    closed = () => list.element.focus();
    if (enter) pane.element.focus();
  }
  return {
    element, list, pick,
    show(items) {
      element.append(pane.element);
      if (pane.cluster) hint();
      list.show(items);
      if (pane.claim && items.includes(pane.claim)) list.point(pane.claim);
    },
  };
}

const claimSplit = split("Claims", claimRow);

function drawClaims(section, left) {
  const choice = make("select", { id: "order", "aria-label": "Order", onchange: (event) => { order = event.target.value; drawClaims(section, left); } },
    Object.keys(ORDERS).map((name) => make("option", { value: name, selected: name === order }, name)));
  section.replaceChildren(make("div", { class: "above" }, make("strong", {}, plural(left.length, "claim")), choice), claimSplit.element);
  claimSplit.show([...left].sort(ORDERS[order]));
}

// Every tab's drawing, in the order of VIEWS (render/page/html.py).
const views = {
  claims: drawClaims, timeline: drawTimeline, network: drawNetwork, matrix: drawMatrix,
  ...(raw.clusters ? { compare: drawCompare } : {}),
};

function showView(name, focus = false) {
  view = name;
  for (const tab of document.querySelectorAll('[role="tab"]')) {
    const here = tab.id === `tab-${name}`;
    tab.setAttribute("aria-selected", here);
    tab.tabIndex = here ? 0 : -1;
    byId(tab.id.slice(4)).hidden = !here;
    if (here && focus) tab.focus();
  }
  views[name](byId(name), sifted.left);
}

// Show the claims behind a count.
function openClaims(changes, only = false) {
  if (matchMedia("(max-width: 760px)").matches) byId("filters").open = false;
  view = "claims";
  hint();
  setFilters(changes, only);
  claimSplit.list.element.focus();
}

function count(list, noun, changes, note) {
  return make("button", { type: "button", onclick: () => openClaims(changes, true), title: `Show ${noun}` },
    make("strong", {}, list.toLocaleString("en")), ` ${noun}`, note ? make("small", {}, ` ${note}`) : null);
}

function drawCounts() {
  const attributed = claims.filter((claim) => claim.sources.length).length;
  const sources = new Set(claims.flatMap((claim) => claim.sources)).size;
  const byStatus = STATUSES.map((_, status) => claims.filter((claim) => claim.status === status).length);
  byId("counts").replaceChildren(
    count(claims.length, claims.length === 1 ? "claim" : "claims", {}, articles.length === 1 ? "" : `in ${plural(articles.length, "article")}`),
    count(attributed, "attributed", { source: ANYBODY }, `to ${plural(sources, "source")}`),
    count(claims.length - attributed, "in the articles’ own voice", { source: ITSELF }),
    ...STATUSES.map((status, number) => (number && byStatus[number] ? count(byStatus[number], status, { statuses: String(number) }) : null)).filter(Boolean),
  );
}

function drawActive() {
  const chips = inUse().map((name) => make("button", { type: "button", class: "chip", "aria-label": `Remove the filter ${LABELS[name](filters[name])}`, onclick: () => setFilters({ [name]: EMPTY[name] }) },
    isolated(LABELS[name](filters[name])), " ×"));
  if (chips.length > 1) chips.push(make("button", { type: "button", class: "chip all", onclick: () => setFilters({}, true) }, "Clear all"));
  byId("active").replaceChildren(...chips);
  byId("filtered").textContent = chips.length ? `(${inUse().length})` : "";
}

const showStatuses = statusBoxes();

function refresh() {
  sifted = sift();
  showStatuses(sifted.choices("statuses"));
  for (const [name, box] of Object.entries(FACETS)) box.show(sifted.choices(name));
  for (const name of ["q", "from", "to"]) if (byId(name).value !== filters[name]) byId(name).value = filters[name];
  drawActive();
  byId("said").textContent = plural(sifted.left.length, "claim");
  showView(view);
}

function tabKeys(event) {
  const names = Object.keys(views);
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  showView(names[(names.indexOf(view) + step + names.length) % names.length], true);
}

function start() {
  for (const tab of document.querySelectorAll('[role="tab"]')) tab.addEventListener("click", () => showView(tab.id.slice(4)));
  document.querySelector('[role="tablist"]').addEventListener("keydown", tabKeys);
  const typed = settled(() => { if (byId("q").value !== filters.q) setFilters({ q: byId("q").value }); }, claims.length > 10000 ? 150 : 40);
  byId("q").addEventListener("input", typed);
  for (const name of ["from", "to"]) byId(name).addEventListener("change", () => setFilters({ [name]: byId(name).value }));
  byId("facets").append(...Object.entries(FACETS).filter(([name]) => name !== "article" || articles.length > 1).map(([, box]) => box.element));
  byId("theme").addEventListener("click", () => {
    const dark = document.documentElement.dataset.theme ? document.documentElement.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    document.documentElement.dataset.theme = dark ? "light" : "dark";
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && pane.element.classList.contains("open") && matchMedia("(max-width: 760px)").matches) { hint(); closed(); }
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) { event.preventDefault(); byId("filters").open = true; byId("q").focus(); }
  });
  addEventListener("beforeprint", () => fillPaper(sifted.left));
  addEventListener("afterprint", () => byId("printed").replaceChildren());
  if (matchMedia("(max-width: 760px)").matches) byId("filters").open = false;
  onFilter(refresh);
  drawCounts();
  hint();
  refresh();
  makeHay();
}

start();
