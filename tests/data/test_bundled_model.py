"""What the bundled model must be, whoever edits it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from barriers import Audit, Model, Selection
from barriers.words import Awareness, Basis, Certainty, SourceKind, State, Status
from graph import audit
from loaders import load_model

BARRIERS = ("entry", "accommodation", "identity", "employment", "finance")
HERE = Path(__file__).parent
ENTRIES: list[dict[str, Any]] = [
    entry
    for file in sorted(HERE.glob("*_guide_entries.yml"))
    for entry in yaml.safe_load(file.read_text(encoding="utf-8"))
]


def test_the_script_has_30_to_40_steps_over_five_barriers_in_their_order(bundled: Model) -> None:
    """The barriers are those that the guide prints, in its order."""
    script = bundled.script_by_id["five-barriers"]

    assert tuple(barrier.id for barrier in script.barriers) == BARRIERS
    assert {step.barrier for step in script.steps} == set(BARRIERS)
    assert 30 <= len(script.steps) <= 40


def test_the_script_has_the_routes_that_analysts_ask_for(bundled: Model) -> None:
    """Each route goes from recruitment to money, so it passes entry first and finance last."""
    script = bundled.script_by_id["five-barriers"]
    barrier = {step.id: step.barrier for step in script.steps}

    assert {route.id for route in script.routes} >= {
        "route.loverboy",
        "route.minor-by-air",
        "route.licensed-window",
        "route.escort",
        "route.agency-labour",
        "route.posted-labour",
    }
    for route in script.routes:
        assert (barrier[route.steps[0]], barrier[route.steps[-1]]) == ("entry", "finance")


def test_the_model_has_no_warning_but_the_figure_that_is_kept_as_printed(bundled: Model) -> None:
    """Every fact is cited; only the ratings of the prosecution service sum to more than 100."""
    assert all(fact.citations for fact in bundled.facts())
    assert [(rating.actor, rating.partner) for rating in bundled.cooperation if rating.total > 100] == [
        ("nl.police", "nl.prosecution")
    ]


def test_a_survey_always_carries_how_many_were_asked(bundled: Model) -> None:
    """A percentage without its denominator is the worst thing to print; where the source prints none, that is said."""
    for fact in (*bundled.facts(),):
        for citation in fact.citations:
            voice = citation.voice or bundled.source_by_id[citation.source].voice
            if voice == "survey":
                assert citation.respondents or "not printed" in citation.asked, fact.id


def test_nothing_stated_rests_on_what_a_machine_wrote(bundled: Model) -> None:
    """A source that a machine wrote is no evidence."""
    machines = {source.id for source in bundled.sources if source.kind is SourceKind.MACHINE}

    assert machines
    assert not any(citation.source in machines for fact in bundled.facts() for citation in fact.citations)


def test_no_absence_is_claimed_of_any_dutch_actor(bundled: Model, dutch: Audit) -> None:
    """The sources speak of methods that are missing, never of an actor that does nothing: those are weaknesses."""
    steps = {step.id for step in bundled.script_by_id["five-barriers"].steps}
    dutch_covers = [cover for cover in bundled.coverage if cover.country == "NL" and cover.step in steps]

    assert not [cover for cover in dutch_covers if cover.state is State.ABSENT]
    assert dutch.count(Status.UNCOVERED) == 0


def test_every_certain_finding_rests_on_stated_facts_with_citations(bundled: Model, dutch: Audit) -> None:
    """Who prints `sources say so` must be able to show where; that sources disagree is certain whoever speaks."""
    facts = {fact.id: fact for fact in bundled.facts()}
    certain = dutch.of_certainty(Certainty.CERTAIN)

    assert len(certain) >= 5
    for finding in certain:
        resting = [facts[name] for name in finding.facts if facts[name].basis is Basis.STATED]
        assert resting, finding.id
        assert finding.citations, finding.id
        settled = any(bundled.fixes(fact.citations) for fact in resting)
        assert settled or finding.question == "contradiction", finding.id


def test_the_task_force_has_17_members_on_a_list_that_closes_in_february_2014(bundled: Model) -> None:
    """The list is the guide's (NL SWOT pp. 19-20); after it nobody knows. The one of 2008 has nine, for three years."""
    memberships = [membership for membership in bundled.memberships if membership.network == "nl.task-force"]
    until = {str(one.until): str(one.since) for one in bundled.complete_lists if one.network == "nl.task-force"}

    assert Counter(str(membership.until) for membership in memberships) == {"2014-02-01": 17, "2011-02-26": 9}
    assert set(until) == {"2014-02-01", "2011-02-26"}
    assert until["2011-02-26"] == "2008-02-27"


def test_the_guide_names_six_facilitators_and_tells_nothing_apart_that_it_leaves_open(bundled: Model) -> None:
    """Second shell: deliberate with limited liability, or possibly unaware; the guide does not say which."""
    stated = {
        fact.actor: fact
        for fact in bundled.facilitations
        if fact.shell is not None and fact.shell.basis is Basis.STATED
    }

    assert {actor: fact.shell.number for actor, fact in stated.items() if fact.shell} == {
        "nl.landlords": 2,
        "nl.tattooists": 2,
        "nl.money-changers": 2,
        "nl.taxi-drivers": 2,
        "nl.chamber-of-commerce": 3,
        "nl.banks": 3,
    }
    for fact in stated.values():
        assert fact.shell is not None
        wanted = Awareness.UNAWARE if fact.shell.number == 3 else Awareness.DELIBERATE_OR_UNAWARE
        assert fact.awareness is wanted


def test_general_tasks_cover_no_step(bundled: Model) -> None:
    """Investigating trafficking is shown at the barrier; counted per step it would hide every silence."""
    investigators = {"nl.police", "nl.prosecution"}
    general = (4847, 4850)

    assert investigators <= {task.actor for task in bundled.tasks}
    for cover in bundled.coverage:
        if cover.actor in investigators:
            assert all(citation.lines != general for citation in cover.citations), cover.id


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["entry"])
def test_every_entry_of_the_guide_is_loaded_or_left_out_for_a_reason(entry: dict[str, Any], bundled: Model) -> None:
    """Each entry of the working extraction, with the kind of fact that it became."""
    if entry["as"] == "left":
        assert entry["because"]
        return
    first, last = entry["lines"]
    citations = [citation for fact in getattr(bundled, entry["as"]) for citation in fact.citations]

    assert any(
        citation.lines is not None and citation.lines[0] <= last and first <= citation.lines[1]
        for citation in citations
    )


def test_the_working_extraction_is_complete() -> None:
    """Of its 176 entries on coverage each is judged once; those that became no fact are named here."""
    left = {entry["entry"] for entry in ENTRIES if entry["as"] == "left"}

    assert len({entry["entry"] for entry in ENTRIES}) == len(ENTRIES) == 176
    assert left == {
        "cov.dk.fi.silent",
        "cov.nl.all.guide_ngo_absent",
        "cov.nl.all.state_institutions",
        "cov.ro.ac.silent",
        "cov.ro.id.silent",
        "cov.ro.pr.law",
    }


def test_later_sources_change_nothing_before_their_dates(bundled: Model, dutch: Audit) -> None:
    """As of 2014 the answer is that of 2014; what came later is there in 2025, and not before."""
    later = audit(bundled, "NL", selection=Selection(as_of=date(2025, 12, 31)))
    status = {step.step: step.status for step in later.steps}

    assert {step.step: step.status for step in dutch.steps}["accommodation.overcrowded-rental"] is Status.UNKNOWN
    assert status["accommodation.overcrowded-rental"] is Status.LIMITED
    assert not [found for found in later.findings if found.subject == "minors" and found.certainty == "certain"]


@pytest.mark.parametrize("day", [None, date(2025, 12, 31)])
@pytest.mark.parametrize("country", ["NL", "RO", "DK"])
def test_an_audit_of_what_it_asks_about_is_the_audit_of_the_whole_model(
    country: str, day: date | None, bundled: Model
) -> None:
    """Other countries, figures, lists and the chain are left unread, and no answer may change by it."""
    leave_out = ["chain", "eu-teamwork", "figures", "indicators", "practices", "swot"]
    part = load_model(countries=[country], leave_out=leave_out).model

    found, whole = (audit(model, country, selection=Selection(as_of=day)) for model in (part, bundled))

    assert (found.steps, found.findings) == (whole.steps, whole.findings)
