"""Which files a data folder has, which country each belongs to, and what stands in the wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from barriers.errors import Place, Problem, problem
from barriers.messages import Message, message
from barriers.model import SECTIONS
from barriers.schema import names_of
from loaders.marked import Entries, Fields, Text, place_of

BUNDLED = Path(__file__).resolve().parent.parent / "data"
"""The models that come with the tool."""

SCHEMA = 2
"""The version of the data files that this release reads."""

INTERNATIONAL = "INT"
"""The code of the folder for actors above the countries; it is read with every country."""

_COUNTRY_FOLDER = re.compile(r"[a-z]{2}|int")
_SUFFIXES = (".yml", ".yaml")


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the folder: where it is, what messages call it, and its country ("" for none).

    `advice` is what to do where a file without country seems to be meant for one.
    """

    path: Path
    name: str
    country: str
    advice: Message | None = None


def find_files(
    root: Path, countries: frozenset[str] | None, leave_out: frozenset[str] = frozenset()
) -> tuple[list[Found], list[Problem]]:
    """The YAML files below `root` in order of their names, leaving out countries that were not asked for.

    None asks for all. `leave_out` are names of files, without their ending, and of folders inside a country
    that are passed over; scripts never are, for everything refers to them.

    A file, instead of a folder, stands for itself. Hidden files are passed over. A link that leaves the folder is
    a problem and is not followed.
    """
    try:
        if root.is_file():
            return [Found(root, printable(root), "")], []
        if not root.is_dir():
            return [], [problem(Place(printable(root)), "no-data.name")]
    except OSError as error:
        return [], [problem(Place(printable(root)), "no-data.path", why=error.strerror or str(error))]
    problems: list[Problem] = []
    found: list[Found] = []
    everything = list(_walk(root, problems))
    inside = root.resolve()
    for path in everything:
        relative = path.relative_to(root)
        country = _country(relative)
        trouble = _link_problem(path, inside) if path.is_symlink() else None
        if trouble is not None:
            problems.append(trouble)
        elif _is_left_out(relative, leave_out):
            continue
        elif countries is None or country in ("", INTERNATIONAL) or country in countries:
            name = Path("data") / relative if root == BUNDLED else path
            found.append(Found(path, printable(name), country, None if country else _advice(root, relative)))
    if not everything and not problems:
        problems.append(problem(Place(printable(root)), "no-data.files"))
    return found, problems


def known_countries(root: Path) -> frozenset[str]:
    """The codes of the country folders below a data folder, whether or not they are read."""
    try:
        if not root.is_dir():
            return frozenset()
        return frozenset(path.name.upper() for path in root.iterdir() if _COUNTRY_FOLDER.fullmatch(path.name))
    except OSError:
        return frozenset()


def empty_countries(root: Path) -> frozenset[str]:
    """The codes of the country folders that hold no YAML file: their country is kept elsewhere."""
    return frozenset(code for code in known_countries(root) if not any(_walk(root / code.lower(), [])))


def printable(path: Path) -> str:
    """The path as text that every terminal can show, whatever bytes its name has."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def is_country_code(code: str) -> bool:
    """Whether this is a code that a country's folder can have, in capitals."""
    return code == code.upper() and _COUNTRY_FOLDER.fullmatch(code.lower()) is not None


def _walk(root: Path, problems: list[Problem]) -> Iterator[Path]:
    """Files in the order of their names; a linked folder is given as one path, so that it is judged, not entered."""
    try:
        paths = sorted(root.iterdir())
    except OSError as error:
        problems.append(problem(Place(printable(root)), "cannot-read.folder", why=error.strerror or str(error)))
        return
    for path in paths:
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path, problems)
        elif path.suffix.lower() in _SUFFIXES or (path.is_symlink() and path.is_dir()):
            yield path


def _link_problem(path: Path, inside: Path) -> Problem | None:
    """Why a link is not followed; None for a link to another file of the folder."""
    place = Place(printable(path))
    try:
        target = path.resolve()
    except (OSError, RuntimeError):
        # Python up to 3.12 tells a link that leads back to itself by a RuntimeError.
        return problem(place, "link-circle")
    if not target.is_relative_to(inside):
        return problem(place, "link-outside", target=printable(target))
    return problem(place, "link-folder") if path.is_dir() else None


def _is_left_out(relative: Path, leave_out: frozenset[str]) -> bool:
    return relative.parts[0] != "scripts" and not leave_out.isdisjoint((*relative.parts[1:-1], relative.stem))


def _country(relative: Path) -> str:
    first = relative.parts[0]
    return first.upper() if len(relative.parts) > 1 and _COUNTRY_FOLDER.fullmatch(first) else ""


def _advice(root: Path, relative: Path) -> Message | None:
    """What to do with a file that is in no country's folder although its place looks like one."""
    first = relative.parts[0]
    if len(relative.parts) > 1 and _COUNTRY_FOLDER.fullmatch(first.lower()):
        return message("problem.advice.rename", folder=first, code=first.lower())
    return message("problem.advice.above", folder=root.name) if _COUNTRY_FOLDER.fullmatch(root.name) else None


def country_of(content: Fields, file: Found) -> str:
    """The code of the country that a file belongs to, by its folder or by its key `of`; empty for none."""
    of = content.get("of")
    return file.country or (str(of) if isinstance(of, Text) else "")


def check_countries(content: Fields, file: Found) -> Iterator[Problem]:
    """The codes in a file must be those of its folder, and what belongs to a country must be in a file of one."""
    country = country_of(content, file)
    of = content.get("of")
    if isinstance(of, Text) and of and file.country and of != file.country:
        yield problem(place_of(of), "wrong-country.of", code=str(of), country=file.country)
    elif isinstance(of, Text) and of and not is_country_code(of):
        yield problem(place_of(of), "wrong-country.no-code", code=str(of), international=INTERNATIONAL)
    page = content.get("country")
    code = page.get("code") if isinstance(page, Fields) else None
    if isinstance(code, Text) and not country:
        place = Place(*content.key_marks["country"])
        yield _no_country(place, file, "no-country.page", code=str(code), folder=code.lower())
    elif isinstance(code, Text) and code != country:
        yield problem(place_of(code), "wrong-country.page", code=str(code), country=country)
    for section in () if country else (name for name, kind in SECTIONS.items() if "country" in names_of(kind)):
        items = content.get(section)
        for record in [part for part in items if isinstance(part, Fields)][:1] if isinstance(items, Entries) else ():
            yield _no_country(place_of(record), file, "no-country.section", section=section)


def _no_country(place: Place, file: Found, case: str, **values: Any) -> Problem:
    told = problem(place, case, **values)
    return told if file.advice is None else replace(told, remedy=file.advice)
