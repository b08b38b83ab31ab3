// The what-if rule: what graph/reading.py, graph/status.py, the questions on steps and tracks, and graph/audit.py
// answer, when some covers are left out and some planned ones work. A test compares it with them.
//
// It gets, per step, what counts for whom (viz/page/rule_data.py), and counts. Atoms, covers and ceilings are
// indices into the lists of their step.

const DEGREES = { absent: 0, partial: 1, working: 2 };
const NONE = 0;
const IN_PART = 1;
const FULLY = 2;

/** The questions of which a step is reported once, the one that says most first. */
const STRONGEST_FIRST = ["seen-not-stopped", "uncovered-step", "paper-cover", "single-actor-step"];

/**
 * The status of each step, and what the questions find. `off` are ids of actors, covers and networks, `on` of
 * planned covers, `networks` those of the picture: `[{id, members}]`.
 */
export function answer(rule, { off = [], on = [], networks = [] } = {}) {
  const gone = leftOut(off, networks);
  const begun = new Set(on);
  const readings = rule.steps.map((step) => readStep(step, changedCovers(step, gone, begun)));
  const statuses = Object.fromEntries(readings.map((reading) => [reading.step.step, statusOf(reading)]));
  const findings = [...readings.flatMap(reportedOfStep), ...openTracks(rule.tracks, readings)];
  return { statuses, findings: findings.sort(byQuestionAndSubject) };
}

/** Everybody and every cover that is left out: a network takes its members with it. */
export function leftOut(off, networks) {
  const members = networks.filter((network) => off.includes(network.id)).flatMap((network) => network.members);
  return new Set([...off, ...members]);
}

function changedCovers(step, gone, begun) {
  return step.covers.map((cover) => {
    if (gone.has(cover.actor) || gone.has(cover.fact)) return null;
    return cover.state === "planned" && begun.has(cover.fact) ? { ...cover, state: "working" } : cover;
  });
}

function byQuestionAndSubject(one, other) {
  const [left, right] = [one, other].map((row) => [row.question, row.subject, row.certainty].join("\n"));
  return left < right ? -1 : Number(left > right);
}

// What the statements fix: graph/reading.py

/** The two extreme readings of a step. `covers` are as in the step, null where one is left out. */
function readStep(step, covers) {
  const recorded = covers.filter(Boolean);
  const fixed = fixedCells(covers);
  const bounds = step.atoms.map((_, atom) => boundsAt(atom, step, covers));
  const reading = { step, recorded, fixed, bounds, counting: new Set(bounds.flat()) };
  const atoms = step.atoms.map((_, atom) => atom);
  reading.atoms = atoms;
  reading.mostAt = atoms.map((atom) => mostAt(kindsOf(bounds[atom])));
  reading.somebodyAt = atoms.map((atom) => bounds[atom].length > 0 && kindsOf(bounds[atom]).every(isPartial));
  reading.sure = sureHolders(reading);
  reading.least = Math.max(reading.somebodyAt.includes(true) ? IN_PART : NONE, ...reading.sure.values());
  reading.most = Math.max(...reading.mostAt);
  return reading;
}

const cellOf = (actor, power, atom) => JSON.stringify([actor, power, atom]);
const isPartial = (kind) => kind === "partial";
const kindsOf = (ceilings) => ceilings.map((ceiling) => ceiling.bound);
const counts = (fact) => fact.firm && fact.valid;

function mostAt(kinds) {
  if (kinds.includes("partial")) return IN_PART;
  return kinds.length ? NONE : FULLY;
}

/** Those facts, given by index, that no other of them is strictly narrower than. */
function narrowest(indices, facts) {
  return indices.filter((index) => !facts[index].under.some((other) => indices.includes(other)));
}

function fixedCells(covers) {
  const cells = new Map();
  covers.forEach((cover, index) => {
    if (!cover || !counts(cover) || !(cover.state in DEGREES)) return;
    for (const atom of cover.atoms) {
      const key = cellOf(cover.actor, cover.power, atom);
      if (!cells.has(key)) cells.set(key, { actor: cover.actor, power: cover.power, atom, said: [] });
      cells.get(key).said.push(index);
    }
  });
  for (const [key, cell] of cells) {
    const degrees = narrowest(cell.said, covers).map((index) => DEGREES[covers[index].state]);
    cell.degree = Math.min(...degrees);
    if (cell.degree === NONE && Math.max(...degrees) !== NONE) cells.delete(key);
  }
  return cells;
}

function boundsAt(atom, step, covers) {
  const here = [...step.ceilings.keys()].filter((index) => {
    const ceiling = step.ceilings[index];
    return counts(ceiling) && ceiling.atoms.includes(atom) && !isDisputed(ceiling, atom, step, covers);
  });
  return narrowest(here, step.ceilings).map((index) => step.ceilings[index]);
}

/** Nobody holds it, says one source; another names somebody, at least as narrowly. */
function isDisputed(ceiling, atom, step, covers) {
  const disputes = (cover) =>
    cover &&
    counts(cover) &&
    step.holds.includes(cover.power) &&
    DEGREES[cover.state] > NONE &&
    cover.atoms.includes(atom);
  return ceiling.bound === "absent" && ceiling.within.some((index) => disputes(covers[index]));
}

function sureHolders({ step, fixed, mostAt: most }) {
  const holders = new Map();
  for (const { actor, power, atom, degree } of fixed.values()) {
    const sure = Math.min(degree, most[atom]);
    if (step.holds.includes(power) && sure > NONE) holders.set(actor, Math.max(sure, holders.get(actor) ?? NONE));
  }
  return holders;
}

function fewestHolders(reading) {
  const canHold = (actor, atom) =>
    reading.step.holds.some((power) => reading.fixed.get(cellOf(actor, power, atom))?.degree !== NONE);
  const names = [...reading.sure.keys()];
  const unexplained = reading.atoms.some(
    (atom) => reading.somebodyAt[atom] && !names.some((actor) => canHold(actor, atom)),
  );
  return names.length + (unexplained ? 1 : 0);
}

/** Whether firm statements fix, for each of these atoms, that somebody holds the step as far as `least` says. */
function isFixedAt(reading, atom, least) {
  return [...reading.fixed.values()].some(
    (cell) => cell.atom === atom && cell.degree >= least && reading.step.holds.includes(cell.power),
  );
}

function isHeldForAll(reading) {
  return reading.atoms.every((atom) => isFixedAt(reading, atom, FULLY) && reading.mostAt[atom] === FULLY);
}

const detects = (cell) => cell.power === "detect" && cell.degree > NONE;

/** Whether somebody recorded that anybody detects, in whatever state, and nothing rules it out. */
function isPerhapsSeen({ recorded, fixed }) {
  const canBe = ({ actor, power, atoms }) =>
    atoms.some((atom) => fixed.get(cellOf(actor, power, atom))?.degree !== NONE);
  return recorded.some((cover) => cover.power === "detect" && cover.state !== "absent" && canBe(cover));
}

// The first word that applies: graph/status.py

function statusOf(reading) {
  if (reading.most === NONE) return "nobody";
  if (reading.counting.size) return "short";
  if (isHeldForAll(reading)) return "covered";
  if (reading.step.ceilings.some((ceiling) => ceiling.stated && ceiling.valid && !ceiling.firm)) return "short";
  const stated = reading.recorded.filter((cover) => cover.stated && cover.state !== "absent");
  if (stated.some((cover) => reading.step.holds.includes(cover.power))) return "short";
  if (stated.some((cover) => cover.power === "detect" && cover.valid && DEGREES[cover.state] > NONE)) return "seen";
  if (stated.length) return "short";
  return reading.recorded.some((cover) => cover.state !== "absent") ? "assumed" : "unknown";
}

// What is found: graph/questions, one rule after the other; null where nothing is

const OF_STEPS = {
  "seen-not-stopped": (reading) => {
    if (reading.step.holds.includes("detect")) return null;
    if (reading.most === NONE && [...reading.fixed.values()].some(detects)) return "certain";
    return reading.least === NONE && isPerhapsSeen(reading) ? "possible" : null;
  },
  "uncovered-step": (reading) => {
    if (reading.most === NONE) return "certain";
    return reading.least === NONE ? "possible" : null;
  },
  "paper-cover": (reading) => {
    if (reading.least === IN_PART && reading.most === IN_PART) return "certain";
    // Where nobody is recorded the audit is silent here; there uncovered-step says more anyway.
    return reading.least <= IN_PART && reading.most >= IN_PART ? "possible" : null;
  },
  "single-actor-step": (reading) => {
    if (fewestHolders(reading) >= 2) return null;
    return reading.most === NONE ? "certain" : "possible";
  },
};

function missingLevels(reading) {
  const holders = reading.recorded.filter((cover) => reading.sure.has(cover.actor));
  return reading.step.levels
    .filter((level) => reading.most === NONE || !holders.some((cover) => cover.levels.includes(level)))
    .map((level) => partOfStep(reading, "missing-level", level, reading.most === NONE));
}

function groupsNotServed(reading) {
  const { step, mostAt: most, somebodyAt: somebody } = reading;
  const isHeldAt = (atom) => somebody[atom] || (most[atom] > NONE && isFixedAt(reading, atom, IN_PART));
  return [...new Set(step.atoms.map(([group]) => group))].flatMap((group) => {
    const atoms = reading.atoms.filter((atom) => step.atoms[atom][0] === group);
    const nobody = atoms.every((atom) => most[atom] === NONE);
    return nobody || !atoms.some(isHeldAt) ? [partOfStep(reading, "group-not-served", group, nobody)] : [];
  });
}

function partOfStep(reading, question, part, certain) {
  return { question, subject: `${reading.step.step}+${part}`, certainty: certain ? "certain" : "possible" };
}

/**
 * A step once per certainty, under its strongest question; a possible one only where it says more than a certain;
 * and its parts, where no row on the whole step says the same (graph/audit.py).
 */
function reportedOfStep(reading) {
  const found = STRONGEST_FIRST.map((question) => [question, OF_STEPS[question](reading)]);
  const place = (wanted) => found.findIndex(([, certainty]) => certainty === wanted);
  const [certain, possible] = [place("certain"), place("possible")];
  const rows = [];
  if (certain >= 0) rows.push({ question: found[certain][0], subject: reading.step.step, certainty: "certain" });
  if (possible >= 0 && (certain < 0 || possible < certain)) {
    rows.push({ question: found[possible][0], subject: reading.step.step, certainty: "possible" });
  }
  const uncovered = OF_STEPS["uncovered-step"](reading);
  const parts = [...missingLevels(reading), ...groupsNotServed(reading)];
  return [...rows, ...parts.filter((row) => row.certainty !== uncovered)];
}

function openTracks(tracks, readings) {
  const found = new Map(readings.map((reading) => [reading.step.step, reading]));
  return tracks.flatMap(({ id, steps, least }) => {
    const held = (bound) => steps.filter((step) => found.get(step)[bound] > NONE).length;
    if (held("most") < least) return [{ question: "open-track", subject: id, certainty: "certain" }];
    return held("least") < least ? [{ question: "open-track", subject: id, certainty: "possible" }] : [];
  });
}
