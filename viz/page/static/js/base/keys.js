// The keys that work everywhere on the page, and the list of all keys.

import { buttonFor, byId, el } from "./dom.js";
import { say } from "./words.js";

const KEYS = { search: "/", list: "?", escape: "Escape", tab: "Tab", arrows: "← ↑ → ↓", enter: "Enter", zoom: "+ − 0" };

/** Listen. The single keys can be switched off in the list of keys, for those who speak to their computer. */
export function listenToKeys(store) {
  const single = el("input", { type: "checkbox" });
  single.checked = true;
  const dialog = keyDialog(single);
  document.body.appendChild(dialog);
  byId("keys-button")?.addEventListener("click", () => dialog.showModal());

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
    el("h2", { id: "heading-keys" }, say("page.keys")),
    el(
      "dl",
      null,
      Object.entries(KEYS).map(([what, key]) =>
        el("div", null, el("dt", null, el("kbd", null, key)), el("dd", null, say(`page.keys.${what}`))),
      ),
    ),
    el("p", null, el("label", null, single, say("page.keys.single"))),
    el(
      "p",
      null,
      buttonFor(say("page.close"), ({ currentTarget }) => currentTarget.closest("dialog").close(), {
        "data-close": true,
      }),
    ),
  );
}
