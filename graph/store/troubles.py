"""What the driver and the server raise, as one sentence that says what to do.

Nothing of the driver's own text is passed on: it is written for programmers, and no test of ours knows what is in it.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator

from barriers.errors import StoreTrouble
from barriers.messages import message

_BY_CODE = {
    "Security.CredentialsExpired": "password-expired",
    "Security.AuthenticationRateLimit": "too-many-passwords",
    "Security.Forbidden": "forbidden",
    "Security": "password",
    "Database.DatabaseNotFound": "no-database",
    "Database.DatabaseUnavailable": "database-stopped",
    "General.DatabaseUnavailable": "database-stopped",
    "General.ForbiddenOnReadOnlyDatabase": "read-only",
    "General.WriteOnReadOnlyAccessDatabase": "read-only",
    "Cluster.NotALeader": "not-leader",
    "Schema.ConstraintValidationFailed": "taken",
    "Schema.ConstraintCreationFailed": "taken",
    "Schema.IndexWithNameAlreadyExists": "taken",
    "Schema.ConstraintWithNameAlreadyExists": "taken",
    "Transaction.TransactionTimedOut": "timed-out",
    "Transaction.Terminated": "terminated",
    "General.MemoryPoolOutOfMemoryError": "memory",
    "General.TransactionOutOfMemoryError": "memory",
    "General.OutOfMemoryError": "memory",
}
"""The case of what a code of the server ends in; the longest that fits is told."""

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
    fitting = [ending for ending in _BY_CODE if f".{ending}" in code]
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
