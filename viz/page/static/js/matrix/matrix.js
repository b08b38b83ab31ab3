// The matrix: steps by actors, with what each actor does at each step in the cells.

import { announce, append, el, on } from "../base/dom.js";
import { saveCsv } from "../base/export.js";
import {
  choiceField,
  filterOf,
  filtersDiffer,
  refillChoice,
  resetButton,
  setFilters,
  textField,
} from "../base/filters.js";
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

const FILTERS = "matrix-";
/** The matrix in its section. */
export function mountMatrix(section, store) {
  const box = el("div", { class: "scroll grid", tabindex: "-1" });
  const count = el("p", { class: "count" });
  const closed = new Set();
  const { statuses } = store.data;
  const order = statuses.map(({ id }) => id);
  const tools = matrixTools(store, closed, () => refresh());
  let table = null;
  let stale = true;
  let own = null;

  append(section, tools.row, signs(store.data.signs), count, box);
  const grid = new MatrixGrid(box, () => {
    light();
    keys.renew();
  });
  const keys = new MatrixKeys(box, grid);
  const hint = createHint(box, "matrix-hint", "button.cover, button.of-what", (anchor) =>
    explain(anchor, viewOf(store)),
  );

  function refresh() {
    const state = store.get();
    const view = viewOf(store);
    table = matrixTable(view, wantedIn(state), currentStatuses(store, view.key), order);
    hint.hide();
    grid.show({
      table,
      rows: flatRows(table, closed),
      statuses,
      closed,
      is: switches(view, changesIn(store, view)),
    });
    const found = say("page.shown", { what: shownOf(table) });
    if (count.textContent && count.textContent !== found) announce(found);
    count.textContent = found;
    tools.renew(view, table);
    stale = false;
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

  store.subscribe((state, before) => {
    const isOther = ["country", "script", "off", "on"].some((key) => state[key] !== before[key]);
    stale ||= isOther || filtersDiffer(state, before, FILTERS);
    if (state.view !== "matrix") return;
    const arrives = before.view !== "matrix";
    if (stale) refresh();
    else if (state.selected !== before.selected) light();
    const isNew = state.selected !== before.selected;
    // What was chosen in the table is in sight already.
    if (state.selected && (arrives || isNew) && state.selected !== own) showPlace(store, grid, closed, refresh);
  });
  listen(box, closed, refresh, (id) => {
    own = id;
    store.set({ selected: id });
    own = null;
  });
  printsMatrix(section, store, () => wantedIn(store.get()));
  if (store.get().view === "matrix") {
    refresh();
    if (store.get().selected) showPlace(store, grid, closed, refresh);
  }
}

function wantedIn(state) {
  const wanted = (name) => filterOf(state, `${FILTERS}${name}`);
  return {
    barrier: wanted("barrier"),
    status: wanted("status"),
    actor: wanted("actor"),
    steps: wanted("steps"),
    actors: wanted("actors"),
  };
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

function matrixTools(store, closed, refresh) {
  const all = ["", say("page.all")];
  const barrier = choiceField(store, "matrix-barrier", say("page.matrix.barrier"), [all]);
  const status = choiceField(store, "matrix-status", say("page.matrix.status"), [
    all,
    ...store.data.statuses.map(({ id }) => [id, statusText(store.data.statuses, id)]),
  ]);
  const fold = el("button", { type: "button" }, say("page.matrix.close-all"));
  const csv = el("button", { type: "button" }, say("page.csv"));
  let seen = null;
  fold.addEventListener("click", () => {
    const barriers = viewOf(store).barriers.map(({ id }) => id);
    const isOpen = closed.size < barriers.length;
    closed.clear();
    if (isOpen) for (const id of barriers) closed.add(id);
    refresh();
  });
  csv.addEventListener("click", () => saveCsv(viewOf(store), "matrix", matrixGrid(seen)));
  return {
    row: el("div", { class: "tools", role: "group", "aria-label": say("page.matrix.filters") }, [
      barrier,
      status,
      textField(store, "matrix-actor", say("page.matrix.actor"), { placeholder: say("page.matrix.words") }),
      choiceField(store, "matrix-steps", say("page.matrix.order-of-steps"), orders(STEP_ORDERS)),
      choiceField(store, "matrix-actors", say("page.matrix.order-of-actors"), orders(ACTOR_ORDERS)),
      resetButton(store, FILTERS),
      fold,
      csv,
    ]),
    renew(view, table) {
      seen = table;
      refillChoice(store, barrier, "matrix-barrier", [all, ...view.barriers.map(({ id, name }) => [id, name])]);
      fold.textContent = say(closed.size < view.barriers.length ? "page.matrix.close-all" : "page.matrix.open-all");
    },
  };
}

/** The first order is the usual one, and no filter. */
function orders(names) {
  return names.map((name, place) => [place ? name : "", say(`page.matrix.by-${name}`)]);
}

function signs(meanings) {
  const terms = meanings.map(([sign, means]) => [el("dt", null, sign), el("dd", null, means)]);
  const silence = [el("dt", null, say("page.sign.empty")), el("dd", null, say("page.sign.empty-means"))];
  return el(
    "details",
    { class: "signs" },
    el("summary", null, say("page.matrix.signs")),
    el("dl", null, terms, silence),
  );
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
