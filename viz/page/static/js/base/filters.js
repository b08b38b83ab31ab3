// Filters over a view: controls that write into the state and follow it, so that a filter can be shared by address.

import { buttonFor, el, refill, soon, toolRow } from "./dom.js";
import { differs } from "./state.js";
import { say } from "./words.js";

/** What the filters of a view are set to, by their names; the empty text is "all", or whatever comes first. */
export function filtersOf({ filters }, view, names) {
  return Object.fromEntries(names.map((name) => [name, filters[`${view}-${name}`] ?? ""]));
}

/** Set filters: `{name: value}`; empty ones go. */
export function setFilters(store, values) {
  const filters = { ...store.get().filters, ...values };
  for (const [name, value] of Object.entries(filters)) if (!value) delete filters[name];
  store.set({ filters });
}

/**
 * The fields of a view, a button that takes its filters away, and `buttons`: `{element, renew(view)}`.
 *
 * A field is `{name, label, options}` or, for a part of a text, `{name, label, placeholder}`. `options` are
 * `[value, words]`, or a function that tells them of a view; without one for the empty text "all" comes first.
 */
export function filterTools(store, view, label, fields, ...buttons) {
  const made = fields.map((field) => (field.options ? choiceField : textField)(store, `${view}-${field.name}`, field));
  return {
    element: toolRow(
      label,
      made.map(({ element }) => element),
      resetButton(store, `${view}-`),
      buttons,
    ),
    renew: (data) => {
      for (const { renew } of made) renew?.(data);
    },
  };
}

function bound(store, name, control) {
  const follow = ({ filters }) => {
    const value = filters[name] ?? "";
    if (control.value !== value) control.value = value;
  };
  follow(store.get());
  store.subscribe(follow);
  return follow;
}

function choiceField(store, name, { label, options }) {
  const select = el("select", { name, autocomplete: "off" });
  const fill = (some) => {
    const isWhole = some[0]?.[0] === "";
    const whole = isWhole ? some : [["", say("page.all")], ...some];
    refill(
      select,
      whole.map(([value, words]) => el("option", { value }, words)),
    );
  };
  const isFixed = Array.isArray(options);
  fill(isFixed ? options : []);
  select.addEventListener("change", () => setFilters(store, { [name]: select.value }));
  const follow = bound(store, name, select);
  const renew = (data) => {
    fill(options(data));
    follow(store.get());
  };
  return { element: el("label", { class: "field" }, label, select), renew: isFixed ? null : renew };
}

function textField(store, name, { label, placeholder }) {
  const input = el("input", { type: "search", name, autocomplete: "off", spellcheck: "false", placeholder });
  input.addEventListener(
    "input",
    soon(() => setFilters(store, { [name]: input.value })),
  );
  bound(store, name, input);
  return { element: el("label", { class: "field" }, label, input) };
}

function resetButton(store, beginning) {
  const names = ({ filters }) => Object.keys(filters).filter((name) => name.startsWith(beginning));
  const reset = ({ currentTarget }) => {
    setFilters(store, Object.fromEntries(names(store.get()).map((name) => [name, ""])));
    // The button is gone now; whoever used the keyboard goes on at the first field.
    currentTarget.closest(".tools").querySelector("select, input")?.focus();
  };
  const element = buttonFor(say("page.show-all"), reset);
  const follow = (state) => {
    element.hidden = names(state).length === 0;
  };
  follow(store.get());
  store.subscribe(follow);
  return element;
}

/**
 * Keep a view up to date while it is looked at: `refresh` where a part of the state in `keys` or one of its filters is
 * other than before, `select` where it is opened or something else is selected. What is given back refreshes at once.
 */
export function whileShown(store, view, keys, { refresh, select }) {
  let isStale = true;
  const renew = () => {
    if (isStale) refresh();
    isStale = false;
  };
  const follow = (state, before) => {
    const names = Object.keys({ ...state.filters, ...before.filters }).filter((name) => name.startsWith(`${view}-`));
    isStale ||= differs(state, before, keys) || differs(state.filters, before.filters, names);
    if (state.view !== view) return;
    renew();
    if (differs(state, before, ["view", "selected"])) select(state.selected);
  };
  store.subscribe(follow);
  follow(store.get(), { ...store.get(), view: "" });
  return renew;
}
