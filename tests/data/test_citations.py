"""Every citation of the guide stands where it says, in the text and on the printed page."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from barriers import Citation, Model
from loaders import TextEdition, check_text, cited

_PRINTED = re.compile(r"(?:NL|DK|RO) SWOT pp?\. (\d+)(?:-(\d+))?(?:, fn [\d, ]+)?")


def _starts(source: str) -> list[tuple[int, int]]:
    """First line and number of each page of a part of the guide."""
    path = Path(__file__).with_name(f"{source.replace('-', '_')}_pages.yml")
    pages: dict[int, int] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return sorted((first_line, page) for page, first_line in pages.items())


def _of_the_guide(model: Model) -> list[Citation]:
    return [citation for citation, _ in cited(model) if citation.lines is not None]


def test_all_citations_of_the_guide_stand_in_its_text(bundled: Model, guide_text: Path) -> None:
    """The words that each citation names are in its lines."""
    problems = list(check_text(bundled, "guide", guide_text))

    assert problems == []
    assert len(_of_the_guide(bundled)) > 200


def test_a_shift_by_20_lines_is_found_out(bundled: Model, guide_text: Path) -> None:
    """A machine that could not tell a wrong place from a right one would be no check: 95 in 100 must fail."""
    text = TextEdition(guide_text.read_text(encoding="utf-8"))
    citations = _of_the_guide(bundled)

    shifted = []
    for citation in citations:
        assert citation.lines is not None
        first, last = citation.lines
        shifted.append(replace(citation, lines=(first + 20, last + 20)))
    found_out = [citation for citation in shifted if not text.has(citation)]

    assert len(found_out) >= 0.95 * len(citations)


@pytest.mark.parametrize("source", ["nl-swot", "dk-swot", "ro-swot"])
def test_the_printed_page_is_the_page_of_the_lines(source: str, bundled: Model) -> None:
    """A reader with the printed guide finds the place under the page that is cited."""
    starts = _starts(source)

    def page_of(line: int) -> int:
        return max(page for first_line, page in starts if first_line <= line)

    for citation in _of_the_guide(bundled):
        if citation.source == source:
            assert citation.lines is not None
            match = _PRINTED.fullmatch(citation.at)
            assert match is not None, citation.at
            printed = (int(match[1]), int(match[2] or match[1]))
            assert printed == (page_of(citation.lines[0]), page_of(citation.lines[1])), citation
