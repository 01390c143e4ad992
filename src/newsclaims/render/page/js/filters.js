// Which claims are looked at: one value for each filter, and what they leave.

const EMPTY = { q: "", statuses: "", actor: null, target: null, about: null, source: null, article: null, from: "", to: "" };
let filters = { ...EMPTY };
let words = [];
const listeners = [];

// How a claim is tested; "statuses" is a text of digits, one for each status that is wanted.
const TESTS = {
  q: (claim) => words.every((word) => hay(claim).includes(word)),
  statuses: (claim, wanted) => wanted.includes(String(claim.status)),
  actor: (claim, id) => claim.who.includes(id) || claim.actors.includes(id),
  target: (claim, id) => claim.whom.includes(id) || claim.targets.includes(id),
  about: (claim, id) => TESTS.actor(claim, id) || TESTS.target(claim, id),
  source: (claim, id) =>
    id === ITSELF ? !claim.sources.length : id === ANYBODY ? claim.sources.length > 0 : claim.sources.includes(id),
  article: (claim, id) => claim.article === id,
  from: (claim, date) => claim.latest >= date && claim.latest !== "",
  to: (claim, date) => claim.earliest <= date && claim.earliest !== "",
};

const LABELS = {
  q: (value) => `“${value}”`,
  statuses: (value) => [...value].map((digit) => STATUSES[digit]).join(" or "),
  actor: (id) => `actor: ${nameOf(id)}`,
  target: (id) => `target: ${nameOf(id)}`,
  about: (id) => `about: ${nameOf(id)}`,
  source: (id) => `says: ${nameOf(id)}`,
  article: (id) => `in: ${clipped(titleOf(articles[id]), 40)}`,
  from: (date) => `from ${date}`,
  to: (date) => `to ${date}`,
};

const inUse = () => Object.keys(EMPTY).filter((name) => filters[name] !== EMPTY[name]);

// The claims that pass all filters; and for each filter those that pass all others, which its choices are counted from.
function sift() {
  const used = inUse();
  const left = [];
  const without = Object.fromEntries(used.map((name) => [name, []]));
  for (const claim of claims) {
    let failed = null;
    let failures = 0;
    for (const name of used) {
      if (TESTS[name](claim, filters[name])) continue;
      failed = name;
      failures += 1;
      if (failures > 1) break;
    }
    if (failures === 0) left.push(claim);
    else if (failures === 1) without[failed].push(claim);
  }
  return { left, choices: (name) => (without[name] ? left.concat(without[name]) : left) };
}

// Change some filters; with `only`, drop the others.
function setFilters(changes, only = false) {
  filters = { ...(only ? EMPTY : filters), ...changes };
  words = folded(filters.q).split(" ").filter(Boolean);
  for (const listener of listeners) listener();
}

function onFilter(listener) {
  listeners.push(listener);
}
