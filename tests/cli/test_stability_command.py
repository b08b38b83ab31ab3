"""`barriers stability` on the small folder of these tests."""

import json

from tests.cli.running import is_golden, run, shown


def test_the_screen_is_golden() -> None:
    assert is_golden("stability-80.txt", shown("stability", "NL"))


def test_the_paper_is_golden() -> None:
    assert is_golden("stability.md", shown("stability", "NL", "--format", "md"))


def test_every_gap_that_the_audit_states_is_told_with_every_share() -> None:
    audit = json.loads(shown("audit", "NL", "--format", "json"))
    data = json.loads(shown("stability", "NL", "--format", "json"))
    stated = [one["id"] for one in audit["findings"] if one["certainty"] == "certain"]

    assert [gap["id"] for gap in data["gaps"]] == [one for one in stated if "contradiction" not in one]
    assert {len(gap["kept"]) for gap in data["gaps"]} == {4}
    assert all(0 <= one["number"] <= one["of"] == 20 for gap in data["gaps"] for one in gap["kept"])


def test_the_same_seed_gives_the_same_answer_and_another_one_may_give_another() -> None:
    first, again, other = (shown("stability", "NL", "--seed", seed, "--format", "json") for seed in ("1", "1", "2"))

    assert first == again
    assert first != other


def test_a_country_that_is_not_there_is_misuse() -> None:
    assert run("stability", "XX").exit_code == 2
