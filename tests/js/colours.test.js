import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

// WCAG 2.2 AA: 4.5 to 1 for text, 3 to 1 for what else has to be seen. Worked out, not judged by eye.

const SHEET = readFileSync(new URL("../../viz/page/static/colours.css", import.meta.url), "utf8");
const STATUSES = ["uncovered", "insufficient", "covered", "limited", "detected", "inferred", "unknown"];

const TEXT = [
  ...["paper", "surface", "sunken"].flatMap((ground) => [
    ["ink", ground],
    ["soft", ground],
    ["accent", ground],
  ]),
  ["accent", "accent-wash"],
  ["accent-ink", "accent"],
  ["ink", "select"],
  ...STATUSES.map((status) => [`${status}-ink`, `${status}-fill`]),
  ["graph-ink", "graph-paper"],
  ["graph-ink", "graph-band"],
  ["graph-ink", "graph-actor"],
  ["graph-ink", "graph-facilitator"],
  ["graph-barrier-ink", "graph-barrier"],
  ["graph-soft", "graph-paper"],
  ["graph-soft", "graph-band"],
];

const SEEN = [
  ["edge", "paper"],
  ["edge", "surface"],
  ["accent", "surface"],
  // What steps back in the graph is still to be read.
  ["graph-dim", "graph-paper"],
  ["graph-dim", "graph-band"],
  ...STATUSES.flatMap((status) => [
    [`${status}-line`, "surface"],
    [`${status}-line`, "paper"],
    [`${status}-line`, "graph-band"],
  ]),
  ...["edge", "actor-line", "facilitator-line", "detect", "hinder", "sanction", "protect"].flatMap((line) => [
    [`graph-${line}`, "graph-paper"],
    [`graph-${line}`, "graph-band"],
  ]),
];

function schemes() {
  const declared = [...SHEET.matchAll(/--([\w-]+): (?:light-dark\((#\w+), (#\w+)\)|(#\w+));/g)];
  return {
    light: Object.fromEntries(declared.map(([, name, light, , both]) => [name, light ?? both])),
    dark: Object.fromEntries(declared.map(([, name, , dark, both]) => [name, dark ?? both])),
  };
}

function luminance(hex) {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : hex.slice(1).match(/../g);
  const [red, green, blue] = digits.map((digit) => {
    const part = Number.parseInt(digit, 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((left, right) => right - left);
  return (light + 0.05) / (dark + 0.05);
}

for (const [scheme, colours] of Object.entries(schemes())) {
  for (const [pairs, least] of [
    [TEXT, 4.5],
    [SEEN, 3],
  ]) {
    test(`${scheme}: ${pairs.length} pairs of colours have a contrast of ${least}`, () => {
      const weak = pairs
        .map(([one, other]) => [`${one} on ${other}`, contrast(colours[one], colours[other])])
        .filter(([, found]) => !(found >= least));
      assert.deepEqual(weak, []);
    });
  }
}

test("the contrast of black and white is known", () => {
  assert.equal(contrast("#000", "#ffffff"), 21);
});
