// The data as the page holds them, written short: of many records of a kind, the names of the fields once.

/** The data as everything else knows them; what `packed` in viz/page/packing.py had put together. */
export function unpacked(value) {
  if (Array.isArray(value)) return value.map(unpacked);
  if (value === null || typeof value !== "object") return value;
  const names = Object.keys(value);
  if (names.length === 2 && names.includes("fields") && names.includes("rows")) {
    return value.rows.map((row) => recordOf(value.fields, row));
  }
  return Object.fromEntries(names.map((name) => [name, unpacked(value[name])]));
}

function recordOf(fields, row) {
  const there = fields.map((name, place) => [name, row[place]]).filter(([, part]) => !isLeftOut(part));
  return Object.fromEntries(there.map(([name, part]) => [name, unpacked(part)]));
}

/** An empty record stands for a field that this record does not have. */
function isLeftOut(part) {
  return part !== null && typeof part === "object" && !Array.isArray(part) && Object.keys(part).length === 0;
}
