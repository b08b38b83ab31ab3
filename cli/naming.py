"""What a user calls a thing, turned into its id: the one place where names of options are looked up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from barriers.errors import there_are
from barriers.messages import message
from barriers.model import Model
from barriers.naming import Named, id_called, named_records

_FEW = 12
"""So many names are told beside one that is not there."""


def ids_named(model: Model, kind: str, names: Iterable[str]) -> tuple[str, ...]:
    """The ids of what these names stand for, of one kind: `barrier`, `step`, `actor`, `question`.

    Raises `UnknownName` for a name that nothing of this kind has, `SeveralNames` for one that several have.
    """
    wanted = tuple(names)
    if not wanted:
        return ()
    known = tuple(_named(model, kind))
    word = message("error.kind.question" if kind == "question" else f"refers.{kind}")
    ids = [one.id for one in known]
    where = message("error.known.questions" if kind == "question" else "error.known.ids")
    remedy = there_are(ids) if len(ids) <= _FEW else where
    return tuple(id_called(known, name, word, remedy) for name in wanted)


def _named(model: Model, kind: str) -> Iterator[Named]:
    from viz.reports.questions import named_questions

    if kind == "question":
        return named_questions()
    return (one for one in named_records(model) if one.kind == kind)
