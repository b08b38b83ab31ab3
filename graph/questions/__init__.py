"""The library of questions, in the order of their rank: the one place that lists them."""

from graph.questions.barrier_without_seat import BARRIER_WITHOUT_SEAT
from graph.questions.contradiction import CONTRADICTION
from graph.questions.dual_role import DUAL_ROLE
from graph.questions.group_not_served import GROUP_NOT_SERVED
from graph.questions.group_without_seat import GROUP_WITHOUT_SEAT
from graph.questions.missing_level import MISSING_LEVEL
from graph.questions.no_duty_to_report import NO_DUTY_TO_REPORT
from graph.questions.no_lead import NO_LEAD
from graph.questions.open_track import OPEN_TRACK
from graph.questions.outside_the_table import OUTSIDE_THE_TABLE
from graph.questions.paper_cover import PAPER_COVER
from graph.questions.question import Case, Question, Row, View
from graph.questions.seen_not_stopped import SEEN_NOT_STOPPED
from graph.questions.signal_not_followed import SIGNAL_NOT_FOLLOWED
from graph.questions.single_actor_step import SINGLE_ACTOR_STEP
from graph.questions.strangers import STRANGERS
from graph.questions.uncovered_step import UNCOVERED_STEP
from graph.questions.unwatched_facilitator import UNWATCHED_FACILITATOR
from graph.questions.weak_tie import WEAK_TIE

QUESTIONS = (
    SEEN_NOT_STOPPED,
    UNCOVERED_STEP,
    PAPER_COVER,
    SINGLE_ACTOR_STEP,
    UNWATCHED_FACILITATOR,
    DUAL_ROLE,
    OUTSIDE_THE_TABLE,
    GROUP_WITHOUT_SEAT,
    MISSING_LEVEL,
    GROUP_NOT_SERVED,
    OPEN_TRACK,
    SIGNAL_NOT_FOLLOWED,
    NO_LEAD,
    STRANGERS,
    NO_DUTY_TO_REPORT,
    BARRIER_WITHOUT_SEAT,
    WEAK_TIE,
    CONTRADICTION,
)

__all__ = ["QUESTIONS", "Case", "Question", "Row", "View"]
