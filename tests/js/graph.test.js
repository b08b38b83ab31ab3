import assert from "node:assert/strict";
import { test } from "node:test";

import "./english.mjs";
import { spokenNode } from "../../viz/page/static/js/graph/keys.js";
import {
  edgesAtNode,
  edgesToDraw,
  inReadingOrder,
  isBent,
  labelNow,
  litBy,
  MOST_EDGES,
  nearest,
  nodeWords,
  pictureIn,
} from "../../viz/page/static/js/graph/model.js";
import { edgeStyle, nodeStyle } from "../../viz/page/static/js/graph/style.js";

const WORDS = Object.entries({ covered: "#", limited: "/", unknown: "?" }).map(([id, mark]) => ({ id, mark, word: id }));
const KINDS = new Set(["COVERS", "FACILITATES"]);

const VIEW = {
  barriers: [{ id: "entry", name: "Entry" }],
  steps: [
    { id: "entry.door", name: "Door", barrier: "entry", status: "covered" },
    { id: "entry.road", name: "Road", barrier: "entry", status: "unknown" },
  ],
  actors: [
    { id: "police", called: "Police" },
    { id: "taxi", called: "Taxi drivers" },
  ],
  networks: [],
  routes: [{ id: "way", name: "The way in", steps: ["entry.road", "entry.door", "entry.gone"] }],
  findings: [{ id: "gap", about: ["entry.road", "police"], facts: ["membership"] }],
  nodes: [
    { id: "entry", kind: "barrier", named: 1, label: "1 Entry\n2 steps: 1 covered, 1 unknown" },
    { id: "entry.door", kind: "step", label: "# covered\nDoor", barrier: "entry" },
    { id: "entry.road", kind: "step", label: "? unknown\nRoad", barrier: "entry" },
    { id: "police", kind: "actor", label: "Police" },
    { id: "police@entry", kind: "actor", label: "Police", of: "police", barrier: "entry" },
    { id: "taxi@shell.2@entry", kind: "facilitator", label: "Taxi drivers", of: "taxi", barrier: "entry", shell: 2 },
  ],
  edges: [
    { id: "cover", from: "police@entry", to: "entry.door", kind: "COVERS", fact: "cover" },
    { id: "help", from: "taxi@shell.2@entry", to: "entry.road", kind: "FACILITATES", fact: "help", line: "dashed" },
    { id: "membership", from: "police", to: "taxi@shell.2@entry", kind: "MEMBER_OF", fact: "membership" },
    { id: "police>entry", from: "police", to: "entry", kind: "COVERS", facts: ["cover"], only: "shells", far: true },
  ],
  layouts: {
    lanes: {
      places: {
        entry: [0, 0],
        police: [200, 300],
        "police@entry": [100, 0],
        "entry.door": [100, 100],
        "entry.road": [200, 100],
        "taxi@shell.2@entry": [200, 200],
      },
      boxes: {},
    },
    shells: { places: { entry: [0, 0], police: [200, 0] }, boxes: {} },
  },
};
const LANES = pictureIn(VIEW, "lanes");
const SHELLS = pictureIn(VIEW, "shells");
const ids = (things) => [...things].map((one) => one.id ?? one).sort();

test("a picture holds what has a place in its layout, and the lines between", () => {
  assert.deepEqual(ids(LANES.edges), ["cover", "help", "membership"]);
  assert.deepEqual(ids(SHELLS.nodes), ["entry", "police"]);
  assert.deepEqual(ids(SHELLS.edges), ["police>entry"]);
});

test("a layout that is not there is the first one; without any there is nothing to draw", () => {
  assert.deepEqual(ids(pictureIn(VIEW, "spiral").nodes), ids(LANES.nodes));
  assert.deepEqual(pictureIn({ ...VIEW, layouts: {} }, "lanes").nodes, []);
});

test("an actor lights up at all its places, with whatever stands beside it by lines that are shown", () => {
  const lit = litBy(LANES, VIEW, "police", KINDS);
  assert.deepEqual(ids(lit.chosen), ["police", "police@entry"]);
  assert.deepEqual(ids(lit.nodes), ["entry.door", "police", "police@entry"]);
  assert.deepEqual(ids(lit.edges), ["cover"]);
  assert.deepEqual(ids(litBy(LANES, VIEW, "police", new Set(["MEMBER_OF"])).edges), ["membership"]);
});

test("a fact lights up its line and both ends, also where its kind is not shown", () => {
  const lit = litBy(LANES, VIEW, "membership", KINDS);
  assert.deepEqual(ids(lit.nodes), ["police", "taxi@shell.2@entry"]);
  assert.deepEqual(ids(edgesToDraw(LANES, KINDS, lit).edges), ["cover", "help", "membership"]);
  assert.deepEqual(ids(litBy(SHELLS, VIEW, "cover", KINDS).edges), ["police>entry"]);
  assert.deepEqual(ids(litBy(SHELLS, VIEW, "police>entry", KINDS).edges), ["police>entry"]);
});

test("a finding lights up what it speaks of and the lines of its facts", () => {
  const lit = litBy(LANES, VIEW, "gap", KINDS);
  assert.deepEqual(ids(lit.chosen), ["entry.road", "police", "police@entry"]);
  assert.deepEqual(ids(lit.edges), ["membership"]);
});

test("a route lights up its steps in their order, those that are looked at", () => {
  const lit = litBy(LANES, VIEW, "way", KINDS);
  assert.deepEqual(lit.path, [["entry.road", "entry.door"]]);
  assert.equal(litBy(SHELLS, VIEW, "way", KINDS), null);
});

test("a shell lights up who stands in it", () => {
  assert.deepEqual(ids(litBy(LANES, VIEW, "shell.2", KINDS).chosen), ["taxi@shell.2@entry"]);
});

test("nothing, and what the picture does not have, lights up nothing", () => {
  for (const id of [null, "", "nobody", "shell.3", "__proto__", "constructor"]) {
    assert.equal(litBy(LANES, VIEW, id, KINDS), null);
  }
});

test("lines across the whole picture are drawn only when they are lit", () => {
  assert.deepEqual(edgesToDraw(SHELLS, KINDS, null).edges, []);
  assert.deepEqual(ids(edgesToDraw(SHELLS, KINDS, litBy(SHELLS, VIEW, "police", KINDS)).edges), ["police>entry"]);
});

test("of too many lines only those of what is selected are drawn", () => {
  const many = Array.from({ length: MOST_EDGES + 1 }, (_, number) => ({
    ...VIEW.edges[number === 0 ? 0 : 1],
    id: `edge-${number}`,
  }));
  const picture = pictureIn({ ...VIEW, edges: many }, "lanes");
  assert.deepEqual(edgesToDraw(picture, KINDS, null), { edges: [], isCut: true });
  assert.equal(edgesToDraw(picture, KINDS, litBy(picture, VIEW, "police", KINDS)).edges.length, 1);
  assert.equal(edgesToDraw(picture, KINDS, litBy(picture, VIEW, "taxi", KINDS)).edges.length, MOST_EDGES);
});

test("arrows go to the nearest node in their direction, and nowhere where there is none", () => {
  assert.equal(nearest(LANES, "entry", "right"), "police@entry");
  assert.equal(nearest(LANES, "police@entry", "down"), "entry.door");
  assert.equal(nearest(LANES, "entry.door", "right"), "entry.road");
  assert.equal(nearest(LANES, "entry.door", "up"), "police@entry");
  assert.equal(nearest(LANES, "entry", "left"), null);
  assert.equal(nearest(LANES, "police", "down"), null);
});

test("nodes are read from the top, each line from the left", () => {
  const order = inReadingOrder(LANES).map(({ id }) => id);
  assert.deepEqual(order, ["entry", "police@entry", "entry.door", "entry.road", "taxi@shell.2@entry", "police"]);
});

test("a node is read out with its name, kind, status and neighbours", () => {
  const scene = { picture: LANES, view: VIEW, statuses: { "entry.door": "limited" }, kinds: KINDS, words: WORDS };
  assert.equal(spokenNode(scene, "entry.door"), "Door, step of Entry, status limited, 1 neighbour.");
  assert.equal(spokenNode(scene, "police"), "Police, institution, 0 neighbours.");
  assert.equal(nodeWords(VIEW.nodes[5], VIEW).kind, "facilitator, shell 2 at Entry");
  assert.equal(nodeWords({ ...VIEW.nodes[5], shell: undefined }, VIEW).kind, "facilitator, shell not stated at Entry");
  assert.equal(edgesAtNode(LANES, "nobody", KINDS).length, 0);
});

test("labels tell the status of now, and are left alone where nothing changed", () => {
  const same = { "entry.door": "covered", "entry.road": "unknown" };
  const other = { "entry.door": "limited", "entry.road": "unknown" };
  assert.equal(labelNow(VIEW.nodes[1], VIEW, other, WORDS), "/ limited\nDoor");
  assert.equal(labelNow(VIEW.nodes[0], VIEW, same, WORDS), VIEW.nodes[0].label);
  assert.equal(labelNow(VIEW.nodes[0], VIEW, other, WORDS), "1 Entry\n2 steps: 1 limited, 1\nunknown");
  assert.equal(labelNow(VIEW.nodes[3], VIEW, other, WORDS), "Police");
});

test("statuses differ in their border as well, and no two kinds of line end alike", () => {
  const palette = Object.fromEntries(
    ["uncovered", "insufficient", "covered", "limited", "detected", "inferred", "unknown"].map((id) => [id, {}]),
  );
  const borders = Object.keys(palette).map((id) => {
    const { width, dashes } = nodeStyle({ kind: "step" }, id, palette, false);
    return JSON.stringify([width, dashes]);
  });
  assert.equal(new Set(borders).size, borders.length);
  const ends = ["COVERS", "FACILITATES", "COORDINATES", "HAS_TASK_AT", "MEMBER_OF", "COOPERATES", "LEADS_TO"].map(
    (kind) => edgeStyle({ kind }, "hinder", palette, {}).arrow,
  );
  assert.equal(new Set(ends).size, ends.length);
});

test("a line that would come in past the box beside its step is bent, in lanes alone", () => {
  const layout = {
    places: { right: [0, 0], above: [100, 100], far: [300, 100], beside: [300, 10] },
    boxes: { right: [40, 20], above: [80, 40], far: [80, 40], beside: [80, 40] },
  };
  const bent = (name) => ["above", "far", "beside"].filter((to) => isBent({ name, layout }, { from: "right", to }));
  assert.deepEqual(bent("lanes"), ["far"]);
  assert.deepEqual(bent("shells"), []);
});
