import assert from "node:assert/strict";
import { test } from "node:test";

import { unpacked } from "../../viz/page/static/js/packing.js";

test("rows become records", () => {
  const value = {
    fields: ["id", "facts"],
    rows: [
      ["a", ["x"]],
      ["b", []],
      ["c", null],
    ],
  };
  assert.deepEqual(unpacked(value), [
    { id: "a", facts: ["x"] },
    { id: "b", facts: [] },
    { id: "c", facts: null },
  ]);
});

test("a field that a record does not have stays away", () => {
  const [first, second] = unpacked({
    fields: ["id", "of"],
    rows: [
      ["a", {}],
      ["b", "c"],
    ],
  });
  assert.deepEqual([first, second], [{ id: "a" }, { id: "b", of: "c" }]);
  assert.equal("of" in first, false);
});

test("rows within rows become records as well", () => {
  const covers = { fields: ["fact"], rows: [["f"], ["g"], ["h"]] };
  assert.deepEqual(unpacked({ steps: [{ covers }] }).steps[0].covers[2], { fact: "h" });
});

test("everything else stays as it is", () => {
  const value = { n: 1, text: "fields", none: null, yes: true, list: [[1, [2]], "x"], rows: [1], places: {} };
  assert.deepEqual(unpacked(value), value);
});
