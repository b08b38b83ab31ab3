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
import { edgeStyle, nodeStyle, readPalette } from "../../viz/page/static/js/graph/style.js";

const WORDS = Object.entries({ covered: "#", short: "/", unknown: "?" }).map(([id, mark]) => ({ id, mark, word: id }));
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
  parts: [],
  networks: [],
  routes: [{ id: "way", name: "The way in", steps: ["entry.road", "entry.door", "entry.gone"] }],
  findings: [{ id: "gap", about: ["entry.road", "police"], facts: ["membership"] }],
  nodes: [
    { id: "entry", kind: "barrier", label: "1 Entry" },
    { id: "entry.door", kind: "step", label: "Door", barrier: "entry" },
    { id: "entry.road", kind: "step", label: "Road", barrier: "entry" },
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
  const scene = { picture: LANES, view: VIEW, statuses: { "entry.door": "short" }, kinds: KINDS, words: WORDS };
  assert.equal(spokenNode(scene, "entry.door"), "Door, step of Entry, status short, 1 neighbour.");
  assert.equal(spokenNode(scene, "police"), "Police, institution, 0 neighbours.");
  assert.equal(nodeWords(VIEW.nodes[5], VIEW).kind, "facilitator, shell 2 at Entry");
  assert.equal(nodeWords({ ...VIEW.nodes[5], shell: undefined }, VIEW).kind, "facilitator, shell not stated at Entry");
  assert.equal(edgesAtNode(LANES, "nobody", KINDS).length, 0);
});

/** A scene in which each sign of a label is 10 pixels wide, and the box of a barrier has room for so many. */
function sceneOf(statuses, room) {
  const widths = Object.fromEntries([..."0123456789 ,:#/?abcdefghijklmnopqrstuvwxyz"].map((sign) => [sign, 10]));
  return { view: VIEW, statuses, words: WORDS, palette: { label: { barrier: 10 * room, widths } } };
}

const OTHER = { "entry.door": "short", "entry.road": "unknown" };

test("a step tells its status of now, and an actor tells none", () => {
  assert.equal(labelNow(VIEW.nodes[1], sceneOf(OTHER, 30)), "/ limited\nDoor");
  assert.equal(labelNow(VIEW.nodes[2], sceneOf(OTHER, 30)), "? unknown\nRoad");
  assert.equal(labelNow(VIEW.nodes[3], sceneOf(OTHER, 30)), "Police");
});

test("a barrier tells how its steps stand now, in two lines that break between statuses", () => {
  assert.equal(labelNow(VIEW.nodes[0], sceneOf(OTHER, 27)), "1 Entry\n2 steps: 1 short, 1 unknown");
  assert.equal(labelNow(VIEW.nodes[0], sceneOf(OTHER, 26)), "1 Entry\n2 steps: 1 short,\n1 unknown");
  const same = { "entry.door": "short", "entry.road": "short" };
  assert.equal(labelNow(VIEW.nodes[0], sceneOf(same, 17)), "1 Entry\n2 steps: 2 short");
});

test("symbols stand for words that are too long for two lines, and nothing for symbols that are too long", () => {
  assert.equal(labelNow(VIEW.nodes[0], sceneOf(OTHER, 16)), "1 Entry\n2 steps: 1 /,\n1 ?");
  assert.equal(labelNow(VIEW.nodes[0], sceneOf(OTHER, 7)), "1 Entry\n2 steps");
  assert.equal(labelNow({ id: "exit", kind: "barrier", label: "2 Exit" }, sceneOf(OTHER, 30)), "2 Exit\n0 steps");
});

const SHEET = new Map(
  Object.entries({
    "--accent": "blue",
    "--face": "arial",
    "--graph-paper": " white",
    "--graph-hinder": "teal",
    "--limited-ink": "brown",
    "--limited-fill": "wheat",
    "--limited-line": "orange",
    "--unknown-ink": "black",
    "--unknown-fill": "white",
    "--unknown-line": "grey",
  }),
);
const TABLES = {
  label: { font: 13 },
  statuses: [
    { id: "short", border: { width: 2, dashes: [9, 3] } },
    { id: "unknown", border: { width: 1, dashes: null } },
  ],
  lines: [
    { id: "solid", dashes: null },
    { id: "dotted", dashes: [2, 4] },
  ],
  edge_kinds: [{ id: "COVERS", end: "bar" }],
};

test("colours come out of the style sheet, borders, dashes and ends out of the data", () => {
  const palette = readPalette(TABLES, SHEET);
  assert.equal(palette.paper, "white");
  assert.deepEqual(nodeStyle({ kind: "step" }, "short", palette, false), {
    ...{ ink: "brown", fill: "wheat", line: "orange" },
    ...{ width: 2, dashes: [9, 3], radius: 3 },
  });
  assert.equal(nodeStyle({ kind: "step" }, undefined, palette, false).line, "grey");
  const edge = { kind: "COVERS", line: "dotted" };
  const look = { color: "teal", width: 1.25, dashes: [2, 4], arrow: "bar" };
  assert.deepEqual(edgeStyle(edge, "hinder", palette, {}), look);
  assert.equal(edgeStyle({ kind: "COVERS" }, "hinder", palette, {}).dashes, null);
  assert.equal(edgeStyle(edge, "hinder", palette, { isDim: true }).arrow, null);
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
