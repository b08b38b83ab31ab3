"""Files to model: read everything, build everything, then check everything that refers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from barriers.errors import BrokenData, Gravity, Problem
from barriers.model import Model
from barriers.places import Place
from loaders.files import BUNDLED, SCHEMA, DataFile, Found, find_files, known_countries
from loaders.marked import Fields, Items, Text, place_of
from loaders.reading import read_file
from loaders.references import check_references
from loaders.sanity import check_sanity
from loaders.structure import structure

_SECTIONS = tuple(
    field.name for field in fields(DataFile) if field.name not in ("schema", "of", "country", "script")
)
_FACTS = tuple(name for name in _SECTIONS if name not in ("editions", "sources", "actors"))


@dataclass(frozen=True, slots=True)
class Loaded:
    """A model with the warnings that its data deserves."""

    model: Model
    warnings: tuple[Problem, ...]


def load_model(
    data: Path | None = None, *, add: Sequence[Path] = (), countries: Iterable[str] | None = None
) -> Loaded:
    """The model of a data folder, extended by the folders or files in `add`.

    `data` is the bundled folder where it is None. `countries` limits what is read to these codes, with what
    is common to all; None reads all.

    Raises `BrokenData` with every problem of all files when any of them is an error.
    """
    wanted = None if countries is None else frozenset(countries)
    roots = [data or BUNDLED, *add]
    problems: list[Problem] = []
    read: list[DataFile] = []
    for root in roots:
        found, trouble = find_files(root, wanted)
        problems.extend(trouble)
        for file in found:
            part, trouble = _load_file(file)
            problems.extend(trouble)
            if part is not None:
                read.append(part)
    model = _assemble(read)
    if not any(problem.gravity is Gravity.ERROR for problem in problems):
        # References are only worth checking when nothing that they could refer to is missing.
        unread = frozenset().union(*(known_countries(root) for root in roots)) - (wanted or frozenset())
        problems.extend(check_references(read, model, unread if wanted is not None else frozenset()))
    problems.extend(check_sanity(model))
    if any(problem.gravity is Gravity.ERROR for problem in problems):
        raise BrokenData(problems)
    return Loaded(model, tuple(sorted(set(problems))))


def _load_file(file: Found) -> tuple[DataFile | None, list[Problem]]:
    content, problems = read_file(file.path, file.name)
    if content is None:
        return None, problems
    version = content.get("schema")
    if version is not None and version != str(SCHEMA):
        problem = Problem(
            place_of(version),
            "schema-version",
            found=f"schema {version}",
            expected=f"schema {SCHEMA}",
            remedy="use a release that reads this version, or bring the file to this one",
        )
        return None, [*problems, problem]
    problems.extend(_stamp(content, file))
    part, trouble = structure(content, DataFile)
    return part, [*problems, *trouble]


def _stamp(content: Fields, file: Found) -> list[Problem]:
    """Write into each record where it stands and which country it belongs to."""
    problems = []
    code = Text(file.country or content.get("of", ""))
    code.mark, code.plain = content.mark, False
    script = content.get("script")
    nested = [script.get(part) for part in ("steps", "tracks")] if isinstance(script, Fields) else []
    for section in (*(content.get(name) for name in _SECTIONS), *nested):
        for record in section if isinstance(section, Items) else ():
            if isinstance(record, Fields):
                problems.extend(_own_keys(record))
    for name in ("actors", *_FACTS):
        for record in _records(content.get(name)):
            record["country"] = code
            record["place"] = Place(*record.mark)
            if not code:
                problems.append(
                    Problem(
                        place_of(record),
                        "no-country",
                        found=f"{name} in a file that belongs to no country",
                        expected="a file in the folder of a country, or the key of: at its top",
                        remedy="move the file into a folder such as nl, or write of: NL",
                    )
                )
                break
    for part in nested:
        for record in _records(part):
            record["place"] = Place(*record.mark)
    return problems


def _records(section: Any) -> list[Fields]:
    return [record for record in section if isinstance(record, Fields)] if isinstance(section, Items) else []


def _own_keys(record: Fields) -> list[Problem]:
    """`country` and `place` are worked out, so they may not be written."""
    problems = []
    for key in ("country", "place", "id") if "actor" in record else ("country", "place"):
        if key in record:
            problems.append(
                Problem(
                    Place(*record.key_marks[key]),
                    "unknown-key",
                    found=f"the key {key!r}, which the tool works out itself",
                    remedy="take it out",
                )
            )
            del record[key]
    return problems


def _assemble(read: Iterable[DataFile]) -> Model:
    parts = list(read)
    many: dict[str, Any] = {
        name: tuple(value for part in parts for value in getattr(part, name)) for name in _SECTIONS
    }
    return Model(
        countries=tuple(part.country for part in parts if part.country is not None),
        scripts=tuple(part.script for part in parts if part.script is not None),
        **many,
    )
