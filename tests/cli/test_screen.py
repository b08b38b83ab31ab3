"""What the terminal shows of text that was not meant for it."""

import pytest

from cli.screen import Column, Screen, open_screen, words
from tests.cli.running import run, shown
from viz.plain import plain


def screen(width: int = 40, *, colour: bool = False) -> Screen:
    return Screen(width, None, colour)


@pytest.mark.parametrize("text", ["[bold]x[/bold]", "[/b]", ":warning: :house:", "[link=x]y[/link]", "100% [red"])
def test_markup_and_names_of_emoji_are_text(text: str) -> None:
    page = screen()
    page.say(text)
    page.grid((Column("[b]head"), Column(share=1)), [(text, text)])

    assert page.text().count(text) == 3
    assert "[b]head" in page.text()


def test_right_to_left_and_wide_letters_keep_columns_in_line() -> None:
    page = screen()
    page.grid((Column(width=12), Column(share=1)), [("בית בטוח", "x"), ("警察", "x"), ("🏠", "x")])

    assert page.text() == "בית בטוח     x\n警察         x\n🏠           x\n"


@pytest.mark.parametrize("harmful", ["\x1b[31m", "\x07", "\x9b", "\u202e", "\u2066", "\x7f", "\r"])
def test_nothing_that_moves_the_cursor_or_turns_the_line_reaches_the_terminal(harmful: str) -> None:
    page = screen()
    page.say(f"a{harmful}b")

    assert harmful not in page.text()
    assert harmful not in plain(f"a{harmful}b")


def test_paragraphs_break_between_words() -> None:
    page = screen(20)
    page.say("one two three four five six", indent=2)

    assert page.text() == "  one two three four\n  five six\n"


def test_what_is_to_be_copied_stays_on_one_line() -> None:
    page = screen(20)
    page.unbroken("a" * 50)

    assert page.text() == "a" * 50 + "\n"


def test_colour_is_one_of_sixteen() -> None:
    page = screen(colour=True)
    page.say(words("x", "bold red"))

    assert page.text() == "\x1b[1;31mx\x1b[0m\n"


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"NO_COLOR": None}, {"TERM": "dumb", "NO_COLOR": None}])
def test_a_pipe_has_no_colour(environment: dict[str, str | None]) -> None:
    assert "\x1b" not in run("audit", "NL", **environment).stdout


def test_colour_can_be_forced_and_only_repeats_what_words_say() -> None:
    coloured = run("audit", "NL", NO_COLOR=None, FORCE_COLOR="1").stdout
    plain_text = run("audit", "NL").stdout

    assert "\x1b[33m" in coloured
    assert (
        "".join(part.partition("m")[2] if at else part for at, part in enumerate(coloured.split("\x1b["))) == plain_text
    )


def test_no_color_wins_over_forced_colour() -> None:
    assert "\x1b" not in run("audit", "NL", NO_COLOR="1", FORCE_COLOR="1").stdout


def test_a_file_has_no_colour_and_no_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("LINES", "24")
    page = open_screen(to_file=True)
    page.say("x", "bold red")

    assert page.text() == "x\n"
    assert page.height is None


@pytest.mark.parametrize(("columns", "width"), [("10", 40), ("80", 80), ("500", 160), ("nonsense", 80)])
def test_columns_is_honoured_within_reason(columns: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    assert open_screen(to_file=False).width == width


def test_lines_do_not_end_in_spaces() -> None:
    for line in shown("audit", "NL", "--all").splitlines():
        assert line == line.rstrip()


def test_an_old_code_page_gets_something_readable(monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    from cli.render import _for_stdout

    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="ascii"))

    assert _for_stdout("a · b… é") == "a - b... ?"
