"""How these tests draw blocks in a format."""

import json
from typing import Any

from viz.document import Block, Document, Records
from viz.render import Window, rendered

NOTHING = Records((), ())


def document(*blocks: Block, data: Any = None, records: Records = NOTHING) -> Document:
    return Document(blocks=lambda: blocks, data=lambda: data, records=lambda: records)


def on_terminal(*blocks: Block, width: int = 40, colour: bool = False) -> str:
    return rendered(document(*blocks), "table", Window(width, None, colour)).decode()


def on_paper(*blocks: Block) -> str:
    return rendered(document(*blocks), "md", Window()).decode()


def as_json(data: object) -> Any:
    """Data as another program reads them."""
    return json.loads(rendered(document(data=data), "json", Window()))
