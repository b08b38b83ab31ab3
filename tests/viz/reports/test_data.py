"""The audit for other tools."""

from typing import Any

from barriers import Selection
from barriers.words import Handling
from graph import BarrierGraph
from tests.viz.render.drawn import as_json
from tests.viz.small import audited, graph, model
from viz.reports.audit import Told
from viz.reports.audit import audit_data as values
from viz.reports.entries import narrowed
from viz.reports.header import strictest


def audit_data(graphs: list[BarrierGraph], *asked: Any) -> Any:
    audits = ((one, audited(one)) for one in graphs)
    return as_json(values(model(), [Told(one, found, narrowed(one, found)) for one, found in audits], *asked))


def test_the_model_is_described_with_filters_and_what_the_main_source_is_about() -> None:
    data = audit_data([graph(group="girls")], Selection(group="girls"))

    assert data["model"] == {
        "countries": ["NL"],
        "script": "five-barriers",
        "scripts": ["five-barriers"],
        "as_of": "2014-01-31",
        "handling": "partners",
        "digest": model().digest,
        "filters": {"as_of": None, "form": None, "group": "girls", "basis": None, "findings": []},
        "shown": {"findings": len(data["findings"]), "of": len(data["findings"])},
        "about": [
            {
                "country": "NL",
                "name": "Netherlands",
                "as_of": "2014-01-31",
                "main_source": "small-swot",
                "about": "minors only, 2013-14",
                "handling": "partners",
            }
        ],
    }


def test_a_step_tells_its_status_why_and_who_holds_it() -> None:
    steps = {step["id"]: step for step in audit_data([graph()])["steps"]}

    assert steps["entry.loverboy-seduction"]["intervening"] == ["nl.police"]
    assert steps["entry.loverboy-seduction"]["status"] == "covered"
    assert steps["accommodation.hotel"]["reason"]


def test_citations_are_there_for_readers_and_for_machines() -> None:
    findings = {one["id"]: one for one in audit_data([graph()])["findings"]}
    escort = findings["insufficient-cover:nl:employment.escort"]

    assert escort["citations"][0] == "SWOT p. 37 (small-swot, report)"
    assert escort["cited"][0] == {
        "source": "small-swot",
        "at": "SWOT p. 37",
        "voice": "report",
        "lines": [8, 9],
        "words": "too little supervision",
        "respondents": None,
        "asked": None,
    }


def test_no_audit_is_no_finding() -> None:
    data = audit_data([])

    assert (data["steps"], data["findings"], data["model"]["as_of"]) == ([], [], None)


def test_countries_on_different_days_have_no_day_in_common() -> None:
    early = graph(as_of=model().countries[0].as_of.replace(year=2013))

    assert audit_data([early, graph()])["model"]["as_of"] is None


def test_the_strictest_handling_wins() -> None:
    assert strictest([]) is Handling.PUBLIC
    assert strictest([Handling.PARTNERS, Handling.RESTRICTED, Handling.PUBLIC]) is Handling.RESTRICTED
