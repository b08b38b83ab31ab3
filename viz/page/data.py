"""What the scripts of the page work on: ids, words of closed vocabularies, places and short names.

What facts and findings say stands in the page once, as text; this names them by their ids.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from barriers.coverage import Coverage, Facilitation
from barriers.findings import StepStatus
from barriers.messages import text
from barriers.words import Basis, Certainty, Severity, State
from graph import QUESTIONS
from graph.whatif import Compiled, compiled
from viz.markup import harmless, unmarked
from viz.page.boxes import FONT, LINE, PADDING
from viz.page.lanes import lanes
from viz.page.network import pyvis_network
from viz.page.shells import shells
from viz.page.views import Book, View
from viz.render.csv import FORMULA
from viz.reports.header import strictest
from viz.reports.matrix import Cover, matrix_of
from viz.symbols import POWERS, STATUSES, SYMBOLS, state_in_short, status_meaning
from viz.wording import named_ids

SCHEMA = 1
"""The version of the names below."""


def book_data(book: Book) -> dict[str, Any]:
    """The data of a page as lists, dicts, text and numbers, nothing in it harmful to a screen."""
    model = book.model
    first = {view.graph.country: view.shown.header for view in reversed(book.views)}
    data = {
        "schema": SCHEMA,
        "digest": book.views[0].audit.digest if book.views else model.digest,
        "handling": book.handling.value,
        **_tables(),
        "countries": [
            {
                "code": code,
                "name": first[code].country,
                "month": first[code].month,
                "about": first[code].about,
                "handling": strictest(view.audit.handling for view in book.views if view.graph.country == code).value,
            }
            for code in book.countries
        ],
        "scripts": [{"id": name, "name": model.script_by_id[name].name} for name in book.scripts],
        "questions": {
            question.id: {
                "in_short": str(question.words("in-short")),
                "severity": question.severity.value,
                "asks": str(question.words("asks")),
                "rank": question.rank,
            }
            for question in QUESTIONS
        },
        "views": [view_data(view) for view in book.views],
    }
    return dict(harmless(data, unmarked))


def _tables() -> dict[str, Any]:
    """What scripts need to know of the words of the field: how each is called, which symbol stands for it."""
    shown = ("COVERS", "FACILITATES", "LEADS_TO", "MEMBER_OF", "COOPERATES", "REPORTS_TO", "LEADS", "HAS_TASK_AT")
    return {
        "statuses": [
            {
                "id": one.value,
                "mark": SYMBOLS[one],
                "word": text(f"status.{one}"),
                "means": status_meaning(one),
            }
            for one in STATUSES
        ],
        "certainties": [
            {
                "id": one.value,
                "heading": text(f"audit.title-{one}"),
                "means": text(f"audit.means-{one}"),
                "none": text(f"audit.nothing-{one}"),
                "said": text(f"page.certainty.{one}"),
            }
            for one in Certainty
        ],
        "severities": [{"id": one.value, "word": text(f"severity.{one}")} for one in Severity],
        "bases": [[one.value, text(f"basis.{one}")] for one in Basis],
        "edge_kinds": [
            {"id": kind, "word": text(f"page.edge.{kind}"), "verb": text(f"page.verb.{kind}")} for kind in shown
        ],
        "signs": [
            *([letter, text(f"page.power.{power}")] for power, letter in POWERS.items()),
            *([state_in_short(state), text(f"page.state.{state}")] for state in State),
            ["( )", text("page.sign.brackets")],
            ["*", text("page.sign.star")],
        ],
        "formulas": "".join(FORMULA),
        "label": {"font": FONT, "line": LINE, "padding": PADDING},
    }


def view_data(view: View) -> dict[str, Any]:
    """One country under one script."""
    graph = view.graph
    names = {step.id: step.name for step in graph.steps}
    used = {step.barrier for step in graph.steps}
    nodes, edges = pyvis_network(graph, view.audit)
    return {
        "key": view.key,
        "country": graph.country,
        "script": graph.script.id,
        "barriers": [{"id": one.id, "name": one.name} for one in graph.script.barriers if one.id in used],
        "steps": [_step(step, names[step.step]) for step in view.audit.steps],
        "actors": list(_actors(view)),
        "covers": list(_covers(view)),
        "networks": list(_networks(view)),
        "tracks": list(_tracks(view)),
        "findings": list(_findings(view)),
        "nodes": nodes,
        "edges": edges,
        "layouts": {"lanes": lanes(graph).data(), "shells": shells(graph).data()},
        "circuit": circuit_data(compiled(graph)),
    }


def _step(step: StepStatus, name: str) -> dict[str, Any]:
    return {
        "id": step.step,
        "name": name,
        "barrier": step.barrier,
        "status": step.status.value,
        "reason": str(step.reason),
        "facts": list(step.facts),
    }


def _actors(view: View) -> Iterator[dict[str, Any]]:
    graph = view.graph
    looked_at = {step.id for step in graph.steps}
    for name, called in zip(view.actors, named_ids(view.actors, graph.part), strict=True):
        actor = graph.actor(name)
        yield {
            "id": name,
            "name": actor.name,
            "called": called,
            "kind": actor.kind.value,
            "covers": any(cover.step in looked_at for cover in graph.facts_by(name, Coverage)),
            "facilitates": bool(graph.facts_by(name, Facilitation)),
        }


def _covers(view: View) -> Iterator[dict[str, Any]]:
    """The covers of the matrix, in its order."""
    for barrier in matrix_of(view.graph, view.audit).barriers:
        for step in barrier.steps:
            for actor, covers in step.cells.items():
                for cover in covers:
                    yield _cover(step.id, actor, cover)


def _cover(step: str, actor: str, cover: Cover) -> dict[str, Any]:
    return {
        "fact": cover.fact,
        "actor": actor,
        "step": step,
        "power": cover.power.value,
        "state": cover.state.value,
        "short": cover.short,
        "long": cover.long,
        "basis": cover.basis.value,
        "limited": bool(cover.limits),
    }


def _networks(view: View) -> Iterator[dict[str, Any]]:
    """The networks in which anybody sits on the day."""
    graph = view.graph
    seated = [(name, [seat.actor for seat in graph.members_of(name)]) for name in view.actors]
    for name, members in seated:
        if members:
            yield {"id": name, "name": graph.actor(name).called, "members": sorted(set(members))}


def _tracks(view: View) -> Iterator[dict[str, Any]]:
    for track in view.graph.script.tracks:
        if track.id in view.graph.passes:
            yield {"id": track.id, "name": track.name, "steps": list(view.graph.passes[track.id])}


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


def _findings(view: View) -> Iterator[dict[str, Any]]:
    for finding in view.audit.findings:
        yield {
            "id": finding.id,
            "question": finding.question,
            "certainty": finding.certainty.value,
            "severity": finding.severity.value,
            "subject": finding.subject,
            "about": list(finding.about),
            "facts": list(finding.facts),
        }
