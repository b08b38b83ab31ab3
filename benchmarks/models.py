"""Made-up models of any size: the same size gives the same model on any day.

Steps, actors and facts grow together, as they would if more countries' police regions or more detailed
scripts came in: about 18 covers to a step and 7 to an actor. The five barriers and the national networks do
not grow, so whatever looks through all that stands at a barrier, again for each step, shows itself.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from barriers.actors import Actor, Relation, Serving
from barriers.coverage import (
    Ceiling,
    Coverage,
    Facilitation,
    GeneralTask,
    PlaceClaim,
    Practice,
    ShellClaim,
    Signal,
    Weakness,
)
from barriers.facts import Citation, Source
from barriers.model import Country, Model
from barriers.script import Barrier, Group, Route, Script, Step
from barriers.statements import Statement
from barriers.ties import RATINGS, CompleteList, Cooperation, Coordinator, Duty, Membership, Rating
from barriers.words import (
    ActorKind,
    Basis,
    Bound,
    Form,
    Level,
    Obligation,
    Power,
    PracticeKind,
    SourceKind,
    State,
    Voice,
)

Value = TypeVar("Value")

COUNTRY = "XX"
AS_OF = date(2014, 1, 31)
BARRIERS = ("entry", "accommodation", "identity", "employment", "finance")
GROUPS = ("women", "men", "girls", "boys", "foreign-minors")
NETWORKS = ("xx.task-force", "xx.centre", "xx.round-table")

SHARES = {
    "ceilings": 0.04,
    "tasks": 0.05,
    "facilitations": 0.06,
    "memberships": 0.05,
    "cooperation": 0.06,
    "weaknesses": 0.04,
    "duties": 0.02,
    "coordinators": 0.01,
    "signals": 0.03,
    "practices": 0.03,
    "statements": 0.01,
}
"""What part of the facts is of which kind; the networks have a complete list each, and the rest is coverage."""


def make_model(facts: int, *, steps: int = 0, actors: int = 0) -> Model:
    """A model with exactly this number of facts, at least a hundred; with so many steps and actors where told."""
    return _Maker(_Size(facts, steps or max(10, facts // 25), actors or max(10, facts // 10))).model()


@dataclass(frozen=True)
class _Size:
    facts: int
    steps: int
    actors: int

    @property
    def sources(self) -> int:
        return max(5, self.facts // 100)


class _Maker:
    def __init__(self, size: _Size) -> None:
        self.size = size
        self.random = random.Random(20141)
        self.actor_ids = [f"xx.actor-{number:05}" for number in range(self.size.actors)]
        self.step_ids = [f"{self._barrier_of(number)}.step-{number:05}" for number in range(self.size.steps)]
        self.steps = tuple(map(self._step, range(self.size.steps)))

    def model(self) -> Model:
        count = {kind: int(share * self.size.facts) for kind, share in SHARES.items()}
        covers = self.size.facts - sum(count.values()) - len(NETWORKS)
        return Model(
            countries=(self._country(),),
            scripts=(self._script(),),
            sources=tuple(map(self._source, range(self.size.sources))),
            actors=(*map(self._actor, self.actor_ids), *map(self._network, NETWORKS)),
            coverage=tuple(map(self._cover, range(covers))),
            ceilings=tuple(map(self._ceiling, range(count["ceilings"]))),
            tasks=tuple(map(self._task, range(count["tasks"]))),
            facilitations=tuple(map(self._facilitation, range(count["facilitations"]))),
            memberships=tuple(map(self._membership, range(count["memberships"]))),
            complete_lists=tuple(map(self._complete_list, NETWORKS)),
            cooperation=tuple(map(self._cooperation, range(count["cooperation"]))),
            weaknesses=tuple(map(self._weakness, range(count["weaknesses"]))),
            duties=tuple(map(self._duty, range(count["duties"]))),
            coordinators=tuple(map(self._coordinator, range(count["coordinators"]))),
            signals=tuple(map(self._signal, range(count["signals"]))),
            practices=tuple(map(self._practice, range(count["practices"]))),
            statements=tuple(map(self._statement, range(count["statements"]))),
        )

    # The script

    def _barrier_of(self, step: int) -> str:
        return BARRIERS[step * len(BARRIERS) // self.size.steps]

    def _script(self) -> Script:
        return Script(
            id="five-barriers",
            name="Five barriers",
            barriers=tuple(Barrier(name, name.title(), order) for order, name in enumerate(BARRIERS, start=1)),
            steps=self.steps,
            groups=(
                *(Group(name, name.title()) for name in GROUPS),
                Group("minors", "Minors", ("girls", "boys", "foreign-minors")),
            ),
            powers=frozenset((Power.DETECT, Power.HINDER, Power.SANCTION)),
            routes=tuple(
                Route(f"route-{start:05}", f"Route {start}", frozenset(Form), tuple(self.step_ids[start : start + 10]))
                for start in range(0, self.size.steps - 9, 10)
            ),
            citations=(self._citation(0),),
        )

    def _step(self, number: int) -> Step:
        return Step(
            id=self.step_ids[number],
            barrier=self._barrier_of(number),
            name=f"Step {number}",
            forms=self._some(tuple(Form)),
            powers=frozenset((Power.HINDER, Power.SANCTION)),
            groups=self._some(GROUPS, most=4),
            levels=self._some(tuple(Level)),
            leads_to=tuple(self.step_ids[number + 1 : number + 3]),
            ours=True,
        )

    # What is common

    def _country(self) -> Country:
        return Country(
            code=COUNTRY,
            name="Exampleland",
            as_of=AS_OF,
            main_source="source-00000",
            about="everybody",
            task_force=NETWORKS[0],
            national_networks=NETWORKS,
            ask=(self.actor_ids[0],),
        )

    def _source(self, number: int) -> Source:
        return Source(
            id=f"source-{number:05}",
            title=f"Report {number}",
            kind=SourceKind.REPORT,
            about="everybody",
            date=AS_OF - timedelta(days=self.random.randrange(2000)),
            voice=self._chance({Voice.REPORT: 70, Voice.LAW: 10, Voice.INTERVIEWEE: 20}),
        )

    def _citation(self, number: int) -> Citation:
        return Citation(source=f"source-{number % self.size.sources:05}", at=f"p. {number}")

    def _actor(self, name: str) -> Actor:
        # Only ever related to one with a smaller id, so that no circle can come about.
        above = self.random.choice(self.actor_ids)
        relations = (Relation(above, self._basis()),) if above < name else ()
        kind = self._chance({"part_of": 30, "kind_of": 3, "successor_of": 3, "": 64})
        serves = (Serving(self.random.choice(GROUPS), self._basis()),) if self.random.random() < 0.1 else ()
        return Actor(
            id=name,
            name=f"Office {name}",
            kind=self.random.choice([kind for kind in ActorKind if kind is not ActorKind.NETWORK]),
            levels=self._some(tuple(Level)),
            part_of=relations if kind == "part_of" else (),
            kind_of=relations if kind == "kind_of" else (),
            successor_of=relations if kind == "successor_of" else (),
            serves=serves,
            country=COUNTRY,
        )

    def _network(self, name: str) -> Actor:
        return Actor(id=name, name=f"Network {name}", kind=ActorKind.NETWORK, country=COUNTRY)

    # The facts; the number of each goes into its citation, which makes it a fact of its own

    def _cover(self, number: int) -> Coverage:
        step = self.random.choice(self.steps)
        return Coverage(
            actor=self.random.choice(self.actor_ids),
            step=step.id,
            power=self.random.choice((Power.DETECT, Power.HINDER, Power.SANCTION)),
            state=self._chance(
                {State.ACTIVE: 45, State.PARTIAL: 20, State.MANDATE: 20, State.PLANNED: 5, State.ABSENT: 10}
            ),
            basis=self._basis(),
            groups=self._some(sorted(step.groups)) if self.random.random() < 0.4 else frozenset(),
            forms=self._some(sorted(step.forms), most=1) if self.random.random() < 0.2 else frozenset(),
            until=AS_OF - timedelta(days=1) if self.random.random() < 0.05 else None,
            since=date(2000, 1, 1) if self.random.random() < 0.3 else None,
            citations=(self._citation(number),),
            country=COUNTRY,
        )

    def _ceiling(self, number: int) -> Ceiling:
        step = self.random.choice(self.steps)
        return Ceiling(
            step=step.id,
            bound=self.random.choice(tuple(Bound)),
            says=f"too little, says report {number}",
            groups=self._some(sorted(step.groups)) if self.random.random() < 0.5 else frozenset(),
            citations=(self._citation(number),),
            country=COUNTRY,
        )

    def _task(self, number: int) -> GeneralTask:
        return GeneralTask(
            actor=self.random.choice(self.actor_ids),
            barriers=(self.random.choice(BARRIERS),),
            does=f"investigates, says report {number}",
            citations=(self._citation(number),),
            country=COUNTRY,
        )

    def _facilitation(self, number: int) -> Facilitation:
        step = self.random.choice(self.step_ids)
        return Facilitation(
            actor=self.random.choice(self.actor_ids),
            by=f"lends a hand, says report {number}",
            shell=ShellClaim(self.random.randint(1, 3), self._basis()),
            barrier=PlaceClaim(step.partition(".")[0], self._basis()),
            step=PlaceClaim(step, self._basis()),
            citations=(self._citation(number),),
            country=COUNTRY,
        )

    def _membership(self, number: int) -> Membership:
        return Membership(
            actor=self.random.choice(self.actor_ids),
            network=self.random.choice(NETWORKS),
            basis=self._basis(),
            citations=(self._citation(number),),
            country=COUNTRY,
        )

    def _complete_list(self, network: str) -> CompleteList:
        return CompleteList(
            network=network, without=("minors",), until=AS_OF, citations=(self._citation(0),), country=COUNTRY
        )

    def _cooperation(self, number: int) -> Cooperation:
        return Cooperation(
            actor=self.random.choice(self.actor_ids),
            partner=self.random.choice(self.actor_ids),
            ratings=(Rating(self.random.choice(RATINGS), 60.0), Rating(self.random.choice(RATINGS), 40.0)),
            citations=(self._citation(number),),
            country=COUNTRY,
        )

    def _weakness(self, number: int) -> Weakness:
        return Weakness(
            says=f"a gap, says report {number}",
            touches=(self.random.choice(self.step_ids),),
            remedy=f"close it, says report {number}",
            citations=(self._citation(number),),
            country=COUNTRY,
        )

    def _duty(self, number: int) -> Duty:
        return Duty(
            actor=self.random.choice(self.actor_ids),
            to=self.random.choice(self.actor_ids),
            duty=self.random.choice(tuple(Obligation)),
            citations=(self._citation(number),),
            country=COUNTRY,
        )

    def _coordinator(self, number: int) -> Coordinator:
        return Coordinator(
            actor=self.random.choice(self.actor_ids),
            barriers=(self.random.choice(BARRIERS),),
            citations=(self._citation(number),),
            country=COUNTRY,
        )

    def _signal(self, number: int) -> Signal:
        return Signal(
            says=f"something odd, says report {number}",
            steps=(self.random.choice(self.step_ids),),
            noticed_by=(self.random.choice(self.actor_ids),),
            follow_up=self.random.choice((None, State.ACTIVE, State.PARTIAL, State.ABSENT)),
            citations=(self._citation(number),),
            country=COUNTRY,
        )

    def _practice(self, number: int) -> Practice:
        return Practice(
            says=f"another way, says report {number}",
            kind=self.random.choice(tuple(PracticeKind)),
            giver=f"report {number}",
            receivers=(COUNTRY,),
            answers=(self.random.choice(self.step_ids),),
            citations=(self._citation(number),),
            country=COUNTRY,
        )

    def _statement(self, number: int) -> Statement:
        """Three on each topic, of which two agree."""
        return Statement(
            says=f"as report {number} has it",
            topic=f"question {number // 3}",
            claim="yes" if number % 3 else "no",
            about=(self.random.choice(self.actor_ids), self.random.choice(self.step_ids)),
            citations=(self._citation(number),),
            country=COUNTRY,
        )

    # Chance

    def _basis(self) -> Basis:
        return self._chance({Basis.STATED: 75, Basis.INFERRED: 25})

    def _chance(self, weights: dict[Value, int]) -> Value:
        return self.random.choices(list(weights), list(weights.values()))[0]

    def _some(self, values: Sequence[Value], most: int = 2) -> frozenset[Value]:
        return frozenset(self.random.sample(values, self.random.randint(1, min(most, len(values)))))
