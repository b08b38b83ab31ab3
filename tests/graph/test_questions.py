"""The library of questions, tested as a collection: every question keeps the promises that all of them make."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from barriers import Finding, Model, Selection
from barriers.messages import has_words
from barriers.words import Awareness, Certainty, Level, Priority, State
from graph import QUESTIONS, Question, audit
from graph.questions.question import PARTS
from graph.status import Why
from tests.drawing import tries
from tests.graph.agreement import answers_of_graph
from tests.graph.examples import CERTAIN_OF, POSSIBLE_OF, QUIET
from tests.graph.made import (
    ACTORS,
    BANK,
    DETECT,
    DOOR,
    HALL,
    INFERRED,
    KEY,
    NL,
    POLICE,
    SCRIPT,
    STATED,
    TABLE,
    actor,
    complete,
    cover,
    helps,
    in_part,
    membership,
    nobody,
    said,
    town,
    weakness,
)
from tests.strategies import Asked, asked, models, said_models, step_models, table_models

each_question = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)


ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ("barriers", "loaders", "graph", "viz", "cli")


def findings_of(question: str, model: Model) -> list[Finding]:
    return [found for found in audit(model, NL, SCRIPT).findings if found.question == question]


# The records


@pytest.mark.parametrize("what", ["asks", "why", "priority-means"])
def test_no_two_questions_have_the_same(what: str) -> None:
    """Each has a name, a place in the order and words of its own."""
    values = [str(question.words(what)) for question in QUESTIONS]

    assert len(set(values)) == len(values) == len({question.id for question in QUESTIONS})
    assert len({question.rank for question in QUESTIONS}) == len(QUESTIONS)


@each_question
def test_every_text_of_a_question_is_written(question: Question) -> None:
    """What it asks, why, how grave, when certain, when possible, what is counted, where the idea comes from."""
    texts = [str(question.words(name)) for name in PARTS]

    assert all(text.strip() == text and text for text in texts)
    assert str(question.words("asks")).endswith("?")
    assert str(question.words("why")).endswith(".")


def test_a_question_is_its_own_file_and_its_words() -> None:
    """Nothing else in the product knows it by heart but what depends on this very question."""
    files = {question.id: f"graph/questions/{question.id.replace('-', '_')}.py" for question in QUESTIONS}
    known = {(path, ident) for path, ident in by_heart(set(files)) if path != files[ident]}

    assert known == {("graph/audit.py", "uncovered-step")}


def test_every_value_on_which_a_sentence_hangs_has_one() -> None:
    """A reason, a level, what a facilitator knows, how far a signal is followed up."""
    open_ends = ["not-said", *(state.value for state in State)]
    keys = [
        *(f"reason.{why}" for why in Why),
        *(f"level.{level}" for level in Level),
        *(f"question.dual-role.knowing.{knows}" for knows in Awareness),
        *(f"question.signal-not-followed.possible.{follow_up}" for follow_up in open_ends),
    ]

    assert [key for key in keys if not has_words(key)] == []


def by_heart(ids: set[str]) -> Iterator[tuple[str, str]]:
    """Every file of the product with each question that it names by its id or by a key of its words."""
    for path in sorted(path for package in PRODUCT for path in (ROOT / package).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                name = node.value.removeprefix("question.").partition(".")[0]
                if name in ids:
                    yield str(path.relative_to(ROOT)), name


def test_the_questions_stand_in_the_order_of_their_rank() -> None:
    """The one that says most about a step comes first."""
    ranks = [question.rank for question in QUESTIONS]

    assert ranks == sorted(ranks)


def test_the_families_are_the_four_of_the_design() -> None:
    """Coverage, pattern, complete list, records; the words after the comma say which threshold or list."""
    families = {str(question.words("family")).partition(",")[0] for question in QUESTIONS}

    assert families == {"coverage", "pattern", "records"}


def test_priorities_are_ordered_from_high_to_low() -> None:
    """Sorting by rank puts the worst first."""
    assert sorted(Priority, key=lambda priority: priority.rank) == [Priority.HIGH, Priority.MEDIUM, Priority.LOW]


# The examples


@each_question
def test_every_question_but_those_on_silence_has_an_example_of_what_sources_say(question: Question) -> None:
    """A model in which the finding is certain."""
    if str(question.words("certain-when")) == "never":
        assert question.id not in CERTAIN_OF
    else:
        certain, possible = answers_of_graph(CERTAIN_OF[question.id])[question.id]

        assert certain
        assert not possible


@each_question
def test_every_question_but_those_on_records_has_an_example_of_what_is_to_check(question: Question) -> None:
    """A model in which the finding is possible."""
    if str(question.words("possible-when")) == "never":
        assert question.id not in POSSIBLE_OF
    else:
        certain, possible = answers_of_graph(POSSIBLE_OF[question.id])[question.id]

        assert possible
        assert not certain


@each_question
def test_every_question_has_an_example_without_a_finding(question: Question) -> None:
    """A model much like the others, in which it has nothing to say."""
    assert answers_of_graph(QUIET[question.id])[question.id] == (frozenset(), frozenset())


# The findings


NAMES = [
    name.casefold()
    for name in ("Entry", "Finance", "Door", "Ledger", "Children", "Girls", "Boys", *(one.called for one in ACTORS))
]
CASES = asked(models()) | asked(step_models()) | asked(table_models()) | asked(said_models())


@tries(150)
@given(CASES)
def test_findings_keep_the_promises_of_the_library(case: Asked) -> None:
    """Ids of their own, a count within its denominator, a subject among what they are about, words to read."""
    questions = {question.id: question for question in QUESTIONS}
    found = audit(case.model, NL, SCRIPT, case.selection).findings

    assert len({finding.id for finding in found}) == len(found)
    for finding in found:
        question = questions[finding.question]
        assert 0 <= finding.count <= finding.of
        assert finding.counted == question.words("counted")
        assert finding.priority is question.priority
        title = str(finding.title)
        assert title.strip() == title
        assert title.endswith(str(finding.says))
        assert any(name in title.casefold() for name in NAMES)
        assert len(set(finding.facts)) == len(finding.facts)
        assert set(finding.subject.split("@")) <= {*finding.about, finding.subject}


@tries(150)
@given(CASES)
def test_every_finding_rests_on_facts_or_tells_that_there_are_none(case: Asked) -> None:
    """What is certain rests on cited facts; what rests on no fact counts nothing."""
    for finding in audit(case.model, NL, SCRIPT, case.selection).findings:
        if finding.certainty is Certainty.CERTAIN:
            assert finding.facts
            assert finding.citations or finding.question == "contradiction"
        else:
            assert finding.facts or finding.count == 0


# One by one, where a sentence is worth more than a table


def test_two_claims_about_one_facilitator_at_one_step_are_one_finding() -> None:
    """What we infer and what a source states are told together, under the surer of the two."""
    model = town(nobody(), helps(BANK, step=INFERRED), helps(BANK, step=STATED, source="law"))

    (finding,) = findings_of("facilitator-without-barrier", model)

    assert finding.certainty is Certainty.CERTAIN
    assert len([name for name in finding.facts if name.startswith("facilitation")]) == 2


def test_whoever_stands_outside_is_shown_the_list_that_closes_the_table() -> None:
    """The list is what makes it certain, so its citation is shown."""
    closing = complete()
    model = town(cover(BANK), closing, membership(HALL))

    (finding,) = findings_of("outside-networks", model)

    assert closing.id in finding.facts
    assert closing.citations[0] in finding.citations


def test_a_step_that_somebody_sees_and_nobody_stops_is_not_reported_as_uncovered_as_well() -> None:
    """Seen, not stopped says more."""
    questions = {found.question for found in audit(town(nobody(), cover(POLICE, DETECT)), NL, SCRIPT).findings}

    assert "detected-only" in questions
    assert not questions & {"uncovered-step", "single-stakeholder"}


def test_a_step_held_in_part_by_one_is_reported_as_held_in_part() -> None:
    """What sources say of the step is certain; that it hangs on one actor says less."""
    found = {(each.question, each.certainty) for each in audit(town(in_part(), cover(POLICE)), NL, SCRIPT).findings}

    assert ("insufficient-cover", Certainty.CERTAIN) in found
    assert ("single-stakeholder", Certainty.POSSIBLE) not in found


def test_the_task_force_itself_does_not_sit_outside_networks() -> None:
    """It is the table."""
    assert findings_of("outside-networks", town(cover(TABLE), complete(), membership(HALL))) == []


def test_an_answer_counts_among_all_that_could_be() -> None:
    """One of the two actors recorded at the door holds it."""
    model = town(cover(POLICE), cover(HALL, DETECT))

    (finding,) = findings_of("single-stakeholder", model)

    assert (finding.subject, finding.count, finding.of) == (DOOR, 1, 2)


def test_a_topic_on_which_sources_disagree_is_one_finding_with_every_answer() -> None:
    """Two say the police, in small letters and in capitals, and one says nobody."""
    answers = [
        said("the police", about=(POLICE,)),
        said("The Police", KEY.upper(), source="talk"),
        said("nobody", source="law", about=(SCRIPT,)),
    ]
    gap = weakness(POLICE, remedy="change the lock")

    (finding,) = findings_of("contradiction", town(*answers, gap))

    assert finding.id == "contradiction:nl:town:who-keeps-the-key-of-the-door"
    assert str(finding.title).casefold() == "who keeps the key of the door: sources disagree"
    assert sorted(str(finding.detail).casefold().split(" / ")) == ["nobody", "the police", "the police"]
    assert (finding.count, finding.of) == (3, 3)
    assert set(finding.facts) == {answer.id for answer in answers}
    assert set(finding.about) == {"who-keeps-the-key-of-the-door", POLICE, SCRIPT}


def test_what_helps_against_a_gap_of_an_actor_is_no_remedy_for_a_contradiction_about_it() -> None:
    """The police are asked, and then whom the country names; a new lock settles nothing of what was said."""
    answers = [said("the police", about=(POLICE,)), said("nobody", source="law")]

    (finding,) = findings_of("contradiction", town(*answers, weakness(POLICE, remedy="change the lock")))

    assert finding.remedies == ()
    assert finding.ask == (POLICE, HALL)


def test_an_actor_of_another_country_is_not_asked_about_a_contradiction() -> None:
    """It is known only where that country is read as well, and the answer may not hang on that."""
    guards = replace(actor("be.guards"), country="BE")
    answers = [said("the guards", about=("be.guards",), country="INT", concerns=(NL,)), said("nobody")]

    (alone,) = findings_of("contradiction", town(*answers))
    (beside,) = findings_of("contradiction", town(*answers, actors=[guards]))

    assert alone == beside
    assert beside.ask == (HALL,)


def test_a_contradiction_shows_from_the_day_on_which_both_statements_are_there() -> None:
    """One source is of January 2013, the other of June 2014."""
    model = town(said("the police"), said("nobody", source="later"))
    days = [date(2014, 5, 31), date(2014, 6, 1)]

    found = [
        [each.question for each in audit(model, NL, SCRIPT, Selection(as_of=day)).of_certainty(Certainty.CERTAIN)]
        for day in days
    ]

    assert found == [[], ["contradiction"]]
