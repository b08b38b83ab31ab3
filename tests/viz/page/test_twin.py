"""The table of facts holds exactly the facts of the graph, each with who says so, and every link leads somewhere."""

from collections import Counter
from collections.abc import Callable
from dataclasses import fields, replace

import pytest
from hypothesis import given

from barriers import Model
from barriers.facts import Fact
from tests.strategies import models, tries
from tests.viz.page.made import book, every, html, page_of_every, page_of_small, page_of_three, small, small_model
from tests.viz.page.parsed import Node, parsed
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


def rows(page: Node) -> dict[str, Node]:
    return {row.attributes["id"].removeprefix("fact-"): row for row in page.id("facts-table").all("tr")[1:]}


def cells(row: Node) -> list[str]:
    return [cell.text for cell in row.children if isinstance(cell, Node)]


def keys(found: dict[str, Node]) -> dict[str, set[str]]:
    return {name: set(row.attributes["data-keys"].split()) for name, row in found.items()}


def test_the_twin_of_the_bundled_models_holds_the_facts_of_their_graphs_and_no_other() -> None:
    expected = facts_of_graphs(every())

    assert keys(rows(page_of_every())) == expected
    assert len(expected) > 800


def test_the_twin_of_the_small_model_holds_the_facts_of_its_graph_and_no_other() -> None:
    assert keys(rows(page_of_small())) == facts_of_graphs(small())


@given(model=models())
@tries(25)
def test_the_twin_of_any_model_holds_the_facts_of_its_graph_and_no_other(model: Model) -> None:
    made = book(model, [one.code for one in model.countries], [one.id for one in model.scripts])

    assert keys(rows(parsed(html(made)))) == facts_of_graphs(made)


def test_a_fact_of_two_views_stands_once() -> None:
    several = [row.attributes["data-keys"] for row in rows(page_of_every()).values()]

    assert any(" " in found for found in several)
    assert max(Counter(row.attributes["id"] for row in rows(page_of_every()).values()).values()) == 1


def test_what_touches_nothing_of_the_script_is_not_in_the_graph() -> None:
    shelter = {fact.id for fact in every().model.ceilings if fact.country == "NL"}
    only_barriers = book(every().model, ["NL"])

    assert {name for name in shelter if name in every().facts} > {
        name for name in shelter if name in only_barriers.facts
    }


# What a row says


def row_of(kind: str, number: int = 0) -> list[str]:
    found = [cells(row) for name, row in rows(page_of_small()).items() if name.startswith(f"{kind}-")]
    return sorted(found)[number]


def test_a_cover_with_its_remarks_its_period_its_citation_and_its_words() -> None:
    says, kind, basis, beside, when, who, handling, ident = row_of("cover", 0)

    assert says == "Border Police (KMar) at Forged passport [of somebody older]: hinder, working"
    assert (kind, basis, beside) == ("cover", "stated", "")
    assert when == "since 1 January 2010, until 31 December 2012, ended before 31 January 2014"
    assert (who, handling) == ("SWOT p. 52 (small-swot, report)", "public")
    assert ident.startswith("cover-")


def test_the_words_that_must_stand_at_a_place_are_quoted() -> None:
    assert row_of("cover", 1)[5] == "SWOT p. 17 (small-swot, report) picks out unaccompanied"
    assert row_of("cover", 1)[3] == "Picks out minors who arrive alone and hands them over."


def test_a_percentage_stands_with_its_respondents_and_a_misprint_with_the_suspicion() -> None:
    says, kind, _, beside, _, who, *_ = row_of("cooperation")

    assert kind == "cooperation"
    assert says.endswith("good 24.43 per cent; of 14 respondents")
    assert beside == "as printed: 24.43 cannot be a part of 14; perhaps 21.43"
    assert who == "SWOT p. 60 (small-swot, survey of 14 respondents)"


def test_a_weakness_that_partners_alone_may_see_says_so_and_so_does_the_page() -> None:
    handlings = {cells(row)[6] for name, row in rows(page_of_small()).items() if name.startswith("weakness-")}

    assert handlings == {"public", "partners"}
    assert page_of_small().one("strong", data_handling="partners").text == "partners"


def test_what_a_fact_touches_is_named_by_ids() -> None:
    touched = {
        frozenset(row.attributes["data-touches"].split())
        for name, row in rows(page_of_small()).items()
        if name.startswith("facilitation-")
    }

    assert touched == {
        frozenset({"nl.chamber-of-commerce", "shell.3", "employment"}),
        frozenset({"nl.landlords", "shell.2", "accommodation.overcrowded-rental"}),
    }


@pytest.mark.parametrize(("page", "made"), [(page_of_small, small), (page_of_every, every)])
def test_every_citation_of_every_fact_stands_there_in_full(page: Callable[[], Node], made: Callable[[], Book]) -> None:
    found = rows(page())

    for name, fact in made().facts.items():
        expected = [cite(citation, made().model) for citation in fact.citations]
        assert [link.text for link in found[name].all(cls="cite")] == expected


def test_an_actor_stands_there_with_what_it_is() -> None:
    chamber = page_of_small().id("actor-nl.chamber-of-commerce")

    assert cells(chamber)[0] == "Chamber of Commerce (KvK)"
    assert "stakeholder at 1 step; member of Task Force until February 2014; facilitator in shell 3" in chamber.text


# Links


@pytest.mark.parametrize("page", [page_of_small, page_of_three, page_of_every])
def test_every_link_leads_to_an_element_and_no_id_stands_twice(page: Callable[[], Node]) -> None:
    tree = page()
    ids = Counter(node.attributes["id"] for node in tree if "id" in node.attributes)
    assert [name for name, times in ids.items() if times > 1] == []
    links = {link.attributes["href"] for link in tree.all("a")}
    # Where there is one country only, there is nothing to compare.
    assert links - {f"#{name}" for name in ids} <= {"#view-compare"}


def test_every_fact_that_a_finding_rests_on_stands_in_the_twin() -> None:
    named = {name for view in every().views for finding in view.audit.findings for name in finding.facts}

    assert named <= rows(page_of_every()).keys()


def test_a_model_without_facts_gives_an_empty_table() -> None:
    facts = {kind.name for kind in fields(Model)} - {"countries", "scripts", "editions", "sources", "actors"}
    model = replace(small_model(), **dict.fromkeys(facts, ()))
    page = parsed(html(book(model)))

    assert rows(page) == {}
    assert page.id("facts-table").one("caption").text == "Everything that the graph shows: 0 facts"
