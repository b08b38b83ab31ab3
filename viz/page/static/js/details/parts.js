// What the panel shows of each kind of thing: the parts of it, as elements.

import { buttonFor, byId, copyOf, el, listOf, termsOf } from "../base/dom.js";
import { findingTitle, nameIn, ownerOf } from "../base/known.js";
import { listInPieces } from "../base/list.js";
import { changesIn, currentStatuses, viewOf } from "../base/state.js";
import { actorOf, citeElement, factOf, factsTouching, findingOf, inRuns } from "../base/told.js";
import { say, sentence, statusElement } from "../base/words.js";
import { findingLines, lineList } from "../findings/element.js";

/** Everything that is known of what is selected. */
export function aboutSelected(about, store) {
  const view = viewOf(store);
  const desk = { store, view, about };
  const parts = PARTS[about.type](desk);
  return [...parts, actionsFor(about, store), el("p", { class: "id" }, about.id)];
}

const PARTS = {
  step: (desk) => [
    kindLine([say("page.details.step-of"), " ", named(desk, desk.about.found.barrier)]),
    ...statusOfStep(desk),
    ...factsOf(desk),
    ...findingsOf(desk),
    ...aboutStep(desk),
  ],
  actor: (desk) => [
    kindLine(desk.about.found.kind, rolesOf(desk.about.found)),
    switchesOf(desk),
    ...factsOf(desk),
    ...findingsOf(desk),
    ...aboutActor(desk),
  ],
  barrier: (desk) => [
    kindLine(say("page.barrier")),
    stepsOf(
      desk,
      desk.view.steps.filter((step) => step.barrier === desk.about.id),
    ),
    ...factsOf(desk),
    ...findingsOf(desk),
  ],
  route: (desk) => [
    kindLine(say("page.details.route")),
    stepsOf(desk, desk.about.found.steps.map((id) => desk.view.steps.find((step) => step.id === id)).filter(Boolean)),
    ...findingsOf(desk),
  ],
  shell: (desk) => [
    kindLine(say("page.details.shell")),
    listOf(
      "plain-list",
      desk.about.nodes.map((node) => nodeLink(desk, node)),
    ),
    ...factsOf(desk),
  ],
  core: () => [kindLine(say("page.details.core")), el("p", null, say("page.details.core-is"))],
  edge: (desk) => [
    kindLine(verbOf(desk.store, desk.about.found)),
    ...factsNamed(desk, say("page.details.facts"), desk.about.found.facts ?? [desk.about.found.fact], [
      el("p", null, say("page.details.script-says")),
    ]),
  ],
  fact: (desk) => [factElement(desk, desk.about.found, { whole: true }), touchedBy(desk), ...findingsOf(desk)],
  finding: (desk) => [
    findingElement(desk),
    ...factsNamed(desk, say("page.details.rests-on"), desk.about.found.facts, []),
  ],
};

function kindLine(...words) {
  return el(
    "p",
    { class: "kind" },
    words.filter(Boolean).flatMap((word, place) => (place ? [place > 1 ? ", " : " · ", word] : [word])),
  );
}

function link(id, name) {
  return buttonFor(el("bdi", null, name), null, { class: "link", "data-do": "select", "data-id": id });
}

function named({ view }, id) {
  return link(id, nameIn(view, id));
}

function rolesOf({ covers, facilitates }) {
  if (covers && facilitates) return say("page.role.both");
  if (covers) return say("page.role.covers");
  return say(facilitates ? "page.role.facilitates" : "page.role.none");
}

/** What a line of the picture says of its ends. */
export function verbOf(store, { kind }) {
  return store.data.edge_kinds.find(({ id }) => id === kind)?.verb ?? kind;
}

// Status

function statusOfStep({ store, view, about }) {
  const now = currentStatuses(store, view.key)[about.id];
  const { statuses } = store.data;
  const { status, reason } = about.found;
  const lead = el("p", { class: "lead" }, statusElement(statuses, now));
  if (now === status) return [lead, el("p", null, reason)];
  const means = statuses.find(({ id }) => id === now)?.means;
  return [
    lead,
    el("p", null, say("page.details.switched", { means }), " ", statusElement(statuses, status)),
    el("p", { class: "note" }, reason),
  ];
}

function stepsOf({ store, view }, steps) {
  const now = currentStatuses(store, view.key);
  const items = steps.map(({ id, name }) => [link(id, name), " ", statusElement(store.data.statuses, now[id])]);
  return listOf("plain-list steps", items, "ol");
}

/** What the summary says of a step beside its status, copied. */
function aboutStep({ view, about }) {
  const found = byId(`step-${view.key}-${about.id}`)?.querySelector("dl");
  return found ? [el("h3", null, say("page.details.about-step")), copyOf(found)] : [];
}

function aboutActor({ about }) {
  const lines = actorOf(about.id)?.pairs ?? [];
  if (!lines.length) return [];
  const items = lines.map(([label, words]) => [label, inRuns(words)]);
  return [el("h3", null, say("page.details.about-actor")), termsOf(items)];
}

// Facts

function factsOf(desk) {
  const kinds = factsTouching(desk.about.id, desk.view.key);
  if (!kinds.size) return [el("p", null, say("page.details.nobody"))];
  return [...kinds].flatMap(([kind, facts]) => factList(desk, kind, facts));
}

function factsNamed(desk, title, ids, none) {
  const facts = ids.map(factOf).filter(Boolean);
  return facts.length ? factList(desk, title, facts) : none;
}

function factList(desk, title, facts) {
  return [
    el("h3", null, `${sentence(title)} (${facts.length})`),
    ...listInPieces("facts", facts, (fact) => factElement(desk, fact)),
  ];
}

/** A fact with everything that stands beside it; on its own, where it is what is selected. */
function factElement({ store, view }, fact, { whole = false } = {}) {
  const cover = view.covers.find((one) => one.fact === fact.id);
  return el(
    "div",
    { class: "fact", "data-kind": fact.kind, "data-basis": fact.basis },
    whole ? el("p", { class: "kind" }, fact.called) : el("p", { class: "what" }, inRuns(fact.says)),
    fact.beside.map((line) => el("p", null, inRuns(line))),
    noteOf(fact),
    listOf("cites", fact.cites.length ? fact.cites.map(citeElement) : [say("page.facts.nobody")]),
    cover && el("p", { class: "tools" }, coverSwitches(store, cover)),
    whole ? null : el("p", null, el("a", { href: `#fact-${fact.id}`, class: "id" }, fact.id)),
  );
}

/** What a hint says of a fact beside its headline: remarks and citations. */
export function factHint({ beside, cites }) {
  return el("div", { class: "fact-words" }, [
    beside.map((line) => el("div", null, inRuns(line))),
    listOf("cites", cites.map(citeElement)),
  ]);
}

/** `stated · since March 2012 · handling: partners`; what is empty, and what everybody may see, goes without saying. */
function noteOf({ stands, when, handling }) {
  const closed = handling === "public" ? "" : say("page.handling", { handling });
  const words = [stands, when, closed].filter(Boolean);
  return words.length > 0 && el("p", { class: "note" }, words.join(" · "));
}

function touchedBy(desk) {
  const { touches } = desk.about.found;
  if (!touches.length) return null;
  const links = touches.map((id) => named(desk, id));
  return [el("h3", null, say("page.details.touches")), listOf("plain-list", links)];
}

// Findings

function findingsOf({ store, view, about }) {
  const found = view.findings.filter(({ about: of, facts }) => of.includes(about.id) || facts.includes(about.id));
  if (!found.length) return [];
  const item = (finding) => [
    link(finding.id, findingTitle(view, finding)),
    el("span", { class: "note" }, ` (${certaintyOf(store, finding)})`),
  ];
  return [
    el("h3", null, say("page.details.findings", { number: found.length, total: view.findings.length })),
    ...listInPieces("plain-list", found, item),
  ];
}

function findingElement({ store, view, about }) {
  // Its title stands above already, its facts below.
  const lines = findingLines(view, about.found).filter(({ label }) => label !== say("finding.facts"));
  return el("div", { class: "copied-finding" }, [
    el("p", { class: "kind" }, say("page.details.finding", { who: certaintyOf(store, about.found) })),
    findingOf(view, about.found).more.map((line) => el("p", null, inRuns(line))),
    lineList(lines),
  ]);
}

/** Who says so: sources, or nobody yet. */
export function certaintyOf(store, { certainty }) {
  return store.data.certainties.find(({ id }) => id === certainty).said;
}

function nodeLink(desk, node) {
  const place = node.barrier ? say("page.at", { barrier: nameIn(desk.view, node.barrier) }) : "";
  return [named(desk, ownerOf(desk.view, node.id)), " ", place];
}

// What can be done with it

function doing(what, id, words, pressed) {
  return buttonFor(words, null, { "data-do": what, "data-id": id, "aria-pressed": pressed });
}

function coverSwitches(store, cover) {
  const { off, on } = store.get();
  return [
    doing("off", cover.fact, say("page.switch-off"), String(off.includes(cover.fact))),
    cover.state === "planned" && doing("on", cover.fact, say("page.count-as-active"), String(on.includes(cover.fact))),
  ];
}

function switchesOf({ store, view, about }) {
  const { off } = changesIn(store, view);
  const network = view.networks.find((one) => one.id === about.id);
  const covers = view.covers.some((cover) => cover.actor === about.id);
  if (!network && !covers) return null;
  const words = network ? say("page.switch-network-off", { n: network.members.length }) : say("page.switch-off");
  return el("p", { class: "tools" }, doing("off", about.id, words, String(off.includes(about.id))));
}

const IN_BOTH = ["graph", "matrix"];
const SHOWN_IN = { step: IN_BOTH, actor: IN_BOTH, finding: IN_BOTH, fact: ["graph", "facts"] };

/** Where it is shown, other than in the view that is looked at, and a copy of it. */
export function actionsFor(about, store) {
  const here = store.get().view;
  const others = (SHOWN_IN[about.type] ?? ["graph"]).filter((name) => name !== here);
  return el("p", { class: "tools", "data-actions": true }, [
    ...others.map((name) => doing("view", name, say(`page.show-in.${name}`))),
    doing("copy", about.id, say("page.copy-with-citations")),
  ]);
}
