// What the search finds, and in which order. Pure: entries and a text in, groups of entries out.

import { folded } from "../base/text.js";

/** The kinds in the order in which they are listed. */
export const KINDS_OF_ENTRIES = ["step", "actor", "finding", "fact"];

/**
 * The best entries for what was typed: `[{kind, entries, total}]`, without empty kinds. An entry is
 * `{id, kind, text, more, folded}`; `more` are words that count but are not shown.
 */
export function searched(entries, typed, most = 6) {
  const parts = folded(typed).split(/\s+/).filter(Boolean);
  if (!parts.length) return [];
  const hits = [];
  for (const entry of entries) {
    const weight = weightOfHit(entry, parts);
    if (weight !== null) hits.push([weight, entry]);
  }
  return KINDS_OF_ENTRIES.map((kind) => {
    const same = hits.filter(([, entry]) => entry.kind === kind).sort(([one], [other]) => one - other);
    return { kind, total: same.length, entries: same.slice(0, most).map(([, entry]) => entry) };
  }).filter(({ total }) => total);
}

/** Small is good: the text begins with it, a word begins with it, it stands in the text, or only in `more`. */
function weightOfHit(entry, parts) {
  entry.folded ??= [folded(entry.text), folded(entry.more ?? "")];
  const [words, more] = entry.folded;
  if (!parts.every((part) => words.includes(part) || more.includes(part))) return null;
  const [first] = parts;
  const place = words.indexOf(first);
  if (place < 0) return 3;
  if (place === 0) return 0;
  return /[\p{L}\p{N}]/u.test(words[place - 1]) ? 2 : 1;
}
