// The matrix on paper: barrier by barrier, as many actors beside one another as a sheet is wide.

import { append, clear, el } from "./dom.js";
import { statusNow } from "./matrix-draw.js";
import { matrixTable, sheets, switches } from "./matrix-model.js";
import { changesIn, currentStatuses, viewOf } from "./state.js";

const BESIDE = 7;

/** More tables than a briefing can carry. */
const MOST_SHEETS = 60;

/** Keep a printable matrix in the section while the page is printed. */
export function printsMatrix(section, store, wanted) {
  const paper = el("div", { class: "only-print paper" });
  section.appendChild(paper);
  addEventListener("beforeprint", () => append(clear(paper), onPaper(store, wanted())));
  addEventListener("afterprint", () => clear(paper));
}

function onPaper(store, wanted) {
  const view = viewOf(store);
  const order = store.data.statuses.map(({ id }) => id);
  const table = matrixTable(view, wanted, currentStatuses(store, view.key), order);
  const parts = sheets(table, BESIDE);
  const is = switches(view, changesIn(store, view));
  return [
    el("p", { class: "note" }, whatIsShown(table, parts.length)),
    el(
      "p",
      { class: "note" },
      "D detect, H hinder, S sanction, P protect; work, in part, may (competent), plan, not; in brackets: inferred; ",
      "with a star: ended, for some only, or not settled; empty: nothing is recorded, which is not a no.",
    ),
    parts.slice(0, MOST_SHEETS).map((part) => sheet(part, store.data.statuses, is)),
  ];
}

function whatIsShown(table, parts) {
  const shown = `${table.steps} of ${table.ofSteps} steps, ${table.columns.length} of ${table.ofActors} recorded actors.`;
  if (parts <= MOST_SHEETS) return shown;
  return `${shown} Left out here: ${parts - MOST_SHEETS} of ${parts} tables; the CSV of the matrix holds them all.`;
}

function sheet({ group, columns, part, parts }, statuses, is) {
  const actors = columns.length ? "" : "; no actor is recorded here";
  const title = `${group.name}${parts > 1 ? ` (${part} of ${parts})` : ""}${actors}`;
  const head = columns.map((actor) => el("th", { scope: "col" }, actor.called));
  const rows = group.rows.map((row) =>
    el(
      "tr",
      null,
      el("th", { scope: "row" }, row.step.name),
      el("td", { class: "of-status" }, statusNow(statuses, row.status, row.was)),
      columns.map((actor) =>
        el(
          "td",
          null,
          (row.cells.get(actor.id) ?? []).map((cover) => coverOnPaper(cover, is(cover))),
        ),
      ),
    ),
  );
  return el(
    "table",
    { class: "sheet" },
    el("caption", null, title),
    el("thead", null, el("tr", null, el("th", { scope: "col" }, "Step"), el("th", { scope: "col" }, "Status"), head)),
    el("tbody", null, rows),
  );
}

function coverOnPaper(cover, is) {
  return el("div", { class: "cover", "data-is": is || null, "data-state": cover.state }, cover.short);
}
