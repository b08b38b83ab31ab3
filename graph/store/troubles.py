"""What the driver and the server raise, as one sentence that says what to do.

Nothing of the driver's own text is passed on: it is written for programmers, and no test of ours knows what is in it.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator

from barriers.errors import StoreTrouble

_NOT_FOR_WRITING = (
    "{Database} at {where} can only be read: ask its administrator to open it for writing, or set NEO4J_DATABASE to"
    " another."
)
_TAKEN = (
    "{Database} at {where} already holds other nodes under the names that barriers uses: set NEO4J_DATABASE to a"
    " database of its own."
)
_NO_MEMORY = (
    "The server at {where} has too little memory for this: give it more (server.memory.heap.max_size), or keep less"
    " in one model."
)

_BY_CODE = {
    "Security.CredentialsExpired": "The password of {user} at {where} has to be changed first: run `ALTER CURRENT USER"
    " SET PASSWORD FROM ... TO ...` in Neo4j Browser or cypher-shell, then set NEO4J_PASSWORD to the new one.",
    "Security.AuthenticationRateLimit": "The server at {where} refuses {user} for some seconds after several wrong"
    " passwords: wait, then try again with the right NEO4J_PASSWORD.",
    "Security.Forbidden": "{User} may not do that in the {database} at {where}: ask its administrator for the right to"
    " read, and to write where you push.",
    "Security": "The server at {where} does not accept this password for {user}: set NEO4J_USER and NEO4J_PASSWORD,"
    " or leave NEO4J_PASSWORD out to be asked.",
    "Database.DatabaseNotFound": "There is no {database} at {where}: set NEO4J_DATABASE to one that is there, or leave"
    " it out for the usual one.",
    "Database.DatabaseUnavailable": "{Database} at {where} is not running: start it, or try again when it has started.",
    "General.DatabaseUnavailable": "{Database} at {where} is not running: start it, or try again when it has started.",
    "General.ForbiddenOnReadOnlyDatabase": _NOT_FOR_WRITING,
    "General.WriteOnReadOnlyAccessDatabase": _NOT_FOR_WRITING,
    "Cluster.NotALeader": "{Database} at {where} takes no writing: use the scheme neo4j in NEO4J_URI instead of bolt,"
    " so that the driver finds the machine that does.",
    "Schema.ConstraintValidationFailed": _TAKEN,
    "Schema.ConstraintCreationFailed": _TAKEN,
    "Schema.IndexWithNameAlreadyExists": _TAKEN,
    "Schema.ConstraintWithNameAlreadyExists": _TAKEN,
    "Transaction.TransactionTimedOut": "The server at {where} ended the work because it took longer than it allows:"
    " ask its administrator for a longer db.transaction.timeout.",
    "Transaction.Terminated": "Somebody at {where} ended the work: nothing is changed for readers, so try again.",
    "General.MemoryPoolOutOfMemoryError": _NO_MEMORY,
    "General.TransactionOutOfMemoryError": _NO_MEMORY,
    "General.OutOfMemoryError": _NO_MEMORY,
}
"""By what a code of the server ends in; the longest that fits is told."""

AWAY = (
    "No Neo4j server answers at {where}: start it (docs/neo4j.md has the line), or set NEO4J_URI to where it is;"
    " without --store neo4j the same commands work from files."
)
_HANGS_UP = (
    "No Neo4j server answers at {where}, though something there takes the call and hangs up: use a scheme with +s if it"
    " wants TLS, wait if it is starting, or correct NEO4J_URI."
)
_LOST = (
    "The connection to {where} was lost in the middle: readers still see what they saw before, so try again when the"
    " server is back."
)
_NO_HOST = "There is no machine named {host}: correct NEO4J_URI, or check the network."
_NO_TLS = (
    "The server at {where} does not speak TLS: use a scheme without +s on this machine, or turn TLS on at the server"
    " (server.bolt.tls_level)."
)
_UNTRUSTED = (
    "The certificate of {where} is not one that this machine trusts: use the name that stands in it, have the"
    " authority that signed it installed here, or let SSL_CERT_FILE name the file of that authority."
)

_LOSSES = ("ServiceUnavailable", "SessionExpired", "IncompleteCommit", "ConnectionAcquisitionTimeoutError")
"""Of the driver's own errors those that tell of a connection, and not of a mistake of whoever uses it."""


def trouble_from(
    error: Exception, where: str, user: str, database: str | None, *, reached: bool
) -> StoreTrouble | None:
    """What `error`, raised by the driver or the server, means to whoever asked; None for a fault of our own.

    `reached` says whether the server had answered before.
    """
    named = f"database {database!r}" if database else "database of this user"
    words = {
        "where": where,
        "host": where.rpartition(":")[0],
        "user": f"the user {user!r}",
        "User": f"The user {user!r}",
        "database": named,
        "Database": f"The {named}",
    }
    sentence = _of_code(error) or _of_connection(error, reached)
    return StoreTrouble(sentence.format(**words)) if sentence else None


def _of_code(error: Exception) -> str | None:
    code = str(getattr(error, "code", None) or "")
    fitting = [ending for ending in _BY_CODE if f".{ending}" in code]
    if fitting:
        return _BY_CODE[max(fitting, key=len)]
    if code.startswith("Neo.TransientError"):
        return f"The server at {{where}} is busy with others' work ({code}): try again."
    if code:
        return (
            f"The server at {{where}} refuses what barriers asks ({code}): please report it with the server's version."
        )
    return None


def _of_connection(error: Exception, reached: bool) -> str | None:
    """A connection that cannot be made, or that was lost."""
    causes = list(_causes(error))
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return _NO_HOST
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return _UNTRUSTED
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return _NO_TLS
    refused = any(isinstance(cause, OSError) for cause in causes)
    if not refused and not any(type(cause).__name__ in _LOSSES for cause in causes):
        return None
    if reached:
        return _LOST
    return AWAY if refused or type(causes[-1]).__name__ != "ServiceUnavailable" else _HANGS_UP


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An error with all that led to it, groups of errors taken apart."""
    while error is not None:
        yield error
        if isinstance(error, BaseExceptionGroup):
            for part in error.exceptions:
                yield from _causes(part)
        error = error.__cause__ or error.__context__
