// What is known of an id, out of the page itself: facts and findings stand there as text, once, and are only copied.

import { elementOf, elementsOf, rowsByTouch } from "./stored.js";

/** What the page says of facts: the row of one, and the rows of all that touch something, found when first asked for. */
export function createKnown() {
  let touching = null;
  return {
    fact: (id) => elementOf(`fact-${id}`),
    /** The rows of the facts of a view that touch an id, kind by kind. */
    factsOf(id, key) {
      touching ??= rowsByTouch();
      const rows = elementsOf(touching.get(id) ?? []);
      return byKind(rows.filter((row) => wordsOf(row.dataset.keys).includes(key)));
    },
  };
}

function wordsOf(text) {
  return (text ?? "").split(" ").filter(Boolean);
}

function byKind(rows) {
  const kinds = new Map();
  for (const row of rows) {
    const kind = factParts(row).kind;
    if (!kinds.has(kind)) kinds.set(kind, []);
    kinds.get(kind).push(row);
  }
  return kinds;
}

/** The parts of the row of a fact: text, and the elements whose content is copied. */
export function factParts(row) {
  const [says, kind, basis, beside, when, cited, handling] = row.cells;
  return {
    says,
    kind: kind.textContent,
    basis,
    beside: piecesOf(beside, "p"),
    when,
    citations: piecesOf(cited, "li"),
    handling,
    id: row.dataset.id,
  };
}

/** What stands in a cell, piece by piece; a single piece is the cell itself. */
function piecesOf(cell, piece) {
  const found = [...cell.querySelectorAll(piece)];
  return found.length || !cell.textContent ? found : [cell];
}

/** What a view knows of an id: `{type, id, ...}` with what stands in the data; null where it knows nothing. */
export function whatIs(id, view, known) {
  const of = (type, list) => {
    const found = list.find((one) => one.id === id);
    return found ? { type, id, name: found.called ?? found.name ?? id, found } : null;
  };
  return (
    of("step", view.steps) ??
    of("actor", view.actors) ??
    of("barrier", view.barriers) ??
    of("track", view.tracks) ??
    findingIs(id, view) ??
    factIs(id, known) ??
    edgeIs(id, view) ??
    shellIs(id, view) ??
    coreIs(id, view)
  );
}

function findingIs(id, view) {
  const place = view.findings.findIndex((finding) => finding.id === id);
  if (place < 0) return null;
  const found = view.findings[place];
  return { type: "finding", id, name: findingTitle(view, found), found, element: `finding-${view.key}-${place + 1}` };
}

/** What a finding says, in one sentence; its id where the page does not say more. */
export function findingTitle(view, finding) {
  const article = elementOf(`finding-${view.key}-${view.findings.indexOf(finding) + 1}`);
  return article?.querySelector(":is(h3, h4, h5)")?.textContent ?? finding.id;
}

function factIs(id, known) {
  const row = known.fact(id);
  return row ? { type: "fact", id, name: factParts(row).says.textContent, row } : null;
}

function edgeIs(id, view) {
  const edge = view.edges.find((one) => one.id === id);
  if (!edge) return null;
  const [from, to] = [edge.from, edge.to].map((node) => nameIn(view, ownerOf(view, node)));
  return { type: "edge", id, name: `${from} → ${to}`, found: edge };
}

function shellIs(id, view) {
  const number = /^shell\.(\d)$/.exec(id)?.[1];
  const nodes = view.nodes.filter((node) => number && node.shell === Number(number));
  return nodes.length ? { type: "shell", id, name: `Shell ${number}`, nodes } : null;
}

function coreIs(id, view) {
  return view.nodes.some((node) => node.id === id && node.kind === "core")
    ? { type: "core", id, name: "Core group" }
    : null;
}

/** The id of what a node stands for: an actor may stand in several places. */
export function ownerOf(view, node) {
  return view.nodes.find((one) => one.id === node)?.of ?? node;
}

/** What an id is called in a view; the id itself where it has no other name. */
export function nameIn(view, id) {
  return namesOf(view).get(id) ?? id;
}

const namesByView = new WeakMap();

/** The names of everything in a view that has one, by id. */
export function namesOf(view) {
  let names = namesByView.get(view);
  if (!names) {
    names = new Map();
    for (const { id, name } of [...view.barriers, ...view.tracks, ...view.steps]) names.set(id, name);
    for (const { id, called } of view.actors) names.set(id, called);
    for (const { id, name } of view.networks) if (!names.has(id)) names.set(id, name);
    namesByView.set(view, names);
  }
  return names;
}

/** The name of what a finding is about: a step, a part of one, a track, an actor, two of them. */
export function subjectName(view, subject) {
  const names = namesOf(view);
  return subject
    .split("+")
    .map((part) => names.get(part) ?? part.replace(/-/g, " "))
    .join(": ");
}
