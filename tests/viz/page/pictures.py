"""Graphs to draw: the bundled ones, large ones, and made-up ones with many barriers, shells and odd names."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import combinations
from typing import Any

from hypothesis import strategies as st

from barriers import Barrier, Facilitation, Model, PlaceClaim, Script, ShellClaim
from barriers.facts import Fact
from barriers.words import Basis
from benchmarks.models import COUNTRY, make_model
from graph import BarrierGraph, build_graph
from tests.graph import made
from tests.viz.page.made import bundled_model
from viz.page.boxes import Box
from viz.page.layout import Layout

BUNDLED = [(country, script) for country in ("NL", "RO", "DK") for script in ("five-barriers", "chain")]


@cache
def bundled(country: str, script: str) -> BarrierGraph:
    return build_graph(bundled_model(), country, script)


@cache
def large(facts: int) -> BarrierGraph:
    return build_graph(make_model(facts), COUNTRY, "five-barriers")


NAMES = st.one_of(
    st.sampled_from(
        ["OM", "Police", "Ministry of Social Affairs and Employment", "x" * 10_000, "W " * 300, "👮🏽‍♀️ police"]
    ),
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=80).filter(str.strip),
)


@st.composite
def crowds(draw: st.DrawFn) -> Model:
    """Up to twelve barriers with up to twelve steps each, and up to forty actors who cover or facilitate some."""
    barriers = [Barrier(f"b{order}", draw(NAMES), order) for order in range(draw(st.integers(1, 12)))]
    steps = [
        replace(made.step(f"{barrier.id}.s{number}"), name=draw(NAMES))
        for barrier in barriers
        for number in range(draw(st.integers(0, 12)))
    ]
    actors = [replace(made.actor(f"nl.a{number}"), name=draw(NAMES)) for number in range(draw(st.integers(0, 40)))]
    facts: list[Fact] = []
    for actor in actors:
        covered = draw(st.lists(st.sampled_from(steps), max_size=4, unique=True)) if steps else []
        facts += [made.cover(actor.id, step=step.id) for step in covered]
        facts += [_facilitation(actor.id, *claims) for claims in draw(_claims([barrier.id for barrier in barriers]))]
        if draw(st.booleans()):
            facts.append(made.membership(actor.id))
    town = made.town(*facts, steps=(), actors=actors)
    return replace(town, scripts=(replace(_script(barriers), steps=tuple(steps)),))


def _script(barriers: list[Barrier]) -> Script:
    return replace(made.script(), barriers=tuple(barriers))


def _claims(barriers: list[str]) -> st.SearchStrategy[list[tuple[Any, ...]]]:
    shells = st.sampled_from([1, 2, 3, None])
    places = st.sampled_from([*barriers, "elsewhere", None])
    one = st.tuples(shells, places).filter(any)
    return st.lists(one, max_size=2, unique_by=lambda claims: claims[1])


def _facilitation(actor: str, shell: int | None, barrier: str | None) -> Facilitation:
    return Facilitation(
        actor=actor,
        by="helps",
        shell=ShellClaim(shell, Basis.STATED) if shell else None,
        barrier=PlaceClaim(barrier, Basis.INFERRED) if barrier else None,
        citations=made.by(made.REPORT),
        country=made.NL,
    )


def drawn(model: Model) -> BarrierGraph:
    return build_graph(model, made.NL, made.SCRIPT)


def meeting(boxes: dict[str, Box]) -> list[tuple[str, str]]:
    """The pairs of nodes whose boxes overlap, by asking every pair."""
    # As the page has them: whole numbers.
    whole = {node: Box(round(box.x), round(box.y), round(box.w), round(box.h)) for node, box in boxes.items()}
    return [(one, other) for one, other in combinations(whole, 2) if whole[one].meets(whole[other])]


def outside(layout: Layout) -> list[str]:
    """The nodes whose boxes stick out of the drawing."""
    (left, top), (width, height) = layout.origin, layout.size
    return [
        node
        for node, box in layout.boxes.items()
        if box.x - box.w / 2 < left - 1
        or box.y - box.h / 2 < top - 1
        or box.x + box.w / 2 > left + width + 1
        or box.y + box.h / 2 > top + height + 1
    ]


def placed_actors(layout: Layout, graph: BarrierGraph) -> set[str]:
    """The actors of whom any node has a place, told by the part of its id before an @."""
    known = {actor.id for actor in graph.part.actors}
    return {node.partition("@")[0] for node in layout.boxes} & known


def acting(graph: BarrierGraph) -> set[str]:
    """Who covers or facilitates, or is tied to somebody or to a barrier, asked of networkx."""
    shown = {
        "COVERS",
        "FACILITATES",
        "STANDS_IN",
        "MEMBER_OF",
        "COOPERATES",
        "REPORTS_TO",
        "COORDINATES",
        "HAS_TASK_AT",
    }
    known = {actor.id for actor in graph.part.actors}
    return {end for one, other, kind in graph.shape.edges(data="kind") if kind in shown for end in (one, other)} & known
