// Making elements. Texts go in as text: nothing here or elsewhere in the page reads HTML.

const SVG = "http://www.w3.org/2000/svg";

const byId = (id) => document.getElementById(id);

// make("button", {class: "chip", onclick: f, "aria-label": "…"}, "text", element, …)
function make(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

function draw(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

// A name or other text of an article, kept apart from the direction of what surrounds it.
const isolated = (text, attributes = {}) => make("bdi", attributes, text);

const plural = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;

const clipped = (text, length) => (text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text);

// Letters without accents and case, so that "sao" finds "São".
const folded = (text) => (/^[\x00-\x7f]*$/.test(text) ? text : text.normalize("NFD").replace(/\p{M}/gu, "")).toLowerCase();

const unique = (list) => (list.length > 1 ? [...new Set(list)] : list);

const oneLine = (text) => text.replace(/\s+/g, " ").trim();

// A link is only made of what leads to the web; "javascript:" stays text.
const isWeb = (url) => /^https?:\/\/[^\s]+$/i.test(url || "");

// Call a function once things have settled, however often it is asked for.
function settled(action, milliseconds) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(action, milliseconds);
  };
}
