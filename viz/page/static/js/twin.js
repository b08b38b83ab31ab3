// The facts as a table: filters, sorting and CSV over what stands in the page already.

import { announce, append, byId, clear, el, seenText } from "./dom.js";
import { choiceField, fillChoice, filterOf, filtersDiffer, resetButton, textField } from "./filters.js";
import { viewOf } from "./state.js";
import { saveCsv } from "./takeaway.js";
import { byName, folded, hasAll } from "./words.js";

const MOST_ROWS_OF_TWIN = 1000;

/** The facts in their section. */
export function mountTwin(section, store) {
  const tables = ["facts", "actors"].map((what) => twinTable(section, what)).filter(Boolean);
  if (!tables.length) return;
  const [facts] = tables;
  const kind = choiceField(store, "facts-kind", "Kind", [["", "All"]]);
  const csv = el("button", { type: "button" }, "CSV of these facts");
  const tools = el("div", { class: "tools", role: "group", "aria-label": "Filters of the facts" }, [
    choiceField(store, "facts-of", "From", [
      ["", "The whole page"],
      ["view", "What is looked at"],
    ]),
    kind,
    choiceField(store, "facts-basis", "Basis", [
      ["", "All"],
      ["stated", "stated"],
      ["inferred", "inferred"],
    ]),
    textField(store, "facts-text", "Text", { placeholder: "words in a fact" }),
    resetButton(store, "facts-"),
    csv,
  ]);
  csv.addEventListener("click", () => saveCsv(viewOf(store), "facts", facts.grid()));
  section.querySelector("h2").after(tools);
  let stale = true;
  let isNew = true;

  function refresh() {
    if (isNew) {
      // A long table is read only once somebody looks at it.
      fillChoice(kind.querySelector("select"), factKinds(facts.rows));
      kind.querySelector("select").value = filterOf(store.get(), "facts-kind");
      isNew = false;
    }
    const wanted = wantedFacts(store);
    for (const table of tables) table.filter(wanted);
    stale = false;
  }

  store.subscribe((state, before) => {
    const isOther = state.country !== before.country || state.script !== before.script;
    stale ||= isOther || filtersDiffer(state, before, "facts-");
    if (state.view !== "facts") return;
    if (stale) refresh();
    if (state.selected !== before.selected || before.view !== "facts") showRow(section, state.selected);
  });
  if (store.get().view === "facts") {
    refresh();
    showRow(section, store.get().selected);
  }
}

function wantedFacts(store) {
  const state = store.get();
  const wanted = (name) => filterOf(state, `facts-${name}`);
  return {
    key: wanted("of") === "view" ? viewOf(store).key : "",
    kind: wanted("kind"),
    basis: wanted("basis"),
    text: wanted("text"),
  };
}

/** The kinds of the facts in the words of their column, with how many there are. */
function factKinds(rows) {
  const found = new Map();
  for (const row of rows) {
    const { kind } = row.dataset;
    const words = row.cells[1].textContent;
    found.set(kind, [words, (found.get(kind)?.[1] ?? 0) + 1]);
  }
  const kinds = [...found].map(([kind, [words, count]]) => [kind, `${words} (${count})`]);
  return [["", "All"], ...kinds.sort((one, other) => byName(one[1], other[1]))];
}

function showRow(section, selected) {
  for (const row of section.querySelectorAll("tr.lit")) row.classList.remove("lit");
  const row = selected ? (byId(`fact-${selected}`) ?? byId(`actor-${selected}`)) : null;
  if (!row || !section.contains(row)) return;
  row.classList.add("lit");
  row.hidden = false;
  if (!row.contains(document.activeElement)) row.scrollIntoView({ block: "center" });
}

// A table of the twin

function twinTable(section, what) {
  const table = section.querySelector(`#${what}-table`);
  return table ? new TwinTable(table, what) : null;
}

/** A table with its rows filtered and sorted; of very many only the first are shown until more are asked for. */
class TwinTable {
  constructor(table, what) {
    this.table = table;
    this.what = what;
    this.body = table.tBodies[0];
    this.rows = [...this.body.rows];
    this.passing = this.rows;
    this.room = MOST_ROWS_OF_TWIN;
    this.words = new Map();
    this.count = el("p", { class: "count" });
    this.more = el("button", { type: "button", hidden: true }, `Show ${MOST_ROWS_OF_TWIN} more`);
    this.more.addEventListener("click", () => this.show(this.room + MOST_ROWS_OF_TWIN));
    const box = table.closest(".scroll") ?? table;
    box.before(this.count);
    box.after(this.more);
    sortable(table, (column, descending) => this.sort(column, descending));
  }

  sort(column, descending) {
    const keys = new Map(this.rows.map((row) => [row, row.cells[column].textContent.trim()]));
    const sign = descending ? -1 : 1;
    // Equal ones stay in the order in which they came.
    this.rows.sort((one, other) => byName(keys.get(one), keys.get(other)) * sign);
    this.body.append(...this.rows);
    this.filter(this.wanted);
  }

  filter(wanted) {
    this.wanted = wanted;
    const own = this.what === "facts" ? wanted : { ...wanted, kind: "", basis: "" };
    this.passing = this.rows.filter((row) => rowPasses(row.dataset, own.text ? this.wordsOf(row) : "", own));
    this.show(MOST_ROWS_OF_TWIN);
  }

  wordsOf(row) {
    if (!this.words.has(row)) this.words.set(row, folded(row.textContent));
    return this.words.get(row);
  }

  show(room) {
    this.room = room;
    const shown = new Set(this.passing.slice(0, room));
    for (const row of this.rows) row.hidden = !shown.has(row);
    this.more.hidden = this.passing.length <= room;
    const found = this.passing.length === shown.size ? "" : `; ${this.passing.length} are found`;
    const sentence = `${shown.size} of ${this.rows.length} ${this.what} shown${found}`;
    if (this.what === "facts" && this.count.textContent && this.count.textContent !== sentence) announce(sentence);
    this.count.textContent = sentence;
  }

  /** All rows that pass, also those that are not shown yet. */
  grid() {
    const header = [...this.table.tHead.rows[0].cells].map(
      (cell) => cell.querySelector(".sort").firstChild.textContent,
    );
    return { header, rows: this.passing.map((row) => [...row.cells].map(cellText)) };
  }
}

/** Whether a row passes: `row` is its `{kind, basis, keys}`, `words` its folded text. */
export function rowPasses(row, words, wanted) {
  if (wanted.key && !(row.keys ?? "").split(" ").includes(wanted.key)) return false;
  if (wanted.kind && row.kind !== wanted.kind) return false;
  if (wanted.basis && row.basis !== wanted.basis) return false;
  return hasAll(words, wanted.text);
}

function sortable(table, sort) {
  const heads = [...table.tHead.rows[0].cells];
  for (const [column, head] of heads.entries()) {
    const label = head.textContent;
    const sign = el("span", { class: "sign", "aria-hidden": "true" });
    const button = el("button", { type: "button", class: "sort" }, label, sign);
    button.addEventListener("click", () => {
      const descending = head.getAttribute("aria-sort") === "ascending";
      for (const other of heads) {
        other.removeAttribute("aria-sort");
        other.querySelector(".sign").textContent = "";
      }
      head.setAttribute("aria-sort", descending ? "descending" : "ascending");
      sign.textContent = descending ? " ↓" : " ↑";
      sort(column, descending);
    });
    append(clear(head), button);
  }
}

/** A cell as text; what stands in it in several paragraphs or items is kept apart. */
function cellText(cell) {
  const parts = [...cell.querySelectorAll("p, li")];
  return (parts.length ? parts : [cell]).map(seenText).join("; ");
}
