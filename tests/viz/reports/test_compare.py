"""Countries side by side."""

from datetime import date
from functools import cache

from barriers import Model, Selection
from barriers.words import Basis, Form, Handling, Status
from graph import audit_graph, build_graph
from loaders import load_model
from tests.cli.running import THREE
from tests.viz.render.drawn import as_json
from viz.reports.compare import compare_data
from viz.reports.comparison import (
    Comparison,
    Receiver,
    ahead_sentence,
    compare,
    offers_sentence,
    standing,
    steps_sentence,
    tally,
)


@cache
def model() -> Model:
    return load_model(THREE).model


def compared(
    *codes: str,
    script: str = "five-barriers",
    only_different: bool = False,
    as_of: date | None = None,
    form: Form | None = None,
    basis: Basis | None = None,
) -> Comparison:
    selection = Selection(as_of=as_of, form=form, basis=basis)
    graphs = [build_graph(model(), code, script, selection) for code in codes or ("NL", "RO", "DK")]
    return compare(model(), [(graph, audit_graph(graph, "")) for graph in graphs], only_different=only_different)


def receiver(code: str, comparison: Comparison | None = None) -> Receiver:
    return next(one for one in (comparison or compared()).receivers if one.code == code)


def says(found: Receiver) -> list[str]:
    return [offer.practice.says.split()[0] for offer in found.offers]


# Side by side


def test_every_step_stands_there_with_the_status_of_each_country_in_the_order_asked_for() -> None:
    comparison = compared("DK", "NL")
    statuses = {step.id: tuple(cell.status for cell in step.cells) for step in comparison.steps}

    assert comparison.codes == ("DK", "NL")
    assert len(statuses) == 9
    assert statuses["accommodation.hotel"] == (Status.UNCOVERED, Status.UNKNOWN)
    assert statuses["finance.laundering"] == (Status.COVERED, Status.UNKNOWN)


def test_the_statuses_are_those_of_the_audit() -> None:
    for code in ("NL", "RO", "DK"):
        graph = build_graph(model(), code, "five-barriers", Selection())

        assert [step.cell(code).status for step in compared().steps] == [
            step.status for step in audit_graph(graph, "").steps
        ]


def test_a_deed_is_what_a_source_says_that_an_actor_does_or_may() -> None:
    steps = {step.id: step for step in compared().steps}

    assert [deed.words for deed in steps["identity.forged-passport"].cell("NL").deeds] == [
        "National Police detects in part (not confirmed)"
    ]
    # Planned, ended and inferred cover is nothing that another country could take.
    assert steps["entry.unaccompanied-minor-by-air"].cell("RO").deeds == ()
    assert steps["employment.escort"].cell("RO").deeds == ()
    assert [deed.actor for deed in steps["employment.escort"].cell("NL").deeds] == ["nl.police"]


def test_only_different_steps_are_shown_where_that_is_asked_and_nothing_else_changes() -> None:
    whole, part = compared(), compared(only_different=True)
    shown = [step for barrier in part.shown for step in barrier.steps]

    assert len(shown) == whole.different < len(whole.steps)
    assert all(step.differs for step in shown)
    assert (part.steps, part.receivers) == (whole.steps, whole.receivers)


def test_the_same_country_twice_never_differs() -> None:
    comparison = compared("NL", "NL")

    assert comparison.different == 0
    assert all(not one.ahead for one in comparison.receivers)


# What a country could take


def test_another_country_is_ahead_where_more_is_told_of_it_and_somebody_is_named() -> None:
    ahead = {one.step.id: [cell.country for cell in one.others] for one in receiver("RO").ahead}

    assert ahead == {
        "entry.loverboy-seduction": ["NL"],
        "finance.laundering": ["DK"],
        "identity.forged-passport": ["NL", "DK"],
    }


def test_short_and_seen_are_no_more_than_one_another() -> None:
    assert "identity.forged-passport" not in {one.step.id for one in receiver("DK").ahead}
    assert "identity.forged-passport" not in {one.step.id for one in receiver("NL").ahead}


def test_nobody_is_ahead_at_a_covered_step() -> None:
    for one in compared().receivers:
        assert all(ahead.here.status is not Status.COVERED for ahead in one.ahead)


def test_what_is_recommended_to_a_country_comes_before_what_another_shows_to_somebody_else() -> None:
    assert says(receiver("DK")) == ["At", "Show", "Look"]
    assert says(receiver("RO")) == ["Show", "Follow", "At"]
    assert [offer.addressed for offer in receiver("RO").offers] == [True, True, False]


def test_a_country_takes_nothing_from_itself_and_nothing_from_one_that_is_not_compared() -> None:
    assert says(receiver("NL", compared("NL", "RO"))) == []
    assert says(receiver("NL", compared("NL", "DK"))) == ["Follow"]


def test_a_practice_that_answers_only_a_covered_step_is_among_the_others() -> None:
    assert [offer.practice.says for offer in receiver("DK").others] == [
        "Collect what was earned.",
        "Open a safe house for boys.",
    ]


def test_of_a_practice_only_what_is_not_covered_is_answered() -> None:
    show = receiver("DK").offers[1]

    assert [place.id for place in show.places] == ["entry"]
    assert standing(show.places[0], compared(), ["DK", "NL"]) == "DK ?2, NL #1 o1"


def test_what_answers_another_script_is_counted() -> None:
    assert (receiver("DK").elsewhere, receiver("DK").total) == (1, 5)
    assert says(receiver("DK", compared(script="chain"))) == ["Show", "Open"]


def test_who_gives_it_to_whom_and_whether_it_came_later() -> None:
    who = {offer.practice.says.split()[0]: offer.who for offer in receiver("RO").offers}

    assert who == {
        "At": "shown by Netherlands, recommended to Denmark, not here",
        "Show": "shown by Netherlands, recommended to Romania and Denmark; said in December 2014",
        "Follow": "shown by Denmark, recommended to Romania",
    }
    assert receiver("DK").offers[2].who == "recommended to Denmark by the US report"
    (home,) = [offer for offer in receiver("DK").others if offer.practice.giver == "nl.shelter"]
    assert home.who.startswith("recommended to Denmark by Safe house")


def test_a_day_that_was_asked_for_leaves_out_what_was_said_later() -> None:
    assert "Show" not in says(receiver("DK", compared(as_of=date(2014, 6, 1))))
    assert "Show" in says(receiver("DK", compared(as_of=date(2015, 1, 1))))


def test_filters_leave_out_steps_and_practices() -> None:
    labour = compared(form=Form.LABOUR)

    assert "employment.escort" not in {step.id for step in labour.steps}
    assert "Look" not in says(receiver("DK", labour))
    assert receiver("DK", compared(basis=Basis.INFERRED)).total == 0


def test_what_is_shown_governs_the_handling() -> None:
    assert compared("NL", "DK").handling is Handling.RESTRICTED
    assert compared("NL", "RO").handling is Handling.PARTNERS


# Words


def test_sentences_count_with_their_denominators_and_call_no_silence_a_gap() -> None:
    comparison = compared()
    denmark = receiver("DK", comparison)
    sentences = [steps_sentence(comparison), offers_sentence(denmark), ahead_sentence(denmark, comparison)]

    assert sentences[0].startswith("The statuses differ at 8 of 9 steps.")
    assert sentences[1].startswith("3 of 5 practices and recommendations for Denmark answer a step of which no source")
    assert sentences[1].endswith("1 of 5 answers another script.")
    assert all("gap" not in sentence and "%" not in sentence for sentence in sentences)


def test_one_status_is_a_word_and_several_are_counts() -> None:
    cells = [step.cell("DK") for step in compared().steps]

    assert tally(cells[:1]) == "? unknown"
    assert tally(cells) == "!1 #1 o1 ?6"


# As data


def test_the_data_name_script_steps_and_practices() -> None:
    comparisons = [compared(), compared(script="chain")]
    data = as_json(compare_data(model(), comparisons, Selection()))

    assert data["model"]["scripts"] == ["five-barriers", "chain"]
    assert [one["as_of"] for one in data["model"]["about"]] == ["2014-01-31", "2014-01-31", "2013-12-31"]
    assert {step["script"] for step in data["steps"]} == {"five-barriers", "chain"}
    airport = next(one for one in data["practices"] if one["country"] == "DK" and one["says"].startswith("At"))
    assert airport["citations"] == ["SWOT p. 90 (small-swot, report)"]
    assert airport["answers"][0]["steps"][0]["statuses"] == {"NL": "detected", "RO": "limited", "DK": "unknown"}
    assert data["counts"][0]["practices"]["DK"] == {"count": 3, "of": 5}


def test_a_practice_for_a_barrier_answers_its_steps() -> None:
    assert [offer.practice.giver for offer in receiver("DK").answering("entry.loverboy-seduction")] == ["NL"]
