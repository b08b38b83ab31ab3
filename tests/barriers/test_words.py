"""The closed vocabularies: the words that stand in files are the words of the field."""

import inspect
import re
from enum import StrEnum

import pytest

from barriers import words
from barriers.words import Handling, Priority, Voice

VOCABULARIES = [found for _, found in inspect.getmembers(words, inspect.isclass) if issubclass(found, StrEnum)]


@pytest.mark.parametrize("kind", [kind for kind in VOCABULARIES if list(kind)])
def test_each_word_is_written_as_in_the_files(kind: type[StrEnum]) -> None:
    for member in kind:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", member.value)
        assert member.name == member.value.upper().replace("-", "_")


def test_only_law_official_and_report_can_fix_a_fact() -> None:
    assert [voice for voice in Voice if voice.fixes] == [Voice.LAW, Voice.OFFICIAL, Voice.REPORT]


def test_handling_goes_from_open_to_closed() -> None:
    assert sorted(Handling, key=lambda handling: handling.rank) == [
        Handling.PUBLIC,
        Handling.PARTNERS,
        Handling.RESTRICTED,
    ]


def test_the_worst_priority_comes_first() -> None:
    assert sorted(Priority, key=lambda priority: priority.rank) == [Priority.HIGH, Priority.MEDIUM, Priority.LOW]
