"""Files to model. Every problem of all files is told in one run, with its place and what to do.

Writing, stale facts and the check against a text are loaded when they are first asked for: an audit needs none, and
its user waits for every import.
"""

from __future__ import annotations

import importlib
import typing

from loaders.files import BUNDLED, known_countries
from loaders.load import Loaded, load_model

if typing.TYPE_CHECKING:
    from loaders.dump import dump_model
    from loaders.stale import stale_facts
    from loaders.text_check import TextEdition, check_text, cited

_LATER = {
    "TextEdition": "loaders.text_check",
    "check_text": "loaders.text_check",
    "cited": "loaders.text_check",
    "dump_model": "loaders.dump",
    "stale_facts": "loaders.stale",
}

__all__ = [
    "BUNDLED",
    "Loaded",
    "TextEdition",
    "check_text",
    "cited",
    "dump_model",
    "known_countries",
    "load_model",
    "stale_facts",
]


def __getattr__(name: str) -> typing.Any:
    """What is loaded later; `AttributeError` for any other name."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_LATER[name]), name)
