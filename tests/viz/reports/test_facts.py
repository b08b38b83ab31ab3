"""Facts in words: the sentence of a kind, under a heading that says a part of it, and what stands beside it."""

from datetime import date

import pytest

from barriers import Coverage, Figure, Membership, Model, Statement, Weakness
from barriers.facts import Citation, Fact
from barriers.ties import Duty
from barriers.words import Form, Obligation, Power, State, Voice, WeaknessKind
from viz.reports.facts import beside, headline, period

NAMES = {"nl.police": "Police", "entry.offer": "An offer", "nl.table": "Table", "minors": "Minors"}

COVER = Coverage(actor="nl.police", step="entry.offer", power=Power.HINDER, state=State.MANDATE)
MEMBERSHIP = Membership(actor="nl.police", network="nl.table", until=date(2014, 2, 1))


@pytest.mark.parametrize(
    ("fact", "of", "said"),
    [
        (COVER, "", "Police at An offer: hinder, mandate"),
        (COVER, "nl.police", "An offer: hinder, mandate"),
        (COVER, "entry.offer", "Police: hinder, mandate"),
        (COVER, "nl.table", "Police at An offer: hinder, mandate"),
        (MEMBERSHIP, "", "Police, member of Table until February 2014"),
        (MEMBERSHIP, "nl.police", "member of Table until February 2014"),
        (MEMBERSHIP, "nl.table", "Police until February 2014"),
        (Duty(actor="nl.police", to="nl.table", duty=Obligation.NOT_OBLIGED), "", "Police need not report to Table"),
        (Weakness(says="minors", touches=("entry.offer",)), "", "minors"),
        (Weakness(says="No money", touches=(), kind=WeaknessKind.THREAT), "", "threat: No money"),
    ],
)
def test_what_the_heading_says_already_is_left_out_of_the_sentence(fact: Fact, of: str, said: str) -> None:
    """And a text that looks like an id stays the text that it is."""
    assert headline(fact, NAMES, of) == said


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "12 per cent of a whole that is not printed"),
        ({"of": 1500, "of_what": "victims"}, "12 per cent of 1,500 victims"),
        ({"of_what": "victims"}, "12 per cent of victims, whose number is not printed"),
        (
            {"citations": (Citation(source="poll", at="p. 1", voice=Voice.SURVEY, respondents=14),)},
            "12 per cent of 14 respondents",
        ),
    ],
)
def test_a_share_never_stands_without_its_whole(more: dict[str, object], said: str) -> None:
    figure = Figure(counts="who stayed", number=12, unit="%", topic="victims", **more)  # type: ignore[arg-type]

    assert headline(figure, NAMES) == f"who stayed: {said}"


def test_what_narrows_a_cover_stands_before_what_is_not_said_of_practice() -> None:
    narrow = Coverage(
        actor="nl.police",
        step="entry.offer",
        power=Power.HINDER,
        state=State.MANDATE,
        groups=frozenset({"minors"}),
        forms=frozenset({Form.SEXUAL, Form.LABOUR}),
        measured=True,
    )

    assert tuple(beside(narrow, Model(), NAMES)) == (
        "only for Minors",
        "only labour and sexual exploitation",
        "its effect was measured",
        "may act; nothing is said of practice",
    )


def test_an_end_that_the_sentence_tells_is_not_told_again() -> None:
    day = date(2014, 1, 31)
    said = Statement(says="Nobody.", topic="who", claim="nobody", until=date(2014, 2, 1))

    assert period(MEMBERSHIP, Model(), day) == ""
    assert period(said, Model(), day) == "until 1 February 2014"
    assert period(said, Model(), date(2015, 1, 1)) == "until 1 February 2014, ended before 1 January 2015"
