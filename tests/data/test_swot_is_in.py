"""What is no step is in the data too: every item of the SWOT lists, statements that conflict, lists of indicators."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from barriers import Model, Selection, SwotItem
from barriers.words import Certainty, IndicatorPurpose
from graph import audit

ENTRIES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "swot_entries.yml").read_text(encoding="utf-8"))
COUNTS = {
    "NL": {"strength": 55, "weakness": 104, "opportunity": 46, "threat": 44, "solution": 101},
    "RO": {"strength": 7, "weakness": 23, "opportunity": 10, "threat": 14, "solution": 19},
    "DK": {"strength": 10, "weakness": 13, "opportunity": 10, "threat": 7},
}
MOST_LETTERS = 140
MOST_WORDS_IN_A_ROW = 6
END_OF_2014, END_OF_2025 = date(2014, 12, 31), date(2025, 12, 31)


def place_of(item: SwotItem) -> tuple[str, str, int]:
    return item.country, item.kind.value, item.number


@pytest.fixture(scope="module")
def items(bundled: Model) -> dict[tuple[str, str, int], list[SwotItem]]:
    """The items of each place in each list."""
    found: defaultdict[tuple[str, str, int], list[SwotItem]] = defaultdict(list)
    for item in bundled.swot:
        found[place_of(item)].append(item)
    return found


# The lists of the three analyses


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["id"])
def test_an_entry_is_in_once_at_its_place_with_its_lines(
    entry: dict[str, Any], items: dict[tuple[str, str, int], list[SwotItem]]
) -> None:
    """Where an item cites two voices, the first citation is that of the whole entry."""
    (item,) = items[entry["country"], entry["kind"], entry["number"]]

    assert item.citations[0].lines == tuple(entry["lines"])


def test_the_lists_are_complete_and_hold_nothing_else(bundled: Model) -> None:
    """463 entries of the working extraction, list by list and numbered without a gap."""
    counted = {(country, kind): number for country, kinds in COUNTS.items() for kind, number in kinds.items()}
    there = {(entry["country"], entry["kind"], entry["number"]) for entry in ENTRIES}

    assert len({entry["id"] for entry in ENTRIES}) == len(ENTRIES) == len(there) == 463
    assert Counter((item.country, item.kind.value) for item in bundled.swot) == counted
    assert there == {(*place, number) for place, most in counted.items() for number in range(1, most + 1)}


def test_an_item_is_short(bundled: Model) -> None:
    """A line and a half on a screen; whoever wants more has the page."""
    assert [place_of(item) for item in bundled.swot if len(item.says) > MOST_LETTERS] == []


def test_facts_carry_over_and_wording_does_not(bundled: Model, guide_text: Path) -> None:
    """No item and no statement has more than six words of the guide in a row."""
    guide = f" {' '.join(words_of(guide_text.read_text(encoding='utf-8')))} "
    said = [one.says for one in (*bundled.swot, *bundled.statements)]

    copied = [text for text in said if any(f" {' '.join(part)} " in guide for part in rows_of_words(text))]

    assert copied == []


def words_of(text: str) -> list[str]:
    """The words of a text, those broken at the end of a line made whole."""
    return re.findall(r"\w+", text.replace("-\n", "").casefold())


def rows_of_words(text: str) -> list[list[str]]:
    """All rows of words in it that are one word too long."""
    words, length = words_of(text), MOST_WORDS_IN_A_ROW + 1
    return [words[first : first + length] for first in range(len(words) - length + 1)]


# Statements that cannot both be true


@pytest.mark.parametrize(
    ("country", "script", "day", "topic", "claims"),
    [
        (
            "NL",
            "five-barriers",
            END_OF_2014,
            "which-dutch-police-have-the-fourteen-weeks-of-training-that-a-danish-officer-tells-of",
            {"the traffic police", "the certified trafficking police"},
        ),
        (
            "NL",
            "chain",
            None,
            "whether-care-for-dutch-victims-of-loverboys-is-adequate",
            {"no, it is inadequate at present", "yes, what Youth Care offers is appropriate for this group"},
        ),
        (
            "DK",
            "five-barriers",
            None,
            "the-heaviest-danish-sentence-for-trafficking",
            {"three years and nine months", "two and a half years"},
        ),
        ("DK", "chain", END_OF_2014, "when-denmark-first-prosecuted-forced-labour", {"in 2014", "in 2013"}),
        (
            "RO",
            "five-barriers",
            END_OF_2025,
            "how-many-of-the-eu-victims-of-2008-to-2010-came-from-romania",
            {"1,885 of 3,316, which is 57 per cent", "about two thirds"},
        ),
    ],
)
def test_what_sources_answer_differently_is_found(
    country: str, script: str, day: date | None, topic: str, claims: set[str], bundled: Model
) -> None:
    """On the day from which both statements are there; nobody decides between them."""
    said = {statement.id: statement.claim for statement in bundled.statements}
    found = audit(bundled, country, script, Selection(as_of=day)).of_certainty(Certainty.CERTAIN)

    (finding,) = [one for one in found if one.question == "contradiction" and one.subject == topic]

    assert {said[name] for name in finding.facts} == claims


def test_nothing_is_in_dispute_before_the_second_source_says_so(bundled: Model) -> None:
    """The Danish analysis is of January 2014, the chapters are of December."""
    assert [one.subject for one in audit(bundled, "NL").findings if one.question == "contradiction"] == []


def test_a_statement_never_stands_alone(bundled: Model) -> None:
    """What nobody contradicts settles nothing here; a fact that does is recorded as what it is."""
    for statement in bundled.statements:
        assert any(statement.contradicts(other) for other in bundled.statements), statement.topic


def test_what_is_recorded_at_a_step_is_not_recorded_outside_it_again(bundled: Model) -> None:
    """Or one disagreement would be two findings: no two statements of a topic cite what two covers of an actor cite."""
    covers = {citation.lines for cover in bundled.coverage for citation in cover.citations if citation.lines}
    topics: defaultdict[str, list[bool]] = defaultdict(list)
    for statement in bundled.statements:
        topics[statement.topic_id].append(all(citation.lines in covers for citation in statement.citations))

    assert [topic for topic, at_a_step in topics.items() if all(at_a_step)] == []


# Lists of indicators


def test_no_points_are_known_and_none_are_made_up(bundled: Model) -> None:
    """The guide says that each indicator carries points; the attachment that says how many is not in it."""
    assert {one.name: (one.scored, one.weights, one.threshold) for one in bundled.indicators} == {
        "Points System of the Public Prosecutor’s Office": (True, None, None),
        "Dutch tick list of signals, by sector": (False, None, None),
        "Points for the Danish police": (True, None, None),
    }


def test_signs_of_a_victim_and_targets_of_an_office_are_told_apart(bundled: Model) -> None:
    """Both come in points, and only the Dutch ones say something of a person who was met."""
    purposes = {(one.country, one.scored): one.purpose for one in bundled.indicators}

    assert purposes == {
        ("NL", True): IndicatorPurpose.SIGNS_OF_TRAFFICKING,
        ("NL", False): IndicatorPurpose.SIGNS_OF_TRAFFICKING,
        ("DK", True): IndicatorPurpose.TARGETS_OF_AN_OFFICE,
    }
