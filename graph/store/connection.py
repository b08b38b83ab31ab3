"""The way to the server: where it is, who asks, and one place where its errors become sentences.

    with open_store(settings) as store:
        store.rows("MATCH (n:BarriersModel) RETURN n.name AS name")

One statement is one round trip: nothing is said to the server before the first, and how old it is comes with its
answer. The driver is imported when a store is opened and not before, and says nothing itself.
"""

from __future__ import annotations

import logging
import re
import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from importlib.metadata import version
from ipaddress import ip_address
from pathlib import Path
from secrets import token_hex
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar
from urllib.parse import urlsplit

from barriers.errors import StoreTrouble
from barriers.messages import Message, message
from graph.store.bookmarks import forget_bookmarks, keep_bookmarks, kept_bookmarks
from graph.store.cache import Cache, cache_folder
from graph.store.waiting import watched

if TYPE_CHECKING:
    from neo4j import BookmarkManager, Driver, ManagedTransaction, Record, Session

APP = "barriers"
"""What the server is told of who is talking to it."""

URI, USER = "neo4j://localhost:7687", "neo4j"
"""Where a server stands, and who asks, where nothing else is said."""

SCHEMES = ("neo4j", "bolt")
ENCRYPTED = ("+s", "+ssc")
SYSTEM = "system"
"""The database in which a server keeps its users, and nobody a model."""

OLDEST = (5, 26)
"""The first server that is kept for long and knows `SET n:$(label)`."""

PATIENCE = 20.0
"""Seconds in which a transaction is repeated that the server asks to repeat."""

READING, WRITING = 600.0, 120.0
"""Seconds that a transaction may take, whatever the server's own limit is: a client that was stopped holds no lock for
longer. What writes is small: a batch, or less."""

FOR_GOOD = 0.0
"""The limit of a transaction that has none, whatever the server's own is."""

_CONFIGURATION: dict[str, Any] = {
    # The rows of one statement come in one go.
    "fetch_size": -1,
    "connection_timeout": 10.0,
    "connection_acquisition_timeout": 20.0,
    "max_transaction_retry_time": PATIENCE,
    "notifications_min_severity": "OFF",
    "telemetry_disabled": True,
}
"""Seconds for a connection to be made, for one to be free, and for a transaction that the server asks to repeat."""

Given = ParamSpec("Given")
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the server is and who asks. The password stands in no text that this value is turned into.

    `database` is None for the user's own, `cache` where nothing is to be kept on this machine. Raises `StoreTrouble`
    for an address or a database that cannot be right.
    """

    uri: str = URI
    user: str = USER
    password: str = field(default="", repr=False)
    database: str | None = None
    cache: Path | None = None

    def __post_init__(self) -> None:
        if not _is_usual(self.uri):
            # Not quoted: whoever puts a password into an address should not find it in a log as well.
            raise StoreTrouble(message("store.address"))
        if (self.database or "").lower() == SYSTEM:
            raise StoreTrouble(message("store.database.system", database=self.database))

    @property
    def where(self) -> str:
        """Host and port, for messages."""
        parts = urlsplit(self.uri)
        host = parts.hostname or ""
        return f"[{host}]:{parts.port or 7687}" if ":" in host else f"{host}:{parts.port or 7687}"

    @property
    def is_routed(self) -> bool:
        """Whether the driver may ask another machine of the same cluster each time."""
        return urlsplit(self.uri).scheme.startswith("neo4j")

    @property
    def is_exposed(self) -> bool:
        """Whether what is sent can be read on the way: no TLS, and another machine than this one."""
        parts = urlsplit(self.uri)
        return not parts.scheme.endswith(ENCRYPTED) and not _is_loopback(parts.hostname or "")


def settings_from(environment: Mapping[str, str]) -> Settings:
    """The settings that the environment names; a variable that is empty counts as not set, except the password.

    Neo4j's own tools are told the user by either of two variables. Raises `StoreTrouble` for what cannot be right.
    """
    return Settings(
        uri=environment.get("NEO4J_URI") or URI,
        user=environment.get("NEO4J_USER") or environment.get("NEO4J_USERNAME") or USER,
        password=environment.get("NEO4J_PASSWORD", ""),
        database=environment.get("NEO4J_DATABASE") or None,
        cache=cache_folder(environment),
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
    # What follows a question mark the driver refuses for some schemes, and sends along a cluster for others.
    is_bare = "@" not in parts.netloc and parts.path in ("", "/") and not (parts.query or parts.fragment)
    return is_known and is_bare and bool(parts.hostname) and port != 0


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


@dataclass(slots=True)
class _Way:
    """What is learned of a server while it is talked to."""

    bookmarks: BookmarkManager
    reached: bool = False
    wrote: bool = False


@dataclass(frozen=True, slots=True)
class Store:
    """An open way to a server. Whoever reads after having written sees what was written, on a cluster too.

    `say` tells the user something while the work goes on.
    """

    settings: Settings
    driver: Driver
    cache: Cache
    say: Callable[[Message], None]
    _way: _Way

    def session(self, *, writing: bool = True) -> Session:
        """A session of the driver on the database that was asked for; whoever opens it closes it."""
        if writing:
            self._way.wrote = True
        return self.driver.session(
            database=self.settings.database,
            bookmark_manager=self._way.bookmarks,
            default_access_mode="WRITE" if writing else "READ",
        )

    def about(self, does: str, by: str = "") -> dict[str, str]:
        """What whoever lists the transactions of the server is told of one of ours; `turn` is no other's."""
        return {"app": APP, "does": does, "by": by or self.settings.user, "turn": token_hex(6)}

    def rows(
        self,
        statement: str,
        *,
        writing: bool = False,
        does: str = "",
        watched: bool = True,
        limit: float | None = None,
        **values: Any,
    ) -> list[Record]:
        """What one statement gives back from a transaction of its own, repeated where the server asks for it.

        `does` is told to whoever lists the transactions of the server. What writes is watched while it waits for
        somebody's lock, and raises `StoreTrouble` when that takes too long; only the watching itself is not. `limit`
        is how many seconds it may take, where that is not as usual.
        """
        from neo4j import Query  # noqa: PLC0415 - loaded with the store that is open

        about = self.about(does or ("writes" if writing else "reads"))
        usual = WRITING if writing else READING
        query = Query(statement, about, usual if limit is None else limit)

        def run() -> list[Record]:
            watching = self.watched(about) if writing and watched else nullcontext()
            with watching, self.session(writing=writing) as session:
                result = session.run(query, values)
                found = list(result)
                self._greet(result.consume().server.agent)
                return found

        return self._repeated(run, writing)

    def watched(self, about: Mapping[str, str]) -> AbstractContextManager[None]:
        """Around what may have to wait, in the transaction that tells this about itself."""
        return watched(self, about["turn"])

    def read(
        self, work: Callable[Concatenate[ManagedTransaction, Given], Found], *args: Given.args, **more: Given.kwargs
    ) -> Found:
        """What `work` finds in one reading transaction, repeated where the server asks for it."""
        from neo4j import unit_of_work  # noqa: PLC0415 - loaded with the store that is open

        with self.session(writing=False) as session:
            return session.execute_read(unit_of_work(self.about("reads"), READING)(work), *args, **more)

    def write(
        self,
        does: str,
        work: Callable[Concatenate[ManagedTransaction, Given], Found],
        *args: Given.args,
        **more: Given.kwargs,
    ) -> Found:
        """What `work` gives back from one writing transaction, repeated where the server asks for it, and watched."""
        from neo4j import unit_of_work  # noqa: PLC0415 - loaded with the store that is open

        about = self.about(does)
        with self.watched(about), self.session() as session:
            return session.execute_write(unit_of_work(about, WRITING)(work), *args, **more)

    def _repeated(self, run: Callable[[], list[Record]], writing: bool) -> list[Record]:
        """A statement again while the server asks for it, which the driver does for larger transactions only."""
        from neo4j.exceptions import DriverError, Neo4jError  # noqa: PLC0415 - loaded with the store that is open

        patience, pause = monotonic() + PATIENCE, 0.1
        while True:
            try:
                return run()
            except (DriverError, Neo4jError) as error:
                if "Bookmark" in str(getattr(error, "code", "")) and self._forget_bookmarks():
                    continue
                # What was written before a connection was lost may stand there.
                is_lost = writing and isinstance(error, DriverError)
                if not self._way.reached or is_lost or not error.is_retryable() or monotonic() > patience:
                    raise
            sleep(pause)
            pause *= 2

    def _greet(self, agent: str) -> None:
        """The first answer tells how old the server is: `StoreTrouble` where it is too old to be understood."""
        if not self._way.reached:
            self._way.reached = True
            _check_age(agent, self.settings.where)

    def _forget_bookmarks(self) -> bool:
        """Whether there were any: a server that was set up anew knows nothing of what was kept here of the old one."""
        from neo4j import GraphDatabase  # noqa: PLC0415 - loaded with the store that is open

        known = any(self._way.bookmarks.get_bookmarks())
        forget_bookmarks(self.cache, self.settings)
        self._way.bookmarks = GraphDatabase.bookmark_manager()
        return known


@contextmanager
def open_store(settings: Settings, say: Callable[[Message], None] = lambda _: None) -> Iterator[Store]:
    """The way to a server; closed at the end. Nothing is said to it before the first statement.

    `say` is called with what the user should know meanwhile, such as for whom a push has to wait.

    Raises `StoreTrouble`, in one sentence that says what to do, for whatever the driver or the server raise in the body
    of the `with`.
    """
    # Loaded here, for no command without a server should wait for it.
    from neo4j import Bookmarks, GraphDatabase  # noqa: PLC0415
    from neo4j.exceptions import DriverError, Neo4jError  # noqa: PLC0415

    # Where nobody listens, Python prints warnings of libraries itself.
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    cache = Cache(settings.cache)
    kept = Bookmarks.from_raw_values(kept_bookmarks(cache, settings))
    way = _Way(GraphDatabase.bookmark_manager(initial_bookmarks=kept))
    options = {**_CONFIGURATION, "user_agent": f"{APP}/{version(APP)}"}
    try:
        with GraphDatabase.driver(settings.uri, auth=(settings.user, settings.password), **options) as driver:
            try:
                yield Store(settings, driver, cache, say, way)
            finally:
                if way.wrote:
                    keep_bookmarks(cache, settings, way.bookmarks.get_bookmarks())
    except (DriverError, Neo4jError) as error:
        trouble = trouble_from(error, settings.where, settings.user, settings.database, reached=way.reached)
        if trouble is None:
            raise
        raise trouble from error


def _check_age(agent: str, where: str) -> None:
    """Raises `StoreTrouble` for a server that does not understand what will be said to it."""
    found = re.search(r"(\d+)\.(\d+)", agent)
    if found and (int(found[1]), int(found[2])) < OLDEST:
        oldest = ".".join(map(str, OLDEST))
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
