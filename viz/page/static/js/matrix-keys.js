// The keyboard in the matrix: one stop for Tab, arrows from cell to cell and from cover to cover within a cell.

/** The stops in a cell: its covers or its button; the cell itself where there are none. */
export function stopsIn(cell) {
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

/** Give a grid its keyboard. After each drawing `renew()` sets the stop for Tab again. */
export function createMatrixKeys(box, grid) {
  let at = { row: -1, column: 0, stop: 0 };
  let current = null;
  let held = false;

  function setCurrent(stop) {
    current?.setAttribute("tabindex", "-1");
    current = stop;
    current?.setAttribute("tabindex", "0");
  }

  function stopAt({ row, column, stop }) {
    const cell = grid.cellAt(row, column);
    if (!cell) return null;
    const stops = stopsIn(cell);
    return stops[Math.min(stop, stops.length - 1)];
  }

  function placeOf(stop) {
    const cell = stop.closest("td, th");
    const line = cell?.parentElement;
    if (!line || !grid.table.contains(line)) return null;
    const row = Number(line.getAttribute("aria-rowindex")) - 2;
    const index = Number(cell.getAttribute("aria-colindex"));
    // A heading of a barrier is as wide as the table: the column stays the one that was left.
    return { row, column: index ? index - 1 : at.column, stop: Math.max(0, stopsIn(cell).indexOf(stop)) };
  }

  function go({ row, column, end = false }) {
    grid.reveal(row, column);
    const cell = grid.cellAt(row, column);
    if (!cell) return;
    const stops = stopsIn(cell);
    const stop = end ? stops.length - 1 : 0;
    at = { row, column, stop };
    setCurrent(stops[stop]);
    stops[stop].focus();
  }

  box.addEventListener("focusin", (event) => {
    const place = placeOf(event.target);
    if (!place) return;
    at = place;
    held = true;
    setCurrent(event.target);
  });
  box.addEventListener("focusout", (event) => {
    // An element that is drawn away has nobody whom the focus goes to; then the place is kept for the next key.
    if (event.relatedTarget) held = box.contains(event.relatedTarget);
  });
  box.addEventListener("keydown", (event) => {
    if (event.altKey || event.metaKey) return;
    const next = nextStop(event.key);
    const place = next ? null : moved(event.key, event.ctrlKey, at, sizeOf(grid));
    if (!next && !place) return;
    event.preventDefault();
    if (place) go(place);
    else next.focus();
  });

  /** The next or the last cover in the same cell. */
  function nextStop(key) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[key];
    const cell = by && grid.cellAt(at.row, at.column);
    return cell ? (stopsIn(cell)[at.stop + by] ?? null) : null;
  }

  return {
    go,
    renew() {
      const { rows } = grid;
      at.row = Math.min(at.row, rows.length - 1);
      at.column = Math.min(at.column, grid.columns.length + 1);
      const stop = stopAt(at);
      current = null;
      setCurrent(stop ?? stopAt({ row: -1, column: 0, stop: 0 }));
      const lost = held && (document.activeElement === document.body || document.activeElement === box);
      if (lost) (stop ?? box).focus({ preventScroll: true });
    },
  };
}

function sizeOf(grid) {
  return { rows: grid.rows.length, columns: grid.columns.length + 2 };
}
