// What the panel shows, as plain text for a letter or a note: each fact with its citations.

import { factParts } from "./known.js";
import { changesIn, currentStatuses, viewOf } from "./state.js";
import { statusText } from "./status.js";
import { elementOf } from "./stored.js";

/** The text of what is selected. */
export function detailsText(about, store, known) {
  const view = viewOf(store);
  const country = store.data.countries.find(({ code }) => code === view.country);
  const lines = [about.name, ...said(about, store, view), "", ...factsAsText(about, view, known)];
  const changes = changesIn(store, view);
  if (changes.off.length || changes.on.length) {
    lines.push(`What if: off ${changes.off.join(", ") || "nothing"}; on ${changes.on.join(", ") || "nothing"}.`);
  }
  lines.push(`id: ${about.id}`);
  lines.push(`${country.name}, ${country.month}, script ${view.script}; main source about ${country.about}.`);
  lines.push(`Handling: ${store.data.handling}. Model ${store.data.digest.slice(0, 12)}.`);
  return lines
    .map((line) => line.replace(/\s+/g, " ").trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n");
}

function said(about, store, view) {
  if (about.type === "step") {
    const now = currentStatuses(store, view.key)[about.id];
    const before = about.found.status;
    const was = now === before ? "" : ` (the audit says: ${statusText(store.data.statuses, before)})`;
    return [`Status: ${statusText(store.data.statuses, now)}${was}. ${about.found.reason}`];
  }
  if (about.type !== "finding") return [];
  const article = elementOf(about.element);
  const labels = [...(article?.querySelectorAll("dl > dt") ?? [])];
  return [
    about.found.certainty === "certain" ? "Sources say so." : "To check: ask before you say it.",
    ...[...(article?.querySelectorAll(":scope > p:not(.id, .actions)") ?? [])].map((part) => part.textContent),
    ...labels.map((label) => `${label.textContent}: ${label.nextElementSibling?.textContent ?? ""}`),
  ];
}

function rowsOf(about, view, known) {
  if (about.type === "fact") return [about.row];
  const listed = about.found?.facts ?? (about.type === "edge" ? [about.found.fact] : null);
  if (about.type === "finding" || about.type === "edge") return listed.map((id) => known.fact(id)).filter(Boolean);
  return [...known.factsOf(about.id, view.key).values()].flat();
}

function factsAsText(about, view, known) {
  return rowsOf(about, view, known).map((row) => {
    const { says, kind, basis, beside, when, citations, id } = factParts(row);
    const more = beside.map((part) => part.textContent).join(" ");
    const stands = [basis, when].map((cell) => cell.textContent.trim()).filter(Boolean);
    const cited = citations.map((part) => part.textContent).join("; ");
    const basisAndTime = stands.length ? `[${stands.join("; ")}]` : "";
    return `- ${kind}: ${says.textContent}. ${more} ${basisAndTime} ${cited} (${id})`;
  });
}
