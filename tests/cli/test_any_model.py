"""Whatever the records say, every view of them can be made and drawn, and none leaves anything out."""

from hypothesis import given

from graph import audit_graph, build_graph
from tests.drawing import tries
from tests.strategies import Asked, asked, models
from viz.render import Window, formats, rendered
from viz.reports.audit import Shape, Told, audit_document
from viz.reports.compare import compare_document
from viz.reports.comparison import compare
from viz.reports.entries import narrowed
from viz.reports.matrix import matrix_document, matrix_of
from viz.reports.profile import Desk, known_ids, profile, profile_document
from viz.reports.summary import audit_view


@given(asked(models()))
@tries(8)
def test_audit_comparison_and_matrix_of_any_model_can_be_drawn(asked: Asked) -> None:
    (country,), (script, *_) = asked.model.countries, asked.model.scripts
    graph = build_graph(asked.model, country.code, script.id, asked.selection)
    audit = audit_graph(graph, "")
    view, told = audit_view(graph, audit), Told(graph, audit, narrowed(graph, audit))
    shown = [one.id for one in view.findings]

    assert sorted(shown) == sorted(one.id for one in audit.findings)
    assert all(0 < line.number <= line.of for line in view.open)
    documents = [
        audit_document(asked.model, [told], asked.selection, lambda *_: "", shape)
        for shape in (Shape(), Shape(everything=True, ids=True), Shape(by_stakeholder=True))
    ]
    comparison = compare(asked.model, [(graph, audit), (graph, audit)])
    documents.append(compare_document(asked.model, [comparison], asked.selection, lambda _: ["--all"], everything=True))
    documents.append(matrix_document([matrix_of(graph, audit)]))
    for document in documents:
        for width, height in ((80, None), (80, 24), (160, 50), (40, 3)):
            text = rendered(document, "table", Window(width, height)).decode()
            assert country.name.upper() in text
        for form in formats():
            assert rendered(document, form, Window(colour=True))


@given(asked(models()))
@tries(8)
def test_every_id_of_any_model_has_a_profile_that_can_be_drawn(asked: Asked) -> None:
    graphs = tuple(
        build_graph(asked.model, country.code, script.id, asked.selection)
        for country in asked.model.countries
        for script in asked.model.scripts
    )
    desk = Desk(asked.model, graphs, tuple(audit_graph(graph, "") for graph in graphs))
    for name in [*known_ids(asked.model), *(finding.id for finding in desk.findings)]:
        document = profile_document(profile(desk, name))

        assert name in rendered(document, "table", Window(80)).decode()
        for form in formats():
            assert rendered(document, form, Window())
