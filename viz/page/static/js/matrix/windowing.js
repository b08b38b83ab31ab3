// Which rows or columns of a long table stand in the part that is seen. Pure: sizes and places in, indices out.

/** Where each item begins, and at last where the whole ends: `offsetsOf([10, 20])` is `[0, 10, 30]`. */
export function offsetsOf(sizes) {
  const offsets = new Float64Array(sizes.length + 1);
  for (let index = 0; index < sizes.length; index += 1) offsets[index + 1] = offsets[index] + sizes[index];
  return offsets;
}

/** The index of the item that holds a place; the first or the last one outside. */
export function itemAt(offsets, place) {
  let low = 0;
  let high = offsets.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsets[middle] <= place) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** `[first, end)` of the items between two places, with some more on both sides. */
export function windowOf(offsets, from, to, spare = 0) {
  const count = offsets.length - 1;
  if (count <= 0) return [0, 0];
  return [Math.max(0, itemAt(offsets, from) - spare), Math.min(count, itemAt(offsets, to) + 1 + spare)];
}

/** Where to scroll so that an item is seen between the edges; as it is where it is seen already. */
export function scrollFor(offsets, index, from, room) {
  const [begin, end] = [offsets[index], offsets[index + 1]];
  if (begin < from) return begin;
  return end > from + room ? Math.max(0, Math.min(begin, end - room)) : from;
}
