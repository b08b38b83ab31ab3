// The keys that work everywhere on the page, and the list of all keys.

import { byId, el, on } from "./dom.js";

const KEYS = [
  ["/", "to the search"],
  ["?", "this list"],
  ["Escape", "closes what is open: the list, the details"],
  ["Tab", "from control to control"],
  ["arrows", "in the graph to the nearest node, in the matrix from cell to cell, in lists from line to line"],
  ["Enter", "shows what is known of it"],
  ["+ − 0", "in the graph: nearer, farther, everything"],
];

/** Listen. The single keys can be switched off in the list of keys, for those who speak to their computer. */
export function listenToKeys(store) {
  const single = el("input", { type: "checkbox" });
  single.checked = true;
  const dialog = keyDialog(single);
  document.body.appendChild(dialog);
  byId("keys-button")?.addEventListener("click", () => dialog.showModal());
  on(dialog, "click", "[data-close]", () => dialog.close());

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || dialog.open) return;
    if (event.key === "Escape") leave(store);
    if (!single.checked || isWriting(event.target)) return;
    if (event.key === "/") {
      event.preventDefault();
      byId("search-field")?.focus();
    }
    if (event.key === "?") dialog.showModal();
  });
}

/** What is open closes, one thing at a time. */
function leave(store) {
  const { selected, query } = store.get();
  if (selected) store.set({ selected: null });
  else if (query) store.set({ query: "" });
}

function isWriting(target) {
  return target.matches?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]") ?? false;
}

function keyDialog(single) {
  return el(
    "dialog",
    { class: "keys", "aria-labelledby": "heading-keys" },
    el("h2", { id: "heading-keys" }, "Keys"),
    el(
      "dl",
      null,
      KEYS.map(([key, what]) => el("div", null, el("dt", null, el("kbd", null, key)), el("dd", null, what))),
    ),
    el("p", null, el("label", null, single, "/ and ? work as single keys")),
    el("p", null, el("button", { type: "button", "data-close": true }, "Close")),
  );
}
