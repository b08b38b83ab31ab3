// How nodes, lines and what stands behind them look: colours out of the style sheet, borders and ends that also tell
// apart in grey. Pure, but for reading the colours.

const COLOUR_NAMES = [
  ...[
    "paper",
    "band",
    "barrier",
    "barrier-ink",
    "ring",
    "ink",
    "soft",
    "actor",
    "actor-line",
    "facilitator",
    "facilitator-line",
    "edge",
    "dim",
    "faint",
  ],
  ...["detect", "hinder", "sanction", "protect"],
];
const STATUS_PARTS = ["ink", "fill", "line"];

/** The borders of the statuses, from a whole fence to none: `[width, dashes]`. */
const BORDERS = {
  insufficient: [3, [12, 3]],
  covered: [2.5, null],
  limited: [2, [9, 3]],
  detected: [2, [2, 3]],
  inferred: [1.5, [5, 4]],
  unknown: [1, null],
  uncovered: [3, null],
};

/** How the line of each relation ends: a cover bars the way, a facilitation goes through. */
const ENDS_OF_KINDS = {
  COVERS: "bar",
  FACILITATES: "arrow",
  LEADS_TO: "vee",
  REPORTS_TO: "vee",
  COORDINATES: "diamond",
  HAS_TASK_AT: "box",
  MEMBER_OF: "circle",
  COOPERATES: "curve",
};

/** The dashes of each line that is not solid. */
export const DASHES = { dotted: [2, 4], dashed: [7, 5], sparse: [1, 8] };

/** The colours of the style sheet, as they are now, light or dark, or as `value(name)` tells them; and how large a label is. */
export function readPalette({ statuses, label }, value = colourNow()) {
  const palette = { label, accent: value("--accent"), face: value("--face") || "sans-serif" };
  for (const name of COLOUR_NAMES) palette[name] = value(`--graph-${name}`) || "#888888";
  for (const { id } of statuses) {
    palette[id] = Object.fromEntries(STATUS_PARTS.map((part) => [part, value(`--${id}-${part}`) || "#888888"]));
  }
  return palette;
}

function colourNow() {
  const sheet = getComputedStyle(document.documentElement);
  return (name) => sheet.getPropertyValue(name).trim();
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
    const [width, dashes] = BORDERS[status] ?? BORDERS.unknown;
    const { ink, fill, line } = palette[status] ?? palette.unknown;
    return { ...usual, ink, fill, line, width, dashes };
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
    dashes: DASHES[edge.line] ?? null,
    arrow: isDim ? null : (ENDS_OF_KINDS[edge.kind] ?? "arrow"),
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
  return { tag: "text", lines, x, y, fill: palette.soft, "font-size": 12, "text-anchor": anchor, apart: SMALL_LINE };
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
