// The keyboard in a list: one stop for Tab, arrows from item to item, Enter selects.

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
