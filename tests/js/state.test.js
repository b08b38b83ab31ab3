import assert from "node:assert/strict";
import { test } from "node:test";

import {
  answerOf,
  answerTo,
  changesIn,
  createStore,
  currentStatuses,
  firstState,
  leftOut,
  readAddress,
  toggled,
  VIEWS,
  viewOf,
  writeAddress,
} from "../../viz/page/static/js/base/state.js";

const DATA = {
  countries: [{ code: "NL" }, { code: "RO" }],
  scripts: [{ id: "five-barriers" }, { id: "chain" }],
  views: [
    view("nl-five-barriers", "NL", "five-barriers"),
    view("nl-chain", "NL", "chain"),
    view("ro-chain", "RO", "chain"),
  ],
};

function view(key, country, script) {
  const cover = { fact: `cover-${key}`, actor: "nl.police", levels: [], power: "hinder", state: "active" };
  return {
    key,
    country,
    script,
    steps: [{ id: "entry.door", status: "covered" }],
    layouts: { lanes: {}, shells: {} },
    covers: [cover, { ...cover, fact: `plan-${key}`, state: "planned" }],
    networks: [{ id: "nl.table", members: ["nl.police"] }],
    circuit: {
      inputs: [
        { fact: cover.fact, actor: cover.actor },
        { fact: `plan-${key}`, state: "active" },
        { step: "entry.door", power: "hinder", state: "active" },
      ],
      // Covered where any of these is on.
      nodes: [[0], [], [], [], [1, 3, 2, 1]],
      statuses: [
        { step: "entry.door", status: "covered", when: 5 },
        { step: "entry.door", status: "unknown", when: 1 },
      ],
      findings: [{ question: "uncovered-step", subject: "entry.door", certainty: "possible", when: -5 }],
    },
  };
}

const HOSTILE = [
  "</script><script>alert(1)</script>",
  "javascript:alert(1)",
  "a&b=c,d%2Ce#f?g+h i/j:k",
  "\u202Ertl\u2028\u2029\u0000",
  "💥é日本",
  "\"'`$(1)\\",
  "__proto__",
  "%",
  "%zz",
  "=&,",
];

function roundTrip(state) {
  return readAddress(`#${writeAddress(state, DATA)}`, DATA);
}

test("the address is short and readable", () => {
  const state = { ...firstState(DATA), view: "graph", country: "RO", script: "chain", selected: "nl.police" };
  state.off = ["nl.police", "cover-0a1b"];
  state.on = ["cover-2c3d"];
  state.filters = { certainty: "certain" };

  assert.equal(
    writeAddress(state, DATA),
    "graph&c=RO&s=chain&sel=nl.police&off=nl.police,cover-0a1b&on=cover-2c3d&f.certainty=certain",
  );
  assert.equal(writeAddress(firstState(DATA), DATA), "summary");
});

test("every state comes back from its address", () => {
  for (const name of VIEWS)
    assert.deepEqual(roundTrip({ ...firstState(DATA), view: name }), { ...firstState(DATA), view: name });
  const full = {
    view: "what-if",
    country: "RO",
    script: "chain",
    layout: "shells",
    selected: "open-route:nl:five-barriers:way-1+2",
    off: ["nl.police", "cover-1"],
    on: ["cover-2"],
    query: "60 % & more, or = less",
    filters: { certainty: "possible", group: "girls" },
  };
  assert.deepEqual(roundTrip(full), full);
});

test("hostile text comes back as it was, and as text", () => {
  for (const text of HOSTILE) {
    const state = { ...firstState(DATA), selected: text, query: text, off: [text, "nl.police"], on: [text] };
    state.filters = { country: text };
    const address = writeAddress(state, DATA);

    assert.match(address, /^[\w.~!*'():+/,=&%-]+$/);
    assert.deepEqual(roundTrip(state), state);
  }
});

test("a lone half of a character breaks nothing", () => {
  assert.equal(roundTrip({ ...firstState(DATA), query: "a\uD800b" }).query, "a\uFFFDb");
});

test("what is unknown, broken or too long is left out", () => {
  const first = { ...firstState(DATA), view: "graph" };
  const left = [
    "#graph&c=XX&s=none&l=spiral&zzz=1&=&&c",
    "#graph&sel=%&off=%,%zz&on=%E0%A4%A&q=%",
    `#graph&sel=${"x".repeat(301)}&off=${"x".repeat(301)}`,
    "#graph&f.__proto__=1&f.=2&f.UPPER=3&f.constructor=",
    "#graph&view=facts&__proto__=1&data=2",
  ];
  for (const address of left) assert.deepEqual(readAddress(address, DATA), first);
  assert.equal({}.polluted, undefined);
});

test("an id that the page does not know is left out", () => {
  const known = new Set(["nl.police"]);
  const state = readAddress("#graph&sel=nl.nobody&off=nl.nobody,nl.police,nl.police&on=x", DATA, (id) => known.has(id));

  assert.deepEqual([state.selected, state.off, state.on], [null, ["nl.police"], []]);
});

test("an address of no view is not ours: it names a place in the page", () => {
  for (const address of ["", "#", "#view-graph", "#fact-cover-1", "#%", "#constructor", "#graph=1", "#sel=x&graph"]) {
    assert.equal(readAddress(address, DATA), null);
  }
});

test("a long query is cut", () => {
  assert.equal(roundTrip({ ...firstState(DATA), query: "q".repeat(1000) }).query.length, 200);
});

test("nothing to look at gives an empty state, not an error", () => {
  const nothing = { countries: [], scripts: [], views: [] };
  assert.equal(firstState(nothing).country, "");
  assert.equal(viewOf(createStore(nothing)), null);
  assert.equal(readAddress("#graph", nothing).view, "graph");
});

// The store

test("who listens hears of a change once, with what was before", () => {
  const store = createStore(DATA);
  const heard = [];
  const stop = store.subscribe((now, before) => heard.push([now.view, before.view]));
  store.set({ view: "graph" });
  store.set({ view: "graph", off: [] });
  stop();
  store.set({ view: "matrix" });

  assert.deepEqual(heard, [["graph", "summary"]]);
});

test("a state cannot be changed behind the store's back", () => {
  assert.throws(() => {
    createStore(DATA).get().view = "graph";
  }, TypeError);
});

test("a listener may set again; everybody hears of both changes in their order", () => {
  const store = createStore(DATA);
  const heard = [];
  store.subscribe((now) => now.view === "graph" && store.set({ selected: "nl.police" }));
  store.subscribe((now) => heard.push([now.view, now.selected]));
  store.set({ view: "graph" });

  assert.deepEqual(heard, [
    ["graph", null],
    ["graph", "nl.police"],
  ]);
});

test("a listener's error is told and keeps nobody else from hearing", () => {
  const errors = [];
  const heard = [];
  const store = createStore(DATA, (error) => errors.push(error.message));
  store.subscribe(() => {
    throw new Error("broken");
  });
  store.subscribe((now) => heard.push(now.view));
  store.set({ view: "graph" });
  store.set({ view: "facts" });

  assert.deepEqual(errors, ["broken", "broken"]);
  assert.deepEqual(heard, ["graph", "facts"]);
});

test("an id is put into a list and taken out again", () => {
  assert.deepEqual(toggled(["a"], "b"), ["a", "b"]);
  assert.deepEqual(toggled(["a", "b"], "a"), ["b"]);
});

// What follows from the state

test("the view is that of the country and script, else one of the country", () => {
  const store = createStore(DATA);
  assert.equal(viewOf(store).key, "nl-five-barriers");
  store.set({ script: "chain" });
  assert.equal(viewOf(store).key, "nl-chain");
  store.set({ country: "RO", script: "five-barriers" });
  assert.equal(viewOf(store).key, "ro-chain");
});

test("the statuses are the audit's, until something is switched off", () => {
  const store = createStore(DATA);
  assert.deepEqual(currentStatuses(store, "nl-five-barriers"), { "entry.door": "covered" });
  store.set({ off: ["nl.table"] });
  assert.deepEqual(currentStatuses(store, "nl-five-barriers"), { "entry.door": "unknown" });
  store.set({ off: ["cover-nl-chain"] });
  assert.deepEqual(currentStatuses(store, "nl-five-barriers"), { "entry.door": "covered" });
  assert.deepEqual(currentStatuses(store, "nl-chain"), { "entry.door": "unknown" });
});

test("without its actor, its cover or its network a step falls open", () => {
  const [door] = DATA.views;
  for (const off of [["nl.police"], ["cover-nl-five-barriers"], ["nl.table"], ["nl.table", "nl.police"]]) {
    assert.equal(answerTo(door, { off }).statuses["entry.door"], "unknown");
  }
  for (const off of [["nl.hall"], ["nl.police.unit", "NL.POLICE", ""], []]) {
    assert.equal(answerTo(door, { off }).statuses["entry.door"], "covered");
  }
});

test("what is planned, and what is added, counts once it is switched on", () => {
  const [door] = DATA.views;
  for (const on of ["plan-nl-five-barriers", "entry.door+hinder+working"]) {
    const { statuses, findings } = answerTo(door, { off: ["nl.police"], on: [on] });
    assert.deepEqual([statuses, findings], [{ "entry.door": "covered" }, []]);
  }
  assert.equal(answerTo(door, { off: ["nl.police"], on: ["nl.police"] }).findings.length, 1);
});

test("a network takes its members with it, not those of another", () => {
  const networks = [
    { id: "one", members: ["a", "b"] },
    { id: "two", members: ["c"] },
  ];
  assert.deepEqual([...leftOut(["one", "x"], networks)].sort(), ["a", "b", "one", "x"]);
});

test("an answer is worked out once for each change and each view", () => {
  const store = createStore(DATA);
  store.set({ off: ["nl.police"] });
  const [one, other] = [answerOf(store), answerOf(store, DATA.views[1])];
  store.set({ view: "graph" });

  assert.equal(answerOf(store), one);
  assert.equal(answerOf(store, DATA.views[1]), other);
  store.set({ off: [] });
  assert.notEqual(answerOf(store), one);
});

test("changes of other views, and unknown ones, are told apart", () => {
  const store = createStore(DATA);
  store.set({ off: ["cover-nl-chain", "nl.police", "nl.nobody"], on: ["plan-nl-five-barriers", "plan-nl-chain"] });

  assert.deepEqual(changesIn(store), { off: ["nl.police"], on: ["plan-nl-five-barriers"] });
});

test("every module finds what it imports", () => import("../../viz/page/static/js/main.js"));
