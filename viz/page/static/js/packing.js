// The data as the page holds them, written short: of many records of a kind, the names of the fields once.

/** The data as everything else knows them; what `packed` in viz/page/packing.py had put together. Takes it apart. */
export function unpacked(value) {
  if (value === null || typeof value !== "object") return value;
  if (isPacked(value)) return value.rows.map((row) => recordOf(value.fields, row));
  // Put back where it stood: a large page has some hundred thousand of them.
  for (const name of Object.keys(value)) value[name] = unpacked(value[name]);
  return value;
}

function isPacked(value) {
  return Array.isArray(value.fields) && Array.isArray(value.rows) && Object.keys(value).length === 2;
}

/** The names of fields are the page's own; what is named by the data's ids is no record. */
function recordOf(fields, row) {
  const record = {};
  for (const [place, name] of fields.entries()) {
    if (!isLeftOut(row[place])) record[name] = unpacked(row[place]);
  }
  return record;
}

/** An empty record stands for a field that this record does not have. */
function isLeftOut(part) {
  return part !== null && typeof part === "object" && !Array.isArray(part) && Object.keys(part).length === 0;
}
