import assert from "node:assert/strict";
import { test } from "node:test";

import "./english.mjs";
import { nameIn, ownerOf, subjectName, whatIs } from "../../viz/page/static/js/base/known.js";
import { actorOf, factOf, factsTouching, inRuns, plainText } from "../../viz/page/static/js/base/told.js";
import { detailsText } from "../../viz/page/static/js/details/text.js";
import { findingParts } from "../../viz/page/static/js/findings/element.js";
import { fakeDocument } from "./fake-dom.js";

// What the page says, as Python packs it; of three facts one belongs to another view.

function fact(id, kind, touches, keys = ["nl-town"]) {
  const said = {
    says: `${id} says`,
    called: kind,
    stands: "stated",
    beside: ["a note", "and more"],
    when: "since 2012",
  };
  return { id, kind, basis: "stated", handling: "public", keys, touches, cites: [0], ...said };
}

const FACTS = [
  fact("cover-1", "cover", ["nl.police", "entry.door"]),
  fact("ceiling-1", "ceiling", ["entry.door"]),
  fact("cover-2", "cover", ["entry.door"], ["ro-town"]),
];
const TOLD = {
  facts: FACTS,
  actors: [{ id: "nl.police", says: "Police", handling: "public", keys: ["nl-town"], pairs: ["kind", "police"] }],
  findings: {
    "nl-town": [
      { says: "\ufdd0Door\ufdd1: nobody is said to hold it", pairs: ["weight", "high", "count", "0 of 1"], cites: [0] },
    ],
  },
  citations: [{ says: "p. 1 (report)", source: "report", words: "the door" }],
  sources: ["Report"],
};

globalThis.document = {
  ...fakeDocument(),
  getElementById: () => ({ textContent: JSON.stringify({ words: [], value: TOLD }) }),
};

const VIEW = {
  key: "nl-town",
  country: "NL",
  script: "town",
  barriers: [{ id: "entry", name: "Entry" }],
  steps: [{ id: "entry.door", name: "Door", barrier: "entry", status: "limited", reason: "In part." }],
  actors: [{ id: "nl.police", called: "Police", name: "National Police" }],
  parts: [{ id: "foreign-minors", name: "Foreign minors" }],
  networks: [{ id: "nl.table", name: "Round table", members: [] }],
  routes: [{ id: "way", name: "The way in", steps: ["entry.door"] }],
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
  const told = (id) => {
    const found = whatIs(id, VIEW);
    return found && [found.type, found.name];
  };
  assert.deepEqual(told("entry.door"), ["step", "Door"]);
  assert.deepEqual(told("nl.police"), ["actor", "Police"]);
  assert.deepEqual(told("entry"), ["barrier", "Entry"]);
  assert.deepEqual(told("way"), ["route", "The way in"]);
  assert.deepEqual(told("uncovered-step:nl:entry.door"), ["finding", "Door: nobody is said to hold it"]);
  assert.deepEqual(told("cover-1"), ["fact", "cover-1 says"]);
  assert.deepEqual(told("entry.door>entry.road"), ["edge", "Police → Door"]);
  assert.deepEqual(told("shell.2"), ["shell", "Shell 2"]);
  assert.deepEqual(told("core"), ["core", "Core group"]);
  for (const id of ["", "nobody", "shell.3", "__proto__", "constructor"]) assert.equal(told(id), null);
});

test("the facts of something are those of the view that touch it, kind by kind", () => {
  const found = factsTouching("entry.door", "nl-town");
  assert.deepEqual([...found.keys()], ["cover", "ceiling"]);
  assert.deepEqual(
    found.get("cover").map(({ id }) => id),
    ["cover-1"],
  );
  assert.equal(factsTouching("nl.police", "ro-town").size, 0);
  assert.equal(factsTouching("nobody", "nl-town").size, 0);
});

test("what is said of a fact and of an actor has all its fields, and its citations in full", () => {
  assert.deepEqual(factOf("cover-1").cites, TOLD.citations);
  assert.deepEqual(factOf("cover-1").more, []);
  assert.deepEqual(actorOf("nl.police").pairs, [["kind", "police"]]);
  assert.equal(factOf("nobody"), null);
});

test("a finding has its lines in the order of reading", () => {
  assert.deepEqual(findingParts(VIEW, VIEW.findings[0]), {
    title: "Door: nobody is said to hold it",
    detail: "",
    lines: [
      ["weight", "high"],
      ["count", "0 of 1"],
      ["source", "p. 1 (report) “the door”"],
      ["at", "Door"],
      ["facts", "ceiling-1"],
    ],
    id: "uncovered-step:nl:entry.door",
  });
});

test("a name within a sentence stands in its own direction, and is plain where text is copied", () => {
  const words = "Police at \ufdd0\u05d1\u05e0\u05e7\ufdd1.";
  assert.deepEqual(
    inRuns(words).map((part) => part.tagName ?? part),
    ["Police at ", "bdi", "."],
  );
  assert.equal(plainText(words), "Police at \u05d1\u05e0\u05e7.");
});

test("names: of places, of those who stand in several, of parts of steps", () => {
  assert.equal(ownerOf(VIEW, "nl.police@entry"), "nl.police");
  assert.equal(ownerOf(VIEW, "entry.door"), "entry.door");
  assert.equal(nameIn(VIEW, "nl.table"), "Round table");
  assert.equal(nameIn(VIEW, "nobody"), "nobody");
  assert.equal(subjectName(VIEW, "entry.door+foreign-minors"), "Door (Foreign minors)");
  assert.equal(subjectName(VIEW, "way"), "The way in");
});

test("the details as text cite every fact and say where they come from", () => {
  const data = {
    countries: [{ code: "NL", name: "Netherlands", month: "January 2014", about: "minors only" }],
    views: [VIEW],
    statuses: [{ id: "limited", mark: "/", word: "limited" }],
    handling: "public",
    digest: "0123456789abcdef",
  };
  const state = { country: "NL", script: "town", off: [], on: [] };
  const words = detailsText(whatIs("entry.door", VIEW), { data, get: () => state });

  assert.match(words, /^Door\nStatus: \/ limited\. In part\./);
  assert.match(
    words,
    /- cover: cover-1 says\. a note and more \[stated; since 2012\] p\. 1 \(report\) “the door” \(cover-1\)/,
  );
  assert.match(words, /- ceiling: ceiling-1 says/);
  assert.doesNotMatch(words, /cover-2/);
  assert.match(
    words,
    /\nNetherlands, January 2014, script town; main source about minors only\. Audience: public\. Model 0123456789ab\.$/,
  );
});
