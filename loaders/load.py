"""Files to model: read everything, build everything, then check everything that refers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from barriers.errors import BrokenData, Gravity, Problem
from barriers.model import Model
from loaders.duplicates import check_duplicates
from loaders.files import BUNDLED, INTERNATIONAL, SCHEMA, DataFile, Found, empty_countries, find_files, known_countries
from loaders.house import check_house
from loaders.known import Excuses, Known
from loaders.marked import Fields, Items, Text, place_of
from loaders.reading import read_file
from loaders.references import check_references
from loaders.sanity import check_sanity
from loaders.stamp import SECTIONS, country_of, stamp
from loaders.structure import structure_file
from loaders.whereabouts import Whereabouts


@dataclass(frozen=True, slots=True)
class Loaded:
    """A model with the warnings that its data deserves."""

    model: Model
    warnings: tuple[Problem, ...]


def load_model(
    data: Path | None = None,
    *,
    add: Sequence[Path] = (),
    countries: Iterable[str] | None = None,
    leave_out: Iterable[str] = (),
) -> Loaded:
    """The model of a data folder, extended by the folders or files in `add`.

    `data` is the bundled folder where it is None. `countries` limits what is read to these codes, with what
    is common to all; None reads all. A country's folder without any file stands for a country that is kept elsewhere,
    and its ids may be referred to. `leave_out` names files and folders of a country that the caller does not
    need, such as `figures`: an audit reads what it asks about.

    Raises `BrokenData` with every problem of all files when any of them is an error.
    """
    reader = _Reader(None if countries is None else frozenset(countries), frozenset(leave_out))
    for root in (data or BUNDLED, *add):
        reader.read(root)
    model = _assemble(reader.parts)
    known = Known(model, reader.where, reader.excuses())
    problems = [
        *reader.problems,
        *check_duplicates(reader.parts),
        *(check_house(model, frozenset(reader.pages), reader.has_script) if reader.complete else ()),
        *check_references(known),
        *check_sanity(model, reader.where),
    ]
    if any(problem.gravity is Gravity.ERROR for problem in problems):
        raise BrokenData(problems)
    return Loaded(model, tuple(sorted(set(problems))))


@dataclass
class _Reader:
    """Reads roots one after the other; collects what fits, and the problems of the rest.

    What is broken or left unread counts too: nobody should be told that it is missing.
    """

    wanted: frozenset[str] | None
    leave_out: frozenset[str] = frozenset()
    parts: list[DataFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    where: Whereabouts = field(default_factory=Whereabouts)
    unread: set[str] = field(default_factory=set)
    broken: set[str] = field(default_factory=set)
    pages: set[str] = field(default_factory=set)
    has_script: bool = False
    complete: bool = True

    def read(self, root: Path) -> None:
        """Read a data folder, or one file."""
        found, trouble = find_files(root, self.wanted, self.leave_out)
        self._give_up(trouble)
        self.unread |= empty_countries(root)
        if self.wanted is not None:
            self.unread |= known_countries(root) - self.wanted - {INTERNATIONAL}
        for file in found:
            self._read_file(file)

    def excuses(self) -> Excuses:
        """Which ids may be missing without being a mistake."""
        return Excuses(frozenset(self.unread), frozenset(self.broken), self.complete, self.has_script)

    def _give_up(self, problems: list[Problem]) -> None:
        """Keep the problems of what could not be read as a whole."""
        self.problems.extend(problems)
        self.complete = self.complete and not problems

    def _read_file(self, file: Found) -> None:
        content, problems = read_file(file.path, file.name)
        version = None if content is None else content.get("schema")
        if content is None or (version is not None and version != str(SCHEMA)):
            self._give_up(problems if content is None else [*problems, _another_version(version)])
            return
        code = country_of(content, file)
        if self.wanted is not None and code not in ("", INTERNATIONAL, *self.wanted):
            self.unread.add(code)
            return
        if "country" in content:
            self.pages.add(code)
        self.has_script = self.has_script or "script" in content
        problems.extend(stamp(content, file, self.where))
        part, misfits = structure_file(content)
        problems.extend(misfits)
        self.parts.append(part)
        self.problems.extend(problems)
        if problems:
            # Read again, because the records that do not fit are no longer in the content.
            self.broken.update(_ids(read_file(file.path, file.name)[0]))


def _another_version(version: object) -> Problem:
    said = f"schema {str(version)!r}" if isinstance(version, Text) else "a schema that is no number"
    return Problem(
        place_of(version),
        "schema-version",
        found=said,
        expected=f"schema: {SCHEMA}",
        remedy=f"write schema: {SCHEMA} if the file was made for this release, or use the release that it was made for",
    )


def _ids(content: Any) -> Iterator[str]:
    """Every id in a file, those of broken records among them."""
    if isinstance(content, Items):
        for part in content:
            yield from _ids(part)
    elif isinstance(content, Fields):
        name = content.get("id")
        if isinstance(name, Text):
            yield str(name)
        for part in content.values():
            yield from _ids(part)


def _assemble(parts: Iterable[DataFile]) -> Model:
    listed = list(parts)
    many: dict[str, Any] = {name: tuple(value for part in listed for value in getattr(part, name)) for name in SECTIONS}
    return Model(
        countries=tuple(part.country for part in listed if part.country is not None),
        scripts=tuple(part.script for part in listed if part.script is not None),
        **many,
    )
