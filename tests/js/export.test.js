import assert from "node:assert/strict";
import { test } from "node:test";
import { csvBlob, csvText, fileName, guardFormulas, harmless } from "../../viz/page/static/js/base/export.js";
import { borderPoint, escaped, pictureSvg, svgElement, wrapped } from "../../viz/page/static/js/graph/svg.js";

// CSV

test("a cell that a spreadsheet would run begins with an apostrophe", () => {
  guardFormulas("=+-@\t\r＝＋－＠");
  for (const cell of ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "  =1", "＝1", "＋1", "－1", "＠1"]) {
    assert.equal(harmless(cell), `'${cell}`);
  }
  for (const cell of ["Police", "a=1", "", 7, null, "(H act)"]) assert.equal(harmless(cell), cell);
});

test("what would break a cell stands in quotation marks", () => {
  const grid = {
    header: ["a", "b"],
    rows: [
      ['say "no"', "x, y"],
      ["two\nlines", null],
      [7, "plain"],
    ],
  };
  assert.equal(csvText(grid), 'a,b\n"say ""no""","x, y"\n"two\nlines",\n7,plain\n');
});

test("the file begins with the mark by which a spreadsheet knows UTF-8", async () => {
  const bytes = new Uint8Array(await csvBlob({ header: ["Fryslân"], rows: [] }).arrayBuffer());
  assert.deepEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf]);
  assert.equal(new TextDecoder().decode(bytes), "Fryslân\n");
});

// Names of files

test("a file name speaks, and every system takes it", () => {
  assert.equal(fileName("nl-five-barriers", "matrix", "csv"), "nl-five-barriers-matrix.csv");
  assert.equal(fileName("xx-../../etc", 'a"b<c>:d', "svg"), "xx-etc-a-b-c-d.svg");
  assert.equal(fileName("", "", "csv"), "barriers.csv");
  assert.ok(fileName("x".repeat(10_000), "matrix", "csv").length < 90);
});

// SVG

test("words in SVG are words, and what XML cannot hold is left out", () => {
  assert.equal(escaped('<script>"&'), "&lt;script&gt;&quot;&amp;");
  assert.equal(escaped("a\u0000b\ud800c\ufffe😀"), "a\ufffdb\ufffdc\ufffd😀");
  assert.equal(
    svgElement("text", { x: 1.23456, y: null, "data-a": '"' }, escaped("<")),
    '<text x="1.23" data-a="&quot;">&lt;</text>',
  );
});

test("a line that is too long goes on in the next, and a word that is too long is cut", () => {
  assert.deepEqual(wrapped("one two three", 7), ["one two", "three"]);
  assert.deepEqual(wrapped(`a ${"x".repeat(20)}`, 5), ["a", "xxxx…"]);
  assert.deepEqual(wrapped("", 5), []);
});

test("a line leaves a box at its border", () => {
  assert.deepEqual(borderPoint([0, 0], [20, 10], [100, 0]), [10, 0]);
  assert.deepEqual(borderPoint([0, 0], [20, 10], [0, -50]), [0, -5]);
  assert.deepEqual(borderPoint([3, 3], [20, 10], [3, 3]), [3, 3]);
});

const PALETTE = {
  unknown: { ink: "#111111", fill: "#eeeeee", line: "#333333", width: 1, dashes: null },
  label: { font: 13 },
  dashes: {},
  ends: { COVERS: "bar" },
};

function scene(more = {}) {
  const places = { step: [0, 0], police: [100, 0] };
  const boxes = { step: [80, 40], police: [40, 20] };
  const edge = { id: "c1", fact: "c1", from: "police", to: "step", kind: "COVERS" };
  const nodes = [
    { id: "step", kind: "step", label: "</svg><script>" },
    { id: "police", kind: "actor", label: "Police" },
  ];
  return {
    picture: {
      layout: { places, boxes, size: [300, 200], origin: [-50, -50], bands: [], rings: [], sectors: [] },
      nodes,
      edges: [edge],
    },
    view: { steps: [{ id: "step", barrier: "entry" }] },
    statuses: { step: "unknown" },
    words: [{ id: "unknown", mark: "?", word: "unknown" }],
    palette: new Proxy({}, { get: (_, name) => PALETTE[name] ?? "#123456" }),
    kinds: new Set(["COVERS"]),
    lit: null,
    powers: new Map([["c1", "hinder"]]),
    ...more,
  };
}

const FRAME = {
  title: "A & B",
  facts: ["Handling: public."],
  legend: [{ id: "unknown", mark: "?", word: "unknown", words: "1 of 1 steps" }],
  foot: ["Sources: one."],
};

test("the picture tells what it is when it is seen alone, and nothing in it is markup from the data", () => {
  const svg = pictureSvg(scene(), FRAME);
  for (const words of ["A &amp; B", "Handling: public.", "? unknown", "1 of 1 steps", "Sources: one.", "Police"]) {
    assert.ok(svg.includes(words), words);
  }
  assert.ok(svg.includes("&lt;/svg&gt;&lt;script&gt;"));
  assert.ok(!svg.includes("<script"));
  assert.equal(svg.match(/<svg/g).length, 1);
});

test("the picture has no line of a kind that is not shown", () => {
  const lines = (more) => pictureSvg(scene(more), FRAME).match(/<line/g)?.length ?? 0;
  assert.equal(lines({}) - lines({ kinds: new Set() }), 2); // the line and the bar at its end
});

test("the status in the picture is that of now", () => {
  const svg = pictureSvg(scene(), FRAME);
  assert.ok(svg.includes(">? unknown</text>"));
});

test("a bent line comes down upright to the middle of its step", () => {
  const bent = scene();
  bent.picture.name = "lanes";
  bent.picture.layout.places.police = [300, -100];
  // From the lower edge of the police, 20 high, to 4 before the upper edge of the step, 40 high.
  assert.ok(pictureSvg(bent, FRAME).includes('d="M300 -90C300 -57 0 -57 0 -24"'));
});
