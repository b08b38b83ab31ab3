import assert from "node:assert/strict";
import { test } from "node:test";

import { answer, leftOut } from "../../viz/page/static/js/whatif/rule.js";

// A door that girls and boys come through. tests/viz/page/test_rule_in_the_page.py holds the rule against the
// command line on thousands of models; here one can read what it does.

let number = 0;

function cover(actor, power, state, more = {}) {
  number += 1;
  const usual = { levels: ["local"], stated: true, valid: true, firm: true, atoms: [0, 1], under: [] };
  return { fact: `cover-${number}`, actor, power, state, ...usual, ...more };
}

function ceiling(bound, more = {}) {
  return {
    fact: `ceiling-${bound}`,
    bound,
    stated: true,
    valid: true,
    firm: true,
    atoms: [0, 1],
    under: [],
    within: [],
    ...more,
  };
}

function door(covers, ceilings = [], more = {}) {
  const atoms = [
    ["boys", "sexual"],
    ["girls", "sexual"],
  ];
  return {
    step: "entry.door",
    holds: ["hinder", "sanction"],
    levels: [],
    groups: ["boys", "girls"],
    atoms,
    covers,
    ceilings,
    ...more,
  };
}

function ask(steps, changes = {}, tracks = []) {
  const { statuses, findings } = answer({ steps: [steps].flat(), tracks }, changes);
  return {
    status: statuses["entry.door"],
    found: findings.map(({ question, subject, certainty }) =>
      `${question} ${subject.replace("entry.door", "")} ${certainty}`.replace("  ", " "),
    ),
  };
}

test("silence is unknown, and to check", () => {
  assert.deepEqual(ask(door([])), {
    status: "unknown",
    found: ["uncovered-step possible"],
  });
});

test("two who hold it fully cover it", () => {
  const both = [cover("nl.police", "hinder", "working"), cover("nl.hall", "sanction", "working")];
  assert.deepEqual(ask(door(both)).status, "covered");
  // A pattern: that it is done fully is said, so nothing is left to ask.
  assert.deepEqual(ask(door(both)).found, []);
});

test("one who holds it is a single thread", () => {
  assert.deepEqual(ask(door([cover("nl.police", "hinder", "working")])), {
    status: "covered",
    found: ["single-actor-step possible"],
  });
});

test("without its actor, its cover or its network a step falls open", () => {
  const one = cover("nl.police", "hinder", "working");
  const networks = [{ id: "nl.table", members: ["nl.police", "nl.hall"] }];
  for (const off of [["nl.police"], [one.fact], ["nl.table"], ["nl.table", "nl.police"]]) {
    assert.equal(ask(door([one]), { off, networks }).status, "unknown");
  }
  assert.equal(ask(door([one]), { off: ["nl.hall"], networks }).status, "covered");
  assert.equal(ask(door([one]), { off: ["nl.police.unit", "NL.POLICE", ""], networks }).status, "covered");
});

test("what is planned counts once it is switched on, and only what is planned", () => {
  const plan = cover("nl.police", "hinder", "planned");
  const may = cover("nl.hall", "hinder", "competent");
  assert.equal(ask(door([plan])).status, "short");
  assert.equal(ask(door([plan]), { on: [plan.fact] }).status, "covered");
  assert.equal(ask(door([may]), { on: [may.fact] }).status, "short");
  assert.equal(ask(door([plan]), { on: [plan.fact], off: ["nl.police"] }).status, "unknown");
});

test("nothing of what was asked is changed by the answer", () => {
  const steps = [door([cover("nl.police", "hinder", "planned")])];
  const before = JSON.stringify(steps);
  ask(steps, { on: [steps[0].covers[0].fact], off: ["nl.hall"] });
  assert.equal(JSON.stringify(steps), before);
});

test("who only sees does not stop", () => {
  assert.deepEqual(ask(door([cover("nl.police", "detect", "working")])), {
    status: "seen",
    found: ["seen-not-stopped possible"],
  });
});

test("where to see is to hold, nobody sees without stopping", () => {
  const step = door([cover("nl.police", "detect", "working")], [], { holds: ["detect"] });
  assert.deepEqual(ask(step), { status: "covered", found: ["single-actor-step possible"] });
});

test("what a source says of the whole step comes first", () => {
  const held = cover("nl.police", "hinder", "working");
  assert.deepEqual(ask(door([held], [ceiling("partial")])), { status: "short", found: ["paper-cover certain"] });
  assert.deepEqual(ask(door([], [ceiling("absent")])), { status: "nobody", found: ["uncovered-step certain"] });
});

test("that nobody holds it is disputed by whoever is named as narrowly, until that one is switched off", () => {
  const held = cover("nl.police", "hinder", "working");
  const step = door([held], [ceiling("absent", { within: [0] })]);
  assert.equal(ask(step).status, "covered");
  assert.equal(ask(step, { off: ["nl.police"] }).status, "nobody");
});

test("the narrower statement wins", () => {
  const wide = cover("nl.police", "hinder", "working", { under: [1] });
  const narrow = cover("nl.police", "hinder", "absent", { atoms: [0] });
  const { status, found } = ask(door([wide, narrow]));
  assert.equal(status, "short");
  assert.deepEqual(found, ["group-not-served +boys possible", "single-actor-step possible"]);
  assert.equal(ask(door([wide, narrow]), { off: [narrow.fact] }).status, "covered");
});

test("equal statements fix what they agree on", () => {
  const [yes, no] = [cover("nl.police", "hinder", "working"), cover("nl.police", "hinder", "absent")];
  const part = cover("nl.police", "hinder", "partial");
  assert.deepEqual(ask(door([yes, no])), { status: "short", found: ["uncovered-step possible"] });
  assert.deepEqual(ask(door([yes, part])).found, ["paper-cover possible"]);
});

test("a voice that cannot settle it, inference and what has ended fix nothing", () => {
  assert.equal(ask(door([cover("nl.police", "hinder", "working", { firm: false })])).status, "short");
  assert.equal(ask(door([cover("nl.police", "hinder", "working", { valid: false })])).status, "short");
  assert.equal(ask(door([cover("nl.police", "hinder", "working", { firm: false, stated: false })])).status, "assumed");
  assert.equal(ask(door([cover("nl.police", "hinder", "absent")])).status, "unknown");
  assert.equal(ask(door([], [ceiling("partial", { firm: false })])).status, "short");
});

test("a step that nobody holds is not said again of its parts", () => {
  const local = door([], [], { levels: ["local", "national"] });
  assert.deepEqual(ask(local).found, ["uncovered-step possible"]);
  const held = door([cover("nl.police", "hinder", "working")], [], { levels: ["local", "national"] });
  assert.deepEqual(ask(held).found, ["missing-level +national possible", "single-actor-step possible"]);
});

test("a possible finding stands beside a certain one only where it says more", () => {
  const step = door([cover("nl.police", "detect", "working")], [ceiling("absent")]);
  assert.deepEqual(ask(step).found, ["seen-not-stopped certain"]);
  const unsure = door([cover("nl.police", "detect", "working", { firm: false })], [ceiling("absent")]);
  assert.deepEqual(ask(unsure).found, ["seen-not-stopped possible", "uncovered-step certain"]);
});

test("a track is open when too few of its steps are held", () => {
  const tracks = [{ id: "way", steps: ["entry.door"], least: 1 }];
  assert.ok(ask(door([]), {}, tracks).found.includes("open-track way possible"));
  assert.ok(ask(door([], [ceiling("absent")]), {}, tracks).found.includes("open-track way certain"));
  const held = door([cover("nl.police", "hinder", "working")]);
  assert.ok(!ask(held, {}, tracks).found.some((row) => row.startsWith("open-track")));
});

test("a network takes its members with it, not those of another", () => {
  const networks = [
    { id: "one", members: ["a", "b"] },
    { id: "two", members: ["c"] },
  ];
  assert.deepEqual([...leftOut(["one", "x"], networks)].sort(), ["a", "b", "one", "x"]);
});

test("no steps give no answer, not an error", () => {
  assert.deepEqual(answer({ steps: [], tracks: [] }), { statuses: {}, findings: [] });
});
