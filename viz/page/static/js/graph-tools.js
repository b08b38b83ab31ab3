// The tools over the picture: layout, tracks, kinds of lines, zoom.

import { el, refill } from "./dom.js";
import { EDGE_KINDS } from "./graph-model.js";

const LAYOUT_NAMES = { lanes: "Lanes", shells: "Shells" };

/** The tools over the picture. `acts` are `{zoom(factor), full(), whole()}`; `kinds` is the set of lines shown. */
export function graphTools(store, kinds, acts, changed) {
  const layouts = Object.entries(LAYOUT_NAMES).map(([id, words]) =>
    el("button", { type: "button", "data-layout": id, onclick: () => store.set({ layout: id }) }, words),
  );
  const track = el("select", { autocomplete: "off" });
  track.addEventListener("change", () => store.set({ selected: track.value || null }));
  const zoom = (label, words, act) =>
    el("button", { type: "button", "aria-label": label, title: label, onclick: act }, words);
  return {
    element: el("div", { class: "tools", role: "group", "aria-label": "The picture" }, [
      el("div", { class: "buttons", role: "group", "aria-label": "Layout" }, layouts),
      el("label", { class: "field" }, "Highlight a track", track),
      kindsOfLines(kinds, changed),
      el("div", { class: "buttons push", role: "group", "aria-label": "Zoom" }, [
        zoom("Nearer", "+", () => acts.zoom(1.25)),
        zoom("Farther", "−", () => acts.zoom(0.8)),
        zoom("100 %, full size", "100 %", acts.full),
        zoom("Fit everything", "Fit", acts.whole),
      ]),
    ]),
    renew(state, view) {
      for (const one of layouts) one.setAttribute("aria-pressed", String(one.dataset.layout === state.layout));
      const options = view.tracks.map(({ id, name }) => el("option", { value: id }, name));
      refill(track, el("option", { value: "" }, "none"), options);
      track.value = view.tracks.some(({ id }) => id === state.selected) ? state.selected : "";
    },
  };
}

function kindsOfLines(kinds, changed) {
  const boxes = EDGE_KINDS.map(([id, words]) => {
    const check = el("input", { type: "checkbox" });
    check.checked = kinds.has(id);
    check.addEventListener("change", () => {
      if (check.checked) kinds.add(id);
      else kinds.delete(id);
      changed();
    });
    return el("label", { class: "choice" }, check, words);
  });
  return el(
    "details",
    { class: "lines" },
    el("summary", null, "Lines"),
    el("fieldset", null, el("legend", { class: "unseen" }, "Lines that are shown"), boxes),
  );
}
