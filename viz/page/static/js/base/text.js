// Comparing text as a reader would: small and capital letters alike, accents or none.

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
