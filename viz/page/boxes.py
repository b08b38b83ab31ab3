"""Labels in boxes: how wide a text is, where its lines break, how much room its box takes.

Python cannot ask the reader's browser, so widths are those of a wide system font (DejaVu Sans); in any other the
text is narrower and the box has room to spare.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

FONT = 13
"""The size of all labels in the picture, in pixels at scale 1."""

LINE = 16
"""The height of a line of text, in pixels."""

PADDING = 5
"""Between the text and the border of its box, in pixels."""

MOST_LINES = 3
"""A longer label is cut and ends in three dots; its whole text stands in the panel and in the table of facts."""

_EM = {
    **dict.fromkeys("ijlI'|", 0.29),
    **dict.fromkeys(' .,:;!()[]-/\\frt"·', 0.40),
    **dict.fromkeys("ckszvxyJ?", 0.59),
    **dict.fromkeys("abdeghnopquFLSEPTY0123456789", 0.64),
    **dict.fromkeys("ABCKRVXZ", 0.71),
    **dict.fromkeys("DGHNOQUw#~+=<>_", 0.84),
    **dict.fromkeys("mMW@%&…—", 1.0),
}
_WIDE, _UNKNOWN = 1.3, 0.85


class Box(NamedTuple):
    """A rectangle around its centre."""

    x: float
    y: float
    w: float
    h: float

    def meets(self, other: Box, gap: float = 0) -> bool:
        """Whether the two come closer than `gap`."""
        return (
            abs(self.x - other.x) * 2 < self.w + other.w + 2 * gap
            and abs(self.y - other.y) * 2 < self.h + other.h + 2 * gap
        )


def text_width(text: str) -> float:
    """How many pixels a line of text takes at most."""
    return FONT * sum(map(_em, text))


def _em(sign: str) -> float:
    known = _EM.get(sign)
    if known is not None:
        return known
    if unicodedata.category(sign) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    plain = unicodedata.normalize("NFD", sign)[0]
    if plain in _EM:
        return _EM[plain]
    return _WIDE if unicodedata.east_asian_width(sign) in "WF" else _UNKNOWN


def wrapped(text: str, width: float, most: int = MOST_LINES) -> tuple[str, ...]:
    """The text in lines of at most this width; what does not fit into `most` lines is cut and dotted.

    A word wider than a line is broken. White space of any kind counts as one space.
    """
    # No line holds more signs than pixels, so a longer text need not be looked through.
    seen = text[: int(width) * most]
    lines = filled((part for word in seen.split() for part in _parts(word, width)), width)
    if len(lines) <= most and len(seen) == len(text):
        return lines
    last = lines[:most][-1]
    while last and text_width(f"{last}…") > width:
        last = last[:-1].rstrip()
    return (*lines[: most - 1], f"{last}…")


def filled(words: Iterable[str], width: float) -> tuple[str, ...]:
    """Lines of as many words as fit, at least one word to a line; one empty line for no words."""
    lines: list[str] = []
    for word in words:
        if lines and text_width(f"{lines[-1]} {word}") <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return tuple(lines) or ("",)


def _parts(word: str, width: float) -> list[str]:
    """A word as it is, or cut into pieces that fit."""
    # A little more than the width: better a word that touches its border than one that is torn.
    if text_width(word) <= width + PADDING:
        return [word]
    parts = [""]
    for sign in word:
        if text_width(parts[-1] + sign) > width:
            parts.append("")
        parts[-1] += sign
    return parts


def size_of(lines: Iterable[str]) -> tuple[int, int]:
    """Width and height of the box around these lines."""
    listed = list(lines)
    widest = max(map(text_width, listed), default=0)
    return int(widest) + 1 + 2 * PADDING, len(listed) * LINE + 2 * PADDING


def in_a_row(wanted: list[float], widths: list[float], left: float, right: float, gap: float) -> list[float]:
    """Centres for boxes side by side in this order, each as near to where it is wanted as the others allow.

    If they do not fit between `left` and `right` they stick out on the right.
    """
    starts = [0.0]
    for width in widths:
        starts.append(starts[-1] + width + gap)
    room = max(0.0, right - left - (starts[-1] - gap))
    # Without the widths before it, each box wants a number, and the numbers must not fall (pool adjacent violators).
    pools: list[list[float]] = []
    for want, width, start in zip(wanted, widths, starts[:-1], strict=True):
        pools.append([want - width / 2 - start - left, 1])
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            mean, number = pools.pop()
            before, many = pools[-1]
            pools[-1] = [(before * many + mean * number) / (many + number), many + number]
    shifts = [min(max(mean, 0.0), room) for mean, number in pools for _ in range(int(number))]
    return [left + start + shift + width / 2 for start, shift, width in zip(starts[:-1], shifts, widths, strict=True)]
