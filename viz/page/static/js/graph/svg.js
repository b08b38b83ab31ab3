// The picture of the graph as SVG: the same nodes, lines and places as on the canvas, with what a reader needs to know
// of it when it is seen alone: title, legend, handling, digest and sources. Pure.

import { filledLines } from "../base/words.js";
import { edgesToDraw, isBent, labelNow } from "./model.js";
import { BEND, edgeLook, groundShapes, nodeLook, nodeStyle } from "./style.js";

const MARGIN_OF_PICTURE = 24;
const LINE = 17;
const LETTER = 6.2;
const BAR = 6;
const BEFORE = 4;

/**
 * The picture of a scene of the graph (`{picture, view, statuses, words, palette, kinds, lit, powers}`). `frame` is
 * `{title, facts: [line], legend: [{id, mark, word, words}], foot: [line]}`.
 */
export function pictureSvg(scene, frame) {
  const { size, origin = [0, 0] } = scene.picture.layout;
  const width = Math.max(size[0], 640) + 2 * MARGIN_OF_PICTURE;
  const { palette } = scene;
  const most = Math.floor((width - 2 * MARGIN_OF_PICTURE) / LETTER);
  const facts = frame.facts.flatMap((line) => wrapped(line, most));
  const foot = frame.foot.flatMap((line) => wrapped(line, most));
  const top = MARGIN_OF_PICTURE + 30 + facts.length * LINE + 14;
  const legendTop = top + size[1] + 30;
  const legend = legendOf(scene, frame, MARGIN_OF_PICTURE, legendTop, width - 2 * MARGIN_OF_PICTURE);
  const footTop = legendTop + legend.height + 20;
  const height = footTop + foot.length * LINE + MARGIN_OF_PICTURE;
  return svgElement(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      "font-family": palette.face,
      "font-size": palette.label.font,
    },
    svgElement("title", {}, escaped(frame.title)),
    svgElement("rect", { width, height, fill: palette.paper }),
    svgWords([frame.title], MARGIN_OF_PICTURE, MARGIN_OF_PICTURE + 18, {
      fill: palette.ink,
      "font-size": 20,
      "font-weight": 600,
    }),
    svgWords(facts, MARGIN_OF_PICTURE, MARGIN_OF_PICTURE + 42, { fill: palette.soft }, LINE),
    svgElement(
      "g",
      { transform: `translate(${MARGIN_OF_PICTURE - origin[0]} ${top - origin[1]})` },
      groundShapes(scene.picture.layout, palette, (line) => line.length * LETTER).map(svgShape),
      linesOf(scene),
      nodesOf(scene),
    ),
    legend.svg,
    svgWords(foot, MARGIN_OF_PICTURE, footTop, { fill: palette.soft, "font-size": 12 }, LINE),
  );
}

// Lines

function linesOf(scene) {
  const { picture, kinds, lit } = scene;
  return edgesToDraw(picture, kinds, lit).edges.map((edge) => {
    const draw = isBent(picture, edge) ? curveOf : lineOf;
    return draw(edge, edgeLook(edge, scene), picture.layout);
  });
}

function lineOf({ from, to }, { color, width, dashes, arrow }, { places, boxes }) {
  const begin = borderPoint(places[from], boxes[from], places[to]);
  const border = borderPoint(places[to], boxes[to], places[from]);
  const [dx, dy] = [border[0] - begin[0], border[1] - begin[1]];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  // The end stands before the box, which is drawn over the lines.
  const end = [border[0] - ux * BEFORE, border[1] - uy * BEFORE];
  return [
    svgElement("line", { x1: begin[0], y1: begin[1], x2: end[0], y2: end[1], ...strokeOf(color, width, dashes) }),
    endOf(arrow, end, ux, uy, color),
  ];
}

/** A bent line leaves its box upright and comes to the other one upright. */
function curveOf({ from, to }, { color, width, dashes, arrow }, { places, boxes }) {
  const down = Math.sign(places[to][1] - places[from][1]);
  const [x1, y1] = [places[from][0], places[from][1] + (down * boxes[from][1]) / 2];
  const [x2, y2] = [places[to][0], places[to][1] - (down * boxes[to][1]) / 2 - down * BEFORE];
  const turn = (y2 - y1) * BEND;
  const d = `M${x1} ${y1}C${x1} ${y1 + turn} ${x2} ${y2 - turn} ${x2} ${y2}`;
  return [
    svgElement("path", { d, fill: "none", ...strokeOf(color, width, dashes) }),
    endOf(arrow, [x2, y2], 0, down, color),
  ];
}

function strokeOf(color, width, dashes) {
  return { stroke: color, "stroke-width": width, "stroke-dasharray": dashes };
}

/** How a line ends: a bar stands in the way, an arrow goes through. */
function endOf(arrow, [x, y], ux, uy, color) {
  if (!arrow) return "";
  if (arrow === "bar") {
    const [x1, y1, x2, y2] = [x - uy * BAR, y + ux * BAR, x + uy * BAR, y - ux * BAR];
    return svgElement("line", { x1, y1, x2, y2, stroke: color, "stroke-width": 2.5 });
  }
  const [bx, by] = [x - ux * 9, y - uy * 9];
  const points = [
    [x, y],
    [bx - uy * 4, by + ux * 4],
    [bx + uy * 4, by - ux * 4],
  ];
  const written = points.map((point) => point.map((one) => one.toFixed(1)).join(",")).join(" ");
  return svgElement("polygon", { points: written, fill: color });
}

/** Where the line from the middle of a box towards a place leaves the box. */
export function borderPoint([x, y], [w, h], [tx, ty]) {
  const [dx, dy] = [tx - x, ty - y];
  if (!dx && !dy) return [x, y];
  const scale = Math.min(dx ? w / 2 / Math.abs(dx) : Infinity, dy ? h / 2 / Math.abs(dy) : Infinity, 1);
  return [x + dx * scale, y + dy * scale];
}

// Nodes

function nodesOf(scene) {
  const { picture, palette } = scene;
  return picture.nodes.map((node) => {
    const look = { ...nodeLook(node, scene), font: palette.label.font };
    return nodeOf(node, labelNow(node, scene), look, picture.layout);
  });
}

function nodeOf(node, label, { fill, line, ink, width, dashes, radius, font }, { places, boxes }) {
  const [[x, y], [w, h]] = [places[node.id], boxes[node.id]];
  const look = { fill, ...strokeOf(line, width, dashes) };
  const shape = svgElement("rect", { x: x - w / 2, y: y - h / 2, width: w, height: h, rx: radius, ...look });
  const lines = label.split("\n");
  // As vis-network has them.
  const apart = font * 1.2;
  const first = y - ((lines.length - 1) * apart) / 2 + font * 0.35;
  return [shape, svgWords(lines, x, first, { fill: ink, "text-anchor": "middle" }, apart)];
}

// The legend

function legendOf({ palette }, { legend }, left, top, room) {
  const cell = 300;
  const across = Math.max(1, Math.floor(room / cell));
  const svg = legend.map(({ id, mark, word, words }, place) => {
    const [x, y] = [left + (place % across) * cell, top + Math.floor(place / across) * 24];
    const { fill, line, ink, width, dashes, radius } = nodeStyle({ kind: "step" }, id, palette, false);
    const box = { x, y: y - 14, width: 92, height: 19, rx: radius, fill, ...strokeOf(line, width, dashes) };
    return [
      svgElement("rect", box),
      svgWords([`${mark} ${word}`], x + 46, y, { fill: ink, "text-anchor": "middle", "font-size": 12 }),
      svgWords([words], x + 102, y, { fill: palette.soft, "font-size": 12 }),
    ];
  });
  return { svg, height: Math.ceil(legend.length / across) * 24 };
}

// SVG as text: every word from the data is escaped here, and what XML cannot hold is left out

// The control characters that XML forbids, and halves of characters.
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text that stands in SVG as just this text. */
export function escaped(words) {
  return String(words)
    .replace(FORBIDDEN, "\ufffd")
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign]);
}

/** An element: `svgElement("rect", { x: 1 }, …)`; `children` are finished SVG. */
export function svgElement(tag, attributes, ...children) {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined && value !== false)
    .map(([name, value]) => ` ${name}="${escaped(attributeText(value))}"`)
    .join("");
  const content = children.flat(Infinity).join("");
  return content ? `<${tag}${written}>${content}</${tag}>` : `<${tag}${written}/>`;
}

/** Words at a place, a line under the other. `look` are attributes; `line` is how far lines are apart. */
function svgWords(lines, x, y, look, line = 15) {
  return lines.map((words, place) =>
    svgElement("text", { x, y: y + place * line, "unicode-bidi": "plaintext", ...look }, escaped(words)),
  );
}

/** Numbers in hundredths, lists with spaces between. */
function attributeText(value) {
  if (Array.isArray(value)) return value.map(attributeText).join(" ");
  return typeof value === "number" ? String(Math.round(value * 100) / 100) : value;
}

/** A shape that could also be painted. */
function svgShape({ tag, lines, apart, ...look }) {
  if (tag !== "text") return svgElement(tag, look);
  const { x, y, ...rest } = look;
  return svgWords(lines, x, y, rest, apart);
}

/** Words in lines of at most so many characters; a longer word stands in a line of its own, cut. */
export function wrapped(words, most) {
  const cut = (word) => (word.length > most ? `${word.slice(0, most - 1)}…` : word);
  return filledLines(words.split(/\s+/).filter(Boolean).map(cut), (line) => line.length <= most);
}
