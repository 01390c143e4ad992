// The filters at the side: for each a list of choices, how many claims each has, and a field to find one.

const FEW = 6;

function facet(name, title, valuesOf) {
  const box = make("ul", { class: "choices" });
  const more = make("button", { type: "button", class: "more" }, "more");
  const find = make("input", { type: "search", "aria-label": `Find: ${title}`, placeholder: "find", autocomplete: "off", spellcheck: "false" });
  const element = make("fieldset", { class: "facet" }, make("legend", {}, title), find, box, more);
  let counts = new Map();
  let limit = FEW;

  const nameFor = (id) => (name === "article" ? titleOf(articles[id]) : nameOf(id));

  function paint() {
    const sought = folded(find.value.trim());
    const all = [...counts].filter(([id]) => !sought || folded(nameFor(id)).includes(sought));
    all.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    box.replaceChildren(...all.slice(0, limit).map(([id, count]) => {
      const pressed = filters[name] === id;
      return make("li", {}, make("button", {
        type: "button", "aria-pressed": pressed, title: nameFor(id), onclick: () => setFilters({ [name]: pressed ? null : id }),
      }, isolated(nameFor(id)), make("span", { class: "count" }, count.toLocaleString("en"))));
    }));
    more.hidden = all.length <= limit;
    more.textContent = `${(all.length - limit).toLocaleString("en")} more`;
    find.hidden = counts.size <= FEW && !sought;
    element.hidden = counts.size === 0;
  }

  find.addEventListener("input", paint);
  more.addEventListener("click", () => { limit += 30; paint(); });
  return {
    element,
    show(list) {
      counts = new Map();
      for (const claim of list) for (const id of valuesOf(claim)) counts.set(id, (counts.get(id) || 0) + 1);
      paint();
    },
  };
}

const FACETS = {
  source: facet("source", "Who says so", (claim) => (claim.sources.length ? unique(claim.sources) : [ITSELF])),
  actor: facet("actor", "Who acts", (claim) => unique(claim.who)),
  target: facet("target", "On whom, or what", (claim) => unique(claim.whom)),
  article: facet("article", "Article", (claim) => [claim.article]),
};

function statusBoxes() {
  const boxes = STATUSES.map((status, number) => {
    const input = make("input", { type: "checkbox", id: `status-${number}`, onchange: changed });
    const count = make("span", { class: "count" });
    return { input, count, element: make("label", {}, input, make("span", { class: `badge s${number}` }, status), count) };
  });
  function changed() {
    setFilters({ statuses: boxes.map((box, number) => (box.input.checked ? number : "")).join("") });
  }
  byId("statuses").replaceChildren(...boxes.map((box) => box.element));
  return (list) => {
    const counts = STATUSES.map(() => 0);
    for (const claim of list) counts[claim.status] += 1;
    boxes.forEach((box, number) => {
      box.count.textContent = counts[number].toLocaleString("en");
      box.input.checked = filters.statuses.includes(String(number));
    });
  };
}
