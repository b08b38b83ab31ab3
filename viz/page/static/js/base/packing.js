// The data as the page holds them, written short: of many records of a kind the names of the fields once, each text once.

/** The data as everything else knows them; what `packed` in viz/page/packing.py had put together. Takes it apart. */
export function unpacked({ words, value }) {
  return plainValue(value, words);
}

function plainValue(value, words) {
  if (value === null || typeof value !== "object") return value;
  if (isTable(value)) return recordsOf(value, words);
  // Put back where it stood: a large page has some hundred thousand of them.
  for (const name of Object.keys(value)) value[name] = plainValue(value[name], words);
  return value;
}

function isTable(value) {
  return Array.isArray(value.fields) && Array.isArray(value.coded) && Array.isArray(value.rows);
}

/** The names of fields are the page's own; what is named by the data's ids is no record. */
function recordsOf({ fields, coded, rows }, words) {
  const readers = fields.map((_, place) => (coded.includes(place) ? wordsNamed : plainValue));
  return rows.map((row) => {
    const record = {};
    for (const [place, part] of row.entries()) {
      if (!isLeftOut(part)) record[fields[place]] = readers[place](part, words);
    }
    return record;
  });
}

/** The text of a number, the texts of a list of numbers. */
function wordsNamed(part, words) {
  if (typeof part === "number") return words[part];
  return part?.map((place) => words[place]) ?? null;
}

/** An empty record stands for a field that this record does not have. */
function isLeftOut(part) {
  return part !== null && typeof part === "object" && !Array.isArray(part) && Object.keys(part).length === 0;
}
