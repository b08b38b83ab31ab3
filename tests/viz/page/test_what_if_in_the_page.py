"""The circuit that the page gets gives the answers of the command line.

Each case is a model, what of it is looked at, and what is switched off and on. Python makes the changed model and
audits it; the page has the circuit of the unchanged model, and the ids that are switched. Both must give each step the
same word, and the same findings under the questions on steps and routes.
"""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from barriers import Model, Selection
from barriers.coverage import Coverage
from barriers.words import Basis, Form, State
from benchmarks.models import COUNTRY, make_model
from graph import BarrierGraph, bounds_of, build_graph
from graph.whatif import compiled, newcomers_at, what_if
from loaders import load_model
from tests.drawing import tries, usual
from tests.graph import made
from tests.graph.strategies_more import intervening_models
from tests.graph.test_rules import RULES
from tests.strategies import Asked, asked, models, step_models, table_models
from viz.page.data import circuit_data

NODE = shutil.which("node")
ROOT = Path(__file__).resolve().parents[3]
QUESTIONS = {
    *("detected-only", "uncovered-step", "insufficient-cover", "single-stakeholder"),
    *("missing-level", "group-not-covered", "open-route"),
}

Answer = tuple[dict[str, str], list[tuple[str, str, str]]]
Change = tuple[Sequence[str], Sequence[str]]
"""What is switched off, and which planned covers are switched on."""


# The two who answer


@dataclass(frozen=True)
class Case:
    """A model and what of it is looked at."""

    model: Model
    country: str
    script: str
    selection: Selection = Selection()

    @cached_property
    def graph(self) -> BarrierGraph:
        return build_graph(self.model, self.country, self.script, self.selection)

    @cached_property
    def circuit(self) -> dict[str, Any]:
        return circuit_data(compiled(self.graph))

    @cached_property
    def added(self) -> dict[str, Coverage]:
        """The covers that can be added at any step, as the page names them."""
        return {
            f"{step.id}+{cover.power.value}+{cover.state.value}": cover
            for step in self.graph.steps
            for cover in newcomers_at(self.graph, step)
        }

    @cached_property
    def members(self) -> dict[str, list[str]]:
        """Who sits on the day in each network that has anybody."""
        names = sorted({membership.network for membership in self.graph.part.memberships})
        found = {name: sorted({membership.actor for membership in self.graph.members_of(name)}) for name in names}
        return {name: members for name, members in found.items() if members}

    @cached_property
    def recorded(self) -> list[Coverage]:
        """The covers that bear on any step that is looked at."""
        return [cover for step in self.graph.steps for cover in bounds_of(self.graph, step).recorded]

    @cached_property
    def actors(self) -> list[str]:
        return sorted({cover.actor for cover in self.recorded})

    @cached_property
    def planned(self) -> list[str]:
        return sorted(cover.id for cover in self.recorded if cover.state is State.PLANNED)

    @cached_property
    def covers(self) -> list[str]:
        return sorted(cover.id for cover in self.recorded)

    def of_the_command_line(self, change: Change) -> Answer:
        off, on = change
        found = what_if(self.graph, off, on, [cover for name, cover in self.added.items() if name in on])
        return (
            {step.step: step.status.value for step in found.steps},
            sorted(
                (one.question, one.subject, one.certainty.value) for one in found.findings if one.question in QUESTIONS
            ),
        )


class Page:
    """What the page answers, in a process that stays and answers line by line."""

    def __init__(self) -> None:
        assert NODE is not None, "node is needed to run the page's scripts"
        self._process = subprocess.Popen(
            [NODE, "tests/js/circuit_answers.mjs"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            bufsize=1,
        )
        self.compared: Counter[str] = Counter()

    def answers(self, case: Case, changes: Sequence[Change]) -> list[Answer]:
        asked = {
            "circuit": case.circuit,
            "networks": [{"id": name, "members": members} for name, members in case.members.items()],
            "changes": [{"off": list(off), "on": list(on)} for off, on in changes],
        }
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        return [
            (said["statuses"], sorted((row["question"], row["subject"], row["certainty"]) for row in said["findings"]))
            for said in json.loads(self._process.stdout.readline())
        ]

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(timeout=10)
        self._process.stdout.close()


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    process = Page()
    yield process
    process.close()


UNCHANGED: Change = ([], [])


def assert_agreement(page: Page, case: Case, changes: Sequence[Change], what: str) -> None:
    """Both give one answer to the model as it is and to each change of it."""
    asked = [UNCHANGED, *changes]
    expected = [case.of_the_command_line(change) for change in asked]
    for change, said, wanted in zip(asked, page.answers(case, asked), expected, strict=True):
        assert said == wanted, f"off {change[0]}, on {change[1]}"
    page.compared[f"{what}: models"] += 1
    page.compared[f"{what}: changes"] += len(changes)
    page.compared[f"{what}: changes that change something"] += sum(wanted != expected[0] for wanted in expected)


def random_changes(case: Case, number: int, seed: int) -> list[Change]:
    """Some actors, networks and covers off at a time, some planned covers on; sometimes ids that nobody knows."""
    chance = random.Random(seed)  # noqa: S311 - the same seed draws the same changes
    off = [*case.actors, *case.members, *case.covers, "nobody.at-all"]
    # Covers that are not planned as well: of these it makes no difference.
    on = [*case.planned, *case.covers[:3], *chance.sample(list(case.added), min(len(case.added), 6)), "nobody.at-all"]
    return [
        (
            chance.sample(off, chance.randint(0, min(len(off), 12))),
            chance.sample(on, chance.randint(0, len(on))),
        )
        for _ in range(number)
    ]


def each_alone(case: Case) -> list[Change]:
    """Each actor, each network and everybody off; each planned cover and all of them on."""
    return [
        *(([name], []) for name in [*case.actors, *case.members]),
        *(([], [name]) for name in (*case.planned, *list(case.added)[:12])),
        (case.actors, []),
        (list(case.members), []),
        ([], case.planned),
        ([], case.covers),
    ]


# The bundled models

SCRIPTS = sorted(path.stem for path in (ROOT / "data/scripts").glob("*.yml"))
FILTERS = [
    Selection(),
    *(Selection(form=form) for form in Form),
    *(Selection(basis=basis) for basis in Basis),
    Selection(group="minors"),
    Selection(group="girls", form=Form.SEXUAL),
    Selection(as_of=date(2005, 1, 1)),
    Selection(as_of=date(2025, 12, 31)),
]


@pytest.fixture(scope="module")
def bundled() -> Model:
    return load_model().model


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("country", ["DK", "NL", "RO"])
def test_the_page_answers_what_the_command_line_answers(page: Page, bundled: Model, country: str, script: str) -> None:
    groups = {group.id for group in bundled.script_by_id[script].groups}
    for number, selection in enumerate(usual(*FILTERS[:2], deep=FILTERS[2:])):
        if selection.group is None or selection.group in groups:
            case = Case(bundled, country, script, selection)
            alone = each_alone(case) if selection == Selection() else []
            changes = [*alone, *random_changes(case, 6, seed=number)]
            assert_agreement(page, case, changes, "bundled")


def test_each_cover_of_the_netherlands_off_alone(page: Page, bundled: Model) -> None:
    case = Case(bundled, "NL", "five-barriers")

    assert_agreement(page, case, [([cover], []) for cover in case.covers], "bundled")


# Small models, each of which shows a rule

PAGE_2 = {"citations": made.by(made.REPORT, at="p. 2")}
OF_OURS = [
    made.town(made.cover(made.POLICE, made.DETECT, until=date(2013, 7, 1))),
    made.town(made.cover(made.POLICE, made.DETECT), made.cover(made.POLICE, made.DETECT, made.ABSENT, **PAGE_2)),
    made.town(made.cover(made.POLICE), made.cover(made.POLICE, state=made.ABSENT, **PAGE_2), made.in_part()),
    made.town(made.cover(made.POLICE), made.cover(made.HALL), made.in_part(), made.membership(made.HALL)),
    made.town(made.cover(made.POLICE, groups=[made.GIRLS]), made.in_part(groups=[made.BOYS])),
    made.town(made.cover(made.POLICE, state=made.ABSENT), made.cover(made.HALL, groups=[made.GIRLS]), made.in_part()),
]
TELLING = [
    *(Case(shown.model, made.NL, made.SCRIPT, shown.selection) for shown in RULES),
    *(Case(model, made.NL, made.SCRIPT) for model in OF_OURS),
]


def test_on_models_that_show_a_rule(page: Page) -> None:
    for number, case in enumerate(TELLING):
        assert_agreement(page, case, [*each_alone(case), *random_changes(case, 2, seed=number)], "telling")


# Made-up models


@pytest.mark.parametrize("size", usual(100, 300, deep=[1_000]))
def test_on_models_of_the_benchmark(page: Page, size: int) -> None:
    for number, selection in enumerate([Selection(), Selection(form=Form.LABOUR), Selection(group="minors")]):
        case = Case(make_model(size), COUNTRY, "five-barriers", selection)
        assert_agreement(page, case, [*random_changes(case, 20, seed=number), ([], case.planned)], "large")


MADE = {
    "intervening": intervening_models(),
    "steps": step_models(),
    "tables": table_models(),
    "of everything": models(),
}


@pytest.mark.parametrize("kind", MADE)
def test_on_models_that_are_made_up(page: Page, kind: str) -> None:
    @tries(30)
    @given(asked(MADE[kind]), st.integers(0, 2**20))
    def compare(example: Asked, seed: int) -> None:
        case = Case(example.model, made.NL, made.SCRIPT, example.selection)
        assert_agreement(page, case, [*each_alone(case), *random_changes(case, 3, seed)], "made")

    compare()


def test_how_much_was_compared(page: Page, request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]) -> None:
    """Runs last and says on how many models; alone it has nothing to say."""
    if len(request.session.items) == 1:
        pytest.skip("nothing was compared in this run")
    compared = page.compared
    terminal = request.config.pluginmanager.get_plugin("terminalreporter")
    if terminal is not None:
        told = ", ".join(f"{what} {number:,}" for what, number in compared.items())
        with capsys.disabled():
            terminal.ensure_newline()
            terminal.write_line(f"The what-if was compared with the audit: {told}.")

    assert compared["bundled: models"] >= 18
    assert compared["bundled: changes that change something"] >= 200
    assert compared["telling: models"] >= 100
    assert compared["large: models"] >= 6
    assert compared["large: changes that change something"] >= 70
    assert compared["made: models"] >= 110
    assert compared["made: changes that change something"] >= 200
