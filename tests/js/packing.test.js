import assert from "node:assert/strict";
import { test } from "node:test";

import { unpacked } from "../../viz/page/static/js/base/packing.js";

const plain = (value, words = []) => unpacked({ words, value });

test("rows become records", () => {
  const value = {
    fields: ["id", "facts"],
    coded: [],
    rows: [
      ["a", ["x"]],
      ["b", []],
      ["c", null],
    ],
  };
  assert.deepEqual(plain(value), [
    { id: "a", facts: ["x"] },
    { id: "b", facts: [] },
    { id: "c", facts: null },
  ]);
});

test("coded fields name their texts by number, all others hold numbers", () => {
  const value = {
    fields: ["of", "facts", "shell"],
    coded: [0, 1],
    rows: [
      [1, [0, 1], 0],
      [null, [], 1],
      [0, null, 2],
    ],
  };
  assert.deepEqual(plain(value, ["x", "y"]), [
    { of: "y", facts: ["x", "y"], shell: 0 },
    { of: null, facts: [], shell: 1 },
    { of: "x", facts: null, shell: 2 },
  ]);
});

test("a field that a record does not have stays away, within the row and at its end", () => {
  const [first, second, third] = plain({ fields: ["id", "of"], coded: [1], rows: [["a", {}], ["b"], [{}, 0]] }, ["c"]);
  assert.deepEqual([first, second, third], [{ id: "a" }, { id: "b" }, { of: "c" }]);
  assert.equal("of" in first || "of" in second || "id" in third, false);
});

test("rows within rows become records as well", () => {
  const covers = { fields: ["fact"], coded: [0], rows: [[0], [1], [2]] };
  assert.deepEqual(plain({ steps: [{ covers }] }, ["f", "g", "h"]).steps[0].covers[2], { fact: "h" });
});

test("everything else stays as it is", () => {
  const value = { n: 1, text: "fields", none: null, yes: true, list: [[1, [2]], "x"], rows: [1], places: {} };
  assert.deepEqual(plain(value, ["x"]), value);
});
