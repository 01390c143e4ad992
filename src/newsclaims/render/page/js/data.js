// The data block unfolded: see render/page/pack.py for its form.

const raw = JSON.parse(byId("data").textContent);
const STATUSES = raw.statuses;
const ITSELF = -1; // as a source: the article's own voice
const ANYBODY = -2; // as a source: anybody but that
const articles = raw.articles.map((article, id) => ({ ...article, id, claims: [] }));
const claims = raw.claims.map(unfold);
raw.claims = null;

function unfold(row, id) {
  const [article, actors, targets, sources, status, confidence, date, start, length, flat, denied] = row;
  const parts = [];
  for (let i = 0; i < flat.length; i += 3) {
    const from = start + flat[i + 1];
    parts.push({ role: raw.roles[flat[i]], start: from, end: from + flat[i + 2] });
  }
  const claim = {
    id, article, actors, targets, sources, status, confidence, parts, denied, start, end: start + length,
    earliest: date[0] || "", latest: date[date.length > 1 ? 1 : 0] || "", value: date[date.length > 1 ? 2 : 0] || "",
    // the members of a compound, or the one there is
    who: actors.length > 1 ? actors.slice(1) : actors,
    whom: targets.length > 1 ? targets.slice(1) : targets,
    hay: "",
  };
  articles[article].claims.push(claim);
  claim.number = articles[article].claims.length;
  return claim;
}

const nameOf = (id) => (id === ITSELF ? "the article itself" : id === ANYBODY ? "anybody" : raw.names[id][0]);
const isNamed = (id) => raw.names[id][1] === 1;
// A file without a title goes by its own name, where no other file has that too.
const fileOf = (article) => article.path.split(/[\\/]/).pop() || article.path;
const twice = new Set(articles.map(fileOf).filter((name, i, all) => all.indexOf(name) !== i));
const titleOf = (article) => article.title || (twice.has(fileOf(article)) ? article.path : fileOf(article));
const textOf = (claim, part) => oneLine(articles[claim.article].text.slice(part.start, part.end));
const partOf = (claim, role) => claim.parts.find((part) => part.role === role);

function action(claim) {
  const part = partOf(claim, "action");
  return part ? textOf(claim, part) : "";
}

function day(claim) {
  if (/^\d{4}/.test(claim.value)) return claim.value;
  if (/^\d{3}$/.test(claim.value)) return `${claim.value}0s`;
  const part = partOf(claim, "date");
  return part ? textOf(claim, part) : "";
}

const says = (claim) => (claim.denied ? "denied by" : "says");
const saidBy = (claim) => claim.sources.map(nameOf).join(", via ");

// The claim in one line, for those who hear the page, and for titles.
function sentence(claim) {
  const who = claim.actors.length ? nameOf(claim.actors[0]) : "";
  const whom = claim.targets.length ? nameOf(claim.targets[0]) : "";
  const said = claim.sources.length ? `, ${says(claim)} ${saidBy(claim)}` : "";
  const status = claim.status ? `, ${STATUSES[claim.status]}` : "";
  const date = partOf(claim, "date") ? `, ${day(claim)}` : "";
  return `${[who, action(claim), whom].filter(Boolean).join(" – ")}${said}${status}${date}`;
}

// What a search looks through; made when it is first needed.
function hay(claim) {
  if (!claim.hay) {
    const names = [...claim.actors, ...claim.targets, ...claim.sources].map(nameOf).join(" ");
    const article = articles[claim.article];
    const words = article.text.slice(claim.start, claim.end);
    claim.hay = folded(`${names} ${words} ${action(claim)} ${titleOf(article)} ${article.publisher || ""}`.replace(/\s+/g, " "));
  }
  return claim.hay;
}

// Make them ahead while nothing else is to be done, so that the first search need not wait.
function makeHay(from = 0) {
  window.requestIdleCallback?.((idle) => {
    let next = from;
    while (next < claims.length && idle.timeRemaining() > 2) hay(claims[next++]);
    if (next < claims.length) makeHay(next);
  });
}
