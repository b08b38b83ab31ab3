"""Blocks as Markdown."""

from barriers.words import Status
from tests.viz.render.drawn import on_paper
from viz.document import Column, Either, Gap, Heading, Item, Items, Legend, Lines, Next, Pairs, Paragraph, Styled, Table


def test_pipes_and_markup_are_escaped_in_tables() -> None:
    table = Table((Column("a|b"),), [("<b> [x](y) *z* `q`\nnext",)])

    assert on_paper(table) == "| a\\|b |\n| --- |\n| \\<b\\> \\[x\\](y) \\*z\\* \\`q\\` next |\n"


def test_a_paragraph_never_becomes_a_heading_or_a_list() -> None:
    text = on_paper(Heading("Title", 1), Paragraph("# no heading"), Gap(), Paragraph("- no list"))

    assert text == "# Title\n\n\\# no heading\n\n\\- no list\n"


def test_what_is_set_in_is_an_item_of_a_list() -> None:
    assert on_paper(Paragraph("These:"), Paragraph("one", indent=3)) == "These:\n\n- one\n"


def test_everything_is_told_in_full_and_needs_no_legend() -> None:
    table = Table((Column(Either("", "", "status"), width=1),), [(Either("?", "?", Styled("? unknown", "quiet")),)])

    assert on_paper(table, Legend(("? unknown",))) == "| status |\n| --- |\n| ? unknown |\n"


def test_what_says_nothing_on_paper_is_left_out() -> None:
    blocks = (Paragraph(Either("see above", "see above", "")), Next(("barriers audit NL",)))

    assert on_paper(Paragraph("a"), *blocks, Paragraph("b")) == "a\n\nb\n"


def test_lines_of_a_cell_stand_one_after_the_other() -> None:
    assert on_paper(Table((Column("a"),), [(Lines(("one", "two")),)])).splitlines()[-1] == "| one; two |"


def test_numbered_things_keep_their_number_with_what_is_said_beside_them() -> None:
    one = Item("One.", more=("of two",), pairs=(("source", "p. 1"),), number=1)

    assert on_paper(Items((one, Item("Two.")))) == "1. **One.**\n   - of two\n   - source: p. 1\n- Two.\n"


def test_a_status_is_its_mark_and_its_word() -> None:
    assert on_paper(Pairs(((Status.INFERRED, "no source"),))) == "- \\~ inferred: no source\n"
    assert on_paper(Items((Item("1 step", status=Status.DETECTED),))) == "- o detected 1 step\n"
    assert on_paper(Items((Item("1 step", status=Status.COVERED),))) == "- \\# covered 1 step\n"
    assert on_paper(Pairs(((Status.COVERED, "a source says so"),))) == "- \\# covered: a source says so\n"


def test_labelled_lines_of_a_cell_stand_one_after_the_other() -> None:
    pairs = Pairs((("voice", "law"), ("", "in force")), folded="more")

    assert on_paper(Table((Column("a"),), [(pairs,)])) == "| a |\n| --- |\n| voice: law; in force |\n"
