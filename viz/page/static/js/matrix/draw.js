// The matrix as a table of elements: its head, its rows, and the covers in its cells.

import { buttonFor, el } from "../base/dom.js";
import { say, statusElement, statusOf, tallyPieces } from "../base/words.js";

/** Places of the columns: the step, its status, then the actors. */
export const FIRST_ACTOR = 2;

/** A status, and beside it what it was before a what-if. `statuses` are those of the data. */
export function statusNow(statuses, word, was) {
  const now = statusElement(statuses, word);
  return was === word
    ? now
    : [now, el("span", { class: "was" }, say("page.matrix.was", { status: statusOf(statuses, was).word }))];
}

/** A cover in a cell: what stands there, and the whole words for who cannot see the cell. `is` is "", "off" or "on". */
function coverButton(cover, is) {
  const note = is && say(`page.switched.${is}`);
  const words = el("span", { class: "unseen" }, `: ${cover.long}${note ? `, ${note}` : ""}`);
  return buttonFor([cover.short, words], null, {
    class: "cover",
    tabindex: "-1",
    "data-fact": cover.fact,
    "data-state": cover.state,
    "data-power": cover.power,
    "data-basis": cover.basis,
    "data-is": is || null,
  });
}

/** The name of a step or an actor, which selects it. */
function nameButton(id, name, title) {
  return buttonFor(name, null, { class: "of-what", tabindex: "-1", "data-id": id, title });
}

function cell(content, index) {
  return el("td", { tabindex: content.length ? null : "-1", "aria-colindex": index, class: "cell" }, content);
}

/** A list of actors' cells between the gaps of a window: `[from, to)` of the columns. */
function windowed(part, { columns, from, to }, make) {
  // A gap is as wide as the columns that are not drawn.
  const gap = () => el(part, { class: "gap", "aria-hidden": "true" });
  const drawn = columns.slice(from, to).map((actor, place) => make(actor, from + place));
  return [from > 0 && gap(), drawn, to < columns.length && gap()];
}

/** The widths of the columns; those of the gaps are set by whoever scrolls. */
export function columnGroup(across) {
  const actors = windowed("col", across, () => el("col", { class: "of-actor" }));
  return el("colgroup", null, el("col", { class: "of-step" }), el("col", { class: "of-status" }), actors);
}

/** The row of heads. */
export function headRow(across) {
  const head = (actor, index) =>
    el(
      "th",
      { scope: "col", class: "of-actor", "data-actor": actor.id, "aria-colindex": index + FIRST_ACTOR + 1 },
      nameButton(actor.id, actor.called, actor.name),
    );
  return el(
    "tr",
    { "aria-rowindex": "1" },
    el("th", { scope: "col", class: "of-step", tabindex: "-1", "aria-colindex": "1" }, say("page.step")),
    el("th", { scope: "col", class: "of-status", tabindex: "-1", "aria-colindex": "2" }, say("page.status")),
    windowed("th", across, head),
  );
}

/** The heading of a barrier, which opens and closes its rows. */
export function groupRow(group, across, { open, index, rest }) {
  const width =
    FIRST_ACTOR + across.to - across.from + Number(across.from > 0) + Number(across.to < across.columns.length);
  const content = [
    el("span", { class: "sign", "aria-hidden": "true" }, open ? "−" : "+"),
    group.name,
    el("span", { class: "rest" }, rest),
  ];
  const more = { class: "fold", tabindex: "-1", "aria-expanded": String(open), "data-group": group.id };
  const head = el("th", { scope: "rowgroup", colspan: width }, buttonFor(content, null, more));
  return el("tr", { class: "group", "aria-rowindex": index + 2 }, head);
}

/** The row of a step. `is` says of a cover whether it is switched. */
export function stepRow(row, across, { index, statuses, is }) {
  const make = (actor, column) =>
    cell(
      (row.cells.get(actor.id) ?? []).map((cover) => coverButton(cover, is(cover))),
      column + FIRST_ACTOR + 1,
    );
  return el(
    "tr",
    { "data-step": row.step.id, "aria-rowindex": index + 2 },
    el("th", { scope: "row", class: "of-step", "aria-colindex": "1" }, nameButton(row.step.id, row.step.name)),
    el("td", { class: "of-status", tabindex: "-1", "aria-colindex": "2" }, statusNow(statuses, row.status, row.was)),
    windowed("td", across, make),
  );
}

/** How many of each status a group holds, in words: "9 steps: 3 short, 1 seen, 5 unknown". */
export function groupCounts(group, statuses) {
  const found = group.rows.map(({ status }) => status);
  return tallyPieces(found, statuses).join(" ");
}
