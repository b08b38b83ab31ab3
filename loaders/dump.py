"""Model to files: what is written loads to an equal model."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from barriers.model import ONCE, SECTIONS, Model
from barriers.schema import as_written, names_of
from loaders.files import SCHEMA, is_country_code

_COMMON = tuple(
    section for section, kind in SECTIONS.items() if section not in ONCE and "country" not in names_of(kind)
)
"""The sections that belong to no country."""


def dump_model(model: Model, folder: Path) -> None:
    """Write the model as YAML files below `folder`, which must be empty or absent.

    Raises `FileExistsError` when it holds anything: a dump never mixes with what is there. Raises `ValueError`
    for a fact or an actor that belongs to no country, for it has no file.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(folder)
    for name, content in sorted(_files(model).items()):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        whole = {"schema": SCHEMA, **content}
        text = yaml.dump(whole, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100)
        path.write_text(text, encoding="utf-8")


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes all text in quotes, so that NO stays the country and 1.10 keeps its zero; numbers without exponent."""


_Dumper.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))
_Dumper.add_representer(
    float, lambda dumper, number: dumper.represent_scalar("tag:yaml.org,2002:float", format(Decimal(repr(number)), "f"))
)


def _files(model: Model) -> dict[str, dict[str, Any]]:
    """What goes into which file: one for what is common, one per script, one folder per country."""
    # A model without anything still loads.
    files: defaultdict[str, dict[str, Any]] = defaultdict(dict, {"sources.yml": {}})
    for section in _COMMON:
        if values := getattr(model, section):
            files["sources.yml"][section] = as_written(values)
    for script in model.scripts:
        files[f"scripts/{script.id}.yml"]["script"] = as_written(script)
    for country in model.countries:
        files[f"{country.code.lower()}/country.yml"]["country"] = as_written(country)
    for section in (section for section in SECTIONS if section not in (*ONCE, *_COMMON)):
        for value in getattr(model, section):
            if not is_country_code(value.country):
                raise ValueError(f"{value.id} belongs to no country: {value.country!r}")
            files[f"{value.country.lower()}/{section}.yml"].setdefault(section, []).append(as_written(value))
    return dict(files)
