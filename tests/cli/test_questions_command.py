"""`barriers questions`."""

import json
from pathlib import Path

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


def test_queries_go_to_a_file_that_says_so_by_its_ending(tmp_path: Path) -> None:
    """The ending asks for them as the option does; nothing else in the file would be a query."""
    by_ending, by_option = tmp_path / "one.cypher", tmp_path / "two.txt"
    assert run("questions", "no-cooperation", "-o", by_ending, data=None).exit_code == 0
    assert run("questions", "no-cooperation", "--cypher", "-o", by_option, data=None).exit_code == 0
    refused = run("questions", "--cypher", "-o", tmp_path / "three.csv", data=None)

    shown_ones = shown("questions", "no-cooperation", "--cypher", data=None)
    assert shown_ones.count("MATCH ") > 1
    assert by_ending.read_text(encoding="utf-8") == by_option.read_text(encoding="utf-8") == shown_ones
    assert refused.exit_code == 2
    assert "Leave out --format" in refused.stderr
    assert not (tmp_path / "three.csv").exists()
