"""The audit gathered into sentences, rows and lines."""

import re
from dataclasses import replace
from datetime import date

import pytest

from barriers import Audit, Ceiling, Citation, Model
from barriers.words import Basis, Bound, Certainty, Form, Status
from graph import audit, audit_graph, build_graph
from loaders import load_model
from tests.viz.small import audited, graph, model
from viz.reports.entries import OPEN_STATUSES, kinds
from viz.reports.summary import STATED_GAPS, AuditView, OpenLine, audit_view
from viz.symbols import STATUSES


@pytest.fixture(scope="module")
def bundled() -> Model:
    return load_model().model


def view(**selection: object) -> AuditView:
    looked_at = graph(**selection)  # type: ignore[arg-type]
    return audit_view(looked_at, audited(looked_at))


def absent(step: str, *groups: str) -> Ceiling:
    return Ceiling(
        step=step,
        bound=Bound.ABSENT,
        says="nobody",
        groups=frozenset(groups),
        country="NL",
        citations=(Citation("small-swot", "SWOT p. 70"),),
    )


def view_with(*ceilings: Ceiling) -> AuditView:
    changed = replace(model(), ceilings=(*model().ceilings, *ceilings))
    looked_at = build_graph(changed, "NL", "five-barriers")
    return audit_view(looked_at, audit_graph(looked_at, ""))


def test_the_sentence_gives_the_number_of_steps_of_each_status_and_they_add_up() -> None:
    (sentence,) = view().sentences

    assert sentence.startswith("Of 9 steps: 2 with a gap that sources state, ")
    assert sum(map(int, re.findall(r"\d+", sentence.partition(":")[2]))) == 9


def test_a_script_without_steps_that_concern_the_question_says_so() -> None:
    looked_at = graph(group="boys", form=Form.LABOUR)
    none = Audit("NL", "five-barriers", looked_at.as_of, audited(looked_at).handling, "", steps=(), findings=())

    empty = audit_view(looked_at, none)

    assert empty.sentences == ("The script has no step for what was asked.",)
    assert (empty.rows, empty.gaps, empty.open, empty.ask, empty.next_subject) == ((), (), (), "", "")


def test_the_rows_add_up() -> None:
    *barriers, total = view().rows

    assert next(row.name for row in barriers) == "Entry/recruitment"
    assert total.counts == tuple(sum(column) for column in zip(*(row.counts for row in barriers), strict=True))
    assert all(row.steps == sum(row.counts) for row in (*barriers, total))
    assert dict(zip(STATUSES, total.counts, strict=True))[Status.UNKNOWN] == 3


def test_one_barrier_needs_no_total() -> None:
    assert len(view(script="chain").rows) == 1


def test_what_a_source_says_of_several_steps_is_one_line_with_the_denominator_of_the_script() -> None:
    (line,) = (line for line in view().gaps if "supervision" in line.text)

    assert line.text == "Escort and Home work: too little supervision; who should supervise is not named"
    assert line.extent == "2 of 9 steps"
    assert line.brief == "Escort, … (2 of 9 steps): too little supervision"
    assert [citation.at for citation in line.citations] == ["SWOT p. 37"]


def test_the_worst_comes_first() -> None:
    ranks = [line.findings[0].priority.rank for line in view().gaps]

    assert ranks == sorted(ranks)


def test_silence_is_one_line_with_whom_to_ask_and_how_often() -> None:
    first, *others = view().open

    assert first.silent
    assert first.extent == "3 of 9 steps"
    assert first.ask == (("Labour Inspectorate", 3), ("Municipality", 1))
    assert not any(line.silent for line in others)


def test_every_finding_stands_in_exactly_one_line() -> None:
    shown = view()
    found = [one.id for one in shown.findings]
    audit = audited(graph())

    assert sorted(found) == sorted(one.id for one in audit.findings)
    lines = (*shown.gaps, *shown.disagreements)
    assert sum(len(line.findings) for line in lines) == len(audit.of_certainty(Certainty.CERTAIN))
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    open_questions = sum(len(line.findings) for line in shown.open)
    assert shown.headings.open.text == f"Open questions: {open_questions}"


def test_every_line_to_check_has_a_denominator_that_holds_its_number() -> None:
    for line in view().open:
        assert 0 < line.number <= line.of


@pytest.mark.parametrize("country", ["NL", "RO", "DK"])
@pytest.mark.parametrize("script", ["five-barriers", "chain", "eu-teamwork"])
def test_the_open_lines_count_the_steps_that_the_table_counts(bundled: Model, country: str, script: str) -> None:
    """Status by status."""
    found = audit(bundled, country, script)
    shown = audit_view(build_graph(bundled, country, script), found)
    steps_of_kind = {kinds(found)(line.findings[0]): steps_in(line) for line in shown.open}

    for status in OPEN_STATUSES:
        of_status = {step.step for step in found.steps if step.status is status}
        told = steps_of_kind.get(status, set())
        # A limited step leaves nothing open where sources disagree, or where it is limited to one form or place.
        assert told == of_status if status is not Status.LIMITED else told <= of_status


def steps_in(line: OpenLine) -> set[str]:
    """The steps that the questions of a line are about, whatever part of them."""
    return {one.subject.partition("+")[0] for one in line.findings}


@pytest.mark.parametrize("country", ["NL", "RO", "DK"])
@pytest.mark.parametrize("script", ["five-barriers", "chain"])
def test_the_headings_add_up_to_the_lines_below_them(bundled: Model, country: str, script: str) -> None:
    """Gaps by what they are on; steps with a gap as many as in the table; open questions line by line."""
    found = audit(bundled, country, script)
    shown = audit_view(build_graph(bundled, country, script), found)
    numbers = [int(part.split()[0]) for part in shown.headings.gaps.beside.split(", ") if part]
    with_a_gap = sum(step.status in STATED_GAPS for step in found.steps)

    assert sum(numbers) == len(shown.gaps)
    if with_a_gap:
        assert f"on steps ({with_a_gap} of {len(found.steps)})" in shown.headings.gaps.beside
    questions = sum(int(line.extent.split()[0]) for line in shown.open)
    assert shown.headings.open.text == f"Open questions: {questions}"


def test_units_are_those_of_the_subjects() -> None:
    units = {line.findings[0].question: line.extent for line in view().open if not line.silent}

    assert units["group-not-represented"] == "1 of 2 groups"
    assert units["facilitator-without-barrier"] == "1 of 1 facilitator at a step"
    assert units["outside-networks"] == "1 of 4 stakeholders"


def test_the_next_step_to_open_is_one_of_which_sources_say_something() -> None:
    assert view().next_subject == "employment.escort"
    assert view(script="chain").next_subject == "shelter.safe-house"


@pytest.mark.parametrize(
    ("selection", "notices"),
    [
        ({}, ()),
        ({"as_of": date(2014, 1, 31)}, ()),
        (
            {"as_of": date(2015, 3, 1)},
            ("Looked at on 1 March 2015; the main source speaks for 31 January 2014.",),
        ),
        (
            {"form": Form.LABOUR, "group": "adults", "basis": Basis.INFERRED},
            ("Only steps for labour exploitation, the group adults and facts that we infer; the rest is left out.",),
        ),
    ],
)
def test_what_the_options_changed_is_said(selection: dict[str, object], notices: tuple[str, ...]) -> None:
    assert view(**selection).header.notices == notices
