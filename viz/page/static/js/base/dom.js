// Tiny helpers to build a page out of elements. Nothing here ever takes text for markup.

const HARMLESS = /^(#|https?:|blob:|mailto:)/i;

function assign(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) {
    // Code comes as a function or not at all: the text of an attribute may come from the data.
    if (typeof value !== "function") throw new TypeError(`${name} wants a function`);
    node.addEventListener(name.slice(2), value);
  } else if ((name === "href" || name === "src") && !HARMLESS.test(String(value).trim())) {
    throw new TypeError(`${name} wants a link that runs nothing`);
  } else if (name === "srcdoc" || name === "style") {
    throw new TypeError(`${name} is not set from here`);
  } else {
    node.setAttribute(name, value === true ? "" : String(value));
  }
}

/** Put children into a node: nodes, text, numbers, lists of them; nothing (null, undefined, false) is left out. */
export function append(node, ...children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) node.append(child);
  }
  return node;
}

/**
 * An element: `el("button", { type: "button", class: "tool", onclick: run }, "Copy")`.
 *
 * Attributes that are null, undefined or false are left out, true ones stand empty, `on…` are listeners.
 */
export function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) assign(node, name, value);
  return append(node, ...children);
}

/** A button and what it does; `more` are its other attributes. */
export function buttonFor(content, onclick, more) {
  return el("button", { type: "button", onclick, ...more }, content);
}

/** A list; `name` is its class. */
export function listOf(name, items, tag = "ul") {
  const listed = items.map((item) => el("li", null, item));
  return el(tag, { class: name }, listed);
}

/** Terms and what is said of each: `[[term, content]]`. */
export function termsOf(pairs) {
  const listed = pairs.map(([term, content]) => [el("dt", null, term), el("dd", null, content)]);
  return el("dl", null, listed);
}

/** A table; the first of what stands in a row heads it, the others are its cells. */
export function tableOf(name, caption, heads, rows) {
  const head = heads.map((words) => el("th", { scope: "col" }, words));
  const body = rows.map(([first, ...cells]) => el("tr", null, el("th", { scope: "row" }, first), cells));
  const parts = [el("caption", null, caption), el("thead", null, el("tr", null, head)), el("tbody", null, body)];
  return el("table", { class: name }, parts);
}

/** What is folded away under its summary. */
export function folding(name, summary, ...content) {
  return el("details", { class: name }, el("summary", null, summary), content);
}

/** The buttons and fields over something, as a group of this name. */
export function toolRow(label, ...content) {
  return el("div", { class: "tools", role: "group", "aria-label": label }, content);
}

/** What a node holds becomes these children. */
export function refill(node, ...children) {
  node.replaceChildren();
  return append(node, ...children);
}

/** Listen to the descendants that match a selector; the listener also gets the element that does. */
export function on(node, type, selector, listener) {
  node.addEventListener(type, (event) => {
    const found = event.target.closest?.(selector);
    if (found && node.contains(found)) listener(event, found);
  });
}

/** The element of an id, or null. Ids come from the data, so no selector is ever made of them. */
export function byId(id) {
  return document.getElementById(id);
}

/** Whether the whole page has been read. Scripts run before that: the long sections stand behind them. */
export function isRead() {
  return document.readyState !== "loading";
}

/** Run once the whole page has been read, at once where it has been. */
export function whenRead(run) {
  if (isRead()) run();
  else document.addEventListener("DOMContentLoaded", () => run(), { once: true });
}

/** A copy of what an element holds, without the ids in it: an id stands once in a page. */
export function copyOf(node) {
  const copy = node.cloneNode(true);
  for (const one of [copy, ...copy.querySelectorAll("[id]")]) one.removeAttribute("id");
  return copy;
}

/** Run later, once, however often it was asked for in between. */
export function soon(run, milliseconds = 120) {
  let timer = null;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => run(...given), milliseconds);
  };
}

/** Say how much is shown in a line over it; also aloud where that is other than before. */
export function tellCount(line, said, isSpoken = true) {
  if (isSpoken && line.textContent && line.textContent !== said) announce(said);
  line.textContent = said;
}

/** Read a sentence to whoever listens: `#live` is the page's polite live region. */
export function announce(sentence) {
  const live = byId("live");
  if (live) live.textContent = sentence;
}
