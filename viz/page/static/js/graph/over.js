// What is drawn on the canvas beside what vis-network draws: plain boxes, symbols, rings, the way of a route.

import { statusOf } from "../base/words.js";
import { labelNow } from "./model.js";
import { nodeLook, paint } from "./style.js";
import { borderPoint } from "./svg.js";

const LEAST_MARK = 6;

/** Boxes with their labels, those that lie in the window and are not lit. */
export function drawBoxes(context, scene, { from, to, hasLetters }) {
  const { picture, palette, lit } = scene;
  const { places, boxes } = picture.layout;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.font = `${palette.label.font}px ${palette.face}`;
  for (const node of picture.nodes) {
    const [[x, y], [w, h]] = [places[node.id], boxes[node.id]];
    const isOut = x + w / 2 < from.x || x - w / 2 > to.x || y + h / 2 < from.y || y - h / 2 > to.y;
    if (isOut || lit?.nodes.has(node.id)) continue;
    const style = nodeLook(node, scene);
    context.fillStyle = style.fill;
    context.strokeStyle = style.line;
    context.lineWidth = style.width;
    context.fillRect(x - w / 2, y - h / 2, w, h);
    context.strokeRect(x - w / 2, y - h / 2, w, h);
    if (!hasLetters) continue;
    context.fillStyle = style.ink;
    const lines = labelNow(node, scene).split("\n");
    const top = y - ((lines.length - 1) * palette.label.line) / 2;
    for (const [place, line] of lines.entries()) context.fillText(line, x, top + place * palette.label.line);
  }
}

/** The node whose box is at a point of the picture. */
export function boxAt({ nodes, layout: { places, boxes } }, point) {
  const isIn = ({ id }) =>
    Math.abs(point.x - places[id][0]) <= boxes[id][0] / 2 && Math.abs(point.y - places[id][1]) <= boxes[id][1] / 2;
  return nodes.find(isIn)?.id;
}

/** Where labels are too small for reading: the mark of each status, and the number of each barrier, as large as goes. */
export function drawMarks(context, scene, scale) {
  const { picture, statuses, words, palette } = scene;
  const { places, boxes } = picture.layout;
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const node of picture.nodes) {
    const [w, h] = boxes[node.id];
    const mark =
      node.kind === "step"
        ? statusOf(words, statuses[node.id]).mark
        : node.kind === "barrier"
          ? node.label.match(/^\d+/)?.[0]
          : "";
    const size = Math.min(h * 0.75, w * 0.6);
    if (!mark || size * scale < LEAST_MARK) continue;
    context.font = `bold ${size}px ${palette.face}`;
    context.fillStyle = nodeLook(node, scene).ink;
    context.fillText(mark, places[node.id][0], places[node.id][1]);
  }
}

/** Rings around what was asked for, the way of a route, and the ring of the keyboard. */
export function drawOver(context, { scene, ring }) {
  const { picture, palette, lit } = scene;
  const { places, boxes } = picture.layout;
  const around = (id, gap, width, dashes) => {
    if (!boxes[id]) return;
    const [[x, y], [w, h]] = [places[id], boxes[id]];
    const box = { tag: "rect", x: x - w / 2 - gap, y: y - h / 2 - gap, width: w + 2 * gap, height: h + 2 * gap, rx: 6 };
    paint(context, { ...box, stroke: palette.accent, "stroke-width": width, "stroke-dasharray": dashes });
  };
  for (const id of lit?.chosen ?? []) around(id, 3, 2.5, []);
  if (ring) around(ring, 6, 3, [6, 3]);
  context.strokeStyle = palette.accent;
  context.lineWidth = 3;
  for (const [number, [from, to]] of (lit?.path ?? []).entries()) drawWay(context, picture.layout, from, to, number);
}

/** One stage of a route: an arc, so that stages over the same steps are told apart, with an arrow in its middle. */
function drawWay(context, { places, boxes }, from, to, number) {
  const [[ax, ay], [bx, by]] = [places[from], places[to]];
  const bend = (number % 2 ? 1 : -1) * 0.12;
  const [mx, my] = [(ax + bx) / 2 - (by - ay) * bend, (ay + by) / 2 + (bx - ax) * bend];
  const [x1, y1] = borderPoint([ax, ay], boxes[from], [mx, my]);
  const [x2, y2] = borderPoint([bx, by], boxes[to], [mx, my]);
  context.beginPath();
  context.moveTo(x1, y1);
  context.quadraticCurveTo(mx, my, x2, y2);
  context.stroke();
  const [tx, ty] = [(x1 + 2 * mx + x2) / 4, (y1 + 2 * my + y2) / 4];
  const angle = Math.atan2(y2 - y1, x2 - x1);
  context.beginPath();
  for (const turn of [2.6, 0, -2.6]) context.lineTo(tx + 11 * Math.cos(angle + turn), ty + 11 * Math.sin(angle + turn));
  context.stroke();
}
