// What shapes and lines of the picture mean.

import { el, folding } from "../base/dom.js";
import { say, statusElement } from "../base/words.js";
import { nodeStyle, paint } from "./style.js";

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
  const lines = store.data.lines.map(({ dashes, means }) => row({ dashes }, means));
  const powers = store.data.powers.map(({ id, means }) => row({ power: id, end: "bar" }, means));
  const shapes = SHAPES.map((shape) => row({ shape }, say(`page.shape.${shape}`)));
  const others = el("div", null, el("dt", null, say("page.graph.ends")), el("dd", null, say("page.graph.ends-mean")));
  const statuses = store.data.statuses.map(({ id, means }) =>
    el("div", null, el("dt", null, statusElement(store.data.statuses, id)), el("dd", null, means)),
  );
  const arrow = row({ end: "arrow" }, say("page.graph.arrow"));
  const element = folding(
    "legend",
    say("page.graph.legend"),
    el("dl", null, statuses, shapes, powers, arrow, lines, others),
  );
  return {
    element,
    renew(palette) {
      for (const draw of samples) draw(palette);
    },
  };
}

function drawSample(canvas, { shape, dashes, power, end }, palette) {
  const context = canvas.getContext("2d");
  context.setTransform(2, 0, 0, 2, 0, 0);
  context.clearRect(0, 0, 48, 16);
  if (shape) {
    const { fill, line } = nodeStyle({ kind: shape }, "detected", palette, false);
    const rx = { facilitator: 0, network: 6 }[shape] ?? 3;
    const box = { tag: "rect", x: 6, y: 2, width: 36, height: 12, rx };
    paint(context, { ...box, fill, stroke: line, "stroke-width": 1.5 });
    return;
  }
  const color = power ? palette[power] : end ? palette["facilitator-line"] : palette.ink;
  const line = { tag: "line", x1: 4, y1: 8, x2: 44, y2: 8, stroke: color };
  paint(context, { ...line, "stroke-width": 1.5, "stroke-dasharray": dashes });
  if (end === "bar") paint(context, { tag: "rect", x: 42, y: 2, width: 2, height: 12, fill: color });
  const points = [
    [36, 3],
    [44, 8],
    [36, 13],
  ];
  if (end === "arrow") paint(context, { tag: "polygon", points, fill: color });
}
