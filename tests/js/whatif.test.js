import assert from "node:assert/strict";
import { test } from "node:test";

import { answer } from "../../viz/page/static/js/whatif/rule.js";
import {
  answerBefore,
  counted,
  countsOf,
  differences,
  outcome,
  weights,
} from "../../viz/page/static/js/whatif/model.js";

const usual = {
  levels: [],
  power: "hinder",
  state: "working",
  stated: true,
  valid: true,
  firm: true,
  atoms: [0],
  under: [],
};

function step(id, ...actors) {
  const covers = actors.map((actor) => ({ ...usual, fact: `${actor}-${id}`, actor }));
  return { step: id, holds: ["hinder"], levels: [], atoms: [["girls", "sexual"]], covers, ceilings: [] };
}

function viewOf(...steps) {
  return {
    steps: steps.map(({ step: id }) => ({ id, name: id })),
    barriers: [],
    tracks: [],
    actors: [
      { id: "police", called: "Police" },
      { id: "hall", called: "Town hall" },
    ],
    covers: steps.flatMap(({ step: id, covers }) =>
      covers.map(({ fact, actor }) => ({
        fact,
        actor,
        step: id,
        long: actor === "police" ? "hinder planned" : "hinder working",
      })),
    ),
    networks: [{ id: "table", name: "Table", members: ["police", "hall"] }],
    rule: { steps, tracks: [{ id: "way", steps: steps.map(({ step: id }) => id), least: 1 }] },
  };
}

const VIEW = viewOf(step("door", "police"), step("ledger", "police", "hall"), step("road"));
const STATUSES = [{ id: "covered" }, { id: "unknown" }];

function without(...off) {
  return answer(VIEW.rule, { off, networks: VIEW.networks });
}

test("without an actor its steps change, and findings open and close", () => {
  const { steps, opened, closed } = differences(VIEW, answerBefore(VIEW), without("police"));

  assert.deepEqual(steps, [{ step: "door", from: "covered", to: "unknown" }]);
  assert.deepEqual(
    opened.map(({ question, subject }) => [question, subject]),
    [
      ["single-actor-step", "ledger"],
      ["uncovered-step", "door"],
    ],
  );
  assert.deepEqual(
    closed.map(({ question, subject }) => [question, subject]),
    [["single-actor-step", "door"]],
  );
});

test("a track opens when the last of its steps falls", () => {
  const { opened } = differences(VIEW, answerBefore(VIEW), without("table"));
  assert.ok(opened.some(({ question, subject }) => question === "open-track" && subject === "way"));
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
    "Without Town hall (hinder working, ledger) and Table and with Police (hinder planned, door) working as planned: none of 3 steps changes status; 0 findings open, 0 close.",
  );
  assert.match(told(["a", "b", "c", "d", "e"], [], nothing), /^Without a, b, c and 2 more: /);
});

test("one is one", () => {
  assert.deepEqual(
    [counted(1, "step"), counted(0, "step"), counted(2, "country", "countries")],
    ["1 step", "0 steps", "2 countries"],
  );
});
