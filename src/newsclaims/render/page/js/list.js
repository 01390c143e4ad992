// A list of any length: only the rows in sight are in the page.

const BEYOND = 8; // rows kept above and below what is seen

// A listbox over `items()`; `row(item)` gives what stands in a row, `chosen(item)` is told what was picked.
function virtualList(label, { row, describe, chosen }) {
  const runway = make("div", { class: "runway" });
  const box = make("div", { class: "list", role: "listbox", tabindex: "0", "aria-label": label }, runway);
  let items = [];
  let current = -1;
  let height = 0;
  let shown = new Map();

  function measure() {
    height = parseFloat(getComputedStyle(box).getPropertyValue("--row")) || 64;
    runway.style.height = `${items.length * height}px`;
  }

  function paint() {
    if (!box.clientHeight) return;
    const first = Math.max(0, Math.floor(box.scrollTop / height) - BEYOND);
    const last = Math.min(items.length, Math.ceil((box.scrollTop + box.clientHeight) / height) + BEYOND);
    const next = new Map();
    for (let index = first; index < last; index += 1) {
      next.set(index, shown.get(index) || option(index));
    }
    for (const [index, element] of shown) if (!next.has(index)) element.remove();
    for (const element of next.values()) if (!element.isConnected) runway.append(element);
    shown = next;
  }

  function option(index) {
    const element = make("div", {
      class: "row", role: "option", id: `${label}-${index}`.replace(/\W/g, "-"), "aria-selected": index === current,
      "aria-posinset": index + 1, "aria-setsize": items.length, "aria-label": describe(items[index]),
      onclick: () => choose(index),
    }, row(items[index]));
    element.style.top = `${index * height}px`;
    return element;
  }

  function mark(index) {
    shown.get(current)?.setAttribute("aria-selected", "false");
    current = index;
    if (index < 0) return box.removeAttribute("aria-activedescendant");
    const top = index * height;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + height > box.scrollTop + box.clientHeight) box.scrollTop = top + height - box.clientHeight;
    paint();
    const element = shown.get(index);
    if (!element) return undefined;
    element.setAttribute("aria-selected", "true");
    return box.setAttribute("aria-activedescendant", element.id);
  }

  function choose(index) {
    mark(index);
    chosen(items[index]);
  }

  box.addEventListener("scroll", () => requestAnimationFrame(paint), { passive: true });
  new ResizeObserver(() => { shown.forEach((element) => element.remove()); shown = new Map(); measure(); paint(); }).observe(box);
  box.addEventListener("keydown", (event) => {
    const page = Math.max(1, Math.floor(box.clientHeight / height) - 1);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -items.length, End: items.length };
    if (event.key === "Enter" || event.key === " ") {
      if (current >= 0) chosen(items[current], true);
    } else if (event.key in steps && items.length) {
      choose(Math.min(items.length - 1, Math.max(0, current + steps[event.key])));
    } else {
      return;
    }
    event.preventDefault();
  });

  return {
    element: box,
    show(list) {
      shown.forEach((element) => element.remove());
      shown = new Map();
      items = list;
      current = -1;
      box.scrollTop = 0;
      measure();
      paint();
    },
    // Mark an item as the one looked at, without telling anybody.
    point(item) {
      mark(items.indexOf(item));
    },
  };
}
