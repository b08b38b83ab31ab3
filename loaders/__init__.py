"""Files to model. Every problem of all files is told in one run, with its place and what to do.

Each name is loaded when it is first asked for: an audit writes nothing and checks no text, and waits for every import.
"""

import importlib
import typing

if typing.TYPE_CHECKING:
    from loaders.dump import *
    from loaders.files import *
    from loaders.load import *
    from loaders.sanity import *
    from loaders.text_check import *
    from loaders.upgrade import *
else:

    def __getattr__(name):
        """What is loaded later; `AttributeError` for any other name."""
        for home in () if name.startswith("_") else ("files", "load", "sanity", "dump", "text_check", "upgrade"):
            module = importlib.import_module(f"{__name__}.{home}")
            if hasattr(module, name):
                return getattr(module, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
