// One field that searches steps, actors, findings and facts. The list under it follows the keyboard.

import { announce, append, el, refill, soon } from "../base/dom.js";
import { citeText, plainText, told } from "../base/told.js";
import { folded, listed, say } from "../base/words.js";

const STAYS = ["graph", "matrix", "what-if"];

/** The search in its place in the bar. `#search-field` is the field. */
export function mountSearch(host, store) {
  const input = searchField();
  const list = el("div", {
    class: "results",
    id: "search-list",
    role: "listbox",
    "aria-label": say("page.search.found"),
    hidden: true,
  });
  append(host, input, list);
  const results = new Results(input, list, store);

  input.value = store.get().query;
  input.addEventListener(
    "input",
    soon(() => results.open(), 60),
  );
  input.addEventListener("focus", () => input.value.trim() && results.open());
  input.addEventListener("change", () => store.set({ query: input.value.trim() }));
  input.addEventListener("keydown", (event) => results.hear(event));
  host.addEventListener("focusout", (event) => host.contains(event.relatedTarget) || results.setOpen(false));
  // The field keeps the focus while an option is clicked.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  store.subscribe((state, before) => {
    if (state.query !== before.query && document.activeElement !== input) input.value = state.query;
  });
}

function searchField() {
  return el("input", {
    type: "search",
    id: "search-field",
    role: "combobox",
    "aria-label": say("page.search.label"),
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": "search-list",
    "aria-keyshortcuts": "/",
    autocomplete: "off",
    spellcheck: "false",
    maxlength: "200",
    placeholder: say("page.search.field"),
  });
}

/** The list under the field, and which of its options the keyboard is on. */
class Results {
  constructor(input, list, store) {
    Object.assign(this, { input, list, store, options: [], active: -1, entries: null, typed: null });
  }

  get isOpen() {
    return !this.list.hidden;
  }

  open() {
    // What findings and facts say is taken out of the data once somebody searches.
    this.entries ??= entriesOf(this.store.data);
    const typed = this.input.value.trim();
    // What is shown already keeps its choice: a key may be quicker than the pause after the last letter.
    if (this.isOpen && typed === this.typed) return;
    this.typed = typed;
    const groups = searched(this.entries, typed);
    this.options = [];
    refill(
      this.list,
      typed && !groups.length
        ? el("div", { class: "kind" }, say("page.search.nothing"))
        : groups.map((group) => this.group(group)),
    );
    this.setOpen(Boolean(typed));
    if (this.isOpen) announce(countOf(groups));
  }

  setOpen(isOpen) {
    this.list.hidden = !isOpen;
    this.active = -1;
    this.input.setAttribute("aria-expanded", String(isOpen));
    this.input.removeAttribute("aria-activedescendant");
  }

  group({ kind, total, entries }) {
    const title = say(`page.search.${kind}`);
    const rest = total > entries.length ? `, ${say("page.search.shown", { number: entries.length, total })}` : "";
    const heading = el("div", { class: "kind", id: `search-${kind}`, role: "presentation" }, title, rest);
    const options = entries.map((entry) => this.option(entry));
    return el("div", { role: "group", "aria-labelledby": `search-${kind}` }, heading, options);
  }

  option(entry) {
    const option = el(
      "div",
      { role: "option", id: `search-option-${this.options.length}`, "aria-selected": "false" },
      el("bdi", null, entry.text),
      entry.where ? el("span", { class: "note" }, entry.where) : null,
    );
    option.addEventListener("click", () => this.choose(entry));
    this.options.push({ option, entry });
    return option;
  }

  activate(next) {
    this.options[this.active]?.option.setAttribute("aria-selected", "false");
    this.active = (next + this.options.length) % this.options.length;
    const { option } = this.options[this.active];
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  choose(entry) {
    this.setOpen(false);
    this.store.set(patchFor(entry, this.store.get()));
  }

  hear(event) {
    const { key } = event;
    if (key === "Escape" && this.isOpen) {
      event.stopPropagation();
      this.setOpen(false);
    } else if (key === "ArrowDown" || key === "ArrowUp") {
      this.open();
      if (this.options.length) this.activate(key === "ArrowDown" ? this.active + 1 : Math.max(this.active, 0) - 1);
    } else if (key === "Enter" && this.isOpen) {
      this.open();
      if (this.options.length) this.choose(this.options[Math.max(this.active, 0)].entry);
    } else {
      return;
    }
    event.preventDefault();
  }
}

function countOf(groups) {
  if (!groups.length) return say("page.search.none");
  return say("page.search.counted", {
    what: listed(groups.map(({ kind, total }) => say(`count.${kind}`, { n: total }))),
  });
}

/** Where a hit leads: the pictures show what is in them; a finding stands in its list, a fact in its table. */
export function patchFor(entry, state) {
  const patch = { selected: entry.id, country: entry.country ?? state.country, script: entry.script ?? state.script };
  if (entry.kind === "finding") patch.view = "findings";
  else if (!STAYS.includes(state.view)) patch.view = entry.kind === "fact" ? "facts" : "graph";
  return patch;
}

/** Everything that can be found, each once: what stands in several views leads to the first of them. */
function entriesOf(data) {
  const found = new Map();
  const several = data.views.length > 1;
  const { facts, findings } = told();
  const add = (view, kind, id, words, more) => {
    const known = `${kind} ${id}`;
    if (!words || found.has(known)) return;
    const where = several ? `${view.country}, ${view.script}` : "";
    found.set(known, { id, kind, text: words, more, where, country: view.country, script: view.script });
  };
  for (const view of data.views) {
    for (const step of view.steps) add(view, "step", step.id, step.name, step.id);
    for (const actor of view.actors)
      add(view, "actor", actor.id, actor.called, `${actor.name} ${actor.id} ${actor.kind}`);
    for (const [place, { id }] of view.findings.entries()) {
      add(view, "finding", id, plainText(findings[view.key][place].says), id);
    }
    for (const fact of facts) {
      if (fact.keys.includes(view.key)) add(view, "fact", fact.id, plainText(fact.says), moreOf(fact));
    }
  }
  return [...found.values()];
}

function moreOf({ id, called, stands, when, beside, cites }) {
  return plainText([called, stands, when, ...beside, ...cites.map(citeText), id].join(" "));
}

// What is found, and in which order

/** The kinds in the order in which they are listed. */
const KINDS_OF_ENTRIES = ["step", "actor", "finding", "fact"];

/**
 * The best entries for what was typed: `[{kind, entries, total}]`, without empty kinds. An entry is
 * `{id, kind, text, more, folded}`; `more` are words that count but are not shown.
 */
export function searched(entries, typed, most = 6) {
  const parts = folded(typed).split(/\s+/).filter(Boolean);
  if (!parts.length) return [];
  const hits = [];
  for (const entry of entries) {
    const weight = weightOfHit(entry, parts);
    if (weight !== null) hits.push([weight, entry]);
  }
  return KINDS_OF_ENTRIES.map((kind) => {
    const same = hits.filter(([, entry]) => entry.kind === kind).sort(([one], [other]) => one - other);
    return { kind, total: same.length, entries: same.slice(0, most).map(([, entry]) => entry) };
  }).filter(({ total }) => total);
}

/** Small is good: the text begins with it, a word begins with it, it stands in the text, or only in `more`. */
function weightOfHit(entry, parts) {
  entry.folded ??= [folded(entry.text), folded(entry.more ?? "")];
  const [words, more] = entry.folded;
  if (!parts.every((part) => words.includes(part) || more.includes(part))) return null;
  const [first] = parts;
  const place = words.indexOf(first);
  if (place < 0) return 3;
  if (place === 0) return 0;
  return /[\p{L}\p{N}]/u.test(words[place - 1]) ? 2 : 1;
}
