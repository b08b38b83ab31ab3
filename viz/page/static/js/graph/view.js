// vis-network in its box: the picture drawn, moved, zoomed and lit. Knows nothing of the page around it.

import { edgesToDraw, isBent, labelNow } from "./model.js";
import { boxAt, drawBoxes, drawMarks, drawOver } from "./over.js";
import { BEND, edgeLook, groundShapes, nodeLook, paint } from "./style.js";

const OPTIONS = {
  autoResize: false,
  physics: { enabled: false },
  layout: { improvedLayout: false },
  interaction: {
    dragNodes: false,
    selectable: false,
    selectConnectedEdges: false,
    hoverConnectedEdges: false,
    keyboard: false,
    navigationButtons: false,
    zoomSpeed: 0.6,
  },
  nodes: {
    chosen: false,
    shape: "box",
    borderWidth: 1,
    shadow: false,
    labelHighlightBold: false,
    scaling: { label: { drawThreshold: 6 } },
  },
  edges: { chosen: false, smooth: false, selectionWidth: 0, hoverWidth: 0, arrowStrikethrough: false },
};
const EDGE = 12;
const LEAST_HEIGHT = 360;
const MOST_HEIGHT = 2200;
const NARROW = 700;
const LEAST_LEGIBLE = 0.6;
const [FARTHEST, NEAREST] = [0.02, 4];

/** More nodes than this are plain boxes, drawn here; vis-network gets those that are lit, with their lines. */
const MOST_NODES = 1200;

/** The view of the picture in a box. `clicked` gets `{node}`, `{edge}` or `{}` and `pointed` the same. */
export function createGraphView(box, { clicked, pointed }) {
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const network = new vis.Network(box, { nodes, edges }, OPTIONS);
  const frame = box.firstElementChild;
  frame?.removeAttribute("tabindex");
  const seen = { scene: null, drawn: new Map(), lines: new Map(), ring: null, isMoved: false, width: 0 };
  const at = ({ x, y }) => {
    const node = network.getNodeAt({ x, y }) ?? plainNodeAt(network, seen.scene, { x, y });
    const edge = node === undefined ? network.getEdgeAt({ x, y }) : undefined;
    return { node, edge };
  };
  network.on("click", ({ pointer }) => clicked(at(pointer.DOM)));
  network.on("beforeDrawing", (context) => seen.scene && drawUnder(context, network, box, seen.scene));
  network.on("afterDrawing", (context) => {
    if (!seen.scene) return;
    if (!hasLetters(network, seen.scene)) drawMarks(context, seen.scene, network.getScale());
    drawOver(context, seen);
  });
  // With the next frame, once; `network.redraw()` draws at once, each time that it is asked.
  const redraw = () => network.body.emitter.emit("_requestRedraw");
  const moveBy = (move) => {
    seen.isMoved = true;
    move();
  };
  for (const moved of ["zoom", "dragStart"]) network.on(moved, () => moveBy(() => {}));
  hearPointer(box, at, pointed);
  const fit = () => {
    const { clientWidth } = box;
    if (!seen.scene || !clientWidth) return;
    // Whoever moved the picture keeps it as it is; else it takes the room that it gets, and stays as large as it is.
    if (clientWidth > seen.width && !seen.isMoved) placeFirst(box, network, seen.scene.picture.layout);
    else resize(box, network);
    seen.width = clientWidth;
  };
  // The panel may have opened just now: drawn in a box of another size, vis-network would scale the picture.
  const fitFirst = () => box.clientWidth !== seen.width && fit();

  return {
    network,
    /** Draw a scene: `{picture, view, statuses, words, palette, kinds, lit, powers}`. Only what differs is renewed. */
    show(scene) {
      fitFirst();
      const isOther = seen.scene?.picture !== scene.picture;
      seen.scene = scene;
      if (isOther) {
        edges.clear();
        nodes.clear();
        seen.drawn.clear();
        seen.lines.clear();
      }
      renew(nodes, seen.drawn, nodesForVis(scene), (node, isFirst) => drawnNode(node, scene, isFirst));
      const { edges: wanted, isCut } = edgesToDraw(scene.picture, scene.kinds, scene.lit);
      renew(edges, seen.lines, wanted, (edge) => drawnEdge(edge, scene));
      redraw();
      return isCut;
    },
    ring(node) {
      fitFirst();
      seen.ring = node;
      redraw();
    },
    place() {
      seen.isMoved = false;
      placeFirst(box, network, seen.scene.picture.layout);
      seen.width = box.clientWidth;
    },
    resize: fit,
    hasLetters: () => hasLetters(network, seen.scene),
    zoom: (factor) => moveBy(() => zoomTo(network, network.getScale() * factor)),
    zoomTo: (scale) => moveBy(() => zoomTo(network, scale)),
    whole: () => moveBy(() => whole(box, network, seen.scene.picture.layout)),
    reveal: (ids) => reveal(box, network, seen.scene.picture.layout, ids),
  };
}

/** What the pointer is on, told once for each thing. */
function hearPointer(box, at, pointed) {
  let last = "";
  box.addEventListener("mousemove", (event) => {
    const corner = box.getBoundingClientRect();
    const found = at({ x: event.clientX - corner.left, y: event.clientY - corner.top });
    const name = `${found.node ?? ""} ${found.edge ?? ""}`;
    if (name === last) return;
    last = name;
    box.style.cursor = name.trim() ? "pointer" : "";
    pointed(found);
  });
}

/** Whether labels are so large that they are drawn: vis-network leaves them out one pixel below its threshold. */
function hasLetters(network, { palette }) {
  return network.getScale() * palette.label.font >= OPTIONS.nodes.scaling.label.drawThreshold - 1;
}

function isLarge({ picture }) {
  return picture.nodes.length > MOST_NODES;
}

function nodesForVis(scene) {
  const { nodes } = scene.picture;
  return isLarge(scene) ? nodes.filter(({ id }) => scene.lit?.nodes.has(id)) : nodes;
}

function drawUnder(context, network, box, scene) {
  const { palette, picture } = scene;
  context.font = `${palette.label.font - 1}px ${palette.face}`;
  context.textBaseline = "alphabetic";
  const widthOf = (line) => context.measureText(line).width;
  for (const shape of groundShapes(picture.layout, palette, widthOf)) paint(context, shape);
  if (!isLarge(scene)) return;
  const from = network.DOMtoCanvas({ x: 0, y: 0 });
  const to = network.DOMtoCanvas({ x: box.clientWidth, y: box.clientHeight });
  drawBoxes(context, scene, { from, to, hasLetters: hasLetters(network, scene) });
}

function plainNodeAt(network, scene, point) {
  return scene && isLarge(scene) ? boxAt(scene.picture, network.DOMtoCanvas(point)) : undefined;
}

/** Put into a data set what is new or looks different, and take out what is gone. */
function renew(set, drawn, wanted, make) {
  const kept = new Set();
  const changed = [];
  for (const one of wanted) {
    kept.add(one.id);
    const item = make(one, !drawn.has(one.id));
    const look = JSON.stringify([item.label, item.color, item.font?.color, item.borderWidth, item.width]);
    if (drawn.get(one.id) !== look) changed.push(item);
    drawn.set(one.id, look);
  }
  const gone = [...drawn.keys()].filter((id) => !kept.has(id));
  for (const id of gone) drawn.delete(id);
  set.remove(gone);
  set.update(changed);
}

/** A node for vis-network; where it stands, and how large it is, only once. */
function drawnNode(node, scene, isFirst) {
  const { picture, palette } = scene;
  const { fill, line, ink, width, dashes, radius } = nodeLook(node, scene);
  const changing = {
    id: node.id,
    label: labelNow(node, scene),
    color: { background: fill, border: line },
    borderWidth: width,
    font: { color: ink },
    shapeProperties: { borderDashes: dashes ?? false, borderRadius: radius },
  };
  if (!isFirst) return changing;
  const { font, padding } = palette.label;
  const [[x, y], [w, h]] = [picture.layout.places[node.id], picture.layout.boxes[node.id]];
  const size = { widthConstraint: { minimum: w - 2 * padding }, heightConstraint: { minimum: h - 2 * padding } };
  return {
    ...changing,
    x,
    y,
    margin: padding,
    font: { color: ink, size: font, face: palette.face },
    ...size,
  };
}

function drawnEdge(edge, scene) {
  const { color, width, dashes, arrow } = edgeLook(edge, scene);
  const curve = { enabled: true, type: "cubicBezier", forceDirection: "vertical", roundness: BEND };
  return {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    color: { color },
    width,
    dashes: dashes ?? false,
    smooth: isBent(scene.picture, edge) && curve,
    arrows: {
      to: arrow ? { enabled: true, type: arrow, scaleFactor: arrow === "bar" ? 0.6 : 0.7 } : { enabled: false },
    },
  };
}

// Where one looks

/** As it is first seen: at full size where that fits the width, from the top; else as wide as the box, or all of it. */
function placeFirst(box, network, layout) {
  const [w, h] = layout.size;
  const room = box.clientWidth - 2;
  const most = room < NARROW ? innerHeight * 0.75 : MOST_HEIGHT;
  const across = Math.min(1, room / w);
  const all = Math.min(across, (Math.max(innerHeight * 0.85, LEAST_HEIGHT) - 2 * EDGE) / h);
  const scale = across >= LEAST_LEGIBLE ? across : all;
  box.style.height = `${Math.round(Math.max(Math.min(LEAST_HEIGHT, most), Math.min(h * scale + 2 * EDGE, most)))}px`;
  network.setSize("100%", "100%");
  const [x, y] = layout.origin ?? [0, 0];
  const shown = box.clientHeight / scale;
  const middle = h + (2 * EDGE) / scale <= shown ? y + h / 2 : y - EDGE / scale + shown / 2;
  network.moveTo({ position: { x: x + w / 2, y: middle }, scale, animation: false });
}

/** The box has another size: what was in its upper left corner stays there, at the same scale. */
function resize(box, network) {
  const corner = network.DOMtoCanvas({ x: 0, y: 0 });
  const scale = network.getScale();
  network.setSize("100%", "100%");
  const half = { x: box.clientWidth / 2 / scale, y: box.clientHeight / 2 / scale };
  network.moveTo({ position: { x: corner.x + half.x, y: corner.y + half.y }, scale, animation: false });
  network.redraw();
}

function zoomTo(network, scale) {
  network.moveTo({ scale: Math.min(NEAREST, Math.max(FARTHEST, scale)), animation: false });
}

function whole(box, network, layout) {
  const [[w, h], [x, y]] = [layout.size, layout.origin ?? [0, 0]];
  const scale = Math.min(1, (box.clientWidth - 2 * EDGE) / w, (box.clientHeight - 2 * EDGE) / h);
  network.moveTo({ position: { x: x + w / 2, y: y + h / 2 }, scale, animation: false });
}

/** Move as little as is needed for the first of these nodes to be seen, in the box and in the window. */
function reveal(box, network, { places, boxes }, ids) {
  const id = ids.find((one) => places[one]);
  if (!id) return;
  const [[x, y], [w, h]] = [places[id], boxes[id]];
  const scale = network.getScale();
  const from = network.canvasToDOM({ x: x - w / 2, y: y - h / 2 });
  const to = network.canvasToDOM({ x: x + w / 2, y: y + h / 2 });
  const shift = (low, high, room) => (low < EDGE ? low - EDGE : high > room - EDGE ? high - room + EDGE : 0);
  const [dx, dy] = [shift(from.x, to.x, box.clientWidth), shift(from.y, to.y, box.clientHeight)];
  if (dx || dy) {
    const { x: cx, y: cy } = network.getViewPosition();
    network.moveTo({ position: { x: cx + dx / scale, y: cy + dy / scale }, scale, animation: false });
  }
  const top = box.getBoundingClientRect().top + from.y - dy;
  const bottom = top + to.y - from.y;
  if (top < EDGE * 6) scrollBy(0, top - EDGE * 6);
  else if (bottom > innerHeight - EDGE * 2) scrollBy(0, bottom - innerHeight + EDGE * 2);
}
