"""Which of two statements is narrower: a partial order over groups, forms and days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from barriers.coverage import ALWAYS, Scope
from barriers.words import Form

GROUPS = ("boys", "girls", "adults")
SCOPES = st.builds(
    Scope,
    st.frozensets(st.sampled_from(GROUPS)),
    st.frozensets(st.sampled_from(Form)),
    st.integers(1, 4).map(lambda day: date(2014, 1, day)),
    st.integers(4, 7).map(lambda day: ALWAYS if day == 7 else date(2014, 1, day)),
)
DAY = date(2014, 1, 31)


def scope(groups: str = "", forms: str = "", begins: date = DAY, ends: date = ALWAYS) -> Scope:
    return Scope(frozenset(groups.split()), frozenset(map(Form, forms.split())), begins, ends)


# Within and narrower


@given(SCOPES)
def test_a_scope_is_within_itself_and_not_narrower(one: Scope) -> None:
    assert one.is_within(one)
    assert not one.is_narrower_than(one)


@given(SCOPES, SCOPES)
def test_two_scopes_within_each_other_are_the_same(one: Scope, other: Scope) -> None:
    assert (one.is_within(other) and other.is_within(one)) == (one == other)


@given(SCOPES, SCOPES, SCOPES)
def test_within_is_handed_on(one: Scope, middle: Scope, other: Scope) -> None:
    assert not (one.is_within(middle) and middle.is_within(other)) or one.is_within(other)


@given(SCOPES, SCOPES)
def test_of_two_scopes_at_most_one_is_narrower(one: Scope, other: Scope) -> None:
    assert not (one.is_narrower_than(other) and other.is_narrower_than(one))


@given(SCOPES, SCOPES)
def test_narrower_is_within_and_different(one: Scope, other: Scope) -> None:
    assert one.is_narrower_than(other) == (one.is_within(other) and one != other)


@given(SCOPES, SCOPES, st.sampled_from(GROUPS), st.sampled_from(Form), st.integers(0, 9))
def test_what_the_inner_scope_speaks_of_the_outer_one_speaks_of_too(
    one: Scope, other: Scope, group: str, form: Form, days: int
) -> None:
    day = date(2014, 1, 1) + timedelta(days)
    if one.is_within(other):
        assert not one.concerns(group, form) or other.concerns(group, form)
        assert not one.is_valid(day) or other.is_valid(day)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (scope("girls"), scope("girls boys"), True),
        (scope("girls"), scope(), True),
        (scope(), scope("girls"), False),
        # Nobody but these three is known, and yet everybody is more than them.
        (scope(), scope("boys girls adults"), False),
        (scope("girls"), scope("boys"), False),
        (scope(forms="sexual"), scope(), True),
        (scope(), scope(forms="sexual labour"), False),
        (scope("girls"), scope(forms="sexual"), False),
        (scope("girls", "sexual"), scope("girls"), True),
        (scope(ends=date(2014, 12, 31)), scope(), True),
        (scope(), scope(ends=date(2014, 12, 31)), False),
        (scope(begins=date(2014, 2, 1)), scope(), True),
        (scope(begins=date(2013, 2, 1)), scope(), False),
        (scope("girls"), scope("girls"), False),
    ],
)
def test_narrower_by_hand(one: Scope, other: Scope, expected: bool) -> None:
    assert one.is_narrower_than(other) is expected


# Groups, forms, days


@pytest.mark.parametrize(
    ("groups", "forms", "expected"),
    [("", "", True), ("girls", "", True), ("boys", "", False), ("", "labour", False), ("girls boys", "sexual", True)],
)
def test_an_empty_set_speaks_of_everybody(groups: str, forms: str, expected: bool) -> None:
    assert scope(groups, forms).concerns("girls", Form.SEXUAL) is expected


def test_first_and_last_day_belong_to_it() -> None:
    year = scope(begins=date(2014, 1, 1), ends=date(2014, 12, 31))

    assert [
        year.is_valid(day) for day in (date(2013, 12, 31), date(2014, 1, 1), date(2014, 12, 31), date(2015, 1, 1))
    ] == [
        False,
        True,
        True,
        False,
    ]
