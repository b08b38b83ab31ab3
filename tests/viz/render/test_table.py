"""What the terminal shows, also of text that was not meant for it."""

import pytest

from barriers.words import Status
from tests.viz.render.drawn import on_terminal
from viz.document import (
    Column,
    Either,
    Heading,
    Item,
    Items,
    Legend,
    Lines,
    Link,
    Next,
    Pairs,
    Paragraph,
    Styled,
    Table,
)
from viz.plain import plain


@pytest.mark.parametrize("text", ["[bold]x[/bold]", "[/b]", ":warning: :house:", "[link=x]y[/link]", "100% [red"])
def test_markup_and_names_of_emoji_are_text(text: str) -> None:
    shown = on_terminal(Paragraph(text), Table((Column("[b]head"), Column(share=1)), [(text, text)]))

    assert shown.count(text) == 3
    assert "[b]head" in shown


def test_right_to_left_and_wide_letters_keep_columns_in_line() -> None:
    table = Table((Column(width=12), Column(share=1)), [("בית בטוח", "x"), ("警察", "x"), ("🏠", "x")])

    assert on_terminal(table) == "בית בטוח     x\n警察         x\n🏠           x\n"


@pytest.mark.parametrize("harmful", ["\x1b[31m", "\x07", "\x9b", "\u202e", "\u2066", "\x7f", "\r"])
def test_nothing_that_moves_the_cursor_or_turns_the_line_reaches_the_terminal(harmful: str) -> None:
    assert harmful not in on_terminal(Paragraph(f"a{harmful}b"), Paragraph(f"a{harmful}b", whole=True))
    assert harmful not in plain(f"a{harmful}b")


def test_paragraphs_break_between_words() -> None:
    assert on_terminal(Paragraph("one two three four five six", indent=2), width=20) == (
        "  one two three four\n  five six\n"
    )


def test_whole_lines_and_what_is_to_be_copied_are_never_broken() -> None:
    line = "a b " * 12 + "c"

    assert on_terminal(Paragraph(f"{line}\n{line}", whole=True), width=20) == f"{line}\n{line}\n"
    assert on_terminal(Next((line,)), width=20) == f"Next: {line}\n"


def test_several_things_to_copy_stand_on_one_line_where_they_fit() -> None:
    following = Next(("one", "two"))

    assert on_terminal(following, width=15) == "Next: one · two\n"
    assert on_terminal(following, width=14) == "Next: one\n      two\n"


def test_what_is_for_paper_is_left_out() -> None:
    table = Table((Column("a"), Column("b", paper=True)), [("1", "2")])

    assert on_terminal(Heading("Title", 1, paper=True), Paragraph("x", paper=True), table) == "a\n1\n"


def test_colour_is_one_of_sixteen() -> None:
    assert on_terminal(Paragraph(Styled("x", "status-uncovered")), colour=True) == "\x1b[1;31mx\x1b[0m\n"


def test_a_label_that_was_just_said_is_not_said_again() -> None:
    assert on_terminal(Pairs((("source", "a"), ("source", "b"), ("id", "c")))) == "source  a\n        b\nid      c\n"


def test_marks_stay_with_their_meanings() -> None:
    assert on_terminal(Legend(("a one", "b two", "c three")), width=13) == "a one  b two\nc three\n"


def test_things_with_nothing_but_a_name_are_a_table_with_their_ids() -> None:
    items = Items((Item("One", id="x.one"), Item("Another", id="x.two")))

    assert on_terminal(items) == "   One      x.one\n   Another  x.two\n"


# Tables that are too wide

STATUS = Column("NL", whole=True)


def squeezed(width: int) -> str:
    rows = [("Somewhere far away", Either("?", "? unknown"))]
    return on_terminal(Table((Column(), STATUS), rows, squeeze=10, legend=("? unknown",), gap=2), width=width)


def test_cells_are_told_in_brief_where_the_first_column_would_be_too_narrow() -> None:
    # 10 for the first column, 2 between them, 9 for "? unknown".
    assert "? unknown" in squeezed(21).splitlines()[1]
    assert squeezed(20) == "                  NL\nSomewhere far     ?\naway\n? unknown\n"


def split(width: int) -> str:
    columns = (Column(width=1), Column("step"), Column("Border Police"), Column("Police"))
    rows = [("?", "Hotel", Lines(("D work", "H may")), ""), ("o", "Airport", "D work", "S part")]
    return on_terminal(Table(columns, rows, split=2, gap=2), width=width)


def test_columns_stand_side_by_side_where_they_fit() -> None:
    # 1 + 2 + 7 + 2 + 6 + 2 + 6 letters; the header of two words is broken.
    assert split(26) == (
        "            Border\n"
        "   step     Police  Police\n"
        "?  Hotel    D work\n"
        "            H may\n"
        "o  Airport  D work  S part\n"
    )


def test_columns_that_do_not_fit_come_below_with_the_rows_that_have_something_there() -> None:
    # The names keep a third of 18 at least, so there is room for 18 - 3 - 8 = 7 more.
    assert split(18) == (
        "           Border\n"
        "   step    Police\n"
        "?  Hotel   D work\n"
        "           H may\n"
        "o  Airpor  D work\n"
        "   t\n"
        "\n"
        "   step    Police\n"
        "o  Airpor  S part\n"
        "   t\n"
    )


def test_a_status_is_its_mark_and_its_word_in_its_colour() -> None:
    table = Table((Column(),), [(Link(Status.COVERED, "step"),)])

    assert on_terminal(table) == "# covered\n"
    assert on_terminal(table, colour=True) == "\x1b[32m# covered\x1b[0m\n"
    assert on_terminal(Items((Item("1 step", status=Status.DETECTED, id="x"),))) == "   o detected  1 step  x\n"


def test_labelled_lines_of_a_cell_stand_below_one_another() -> None:
    pairs = Pairs((("voice", "law"), ("", "in force")), folded="more")

    assert on_terminal(Table((Column(), Column()), [("a", pairs)])) == "a voice: law\n  in force\n"
