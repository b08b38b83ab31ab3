// What changes when something is switched off or on: before and after, side by side. Pure: values in, values out.

import { nameIn } from "../base/known.js";
import { answer } from "./rule.js";

const befores = new WeakMap();

/** What the rule answers where nothing is switched: the audit's own statuses and findings. */
export function answerBefore(view) {
  if (!befores.has(view)) befores.set(view, answer(view.rule, { networks: view.networks }));
  return befores.get(view);
}

/**
 * What differs between two answers: `{steps: [{step, from, to}], opened: [finding], closed: [finding]}`, the steps in
 * the order of the script, the findings in the order of the answers.
 */
export function differences(view, before, after) {
  const steps = view.steps
    .map(({ id }) => ({ step: id, from: before.statuses[id], to: after.statuses[id] }))
    .filter(({ from, to }) => from !== to);
  const [were, are] = [before, after].map(({ findings }) => new Set(findings.map(keyOfFinding)));
  return {
    steps,
    opened: after.findings.filter((finding) => !were.has(keyOfFinding(finding))),
    closed: before.findings.filter((finding) => !are.has(keyOfFinding(finding))),
  };
}

function keyOfFinding({ question, subject, certainty }) {
  return [question, subject, certainty].join("\n");
}

/** How many steps have each status: `[{id, before, after}]` in the order of the legend. */
export function countsOf(statuses, before, after) {
  const count = (found, id) => Object.values(found.statuses).filter((status) => status === id).length;
  return statuses.map(({ id }) => ({ id, before: count(before, id), after: count(after, id) }));
}

/** For each actor that covers anything: how many steps it covers, and how many change status without it alone. */
export function weights(view) {
  const steps = new Map();
  for (const { actor, step } of view.covers) steps.set(actor, (steps.get(actor) ?? new Set()).add(step));
  const before = answerBefore(view);
  return new Map([...steps].map(([actor, covered]) => [actor, weightOf(view, actor, covered.size, before)]));
}

function weightOf(view, actor, covers, before) {
  // Only the steps of this actor can change; the others need not be read again.
  const here = new Set(view.covers.filter((cover) => cover.actor === actor).map((cover) => cover.step));
  const rule = { steps: view.rule.steps.filter(({ step }) => here.has(step)), tracks: [] };
  const { statuses } = answer(rule, { off: [actor] });
  return { covers, changes: [...here].filter((step) => statuses[step] !== before.statuses[step]).length };
}

/** `1 step`, `3 steps`. */
export function counted(number, one, many = `${one}s`) {
  return `${number} ${number === 1 ? one : many}`;
}

const MOST_NAMED = 3;

/** What a choice is called: an actor, a network, or who covers what. */
export function choiceName(view, id) {
  const cover = view.covers.find((one) => one.fact === id);
  return cover ? `${nameIn(view, cover.actor)} (${cover.long}, ${nameIn(view, cover.step)})` : nameIn(view, id);
}

/** What happens, in a sentence: always with how many there are. */
export function outcome(view, { off, on }, { steps, opened, closed }) {
  const parts = [];
  if (off.length) parts.push(`without ${named(view, off)}`);
  if (on.length) parts.push(`${parts.length ? "and " : ""}with ${named(view, on)} working as planned`);
  if (!parts.length) return "Nothing is switched: these are the statuses and findings of the audit.";
  const total = counted(view.steps.length, "step");
  const said = steps.length
    ? `${steps.length} of ${total} ${steps.length === 1 ? "changes" : "change"} status`
    : `none of ${total} changes status`;
  const opens = `${counted(opened.length, "finding")} ${opened.length === 1 ? "opens" : "open"}`;
  const words = `${parts.join(" ")}: ${said}; ${opens}, ${closed.length} ${closed.length === 1 ? "closes" : "close"}.`;
  return `${words[0].toUpperCase()}${words.slice(1)}`;
}

function named(view, ids) {
  const names = ids.slice(0, MOST_NAMED).map((id) => choiceName(view, id));
  const rest = ids.length - names.length;
  if (rest > 0) names.push(`${rest} more`);
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names[0];
}
