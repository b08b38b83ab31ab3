// A finding as elements and as text, out of the data.

import { buttonFor, el, folding, termsOf } from "../base/dom.js";
import { nameIn } from "../base/known.js";
import { actorOf, citeElement, citeText, findingOf, inRuns, plainText } from "../base/told.js";
import { say } from "../base/words.js";

const MOST_PLACES = 6;
const MOST_IDS = 4;

/** The labelled lines of a finding: `[{label, words, content}]`, in the order of reading. */
export function findingLines(view, finding) {
  const { pairs, cites } = findingOf(view, finding);
  const lines = pairs.map(([label, words]) => ({ label, words: plainText(words), content: inRuns(words) }));
  const add = (label, words, content) => words.length && lines.push({ label, words: words.join(", "), content });
  const cited = cites.flatMap((one, place) => (place ? ["; ", citeElement(one)] : [citeElement(one)]));
  add(say("finding.source"), [cites.map(citeText).join("; ")].filter(Boolean), cited);
  const places = placesOf(view, finding);
  add(
    say("page.finding.at"),
    places.map(({ name }) => name),
    placeLinks(places),
  );
  add(say("finding.facts"), finding.facts, factLinks(finding.facts));
  return lines;
}

/** Where it lies: the steps that it is about, and the actor whom it is about. */
function placesOf(view, { about, subject }) {
  const steps = new Set(view.steps.map(({ id }) => id));
  const targetOf = (id) =>
    steps.has(id) ? `step-${view.key}-${id}` : id === subject && actorOf(id) ? `actor-${id}` : null;
  return about.map((id) => ({ target: targetOf(id), name: nameIn(view, id) })).filter(({ target }) => target);
}

function placeLinks(places) {
  const links = places.slice(0, MOST_PLACES).map(({ target, name }) => el("a", { href: `#${target}` }, name));
  const rest = places.length - links.length;
  return [between(links), rest > 0 ? say("page.and-more", { n: rest }) : null];
}

/** A long list of ids is folded away under its number. */
function factLinks(ids) {
  const links = between(ids.map((id) => el("a", { href: `#fact-${id}` }, id)));
  if (ids.length <= MOST_IDS) return links;
  return folding(null, say("count.fact", { n: ids.length }), links);
}

function between(nodes) {
  return nodes.flatMap((node, place) => (place ? [", ", node] : [node]));
}

/** The lines as a list of labels and what stands under them. */
export function lineList(lines) {
  return termsOf(lines.map(({ label, content }) => [label, content]));
}

/** A finding in the list of findings; `number` is its own among those of its view. */
export function findingArticle(view, finding, number) {
  const { says, more } = findingOf(view, finding);
  const ident = `finding-${view.key}-${number}`;
  const button = (action, label) =>
    buttonFor([label, el("span", { class: "unseen" }, ": ", inRuns(says))], null, { "data-action": action });
  return el(
    "article",
    {
      id: ident,
      class: "finding",
      "aria-labelledby": `${ident}-title`,
      "data-id": finding.id,
      "data-certainty": finding.certainty,
      "data-priority": finding.priority,
    },
    el("h4", { id: `${ident}-title` }, inRuns(says)),
    more.map((line) => el("p", null, inRuns(line))),
    lineList(findingLines(view, finding)),
    el("p", { class: "id" }, finding.id),
    el("p", { class: "actions no-print" }, [
      button("graph", say("page.show-in.graph")),
      button("matrix", say("page.show-in.matrix")),
      button("copy", say("page.copy-with-citation")),
    ]),
  );
}

/** A finding as text: `{title, detail, lines: [[label, text]], id}`. */
export function findingParts(view, finding) {
  const { says, more } = findingOf(view, finding);
  return {
    title: plainText(says),
    detail: plainText(more.join(" ")),
    lines: findingLines(view, finding).map(({ label, words }) => [label, words]),
    id: finding.id,
  };
}
