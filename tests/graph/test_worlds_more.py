"""What the graph says of levels, groups, routes, signals, ties, duties and who is a member, against all worlds."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

from hypothesis import given

from graph import View, build_graph
from loaders import load_model
from tests.drawing import tries
from tests.graph.agreement import answers_in
from tests.graph.made import NL, SCRIPT
from tests.graph.oracle_more import OracleMore
from tests.graph.strategies_more import intervening_models, membership_models, tied_models
from tests.strategies import Asked, asked


def assert_agreement(case: Asked) -> None:
    graph = answers_in(View(build_graph(case.model, NL, SCRIPT, case.selection)))
    worlds = OracleMore(case.model, NL, SCRIPT, case.selection).answers()

    assert {name: graph[name] for name in worlds} == worlds


@tries(120)
@given(asked(intervening_models()))
def test_what_holds_of_levels_groups_and_routes_holds_in_the_worlds(case: Asked) -> None:
    """Covers and ceilings at steps that are expected at levels, for groups, on routes."""
    assert_agreement(case)


@tries(120)
@given(asked(tied_models()))
def test_what_holds_of_signals_leads_duties_and_ties_holds_in_the_worlds(case: Asked) -> None:
    """Facts of every kind, voice, basis and period beside covers."""
    assert_agreement(case)


@tries(120)
@given(asked(membership_models()))
def test_what_holds_of_barriers_at_the_table_holds_in_the_worlds(case: Asked) -> None:
    """Holders of barriers, memberships in the task force and complete lists."""
    assert_agreement(case)


def test_what_holds_of_the_bundled_models_holds_in_the_worlds() -> None:
    """All but the question on who sits where: the actors are too many for a list of those."""
    model = load_model().model
    for country in model.country_by_code:
        for script in model.script_by_id:
            view = View(build_graph(model, country, script))
            selection = view.graph.selection
            worlds = OracleMore(model, country, script, selection).answers_without_tables()

            assert {name: answer for name, answer in answers_in(view).items() if name in worlds} == worlds


TREE = ast.parse(Path(__file__).with_name("oracle_more.py").read_text(encoding="utf-8"))


def test_this_part_of_the_oracle_imports_the_nouns_and_nothing_of_the_graph() -> None:
    """`barriers/`, the standard library, and the oracle's other parts, which keep the same rule."""
    imports = {node.module or "" for node in ast.walk(TREE) if isinstance(node, ast.ImportFrom)}
    imports |= {alias.name for node in ast.walk(TREE) if isinstance(node, ast.Import) for alias in node.names}
    own = {"tests.graph.oracle", "tests.graph.records"}
    strange = {name for name in imports if name not in own and name.partition(".")[0] != "barriers"}

    assert strange <= sys.stdlib_module_names | {"collections.abc"}


def test_this_part_of_the_oracle_does_not_ask_the_nouns_for_a_rule() -> None:
    """It has its own answer to each."""
    rules = {"begins", "fixes", "scope", "expand", "is_within", "is_narrower_than", "concerns", "is_stated", "select"}
    rules |= {"total"}
    asked_for = {node.attr for node in ast.walk(TREE) if isinstance(node, ast.Attribute)}

    assert not rules & asked_for
