"""The nouns of the barrier model: pure values that import no framework and nothing else of ours.

Each name is loaded when it is first asked for: whoever needs a sentence of the catalogue need not wait for the nouns.
"""

import importlib
import typing

if typing.TYPE_CHECKING:
    from barriers.actors import *
    from barriers.coverage import *
    from barriers.errors import *
    from barriers.findings import *
    from barriers.model import *
    from barriers.script import *
    from barriers.selection import *
    from barriers.statements import *
    from barriers.ties import *
else:
    _HOMES = ("actors", "coverage", "errors", "model", "findings", "script", "selection", "ties")

    def __getattr__(name):
        """What is loaded later; `AttributeError` for any other name."""
        for home in () if name.startswith("_") else _HOMES:
            module = importlib.import_module(f"{__name__}.{home}")
            if hasattr(module, name):
                return getattr(module, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
