"""Six words, six marks."""

from barriers.words import Power, State, Status
from viz.marks import MARKS, MEANINGS, POWERS, STATES, STATUSES, marked


def test_every_status_has_a_mark_of_its_own_in_plain_ascii() -> None:
    assert set(STATUSES) == set(Status) == set(MARKS) == set(MEANINGS)
    assert len(set(MARKS.values())) == len(Status)
    assert all(mark.isascii() and len(mark) == 1 for mark in MARKS.values())


def test_no_mark_begins_a_formula() -> None:
    assert not {marked(status)[0] for status in Status} & set("=+-@")


def test_every_power_and_state_has_a_short_word() -> None:
    assert set(POWERS) == set(Power)
    assert set(STATES) == set(State)
    assert len(set(POWERS.values())) == len(Power)
    assert len(set(STATES.values())) == len(State)
