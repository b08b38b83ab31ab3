// The panel: everything that is known of what is selected.

import { announce, buttonFor, byId, el, on, refill } from "../base/dom.js";
import { copyOrShow } from "../base/export.js";
import { whatIs } from "../base/known.js";
import { differs, toggled, viewOf } from "../base/state.js";
import { say } from "../base/words.js";
import { aboutSelected, actionsFor } from "./parts.js";
import { detailsText } from "./text.js";

/** The panel in its place. It follows `selected`; closing it gives the focus back to where it was opened from. */
export function mountDetails(panel, store) {
  let opener = null;

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
    const about = view ? whatIs(state.selected, view) : null;
    refill(panel, head(about, state), about ? aboutSelected(about, store) : unknownHere(state.selected));
    panel.scrollTop = isNew ? 0 : top;
    if (isNew && !hadFocus && opener?.matches("select")) {
      // Whoever walks through the options of a list is not taken away from it.
      announce(say("page.details.shown", { name: about?.name ?? state.selected }));
    } else if (isNew) byId("heading-details").focus({ preventScroll: true });
    else panel.querySelectorAll(FOCUSABLE)[focused]?.focus({ preventScroll: true });
  }

  store.subscribe((state, before) => {
    const isNew = state.selected !== before.selected;
    const isOther = differs(state, before, ["country", "script", "off", "on"]);
    if (isNew || (isOther && state.selected)) show(state, isNew);
    else if (state.view !== before.view) renewActions(panel, store);
  });
  act(panel, store);
  show(store.get(), false);
}

/** Another view is shown: of all that stands in the panel, only where it leads to is other than before. */
function renewActions(panel, store) {
  const actions = panel.querySelector("[data-actions]");
  if (!actions) return;
  const hadFocus = actions.contains(document.activeElement);
  const renewed = actionsFor(whatIs(store.get().selected, viewOf(store)), store);
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
  const more = { class: "plain", "data-do": "close", "aria-label": say("page.details.close") };
  return el(
    "header",
    null,
    el("h2", { id: "heading-details", tabindex: "-1" }, el("bdi", null, about?.name ?? state.selected)),
    buttonFor("×", null, { ...more, title: say("page.details.close-key") }),
  );
}

function unknownHere(id) {
  return [el("p", null, say("page.details.unknown")), el("p", { class: "id" }, id)];
}

// What the buttons in it do

function act(panel, store) {
  const acts = {
    close: () => store.set({ selected: null }),
    off: (id) => store.set({ off: toggled(store.get().off, id) }),
    on: (id) => store.set({ on: toggled(store.get().on, id) }),
    view: (name) => store.set({ view: name }),
    select: (id) => store.set({ selected: id }),
    copy: (_, button) => copyOrShow(detailsText(whatIs(store.get().selected, viewOf(store)), store), button),
  };
  on(panel, "click", "[data-do]", (_, button) => acts[button.dataset.do]?.(button.dataset.id, button));
}
