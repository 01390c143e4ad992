// The timeline: how many claims are about each day, month or year, and those claims in the order of their dates.

const BARS = 120; // the height of the tallest bar
const TOP = 22;
const LANE = 22;
const LANES = 6;

function drawTimeline(section, left) {
  const dated = left.filter(isDated);
  const chart = make("div", { class: "chart" });
  section.replaceChildren(
    make("p", { class: "note" }, `${plural(dated.length, "claim")} of ${left.length.toLocaleString("en")} with a date. A bar shows what happened in its time and narrows the list to it; below are longer periods.`),
    legend(), chart, dateSplit.element);
  if (dated.length) {
    chart.append(timelineSvg(binned(dated)));
    chart.scrollLeft = chart.firstChild.dataset.peak - chart.clientWidth / 2;
  }
  dated.sort((a, b) => (a.earliest < b.earliest ? -1 : a.earliest > b.earliest ? 1 : a.latest < b.latest ? -1 : a.latest > b.latest ? 1 : a.id - b.id));
  dateSplit.show(dated);
}

const dateSplit = split("Claims by date", (claim) => [make("div", { class: "when" }, day(claim)), make("div", {}, claimRow(claim, false))]);

function legend() {
  return make("p", { class: "legend", "aria-hidden": "true" }, STATUSES.map((status, number) => make("span", {}, make("i", { class: `swatch s${number}` }), status)));
}

function timelineSvg({ bins, spans }) {
  const step = Math.min(64, Math.max(16, 900 / Math.max(1, bins.length)));
  const places = [];
  let x = 8;
  for (const bin of bins) {
    if (bin.skipped) x += 18;
    places.push(x);
    x += step;
  }
  const width = Math.max(320, x + 48);
  const most = Math.max(1, ...bins.map((bin) => bin.claims.length));
  const lanes = spans.sort((a, b) => b.claims.length - a.claims.length).slice(0, LANES);
  const base = TOP + (bins.length ? BARS : 0);
  const height = base + 26 + lanes.length * LANE;
  const svg = draw("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": "Timeline" });
  svg.dataset.peak = places[bins.findIndex((bin) => bin.claims.length === most)] || 0;
  let labelled = -100;
  bins.forEach((bin, i) => {
    svg.append(bar(bin, places[i], step, (BARS * bin.claims.length) / most, base));
    if (bin.skipped) svg.append(draw("text", { x: places[i] - 13, y: base - 4, class: "skip", "aria-hidden": "true" }, "//"));
    if (bin.claims.length && places[i] - labelled > 70) {
      svg.append(draw("text", { x: places[i], y: base + 15, class: "tick", "aria-hidden": "true" }, bin.brief));
      labelled = places[i];
    }
  });
  lanes.forEach((span, lane) => svg.append(period(span, bins, places, step, base + 26 + lane * LANE, width)));
  return svg;
}

function bar(bin, x, step, height, base) {
  const label = `${bin.name}: ${plural(bin.claims.length, "claim")}`;
  if (!bin.claims.length) return draw("g");
  const group = button(label, () => setFilters({ from: bin.from, to: bin.to }));
  group.append(draw("rect", { x, y: TOP - 14, width: step, height: base - TOP + 14, class: "touch" }));
  let y = base;
  STATUSES.forEach((_, status) => {
    const count = bin.claims.filter((claim) => claim.status === status).length;
    if (!count) return;
    const part = (height * count) / bin.claims.length;
    y -= part;
    group.append(draw("rect", { x: x + 1, y, width: step - 3, height: Math.max(1, part - 0.5), class: `s${status}` }));
  });
  group.append(draw("text", { x: x + step / 2 - 1, y: y - 4, class: "figure" }, bin.claims.length.toLocaleString("en")));
  return group;
}

function period(span, bins, places, step, y, width) {
  const inside = bins.map((bin, i) => [bin, i]).filter(([bin]) => bin.from <= span.to && bin.to >= span.from).map(([, i]) => i);
  const after = bins.findIndex((bin) => bin.from > span.to);
  const from = inside.length ? places[inside[0]] : after >= 0 ? places[after] - 6 : width - 60;
  const to = inside.length ? places[inside[inside.length - 1]] + step - 3 : from + 6;
  const called = new Set(span.claims.map(day));
  const name = `${called.size === 1 ? [...called][0] : `${span.from} to ${span.to}`}: ${span.claims.length.toLocaleString("en")}`;
  const group = button(`${span.from} to ${span.to}: ${plural(span.claims.length, "claim")}`, () => setFilters({ from: span.from, to: span.to }));
  const room = width - from > 230;
  group.append(
    draw("rect", { x: 0, y, width, height: LANE, class: "touch" }),
    draw("rect", { x: from, y: y + 3, width: Math.max(6, to - from), height: 5, rx: 2, class: "period" }),
    draw("text", { x: room ? from : width - 8, y: y + 18, class: "tick", "text-anchor": room ? "start" : "end" }, name),
  );
  return group;
}

// A part of a drawing that can be clicked, and reached and pressed by the keyboard.
function button(label, pressed) {
  return draw("g", {
    role: "button", tabindex: "0", "aria-label": label, onclick: pressed,
    onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); pressed(); } },
  }, draw("title", {}, label));
}
