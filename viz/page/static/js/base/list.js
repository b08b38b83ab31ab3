// Lists: their keyboard (one stop for Tab, arrows from item to item, Enter selects), and long ones in pieces.

import { append, buttonFor, el } from "./dom.js";
import { say } from "./words.js";

/** Give the items of a container (`selector`; hidden ones are passed over) their keyboard. */
export function createList(container, selector, choose) {
  const items = () => [...container.querySelectorAll(selector)].filter((item) => item.getClientRects().length > 0);

  function setStop(item) {
    for (const other of container.querySelectorAll(`${selector}[tabindex="0"]`)) other.setAttribute("tabindex", "-1");
    item?.setAttribute("tabindex", "0");
  }

  container.addEventListener("keydown", (event) => {
    const item = event.target.closest?.(selector);
    // Keys within an item, on a link or a button, are its own.
    if (!item || item !== event.target || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter") {
      choose(item);
      return;
    }
    const next = itemFor(event.key, items(), item);
    if (!next) return;
    event.preventDefault();
    setStop(next);
    next.focus();
  });

  return {
    renew() {
      const shown = items();
      for (const item of shown) item.setAttribute("tabindex", "-1");
      setStop(shown[0]);
    },
  };
}

/** The item that a key leads to from another; null where it leads nowhere. */
export function itemFor(key, items, from) {
  const place = items.indexOf(from);
  const to = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: items.length - 1 }[key];
  return to === undefined ? null : (items[to] ?? null);
}

const FIRST_SHOWN = 40;

/** A list of which the first are shown; the others are made when they are asked for. */
export function listInPieces(name, things, content) {
  const items = (some) => some.map((one) => el("li", null, content(one)));
  const list = el("ul", { class: name }, items(things.slice(0, FIRST_SHOWN)));
  const rest = things.slice(FIRST_SHOWN);
  if (!rest.length) return [list];
  const showRest = ({ currentTarget }) => {
    append(list, items(rest));
    currentTarget.remove();
  };
  const words = say("page.show-rest", { n: rest.length, total: things.length });
  return [list, buttonFor(words, showRest)];
}
