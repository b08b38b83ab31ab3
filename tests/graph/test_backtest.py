"""The findings against the gaps that experts named, on a model of four steps counted by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from barriers import Ceiling, Citation, Country, Coverage, Model, Selection, Source, Weakness
from barriers.actors import Actor
from barriers.coverage import Practice
from barriers.script import Barrier, Group, Script, Step
from barriers.words import ActorKind, Bound, Certainty, Form, Power, PracticeKind, SourceKind, State
from graph.backtest import backtest, without_passages

DAY = date(2014, 1, 31)


def cited(first: int, last: int) -> tuple[Citation, ...]:
    return (Citation("report", f"p. {first}", (first, last), "words that stand"),)


def step(name: str) -> Step:
    return Step(
        id=name,
        barrier="entry",
        name=name.title(),
        forms=frozenset([Form.SEXUAL]),
        powers=frozenset([Power.HINDER]),
        groups=frozenset(["minors"]),
        ours=True,
    )


def town() -> Model:
    """One is held in part, says a report on lines 10 and 30; nobody holds two, it says on line 50."""
    script = Script(
        id="town",
        name="Town",
        barriers=(Barrier("entry", "Entry", 1),),
        steps=tuple(step(name) for name in ("one", "two", "three", "four")),
        groups=(Group("minors", "Minors"),),
        powers=frozenset(Power),
    )
    return Model(
        countries=(Country("NL", "Town", DAY, "report", "minors"),),
        scripts=(script,),
        sources=(Source("report", "Report", SourceKind.REPORT, "minors", date=DAY, edition="text"),),
        actors=(Actor("nl.police", "Police", ActorKind.POLICE),),
        ceilings=(
            Ceiling(country="NL", step="one", bound=Bound.PARTIAL, says="too little", citations=cited(10, 12)),
            Ceiling(country="NL", step="one", bound=Bound.PARTIAL, says="not enough", citations=cited(30, 31)),
            Ceiling(country="NL", step="two", bound=Bound.ABSENT, says="nobody", citations=cited(50, 51)),
        ),
        coverage=(
            Coverage(
                country="NL",
                actor="nl.police",
                step="three",
                power=Power.HINDER,
                state=State.ACTIVE,
                citations=cited(70, 71),
            ),
        ),
        weaknesses=(
            Weakness(country="NL", says="One is held too little.", touches=("one",), citations=cited(12, 13)),
            Weakness(country="NL", says="Nobody holds two.", touches=("two",), citations=cited(50, 50)),
            Weakness(country="NL", says="Nobody knows anybody.", touches=("nl.police",), citations=cited(90, 90)),
        ),
    )


def test_a_gap_is_found_by_another_passage_and_not_by_its_own() -> None:
    """One still has line 30; two had only the passage that the expert told it from."""
    result = backtest(town(), "NL", "town")

    assert len(result.tried) == 2
    assert result.elsewhere == 1
    assert result.found(Certainty.CERTAIN) == 1
    assert [tried.certain for tried in result.tried if tried.gap.says == "One is held too little."] == [
        frozenset(["one"])
    ]
    assert result.found(Certainty.POSSIBLE) == 2


def test_the_base_rate_is_that_of_all_steps() -> None:
    """Two of four steps are named; with all passages left out, one is still pointed at for certain."""
    result = backtest(town(), "NL", "town")

    assert (len(result.named), result.steps) == (2, 4)
    assert result.pointed_at(Certainty.CERTAIN) == {"one"}


def test_without_gaps_nothing_is_tried() -> None:
    """No expert, no test: every count is 0 of 0."""
    result = backtest(replace(town(), weaknesses=()), "NL", "town")

    assert (result.tried, result.elsewhere, result.named) == ((), 0, frozenset())


def test_only_facts_of_the_same_passage_are_left_out() -> None:
    """Lines 10 to 12 overlap lines 12 to 13; line 30 does not."""
    model = town()

    left = without_passages(model, [weakness for weakness in model.weaknesses if weakness.touches == ("one",)])

    assert {ceiling.says for ceiling in left.ceilings} == {"not enough", "nobody"}
    assert left.coverage == model.coverage


def test_a_gap_that_is_named_later_is_not_tried() -> None:
    """What an expert said after the day that is looked at could not be found on it."""
    model = town()
    later = tuple(replace(weakness, since=date(2020, 1, 1)) for weakness in model.weaknesses)

    assert backtest(replace(model, weaknesses=later), "NL", "town").tried == ()


def advised(*days: date) -> Model:
    """The town with a recommendation of the council on step one from each of these days on, and one of a visitor."""
    given = [("the council of 2014", day, ("NL",)) for day in days]
    given += [("a visitor", DAY, ("NL",)), ("the council of 2014", DAY, ("DK",))]
    return replace(
        town(),
        practices=tuple(
            Practice(
                says="Hold one better.",
                kind=PracticeKind.RECOMMENDATION,
                giver=giver,
                receivers=receivers,
                answers=("one",),
                since=since,
                citations=cited(90 + number, 90 + number),
            )
            for number, (giver, since, receivers) in enumerate(given)
        ),
    )


def test_a_recommendation_counts_from_its_own_day_on() -> None:
    """One of two is made by then; the word is looked for in whatever case, in the names of those who recommend."""
    model = advised(DAY, date(2020, 1, 1))

    early = backtest(model, "NL", "town", by="Council")
    late = backtest(model, "NL", "town", Selection(as_of=date(2020, 1, 1)), by="Council")

    assert (early.by, len(early.tried), early.found(Certainty.CERTAIN)) == ("Council", 1, 1)
    assert (len(late.tried), late.found(Certainty.CERTAIN)) == (2, 2)


def test_the_days_on_which_more_is_recommended_later_are_told_in_their_order() -> None:
    """What is meant for another country, or comes from somebody else, is none of them."""
    days = (date(2023, 12, 31), date(2020, 1, 1))
    result = backtest(advised(*days), "NL", "town", by="council")

    assert (result.tried, result.elsewhere) == ((), 0)
    assert result.later == tuple(sorted(days))
    assert backtest(advised(*days), "NL", "town", Selection(as_of=max(days)), by="council").later == ()


def test_the_days_of_weaknesses_that_are_named_later_are_told_as_well() -> None:
    """Three weaknesses, one of which a source names in 2020 only."""
    first, *others = town().weaknesses
    later = replace(first, since=date(2020, 1, 1))

    assert backtest(replace(town(), weaknesses=(later, *others)), "NL", "town").later == (date(2020, 1, 1),)
