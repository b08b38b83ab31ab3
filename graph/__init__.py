"""Model to graph, and the questions that are asked of it."""

from graph.audit import audit, audit_graph, rows_of
from graph.barrier_graph import BarrierGraph
from graph.build import build_graph
from graph.questions import QUESTIONS, Question, Row, View
from graph.reading import StepReading, read_step
from graph.status import status_of

__all__ = [
    "QUESTIONS",
    "BarrierGraph",
    "Question",
    "Row",
    "StepReading",
    "View",
    "audit",
    "audit_graph",
    "build_graph",
    "read_step",
    "rows_of",
    "status_of",
]
