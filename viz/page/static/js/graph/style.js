// How nodes and lines look: colours out of the style sheet, borders and ends that also tell apart in grey. Pure, but
// for reading the colours.

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
  covered: [2.5, null],
  short: [2, [9, 3]],
  seen: [2, [2, 3]],
  assumed: [1.5, [5, 4]],
  unknown: [1, null],
  nobody: [3, null],
};

/** How the line of each relation ends: a cover bars the way, a facilitation goes through. */
const ENDS_OF_KINDS = {
  COVERS: "bar",
  FACILITATES: "arrow",
  LEADS_TO: "vee",
  REPORTS_TO: "vee",
  LEADS: "diamond",
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

/** The same for vis-network. */
export function visNode(node, { label, style, place, box, isFirst }, palette) {
  const [w, h] = box;
  const margin = 2 * palette.label.padding;
  const changing = {
    id: node.id,
    label,
    color: { background: style.fill, border: style.line },
    borderWidth: style.width,
    font: { color: style.ink },
    shapeProperties: { borderDashes: style.dashes ?? false, borderRadius: style.radius },
  };
  if (!isFirst) return changing;
  return {
    ...changing,
    x: place[0],
    y: place[1],
    shape: node.shape ?? "box",
    font: { color: style.ink, size: palette.label.font, face: palette.face },
    ...(node.shape === "ellipse"
      ? {}
      : { widthConstraint: { minimum: w - margin }, heightConstraint: { minimum: h - margin } }),
  };
}

const LABEL_LINE_HEIGHT = 14;

/** How far a bent line runs up or down before it turns, as a part of the way. */
export const BEND = 0.5;

/** The same for vis-network. */
export function visEdge(edge, style, isBent) {
  return {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    color: { color: style.color },
    width: style.width,
    dashes: style.dashes ?? false,
    smooth: isBent && { enabled: true, type: "cubicBezier", forceDirection: "vertical", roundness: BEND },
    arrows: style.arrow
      ? { to: { enabled: true, type: style.arrow, scaleFactor: style.arrow === "bar" ? 0.6 : 0.7 } }
      : { to: { enabled: false } },
  };
}

// What stands behind the nodes

/** Bands, rings and sectors of a layout, onto the canvas under the nodes. */
export function drawGround(context, layout, palette) {
  context.lineWidth = 1;
  context.font = `${palette.label.font - 1}px ${palette.face}`;
  context.textBaseline = "alphabetic";
  for (const band of layout.bands ?? []) drawBand(context, band, palette);
  for (const sector of layout.sectors ?? []) drawSector(context, sector, layout, palette);
  for (const ring of layout.rings ?? []) {
    context.strokeStyle = palette.ring;
    context.beginPath();
    context.ellipse(0, 0, ring.rx, ring.ry, 0, 0, 2 * Math.PI);
    context.stroke();
  }
  for (const { label, x, y } of [...(layout.rings ?? []), ...(layout.sectors ?? [])]) {
    if (label) drawLabel(context, label, x, y, palette);
  }
}

function drawBand(context, { kind, label, x, y, w, h }, palette) {
  context.fillStyle = palette.band;
  context.strokeStyle = palette.ring;
  context.beginPath();
  context.roundRect(x, y, w, h, 6);
  if (kind === "shell") {
    context.setLineDash([3, 3]);
    context.stroke();
    context.setLineDash([]);
  } else {
    context.fill();
  }
  context.textAlign = "left";
  context.fillStyle = palette.soft;
  for (const [place, line] of label.split("\n").entries())
    context.fillText(line, x + 8, y + 14 + place * LABEL_LINE_HEIGHT);
}

function drawSector(context, { begin }, { rings = [] }, palette) {
  const outer = rings.at(-1);
  const inner = rings[0];
  if (begin === undefined || !outer) return;
  const angle = (begin * Math.PI) / 180;
  context.strokeStyle = palette.faint;
  context.beginPath();
  context.moveTo(inner.rx * 0.55 * Math.cos(angle), inner.ry * 0.55 * Math.sin(angle));
  context.lineTo(outer.rx * Math.cos(angle), outer.ry * Math.sin(angle));
  context.stroke();
}

/** A label with a little paper around it, so that a line behind it does not strike it out. */
function drawLabel(context, label, x, y, palette) {
  const lines = label.split("\n");
  const width = Math.max(...lines.map((line) => context.measureText(line).width));
  context.textAlign = "center";
  context.fillStyle = palette.paper;
  context.fillRect(x - width / 2 - 3, y - 10, width + 6, lines.length * LABEL_LINE_HEIGHT);
  context.fillStyle = palette.soft;
  for (const [place, line] of lines.entries()) context.fillText(line, x, y + 1 + place * LABEL_LINE_HEIGHT);
}
