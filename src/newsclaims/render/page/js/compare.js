// The same claim across the articles: a list of clusters, and beside it who says each, who denies it, what disagrees.

const SHOWN = 10; // wordings, sources, articles: of more only the number is told

const clusters = (raw.clusters || []).map(([text, status, since, first, independent, all, wordings, sources, denials, differing], id) => {
  const of = (numbers) => numbers.map((number) => claims[number]);
  return {
    id, text: oneLine(text), status, since, first: claims[first], independent, claims: of(all),
    articles: new Set(of(all).map((claim) => claim.article)).size,
    wordings: wordings.map(([words, numbers]) => ({ text: oneLine(words), claims: of(numbers) })),
    sources: sources.map(([name, quoted, numbers]) => ({ name, quoted, claims: of(numbers) })),
    denials: denials.map(([name, words, number]) => ({ name, text: oneLine(words), claim: claims[number] })),
    differing: differing.map(([kind, values]) => ({
      kind: kind === "number" ? "figures" : "days",
      values: values.map(([words, numbers]) => ({ text: words, claims: of(numbers) })),
    })),
  };
});
raw.clusters &&= true;

const clusterList = virtualList("Claims of several articles", { row: clusterRow, describe: clusterLine, chosen: pickCluster });
const clusterSplit = make("div", { class: "split" }, clusterList.element);

function drawCompare(section, left) {
  const ids = new Set(left.map((claim) => claim.id));
  const shown = clusters.filter((cluster) => cluster.claims.some((claim) => ids.has(claim.id)));
  const disputed = shown.filter((cluster) => cluster.denials.length || cluster.differing.length).length;
  const note = raw.uncompared
    ? `Articles with more than ${raw.uncompared.toLocaleString("en")} claims are not compared here; the command “claims compare” does it.`
    : `${plural(shown.length, "claim")} of several articles, or disputed (${disputed.toLocaleString("en")}); those in most articles come first.`;
  section.replaceChildren(make("p", { class: "note" }, note), ...(shown.length ? [clusterSplit] : []));
  clusterSplit.append(pane.element);
  clusterList.show(shown);
  if (shown.includes(pane.cluster)) clusterList.point(pane.cluster);
  else hint("Pick a claim to see who makes it.");
}

function told(cluster) {
  return `${plural(cluster.articles, "article")}, ${cluster.independent.toLocaleString("en")} independent`;
}

function disputes(cluster) {
  return [cluster.denials.length ? "denied" : "", ...cluster.differing.map(({ kind }) => `${kind} disagree`)].filter(Boolean);
}

function clusterLine(cluster) {
  return [cluster.text, told(cluster), ...disputes(cluster)].join(", ");
}

function clusterRow(cluster) {
  return [
    make("div", { class: "what" }, isolated(cluster.text)),
    make("div", { class: "says" }, make("span", {}, told(cluster)),
      disputes(cluster).map((word) => make("span", { class: "badge s1" }, word)),
      cluster.since ? make("span", { class: "where" }, `since ${cluster.since}`) : null),
  ];
}

function pickCluster(cluster, enter = false) {
  openCluster(cluster);
  closed = () => clusterList.element.focus();
  if (enter) pane.element.focus();
}

// What is known of a cluster. Every claim in it opens in its article, from which a button leads back.
function openCluster(cluster) {
  const close = make("button", { type: "button", class: "close", onclick: () => { hint(); closed(); } }, "Close");
  pane.claim = null;
  pane.back = null;
  pane.cluster = cluster;
  const open = (claim) => {
    pane.back = () => { openCluster(cluster); pane.element.focus({ preventScroll: true }); };
    openClaim(claim, () => {});
    pane.element.focus({ preventScroll: true });
  };
  const link = (claim, text) => make("button", { type: "button", class: "name", title: "Show it in its article", onclick: () => open(claim) }, isolated(text));
  const where = (list) => some(list, (claim) => link(claim, placeOf(claim)));
  const part = (title, ...rows) => make("section", {}, make("h3", {}, title), make("ul", {}, rows.map((row) => make("li", {}, row))));
  pane.element.replaceChildren(
    make("div", { class: "steps" }, make("span", {}, `Told in ${told(cluster)}`), close),
    make("header", {}, make("h2", {}, isolated(cluster.text)),
      make("p", { class: "known" }, "first reported ", cluster.since ? `${cluster.since}, ` : "", link(cluster.first, placeOf(cluster.first)))),
    make("div", { class: "cluster" },
      part("Wordings", ...some(cluster.wordings, (wording) => [link(wording.claims[0], `“${wording.text}”`), make("div", { class: "known" }, where(wording.claims))])),
      cluster.sources.length ? part(`Who says so (${cluster.independent.toLocaleString("en")} independent)`,
        ...some(cluster.sources, (source) => [isolated(source.name), source.quoted ? "" : " (own voice)", make("div", { class: "known" }, where(source.claims))])) : null,
      cluster.denials.length ? part("Who denies it", ...some(cluster.denials, (denial) => [make("strong", {}, isolated(denial.name)), ": ", link(denial.claim, denial.text)])) : null,
      cluster.differing.map(({ kind, values }) => part(kind === "figures" ? "Figures that disagree" : "Days that disagree",
        ...some(values, (value) => [make("strong", {}, isolated(value.text)), make("div", { class: "known" }, where(value.claims))])))));
  pane.element.classList.add("open");
  pane.element.scrollTop = 0;
}

// The first of a list as elements, and how many more there are.
function some(list, element) {
  const made = list.slice(0, SHOWN).map(element);
  if (list.length > SHOWN) made.push(`and ${(list.length - SHOWN).toLocaleString("en")} more`);
  return made;
}

function placeOf(claim) {
  const article = articles[claim.article];
  return [titleOf(article), article.publisher, article.published].filter(Boolean).join(", ");
}
