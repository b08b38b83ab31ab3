// The matrix: steps by actors, with what each actor does at each step in the cells.

import { append, buttonFor, el, folding, on, tellCount, termsOf } from "../base/dom.js";
import { saveCsv } from "../base/export.js";
import { filtersOf, filterTools, setFilters, whileShown } from "../base/filters.js";
import { createHint } from "../base/hint.js";
import { changesIn, currentStatuses, viewOf } from "../base/state.js";
import { factOf } from "../base/told.js";
import { say, statusText } from "../base/words.js";
import { factHint } from "../details/parts.js";
import { FIRST_ACTOR } from "./draw.js";
import { MatrixGrid } from "./grid.js";
import { MatrixKeys } from "./keys.js";
import { ACTOR_ORDERS, flatRows, litIn, matrixGrid, matrixTable, STEP_ORDERS, switches } from "./model.js";
import { printsMatrix, shownOf } from "./print.js";

/** The matrix in its section. */
export function mountMatrix(section, store) {
  const box = el("div", { class: "scroll grid", tabindex: "-1" });
  const count = el("p", { class: "count" });
  const closed = new Set();
  const { statuses } = store.data;
  const order = statuses.map(({ id }) => id);
  const wanted = () => filtersOf(store.get(), "matrix", ["barrier", "status", "actor", "steps", "actors"]);
  let table = null;
  let own = null;
  const fold = buttonFor(say("page.matrix.close-all"), () => {
    const barriers = viewOf(store).barriers.map(({ id }) => id);
    const isOpen = closed.size < barriers.length;
    closed.clear();
    if (isOpen) for (const id of barriers) closed.add(id);
    refresh();
  });
  const csv = buttonFor(say("page.csv"), () => saveCsv(viewOf(store), "matrix", matrixGrid(table)));
  const tools = filterTools(store, "matrix", say("page.matrix.filters"), fieldsOf(statuses), fold, csv);

  append(section, tools.element, signs(store.data.signs), count, box);
  const grid = new MatrixGrid(box, () => {
    light();
    keys.renew();
  });
  const keys = new MatrixKeys(box, grid);
  const hint = createHint(box, "matrix-hint", "button.cover, button.of-what", (anchor) =>
    explain(anchor, viewOf(store)),
  );

  function refresh() {
    const view = viewOf(store);
    table = matrixTable(view, wanted(), currentStatuses(store, view.key), order);
    hint.hide();
    grid.show({
      table,
      rows: flatRows(table, closed),
      statuses,
      closed,
      is: switches(view, changesIn(store, view)),
    });
    tellCount(count, say("page.shown", { what: shownOf(table) }));
    tools.renew(view);
    fold.textContent = say(closed.size < view.barriers.length ? "page.matrix.close-all" : "page.matrix.open-all");
  }

  function light() {
    const view = viewOf(store);
    const { selected } = store.get();
    const lit = litIn(view, selected);
    for (const button of grid.table.querySelectorAll("button.cover, button.of-what")) {
      const id = button.getAttribute("data-fact") ?? button.getAttribute("data-id");
      button.classList.toggle("lit", lit.has(id));
      button.toggleAttribute("aria-current", id === selected);
      if (id === selected) button.setAttribute("aria-current", "true");
    }
  }

  listen(box, closed, refresh, (id) => {
    own = id;
    store.set({ selected: id });
    own = null;
  });
  whileShown(store, "matrix", ["country", "script", "off", "on"], {
    refresh,
    select: (selected) => {
      light();
      // What was chosen in the table is in sight already.
      if (selected && selected !== own) showPlace(store, grid, closed, refresh);
    },
  });
  printsMatrix(section, store, wanted);
}

function listen(box, closed, refresh, choose) {
  on(box, "click", "button.cover", (_, button) => choose(button.getAttribute("data-fact")));
  on(box, "click", "button.of-what", (_, button) => choose(button.getAttribute("data-id")));
  on(box, "click", "button.fold", (_, button) => {
    const id = button.getAttribute("data-group");
    if (!closed.delete(id)) closed.add(id);
    refresh();
  });
}

/** Scroll to the first place that the selection speaks of; filters and closed barriers give way to it. */
function showPlace(store, grid, closed, refresh) {
  const view = viewOf(store);
  const lit = litIn(view, store.get().selected);
  const steps = view.steps.filter((step) => lit.has(step.id));
  if (!steps.length && !view.actors.some((actor) => lit.has(actor.id))) return;
  for (const step of steps) if (closed.delete(step.barrier)) refresh();
  const isShown = () => grid.rows.some((one) => one.row && lit.has(one.row.step.id));
  if (steps.length && !isShown()) {
    setFilters(store, { "matrix-barrier": "", "matrix-status": "", "matrix-actor": "" });
  }
  const row = grid.rows.findIndex((one) => one.row && lit.has(one.row.step.id));
  const column = grid.columns.findIndex(({ id }) => lit.has(id));
  grid.center(row, column < 0 ? 0 : column + FIRST_ACTOR);
}

// What stands over the table

function fieldsOf(statuses) {
  const barriers = ({ barriers: some }) => some.map(({ id, name }) => [id, name]);
  return [
    { name: "barrier", label: say("page.matrix.barrier"), options: barriers },
    {
      name: "status",
      label: say("page.matrix.status"),
      options: statuses.map(({ id }) => [id, statusText(statuses, id)]),
    },
    { name: "actor", label: say("page.matrix.actor"), placeholder: say("page.matrix.words") },
    { name: "steps", label: say("page.matrix.order-of-steps"), options: orders(STEP_ORDERS) },
    { name: "actors", label: say("page.matrix.order-of-actors"), options: orders(ACTOR_ORDERS) },
  ];
}

/** The first order is the usual one, and no filter. */
function orders(names) {
  return names.map((name, place) => [place ? name : "", say(`page.matrix.by-${name}`)]);
}

function signs(meanings) {
  const silence = [say("page.sign.empty"), say("page.sign.empty-means")];
  return folding("signs", say("page.matrix.signs"), termsOf([...meanings, silence]));
}

// What the pointer or the focus is on

function explain(anchor, view) {
  const fact = anchor.getAttribute("data-fact");
  if (fact) {
    const cover = view.covers.find((one) => one.fact === fact);
    const actor = view.actors.find((one) => one.id === cover.actor);
    const step = view.steps.find((one) => one.id === cover.step);
    return [
      el("p", { class: "what" }, el("bdi", null, actor.called), ": ", cover.long),
      el("p", { class: "where" }, step.name),
      factHint(factOf(fact)),
    ];
  }
  const id = anchor.getAttribute("data-id");
  const actor = view.actors.find((one) => one.id === id);
  if (actor) return [el("p", { class: "what" }, actor.name), el("p", { class: "where" }, actor.kind)];
  const step = view.steps.find((one) => one.id === id);
  return step ? [el("p", { class: "what" }, step.name), el("p", null, step.reason)] : null;
}
