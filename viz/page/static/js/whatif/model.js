// What changes when something is switched off or on: before and after, side by side. Pure: values in, values out.

import { nameIn } from "../base/known.js";
import { answerTo } from "../base/state.js";
import { listed, say } from "../base/words.js";

const befores = new WeakMap();

/** What is answered where nothing is switched: the audit's own statuses and findings. */
export function answerBefore(view) {
  if (!befores.has(view)) befores.set(view, answerTo(view, {}));
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
  const { statuses } = answerTo({ ...view, networks: [] }, { off: [actor] });
  return { covers, changes: view.steps.filter(({ id }) => statuses[id] !== before.statuses[id]).length };
}

const MOST_NAMED = 3;

/** What a choice is called: an actor, a network, or who covers what. */
export function choiceName(view, id) {
  const cover = view.covers.find((one) => one.fact === id);
  return cover ? `${nameIn(view, cover.actor)} (${cover.long}, ${nameIn(view, cover.step)})` : nameIn(view, id);
}

/** What happens, in a sentence: always with how many there are. */
export function outcome(view, { off, on }, { steps, opened, closed }) {
  if (!off.length && !on.length) return say("page.what-if.nothing");
  const names = (ids) =>
    listed(
      ids.map((id) => choiceName(view, id)),
      ids.length > MOST_NAMED ? MOST_NAMED : undefined,
    );
  const key = off.length && on.length ? "both" : off.length ? "off" : "on";
  const total = say("count.step", { n: view.steps.length });
  return say("page.what-if.outcome", {
    what: say(`page.what-if.${key}`, { off: names(off), on: names(on) }),
    steps: say(steps.length ? "page.what-if.changes" : "page.what-if.no-change", { n: steps.length, total }),
    opened: say("page.what-if.opened", { n: opened.length }),
    closed: say("page.what-if.closed", { n: closed.length }),
  });
}
