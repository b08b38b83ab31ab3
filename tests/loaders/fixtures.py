"""Where the fixtures are, and short ways to load files and to see what is wrong with them."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from barriers import BrokenData, Problem
from loaders import load_model

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
SIX_NODES = FIXTURES / "six-nodes"
BOOKLET = SIX_NODES / "booklet.txt"
BROKEN = FIXTURES / "broken"
WARNED = FIXTURES / "warned"

SOURCES = """\
schema: 2
sources:
- {id: report, title: A report, kind: report, about: adults, date: 2014-01-31}
"""
SCRIPT = """\
schema: 2
script:
  id: doors
  name: Doors
  powers: [detect, hinder]
  groups: [{id: adults, name: Adults}]
  barriers: [{id: entry, name: Entry, order: 1}]
  steps:
  - {id: entry.offer, barrier: entry, name: Offer, forms: [labour], powers: [hinder], groups: [adults], ours: true}
"""


def page(code: str) -> str:
    """The country page of a country called by its code."""
    return f"country: {{code: {code}, name: Land of {code}, as_of: 2014-01-31, main_source: report, about: adults}}\n"


def cover(actor: str, at: str = "p. 1") -> str:
    """One cover of the only step, as an element of the list under coverage."""
    citation = f"{{source: report, at: {at}}}"
    return f"- {{actor: {actor}, step: entry.offer, power: hinder, state: active, citations: [{citation}]}}\n"


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    """The folder, with these files in it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def problems_of(data: Path, *, add: Sequence[Path] = ()) -> tuple[Problem, ...]:
    """The problems for which this data is refused."""
    with pytest.raises(BrokenData) as caught:
        load_model(data, add=add)
    return caught.value.problems


def placed(problem: Problem, root: Path) -> str:
    """Place and code, with the file as it is called below the root: `nl/actors.yml:3:3 [no-country]`."""
    file = Path(problem.place.file).relative_to(root)
    return f"{file}:{problem.place.line}:{problem.place.column} [{problem.code}]"


def blamed(problem: Problem) -> str:
    """The code, and the word that stands at the problem's place: `dangling-id: nl.polise`."""
    line = Path(problem.place.file).read_text(encoding="utf-8").splitlines()[problem.place.line - 1]
    return f"{problem.code}: {re.split(r'[],} ]', line[problem.place.column - 1 :])[0]}"
