"""Model to graph, and the questions that are asked of it."""

from graph.audit import audit, audit_graph
from graph.barrier_graph import BarrierGraph
from graph.bounds import StepBounds, bounds_of
from graph.build import build_graph
from graph.questions import QUESTIONS, Question, Row, Topic, View, topic_of
from graph.status import status_of

__all__ = [
    "QUESTIONS",
    "BarrierGraph",
    "Question",
    "Row",
    "StepBounds",
    "Topic",
    "View",
    "audit",
    "audit_graph",
    "bounds_of",
    "build_graph",
    "status_of",
    "topic_of",
]
