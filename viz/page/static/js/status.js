// A status on the page: mark, word and colour together.

import { el } from "./dom.js";

/** `# covered`, with the word for the style sheet to colour; `statuses` are those of the data. */
export function statusElement(statuses, id) {
  const mark = statuses.find((status) => status.id === id)?.mark ?? "";
  const sign = el("b", { class: "mark", "aria-hidden": "true" }, mark);
  return el("span", { class: "status", "data-status": id }, sign, " ", id);
}

/** `# covered` as text. */
export function statusText(statuses, id) {
  return `${statuses.find((status) => status.id === id)?.mark ?? ""} ${id}`.trim();
}
