// Filters over a view: controls that write into the state and follow it, so that a filter can be shared by address.

import { el, soon } from "./dom.js";
import { say } from "./words.js";

/** What a filter is set to; the empty text is "all", or whatever comes first. */
export function filterOf(state, name) {
  return state.filters[name] ?? "";
}

/** Set filters: `{name: value}`; empty ones go. */
export function setFilters(store, values) {
  const filters = { ...store.get().filters, ...values };
  for (const [name, value] of Object.entries(filters)) if (!value) delete filters[name];
  store.set({ filters });
}

/** Whether any filter whose name begins so is set in one state and not in the other. */
export function filtersDiffer(one, other, beginning) {
  const names = new Set([...Object.keys(one.filters), ...Object.keys(other.filters)]);
  return [...names].some((name) => name.startsWith(beginning) && one.filters[name] !== other.filters[name]);
}

function bound(store, name, control) {
  const follow = (state) => {
    const value = filterOf(state, name);
    if (control.value !== value) control.value = value;
  };
  follow(store.get());
  store.subscribe(follow);
  return control;
}

/** A choice. `options` are `[value, words]`; the first stands for no filter. */
export function choiceField(store, name, label, options) {
  const select = el("select", { name, autocomplete: "off" });
  fillChoice(select, options);
  select.addEventListener("change", () => setFilters(store, { [name]: select.value }));
  return el("label", { class: "field" }, label, bound(store, name, select));
}

/** The options of a choice, put in anew; one that is gone falls back to the first. */
function fillChoice(select, options) {
  const value = select.value;
  while (select.firstChild) select.removeChild(select.firstChild);
  for (const [one, words] of options) select.appendChild(el("option", { value: one }, words));
  select.value = options.some(([one]) => one === value) ? value : "";
}

/** Other options, and the filter's own among them where it is set. */
export function refillChoice(store, field, name, options) {
  const select = field.querySelector("select");
  fillChoice(select, options);
  select.value = filterOf(store.get(), name);
}

/** A field for a part of a text. */
export function textField(store, name, label, attributes) {
  const input = el("input", { type: "search", name, autocomplete: "off", spellcheck: "false", ...attributes });
  input.addEventListener(
    "input",
    soon(() => setFilters(store, { [name]: input.value })),
  );
  return el("label", { class: "field" }, label, bound(store, name, input));
}

/** A button that takes all filters whose name begins so away. */
export function resetButton(store, beginning) {
  const button = el("button", { type: "button", hidden: true }, say("page.show-all"));
  const names = (state) => Object.keys(state.filters).filter((name) => name.startsWith(beginning));
  const follow = (state) => {
    button.hidden = names(state).length === 0;
  };
  button.addEventListener("click", () => {
    const fields = button.closest(".tools");
    setFilters(store, Object.fromEntries(names(store.get()).map((name) => [name, ""])));
    // The button is gone now; whoever used the keyboard goes on at the first field.
    fields?.querySelector("select, input")?.focus();
  });
  follow(store.get());
  store.subscribe(follow);
  return button;
}
