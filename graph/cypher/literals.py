"""Values as Cypher writes them, where they cannot travel as parameters: in a script, and in a line to be pasted."""

from __future__ import annotations

from datetime import date
from typing import Any

_ESCAPED = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def literal(value: Any) -> str:
    """A property, a list of them or a row of them as Cypher writes it; keys are names of our own."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {literal(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    if isinstance(value, date):
        return f"date('{value.isoformat()}')"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return "'" + value.translate(_ESCAPED) + "'" if isinstance(value, str) else repr(value)
