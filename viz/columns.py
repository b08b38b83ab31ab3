"""Tables whose columns do not all fit side by side on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rich.text import Text

from barriers.messages import text
from viz.document import Column


def longest(texts: Sequence[Text]) -> int:
    """The letters of the longest line in these texts; 0 for none."""
    return max((len(line) for text in texts for line in text.plain.split("\n")), default=0)


def side_by_side(
    columns: Sequence[Column], rows: Sequence[Sequence[Text]], split: int, gap: int, room: int
) -> Iterator[tuple[list[Column], list[list[Text]]]]:
    """The columns in as many parts as the room asks for, each with its rows; the first `split` stand in every part.

    Headers are plain text. Every row stands in the first part; further parts have only those with something in them.
    """
    widths = _widths(columns, rows, split, gap, room)
    beside = room - sum(widths[:split]) - gap * (split - 1)
    parts: list[list[int]] = [[]]
    left = beside
    for place in range(split, len(columns)):
        if parts[-1] and left < widths[place] + gap:
            parts.append([])
            left = beside
        parts[-1].append(place)
        left -= widths[place] + gap
    if len(parts) > 1:
        widths[split] = max(widths[split], len(text("table.below")))
    for number, part in enumerate(parts):
        places = [*range(split), *part]
        shown = [replace(columns[place], width=widths[place]) for place in places]
        told = []
        for row in rows:
            cells = [row[place] for place in places]
            if any(row[place].plain for place in part):
                told.append(cells)
            elif number == 0:
                # An empty row is one of which nothing is known: what stands further below is said here.
                below = any(row[place].plain for place in range(split, len(columns)))
                told.append([*cells[:split], Text(text("table.below")), *cells[split + 1 :]] if below else cells)
        yield shown, told


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[Text]], split: int, gap: int, room: int) -> list[int]:
    """The last of the columns that stand in every part takes what the others leave, a third of the room at least.

    A header of the others takes two lines at most, however long a name is.
    """
    widths = [one.width or longest([row[place] for row in rows]) for place, one in enumerate(columns)]
    for place, one in enumerate(columns[split:], start=split):
        widths[place] = max(widths[place], _on_two_lines(str(one.header)))
    others = sum(widths) - widths[split - 1] + gap * len(widths)
    widths[split - 1] = min(widths[split - 1], max(room // 3, room - others))
    return widths


def _on_two_lines(header: str) -> int:
    """How wide the narrowest column is in which these words take two lines at most."""
    parts = header.split()
    return min((max(len(" ".join(parts[:at])), len(" ".join(parts[at:]))) for at in range(len(parts))), default=0)
