"""Who does what on the server at the moment, and what is told to whoever has to wait for one of them.

Whoever writes waits where another transaction holds a lock on the same node. Here it is looked up for whom, it is said,
and the waiting ends when it has been long enough.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import copy_context
from dataclasses import dataclass, field
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING

from barriers.errors import StoreTrouble
from barriers.messages import Message, message

if TYPE_CHECKING:
    from graph.store.connection import Store

# What a transaction of ours says of itself, so that others find it in the list of those that run


def pushes(key: str) -> str:
    """That it holds the version with this key for whoever is loading it."""
    return f"pushes {key}"


def loads(key: str) -> str:
    """That it writes a batch of this version."""
    return f"loads {key}"


def reads(does: str) -> tuple[str, ...]:
    """The keys of the versions that it reads, by what it says; none for one that does something else."""
    word, *keys = does.split() or [""]
    return tuple(keys) if word == "reads" else ()


LOOK_AFTER = 2.0
"""Seconds after which somebody looks why a statement has not come back."""

LONGEST_WAIT = 20.0
"""Seconds for which a lock of somebody else's is waited for."""


@dataclass(frozen=True, slots=True)
class Running:
    """A transaction on the server: its number, what it does, for whom, and since when; what is not told is empty.

    `turn` is what our own ones are known by, `blocked` whether it waits for others, and `by_whom` for which.
    """

    number: str
    does: str = ""
    by: str = ""
    since: str = ""
    turn: str = ""
    blocked: bool = False
    by_whom: tuple[str, ...] = ()

    def said(self, what: str, where: str) -> Message:
        """What is said of it to whoever waits for it, or has waited long enough: `waits`, `held`."""
        by = self.by or message("store.busy.somebody")
        does = self.does or message("store.does.other")
        how = "seen" if self.since else "unseen"
        told = {"by": by, "does": does, "since": self.since, "number": self.number}
        return message(f"store.{what}.{how}", where=where, **told)


_RUNNING = """
SHOW TRANSACTIONS YIELD transactionId AS number, username, metaData AS about, startTime AS since, status
WHERE NOT status STARTS WITH 'Terminated'
RETURN number, username, about, since, status
"""


def running(store: Store) -> list[Running]:
    """The transactions of the server that this user may see and that nobody has ended.

    They are asked for where what is written goes: each machine of a cluster knows only its own.
    """
    return [
        Running(
            number=found["number"],
            does=str(found["about"].get("does", "")),
            by=str(found["about"].get("by", "") or found["username"]),
            since=found["since"][:19].replace("T", " "),
            turn=str(found["about"].get("turn", "")),
            blocked=found["status"].startswith("Blocked by:"),
            by_whom=_numbers(found["status"]),
        )
        for found in store.rows(_RUNNING, writing=True, does="looks who waits", watched=False)
    ]


def _numbers(status: str) -> tuple[str, ...]:
    """Those that stand in `Blocked by: [neo4j-transaction-9, neo4j-transaction-12]`."""
    _, _, listed = status.partition("[")
    return tuple(name.strip() for name in listed.rstrip("]").split(",") if name.strip())


def end(store: Store, numbers: list[str]) -> None:
    """End these transactions: what they have not written for good is undone, and their locks are free.

    Raises what the server says to a user who may not.
    """
    if numbers:
        store.rows("TERMINATE TRANSACTIONS $numbers", writing=True, watched=False, numbers=numbers)


@dataclass(slots=True)
class _Watch:
    """Looks after one transaction of ours, from a thread of its own."""

    store: Store
    turn: str
    over: Event = field(default_factory=Event)
    held_by: Running | None = None

    def look(self) -> None:
        from neo4j.exceptions import DriverError, Neo4jError  # noqa: PLC0415 - loaded with the store that is open

        told: set[str] = set()
        began = None
        # Where the server does not answer, or tells nothing, the transaction itself will find out.
        with suppress(DriverError, Neo4jError):
            while not self.over.wait(LOOK_AFTER):
                there = {one.number: one for one in running(self.store)}
                own = next((one for one in there.values() if one.turn == self.turn and one.blocked), None)
                if own is None:
                    began = None
                    continue
                holder = self._first(own, there)
                if holder.number not in told:
                    told.add(holder.number)
                    self.store.say(holder.said("waits", self.store.settings.where))
                began = began or monotonic()
                if monotonic() - began > LONGEST_WAIT:
                    self.held_by = holder
                    end(self.store, [own.number])
                    return

    def _first(self, own: Running, there: dict[str, Running]) -> Running:
        """Who stands in the way; of others' transactions a user may see no more than the number."""
        number = own.by_whom[0] if own.by_whom else ""
        return there.get(number, Running(number))


@contextmanager
def watched(store: Store, turn: str) -> Iterator[None]:
    """Says for whom the transaction of this turn has to wait, if it has to, and raises `StoreTrouble` after a while."""
    from neo4j.exceptions import Neo4jError  # noqa: PLC0415 - loaded with the store that is open

    watch = _Watch(store, turn)
    # What it says is said in the language of whoever waits.
    thread = Thread(target=copy_context().run, args=(watch.look,), daemon=True)
    thread.start()
    try:
        yield
    except Neo4jError as error:
        watch.over.set()
        thread.join()
        if watch.held_by is None:
            raise
        raise StoreTrouble(watch.held_by.said("held", store.settings.where)) from error
    finally:
        watch.over.set()
        thread.join()
