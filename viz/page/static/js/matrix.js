// The matrix: steps by actors, with what each actor does at each step in the cells.

import { announce, append, byId, el, on } from "./dom.js";
import { factWords } from "./fact-words.js";
import { choiceField, fillChoice, filterOf, filtersDiffer, resetButton, setFilters, textField } from "./filters.js";
import { createHint } from "./hint.js";
import { FIRST_ACTOR } from "./matrix-draw.js";
import { MatrixGrid } from "./matrix-grid.js";
import { MatrixKeys } from "./matrix-keys.js";
import { ACTOR_ORDERS, flatRows, litIn, matrixGrid, matrixTable, STEP_ORDERS, switches } from "./matrix-model.js";
import { printsMatrix } from "./matrix-print.js";
import { changesIn, currentStatuses, viewOf } from "./state.js";
import { saveCsv } from "./takeaway.js";

const FILTERS = "matrix-";
const SIGNS = [
  ["D", "detect: somebody notices it"],
  ["H", "hinder: somebody makes it harder"],
  ["S", "sanction: somebody punishes it"],
  ["P", "protect: somebody shelters the person"],
  ["work", "a source says that they do it"],
  ["part", "in part, too little"],
  ["may", "competent; nothing is said of practice"],
  ["plan", "planned"],
  ["not", "a source says that they do not"],
  ["( )", "inferred: we conclude it, no source says so"],
  ["*", "counts for less than it seems: ended, for some only, or not settled"],
];

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

  append(section, tools.row, signs(), count, box);
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
      order,
      closed,
      is: switches(view, changesIn(store, view)),
    });
    const found = `${table.steps} of ${table.ofSteps} steps, ${table.columns.length} of ${table.ofActors} recorded actors shown`;
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
  const barrier = choiceField(store, "matrix-barrier", "Barrier", [["", "All"]]);
  const status = choiceField(store, "matrix-status", "Status now", [
    ["", "All"],
    ...store.data.statuses.map(({ id, mark }) => [id, `${mark} ${id}`]),
  ]);
  const fold = el("button", { type: "button" }, "Close all barriers");
  const csv = el("button", { type: "button" }, "CSV of this table");
  let seen = null;
  fold.addEventListener("click", () => {
    const all = viewOf(store).barriers.map(({ id }) => id);
    const isOpen = closed.size < all.length;
    closed.clear();
    if (isOpen) for (const id of all) closed.add(id);
    refresh();
  });
  csv.addEventListener("click", () => saveCsv(viewOf(store), "matrix", matrixGrid(seen)));
  return {
    row: el("div", { class: "tools", role: "group", "aria-label": "Filters of the matrix" }, [
      barrier,
      status,
      textField(store, "matrix-actor", "Actor", { placeholder: "part of a name or kind" }),
      choiceField(store, "matrix-steps", "Order of steps", orders(STEP_ORDERS)),
      choiceField(store, "matrix-actors", "Order of actors", orders(ACTOR_ORDERS)),
      resetButton(store, FILTERS),
      fold,
      csv,
    ]),
    renew(view, table) {
      seen = table;
      const select = barrier.querySelector("select");
      fillChoice(select, [["", "All"], ...view.barriers.map(({ id, name }) => [id, name])]);
      select.value = filterOf(store.get(), "matrix-barrier");
      fold.textContent = closed.size < view.barriers.length ? "Close all barriers" : "Open all barriers";
    },
  };
}

function orders([first, ...rest]) {
  return [["", first[1]], ...rest];
}

function signs() {
  const terms = SIGNS.map(([sign, means]) => [el("dt", null, sign), el("dd", null, means)]);
  const silence = [el("dt", null, "empty"), el("dd", null, "nothing is recorded; that is not a no")];
  return el(
    "details",
    { class: "signs" },
    el("summary", null, "What stands in the cells"),
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
      factWords(fact),
    ];
  }
  const id = anchor.getAttribute("data-id");
  const actor = view.actors.find((one) => one.id === id);
  if (actor) return [el("p", { class: "what" }, actor.name), el("p", { class: "where" }, actor.kind)];
  const step = view.steps.find((one) => one.id === id);
  const said = byId(`step-${view.key}-${id}`)?.querySelector("[data-reason]")?.textContent ?? step?.reason;
  return step ? [el("p", { class: "what" }, step.name), said ? el("p", null, said) : null] : null;
}
