// What the page says: sentences of the catalogue with their values, statuses as symbol and word. All of it is data.

import { el } from "./dom.js";

let spoken = { forms: {}, plural: "10" };

/** Take the words: `forms` by key, a text or one for each form of a number; `plural` tells the form of each number. */
export function speak(words) {
  spoken = words;
}

/** The words of a key with its values; the number `n` decides about singular and plural. */
export function say(key, values = {}) {
  const found = spoken.forms[key];
  if (found === undefined) throw new RangeError(`no words for ${key}`);
  const form = typeof found === "string" ? found : found[formOf(values.n)];
  return form.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** Which form a number takes: of the first 200 each has its own place, and larger ones take that of their last digits. */
function formOf(n) {
  const { plural } = spoken;
  return Number(plural[n < plural.length ? n : 100 + (n % 100)]);
}

/** Names one after the other; with `most` only so many, and how many more there are. */
export function listed(names, most = names.length) {
  const some = names.slice(0, most);
  const rest = names.length - some.length;
  if (rest > 0) return say("list.more", { named: some.join(say("list.comma")), n: rest });
  if (some.length < 2) return some.join("");
  return say("list.last", { before: some.slice(0, -1).join(say("list.comma")), last: some.at(-1) });
}

/** `4 of 35 steps`; `many` is the key of the unit. */
export function outOf(number, total, many) {
  return say("count.of", { number, total: say(many, { n: total }) });
}

/** A sentence begins with a capital letter. */
export function sentence(words) {
  return `${words[0].toUpperCase()}${words.slice(1)}`;
}

/** `# covered`, with the status for the style sheet to colour; `statuses` are those of the data. */
export function statusElement(statuses, id) {
  const { mark, word } = statusOf(statuses, id);
  const sign = el("b", { class: "mark", "aria-hidden": "true" }, mark);
  return el("span", { class: "status", "data-status": id }, sign, " ", word);
}

/** `# covered` as text. */
export function statusText(statuses, id) {
  const { mark, word } = statusOf(statuses, id);
  return `${mark} ${word}`.trim();
}

/** `{mark, word}` of a status: its symbol, and what it is called. */
export function statusOf(statuses, id) {
  return statuses.find((status) => status.id === id) ?? { mark: "", word: id };
}

/**
 * How many there are of each status, in pieces: `9 steps:`, `3 short,`, `6 unknown`. `found` are the statuses, one for
 * each step; `called` is "word" or "mark".
 */
export function tallyPieces(found, statuses, called = "word") {
  const counted = statuses.map((one) => [found.filter((id) => id === one.id).length, one[called]]);
  const told = counted.filter(([count]) => count).map(([count, word]) => `${count} ${word}`);
  const total = say("count.step", { n: found.length });
  return told.length ? [`${total}:`, ...told.slice(0, -1).map((one) => `${one},`), told.at(-1)] : [total];
}

/** Pieces of text in lines, as many to a line as fit: `fits(line)`; a line holds at least one. */
export function filledLines(pieces, fits) {
  const lines = [];
  for (const piece of pieces) {
    const longer = `${lines.at(-1)} ${piece}`;
    if (lines.length && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines;
}

// Comparing text as a reader would: small and capital letters alike, accents or none

/** Text for comparing, so that "fryslan" finds Fryslân. */
export function folded(value) {
  return value
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
}

/** Whether all words that were typed stand in a folded text, in any order. */
export function hasAll(words, typed) {
  return folded(typed ?? "")
    .split(/\s+/)
    .every((part) => words.includes(part));
}

const ALPHABET = new Intl.Collator("en", { numeric: true });

/** Names in the order of a dictionary. */
export function byName(one, other) {
  return ALPHABET.compare(one, other);
}
