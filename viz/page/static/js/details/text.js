// What the panel shows, as plain text for a letter or a note: each fact with its citations.

import { footOf } from "../base/known.js";
import { changesIn, currentStatuses, viewOf } from "../base/state.js";
import { citeText, factOf, factsTouching, plainText } from "../base/told.js";
import { say, statusText } from "../base/words.js";
import { findingParts } from "../findings/element.js";

/** The text of what is selected. */
export function detailsText(about, store) {
  const view = viewOf(store);
  const lines = [about.name, ...said(about, store, view), "", ...factsOfIt(about, view).map(factAsText)];
  const { off, on } = changesIn(store, view);
  if (off.length || on.length) {
    const named = (ids) => ids.join(", ") || say("page.nothing");
    lines.push(say("page.details.what-if", { off: named(off), on: named(on) }));
  }
  lines.push(`id: ${about.id}`, footOf(store, view));
  return lines
    .map((line) => line.replace(/\s+/g, " ").trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n");
}

function said(about, store, view) {
  const { statuses, certainties } = store.data;
  if (about.type === "step") {
    const [now, before] = [currentStatuses(store, view.key)[about.id], about.found.status].map((id) =>
      statusText(statuses, id),
    );
    const was = now === before ? "" : ` (${say("page.audit-says", { status: before })})`;
    return [`${say("page.status")}: ${now}${was}. ${about.found.reason}`];
  }
  if (about.type !== "finding") return [];
  const { detail, lines } = findingParts(view, about.found);
  const { heading } = certainties.find(({ id }) => id === about.found.certainty);
  return [`${heading}.`, detail, ...lines.map(([label, words]) => `${label}: ${words}`)];
}

function factsOfIt(about, view) {
  if (about.type === "fact") return [about.found];
  if (about.type === "finding" || about.type === "edge") {
    const { facts, fact } = about.found;
    return (facts ?? [fact]).map(factOf).filter(Boolean);
  }
  return [...factsTouching(about.id, view.key).values()].flat();
}

function factAsText({ says, called, stands, beside, when, cites, id }) {
  const basisAndTime = [stands, when].filter(Boolean).join("; ");
  const cited = cites.map(citeText).join("; ");
  return plainText(`- ${called}: ${says}. ${beside.join(" ")} ${basisAndTime && `[${basisAndTime}]`} ${cited} (${id})`);
}
