"""Model to files: what is written loads to an equal model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from barriers.model import ONCE, SECTIONS, Model
from barriers.schema import Record, as_written, ids_in, names_of, referring
from loaders.files import SCHEMA, is_country_code
from loaders.reading import MOST_BYTES

_COMMON = tuple(
    section for section, kind in SECTIONS.items() if section not in ONCE and "country" not in names_of(kind)
)
"""The sections that belong to no country."""

LARGEST = MOST_BYTES // 2
"""Bytes in a file that is written, where records can be told apart: whoever adds to it is not refused at once."""


def dump_model(model: Model, folder: Path) -> None:
    """Write the model as YAML files below `folder`, which must be empty or absent.

    There is a file for each kind of record. One that would be too large to be read again is written as several: by
    barrier, by step, and by number where that is not enough.

    Raises `FileExistsError` when the folder holds anything: a dump never mixes with what is there. Raises `ValueError`
    for a fact or an actor that belongs to no country, for it has no file.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(folder)
    # All that may be refused is refused before the first file is written.
    for name, content in sorted(_files(model).items()):
        for part, whole in _parts(name, content, model):
            path = folder / f"{part}.yml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(whole)


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes all text in quotes, so that NO stays the country and 1.10 keeps its zero; numbers without exponent."""


_Dumper.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))
_Dumper.add_representer(
    float, lambda dumper, number: dumper.represent_scalar("tag:yaml.org,2002:float", format(Decimal(repr(number)), "f"))
)


def _text(content: dict[str, Any]) -> bytes:
    """A file with this content, as it is written."""
    whole = {"schema": SCHEMA, **{key: _written(held) for key, held in content.items()}}
    text: str = yaml.dump(whole, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100)
    return text.encode()


def _written(held: Any) -> Any:
    return [as_written(record) for record in held] if isinstance(held, list | tuple) else as_written(held)


def _files(model: Model) -> dict[str, dict[str, Any]]:
    """What goes into which file: one for what is common, one per script, one folder per country."""
    # A model without anything still loads.
    files: defaultdict[str, dict[str, Any]] = defaultdict(dict, {"sources": {}})
    for section in _COMMON:
        if values := getattr(model, section):
            files["sources"][section] = values
    for script in model.scripts:
        files[f"scripts/{script.id}"]["script"] = script
    for country in model.countries:
        files[f"{country.code.lower()}/country"]["country"] = country
    for section in (section for section in SECTIONS if section not in (*ONCE, *_COMMON)):
        for value in getattr(model, section):
            if not is_country_code(value.country):
                raise ValueError(f"{value.id} belongs to no country: {value.country!r}")
            files[f"{value.country.lower()}/{section}"].setdefault(section, []).append(value)
    return dict(files)


# A file that is too large. A low line stands in no id, so that no part is taken for another.

_Places = dict[str, str]
"""Where the id of a barrier or of a step belongs."""


def _parts(name: str, content: dict[str, Any], model: Model) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of one file, or of each of the several that it has to be."""
    lists = [key for key in content if key in SECTIONS]
    if len(lists) == 1:
        (section,) = lists
        yield from _split(name, name, section, content[section], _ways(model, SECTIONS[section]))
        return
    whole = _text(content)
    if len(whole) <= LARGEST or not lists:
        yield name, whole
        return
    for section in lists:
        yield from _parts(section, {section: content[section]}, model)


def _ways(model: Model, kind: type[Record]) -> list[Callable[[Any], str]]:
    """What tells records of this kind apart: their barrier, then their step; empty for one that stands nowhere."""
    steps = {step.id: step.barrier for script in model.scripts for step in script.steps}
    barriers = {barrier.id: barrier.id for script in model.scripts for barrier in script.barriers}
    fields = [field for field, refers in referring(kind) if not {"step", "barrier"}.isdisjoint(refers.to)]

    def way(places: _Places) -> Callable[[Any], str]:
        def place_of(record: Any) -> str:
            names = (name for field in fields for name in ids_in(getattr(record, field)))
            return next((places[name] for name in names if name in places), "")

        return place_of

    return [way(barriers | steps), way({name: name for name in steps})] if fields else []


def _split(
    name: str, stem: str, section: str, records: Sequence[Any], ways: Sequence[Callable[[Any], str]]
) -> Iterator[tuple[str, bytes]]:
    """Records in as many files as they need, told apart by one way after the other, and at last by number."""
    whole = _text({section: records})
    if len(whole) <= LARGEST or len(records) == 1:
        yield name, whole
        return
    if ways:
        groups: defaultdict[str, list[Any]] = defaultdict(list)
        for record in records:
            groups[ways[0](record)].append(record)
        for place, group in groups.items():
            # What stands nowhere keeps the name, which nothing else has then.
            yield from _split(f"{stem}_{place}" if place else name, stem, section, group, ways[1:])
        return
    size = -(-len(records) // (len(whole) // LARGEST + 1))
    for number, begin in enumerate(range(0, len(records), size), start=1):
        yield from _split(f"{name}_part_{number}", stem, section, records[begin : begin + size], ())
