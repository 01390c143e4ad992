// Who says what about whom: a row for each source, a column for each name the claims are about, in each cell how many.

const ROWS = 16;
const COLUMNS = 16;
const CELL = 38;
const NAMES = 190; // room for the names of the rows
const HEADS = 130; // and of the columns

function drawMatrix(section, left) {
  const named = left.some((claim) => aboutOf(claim).some(isNamed));
  const about = (claim) => aboutOf(claim).filter((id) => !named || isNamed(id));
  const spoken = left.filter((claim) => claim.sources.length);
  const columns = tally(spoken.length ? spoken : left, about);
  const names = most(columns, COLUMNS);
  const rows = tally(spoken, (claim) => (about(claim).some((id) => names.includes(id)) ? unique(claim.sources) : []));
  const sources = [...most(rows, ROWS), ...(spoken.length < left.length ? [ITSELF] : [])];
  const counts = new Map();
  for (const claim of left) {
    for (const source of claim.sources.length ? unique(claim.sources) : [ITSELF]) for (const id of about(claim)) {
      const key = `${source} ${id}`;
      if (!counts.has(key)) counts.set(key, [0, 0, 0, 0, 0]);
      counts.get(key)[claim.status] += 1;
    }
  }
  const cut = rows.size > ROWS || columns.size > COLUMNS;
  section.replaceChildren(
    make("p", { class: "note" }, names.length
      ? `How many claims each source makes about each name, as actor or target.${cut ? ` Shown are the ${sources.length} sources and ${names.length} names with most of them; filters narrow it.` : ""} The strip in a cell shows their status. A cell opens its claims.`
      : "Nobody is named here."),
    legend(), make("div", { class: "chart" }, names.length ? matrixSvg(sources, names, counts) : null));
}

// How often each id comes up in claims, and the ids that do so most.
function tally(list, idsOf) {
  const counts = new Map();
  for (const claim of list) for (const id of idsOf(claim)) counts.set(id, (counts.get(id) || 0) + 1);
  return counts;
}

const most = (counts, limit) => [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit).map(([id]) => id);
const aboutOf = (claim) => unique([...claim.who, ...claim.whom]);
const total = (byStatus) => byStatus.reduce((sum, count) => sum + count, 0);

function matrixSvg(sources, names, counts) {
  const [width, height] = [NAMES + names.length * CELL + 96, HEADS + sources.length * CELL + 6];
  const spoken = [...counts].filter(([key]) => !key.startsWith(`${ITSELF} `)).map(([, byStatus]) => total(byStatus));
  const peak = Math.max(1, ...spoken);
  const svg = draw("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "grid", "aria-label": "Sources and what they are about", class: "matrix" });
  const heads = names.map((id, column) => {
    const [x, y] = [NAMES + column * CELL + CELL / 2 + 4, HEADS - 8];
    return draw("g", { role: "columnheader", "aria-label": nameOf(id) }, draw("title", {}, nameOf(id)),
      draw("text", { x, y, transform: `rotate(-42 ${x} ${y})`, onclick: () => openClaims({ about: id }) }, clipped(nameOf(id), 22)));
  });
  svg.append(draw("g", { role: "row" }, draw("g", { role: "columnheader" }, draw("text", { x: NAMES - 8, y: HEADS - 8, "text-anchor": "end", class: "tick" }, "who says … about")), heads));
  let first = true;
  sources.forEach((source, row) => {
    const y = HEADS + row * CELL;
    const head = draw("g", { role: "rowheader", "aria-label": nameOf(source) }, draw("title", {}, nameOf(source)),
      draw("text", { x: NAMES - 8, y: y + CELL / 2 + 4, "text-anchor": "end", onclick: () => openClaims({ source }) }, clipped(nameOf(source), 26)));
    const cells = names.map((about, column) => {
      const byStatus = counts.get(`${source} ${about}`);
      const cell = matrixCell(source, about, byStatus, NAMES + column * CELL, y, peak);
      cell.setAttribute("data-at", `${row} ${column}`);
      cell.setAttribute("tabindex", byStatus && first ? "0" : "-1");
      first = first && !byStatus;
      return cell;
    });
    svg.append(draw("g", { role: "row" }, head, cells));
  });
  svg.addEventListener("keydown", moveInGrid);
  return svg;
}

function matrixCell(source, about, byStatus, x, y, peak) {
  const count = byStatus ? total(byStatus) : 0;
  const label = `${nameOf(source)} about ${nameOf(about)}: ${count ? plural(count, "claim") : "none"}`;
  const cell = draw("g", { role: "gridcell", "aria-label": label, class: count ? "cell" : "cell none" },
    draw("rect", { x: x + 1, y: y + 1, width: CELL - 2, height: CELL - 2, rx: 3, class: "ground" }));
  if (!count) return cell;
  const open = () => openClaims({ source, about });
  cell.addEventListener("click", open);
  cell.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); open(); } });
  cell.append(draw("title", {}, label),
    draw("rect", { x: x + 1, y: y + 1, width: CELL - 2, height: CELL - 2, rx: 3, class: "heat", "fill-opacity": (0.1 + 0.5 * Math.min(1, count / peak)).toFixed(2) }),
    draw("text", { x: x + CELL / 2, y: y + CELL / 2 + 4, class: "figure" }, count.toLocaleString("en")));
  let along = x + 4;
  byStatus.forEach((part, status) => {
    const length = ((CELL - 8) * part) / count;
    if (part) cell.append(draw("rect", { x: along.toFixed(1), y: y + CELL - 7, width: length.toFixed(1), height: 4, class: `s${status}` }));
    along += length;
  });
  return cell;
}

function moveInGrid(event) {
  const move = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
  const here = event.target.closest("[data-at]");
  if (!move || !here) return;
  const [row, column] = here.dataset.at.split(" ").map(Number);
  const next = event.currentTarget.querySelector(`[data-at="${row + move[0]} ${column + move[1]}"]`);
  if (!next) return;
  event.preventDefault();
  here.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}
