// What a fact says and who says it, out of the table of facts: the texts stand once in the page.

import { copyOf, el } from "./dom.js";
import { elementOf } from "./stored.js";

const NOTE = 3;
const SOURCES = 5;

/** What the row of a fact says beside its headline, with its citations, as a copy; null where there is no such row. */
export function factWords(id) {
  const row = elementOf(`fact-${id}`);
  if (!row) return null;
  const cells = [NOTE, SOURCES].map((place) => row.cells[place]).filter((cell) => cell?.textContent.trim());
  return el(
    "div",
    { class: "fact-words" },
    cells.map((cell) => el("div", null, ...copyOf(cell).childNodes)),
  );
}
