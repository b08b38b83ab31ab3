"""For other programs: the data of a document as JSON, its names sorted."""

from __future__ import annotations

import json

from viz.document import Document
from viz.render import Window


def render(document: Document, _: Window) -> bytes:
    """The document's data; letters stay as they are, days and messages become text."""
    return (json.dumps(document.data(), ensure_ascii=False, sort_keys=True, indent=2, default=str) + "\n").encode()
