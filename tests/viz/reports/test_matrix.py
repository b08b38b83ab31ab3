"""Steps by actors."""

from barriers.words import Form
from tests.viz.render.drawn import as_json
from tests.viz.small import audited, graph
from viz.reports.matrix import Matrix, matrix_data, matrix_of


def matrix(**selection: object) -> Matrix:
    looked_at = graph(**selection)  # type: ignore[arg-type]
    return matrix_of(looked_at, audited(looked_at))


def cells(step: str, **selection: object) -> dict[str, list[str]]:
    for barrier in matrix(**selection).barriers:
        for row in barrier.steps:
            if row.id == step:
                return {actor: [cover.long for cover in covers] for actor, covers in row.cells.items()}
    return {}


def test_a_cell_tells_power_and_state() -> None:
    assert cells("entry.unaccompanied-minor-by-air") == {"nl.border-police": ["detect active"]}


def test_what_bounds_a_cover_is_told() -> None:
    assert cells("identity.forged-passport") == {
        "nl.border-police": ["hinder active (ended)"],
        "nl.chamber-of-commerce": ["hinder planned (not confirmed)"],
        "nl.police": ["detect partial (not confirmed)"],
    }


def test_a_step_without_a_record_is_a_row_without_cells() -> None:
    assert cells("accommodation.hotel") == {}


def test_who_does_something_comes_before_who_may() -> None:
    """Police detect at one step; the municipality, we infer, may hinder at two."""
    (actors,) = (barrier.actors for barrier in matrix().barriers if barrier.id == "employment")

    assert [actor for actor, _ in actors] == ["nl.police", "nl.municipality"]


def test_who_has_a_general_task_is_named_at_the_barrier() -> None:
    tasks = {barrier.id: barrier.tasks for barrier in matrix().barriers}

    assert tasks["accommodation"] == ("Inspectorate SZW",)
    assert tasks["finance"] == ()


def test_a_filter_leaves_out_steps_and_barriers() -> None:
    labour = matrix(form=Form.LABOUR)

    assert "employment" not in {barrier.id for barrier in labour.barriers}
    assert labour.header.notices


def test_the_data_keep_the_order_of_the_script() -> None:
    data = as_json(matrix_data([matrix()]))

    assert [step["barrier"] for step in data["steps"]] == sorted(
        (step["barrier"] for step in data["steps"]),
        key=["entry", "accommodation", "identity", "employment", "finance"].index,
    )
    assert data["model"]["countries"] == ["NL"]
