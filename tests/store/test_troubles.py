"""What can go wrong with a server: each one sentence that says what to do, exit 3, and never a password."""

from __future__ import annotations

import secrets
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from socketserver import BaseRequestHandler, TCPServer
from threading import Thread

import pytest
from neo4j.exceptions import (
    DriverError,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransactionError,
)

from barriers import StoreTrouble
from graph.store import connection
from graph.store.connection import Settings, open_store, settings_from, trouble_from
from graph.store.versions import not_stored
from tests.store.server import Access, free_port
from tests.store.stores import neo4j

SECRET = secrets.token_urlsafe(18)
WHERE = "graph.example.org:7687"


def is_one_sentence(text: str) -> bool:
    """Whether it is one line, and ends once."""
    assert text.endswith(".")
    assert "\n" not in text
    assert ". " not in text.replace("... ", "")
    return True


# The address


@pytest.mark.parametrize(
    "uri",
    [
        "",
        "localhost",
        "http://localhost:7474",
        "neo4j://",
        "neo4j+x://localhost",
        "bolt://localhost:hello",
        "bolt://localhost:99999",
        f"neo4j://anna:{SECRET}@localhost",
        f"neo4j://localhost/{SECRET}",
        f"neo4j://localhost?policy={SECRET}",
        f"bolt://localhost?{SECRET}",
    ],
    # Where two run the tests at once, both have to call them by the same names.
    ids=lambda uri: uri.replace(SECRET, "SECRET"),
)
def test_an_address_that_cannot_be_right_is_told_without_quoting_it(uri: str) -> None:
    """It could hold a password; the sentence shows one that is right."""
    with pytest.raises(StoreTrouble) as trouble:
        Settings(uri)

    assert is_one_sentence(str(trouble.value))
    assert SECRET not in str(trouble.value)
    assert "neo4j://localhost:7687" in str(trouble.value)


@pytest.mark.parametrize(
    ("uri", "where", "exposed"),
    [
        ("neo4j://localhost:7687", "localhost:7687", False),
        ("bolt://127.0.0.1", "127.0.0.1:7687", False),
        ("bolt://[::1]:17687", "[::1]:17687", False),
        ("neo4j+s://graph.example.org", "graph.example.org:7687", False),
        ("bolt+ssc://192.0.2.1:1", "192.0.2.1:1", False),
        ("neo4j://graph.example.org", "graph.example.org:7687", True),
        ("bolt://192.0.2.1", "192.0.2.1:7687", True),
    ],
)
def test_an_address_tells_where_the_server_is_and_whether_others_can_read_along(
    uri: str, where: str, exposed: bool
) -> None:
    """Only what stays on this machine, or is encrypted, is not exposed."""
    settings = Settings(uri)

    assert (settings.where, settings.is_exposed) == (where, exposed)


def test_the_environment_says_where_and_who() -> None:
    """What is not set, or empty, is as usual; no text of the settings holds the password."""
    usual = settings_from({"NEO4J_URI": "", "NEO4J_USER": "", "NEO4J_DATABASE": ""})
    own = settings_from(
        {
            "NEO4J_URI": "bolt+s://graph.example.org",
            "NEO4J_USER": "anna",
            "NEO4J_PASSWORD": SECRET,
            "NEO4J_DATABASE": "shared",
        }
    )

    named = settings_from({"NEO4J_USERNAME": "anna"})
    both = settings_from({"NEO4J_USER": "anna", "NEO4J_USERNAME": "bert"})

    assert usual == Settings("neo4j://localhost:7687", "neo4j", "", None)
    assert (named.user, both.user) == ("anna", "anna")
    assert own == Settings("bolt+s://graph.example.org", "anna", SECRET, "shared")
    assert SECRET not in f"{own} {own!r}"


# A real server, or none


def test_a_wrong_password_is_told(neo4j_access: Access) -> None:
    """With the variables to set, and without the password."""
    result = neo4j(neo4j_access, "status", NEO4J_PASSWORD=SECRET)

    assert (result.exit_code, result.stdout) == (3, "")
    assert "does not accept this password for the user 'neo4j': set NEO4J_USER and NEO4J_PASSWORD" in result.stderr
    assert SECRET not in result.output
    assert is_one_sentence(result.stderr.rstrip("\n"))


def test_a_database_that_is_not_there_is_told(neo4j_access: Access) -> None:
    """With its name and the variable to set."""
    result = neo4j(neo4j_access, "push", "NL", NEO4J_DATABASE="nowhere")

    assert result.exit_code == 3
    assert "There is no database 'nowhere' at" in result.stderr
    assert is_one_sentence(result.stderr.rstrip("\n"))


@pytest.mark.parametrize("scheme", ["neo4j", "bolt"])
def test_a_server_that_is_away_is_told(neo4j_access: Access, scheme: str) -> None:
    """With how to start one, and what works without."""
    where = f"127.0.0.1:{free_port()}"
    result = neo4j(neo4j_access, "push", "NL", NEO4J_URI=f"{scheme}://{where}")

    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.startswith(f"No Neo4j server answers at {where}: start it (docs/neo4j.md has the line)")
    assert is_one_sentence(result.stderr.rstrip("\n"))


@pytest.mark.parametrize("database", ["system", "SYSTEM"])
def test_the_database_of_the_users_is_no_place_for_a_model(neo4j_access: Access, database: str) -> None:
    """The server would answer that it knows none of what is asked."""
    result = neo4j(neo4j_access, "status", NEO4J_DATABASE=database)

    assert (result.exit_code, result.stdout) == (3, "")
    assert f"The database '{database}' has the users of a server and no model" in result.stderr
    assert is_one_sentence(result.stderr.rstrip("\n"))


def test_a_machine_that_has_no_address_is_told(neo4j_access: Access) -> None:
    """The name is quoted, for it may be misspelt; that others could read along is said before."""
    result = neo4j(neo4j_access, "status", NEO4J_URI="neo4j+s://no-such-machine.invalid")

    assert result.exit_code == 3
    assert (
        result.stderr == "There is no machine named no-such-machine.invalid: correct NEO4J_URI, or check the network.\n"
    )


@pytest.mark.parametrize("scheme", ["neo4j+s", "bolt+s"])
def test_a_server_without_tls_is_told(neo4j_access: Access, scheme: str) -> None:
    """A scheme that asks for encryption never falls back to none."""
    result = neo4j(neo4j_access, "status", NEO4J_URI=neo4j_access.uri.replace("bolt:", f"{scheme}:"))

    assert result.exit_code == 3
    assert "does not speak TLS" in result.stderr
    assert is_one_sentence(result.stderr.rstrip("\n"))


@contextmanager
def hanging_up() -> Iterator[int]:
    """The port of a program that takes every call and hangs up; its thread has ended when the `with` has."""
    with TCPServer(("127.0.0.1", 0), BaseRequestHandler) as listening:
        # Looks for its end often, since whoever ends it waits for that.
        thread = Thread(target=listening.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield listening.server_address[1]
        finally:
            listening.shutdown()
            thread.join()


def test_another_program_that_listens_there_is_no_server(neo4j_access: Access) -> None:
    """Whatever answers, it is not what was asked for."""
    with hanging_up() as port:
        result = neo4j(neo4j_access, "status", NEO4J_URI=f"bolt://127.0.0.1:{port}")

    assert result.exit_code == 3
    assert result.stderr.startswith(f"No Neo4j server answers at 127.0.0.1:{port}")


def test_a_model_that_is_not_there_is_told_with_the_nearest(neo4j_access: Access) -> None:
    """And with the command that puts it there, drafts included."""
    result = neo4j(neo4j_access, "status", "XX", "--draft", "spring")

    assert result.exit_code == 2
    assert "There is no draft 'XX/spring'." in result.stderr
    assert "`barriers neo4j push XX --draft spring` puts it on the server at" in result.stderr
    assert "Nearest: NL/spring." in str(not_stored("NL/sprang", ["NL/spring", "RO"], WHERE))
    assert "There are: none" in str(not_stored("NL", [], WHERE))


def test_a_server_that_is_too_old_is_told(neo4j_access: Access, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the release that is needed."""
    monkeypatch.setattr(connection, "OLDEST", (9999, 0))
    settings = Settings(neo4j_access.uri, neo4j_access.user, neo4j_access.password)

    with (
        pytest.raises(StoreTrouble, match=r"is Neo4j \d+\.\d+\.\d+, which is too old: barriers needs Neo4j 9999\.0"),
        open_store(settings) as opened,
    ):
        opened.rows("RETURN 1")


def test_a_password_is_asked_for_only_in_a_terminal(neo4j_access: Access) -> None:
    """Where nobody can be asked, the variable is named."""
    result = neo4j(neo4j_access, "status", NEO4J_PASSWORD=None)

    assert result.exit_code == 3
    assert "There is no password for the user 'neo4j'" in result.stderr
    assert "set NEO4J_PASSWORD" in result.stderr


def test_a_server_elsewhere_without_encryption_is_warned_of(neo4j_access: Access) -> None:
    """Before anything is sent, with the address to use instead."""
    result = neo4j(neo4j_access, "status", NEO4J_URI="bolt://no-such-machine.invalid")

    assert result.stderr.startswith(
        "Warning: what goes to no-such-machine.invalid:7687 can be read on the way; set"
        " NEO4J_URI=bolt+s://no-such-machine.invalid where"
    )


# What no server of the tests can be brought to say


def coded(code: str) -> Neo4jError:
    """An error as the server sends it, which repeats what was sent to it."""
    error = Neo4jError(f"{code} {SECRET}")
    error._neo4j_code = code
    return error


def caused(error: Exception, cause: BaseException) -> Exception:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (lambda: coded("Neo.ClientError.Security.Unauthorized"), "does not accept this password"),
        (lambda: coded("Neo.ClientError.Security.CredentialsExpired"), "has to be changed first: run `ALTER CURRENT"),
        (lambda: coded("Neo.ClientError.Security.AuthenticationRateLimit"), "after several wrong passwords: wait"),
        (lambda: coded("Neo.ClientError.Security.Forbidden"), "may not do that in the database 'shared'"),
        (lambda: coded("Neo.ClientError.Database.DatabaseNotFound"), "There is no database 'shared'"),
        (lambda: coded("Neo.TransientError.General.DatabaseUnavailable"), "is not running: start it"),
        (
            lambda: coded("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase"),
            "can only be read: ask its administrator",
        ),
        (lambda: coded("Neo.ClientError.Cluster.NotALeader"), "use the scheme neo4j in NEO4J_URI instead of bolt"),
        (lambda: coded("Neo.ClientError.Schema.ConstraintCreationFailed"), "a database of its own"),
        (lambda: coded("Neo.ClientError.Transaction.TransactionTimedOut"), "for a longer db.transaction.timeout"),
        (lambda: coded("Neo.TransientError.Transaction.Terminated"), "so try again"),
        (lambda: coded("Neo.TransientError.General.MemoryPoolOutOfMemoryError"), "has too little memory"),
        (lambda: coded("Neo.TransientError.Transaction.DeadlockDetected"), "busy with others' work"),
        (lambda: coded("Neo.ClientError.Statement.SyntaxError"), "please report it with the server's"),
        (lambda: SessionExpired(SECRET), "was lost in the middle: readers still see"),
        (lambda: IncompleteCommit(SECRET), "was lost in the middle"),
        (lambda: ServiceUnavailable(SECRET), "was lost in the middle"),
        (lambda: caused(DriverError(SECRET), ssl.SSLCertVerificationError(SECRET)), "not one that this machine trusts"),
        (lambda: caused(DriverError(SECRET), ExceptionGroup("", [ssl.SSLError(SECRET)])), "does not speak TLS"),
        (lambda: caused(DriverError(SECRET), socket.gaierror(SECRET)), "no machine named graph.example.org"),
    ],
)
def test_whatever_the_server_says_becomes_one_sentence_of_ours(error: Callable[[], Exception], said: str) -> None:
    """Nothing of its own text is passed on, for it repeats what was sent."""
    trouble = trouble_from(error(), WHERE, "anna", "shared", reached=True)

    assert trouble is not None
    assert said in str(trouble)
    assert is_one_sentence(str(trouble))
    assert SECRET not in str(trouble)


def test_a_mistake_of_our_own_is_not_told_as_trouble_with_the_server() -> None:
    """It comes through as the fault that it is, to be reported."""
    broken = TransactionError.__new__(TransactionError)

    assert trouble_from(broken, WHERE, "anna", None, reached=True) is None
