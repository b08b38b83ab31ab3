import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { beforeEach, test } from "node:test";

const FACTS =
  "<table><tbody>" +
  '<tr id=fact-cover-1 data-id=cover-1 data-keys="nl-town ro-town" data-touches="nl.police entry.door"><th>&lt;tr id=fact-no&gt;<td>one' +
  '<tr id="fact-cover-&quot;&gt;&lt;b&gt;" data-keys=nl-town data-touches="&amp;co"><th>two</tbody></table>' +
  "<table><tbody><tr id=actor-nl.police data-keys=nl-town><th>Police</tbody></table>";
const FINDINGS =
  '<div class="of-view"><article id=finding-nl-town-1 class=finding><h3>First</h3></article></div>' +
  "<article id=finding-nl-town-2><h3>Second</h3></article>";

// The document as far as the module looks at it; its parser gives one element for each id in the text that it got.

let parsed;
let elements;
let page;

function fakeParsed(markup) {
  parsed.push(markup);
  const made = [...markup.matchAll(/<(?:tr|article) id=(?:"([^"]*)"|([^\s">]+))/g)].map(([, quoted, bare]) => {
    const id = (quoted ?? bare).replaceAll("&quot;", '"').replaceAll("&gt;", ">").replaceAll("&lt;", "<");
    return { id };
  });
  return { body: { childNodes: made, querySelectorAll: () => made } };
}

function store(view, text) {
  const replaceWith = (...made) => {
    elements.delete(`stored-${view}`);
    for (const one of made) elements.set(one.id, one);
  };
  elements.set(`stored-${view}`, { textContent: text, replaceWith });
}

// Each test gets the module anew: it remembers what it has read.
let times = 0;

beforeEach(async () => {
  parsed = [];
  elements = new Map();
  store("facts", FACTS);
  store("findings", FINDINGS);
  globalThis.document = { readyState: "interactive", getElementById: (id) => elements.get(id) ?? null };
  globalThis.DOMParser = class {
    parseFromString = fakeParsed;
  };
  times += 1;
  page = await import(`../../viz/page/static/js/stored.js?${times}`);
});

test("a row is cut out at its own marks and stands in a table of its own", () => {
  assert.equal(page.elementOf("fact-cover-1").id, "fact-cover-1");
  assert.equal(parsed.length, 1);
  assert.match(parsed[0], /^<!doctype html><body><table><tbody><tr id=fact-cover-1 .*<td>one<\/table>$/);
});

test("a finding is cut out up to its end", () => {
  page.elementOf("finding-nl-town-2");
  assert.equal(parsed[0], "<!doctype html><body><article id=finding-nl-town-2><h3>Second</h3></article>");
});

test("several are made in one go, and each once", () => {
  const ids = ["actor-nl.police", "fact-cover-1", "nobody"];
  assert.deepEqual(
    page.elementsOf(ids).map(({ id }) => id),
    ["actor-nl.police", "fact-cover-1"],
  );
  page.elementsOf(ids);
  assert.equal(parsed.length, 1);
});

test("an id that looks like markup is found by what it is, and one that a text names is none", () => {
  assert.equal(page.elementOf('fact-cover-"><b>').id, 'fact-cover-"><b>');
  assert.equal(page.isInPage("fact-no"), false);
  assert.equal(page.elementOf("fact-no"), null);
});

test("rows are known by what they touch", () => {
  const touching = page.rowsByTouch();
  assert.deepEqual(touching.get("entry.door"), ["fact-cover-1"]);
  assert.deepEqual(touching.get("&co"), ['fact-cover-"><b>']);
  assert.equal(touching.size, 3);
  assert.deepEqual(parsed, []);
});

test("a section is made once, and whoever waits for it is told", () => {
  let told = 0;
  page.whenUnpacked("facts", () => {
    told += 1;
  });
  page.unpackFor("finding-nl-town-1");
  assert.equal(told, 0);
  page.unpackFor("fact-cover-1");
  page.unpack("facts");
  assert.equal(told, 1);
  assert.deepEqual(parsed, [`<!doctype html><body>${FINDINGS}`, `<!doctype html><body>${FACTS}`]);
  assert.equal(page.elementOf("fact-cover-1"), elements.get("fact-cover-1"));
});

test("short sections are made at once, long ones are left", () => {
  store("facts", FACTS + " ".repeat(2_000_000));
  page.unpackAll({ short: true });
  assert.deepEqual(
    [...elements.keys()].filter((id) => id.startsWith("stored-")),
    ["stored-facts"],
  );
  page.unpackAll();
  assert.equal(elements.has("stored-facts"), false);
});

test("nothing is taken out of a page that is still being read", () => {
  document.readyState = "loading";
  page.unpackAll();
  page.unpackFor("fact-cover-1");
  assert.equal(page.elementOf("fact-cover-1"), null);
  document.readyState = "interactive";
  assert.equal(page.elementOf("fact-cover-1").id, "fact-cover-1");
});

test("text is parsed in one place, which only this module reaches, and is nothing but what stands in the page", () => {
  const code = readFileSync(new URL("../../viz/page/static/js/stored.js", import.meta.url), "utf8");
  assert.equal(code.match(/DOMParser/g).length, 1);
  assert.doesNotMatch(code, /export function bodyOf/);
  assert.deepEqual(
    code.match(/(?<!function )bodyOf\(.*/g).map((line) => line.split(")")[0]),
    ["bodyOf(storedText(view", 'bodyOf(markup.join(""'],
  );
});
