"""The queries on the page about the server print what stands below them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from graph.store.connection import Store
from graph.store.pushing import push
from loaders import load_model
from tests.cli.running import ROOT

PAGE = (ROOT / "docs" / "neo4j.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"```cypher\n(.*?)```\n\n```text\n(.*?)```", PAGE, flags=re.DOTALL)


@pytest.fixture(scope="module")
def pushed(asked_store: Store) -> Iterator[None]:
    """The three bundled models on the server, and nothing else."""
    with asked_store.session() as session:
        session.run("MATCH (n:BarriersNode|BarriersVersion|BarriersModel) DETACH DELETE n").consume()
        for code in ("NL", "RO", "DK"):
            push(asked_store, load_model(countries=[code]).model, code, "a test")
        yield
        session.run("MATCH (n:BarriersNode|BarriersVersion|BarriersModel) DETACH DELETE n").consume()


@pytest.mark.usefixtures("pushed")
@pytest.mark.parametrize(("query", "output"), SHOWN, ids=[query.splitlines()[-1][:40] for query, _ in SHOWN])
def test_a_query_on_the_page_prints_what_stands_below_it(query: str, output: str, asked_store: Store) -> None:
    """Whoever changes the data or the shape of what is stored brings the page along."""
    assert printed(asked_store, query) == output


def test_there_are_queries_enough_for_a_first_day() -> None:
    """The one that says what is there, and five that a task force would ask."""
    assert len(SHOWN) == 6


def printed(store: Store, query: str) -> str:
    """The rows of a query as a table of text."""
    with store.session() as session:
        found = session.run(query)
        rows = [tuple(found.keys()), *(tuple(map(_cell, record.values())) for record in found)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    return "".join(f"{line}\n" for line in lines)


def _cell(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
