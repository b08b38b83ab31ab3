// What shapes and lines of the picture mean.

import { el } from "./dom.js";
import { DASHES } from "./graph-style.js";
import { statusElement } from "./status.js";

const LINE_WORDS = {
  solid: "a source says so; of a cover: and it works",
  dotted: "held in part",
  dashed: "planned, or they may; or the analyst concludes it",
  sparse: "does not, or has ended",
};
const POWER_WORDS = [
  ["detect", "detects"],
  ["hinder", "hinders"],
  ["sanction", "sanctions"],
  ["protect", "protects"],
];
const SHAPE_WORDS = [
  ["step", "a step, with its status as mark and word; each status has a colour and a border of its own"],
  ["actor", "an institution that covers steps; it stands beside each barrier where it does"],
  ["network", "a network, with round ends"],
  ["facilitator", "who makes steps possible, with square corners, by shell"],
];

const OTHER_ENDS =
  "open arrow: order of steps, duty to report; diamond: leads; square: general task; circle: seat in a network; hook: cooperation";

/** What the shapes and lines mean; the samples are drawn in the colours of the picture. */
export function graphLegend(store) {
  const samples = [];
  const sample = (draw) => {
    const canvas = el("canvas", { width: "96", height: "32", "aria-hidden": "true", class: "sample" });
    samples.push((palette) => drawSample(canvas, draw, palette));
    return canvas;
  };
  const row = (draw, words) => el("div", null, el("dt", null, sample(draw)), el("dd", null, words));
  const lines = Object.entries(LINE_WORDS).map(([line, words]) => row({ dashes: DASHES[line] }, words));
  const powers = POWER_WORDS.map(([power, words]) => row({ power, end: "bar" }, `${words}: a bar stands in the way`));
  const shapes = SHAPE_WORDS.map(([shape, words]) => row({ shape }, words));
  const others = el("div", null, el("dt", null, "other ends"), el("dd", null, OTHER_ENDS));
  const statuses = store.data.statuses.map(({ id, means }) =>
    el("div", null, el("dt", null, statusElement(store.data.statuses, id)), el("dd", null, means)),
  );
  const element = el(
    "details",
    { class: "legend" },
    el("summary", null, "What shapes and lines mean"),
    el(
      "dl",
      null,
      statuses,
      shapes,
      powers,
      row({ end: "arrow" }, "makes it possible: an arrow goes through"),
      lines,
      others,
    ),
  );
  return {
    element,
    renew(palette) {
      for (const draw of samples) draw(palette);
    },
  };
}

function drawSample(canvas, { shape, dashes = [], power, end }, palette) {
  const context = canvas.getContext("2d");
  context.setTransform(2, 0, 0, 2, 0, 0);
  context.clearRect(0, 0, 48, 16);
  context.lineWidth = 1.5;
  if (shape) {
    const status = palette.seen;
    context.fillStyle = shape === "step" ? status.fill : shape === "facilitator" ? palette.facilitator : palette.actor;
    context.strokeStyle =
      shape === "step" ? status.line : palette[shape === "facilitator" ? "facilitator-line" : "actor-line"];
    context.beginPath();
    context.roundRect(6, 2, 36, 12, { facilitator: 0, network: 6 }[shape] ?? 3);
    context.fill();
    context.stroke();
    return;
  }
  const color = power ? palette[power] : end ? palette["facilitator-line"] : palette.ink;
  context.strokeStyle = color;
  context.fillStyle = color;
  context.setLineDash(dashes);
  context.beginPath();
  context.moveTo(4, 8);
  context.lineTo(44, 8);
  context.stroke();
  context.setLineDash([]);
  context.beginPath();
  if (end === "bar") context.rect(42, 2, 2, 12);
  if (end === "arrow")
    for (const [x, y] of [
      [36, 3],
      [44, 8],
      [36, 13],
    ])
      context.lineTo(x, y);
  context.fill();
}
