// What the reader looks at, in one place: the store, its text in the address, and what follows from it.

export const VIEWS = ["summary", "graph", "matrix", "findings", "what-if", "compare", "facts", "sources"];

const LONGEST_ID = 300;
const LONGEST_QUERY = 200;
const NAME_OF_A_FILTER = /^[a-z][a-z-]{0,30}$/;

/** The names of the layouts of the picture, the usual one first. */
export function layoutsIn({ views }) {
  return Object.keys(views[0]?.layouts ?? {});
}

/** The state before anybody touched anything. */
export function firstState(data) {
  return {
    view: "summary",
    country: data.countries[0]?.code ?? "",
    script: data.scripts[0]?.id ?? "",
    layout: layoutsIn(data)[0] ?? "",
    selected: null,
    off: [],
    on: [],
    query: "",
    filters: {},
  };
}

/**
 * The store: `get()` the state, `set(patch)` a part of it, `subscribe(fn)` to hear `(state, before)` of every change.
 *
 * A subscriber may set again; the others hear of it after they have heard of the first change. An error of one goes
 * to `failed` and keeps none of the others from hearing.
 */
export function createStore(data, failed = reportLater) {
  const listeners = new Set();
  const waiting = [];
  let state = Object.freeze(firstState(data));

  function tell() {
    while (waiting.length) {
      const [now, before] = waiting[0];
      for (const listener of [...listeners]) {
        try {
          listener(now, before);
        } catch (error) {
          failed(error);
        }
      }
      waiting.shift();
    }
  }

  return {
    data,
    get: () => state,
    set(patch) {
      const changed = Object.keys(patch).filter((key) => !sameValue(state[key], patch[key]));
      if (!changed.length) return;
      const before = state;
      state = Object.freeze({ ...state, ...Object.fromEntries(changed.map((key) => [key, patch[key]])) });
      waiting.push([state, before]);
      if (waiting.length === 1) tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function reportLater(error) {
  setTimeout(() => {
    throw error;
  });
}

function sameValue(one, other) {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Whether any of these parts is other in one state than in another. */
export function differs(one, other, keys) {
  return keys.some((key) => one[key] !== other[key]);
}

/** The list with the id put in, or taken out where it is there. */
export function toggled(list, id) {
  return list.includes(id) ? list.filter((other) => other !== id) : [...list, id];
}

// The address

const PARTS_OF_ADDRESS = {
  c: "country",
  s: "script",
  l: "layout",
  sel: "selected",
  off: "off",
  on: "on",
  q: "query",
};

/** The state as the text behind the `#`; what is as it was at first is left out. */
export function writeAddress(state, data) {
  const first = firstState(data);
  const parts = [encode(state.view)];
  for (const [key, name] of Object.entries(PARTS_OF_ADDRESS)) {
    const value = [state[name] ?? ""].flat();
    if (!sameValue(value, [first[name] ?? ""].flat())) parts.push(`${key}=${value.map(encode).join(",")}`);
  }
  for (const name of Object.keys(state.filters).sort()) {
    const value = state.filters[name];
    const isFilter = NAME_OF_A_FILTER.test(name) && typeof value === "string" && value;
    if (isFilter) parts.push(`f.${name}=${encode(value)}`);
  }
  return parts.join("&");
}

/**
 * The state that an address tells; null where it tells of no view (a link to a place in the page, for one).
 *
 * Whatever is unknown, broken or too long is left out, as if it did not stand there. `knows` says whether an id is
 * one of this page.
 */
export function readAddress(text, data, knows = () => true) {
  const [head, ...rest] = text.replace(/^#/, "").split("&");
  const view = decode(head);
  if (!VIEWS.includes(view)) return null;
  const state = { ...firstState(data), view, filters: {} };
  for (const part of rest) {
    const [key, value] = cut(part);
    const one = decode(value);
    const isId = (id) => id !== null && id !== "" && id.length <= LONGEST_ID && knows(id);
    const ids = () => [...new Set(value.split(",").map(decode))].filter(isId);
    if (key === "c" && data.countries.some((country) => country.code === one)) state.country = one;
    if (key === "s" && data.scripts.some((script) => script.id === one)) state.script = one;
    if (key === "l" && layoutsIn(data).includes(one)) state.layout = one;
    if (key === "sel" && isId(one)) state.selected = one;
    if (key === "off") state.off = ids();
    if (key === "on") state.on = ids();
    if (key === "q" && one !== null) state.query = one.slice(0, LONGEST_QUERY);
    if (key.startsWith("f.") && NAME_OF_A_FILTER.test(key.slice(2)) && one) {
      state.filters[key.slice(2)] = one.slice(0, LONGEST_QUERY);
    }
  }
  return state;
}

function cut(part) {
  const place = part.indexOf("=");
  return place < 0 ? [part, ""] : [part.slice(0, place), part.slice(place + 1)];
}

/** Readable: what needs no escape in a fragment, and is none of our own signs, stays as it is. */
function encode(text) {
  return encodeURIComponent(text.isWellFormed?.() === false ? text.toWellFormed() : text)
    .replace(/%3A/g, ":")
    .replace(/%2B/g, "+")
    .replace(/%2F/g, "/");
}

/** Null where the text is no encoded text. */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

// What follows from the state

/** The part of the data that is looked at: this country under this script; null where the page has none. */
export function viewOf(store, state = store.get()) {
  const { views } = store.data;
  const ofCountry = views.filter((view) => view.country === state.country);
  return ofCountry.find((view) => view.script === state.script) ?? ofCountry[0] ?? views[0] ?? null;
}

/** What the data say of the country of a view. */
export function countryOf(store, view) {
  return store.data.countries.find(({ code }) => code === view.country);
}

/** Everybody and every cover that is left out: a network takes its members with it. */
export function leftOut(off, networks) {
  const members = networks.filter((network) => off.includes(network.id)).flatMap((network) => network.members);
  return new Set([...off, ...members]);
}

/**
 * The status of each step, and what the questions on steps and routes find, with this switched: `off` are ids of
 * actors, covers and networks; `on` those of planned covers, and `step+power+state` of covers that are added.
 */
export function answerTo({ circuit, networks }, { off = [], on = [] }) {
  const gone = leftOut(off, networks);
  const begun = new Set(on);
  return evaluate(circuit, ({ fact, actor, step, power, state }) =>
    state ? begun.has(fact ?? [step, power, state].join("+")) : !gone.has(fact) && !gone.has(actor),
  );
}

/**
 * The statuses and findings of a circuit: `{statuses: {step: word}, findings: [{question, subject, certainty}]}`.
 * `isOn(input)` tells whether an input is on. No rule is known here: graph/whatif.py has put the one rule into it.
 *
 * Nodes are numbered from 1. An empty one is the next input; of any other the first number says how many at least of
 * the nodes behind it must be true, each named by how many nodes it lies back. Below 0 the opposite is meant.
 */
export function evaluate({ inputs, nodes, statuses, findings }, isOn) {
  const values = [false];
  let next = 0;
  for (const node of nodes) values.push(node.length ? isReached(node, values) : isOn(inputs[next++]));
  const isTrue = ({ when }) => (when > 0 ? values[when] : !values[-when]);
  // The first that is true counts, and of entries the last one does.
  const words = statuses.filter(isTrue).map(({ step, status }) => [step, status]);
  return { statuses: Object.fromEntries(words.reverse()), findings: findings.filter(isTrue) };
}

/** Whether as many of the nodes before it are true as this one asks for. */
function isReached(node, values) {
  let wanted = node[0];
  for (let place = 1; place < node.length && wanted > 0; place += 1) {
    const back = node[place];
    if (back > 0 ? values[values.length - back] : !values[values.length + back]) wanted -= 1;
  }
  return wanted <= 0;
}

const answers = new WeakMap();

/** What is answered for a view with what is switched off and on now; worked out once for each change. */
export function answerOf(store, view = viewOf(store)) {
  const { off, on } = store.get();
  const last = answers.get(view);
  if (last && last.off === off && last.on === on) return last.answer;
  const found = answerTo(view, { off, on });
  answers.set(view, { off, on, answer: found });
  return found;
}

/** The id of what is switched off or on that this view knows: `{off, on}`. */
export function changesIn(store, view = viewOf(store)) {
  const { off, on } = store.get();
  const known = new Set([
    ...view.covers.flatMap((cover) => [cover.fact, cover.actor]),
    ...view.networks.map(({ id }) => id),
  ]);
  const planned = new Set(view.covers.filter((cover) => cover.state === "planned").map((cover) => cover.fact));
  return { off: off.filter((id) => known.has(id)), on: on.filter((id) => planned.has(id)) };
}

/**
 * The status of each step of a view, with what is switched off and on: `{step: word}`. The audit's own words where
 * nothing is.
 */
export function currentStatuses(store, viewKey) {
  const view = store.data.views.find((one) => one.key === viewKey) ?? viewOf(store);
  const { off, on } = changesIn(store, view);
  if (off.length || on.length) return answerOf(store, view).statuses;
  return Object.fromEntries(view.steps.map((step) => [step.id, step.status]));
}
