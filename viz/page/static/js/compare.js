// The countries side by side: a filter for the steps where they differ, CSV, and links to what is known of a step.

import { announce, el } from "./base/dom.js";
import { saveCsv } from "./base/export.js";
import { viewOf } from "./base/state.js";
import { outOf, say } from "./base/words.js";

/** The comparison in its section; where the page has several scripts, each has a part of its own. */
export function mountCompare(section, store) {
  for (const part of section.querySelectorAll(".comparison")) equipComparison(part, store);
}

function equipComparison(part, store) {
  const tables = [...part.querySelectorAll("table.compared")];
  const rows = tables.flatMap((table) => [...table.querySelectorAll("tbody > tr[data-id]")]);
  if (!rows.length) return;
  const count = el("p", { class: "count" });
  const only = el("input", { type: "checkbox" });
  const csv = el("button", { type: "button" }, say("page.csv"));

  function show() {
    for (const row of rows) row.hidden = only.checked && row.dataset.differs !== "yes";
    for (const table of tables) {
      const box = table.closest(".scroll") ?? table;
      box.hidden = [...table.querySelectorAll("tbody > tr[data-id]")].every((row) => row.hidden);
    }
    const shown = rows.filter((row) => !row.hidden).length;
    const said = say("page.shown", { what: outOf(shown, rows.length, "count.step") });
    if (count.textContent) announce(said);
    count.textContent = said;
  }

  only.addEventListener("change", show);
  csv.addEventListener("click", () => saveCsv(viewOf(store), "compare", comparedGrid(tables)));
  for (const row of rows) linkStep(row, store);
  const tools = el(
    "div",
    { class: "tools", role: "group", "aria-label": say("page.compare.filter") },
    el("label", { class: "check-field" }, only, say("page.compare.only")),
    csv,
  );
  const first = tables[0].closest(".scroll") ?? tables[0];
  first.before(tools, count);
  show();
}

/** The name of a step leads to what is known of it. */
function linkStep(row, store) {
  const head = row.querySelector("th");
  const link = el("button", { type: "button", class: "link" }, ...head.childNodes);
  link.addEventListener("click", () => store.set({ selected: row.dataset.id }));
  head.appendChild(link);
}

/** The steps that are shown, with the words of their statuses. */
function comparedGrid(tables) {
  const names = [...tables[0].tHead.rows[0].cells].slice(1).map((cell) => cell.textContent.trim());
  const rows = tables.flatMap((table) => {
    const barrier = table.caption?.textContent.trim() ?? "";
    const shown = [...table.querySelectorAll("tbody > tr[data-id]")].filter((row) => !row.hidden);
    return shown.map((row) => [barrier, row.dataset.id, row.cells[0].textContent.trim(), ...statusesOf(row)]);
  });
  return { header: ["barrier", "step", "name", ...names], rows };
}

function statusesOf(row) {
  return [...row.cells].slice(1).map((cell) => cell.querySelector("[data-status]")?.dataset.status ?? "");
}
