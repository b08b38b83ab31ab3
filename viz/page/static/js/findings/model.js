// Which findings are shown, and what one says as plain text. Pure: values in, values out.

import { hasAll } from "../base/text.js";
import { say } from "../base/words.js";

/** The barriers that a finding speaks of, by the steps and barriers among what it is about. */
export function barriersOf(finding, view) {
  const of = barrierOfStep(view);
  const ids = [finding.subject, ...finding.about];
  const known = new Set(view.barriers.map(({ id }) => id));
  return new Set(ids.map((id) => of.get(id) ?? (known.has(id) ? id : null)).filter(Boolean));
}

const remembered = new WeakMap();

function barrierOfStep(view) {
  if (!remembered.has(view)) remembered.set(view, new Map(view.steps.map((step) => [step.id, step.barrier])));
  return remembered.get(view);
}

/**
 * Whether a finding passes: `wanted` is `{certainty, question, barrier, severity, text}`, empty ones let all pass.
 * `words` are the text of the finding, folded.
 */
export function passes(finding, words, wanted, view) {
  if (wanted.certainty && finding.certainty !== wanted.certainty) return false;
  if (wanted.question && finding.question !== wanted.question) return false;
  if (wanted.severity && finding.severity !== wanted.severity) return false;
  if (wanted.barrier && !barriersOf(finding, view).has(wanted.barrier)) return false;
  return hasAll(words, wanted.text);
}

/**
 * A finding for a letter or a note. `parts` are `{title, detail, lines: [[label, text]], id}` as they stand in the
 * page, `frame` is `{heading, where, handling, digest}`.
 */
export function findingText(parts, frame) {
  const lines = parts.lines.map(([label, words]) => `${label}: ${words}`);
  const { where, handling, digest } = frame;
  const foot = say("page.foot", { where, handling, digest: digest.slice(0, 12) });
  return [`${frame.heading}: ${parts.title}`, parts.detail, ...lines, `id: ${parts.id}`, foot]
    .filter(Boolean)
    .map((line) => line.replace(/\s+/g, " ").trim())
    .join("\n");
}
