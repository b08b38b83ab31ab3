// What the page says of facts, actors and findings: records out of the second part of its data, taken apart when the
// first of them is asked for.

import { byId, el } from "./dom.js";
import { unpacked } from "./packing.js";

let records = null;

/** `{facts, actors, findings, sources}`: every field is there, and citations stand in their places. */
export function told() {
  records ??= completed(unpacked(JSON.parse(byId("told").textContent)));
  return records;
}

function completed({ facts, actors, findings, citations, sources }) {
  const usual = { says: "", stands: "", when: "", beside: [], more: [], pairs: [], touches: [], cites: [] };
  const whole = (one) => ({
    ...usual,
    ...one,
    pairs: inPairs(one.pairs ?? []),
    cites: (one.cites ?? []).map((place) => citations[place]),
  });
  const byView = Object.entries(findings).map(([key, found]) => [key, found.map(whole)]);
  const listed = {
    facts: facts.map(whole),
    actors: actors.map(whole),
    findings: Object.fromEntries(byView),
    sources,
  };
  const byIds = (some) => new Map(some.map((one) => [one.id, one]));
  return { ...listed, factById: byIds(listed.facts), actorById: byIds(listed.actors), touching: null };
}

function inPairs(flat) {
  return Array.from({ length: flat.length / 2 }, (_, place) => flat.slice(2 * place, 2 * place + 2));
}

/** What is said of a fact; null where the page has none of that id. */
export function factOf(id) {
  return told().factById.get(id) ?? null;
}

/** What is said of an actor; null where the page has none of that id. */
export function actorOf(id) {
  return told().actorById.get(id) ?? null;
}

/** What is said in a finding of a view. */
export function findingOf(view, finding) {
  return told().findings[view.key][view.findings.indexOf(finding)];
}

/** The facts of a view that touch an id, kind by kind: `Map(what the kind is called -> [fact])`. */
export function factsTouching(id, key) {
  const all = told();
  all.touching ??= byTouch(all.facts);
  const kinds = new Map();
  for (const fact of all.touching.get(id) ?? []) {
    if (!fact.keys.includes(key)) continue;
    if (!kinds.has(fact.called)) kinds.set(fact.called, []);
    kinds.get(fact.called).push(fact);
  }
  return kinds;
}

function byTouch(facts) {
  const touching = new Map();
  for (const fact of facts) {
    for (const id of fact.touches) {
      if (!touching.has(id)) touching.set(id, []);
      touching.get(id).push(fact);
    }
  }
  return touching;
}

// Names stand between two marks, which no other text can hold

/** A text with each name in its own direction. */
export function inRuns(words) {
  return words.split(/[\ufdd0\ufdd1]/).map((part, place) => (place % 2 ? el("bdi", null, part) : part));
}

/** A text without the marks of its names. */
export function plainText(words) {
  return words.replace(/[\ufdd0\ufdd1]/g, "");
}

/** A citation with the words that stand there; it leads to its source. */
export function citeElement({ says, source, words }) {
  const cite = source
    ? el("a", { class: "cite", href: `#source-${source}` }, inRuns(says))
    : el("span", { class: "cite" }, inRuns(says));
  return words ? [cite, " ", el("q", null, inRuns(words))] : [cite];
}

/** The same as text. */
export function citeText({ says, words }) {
  return plainText(words ? `${says} “${words}”` : says);
}
