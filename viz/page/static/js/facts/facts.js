// The facts and the actors as tables, made of the data: filters, sorting and CSV.

import { announce, append, clear, el, refill } from "../base/dom.js";
import { saveCsv } from "../base/export.js";
import { choiceField, filterOf, filtersDiffer, refillChoice, resetButton, textField } from "../base/filters.js";
import { viewOf } from "../base/state.js";
import { byName, folded, hasAll } from "../base/text.js";
import { citeElement, citeText, inRuns, plainText, told } from "../base/told.js";
import { say } from "../base/words.js";

const MOST_ROWS = 1000;

/** The columns: what heads each, what stands in its cells, and the same as text. */
function factColumns() {
  return [
    ["says", (fact) => inRuns(fact.says), (fact) => fact.says],
    ["kind", (fact) => fact.called, (fact) => fact.called],
    ["basis", (fact) => fact.stands, (fact) => fact.stands],
    ["beside", (fact) => fact.beside.map((one) => el("p", null, inRuns(one))), (fact) => fact.beside.join("; ")],
    ["when", (fact) => fact.when, (fact) => fact.when],
    ["cited", whoSaysSo, (fact) => fact.cites.map(citeText).join("; ") || say("page.facts.nobody")],
    ...lastColumns(),
  ];
}

function actorColumns() {
  const listed = ({ pairs }) => pairs.map(([label, words]) => [el("dt", null, label), el("dd", null, inRuns(words))]);
  return [
    ["actor", (actor) => inRuns(actor.says), (actor) => actor.says],
    [
      "about",
      (actor) => el("dl", null, listed(actor)),
      ({ pairs }) => pairs.map(([label, words]) => `${label}: ${words}`).join("; "),
    ],
    ...lastColumns(),
  ];
}

function lastColumns() {
  return [
    ["handling", ({ handling }) => handling, ({ handling }) => handling],
    ["id", ({ id }) => id, ({ id }) => id],
  ];
}

function whoSaysSo({ cites }) {
  if (!cites.length) return say("page.facts.nobody");
  const items = cites.map((cite) => el("li", null, citeElement(cite)));
  return el("ul", { class: "cites" }, items);
}

/** The tables in their section; made when they are first looked at. */
export function mountFacts(section, store) {
  let tables = null;
  let stale = true;
  const all = ["", say("page.all")];
  const kind = choiceField(store, "facts-kind", say("page.facts.kinds"), [all]);
  const csv = el("button", { type: "button" }, say("page.facts.csv"));
  csv.addEventListener("click", () => saveCsv(viewOf(store), "facts", tables[0].grid()));
  append(
    section,
    el("div", { class: "tools", role: "group", "aria-label": say("page.facts.filters") }, [
      choiceField(store, "facts-of", say("page.facts.from"), [
        ["", say("page.facts.from-page")],
        ["view", say("page.facts.from-view")],
      ]),
      kind,
      choiceField(store, "facts-basis", say("page.facts.bases"), [all, ...store.data.bases]),
      textField(store, "facts-text", say("page.text"), { placeholder: say("page.facts.words") }),
      resetButton(store, "facts-"),
      csv,
    ]),
  );

  function make() {
    const { facts, actors } = told();
    tables = [
      new RecordTable(section, "fact", facts, factColumns()),
      new RecordTable(section, "actor", actors, actorColumns()),
    ];
    refillChoice(store, kind, "facts-kind", [all, ...kindsOf(facts)]);
  }

  function refresh() {
    if (!tables) make();
    const wanted = wantedFacts(store);
    for (const table of tables) table.filter(wanted);
    stale = false;
  }

  function light(selected) {
    for (const row of section.querySelectorAll("tr.lit")) row.classList.remove("lit");
    const row = selected && tables.map((table) => table.rowOf(selected)).find(Boolean);
    if (!row) return;
    row.classList.add("lit");
    if (!row.contains(document.activeElement)) row.scrollIntoView({ block: "center" });
  }

  store.subscribe((state, before) => {
    const isOther = state.country !== before.country || state.script !== before.script;
    stale ||= isOther || filtersDiffer(state, before, "facts-");
    if (state.view !== "facts") return;
    if (stale) refresh();
    if (state.selected !== before.selected || before.view !== "facts") light(state.selected);
  });
  // A link to a row leads there also where a filter leaves it out, or where it stands far down.
  section.addEventListener("wanted", ({ detail }) => tables.some((table) => table.rowOf(detail)));
  if (store.get().view !== "facts") return;
  refresh();
  light(store.get().selected);
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

/** The kinds of the facts as they are called, with how many there are. */
function kindsOf(facts) {
  const found = new Map();
  for (const { kind, called } of facts) found.set(kind, [called, (found.get(kind)?.[1] ?? 0) + 1]);
  const kinds = [...found].map(([kind, [called, count]]) => [kind, `${called} (${count})`]);
  return kinds.sort((one, other) => byName(one[1], other[1]));
}

/** Whether a fact or an actor passes; `words` is its folded text. An actor has neither kind nor basis. */
export function recordPasses(record, words, wanted) {
  if (wanted.key && !record.keys.includes(wanted.key)) return false;
  if (wanted.kind && record.kind && record.kind !== wanted.kind) return false;
  if (wanted.basis && record.basis && record.basis !== wanted.basis) return false;
  return hasAll(words, wanted.text);
}

/** A table of records, filtered and sorted; of very many only the first are shown until more are asked for. */
class RecordTable {
  constructor(section, what, records, columns) {
    Object.assign(this, { what, columns, records, passing: records, room: MOST_ROWS, rows: new Map() });
    this.words = new Map();
    this.count = el("p", { class: "count" });
    this.more = el("button", { type: "button", hidden: true }, say("page.more-rows", { n: MOST_ROWS }));
    this.more.addEventListener("click", () => this.show(this.room + MOST_ROWS));
    this.body = el("tbody");
    const caption = `${what}s-table-caption`;
    const title = say(`page.${what}s.caption`, { n: records.length });
    const head = el(
      "tr",
      null,
      columns.map(([name]) => el("th", { scope: "col" }, say(`page.facts.${name}`))),
    );
    const table = el(
      "table",
      { id: `${what}s-table` },
      el("caption", { id: caption }, title),
      el("thead", null, head),
      this.body,
    );
    sortable(head, (column, sign) => this.sort(column, sign));
    const box = el("div", { class: "scroll", tabindex: "0", role: "group", "aria-labelledby": caption }, table);
    append(section, this.count, box, this.more);
  }

  sort(column, sign) {
    const text = this.columns[column][2];
    const keys = new Map(this.records.map((one) => [one, plainText(text(one))]));
    // Equal ones stay in the order in which they came.
    this.records = [...this.records].sort((one, other) => byName(keys.get(one), keys.get(other)) * sign);
    this.filter(this.wanted);
  }

  filter(wanted) {
    this.wanted = wanted;
    this.passing = this.records.filter((one) => recordPasses(one, wanted.text ? this.wordsOf(one) : "", wanted));
    this.show(MOST_ROWS);
  }

  textsOf(record) {
    return this.columns.map(([, , text]) => plainText(text(record)));
  }

  wordsOf(record) {
    if (!this.words.has(record)) this.words.set(record, folded(this.textsOf(record).join(" ")));
    return this.words.get(record);
  }

  show(room) {
    this.room = room;
    const shown = this.passing.slice(0, room);
    refill(
      this.body,
      shown.map((one) => this.row(one)),
    );
    this.more.hidden = this.passing.length <= room;
    const values = { shown: shown.length, n: this.records.length, found: this.passing.length };
    const said = say(`page.${this.what}s.${this.more.hidden ? "shown" : "shown-of-found"}`, values);
    if (this.what === "fact" && this.count.textContent && this.count.textContent !== said) announce(said);
    this.count.textContent = said;
  }

  row(record) {
    if (!this.rows.has(record)) this.rows.set(record, this.made(record));
    return this.rows.get(record);
  }

  made(record) {
    const [[, first], ...rest] = this.columns;
    return el(
      "tr",
      { id: `${this.what}-${record.id}`, "data-id": record.id, "data-kind": record.kind, "data-basis": record.basis },
      el("th", { scope: "row" }, first(record)),
      rest.map(([name, content]) => el("td", { class: name === "id" ? "id" : null }, content(record))),
    );
  }

  /** The row of an id, brought into the table where it is not; null where there is none. */
  rowOf(id) {
    const record = this.records.find((one) => one.id === id);
    if (!record) return null;
    const row = this.row(record);
    if (row.isConnected) return row;
    const place = this.passing.indexOf(record);
    if (place >= 0) this.show(Math.ceil((place + 1) / MOST_ROWS) * MOST_ROWS);
    else append(this.body, row);
    return row;
  }

  /** All rows that pass, also those that are not shown yet. */
  grid() {
    const header = this.columns.map(([name]) => say(`page.facts.${name}`));
    return { header, rows: this.passing.map((one) => this.textsOf(one)) };
  }
}

function sortable(row, sort) {
  const heads = [...row.cells];
  for (const [column, head] of heads.entries()) {
    const sign = el("span", { class: "sign", "aria-hidden": "true" });
    const button = el("button", { type: "button", class: "sort" }, head.textContent, sign);
    button.addEventListener("click", () => {
      const descending = head.getAttribute("aria-sort") === "ascending";
      for (const other of heads) {
        other.removeAttribute("aria-sort");
        other.querySelector(".sign").textContent = "";
      }
      head.setAttribute("aria-sort", descending ? "descending" : "ascending");
      sign.textContent = descending ? " ↓" : " ↑";
      sort(column, descending ? -1 : 1);
    });
    append(clear(head), button);
  }
}
