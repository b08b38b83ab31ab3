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

_HOMES = {
    "barriers.actors": "Actor Relation Serving",
    "barriers.coverage": "Ceiling Coverage GeneralTask",
    "barriers.errors": "BarriersError BrokenData Problem StoreTrouble UnknownName",
    "barriers.evidence": "Citation Edition Source",
    "barriers.facilitation": "Facilitation PlaceClaim ShellClaim",
    "barriers.figures": "Figure",
    "barriers.findings": "Audit Finding StepStatus",
    "barriers.indicators": "IndicatorList",
    "barriers.model": "Country Model",
    "barriers.places": "Place",
    "barriers.practices": "Practice",
    "barriers.script": "Barrier Crosswalk CrosswalkRow Group Script Step Track",
    "barriers.selection": "Selection select",
    "barriers.signals": "Signal",
    "barriers.statements": "Statement",
    "barriers.swot": "SwotItem",
    "barriers.ties": "ClosedList Cooperation Duty Lead Membership Rating",
    "barriers.weaknesses": "Weakness",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

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
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_HOME_OF[name]), name)
