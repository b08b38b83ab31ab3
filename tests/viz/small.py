"""The small model of the command line's tests, as graph, audit and desk."""

from datetime import date
from functools import cache

from barriers import Audit, Model, Selection
from barriers.words import Basis, Form
from graph import BarrierGraph, audit_graph, build_graph
from loaders import load_model
from tests.cli.running import DATA
from viz.reports.profile import Desk


@cache
def model() -> Model:
    return load_model(DATA).model


def graph(
    script: str = "five-barriers",
    *,
    as_of: date | None = None,
    form: Form | None = None,
    group: str | None = None,
    basis: Basis | None = None,
) -> BarrierGraph:
    return build_graph(model(), "NL", script, Selection(as_of=as_of, form=form, group=group, basis=basis))


def audited(of: BarrierGraph) -> Audit:
    return audit_graph(of, model().digest)


def desk() -> Desk:
    graphs = (graph(), graph("chain"))
    return Desk(model(), graphs, tuple(map(audited, graphs)))
