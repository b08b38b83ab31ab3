// A long list in the panel: the first of it, and the rest for those who ask.

import { append, el } from "./dom.js";

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
  const words = `Show the other ${rest.length} of ${things.length}`;
  return [list, el("button", { type: "button", onclick: showRest }, words)];
}
