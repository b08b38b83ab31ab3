// What a reader takes along: tables as CSV, the picture as SVG and PNG. All of it is made here; nothing leaves the page.

import { csvBlob } from "./csv.js";
import { announce, el } from "./dom.js";

const LONGEST_NAME = 80;

/** A file name that speaks and that every system takes: `nl-five-barriers-matrix.csv`. */
export function fileName(key, what, ending) {
  const plain = `${key}-${what}`
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, LONGEST_NAME);
  return `${plain || "barriers"}.${ending}`;
}

/** Hand a file to the reader. */
export function save(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = el("a", { href: address, download: name, hidden: true });
  document.body.appendChild(link);
  link.click();
  link.remove();
  // The browser reads it after the click; a minute is enough for the largest.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  announce(`Saved: ${name}`);
}

/** A table of a view as CSV. */
export function saveCsv(view, what, grid) {
  save(csvBlob(grid), fileName(view.key, what, "csv"));
}

/** A text to the clipboard. False where the browser forbids it: the caller then shows the text for copying by hand. */
export async function copyText(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}
