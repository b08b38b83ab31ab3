"""What is written down loads to an equal model."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import integers

from barriers import BrokenData, Model
from barriers.facts import Citation
from benchmarks.models import make_model
from loaders import dump, dump_model, load_model
from tests.loaders.fixtures import SIX_NODES
from tests.loaders.strategies import models


def dumped_and_loaded(model: Model) -> Model:
    with TemporaryDirectory() as folder:
        dump_model(model, Path(folder))
        return load_model(Path(folder)).model


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model(SIX_NODES).model


def test_the_six_nodes_come_back_as_they_were(model: Model) -> None:
    again = dumped_and_loaded(model)

    assert again == model
    assert again.digest == model.digest
    assert [fact.id for fact in again.facts()] == [fact.id for fact in model.facts()]


def test_the_bundled_models_come_back_as_they_were() -> None:
    model = load_model().model

    assert dumped_and_loaded(model) == model


def test_a_model_without_anything_comes_back_as_it_was() -> None:
    assert dumped_and_loaded(Model()) == Model()


# A model is as much as a dozen small examples.
@settings(max_examples=settings().max_examples // 10, suppress_health_check=[HealthCheck.too_slow])
@given(models())
def test_any_model_comes_back_as_it_was(model: Model) -> None:
    again = dumped_and_loaded(model)

    assert again == model
    assert again.digest == model.digest


@settings(max_examples=settings().max_examples // 10, suppress_health_check=[HealthCheck.too_slow])
@given(models(), integers(1, 4000))
def test_any_model_comes_back_from_however_many_files(model: Model, largest: int) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(dump, "LARGEST", largest)
        again = dumped_and_loaded(model)

    assert again == model


def test_a_file_too_large_is_told_apart_by_barrier_then_by_step_then_by_number(
    model: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is told apart that need not be; a record that is too large by itself is a file of its own."""
    tens = tuple(
        replace(cover, citations=(Citation("report", f"p. {page}"),)) for cover in model.coverage for page in range(10)
    )

    def written(largest: int) -> set[str]:
        monkeypatch.setattr(dump, "LARGEST", largest)
        dump_model(replace(model, coverage=tens), tmp_path / str(largest))
        return {path.stem for path in (tmp_path / str(largest) / "nl").glob("coverage*.yml")}

    assert written(1_000_000) == {"coverage"}
    assert written(4_000) == {"coverage_entry", "coverage_work"}
    assert written(2_500) == {
        *("coverage_entry.quay_part_1", "coverage_entry.quay_part_2"),
        *("coverage_work.pay", "coverage_work.wharf"),
    }
    assert len(written(1)) == len(tens)


def test_the_same_model_gives_the_same_bytes(model: Model, tmp_path: Path) -> None:
    dump_model(model, tmp_path / "one")
    dump_model(load_model(tmp_path / "one").model, tmp_path / "two")
    one = {path.relative_to(tmp_path / "one"): path.read_bytes() for path in (tmp_path / "one").rglob("*.yml")}
    two = {path.relative_to(tmp_path / "two"): path.read_bytes() for path in (tmp_path / "two").rglob("*.yml")}

    assert one == two
    assert {str(name) for name in one} >= {"sources.yml", "scripts/two-doors.yml", "nl/country.yml", "nl/coverage.yml"}


def test_a_folder_that_holds_anything_is_not_written_into(model: Model, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(FileExistsError):
        dump_model(model, tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_file_is_not_written_over(model: Model, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(FileExistsError):
        dump_model(model, tmp_path / "notes.txt")

    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_an_empty_folder_is_written_into(model: Model, tmp_path: Path) -> None:
    dump_model(model, tmp_path)

    assert load_model(tmp_path).model == model


@pytest.mark.parametrize("country", ["", "nl", "..", "/etc", "NLD"])
def test_a_fact_of_no_country_has_no_file(model: Model, tmp_path: Path, country: str) -> None:
    astray = replace(model, coverage=(replace(model.coverage[0], country=country),))

    with pytest.raises(ValueError, match="belongs to no country"):
        dump_model(astray, tmp_path / "here")

    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_says_that_a_country_is_kept_elsewhere(tmp_path: Path) -> None:
    model = load_model(countries=["NL"]).model
    dump_model(model, tmp_path)
    with pytest.raises(BrokenData, match="dangling-id"):
        load_model(tmp_path)

    for code in ("dk", "ro"):
        (tmp_path / code).mkdir()

    assert load_model(tmp_path).model == model


def test_a_large_model_is_written_in_files_that_are_not_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen at a fortieth of the size, for the tests should not last: 3,000 facts, and files of 100 kilobytes."""
    large = make_model(3_000)
    monkeypatch.setattr(dump, "LARGEST", 100_000)

    dump_model(large, tmp_path)

    sizes = {path.name: path.stat().st_size for path in (tmp_path / "xx").glob("*.yml")}
    assert max(sizes.values()) <= 100_000
    assert {"coverage_entry.yml", "coverage_finance.yml"} <= sizes.keys()
    assert load_model(tmp_path).model == large
