// The tools over the picture: layout, routes, kinds of lines, zoom.

import { buttonFor, el, folding, refill, toolRow } from "../base/dom.js";
import { layoutsIn } from "../base/state.js";
import { say } from "../base/words.js";

/** The tools over the picture. `acts` are `{zoom(factor), full(), whole()}`; `kinds` is the set of lines shown. */
export function graphTools(store, kinds, acts, changed) {
  const layouts = layoutsIn(store.data).map((id) =>
    buttonFor(say(`page.layout.${id}`), () => store.set({ layout: id }), { "data-layout": id }),
  );
  const route = el("select", { autocomplete: "off" });
  route.addEventListener("change", () => store.set({ selected: route.value || null }));
  const zoom = (label, words, act) => buttonFor(words, act, { "aria-label": label, title: label });
  return {
    element: toolRow(
      say("page.graph.tools"),
      el("div", { class: "buttons", role: "group", "aria-label": say("page.graph.layout") }, layouts),
      el("label", { class: "field" }, say("page.graph.route"), route),
      kindsOfLines(store.data.edge_kinds, kinds, changed),
      el("div", { class: "buttons push", role: "group", "aria-label": say("page.graph.zoom") }, [
        zoom(say("page.graph.nearer"), "+", () => acts.zoom(1.25)),
        zoom(say("page.graph.farther"), "−", () => acts.zoom(0.8)),
        zoom(say("page.graph.full"), "100 %", acts.full),
        zoom(say("page.graph.whole"), say("page.graph.fit"), acts.whole),
      ]),
    ),
    renew(state, view) {
      for (const one of layouts) one.setAttribute("aria-pressed", String(one.dataset.layout === state.layout));
      const options = view.routes.map(({ id, name }) => el("option", { value: id }, name));
      refill(route, el("option", { value: "" }, say("page.none")), options);
      route.value = view.routes.some(({ id }) => id === state.selected) ? state.selected : "";
    },
  };
}

function kindsOfLines(edgeKinds, kinds, changed) {
  const boxes = edgeKinds.map(({ id, word }) => {
    const check = el("input", { type: "checkbox" });
    check.checked = kinds.has(id);
    check.addEventListener("change", () => {
      if (check.checked) kinds.add(id);
      else kinds.delete(id);
      changed();
    });
    return el("label", { class: "choice" }, check, word);
  });
  const legend = el("legend", { class: "unseen" }, say("page.graph.which-lines"));
  return folding("lines", say("page.graph.lines-shown"), el("fieldset", null, legend, boxes));
}
