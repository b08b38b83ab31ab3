"""The data that the page's scripts work on."""

import json
import re
from typing import Any

from barriers.words import Certainty
from tests.viz.page.made import bundled_model, every, html_of_small, page_of_small, small, three
from tests.viz.page.parsed import parsed, unpacked
from viz.markup import unmarked
from viz.page import page_data
from viz.page.data import book_data
from viz.page.told import told_data
from viz.reports.matrix import matrix_of
from viz.reports.subjects import Subjects
from viz.symbols import STATUSES

TOP = {
    *("schema", "digest", "handling", "statuses", "countries", "scripts", "questions", "views"),
    *("certainties", "priorities", "bases", "edge_kinds", "lines", "powers", "signs", "formulas", "label"),
}
VIEW = {
    *("key", "country", "script", "barriers", "steps", "actors", "covers", "networks", "parts", "routes", "findings"),
    *("nodes", "edges", "layouts", "circuit"),
}


def data() -> dict[str, Any]:
    return book_data(small())


def view(number: int = 0) -> dict[str, Any]:
    return dict(data()["views"][number])


def test_the_names_of_the_data_are_those_that_the_scripts_know() -> None:
    assert data().keys() == TOP
    assert view().keys() == VIEW
    assert data()["schema"] == 2


def test_the_data_in_the_page_are_these() -> None:
    (element,) = parsed(html_of_small()).all("script", id="data", type="application/json")
    graphs, audits = [one.graph for one in small().views], [one.audit for one in small().views]

    found = unpacked(json.loads(element.text))

    assert found.pop("words")["plural"].startswith("01")
    assert found == data()
    assert page_data(small().model, graphs, audits) == data()


def test_the_statuses_come_in_the_order_of_every_legend() -> None:
    assert [one["id"] for one in data()["statuses"]] == [status.value for status in STATUSES]
    assert data()["statuses"][0]["mark"] == "!"


def test_what_a_tally_is_made_of_has_a_width() -> None:
    """Digits alike, 0.64 of a font of 13 pixels; whatever the numbers and the statuses are."""
    widths = data()["label"]["widths"]

    assert {widths[digit] for digit in "0123456789"} == {8.32}
    for status in data()["statuses"]:
        assert set(f"9 steps: 1 step, 3 {status['word']}, 4 {status['mark']}") <= widths.keys()


def test_the_countries_and_the_handling_are_those_of_the_head() -> None:
    assert data()["countries"] == [
        {
            "code": "NL",
            "name": "Netherlands",
            "month": "January 2014",
            "about": "minors only, 2013-14",
            "handling": "partners",
        }
    ]
    assert data()["handling"] == "partners"
    assert data()["digest"] == small().model.digest


def test_each_country_has_a_view_under_each_script() -> None:
    assert [one["key"] for one in book_data(three())["views"]] == [
        "nl-five-barriers",
        "ro-five-barriers",
        "dk-five-barriers",
    ]
    assert len(every().views) == 6


def test_a_step_has_its_status_and_why() -> None:
    escort = next(step for step in view()["steps"] if step["id"] == "employment.escort")

    assert (escort["barrier"], escort["status"]) == ("employment", "insufficient")
    assert escort["reason"].startswith("A source says that too little is done: too little supervision")
    assert len(escort["facts"]) == 3


def test_the_covers_are_the_cells_of_the_matrix() -> None:
    for one in every().views:
        matrix = matrix_of(one.graph, one.audit)
        cells = [
            (step.id, actor, cover.fact, cover.short, cover.long)
            for barrier in matrix.barriers
            for step in barrier.steps
            for actor, covers in step.cells.items()
            for cover in covers
        ]
        found = book_data(every())["views"][every().views.index(one)]["covers"]

        assert [(c["step"], c["actor"], c["fact"], c["short"], c["long"]) for c in found] == cells


def test_a_cover_that_counts_for_less_is_marked() -> None:
    limited = {cover["short"]: cover["limited"] for cover in view()["covers"]}

    assert limited["H act*"] is True
    assert limited["D act"] is False


def test_actors_are_those_that_the_facts_of_the_graph_touch() -> None:
    actors = {actor["id"]: actor for actor in view()["actors"]}

    assert "nl.traffic-police" not in actors
    chamber = actors["nl.chamber-of-commerce"]
    assert (chamber["called"], chamber["kind"], chamber["covers"], chamber["facilitates"]) == (
        *("KvK", "state"),
        *(True, True),
    )
    assert actors["nl.landlords"]["covers"] is False


def test_a_network_has_the_members_of_the_day() -> None:
    assert view()["networks"] == [
        {"id": "nl.task-force", "name": "Task Force", "members": ["nl.chamber-of-commerce", "nl.police"]}
    ]


def test_a_step_for_one_group_or_level_has_a_name() -> None:
    """Under each subject of the what-if that has a +."""
    parts = {part["id"]: part["name"] for part in view()["parts"]}
    graph = small().views[0].graph

    assert parts["boys"] == "Boys"
    seconds = [one["subject"].partition("+") for one in view()["circuit"]["findings"] if "+" in one["subject"]]
    assert seconds
    for first, plus, second in seconds:
        assert Subjects(graph).name(f"{first}{plus}{second}").endswith(f" ({parts[second]})")


def test_findings_come_in_the_order_in_which_the_page_numbers_them() -> None:
    page, told = page_of_small(), told_data(small())["findings"]["nl-five-barriers"]

    for number, (finding, said) in enumerate(zip(view()["findings"], told, strict=True), start=1):
        item = page.id(f"finding-nl-five-barriers-{number}")
        assert item.one("code").text == finding["id"]
        assert item.one("strong").text == said["says"]
    assert {one["certainty"] for one in view()["findings"]} == {certainty.value for certainty in Certainty}


def test_every_fact_that_the_data_name_stands_in_the_page() -> None:
    text = json.dumps(book_data(every()))
    named = set(
        re.findall(r"\b(?:cover|ceiling|task|facilitation|member|duty|coordinator|signal|weakness)-[0-9a-f]{12}", text)
    )

    assert named
    assert named <= every().facts.keys()


def test_every_text_of_the_data_is_harmless() -> None:
    def texts(value: Any) -> Any:
        if isinstance(value, str):
            yield value
        for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            yield from texts(part)

    assert all(text == unmarked(text) for text in texts(book_data(every())))


def test_several_scripts_of_the_bundled_model_have_their_names() -> None:
    assert [one["id"] for one in book_data(every())["scripts"]] == ["five-barriers", "chain"]
    assert len(bundled_model().countries) == 3
