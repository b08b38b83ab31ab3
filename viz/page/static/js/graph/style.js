// How nodes, lines and what stands behind them look: colours out of the style sheet, borders and ends, which also tell
// apart in grey, out of the data. Pure, but for reading the colours.

const OWN = "--graph-";

/** The colours for paper, whatever the screen has now: those of the style sheet outside every condition, by name. */
export function lightColours() {
  const values = new Map();
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (rule.selectorText !== ":root") continue;
      for (const name of rule.style) if (name.startsWith("--")) values.set(name, rule.style.getPropertyValue(name));
    }
  }
  return values;
}

/** The same as they are now, light or dark. */
function coloursNow() {
  const now = getComputedStyle(document.documentElement);
  return new Map([...lightColours().keys()].map((name) => [name, now.getPropertyValue(name)]));
}

/**
 * How the picture looks: the colours of `--graph-…` by the rest of their name, each status by its id, and from the data
 * the dashes of lines, the ends of each kind of edge, and how large a label is. `values` are colours by their names.
 */
export function readPalette({ statuses, label, lines, edge_kinds: kinds }, values = coloursNow()) {
  const value = (name) => values.get(name).trim();
  const own = [...values.keys()].filter((name) => name.startsWith(OWN));
  const byId = (things, part) => Object.fromEntries(things.map((one) => [one.id, part(one)]));
  return {
    label,
    accent: value("--accent"),
    face: value("--face"),
    dashes: byId(lines, ({ dashes }) => dashes),
    ends: byId(kinds, ({ end }) => end),
    ...Object.fromEntries(own.map((name) => [name.slice(OWN.length), value(name)])),
    ...byId(statuses, ({ id, border }) => ({
      ink: value(`--${id}-ink`),
      fill: value(`--${id}-fill`),
      line: value(`--${id}-line`),
      ...border,
    })),
  };
}

/** `{fill, line, ink, width, dashes, radius}` of a node; `status` is that of a step now. */
export function nodeStyle(node, status, palette, isDim) {
  const style = plainStyle(node, status, palette);
  if (!isDim) return style;
  return { ...style, fill: palette.paper, line: palette.ring, ink: palette.dim, width: 1 };
}

function plainStyle(node, status, palette) {
  const usual = { ink: palette.ink, width: 1, dashes: null, radius: 3 };
  if (node.kind === "step") {
    return { ...usual, ...(palette[status] ?? palette.unknown) };
  }
  if (node.kind === "barrier" || node.kind === "core") {
    return { ...usual, fill: palette.barrier, line: palette.ink, ink: palette["barrier-ink"] };
  }
  if (node.kind === "facilitator") {
    return { ...usual, fill: palette.facilitator, line: palette["facilitator-line"], radius: 0 };
  }
  return { ...usual, fill: palette.actor, line: palette["actor-line"], radius: node.kind === "network" ? 12 : 6 };
}

/** `{color, width, dashes, arrow}` of a line; `power` is that of its cover. One that is dimmed has no end: ends lie over boxes. */
export function edgeStyle(edge, power, palette, { isDim, isLit }) {
  const color = isDim ? palette.faint : edgeColor(edge, power, palette);
  return {
    color,
    width: isLit ? 2.5 : 1.25,
    dashes: palette.dashes[edge.line] ?? null,
    arrow: isDim ? null : palette.ends[edge.kind],
  };
}

function edgeColor(edge, power, palette) {
  if (edge.kind === "COVERS") return palette[power] ?? palette.hinder;
  return edge.kind === "FACILITATES" ? palette["facilitator-line"] : palette.edge;
}

/** How a node of a scene looks now. */
export function nodeLook(node, { statuses, palette, lit }) {
  return nodeStyle(node, statuses[node.id], palette, lit !== null && !lit.nodes.has(node.id));
}

/** How a line of a scene looks now. */
export function edgeLook(edge, { palette, lit, powers }) {
  const isLit = lit?.edges.has(edge) ?? false;
  return edgeStyle(edge, powers.get(edge.fact ?? edge.facts?.[0]), palette, { isDim: lit !== null && !isLit, isLit });
}

/** How far a bent line runs up or down before it turns, as a part of the way. */
export const BEND = 0.5;

// What stands behind the nodes, as shapes: tags and attributes of SVG, which `paint` brings onto a canvas

const SMALL_LINE = 14;

/** Bands, rings and sectors of a layout with their labels; `widthOf(line)` tells how wide a label is. */
export function groundShapes({ bands = [], rings = [], sectors = [] }, palette, widthOf) {
  return [
    bands.flatMap((band) => bandShapes(band, palette)),
    sectors.flatMap((sector) => rayShapes(sector, rings, palette)),
    rings.map(({ rx, ry }) => ({ tag: "ellipse", rx, ry, fill: "none", stroke: palette.ring })),
    [...rings, ...sectors].filter(({ label }) => label).flatMap((one) => plateShapes(one, palette, widthOf)),
  ].flat();
}

function bandShapes({ kind, label, x, y, w, h }, palette) {
  const shell = { fill: "none", stroke: palette.ring, "stroke-dasharray": [3, 3] };
  const box = { tag: "rect", x, y, width: w, height: h, rx: 6, ...(kind === "shell" ? shell : { fill: palette.band }) };
  return label ? [box, smallWords(label.split("\n"), x + 8, y + 14, palette)] : [box];
}

function rayShapes({ begin }, rings, palette) {
  const [inner, outer] = [rings[0], rings.at(-1)];
  if (begin === undefined || !outer) return [];
  const angle = (begin * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [x1, y1, x2, y2] = [inner.rx * 0.55 * cos, inner.ry * 0.55 * sin, outer.rx * cos, outer.ry * sin];
  return [{ tag: "line", x1, y1, x2, y2, stroke: palette.faint }];
}

/** A label with a little paper around it, so that a line behind it does not strike it out. */
function plateShapes({ label, x, y }, palette, widthOf) {
  const lines = label.split("\n");
  const width = Math.max(...lines.map(widthOf)) + 6;
  const paper = { x: x - width / 2, y: y - 10, width, height: lines.length * SMALL_LINE, fill: palette.paper };
  return [{ tag: "rect", ...paper }, smallWords(lines, x, y + 1, palette, "middle")];
}

function smallWords(lines, x, y, palette, anchor = null) {
  const look = { fill: palette.soft, "font-size": palette.label.font - 1, "text-anchor": anchor };
  return { tag: "text", lines, x, y, ...look, apart: SMALL_LINE };
}

const TRACES = {
  rect: (context, { x, y, width, height, rx = 0 }) => context.roundRect(x, y, width, height, rx),
  ellipse: (context, { cx = 0, cy = 0, rx, ry }) => context.ellipse(cx, cy, rx, ry, 0, 0, 2 * Math.PI),
  line: (context, { x1, y1, x2, y2 }) => {
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
  },
  polygon: (context, { points }) => {
    for (const [x, y] of points) context.lineTo(x, y);
  },
};

/** Bring a shape onto a canvas. */
export function paint(context, shape) {
  if (shape.fill) context.fillStyle = shape.fill;
  if (shape.tag === "text") {
    context.textAlign = shape["text-anchor"] === "middle" ? "center" : "left";
    for (const [place, line] of shape.lines.entries()) context.fillText(line, shape.x, shape.y + place * shape.apart);
    return;
  }
  context.beginPath();
  TRACES[shape.tag](context, shape);
  if (shape.fill && shape.fill !== "none") context.fill();
  if (!shape.stroke) return;
  context.strokeStyle = shape.stroke;
  context.lineWidth = shape["stroke-width"] ?? 1;
  context.setLineDash(shape["stroke-dasharray"] ?? []);
  context.stroke();
  context.setLineDash([]);
}
