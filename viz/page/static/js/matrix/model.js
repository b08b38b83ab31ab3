// The matrix as rows and columns: what is sorted, filtered and grouped. Pure: a view of the data in, a table out.

import { leftOut } from "../base/state.js";
import { byName, folded } from "../base/words.js";

/** The orders of steps and of actors, the usual one first. */
export const STEP_ORDERS = ["script", "status", "covers"];
export const ACTOR_ORDERS = ["busy", "name", "kind"];

const indexed = new WeakMap();

/** The covers of a view by step and actor: `Map(step -> Map(actor -> [cover]))`. Made once for each view. */
function coversByCell(view) {
  if (!indexed.has(view)) {
    const steps = new Map(view.steps.map((step) => [step.id, new Map()]));
    for (const cover of view.covers) {
      const cells = steps.get(cover.step);
      if (!cells) continue;
      if (cells.has(cover.actor)) cells.get(cover.actor).push(cover);
      else cells.set(cover.actor, [cover]);
    }
    indexed.set(view, steps);
  }
  return indexed.get(view);
}

/**
 * The table that is asked for.
 *
 * `wanted` is `{barrier, status, actor, steps, actors}`: which barrier and status (empty: all), a part of an actor's
 * name, and the two orders. `statuses` are those of now, `order` the words from best to worst.
 */
export function matrixTable(view, wanted, statuses, order) {
  const cells = coversByCell(view);
  const rows = view.steps
    .filter((step) => !wanted.barrier || step.barrier === wanted.barrier)
    .filter((step) => !wanted.status || statuses[step.id] === wanted.status)
    .map((step) => ({ step, status: statuses[step.id], was: step.status, cells: cells.get(step.id) }));
  const busy = stepsOfActors(rows);
  const recorded = stepsOfActors(view.steps.map((step) => ({ cells: cells.get(step.id) })));
  const columns = view.actors.filter((actor) => busy.has(actor.id) && isNamed(actor, wanted.actor));
  columns.sort(byActor(wanted.actors, busy));
  const groups = view.barriers
    .map((barrier) => ({ ...barrier, rows: rows.filter((row) => row.step.barrier === barrier.id) }))
    .filter((group) => group.rows.length);
  for (const group of groups) group.rows.sort(byStep(wanted.steps, order));
  return {
    columns,
    groups,
    steps: rows.length,
    ofSteps: view.steps.length,
    ofActors: view.actors.filter((actor) => recorded.has(actor.id)).length,
  };
}

function stepsOfActors(rows) {
  const busy = new Map();
  for (const row of rows) for (const actor of row.cells.keys()) busy.set(actor, (busy.get(actor) ?? 0) + 1);
  return busy;
}

function isNamed(actor, part) {
  const wanted = folded(part ?? "").trim();
  return !wanted || [actor.name, actor.called, actor.kind].some((name) => folded(name ?? "").includes(wanted));
}

function byActor(order, busy) {
  const names = (one, other) => byName(one.called, other.called) || byIdentity(one, other);
  if (order === "name") return names;
  if (order === "kind") return (one, other) => byName(one.kind, other.kind) || names(one, other);
  return (one, other) => busy.get(other.id) - busy.get(one.id) || byIdentity(one, other);
}

function byIdentity(one, other) {
  return one.id < other.id ? -1 : Number(one.id > other.id);
}

/** Rows of one barrier; the sort is stable, so what is equal stays in the order of the script. */
function byStep(order, statuses) {
  if (order === "status") return (one, other) => statuses.indexOf(other.status) - statuses.indexOf(one.status);
  if (order === "covers") return (one, other) => countCovers(other) - countCovers(one);
  return () => 0;
}

/** How many covers stand in a row. */
export function countCovers(row) {
  let count = 0;
  for (const covers of row.cells.values()) count += covers.length;
  return count;
}

/** The rows one under the other, a heading for each group: `{group}` or `{group, row}`; closed groups keep theirs. */
export function flatRows(table, closed) {
  return table.groups.flatMap((group) => [
    { group, row: null },
    ...(closed.has(group.id) ? [] : group.rows.map((row) => ({ group, row }))),
  ]);
}

/** Which covers are switched off and which planned ones are on: `coverIs(cover)` is "off", "on" or "". */
export function switches(view, { off, on }) {
  const gone = leftOut(off, view.networks);
  const begun = new Set(on);
  return (cover) => {
    if (gone.has(cover.fact) || gone.has(cover.actor)) return "off";
    return cover.state === "planned" && begun.has(cover.fact) ? "on" : "";
  };
}

/** The table for a spreadsheet: a header and rows of text. Several covers in a cell stand one after the other. */
export function matrixGrid(table) {
  const header = ["barrier", "step", "name", "status", ...table.columns.map((actor) => actor.called)];
  const rows = table.groups.flatMap((group) =>
    group.rows.map((row) => [
      group.name,
      row.step.id,
      row.step.name,
      row.status,
      ...table.columns.map((actor) => (row.cells.get(actor.id) ?? []).map((cover) => cover.long).join("; ")),
    ]),
  );
  return { header, rows };
}

/**
 * The same in pieces for paper: per barrier as many actors beside one another as a sheet is wide, and only those who
 * are recorded there. `[{group, columns, part, parts}]`.
 */
export function sheets(table, most) {
  return table.groups.flatMap((group) => {
    const columns = table.columns.filter((actor) => group.rows.some((row) => row.cells.has(actor.id)));
    const parts = Math.max(1, Math.ceil(columns.length / most));
    const each = Math.ceil(columns.length / parts);
    return Array.from({ length: parts }, (_, part) => ({
      group,
      columns: columns.slice(part * each, (part + 1) * each),
      part: part + 1,
      parts,
    }));
  });
}

/** Everything that is lit when this is selected: the thing itself, and what of the matrix it speaks of. */
export function litIn(view, selected) {
  const lit = new Set();
  if (!selected) return lit;
  lit.add(selected);
  const finding = view.findings.find((one) => one.id === selected);
  for (const id of finding ? [finding.subject, ...finding.about, ...finding.facts] : []) lit.add(id);
  const route = view.routes.find((one) => one.id === selected);
  for (const id of route?.steps ?? []) lit.add(id);
  for (const step of view.steps) if (step.barrier === selected) lit.add(step.id);
  for (const cover of view.covers) {
    if (cover.fact === selected) lit.add(cover.step).add(cover.actor);
    if (cover.step === selected || cover.actor === selected) lit.add(cover.fact);
  }
  return lit;
}
