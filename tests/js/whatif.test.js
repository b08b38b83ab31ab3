import assert from "node:assert/strict";
import { test } from "node:test";

import "./english.mjs";
import { answerTo } from "../../viz/page/static/js/base/state.js";
import { answerBefore, countsOf, differences, outcome, weights } from "../../viz/page/static/js/whatif/model.js";

// Doors that somebody covers. The police hold one, the police and the town hall the ledger, nobody the road; a step is
// covered where somebody holds it, and the way is open where nobody holds any of its steps.

const HELD = { door: ["police"], ledger: ["police", "hall"], road: [] };

function viewOf(held) {
  const circuit = { inputs: [], nodes: [[0]], statuses: [], findings: [] };
  const gate = (least, numbers) =>
    circuit.nodes.push([least, ...numbers.map((number) => circuit.nodes.length + 1 - number)]);
  const find = (question, subject, when) => circuit.findings.push({ question, subject, certainty: "possible", when });
  const holders = [];
  for (const [step, actors] of Object.entries(held)) {
    const inputs = actors.map((actor) => {
      circuit.inputs.push({ fact: `${actor}-${step}`, actor });
      return circuit.nodes.push([]);
    });
    const [one, two] = [gate(1, inputs), gate(2, inputs)];
    circuit.statuses.push({ step, status: "covered", when: one }, { step, status: "unknown", when: 1 });
    find("uncovered-step", step, -one);
    find("single-stakeholder", step, soleOf(circuit, one, two));
    holders.push(one);
  }
  find("open-route", "way", -gate(1, holders));
  circuit.findings.sort((left, right) => (left.question + left.subject < right.question + right.subject ? -1 : 1));
  return {
    steps: Object.keys(held).map((id) => ({ id, name: id })),
    barriers: [],
    routes: [],
    actors: [
      { id: "police", called: "Police" },
      { id: "hall", called: "Town hall" },
    ],
    covers: Object.entries(held).flatMap(([step, actors]) =>
      actors.map((actor) => ({
        fact: `${actor}-${step}`,
        actor,
        step,
        long: actor === "police" ? "hinder planned" : "hinder active",
      })),
    ),
    parts: [],
    networks: [{ id: "table", name: "Table", members: ["police", "hall"] }],
    circuit,
  };
}

/** The node that is true where the one is and the other is not. */
function soleOf({ nodes }, one, two) {
  const back = (number) => nodes.length + 1 - number;
  return nodes.push([2, back(one), -back(two)]);
}

const VIEW = viewOf(HELD);
const STATUSES = [{ id: "covered" }, { id: "unknown" }];

function without(...off) {
  return answerTo(VIEW, { off });
}

test("without an actor its steps change, and findings open and close", () => {
  const { steps, opened, closed } = differences(VIEW, answerBefore(VIEW), without("police"));

  assert.deepEqual(steps, [{ step: "door", from: "covered", to: "unknown" }]);
  assert.deepEqual(
    opened.map(({ question, subject }) => [question, subject]),
    [
      ["single-stakeholder", "ledger"],
      ["uncovered-step", "door"],
    ],
  );
  assert.deepEqual(
    closed.map(({ question, subject }) => [question, subject]),
    [["single-stakeholder", "door"]],
  );
});

test("a route opens when the last of its steps falls", () => {
  const { opened } = differences(VIEW, answerBefore(VIEW), without("table"));
  assert.ok(opened.some(({ question, subject }) => question === "open-route" && subject === "way"));
});

test("nothing switched is no difference", () => {
  assert.deepEqual(differences(VIEW, answerBefore(VIEW), without()), { steps: [], opened: [], closed: [] });
});

test("statuses are counted before and after, those that nobody has too", () => {
  assert.deepEqual(countsOf(STATUSES, answerBefore(VIEW), without("police")), [
    { id: "covered", before: 2, after: 1 },
    { id: "unknown", before: 1, after: 2 },
  ]);
});

test("the weight of an actor is what changes without it alone, and is that of the whole answer", () => {
  assert.deepEqual(
    [...weights(VIEW)],
    [
      ["police", { covers: 2, changes: 1 }],
      ["hall", { covers: 1, changes: 0 }],
    ],
  );
  for (const [actor, { changes }] of weights(VIEW)) {
    assert.equal(differences(VIEW, answerBefore(VIEW), without(actor)).steps.length, changes);
  }
});

test("what happens is told with how many there are", () => {
  const told = (off, on, found) => outcome(VIEW, { off, on }, found);
  const nothing = { steps: [], opened: [], closed: [] };
  assert.match(told([], [], nothing), /^Nothing is switched/);
  assert.equal(
    told(["police"], [], differences(VIEW, answerBefore(VIEW), without("police"))),
    "Without Police: 1 of 3 steps changes status; 2 findings open, 1 closes.",
  );
  assert.equal(
    told(["hall-ledger", "table"], ["police-door"], nothing),
    "Without Town hall (hinder active, ledger) and Table and with Police (hinder planned, door) working as planned: none of 3 steps changes status; 0 findings open, 0 close.",
  );
  assert.match(told(["a", "b", "c", "d", "e"], [], nothing), /^Without a, b, c and 2 more: /);
});
