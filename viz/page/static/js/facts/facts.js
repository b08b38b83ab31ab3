// The facts and the actors as tables, made of the data: filters, sorting and CSV.

import { append, buttonFor, el, listOf, refill, tellCount, termsOf } from "../base/dom.js";
import { saveCsv } from "../base/export.js";
import { filtersOf, filterTools, whileShown } from "../base/filters.js";
import { viewOf } from "../base/state.js";
import { citeElement, citeText, inRuns, plainText, told } from "../base/told.js";
import { byName, folded, hasAll, say } from "../base/words.js";

const MOST_ROWS = 1000;

// The columns: what heads each, what stands in its cells as text, and the same as elements where that is more.
const LAST_COLUMNS = [
  ["handling", ({ handling }) => handling],
  ["id", ({ id }) => id],
];
const FACT_COLUMNS = [
  ["says", ({ says }) => says, ({ says }) => inRuns(says)],
  ["kind", ({ called }) => called],
  ["basis", ({ stands }) => stands],
  ["beside", ({ beside }) => beside.join("; "), ({ beside }) => beside.map((one) => el("p", null, inRuns(one)))],
  ["when", ({ when }) => when],
  [
    "cited",
    ({ cites }) => cites.map(citeText).join("; ") || say("page.facts.nobody"),
    ({ cites }) => (cites.length ? listOf("cites", cites.map(citeElement)) : say("page.facts.nobody")),
  ],
  ...LAST_COLUMNS,
];
const ACTOR_COLUMNS = [
  ["actor", ({ says }) => says, ({ says }) => inRuns(says)],
  [
    "about",
    ({ pairs }) => pairs.map(([label, words]) => `${label}: ${words}`).join("; "),
    ({ pairs }) => termsOf(pairs.map(([label, words]) => [label, inRuns(words)])),
  ],
  ...LAST_COLUMNS,
];

/** The tables in their section; made when they are first looked at. */
export function mountFacts(section, store) {
  let tables = null;
  const fields = [
    {
      name: "of",
      label: say("page.facts.from"),
      options: [
        ["", say("page.facts.from-page")],
        ["view", say("page.facts.from-view")],
      ],
    },
    { name: "kind", label: say("page.facts.kinds"), options: () => kindsOf(told().facts) },
    { name: "basis", label: say("page.facts.bases"), options: store.data.bases },
    { name: "text", label: say("page.text"), placeholder: say("page.facts.words") },
  ];
  const csv = buttonFor(say("page.facts.csv"), () => saveCsv(viewOf(store), "facts", tables[0].grid()));
  const tools = filterTools(store, "facts", say("page.facts.filters"), fields, csv);
  section.append(tools.element);

  function refresh() {
    if (!tables) {
      const { facts, actors } = told();
      tables = [
        new RecordTable(section, "fact", facts, FACT_COLUMNS),
        new RecordTable(section, "actor", actors, ACTOR_COLUMNS),
      ];
      tools.renew();
    }
    const wanted = filtersOf(store.get(), "facts", ["of", "kind", "basis", "text"]);
    for (const table of tables) table.filter({ ...wanted, key: wanted.of === "view" ? viewOf(store).key : "" });
  }

  function select(selected) {
    for (const row of section.querySelectorAll("tr.lit")) row.classList.remove("lit");
    const row = selected && tables.map((table) => table.rowOf(selected)).find(Boolean);
    if (!row) return;
    row.classList.add("lit");
    if (!row.contains(document.activeElement)) row.scrollIntoView({ block: "center" });
  }

  // A link to a row leads there also where a filter leaves it out, or where it stands far down.
  section.addEventListener("wanted", ({ detail }) => tables.some((table) => table.rowOf(detail)));
  whileShown(store, "facts", ["country", "script"], { refresh, select });
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
    this.more = buttonFor(say("page.more-rows", { n: MOST_ROWS }), () => this.show(this.room + MOST_ROWS), {
      hidden: true,
    });
    this.body = el("tbody");
    const caption = `${what}s-table-caption`;
    const title = el("caption", { id: caption }, say(`page.${what}s.caption`, { n: records.length }));
    const heads = columns.map(([name], column) => this.head(name, column));
    const table = el("table", { id: `${what}s-table` }, title, el("thead", null, el("tr", null, heads)), this.body);
    const box = el("div", { class: "scroll", tabindex: "0", role: "group", "aria-labelledby": caption }, table);
    append(section, this.count, box, this.more);
  }

  /** What heads a column; pressed once the rows are sorted by it, pressed again from the last. */
  head(name, column) {
    const sign = el("span", { class: "sign", "aria-hidden": "true" });
    const sort = () => {
      const descending = head.getAttribute("aria-sort") === "ascending";
      for (const other of head.parentElement.cells) {
        other.removeAttribute("aria-sort");
        other.querySelector(".sign").textContent = "";
      }
      head.setAttribute("aria-sort", descending ? "descending" : "ascending");
      sign.textContent = descending ? " ↓" : " ↑";
      this.sort(column, descending ? -1 : 1);
    };
    const head = el("th", { scope: "col" }, buttonFor([say(`page.facts.${name}`), sign], sort, { class: "sort" }));
    return head;
  }

  sort(column, sign) {
    const text = this.columns[column][1];
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
    return this.columns.map(([, text]) => plainText(text(record)));
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
    const said = say(this.more.hidden ? `page.rows-shown.${this.what}s` : `page.rows-found.${this.what}s`, values);
    tellCount(this.count, said, this.what === "fact");
  }

  row(record) {
    if (!this.rows.has(record)) this.rows.set(record, this.made(record));
    return this.rows.get(record);
  }

  made(record) {
    const { id, kind, basis } = record;
    const cells = this.columns.map(([name, text, content = text], place) =>
      place
        ? el("td", { class: name === "id" ? "id" : null }, content(record))
        : el("th", { scope: "row" }, content(record)),
    );
    return el("tr", { id: `${this.what}-${id}`, "data-id": id, "data-kind": kind, "data-basis": basis }, cells);
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
