"""What the scripts of the page work on: ids, words of closed vocabularies, places and short names.

What facts and findings say stands in the page once, as text; this names them by their ids.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from barriers.coverage import Coverage, Facilitation
from barriers.messages import text
from barriers.words import Basis, Certainty, Level, Priority, State
from graph import QUESTIONS
from graph.whatif import Compiled, compiled
from viz.markup import harmless, unmarked
from viz.page.boxes import FONT, LINE, PADDING
from viz.page.lanes import lanes
from viz.page.network import DASHES, ENDS, pyvis_network
from viz.page.picture import BARRIER_TEXT, tally_widths
from viz.page.shells import shells
from viz.page.views import Book, PageView
from viz.render.csv import FORMULA
from viz.reports.data import picked
from viz.reports.header import strictest
from viz.reports.matrix import matrix_of
from viz.symbols import BORDERS, POWERS, STATUSES, SYMBOLS, state_in_short, status_meaning
from viz.wording import named_ids

SCHEMA = 1
"""The version of the names below."""


def book_data(book: Book) -> dict[str, Any]:
    """The data of a page as lists, dicts, text and numbers, nothing in it harmful to a screen."""
    model = book.model
    first = {view.graph.country: view.shown.header for view in reversed(book.views)}
    data = {
        "schema": SCHEMA,
        "digest": book.digest,
        "handling": book.handling,
        **_tables(),
        "countries": [
            {
                "code": code,
                "name": first[code].country,
                **picked(first[code], "month about"),
                "handling": strictest(view.audit.handling for view in book.views if view.graph.country == code),
            }
            for code in book.countries
        ],
        "scripts": [picked(model.script_by_id[name], "id name") for name in book.scripts],
        "questions": {
            question.id: {
                "in_short": str(question.words("in-short")),
                "severity": question.priority,
                "asks": str(question.words("asks")),
                "rank": question.rank,
            }
            for question in QUESTIONS
        },
        "views": [_view(view) for view in book.views],
    }
    return dict(harmless(data, unmarked))


def _tables() -> dict[str, Any]:
    """What scripts need to know of the words of the field: how each is called, what stands for it, how it is drawn."""
    return {
        "statuses": [
            {
                "id": one,
                "mark": SYMBOLS[one],
                "word": text(f"status.{one}"),
                "means": status_meaning(one),
                "border": BORDERS[one]._asdict(),
            }
            for one in STATUSES
        ],
        "certainties": [
            {
                "id": one,
                "heading": text(f"audit.title-{one}"),
                "means": text(f"audit.means-{one}"),
                "none": text(f"audit.nothing-{one}"),
                "said": text(f"page.certainty.{one}"),
            }
            for one in Certainty
        ],
        "priorities": [{"id": one, "word": text(f"priority.{one}")} for one in Priority],
        "bases": [[one, text(f"basis.{one}")] for one in Basis],
        "edge_kinds": [
            {"id": kind, "word": text(f"page.edge.{kind}"), "verb": text(f"page.verb.{kind}"), "end": end}
            for kind, end in ENDS.items()
        ],
        "lines": [
            {"id": line, "dashes": dashes, "means": text(f"page.line.{line}")} for line, dashes in DASHES.items()
        ],
        "powers": [{"id": power, "means": text(f"page.bar.{power}")} for power in POWERS],
        "signs": [
            *([letter, text(f"page.power.{power}")] for power, letter in POWERS.items()),
            *([state_in_short(state), text(f"page.state.{state}")] for state in State),
            ["( )", text("page.sign.brackets")],
            ["*", text("page.sign.star")],
        ],
        "formulas": "".join(FORMULA),
        "label": {
            "font": FONT,
            "line": LINE,
            "padding": PADDING,
            "barrier": BARRIER_TEXT,
            "widths": tally_widths(),
        },
    }


def _view(view: PageView) -> dict[str, Any]:
    """One country under one script."""
    graph = view.graph
    names = {step.id: step.name for step in graph.steps}
    used = {step.barrier for step in graph.steps}
    nodes, edges = pyvis_network(graph)
    return {
        "key": view.key,
        "country": graph.country,
        "script": graph.script.id,
        "barriers": [picked(one, "id name") for one in graph.script.barriers if one.id in used],
        "steps": [
            {
                "id": one.step,
                "name": names[one.step],
                **picked(one, "barrier status"),
                "reason": str(one.reason),
                "facts": one.facts,
            }
            for one in view.audit.steps
        ],
        "actors": list(_actors(view)),
        "covers": list(_covers(view)),
        "networks": list(_networks(view)),
        "parts": [
            *(picked(group, "id name") for group in graph.script.groups),
            *({"id": level, "name": text(f"level.{level}")} for level in Level),
        ],
        "routes": [
            picked(route, "id name") | {"steps": graph.passes[route.id]}
            for route in graph.script.routes
            if route.id in graph.passes
        ],
        "findings": [picked(one, "id question certainty priority subject about facts") for one in view.audit.findings],
        "nodes": nodes,
        "edges": edges,
        "layouts": {"lanes": lanes(graph).data(), "shells": shells(graph).data()},
        "circuit": circuit_data(compiled(graph)),
    }


def _actors(view: PageView) -> Iterator[dict[str, Any]]:
    graph = view.graph
    looked_at = {step.id for step in graph.steps}
    for name, called in zip(view.actors, named_ids(view.actors, graph.part), strict=True):
        actor = graph.actor(name)
        yield {
            "id": name,
            "name": actor.name,
            "called": called,
            "kind": actor.kind,
            "covers": any(cover.step in looked_at for cover in graph.facts_by(name, Coverage)),
            "facilitates": bool(graph.facts_by(name, Facilitation)),
        }


def _covers(view: PageView) -> Iterator[dict[str, Any]]:
    """The covers of the matrix, in its order."""
    for barrier in matrix_of(view.graph, view.audit).barriers:
        for step in barrier.steps:
            for actor, covers in step.cells.items():
                for cover in covers:
                    yield {
                        "fact": cover.fact,
                        "actor": actor,
                        "step": step.id,
                        **picked(cover, "power state short long basis"),
                        "limited": bool(cover.limits),
                    }


def _networks(view: PageView) -> Iterator[dict[str, Any]]:
    """The networks in which anybody sits on the day."""
    for name in view.actors:
        members = {membership.actor for membership in view.graph.members_of(name)}
        if members:
            yield {"id": name, "name": view.graph.actor(name).called, "members": sorted(members)}


def circuit_data(found: Compiled) -> dict[str, Any]:
    """What is answered to each what-if, as lists and dicts; what an input does not have is left out."""
    return {
        "inputs": [{name: part for name, part in one._asdict().items() if part} for one in found.inputs],
        "nodes": [list(node) for node in found.nodes],
        "statuses": [
            {"step": step, "status": status, "when": when}
            for step, statuses in found.statuses.items()
            for status, when in statuses
        ],
        "findings": [one._asdict() for one in found.findings],
    }
