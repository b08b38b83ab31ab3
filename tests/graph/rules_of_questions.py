"""What each question asks, and what the selection leaves in: each rule with a model that shows it."""

from __future__ import annotations

from datetime import date
from typing import Any

from barriers import Selection
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
from tests.graph.rules import Shown

P2: dict[str, Any] = {"citations": by(REPORT, at="p. 2")}
LAST_SUMMER = date(2013, 7, 1)


ANSWERS = [
    *(Shown(f"{name} has certain answers", model) for name, model in CERTAIN_OF.items()),
    *(Shown(f"{name} says certain where every world says so", model) for name, model in CERTAIN_OF.items()),
    *(Shown(f"{name} has possible answers", model) for name, model in POSSIBLE_OF.items()),
    *(Shown(f"{name} says possible where only some worlds say so", model) for name, model in POSSIBLE_OF.items()),
]


ABOUT_ACTORS = [
    Shown("one stated claim is enough to facilitate", town(cover(BANK), helps(BANK, shell=STATED, step=INFERRED))),
    Shown(
        "whose every claim is inferred facilitates perhaps",
        town(cover(BANK), helps(BANK, shell=INFERRED, step=INFERRED)),
    ),
    Shown(
        "a facilitation at a step that is not looked at is not asked about",
        town(
            cover(BANK),
            helps(BANK, step=STATED, at=LEDGER),
            steps=[step(DOOR, forms=[SEXUAL]), step(LEDGER, forms=[LABOUR])],
        ),
        Selection(form=SEXUAL),
    ),
    Shown("who is said not to cover has no double role", town(cover(BANK, DETECT, ABSENT), helps(BANK, shell=STATED))),
    Shown("only the claim about the step is about the step", town(nobody(), helps(BANK, shell=STATED, step=INFERRED))),
]


CONTRADICTIONS = [
    Shown("an exception contradicts nothing", town(cover(POLICE, state=ABSENT), cover(POLICE, groups=[GIRLS]))),
    Shown(
        "who speaks of others contradicts nothing",
        town(cover(POLICE, state=ABSENT, groups=[BOYS]), cover(POLICE, groups=[GIRLS])),
    ),
    Shown("two degrees of acting contradict each other", town(cover(POLICE), cover(POLICE, state=PARTIAL, **P2))),
    Shown("nobody and somebody contradict each other", town(nobody(), cover(POLICE))),
    Shown("nobody and in part contradict each other", town(nobody(), in_part(**P2))),
    Shown(
        "a statement that has ended contradicts nothing",
        town(cover(POLICE, state=ABSENT, until=LAST_SUMMER), cover(POLICE, **P2)),
    ),
    Shown(
        "a contradiction is one whoever speaks",
        town(cover(POLICE), cover(POLICE, state=ABSENT, source=TALK, since=date(2013, 1, 1))),
    ),
]


# Statements outside the steps


OUTSIDE_THE_STEPS = [
    Shown("two answers to one question contradict each other", town(said("the police"), said("nobody"))),
    Shown("an answer that has ended contradicts nothing", town(said("the police", until=LAST_SUMMER), said("nobody"))),
    Shown("an answer that has not begun contradicts nothing", town(said("the police", source=LATER), said("nobody"))),
    Shown(
        "an answer that the analyst infers contradicts nothing",
        town(said("the police", basis=INFERRED), said("nobody")),
    ),
    Shown("two answers contradict each other whoever speaks", town(said("the police", source=TALK), said("nobody"))),
    Shown("an answer about another script is weighed there", town(said("the police", about=(FIELD,)), said("nobody"))),
    Shown(
        "an answer about two scripts is weighed in both", town(said("the police", about=(FIELD, DOOR)), said("nobody"))
    ),
    Shown(
        "an answer about no part of any script is weighed in all",
        town(said("the police", about=(POLICE,)), said("nobody")),
    ),
    Shown("the same answer in capitals is the same", town(said("the police"), said("The Police"))),
    Shown("the same question in capitals is the same", town(said("the police"), said("nobody", KEY.upper()))),
    Shown(
        "an answer to another question contradicts nothing",
        town(said("the police"), said("nobody", "how wide the door is")),
    ),
    Shown(
        "an answer is weighed in every country that it concerns",
        town(said("the police", country="INT", concerns=("BE", NL)), said("nobody")),
    ),
]


SELECTED = [
    Shown("what is of another basis is left out", town(cover(POLICE)), Selection(basis=INFERRED)),
    Shown("the day that is asked for is the day", town(cover(POLICE)), Selection(as_of=date(2012, 1, 1))),
    Shown("only the group that is asked for is looked at", town(cover(POLICE, groups=[BOYS])), Selection(group=GIRLS)),
    Shown("what happens in another country is left out", town(cover(POLICE, country="BE"))),
]
