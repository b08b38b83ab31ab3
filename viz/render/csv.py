"""For spreadsheets: the records of a document as comma-separated values."""

from __future__ import annotations

import csv
import io

from viz.document import Document, Records
from viz.render import Window

# What a spreadsheet takes for the beginning of a formula, the wide forms of Japanese keyboards included.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def render(document: Document, _: Window) -> bytes:
    """The document's records."""
    return csv_text(document.records()).encode()


def csv_text(records: Records) -> str:
    """The records as CSV; a cell that a spreadsheet would run as a formula begins with an apostrophe instead."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(records.header)
    for row in records.rows:
        writer.writerow([_harmless(cell) for cell in row])
    return out.getvalue()


def _harmless(cell: str | int | None) -> str | int | None:
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip(" ").startswith(FORMULA) else cell
