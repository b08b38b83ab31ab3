import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { detailsText } from "../../viz/page/static/js/details/text.js";
import { createKnown, factParts, nameIn, ownerOf, subjectName, whatIs } from "../../viz/page/static/js/base/known.js";

// The page as far as these modules look at it: rows of the table of facts, by their ids.

const cell = (...texts) => ({
  textContent: texts.join(" "),
  querySelectorAll: () => texts.map((textContent) => ({ textContent })),
});

function row(id, kind, touches, keys = "nl-town") {
  const cells = [cell(`${id} says`), cell(kind), cell("stated"), cell("a note", "and more"), cell("since 2012")];
  return { dataset: { id, touches, keys }, cells: [...cells, cell("p. 1 (report)"), cell("public")] };
}

const ROWS = [
  row("cover-1", "cover", "nl.police entry.door"),
  row("ceiling-1", "ceiling", "entry.door"),
  row("cover-2", "cover", "entry.door", "ro-town"),
];

beforeEach(() => {
  const elements = new Map(ROWS.map((one) => [`fact-${one.dataset.id}`, one]));
  const tags = ROWS.map(({ dataset }) => `<tr id=fact-${dataset.id} data-touches="${dataset.touches}">`);
  elements.set("stored-facts", { textContent: `<tbody>${tags.join("")}</tbody>` });
  elements.set("finding-nl-town-1", { querySelector: () => ({ textContent: "Door: nobody is said to hold it" }) });
  globalThis.document = { getElementById: (id) => elements.get(id) ?? null };
});

const VIEW = {
  key: "nl-town",
  country: "NL",
  script: "town",
  barriers: [{ id: "entry", name: "Entry" }],
  steps: [{ id: "entry.door", name: "Door", barrier: "entry", status: "short", reason: "In part." }],
  actors: [{ id: "nl.police", called: "Police", name: "National Police" }],
  networks: [{ id: "nl.table", name: "Round table", members: [] }],
  tracks: [{ id: "way", name: "The way in", steps: ["entry.door"] }],
  findings: [
    { id: "uncovered-step:nl:entry.door", about: ["entry.door"], facts: ["ceiling-1"], certainty: "possible" },
  ],
  nodes: [
    { id: "nl.police@entry", of: "nl.police", kind: "actor" },
    { id: "taxi@shell.2", of: "taxi", kind: "facilitator", shell: 2 },
    { id: "core", kind: "core" },
  ],
  edges: [{ id: "entry.door>entry.road", from: "nl.police@entry", to: "entry.door", kind: "LEADS_TO", fact: null }],
  covers: [],
};

test("everything that can be selected is known by its kind and name", () => {
  const known = createKnown();
  const told = (id) => {
    const found = whatIs(id, VIEW, known);
    return found && [found.type, found.name];
  };
  assert.deepEqual(told("entry.door"), ["step", "Door"]);
  assert.deepEqual(told("nl.police"), ["actor", "Police"]);
  assert.deepEqual(told("entry"), ["barrier", "Entry"]);
  assert.deepEqual(told("way"), ["track", "The way in"]);
  assert.deepEqual(told("uncovered-step:nl:entry.door"), ["finding", "Door: nobody is said to hold it"]);
  assert.deepEqual(told("cover-1"), ["fact", "cover-1 says"]);
  assert.deepEqual(told("entry.door>entry.road"), ["edge", "Police → Door"]);
  assert.deepEqual(told("shell.2"), ["shell", "Shell 2"]);
  assert.deepEqual(told("core"), ["core", "Core group"]);
  for (const id of ["", "nobody", "shell.3", "__proto__", "constructor"]) assert.equal(told(id), null);
});

test("the facts of something are those of the view that touch it, kind by kind", () => {
  const known = createKnown();
  const found = known.factsOf("entry.door", "nl-town");
  assert.deepEqual([...found.keys()], ["cover", "ceiling"]);
  assert.deepEqual(found.get("cover"), [ROWS[0]]);
  assert.equal(known.factsOf("nl.police", "ro-town").size, 0);
  assert.equal(known.factsOf("nobody", "nl-town").size, 0);
});

test("a row of the table has its parts", () => {
  const { kind, beside, citations, id } = factParts(ROWS[0]);
  assert.deepEqual([kind, beside.length, citations.length, id], ["cover", 2, 1, "cover-1"]);
});

test("names: of places, of those who stand in several, of parts of steps", () => {
  assert.equal(ownerOf(VIEW, "nl.police@entry"), "nl.police");
  assert.equal(ownerOf(VIEW, "entry.door"), "entry.door");
  assert.equal(nameIn(VIEW, "nl.table"), "Round table");
  assert.equal(nameIn(VIEW, "nobody"), "nobody");
  assert.equal(subjectName(VIEW, "entry.door+foreign-minors"), "Door: foreign minors");
  assert.equal(subjectName(VIEW, "way"), "The way in");
});

test("the details as text cite every fact and say where they come from", () => {
  const data = {
    countries: [{ code: "NL", name: "Netherlands", month: "January 2014", about: "minors only" }],
    views: [VIEW],
    statuses: [{ id: "short", mark: "/" }],
    handling: "public",
    digest: "0123456789abcdef",
  };
  const state = { country: "NL", script: "town", off: [], on: [] };
  const known = createKnown();
  const words = detailsText(whatIs("entry.door", VIEW, known), { data, get: () => state }, known);

  assert.match(words, /^Door\nStatus: \/ short\. In part\./);
  assert.match(words, /- cover: cover-1 says\. a note and more \[stated; since 2012\] p\. 1 \(report\) \(cover-1\)/);
  assert.match(words, /- ceiling: ceiling-1 says/);
  assert.doesNotMatch(words, /cover-2/);
  assert.match(
    words,
    /Netherlands, January 2014, script town; main source about minors only\.\n.*Model 0123456789ab\.$/,
  );
});
