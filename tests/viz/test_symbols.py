"""The symbols and short words that stand for statuses, powers and states."""

from barriers.words import Power, State, Status
from viz.symbols import BORDERS, POWERS, STATUSES, SYMBOLS, state_in_short, status_meaning, with_symbol


def test_every_status_has_a_place_a_symbol_and_a_meaning_of_its_own() -> None:
    assert set(STATUSES) == set(Status) == set(SYMBOLS)
    assert len(set(SYMBOLS.values())) == len(Status)
    assert len({status_meaning(status) for status in Status}) == len(Status)


def test_every_status_has_a_border_of_its_own_also_in_grey() -> None:
    assert set(BORDERS) == set(Status)
    assert len(set(BORDERS.values())) == len(Status)


def test_a_border_is_named_as_style_sheets_do() -> None:
    assert BORDERS[Status.COVERED].style == "solid"
    assert BORDERS[Status.LIMITED].style == "dashed"
    assert BORDERS[Status.DETECTED].style == "dotted"


def test_every_power_has_a_letter_and_every_state_a_short_word_of_its_own() -> None:
    assert set(POWERS) == set(Power)
    assert len(set(POWERS.values())) == len(Power)
    assert len({state_in_short(state) for state in State}) == len(State)


def test_symbols_are_plain_signs_that_any_terminal_and_any_printer_knows() -> None:
    assert all(sign.isascii() and len(sign) == 1 for sign in SYMBOLS.values())


def test_a_status_is_told_as_symbol_and_word() -> None:
    assert with_symbol(Status.UNKNOWN) == "? unknown"
    assert with_symbol(Status.COVERED) == "# covered"
