"""Short queries for Neo4j Browser, each in a file of this folder: docs/neo4j.md shows them, `barriers questions` too.

    // questions: single-stakeholder, missing-level
    MATCH ...

The first line names the questions that a query belongs to, and stands only where there are any; `*` means every one,
and after it stands the one that the lines show.
What the query answers stands in the catalogue under `query.` and its name.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from barriers.messages import Message, message

_FIRST = "// questions: "
_EVERY = "*"


@dataclass(frozen=True, slots=True)
class Query:
    """A query: its name, the questions that it belongs to, its lines of Cypher."""

    name: str
    questions: tuple[str, ...]
    cypher: str

    @property
    def answers(self) -> Message:
        """What it answers, in one sentence."""
        return message(f"query.{self.name}")


def all_queries() -> tuple[Query, ...]:
    """Every query, by name."""
    return tuple(_read(path) for path in sorted(Path(__file__).parent.glob("*.cypher")))


def queries_for(question: str) -> tuple[Query, ...]:
    """The queries that belong to a question, those of its own first; there is one at least."""
    own, general = [], []
    for query in all_queries():
        if query.questions[:1] == (_EVERY,):
            # It shows how with one question, and asks any other in its place.
            (shown,) = query.questions[1:]
            general.append(Query(query.name, (question,), query.cypher.replace(f"'{shown}'", f"'{question}'")))
        elif question in query.questions:
            own.append(query)
    return (*own, *general)


def _read(path: Path) -> Query:
    text = path.read_text(encoding="utf-8")
    first, _, rest = text.partition("\n")
    if not first.startswith(_FIRST):
        return Query(path.stem, (), text)
    return Query(path.stem, tuple(first.removeprefix(_FIRST).split(", ")), rest)
