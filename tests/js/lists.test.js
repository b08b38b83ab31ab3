import assert from "node:assert/strict";
import { test } from "node:test";

import "./english.mjs";
import { itemFor } from "../../viz/page/static/js/base/list.js";
import { byName, folded, hasAll } from "../../viz/page/static/js/base/words.js";
import { recordPasses } from "../../viz/page/static/js/facts/facts.js";
import { barriersOf, findingText, passes } from "../../viz/page/static/js/findings/findings.js";
import { patchFor, searched } from "../../viz/page/static/js/search/search.js";

// Words

test("text is compared without capital letters and accents", () => {
  assert.equal(folded("Fryslân"), "fryslan");
  assert.ok(hasAll(folded("Police at the door"), "DOOR  police"));
  assert.ok(!hasAll(folded("Police at the door"), "door window"));
  assert.ok(hasAll("anything", ""));
  assert.deepEqual(["Ärzte", "Zoll", "bank", "Step 10", "Step 9"].sort(byName), [
    "Ärzte",
    "bank",
    "Step 9",
    "Step 10",
    "Zoll",
  ]);
});

// Findings

const VIEW = {
  barriers: [{ id: "entry" }, { id: "finance" }],
  steps: [
    { id: "entry.door", barrier: "entry" },
    { id: "finance.cash", barrier: "finance" },
  ],
};

function finding(more = {}) {
  const usual = { question: "uncovered-step", certainty: "possible", priority: "high", subject: "entry.door" };
  return { ...usual, about: ["entry.door"], facts: [], ...more };
}

test("a finding belongs to the barriers of its steps, or to the barrier that it is about", () => {
  assert.deepEqual([...barriersOf(finding(), VIEW)], ["entry"]);
  assert.deepEqual(
    [...barriersOf(finding({ subject: "finance", about: ["finance", "nl.police"] }), VIEW)],
    ["finance"],
  );
  assert.deepEqual([...barriersOf(finding({ about: ["finance.cash"] }), VIEW)].sort(), ["entry", "finance"]);
  assert.deepEqual([...barriersOf(finding({ subject: "nl.police", about: [] }), VIEW)], []);
});

test("a finding passes when every filter that is set lets it", () => {
  const is = (wanted, words = "nobody at the door") => passes(finding(), words, wanted, VIEW);
  assert.ok(is({}));
  assert.ok(
    is({ certainty: "possible", question: "uncovered-step", barrier: "entry", priority: "high", text: "door" }),
  );
  assert.ok(!is({ certainty: "certain" }));
  assert.ok(!is({ question: "no-coordinator" }));
  assert.ok(!is({ barrier: "finance" }));
  assert.ok(!is({ priority: "low" }));
  assert.ok(!is({ text: "window" }));
});

test("a finding as text carries its citation, whose it is, and for whose eyes", () => {
  const parts = {
    title: "Door:  nobody",
    detail: "",
    lines: [
      ["source", "NL SWOT p. 1"],
      ["ask", "Police"],
    ],
    id: "uncovered-step:nl:entry.door",
  };
  const frame = {
    heading: "Open questions",
    foot: "Netherlands, January 2014. Handling: partners. Model abcdef012345.",
  };
  assert.equal(
    findingText(parts, frame),
    [
      "Open questions: Door: nobody",
      "source: NL SWOT p. 1",
      "ask: Police",
      "id: uncovered-step:nl:entry.door",
      "Netherlands, January 2014. Handling: partners. Model abcdef012345.",
    ].join("\n"),
  );
});

test("arrows go through a list and stay in it", () => {
  const items = ["a", "b", "c"];
  assert.equal(itemFor("ArrowDown", items, "a"), "b");
  assert.equal(itemFor("ArrowUp", items, "a"), null);
  assert.equal(itemFor("End", items, "a"), "c");
  assert.equal(itemFor("Home", items, "c"), "a");
  assert.equal(itemFor("Enter", items, "a"), null);
});

// Facts

test("a fact passes when every filter that is set lets it, and an actor has neither kind nor basis", () => {
  const row = { kind: "cover", basis: "stated", keys: ["nl-five-barriers", "nl-chain"] };
  assert.ok(recordPasses(row, "", {}));
  assert.ok(recordPasses(row, "police", { key: "nl-chain", kind: "cover", basis: "stated", text: "Police" }));
  assert.ok(!recordPasses(row, "", { key: "nl-five" }));
  assert.ok(!recordPasses(row, "", { kind: "member" }));
  assert.ok(!recordPasses(row, "", { basis: "inferred" }));
  assert.ok(!recordPasses(row, "police", { text: "mayor" }));
  assert.ok(recordPasses({ keys: ["nl-chain"] }, "", { key: "nl-chain", kind: "cover", basis: "stated" }));
});

// Search

const ENTRIES = [
  { id: "nl.aliens", kind: "actor", text: "Aliens Police" },
  { id: "nl.police", kind: "actor", text: "Police" },
  { id: "nl.kmar", kind: "actor", text: "KMar", more: "Royal military police" },
  { id: "entry.door", kind: "step", text: "Door" },
  { id: "f1", kind: "fact", text: "Police at the door" },
];

test("what begins with the words comes first, then where a word does, then what only knows them", () => {
  const [actors, facts] = searched(ENTRIES, "police");
  assert.deepEqual(
    actors.entries.map(({ id }) => id),
    ["nl.police", "nl.aliens", "nl.kmar"],
  );
  assert.equal(facts.kind, "fact");
});

test("all words must be there, few are shown, all are counted", () => {
  assert.deepEqual(
    searched(ENTRIES, "door police").map(({ kind }) => kind),
    ["fact"],
  );
  const [actors] = searched(ENTRIES, "police", 1);
  assert.deepEqual([actors.entries.length, actors.total], [1, 3]);
  assert.deepEqual(searched(ENTRIES, "  "), []);
  assert.deepEqual(searched(ENTRIES, "nothing of the kind"), []);
});

test("a hit leads to where it can be seen", () => {
  const state = { view: "summary", country: "NL", script: "chain" };
  const go = (kind, view = "summary") => patchFor({ id: "x", kind, country: "RO" }, { ...state, view });
  assert.deepEqual(go("finding"), { selected: "x", country: "RO", script: "chain", view: "findings" });
  assert.equal(go("step").view, "graph");
  assert.equal(go("fact").view, "facts");
  assert.equal(go("actor", "matrix").view, undefined);
});
