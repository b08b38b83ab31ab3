// The lists to choose from in What if: actors, networks, planned covers, single covers.

import { el, folding, refill, soon } from "../base/dom.js";
import { nameIn } from "../base/known.js";
import { toggled, viewOf } from "../base/state.js";
import { byName, folded, hasAll, say } from "../base/words.js";
import { weights } from "./model.js";

const MOST_SHOWN = 100;
const MOST_WEIGHED = 400;

/** The choosers: `{element, renew(view)}`. A field above narrows all of their lists. */
export function choosers(store) {
  const field = el("input", { type: "search", autocomplete: "off", spellcheck: "false" });
  const boxes = el("div");
  const search = el("label", { class: "field" }, say("page.what-if.find"), field);
  const element = el("div", null, search, boxes);
  let shown = null;

  const draw = () => {
    const view = viewOf(store);
    const open = new Set([...boxes.querySelectorAll("details[open]")].map((one) => one.dataset.list));
    const lists = listsOf(view).filter(({ entries }) => entries.length);
    search.hidden = !lists.length;
    refill(
      boxes,
      lists.map((list) => listElement(list, store, field.value.trim(), shown === view ? open : null)),
      lists.length === 0 && el("p", null, say("page.what-if.nobody")),
    );
    shown = view;
  };
  field.addEventListener("input", soon(draw));
  boxes.addEventListener("change", (event) => {
    const { list, id } = event.target.dataset;
    if (list) store.set({ [list]: toggled(store.get()[list], id) });
  });

  return {
    element,
    renew(view) {
      if (shown !== view) draw();
      const { off, on } = store.get();
      for (const box of boxes.querySelectorAll("input[type=checkbox]")) {
        box.checked = (box.dataset.list === "on" ? on : off).includes(box.dataset.id);
      }
    },
  };
}

/** The lists with their entries: `{name, list, entries: [{id, name, note, words}]}`. */
function listsOf(view) {
  return [
    { name: "actors", list: "off", entries: actorEntries(view) },
    { name: "networks", list: "off", entries: networkEntries(view) },
    { name: "planned", list: "on", entries: coverEntries(view, (cover) => cover.state === "planned") },
    { name: "covers", list: "off", entries: coverEntries(view, () => true), folded: true },
  ];
}

function actorEntries(view) {
  const covering = new Set(view.covers.map((cover) => cover.actor));
  const heavy = covering.size <= MOST_WEIGHED ? weights(view) : null;
  const total = say("count.step", { n: view.steps.length });
  return view.actors
    .filter(({ id }) => covering.has(id))
    .map(({ id, called, name, kind }) => {
      const { covers, changes } = heavy?.get(id) ?? {};
      const note = heavy ? say("page.what-if.weight", { covers, total, n: changes }) : kind;
      return { id, name: called, note, weight: changes ?? 0, words: folded(`${called} ${name} ${kind} ${id}`) };
    })
    .sort((one, other) => other.weight - one.weight || byName(one.name, other.name));
}

function networkEntries(view) {
  return view.networks.map(({ id, name, members }) => {
    const names = members.map((member) => nameIn(view, member)).join(", ");
    const note = `${say("page.members", { n: members.length })}: ${names}`;
    return { id, name, note, words: folded(`${name} ${id} ${names}`) };
  });
}

function coverEntries(view, wanted) {
  return view.covers.filter(wanted).map(({ fact, actor, step, long }) => {
    const [name, where] = [nameIn(view, actor), nameIn(view, step)];
    return { id: fact, name, note: `${long} · ${where}`, words: folded(`${name} ${where} ${long}`) };
  });
}

/** One list, folded where it is long; while somebody searches every list is open. */
function listElement({ name, list, entries, folded: isFolded }, store, typed, open) {
  const found = typed ? entries.filter((entry) => hasAll(entry.words, typed)) : entries;
  const rest = found.length - MOST_SHOWN;
  const state = store.get();
  const title = say(`page.what-if.list-${name}`);
  const { length: total } = entries;
  const count = typed ? say("count.of", { number: found.length, total }) : String(total);
  const isOpen = typed ? found.length > 0 : open ? open.has(name) : !isFolded;
  const content = el("fieldset", null, [
    el("legend", { class: "unseen" }, title),
    ...found.slice(0, MOST_SHOWN).map((entry) => choice(entry, list, state[list].includes(entry.id))),
    rest > 0 ? el("p", { class: "note" }, say("page.what-if.rest", { n: rest })) : null,
  ]);
  const element = folding(null, `${title} (${count})`, content);
  element.dataset.list = name;
  element.open = isOpen;
  return element;
}

function choice({ id, name, note }, list, checked) {
  const box = el("input", { type: "checkbox", "data-list": list, "data-id": id });
  box.checked = checked;
  const words = el("span", null, el("bdi", null, name), " ", el("span", { class: "note" }, note));
  return el("label", { class: "choice" }, box, words);
}
