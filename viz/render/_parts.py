"""Tables on a terminal whose columns do not all fit side by side: how wide each is, and which come below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rich.text import Text

from viz.document import Column

_WIDEST_HEADER = 14
"""Longer headers are broken."""

Row = Sequence[Text]


def longest(texts: Sequence[Text]) -> int:
    """The letters of the longest line in these texts; 0 for none."""
    return max((len(line) for text in texts for line in text.plain.split("\n")), default=0)


def side_by_side(
    columns: Sequence[Column], rows: Sequence[Row], split: int, gap: int, room: int
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
    for number, part in enumerate(parts):
        places = [*range(split), *part]
        kept = [row for row in rows if number == 0 or any(row[place].plain for place in part)]
        shown = [replace(columns[place], width=widths[place]) for place in places]
        yield shown, [[row[place] for place in places] for row in kept]


def _widths(columns: Sequence[Column], rows: Sequence[Row], split: int, gap: int, room: int) -> list[int]:
    """The last of the columns that stand in every part takes what the others leave, a third of the room at least."""
    widths = [one.width or longest([row[place] for row in rows]) for place, one in enumerate(columns)]
    for place, one in enumerate(columns[split:], start=split):
        header = str(one.header)
        in_words = max(map(len, header.split()), default=0)
        widths[place] = max(widths[place], min(_WIDEST_HEADER, max(in_words, len(header) // 2)))
    others = sum(widths) - widths[split - 1] + gap * len(widths)
    widths[split - 1] = min(widths[split - 1], max(room // 3, room - others))
    return widths
