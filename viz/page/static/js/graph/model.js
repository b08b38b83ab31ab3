// The picture of a view in one layout: what is in it, what is next to what, what a selection lights up. Pure.

import { nameIn } from "../base/known.js";
import { filledLines, say, statusText, tallyPieces } from "../base/words.js";

/** More lines than this are a blur: then only those of what is selected are drawn. */
export const MOST_EDGES = 3000;

/** Nodes and lines that have a place in a layout, and how to find them. */
export function pictureIn(view, name) {
  const layout = view.layouts[name] ?? view.layouts.lanes ?? { places: {}, boxes: {} };
  const nodes = view.nodes.filter((node) => Object.hasOwn(layout.places, node.id));
  const ids = new Set(nodes.map(({ id }) => id));
  const edges = view.edges.filter(
    (edge) => (!edge.only || edge.only === name) && ids.has(edge.from) && ids.has(edge.to),
  );
  const things = new Map();
  const edgesAt = new Map();
  const edgesOf = new Map();
  for (const node of nodes) put(things, node.of ?? node.id, node.id);
  for (const edge of edges) {
    put(edgesAt, edge.from, edge);
    if (edge.to !== edge.from) put(edgesAt, edge.to, edge);
    if (edge.fact) put(edgesOf, edge.fact, edge);
    for (const fact of edge.facts ?? []) put(edgesOf, fact, edge);
  }
  return { name, layout, nodes, byId: new Map(nodes.map((node) => [node.id, node])), edges, things, edgesAt, edgesOf };
}

function put(map, key, value) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/**
 * What a selected id lights up: `{nodes, edges, chosen, path}`; `chosen` are the nodes that were asked for, the others
 * stand beside them, `path` are the pairs of nodes of a route. Null where it lights up nothing of this picture.
 */
export function litBy(picture, view, selected, kinds) {
  if (!selected) return null;
  const finding = view.findings.find((one) => one.id === selected);
  const route = view.routes.find((one) => one.id === selected);
  const lit = finding
    ? litByFinding(picture, finding)
    : route
      ? litByRoute(picture, route)
      : (litByFact(picture, selected) ?? litByThing(picture, selected, kinds));
  return lit.nodes.size ? lit : null;
}

function litByFinding(picture, finding) {
  const chosen = new Set(finding.about.flatMap((id) => picture.things.get(id) ?? []));
  const edges = new Set(finding.facts.flatMap((id) => picture.edgesOf.get(id) ?? []));
  return { nodes: new Set([...chosen, ...endsOf(edges)]), edges, chosen, path: [] };
}

function litByRoute(picture, route) {
  const steps = route.steps.filter((id) => picture.byId.has(id));
  const chosen = new Set(steps);
  return { nodes: chosen, edges: new Set(), chosen, path: steps.slice(1).map((step, place) => [steps[place], step]) };
}

function litByFact(picture, selected) {
  const edges = picture.edgesOf.get(selected) ?? picture.edges.filter((edge) => edge.id === selected);
  if (!edges.length) return null;
  return { nodes: new Set(endsOf(edges)), edges: new Set(edges), chosen: new Set(endsOf(edges)), path: [] };
}

function litByThing(picture, selected, kinds) {
  const inShell = picture.nodes.filter((node) => `shell.${node.shell}` === selected).map(({ id }) => id);
  const chosen = new Set([...(picture.things.get(selected) ?? []), ...inShell]);
  const edges = new Set([...chosen].flatMap((id) => edgesAtNode(picture, id, kinds)));
  return { nodes: new Set([...chosen, ...endsOf(edges)]), edges, chosen, path: [] };
}

function endsOf(edges) {
  return [...edges].flatMap(({ from, to }) => [from, to]);
}

/** The lines of the kinds that are shown, at one node. */
export function edgesAtNode(picture, node, kinds) {
  return (picture.edgesAt.get(node) ?? []).filter((edge) => kinds.has(edge.kind));
}

/** The lines to draw: all of the kinds that are shown, or only the lit ones where all would be a blur. */
export function edgesToDraw(picture, kinds, lit) {
  // Lines that lead across the whole picture are drawn for those who ask.
  const wanted = picture.edges.filter((edge) => kinds.has(edge.kind) && (!edge.far || lit?.edges.has(edge)));
  const others = [...(lit?.edges ?? [])].filter((edge) => !kinds.has(edge.kind));
  if (wanted.length <= MOST_EDGES) return { edges: [...wanted, ...others], isCut: false };
  return { edges: [...(lit?.edges ?? [])].slice(0, MOST_EDGES), isCut: true };
}

/** Whether a straight line would reach its step from the side, past the step that stands beside it: it is bent. */
export function isBent({ name, layout: { places, boxes } }, { from, to }) {
  if (name !== "lanes") return false;
  const [dx, dy] = [places[to][0] - places[from][0], places[to][1] - places[from][1]].map(Math.abs);
  const [w, h] = boxes[to];
  return dy > h && dx * h > dy * w;
}

/** The nearest node in a direction ("up", "down", "left", "right"), or null where there is none. */
export function nearest(picture, from, direction) {
  const { places } = picture.layout;
  const [x, y] = places[from];
  const [dx, dy] = { up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0] }[direction];
  let best = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { id } of picture.nodes) {
    const [away, aside] = [
      (places[id][0] - x) * dx + (places[id][1] - y) * dy,
      (places[id][0] - x) * dy + (places[id][1] - y) * dx,
    ];
    // Straight ahead before aside; whatever lies wholly beside is of another direction.
    if (id === from || away <= 0 || Math.abs(aside) > away * 3) continue;
    const distance = away + 2 * Math.abs(aside);
    if (distance < least) [best, least] = [id, distance];
  }
  return best;
}

/** The nodes as one reads them: from the top, each line from the left. */
export function inReadingOrder(picture) {
  const { places } = picture.layout;
  return [...picture.nodes].sort(
    (one, other) => places[one.id][1] - places[other.id][1] || places[one.id][0] - places[other.id][0],
  );
}

/** A node in words: `{name, kind}`; what it is, and where. */
export function nodeWords(node, view) {
  const barrier = node.barrier ? nameIn(view, node.barrier) : "";
  const name = node.kind === "core" ? say("page.core") : nameIn(view, node.of ?? node.id);
  if (node.kind === "barrier") return { name, kind: say("page.barrier") };
  if (node.kind === "step") return { name, kind: say("page.node.step", { barrier }) };
  const kinds = [say(`page.node.${node.kind}`)];
  if (node.kind === "facilitator")
    kinds.push(node.shell ? say("page.node.shell", { number: node.shell }) : say("page.node.no-shell"));
  const at = barrier ? ` ${say("page.at", { barrier })}` : "";
  return { name, kind: `${kinds.join(", ")}${at}` };
}

/** The label of a node of a scene; a step and a barrier have room in their box to tell how steps stand now. */
export function labelNow(node, { view, statuses, words, palette }) {
  if (node.kind === "step") return `${statusText(words, statuses[node.id])}\n${node.label}`;
  if (node.kind !== "barrier") return node.label;
  const found = view.steps.filter(({ barrier }) => barrier === node.id).map(({ id }) => statuses[id]);
  return [node.label, ...tallyLines(found, words, palette.label)].join("\n");
}

/** With symbols where two lines are too short for the words; only how many steps there are where that is too long too. */
function tallyLines(found, words, { barrier, widths }) {
  const fits = (line) => [...line].reduce((width, sign) => width + widths[sign], 0) <= barrier;
  for (const called of ["word", "mark"]) {
    const lines = filledLines(tallyPieces(found, words, called), fits);
    if (lines.length <= 2) return lines;
  }
  return [say("count.step", { n: found.length })];
}
