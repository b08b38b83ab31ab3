"""What stands on the server beside what the files say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from barriers.model import Model
from graph.store.contents import Standing
from graph.store.differences import Difference, differences


class Verdict(StrEnum):
    """How a stored model stands to the files."""

    EQUAL = "equal"
    DIFFERS = "differs"
    NO_FILES = "no files here"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Compared:
    """A stored model, how it stands to the files, and what they would change in it."""

    standing: Standing
    verdict: Verdict
    differences: tuple[Difference, ...] = ()

    @property
    def is_fine(self) -> bool:
        """Whether nobody needs to do anything: a model without files here is somebody else's."""
        return self.verdict in (Verdict.EQUAL, Verdict.NO_FILES) and not self.standing.altered


def compare_with(standing: Standing, local: Model | None) -> Compared:
    """A stored model beside the one of the files; None where there are no files of it."""
    if standing.model is None:
        return Compared(standing, Verdict.UNREADABLE)
    if local is None:
        return Compared(standing, Verdict.NO_FILES)
    if standing.model.digest == local.digest:
        return Compared(standing, Verdict.EQUAL)
    return Compared(standing, Verdict.DIFFERS, differences(standing.model, local))
