"""What a user calls a thing, turned into its id: the one place where names of options are looked up."""

from __future__ import annotations

from collections.abc import Iterable

from barriers.errors import UnknownName, there_are
from barriers.messages import message
from barriers.model import Model

_FEW = 12
"""So many names are told beside one that is not there."""


def ids_named(model: Model, kind: str, names: Iterable[str]) -> tuple[str, ...]:
    """The ids of what these names stand for, of one kind: `barrier`, `step`, `actor`, `question`.

    Raises `UnknownName` for a name that nothing of this kind has.
    """
    known = _known(model, kind)
    return tuple(_id_named(kind, name, known) for name in names)


def _id_named(kind: str, name: str, known: tuple[str, ...]) -> str:
    for one in known:
        if one.casefold() == name.casefold():
            return one
    called = message("error.kind.question" if kind == "question" else f"refers.{kind}")
    raise UnknownName(called, name, known, there_are(known) if len(known) <= _FEW else message("error.known.ids"))


def _known(model: Model, kind: str) -> tuple[str, ...]:
    from graph import QUESTIONS

    ids: dict[str, Iterable[str]] = {
        "actor": (actor.id for actor in model.actors),
        "barrier": (barrier.id for script in model.scripts for barrier in script.barriers),
        "step": (step.id for script in model.scripts for step in script.steps),
        "question": (question.id for question in QUESTIONS),
    }
    return tuple(dict.fromkeys(ids[kind]))
