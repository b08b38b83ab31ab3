"""The page tells exactly the facts of the graph, each with who says so, and every link leads somewhere."""

from collections import Counter
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given

from barriers import Model
from barriers.facts import Fact
from tests.drawing import tries
from tests.strategies import models
from tests.viz.page.made import (
    book,
    every,
    html,
    page_of_every,
    page_of_small,
    page_of_three,
    small,
    small_model,
    three,
)
from tests.viz.page.parsed import Node, parsed, told_in
from viz.markup import kept, marked
from viz.page.told import told_data
from viz.page.views import Book
from viz.wording import cite


def facts_of_graphs(made: Book) -> dict[str, set[str]]:
    """The facts of the graphs, asked of networkx, with the keys of their views.

    Those that are a relation, and of those that are a node all with a relation and all that a finding rests on.
    """
    found: dict[str, set[str]] = {}
    for view in made.views:
        shape = view.graph.shape
        rests_on = {name for finding in view.audit.findings for name in finding.facts}
        values = [value for _, _, value in shape.edges(data="value")]
        values += [value for name, value in shape.nodes(data="value") if shape.degree(name) or name in rests_on]
        for value in values:
            if isinstance(value, Fact):
                found.setdefault(value.id, set()).add(f"{view.graph.country.lower()}-{view.graph.script.id}")
    return found


def told(made: Book) -> dict[str, dict[str, Any]]:
    """What the data say of each fact, by its id."""
    return {one["id"]: one for one in told_data(made)["facts"]}


def keys(made: Book) -> dict[str, set[str]]:
    return {name: set(one["keys"]) for name, one in told(made).items()}


def rows(page: Node) -> dict[str, Node]:
    """The rows of the document that can be read without scripts."""
    return {row.attributes["id"].removeprefix("fact-"): row for row in page.id("facts-table").all("tr")[1:]}


def cells(row: Node) -> list[str]:
    return [cell.text for cell in row.children if isinstance(cell, Node)]


@pytest.mark.parametrize(("made", "page"), [(every, page_of_every), (small, page_of_small)])
def test_data_and_document_hold_the_facts_of_the_graphs_and_no_other(
    made: Callable[[], Book], page: Callable[[], Node]
) -> None:
    expected = facts_of_graphs(made())

    assert keys(made()) == expected
    assert rows(page()).keys() == expected.keys()
    assert len(facts_of_graphs(every())) > 800


@given(model=models())
@tries(25)
def test_the_page_of_any_model_holds_the_facts_of_its_graph_and_no_other(model: Model) -> None:
    made = book(model, [one.code for one in model.countries], [one.id for one in model.scripts])

    assert keys(made) == facts_of_graphs(made)
    assert rows(parsed(html(made))).keys() == facts_of_graphs(made).keys()


def test_a_fact_of_two_views_stands_once() -> None:
    ids = [one["id"] for one in told_data(every())["facts"]]

    assert len(ids) == len(set(ids))
    assert any(len(found) > 1 for found in keys(every()).values())


def test_what_touches_nothing_of_the_script_is_not_in_the_graph() -> None:
    shelter = {fact.id for fact in every().model.ceilings if fact.country == "NL"}
    only_barriers = book(every().model, ["NL"])

    assert {name for name in shelter if name in every().facts} > {
        name for name in shelter if name in only_barriers.facts
    }


# What is said of a fact


def row_of(kind: str, number: int = 0) -> list[str]:
    found = [cells(row) for name, row in rows(page_of_small()).items() if name.startswith(f"{kind}-")]
    return sorted(found)[number]


def told_of(kind: str, number: int = 0) -> dict[str, Any]:
    found = [one for one in told(small()).values() if one["kind"] == kind]
    return sorted(found, key=lambda one: (one["says"], one["id"]))[number]


def test_a_cover_with_its_remarks_its_period_its_citation_and_its_words() -> None:
    says, kind, basis, beside, when, who, ident = row_of("cover", 0)

    assert says == "Border Police (KMar) at Forged passport [of somebody older]: hinder, active"
    assert (kind, basis, beside) == ("cover", "stated", "")
    assert when == "since 1 January 2010, until 31 December 2012, ended before 31 January 2014"
    assert who == "SWOT p. 52 (small-swot, report)"
    assert ident.startswith("cover-")
    data = told(small())[ident]
    assert (data["says"], data["called"], data["stands"], data["when"]) == (says, kind, basis, when)
    assert [told_data(small())["citations"][place]["says"] for place in data["cites"]] == [who]
    assert "beside" not in data


def test_the_words_that_must_stand_at_a_place_are_quoted() -> None:
    assert row_of("cover", 1)[5] == "SWOT p. 17 (small-swot, report); “picks out unaccompanied”"
    assert row_of("cover", 1)[3] == "Picks out minors who arrive alone and hands them over."
    assert {"says": "SWOT p. 17 (small-swot, report)", "source": "small-swot", "words": "picks out unaccompanied"} in (
        told_data(small())["citations"]
    )


def test_a_percentage_stands_with_its_respondents_and_a_misprint_with_the_suspicion() -> None:
    found = told_of("cooperation")

    assert found["says"].endswith("good 24.43 per cent; of 14 respondents")
    assert found["beside"] == ["as printed: 24.43 cannot be a part of 14; perhaps 21.43"]
    assert row_of("cooperation")[5] == "SWOT p. 60 (small-swot, survey of 14 respondents)"


def test_a_weakness_that_partners_alone_may_see_says_so_and_so_does_the_page() -> None:
    closed = [row[3] for name, row in ((n, cells(r)) for n, r in rows(page_of_small()).items()) if "weakness" in name]

    assert {one["handling"] for one in told(small()).values() if one["kind"] == "weakness"} == {"public", "partners"}
    assert sum(said.endswith("audience: partners only") for said in closed) == 1
    assert page_of_small().one("header", cls="head").all("p")[0].text == "audience: partners only"


def test_what_a_fact_touches_is_named_by_ids() -> None:
    touched = {frozenset(one["touches"]) for one in told(small()).values() if one["kind"] == "facilitation"}

    assert touched == {
        frozenset({"nl.chamber-of-commerce", "shell.3", "employment"}),
        frozenset({"nl.landlords", "shell.2", "accommodation.overcrowded-rental"}),
    }


@pytest.mark.parametrize(("page", "made"), [(page_of_small, small), (page_of_every, every)])
def test_every_citation_of_every_fact_stands_there_in_full(page: Callable[[], Node], made: Callable[[], Book]) -> None:
    found, data = rows(page()), told_data(made())
    named = {one["id"]: [data["citations"][place]["says"] for place in one.get("cites", [])] for one in data["facts"]}

    for name, fact in made().facts.items():
        expected = [cite(citation, made().model) for citation in fact.citations]
        assert [link.text for link in found[name].all("a")] == expected
        assert named[name] == expected


def test_an_actor_stands_there_with_what_it_is() -> None:
    chamber = page_of_small().id("actor-nl.chamber-of-commerce")

    assert cells(chamber)[0] == "Chamber of Commerce (KvK)"
    assert "stakeholder at 1 step; member of Task Force until February 2014; facilitator in shell 3" in chamber.text
    (data,) = (one for one in told_data(small())["actors"] if one["id"] == "nl.chamber-of-commerce")
    assert data["says"] == "Chamber of Commerce (KvK)"
    assert all(part in chamber.text for part in data["pairs"])


@pytest.mark.parametrize("made", [small, three, every])
def test_what_is_packed_is_what_was_said(made: Callable[[], Book]) -> None:
    assert told_in(html(made())) == told_data(made())


def test_a_name_keeps_its_marks_in_the_data_and_nothing_else_does() -> None:
    """So that scripts show it in its own direction."""
    assert kept(f"at {marked('בנק')}, {chr(0xFDD0)}{chr(0xFFFE)}") == "at \ufdd0בנק\ufdd1, \ufffd\ufffd"


# Links


@pytest.mark.parametrize("page", [page_of_small, page_of_three, page_of_every])
def test_every_link_leads_to_an_element_and_no_id_stands_twice(page: Callable[[], Node]) -> None:
    tree = page()
    ids = Counter(node.attributes["id"] for node in tree if "id" in node.attributes)
    assert [name for name, times in ids.items() if times > 1] == []
    links = {link.attributes["href"] for link in tree.all("a")}
    # Where there is one country only, there is nothing to compare.
    assert links - {f"#{name}" for name in ids} <= {"#view-compare"}


def test_every_fact_that_a_finding_rests_on_stands_in_the_table() -> None:
    named = {name for view in every().views for finding in view.audit.findings for name in finding.facts}

    assert named <= rows(page_of_every()).keys()


def test_a_model_without_facts_gives_an_empty_table() -> None:
    facts = {kind.name for kind in fields(Model)} - {"countries", "scripts", "editions", "sources", "actors"}
    model = replace(small_model(), **dict.fromkeys(facts, ()))
    page = parsed(html(book(model)))

    assert rows(page) == {}
    assert page.id("facts-table").one("caption").text == "Everything that the graph shows: 0 facts"
