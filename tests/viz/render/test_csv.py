"""Records for spreadsheets."""

import pytest

from tests.viz.render.drawn import document
from viz.document import Records
from viz.render import Window, rendered


def written(*rows: tuple[str | int | None, ...], header: tuple[str, ...] = ("what",)) -> str:
    return rendered(document(records=Records(header, rows)), "csv", Window()).decode()


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=x", " =1", "\uff1d1"])
def test_what_a_spreadsheet_would_run_begins_with_an_apostrophe(cell: str) -> None:
    assert written((cell,)).splitlines()[1].lstrip('"').startswith("'")


def test_numbers_and_other_text_stay_as_they_are() -> None:
    assert written((-1, "a-b", None), header=("a", "b", "c")) == "a,b,c\n-1,a-b,\n"


def test_cells_with_commas_quotes_and_line_breaks_are_quoted() -> None:
    assert written(('x, "y"\nz',)) == 'what\n"x, ""y""\nz"\n'
