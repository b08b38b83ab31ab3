// The countries side by side: a filter for the steps where they differ, CSV, and links to what is known of a step.

import { buttonFor, el, tellCount, toolRow } from "./base/dom.js";
import { saveCsv } from "./base/export.js";
import { nameIn } from "./base/known.js";
import { countryOf, viewOf } from "./base/state.js";
import { outOf, say } from "./base/words.js";

/** The comparison in its section; where the page has several scripts, each has a part of its own. */
export function mountCompare(section, store) {
  for (const part of section.querySelectorAll(".comparison")) equipComparison(part, store);
}

function equipComparison(part, store) {
  const tables = [...part.querySelectorAll("table.compared")];
  const rows = [...part.querySelectorAll("table.compared tr[data-id]")];
  if (!rows.length) return;
  const views = store.data.views.filter(({ script }) => script === part.dataset.script);
  const count = el("p", { class: "count" });
  const only = el("input", { type: "checkbox" });
  const shown = () => rows.filter((row) => !row.hidden).map((row) => row.dataset.id);

  function show() {
    for (const row of rows) row.hidden = only.checked && row.dataset.differs !== "yes";
    for (const table of tables) table.closest(".scroll").hidden = !table.querySelector("tr[data-id]:not([hidden])");
    tellCount(count, say("page.shown", { what: outOf(shown().length, rows.length, "count.step") }));
  }

  only.addEventListener("change", show);
  for (const row of rows) linkStep(row, store);
  const save = () => saveCsv(viewOf(store), "compare", comparedGrid(store, views, shown()));
  const choice = el("label", { class: "check-field" }, only, say("page.compare.only"));
  const tools = toolRow(say("page.compare.filter"), choice, buttonFor(say("page.csv"), save));
  tables[0].closest(".scroll").before(tools, count);
  show();
}

/** The name of a step leads to what is known of it. */
function linkStep(row, store) {
  const head = row.querySelector("th");
  const select = () => store.set({ selected: row.dataset.id });
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
