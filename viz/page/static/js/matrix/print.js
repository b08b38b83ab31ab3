// The matrix on paper: barrier by barrier, as many actors beside one another as a sheet is wide.

import { el, refill, tableOf } from "../base/dom.js";
import { changesIn, countryOf, currentStatuses, viewOf } from "../base/state.js";
import { outOf, say } from "../base/words.js";
import { statusNow } from "./draw.js";
import { matrixTable, sheets, switches } from "./model.js";

const BESIDE = 7;

/** More tables than a briefing can carry. */
const MOST_SHEETS = 60;

/** Keep a printable matrix in the section while the page is printed. */
export function printsMatrix(section, store, wanted) {
  const paper = el("div", { class: "only-print paper" });
  section.appendChild(paper);
  addEventListener("beforeprint", () => {
    document.documentElement.style.setProperty("--running", quotedForStyle(runningHead(store)));
    refill(paper, onPaper(store, wanted()));
  });
  addEventListener("afterprint", () => refill(paper));
}

/** What stands on every sheet, so that a single one still tells what it is and for whose eyes. */
function runningHead(store) {
  const { handling, digest } = store.data;
  const view = viewOf(store);
  const { name, month } = countryOf(store, view);
  return say("page.running", { country: name, month, script: view.script, handling, digest: digest.slice(0, 12) });
}

/** Text as a string of a style sheet; whatever is not a plain letter is told by its number. */
function quotedForStyle(words) {
  const sign = (one) => `\\${one.codePointAt(0).toString(16)} `;
  return `"${words.replace(/[^A-Za-z0-9,.:-]/gu, sign)}"`;
}

function onPaper(store, wanted) {
  const view = viewOf(store);
  const order = store.data.statuses.map(({ id }) => id);
  const table = matrixTable(view, wanted, currentStatuses(store, view.key), order);
  const parts = sheets(table, BESIDE);
  const is = switches(view, changesIn(store, view));
  return [
    el("p", { class: "note" }, whatIsShown(table, parts.length)),
    el("p", { class: "note" }, say("page.matrix.signs-on-paper")),
    parts.slice(0, MOST_SHEETS).map((part) => sheet(part, store.data.statuses, is)),
  ];
}

/** How many steps and actors of how many a table has. */
export function shownOf({ steps, ofSteps, columns, ofActors }) {
  return [outOf(steps, ofSteps, "count.step"), outOf(columns.length, ofActors, "page.recorded")].join(", ");
}

function whatIsShown(table, parts) {
  const shown = `${shownOf(table)}.`;
  if (parts <= MOST_SHEETS) return shown;
  return `${shown} ${say("page.matrix.left-out", { number: parts - MOST_SHEETS, total: parts })}`;
}

function sheet({ group, columns, part, parts }, statuses, is) {
  const numbered = parts > 1 ? ` (${say("count.of", { number: part, total: parts })})` : "";
  const title = `${group.name}${numbered}${columns.length ? "" : `; ${say("page.matrix.nobody")}`}`;
  const heads = [say("page.step"), say("page.status"), ...columns.map(({ called }) => called)];
  // All steps stand in the first piece; the others hold those where somebody of theirs is recorded.
  const isHere = (row) => part === 1 || columns.some((actor) => row.cells.has(actor.id));
  const cell = (row, actor) => (row.cells.get(actor.id) ?? []).map((cover) => coverOnPaper(cover, is(cover)));
  const rows = group.rows
    .filter(isHere)
    .map((row) => [
      row.step.name,
      el("td", { class: "of-status" }, statusNow(statuses, row.status, row.was)),
      ...columns.map((actor) => el("td", null, cell(row, actor))),
    ]);
  return tableOf("sheet", title, heads, rows);
}

function coverOnPaper(cover, is) {
  return el("div", { class: "cover", "data-is": is || null, "data-state": cover.state }, cover.short);
}
