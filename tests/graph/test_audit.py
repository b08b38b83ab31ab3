"""The audit as a whole: whom to ask, what to do, who may see it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from barriers import Model, Selection
from barriers.words import Certainty, Handling, Status
from graph import audit, build_graph
from graph.audit import audit_graph
from tests.graph.made import (
    ABSENT,
    ACTORS,
    BANK,
    DAY,
    DETECT,
    DOOR,
    HALL,
    LEDGER,
    NL,
    POLICE,
    REPORT,
    SCRIPT,
    SEXUAL,
    SOURCES,
    STATED,
    cover,
    helps,
    in_part,
    nobody,
    step,
    task,
    town,
    weakness,
)


def asked_about(model: Model, subject: str = DOOR) -> tuple[str, ...]:
    (ask,) = {found.ask for found in audit(model, NL, SCRIPT).findings if found.subject == subject}
    return ask


# Whom to ask


def test_those_recorded_at_a_step_are_asked_first() -> None:
    """Even of one who is said not to act: it knows who does."""
    assert asked_about(town(cover(POLICE, state=ABSENT), task(BANK, "entry"))) == (POLICE,)


def test_else_those_with_a_general_task_at_the_barrier_are_asked() -> None:
    """A general task covers no step, but its holder knows the barrier."""
    assert asked_about(town(task(BANK, "entry"), task(POLICE, "finance"))) == (BANK,)


def test_who_has_a_task_everywhere_is_asked_where_nobody_else_has() -> None:
    """The police investigate trafficking at every barrier; the bank knows this one."""
    everywhere = task(POLICE, "entry", "finance")

    assert asked_about(town(everywhere, task(BANK, "entry"))) == (BANK,)
    assert asked_about(town(everywhere)) == (POLICE,)


def test_else_those_whom_the_country_names_are_asked() -> None:
    """The country's own page says whom to ask where nobody is recorded."""
    assert asked_about(town()) == (HALL,)


def test_an_actor_is_asked_about_itself() -> None:
    """Before those whom the country names."""
    assert asked_about(town(cover(BANK), helps(BANK, step=STATED)), BANK) == (BANK, HALL)


# What to do


def test_what_a_source_recommends_against_a_weakness_of_the_step_is_a_remedy() -> None:
    """A weakness elsewhere has no remedy for this step."""
    model = town(weakness(DOOR, remedy="send somebody"), weakness(LEDGER, remedy="count again"))
    (finding,) = [found for found in audit(model, NL, SCRIPT).findings if found.subject == DOOR]

    assert finding.remedies == ("send somebody",)


def test_a_weakness_without_a_remedy_recommends_nothing() -> None:
    """No empty line among the remedies."""
    (finding,) = [found for found in audit(town(weakness(DOOR)), NL, SCRIPT).findings if found.subject == DOOR]

    assert finding.remedies == ()


# Who may see it


def test_the_handling_of_an_audit_is_the_strictest_of_all_that_it_rests_on() -> None:
    """Of a fact, of a source that is cited, of an actor that is named; what is not shown does not count."""
    fact = cover(POLICE)
    plain = town(fact)
    restricted = replace(plain, coverage=(replace(fact, handling=Handling.RESTRICTED),))
    sources = [replace(source, handling=Handling.PARTNERS) for source in SOURCES if source.id == REPORT]
    actors = [replace(actor, handling=Handling.PARTNERS) for actor in ACTORS if actor.id == POLICE]
    others = [replace(actor, handling=Handling.RESTRICTED) for actor in ACTORS if actor.id == BANK]

    assert audit(town(), NL, SCRIPT).handling is Handling.PUBLIC
    assert audit(plain, NL, SCRIPT).handling is Handling.PUBLIC
    assert audit(restricted, NL, SCRIPT).handling is Handling.RESTRICTED
    assert audit(replace(plain, sources=tuple(sources)), NL, SCRIPT).handling is Handling.PARTNERS
    assert audit(town(fact, actors=actors), NL, SCRIPT).handling is Handling.PARTNERS
    assert audit(town(fact, actors=others), NL, SCRIPT).handling is Handling.PUBLIC


# The rest of the page


def test_an_audit_says_of_what_and_of_which_day_it_speaks() -> None:
    """The country's own day unless another is asked for."""
    found = audit(town(), NL, SCRIPT)
    earlier = audit(town(), NL, SCRIPT, Selection(as_of=date(2012, 1, 1)))

    assert (found.country, found.script, found.as_of) == (NL, SCRIPT, DAY)
    assert earlier.as_of == date(2012, 1, 1)
    assert earlier.digest == found.digest == town().digest


def test_steps_stand_in_the_order_of_the_script() -> None:
    """Barrier by barrier, whatever their names."""
    steps = [step("finance.all"), step("entry.window"), step(DOOR)]

    assert [found.step for found in audit(town(steps=steps), NL, SCRIPT).steps] == [DOOR, "entry.window", "finance.all"]


def test_each_step_is_counted_under_one_word() -> None:
    """At one barrier or at all of them."""
    model = town(nobody(), cover(POLICE, DETECT, step=LEDGER), steps=[step(DOOR), step(LEDGER)])
    found = audit(model, NL, SCRIPT)

    assert found.count(Status.UNCOVERED) == found.count(Status.UNCOVERED, "entry") == 1
    assert found.count(Status.UNCOVERED, "finance") == 0
    assert sum(found.count(status) for status in Status) == 2


def test_a_finding_cites_each_place_once() -> None:
    """Two facts from one page are one citation."""
    model = town(nobody(groups=["girls"]), nobody(groups=["boys"]))
    (finding,) = [found for found in audit(model, NL, SCRIPT).findings if found.subject == DOOR]

    assert len(finding.facts) == 2
    assert [(cited.source, cited.at) for cited in finding.citations] == [(REPORT, "p. 1")]


def test_a_graph_that_is_already_built_gives_the_same_audit() -> None:
    """What-if and comparison build the graph themselves."""
    model = town(in_part(), cover(POLICE), steps=[step(DOOR, forms=[SEXUAL])])

    assert audit_graph(build_graph(model, NL, SCRIPT), model.digest) == audit(model, NL, SCRIPT)


def test_certain_findings_can_be_told_from_possible_ones() -> None:
    """Sources say so, and to check."""
    found = audit(town(in_part()), NL, SCRIPT)
    both = [*found.of_certainty(Certainty.CERTAIN), *found.of_certainty(Certainty.POSSIBLE)]

    assert [finding.question for finding in found.of_certainty(Certainty.CERTAIN)] == ["insufficient-cover"]
    assert both == list(found.findings)


@pytest.mark.parametrize(("country", "script"), [("XX", SCRIPT), (NL, "no-such-script")])
def test_a_country_or_script_that_is_not_there_is_a_key_error(country: str, script: str) -> None:
    """The command line asks before; a program sees at once."""
    with pytest.raises(KeyError):
        audit(town(), country, script)
