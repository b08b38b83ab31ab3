// The page comes to life here: data in, views mounted, address followed, keys heard.

import { followAddress } from "./base/address.js";
import { byId, el, isRead, on, refill, whenRead } from "./base/dom.js";
import { guardFormulas } from "./base/export.js";
import { listenToKeys } from "./base/keys.js";
import { unpacked } from "./base/packing.js";
import { createStore, differs, VIEWS, viewOf } from "./base/state.js";
import { say, speak } from "./base/words.js";
import { mountCompare } from "./compare.js";
import { mountDetails } from "./details/panel.js";
import { mountFacts } from "./facts/facts.js";
import { mountFindings } from "./findings/findings.js";
import { mountGraph } from "./graph/graph.js";
import { mountMatrix } from "./matrix/matrix.js";
import { mountSearch } from "./search/search.js";
import { mountWhatIf } from "./whatif/whatif.js";

function start() {
  const told = [];
  const tell = (error) => showTrouble(error, told);
  addEventListener("error", (event) => tell(event.error ?? event.message));
  addEventListener("unhandledrejection", (event) => tell(event.reason));
  document.documentElement.classList.remove("reading");
  document.documentElement.classList.add("scripts");
  const data = unpacked(JSON.parse(byId("data").textContent));
  speak(data.words);
  guardFormulas(data.formulas);
  const store = createStore(data, tell);
  byId("main").after(
    el("aside", { id: "details", class: "panel no-print", "aria-labelledby": "heading-details", hidden: true }),
  );
  choiceOfView(byId("choice"), store);
  followAddress(store);
  store.subscribe((state, before) => showState(store, state, before));
  showState(store, store.get(), null);
  hideWhatComes();
  mountAll(MOUNTED_FIRST, store, tell);
  whenRead(() => {
    showState(store, store.get(), null);
    mountAll(MOUNTED_WHEN_READ, store, tell);
  });
  listenToKeys(store);
  on(document, "click", "a[data-to], a[data-select]", (event, { dataset: { to, select } }) => {
    // A click that asks for something special, such as a new window, is the browser's.
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    store.set(to ? { view: to } : { selected: select });
  });
}

// What stands before the scripts, and what stands behind them.
const MOUNTED_FIRST = [
  [mountDetails, "details"],
  [mountSearch, "search"],
  [mountMatrix, "view-matrix"],
  [mountGraph, "view-graph"],
];
const MOUNTED_WHEN_READ = [
  [mountFindings, "view-findings"],
  [mountFacts, "view-facts"],
  [mountCompare, "view-compare"],
  [mountWhatIf, "view-what-if"],
];

/** Every view for itself: the fault of one keeps nobody from the others. */
function mountAll(mounts, store, tell) {
  if (!store.data.views.length) return;
  for (const [mount, id] of mounts) {
    const place = byId(id);
    try {
      if (place) mount(place, store);
    } catch (error) {
      tell(error);
    }
  }
}

/** What went wrong, as a sentence on the page: once for each thing. */
function showTrouble(error, told) {
  const words = String(error?.message ?? error).slice(0, 500);
  if (told.includes(words)) return;
  told.push(words);
  const place = byId("trouble");
  place.hidden = false;
  refill(
    place,
    el("p", null, el("strong", null, say("page.trouble")), " ", say("page.trouble-rest")),
    el(
      "ul",
      null,
      told.map((one) => el("li", { class: "id" }, one)),
    ),
  );
}

// Which view is shown

function showState(store, state, before) {
  // While the page is being read, a view that is not there may still come.
  const isThere = VIEWS.includes(state.view) && (!isRead() || byId(`view-${state.view}`));
  const view = isThere ? state.view : "summary";
  byId("top").classList.toggle("brief", view !== "summary");
  for (const section of document.querySelectorAll("section[data-view]")) section.hidden = section.id !== `view-${view}`;
  for (const link of document.querySelectorAll("#views a[data-to]")) {
    if (link.dataset.to === view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (!before || differs(state, before, ["country", "script"])) showParts(viewOf(store));
  if (before && state.view !== before.view && state.selected === before.selected) arrive(view);
}

/** Sections that are still to come stay out of sight, and so need not be laid out again and again while they grow. */
function hideWhatComes() {
  const coming = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) if (node.matches?.("section[data-view]")) node.hidden = true;
    }
  });
  coming.observe(byId("main"), { childList: true });
  whenRead(() => coming.disconnect());
}

/** Of what stands in the page for each country and script, only what is looked at. */
function showParts(view) {
  for (const part of document.querySelectorAll("[data-key]:is(.of-view, .audited)")) {
    part.hidden = part.dataset.key !== view?.key;
  }
  for (const part of document.querySelectorAll(".comparison[data-script]")) {
    part.hidden = part.dataset.script !== view?.script;
  }
}

/** At a view that was asked for: its heading gets the focus, and the bar over it stays in sight. */
function arrive(view) {
  byId(`heading-${view}`)?.focus({ preventScroll: true });
  const bar = document.querySelector("nav.bar");
  const top = byId("main").getBoundingClientRect().top + scrollY - bar.offsetHeight;
  if (scrollY > top || byId(`heading-${view}`)?.getBoundingClientRect().top > innerHeight / 2) scrollTo({ top });
}

/** Country and script, where there are several. */
function choiceOfView(place, store) {
  const { countries, scripts } = store.data;
  const fields = [
    ["country", say("page.country"), countries.map(({ code, name }) => [code, name])],
    ["script", say("page.script"), scripts.map(({ id, name }) => [id, name])],
  ].filter(([, , options]) => options.length > 1);
  place.hidden = !fields.length;
  for (const [key, label, options] of fields) {
    const choose = el(
      "select",
      { autocomplete: "off" },
      options.map(([value, words]) => el("option", { value }, words)),
    );
    choose.addEventListener("change", () => store.set({ [key]: choose.value, selected: null }));
    place.appendChild(el("label", { class: "field" }, label, choose));
    const follow = (state) => {
      choose.value = state[key];
    };
    follow(store.get());
    store.subscribe(follow);
  }
}

// Last, when everything above is there; node reads this file without a page.
if (typeof document !== "undefined") start();
