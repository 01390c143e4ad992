// The pane beside the list: one claim, its facts, and its article with its words marked.

const pane = {
  element: make("article", { class: "pane", "aria-label": "The claim in its article", tabindex: "-1" }),
  claim: null,
  cluster: null, // where claims are compared: whose claims are looked at
  back: null, // leads back from a claim to its cluster
};
let closed = () => {};

function hint(words = "Pick a claim to see it in its article.") {
  pane.claim = pane.cluster = pane.back = null;
  pane.element.replaceChildren(make("p", { class: "note" }, words));
  pane.element.classList.remove("open");
}

// Show a claim; `point` is told when another one is picked here.
function openClaim(claim, point) {
  const article = articles[claim.article];
  const go = (other) => { point(other); openClaim(other, point); };
  pane.claim = claim;
  const text = make("div", { class: "text" }, markedText(article, claim, go));
  pane.element.replaceChildren(steps(article, claim, go), head(article), facts(claim), text);
  pane.element.classList.add("open");
  const here = text.querySelector(".here") || text.querySelector("mark");
  if (!here) return;
  // on a screen where the pane lies over the list, the facts come first
  const top = here.offsetTop - pane.element.clientHeight / 3;
  pane.element.scrollTop = top < pane.element.clientHeight / 2 ? 0 : top;
}

function steps(article, claim, go) {
  const step = (by, label, sign) => {
    const other = article.claims[claim.number - 1 + by];
    return make("button", { type: "button", "aria-label": label, title: label, disabled: !other, onclick: () => { go(other); focusStep(label); } }, sign);
  };
  const close = make("button", { type: "button", class: "close", onclick: () => { hint(); closed(); } }, "Close");
  return make("div", { class: "steps" },
    pane.back ? make("button", { type: "button", class: "back", onclick: () => pane.back() }, "‹ All who say it") : null,
    step(-1, "Previous claim of this article", "‹"),
    make("span", {}, `Claim ${claim.number} of ${article.claims.length}`),
    step(1, "Next claim of this article", "›"), close);
}

function focusStep(label) {
  [...pane.element.querySelectorAll(".steps button")].find((button) => button.title === label && !button.disabled)?.focus();
}

function head(article) {
  const known = [article.publisher, article.author, article.published, titleOf(article) === article.path ? "" : article.path].filter(Boolean);
  const title = titleOf(article);
  return make("header", {},
    make("h2", {}, isWeb(article.url)
      ? make("a", { href: article.url, rel: "noopener noreferrer", target: "_blank" }, isolated(title))
      : isolated(title)),
    make("p", { class: "known" }, known.flatMap((fact, i) => [i ? " · " : "", isolated(fact)]),
      article.excerpt ? " · excerpt: the sentences that claims rest on" : ""));
}

function facts(claim) {
  const open = (filter, id) => make("button", { type: "button", class: "name", title: "All its claims", onclick: () => setFilters({ [filter]: id }, true) }, isolated(nameOf(id)));
  const list = (filter, ids) => ids.flatMap((id, i) => [i ? ", " : "", open(filter, id)]);
  const dates = claim.earliest && claim.earliest !== claim.latest ? ` (${claim.earliest} to ${claim.latest})` : "";
  const rows = [
    ["actor", claim.actors.length ? list("about", claim.who) : "–"],
    ["action", [isolated(action(claim)), " ", badge(claim)]],
    ["target", claim.targets.length ? list("about", claim.whom) : "–"],
    ["source", claim.sources.length ? claim.sources.flatMap((id, i) => [i ? ", via " : "", open("source", id), claim.denied && !i ? " (denied)" : ""]) : "the article itself"],
    partOf(claim, "date") ? ["date", [isolated(day(claim)), dates]] : null,
    ["sure", `${claim.confidence}%`],
  ];
  return make("dl", {}, rows.filter(Boolean).map(([term, value]) => [make("dt", { class: term }, term), make("dd", {}, value)]));
}
