"""The options of `barriers audit` that leave findings out or put them in another order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import click

from cli.completion import complete_questions
from cli.helping import option
from cli.options import taken_as

if TYPE_CHECKING:
    from barriers.model import Model
    from viz.reports.entries import Narrowing

# Written out, because importing the nouns would double the time of --help; a test compares them.
PRIORITIES = ("high", "medium", "low")
SORTS = ("number", "priority", "barrier", "question", "most")


class Only(NamedTuple):
    """Which findings are asked for, in the words of the user."""

    barriers: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    stakeholders: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()
    top: int | None = None
    order: str = SORTS[0]

    def narrowing(self, model: Model) -> Narrowing:
        """The same in ids; raises `UnknownName` for a name that the model does not have."""
        from cli.naming import ids_named
        from viz.reports.entries import Narrowing

        return Narrowing(
            barriers=ids_named(model, "barrier", self.barriers),
            steps=ids_named(model, "step", self.steps),
            stakeholders=ids_named(model, "actor", self.stakeholders),
            questions=ids_named(model, "question", self.questions),
            priorities=self.priorities,
            top=self.top,
            order=self.order,
        )


def _several(name: str, given: str, **more: Any) -> Any:
    return option(f"--{name}", given, multiple=True, help=f"help.audit.{name}", **more)


narrowing_options = taken_as(
    "only",
    Only,
    {
        "barriers": _several("barrier", "barriers", metavar="ID"),
        "steps": _several("step", "steps", metavar="ID"),
        "stakeholders": _several("stakeholder", "stakeholders", metavar="ID"),
        "questions": _several("question", "questions", metavar="ID", shell_complete=complete_questions),
        "priorities": _several("priority", "priorities", type=click.Choice(PRIORITIES)),
        "top": option("--top", type=click.IntRange(min=1), metavar="N", help="help.audit.top"),
        "order": option("--sort", "order", type=click.Choice(SORTS), default=SORTS[0], help="help.audit.sort"),
    },
)
"""--barrier, --step, --stakeholder, --question, --priority, --top and --sort; the command takes them as one `only`."""
