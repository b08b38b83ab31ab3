"""The way to the server: where it is, who asks, and one place where its errors become sentences.

    with open_store(settings) as store:
        store.read(work)

`work` takes a transaction first, as the driver's own managed transactions do. The driver is imported when a store is
opened and not before, and says nothing itself.
"""

from __future__ import annotations

import logging
import re
import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar
from urllib.parse import urlsplit

from barriers.errors import StoreTrouble
from barriers.messages import message

if TYPE_CHECKING:
    from neo4j import BookmarkManager, Driver, ManagedTransaction, Record, Session

URI, USER = "neo4j://localhost:7687", "neo4j"
"""Where a server stands, and who asks, where nothing else is said."""

SCHEMES = ("neo4j", "bolt")
ENCRYPTED = ("+s", "+ssc")

OLDEST = (5, 26)
"""The first server that is kept for long and knows `SET n:$(label)`."""

_CONFIGURATION: dict[str, Any] = {
    "connection_timeout": 10.0,
    "connection_acquisition_timeout": 20.0,
    "max_transaction_retry_time": 20.0,
    "notifications_min_severity": "OFF",
    "telemetry_disabled": True,
}
"""Seconds for a connection to be made, for one to be free, and for a transaction that the server asks to repeat."""

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
        if not _is_usual(self.uri):
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


def _is_usual(uri: str) -> bool:
    """Whether it is an address, and holds nothing that belongs elsewhere."""
    try:
        parts = urlsplit(uri)
        port = parts.port
    except ValueError:
        return False
    scheme, _, secured = parts.scheme.partition("+")
    is_known = scheme in SCHEMES and (not secured or f"+{secured}" in ENCRYPTED)
    is_bare = "@" not in parts.netloc and parts.path in ("", "/") and not parts.fragment
    return is_known and is_bare and bool(parts.hostname) and port != 0


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

    def rows(self, statement: str, *, writing: bool = False, **values: Any) -> list[Record]:
        """What one statement gives back from a transaction of its own, repeated where the server asks for it."""
        return (self.write if writing else self.read)(lambda transaction: list(transaction.run(statement, **values)))

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
        with GraphDatabase.driver(settings.uri, auth=(settings.user, settings.password), **_CONFIGURATION) as driver:
            store = Store(settings, driver, GraphDatabase.bookmark_manager())
            _check_age(store)
            reached = True
            yield store
    except (DriverError, Neo4jError) as error:
        trouble = trouble_from(error, settings.where, settings.user, settings.database, reached=reached)
        if trouble is None:
            raise
        raise trouble from error


def _check_age(store: Store) -> None:
    """Raises `StoreTrouble` for a server that does not understand what will be said to it."""
    with store.session() as session:
        agent = session.run("RETURN 1").consume().server.agent
    found = re.search(r"(\d+)\.(\d+)", agent)
    if found and (int(found[1]), int(found[2])) < OLDEST:
        oldest = ".".join(map(str, OLDEST))
        where = store.settings.where
        raise StoreTrouble(message("store.old-server", where=where, agent=agent.replace("/", " "), oldest=oldest))


# What the driver and the server raise, as one sentence that says what to do. Nothing of the driver's own text is passed
# on: it is written for programmers, and no test of ours knows what is in it.

_BY_CODE = {
    "Security.CredentialsExpired": "password-expired",
    "Security.AuthenticationRateLimit": "too-many-passwords",
    "Security.Forbidden": "forbidden",
    "Security": "password",
    "Database.DatabaseNotFound": "no-database",
    "DatabaseUnavailable": "database-stopped",
    "General.ForbiddenOnReadOnlyDatabase": "read-only",
    "General.WriteOnReadOnlyAccessDatabase": "read-only",
    "Cluster.NotALeader": "not-leader",
    "Schema.ConstraintValidationFailed": "taken",
    "Schema.ConstraintCreationFailed": "taken",
    "WithNameAlreadyExists": "taken",
    "Transaction.TransactionTimedOut": "timed-out",
    "Transaction.Terminated": "terminated",
    "OutOfMemoryError": "memory",
}
"""The case of what stands in a code of the server; the longest that fits is told."""

_LOSSES = ("ServiceUnavailable", "SessionExpired", "IncompleteCommit", "ConnectionAcquisitionTimeoutError")
"""Of the driver's own errors those that tell of a connection, and not of a mistake of whoever uses it."""


def trouble_from(
    error: Exception, where: str, user: str, database: str | None, *, reached: bool
) -> StoreTrouble | None:
    """What `error`, raised by the driver or the server, means to whoever asked; None for a fault of our own.

    `reached` says whether the server had answered before.
    """
    told = _of_code(error) or _of_connection(error, reached)
    if told is None:
        return None
    named = message("store.database", database=database) if database else message("store.database.usual")
    code = getattr(error, "code", None)
    host = where.rpartition(":")[0]
    return StoreTrouble(message(f"store.trouble.{told}", where=where, host=host, user=user, database=named, code=code))


def _of_code(error: Exception) -> str | None:
    code = str(getattr(error, "code", None) or "")
    fitting = [part for part in _BY_CODE if part in code]
    if fitting:
        return _BY_CODE[max(fitting, key=len)]
    if code.startswith("Neo.TransientError"):
        return "others-work"
    return "refused" if code else None


def _of_connection(error: Exception, reached: bool) -> str | None:
    """A connection that cannot be made, or that was lost."""
    causes = list(_causes(error))
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return "no-host"
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return "untrusted"
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return "no-tls"
    refused = any(isinstance(cause, OSError) for cause in causes)
    if not refused and not any(type(cause).__name__ in _LOSSES for cause in causes):
        return None
    if reached:
        return "lost"
    return "away" if refused or type(causes[-1]).__name__ != "ServiceUnavailable" else "hangs-up"


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An error with all that led to it, groups of errors taken apart."""
    while error is not None:
        yield error
        if isinstance(error, BaseExceptionGroup):
            for part in error.exceptions:
                yield from _causes(part)
        error = error.__cause__ or error.__context__
