"""The nouns of the barrier model: pure values that import no framework and nothing else of ours.

Each name is loaded when it is first asked for: whoever needs a sentence of the catalogue need not wait for the nouns.
"""

from __future__ import annotations

import importlib
import typing

if typing.TYPE_CHECKING:
    from barriers.actors import Actor, Relation, Serving
    from barriers.coverage import Ceiling, Coverage, GeneralTask
    from barriers.errors import BarriersError, BrokenData, Problem, StoreTrouble, UnknownName
    from barriers.evidence import Citation, Edition, Source
    from barriers.facilitation import Facilitation, PlaceClaim, ShellClaim
    from barriers.figures import Figure
    from barriers.findings import Audit, Finding, StepStatus
    from barriers.indicators import IndicatorList
    from barriers.model import Country, Model
    from barriers.places import Place
    from barriers.practices import Practice
    from barriers.script import Barrier, Crosswalk, CrosswalkRow, Group, Script, Step, Track
    from barriers.selection import Selection, select
    from barriers.signals import Signal
    from barriers.statements import Statement
    from barriers.swot import SwotItem
    from barriers.ties import ClosedList, Cooperation, Duty, Lead, Membership, Rating
    from barriers.weaknesses import Weakness

_HOMES = ("actors", "errors", "facilitation", "findings", "model", "places", "script", "selection", "ties")
"""Where the names are to be had; `model` has every kind that stands in files."""

__all__ = [
    "Actor",
    "Audit",
    "Barrier",
    "BarriersError",
    "BrokenData",
    "Ceiling",
    "Citation",
    "ClosedList",
    "Cooperation",
    "Country",
    "Coverage",
    "Crosswalk",
    "CrosswalkRow",
    "Duty",
    "Edition",
    "Facilitation",
    "Figure",
    "Finding",
    "GeneralTask",
    "Group",
    "IndicatorList",
    "Lead",
    "Membership",
    "Model",
    "Place",
    "PlaceClaim",
    "Practice",
    "Problem",
    "Rating",
    "Relation",
    "Script",
    "Selection",
    "Serving",
    "ShellClaim",
    "Signal",
    "Source",
    "Statement",
    "Step",
    "StepStatus",
    "StoreTrouble",
    "SwotItem",
    "Track",
    "UnknownName",
    "Weakness",
    "select",
]


def __getattr__(name: str) -> typing.Any:
    """What is loaded later; `AttributeError` for any other name."""
    for home in _HOMES if name in __all__ else ():
        module = importlib.import_module(f"{__name__}.{home}")
        if hasattr(module, name):
            return getattr(module, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
