"""What a command has to say, in no format yet: headings, sentences, tables, lists, pairs. Renderers draw it.

A report (`viz/reports/`) makes one document; `viz/render/` has a file for each format. Text in a document is in words
already; only a `Status` stands for itself, and is drawn as its mark and its word. What a narrow terminal has no room
for is an `Either`; everything else of a layout is the renderer's. A `role` of a block or an item is the renderer's too:
in HTML its class, nothing elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from barriers.words import Handling, Status


class Styled(NamedTuple):
    """Text with a role: `strong`, `quiet`, or a status such as `status-covered`. A role only repeats what words say."""

    text: str
    role: str


class Either(NamedTuple):
    """The same in brief for a narrow terminal and in full for a wide one; on `paper` in full, unless told otherwise."""

    brief: Any
    full: Any
    paper: Any = None


class Link(NamedTuple):
    """Words that lead to the place of that id in the same document, where a format has links; else just the words."""

    text: Any
    to: str


class Lines(NamedTuple):
    """Several lines in one cell."""

    parts: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Lines with a label before each; a label that was just said is not said again. In a table they stand in one cell.

    Where a format can fold things away, they are `folded` under these words. What is for `paper` only is left out on a
    terminal.
    """

    pairs: Sequence[tuple[Words, Cell]]
    indent: int = 0
    least: int = 0
    role: str = ""
    folded: str = ""
    paper: bool = False


Words = str | Status | Styled | Either | Link
Cell = Words | Lines | Pairs | int | None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is that of the whole. `beside` is said on the same line and is no part of the title.

    What is for `paper` only is left out on a terminal.
    """

    text: str
    level: int = 2
    beside: str = ""
    paper: bool = False


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands at the top: the name of what is shown, and beside it where, when, from what, for whose eyes.

    Where the name may be a whole sentence (`is_long`), it keeps its letters, and the rest stands below it.
    """

    name: str
    beside: tuple[Words, ...] = ()
    is_long: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences. `role` is `notice` for what nobody may overlook, `quiet` for what stands behind; `indent` in letters.

    Lines that are `whole` are never broken, so that other tools can read them. What is `spare` is left out where a
    window is too small, what is for `paper` only on every terminal.
    """

    text: Words
    role: str = ""
    indent: int = 0
    whole: bool = False
    spare: bool = False
    paper: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """A little air, which goes first where a window is too small."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header, and how its cells behave.

    `share` lets it take the room that is left over; `width` fixes it; `most` bounds it, narrow and wide; `whole` keeps
    its cells on one line; `spare` leaves it out on a narrow terminal, `paper` on every terminal.
    """

    header: Words = ""
    right: bool = False
    share: int | None = None
    width: int | None = None
    most: tuple[int, int] | None = None
    whole: bool = False
    spare: bool = False
    paper: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `name` identifies it among those of a document, `anchors` its rows, for links; none for no links.

    `title` stands over it, `title_beside` over its last column. Where a window is too small, rows are left out until
    `least` are there, which its title then says. `squeeze` tells that each `Either` is told in brief where
    the columns do not fit otherwise, with the full headers as a legend; the first column then keeps that width.
    `split` is the number of columns that are repeated where the others do not fit side by side; the last of them takes
    the room that the others leave, a third at least, and headers of the others are broken to be as narrow as their
    cells. What is for `paper` only is left out on a terminal.
    """

    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    name: str = ""
    anchors: Sequence[str] = ()
    title: Heading | None = None
    title_beside: Words = ""
    least: int | None = None
    squeeze: int | None = None
    legend: tuple[str, ...] = ()
    split: int | None = None
    gap: int = 1
    paper: bool = False
    role: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in a list: what it says, what is said beside it, who says so, its id and the place that it stands at.

    `status` is that of a step, or words with its mark; `pairs` are labelled lines; `number` is its own among findings;
    `anchor` is the place that links lead to, `handling` tells who may see it, which only records say of each. `brief`
    is what of `more` has to be said where there is little room, `country` the code of the country whose it is.
    """

    text: str
    more: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    pairs: tuple[tuple[str, Cell], ...] = ()
    id: str = ""
    place: str = ""
    status: str = ""
    number: int | None = None
    anchor: str = ""
    role: str = ""
    handling: Handling = Handling.PUBLIC
    brief: str = ""
    country: str = ""

    @property
    def is_short(self) -> bool:
        """Whether it is only a name with its id."""
        return not (self.more or self.citations or self.pairs or self.place)


@dataclass(frozen=True, slots=True)
class Items:
    """A list of things."""

    items: tuple[Item, ...]
    role: str = ""


@dataclass(frozen=True, slots=True)
class Legend:
    """Marks with their meanings, side by side, never broken between the two; for a terminal, where words are short."""

    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Next:
    """What to type next, for a terminal: commands to be copied, which are never broken.

    `whys` say what each is for, where there is room.
    """

    commands: tuple[str, ...]
    whys: tuple[str, ...] = ()


Block = Heading | Masthead | Paragraph | Gap | Table | Pairs | Items | Legend | Next


class Records(NamedTuple):
    """One flat table of everything, for spreadsheets: its header and its rows, all of the same length."""

    header: Sequence[str]
    rows: Iterable[Sequence[object]]


@dataclass(frozen=True)
class Document:
    """What a command has to say. Only what the wanted format needs is worked out.

    `blocks` are for readers, `data` for programs (lists, dicts, text and numbers), `records` for spreadsheets. A
    document that `fits` is cut to the window that it is shown in.
    """

    blocks: Callable[[], Iterable[Block]]
    data: Callable[[], Any]
    records: Callable[[], Records]
    fits: bool = False
    title: str = field(default="")
