// A claim in words: as a row of a list, and its parts marked in a text.

function badge(claim) {
  return claim.status ? make("span", { class: `badge s${claim.status}` }, STATUSES[claim.status]) : null;
}

function whoDidWhat(claim) {
  return make(
    "div",
    { class: "what" },
    claim.actors.length ? isolated(nameOf(claim.actors[0]), { class: "actor" }) : make("span", { class: "nobody" }, "–"),
    " ",
    isolated(action(claim), { class: "action" }),
    " ",
    claim.targets.length ? isolated(nameOf(claim.targets[0]), { class: "target" }) : null,
  );
}

function claimRow(claim, dated = true) {
  const article = articles[claim.article];
  const facts = [
    claim.sources.length ? make("span", { class: "said" }, `${says(claim)} `, isolated(saidBy(claim), { class: "source" })) : null,
    badge(claim),
    dated && partOf(claim, "date") ? isolated(day(claim), { class: "date" }) : null,
    articles.length > 1 ? isolated(titleOf(article), { class: "where" }) : null,
    make("span", { class: "sure" }, `${claim.confidence}%`),
  ];
  return [whoDidWhat(claim), make("div", { class: "says" }, facts)];
}

// A stretch of an article: each sentence that claims rest on can be clicked; `claim`'s own words are marked and named.
function markedText(article, claim, pick) {
  const marked = claim.parts.filter((part) => part.role !== "cue");
  const cuts = new Set([0, article.text.length]);
  const opened = new Map();
  for (const other of article.claims) {
    cuts.add(other.start).add(other.end);
    if (!opened.has(other.start)) opened.set(other.start, other);
  }
  for (const part of marked) cuts.add(part.start).add(part.end);
  const places = [...cuts].filter((place) => place >= 0).sort((a, b) => a - b);
  const named = new Set();
  const out = [];
  let resting = null;
  let holder = null;
  for (let i = 0; i + 1 < places.length; i += 1) {
    const [start, end] = [places[i], places[i + 1]];
    const opens = opened.get(start);
    if (opens) {
      resting = opens;
      const here = claim.start <= start && start < claim.end;
      holder = make("span", { class: here ? "sentence here" : "sentence", onclick: () => pick(nextOf(opens)) });
      out.push(holder);
    }
    if (resting && start >= resting.end) resting = holder = null;
    const piece = markedPiece(article.text.slice(start, end), marked.filter((part) => part.start <= start && end <= part.end), named);
    if (holder) holder.append(piece);
    else out.push(piece);
  }
  return out;

  // clicking a sentence again goes on to its next claim
  function nextOf(first) {
    const here = article.claims.filter((other) => other.start === first.start);
    return here[(here.indexOf(claim) + 1) % here.length];
  }
}

function markedPiece(text, parts, named) {
  if (!parts.length) return document.createTextNode(text);
  const fresh = parts.filter((part) => !named.has(part));
  fresh.forEach((part) => named.add(part));
  const roles = [...new Set(parts.map((part) => part.role))];
  const label = [...new Set(fresh.map((part) => part.role))].join(", ");
  return make("mark", { class: roles.join(" ") }, label ? make("small", {}, label) : null, text);
}
