"""The queries for Neo4j Browser: each stands on the page about the server, and prints what stands below it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace

import networkx as nx
import pytest

from barriers.words import Status
from cli.options import Asked
from graph import QUESTIONS, build_graph
from graph.store.connection import Store
from graph.store.publishing import publish
from graph.store.pushing import push
from graph.store.queries import Query, all_queries, queries_for
from loaders import load_model
from tests.cli.running import ROOT, run

PAGE = ROOT / "docs" / "neo4j.md"
SHOWN = dict(re.findall(r"```cypher\n(.*?)```\n\n```text\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL))
QUERIES = {query.name: query for query in all_queries()}
EXAMPLE = re.search(r"```cypher\n(MATCH[^`]*gds\.graph\.project[^`]*)```", PAGE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def pushed(asked_store: Store) -> Iterator[None]:
    """The three bundled models on the server with their audits, of one of them a version before, and nothing else."""
    with asked_store.session() as session:
        session.run("MATCH (n:BarriersNode|BarriersVersion|BarriersModel) DETACH DELETE n").consume()
        denmark = load_model(countries=["DK"]).model
        first, *others = denmark.statements
        drafted = replace(first, claim="what was written first")
        push(asked_store, replace(denmark, duties=(), statements=(drafted, *others)), "DK", "a test")
        for code in ("NL", "RO", "DK"):
            model = load_model(countries=[code]).model
            version = push(asked_store, model, code, "a test").version
            graph = build_graph(model, code, "five-barriers", Asked().selection())
            publish(asked_store, version, model, graph, Asked().selection(), "a test")
        yield
        session.run("MATCH (n:BarriersNode|BarriersVersion|BarriersModel) DETACH DELETE n").consume()


@pytest.mark.usefixtures("pushed")
@pytest.mark.parametrize("name", QUERIES)
def test_a_query_prints_what_stands_below_it_on_the_page(name: str, asked_store: Store) -> None:
    """Whoever changes the data or the shape of what is stored brings the page along: BARRIERS_GOLDEN=update does it."""
    query = QUERIES[name]
    output = printed(asked_store, query.cypher)
    if os.environ.get("BARRIERS_GOLDEN") == "update":
        renew(query, output)
        return

    assert output == SHOWN[query.cypher]


def renew(query: Query, output: str) -> None:
    """Write the query and its rows anew below the sentence that says what it answers."""
    before, title, rest = PAGE.read_text(encoding="utf-8").partition(f"**{query.answers}**")
    said, _, rest = rest.partition("```cypher\n")
    _, _, rest = rest.partition("```text\n")
    shown = f"```cypher\n{query.cypher}```\n\n```text\n{output}"
    PAGE.write_text(f"{before}{title}{said}{shown}{rest[rest.index('```') :]}", encoding="utf-8")


def test_the_page_shows_every_query_and_no_other() -> None:
    """Each below the sentence that says what it answers."""
    page = PAGE.read_text(encoding="utf-8")

    assert set(SHOWN) == {query.cypher for query in QUERIES.values()}
    for query in QUERIES.values():
        assert page[: page.index(query.cypher)].rpartition("\n\n**")[2].startswith(f"{query.answers}** ")


def test_queries_are_short() -> None:
    """Fifteen to twenty; each fits a window of Browser."""
    assert 15 <= len(QUERIES) <= 20
    for query in QUERIES.values():
        lines = query.cypher.splitlines()
        assert len(lines) <= 15
        assert max(map(len, lines)) <= 100


def test_a_query_names_questions_and_statuses_that_there_are() -> None:
    """One that is called by another name is found here, and not by whoever waits for rows."""
    questions = {question.id for question in QUESTIONS}
    for query in all_queries():
        assert set(query.questions) - {"*"} <= questions
        assert set(re.findall(r"question: '([^']+)'", query.cypher)) <= questions
        assert set(re.findall(r"status(?::| =) '([^']+)'", query.cypher)) <= {str(status) for status in Status}


def test_every_question_has_a_query_of_what_it_finds() -> None:
    """Beside those over recorded facts that belong to it."""
    for question in QUESTIONS:
        *_, general = queries_for(question.id)
        assert f"{{question: '{question.id}'}}" in general.cypher


def test_the_queries_of_a_question_are_printed_ready_to_paste() -> None:
    """With what each answers as a comment; without an id all of them, each once."""
    one = run("questions", "single-stakeholder", "--cypher", data=None)
    everything = run("questions", "--cypher", data=None)

    assert one.exit_code == everything.exit_code == 0
    assert one.stdout.count("// ") == len(queries_for("single-stakeholder"))
    assert one.stdout.startswith(f"// {queries_for('single-stakeholder')[0].answers}\nMATCH ")
    assert everything.stdout.count(";\n") == len(QUERIES)


@pytest.mark.usefixtures("pushed")
def test_the_projection_of_the_example_gives_the_betweenness_on_the_page(asked_store: Store) -> None:
    """Worked out here by networkx from the rows that the plug-in would project."""
    assert EXAMPLE is not None
    lines, _, _ = EXAMPLE[1].partition("RETURN gds")
    with asked_store.session() as session:
        rows = session.run(f"{lines}RETURN one.name, other.name, distance").values()
    graph = nx.Graph()  # both ways, as the example projects it
    graph.add_weighted_edges_from(rows)
    assert graph.number_of_edges() == len(rows)
    between = nx.betweenness_centrality(graph, normalized=False, weight="weight")
    best = sorted(between.items(), key=lambda item: (-item[1], item[0]))[:2]
    output = "".join(f"{score:6.1f}  {name}\n" for name, score in best)

    assert f"```text\n{output}```" in PAGE.read_text(encoding="utf-8"), output


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
