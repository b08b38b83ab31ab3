// What the panel shows of each kind of thing: the parts of it, as elements.

import { copyOf, el } from "./dom.js";
import { factParts, findingTitle, nameIn, ownerOf } from "./known.js";
import { listInPieces } from "./list-in-pieces.js";
import { changesIn, currentStatuses, viewOf } from "./state.js";
import { statusElement } from "./status.js";
import { elementOf } from "./stored.js";
import { counted } from "./whatif-model.js";

export const SAID_BY = { certain: "sources say so", possible: "to check" };

/** Everything that is known of what is selected. */
export function aboutSelected(about, store, known) {
  const view = viewOf(store);
  const desk = { store, view, known, about };
  const parts = PARTS[about.type](desk);
  return [...parts, actionsFor(about, store), el("p", { class: "id" }, about.id)];
}

const PARTS = {
  step: (desk) => [
    kindLine(["step of ", link(desk.about.found.barrier, nameIn(desk.view, desk.about.found.barrier))]),
    ...statusOfStep(desk),
    ...factsOf(desk, desk.about.id),
    ...findingsOf(desk),
    ...copiedList("About the step", `step-${desk.view.key}-${desk.about.id}`),
  ],
  actor: (desk) => [
    kindLine(desk.about.found.kind, rolesOf(desk.about.found)),
    switchesOf(desk),
    ...factsOf(desk, desk.about.id),
    ...findingsOf(desk),
    ...copiedList("About the actor", `actor-${desk.about.id}`),
  ],
  barrier: (desk) => [
    kindLine("barrier"),
    stepsOf(
      desk,
      desk.view.steps.filter((step) => step.barrier === desk.about.id),
    ),
    ...factsOf(desk, desk.about.id),
    ...findingsOf(desk),
  ],
  track: (desk) => [
    kindLine("track: a typical way through the steps"),
    stepsOf(desk, desk.about.found.steps.map((id) => desk.view.steps.find((step) => step.id === id)).filter(Boolean)),
    ...findingsOf(desk),
  ],
  shell: (desk) => [
    kindLine("ring of facilitators around the core group"),
    el(
      "ul",
      { class: "plain-list" },
      desk.about.nodes.map((node) => el("li", null, nodeLink(desk.view, node))),
    ),
    ...factsOf(desk, desk.about.id),
  ],
  core: () => [
    kindLine("the middle of the shells"),
    el(
      "p",
      null,
      "The traffickers themselves. The model holds institutions and processes, and never a private person.",
    ),
  ],
  edge: (desk) => [kindLine(WORDS_OF_EDGES[desk.about.found.kind] ?? desk.about.found.kind), ...edgeFacts(desk)],
  fact: (desk) => [factElement(desk, desk.about.row, { whole: true }), touchedBy(desk), ...findingsOf(desk)],
  finding: (desk) => [findingElement(desk), ...factsOfFinding(desk)],
};

/** What a line of the picture stands for. */
export const WORDS_OF_EDGES = {
  COVERS: "covers",
  FACILITATES: "makes possible",
  MEMBER_OF: "has a seat in",
  COOPERATES: "cooperates with",
  REPORTS_TO: "duty to report to",
  LEADS: "leads at",
  HAS_TASK_AT: "has a general task at",
  LEADS_TO: "comes before, in the script",
};

function kindLine(...words) {
  return el(
    "p",
    { class: "kind" },
    words.filter(Boolean).flatMap((word, place) => (place ? [place > 1 ? ", " : " · ", word] : [word])),
  );
}

function link(id, name) {
  return el("button", { type: "button", class: "link", "data-do": "select", "data-id": id }, el("bdi", null, name));
}

function rolesOf({ covers, facilitates }) {
  if (covers && facilitates) return "covers steps, and makes steps possible";
  if (covers) return "covers steps";
  return facilitates ? "makes steps possible" : "no step is recorded for it";
}

// Status

function statusOfStep({ store, view, about }) {
  const now = currentStatuses(store, view.key)[about.id];
  const { statuses } = store.data;
  const means = statuses.find((status) => status.id === now)?.means;
  if (now === about.found.status) {
    return [el("p", { class: "lead" }, statusElement(statuses, now)), el("p", null, about.found.reason)];
  }
  return [
    el("p", { class: "lead" }, statusElement(statuses, now)),
    el(
      "p",
      null,
      `With what is switched in What if: ${means}. The audit says: `,
      statusElement(statuses, about.found.status),
    ),
    el("p", { class: "note" }, about.found.reason),
  ];
}

function stepsOf({ store, view }, steps) {
  const now = currentStatuses(store, view.key);
  return el(
    "ol",
    { class: "plain-list steps" },
    steps.map(({ id, name }) => el("li", null, link(id, name), " ", statusElement(store.data.statuses, now[id]))),
  );
}

/** What the page says of an id in a row of its own, its list copied. */
function copiedList(title, element) {
  const found = elementOf(element)?.querySelector("dl");
  return found?.textContent.trim() ? [el("h3", null, title), copyOf(found)] : [];
}

// Facts

function factsOf(desk, id) {
  const kinds = desk.known.factsOf(id, desk.view.key);
  if (!kinds.size) return [el("p", null, "Nobody is named in any source read.")];
  return [...kinds].flatMap(([kind, rows]) => factList(desk, kind, rows));
}

function factsOfFinding(desk) {
  const rows = desk.about.found.facts.map((id) => desk.known.fact(id)).filter(Boolean);
  return rows.length ? factList(desk, "what it rests on", rows) : [];
}

function edgeFacts(desk) {
  const { found } = desk.about;
  const rows = (found.facts ?? [found.fact]).map((id) => desk.known.fact(id)).filter(Boolean);
  return rows.length ? factList(desk, "facts", rows) : [el("p", null, "The script says so.")];
}

function factList(desk, title, rows) {
  return [
    el("h3", null, `${title[0].toUpperCase()}${title.slice(1)} (${rows.length})`),
    ...listInPieces("facts", rows, (row) => factElement(desk, row, {})),
  ];
}

/** A fact with everything that stands beside it in its table. */
function factElement({ store, view }, row, { whole = false }) {
  const { says, kind, basis, beside, when, citations, handling, id } = factParts(row);
  const content = (cell) => [...copyOf(cell).childNodes];
  const cover = view.covers.find((one) => one.fact === id);
  return el(
    "div",
    { class: "fact", "data-kind": row.dataset.kind, "data-basis": row.dataset.basis },
    whole ? el("p", { class: "kind" }, kind) : el("p", { class: "what" }, content(says)),
    beside.map((paragraph) => el("p", null, content(paragraph))),
    noteOf([basis, when], handling),
    el(
      "ul",
      { class: "cites" },
      citations.map((item) => el("li", null, content(item))),
    ),
    cover && el("p", { class: "tools" }, coverSwitches(store, cover)),
    whole ? null : el("p", null, el("a", { href: `#fact-${id}`, class: "id" }, id)),
  );
}

/** `stated · since March 2012 · handling: partners`; what is empty, and what everybody may see, goes without saying. */
function noteOf(cells, handling) {
  const words = cells.map((cell) => cell.textContent.trim()).filter(Boolean);
  if (handling.textContent !== "public") words.push(`handling: ${handling.textContent}`);
  return words.length > 0 && el("p", { class: "note" }, words.join(" · "));
}

function touchedBy({ view, about }) {
  const ids = (about.row.dataset.touches ?? "").split(" ").filter(Boolean);
  if (!ids.length) return null;
  return [
    el("h3", null, "What it touches"),
    el(
      "ul",
      { class: "plain-list" },
      ids.map((id) => el("li", null, link(id, nameIn(view, id)))),
    ),
  ];
}

// Findings

function findingsOf({ view, about }) {
  const found = view.findings.filter(({ about: of, facts }) => of.includes(about.id) || facts.includes(about.id));
  if (!found.length) return [];
  const item = (finding) => [
    link(finding.id, findingTitle(view, finding)),
    el("span", { class: "note" }, ` (${SAID_BY[finding.certainty]})`),
  ];
  return [
    el("h3", null, `Findings of the audit that speak of it (${found.length} of ${view.findings.length})`),
    ...listInPieces("plain-list", found, item),
  ];
}

function findingElement({ about }) {
  const article = elementOf(about.element);
  if (!article) return null;
  const copy = copyOf(article);
  // Its title stands above already, its facts and buttons below.
  for (const part of copy.querySelectorAll(":is(h3, h4, h5), .actions, textarea, p.id")) part.remove();
  for (const label of copy.querySelectorAll("dt")) {
    if (label.textContent !== "facts") continue;
    label.nextElementSibling?.remove();
    label.remove();
  }
  const certainty = el("p", { class: "kind" }, `finding · ${SAID_BY[about.found.certainty]}`);
  return el("div", { class: "copied-finding" }, certainty, [...copy.childNodes]);
}

function nodeLink(view, node) {
  const place = node.barrier ? ` at ${nameIn(view, node.barrier)}` : "";
  return [link(ownerOf(view, node.id), nameIn(view, ownerOf(view, node.id))), place];
}

// What can be done with it

function button(what, id, words, pressed) {
  return el("button", { type: "button", "data-do": what, "data-id": id, "aria-pressed": pressed }, words);
}

function coverSwitches(store, cover) {
  const { off, on } = store.get();
  return [
    button("off", cover.fact, "Switch off", String(off.includes(cover.fact))),
    cover.state === "planned" && button("on", cover.fact, "Count as working", String(on.includes(cover.fact))),
  ];
}

function switchesOf({ store, view, about }) {
  const { off } = changesIn(store, view);
  const network = view.networks.find((one) => one.id === about.id);
  const covers = view.covers.some((cover) => cover.actor === about.id);
  if (!network && !covers) return null;
  const words = network
    ? `Switch the whole network off, with its ${counted(network.members.length, "member")}`
    : "Switch off";
  return el("p", { class: "tools" }, button("off", about.id, words, String(off.includes(about.id))));
}

const SHOWN_IN = {
  step: ["graph", "matrix"],
  actor: ["graph", "matrix"],
  finding: ["graph", "matrix"],
  fact: ["graph", "facts"],
};

/** Where it is shown, other than in the view that is looked at, and a copy of it. */
export function actionsFor(about, store) {
  const here = store.get().view;
  const others = (SHOWN_IN[about.type] ?? ["graph"]).filter((name) => name !== here);
  return el("p", { class: "tools", "data-actions": true }, [
    ...others.map((name) =>
      button("view", name, name === "facts" ? "Show in the table of facts" : `Show in the ${name}`),
    ),
    button("copy", about.id, "Copy with citations"),
  ]);
}
