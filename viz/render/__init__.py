"""One file for each format; its name is the format's, and its `render` turns a document into bytes.

`table` is the terminal. A new format is one more file here, and every command has it.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from viz.document import Document


class Window(NamedTuple):
    """Where a document is shown: its width in letters, its height where there is one to fit into, colour or none."""

    width: int = 80
    height: int | None = None
    colour: bool = False


def formats() -> tuple[str, ...]:
    """The formats that there are, the terminal first."""
    found = sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))
    return ("table", *(name for name in found if name != "table"))


def rendered(document: Document, form: str, window: Window) -> bytes:
    """The document in a format; only the terminal looks at the window.

    Raises `ImportError` for a format that is none.
    """
    render: Callable[[Document, Window], bytes] = import_module(f"viz.render.{form}").render
    return render(document, window)
