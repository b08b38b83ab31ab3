// The keyboard in the matrix: one stop for Tab, arrows from cell to cell and from cover to cover within a cell.

import { FIRST_ACTOR } from "./draw.js";

/** The stops in a cell: its covers or its button; the cell itself where there are none. */
function stopsIn(cell) {
  const buttons = [...cell.querySelectorAll("button")];
  return buttons.length ? buttons : [cell];
}

/**
 * Where a key leads: `{row, column, end}`, `end` telling whether the last stop of that cell is meant; null for a key
 * that leads nowhere. `size` is `{rows, columns}`, all columns counted; the head is row -1.
 */
export function moved(key, ctrl, { row, column }, size) {
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  const page = 10;
  const to = {
    ArrowUp: () => ({ row: Math.max(-1, row - 1), column, end: true }),
    ArrowDown: () => ({ row: Math.min(lastRow, row + 1), column }),
    ArrowLeft: () => ({ row, column: Math.max(0, column - 1) }),
    ArrowRight: () => ({ row, column: Math.min(lastColumn, column + 1) }),
    Home: () => ({ row: ctrl ? -1 : row, column: 0 }),
    End: () => ({ row: ctrl ? lastRow : row, column: lastColumn }),
    PageUp: () => ({ row: Math.max(-1, row - page), column }),
    PageDown: () => ({ row: Math.min(lastRow, row + page), column }),
  }[key];
  return to ? to() : null;
}

/** The keyboard of a grid. After each drawing `renew()` sets the stop for Tab again. */
export class MatrixKeys {
  constructor(box, grid) {
    Object.assign(this, { box, grid, at: { row: -1, column: 0, stop: 0 }, current: null, held: false, goes: false });
    box.addEventListener("focusin", ({ target }) => this.arrive(target));
    box.addEventListener("focusout", ({ relatedTarget }) => {
      // An element that is drawn away has nobody whom the focus goes to; then the place is kept for the next key.
      if (relatedTarget) this.held = box.contains(relatedTarget);
    });
    box.addEventListener("keydown", (event) => this.hear(event));
  }

  arrive(stop) {
    const cell = stop.closest("td, th");
    const line = cell?.parentElement;
    if (!line || !this.grid.table.contains(line)) return;
    const row = Number(line.getAttribute("aria-rowindex")) - 2;
    const index = Number(cell.getAttribute("aria-colindex"));
    // A heading of a barrier is as wide as the table: the column stays the one that was left.
    const column = index ? index - 1 : this.at.column;
    this.at = { row, column, stop: Math.max(0, stopsIn(cell).indexOf(stop)) };
    this.held = true;
    this.setCurrent(stop);
  }

  hear(event) {
    if (event.altKey || event.metaKey) return;
    const { rows, columns } = this.grid;
    const size = { rows: rows.length, columns: columns.length + FIRST_ACTOR };
    const next = this.nextStop(event.key);
    const place = next ? null : moved(event.key, event.ctrlKey, this.at, size);
    if (!next && !place) return;
    event.preventDefault();
    if (place) this.go(place);
    else next.focus();
  }

  /** The next or the last cover in the same cell. */
  nextStop(key) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[key];
    const cell = by && this.grid.cellAt(this.at.row, this.at.column);
    return cell ? (stopsIn(cell)[this.at.stop + by] ?? null) : null;
  }

  go({ row, column, end = false }) {
    this.goes = true;
    this.grid.reveal(row, column);
    this.goes = false;
    const cell = this.grid.cellAt(row, column);
    if (!cell) return;
    const stops = stopsIn(cell);
    const stop = end ? stops.length - 1 : 0;
    this.at = { row, column, stop };
    this.setCurrent(stops[stop]);
    stops[stop].focus();
  }

  setCurrent(stop) {
    this.current?.setAttribute("tabindex", "-1");
    this.current = stop;
    stop?.setAttribute("tabindex", "0");
  }

  stopAt({ row, column, stop }) {
    const cell = this.grid.cellAt(row, column);
    const stops = cell ? stopsIn(cell) : [];
    return stops[Math.min(stop, stops.length - 1)] ?? null;
  }

  renew() {
    const { at, grid, box } = this;
    at.row = Math.min(at.row, grid.rows.length - 1);
    at.column = Math.min(at.column, grid.columns.length + FIRST_ACTOR - 1);
    const stop = this.stopAt(at);
    this.current = null;
    this.setCurrent(stop ?? this.stopAt({ row: -1, column: 0, stop: 0 }));
    const lost = document.activeElement === document.body || document.activeElement === box;
    if (this.held && !this.goes && lost) (stop ?? box).focus({ preventScroll: true });
  }
}
