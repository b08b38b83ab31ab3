"""The library of questions, in the order of their rank."""

from graph.questions.contradiction import CONTRADICTION
from graph.questions.dual_role import DUAL_ROLE
from graph.questions.group_without_seat import GROUP_WITHOUT_SEAT
from graph.questions.outside_the_table import OUTSIDE_THE_TABLE
from graph.questions.paper_cover import PAPER_COVER
from graph.questions.question import Question, Row, View
from graph.questions.seen_not_stopped import SEEN_NOT_STOPPED
from graph.questions.single_actor_step import SINGLE_ACTOR_STEP
from graph.questions.uncovered_step import UNCOVERED_STEP
from graph.questions.unwatched_facilitator import UNWATCHED_FACILITATOR

QUESTIONS = (
    SEEN_NOT_STOPPED,
    UNCOVERED_STEP,
    PAPER_COVER,
    SINGLE_ACTOR_STEP,
    UNWATCHED_FACILITATOR,
    DUAL_ROLE,
    OUTSIDE_THE_TABLE,
    GROUP_WITHOUT_SEAT,
    CONTRADICTION,
)

__all__ = ["QUESTIONS", "Question", "Row", "View"]
