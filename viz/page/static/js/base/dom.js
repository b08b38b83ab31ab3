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

/** A text node; whatever is not text becomes it. */
export function text(value) {
  return document.createTextNode(value === null || value === undefined ? "" : String(value));
}

/** Put children into a node: nodes, text, numbers, lists of them; nothing (null, undefined, false) is left out. */
export function append(node, ...children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    node.appendChild(typeof child === "object" ? child : text(child));
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

/** Take everything out of a node. */
export function clear(node) {
  while (node.firstChild) node.removeChild(node.firstChild);
  return node;
}

/** What a node holds becomes these children. */
export function refill(node, ...children) {
  return append(clear(node), ...children);
}

/**
 * Listen, and give back what stops it. With a selector the listener hears events of the descendants that match
 * it, and gets the matching element as its second argument.
 */
export function on(node, type, ...rest) {
  const [selector, listener] = rest.length > 1 ? rest : [null, rest[0]];
  const heard =
    selector === null
      ? listener
      : (event) => {
          const found = event.target.closest?.(selector);
          if (found && node.contains(found)) listener(event, found);
        };
  node.addEventListener(type, heard);
  return () => node.removeEventListener(type, heard);
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

/** Read a sentence to whoever listens: `#live` is the page's polite live region. */
export function announce(sentence) {
  const live = byId("live");
  if (live) live.textContent = sentence;
}
