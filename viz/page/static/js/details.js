// The panel: everything that is known of what is selected.

import { aboutSelected, actionsFor } from "./details-parts.js";
import { detailsText } from "./details-text.js";
import { announce, byId, el, isRead, on, refill, whenRead } from "./dom.js";
import { createKnown, whatIs } from "./known.js";
import { toggled, viewOf } from "./state.js";
import { copyText } from "./takeaway.js";

/** The panel in its place. It follows `selected`; closing it gives the focus back to where it was opened from. */
export function mountDetails(panel, store) {
  const known = createKnown();
  let opener = null;

  function content(about, { selected }) {
    if (panel.getAttribute("aria-busy") === "true") return stillReading();
    return about ? aboutSelected(about, store, known) : unknownHere(selected);
  }

  function show(state, isNew) {
    if (panel.hidden && !state.selected) return;
    const view = viewOf(store);
    const hadFocus = panel.contains(document.activeElement);
    const focused = hadFocus ? placeOfFocus(panel) : -1;
    const top = panel.scrollTop;
    if (isNew && !hadFocus) opener = document.activeElement;
    panel.hidden = !state.selected;
    document.body.classList.toggle("with-panel", !panel.hidden);
    if (panel.hidden) {
      refill(panel);
      if (hadFocus) giveBack(opener);
      return;
    }
    const about = view ? whatIs(state.selected, view, known) : null;
    panel.setAttribute("aria-busy", String(!isRead()));
    refill(panel, head(about, state), content(about, state));
    panel.scrollTop = isNew ? 0 : top;
    if (isNew && !hadFocus && opener?.matches("select")) {
      // Whoever walks through the options of a list is not taken away from it.
      announce(`Details of ${about?.name ?? state.selected} are shown.`);
    } else if (isNew) byId("heading-details").focus({ preventScroll: true });
    else panel.querySelectorAll(FOCUSABLE)[focused]?.focus({ preventScroll: true });
  }

  store.subscribe((state, before) => {
    const isNew = state.selected !== before.selected;
    const isOther = ["country", "script", "off", "on"].some((key) => state[key] !== before[key]);
    if (isNew || (isOther && state.selected)) show(state, isNew);
    else if (state.view !== before.view) renewActions(panel, store, known);
  });
  act(panel, store, known);
  show(store.get(), false);
  if (!isRead()) whenRead(() => show(store.get(), false));
}

/** Another view is shown: of all that stands in the panel, only where it leads to is other than before. */
function renewActions(panel, store, known) {
  const actions = panel.querySelector("[data-actions]");
  if (!actions) return;
  const hadFocus = actions.contains(document.activeElement);
  const renewed = actionsFor(whatIs(store.get().selected, viewOf(store), known), store);
  actions.replaceWith(renewed);
  if (hadFocus) renewed.querySelector("button").focus({ preventScroll: true });
}

const FOCUSABLE = "button, a[href], input, summary, [tabindex]";

function placeOfFocus(panel) {
  return [...panel.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement);
}

/** The focus back to where it came from, where that can still be seen. */
function giveBack(opener) {
  const isThere = opener?.isConnected && opener !== document.body && opener.getClientRects().length > 0;
  const target = isThere ? opener : document.querySelector("section[data-view]:not([hidden]) h2[tabindex]");
  target?.focus({ preventScroll: true });
}

function head(about, state) {
  return el(
    "header",
    null,
    el("h2", { id: "heading-details", tabindex: "-1" }, el("bdi", null, about?.name ?? state.selected)),
    el(
      "button",
      {
        type: "button",
        class: "plain",
        "data-do": "close",
        "aria-label": "Close the details",
        title: "Close (Escape)",
      },
      "×",
    ),
  );
}

function stillReading() {
  return el("p", { class: "note" }, "The page is still being read. What it says of this is shown in a moment.");
}

function unknownHere(id) {
  return [
    el("p", null, "Under this country and script nothing is recorded with this id."),
    el("p", { class: "id" }, id),
  ];
}

// What the buttons in it do

function act(panel, store, known) {
  const acts = {
    close: () => store.set({ selected: null }),
    off: (id) => store.set({ off: toggled(store.get().off, id) }),
    on: (id) => store.set({ on: toggled(store.get().on, id) }),
    view: (name) => store.set({ view: name }),
    select: (id) => store.set({ selected: id }),
    copy: (_, button) => copyDetails(panel, store, known, button),
  };
  on(panel, "click", "[data-do]", (_, button) => acts[button.dataset.do]?.(button.dataset.id, button));
}

async function copyDetails(panel, store, known, button) {
  const view = viewOf(store);
  const about = whatIs(store.get().selected, view, known);
  const words = detailsText(about, store, known);
  if (await copyText(words)) {
    announce("Copied.");
    button.classList.add("done");
    setTimeout(() => button.classList.remove("done"), 2000);
    return;
  }
  const field =
    panel.querySelector("textarea") ?? el("textarea", { readonly: true, rows: 8, "aria-label": "The details as text" });
  field.value = words;
  button.after(field);
  field.select();
  announce("The browser does not let the page copy. The text is selected: copy it with the keyboard.");
}
