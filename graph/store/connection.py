"""The way to the server: where it is, who asks, and one place where its errors become sentences.

    with open_store(settings) as store:
        store.read(work)

`work` takes a transaction first, as the driver's own managed transactions do. The driver is imported when a store is
opened and not before, and says nothing itself.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar
from urllib.parse import SplitResult, urlsplit

from barriers.errors import StoreTrouble
from barriers.messages import message
from graph.store.troubles import trouble_from

if TYPE_CHECKING:
    from neo4j import BookmarkManager, Driver, ManagedTransaction, Session

URI, USER = "neo4j://localhost:7687", "neo4j"
"""Where a server stands, and who asks, where nothing else is said."""

SCHEMES = ("neo4j", "bolt")
ENCRYPTED = ("+s", "+ssc")

OLDEST = (5, 23)
"""The first server that knows `CALL (x) { ... }`."""

_CONNECTING = 10.0
_WAITING = 20.0
_REPEATING = 20.0
"""Seconds: a connection being made, one being waited for, and a transaction that the server asks to repeat."""

Given = ParamSpec("Given")
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the server is and who asks. The password stands in no text that this value is turned into.

    `database` is None for the user's own. Raises `StoreTrouble` for an address that cannot be right.
    """

    uri: str = URI
    user: str = USER
    password: str = field(default="", repr=False)
    database: str | None = None

    def __post_init__(self) -> None:
        parts = _parts(self.uri)
        if parts is None:
            # Not quoted: whoever puts a password into an address should not find it in a log as well.
            raise StoreTrouble(message("store.address"))

    @property
    def where(self) -> str:
        """Host and port, for messages."""
        parts = urlsplit(self.uri)
        host = parts.hostname or ""
        return f"[{host}]:{parts.port or 7687}" if ":" in host else f"{host}:{parts.port or 7687}"

    @property
    def is_exposed(self) -> bool:
        """Whether what is sent can be read on the way: no TLS, and another machine than this one."""
        parts = urlsplit(self.uri)
        return not parts.scheme.endswith(ENCRYPTED) and not _is_loopback(parts.hostname or "")


def settings_from(environment: Mapping[str, str]) -> Settings:
    """The settings that the environment names; a variable that is empty counts as not set, except the password.

    Raises `StoreTrouble` for an address that cannot be right.
    """
    return Settings(
        uri=environment.get("NEO4J_URI") or URI,
        user=environment.get("NEO4J_USER") or USER,
        password=environment.get("NEO4J_PASSWORD", ""),
        database=environment.get("NEO4J_DATABASE") or None,
    )


def _parts(uri: str) -> SplitResult | None:
    """An address taken apart; None where it is none, or holds what belongs elsewhere."""
    try:
        parts = urlsplit(uri)
        port = parts.port
    except ValueError:
        return None
    scheme, _, secured = parts.scheme.partition("+")
    usual = scheme in SCHEMES and (not secured or f"+{secured}" in ENCRYPTED)
    bare = "@" not in parts.netloc and parts.path in ("", "/") and not parts.fragment
    return parts if usual and bare and parts.hostname and port != 0 else None


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


@dataclass(frozen=True, slots=True)
class Store:
    """An open way to a server. Whoever reads after having written sees what was written, on a cluster too."""

    settings: Settings
    driver: Driver
    _bookmarks: BookmarkManager

    def session(self) -> Session:
        """A session of the driver on the database that was asked for; whoever opens it closes it."""
        return self.driver.session(database=self.settings.database, bookmark_manager=self._bookmarks)

    def read(
        self, work: Callable[Concatenate[ManagedTransaction, Given], Found], *args: Given.args, **more: Given.kwargs
    ) -> Found:
        """What `work` finds in one reading transaction, repeated where the server asks for it."""
        with self.session() as session:
            return session.execute_read(work, *args, **more)

    def write(
        self, work: Callable[Concatenate[ManagedTransaction, Given], Found], *args: Given.args, **more: Given.kwargs
    ) -> Found:
        """What `work` gives back from one writing transaction, repeated where the server asks for it."""
        with self.session() as session:
            return session.execute_write(work, *args, **more)


@contextmanager
def open_store(settings: Settings) -> Iterator[Store]:
    """The server, reached and found to be new enough; closed at the end.

    Raises `StoreTrouble`, in one sentence that says what to do, for whatever the driver or the server raise,
    in the body of the `with` as well.
    """
    # Loaded here, for no command without a server should wait for it.
    from neo4j import GraphDatabase  # noqa: PLC0415
    from neo4j.exceptions import DriverError, Neo4jError  # noqa: PLC0415

    # Where nobody listens, Python prints warnings of libraries itself.
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    reached = False
    try:
        with GraphDatabase.driver(settings.uri, auth=(settings.user, settings.password), **_configuration()) as driver:
            store = Store(settings, driver, GraphDatabase.bookmark_manager())
            _check_age(store)
            reached = True
            yield store
    except (DriverError, Neo4jError) as error:
        trouble = trouble_from(error, settings.where, settings.user, settings.database, reached=reached)
        if trouble is None:
            raise
        raise trouble from error


def _configuration() -> dict[str, Any]:
    return {
        "connection_timeout": _CONNECTING,
        "connection_acquisition_timeout": _WAITING,
        "max_transaction_retry_time": _REPEATING,
        "notifications_min_severity": "OFF",
        "telemetry_disabled": True,
    }


def _check_age(store: Store) -> None:
    """Raises `StoreTrouble` for a server that does not understand what will be said to it."""
    with store.session() as session:
        agent = session.run("RETURN 1").consume().server.agent
    found = re.search(r"(\d+)\.(\d+)", agent)
    if found and (int(found[1]), int(found[2])) < OLDEST:
        oldest = ".".join(map(str, OLDEST))
        where = store.settings.where
        raise StoreTrouble(message("store.old-server", where=where, agent=agent.replace("/", " "), oldest=oldest))
