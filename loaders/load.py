"""Files to model, in steps from values to values: find, read, convert, put together, check what refers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from barriers.errors import BrokenData, Gravity, Problem, in_order, problem
from barriers.model import SECTIONS, Country, Model
from barriers.naming import Named
from loaders.cited_words import check_cited_words
from loaders.convert import convert_file
from loaders.duplicates import check_duplicates, repeated_ids, without
from loaders.files import (
    BUNDLED,
    INTERNATIONAL,
    SCHEMA,
    Found,
    check_countries,
    country_of,
    empty_countries,
    find_files,
    known_countries,
)
from loaders.known import Excuses, Known
from loaders.marked import Fields, Text, Whereabouts, place_of, records_of
from loaders.old_words import old_words_problem, renewed
from loaders.reading import read_file
from loaders.references import check_references
from loaders.sanity import check_house, check_sanity


@dataclass(frozen=True, slots=True)
class Loaded:
    """A model with the warnings that its data deserves."""

    model: Model
    warnings: tuple[Problem, ...]


_NOTHING = Model()


@dataclass(frozen=True, slots=True)
class _File:
    """What one file gave: what stands in it, the model of what fits, and the problems of the rest.

    `content` is None where the file cannot be used at all: then anything may stand in it. `country` is its code.
    """

    content: Fields | None
    country: str = ""
    model: Model = _NOTHING
    problems: tuple[Problem, ...] = ()


def load_model(
    data: Path | None = None,
    *,
    add: Sequence[Path] = (),
    countries: Iterable[str] | None = None,
    leave_out: Iterable[str] = (),
) -> Loaded:
    """The model of a data folder, extended by the folders or files in `add`.

    `data` is the bundled folder where it is None. `countries` limits what is read to these codes, with what
    is common to all; None reads all, and none of them only what is common. A country's folder without any file
    stands for a country that is kept elsewhere, and its ids may be referred to. `leave_out` names files and
    folders of a country that the caller does not need, such as `figures`: an audit reads what it asks about.

    Raises `BrokenData` with every problem of all files when any of them is an error.
    """
    roots = (data or BUNDLED, *add)
    wanted = None if countries is None else frozenset((*countries, "", INTERNATIONAL))
    found = [find_files(root, wanted, frozenset(leave_out)) for root in roots]
    lost = [trouble for _, troubles in found for trouble in troubles]
    every = [_read(file, wanted) for files, _ in found for file in files]
    files = [file for file in every if wanted is None or file.country in wanted]
    model = _merged([file.model for file in files])
    contents = tuple(file.content for file in files if file.content is not None)
    where = Whereabouts(contents)
    has_script = any("script" in content for content in contents)
    complete = not lost and len(contents) == len(files)
    unread = _unread(roots, wanted) | {file.country for file in every} - {file.country for file in files}
    repeated = list(repeated_ids(file.model for file in files))
    twice = frozenset(name for name, _ in repeated)
    # Nobody knows which of two records of one id is meant: neither is judged further, nor what refers to it.
    judged = without(model, twice)
    known = Known(judged, where, Excuses(unread, frozenset(_broken(files, twice)), complete, has_script))
    pages = frozenset(file.country for file in files if file.content is not None and "country" in file.content)
    problems = [
        *lost,
        *chain.from_iterable(file.problems for file in files),
        *check_duplicates([file.model for file in files], repeated),
        *(check_house(model, pages, has_script) if complete else ()),
        *check_references(known),
        *check_sanity(judged, where),
        *check_cited_words(judged),
    ]
    if any(problem.gravity is Gravity.ERROR for problem in problems):
        raise BrokenData(problems)
    return Loaded(model, in_order(problems))


def country_pages(roots: Iterable[Path]) -> Iterator[Named]:
    """What the countries below these folders or in these files are called, as far as their pages can be read.

    Nothing else is read: whatever is wrong elsewhere is told by whoever reads it.
    """
    for root in roots:
        files, _ = find_files(root, None)
        for file in files:
            content = read_file(file.path, file.name)[0] if file.path.stem == "country" or root.is_file() else None
            page = content.get("country") if content is not None else None
            if isinstance(page, Fields) and isinstance(code := page.get("code"), Text):
                names = (page.get(name) for name in ("name", "native"))
                yield Named(
                    str(code), Country.KIND, tuple(str(one) for one in names if isinstance(one, Text)), str(code)
                )


def _read(file: Found, wanted: frozenset[str] | None) -> _File:
    content, problems = read_file(file.path, file.name)
    if content is None:
        return _File(None, problems=tuple(problems))
    content, old = renewed(content)
    if old:
        problems = [*problems, old_words_problem(old)]
    version = content.get("schema")
    if version is not None and version != str(SCHEMA):
        case = "schema-version.number" if isinstance(version, Text) else "schema-version"
        told = problem(place_of(version), case, version=str(version), known=SCHEMA)
        return _File(None, problems=(*problems, told))
    country = country_of(content, file)
    if wanted is not None and country not in wanted:
        return _File(content, country)
    model, misfits = convert_file(content, country)
    return _File(content, country, model, (*problems, *check_countries(content, file), *misfits))


def _unread(roots: Iterable[Path], wanted: frozenset[str] | None) -> frozenset[str]:
    """The codes of the countries whose folders are there, and empty or left out."""
    left = [known_countries(root) - wanted for root in roots] if wanted is not None else []
    return frozenset().union(*left, *map(empty_countries, roots))


def _broken(files: Iterable[_File], twice: frozenset[str]) -> Iterator[str]:
    """Every id in the files that have problems or an id that stands twice, those of broken records among them."""
    for file in files if twice else (file for file in files if file.problems):
        names = {str(name) for record in records_of(file.content) if isinstance(name := record.get("id"), Text)}
        if file.problems or not names.isdisjoint(twice):
            yield from names


def _merged(models: Sequence[Model]) -> Model:
    """One model of all these; an empty one of none."""
    return Model(**{name: tuple(chain.from_iterable(getattr(part, name) for part in models)) for name in SECTIONS})
