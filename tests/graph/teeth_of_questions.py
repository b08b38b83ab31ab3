"""What each question asks, and what the selection leaves in: each rule with a way to break it."""

# ruff: noqa: ARG005 - a broken rule takes what the right one takes

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from barriers import Facilitation, Model, Selection, Statement, select
from barriers.words import Basis, Certainty
from graph import build
from graph.barrier_graph import BarrierGraph
from graph.questions import View, contradiction, dual_role, unwatched_facilitator
from tests.graph.examples import CERTAIN_OF, POSSIBLE_OF
from tests.graph.made import (
    ABSENT,
    BANK,
    BOYS,
    DETECT,
    DOOR,
    FIELD,
    GIRLS,
    INFERRED,
    KEY,
    LABOUR,
    LATER,
    LEDGER,
    NL,
    PARTIAL,
    POLICE,
    REPORT,
    SCRIPT,
    SEXUAL,
    STATED,
    TALK,
    by,
    cover,
    helps,
    in_part,
    nobody,
    said,
    step,
    town,
)
from tests.graph.teeth import Bite, Break, always, instead, never

P2: dict[str, Any] = {"citations": by(REPORT, at="p. 2")}
LAST_SUMMER = date(2013, 7, 1)


ANSWERS = [
    *(Bite(f"{name} has certain answers", model, never(name)) for name, model in CERTAIN_OF.items()),
    *(
        Bite(f"{name} says certain where every world says so", model, always(name, Certainty.POSSIBLE))
        for name, model in CERTAIN_OF.items()
    ),
    *(Bite(f"{name} has possible answers", model, never(name)) for name, model in POSSIBLE_OF.items()),
    *(
        Bite(f"{name} says possible where only some worlds say so", model, always(name, Certainty.CERTAIN))
        for name, model in POSSIBLE_OF.items()
    ),
]


# Ways to break a rule of one question


def facilitations_everywhere(graph: BarrierGraph, name: str) -> tuple[Facilitation, ...]:
    return tuple(fact for fact in graph.part.facilitations if fact.actor == name)


ABOUT_ACTORS = [
    Bite(
        "one stated claim is enough to facilitate",
        town(cover(BANK), helps(BANK, shell=STATED, step=INFERRED)),
        instead(Facilitation, "is_stated", property(lambda fact: all(claim.basis == STATED for claim in fact.claims))),
    ),
    Bite(
        "whose every claim is inferred facilitates perhaps",
        town(cover(BANK), helps(BANK, shell=INFERRED, step=INFERRED)),
        instead(Facilitation, "is_stated", property(lambda fact: True)),
    ),
    Bite(
        "a facilitation at a step that is not looked at is not asked about",
        town(
            cover(BANK),
            helps(BANK, step=STATED, at=LEDGER),
            steps=[step(DOOR, forms=[SEXUAL]), step(LEDGER, forms=[LABOUR])],
        ),
        instead(BarrierGraph, "facilitations_by", facilitations_everywhere),
        Selection(form=SEXUAL),
    ),
    Bite(
        "who is said not to cover has no double role",
        town(cover(BANK, DETECT, ABSENT), helps(BANK, shell=STATED)),
        instead(dual_role, "covered_steps", lambda view, surely: {BANK: frozenset([DOOR])}),
    ),
    Bite(
        "only the claim about the step is about the step",
        town(nobody(), helps(BANK, shell=STATED, step=INFERRED)),
        instead(unwatched_facilitator, "_is_firm_at_the_step", lambda view, fact: fact.is_stated),
    ),
]


def judged_whoever_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Break that weak voices contradict as well: only firm statements are judged."""
    about = contradiction._about_an_actor
    monkeypatch.setattr(
        contradiction,
        "_about_an_actor",
        lambda reading, covers: about(reading, [cover for cover in covers if reading.graph.is_firm(cover)]),
    )


CONTRADICTIONS = [
    Bite(
        "an exception contradicts nothing",
        town(cover(POLICE, state=ABSENT), cover(POLICE, groups=[GIRLS])),
        instead(contradiction, "_meet", lambda reading, one, other: True),
    ),
    Bite(
        "who speaks of others contradicts nothing",
        town(cover(POLICE, state=ABSENT, groups=[BOYS]), cover(POLICE, groups=[GIRLS])),
        instead(contradiction, "_meet", lambda reading, one, other: True),
    ),
    Bite(
        "two degrees of acting contradict each other",
        town(cover(POLICE), cover(POLICE, state=PARTIAL, **P2)),
        never("contradiction"),
    ),
    Bite(
        "nobody and somebody contradict each other",
        town(nobody(), cover(POLICE)),
        instead(contradiction, "_about_the_step", lambda reading, covers, ceilings: {}),
    ),
    Bite(
        "nobody and in part contradict each other",
        town(nobody(), in_part(**P2)),
        instead(contradiction, "_about_the_step", lambda reading, covers, ceilings: {}),
    ),
    Bite(
        "a statement that has ended contradicts nothing",
        town(cover(POLICE, state=ABSENT, until=LAST_SUMMER), cover(POLICE, **P2)),
        instead(BarrierGraph, "is_valid", lambda graph, fact: True),
    ),
    Bite(
        "a contradiction is one whoever speaks",
        town(cover(POLICE), cover(POLICE, state=ABSENT, source=TALK, since=date(2013, 1, 1))),
        judged_whoever_speaks,
    ),
]


# Statements outside the steps


def weighed(*unasked: str) -> Break:
    """Statements of which something is no longer asked; who speaks is asked, though it should not be, unless `firm`."""

    def is_weighed(statement: Statement, view: View) -> bool:
        return (
            (statement.basis is Basis.STATED or "basis" in unasked)
            and (view.graph.is_valid(statement) or "valid" in unasked)
            and (contradiction._is_of_the_script(statement, view) or "script" in unasked)
            and (view.graph.is_firm(statement) or "firm" in unasked)
        )

    return instead(contradiction, "_is_weighed", is_weighed)


def of_this_script_alone(statement: Statement, view: View) -> bool:
    script_of = view.graph.part.script_of
    return all(script_of.get(name, SCRIPT) == SCRIPT for name in statement.about)


OUTSIDE_THE_STEPS = [
    Bite(
        "two answers to one question contradict each other",
        town(said("the police"), said("nobody")),
        instead(contradiction, "_outside_the_steps", lambda view: ()),
    ),
    Bite(
        "an answer that has ended contradicts nothing",
        town(said("the police", until=LAST_SUMMER), said("nobody")),
        weighed("valid", "firm"),
    ),
    Bite(
        "an answer that has not begun contradicts nothing",
        town(said("the police", source=LATER), said("nobody")),
        instead(Model, "begins", lambda model, fact: fact.since or date.min),
    ),
    Bite(
        "an answer that the analyst infers contradicts nothing",
        town(said("the police", basis=INFERRED), said("nobody")),
        weighed("basis", "firm"),
    ),
    Bite(
        "two answers contradict each other whoever speaks",
        town(said("the police", source=TALK), said("nobody")),
        weighed(),
    ),
    Bite(
        "an answer about another script is weighed there",
        town(said("the police", about=(FIELD,)), said("nobody")),
        weighed("script", "firm"),
    ),
    Bite(
        "an answer about two scripts is weighed in both",
        town(said("the police", about=(FIELD, DOOR)), said("nobody")),
        instead(contradiction, "_is_of_the_script", of_this_script_alone),
    ),
    Bite(
        "an answer about no part of any script is weighed in all",
        town(said("the police", about=(POLICE,)), said("nobody")),
        instead(contradiction, "_is_of_the_script", lambda statement, view: DOOR in statement.about),
    ),
    Bite(
        "the same answer in capitals is the same",
        town(said("the police"), said("The Police")),
        instead(Statement, "contradicts", lambda one, other: one.claim != other.claim),
    ),
    Bite(
        "the same question in capitals is the same",
        town(said("the police"), said("nobody", KEY.upper())),
        instead(Statement, "topic_id", property(lambda statement: statement.topic.replace(" ", "-"))),
    ),
    Bite(
        "an answer to another question contradicts nothing",
        town(said("the police"), said("nobody", "how wide the door is")),
        instead(Statement, "topic_id", property(lambda statement: "door")),
    ),
    Bite(
        "an answer is weighed in every country that it concerns",
        town(said("the police", country="INT", concerns=("BE", NL)), said("nobody")),
        instead(Statement, "countries", property(lambda statement: (statement.country,))),
    ),
]


def selected_without(**filters: None) -> Break:
    """The selection with a filter taken off."""

    def widened(model: Model, country: str, selection: Selection) -> Model:
        return select(model, country, replace(selection, **filters))

    return instead(build, "select", widened)


SELECTED = [
    Bite(
        "what is of another basis is left out",
        town(cover(POLICE)),
        selected_without(basis=None),
        Selection(basis=INFERRED),
    ),
    Bite(
        "the day that is asked for is the day",
        town(cover(POLICE)),
        selected_without(as_of=None),
        Selection(as_of=date(2012, 1, 1)),
    ),
    Bite(
        "only the group that is asked for is looked at",
        town(cover(POLICE, groups=[BOYS])),
        instead(BarrierGraph, "groups", frozenset()),
        Selection(group=GIRLS),
    ),
    Bite(
        "what happens in another country is left out",
        town(cover(POLICE, country="BE")),
        instead(build, "select", lambda model, country, selection: model),
    ),
]
