"""What a reader takes along: PNG and SVG of the picture, CSV of the tables, findings as text."""

import csv
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from barriers.words import Status
from tests.browser.conftest import Open
from tests.browser.visiting import Visit
from tests.drawing import usual

SVG = "{http://www.w3.org/2000/svg}"


def saved(seen: Visit, button: str, view: str) -> Path:
    """The file that a button of a view saves."""
    with seen.page.expect_download() as waiting:
        seen.section(view).get_by_role("button", name=button).click()
    download = waiting.value
    path = Path(download.path())
    kept = path.with_name(download.suggested_filename)
    path.rename(kept)
    return kept


@pytest.mark.parametrize("layout", usual("lanes", deep=["shells"]))
def test_the_picture_as_svg_holds_every_label_and_loads_nothing(opened: Open, layout: str) -> None:
    """A file of its own: XML that any program reads, without a script, a link or a font of somewhere else."""
    seen = opened("NL", anchor=f"#graph&l={layout}")
    path = saved(seen, "SVG", "graph")
    root = ET.parse(path).getroot()  # noqa: S314 - our own file
    text = " ".join(" ".join(root.itertext()).split())

    assert path.name == f"nl-five-barriers-{layout}.svg"
    assert root.tag == f"{SVG}svg"
    assert {node.tag.removeprefix(SVG) for node in root.iter()}.isdisjoint({"script", "foreignObject", "image", "a"})
    assert not [name for node in root.iter() for name in node.attrib if name.startswith("on") or name.endswith("href")]
    assert "Chamber of" in text
    assert "Fier Fryslân" in text
    assert seen.requests == []


def test_the_picture_as_png_is_one_and_not_blank(opened: Open) -> None:
    """As large as the layout, twice as fine."""
    seen = opened("NL", anchor="#graph")
    path = saved(seen, "PNG", "graph")
    raw = path.read_bytes()
    width, height = (int.from_bytes(raw[at : at + 4], "big") for at in (16, 20))

    assert raw.startswith(b"\x89PNG\r\n\x1a\n")
    assert width > 2000
    assert height > 1000
    # A blank picture of this size is far smaller.
    assert len(raw) > 100_000


def test_the_matrix_as_csv_is_the_matrix(opened: Open) -> None:
    """A row for each step and a column for each actor, with what the cells say."""
    seen = opened("NL", anchor="#matrix")
    rows = list(csv.reader(saved(seen, "CSV", "matrix").read_text(encoding="utf-8-sig").splitlines()))
    section = seen.section("matrix")
    told = section.locator("p.count").inner_text().split()
    steps, actors = int(told[0]), int(told[4])

    assert f"{steps} of {steps} steps, {actors} of {actors} recorded actors shown" == " ".join(told)
    assert sum(len(row) > 3 and row[3] in set(Status) for row in rows) == steps
    assert len({len(row) for row in rows}) == 1
    assert len(rows[0]) >= actors
    assert any("work" in cell for row in rows for cell in row)


def test_the_facts_as_csv_are_the_facts_that_are_shown(opened: Open) -> None:
    """The filter counts: what is filtered out is not in the file."""
    seen = opened("NL", anchor="#facts")
    section = seen.section("facts")
    everything = list(csv.reader(saved(seen, "CSV", "facts").read_text(encoding="utf-8-sig").splitlines()))
    shown = section.locator("#facts-table > tbody > tr:not([hidden])").count()

    assert len(everything) == shown + 1
    assert shown > 100


def test_no_cell_of_a_csv_is_taken_for_a_formula(opened: Open, hostile_page: Path) -> None:
    """A spreadsheet runs what begins with = + - or @; nothing does."""
    seen = opened(hostile_page, anchor="#facts")
    rows = csv.reader(saved(seen, "CSV", "facts").read_text(encoding="utf-8-sig").splitlines(keepends=True))

    assert [cell[:40] for row in rows for cell in row if cell[:1] in tuple("=+-@\t\r") and cell != "-"] == []


def test_a_finding_is_copied_with_its_citation(opened: Open) -> None:
    """As text, to the clipboard."""
    seen = opened("NL", anchor="#findings", permissions=["clipboard-read", "clipboard-write"])
    seen.section("findings").get_by_role("button", name="Copy").first.click()
    seen.page.wait_for_function("() => document.getElementById('live').textContent !== ''")
    text = seen.page.evaluate("() => navigator.clipboard.readText()")

    assert "NL SWOT p." in text
    assert seen.requests == []
