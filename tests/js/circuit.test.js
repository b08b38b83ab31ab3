import assert from "node:assert/strict";
import { test } from "node:test";

import { evaluate } from "../../viz/page/static/js/base/state.js";

// Three switches, a, b and c, and what follows from them. tests/viz/page/test_what_if_in_the_page.py holds the circuits of
// real models against the audit; here one can read what a circuit is.

const INPUTS = [{ fact: "a" }, { fact: "b" }, { fact: "c" }];

/** Whether the last node is true, with these inputs on; the three stand before it. */
function isTrue(node, ...on) {
  const findings = [{ question: "asked", when: 4 }];
  const circuit = { inputs: INPUTS, nodes: [[], [], [], node], statuses: [], findings };
  return evaluate(circuit, ({ fact }) => on.includes(fact)).findings.length === 1;
}

test("a gate counts how many of the nodes that it names are true", () => {
  const two = [2, 3, 2, 1];
  assert.deepEqual(
    [isTrue(two), isTrue(two, "a"), isTrue(two, "a", "c"), isTrue(two, "a", "b", "c")],
    [false, false, true, true],
  );
});

test("a node is named by how far it lies back, below 0 for its opposite", () => {
  assert.deepEqual([isTrue([1, 3], "a"), isTrue([1, 3], "b", "c")], [true, false]);
  assert.deepEqual([isTrue([1, -3], "a"), isTrue([1, -3], "b", "c")], [false, true]);
});

test("at least none of nothing is always true", () => {
  assert.equal(isTrue([0]), true);
  assert.equal(isTrue([1]), false);
});

test("gates stand on gates: a, and not both of the others", () => {
  const findings = [{ question: "asked", when: 5 }];
  const circuit = { inputs: INPUTS, nodes: [[], [], [], [2, 2, 1], [2, 4, -1]], statuses: [], findings };
  const found = (...on) => evaluate(circuit, ({ fact }) => on.includes(fact)).findings;

  assert.deepEqual(found("a", "b"), findings);
  assert.deepEqual([found("a", "b", "c"), found("b")], [[], []]);
});

test("a step has the first status that is true, and a finding may hang on the opposite of a node", () => {
  const circuit = {
    inputs: INPUTS,
    nodes: [[0], [], [], []],
    statuses: [
      { step: "door", status: "covered", when: 2 },
      { step: "door", status: "limited", when: 3 },
      { step: "door", status: "unknown", when: 1 },
      { step: "road", status: "unknown", when: 1 },
    ],
    findings: [{ question: "uncovered-step", subject: "door", certainty: "possible", when: -2 }],
  };
  const answer = (...on) => evaluate(circuit, ({ fact }) => on.includes(fact));

  assert.deepEqual(answer("a", "b"), { statuses: { door: "covered", road: "unknown" }, findings: [] });
  assert.deepEqual(answer("b").statuses, { door: "limited", road: "unknown" });
  assert.deepEqual(answer("c"), { statuses: { door: "unknown", road: "unknown" }, findings: circuit.findings });
});

test("nothing gives no answer, not an error", () => {
  assert.deepEqual(
    evaluate({ inputs: [], nodes: [], statuses: [], findings: [] }, () => true),
    { statuses: {}, findings: [] },
  );
});
