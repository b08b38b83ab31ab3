"""For spreadsheets: the records of a document as comma-separated values."""

from __future__ import annotations

import csv
import io

from viz.document import Document
from viz.render import Window

# What a spreadsheet takes for the beginning of a formula, the wide forms of Japanese keyboards included.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def render(document: Document, _: Window) -> bytes:
    """The document's records, the parts of a list in one cell.

    A cell that a spreadsheet would run as a formula begins with an apostrophe instead.
    """
    out = io.StringIO()
    header, rows = document.records()
    csv.writer(out, lineterminator="\n").writerows([header, *(map(_harmless, row) for row in rows)])
    return out.getvalue().encode()


def _harmless(cell: object) -> object:
    if isinstance(cell, int | None):
        return cell
    shown = "; ".join(cell) if isinstance(cell, list | tuple) else str(cell)
    return f"'{shown}" if shown.lstrip(" ").startswith(FORMULA) else shown
