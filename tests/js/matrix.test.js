import assert from "node:assert/strict";
import { test } from "node:test";
import { itemAt, offsetsOf, rowRems, scrollFor, windowOf } from "../../viz/page/static/js/matrix/grid.js";
import { moved } from "../../viz/page/static/js/matrix/keys.js";
import {
  countCovers,
  flatRows,
  litIn,
  matrixGrid,
  matrixTable,
  sheets,
  switches,
} from "../../viz/page/static/js/matrix/model.js";

const ORDER = ["uncovered", "insufficient", "covered", "limited", "detected", "inferred", "unknown"];

function cover(fact, actor, step, more = {}) {
  return { fact, actor, step, power: "hinder", state: "active", short: "H act", long: "hinder active", ...more };
}

const VIEW = {
  key: "nl-five-barriers",
  barriers: [
    { id: "entry", name: "Entry" },
    { id: "finance", name: "Finance" },
  ],
  steps: [
    { id: "entry.road", name: "Road", barrier: "entry", status: "unknown" },
    { id: "entry.door", name: "Door", barrier: "entry", status: "covered" },
    { id: "finance.cash", name: "Cash", barrier: "finance", status: "limited" },
  ],
  actors: [
    { id: "nl.bank", called: "Banks", name: "Banks", kind: "trade" },
    { id: "nl.fier", called: "Fier Fryslân", name: "Fier Fryslân", kind: "ngo" },
    { id: "nl.police", called: "Police", name: "National Police", kind: "police" },
    { id: "nl.silent", called: "Silent", name: "Silent", kind: "ngo" },
  ],
  covers: [
    cover("c1", "nl.police", "entry.door"),
    cover("c2", "nl.police", "entry.door", { power: "detect", long: "detect active" }),
    cover("c3", "nl.police", "finance.cash", { state: "planned", long: "hinder planned" }),
    cover("c4", "nl.fier", "entry.door"),
    cover("c5", "nl.bank", "finance.cash"),
    cover("c6", "nl.bank", "chain.elsewhere"),
  ],
  networks: [{ id: "nl.table", members: ["nl.fier"] }],
  routes: [{ id: "way", steps: ["entry.road", "finance.cash"] }],
  findings: [{ id: "gap", subject: "entry.road", about: ["entry.road"], facts: ["c4"] }],
};

const STATUSES = Object.fromEntries(VIEW.steps.map(({ id, status }) => [id, status]));

function table(wanted = {}, statuses = STATUSES) {
  return matrixTable(VIEW, wanted, statuses, ORDER);
}

const stepsOf = ({ groups }) => groups.flatMap(({ rows }) => rows.map(({ step }) => step.id));
const columnsOf = ({ columns }) => columns.map(({ id }) => id);

test("rows stand in the order of the script, columns the busiest first, without who is recorded nowhere", () => {
  assert.deepEqual(stepsOf(table()), ["entry.road", "entry.door", "finance.cash"]);
  assert.deepEqual(columnsOf(table()), ["nl.police", "nl.bank", "nl.fier"]);
  assert.equal(table().ofActors, 3);
});

test("a cell holds its covers in the order of the data; a cover of another script is left out", () => {
  const [{ rows }] = table().groups;
  assert.deepEqual(
    rows[1].cells.get("nl.police").map(({ fact }) => fact),
    ["c1", "c2"],
  );
  assert.equal(rows[0].cells.size, 0);
  assert.equal(countCovers(rows[1]), 3);
});

test("filters leave rows out, and columns that then are empty", () => {
  assert.deepEqual(columnsOf(table({ barrier: "finance" })), ["nl.bank", "nl.police"]);
  assert.deepEqual(stepsOf(table({ status: "unknown" })), ["entry.road"]);
  assert.deepEqual(columnsOf(table({ actor: "fryslan" })), ["nl.fier"]);
  assert.deepEqual(columnsOf(table({ actor: "TRADE" })), ["nl.bank"]);
  const { steps, ofSteps } = table({ barrier: "finance" });
  assert.deepEqual([steps, ofSteps], [1, 3]);
});

test("a status is that of now, and the row knows what it was", () => {
  const now = { ...STATUSES, "entry.door": "unknown" };
  const [{ rows }] = table({ status: "unknown" }, now).groups;
  assert.deepEqual(
    rows.map(({ status, was }) => [status, was]),
    [
      ["unknown", "unknown"],
      ["unknown", "covered"],
    ],
  );
});

test("steps are ordered within their barrier", () => {
  assert.deepEqual(stepsOf(table({ steps: "covers" })), ["entry.door", "entry.road", "finance.cash"]);
  assert.deepEqual(stepsOf(table({ steps: "status" })), ["entry.road", "entry.door", "finance.cash"]);
});

test("actors are ordered by name or by kind", () => {
  assert.deepEqual(columnsOf(table({ actors: "name" })), ["nl.bank", "nl.fier", "nl.police"]);
  assert.deepEqual(columnsOf(table({ actors: "kind" })), ["nl.fier", "nl.police", "nl.bank"]);
});

test("a closed barrier keeps its heading", () => {
  const rows = flatRows(table(), new Set(["entry"]));
  assert.deepEqual(
    rows.map(({ group, row }) => row?.step.id ?? group.id),
    ["entry", "finance", "finance.cash"],
  );
});

test("switched off is a cover, its actor or its network; on is only a planned one", () => {
  const is = switches(VIEW, { off: ["nl.table", "c1"], on: ["c3", "c5"] });
  assert.deepEqual(
    VIEW.covers.map((one) => is(one)),
    ["off", "", "on", "off", "", ""],
  );
});

test("for a spreadsheet each cell holds the whole words", () => {
  const { header, rows } = matrixGrid(table());
  assert.deepEqual(header, ["barrier", "step", "name", "status", "Police", "Banks", "Fier Fryslân"]);
  assert.deepEqual(rows[1], [
    "Entry",
    "entry.door",
    "Door",
    "covered",
    "hinder active; detect active",
    "",
    "hinder active",
  ]);
});

test("on paper a barrier has only its own actors, and as many beside one another as fit", () => {
  const parts = sheets(table(), 1).map(({ group, columns, part, parts: of }) => [
    group.id,
    columns.map(({ id }) => id),
    part,
    of,
  ]);
  assert.deepEqual(parts, [
    ["entry", ["nl.police"], 1, 2],
    ["entry", ["nl.fier"], 2, 2],
    ["finance", ["nl.police"], 1, 2],
    ["finance", ["nl.bank"], 2, 2],
  ]);
  assert.equal(sheets(table({ status: "unknown" }), 7).length, 1);
});

test("a selection lights what it speaks of", () => {
  assert.deepEqual([...litIn(VIEW, null)], []);
  assert.deepEqual([...litIn(VIEW, "c1")], ["c1", "entry.door", "nl.police"]);
  assert.deepEqual([...litIn(VIEW, "gap")], ["gap", "entry.road", "c4"]);
  assert.deepEqual([...litIn(VIEW, "way")], ["way", "entry.road", "finance.cash"]);
  assert.deepEqual([...litIn(VIEW, "finance")], ["finance", "finance.cash"]);
  assert.deepEqual([...litIn(VIEW, "nl.bank")], ["nl.bank", "c5", "c6"]);
});

// Keyboard

test("arrows go from cell to cell and stop at the edges", () => {
  const size = { rows: 3, columns: 5 };
  const go = (key, place, ctrl = false) => moved(key, ctrl, place, size);
  assert.deepEqual(go("ArrowRight", { row: 0, column: 4 }), { row: 0, column: 4 });
  assert.deepEqual(go("ArrowDown", { row: 2, column: 1 }), { row: 2, column: 1 });
  assert.deepEqual(go("ArrowUp", { row: 0, column: 1 }), { row: -1, column: 1, end: true });
  assert.deepEqual(go("Home", { row: 1, column: 3 }), { row: 1, column: 0 });
  assert.deepEqual(go("End", { row: 1, column: 3 }, true), { row: 2, column: 4 });
  assert.deepEqual(go("PageDown", { row: 0, column: 0 }), { row: 2, column: 0 });
  assert.equal(go("Enter", { row: 0, column: 0 }), null);
});

// The window of a large matrix

test("a window holds exactly what can be seen, and what is spared around it", () => {
  const offsets = offsetsOf([10, 20, 30, 40]);
  assert.deepEqual([...offsets], [0, 10, 30, 60, 100]);
  assert.equal(itemAt(offsets, 29), 1);
  assert.equal(itemAt(offsets, 30), 2);
  assert.equal(itemAt(offsets, 5000), 3);
  assert.deepEqual(windowOf(offsets, 15, 45), [1, 3]);
  assert.deepEqual(windowOf(offsets, 15, 45, 1), [0, 4]);
  assert.deepEqual(windowOf(offsets, -50, -10), [0, 1]);
  assert.deepEqual(windowOf(offsetsOf([]), 0, 100), [0, 0]);
});

test("scrolling to an item moves as little as is needed", () => {
  const offsets = offsetsOf([10, 20, 30, 40]);
  assert.equal(scrollFor(offsets, 1, 20, 50), 10);
  assert.equal(scrollFor(offsets, 1, 5, 50), 5);
  assert.equal(scrollFor(offsets, 3, 0, 50), 50);
  assert.equal(scrollFor(offsets, 3, 0, 20), 60);
});

test("a row of a large matrix is high enough for its covers", () => {
  const row = (count) => ({ row: { cells: new Map([["a", Array(count).fill({})]]) } });
  assert.ok(rowRems(row(9)) >= 9 * 1.5);
  assert.equal(rowRems(row(0)), rowRems(row(1)));
  assert.ok(rowRems({ row: null }) > 0);
});
