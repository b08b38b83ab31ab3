// A table as CSV, as cli/render.py writes it: nothing in it is a formula to a spreadsheet.

/** What a spreadsheet takes for the beginning of a formula, the wide forms of Japanese keyboards included. */
const FORMULA = /^ *[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** Excel takes a CSV file for one in the old code page of the machine unless it begins with this mark. */
const BEGIN = "\ufeff";

/** A cell that a spreadsheet would run begins with an apostrophe instead. */
export function harmless(cell) {
  return typeof cell === "string" && FORMULA.test(cell) ? `'${cell}` : cell;
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
