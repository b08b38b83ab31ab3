// What a reader takes along: tables as CSV, the picture as SVG and PNG. All of it is made here; nothing leaves the page.

import { announce, el } from "./dom.js";
import { say } from "./words.js";

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
  announce(say("page.saved", { name }));
}

/** A table of a view as CSV. */
export function saveCsv(view, what, grid) {
  save(csvBlob(grid), fileName(view.key, what, "csv"));
}

/** A text to the clipboard. False where the browser forbids it. */
async function copyText(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}

/** Copy a text for the button that asked for it; where the browser forbids it, show it for copying by hand. */
export async function copyOrShow(words, button, done = say("page.copied")) {
  const group = button.parentElement;
  if (await copyText(words)) {
    announce(done);
    button.classList.add("done");
    setTimeout(() => button.classList.remove("done"), 2000);
    group.querySelector("textarea")?.remove();
    return;
  }
  const usual = { readonly: true, rows: 8, "aria-label": say("page.text-to-copy") };
  const field = group.querySelector("textarea") ?? group.appendChild(el("textarea", usual));
  field.value = words;
  field.select();
  announce(say("page.copy-by-hand"));
}

// CSV, as viz/render/csv.py writes it: nothing in it is a formula to a spreadsheet

/** Excel takes a CSV file for one in the old code page of the machine unless it begins with this mark. */
const BEGIN = "\ufeff";

let formulas = "";

/** Take from the data the signs that a spreadsheet takes for the beginning of a formula. */
export function guardFormulas(signs) {
  formulas = signs;
}

/** A cell that a spreadsheet would run begins with an apostrophe instead. */
export function harmless(cell) {
  const first = typeof cell === "string" ? cell.replace(/^ +/, "")[0] : undefined;
  return first !== undefined && formulas.includes(first) ? `'${cell}` : cell;
}

function written(cell) {
  if (cell === null || cell === undefined) return "";
  const words = String(cell);
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}

/** The text of a `{header, rows}`. */
export function csvText({ header, rows }) {
  const lines = [header, ...rows.map((row) => row.map(harmless))];
  return lines.map((line) => `${line.map(written).join(",")}\n`).join("");
}

/** The same as the bytes of a file. */
export function csvBlob(grid) {
  return new Blob([BEGIN, csvText(grid)], { type: "text/csv;charset=utf-8" });
}
