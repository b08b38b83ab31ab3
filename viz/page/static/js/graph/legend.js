// What shapes and lines of the picture mean.

import { el } from "../base/dom.js";
import { say, statusElement } from "../base/words.js";
import { DASHES } from "./style.js";

const LINES = ["solid", "dotted", "dashed", "sparse"];
const POWERS = ["detect", "hinder", "sanction", "protect"];
const SHAPES = ["step", "actor", "network", "facilitator"];

/** What the shapes and lines mean; the samples are drawn in the colours of the picture. */
export function graphLegend(store) {
  const samples = [];
  const sample = (draw) => {
    const canvas = el("canvas", { width: "96", height: "32", "aria-hidden": "true", class: "sample" });
    samples.push((palette) => drawSample(canvas, draw, palette));
    return canvas;
  };
  const row = (draw, words) => el("div", null, el("dt", null, sample(draw)), el("dd", null, words));
  const lines = LINES.map((line) => row({ dashes: DASHES[line] }, say(`page.line.${line}`)));
  const powers = POWERS.map((power) => row({ power, end: "bar" }, say(`page.bar.${power}`)));
  const shapes = SHAPES.map((shape) => row({ shape }, say(`page.shape.${shape}`)));
  const others = el("div", null, el("dt", null, say("page.graph.ends")), el("dd", null, say("page.graph.ends-mean")));
  const statuses = store.data.statuses.map(({ id, means }) =>
    el("div", null, el("dt", null, statusElement(store.data.statuses, id)), el("dd", null, means)),
  );
  const element = el(
    "details",
    { class: "legend" },
    el("summary", null, say("page.graph.legend")),
    el("dl", null, statuses, shapes, powers, row({ end: "arrow" }, say("page.graph.arrow")), lines, others),
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
