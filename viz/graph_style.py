"""Captions and colours for pictures of what stands on the server: in Neo4j Browser, and in Neo4j Bloom.

The colours are those of the page, in daylight. On the server a status is a label of its own, for Browser colours by
label.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from barriers.messages import text
from barriers.words import Certainty
from graph.store.publishing import status_label
from graph.store.schema import DERIVED, DERIVED_RELATIONS, EVERY, FACT, LABELS, RELATIONS
from viz.symbols import BORDERS, STATUSES

_COLOURS = Path(__file__).parent / "page" / "static" / "colours.css"


class _Look(NamedTuple):
    """Names of colours of the page: the inside, the line around it, what is written on it; and a width in pixels."""

    fill: str
    line: str
    ink: str
    size: int = 50


_LOOKS = {
    EVERY: _Look("surface", "edge", "ink"),
    FACT: _Look("sunken", "line", "soft", 30),
    "Barrier": _Look("graph-barrier", "graph-barrier", "paper", 80),
    "Step": _Look("surface", "ink", "ink", 65),
    "Actor": _Look("graph-actor", "graph-actor-line", "ink", 60),
    "Shell": _Look("graph-facilitator", "graph-facilitator-line", "ink", 65),
    "Source": _Look("accent-wash", "accent", "accent", 40),
    "Audit": _Look("accent", "accent", "accent-ink", 80),
    "Finding": _Look("select", "edge", "ink", 50),
}
"""From the most general to the most special, for a later rule counts."""

_CAPTIONS = {"COVERS": "{power}", "COOPERATES": "{weight}", "STANDS_IN": "{awareness}"}
"""What is written on a relation, where that is not its kind."""


def _looks() -> dict[str, _Look]:
    """The look of each label, statuses last."""
    statuses = {
        status_label(status): _Look(f"{status}-fill", f"{status}-line", f"{status}-ink", 45) for status in STATUSES
    }
    return _LOOKS | statuses


@cache
def _colours() -> dict[str, str]:
    """The colours of the page in daylight, by their names, with six digits each."""
    found = re.findall(r"--([\w-]+): light-dark\((#[0-9a-f]+),", _COLOURS.read_text(encoding="utf-8"))
    return {name: colour if len(colour) > 4 else re.sub(r"([0-9a-f])", r"\1\1", colour) for name, colour in found}


def browser_style() -> str:
    """The style file that Neo4j Browser takes when it is dropped on its window; others' nodes keep their look."""
    colours = _colours()
    widths = {status_label(status): BORDERS[status].width for status in STATUSES}
    rules = []
    for label, look in _looks().items():
        lines = {
            "diameter": f"{look.size}px",
            "color": colours[look.fill],
            "border-color": colours[look.line],
            "border-width": f"{widths.get(label, 2)}px",
            "text-color-internal": colours[look.ink],
            "font-size": "10px",
            "caption": '"{caption}"',
        }
        rules.append(_rule(f"node.{label}", lines))
    rules += [_rule(f"relationship.{kind}", {"caption": f'"{said}"'}) for kind, said in _CAPTIONS.items()]
    return "\n".join(rules)


def _rule(selector: str, lines: dict[str, str]) -> str:
    return f"{selector} {{\n" + "".join(f"  {name}: {value};\n" for name, value in lines.items()) + "}\n"


def bloom_perspective() -> str:
    """The perspective that Neo4j Bloom imports: the same captions and colours, and two searches."""
    colours = _colours()
    looks = {label: look for label, look in _looks().items() if label not in (EVERY, FACT)}
    # The first category of a node counts: so statuses stand before what carries them.
    others = [label for label in (*LABELS, *DERIVED) if label not in looks]
    categories = [_category(0, [], colours["edge"])]
    for label in (*reversed(looks), *others):
        look = looks.get(label, _LOOKS[FACT])
        categories.append(_category(len(categories), [label], colours[look.fill]))
    perspective = {
        "name": text("graph-style.name"),
        "id": "barriers",
        "version": "1.4.0",
        "categories": categories,
        "relationshipTypes": [_relation(kind) for kind in (*RELATIONS, *DERIVED_RELATIONS)],
        "palette": {"colors": sorted(set(colours.values())), "currentIndex": 0},
        "templates": [_search(name, cypher) for name, cypher in _SEARCHES.items()],
        "hiddenRelationshipTypes": [],
        "hiddenCategories": [],
        "hideUncategorisedData": True,
        "parentPerspectiveId": None,
        "createdAt": 0,
        "lastEditedAt": 0,
    }
    return json.dumps(perspective, ensure_ascii=False, indent=2) + "\n"


def _category(number: int, labels: list[str], colour: str) -> dict[str, Any]:
    caption = {"name": "caption", "exclude": False, "isCaption": True, "dataType": "string"}
    return {
        "id": number,
        "name": labels[0] if labels else "Other",
        "color": colour,
        "size": 1,
        "icon": "no-icon",
        "labels": labels,
        "properties": [caption] if labels else [],
        "caption": [""],
        "createdAt": 0,
        "lastEditedAt": 0,
    }


def _relation(kind: str) -> dict[str, Any]:
    return {"id": kind, "name": kind, "properties": []}


_SEARCHES = {
    "statuses": "MATCH found = (:Audit)-[:SHOWS]->(:StepStatus)-[:OF]->(:Step)<-[:HAS]-(:Barrier) RETURN found",
    "gaps": f"MATCH found = (:Finding {{certainty: '{Certainty.CERTAIN}'}})-[:CONCERNS]->() RETURN found",
}


def _search(name: str, cypher: str) -> dict[str, Any]:
    said = text(f"graph-style.{name}")
    return {"id": f"barriers-{name}", "name": said, "text": said, "cypher": cypher, "params": [], "createdAt": 0}
