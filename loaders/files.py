"""Which files a data folder has, which country each belongs to, and what may stand in one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from barriers.actors import Actor
from barriers.coverage import Ceiling, Coverage, GeneralTask
from barriers.errors import Problem
from barriers.evidence import Edition, Source
from barriers.facilitation import Facilitation
from barriers.model import Country
from barriers.places import Place
from barriers.script import Script
from barriers.ties import ClosedList, Cooperation, Membership
from barriers.weaknesses import Weakness

BUNDLED = Path(__file__).resolve().parent.parent / "data"
"""The models that come with the tool."""

SCHEMA = 1
"""The version of the data files that this release reads."""

INTERNATIONAL = "INT"
"""The code of the folder for actors above the countries; it is read with every country."""

_COUNTRY_FOLDER = re.compile(r"[a-z]{2}|int")


@dataclass(frozen=True, slots=True)
class DataFile:
    """Everything that may stand in a file; a file usually has one or two of these sections.

    `of` is the code of the country that the facts belong to, for a file outside a country's folder.
    """

    schema: int
    of: str = ""
    country: Country | None = None
    script: Script | None = None
    editions: tuple[Edition, ...] = ()
    sources: tuple[Source, ...] = ()
    actors: tuple[Actor, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    ceilings: tuple[Ceiling, ...] = ()
    tasks: tuple[GeneralTask, ...] = ()
    facilitations: tuple[Facilitation, ...] = ()
    memberships: tuple[Membership, ...] = ()
    closed_lists: tuple[ClosedList, ...] = ()
    cooperation: tuple[Cooperation, ...] = ()
    weaknesses: tuple[Weakness, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the folder: where it is, what messages call it, and its country ("" for none)."""

    path: Path
    name: str
    country: str


def find_files(root: Path, countries: frozenset[str] | None) -> tuple[list[Found], list[Problem]]:
    """The YAML files below `root` in order of their names, leaving out countries that were not asked for.

    None asks for all. A file, instead of a folder, stands for itself. A link that leaves the folder is a
    problem and is not followed.
    """
    if root.is_file():
        return [Found(root, str(root), "")], []
    if not root.is_dir():
        problem = Problem(
            Place(str(root)),
            "no-data",
            found="no file and no folder of this name",
            expected="a folder with YAML files, or one such file",
            remedy="check the path; without --data the bundled models are used",
        )
        return [], [problem]
    found, problems = [], []
    inside = root.resolve()
    for path in _walk(root):
        relative = path.relative_to(root)
        country = _country(relative)
        if not path.resolve().is_relative_to(inside):
            problems.append(
                Problem(
                    Place(str(path)),
                    "link-outside",
                    found=f"a link out of the data folder, to {path.resolve()}",
                    expected="a file of the folder itself",
                    remedy="copy the file into the folder",
                )
            )
        elif countries is None or country in ("", INTERNATIONAL) or country in countries:
            name = str(Path("data") / relative) if root == BUNDLED else str(path)
            found.append(Found(path, name, country))
    if not found and not problems:
        problems.append(
            Problem(
                Place(str(root)),
                "no-data",
                found="a folder without YAML files",
                expected="files that end in .yml",
                remedy="name the folder that holds sources.yml, scripts and the countries",
            )
        )
    return found, problems


def known_countries(root: Path) -> frozenset[str]:
    """The codes of the country folders below a data folder, whether or not they are read."""
    if not root.is_dir():
        return frozenset()
    return frozenset(path.name.upper() for path in root.iterdir() if _COUNTRY_FOLDER.fullmatch(path.name))


def _walk(root: Path) -> Iterator[Path]:
    """Files in the order of their names; a linked folder is given as one path, so that it is judged, not entered."""
    for path in sorted(root.iterdir()):
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        elif path.suffix in (".yml", ".yaml") or (path.is_symlink() and path.is_dir()):
            yield path


def _country(relative: Path) -> str:
    first = relative.parts[0]
    return first.upper() if len(relative.parts) > 1 and _COUNTRY_FOLDER.fullmatch(first) else ""
