// What is known of an id: what it is, and what it is called.

import { countryOf } from "./state.js";
import { factOf, findingOf, plainText } from "./told.js";
import { say } from "./words.js";

/** What a view knows of an id: `{type, id, name, ...}` with what stands in the data; null where it knows nothing. */
export function whatIs(id, view) {
  const of = (type, list, nameOf = ({ called, name }) => called ?? name ?? id) => {
    const found = list.find((one) => one.id === id);
    return found ? { type, id, name: nameOf(found), found } : null;
  };
  return (
    of("step", view.steps) ??
    of("actor", view.actors) ??
    of("barrier", view.barriers) ??
    of("route", view.routes) ??
    of("finding", view.findings, (finding) => findingTitle(view, finding)) ??
    of("fact", [factOf(id)].filter(Boolean), ({ says }) => plainText(says)) ??
    of(
      "edge",
      view.edges,
      ({ from, to }) => `${nameIn(view, ownerOf(view, from))} → ${nameIn(view, ownerOf(view, to))}`,
    ) ??
    shellIs(id, view) ??
    of(
      "core",
      view.nodes.filter(({ kind }) => kind === "core"),
      () => say("page.core"),
    )
  );
}

function shellIs(id, view) {
  const number = /^shell\.(\d)$/.exec(id)?.[1];
  const nodes = view.nodes.filter((node) => number && node.shell === Number(number));
  return nodes.length ? { type: "shell", id, name: say("page.shell", { number }), nodes } : null;
}

/** What a finding says, in one sentence. */
export function findingTitle(view, finding) {
  return plainText(findingOf(view, finding).says);
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

function namesOf(view) {
  if (!namesByView.has(view)) {
    const things = [view.parts, view.networks, view.barriers, view.routes, view.steps].flat();
    const named = things.map(({ id, name }) => [id, name]);
    namesByView.set(view, new Map([...named, ...view.actors.map(({ id, called }) => [id, called])]));
  }
  return namesByView.get(view);
}

/** The name of what a finding of a what-if is about: a step, a route, a step for one group or level. */
export function subjectName(view, subject) {
  const [first, second] = subject.split("+");
  const name = nameIn(view, first);
  return second ? say("finding.at-part", { name, part: nameIn(view, second) }) : name;
}

/** What stands under everything that leaves the page: of where and when it tells, for whose eyes, of which data. */
export function footOf({ data }, view, handling = data.handling, digest = data.digest.slice(0, 12)) {
  const { name: country, month, about } = countryOf({ data }, view);
  return say("page.foot", {
    where: say("page.where", { country, month, script: view.script, about }),
    handling,
    digest,
  });
}
