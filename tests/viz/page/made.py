"""Pages of the small model of the command line's tests, of three small countries, and of the bundled ones."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from barriers import Model, Selection
from graph import audit_graph, build_graph
from loaders import load_model
from tests.cli.running import DATA, THREE
from tests.viz.page.parsed import Node, parsed
from viz.page import page_html
from viz.page.views import Book, book_of


def book(
    model: Model,
    countries: Sequence[str] = ("NL",),
    scripts: Sequence[str] = ("five-barriers",),
    selection: Selection = Selection(),
) -> Book:
    graphs = [build_graph(model, country, script, selection) for script in scripts for country in countries]
    return book_of(model, graphs, [audit_graph(graph, model.digest) for graph in graphs])


def html(made: Book) -> str:
    views = made.views
    return page_html(made.model, [view.graph for view in views], [view.audit for view in views])


@cache
def small_model() -> Model:
    return load_model(DATA).model


@cache
def bundled_model() -> Model:
    return load_model().model


@cache
def small() -> Book:
    return book(small_model())


@cache
def three() -> Book:
    return book(load_model(THREE).model, ("NL", "RO", "DK"))


@cache
def every() -> Book:
    """All bundled countries under all scripts."""
    model = bundled_model()
    return book(model, [one.code for one in model.countries], ["five-barriers", "chain"])


@cache
def html_of_small() -> str:
    return html(small())


@cache
def page_of_small() -> Node:
    return parsed(html_of_small())


@cache
def page_of_three() -> Node:
    return parsed(html(three()))


@cache
def page_of_every() -> Node:
    return parsed(html(every()))
