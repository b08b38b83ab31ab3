// The countries side by side: a filter for the steps where they differ, CSV, and links to what is known of a step.

import { buttonFor, byId, el, tellCount, toolRow } from "./base/dom.js";
import { saveCsv } from "./base/export.js";
import { nameIn } from "./base/known.js";
import { countryOf, viewOf } from "./base/state.js";
import { outOf, say } from "./base/words.js";

/** The comparison in its section; where the page has several scripts, each has a part of its own. */
export function mountCompare(section, store) {
  for (const part of section.querySelectorAll(".comparison")) equipComparison(part, store);
}

function equipComparison(part, store) {
  const views = store.data.views.filter(({ script }) => script === part.dataset.script);
  const ids = views[0].steps.map(({ id }) => id);
  if (!ids.length) return;
  const differ = new Set(ids.filter((_, place) => new Set(views.map(({ steps }) => steps[place].status)).size > 1));
  const count = el("p", { class: "count" });
  const only = el("input", { type: "checkbox" });
  const shown = () => ids.filter((id) => !only.checked || differ.has(id));

  function show() {
    const isShown = new Set(shown());
    for (const id of ids) rowOf(id).hidden = !isShown.has(id);
    for (const { id } of views[0].barriers) {
      rowOf(id).hidden = !views[0].steps.some((step) => step.barrier === id && isShown.has(step.id));
    }
    tellCount(count, say("page.shown", { what: outOf(isShown.size, ids.length, "count.step") }));
  }

  only.addEventListener("change", show);
  for (const id of ids) linkStep(id, store);
  const save = () => saveCsv(viewOf(store), "compare", comparedGrid(store, views, shown()));
  const choice = el("label", { class: "check-field" }, only, say("page.compare.only"));
  const tools = toolRow(say("page.compare.filter"), choice, buttonFor(say("page.csv"), save));
  part.querySelector(".scroll").before(tools, count);
  show();
}

function rowOf(id) {
  return byId(`compared-${id}`);
}

/** The name of a step leads to what is known of it. */
function linkStep(id, store) {
  const head = rowOf(id).querySelector("th");
  const select = () => store.set({ selected: id });
  head.append(buttonFor([...head.childNodes], select, { class: "link" }));
}

/** Steps with their status in each country. */
function comparedGrid(store, views, ids) {
  const steps = views.map((view) => new Map(view.steps.map((step) => [step.id, step])));
  return {
    header: ["barrier", "step", "name", ...views.map((view) => countryOf(store, view).name)],
    rows: ids.map((id) => {
      const { barrier, name } = steps[0].get(id);
      return [nameIn(views[0], barrier), id, name, ...steps.map((found) => found.get(id).status)];
    }),
  };
}
