"""What holds of every model: more cover closes gaps, order changes nothing, ids stay, filters filter."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from barriers import Coverage, Model, Script
from barriers.facts import Fact
from barriers.words import Basis, Certainty, Power, State, Status
from graph import QUESTIONS, audit
from tests.drawing import tries
from tests.graph.agreement import answers_of_graph
from tests.graph.made import (
    ACTORS,
    BANK,
    CHILDREN,
    GIRLS,
    LABOUR,
    LAW,
    LEDGER,
    NL,
    POLICE,
    REPORT,
    SANCTION,
    SCRIPT,
    TALK,
    by,
    cover,
    membership,
    step,
    town,
)
from tests.strategies import Asked, asked, covers, models, step_models, table_models, told_apart

ON_STEPS = ("detected-only", "uncovered-step", "insufficient-cover", "single-stakeholder")
"""The questions that report a step, the strongest first."""

LAST_SUMMER = date(2013, 7, 1)

OF_PARTS = ("missing-level", "group-not-covered")
"""The questions on a step at one level or for one group."""


# More cover


@st.composite
def with_one_cover_more(draw: st.DrawFn) -> tuple[Asked, Model, Coverage]:
    """A model, and the same with one stated, active, lasting cover of a step for everybody."""
    case = draw(asked(step_models()))
    at = draw(st.sampled_from(case.model.scripts[0].steps))
    name = draw(st.sampled_from(ACTORS)).id
    power = draw(st.sampled_from(sorted(at.powers)))
    more = cover(name, power, step=at.id, citations=by(LAW, at="p. 99"))
    return case, replace(case.model, coverage=(*case.model.coverage, more)), more


@tries(80)
@given(with_one_cover_more())
def test_more_cover_never_opens_an_uncovered_step(change: tuple[Asked, Model, Coverage]) -> None:
    """Whatever else is recorded, and whoever it is that acts."""
    case, richer, _ = change
    before = answers_of_graph(case.model, case.selection)["uncovered-step"]
    after = answers_of_graph(richer, case.selection)["uncovered-step"]

    assert after[0] <= before[0]
    assert after[0] | after[1] <= before[0] | before[1]


@tries(80)
@given(with_one_cover_more())
def test_more_cover_never_opens_a_single_stakeholder(change: tuple[Asked, Model, Coverage]) -> None:
    """Unless it contradicts a source that says the actor does not act: then less is known than before."""
    case, richer, more = change
    denied = [found for found in case.model.coverage if found.actor == more.actor and found.state is State.ABSENT]
    before = answers_of_graph(case.model, case.selection)["single-stakeholder"]
    after = answers_of_graph(richer, case.selection)["single-stakeholder"]

    assert denied or after[0] <= before[0]
    assert denied or after[0] | after[1] <= before[0] | before[1]


# Weaker evidence

STATES = (State.ACTIVE, State.PARTIAL, State.MANDATE, State.PLANNED)
GRADES: tuple[tuple[Any, ...], ...] = (STATES, (Basis.STATED, Basis.INFERRED), (REPORT, TALK), (None, LAST_SUMMER))
"""How strong evidence is, the strongest first: what is done, who concludes it, who says it, whether it has ended."""


@st.composite
def with_evidence_of_two_grades(draw: st.DrawFn) -> tuple[Asked, Coverage, Coverage]:
    """A model, and a cover of one of its steps twice: the second time nothing of it is stronger than the first."""
    case = draw(asked(step_models()))
    at = draw(st.sampled_from(case.model.scripts[0].steps))
    name, power = draw(st.sampled_from(ACTORS)).id, draw(st.sampled_from(Power))
    groups = draw(st.sampled_from([frozenset[str](), frozenset([GIRLS])]))
    grades = [sorted(draw(st.tuples(*2 * (st.integers(0, len(grade) - 1),)))) for grade in GRADES]

    def graded(place: int) -> Coverage:
        state, basis, source, until = (grade[found[place]] for grade, found in zip(GRADES, grades, strict=True))
        cited = by(source, at="p. 99")
        period = {"since": date(2000, 1, 1), "until": until}
        return cover(name, power, state, step=at.id, groups=groups, basis=basis, citations=cited, **period)

    # Where only what is inferred is looked at, what a source states is none of it.
    everything = Asked(case.model, replace(case.selection, basis=None))
    return everything, graded(0), graded(1)


@tries(300)
@given(with_evidence_of_two_grades())
def test_weaker_evidence_never_gives_a_louder_status(drawn: tuple[Asked, Coverage, Coverage]) -> None:
    """It leaves the status as it was, or says no more than the stronger would have."""
    case, stronger, weaker = drawn
    loudness = list(Status)

    def status(*more: Coverage) -> Status:
        found = audit(replace(case.model, coverage=(*case.model.coverage, *more)), NL, SCRIPT, case.selection).steps
        return next((step.status for step in found if step.step == stronger.step), Status.UNKNOWN)

    before, strong, weak = status(), status(stronger), status(weaker)

    assert weak is before or loudness.index(weak) >= loudness.index(strong)


# Order


def shuffled(model: Model, random: Random) -> Model:
    """The model with every kind of record, and the parts of its script, in another order."""
    mixed = {kind.name: random.sample(found := getattr(model, kind.name), len(found)) for kind in fields(model)}
    parts = ("barriers", "steps", "groups", "routes")

    def reordered(script: Script) -> Script:
        orders: dict[str, Any] = {part: random.sample(found := getattr(script, part), len(found)) for part in parts}
        return replace(script, **{part: tuple(found) for part, found in orders.items()})

    scripts = tuple(map(reordered, mixed["scripts"]))
    return Model(**{name: tuple(values) for name, values in mixed.items()} | {"scripts": scripts})


@tries(30)
@given(asked(models()), st.randoms(use_true_random=False))
def test_the_order_of_records_changes_nothing(case: Asked, random: Random) -> None:
    """The same audit, the same digest."""
    other = shuffled(case.model, random)

    assert other.digest == case.model.digest
    assert audit(other, NL, SCRIPT, case.selection) == audit(case.model, NL, SCRIPT, case.selection)


@tries(30)
@given(asked(models()))
def test_the_same_input_gives_the_same_audit(case: Asked) -> None:
    """Twice in a row, from scratch."""
    again = Model(**{kind.name: getattr(case.model, kind.name) for kind in fields(case.model)})

    assert audit(again, NL, SCRIPT, case.selection) == audit(case.model, NL, SCRIPT, case.selection)


# Ids


@tries(30)
@given(covers(), covers())
def test_the_id_of_a_fact_outlives_its_judgement(fact: Coverage, other: Coverage) -> None:
    """State, basis and note may change; who, what, where and the source may not."""
    rejudged = replace(
        fact, state=other.state, basis=other.basis, power_basis=other.power_basis, note="judged again", until=None
    )

    assert rejudged.id == fact.id


def test_the_id_of_a_fact_tells_who_what_where_and_by_whom() -> None:
    """Two facts that differ in any of these are two facts."""
    facts = [
        cover(POLICE),
        cover(BANK),
        cover(POLICE, SANCTION),
        cover(POLICE, step=LEDGER),
        cover(POLICE, groups=[GIRLS]),
        cover(POLICE, forms=[LABOUR]),
        cover(POLICE, source=LAW),
        cover(POLICE, citations=by(LAW, at="p. 2")),
        cover(POLICE, country="BE"),
        membership(POLICE),
    ]

    assert len({fact.id for fact in facts}) == len(facts)


@tries(30)
@given(asked(models()), asked(models()))
def test_the_id_of_a_finding_is_its_question_and_its_subject(case: Asked, other: Asked) -> None:
    """Two models that find the same have the same id for it, whatever else is in them."""
    one, two = (audit(each.model, NL, SCRIPT, each.selection).findings for each in (case, other))
    ids = {(finding.question, finding.subject): finding.id for finding in one}

    assert all(ids.get((found.question, found.subject), found.id) == found.id for found in two)


@tries(30)
@given(asked(step_models()), asked(table_models()))
def test_facts_about_another_step_leave_a_step_alone(case: Asked, other: Asked) -> None:
    """What is recorded elsewhere changes neither the status nor the findings of a step."""
    elsewhere = step("finance.cellar")
    moved = told_apart(replace(found, step=elsewhere.id) for found in other.model.coverage)
    richer = replace(
        case.model,
        coverage=(*case.model.coverage, *(found for found in moved if isinstance(found, Coverage))),
        scripts=(replace(case.model.scripts[0], steps=(*case.model.scripts[0].steps, elsewhere)),),
    )
    before, after = (audit(model, NL, SCRIPT, case.selection) for model in (case.model, richer))
    kept = {found.step for found in before.steps}

    assert before.steps == tuple(found for found in after.steps if found.step in kept)
    assert {found for found in before.findings if found.subject in kept} == {
        found for found in after.findings if found.subject in kept
    }


# Filters


@tries(30)
@given(asked(models()), st.integers(0, 3000))
def test_what_has_not_begun_changes_nothing(case: Asked, days: int) -> None:
    """An audit of a day is that of the model without all that begins later."""
    day = date(2008, 1, 1) + timedelta(days)
    selection = replace(case.selection, as_of=day)

    def begun(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
        return tuple(fact for fact in facts if case.model.begins(fact) <= day)

    kinds = ("coverage", "ceilings", "facilitations", "memberships", "complete_lists", "statements")
    begun_only: dict[str, Any] = {kind: begun(getattr(case.model, kind)) for kind in kinds}
    known = replace(case.model, **begun_only)
    found, expected = (audit(model, NL, SCRIPT, selection) for model in (case.model, known))

    assert found.findings == expected.findings
    assert found.steps == expected.steps


@tries(30)
@given(asked(models()))
def test_only_steps_of_the_form_and_group_that_are_asked_for_are_looked_at(case: Asked) -> None:
    """Steps that concern nobody who is asked about are not in the audit at all."""
    script, form, group = case.model.scripts[0], case.selection.form, case.selection.group
    wanted = script.expand(frozenset([group])) if group else script.expand(frozenset([CHILDREN]))
    concerned = [
        found.id for found in script.steps if (form in (None, *found.forms)) and wanted & script.expand(found.groups)
    ]

    assert [found.step for found in audit(case.model, NL, SCRIPT, case.selection).steps] == concerned


@tries(30)
@given(asked(models()), st.sampled_from(Basis))
def test_only_facts_of_the_basis_that_is_asked_for_are_looked_at(case: Asked, basis: Basis) -> None:
    """Asked for what is stated, the audit shows no cover that is inferred, and the other way round."""
    known = {fact.id: fact for fact in case.model.coverage}
    found = audit(case.model, NL, SCRIPT, replace(case.selection, basis=basis))
    shown = {name for part in (found.steps, found.findings) for each in part for name in each.facts}

    assert {known[name].is_stated for name in shown & known.keys()} <= {basis is Basis.STATED}


# The audit as a whole


@tries(30)
@given(asked(models()))
def test_a_step_is_reported_once_for_each_certainty(case: Asked) -> None:
    """Under its strongest question, and as possible only where that says more than what is certain."""
    ranks = {question.id: question.rank for question in QUESTIONS}
    findings = audit(case.model, NL, SCRIPT, case.selection).findings
    of_steps = [found for found in findings if found.question in ON_STEPS]
    by_step = {(found.subject, found.certainty): ranks[found.question] for found in of_steps}

    assert len(by_step) == len(of_steps)
    for (subject, certainty), rank in by_step.items():
        if certainty is Certainty.POSSIBLE:
            assert rank < by_step.get((subject, Certainty.CERTAIN), rank + 1)


@tries(30)
@given(asked(models()))
def test_the_strongest_rows_are_the_ones_that_are_reported(case: Asked) -> None:
    """Every certain answer on a step is there, or a stronger certain one."""
    answers = answers_of_graph(case.model, case.selection)
    findings = audit(case.model, NL, SCRIPT, case.selection).findings
    found = {(each.question, each.subject, each.certainty) for each in findings}
    for order, name in enumerate(ON_STEPS):
        for subject in answers[name][0]:
            stronger = [(other, subject, Certainty.CERTAIN) for other in ON_STEPS[: order + 1]]

            assert found.intersection(stronger)


@tries(30)
@given(asked(models()))
def test_findings_are_sorted(case: Asked) -> None:
    """Certain first, then the gravest, then question by question."""
    ranks = {question.id: question.rank for question in QUESTIONS}
    order = [
        (found.certainty is Certainty.POSSIBLE, found.priority.rank, ranks[found.question])
        for found in audit(case.model, NL, SCRIPT, case.selection).findings
    ]

    assert order == sorted(order)


@tries(30)
@given(asked(models()))
def test_a_certain_finding_stands_on_the_facts_that_it_names(case: Asked) -> None:
    """Everything else may go, but for who sits in the networks: the finding stays certain.

    Or more is: that a step is not held at one level or for one group goes into that nobody holds it.
    """
    for finding in audit(case.model, NL, SCRIPT, case.selection).of_certainty(Certainty.CERTAIN):
        named = set(finding.facts)
        bare = replace(
            case.model,
            **{
                kind: tuple(fact for fact in getattr(case.model, kind) if fact.id in named)
                for kind in ("coverage", "ceilings", "facilitations", "complete_lists", "statements")
            },
        )
        still = {found.id for found in audit(bare, NL, SCRIPT, case.selection).of_certainty(Certainty.CERTAIN)}
        of_the_whole = f"uncovered-step:nl:{finding.subject.partition('+')[0]}"

        assert finding.id in still or (finding.question in OF_PARTS and of_the_whole in still)


def test_a_town_without_facts_is_silent_and_not_open() -> None:
    """No data is not a gap: nothing is certain."""
    assert audit(town(), NL, SCRIPT).of_certainty(Certainty.CERTAIN) == ()


@tries(60)
@given(asked(step_models()))
def test_a_step_has_the_status_of_a_gap_where_a_gap_of_it_is_found_and_nothing_else_is_asked_of_it(case: Asked) -> None:
    """So the steps with a stated gap in a table and in the list of findings add up to one number."""
    found = audit(case.model, NL, SCRIPT, case.selection)
    gaps = {question.id for question in QUESTIONS if question.is_gap}
    listed = {one.subject for one in found.of_certainty(Certainty.CERTAIN) if one.question in gaps}

    assert {one.step for one in found.steps if one.status in (Status.UNCOVERED, Status.INSUFFICIENT)} == listed
    assert not listed & {one.subject for one in found.of_certainty(Certainty.POSSIBLE) if one.question in gaps}
