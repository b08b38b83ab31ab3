"""A day as somebody types it."""

from datetime import date

import pytest

from barriers.days import NoDate, day_named


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2014-01-31", date(2014, 1, 31)),
        ("31-12-2025", date(2025, 12, 31)),
        ("1.2.2025", date(2025, 2, 1)),
        ("2025-12", date(2025, 12, 31)),
        ("2016-02", date(2016, 2, 29)),
        (" 2025 ", date(2025, 12, 31)),
    ],
)
def test_a_month_or_a_year_stands_for_its_last_day(words: str, day: date) -> None:
    assert day_named(words) == day


@pytest.mark.parametrize("words", ["2014-02-30", "2014-13", "31-02-2014", "2014-01-00", "0000"])
def test_a_day_that_does_not_exist_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"month|day|year") as caught:
        day_named(words)

    assert not isinstance(caught.value, NoDate)


@pytest.mark.parametrize("words", ["soon", "", "01/02/2014", "14-01-31", "January 2014", "2014-01-31T00:00"])
def test_what_is_written_otherwise_is_no_date(words: str) -> None:
    with pytest.raises(NoDate):
        day_named(words)
