"""`barriers questions`."""

import json

from graph import QUESTIONS
from tests.cli.running import is_golden, run, shown


def test_the_library_is_golden() -> None:
    assert is_golden("questions.txt", shown("questions", data=None))


def test_one_question_in_full() -> None:
    text = " ".join(shown("questions", "uncovered-step", data=None).split())
    (question,) = (one for one in QUESTIONS if one.id == "uncovered-step")

    for part in ("asks", "why", "priority-means", "certain-when", "idea"):
        assert str(question.words(part)) in text


def test_every_question_has_an_entry_in_every_format() -> None:
    for wanted in ("json", "csv", "md"):
        text = shown("questions", "--format", wanted, data=None)

        assert all(question.id in text for question in QUESTIONS)
    assert len(json.loads(shown("questions", "--format", "json", data=None))["questions"]) == len(QUESTIONS)


def test_an_unknown_question_gets_the_nearest() -> None:
    result = run("questions", "uncoverd-step", data=None)

    assert result.exit_code == 2
    assert "Nearest: uncovered-step" in result.stderr


def test_topics_outside_the_steps_are_told_of_with_the_question_on_contradictions() -> None:
    text = " ".join(shown("questions", "contradiction", data=None).split())

    assert "two statements on a step, or on a topic outside the steps, cannot both be true, whoever speaks" in text
