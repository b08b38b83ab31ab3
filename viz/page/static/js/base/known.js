// What is known of an id: what it is, and what it is called.

import { factOf, findingOf, plainText } from "./told.js";
import { say } from "./words.js";

/** What a view knows of an id: `{type, id, ...}` with what stands in the data; null where it knows nothing. */
export function whatIs(id, view) {
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
    factIs(id) ??
    edgeIs(id, view) ??
    shellIs(id, view) ??
    coreIs(id, view)
  );
}

function findingIs(id, view) {
  const found = view.findings.find((finding) => finding.id === id);
  return found ? { type: "finding", id, name: findingTitle(view, found), found } : null;
}

/** What a finding says, in one sentence. */
export function findingTitle(view, finding) {
  return plainText(findingOf(view, finding).says);
}

function factIs(id) {
  const found = factOf(id);
  return found ? { type: "fact", id, name: plainText(found.says), found } : null;
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
  return nodes.length ? { type: "shell", id, name: say("page.shell", { number }), nodes } : null;
}

function coreIs(id, view) {
  return view.nodes.some((node) => node.id === id && node.kind === "core")
    ? { type: "core", id, name: say("page.core") }
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
