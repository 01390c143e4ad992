// Dates put into bins: days, months, years or decades, whichever suits most of them; long empty stretches are left out.

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAY = 86400000;
const dayNumber = (iso) => Math.round(new Date(`${iso}T00:00:00Z`).getTime() / DAY);
const isoOf = (number) => (Number.isFinite(number) ? new Date(number * DAY).toISOString().slice(0, 10) : "9999-12-31");

// A unit of time: the number of the bin that a day falls into, the first day of a bin, and what it is called.
const UNITS = {
  day: {
    bin: dayNumber,
    first: isoOf,
    name: (iso) => `${Number(iso.slice(8, 10))} ${MONTHS[iso.slice(5, 7) - 1]} ${iso.slice(0, 4)}`,
    brief: (iso) => `${Number(iso.slice(8, 10))} ${MONTHS[iso.slice(5, 7) - 1]}`,
  },
  month: {
    bin: (iso) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1,
    first: (bin) => `${String(Math.floor(bin / 12)).padStart(4, "0")}-${String((bin % 12) + 1).padStart(2, "0")}-01`,
    name: (iso) => `${MONTHS[iso.slice(5, 7) - 1]} ${iso.slice(0, 4)}`,
  },
  year: {
    bin: (iso) => Number(iso.slice(0, 4)),
    first: (bin) => `${String(bin).padStart(4, "0")}-01-01`,
    name: (iso) => iso.slice(0, 4),
  },
  decade: {
    bin: (iso) => Math.floor(Number(iso.slice(0, 4)) / 10),
    first: (bin) => `${String(bin).padStart(3, "0")}0-01-01`,
    name: (iso) => `${iso.slice(0, 3)}0s`,
  },
};

const isDated = (claim) => /^\d{4}-\d\d-\d\d$/.test(claim.earliest) && /^\d{4}-\d\d-\d\d$/.test(claim.latest);

function unitFor(dated) {
  const days = dated.map((claim) => dayNumber(claim.earliest)).sort((a, b) => a - b);
  const span = days[Math.ceil((days.length - 1) * 0.9)] - days[Math.floor((days.length - 1) * 0.1)];
  if (span <= 62) return UNITS.day;
  if (span <= 3 * 366) return UNITS.month;
  return span <= 80 * 366 ? UNITS.year : UNITS.decade;
}

// Bins in order, each {bin, from, to, name, brief, claims, skipped}; `spans` are periods wider than a bin, with their claims.
function binned(dated) {
  const unit = unitFor(dated);
  const bins = new Map();
  const spans = new Map();
  const add = (map, key, claim) => { if (map.has(key)) map.get(key).push(claim); else map.set(key, [claim]); };
  for (const claim of dated) {
    const [first, last] = [unit.bin(claim.earliest), unit.bin(claim.latest)];
    if (first === last) add(bins, first, claim);
    else add(spans, `${claim.earliest}/${claim.latest}`, claim);
  }
  const out = [];
  let before = null;
  for (const bin of [...bins.keys()].sort((a, b) => a - b)) {
    if (before !== null && bin - before <= 4) for (let empty = before + 1; empty < bin; empty += 1) out.push(binOf(unit, empty, [], 0));
    out.push(binOf(unit, bin, bins.get(bin), before !== null && bin - before > 4 ? bin - before - 1 : 0));
    before = bin;
  }
  return { bins: out, spans: [...spans].map(([key, list]) => ({ from: key.slice(0, 10), to: key.slice(11), claims: list })) };
}

function binOf(unit, bin, list, skipped) {
  const from = unit.first(bin);
  const to = isoOf(dayNumber(unit.first(bin + 1)) - 1);
  return { bin, from, to, name: unit.name(from), brief: (unit.brief || unit.name)(from), claims: list, skipped };
}
