// The matrix in its window: draws what is seen of a large one, all of a small one.

import { el, refill } from "../base/dom.js";
import { say } from "../base/words.js";
import { columnGroup, FIRST_ACTOR, groupCounts, groupRow, headRow, stepRow } from "./draw.js";

/** So many cells stand in the page at once; of a larger matrix only those that are seen. */
const PLAIN_CELLS = 40_000;

const SPARE = 6;
const GROUP_REMS = 2.5;
const ROW_REMS = 3.25;
const COVER_REMS = 1.75;

/** How high a row of a large matrix is, in rems: all of a step's covers are seen, and two lines of its name. */
export function rowRems({ row }) {
  if (!row) return GROUP_REMS;
  const most = Math.max(0, ...[...row.cells.values()].map((covers) => covers.length));
  return Math.max(ROW_REMS, most * COVER_REMS + 0.5);
}

/** The grid within a box that scrolls. `drawn` is called after each time that something was drawn. */
export class MatrixGrid {
  constructor(box, drawn) {
    this.box = box;
    this.drawn = drawn;
    this.table = box.appendChild(el("table", { class: "matrix", role: "grid" }));
    this.rows = [];
    this.columns = [];
    // The sizes of rows and columns where only what is seen is drawn; null where everything is.
    this.sizes = null;
    this.lines = new Map();
    let asked = false;
    const later = () => {
      if (asked) return;
      asked = true;
      requestAnimationFrame(() => {
        asked = false;
        this.follow();
      });
    };
    box.addEventListener("scroll", later, { passive: true });
    addEventListener("resize", later);
  }

  /** Draw anew. `content` is `{table, rows, statuses, is, closed}`. */
  show(content) {
    this.content = content;
    this.rows = content.rows;
    this.columns = content.table.columns;
    this.measure();
    this.range = this.seen(SPARE);
    this.draw();
  }

  measure() {
    this.sizes = null;
    const { rows, columns, table } = this;
    const isLarge = rows.length * columns.length > PLAIN_CELLS;
    table.classList.toggle("large", isLarge);
    this.keepSize();
    if (!isLarge) return;
    this.range = { rows: [0, 0], columns: [0, 1] };
    this.draw();
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const [step, status, actor] = [...table.tHead.rows[0].cells].map((cell) => cell.getBoundingClientRect().width);
    this.sizes = {
      rows: offsetsOf(rows.map((one) => Math.round(rowRems(one) * rem))),
      columns: offsetsOf(columns.map(() => actor)),
      head: table.tHead.getBoundingClientRect().height,
      held: step,
      before: step + status,
    };
    this.keepSize();
  }

  /** The table stays as large as it is while it is drawn anew, or the box would scroll back to its beginning. */
  keepSize() {
    const { sizes, table } = this;
    table.style.minWidth = sizes ? `${sizes.before + sizes.columns.at(-1)}px` : "";
    table.style.minHeight = sizes ? `${sizes.head + sizes.rows.at(-1)}px` : "";
  }

  /** The rows and columns that are seen now, with `spare` more on each side. */
  seen(spare) {
    const { sizes, box } = this;
    if (!sizes) return { rows: [0, this.rows.length], columns: [0, this.columns.length] };
    const [left, top] = [box.scrollLeft, box.scrollTop];
    return {
      rows: windowOf(sizes.rows, top, top + box.clientHeight - sizes.head, spare),
      columns: windowOf(sizes.columns, left + sizes.held - sizes.before, left + box.clientWidth - sizes.before, spare),
    };
  }

  /** Draw what has come into sight. */
  follow() {
    if (!this.sizes) return;
    const now = this.seen(0);
    const holds = (have, want) => have[0] <= want[0] && want[1] <= have[1];
    if (holds(this.range.rows, now.rows) && holds(this.range.columns, now.columns)) return;
    this.range = this.seen(SPARE);
    this.draw();
  }

  draw() {
    const { table, columns } = this;
    const across = { columns, from: this.range.columns[0], to: this.range.columns[1] };
    this.lines = new Map();
    const head = el("thead", null, headRow(across));
    refill(table, captionOf(this.content.table), columnGroup(across), head, this.bodies(across));
    table.setAttribute("aria-rowcount", this.rows.length + 1);
    table.setAttribute("aria-colcount", columns.length + FIRST_ACTOR);
    if (this.sizes) this.setGaps(across);
    this.drawn();
  }

  bodies(across) {
    const [from, to] = this.range.rows;
    const found = [this.gapRow(0, from)];
    let body = null;
    for (let index = from; index < to; index += 1) {
      const { group } = this.rows[index];
      if (!body || body.getAttribute("data-group") !== group.id) {
        body = el("tbody", { "data-group": group.id });
        found.push(body);
      }
      this.lines.set(index, body.appendChild(this.line(index, across)));
    }
    return [...found, this.gapRow(to, this.rows.length)];
  }

  line(index, across) {
    const { group, row } = this.rows[index];
    const { statuses, is, closed } = this.content;
    const line = row
      ? stepRow(row, across, { index, statuses, is })
      : groupRow(group, across, { open: !closed.has(group.id), index, rest: groupCounts(group, statuses) });
    if (this.sizes) line.style.height = `${this.sizes.rows[index + 1] - this.sizes.rows[index]}px`;
    return line;
  }

  gapRow(from, to) {
    if (!this.sizes || from >= to) return null;
    const row = el("tr", { class: "gap" });
    row.style.height = `${this.sizes.rows[to] - this.sizes.rows[from]}px`;
    return el("tbody", { "aria-hidden": "true" }, row);
  }

  setGaps({ columns, from, to }) {
    const offsets = this.sizes.columns;
    const drawn = this.table.querySelectorAll("col");
    const set = (index, pixels) => {
      drawn[index].style.width = `${pixels}px`;
    };
    if (from > 0) set(FIRST_ACTOR, offsets[from]);
    if (to < columns.length) set(drawn.length - 1, offsets[columns.length] - offsets[to]);
  }

  /** A cell that stands in the page, or null. The head is row -1; a heading of a barrier is one cell. */
  cellAt(row, column) {
    const line = row < 0 ? this.table.tHead?.rows[0] : this.lines.get(row);
    if (!line) return null;
    if (line.classList.contains("group")) return line.cells[0];
    if (column < FIRST_ACTOR) return line.cells[column];
    const [from, to] = this.range.columns;
    const actor = column - FIRST_ACTOR;
    return actor < from || actor >= to ? null : line.cells[column - from + Number(from > 0)];
  }

  /** Bring a cell into the middle of the box, and the box into the window. */
  center(row, column) {
    const { box } = this;
    this.reveal(row, column);
    const cell = this.cellAt(row, column);
    if (!cell) return;
    const [at, around] = [cell.getBoundingClientRect(), box.getBoundingClientRect()];
    if (row >= 0) box.scrollTop += at.top + at.height / 2 - around.top - around.height / 2;
    // The first columns stay where they are, and need no scrolling.
    if (column >= FIRST_ACTOR) box.scrollLeft += at.left + at.width / 2 - around.left - around.width / 2;
    this.follow();
    box.scrollIntoView({ block: "nearest" });
  }

  /** Scroll to a cell of a large matrix and draw it; a browser finds those of a small one by itself. */
  reveal(row, column) {
    const { sizes, box } = this;
    if (!sizes) return;
    if (row >= 0) box.scrollTop = scrollFor(sizes.rows, row, box.scrollTop, box.clientHeight - sizes.head);
    if (column >= FIRST_ACTOR) {
      const room = box.clientWidth - sizes.before;
      box.scrollLeft = scrollFor(sizes.columns, column - FIRST_ACTOR, box.scrollLeft, room);
    }
    this.follow();
  }
}

function captionOf({ steps, columns }) {
  return el(
    "caption",
    { class: "unseen" },
    say("page.matrix.caption", {
      steps: say("count.step", { n: steps }),
      actors: say("count.actor", { n: columns.length }),
    }),
  );
}

// Which rows or columns stand in the part that is seen

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
