"""The nouns of the barrier model: pure values that import no framework and nothing else of ours."""

from barriers.actors import Actor, Relation, Serving
from barriers.coverage import Ceiling, Coverage, GeneralTask
from barriers.errors import BarriersError, BrokenData, Problem, UnknownName
from barriers.evidence import Citation, Edition, Source
from barriers.facilitation import Facilitation, PlaceClaim, ShellClaim
from barriers.findings import Audit, Finding, StepStatus
from barriers.model import Country, Model
from barriers.places import Place
from barriers.script import Barrier, Crosswalk, CrosswalkRow, Group, Script, Step, Track
from barriers.selection import Selection, select
from barriers.ties import ClosedList, Cooperation, Membership, Rating
from barriers.weaknesses import Weakness

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
    "Edition",
    "Facilitation",
    "Finding",
    "GeneralTask",
    "Group",
    "Membership",
    "Model",
    "Place",
    "PlaceClaim",
    "Problem",
    "Rating",
    "Relation",
    "Script",
    "Selection",
    "Serving",
    "ShellClaim",
    "Source",
    "Step",
    "StepStatus",
    "Track",
    "UnknownName",
    "Weakness",
    "select",
]
