"""How often a command waits for the server: at fifty milliseconds a turn it is what a person waits for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from click.testing import Result

from graph.store.cache import VARIABLE
from graph.store.connection import Store
from graph.store.pushing import push
from loaders import load_model
from tests.cli.running import run
from tests.drawing import usual
from tests.store.proxy import Counted, counting
from tests.store.server import Access
from tests.store.stores import empty

MOST_OF_A_READER = 6
MOST_OF_A_PUSH = 40
MOST_OF_NO_PUSH = 10

QUESTIONS = (
    "audit NL",
    "audit NL --script all --format json",
    "matrix NL",
    "show employment.escort",
    "show NL --country NL",
    "compare",
    "compare NL RO --format json",
    "backtest NL",
    "page NL -o -",
)

SCHEMES = ("bolt", "neo4j")

READS = b"\x84mode\x81r"
"""How a request says that it only reads."""


@pytest.fixture(scope="module")
def pushed(asked_store: Store) -> Iterator[None]:
    """Three bundled models on the server, and nothing else."""
    empty(asked_store)
    for code in ("NL", "RO", "DK"):
        push(asked_store, load_model(countries=[code]).model, code, "a test")
    yield
    empty(asked_store)


@pytest.fixture
def counted(neo4j_access: Access) -> Iterator[Counted]:
    """A way to the server that counts."""
    with counting(neo4j_access) as counted:
        yield counted


def asked(words: str, counted: Counted, access: Access, scheme: str, cache: Path | str) -> Result:
    """The answer to a command that goes by the way that counts, which begins to count anew."""
    counted.begin()
    environment = access.environment | {"NEO4J_URI": counted.uri(scheme), VARIABLE: str(cache)}
    return run(*words.split(), data=None, **environment)


@pytest.mark.usefixtures("pushed")
@pytest.mark.parametrize(
    ("question", "scheme"),
    usual(("audit NL", "bolt"), ("show employment.escort", "neo4j"), deep=product(QUESTIONS, SCHEMES)),
)
def test_a_question_takes_few_round_trips_and_what_is_kept_changes_no_byte(
    question: str, scheme: str, counted: Counted, neo4j_access: Access, tmp_path: Path
) -> None:
    """With nothing kept on this machine, with nothing yet, and with what the question before has left."""
    words = f"{question} --store neo4j"
    answers, turns = [], []
    for cache in ("off", tmp_path, tmp_path):
        answers.append(asked(words, counted, neo4j_access, scheme, cache))
        turns.append(counted.round_trips)

    assert {answer.exit_code for answer in answers} <= {0, 1}
    assert {answer.output for answer in answers} == {answers[0].output}
    assert max(turns) <= MOST_OF_A_READER
    assert turns[0] == turns[1] == turns[2] + 1


@pytest.mark.usefixtures("pushed")
def test_whoever_asks_says_who_they_are_and_reads_from_the_first_byte(counted: Counted, neo4j_access: Access) -> None:
    """A cluster sends readers to the machine that writes only where they ask for it."""
    asked("audit NL --store neo4j", counted, neo4j_access, "bolt", "off")

    assert b"barriers/" in counted.said
    assert counted.requests["RUN"] == counted.said.count(READS) == 2
    assert counted.requests["BEGIN"] == 0


@pytest.mark.usefixtures("pushed")
def test_a_push_takes_few_round_trips(counted: Counted, neo4j_access: Access) -> None:
    """Forced, in place of one that stands there; most of it is what keeps two who push at once apart."""
    assert asked("neo4j push NL --force", counted, neo4j_access, "bolt", "off").exit_code == 0

    assert counted.round_trips <= MOST_OF_A_PUSH


@pytest.mark.usefixtures("pushed")
def test_a_push_that_changes_nothing_takes_hardly_any(counted: Counted, neo4j_access: Access) -> None:
    """It looks what stands there, and whether somebody is at work."""
    assert "already" in asked("neo4j push RO", counted, neo4j_access, "bolt", "off").output

    assert counted.round_trips <= MOST_OF_NO_PUSH
